/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/decide.h"
#include "base/bit.h"
#include "base/memory.h"
#include "engine/cells.h"
#include "engine/workspace.h"
#include "logic/specialise.h"
#include <string.h>

#define MAX_RULES  512u
#define RULE_WORDS (MAX_RULES / 64u)

/* A row of rule bits. */
typedef struct rule_bits {
  uint64_t words[RULE_WORDS];
} rule_bits;

typedef struct fast_route {
  const zc_compiled_rule *rule;
  uint32_t word, shift; /* of its flag */
  rule_bits bound;      /* requirements that it does not lift */
} fast_route;

struct zc_decider {
  const zc_region *region;
  zc_workspace *workspace;
  zc_day as_of, counted_to;
  int strict, fast;
  zc_cells cells;                /* for rows whose facts are all known */
  zc_bits bits;                  /* for others */
  uint8_t *relied;               /* by fact: rows where it is not known go to zc_assess */
  uint32_t words;                /* of rule bits */
  uint32_t cells_at, bits_at;    /* first word of the outputs of each */
  uint32_t applies_at, flags_at; /* first words of the outputs in the last decision */
  uint64_t certain[ZC_BIT_WORDS], unsure[ZC_BIT_WORDS];
  const uint64_t *possible; /* `certain` itself where all facts are known, else `unsure` */
  rule_bits requirements;
  rule_bits lifted, maybe_lifted;
  fast_route *routes;
  uint32_t route_count;
  uint32_t *waivers;
  rule_bits *waives;
  uint32_t waiver_count;
  zc_decision decision;
};

/* ---- making ---- */

/* Outputs: `applies` of every rule, then its flag, each from a new word on. */
static int specialise_rules(zc_decider *d, zc_specialiser *s, zc_node_id *outputs) {
  const zc_region *r = d->region;
  for (uint32_t i = 0; i < r->rule_count; i++) {
    const zc_compiled_rule *rule = &r->rules[i];
    zc_node_id applies = zc_specialise(s, rule->applies);
    if (applies == ZC_NO_NODE)
      return 0;
    if (s->to->nodes[applies].op == ZC_OP_CONST && s->to->nodes[applies].imm == 0)
      continue;
    int32_t relied;
    zc_node_id holds = zc_specialise_where(s, applies, rule->holds, &relied);
    if (relied >= 0)
      d->relied[relied] = 1;
    if (zc_is_requirement(rule))
      holds = zc_node_unary(s->to, ZC_OP_NOT, holds, 0);
    zc_node_id flag = zc_node_binary(s->to, ZC_OP_AND, applies, holds);
    if (flag == ZC_NO_NODE)
      return 0;
    outputs[i] = applies;
    outputs[d->words * 64 + i] = flag;
  }
  return 1;
}

static void list_routes(zc_decider *d) {
  const zc_region *r = d->region;
  for (uint32_t i = 0; i < r->rule_count; i++)
    if (zc_is_requirement(&r->rules[i]))
      zc_set_bit(d->requirements.words, i);
  for (uint32_t i = 0; i < r->route_count; i++) {
    const zc_index_list *waives = &r->rules[r->routes[i]].waives;
    fast_route *route = &d->routes[d->route_count++];
    route->rule = &r->rules[r->routes[i]];
    route->word = r->routes[i] / 64;
    route->shift = r->routes[i] % 64;
    route->bound = d->requirements;
    for (uint32_t j = 0; j < waives->count; j++)
      zc_clear_bit(route->bound.words, waives->items[j]);
  }
  for (uint32_t i = 0; i < r->rule_count; i++) {
    if (!zc_is_waiver(&r->rules[i]) || !r->rules[i].waives.count)
      continue;
    for (uint32_t j = 0; j < r->rules[i].waives.count; j++)
      zc_set_bit(d->waives[d->waiver_count].words, r->rules[i].waives.items[j]);
    d->waivers[d->waiver_count++] = i;
  }
}

/* The track must be one that the region answers on that day. */
static int is_answered(const zc_region *r, uint32_t track, zc_day as_of) {
  int open = 0;
  for (uint32_t i = 0; i < r->track_count; i++)
    if (r->tracks[i].track == track && as_of >= r->tracks[i].span.from &&
        as_of <= r->tracks[i].span.until)
      open = r->tracks[i].referral < 0;
  return open;
}

