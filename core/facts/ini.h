/* SPDX-License-Identifier: Apache-2.0 */
/* INI files: iniparser behind one thin layer that refuses, with the line, what iniparser would
 * swallow: a byte-order mark, a NUL, invalid UTF-8, a line past its limit, a duplicate section or
 * key, a capital in a section or key, a `;` or `#` inside a value that is not in quotes, a quote
 * that does not end the value, a `\` at a line's end, a key before any section, a line that is none
 * of section, key or comment. */
#ifndef ZC_FACTS_INI_H
#define ZC_FACTS_INI_H

#include "base/diagnostics.h"
#include "base/memory.h"

typedef struct zc_ini_entry {
  const char *section, *key, *value;
  uint32_t line;
} zc_ini_entry;

/* All entries in the order of the file; they live in `arena`. */
typedef struct zc_ini {
  zc_ini_entry *entries;
  uint32_t count;
  const char **sections; /* also those without keys */
  uint32_t *section_lines;
  uint32_t section_count;
  zc_arena arena;
} zc_ini;

/* Every error of the file is reported; *ini is then empty. Names and values are trimmed; a value
 * may be empty. */
zc_status zc_ini_parse(zc_ini *ini, const char *name, const char *bytes, size_t length,
                       zc_diagnostics *diag);
/* The same, but after ZC_BAD_INPUT the entries whose lines are right stand in *ini, for a caller
 * that has more errors to look for; free it then too. */
zc_status zc_ini_parse_sound(zc_ini *ini, const char *name, const char *bytes, size_t length,
                             zc_diagnostics *diag);
void zc_ini_free(zc_ini *ini);

#endif
