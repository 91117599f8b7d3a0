/* SPDX-License-Identifier: Apache-2.0 */
/* All plugins of a directory, each loaded by itself: what one of them lacks costs the others
 * nothing. */
#include "host/load.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- the files of a directory ---- */

typedef struct listing {
  char **paths; /* each of its own; sorted by name */
  uint32_t count, capacity;
} listing;

static void listing_free(listing *list) {
  for (uint32_t i = 0; i < list->count; i++)
    zc_free(list->paths[i]);
  zc_free(list->paths);
}

static int listing_add(listing *list, const char *directory, const char *name) {
  if (list->count == list->capacity) {
    uint32_t capacity = list->capacity ? list->capacity * 2 : 16;
    char **larger = zc_realloc(list->paths, capacity * sizeof *larger);
    if (!larger)
      return 0;
    list->paths = larger;
    list->capacity = capacity;
  }
  size_t length = strlen(directory);
  while (length > 1 && directory[length - 1] == '/')
    length--;
  char *path = zc_alloc(length + strlen(name) + 2);
  if (!path)
    return 0;
  memcpy(path, directory, length);
  path[length] = '/';
  memcpy(path + length + 1, name, strlen(name) + 1);
  list->paths[list->count++] = path;
  return 1;
}

int zc_is_plugin_name(const char *name) {
  size_t length = strlen(name);
  if (name[0] == '.')
    return 0;
  return zc_is_image_name(name) || (length > 3 && strcmp(name + length - 3, ".so") == 0);
}

static int compare_paths(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

static zc_status list_plugins(listing *list, const char *directory, zc_diagnostics *diag) {
  DIR *folder = opendir(directory);
  if (!folder)
    return zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = directory},
                     "无法读取插件目录：%s；请指明已有的目录（命令行用 --plugins）",
                     "the directory of plugins cannot be read: %s; name one that is there (the "
                     "program: --plugins)",
                     strerror(errno));
  zc_status status = ZC_OK;
  for (struct dirent *entry; status == ZC_OK && (entry = readdir(folder));)
    if (zc_is_plugin_name(entry->d_name) && !listing_add(list, directory, entry->d_name))
      status = zc_report_memory(diag);
  closedir(folder);
  if (list->count)
    qsort(list->paths, list->count, sizeof *list->paths, compare_paths);
  return status;
}

/* ---- loading one ---- */

static void name_entry(zc_loaded *entry) {
  zc_stem stem = zc_path_stem(entry->path);
  size_t length = stem.length < sizeof entry->id ? stem.length : sizeof entry->id - 1;
  memcpy(entry->id, stem.text, length);
  entry->id[length] = 0;
}

/* The file that has the region's name, where this one has not, or stands behind it; NULL: this one
 * is it. */
static const char *rightful_file(const zc_host *host, const zc_loaded *entry, const char *region) {
  for (uint32_t i = 0; i < host->count && &host->plugins[i] != entry; i++)
    if (strcmp(host->plugins[i].id, region) == 0)
      return host->plugins[i].path;
  if (strcmp(entry->id, region) == 0)
    return NULL;
  zc_loaded *other = zc_host_find((zc_host *)host, region);
  return other ? other->path : NULL;
}

static zc_status check_unique(zc_host *host, zc_loaded *entry, const char *region,
                              zc_diagnostics *diag) {
  const char *rightful = rightful_file(host, entry, region);
  if (!rightful)
    return ZC_OK;
  return zc_report(diag, ZC_BAD_PLUGIN, &(zc_where){.file = entry->path},
                   "地区重复：“%s”由 %s 提供，每个地区只能有一个插件；请删去其中一个文件",
                   "duplicate region: '%s' is provided by %s, and a region has one plugin; "
                   "remove one of the two files",
                   region, rightful);
}

static void keep_messages(zc_loaded *entry, zc_diagnostics *own) {
  const char *text = own->errors || own->warnings ? zc_diagnostics_text(own) : NULL;
  if (text)
    entry->messages = zc_copy(text, strlen(text));
}

