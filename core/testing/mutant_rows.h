/* SPDX-License-Identifier: Apache-2.0 */
/* Shared by the files that make the list of mutants. */
#ifndef ZC_TESTING_MUTANT_ROWS_H
#define ZC_TESTING_MUTANT_ROWS_H

#include "language/syntax.h"
#include "testing/mutant.h"

typedef struct zc_mutation_row {
  const char *rule;
  zc_place at;
} zc_mutation_row;

typedef struct zc_mutation {
  zc_mutants *mutants;
  zc_region *region;
  const char *only; /* row that is asked for, or NULL */
  zc_names names;
  zc_mutation_row row;
  int calendar;               /* the row is a step */
  struct zc_outline *outline; /* room for the text at hand */
} zc_mutation;

/* Each adds one, named "<field>: <from> -> <to>". */
void zc_mutation_text(zc_mutation *m, const char *field, const char **target, const char *from,
                      const char *to, const char *text);
void zc_mutation_number(zc_mutation *m, const char *field, void *target, int64_t value,
                        const char *from, const char *to);
void zc_mutation_value(zc_mutation *m, const char *field, int64_t *target, int64_t value,
                       const char *from, const char *to);

/* All rows of the region's tables (mutant_rows.c), and the values of its parameters. */
void zc_mutation_rows(zc_mutation *m);
/* The smaller fields of a row (mutant_fields.c). */
/* A day, as text: one day earlier and later; nothing where it is NULL or "ever". */
void zc_mutation_day(zc_mutation *m, const char *field, const char **target);
/* A list of words: each of them taken out. */
void zc_mutation_list(zc_mutation *m, const char *field, const char **target);
/* The tracks of a row: each of the region's put in or taken out. */
void zc_mutation_tracks(zc_mutation *m, const char **target);
/* A word of a fact: the next, where `ordered` also the one before; NULL ("not said") where
 * `may_lack`. */
void zc_mutation_word(zc_mutation *m, const char *field, const char **target, uint32_t fact,
                      int may_lack);
/* Every change of a condition or expression (mutant_text.c). */
void zc_mutation_condition(zc_mutation *m, const char *field, const char **target,
                           zc_kindred wanted);
/* A text of the mutants' arena; NULL: out of memory, noted. */
const char *zc_mutation_printf(zc_mutation *m, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
