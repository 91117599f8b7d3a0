/* SPDX-License-Identifier: Apache-2.0 */
/* The steps of loading a plugin: looking at its file, having it opened elsewhere, reading the image
 * that comes back. */
#ifndef ZC_HOST_LOAD_H
#define ZC_HOST_LOAD_H

#include "host/cache.h"
#include "host/host.h"
#include "host/opener.h"

/* Most bytes of a plugin's file. */
#define ZC_PLUGIN_LIMIT ((size_t)64 << 20)

/* The deployment's folder of parameters; NULL: there is none. */
static inline const char *zc_overrides_of(const zc_deployment *deployment) {
  return deployment ? deployment->overrides : NULL;
}
/* Its public tables. */
static inline const zc_data *zc_data_of(const zc_deployment *deployment) {
  return deployment && deployment->data ? deployment->data : &zc_data_standard;
}

/* The region id that a plugin's or image's path stands for: the file's name without ".so" or
 * ".zcr". Not terminated. */
typedef struct zc_stem {
  const char *text;
  size_t length;
} zc_stem;
zc_stem zc_path_stem(const char *path);

/* ZC_BAD_PLUGIN where the bytes do not agree with the sum that the build put behind them. A file
 * without a sum passes. */
zc_status zc_checksum_check(const char *name, const unsigned char *bytes, size_t length,
                            zc_diagnostics *diag);

/* Whether the sum stands behind the bytes. */
int zc_checksum_stands(const unsigned char *bytes, size_t length);

/* A file that cannot be read is a plugin that cannot be loaded. */
zc_status zc_as_plugin_error(zc_status status, zc_diagnostics *diag);

/* Whether a file of this name is taken for an image: it ends with ".zcr". */
int zc_is_image_name(const char *path);
/* Opens an image in the place of a plugin. ZC_BAD_PLUGIN: it is no good one, is named otherwise
 * than its region, has functions, or a file of overrides would have no effect on it. */
zc_status zc_image_load(zc_region *region, const char *file, const zc_deployment *deployment,
                        zc_diagnostics *diag);

/* Reads the file and checks it. Nothing of it is run. */
zc_status zc_plugin_inspect(const char *file, zc_file_info *info, zc_diagnostics *diag);

/* Warns of files in the folder of the deployment's parameters, which may be NULL, that are of no
 * region of the host. */
void zc_overrides_warn(const zc_host *host, const char *folder, zc_diagnostics *diag);

/* A plugin that was checked, on its way to the dynamic linker. */
typedef struct zc_plugin_link {
  const char *file; /* for messages */
  const char *path; /* what is opened, with a slash */
  const zc_file_info *info;
} zc_plugin_link;
/* Opens it in this process, which is a worker, and holds it against what was checked. */
zc_status zc_plugin_open(const zc_plugin_link *link, void **library,
                         const zc_region_plugin **plugin, zc_diagnostics *diag);

/* One plugin or image on its way to a region. */
typedef struct zc_loading {
  const char *file; /* the caller's, as are the next three */
  const zc_deployment *deployment;
  zc_region *region;
  zc_diagnostics *diag;
  zc_status status; /* so far; whoever makes it worse stops it */
  char *bytes;
  size_t length;
  zc_file_info info;
  zc_arena paths;
  zc_parameter_text parameters, overrides;
  zc_opening opening;
  zc_cache_name kept; /* where its image is or will be */
  int is_kept;        /* and was read from there */
} zc_loading;
/* Reads the file and checks it; file, deployment (or NULL), region and diag are set. */
void zc_loading_begin(zc_loading *l);
/* Opens those that began well, side by side, and makes their regions. */
void zc_loadings_run(zc_loading *list, uint32_t count);
void zc_loading_free(zc_loading *l);

#endif
