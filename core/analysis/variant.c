/* SPDX-License-Identifier: Apache-2.0 */
#include "analysis/variant.h"
#include "base/assert.h"
#include "base/memory.h"
#include "engine/kinds.h"
#include "engine/workspace.h"

#include <string.h>

/* What the nodes of a view are. */
enum {
  FORM_VALUE,       /* one node whose value is shown */
  FORM_TRUE,        /* one condition: shown where it is true */
  FORM_CHOICE,      /* in force, applies, holds: a route, waiver or row */
  FORM_REQUIREMENT, /* the same, and lifted */
};

#define ABSENT 9 /* beside the states: not among the findings */

int zc_variant_open(zc_variant *r, const zc_region *region) {
  memset(r, 0, sizeof *r);
  r->region = region;
  r->ternary = zc_ternary_new(&region->vocabulary, region->functions);
  r->room =
      region->rule_count + region->conversion_count + region->unit_count + region->effect_count + 3;
  r->views = zc_calloc(r->room, sizeof *r->views);
  return r->ternary && r->views;
}

void zc_variant_close(zc_variant *r) {
  zc_ternary_free(r->ternary);
  zc_free(r->views);
  zc_free(r->maps[0]);
  zc_free(r->maps[1]);
}

/* ---- views ---- */

static zc_node_id both(zc_variant *r, zc_op op, zc_node_id a, zc_node_id b) {
  return zc_node_binary(zc_ternary_program(r->ternary), op, a, b);
}

/* Keeps a view where the two forms differ. 0: out of memory. */
static int add_view(zc_variant *r, const zc_variant_view *view) {
  for (int form = 0; form < 2; form++)
    for (int i = 0; i < 4; i++)
      if (view->nodes[form][i] == ZC_NO_NODE)
        return 0;
  ZC_ASSERT(r->count < r->room);
  if (memcmp(view->nodes[0], view->nodes[1], sizeof view->nodes[0]) != 0)
    r->views[r->count++] = *view;
  return 1;
}

static int add_rules(zc_variant *r, const zc_region *const *regions) {
  for (uint32_t i = 0; i < regions[0]->rule_count; i++) {
    int is_requirement = zc_rule_binds(&regions[0]->rules[i]);
    zc_variant_view view = {.question = ZC_Q_ASSESS,
                            .id = regions[0]->rules[i].id,
                            .form = is_requirement ? FORM_REQUIREMENT : FORM_CHOICE};
    for (int form = 0; form < 2; form++) {
      const zc_compiled_rule *rule = &regions[form]->rules[i];
      const zc_node_id *map = r->maps[form];
      view.nodes[form][0] = map[rule->in_force];
      view.nodes[form][1] = map[rule->applies];
      view.nodes[form][2] = map[rule->holds];
      view.nodes[form][3] = is_requirement ? map[rule->lifted] : 0;
    }
    if (!add_view(r, &view))
      return 0;
  }
  return 1;
}

/* Whether the row decides, as find_rows() of convert.c has it. */
static zc_node_id decides(zc_variant *r, const zc_compiled_rule *row, const zc_node_id *map) {
  zc_program *p = zc_ternary_program(r->ternary);
  zc_node_id no = zc_node_const(p, ZC_BOOL, 0), holds = map[row->holds];
  if (row->kept != ZC_GO_ON && row->otherwise != ZC_GO_ON)
    return zc_node_const(p, ZC_BOOL, 1);
  return row->kept != ZC_GO_ON        ? holds
         : row->otherwise != ZC_GO_ON ? zc_node_unary(p, ZC_OP_NOT, holds, 0)
                                      : no;
}

/* Rows of which the first that decides answers. Those of `unit` always decide. */
static int add_rows(zc_variant *r, const zc_compiled_rule *const *rows, uint32_t count,
                    zc_question question) {
  zc_program *p = zc_ternary_program(r->ternary);
  zc_node_id reached[2] = {zc_node_const(p, ZC_BOOL, 1), zc_node_const(p, ZC_BOOL, 1)};
  for (uint32_t i = 0; i < count; i++) {
    zc_variant_view view = {.question = question, .id = rows[0][i].id, .form = FORM_CHOICE};
    for (int form = 0; form < 2; form++) {
      const zc_compiled_rule *row = &rows[form][i];
      const zc_node_id *map = r->maps[form];
      zc_node_id applies = both(r, ZC_OP_AND, reached[form], map[row->applies]);
      zc_node_id decided =
          question == ZC_Q_UNIT ? applies : both(r, ZC_OP_AND, applies, decides(r, row, map));
      view.nodes[form][0] = map[row->in_force];
      view.nodes[form][1] = applies;
      view.nodes[form][2] = map[row->holds];
      view.nodes[form][3] = 0;
      reached[form] = both(r, ZC_OP_AND, reached[form], zc_node_unary(p, ZC_OP_NOT, decided, 0));
    }
    if (!add_view(r, &view))
      return 0;
  }
  return 1;
}

