/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Analysis of a region's rules: what can be known of them without any case. Each edition day and
 * track is looked at over all people at once (see edition_view.h), so that "never" is proved and
 * not merely not seen.
 *
 *     zc_analysis analysis;
 *     if (zc_analyse(&analysis, region) == ZC_OK && analysis.open_count == 0)
 *       ... nothing is found that the author has not accepted ...
 *     zc_analysis_free(&analysis);
 */
#ifndef ZC_ANALYSIS_ANALYSE_H
#define ZC_ANALYSIS_ANALYSE_H

#include "engine/answer.h"

typedef enum zc_flaw_class {
  ZC_FLAW_ALWAYS_TRUE = 0,
  ZC_FLAW_ALWAYS_FALSE,
  ZC_FLAW_NEVER_APPLIES, /* though no parameter lacks a value that may come */
  ZC_FLAW_LIFTS_NOTHING, /* waiver */
  ZC_FLAW_SHADOWED,      /* others: whenever it would decide, one of these decides as well */
  ZC_FLAW_CONTAINED,     /* route; others: whoever comes this way comes one of those, too */
  ZC_FLAW_CONTRADICTS,   /* others: who satisfies it does not satisfy all of these */
  ZC_FLAW_CONSTANT,      /* others: the comparison */
  ZC_FLAW_UNREAD,        /* a fact of the region's own */
  ZC_FLAW_UNUSED,        /* a parameter */
  ZC_FLAW_KEEPS,      /* conversion: a targeted title at a unit that `unit` calls not grassroots */
  ZC_FLAW_ACCEPTANCE, /* an acceptance that accepts nothing; others: what it names */
  ZC_FLAW_CLASSES
} zc_flaw_class;

/* Days, both included, and the track on which a flaw holds. */
typedef struct zc_flaw_time {
  int32_t track; /* word of the track enum; -1: whatever the track */
  zc_day from, until;
} zc_flaw_time;

/* One fact of an example as it is given: "unit_division" "451229000001". */
typedef struct zc_flaw_fact {
  uint32_t fact;
  const char *text;
} zc_flaw_fact;

/* A person who shows the flaw, with as few facts as do. The engine was asked: these are the states
 * that it answered. */
typedef struct zc_flaw_person {
  zc_day as_of;
  zc_flaw_fact *facts;
  uint32_t fact_count;
  zc_state state;    /* of the rule */
  const char *other; /* the one of `others` that shows it, or NULL */
  zc_state other_state;
} zc_flaw_person;

typedef struct zc_flaw {
  zc_flaw_class class;
  const char *rule;     /* id of a row, or name of a fact or parameter */
  const char *kind;     /* "requirement", "route", "conversion", "effect", "fact", ... */
  const char *others;   /* ids joined by '+', a comparison, or NULL */
  const char *finding;  /* as an acceptance names it: "shadowed_by:gx.early" */
  zc_place at;          /* of the row */
  zc_question question; /* ZC_Q_CALENDAR: of none */
  int is_true;          /* of a comparison: what it always is */
  int is_dated;         /* the day alone decides what the rule needs */
  zc_flaw_time *times;  /* none: on every day */
  uint32_t time_count;
  zc_flaw_person *person;          /* NULL: nobody shows it, and `others` or the class says why */
  const zc_acceptance *acceptance; /* NULL: not accepted */
} zc_flaw;

/* What was not looked at: a bound was hit, or a condition cannot be split exactly (a function of
 * two unknown numbers). Nothing is said of it. */
typedef struct zc_inexact {
  const char *rule; /* NULL: all of them */
  zc_flaw_time time;
} zc_inexact;

typedef struct zc_analysis {
  const zc_region *region;
  zc_flaw *flaws;             /* in the order of the rows: assess, convert, unit, effects, names */
  uint32_t count, open_count; /* open: not accepted */
  uint32_t view_count;        /* editions and tracks that were looked at */
  zc_inexact *inexact;
  uint32_t inexact_count;
  zc_arena arena;
} zc_analysis;

/* The region outlives the analysis. ZC_OK whatever is found, or ZC_NO_RESOURCE. Free it in any
 * case. */
zc_status zc_analyse(zc_analysis *analysis, const zc_region *region);
void zc_analysis_free(zc_analysis *analysis);

#endif
