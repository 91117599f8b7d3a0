/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/kinds.h"

const zc_kind_row zc_kinds[ZC_KIND_COUNT] = {
#define ZC_KIND_ROW(kind, effect, word, label) [kind] = {effect, word, label},
#include "engine/kinds.def"
#undef ZC_KIND_ROW
};

/* A kind without a row would bind nobody. */
enum {
#define ZC_KIND_ROW(kind, effect, word, label) ROW_OF_##kind,
#include "engine/kinds.def"
#undef ZC_KIND_ROW
  ROWS
};
_Static_assert((int)ROWS == (int)ZC_KIND_COUNT,
               "every kind of rules has a row in engine/kinds.def");

int zc_rule_waives(const zc_compiled_rule *by, uint32_t rule) {
  for (uint32_t i = 0; i < by->waives.count; i++)
    if (by->waives.items[i] == rule)
      return 1;
  return 0;
}
