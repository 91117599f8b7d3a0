/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng batch: a file of people in, their answers out. */
#include "base/signal.h"
#include "batch/file.h"
#include "commands/help.h"
#include "commands/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static zc_status find_form(zc_run *run) {
  zc_file_form form;
  const char *out = run->options.out;
  if (!out && (run->options.dry_run || run->options.write_map))
    return ZC_OK;
  return out ? zc_batch_form(out, &form, &run->diag) : zc_run_require(run, "--out", NULL);
}

static zc_status find_threads(zc_run *run, uint32_t *threads) {
  const char *text = run->options.threads;
  if (!text)
    return ZC_OK;
  char *end;
  long wanted = strtol(text, &end, 10);
  if (text[0] < '1' || text[0] > '9' || *end != '\0' || wanted > (long)ZC_BATCH_THREADS) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL, "--threads 的“%s”应为 1 至 %u 的整数",
                     "--threads: '%s' is to be a whole number from 1 to %u", text,
                     ZC_BATCH_THREADS);
  }
  *threads = (uint32_t)wanted;
  return ZC_OK;
}

static zc_status find_input(zc_run *run, const char **name) {
  if (run->options.operand_count == 1) {
    *name = run->options.operands[0];
    return ZC_OK;
  }
  return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                   "请给出一个输入文件（- 为标准输入）；见 zhicheng batch --help",
                   "name one input file, or - for standard input; see zhicheng batch --help");
}

static zc_status read_options(zc_run *run, zc_batch_options *options) {
  const zc_options *o = &run->options;
  *options =
      (zc_batch_options){.size = sizeof *options,
                         .flags = (o->strict ? ZC_STRICT : 0) | (o->explain ? ZC_EXPLAIN : 0) |
                                  (o->unique_id ? ZC_UNIQUE_IDS : 0) |
                                  (o->safe_csv ? ZC_SAFE_CSV : 0) | (o->bom ? ZC_BYTE_ORDER : 0) |
                                  (o->force ? ZC_FORCE : 0) | zc_precision_flag(run->precision),
                         .out = o->out,
                         .reject = o->reject,
                         .region = o->region,
                         .region_column = o->region_column,
                         .day = o->as_of,
                         .day_column = o->as_of_column,
                         .settings = o->settings,
                         .setting_count = o->setting_count,
                         .encoding = o->encoding,
                         .sheet = o->sheet,
                         .map = o->map};
  zc_status status = find_input(run, &options->in);
  zc_status form = find_form(run), threads = find_threads(run, &options->threads);
  status = form > status ? form : status;
  return threads > status ? threads : status;
}

/* ---- on the terminal ---- */

typedef struct terminal {
  zc_lang lang;
  int has_line;
} terminal;

/* A line: how far, how fast, how long still. */
static int show(void *context, const zc_batch_progress *p) {
  enum { BAR = 20 };
  terminal *t = context;
  int zh = t->lang == ZC_LANG_ZH;
  unsigned long long rows = p->rows;
  double rate = p->seconds > 0 ? (double)rows / p->seconds : 0;
  t->has_line = 1;
  if (p->bytes == 0) {
    fprintf(stderr, zh ? "\r%llu 行，每秒 %.0f 行\033[K" : "\r%llu rows, %.0f a second\033[K", rows,
            rate);
    return 0;
  }
  double part = (double)p->bytes_read / (double)p->bytes;
  int filled = (int)(part * BAR);
  fprintf(stderr,
          zh ? "\r[%.*s%*s] %3.0f%%  %llu 行，每秒 %.0f 行，约剩 %.0f 秒\033[K"
             : "\r[%.*s%*s] %3.0f%%  %llu rows, %.0f a second, about %.0f s left\033[K",
          filled, "####################", BAR - filled, "", part * 100, rows, rate,
          part > 0 ? p->seconds / part - p->seconds : 0);
  return 0;
}