/* Becomes fast where it can; 0: out of memory. */
static int make_fast(zc_decider *d, const uint8_t *given, uint32_t track) {
  const zc_region *r = d->region;
  if (!is_answered(r, track, d->as_of) || r->rule_count > MAX_RULES)
    return 1;
  zc_program special = {.nodes = NULL};
  uint32_t outputs = d->words * 128, nodes = r->program.count + 1;
  zc_node_id *output = zc_alloc(outputs * sizeof *output);
  zc_node_id *memo = zc_alloc(nodes * sizeof *memo);
  int ok = output && memo;
  if (ok) {
    memset(output, 0xFF, outputs * sizeof *output);
    memset(memo, 0xFF, nodes * sizeof *memo);
    zc_specialiser s = {.from = &r->program,
                        .to = &special,
                        .given = given,
                        .as_of = d->as_of,
                        .strict = d->strict,
                        .memo = memo,
                        .track = track,
                        .fixed = -1};
    if (specialise_rules(d, &s, output) &&
        zc_bits_build(&d->bits, &special, output, outputs, NULL, &d->bits_at) &&
        zc_cells_build(&d->cells, &special, output, outputs, &d->cells_at)) {
      d->fast = 1;
    } else {
      zc_cells_free(&d->cells);
      zc_bits_free(&d->bits);
    }
  }
  zc_free(output);
  zc_free(memo);
  zc_program_free(&special);
  return ok;
}

zc_decider *zc_decider_new(const zc_region *region, const uint8_t *given, zc_day as_of,
                           zc_day counted_to, uint32_t track, int strict) {
  zc_decider *d = zc_calloc(1, sizeof *d);
  if (!d)
    return NULL;
  d->region = region;
  d->as_of = as_of;
  d->counted_to = counted_to;
  d->strict = strict;
  d->words = (region->rule_count + 63) / 64;
  d->workspace = zc_workspace_new(region);
  d->relied = zc_calloc(region->vocabulary.fact_count + 1, 1);
  d->routes = zc_calloc(region->route_count + 1, sizeof *d->routes);
  d->waivers = zc_calloc(region->rule_count + 1, sizeof *d->waivers);
  d->waives = zc_calloc(region->rule_count + 1, sizeof *d->waives);
  if (!d->workspace || !d->relied || !d->routes || !d->waivers || !d->waives ||
      !make_fast(d, given, track)) {
    zc_decider_free(d);
    return NULL;
  }
  if (d->fast)
    list_routes(d);
  return d;
}

void zc_decider_free(zc_decider *d) {
  if (!d)
    return;
  zc_cells_free(&d->cells);
  zc_bits_free(&d->bits);
  zc_workspace_free(d->workspace);
  zc_free(d->relied);
  zc_free(d->routes);
  zc_free(d->waivers);
  zc_free(d->waives);
  zc_free(d);
}

int zc_decider_is_fast(const zc_decider *d) {
  return d->fast;
}

/* ---- deciding ---- */

static void lift(const zc_decider *d, const uint64_t *flags, rule_bits *lifted) {
  memset(lifted, 0, sizeof *lifted);
  for (uint32_t i = 0; i < d->waiver_count; i++)
    if (zc_has_bit(flags, d->waivers[i]))
      for (uint32_t w = 0; w < d->words; w++)
        lifted->words[w] |= d->waives[i].words[w];
}

/* The first route that is met and lifts all that fails and is not lifted yet; NULL: none. All are
 * looked at and none is jumped to, for which of them it is cannot be foreseen. */
static const zc_compiled_rule *find_route(const zc_decider *d, const uint64_t *met,
                                          const uint64_t *failed, const rule_bits *lifted) {
  uint32_t found = d->route_count; /* the route there has no rule */
  for (uint32_t i = d->route_count; i-- > 0;) {
    const fast_route *route = &d->routes[i];
    uint64_t left = 0;
    uint32_t w = 0;
    do
      left |= failed[w] & route->bound.words[w] & ~lifted->words[w];
    while (++w < d->words);
    uint32_t is_open = (uint32_t)(met[route->word] >> route->shift) & (left == 0);
    found ^= (found ^ i) & (0 - is_open);
  }
  return d->routes[found].rule;
}

