/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a mutant that no case notices can be noticed at all, and by which case. */
#ifndef ZC_TESTING_MUTANT_PROOF_H
#define ZC_TESTING_MUTANT_PROOF_H

#include "analysis/variant.h"
#include "cases/case_book.h"
#include "testing/mutant.h"

typedef struct zc_mutant_proof {
  const zc_region *region; /* the original */
  const zc_case_book *book;
  zc_workspace *ws;
  zc_variant variant;
  zc_facts facts;
  zc_example example;
} zc_mutant_proof;

/* 0: out of memory. Closed by the caller in any case. */
int zc_mutant_proof_open(zc_mutant_proof *p, const zc_region *region, const zc_case_book *book);
void zc_mutant_proof_close(zc_mutant_proof *p);

/* 1: no facts and no day tell the two apart (proven); 0: some may; -1: out of memory. */
int zc_mutant_proof_same(zc_mutant_proof *p, const zc_mutant *mutant, const zc_region *changed);

/* Writes a case that the original passes and `changed` fails, as it stands in a file of cases;
 * `number` goes into its name. 1: written; 0: none was found; -1: out of memory. */
int zc_mutant_proof_case(zc_mutant_proof *p, const zc_mutant *mutant, const zc_region *changed,
                         zc_workspace *ws, uint32_t number, zc_buffer *out);

/* ---- writing (mutant_proof_write.c) ---- */

/* The facts of an example person. 0: they cannot all be given, or are not well-formed. */
int zc_example_facts(const zc_region *region, const zc_example *example, zc_facts *facts);

/* A question asked of both forms, and what the original answers where the two differ. 0: they do
 * not. */
typedef struct zc_probe {
  const zc_mutant *mutant;
  const zc_facts *facts;
  zc_question question;
  zc_day as_of;
  int strict;
  uint32_t number;
} zc_probe;
int zc_probe_write(const zc_probe *probe, const zc_answer *own, const zc_answer *other,
                   zc_buffer *out);
/* A case about one rule (`mutant` tells its id alone): the outcome and the rule's own state. */
void zc_probe_write_answer(const zc_probe *probe, const zc_answer *answer, zc_buffer *out);
/* The same as zc_probe_write for the calendar of a year. */
int zc_probe_write_year(const zc_probe *probe, int32_t year, const zc_calendar *own,
                        const zc_calendar *other, zc_buffer *out);

#endif
