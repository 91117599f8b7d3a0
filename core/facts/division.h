/* SPDX-License-Identifier: Apache-2.0 */
/* Administrative divisions (GB/T 2260 and the statistical codes under it), and the check character
 * of credit codes. */
#ifndef ZC_FACTS_DIVISION_H
#define ZC_FACTS_DIVISION_H

#include "data/data.h"

#include <stddef.h>
#include <stdint.h>

/* The codes that a division covers, as 12-digit numbers: "4512" and "451200" both cover
 * 451200000000..451299999999. */
typedef struct zc_division {
  int64_t lo, hi;
} zc_division;

/* Reads 6, 9 or 12 digits. 0: well formed; -1: malformed. Trailing zero groups make it coarse. */
int zc_division_parse(const char *text, size_t length, zc_division *out);
/* As above; rows of a plugin may also name a province or a prefecture by its first 2 or 4 digits.
 */
int zc_division_parse_prefix(const char *text, size_t length, zc_division *out);
/* Writes the shortest standard form (6, 9 or 12 digits) and a NUL: 13 bytes. */
void zc_division_format(zc_division d, char out[13]);

/* The table's entry; none for what is below town level. */
zc_division_entry zc_division_find(const zc_data *data, zc_division d);
/* Adds its name behind those of what it lies in (zc_divisions_path). */
void zc_division_path(zc_buffer *out, const zc_data *data, zc_division d);
/* Whether the table has the code, or of a village's code its town. */
int zc_division_is_listed(const zc_data *data, zc_division d);
/* What became of a code in no table; NULL: that is not known. */
const zc_former_division *zc_division_former(const zc_data *data, zc_division d);

/* A credit code of GB 32100: 18 characters with a right check character. 0: right; -1: wrong length
 * or alphabet; -2: wrong check character, *expected is the right one. */
int zc_credit_code_check(const char *text, size_t length, char *expected);

#endif
