/* SPDX-License-Identifier: Apache-2.0 */
/* Images that stand among plugins, or in the place of one: opened without the dynamic linker. */
#include "base/input_file.h"
#include "base/memory.h"
#include "host/load.h"
#include "image/image.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char ending[] = ".zcr";
enum { ENDING = sizeof ending - 1 };

int zc_is_image_name(const char *path) {
  size_t length = strlen(path);
  return length > ENDING && strcmp(path + length - ENDING, ending) == 0;
}

#define REFUSE(file, ...) zc_report(diag, ZC_BAD_PLUGIN, &(zc_where){.file = (file)}, __VA_ARGS__)

/* The parameters of an image are those that it was made with. */
static zc_status check_overrides(const char *file, const char *folder, const char *region,
                                 zc_diagnostics *diag) {
  char path[4096];
  if (!folder || snprintf(path, sizeof path, "%s/%s.ini", folder, region) >= (int)sizeof path ||
      access(path, F_OK) != 0)
    return ZC_OK;
  return REFUSE(file,
                "映像的参数在制作时已经定下，%s 不会起作用；请用插件和这个配置重新制作映像"
                "（zhicheng image --config），或移走该文件",
                "the parameters of an image are those that it was made with, and %s would have no "
                "effect; make the image again from the plugin with this configuration (zhicheng "
                "image --config), or move that file away",
                path);
}

static zc_status check_region(const zc_region *region, const char *file, zc_diagnostics *diag) {
  zc_stem stem = zc_path_stem(file);
  if (strlen(region->id) != stem.length || memcmp(region->id, stem.text, stem.length) != 0)
    return REFUSE(
        file, "文件名与地区不符：映像属于地区“%s”，文件名应为 %s.zcr，现在是 %s；请改文件名",
        "the file's name is not the region's: the image is of region '%s', wanted %s.zcr, "
        "found %s; rename the file",
        region->id, region->id, stem.text);
  if (region->function_count)
    return REFUSE(file,
                  "地区“%s”有函数，函数的代码不在映像里，因此不能用映像代替插件；请放入插件本身",
                  "region '%s' has functions, whose code is in no image: an image cannot stand for "
                  "the plugin; put the plugin itself here",
                  region->id);
  return ZC_OK;
}

zc_status zc_image_load(zc_region *region, const char *file, const zc_deployment *deployment,
                        zc_diagnostics *diag) {
  char *bytes = NULL;
  size_t length = 0;
  memset(region, 0, sizeof *region);
  zc_status status = zc_read_regular_file(file, ZC_PLUGIN_LIMIT, &bytes, &length, diag);
  if (status != ZC_OK)
    return zc_as_plugin_error(status, diag);
  status = zc_image_read(region, file, bytes, length, diag);
  zc_free(bytes);
  if (status != ZC_OK)
    return status;
  status = check_region(region, file, diag);
  if (status == ZC_OK)
    status = check_overrides(file, zc_overrides_of(deployment), region->id, diag);
  if (status == ZC_OK) {
    zc_region_use(region, zc_data_of(deployment));
    status = zc_region_digest(region, diag);
  }
  if (status != ZC_OK)
    zc_region_free(region);
  return status;
}
