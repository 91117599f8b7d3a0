/* SPDX-License-Identifier: Apache-2.0 */
/*
 * People made up at random, the same ones in every run. Most of them are near a decision: they
 * begin as somebody of whom the region says "eligible" (found by giving one missing fact after the
 * other), then some facts change and some are forgotten. The others are drawn fact by fact.
 */
#ifndef ZC_TESTS_SUPPORT_PEOPLE_H
#define ZC_TESTS_SUPPORT_PEOPLE_H

#include "base/buffer.h"
#include "support/values.h"

typedef struct zc_person {
  zc_facts facts;    /* as given */
  char (*codes)[24]; /* by fact: the text of a division, a region or a partial date */
  zc_day as_of;
  int strict;
} zc_person;

typedef struct zc_people {
  zc_region region;
  zc_test_values values;
  zc_workspace *workspace;
  zc_person *eligible; /* where people begin */
  uint32_t eligible_count;
  zc_person drawn;
  zc_facts counted; /* of the person drawn */
  zc_diagnostics diag;
} zc_people;

/* The regions of the plugins in this tree; NULL ends the list. */
extern const char *const zc_test_regions[];

/* The people of one of them; made once, freed when the tests end. */
zc_people *zc_people_of(const char *region);

/* Person number `row`; lives until the next one is drawn. */
zc_person *zc_people_draw(zc_people *p, uint64_t row);

void zc_person_init(zc_person *person, const zc_region *region);
void zc_person_free(zc_person *person);
void zc_person_copy(zc_person *to, const zc_person *from);
void zc_person_give(zc_person *person, uint32_t fact, zc_slot value);
void zc_person_forget(zc_person *person, uint32_t fact);

/* The answer to a question about the person, as users get it. Every person drawn can be asked
 * about: NULL and a failed test otherwise. */
const zc_answer *zc_people_ask(zc_people *p, zc_question question, const zc_person *person);

/* The facts as a JSON object, in the order of the vocabulary, or shuffled by `shuffle`. */
void zc_person_json(zc_buffer *out, const zc_person *person, zc_random *shuffle);
/* Prints how to ask about the person on the command line. */
void zc_person_show(const zc_people *p, const zc_person *person);

#endif
