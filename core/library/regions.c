/* SPDX-License-Identifier: Apache-2.0 */
/* The rules of a folder of plugins, loaded for others to ask. */
#include "library/library.h"

#include "batch/file.h"
#include "host/configuration.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

/* The library that reads configurations and parameters keeps state of its own. */
static pthread_mutex_t opening = PTHREAD_MUTEX_INITIALIZER;

const char *zc_library_version(void) {
  return ZC_VERSION;
}

void zc_message_free(char *message) {
  zc_free(message);
}

/* ---- opening ---- */

static zc_region_info describe(const zc_loaded *plugin) {
  const zc_region *region = plugin->region;
  zc_region_info info = {.id = plugin->id,
                         .file = plugin->path,
                         .status = plugin->status,
                         .message = plugin->messages};
  if (plugin->status == ZC_OK) {
    info.name_zh = region->name.zh;
    info.name_en = region->name.en;
    info.version = region->version;
    info.digest = region->digest;
  }
  return info;
}

static zc_status load(zc_regions *r, const zc_configuration *c, zc_diagnostics *diag) {
  zc_status status =
      zc_host_open(&r->host, c->plugins, &(zc_deployment){c->overrides, c->data}, c->lang, diag);
  if (status == ZC_OK)
    status = zc_host_digest(&r->host, diag);
  if (status != ZC_OK)
    return status;
  r->infos = zc_calloc(r->host.count + 1, sizeof *r->infos);
  if (!r->infos)
    return zc_report_memory(diag);
  for (uint32_t i = 0; i < r->host.count; i++)
    r->infos[i] = describe(&r->host.plugins[i]);
  return ZC_OK;
}

/* Beside the library, as installed and as built. */
static const zc_plugin_place places[] = {{"zhicheng/plugins", 0}, {"plugins", 0}};

static zc_status open_regions(zc_regions *r, const char *plugins, const char *config,
                              zc_diagnostics *diag) {
  Dl_info self;
  int is_known = dladdr(&opening, &self) != 0 && self.dli_fname;
  zc_configuration_request request = {.plugins = plugins,
                                      .config = config,
                                      .self = is_known ? self.dli_fname : NULL,
                                      .places = places,
                                      .place_count = sizeof places / sizeof places[0]};
  zc_configuration c = {.lang = diag->lang};
  pthread_mutex_lock(&opening);
  zc_status status = zc_configuration_make(&c, &request, diag);
  if (status == ZC_OK)
    status = load(r, &c, diag);
  pthread_mutex_unlock(&opening);
  r->folder = c.plugins;
  r->lang = c.lang;
  r->precision = c.precision;
  r->data = c.data;
  c.plugins = NULL;
  c.data = NULL;
  zc_configuration_free(&c);
  return status;
}

/* NULL where memory for it is wanting: the status then says enough. */
void zc_library_trouble(char **trouble, zc_diagnostics *diag) {
  if (trouble) {
    const char *text = zc_diagnostics_text(diag);
    *trouble = *text != '\0' ? zc_copy(text, strlen(text)) : NULL;
  }
}

zc_status zc_regions_open(zc_regions **regions, const char *plugins, const char *config,
                          zc_lang lang, char **trouble) {
  zc_diagnostics diag = {.lang = lang};
  zc_regions *r = zc_calloc(1, sizeof *r);
  *regions = NULL;
  if (r)
    r->texts = zc_kept_texts_new();
  zc_status status =
      r && r->texts ? open_regions(r, plugins, config, &diag) : zc_report_memory(&diag);
  zc_library_trouble(trouble, &diag);
  zc_diagnostics_free(&diag);
  if (status == ZC_OK)
    *regions = r;
  else
    zc_regions_close(r);
  return status;
}

void zc_regions_close(zc_regions *regions) {
  if (!regions)
    return;
  zc_host_close(&regions->host);
  zc_kept_texts_free(regions->texts);
  zc_free(regions->infos);
  zc_free(regions->folder);
  zc_data_free(regions->data);
  zc_free(regions);
}

/* ---- what was loaded ---- */

uint32_t zc_regions_count(const zc_regions *regions) {
  return regions->host.count;
}

const zc_region_info *zc_regions_at(const zc_regions *regions, uint32_t index) {
  return index < regions->host.count ? &regions->infos[index] : NULL;
}

const zc_region_info *zc_regions_find(const zc_regions *regions, const char *id) {
  for (uint32_t i = 0; id && i < regions->host.count; i++)
    if (strcmp(regions->infos[i].id, id) == 0)
      return &regions->infos[i];
  return NULL;
}

const char *zc_regions_folder(const zc_regions *regions) {
  return regions->folder;
}

zc_status zc_regions_require(const zc_regions *regions, const char *id, uint32_t *index,
                             zc_diagnostics *diag) {
  zc_loaded *plugin = NULL;
  if (!id) {
    return zc_report(diag, ZC_BAD_INPUT, NULL, "没有写明地区；请给出地区代号",
                     "no region is named; give the id of one");
  }
  zc_status status = zc_host_require(&regions->host, id, &plugin, diag);
  if (status == ZC_OK)
    *index = (uint32_t)(plugin - regions->host.plugins);
  return status;
}

zc_status zc_library_flags(uint32_t flags, zc_diagnostics *diag) {
  static const uint32_t both = ZC_MONTHS_FIRST | ZC_MONTHS_LAST;
  if ((flags & both) == both) {
    return zc_report(diag, ZC_BAD_INPUT, NULL,
                     "flags 中 ZC_MONTHS_FIRST 和 ZC_MONTHS_LAST 只能有一个",
                     "flags have ZC_MONTHS_FIRST or ZC_MONTHS_LAST, not both");
  }
  return (flags & ~(ZC_STRICT | both)) == 0
             ? ZC_OK
             : zc_report(diag, ZC_BAD_INPUT, NULL,
                         "flags 只可由 ZC_STRICT、ZC_MONTHS_FIRST 或 ZC_MONTHS_LAST 组成，现为 %u",
                         "flags are of ZC_STRICT and ZC_MONTHS_FIRST or ZC_MONTHS_LAST, not %u",
                         flags);
}

zc_month_precision zc_library_precision(const zc_regions *regions, uint32_t flags) {
  zc_month_precision asked = zc_precision_of(flags);
  return asked ? asked : regions->precision;
}
