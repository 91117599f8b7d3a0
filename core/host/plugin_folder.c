/* SPDX-License-Identifier: Apache-2.0 */
/* Where the plugins are: as asked, as configured, beside whoever asks, or as installed. */
#include "host/configuration.h"

#include "base/memory.h"

#include <string.h>

#ifndef ZC_PLUGIN_DIR
#define ZC_PLUGIN_DIR "/usr/local/lib/zhicheng/plugins"
#endif

static zc_status keep(char **kept, const char *path, zc_diagnostics *diag) {
  *kept = zc_copy(path, strlen(path));
  return *kept ? ZC_OK : zc_report_memory(diag);
}

/* Length of the folder `up` above that of the file, with its slash; 0: there is none. */
static size_t folder_length(const char *file, int up) {
  size_t length = strlen(file);
  for (int i = 0; i <= up; i++) {
    length -= length > 0;
    while (length > 0 && file[length - 1] != '/')
      length--;
  }
  return length;
}

/* The place, where it is a directory; else *found stays NULL. A file without a folder lies in the
 * current one. */
static zc_status find_place(char **found, const char *file, const zc_plugin_place *place,
                            zc_diagnostics *diag) {
  size_t folder = folder_length(file, place->up), name = strlen(place->name) + 1;
  if (folder == 0 && (place->up > 0 || strchr(file, '/')))
    return ZC_OK;
  char *path = zc_alloc(folder + name);
  if (!path)
    return zc_report_memory(diag);
  memcpy(path, file, folder);
  memcpy(path + folder, place->name, name);
  if (zc_is_directory(path))
    *found = path;
  else
    zc_free(path);
  return ZC_OK;
}

static zc_status find_plugins(char **found, const zc_configuration_request *request,
                              zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  for (uint32_t i = 0; request->self && status == ZC_OK && !*found && i < request->place_count; i++)
    status = find_place(found, request->self, &request->places[i], diag);
  return status == ZC_OK && !*found ? keep(found, ZC_PLUGIN_DIR, diag) : status;
}

zc_status zc_configuration_make(zc_configuration *c, const zc_configuration_request *request,
                                zc_diagnostics *diag) {
  zc_status status = request->plugins ? keep(&c->plugins, request->plugins, diag) : ZC_OK;
  if (status == ZC_OK && request->config)
    status = zc_configuration_read(c, request->config, diag);
  return status == ZC_OK && !c->plugins ? find_plugins(&c->plugins, request, diag) : status;
}