/* ---- the host ---- */

static void begin_entry(zc_host *host, zc_loaded *entry, zc_loading *l) {
  entry->region = zc_calloc(1, sizeof *entry->region);
  l->region = entry->region;
  l->status = entry->region ? ZC_OK : zc_report_memory(l->diag);
  if (l->status == ZC_OK && zc_is_image_name(entry->path))
    l->status = check_unique(host, entry, entry->id, l->diag);
  if (l->status != ZC_OK)
    return;
  zc_loading_begin(l);
  if (*l->info.region && l->status == ZC_OK)
    l->status = check_unique(host, entry, l->info.region, l->diag);
}

static void end_entry(zc_loaded *entry, zc_loading *l) {
  entry->status = l->status;
  if (entry->status != ZC_OK) {
    zc_free(entry->region);
    entry->region = NULL;
  }
  keep_messages(entry, l->diag);
  zc_loading_free(l);
  zc_diagnostics_free(l->diag);
}

/* Memory that runs out is no plugin's fault: the whole is then incomplete. */
static zc_status load_all(zc_host *host, const zc_deployment *deployment, zc_lang lang,
                          zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  zc_loading *list = zc_calloc(host->count + 1, sizeof *list);
  zc_diagnostics *own = zc_calloc(host->count + 1, sizeof *own);
  for (uint32_t i = 0; list && own && i < host->count; i++) {
    own[i].lang = lang;
    list[i] =
        (zc_loading){.file = host->plugins[i].path, .deployment = deployment, .diag = &own[i]};
    begin_entry(host, &host->plugins[i], &list[i]);
  }
  if (list && own)
    zc_loadings_run(list, host->count);
  else
    status = zc_report_memory(diag);
  for (uint32_t i = 0; list && own && i < host->count; i++) {
    end_entry(&host->plugins[i], &list[i]);
    if (host->plugins[i].status == ZC_NO_RESOURCE && status == ZC_OK)
      status = zc_report_memory(diag);
  }
  zc_free(list);
  zc_free(own);
  return status;
}

zc_status zc_host_open(zc_host *host, const char *directory, const zc_deployment *deployment,
                       zc_lang lang, zc_diagnostics *diag) {
  listing list = {0};
  memset(host, 0, sizeof *host);
  zc_status status = list_plugins(&list, directory, diag);
  zc_loaded *plugins = status == ZC_OK ? zc_calloc(list.count + 1, sizeof *plugins) : NULL;
  if (!plugins) {
    listing_free(&list);
    return status == ZC_OK ? zc_report_memory(diag) : status;
  }
  for (uint32_t i = 0; i < list.count; i++) {
    plugins[i].path = list.paths[i];
    name_entry(&plugins[i]);
  }
  host->plugins = plugins;
  host->count = list.count;
  host->directory = directory;
  zc_free(list.paths);
  status = load_all(host, deployment, lang, diag);
  if (status == ZC_OK)
    zc_overrides_warn(host, zc_overrides_of(deployment), diag);
  else
    zc_host_close(host);
  return status;
}

void zc_host_close(zc_host *host) {
  for (uint32_t i = 0; i < host->count; i++) {
    zc_loaded *entry = &host->plugins[i];
    if (entry->region)
      zc_region_free(entry->region);
    zc_free(entry->region);
    zc_free(entry->path);
    zc_free(entry->messages);
  }
  zc_free(host->plugins);
  memset(host, 0, sizeof *host);
}

zc_loaded *zc_host_find(const zc_host *host, const char *region_id) {
  for (uint32_t i = 0; i < host->count; i++)
    if (strcmp(host->plugins[i].id, region_id) == 0)
      return &host->plugins[i];
  return NULL;
}

zc_status zc_host_digest(zc_host *host, zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  for (uint32_t i = 0; status == ZC_OK && i < host->count; i++) {
    zc_region *region = host->plugins[i].region;
    if (host->plugins[i].status == ZC_OK && !*region->digest)
      status = zc_region_digest(region, diag);
  }
  return status;
}
