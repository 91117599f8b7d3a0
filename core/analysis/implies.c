/* SPDX-License-Identifier: Apache-2.0 */
/* Which conditions explain another one: it holds for nobody for whom none of them holds. */
#include "analysis/analyst.h"

/* What is left of a condition where none of these parts holds but, maybe, the one at `but`. Taking
 * one part away after the other keeps diagrams small: the parts joined would be as large as all of
 * them together. */
static zc_ref left_of(zc_analyst *a, zc_ref what, const zc_ref *parts, const uint32_t *picked,
                      uint32_t count, uint32_t but) {
  for (uint32_t i = 0; i < count && what != 0; i++)
    if (i != but)
      what = zc_edition_view_less(&a->view, what, parts[picked[i]]);
  return what;
}

uint32_t zc_implies(zc_analyst *a, zc_ref what, const zc_ref *parts, uint32_t *picked,
                    uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (zc_edition_view_less(&a->view, what, parts[picked[i]]) == 0) {
      picked[0] = picked[i];
      return 1;
    }
  if (left_of(a, what, parts, picked, count, count) != 0)
    return 0;
  for (uint32_t i = count; i-- > 0;) {
    if (left_of(a, what, parts, picked, count, i) != 0)
      continue;
    count--;
    for (uint32_t j = i; j < count; j++)
      picked[j] = picked[j + 1];
  }
  return count;
}
