/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng diff: what changes between two versions of a region, or between two days. */
#include "compare/diff.h"

#include "analysis/fingerprint.h"

#include <string.h>

/* The day of --as-of holds for both sides, unless --to names another one for the new side. */
static zc_status read_days(zc_diff *d) {
  zc_status status = zc_run_as_of(d->run, &d->days[0]);
  d->days[1] = d->days[0];
  const char *to = d->run->options.to;
  if (status == ZC_OK && to && zc_day_parse(to, &d->days[1]) != 0) {
    status = zc_report(&d->run->diag, ZC_BAD_INPUT, NULL,
                       "--to 的日期“%s”无效；应写成 2024-06-29 这样的日期",
                       "--to: '%s' is no date; write one like 2024-06-29", to);
  }
  return status;
}

static zc_status load_side(zc_diff *d, int side) {
  const char *file = d->run->options.operands[side];
  zc_region *region = &d->regions[side];
  zc_status status = zc_region_load(region, file, d->run->overrides, &d->run->diag);
  if (status != ZC_OK)
    return status;
  d->prints[side] = zc_fingerprints(region);
  d->sets[side] = (zc_rule_set){region, zc_workspace_new(region), d->days[side]};
  return d->prints[side] && d->sets[side].workspace ? zc_region_digest(region, &d->run->diag)
                                                    : zc_report_memory(&d->run->diag);
}

static zc_status load_sides(zc_diff *d) {
  zc_status status = load_side(d, 0);
  if (status == ZC_OK)
    status = load_side(d, 1);
  if (status == ZC_OK && strcmp(d->regions[0].id, d->regions[1].id) != 0) {
    status = zc_report(&d->run->diag, ZC_BAD_INPUT, NULL,
                       "%s 是地区 %s，%s 是地区 %s；diff 只比较同一地区的两个版本",
                       "%s is region %s and %s is region %s; diff compares two versions of one "
                       "region",
                       d->regions[0].file, d->regions[0].id, d->regions[1].file, d->regions[1].id);
  }
  return status;
}

static void end(zc_diff *d) {
  for (int side = 0; side < 2; side++) {
    zc_free(d->prints[side]);
    zc_workspace_free(d->sets[side].workspace);
    zc_region_free(&d->regions[side]);
  }
  zc_free(d->changes);
  zc_arena_free(&d->arena);
}

static zc_status compare(zc_diff *d) {
  zc_status status = zc_diff_parameters(d);
  if (status == ZC_OK)
    status = zc_diff_rows(d);
  if (status == ZC_OK && d->run->options.operand_count == 3)
    status = zc_diff_population(d, d->run->options.operands[2]);
  return status == ZC_OK ? zc_diff_examples(d) : status;
}

static zc_status report(zc_diff *d) {
  zc_buffer out = {0};
  if (zc_options_json(&d->run->options))
    zc_diff_json(&out, d);
  else
    zc_diff_text(&out, d, d->run->lang);
  zc_status status = zc_run_write(d->run, &out);
  zc_buffer_free(&out);
  return status;
}

zc_status zc_command_diff(zc_run *run) {
  uint32_t operands = run->options.operand_count;
  if (operands < 2 || operands > 3) {
    return zc_report(
        &run->diag, ZC_BAD_INPUT, NULL,
        "diff 要两个插件文件，也可再加一个人员 CSV，给了 %u 个；见 zhicheng diff --help",
        "diff takes two plugin files and perhaps a CSV of people, %u were given; see "
        "zhicheng diff --help",
        operands);
  }
  zc_diff d = {.run = run};
  zc_status status = read_days(&d);
  if (status == ZC_OK)
    status = load_sides(&d);
  if (status == ZC_OK)
    status = compare(&d);
  if (status == ZC_OK)
    status = report(&d);
  end(&d);
  return status;
}
