/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng diff: what changes between two versions of a region, or between two days. */
#include "compare/diff.h"
#include "base/given_day.h"
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

zc_status zc_command_diff(zc_run *run) {
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
                             .overrides = run->overrides};
  zc_status status = read_days(run, options.days);
  if (status == ZC_OK)
    status = zc_diff_make(&diff, &options, &run->diag);
  if (status == ZC_OK)
    status = report(run, &diff);
  zc_diff_free(&diff);
  return status;
}
