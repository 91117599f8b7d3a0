/* SPDX-License-Identifier: Apache-2.0 */
/* The region that somebody asks for by its id, or that there is any. */
#include "host/host.h"

#include "base/memory.h"
#include "base/words.h"

#include <string.h>

/* Those there are, and the one that was probably meant. */
static zc_status report_unknown(const zc_host *host, const char *id, const char *names,
                                const char *near, zc_diagnostics *diag) {
  if (host->count == 0) {
    return zc_report(diag, ZC_BAD_INPUT, NULL,
                     "没有地区“%s”：目录 %s 中没有插件；请指明插件目录（命令行用 --plugins）",
                     "no region '%s': the directory %s holds no plugin; name the directory of the "
                     "plugins (the program: --plugins)",
                     id, host->directory);
  }
  if (near) {
    return zc_report(diag, ZC_BAD_INPUT, NULL, "没有地区“%s”；是否指 %s？现有：%s",
                     "no region '%s'; did you mean %s? There are: %s", id, near, names);
  }
  return zc_report(diag, ZC_BAD_INPUT, NULL,
                   "没有地区“%s”；%s 中现有：%s；别处的插件要指定目录（命令行用 --plugins）",
                   "no region '%s'; in %s there are: %s; another folder can be named (the "
                   "program: --plugins)",
                   id, host->directory, names);
}

static zc_status report_none(const zc_host *host, const char *id, zc_diagnostics *diag) {
  zc_suggestion near = {.wanted = id, .wanted_length = strlen(id)};
  zc_buffer list = {0};
  for (uint32_t i = 0; i < host->count; i++) {
    zc_suggest(&near, host->plugins[i].id);
    zc_buffer_printf(&list, "%s%s", i > 0 ? ", " : "", host->plugins[i].id);
  }
  const char *names = zc_buffer_text(&list);
  zc_status status =
      names ? report_unknown(host, id, names, near.best, diag) : zc_report_memory(diag);
  zc_buffer_free(&list);
  return status;
}

zc_status zc_host_require(const zc_host *host, const char *id, zc_loaded **plugin,
                          zc_diagnostics *diag) {
  zc_loaded *found = zc_host_find(host, id);
  if (!found)
    return report_none(host, id, diag);
  *plugin = found;
  if (found->status == ZC_OK)
    return ZC_OK;
  return zc_report(diag, found->status == ZC_NO_RESOURCE ? ZC_NO_RESOURCE : ZC_BAD_PLUGIN, NULL,
                   "地区 %s 的插件 %s 未能加载：\n%s",
                   "the plugin of region %s, %s, could not be loaded:\n%s", found->id, found->path,
                   found->messages ? found->messages : "");
}

zc_status zc_host_require_any(const zc_host *host, zc_diagnostics *diag) {
  for (uint32_t i = 0; i < host->count; i++)
    if (host->plugins[i].status == ZC_OK)
      return ZC_OK;
  return zc_report(diag, host->count > 0 ? ZC_BAD_PLUGIN : ZC_BAD_INPUT, NULL,
                   "目录 %s 中没有可用的插件；请指明插件目录（命令行用 --plugins）",
                   "the directory %s holds no plugin that could be loaded; name the directory of "
                   "the plugins (the program: --plugins)",
                   host->directory);
}