static void begin_decision(zc_decider *d, uint32_t outputs_at, const uint64_t *possible) {
  d->possible = possible;
  d->applies_at = outputs_at;
  d->flags_at = outputs_at + d->words;
}

/* 0: some fact is not known. */
static int decide_known(zc_decider *d, const zc_facts *counted) {
  if (!zc_cells_evaluate(&d->cells, counted->slots, d->certain))
    return 0;
  begin_decision(d, d->cells_at, d->certain);
  const uint64_t *flags = &d->certain[d->flags_at];
  if (d->waiver_count)
    lift(d, flags, &d->lifted);
  const zc_compiled_rule *route = find_route(d, flags, flags, &d->lifted);
  d->decision = (zc_decision){route ? ZC_ELIGIBLE : ZC_INELIGIBLE, route, NULL};
  return 1;
}

/* Kleene's logic where facts are unknown. 0: it does not decide. */
static int decide_unknown(zc_decider *d, const zc_facts *counted) {
  zc_bits_evaluate_unknown(&d->bits, counted->slots, d->certain, d->unsure);
  begin_decision(d, d->bits_at, d->unsure);
  const uint64_t *certain = &d->certain[d->flags_at], *possible = &d->unsure[d->flags_at];
  lift(d, certain, &d->lifted);
  lift(d, possible, &d->maybe_lifted);
  const zc_compiled_rule *route = find_route(d, certain, possible, &d->lifted);
  d->decision = (zc_decision){route ? ZC_ELIGIBLE : ZC_INELIGIBLE, route, NULL};
  return route || !find_route(d, possible, certain, &d->maybe_lifted);
}

static int knows_what_is_relied_on(const zc_decider *d, const zc_facts *counted) {
  for (uint32_t f = 0; f < d->region->vocabulary.fact_count; f++)
    if (d->relied[f] && counted->slots[f].lo != counted->slots[f].hi)
      return 0;
  return 1;
}

const zc_decision *zc_decide(zc_decider *d, const zc_facts *counted) {
  if (d->fast && (decide_known(d, counted) ||
                  (knows_what_is_relied_on(d, counted) && decide_unknown(d, counted))))
    return &d->decision;
  const zc_answer *a = zc_assess(d->workspace, counted, d->as_of, d->counted_to, d->strict);
  d->decision = (zc_decision){a->verdict, a->route, a};
  return &d->decision;
}

static zc_state state_in_answer(const zc_decider *d, uint32_t rule) {
  const zc_answer *a = d->decision.answer;
  for (uint32_t i = 0; i < a->finding_count; i++)
    if (a->findings[i].rule == &d->region->rules[rule])
      return a->findings[i].state;
  return ZC_NOT_APPLICABLE;
}

/* The state of a requirement from its failing, of a route or waiver from its being met. */
static zc_state plain_state(const zc_decider *d, uint32_t rule) {
  int applies = zc_has_bit(&d->certain[d->applies_at], rule);
  int flag = zc_has_bit(&d->certain[d->flags_at], rule);
  int may = zc_has_bit(&d->possible[d->flags_at], rule);
  if (!zc_has_bit(&d->possible[d->applies_at], rule))
    return ZC_NOT_APPLICABLE;
  if (zc_has_bit(d->requirements.words, rule))
    return !may ? ZC_MET : flag ? ZC_UNMET : ZC_UNKNOWN;
  return flag ? ZC_MET : applies && !may ? ZC_UNMET : ZC_UNKNOWN;
}

zc_state zc_decision_state(const zc_decider *d, uint32_t rule) {
  if (d->decision.answer)
    return state_in_answer(d, rule);
  zc_state state = plain_state(d, rule);
  if ((state != ZC_UNMET && state != ZC_UNKNOWN) || !zc_has_bit(d->requirements.words, rule))
    return state;
  const zc_compiled_rule *route = d->decision.route;
  int lifted = zc_has_bit(d->lifted.words, rule);
  for (uint32_t i = 0; route && i < route->waives.count; i++)
    lifted |= route->waives.items[i] == rule;
  return lifted ? ZC_WAIVED : state;
}

zc_decision_bits zc_decision_findings(const zc_decider *d) {
  return (zc_decision_bits){&d->certain[d->applies_at], &d->certain[d->flags_at], d->words};
}
