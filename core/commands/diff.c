/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng diff: what changes between two versions of a region, or between two days. */
#include "compare/diff.h"
#include "base/given_day.h"
#include "commands/help.h"
#include "commands/run.h"

/* The day of --as-of holds for both sides, unless --to names another one for the new side. */
static zc_status read_days(zc_run *run, zc_day days[2]) {
  zc_status status = zc_run_as_of(run, &days[0]);
  days[1] = days[0];
  return status == ZC_OK && run->options.to
             ? zc_given_day_read(&days[1], run->options.to, "--to", &run->diag)
             : status;
}

static zc_status report(zc_run *run, const zc_diff *diff) {
  zc_buffer out = {0};
  if (zc_options_json(&run->options))
    zc_diff_json(&out, diff);
  else
    zc_diff_text(&out, diff, run->lang);
  zc_status status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

static zc_status run_diff(zc_run *run) {
  const zc_options *o = &run->options;
  if (o->operand_count < 2 || o->operand_count > 3) {
    return zc_report(
        &run->diag, ZC_BAD_INPUT, NULL,
        "diff 要两个插件文件，也可再加一个人员 CSV，给了 %u 个；见 zhicheng diff --help",
        "diff takes two plugin files and perhaps a CSV of people, %u were given; see "
        "zhicheng diff --help",
        o->operand_count);
  }
  zc_diff diff = {0};
  zc_diff_options options = {.files = {o->operands[0], o->operands[1]},
                             .people = o->operand_count == 3 ? o->operands[2] : NULL,
                             .deployment = run->deployment};
  zc_status status = read_days(run, options.days);
  if (status == ZC_OK)
    status = zc_diff_make(&diff, &options, &run->diag);
  if (status == ZC_OK)
    status = report(run, &diff);
  zc_diff_free(&diff);
  return status;
}

static const char help_zh[] =
    "zhicheng diff 旧.so 新.so [人员.csv] [选项]\n\n"
    "同一地区的两个版本之间（或同一文件在两天之间）有什么变化：新增、删去和改动的行，\n"
    "参数的值；对每一处改变要求的行，给出一个结论改变的人，或证明没有这样的人。\n"
    "给出人员文件（格式同 "
    "batch）时，按结论、系列、层级和区划统计结论改变的人，并归到起因的行。\n\n"
    "  --as-of 日期      所问的那一天；缺省为今天（北京时间）\n"
    "  --to 日期         新的一方的日期，与前者不同时给出\n"
    "  --format text|json\n" ZC_HELP_OWN_PLUGINS_ZH "\n例：\n"
    "  zhicheng diff old/guangxi.so build/plugins/guangxi.so --as-of 2021-10-15\n"
    "  zhicheng diff build/plugins/inner_mongolia.so build/plugins/inner_mongolia.so \\\n"
    "    --as-of 2023-06-01 --to 2025-03-01\n";

static const char help_en[] =
    "zhicheng diff OLD.so NEW.so [PEOPLE.csv] [options]\n\n"
    "What changes between two versions of a region, or - with the same file twice - between "
    "two\n"
    "days: rows added, removed and changed, values of parameters, and for each row that asks\n"
    "something else a person whose answer changes, or the proof that there is none. With a\n"
    "file of people (as for `batch`) their changed answers are counted by verdict, series,\n"
    "level and place, and each is put down to the row that is the reason.\n\n"
    "  --as-of DATE      the day asked about; default today (Asia/Shanghai)\n"
    "  --to DATE         the day of the new side, where it is another\n"
    "  --format text|json\n" ZC_HELP_OWN_PLUGINS_EN "\nExamples:\n"
    "  zhicheng diff old/guangxi.so build/plugins/guangxi.so --as-of 2021-10-15\n"
    "  zhicheng diff build/plugins/inner_mongolia.so build/plugins/inner_mongolia.so \\\n"
    "    --as-of 2023-06-01 --to 2025-03-01\n";

const zc_command zc_command_diff = {
    .name = "diff",
    .usage = {"旧.so 新.so", "OLD.so NEW.so"},
    .summary = {"两个版本之间的变化", "what changes between two versions of a region"},
    .help = {help_zh, help_en},
    .options = ZC_TAKES(as_of) | ZC_TAKES(to) | ZC_TAKES(format),
    .takes_operands = 1,
    .run = run_diff};