static void tell(zc_run *run, const zc_batch_file *file) {
  zc_buffer summary = {0};
  /* Warnings first, so that the summary ends what is told. */
  fputs(zc_diagnostics_text(&run->diag), stderr);
  zc_diagnostics_free(&run->diag);
  zc_batch_summary(&summary, file);
  const char *text = zc_buffer_text(&summary);
  fputs(text ? text : "", stderr);
  zc_buffer_free(&summary);
}

/* ---- the command ---- */

static zc_status load(zc_run *run, zc_host *host, zc_region **only) {
  if (run->options.region)
    return zc_run_region(run, host, only);
  zc_status status = zc_run_regions(run, host);
  return status == ZC_OK ? zc_host_digest(host, &run->diag) : status;
}

/* --dry-run and --write-map. */
static zc_status survey(zc_run *run, zc_batch_file *file, const zc_host *host,
                        const zc_region *only) {
  zc_buffer out = {0}, map = {0};
  const zc_options *o = &run->options;
  zc_status status = zc_batch_survey(file, host, only, zc_options_json(o), o->dry_run ? &out : NULL,
                                     o->write_map ? &map : NULL);
  if (status == ZC_OK && o->write_map)
    status = zc_run_save(run, o->write_map, &map);
  if (status == ZC_OK && o->dry_run)
    status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  zc_buffer_free(&map);
  return status;
}

static zc_status answer(zc_run *run, const zc_batch_options *options, const terminal *shown) {
  zc_host host = {0};
  zc_region *only = NULL;
  zc_batch_file *file = NULL;
  zc_status status = zc_batch_open(&file, options, run->lang, &run->diag);
  if (status == ZC_OK)
    status = load(run, &host, &only);
  int is_survey = run->options.dry_run || (run->options.write_map && !options->out);
  if (status == ZC_OK && is_survey)
    status = survey(run, file, &host, only);
  else if (status == ZC_OK)
    status = zc_batch_answer(file, &host, only);
  if (shown->has_line)
    fputs("\r\033[K", stderr);
  if (status == ZC_OK && !is_survey)
    tell(run, file);
  zc_batch_close(file);
  zc_host_close(&host);
  return status;
}

static zc_status run_batch(zc_run *run) {
  zc_batch_options options;
  terminal shown = {.lang = run->lang};
  zc_status status = read_options(run, &options);
  options.progress = isatty(STDERR_FILENO) ? show : NULL;
  options.context = &shown;
  zc_signal_watch();
  return status == ZC_OK ? answer(run, &options, &shown) : status;
}

