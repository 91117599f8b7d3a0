/* SPDX-License-Identifier: Apache-2.0 */
/* Shared by the files that analyse rules (analyse*.c, flaw*.c). */
#ifndef ZC_ANALYSIS_ANALYST_H
#define ZC_ANALYSIS_ANALYST_H

#include "analysis/analyse.h"
#include "analysis/edition_view.h"
#include "engine/kinds.h"
#include "engine/workspace.h"

/* A comparison that is the same for everybody, as written in one of a row's conditions. */
typedef struct zc_constant {
  const char *rule;
  zc_place at;
  const char *text;
  int is_true;
} zc_constant;

typedef struct zc_analyst {
  zc_analysis *out;
  const zc_region *region;
  zc_edition_view view;
  zc_workspace *workspace; /* asks the engine about persons */
  zc_facts facts;          /* of the person asked about */
  zc_day *days;
  uint32_t day_count, flaw_room, inexact_room;
  zc_constant *constants;
  uint32_t constant_count, constant_room;
  /* of the view, by row; `picked` holds rows while one explains another */
  zc_node_id *roots;
  zc_ref *applies, *met;
  zc_ref *unmet; /* applies and does not hold */
  zc_ref *fails; /* the same and no general waiver lifts it; of a route: comes through it */
  uint32_t *picked;
  uint8_t *opaque; /* rules of which no exact diagram can be made */
  int64_t *chosen; /* by fact, then by whether it is given: values of a person */
  int failed;      /* memory ran out */
} zc_analyst;

/* Nothing can be said of a rule in this view; NULL: of any. */
void zc_analysis_inexact(zc_analyst *a, const char *rule);

/* Memory that lives as long as the analysis; NULL: memory ran out, which is kept in mind. */
void *zc_analyst_alloc(zc_analyst *a, size_t size);

/* ---- flaw.c ---- */

/* Who shows a flaw: the condition that holds for them, and what the engine should answer. */
typedef struct zc_witness {
  zc_ref condition;
  const zc_compiled_rule *rule; /* NULL: an effect */
  const zc_compiled_effect *effect;
  int is_shown;                   /* the effect is in the answer, or is not */
  zc_state state;                 /* of the rule */
  const zc_compiled_rule *others; /* rows of which one, of those picked, has other_state */
  const uint32_t *picked;
  uint32_t picked_count;
  zc_state other_state;
  int is_outside; /* `unit` calls the unit, or the one moved to, not grassroots */
} zc_witness;

/* The flaw holds in this view. `flaw` has class, rule, kind, at, question, is_true and, for a
 * comparison, others; the names of what is picked become its others. */
void zc_flaw_note(zc_analyst *a, const zc_flaw *flaw, const zc_witness *witness);
/* A flaw without views. */
void zc_flaw_add(zc_analyst *a, const zc_flaw *flaw);
/* The comparisons of a row that never decide; the row applies to somebody. */
void zc_flaw_constants(zc_analyst *a, const zc_flaw *row, const zc_witness *applies);

/* ---- flaw_person.c ---- */

/* Somebody who shows the flaw, asked of the engine; NULL: nobody is found, or memory ran out. */
zc_flaw_person *zc_flaw_person_find(zc_analyst *a, zc_question question, const zc_witness *witness);
/* Somebody with the fact's highest value whom the engine answers as with its lowest; NULL: the
 * answers differ, or memory ran out. */
zc_flaw_person *zc_fact_idle(zc_analyst *a, uint32_t fact);

/* ---- analyse_draw.c ---- */

/* Draws the rules of the view that has begun; `here` becomes who is answered on its track. Rules
 * that cannot be drawn exactly become opaque. 0: nothing can be said. */
int zc_rules_draw(zc_analyst *a, zc_ref *here);
/* The same rules again, in empty room. */
int zc_rules_redraw(zc_analyst *a, zc_ref *here);
int zc_rule_in_force(const zc_analyst *a, uint32_t rule);
/* In force, and something can be said of it. */
int zc_rule_drawn(const zc_analyst *a, uint32_t rule);
/* Whether something among what a rule lifts is opaque. */
int zc_rule_lifts_opaque(const zc_analyst *a, uint32_t rule);

/* ---- analyse_assess.c, analyse_rows.c, analyse_names.c ---- */

/* In the view that has begun. */
void zc_analyse_assess(zc_analyst *a);
void zc_analyse_rows(zc_analyst *a);
void zc_analyse_effects(zc_analyst *a);
/* Facts and parameters. */
void zc_analyse_names(zc_analyst *a);
/* Whether a waiver takes months off floors. */
int zc_reduces_months(const zc_region *region, uint32_t rule);
/* Whether a row's conditions ask for a parameter that has no value on the view's day and need
 * not have one: the row waits for it, and is not one that applies to nobody. */
int zc_waits_for_value(const zc_analyst *a, const char *rule);
/* Finds the comparisons that never decide, for zc_flaw_constants. */
void zc_analyse_constants(zc_analyst *a);

/* ---- cover.c ---- */

/* Whether the conditions parts[picked[0..count)] together hold whenever `what` does; then `picked`
 * is left with as few as do, and their number is returned. 0: they do not. */
uint32_t zc_implies(zc_analyst *a, zc_ref what, const zc_ref *parts, uint32_t *picked,
                    uint32_t count);

#endif