static int add_single(zc_variant *r, zc_question question, const char *id, int form, zc_node_id own,
                      zc_node_id other) {
  zc_variant_view view = {question, id, {{own}, {other}}, (uint8_t)form};
  return add_view(r, &view);
}

static int add_effects(zc_variant *r, const zc_region *changed) {
  for (uint32_t i = 0; i < changed->effect_count; i++) {
    const zc_compiled_effect *own = &r->region->effects[i], *other = &changed->effects[i];
    zc_question question = own->questions & ZC_ASSESS    ? ZC_Q_ASSESS
                           : own->questions & ZC_CONVERT ? ZC_Q_CONVERT
                                                         : ZC_Q_UNIT;
    if (!add_single(r, question, own->row->id, FORM_TRUE, r->maps[0][own->applies],
                    r->maps[1][other->applies]))
      return 0;
  }
  return 1;
}

static int add_counting_days(zc_variant *r, const zc_region *changed) {
  int fine = 1;
  for (int q = 0; q < ZC_Q_CALENDAR && fine; q++)
    fine = add_single(r, (zc_question)q, "", FORM_VALUE, r->maps[0][r->region->counting_days[q]],
                      r->maps[1][changed->counting_days[q]]);
  return fine;
}

static int make_map(zc_variant *r, int form, const zc_region *region) {
  zc_node_id *map = zc_realloc(r->maps[form], (region->program.count + 1) * sizeof *map);
  if (!map)
    return 0;
  r->maps[form] = map;
  return zc_ternary_take(r->ternary, &region->program, map);
}

int zc_variant_compare(zc_variant *r, const zc_region *changed) {
  const zc_region *regions[] = {r->region, changed};
  const zc_compiled_rule *conversions[] = {r->region->conversions, changed->conversions};
  const zc_compiled_rule *units[] = {r->region->units, changed->units};
  r->count = 0;
  zc_ternary_clear(r->ternary);
  if (!make_map(r, 0, r->region) || !make_map(r, 1, changed))
    return 0;
  const zc_node_id *own = r->maps[0], *other = r->maps[1];
  return add_rules(r, regions) &&
         add_rows(r, conversions, changed->conversion_count, ZC_Q_CONVERT) &&
         add_rows(r, units, changed->unit_count, ZC_Q_UNIT) && add_effects(r, changed) &&
         add_single(r, ZC_Q_CONVERT, "", FORM_VALUE, own[r->region->conversion_result],
                    other[changed->conversion_result]) &&
         add_single(r, ZC_Q_UNIT, "", FORM_VALUE, own[r->region->unit_result],
                    other[changed->unit_result]) &&
         add_counting_days(r, changed);
}

/* ---- drawing ---- */

static zc_slot state_slot(int64_t state) {
  return (zc_slot){state, state};
}

static zc_slot choice_state(zc_slot applies, zc_slot holds, zc_slot unused) {
  (void)unused;
  return state_slot(zc_state_of_choice(applies, holds));
}

static zc_slot requirement_state(zc_slot applies, zc_slot holds, zc_slot lifts) {
  zc_state state = zc_state_of_requirement(applies, holds);
  if ((state == ZC_UNMET || state == ZC_UNKNOWN) && zc_true(lifts))
    state = ZC_WAIVED;
  return state_slot(state);
}

static zc_slot listed(zc_slot in_force, zc_slot state, zc_slot unused) {
  (void)unused;
  return zc_false(in_force) ? state_slot(ABSENT) : state;
}

static zc_slot shown_true(zc_slot applies, zc_slot unused, zc_slot unused_too) {
  (void)unused;
  (void)unused_too;
  return state_slot(zc_true(applies));
}

