/* SPDX-License-Identifier: Apache-2.0 */
/* The rules of a folder of plugins, loaded for others to ask. */
#include "library/library.h"

#include "base/words.h"
#include "host/configuration.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

#ifndef ZC_PLUGIN_DIR
#define ZC_PLUGIN_DIR "/usr/local/lib/zhicheng/plugins"
#endif

/* The library that reads configurations and parameters keeps state of its own. */
static pthread_mutex_t opening = PTHREAD_MUTEX_INITIALIZER;

const char *zc_library_version(void) {
  return ZC_VERSION;
}

void zc_message_free(char *message) {
  zc_free(message);
}

/* ---- where the plugins are ---- */

/* `name` in the folder of the file `path`, where it is a directory; else NULL. */
static zc_status find_beside(const char *path, const char *name, char **found,
                             zc_diagnostics *diag) {
  const char *slash = strrchr(path, '/');
  size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
  char *joined = zc_alloc(folder + strlen(name) + 1);
  if (!joined)
    return zc_report_memory(diag);
  memcpy(joined, path, folder);
  memcpy(joined + folder, name, strlen(name) + 1);
  if (zc_is_directory(joined))
    *found = joined;
  else
    zc_free(joined);
  return ZC_OK;
}

static zc_status find_folder(char **found, zc_diagnostics *diag) {
  static const char *const names[] = {"zhicheng/plugins", "plugins"};
  Dl_info self;
  zc_status status = ZC_OK;
  int is_known = dladdr(&opening, &self) != 0 && self.dli_fname;
  for (size_t i = 0; is_known && status == ZC_OK && !*found && i < 2; i++)
    status = find_beside(self.dli_fname, names[i], found, diag);
  if (status == ZC_OK && !*found) {
    *found = zc_copy(ZC_PLUGIN_DIR, strlen(ZC_PLUGIN_DIR));
    status = *found ? ZC_OK : zc_report_memory(diag);
  }
  return status;
}

static zc_status configure(zc_configuration *c, const char *plugins, const char *config,
                           zc_diagnostics *diag) {
  if (plugins) {
    c->plugins = zc_copy(plugins, strlen(plugins));
    if (!c->plugins)
      return zc_report_memory(diag);
  }
  zc_status status = config ? zc_configuration_read(c, config, diag) : ZC_OK;
  return status == ZC_OK && !c->plugins ? find_folder(&c->plugins, diag) : status;
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
  zc_status status = zc_host_open(&r->host, c->plugins, c->overrides, c->lang, diag);
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

static zc_status open_regions(zc_regions *r, const char *plugins, const char *config,
                              zc_diagnostics *diag) {
  zc_configuration c = {.lang = diag->lang};
  pthread_mutex_lock(&opening);
  zc_status status = configure(&c, plugins, config, diag);
  if (status == ZC_OK)
    status = load(r, &c, diag);
  pthread_mutex_unlock(&opening);
  r->folder = c.plugins;
  r->lang = c.lang;
  c.plugins = NULL;
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
  zc_status status = r ? open_regions(r, plugins, config, &diag) : zc_report_memory(&diag);
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
  zc_free(regions->infos);
  zc_free(regions->folder);
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

static zc_status report_unknown(const zc_regions *regions, const char *id, zc_diagnostics *diag) {
  zc_suggestion near = {.wanted = id, .wanted_length = strlen(id)};
  zc_buffer list = {0};
  for (uint32_t i = 0; i < regions->host.count; i++) {
    zc_suggest(&near, regions->infos[i].id);
    zc_buffer_printf(&list, "%s%s", i > 0 ? ", " : "", regions->infos[i].id);
  }
  const char *names = zc_buffer_text(&list);
  zc_status status;
  if (!names) {
    status = zc_report_memory(diag);
  } else if (near.best) {
    status = zc_report(diag, ZC_BAD_INPUT, NULL, "没有地区“%s”；是否指 %s？现有：%s",
                       "no region '%s'; did you mean %s? There are: %s", id, near.best, names);
  } else {
    status = zc_report(diag, ZC_BAD_INPUT, NULL, "没有地区“%s”；目录 %s 中有：%s",
                       "no region '%s'; in %s there are: %s", id, regions->folder, names);
  }
  zc_buffer_free(&list);
  return status;
}

zc_status zc_regions_require(const zc_regions *regions, const char *id, uint32_t *index,
                             zc_diagnostics *diag) {
  const zc_region_info *info = id ? zc_regions_find(regions, id) : NULL;
  if (!id) {
    return zc_report(diag, ZC_BAD_INPUT, NULL, "没有写明地区；请给出地区代号",
                     "no region is named; give the id of one");
  }
  if (!info)
    return report_unknown(regions, id, diag);
  *index = (uint32_t)(info - regions->infos);
  if (info->status == ZC_OK)
    return ZC_OK;
  return zc_report(diag, ZC_BAD_PLUGIN, NULL, "地区 %s 的插件 %s 未能加载：\n%s",
                   "the plugin of region %s, %s, could not be loaded:\n%s", id, info->file,
                   info->message ? info->message : "");
}

zc_status zc_library_flags(uint32_t flags, zc_diagnostics *diag) {
  return (flags & ~ZC_STRICT) == 0
             ? ZC_OK
             : zc_report(diag, ZC_BAD_INPUT, NULL, "flags 只可为 0 或 ZC_STRICT，现为 %u",
                         "flags are 0 or ZC_STRICT, not %u", flags);
}
