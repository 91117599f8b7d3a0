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
                                  (o->unique_id ? ZC_UNIQUE_IDS : 0),
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

static zc_status answer(zc_run *run, const zc_batch_options *options, const terminal *shown) {
  zc_host host = {0};
  zc_region *only = NULL;
  zc_batch_file *file = NULL;
  zc_status status = zc_batch_open(&file, options, run->lang, &run->diag);
  if (status == ZC_OK)
    status = load(run, &host, &only);
  if (status == ZC_OK)
    status = zc_batch_answer(file, &host, only);
  if (shown->has_line)
    fputs("\r\033[K", stderr);
  if (status == ZC_OK)
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
    "zhicheng batch --region-column 列名 输入 --out 输出 [选项]\n\n"
    "逐行回答：此人能否申报？输入为 CSV（UTF-8 或 GB18030，第一行是列名）或 NDJSON（每行一个\n"
    "JSON 对象），- 为标准输入。列名是事实的名称或中文说明的，这一列就是该事实；id 或 编号\n"
    "一列是编号（没有时以行号为编号）；其他列原样保留。空字段视为未知。不论列名用哪种语言，值都"
    "\n"
    "用 zhicheng facts 所列的英文词、true 和 false，日期如 2024-06-29。NDJSON 用事实的名称。\n"
    "输出以 .csv、.ndjson 或 .db（SQLite，视图 decisions 由 rows 和 rulings 两表组成）结尾，\n"
    "采用 UTF-8，按输入的次序，先是保留的列，再是 id、verdict、mode、route、unmet、missing、\n"
    "digest；列表以空格分隔。unmet "
    "列出所有不符合的规则，可以申报的人没有走的途径也在内；missing\n"
    "末尾的 ...（NDJSON 为 missing_exact "
    "false）表示可能多列。输出文件要么完整，要么没有。有误的\n"
    "行连同行号和全部原因写入退回文件，其他行照常处理，退出状态仍为 0。\n\n"
    "  --region R        全部行的地区，或\n"
    "  --region-column 列名  指明每行地区的一列\n"
    "  --as-of 日期      所问的那一天，如 2024-06-29；缺省为今天（北京时间）\n"
    "  --as-of-column 列名  指明每行所问日期的一列（或成员）；日期不同则规则可能不同。没有这个\n"
    "                    选项时不接受名为 as_of 的列\n"
    "  --set 名称=值     全部行共有的一项事实；可重复\n"
    "  --strict          不作任何假定：未给出的一律视为未知\n"
    "  --out 输出        回答写到哪里\n"
    "  --reject 文件     退回的行写到哪里；缺省为 输出.reject.csv，没有退回的行则不写\n"
    "  --explain         另写每项结论：CSV 为 findings 列，SQLite 为 findings 表（以 ruling\n"
    "                    相连），NDJSON 为 answer，即 assess 的完整回答（较慢）\n"
    "  --unique-id       编号与前面某行相同的行退回\n"
    "  --encoding 编码   utf-8 或 gb18030；缺省自动识别\n"
    "  --threads N       线程数；缺省每个处理器一个\n" //
    ZC_HELP_COMMON_ZH "\n例：\n"
    "  printf 'id,target_level,education\\n7,clerk,bachelor\\n' |\n"
    "    zhicheng batch --region urumqi --as-of 2022-10-10 --set track=general - --out "
    "out.csv\n";

static const char help_en[] =
    "zhicheng batch --region R IN --out OUT [options]\n"
    "zhicheng batch --region-column NAME IN --out OUT [options]\n\n"
    "May each of these people apply? IN is CSV (UTF-8 or GB18030; the first line names the\n"
    "columns) or NDJSON (one JSON object of facts a line); - reads standard input. A column "
    "is\n"
    "a fact where its name is a fact's name or Chinese label; `id` or `编号` holds the ids "
    "(else\n"
    "the line is the id); other columns are kept as they are. Empty fields are not known. "
    "Values\n"
    "are those of `zhicheng facts` in any language: its English words, true and false, days "
    "like\n"
    "2024-06-29. Names of NDJSON members are the facts' names.\n"
    "OUT ends with .csv, .ndjson or .db (SQLite: the view `decisions` of the tables `rows` "
    "and\n"
    "`rulings`), is in UTF-8, and has, in the order of IN, what is kept and then id, verdict,\n"
    "mode, route, unmet, missing and digest; lists are separated by blanks. `unmet` names "
    "every\n"
    "rule that is not met, other routes of eligible people too; a last ... in `missing` "
    "(NDJSON:\n"
    "missing_exact false) says that it may name too many. OUT is there whole or not at all. A\n"
    "bad row goes to the reject file with its line and all its errors, and the others go on; "
    "the\n"
    "exit status stays 0.\n\n"
    "  --region R        the region of all rows, or\n"
    "  --region-column NAME  the column (or member) that names each row's region\n"
    "  --as-of DATE      the day asked about, like 2024-06-29; default today (Asia/Shanghai)\n"
    "  --as-of-column NAME  the column (or member) with the day that each row is asked about;\n"
    "                    without it a column named as_of is refused\n"
    "  --set NAME=VALUE  one fact of all rows; may be repeated\n"
    "  --strict          assume nothing: what is not given is unknown\n"
    "  --out OUT         where the answers go\n"
    "  --reject FILE     where rejected rows go; else OUT.reject.csv, if there are any\n"
    "  --explain         every finding too: CSV column `findings`, SQLite table `findings` "
    "(joined\n"
    "                    by `ruling`), NDJSON member `answer`, as of `assess` (slow)\n"
    "  --unique-id       rejects a row whose id an earlier row had\n"
    "  --encoding E      utf-8 or gb18030; else it is found out\n"
    "  --threads N       default one for each processor\n" //
    ZC_HELP_COMMON_EN "\nExample:\n"
    "  printf 'id,target_level,education\\n7,clerk,bachelor\\n' |\n"
    "    zhicheng batch --region urumqi --as-of 2022-10-10 --set track=general - --out "
    "out.csv\n";

const zc_command zc_command_batch = {
    .name = "batch",
    .usage = {"--region R", "--region R"},
    .summary = {"一个文件中的所有人，可达千万", "a file of people, millions of them"},
    .help = {help_zh, help_en},
    .options = ZC_TAKES(region) | ZC_TAKES(region_column) | ZC_TAKES(out) | ZC_TAKES(reject) |
               ZC_TAKES(unique_id) | ZC_TAKES(threads) | ZC_TAKES(encoding) | ZC_TAKES(sheet) |
               ZC_TAKES(map) | ZC_TAKES(as_of) | ZC_TAKES(as_of_column) | ZC_TAKES(settings) |
               ZC_TAKES(strict) | ZC_TAKES(explain) | ZC_TAKES(plugins),
    .takes_operands = 1,
    .run = run_batch};
