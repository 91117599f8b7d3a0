/* SPDX-License-Identifier: Apache-2.0 */
/* Properties that hold for everybody: each is a check of one person, made of many people of every
 * region. `make property ROWS=n` asks about more of them than `make test` does. */
#ifndef ZC_TESTS_SUPPORT_PROPERTY_H
#define ZC_TESTS_SUPPORT_PROPERTY_H

#include "support/people.h"
#include "tests.h"

/* What a run has found so far. */
typedef struct property {
  const char *name;
  zc_people *people;
  zc_workspace *again; /* to ask a second time without losing the first answer */
  zc_person *other;    /* a person to change */
  zc_facts facts;      /* room for facts on the counting day */
  zc_random random;    /* of the row */
  uint64_t row;
  unsigned failures;
  void *own; /* the property's own */
} property;

typedef void property_check(property *p, zc_person *person);

/* Makes the check for the people of every region; fails the test where one failed. `begin` and
 * `end` (each may be NULL) are called once a region. The number of people is `few`, or a share
 * (1 in `cost`) of ZC_ROWS of the environment. */
void property_run(const char *name, uint64_t few, uint64_t cost, property_check *check,
                  void (*begin)(property *), void (*end)(property *), void *own);

/* How many rows to look at: `few`, or a share (1 in `cost`) of ZC_ROWS of the environment. For
 * properties of something else than people of a region. */
uint64_t property_rows(uint64_t few, uint64_t cost);

/* Says what is wrong with the person; the first few are shown. */
void property_fail(property *p, const zc_person *person, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* A line of what was measured; shown by `make property` only. */
void property_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
