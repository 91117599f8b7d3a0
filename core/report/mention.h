/* SPDX-License-Identifier: Apache-2.0 */
/* What a finding shows of the facts that its condition names: the value that the rule read, what
 * was needed, and whether the one satisfies the other. */
#ifndef ZC_REPORT_MENTION_H
#define ZC_REPORT_MENTION_H

#include "engine/answer.h"

/* The value of a fact as rules read it: after assumptions and derivations. */
static inline zc_slot zc_answer_value(const zc_answer *answer, uint32_t fact) {
  zc_node_id node = answer->region->fact_nodes[fact];
  return node == ZC_NO_NODE ? answer->facts->slots[fact] : answer->values[node];
}

/* Whether of an unknown number a part of its range is known, through a partial date. */
int zc_answer_has_range(const zc_answer *answer, uint32_t fact, zc_slot value);

/* ZC_MET, ZC_UNMET or ZC_UNKNOWN; ZC_NOT_APPLICABLE where the mention has no need, or where it is
 * not met and another branch of the condition settles the matter. */
zc_state zc_mention_state(const zc_answer *answer, const zc_mention *mention);

/* The line of a route that fits the facts best; -1: none is for this level, or it has no lines. Of
 * a route that does not apply the first. */
int32_t zc_finding_line(const zc_answer *answer, const zc_finding *finding);

/* How many mentions a rule and all its lines have at most. */
uint32_t zc_rule_mention_limit(const zc_compiled_rule *rule);

/* The mentions of a rule with one of its lines (-1: none); returns how many. */
uint32_t zc_rule_mentions(const zc_compiled_rule *rule, int32_t line, const zc_mention **list,
                          uint32_t room);

/* Adds to a list of `count` mentions one of each fact that only other lines of the rule name: the
 * condition names it too, though the line shown needs nothing of it. Room for
 * zc_rule_mention_limit. Returns the new count. */
uint32_t zc_rule_other_mentions(const zc_compiled_rule *rule, const zc_mention **list,
                                uint32_t count);

/* A division that stands for one code, fine or coarse: 1; the whole range or an odd part of it: 0.
 */
int zc_division_is_code(zc_slot slot);

/* Codes side by side are one range in a condition: this takes the largest division at the front of
 * *range, moves *range past it, and returns 0 when nothing is left. */
int zc_division_take(zc_slot *range, zc_slot *division);

#endif
