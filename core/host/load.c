/* SPDX-License-Identifier: Apache-2.0 */
#include "host/load.h"
#include "base/memory.h"
#include "compile/extent.h"
#include "image/image.h"

#include <dlfcn.h>
#include <string.h>

zc_stem zc_path_stem(const char *path) {
  const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
  size_t length = strlen(name);
  if (length > 3 && strcmp(name + length - 3, ".so") == 0)
    length -= 3;
  else if (zc_is_image_name(name))
    length -= 4;
  return (zc_stem){name, length};
}

zc_status zc_as_plugin_error(zc_status status, zc_diagnostics *diag) {
  if (status != ZC_BAD_INPUT)
    return status;
  if (diag && diag->worst < ZC_BAD_PLUGIN)
    diag->worst = ZC_BAD_PLUGIN;
  return ZC_BAD_PLUGIN;
}

/* Reads the file and checks it. */
static zc_status read_plugin(const char *file, char **bytes, size_t *length, zc_file_info *info,
                             zc_diagnostics *diag) {
  zc_status status = zc_read_regular_file(file, ZC_PLUGIN_LIMIT, bytes, length, diag);
  if (status != ZC_OK)
    return zc_as_plugin_error(status, diag);
  const unsigned char *read = (const unsigned char *)*bytes;
  status = zc_checksum_check(file, read, *length, diag);
  if (status == ZC_OK)
    status = zc_file_check(file, read, *length, info, diag);
  if (status == ZC_OK)
    info->needs_trial = !zc_checksum_stands(read, *length);
  return status;
}

zc_status zc_plugin_inspect(const char *file, zc_file_info *info, zc_diagnostics *diag) {
  char *bytes = NULL;
  size_t length = 0;
  zc_status status = read_plugin(file, &bytes, &length, info, diag);
  zc_free(bytes);
  return status;
}

/* ---- what is looked at before it is opened ---- */

#define REFUSE(o, zh, en, ...)                                                                     \
  zc_report(diag, ZC_BAD_PLUGIN, &(zc_where){.file = (o)->file}, zh, en, __VA_ARGS__)

static zc_status check_stem(const zc_loading *l) {
  zc_diagnostics *diag = l->diag;
  zc_stem stem = zc_path_stem(l->file);
  if (strlen(l->info.region) == stem.length && memcmp(l->info.region, stem.text, stem.length) == 0)
    return ZC_OK;
  return REFUSE(l, "文件名与地区不符：插件属于地区“%s”，文件名应为 %s.so，现在是 %.*s；请改文件名",
                "the file's name is not the region's: the plugin is for region '%s', wanted %s.so, "
                "found %.*s; rename the file",
                l->info.region, l->info.region, (int)strlen(stem.text), stem.text);
}

static char *join(zc_arena *arena, const char *head, size_t head_length, const char *middle,
                  const char *tail) {
  size_t middle_length = strlen(middle), tail_length = strlen(tail);
  char *path = zc_arena_alloc(arena, head_length + middle_length + tail_length + 1);
  if (path) {
    memcpy(path, head, head_length);
    memcpy(path + head_length, middle, middle_length);
    memcpy(path + head_length + middle_length, tail, tail_length);
  }
  return path;
}

/* <directory>/<id>.so has its parameters in <directory>/<id>/parameters.ini. */
static zc_status read_parameters(zc_loading *l) {
  size_t directory = (size_t)(zc_path_stem(l->file).text - l->file);
  const char *parameters = join(&l->paths, l->file, directory, l->info.region, "/parameters.ini");
  const char *from = zc_overrides_of(l->deployment), *folder = from, *overrides = NULL;
  if (folder)
    folder = join(&l->paths, folder, strlen(folder), "/", "");
  if (folder)
    overrides = join(&l->paths, folder, strlen(folder), l->info.region, ".ini");
  if (!parameters || (from && !overrides))
    return zc_report_memory(l->diag);
  zc_status status = zc_parameter_text_read(&l->parameters, parameters, 0);
  if (status == ZC_OK)
    status = zc_parameter_text_read(&l->overrides, overrides, 1);
  return status == ZC_OK ? ZC_OK : zc_report_memory(l->diag);
}

void zc_loading_begin(zc_loading *l) {
  memset(l->region, 0, sizeof *l->region);
  if (zc_is_image_name(l->file)) {
    l->status = zc_image_load(l->region, l->file, l->deployment, l->diag);
    return;
  }
  l->status = read_plugin(l->file, &l->bytes, &l->length, &l->info, l->diag);
}

void zc_loading_free(zc_loading *l) {
  zc_free(l->bytes);
  zc_parameter_text_free(&l->parameters);
  zc_parameter_text_free(&l->overrides);
  zc_arena_free(&l->paths);
  zc_opening_free(&l->opening);
}

/* ---- opening in this process, which is a worker ---- */

/* The object that was opened says the same as the note that was checked. */
static zc_status check_object(const zc_plugin_link *link, const zc_region_plugin *plugin,
                              zc_diagnostics *diag) {
  const zc_file_info *info = link->info;
  zc_extent extent;
  zc_extent_find(&extent, plugin);
  const char *id = zc_extent_holds_text(&extent, plugin->id) && plugin->id ? plugin->id : "";
  int same_id = strcmp(id, info->region) == 0;
  int same_sizes = plugin->size == info->region_size && plugin->chapter_size == info->chapter_size;
  if (same_id && same_sizes && plugin->abi_major == info->abi_major &&
      plugin->abi_minor == info->abi_minor)
    return ZC_OK;
  return REFUSE(
      link,
      "注记与对象不一致：注记写的是地区“%s”、接口 %u.%u，对象里是“%s”、%u.%u；请只用 ZC_PLUGIN "
      "一处写出两者，并重新构建",
      "the note and the object differ: the note says region '%s', ABI %u.%u, the object "
      "says region '%s', ABI %u.%u; let one ZC_PLUGIN make both and build the plugin again",
      info->region, info->abi_major, info->abi_minor, id, plugin->abi_major, plugin->abi_minor);
}