static const char help_zh[] =
    "zhicheng batch --region R 输入 --out 输出 [选项]\n"
    "zhicheng batch --region-column 列名 输入 --out 输出 [选项]\n"
    "zhicheng batch --region R 输入 --dry-run [--write-map 对照表.ini]\n\n"
    "逐行回答：此人能否申报？单位交来的表格可以直接用，三步即可：\n"
    "  1. 先看各列认作什么，并写出对照表：\n"
    "       zhicheng batch --region R 人员.xlsx --dry-run --write-map 对照表.ini\n"
    "  2. 必要时改对照表，然后回答：\n"
    "       zhicheng batch --region R 人员.xlsx --map 对照表.ini --out 结论.csv\n"
    "  3. 在 结论.csv.reject.csv 中按最后一列的原因改正，再交一次：\n"
    "       zhicheng batch --region R 结论.csv.reject.csv --map 对照表.ini --out 结论2.csv\n\n"
    "输入为工作簿（.xlsx、.xls）、文本表格（UTF-8、UTF-16 或 "
    "GB18030，以逗号、分号或制表符分隔）或\n"
    "NDJSON（每行一个 JSON 对象），- 为标准输入。列名一行在前 30 "
    "行中查找；列名可用\n"
    "事实的名称、中文名或通行写法（现职称、取得时间、申报职称等），id、编号、工号、身份证号、序号中"
    "先\n"
    "有的一列是编号（没有时以行号为编号）；其他列原样保留。值可写 "
    "本科、一级教师、一级教师（定向）、\n"
    "5年3个月、2019.7.1、融水县、合格 等，也可写 zhicheng facts 所列的英文词；空格子和 "
    "-、无数据、\n"
    "不详 视为未知。空行跳过，遇 合计、填表人 等行即止。NDJSON 用事实的名称和英文词。\n"
    "输出以 .csv、.ndjson、.xlsx（结果、退回、汇总三表）或\n"
    ".db（SQLite，视图 decisions 由 rows 和 rulings 两表组成）结尾，\n"
    "采用 UTF-8，按输入的次序，先是保留的列，再是 id、verdict、mode、route、unmet、missing、\n"
    "digest；列表以空格分隔。unmet 列出所有不符合的规则，可以申报的人没有走的途径也在内；missing\n"
    "末尾的 ...（NDJSON 为 missing_exact false）表示可能多列。输出文件要么完整，要么没有。有误的\n"
    "行连同全部原因写入退回文件，其他行照常处理，退出状态仍为 0。\n\n"
    "  --region R        全部行的地区，或\n"
    "  --region-column 列名  指明每行地区的一列\n"
    "  --as-of 日期      所问的那一天，如 2024-06-29；缺省为今天（北京时间）\n"
    "  --as-of-column 列名  指明每行所问日期的一列（或成员）；日期不同则规则可能不同。没有这个\n"
    "                    选项时不接受名为 as_of 的列\n"
    "  --set 名称=值     全部行共有的一项事实；可重复\n"
    "  --strict          不作假定：未给出的视为未知\n"
    "  --month-precision first|last  只有年月的日期取首末日\n"
    "  --out 输出        回答写到哪里\n"
    "  --reject 文件     退回的行写到哪里；缺省为 输出.reject.csv，没有退回的行则不写\n"
    "  --dry-run         只说各列认作什么、有多少人，不回答；--format json 供程序读取\n"
    "  --map 对照表.ini  列名和写法的含义：[columns] 列名 = 事实，[words.事实] 写法 = 取值，\n"
    "                    [defaults] 事实 = 空格子的值\n"
    "  --write-map 文件  把各列认作什么写成对照表，供修改\n"
    "  --sheet 名称|序号 读哪张工作表；缺省为第一张看得见且不空的\n"
    "  --explain         另写每项结论：CSV 为 findings 列，SQLite 为 findings 表（以 ruling\n"
    "                    相连），NDJSON 为 answer，即 assess 的完整回答\n"
    "  --force           --out 可取代任何文件\n"
    "  --unique-id       编号重复即退回\n"
    "  --safe-csv, --bom 写 .csv 时在 = + - @ 开头的字段前加 '；在文件开头写 UTF-8 标记\n"
    "  --encoding 编码   utf-8 或 gb18030；缺省自动识别\n"
    "  --threads N       线程数\n" //
    ZC_HELP_COMMON_ZH "\n例：\n"
    "  zhicheng batch --region urumqi in.csv --out "
    "out.csv\n";

