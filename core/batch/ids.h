/* SPDX-License-Identifier: Apache-2.0 */
/* Which ids stood before, exactly, of any number of rows in little memory: beyond a million the
 * table goes to a file without a name, as the ids themselves do from the start. */
#ifndef ZC_BATCH_IDS_H
#define ZC_BATCH_IDS_H

#include <stddef.h>
#include <stdint.h>

typedef struct zc_ids zc_ids;

/* `folder`: where the files without names are made; lives as long as the ids. NULL: no memory. */
zc_ids *zc_ids_new(const char *folder);
void zc_ids_free(zc_ids *ids);

/* Remembers an id with its line. 0: it is new; else the line on which it stood before; -1: out of
 * memory, or the files cannot be written (errno says why). */
int64_t zc_ids_add(zc_ids *ids, const char *id, size_t length, uint64_t line);

#endif