/* The linker's words, without the path that it was given. */
static const char *linker_error(const char *path) {
  const char *reason = dlerror();
  size_t length = strlen(path);
  if (!reason)
    return "?";
  return strncmp(reason, path, length) == 0 && strncmp(reason + length, ": ", 2) == 0
             ? reason + length + 2
             : reason;
}

zc_status zc_plugin_open(const zc_plugin_link *link, void **library,
                         const zc_region_plugin **plugin, zc_diagnostics *diag) {
  *library = dlopen(link->path, RTLD_NOW | RTLD_LOCAL);
  *plugin = *library ? dlsym(*library, ZC_SYMBOL) : NULL;
  if (*plugin)
    return check_object(link, *plugin, diag);
  return REFUSE(link, "系统无法打开这个共享库：%s；请用 make 重新构建插件",
                "the system cannot open this shared object: %s; build the plugin with make",
                linker_error(link->path));
}

/* What dlopen is given must have a slash, or it would search the system's libraries. */
static const char *path_for_dlopen(zc_loading *l) {
  return strchr(l->file, '/') ? l->file : join(&l->paths, "./", 2, l->file, "");
}

static zc_status open_here(zc_loading *l) {
  zc_plugin_link link = {l->file, path_for_dlopen(l), &l->info};
  const zc_region_plugin *plugin = NULL;
  void *library = NULL;
  zc_status status =
      link.path ? zc_plugin_open(&link, &library, &plugin, l->diag) : zc_report_memory(l->diag);
  if (status == ZC_OK)
    status =
        zc_region_compile_read(l->region, plugin, l->file, &l->parameters, &l->overrides, l->diag);
  if (status == ZC_OK) {
    l->region->library = library;
    zc_region_use(l->region, zc_data_of(l->deployment));
  } else if (library) {
    dlclose(library);
  }
  return status;
}

/* ---- opening in workers ---- */

/* The region was read: its public tables are those of the deployment. */
static void use_region(zc_loading *l) {
  zc_region_use(l->region, zc_data_of(l->deployment));
  l->status = zc_region_digest(l->region, l->diag);
  if (l->status != ZC_OK)
    zc_region_free(l->region);
}

static void make_region(zc_loading *l) {
  const zc_opening *o = &l->opening;
  l->status = o->status;
  if (l->status == ZC_OK)
    l->status = zc_image_read(l->region, l->file, o->image, o->image_length, l->diag);
  if (l->status != ZC_OK)
    return;
  if (l->region->function_count) {
    zc_region_free(l->region);
    l->status = open_here(l);
    return;
  }
  zc_cache_keep(&l->kept, o);
  use_region(l);
}

static int is_waiting(const zc_loading *l) {
  return l->status == ZC_OK && l->bytes;
}

static void set_opening(zc_loading *l) {
  l->opening = (zc_opening){.file = l->file,
                            .plugin = l->bytes,
                            .length = l->length,
                            .info = &l->info,
                            .parameters = &l->parameters,
                            .overrides = &l->overrides,
                            .diag = l->diag};
}

/* Those that are in the cache are ready; the others are opened. */
static void run_in_workers(zc_loading *list, uint32_t count, zc_opening **openings) {
  uint32_t waiting = 0;
  for (uint32_t i = 0; i < count; i++) {
    zc_loading *l = &list[i];
    if (!is_waiting(l))
      continue;
    set_opening(l);
    zc_cache_find(&l->kept, &l->opening);
    l->is_kept = zc_cache_read(&l->kept, l->region, l->file);
    if (!l->is_kept)
      openings[waiting++] = &l->opening;
  }
  zc_openings_run(openings, waiting);
  for (uint32_t i = 0; i < count; i++)
    if (is_waiting(&list[i]) && list[i].is_kept)
      use_region(&list[i]);
    else if (is_waiting(&list[i]))
      make_region(&list[i]);
}

void zc_loadings_run(zc_loading *list, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (is_waiting(&list[i]))
      list[i].status = check_stem(&list[i]);
    if (is_waiting(&list[i]))
      list[i].status = read_parameters(&list[i]);
  }
  zc_opening **openings = zc_alloc((count + 1) * sizeof *openings);
  for (uint32_t i = 0; i < count; i++)
    if (!openings && is_waiting(&list[i]))
      list[i].status = zc_report_memory(list[i].diag);
    else if (zc_worker_is_inside() && is_waiting(&list[i]))
      list[i].status = open_here(&list[i]);
  if (openings && !zc_worker_is_inside())
    run_in_workers(list, count, openings);
  zc_free(openings);
}

zc_status zc_region_load(zc_region *region, const char *file, const zc_deployment *deployment,
                         zc_diagnostics *diag) {
  zc_loading l = {.file = file, .deployment = deployment, .region = region, .diag = diag};
  zc_loading_begin(&l);
  zc_loadings_run(&l, 1);
  zc_loading_free(&l);
  return l.status;
}
