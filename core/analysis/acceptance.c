/* SPDX-License-Identifier: Apache-2.0 */
#include "analysis/acceptance.h"

#include <string.h>

const char *const zc_finding_classes[] = {
    "always_true",  "always_false",     "never_applies", "lifts_nothing",
    "shadowed_by:", "contained_in:",    "contradicts:",  "constant_test:",
    "unread_fact",  "unused_parameter", "keeps_outside", "mutant:",
};
const uint32_t zc_finding_class_count = ZC_COUNT(zc_finding_classes);

int32_t zc_acceptance_find(const zc_region *region, const char *rule, const char *finding) {
  for (uint32_t i = 0; i < region->acceptance_count; i++)
    if (strcmp(region->acceptances[i]->rule, rule) == 0 &&
        strcmp(region->acceptances[i]->finding, finding) == 0)
      return (int32_t)i;
  return -1;
}
