/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng regions: the plugins that are there, what they hold and lack, and which could not be
 * loaded. */
#include "commands/run.h"
#include "report/plugin_list.h"

/* A plugin that could not be loaded is a warning, for no region was asked. */
static void warn(zc_run *run, const zc_host *host) {
  for (uint32_t i = 0; i < host->count; i++) {
    const zc_loaded *p = &host->plugins[i];
    if (p->status != ZC_OK) {
      zc_report(&run->diag, ZC_OK, NULL, "插件 %s 未能加载：\n%s",
                "the plugin %s could not be loaded:\n%s", p->path, p->messages ? p->messages : "");
    }
  }
}

static zc_status write_plugins(zc_run *run, const zc_host *host, int32_t year) {
  zc_buffer out = {0};
  if (zc_options_json(&run->options))
    zc_json_plugin_list(&out, host, year);
  else
    zc_text_plugin_list(&out, host, year, run->lang);
  zc_status status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

zc_status zc_command_regions(zc_run *run) {
  zc_host host = {0};
  int32_t year = 0;
  zc_status status = zc_run_year(run, &year);
  if (status == ZC_OK)
    status = zc_run_host(run, &host);
  if (status == ZC_OK) {
    warn(run, &host);
    status = zc_host_digest(&host, &run->diag);
  }
  if (status == ZC_OK)
    status = write_plugins(run, &host, year);
  zc_host_close(&host);
  return status;
}