static zc_ref draw_view(zc_ternary *t, const zc_variant_view *view, int form) {
  const zc_node_id *nodes = view->nodes[form];
  zc_ref first = zc_ternary_of(t, nodes[0]);
  if (view->form == FORM_VALUE)
    return first;
  if (view->form == FORM_TRUE)
    return zc_ternary_combine(t, shown_true, first, 0, 0);
  zc_ref applies = zc_ternary_of(t, nodes[1]), holds = zc_ternary_of(t, nodes[2]);
  zc_ref state =
      view->form == FORM_REQUIREMENT
          ? zc_ternary_combine(t, requirement_state, applies, holds, zc_ternary_of(t, nodes[3]))
          : zc_ternary_combine(t, choice_state, applies, holds, 0);
  return zc_ternary_combine(t, listed, first, state, 0);
}

zc_contrast zc_variant_contrast(zc_variant *r, uint32_t index, zc_ref *difference) {
  const zc_variant_view *view = &r->views[index];
  uint32_t used = view->form == FORM_REQUIREMENT ? 4 : view->form == FORM_CHOICE ? 3 : 1;
  zc_node_id roots[8];
  for (uint32_t i = 0; i < used; i++) {
    roots[i] = view->nodes[0][i];
    roots[used + i] = view->nodes[1][i];
  }
  if (!zc_ternary_begin(r->ternary, roots, 2 * used))
    return ZC_CONTRAST_NO_MEMORY;
  zc_ref own = draw_view(r->ternary, view, 0), other = draw_view(r->ternary, view, 1);
  *difference = zc_ternary_differ(r->ternary, own, other);
  if (zc_ternary_inexact(r->ternary))
    return *difference != 0 && !zc_ternary_overflow(r->ternary) ? ZC_CONTRAST_FOUND
                                                                : ZC_CONTRAST_UNSURE;
  return *difference != 0 ? ZC_CONTRAST_FOUND : ZC_CONTRAST_NONE;
}

/* 1 where a route that applies and holds so may be met, and a requirement in that state is not. */
static zc_slot matters(zc_slot applies, zc_slot holds, zc_slot state) {
  int may_be_met = !zc_false(applies) && !zc_false(holds);
  int is_open = state.lo == ZC_UNMET || state.lo == ZC_UNKNOWN;
  return state_slot(may_be_met && is_open);
}

zc_contrast zc_variant_lift(zc_variant *r, uint32_t route, uint32_t rule, zc_ref *people) {
  const zc_compiled_rule *way = &r->region->rules[route], *asked = &r->region->rules[rule];
  const zc_node_id *map = r->maps[0];
  zc_ternary *t = r->ternary;
  zc_node_id roots[] = {map[way->applies], map[way->holds], map[asked->applies], map[asked->holds]};
  if (!zc_ternary_begin(t, roots, 4))
    return ZC_CONTRAST_NO_MEMORY;
  zc_ref state = zc_ternary_combine(t, requirement_state, zc_ternary_of(t, roots[2]),
                                    zc_ternary_of(t, roots[3]), 0);
  *people =
      zc_ternary_combine(t, matters, zc_ternary_of(t, roots[0]), zc_ternary_of(t, roots[1]), state);
  if (zc_ternary_inexact(t))
    return ZC_CONTRAST_UNSURE;
  return *people != 0 ? ZC_CONTRAST_FOUND : ZC_CONTRAST_NONE;
}

zc_contrast zc_variant_lift_decides(zc_variant *r, uint32_t route, uint32_t rule, zc_ref *people) {
  const zc_compiled_rule *asked = &r->region->rules[rule];
  const zc_node_id *map = r->maps[0];
  zc_ternary *t = r->ternary;
  zc_node_id roots[] = {map[r->region->rules[route].passes], map[asked->met]};
  if (!zc_ternary_begin(t, roots, 2))
    return ZC_CONTRAST_NO_MEMORY;
  *people = zc_ternary_and(t, zc_ternary_is(t, zc_ternary_of(t, roots[0]), 1, 1),
                           zc_ternary_is(t, zc_ternary_of(t, roots[1]), 0, 0));
  return zc_ternary_overflow(t) ? ZC_CONTRAST_UNSURE
         : *people != 0         ? ZC_CONTRAST_FOUND
                                : ZC_CONTRAST_NONE;
}
