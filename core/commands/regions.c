/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng regions: the plugins that are there, what they hold and lack, and which could not be
 * loaded. */
#include "commands/help.h"
#include "commands/run.h"
#include "report/plugin_list.h"

/* A plugin that could not be loaded is a warning, for no region was asked; with --check it is what
 * was asked about. */
static zc_status warn(zc_run *run, const zc_host *host) {
  zc_status found = ZC_OK;
  for (uint32_t i = 0; i < host->count; i++) {
    const zc_loaded *p = &host->plugins[i];
    if (p->status != ZC_OK) {
      zc_report(&run->diag, ZC_OK, NULL, "插件 %s 未能加载：\n%s",
                "the plugin %s could not be loaded:\n%s", p->path, p->messages ? p->messages : "");
      found = run->options.check ? ZC_FAILED_CHECK : ZC_OK;
    }
  }
  return found;
}

/* The day of today, or the last one of another year. */
static zc_day day_of(int32_t year) {
  zc_day today = zc_today_shanghai();
  return zc_civil_of(today).year == year ? today : zc_day_of(year, 12, 31);
}

static zc_status write_plugins(zc_run *run, const zc_host *host, zc_day day) {
  zc_buffer out = {0};
  if (zc_options_json(&run->options))
    zc_json_plugin_list(&out, host, day);
  else {
    zc_text_plugin_list(&out, host, day, run->lang);
    zc_text_data(&out, run->data ? run->data : &zc_data_standard, run->lang);
  }
  zc_status status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

static zc_status run_regions(zc_run *run) {
  zc_host host = {0};
  int32_t year = 0;
  zc_status found = ZC_OK;
  zc_status status = zc_run_year(run, &year);
  if (status == ZC_OK)
    status = zc_run_host(run, &host);
  if (status == ZC_OK) {
    found = warn(run, &host);
    status = zc_host_digest(&host, &run->diag);
  }
  if (status == ZC_OK)
    status = write_plugins(run, &host, day_of(year));
  zc_host_close(&host);
  return status == ZC_OK ? found : status;
}

static const char help_zh[] =
    "zhicheng regions [选项]\n\n"
    "现有的地区：文件、类别、版本和规则摘要；过期的和没有值（“尚未录入”）的参数；"
    "以及未能加载的插件和原因；\n"
    "最后是所用公共数据的日期和出处。\n"
    "参数的值最晚的日期早于这一年的，即为过期；值不带日期的，不会过期。已经失效的文件也会注明。\n\n"
    "  --year YYYY       按哪一年看，四位数字；默认为今年\n"
    "  --check           有插件未能加载时，退出状态为 1\n"
    "  --format text|json\n" ZC_HELP_COMMON_ZH;

static const char help_en[] =
    "zhicheng regions [options]\n\n"
    "The regions whose plugins are there: documents, tracks, version and the digest of the\n"
    "rules; parameters that are out of date, and those `not entered here`, which have no\n"
    "value; the plugins that could not be loaded, with the reason; and the days of the public\n"
    "tables, with the files that they are of. A parameter is out of\n"
    "date when the latest day of its values lies before the year; one whose values have no "
    "day\nnever is. Documents that have ended are marked.\n\n"
    "  --year YYYY       the year to hold them against, four digits; by default this one\n"
    "  --check           ends with 1 where a plugin could not be loaded\n"
    "  --format text|json\n" ZC_HELP_COMMON_EN;

const zc_command zc_command_regions = {.name = "regions",
                                       .usage = {"", ""},
                                       .summary = {"现有的地区", "the regions there are"},
                                       .help = {help_zh, help_en},
                                       .options = ZC_TAKES(year) | ZC_TAKES(format) |
                                                  ZC_TAKES(check) | ZC_TAKES(plugins),
                                       .run = run_regions};
