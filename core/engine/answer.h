/* SPDX-License-Identifier: Apache-2.0 */
/* Questions and answers. The engine is pure: no I/O, no clock, no globals. */
#ifndef ZC_ENGINE_ANSWER_H
#define ZC_ENGINE_ANSWER_H

#include "engine/region.h"
#include "facts/facts.h"

typedef struct zc_finding {
  const zc_compiled_rule *rule; /* never NULL; "no_edition" and "base.track" are the engine's own */
  zc_state state;
} zc_finding;

/* Findings that no region writes. */
extern const zc_compiled_rule zc_rule_no_edition;
extern const zc_compiled_rule zc_rule_base_track;

/* An answer lives in the workspace that made it, until the next question to that workspace. */
typedef struct zc_answer {
  zc_question question;
  const zc_region *region;
  zc_day as_of;
  zc_day counted_to;     /* ZC_NO_DAY: it hangs on facts that are not known */
  const zc_facts *facts; /* as counted: months on the counting day */
  const zc_slot *values; /* by node of region->program */
  int no_edition;

  zc_verdict verdict;            /* assess */
  const zc_compiled_rule *route; /* assess, eligible: the route named; else NULL */
  zc_result result;              /* convert */
  int grassroots;                /* unit: 1, 0, or -1 for null */

  const zc_document **edition;
  uint32_t edition_count;
  zc_finding *findings;
  uint32_t finding_count;
  uint32_t *missing; /* facts, in the order of the vocabulary */
  uint32_t missing_count;
  int missing_exact;
  /* Facts whose assumed value stands in a finding, or another value of which gives another outcome
   * for some completion; value: values[fact_nodes[f]]. Where diagrams are not exact, a superset.
   * Also partial dates that were taken as a day (zc_answer_takes_day). */
  uint32_t *assumed;
  uint32_t assumed_count;
  const zc_compiled_effect **effects;
  uint32_t effect_count;
  const struct zc_advice *advice; /* assess: attached by zc_advise; NULL: not asked for */
} zc_answer;

/* Whether the fact is a partial date that was taken as a day: its slot. */
int zc_answer_takes_day(const zc_answer *answer, uint32_t fact);
/* Whether an answer cites the place. Where there is no answer (NULL) all places are cited. */
int zc_cite_holds(const zc_cite *cite, const zc_answer *answer);
const char *zc_result_word(zc_result result); /* "valid" */

/* Memory for answers of one region, one at a time. After zc_workspace_new nothing is allocated. */
typedef struct zc_workspace zc_workspace;
zc_workspace *zc_workspace_new(const zc_region *region); /* NULL: out of memory */
void zc_workspace_free(zc_workspace *ws);
/* With 1 its answers list nothing under `assumed`: for those who want the outcome alone, faster. */
void zc_workspace_skip_assumed(zc_workspace *ws, int skips);

/* The counting day of a question for facts as given, with what is assumed; the first that it may be
 * where it hangs on facts that are not known. */
zc_day zc_counting_day(zc_workspace *ws, zc_question question, const zc_facts *given, zc_day as_of);

/* Answer from counted facts (zc_facts_count). Never fail. */
const zc_answer *zc_assess(zc_workspace *ws, const zc_facts *counted, zc_day as_of,
                           zc_day counted_to, int strict);
const zc_answer *zc_convert(zc_workspace *ws, const zc_facts *counted, zc_day as_of,
                            zc_day counted_to, int strict);
const zc_answer *zc_unit_question(zc_workspace *ws, const zc_facts *counted, zc_day as_of,
                                  zc_day counted_to, int strict);

/* For facts of which some were refused: reports days and months that contradict one another, too.
 */
zc_status zc_ask_check(zc_workspace *ws, zc_question question, const zc_facts *given, zc_day as_of,
                       zc_diagnostics *diag);

/* The whole way from facts as given: counting day, months, answer. Where the counting day hangs on
 * facts that are not known, the answer is what all its values allow. The only errors are those of
 * zc_facts_count; of several counting days they are errors where all of them have some. */
zc_status zc_ask(zc_workspace *ws, zc_question question, const zc_facts *given, zc_day as_of,
                 int strict, const zc_answer **answer, zc_diagnostics *diag);
/* The same on a later day, if only time runs on from the day `from`; months as given are counted to
 * `since` (zc_facts_grow). Never fails. */
const zc_answer *zc_ask_later(zc_workspace *ws, zc_question question, const zc_facts *given,
                              zc_day from, zc_day since, zc_day as_of, int strict);
/* The last day that the counting day of the question may be. */
zc_day zc_last_counting_day(zc_workspace *ws, zc_question question, const zc_facts *given,
                            zc_day as_of);

/* ---- calendar ---- */

typedef struct zc_due_step {
  const zc_compiled_step *step;
  int has_due;
  zc_day due;
  int32_t needs; /* fact that is not set, or -1 */
  const char *reason_zh,
      *reason_en; /* why there is no due day (beyond the working-day table), or NULL */
} zc_due_step;

typedef struct zc_calendar {
  const zc_region *region;
  int32_t year;
  const zc_document **edition;
  uint32_t edition_count;
  zc_due_step *steps; /* sorted by due day, those without one last */
  uint32_t step_count;
  zc_arena arena;
} zc_calendar;

/* Whether a calendar is counted from this fact, a date. */
int zc_calendar_reads(uint32_t fact);
/* Reports the facts that are given and no calendar is counted from: they would be ignored. */
zc_status zc_calendar_check(const zc_facts *dates, zc_diagnostics *diag);
/* `dates`: facts review_start_date etc. ZC_OK, or ZC_NO_RESOURCE. */
zc_status zc_calendar_make(zc_calendar *calendar, const zc_region *region, int32_t year,
                           const zc_facts *dates, zc_diagnostics *diag);
void zc_calendar_free(zc_calendar *calendar);

#endif
