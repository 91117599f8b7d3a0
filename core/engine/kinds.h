/* SPDX-License-Identifier: Apache-2.0 */
/* What the kinds of rules do. A new kind is a row of kinds.def and, where none of the properties
 * below is its own, a property with its meaning in compile/verdict.c. */
#ifndef ZC_ENGINE_KINDS_H
#define ZC_ENGINE_KINDS_H

#include "engine/region.h"

typedef enum zc_kind_effect {
  ZC_OPENS, /* a route: one way to satisfy education and tenure */
  ZC_BINDS, /* must hold wherever it applies, unless it is lifted */
  ZC_LIFTS, /* lifts rules that bind, or takes months off floors */
  ZC_REFERS /* the track is answered elsewhere where it applies: never known, nothing missing */
} zc_kind_effect;

typedef struct zc_kind_row {
  zc_kind_effect effect;
  const char *word;  /* of reports; ZC_NO_KIND: "route" */
  const char *label; /* in Chinese */
} zc_kind_row;

extern const zc_kind_row zc_kinds[ZC_KIND_COUNT];

static inline int zc_rule_binds(const zc_compiled_rule *rule) {
  return zc_kinds[rule->rule_kind].effect == ZC_BINDS;
}
static inline int zc_rule_lifts(const zc_compiled_rule *rule) {
  return zc_kinds[rule->rule_kind].effect == ZC_LIFTS;
}
static inline int zc_rule_refers(const zc_compiled_rule *rule) {
  return zc_kinds[rule->rule_kind].effect == ZC_REFERS;
}
static inline int zc_rule_is_route(const zc_compiled_rule *rule) {
  return zc_kinds[rule->rule_kind].effect == ZC_OPENS;
}

/* Whether a route or waiver names the rule of that index among those that it lifts. */
int zc_rule_waives(const zc_compiled_rule *by, uint32_t rule);

#endif
