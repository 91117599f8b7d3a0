/* SPDX-License-Identifier: Apache-2.0 */
/* Conversions, unit rows and effects of one edition day: rows of which the first that decides
 * answers, and rows that only show. */
#include "analysis/analyst.h"

typedef struct table {
  const zc_compiled_rule *rows;
  uint32_t count;
  zc_question question;
} table;

static int is_in_force(const zc_analyst *a, const zc_compiled_rule *row) {
  return !zc_false(a->view.values[row->in_force]);
}

/* Without a row of the law itself the day has no edition. */
static int is_open(const zc_analyst *a, const table *t) {
  for (uint32_t i = 0; i < t->count; i++)
    if (t->rows[i].law.document_count && is_in_force(a, &t->rows[i]))
      return 1;
  return 0;
}

static zc_flaw flaw_of(const table *t, uint32_t i, zc_flaw_class class) {
  return (zc_flaw){.class = class,
                   .rule = t->rows[i].id,
                   .kind = t->rows[i].kind,
                   .at = t->rows[i].at,
                   .question = t->question};
}

static void note(zc_analyst *a, const table *t, uint32_t i, zc_flaw_class class, zc_ref shown,
                 zc_state state) {
  zc_flaw flaw = flaw_of(t, i, class);
  zc_flaw_note(a, &flaw, &(zc_witness){.condition = shown, .rule = &t->rows[i], .state = state});
}

/* The state that a row shows where what it answers is left open by the law. */
static zc_state state_of(const table *t, const zc_compiled_rule *row, int holds) {
  if (t->question == ZC_Q_CONVERT && (holds ? row->kept : row->otherwise) == ZC_UNDETERMINED)
    return ZC_UNKNOWN;
  return holds ? ZC_MET : ZC_UNMET;
}

/* ---- rows ---- */

/* Those for whom the row answers: it says yes or no and does not go on. */
static zc_ref decided_by(zc_analyst *a, const table *t, uint32_t i) {
  const zc_compiled_rule *row = &t->rows[i];
  if (t->question == ZC_Q_UNIT || (row->kept != ZC_GO_ON && row->otherwise != ZC_GO_ON))
    return a->applies[i];
  return row->kept != ZC_GO_ON ? a->met[i] : row->otherwise != ZC_GO_ON ? a->unmet[i] : 0;
}

/* `fails` is here what each row decides by itself. */
static int draw(zc_analyst *a, const table *t) {
  zc_diagrams *d = a->view.diagrams;
  uint32_t count = 0;
  for (uint32_t i = 0; i < t->count; i++)
    if (is_in_force(a, &t->rows[i])) {
      a->roots[count++] = t->rows[i].applies;
      a->roots[count++] = t->rows[i].holds;
    }
  if (t->question == ZC_Q_CONVERT)
    a->roots[count++] = a->region->holds_outside;
  int exact = zc_edition_view_draw(&a->view, a->roots, count);
  for (uint32_t i = 0; i < t->count; i++) {
    a->applies[i] = a->met[i] = a->unmet[i] = a->fails[i] = 0;
    if (!exact || !is_in_force(a, &t->rows[i]))
      continue;
    zc_ref holds = zc_diagram_of(d, t->rows[i].holds);
    a->applies[i] = zc_diagram_of(d, t->rows[i].applies);
    a->met[i] = zc_diagram_and(d, a->applies[i], holds);
    a->unmet[i] = zc_edition_view_less(&a->view, a->applies[i], holds);
    a->fails[i] = decided_by(a, t, i);
  }
  return exact && zc_edition_view_exact(&a->view);
}

static void note_idle(zc_analyst *a, const table *t, uint32_t i) {
  if (!zc_waits_for_value(a, t->rows[i].id))
    note(a, t, i, ZC_FLAW_NEVER_APPLIES, 1, ZC_NOT_APPLICABLE);
}

/* Earlier rows answer for everybody to whom this one applies. */
static void note_unreached(zc_analyst *a, const table *t, uint32_t i) {
  uint32_t picked = 0;
  for (uint32_t j = 0; j < i; j++)
    if (a->fails[j] != 0)
      a->picked[picked++] = j;
  picked = zc_implies(a, a->applies[i], a->fails, a->picked, picked);
  if (!picked)
    return;
  const zc_compiled_rule *first = &t->rows[a->picked[0]];
  int met = zc_edition_view_some(
      &a->view, zc_diagram_and(a->view.diagrams, a->applies[i], a->met[a->picked[0]]));
  zc_ref shown = zc_diagram_and(a->view.diagrams, a->applies[i],
                                met ? a->met[a->picked[0]] : a->unmet[a->picked[0]]);
  zc_flaw flaw = flaw_of(t, i, ZC_FLAW_SHADOWED);
  zc_flaw_note(a, &flaw,
               &(zc_witness){.condition = shown,
                             .rule = &t->rows[i],
                             .state = ZC_NOT_APPLICABLE,
                             .others = t->rows,
                             .picked = a->picked,
                             .picked_count = picked,
                             .other_state = state_of(t, first, met)});
}

