/* SPDX-License-Identifier: Apache-2.0 */
/* The memory in which answers are made; shared by the files of the engine. */
#ifndef ZC_ENGINE_WORKSPACE_H
#define ZC_ENGINE_WORKSPACE_H

#include "engine/answer.h"
#include "engine/wiring.h"
#include "logic/diagram.h"
#include "logic/plan.h"

/* The nodes that a question needs, in the order of the program. */
typedef struct zc_slice {
  zc_node_id *nodes;
  uint32_t count;
} zc_slice;

#define ZC_MARK_STEP 8u

/* Most findings of an answer: those of the longest list of rows, and two of the engine's own. */
static inline uint32_t zc_finding_limit(const zc_region *r) {
  uint32_t most = r->rule_count > r->conversion_count ? r->rule_count : r->conversion_count;
  return (most > r->unit_count ? most : r->unit_count) + 2;
}

/* The assumed facts that rows name: those of row i are facts[first[i]] to facts[first[i + 1] - 1].
 */
typedef struct zc_assumed_mentions {
  uint32_t *first, *facts;
} zc_assumed_mentions;

/* The days that the counting day of the question at hand may be, where it hangs on facts that are
 * not known. */
#define ZC_MAX_DAYS 8u
typedef struct zc_days {
  zc_day items[ZC_MAX_DAYS];
  uint32_t count; /* 0: one day is known */
  int is_exact;   /* 0: too many, or a diagram that is not exact: the first and the last */
  const zc_facts *given;
  zc_day from, since;               /* as of zc_facts_grow; since ZC_NO_DAY: they do not grow */
  zc_node tests[ZC_MAX_DAYS];       /* whether it is each of them */
  zc_sight sights[ZC_MAX_DAYS + 1]; /* facts on each; behind them those that say which it is */
  zc_facts facts[ZC_MAX_DAYS];      /* counted to each */
  zc_slot *values[ZC_MAX_DAYS + 1];
} zc_days;

struct zc_workspace {
  const zc_region *region;
  zc_diagrams *diagrams;
  zc_facts counted;
  zc_slot *values; /* by node */
  zc_plan counting;
  zc_slice counting_nodes;
  zc_days days;
  zc_plan whole[ZC_Q_CALENDAR];     /* by question: all that the answer shows */
  zc_slice deciding[ZC_Q_CALENDAR]; /* what decides it */
  zc_wiring wiring[ZC_Q_CALENDAR];
  zc_change_log log;
  zc_assumed_mentions mentions[ZC_Q_CALENDAR];
  zc_facts doubted; /* room for facts of which one is left open */

  int skips_assumed;

  uint8_t *marks; /* by fact, in whole ZC_MARK_STEPs; empty between questions */
  uint8_t *document_marks;

  zc_answer answer;
};

/* Starts the answer: values of the question's nodes, empty lists. */
void zc_answer_begin(zc_workspace *ws, zc_question question, const zc_inputs *in,
                     const zc_facts *counted, zc_day as_of, zc_day counted_to);
/* Adds a finding. */
void zc_answer_find(zc_answer *answer, const zc_compiled_rule *rule, zc_state state);
/* Fills `missing` from the facts on which the diagram depends. */
void zc_answer_missing(zc_workspace *ws, zc_ref verdict);
/* The facts that are marked, in their order; none is marked any more. Returns how many. */
uint32_t zc_marks_take(zc_workspace *ws, uint32_t *facts);
/* What that needs, made with the workspace once its slices are there. 0: out of memory. */
int zc_assuming_make(zc_workspace *ws);
void zc_assuming_free(zc_workspace *ws);
/* Fills `assumed`, once outcome, findings and missing facts are there. */
void zc_answer_assumed(zc_workspace *ws, const zc_inputs *in);
/* After the findings: edition, assumed, effects. `held` counts documents that are no longer in
 * force but whose rules go on. */
void zc_answer_end(zc_workspace *ws, const zc_inputs *in, int held);

/* Whether the outcome is to be drawn for each counting day that may be. */
static inline int zc_has_days(const zc_workspace *ws) {
  return ws->days.count > 0;
}
/* The diagram of the outcome over all completions and the counting days that go with them; `draw`
 * makes that of one day, from what is seen. */
zc_ref zc_days_draw(zc_workspace *ws, const zc_inputs *in,
                    zc_ref (*draw)(zc_workspace *ws, const zc_inputs *in));
/* Takes the marks from facts that each of the days knows. */
void zc_days_unmark(zc_workspace *ws);
/* Room for the days. 0: out of memory. */
int zc_days_make(zc_workspace *ws);
void zc_days_free(zc_workspace *ws);

/* The diagram of the verdict of `assess` for any inputs; it stays in ws->diagrams until the next
 * question. The route that comes with it is written to ws->answer. */
zc_ref zc_assess_draw(zc_workspace *ws, const zc_inputs *in);

/* The same of values that are computed, in diagrams that have begun. */
zc_ref zc_assess_verdict(zc_workspace *ws, const zc_inputs *in);
/* The verdict of the values in Kleene's logic: 1 eligible, 0 not, ZC_NEVER_KNOWN where no document
 * answers. 0: they do not tell. */
int zc_assess_outcome(const zc_workspace *ws, zc_slot *outcome);
/* The node that answers `convert` or `unit`. */
static inline zc_node_id zc_result_node(const zc_region *r, zc_question question) {
  return question == ZC_Q_CONVERT ? r->conversion_result : r->unit_result;
}

/* States of Kleene's logic (ARCHITECTURE.md, States). */
zc_state zc_state_of_requirement(zc_slot applies, zc_slot holds);
zc_state zc_state_of_choice(zc_slot applies, zc_slot holds); /* route, waiver, conversion */

static inline int zc_true(zc_slot s) {
  return s.lo == 1;
}
static inline int zc_false(zc_slot s) {
  return s.hi == 0;
}
static inline zc_slot zc_and(zc_slot a, zc_slot b) {
  return (zc_slot){a.lo & b.lo, a.hi & b.hi};
}
static inline zc_slot zc_or(zc_slot a, zc_slot b) {
  return (zc_slot){a.lo | b.lo, a.hi | b.hi};
}
static inline zc_slot zc_not(zc_slot a) {
  return (zc_slot){1 - a.hi, 1 - a.lo};
}

#endif
