/* SPDX-License-Identifier: Apache-2.0 */
#include "host/load.h"
#include "base/memory.h"
#include "compile/extent.h"
#include "host/trial.h"

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

zc_status zc_plugin_inspect(const char *file, zc_file_info *info, zc_diagnostics *diag) {
  char *bytes = NULL;
  size_t length = 0;
  zc_status status = zc_read_regular_file(file, ZC_PLUGIN_LIMIT, &bytes, &length, diag);
  if (status != ZC_OK)
    return zc_as_plugin_error(status, diag);
  status = zc_checksum_check(file, (const unsigned char *)bytes, length, diag);
  if (status == ZC_OK)
    status = zc_file_check(file, (const unsigned char *)bytes, length, info, diag);
  if (status == ZC_OK)
    info->needs_trial = !zc_checksum_stands((const unsigned char *)bytes, length);
  zc_free(bytes);
  return status;
}

/* ---- opening ---- */

typedef struct zc_opening {
  const char *file;
  const zc_file_info *info;
  zc_diagnostics *diag;
  zc_arena paths; /* while the plugin is opened */
} zc_opening;

#define REFUSE(o, zh, en, ...)                                                                     \
  zc_report((o)->diag, ZC_BAD_PLUGIN, &(zc_where){.file = (o)->file}, zh, en, __VA_ARGS__)

static zc_status check_stem(const zc_opening *o) {
  zc_stem stem = zc_path_stem(o->file);
  if (strlen(o->info->region) == stem.length &&
      memcmp(o->info->region, stem.text, stem.length) == 0)
    return ZC_OK;
  return REFUSE(o, "文件名与地区不符：插件属于地区“%s”，文件名应为 %s.so，现在是 %.*s；请改文件名",
                "the file's name is not the region's: the plugin is for region '%s', wanted %s.so, "
                "found %.*s; rename the file",
                o->info->region, o->info->region, (int)strlen(stem.text), stem.text);
}

/* What dlopen is given must have a slash, or it would search the system's libraries. */
static const char *path_for_dlopen(zc_opening *o) {
  if (strchr(o->file, '/'))
    return o->file;
  char *path = zc_arena_alloc(&o->paths, strlen(o->file) + 3);
  if (path) {
    memcpy(path, "./", 2);
    memcpy(path + 2, o->file, strlen(o->file));
  }
  return path;
}

/* The object that was opened says the same as the note that was checked. */
static zc_status check_object(const zc_opening *o, const zc_region_plugin *plugin) {
  const zc_file_info *info = o->info;
  zc_extent extent;
  zc_extent_find(&extent, plugin);
  const char *id = zc_extent_holds_text(&extent, plugin->id) && plugin->id ? plugin->id : "";
  int same_id = strcmp(id, info->region) == 0;
  int same_sizes = plugin->size == info->region_size && plugin->chapter_size == info->chapter_size;
  if (same_id && same_sizes && plugin->abi_major == info->abi_major &&
      plugin->abi_minor == info->abi_minor)
    return ZC_OK;
  return REFUSE(
      o,
      "注记与对象不一致：注记写的是地区“%s”、接口 %u.%u，对象里是“%s”、%u.%u；请只用 ZC_PLUGIN "
      "一处写出两者，并重新构建",
      "the note and the object differ: the note says region '%s', ABI %u.%u, the object "
      "says region '%s', ABI %u.%u; let one ZC_PLUGIN make both and build the plugin again",
      info->region, info->abi_major, info->abi_minor, id, plugin->abi_major, plugin->abi_minor);
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
static zc_status compile(zc_opening *o, zc_region *region, const zc_region_plugin *plugin,
                         const zc_deployment *deployment) {
  size_t directory = (size_t)(zc_path_stem(o->file).text - o->file);
  const char *parameters = join(&o->paths, o->file, directory, o->info->region, "/parameters.ini");
  const char *overrides = NULL, *from = zc_overrides_of(deployment);
  if (from) {
    const char *folder = join(&o->paths, from, strlen(from), "/", "");
    overrides = folder ? join(&o->paths, folder, strlen(folder), o->info->region, ".ini") : NULL;
  }
  if (!parameters || (from && !overrides))
    return zc_report_memory(o->diag);
  return zc_region_compile(region, plugin, o->file, parameters, overrides, o->diag);
}

static zc_status open_library(zc_opening *o, void **library, const zc_region_plugin **plugin) {
  const char *path = path_for_dlopen(o);
  if (!path)
    return zc_report_memory(o->diag);
  zc_status status = o->info->needs_trial ? zc_trial_of_opening(path, o->diag) : ZC_OK;
  if (status != ZC_OK)
    return status;
  *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  *plugin = *library ? dlsym(*library, ZC_SYMBOL) : NULL;
  if (*plugin)
    return ZC_OK;
  const char *reason = dlerror();
  return REFUSE(o, "系统无法打开这个共享库：%s；请用 make 重新构建插件",
                "the system cannot open this shared object: %s; build the plugin with make",
                reason ? reason : "?");
}

zc_status zc_plugin_open(zc_region *region, const char *file, const zc_file_info *info,
                         const zc_deployment *deployment, zc_diagnostics *diag) {
  zc_opening o = {.file = file, .info = info, .diag = diag};
  void *library = NULL;
  const zc_region_plugin *plugin = NULL;
  memset(region, 0, sizeof *region);
  zc_status status = check_stem(&o);
  if (status == ZC_OK)
    status = open_library(&o, &library, &plugin);
  if (plugin)
    status = check_object(&o, plugin);
  if (status == ZC_OK)
    status = compile(&o, region, plugin, deployment);
  if (status == ZC_OK && (status = zc_trial_of_functions(region, diag)) != ZC_OK)
    zc_region_free(region);
  zc_arena_free(&o.paths);
  if (status == ZC_OK) {
    region->library = library;
    zc_region_use(region, zc_data_of(deployment));
  } else if (library) {
    dlclose(library);
  }
  return status;
}

zc_status zc_region_load(zc_region *region, const char *file, const zc_deployment *deployment,
                         zc_diagnostics *diag) {
  zc_file_info info;
  if (zc_is_image_name(file))
    return zc_image_load(region, file, deployment, diag);
  memset(region, 0, sizeof *region);
  zc_status status = zc_plugin_inspect(file, &info, diag);
  return status == ZC_OK ? zc_plugin_open(region, file, &info, deployment, diag) : status;
}