/* A row that says one thing only, though it has a condition to choose by. */
static void look_at_choice(zc_analyst *a, const table *t, uint32_t i, zc_ref reached) {
  const zc_compiled_rule *row = &t->rows[i];
  zc_diagrams *d = a->view.diagrams;
  zc_ref met = zc_diagram_and(d, reached, a->met[i]);
  zc_ref unmet = zc_diagram_and(d, reached, a->unmet[i]);
  zc_flaw flaw = flaw_of(t, i, ZC_FLAW_CONSTANT);
  int some = zc_edition_view_some(&a->view, met);
  zc_flaw_constants(
      a, &flaw,
      &(zc_witness){.condition = some ? met : unmet, .rule = row, .state = state_of(t, row, some)});
  if (a->region->program.nodes[row->holds].op == ZC_OP_CONST ||
      (t->question == ZC_Q_CONVERT && row->kept == row->otherwise))
    return;
  if (met == 0)
    note(a, t, i, ZC_FLAW_ALWAYS_FALSE, unmet, state_of(t, row, 0));
  else if (unmet == 0)
    note(a, t, i, ZC_FLAW_ALWAYS_TRUE, met, state_of(t, row, 1));
}

/* A conversion whose answer `valid` reaches somebody at a unit that is not grassroots. */
static void look_outside(zc_analyst *a, const table *t, uint32_t i, zc_ref reached) {
  const zc_compiled_rule *row = &t->rows[i];
  zc_diagrams *d = a->view.diagrams;
  for (int holds = 0; holds < 2; holds++) {
    if ((holds ? row->kept : row->otherwise) != ZC_VALID)
      continue;
    zc_ref kept = zc_diagram_and(d, reached, holds ? a->met[i] : a->unmet[i]);
    zc_ref shown = zc_diagram_and(d, kept, zc_diagram_of(d, a->region->holds_outside));
    if (!zc_edition_view_some(&a->view, shown))
      continue;
    zc_flaw flaw = flaw_of(t, i, ZC_FLAW_KEEPS);
    zc_flaw_note(
        a, &flaw,
        &(zc_witness){
            .condition = shown, .rule = row, .state = state_of(t, row, holds), .is_outside = 1});
    return;
  }
}

static void look_at_table(zc_analyst *a, const table *t) {
  zc_diagrams *d = a->view.diagrams;
  if (!is_open(a, t))
    return;
  if (!draw(a, t)) {
    zc_analysis_inexact(a, NULL);
    return;
  }
  zc_ref left = 1; /* those for whom no row has answered yet */
  for (uint32_t i = 0; i < t->count && !a->failed; i++) {
    if (!is_in_force(a, &t->rows[i]))
      continue;
    zc_ref reached = zc_diagram_and(d, left, a->applies[i]);
    if (!zc_edition_view_some(&a->view, a->applies[i]))
      note_idle(a, t, i);
    else if (reached == 0)
      note_unreached(a, t, i);
    else
      look_at_choice(a, t, i, reached);
    if (t->question == ZC_Q_CONVERT)
      look_outside(a, t, i, reached);
    left = zc_edition_view_less(&a->view, left, a->fails[i]);
  }
}

void zc_analyse_rows(zc_analyst *a) {
  const zc_region *r = a->region;
  look_at_table(a, &(table){r->conversions, r->conversion_count, ZC_Q_CONVERT});
  look_at_table(a, &(table){r->units, r->unit_count, ZC_Q_UNIT});
}

/* ---- effects ---- */

static int is_on(const zc_analyst *a, const zc_compiled_effect *effect) {
  return a->view.from >= effect->span.from && a->view.from <= effect->span.until;
}

static zc_question first_question(const zc_compiled_effect *effect) {
  return effect->questions & ZC_ASSESS    ? ZC_Q_ASSESS
         : effect->questions & ZC_CONVERT ? ZC_Q_CONVERT
                                          : ZC_Q_UNIT;
}

void zc_analyse_effects(zc_analyst *a) {
  const zc_region *r = a->region;
  uint32_t count = 0;
  for (uint32_t i = 0; i < r->effect_count; i++)
    if (is_on(a, &r->effects[i]))
      a->roots[count++] = r->effects[i].applies;
  if (!count)
    return;
  if (!zc_edition_view_draw(&a->view, a->roots, count)) {
    zc_analysis_inexact(a, NULL);
    return;
  }
  for (uint32_t i = 0; i < r->effect_count && !a->failed; i++) {
    const zc_compiled_effect *e = &r->effects[i];
    if (!is_on(a, e))
      continue;
    zc_ref applies = zc_diagram_of(a->view.diagrams, e->applies);
    zc_flaw flaw = {.class = ZC_FLAW_NEVER_APPLIES,
                    .rule = e->row->id,
                    .kind = e->kind,
                    .at = e->row->at,
                    .question = first_question(e)};
    if (zc_edition_view_some(&a->view, applies))
      zc_flaw_constants(a, &flaw, &(zc_witness){.condition = applies, .effect = e, .is_shown = 1});
    else if (!zc_waits_for_value(a, e->row->id))
      zc_flaw_note(a, &flaw, &(zc_witness){.condition = 1, .effect = e});
  }
}
