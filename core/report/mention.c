/* SPDX-License-Identifier: Apache-2.0 */
#include "report/mention.h"
#include "base/assert.h"
#include "report/report.h"

static zc_state set_state(zc_slot slot, uint64_t mask) {
  uint32_t inside = 0;
  uint32_t outside = 0;
  if (slot.lo < 0 || slot.hi > 63)
    return ZC_UNKNOWN;
  for (int64_t i = slot.lo; i <= slot.hi; i++)
    if (mask >> i & 1u)
      inside++;
    else
      outside++;
  return outside == 0 ? ZC_MET : inside == 0 ? ZC_UNMET : ZC_UNKNOWN;
}

static zc_state ranges_state(zc_slot slot, const int64_t *ranges, uint32_t count) {
  zc_state state = ZC_UNMET;
  for (uint32_t i = 0; i < count; i++) {
    int64_t lo = ranges[2 * (size_t)i];
    int64_t hi = ranges[2 * (size_t)i + 1];
    if (slot.lo >= lo && slot.hi <= hi)
      return ZC_MET;
    if (slot.lo <= hi && slot.hi >= lo)
      state = ZC_UNKNOWN;
  }
  return state;
}

int zc_answer_has_range(const zc_answer *answer, uint32_t fact, zc_slot value) {
  const zc_fact *f = &answer->region->vocabulary.facts[fact];
  return answer->facts->open.count && f->type == ZC_INT && value.lo < value.hi &&
         (value.lo > f->min || value.hi < f->max);
}

static zc_state need_state(const zc_answer *answer, const zc_mention *mention) {
  zc_slot value = zc_answer_value(answer, mention->fact);
  if (mention->form == ZC_NEED_NONE)
    return ZC_NOT_APPLICABLE;
  if (mention->form == ZC_NEED_IN) {
    return mention->range_count > 0 ? ranges_state(value, mention->ranges, mention->range_count)
                                    : set_state(value, mention->mask);
  }
  zc_slot need = answer->values[mention->value];
  if (mention->form == ZC_NEED_GE)
    return value.lo >= need.hi ? ZC_MET : value.hi < need.lo ? ZC_UNMET : ZC_UNKNOWN;
  if (mention->form == ZC_NEED_LE)
    return value.hi <= need.lo ? ZC_MET : value.lo > need.hi ? ZC_UNMET : ZC_UNKNOWN;
  if (value.hi < need.lo || value.lo > need.hi)
    return ZC_UNMET;
  return value.lo == value.hi && need.lo == need.hi ? ZC_MET : ZC_UNKNOWN;
}

zc_state zc_mention_state(const zc_answer *answer, const zc_mention *mention) {
  zc_state state = need_state(answer, mention);
  int settled = mention->settled != ZC_NO_NODE && answer->values[mention->settled].lo == 1;
  return settled && state != ZC_MET ? ZC_NOT_APPLICABLE : state;
}

/* How far a line is from holding: 0 is nearest. Where even the education of a line is too low, the
 * last such line asks for the least, for lines stand highest education first. */
static uint32_t line_distance(const zc_answer *answer, const struct zc_line_report *line,
                              uint32_t index) {
  if (line->education != ZC_NO_NODE && answer->values[line->education].hi == 0)
    return UINT32_MAX - 1 - index;
  uint32_t distance = 0;
  for (uint32_t i = 0; i < line->mention_count; i++) {
    zc_state state = zc_mention_state(answer, &line->mentions[i]);
    distance += state == ZC_UNMET ? 2u : state == ZC_UNKNOWN ? 1u : 0u;
  }
  return distance;
}

int32_t zc_finding_line(const zc_answer *answer, const zc_finding *finding) {
  const zc_compiled_rule *rule = finding->rule;
  ZC_ASSERT(finding->state <= ZC_NOT_APPLICABLE);
  if (finding->state == ZC_NOT_APPLICABLE || rule->line_count == 0)
    return rule->line_count > 0 ? 0 : -1;
  for (uint32_t i = 0; i < rule->line_count; i++)
    if (answer->values[rule->lines[i].holds].lo == 1)
      return (int32_t)i;
  int32_t best = -1;
  uint32_t least = UINT32_MAX;
  for (uint32_t i = 0; i < rule->line_count; i++) {
    const struct zc_line_report *line = &rule->lines[i];
    if (answer->values[line->applies].hi == 0)
      continue;
    uint32_t distance = line_distance(answer, line, i);
    if (distance < least) {
      least = distance;
      best = (int32_t)i;
    }
  }
  return best;
}

uint32_t zc_rule_mention_limit(const zc_compiled_rule *rule) {
  uint32_t all = rule->mention_count;
  for (uint32_t i = 0; i < rule->line_count; i++)
    all += rule->lines[i].mention_count;
  return all;
}

static int names_fact(const zc_compiled_rule *rule, uint32_t fact) {
  for (uint32_t i = 0; i < rule->mention_count; i++)
    if (rule->mentions[i].fact == fact)
      return 1;
  return 0;
}

uint32_t zc_rule_mentions(const zc_compiled_rule *rule, int32_t line, const zc_mention **list,
                          uint32_t room) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < rule->mention_count && count < room; i++)
    list[count++] = &rule->mentions[i];
  if (line < 0)
    return count;
  ZC_ASSERT((uint32_t)line < rule->line_count);
  const struct zc_line_report *report = &rule->lines[line];
  for (uint32_t i = 0; i < report->mention_count && count < room; i++)
    if (!names_fact(rule, report->mentions[i].fact))
      list[count++] = &report->mentions[i];
  return count;
}

static int is_listed(const zc_mention **list, uint32_t count, uint32_t fact) {
  for (uint32_t i = 0; i < count; i++)
    if (list[i]->fact == fact)
      return 1;
  return 0;
}

uint32_t zc_rule_other_mentions(const zc_compiled_rule *rule, const zc_mention **list,
                                uint32_t count) {
  for (uint32_t i = 0; i < rule->line_count; i++) {
    const struct zc_line_report *line = &rule->lines[i];
    for (uint32_t j = 0; j < line->mention_count; j++)
      if (!is_listed(list, count, line->mentions[j].fact))
        list[count++] = &line->mentions[j];
  }
  return count;
}

uint32_t zc_finding_mentions(const zc_answer *answer, const zc_finding *finding,
                             const zc_mention **list, uint32_t room) {
  return zc_rule_mentions(finding->rule, zc_finding_line(answer, finding), list, room);
}

/* How many 12-digit codes a division of each level covers, largest first. */
static const int64_t spans[] = {10000000000, 100000000, 1000000, 1000, 1};
#define SPAN_COUNT (sizeof spans / sizeof spans[0])

int zc_division_is_code(zc_slot slot) {
  for (size_t i = 0; i < SPAN_COUNT; i++)
    if (slot.hi - slot.lo + 1 == spans[i])
      return slot.lo % spans[i] == 0;
  return 0;
}

int zc_division_take(zc_slot *range, zc_slot *division) {
  size_t i = 0;
  if (range->lo > range->hi)
    return 0;
  while (range->lo % spans[i] != 0 || range->hi - range->lo + 1 < spans[i])
    i++; /* the last span fits any range */
  ZC_ASSERT(i < SPAN_COUNT);
  *division = (zc_slot){range->lo, range->lo + spans[i] - 1};
  range->lo += spans[i];
  return 1;
}
