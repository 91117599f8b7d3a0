/* SPDX-License-Identifier: Apache-2.0 */
/* The names of all divisions as one table: full names, names without peoples and 自治, those of the
 * list of short names, and former ones. */
#ifndef ZC_OFFICE_PLACE_NAMES_H
#define ZC_OFFICE_PLACE_NAMES_H

#include "data/data.h"
#include "office/plain.h"

typedef struct zc_place_name {
  const char *name;
  uint32_t length;
  uint32_t code;                    /* of nine digits; of a former division, that which it had */
  const zc_former_division *former; /* NULL: it is one of today */
  uint32_t next;                    /* 1 + the next place of the same name; 0: none */
} zc_place_name;

typedef struct zc_place_names zc_place_names;

/* Of tables that live as long. It is filled when the first name is looked up. NULL: out of memory.
 */
zc_place_names *zc_place_names_new(const zc_data *data);
void zc_place_names_free(zc_place_names *names); /* NULL is fine */
const zc_data *zc_place_names_data(const zc_place_names *names);

/* The first place of a name (of zc_plain_name), or NULL; any thread may ask. *failed is set where
 * memory ran out. */
const zc_place_name *zc_place_names_find(zc_place_names *names, zc_plain name, int *failed);
const zc_place_name *zc_place_names_next(const zc_place_names *names, const zc_place_name *place);

/* Writes the name without the names of peoples and 自治 (融水县 for 融水苗族自治县) to `out`, with
 * room for the name, and a NUL. Its length; 0: it has no shorter one. */
size_t zc_short_place_name(const char *name, char *out);

#endif
