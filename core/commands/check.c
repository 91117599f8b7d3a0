/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng check: loads one plugin file alone and tells everything that is wrong with it. */
#include "commands/run.h"

#include <string.h>

static void describe(zc_buffer *b, const zc_region *region, zc_lang lang) {
  zc_buffer_printf(
      b,
      lang == ZC_LANG_ZH ? "%s：没有发现问题。地区 %s，版本 %s：文件 %u，条款 %u，规则和途径 "
                           "%u，转换 %u，单位 %u，日程 %u，附带事项 %u，参数 %u\n"
                         : "%s: nothing is wrong. Region %s, version %s: %u documents, "
                           "%u clauses, %u rules and routes, %u conversions, %u unit "
                           "rows, %u steps, %u effects, %u parameters\n",
      region->file, region->id, region->version, region->document_count, region->clause_count,
      region->rule_count, region->conversion_count, region->unit_count, region->step_count,
      region->effect_count, region->parameters.count);
  zc_buffer_printf(b, "%s\n", region->digest);
}

static zc_status check_plugin(zc_run *run, const char *file) {
  zc_region region;
  zc_buffer out = {0};
  memset(&region, 0, sizeof region);
  zc_status status = zc_region_load(&region, file, run->overrides, &run->diag);
  if (status == ZC_OK) {
    status = zc_region_digest(&region, &run->diag);
  }
  if (status == ZC_OK) {
    describe(&out, &region, run->lang);
    status = zc_run_write(run, &out);
    zc_region_free(&region);
  }
  zc_buffer_free(&out);
  return status == ZC_BAD_PLUGIN ? ZC_FAILED_CHECK : status;
}

zc_status zc_command_check(zc_run *run) {
  if (run->options.operand_count != 1) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "check 要一个插件文件，给了 %u 个；见 zhicheng check --help",
                     "check takes one plugin file, %u were given; see zhicheng check --help",
                     run->options.operand_count);
  }
  return check_plugin(run, run->options.operands[0]);
}