static const char help_en[] =
    "zhicheng batch --region R IN --out OUT [options]\n"
    "zhicheng batch --region-column NAME IN --out OUT [options]\n"
    "zhicheng batch --region R IN --dry-run [--write-map MAP.ini]\n\n"
    "May each of these people apply? A sheet is taken as an office has it, in three steps:\n"
    "  1. see what its columns are taken for, and write that down:\n"
    "       zhicheng batch --region R people.xlsx --dry-run --write-map map.ini\n"
    "  2. correct the map where it is wrong, and ask:\n"
    "       zhicheng batch --region R people.xlsx --map map.ini --out answers.csv\n"
    "  3. correct the rejected rows by the reason in their last column, and hand them in again:\n"
    "       zhicheng batch --region R answers.csv.reject.csv --map map.ini --out answers2.csv\n\n"
    "IN is a workbook (.xlsx, .xls), text (UTF-8, UTF-16 or GB18030, with commas, semicolons or\n"
    "tabs) or NDJSON (one JSON object of facts a line); - reads standard input. The headings are\n"
    "looked for in the first 30 rows. A heading is a fact's name, its label or what offices call\n"
    "it (现职称, 取得时间); the first there is of id, 编号, 工号, 身份证号, 序号 holds the ids "
    "(else the\n"
    "line is the id); other columns are kept as they are. Values are the words of `zhicheng "
    "facts`\n"
    "or those of offices: 本科, 一级教师, 一级教师（定向）, 5年3个月, 2019.7.1, 融水县, 合格. "
    "Empty cells, -\n"
    "and 不详 are not known. Blank rows are skipped; 合计 or 填表人 ends the rows. Members of "
    "NDJSON\n"
    "have the facts' names and English words.\n"
    "OUT ends with .csv, .ndjson, .xlsx (results, rejected, summary) or .db (SQLite: the view\n"
    "`decisions` of the tables `rows` and `rulings`), in UTF-8, has, in the order of IN, "
    "what is kept and then id, verdict,\n"
    "mode, route, unmet, missing and digest; lists are separated by blanks. `unmet` names every\n"
    "rule that is not met, other routes of eligible people too; a last ... in `missing` (NDJSON:\n"
    "missing_exact false) says that it may name too many. OUT is there whole or not at all. A\n"
    "bad row goes to the reject file with all its errors, and the others go on; the exit status\n"
    "stays 0.\n\n"
    "  --region R        the region of all rows, or\n"
    "  --region-column NAME  the column (or member) that names each row's region\n"
    "  --as-of DATE      the day asked about, like 2024-06-29; default today (Asia/Shanghai)\n"
    "  --as-of-column NAME  the column (or member) with the day that each row is asked about;\n"
    "                    without it a column named as_of is refused\n"
    "  --set NAME=VALUE  one fact of all rows; may be repeated\n"
    "  --strict          assume nothing: what is not given is unknown\n"
    "  --month-precision first|last\n"
    "                    which day of a month or year that is given as a date\n"
    "  --out OUT         where the answers go\n"
    "  --reject FILE     where rejected rows go; else OUT.reject.csv, if there are any\n"
    "  --dry-run         says what columns are taken for and how many rows there are, and answers\n"
    "                    nothing; --format json for programs\n"
    "  --map MAP.ini     what headings and words mean: [columns] HEADING = FACT, [words.FACT]\n"
    "                    WRITTEN = WORD, [defaults] FACT = value of empty cells\n"
    "  --write-map FILE  writes what columns are taken for as a map, to be corrected\n"
    "  --sheet NAME|N    which sheet; else the first visible one that is not empty\n"
    "  --explain         every finding too: CSV column `findings`, SQLite table `findings` "
    "(joined\n"
    "                    by `ruling`), NDJSON member `answer` (slow)\n"
    "  --force           OUT may replace any file\n"
    "  --unique-id       rejects a row with an earlier row's id\n"
    "  --safe-csv, --bom .csv: ' before fields that begin with = + - @; UTF-8's mark first\n"
    "  --encoding E      utf-8 or gb18030; else found out\n"
    "  --threads N       default: the processors\n" //
    ZC_HELP_COMMON_EN "\nExample:\n"
    "  zhicheng batch --region urumqi in.csv --out "
    "out.csv\n";

const zc_command zc_command_batch = {
    .name = "batch",
    .usage = {"--region R", "--region R"},
    .summary = {"一个文件中的所有人，可达千万", "a file of people, millions of them"},
    .help = {help_zh, help_en},
    .options = ZC_TAKES(region) | ZC_TAKES(region_column) | ZC_TAKES(out) | ZC_TAKES(reject) |
               ZC_TAKES(unique_id) | ZC_TAKES(force) | ZC_TAKES(safe_csv) | ZC_TAKES(bom) |
               ZC_TAKES(threads) | ZC_TAKES(encoding) | ZC_TAKES(sheet) | ZC_TAKES(map) |
               ZC_TAKES(write_map) | ZC_TAKES(dry_run) | ZC_TAKES(format) | ZC_TAKES(as_of) |
               ZC_TAKES(as_of_column) | ZC_TAKES(settings) | ZC_TAKES(strict) | ZC_TAKES(explain) |
               ZC_TAKES(month_precision) | ZC_TAKES(plugins),
    .takes_operands = 1,
    .run = run_batch};
