/* SPDX-License-Identifier: Apache-2.0 */
/* Divisions by name: full or short, alone or behind the names above it. */
#ifndef ZC_OFFICE_PLACE_H
#define ZC_OFFICE_PLACE_H

#include "facts/division.h"
#include "office/place_names.h"

enum { ZC_SHOWN_PLACES = 8 };

typedef struct zc_places {
  uint32_t count; /* of divisions that may be meant; 0: none has this name */
  zc_division shown[ZC_SHOWN_PLACES];
  const zc_former_division *former; /* the name is that of a former division: what it became */
  int failed;                       /* memory ran out */
} zc_places;

/* The divisions that a name (of zc_plain_name) may mean: those under `asked` go first (lo 0: none
 * is asked), then counties and above before towns. The name of a former division means what became
 * of it, where no division of today bears it. */
zc_places zc_places_named(zc_place_names *names, zc_plain name, zc_division asked);

/* The codes that the division above covers: of a town its county, of a county its prefecture, of a
 * prefecture its province. 0: there is none. */
int zc_division_above(zc_division division, zc_division *above);

#endif
