/* SPDX-License-Identifier: Apache-2.0 */
/* Many texts by number, in order of coming. The first ZC_POOL_MEMORY bytes stay in memory, the rest
 * go to a temporary file that nobody else sees. */
#ifndef ZC_OFFICE_STRING_POOL_H
#define ZC_OFFICE_STRING_POOL_H

#include "base/diagnostics.h"

#define ZC_POOL_MEMORY ((uint64_t)24 << 20)

typedef struct zc_string_pool {
  zc_buffer memory;  /* each text behind its length */
  zc_buffer waiting; /* bytes of the file that are not written yet */
  uint64_t *places;  /* where each group of ZC_POOL_GROUP texts begins */
  uint32_t place_room;
  uint32_t count;
  uint64_t length;              /* of all, in memory and file */
  int file;                     /* -1: none yet */
  struct zc_pool_group *groups; /* read from the file lately */
} zc_string_pool;

void zc_string_pool_make(zc_string_pool *pool);
void zc_string_pool_free(zc_string_pool *pool);

zc_status zc_string_pool_add(zc_string_pool *pool, const char *text, uint32_t length,
                             zc_diagnostics *diag);
/* Once, behind the last one. */
zc_status zc_string_pool_finish(zc_string_pool *pool, zc_diagnostics *diag);
/* Text number `index`, below pool->count. `is_kept`: it lives as long as the pool, else until the
 * next call. */
zc_status zc_string_pool_get(zc_string_pool *pool, uint32_t index, const char **text,
                             uint32_t *length, int *is_kept, zc_diagnostics *diag);

#endif
