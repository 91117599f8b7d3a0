/* SPDX-License-Identifier: Apache-2.0 */
#include "analysis/flaws.h"

#include <string.h>

const zc_flaw *flaw_of(const zc_analysis *a, const char *rule, const char *finding) {
  for (uint32_t i = 0; i < a->count; i++)
    if (strcmp(a->flaws[i].rule, rule) == 0 && strcmp(a->flaws[i].finding, finding) == 0)
      return &a->flaws[i];
  return NULL;
}
