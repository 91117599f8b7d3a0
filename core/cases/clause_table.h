/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What carries out each clause of a region, and which cases exercise it. A rule, route, conversion,
 * unit row or prohibition carries the clauses that it cites, as do steps and effects; beside them a
 * derivation ("fact.education") and the counting day ("counting_day") carry the clause that sets
 * them.
 *
 * A case exercises a clause where its answer has a finding, other than not applicable, or an effect
 * or step that cites it, or where an expectation of the case names one. Prohibitions bind the
 * author and show in no answer: a case exercises one where it gives a fact that may not count. One
 * exercises a derivation where the fact as rules read it differs from the fact as given, and the
 * counting day where that is not the day asked about.
 */
#ifndef ZC_CASES_CLAUSE_TABLE_H
#define ZC_CASES_CLAUSE_TABLE_H

#include "cases/case.h"

typedef struct zc_name_list {
  const char **names;
  uint32_t count, room;
} zc_name_list;

typedef struct zc_clause_use {
  const zc_clause *clause;
  const zc_document *document;        /* NULL: the clause names none */
  zc_name_list rules, steps, effects; /* ids, without repeats; they live as long as the region */
  zc_name_list cases;                 /* ids, in the order in which they were added */
} zc_clause_use;

typedef struct zc_clause_table {
  const zc_region *region;
  zc_clause_use *uses; /* by index of region->clauses */
  uint32_t count;
  uint8_t *marks; /* by clause: exercised by the case at hand */
  zc_arena arena;
  int failed; /* out of memory */
} zc_clause_table;

/* The table with all that carries clauses, no cases yet. ZC_OK or ZC_NO_RESOURCE. Free with
 * zc_clause_table_free in any case. */
zc_status zc_clause_table_make(zc_clause_table *table, const zc_region *region,
                               zc_diagnostics *diag);
/* Asks the case and adds its id to the clauses that it exercises. */
zc_status zc_clause_table_add(zc_clause_table *table, zc_runner *runner, const zc_case *c,
                              zc_diagnostics *diag);
void zc_clause_table_free(zc_clause_table *table);

/* Whether something carries the clause. */
int zc_clause_carried(const zc_clause_use *use);

#endif
