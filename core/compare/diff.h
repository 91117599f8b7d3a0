/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What changes between two versions of a region, or between two days: the rows, the values of
 * parameters, and the people whose answer changes. Side 0 is the old one, side 1 the new one.
 */
#ifndef ZC_COMPARE_DIFF_H
#define ZC_COMPARE_DIFF_H

#include "analysis/differ.h"
#include "compile/tables.h"
#include "host/host.h"

typedef enum zc_change_kind { ZC_ROW_ADDED = 0, ZC_ROW_REMOVED, ZC_ROW_CHANGED } zc_change_kind;

/* A person whom the two sides answer differently; all texts live in the arena. */
typedef struct zc_diff_example {
  int was_sought;
  zc_question question;
  zc_difference answers; /* whether an answer changes at all, where this row's finding does */
  char *facts;           /* as JSON, for --facts; NULL: nobody. Where no answer changes, somebody
                            whose finding does. */
  const char *answer[2]; /* words of the contract */
} zc_diff_example;

/* One row of the tables that is not what it was. */
typedef struct zc_row_change {
  zc_change_kind kind;
  zc_row_kind rows;                /* which table */
  const char *id;                  /* of the row */
  const void *row[2];              /* NULL: not there on that side, or not in force on its day */
  const zc_compiled_rule *rule[2]; /* of rules, routes, conversions and units; else NULL */
  uint64_t fields;                 /* of the row's schema: those that differ */
  int decides;                     /* what it asks is not what it was */
  const char *parameter;           /* the parameter through which it changes, or NULL */
  zc_diff_example example;
  uint64_t people; /* of the population: their answer changes for this reason */
} zc_row_change;

/* A parameter whose values are not what they were; the texts are its values, one a line. */
typedef struct zc_parameter_change {
  const char *name;
  zc_text label;
  char *values[2]; /* NULL: there is no such parameter */
} zc_parameter_change;

/* People by what they have in common, whose answer changes. */
typedef struct zc_diff_count {
  char *key;
  uint64_t people;
} zc_diff_count;

typedef struct zc_diff_counts {
  zc_diff_count *items;
  uint32_t count;
} zc_diff_counts;

/* The people of the population whose answer changes. */
typedef struct zc_diff_people {
  const char *file; /* NULL: no population was given */
  uint64_t rows, rejected, changed;
  uint64_t verdicts[3][3]; /* [old verdict][new verdict], of those that changed */
  uint64_t other;          /* changed for a reason that no row of the tables tells */
  zc_diff_counts series, levels, divisions;
} zc_diff_people;

/* What is compared. Texts live as long as the diff. */
typedef struct zc_diff_options {
  const char *files[2]; /* of two versions of one region, or the same file twice */
  const char *people;   /* a CSV file of people, or NULL */
  zc_day days[2];
  zc_deployment deployment;
} zc_diff_options;

typedef struct zc_diff {
  zc_region regions[2];
  zc_day days[2];
  uint64_t *prints[2]; /* fingerprints, by node */
  zc_rule_set sets[2];
  zc_row_change *changes;
  uint32_t change_count, change_room;
  zc_parameter_change *parameters;
  uint32_t parameter_count;
  zc_diff_people people;
  zc_arena arena;
  zc_diagnostics *diag;
} zc_diff;

/* Loads both sides and finds what changes. All errors are reported. zc_diff_free in any case; a
 * zeroed struct is fine there. */
zc_status zc_diff_make(zc_diff *diff, const zc_diff_options *options, zc_diagnostics *diag);
void zc_diff_free(zc_diff *diff);

/* ---- its parts ---- */

/* Fills `parameters`. */
zc_status zc_diff_parameters(zc_diff *diff);
/* Fills `changes`, in the order of the tables; needs `parameters`. */
zc_status zc_diff_rows(zc_diff *diff);
/* Asks the people of a CSV file; counts them in `people` and in the changes. Needs `changes`. */
zc_status zc_diff_population(zc_diff *diff, const char *file);
/* An example for each row that decides and has no people. */
zc_status zc_diff_examples(zc_diff *diff);

/* The name of a row's table, and that of one of its fields: "rules", "needs". */
const char *zc_diff_table(const zc_row_change *change);
const char *zc_diff_field(const zc_row_change *change, uint32_t field);
/* The value of a field on one side, as the author wrote it; NULL: none. Rows inside the row are
 * written one a line. */
void zc_diff_value(zc_buffer *out, const zc_row_change *change, uint32_t field, int side);

void zc_diff_text(zc_buffer *out, const zc_diff *diff, zc_lang lang);
void zc_diff_json(zc_buffer *out, const zc_diff *diff);

#endif
