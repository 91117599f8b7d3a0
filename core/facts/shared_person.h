/* SPDX-License-Identifier: Apache-2.0 */
/* One person, asked about in several regions: the facts are read once, in the vocabulary that all
 * regions share. */
#ifndef ZC_FACTS_SHARED_PERSON_H
#define ZC_FACTS_SHARED_PERSON_H

#include "facts/facts.h"

typedef struct zc_shared_person {
  zc_vocabulary vocabulary; /* the shared one */
  zc_facts facts;
} zc_shared_person;

/* A person of whom nothing is known yet: facts are read into `facts`. Stays where it is, for the
 * facts name its vocabulary. Free with zc_shared_person_free in any case. */
zc_status zc_shared_person_init(zc_shared_person *person, zc_diagnostics *diag);
void zc_shared_person_free(zc_shared_person *person);

/* The same facts in a region's vocabulary. `out` is initialised here, must not outlive `person`,
 * and is freed by the caller in any case. */
zc_status zc_shared_person_in(const zc_shared_person *person, const zc_vocabulary *region,
                              zc_facts *out, zc_diagnostics *diag);

/* Sets a shared fact to a word of its list. ZC_OK or ZC_NO_RESOURCE. */
zc_status zc_facts_put_shared(zc_facts *facts, zc_shared_fact fact, const char *word,
                              zc_diagnostics *diag);

#endif
