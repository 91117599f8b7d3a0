/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Images that were made before, in the user's cache folder ($XDG_CACHE_HOME or ~/.cache, there
 * zhicheng). Each is named by a digest of all that it was made from: the plugin's bytes, the files
 * of parameters, the worker that made it. One is written whole or not at all, believed no more than
 * any image, and may be deleted at any moment. Without a folder that is this user's own and can be
 * written to, all works as well.
 */
#ifndef ZC_HOST_CACHE_H
#define ZC_HOST_CACHE_H

#include "host/opener.h"

typedef struct zc_cache_name {
  char path[4096]; /* of the image; "": there is no cache */
  size_t folder;   /* length of its folder, with the slash */
} zc_cache_name;

/* Where the image of such an opening is or would be. */
void zc_cache_find(zc_cache_name *name, const zc_opening *o);
/* Reads the region from there. 0: there is no such image, or none that is any good. */
int zc_cache_read(const zc_cache_name *name, zc_region *region, const char *file);
/* Keeps what came of an opening; the oldest images go where there are too many. */
void zc_cache_keep(const zc_cache_name *name, const zc_opening *o);

#endif
