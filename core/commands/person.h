/* SPDX-License-Identifier: Apache-2.0 */
/* One person, asked about in several regions: the facts of --facts and --set are read once, in the
 * vocabulary that all regions share. */
#ifndef ZC_COMMANDS_PERSON_H
#define ZC_COMMANDS_PERSON_H

#include "commands/run.h"

typedef struct zc_person {
  zc_vocabulary vocabulary; /* the shared one */
  zc_facts facts;
} zc_person;

/* Reads the facts; every error is reported. Free with zc_person_free in any case. */
zc_status zc_person_read(zc_person *person, zc_run *run);
void zc_person_free(zc_person *person);

/* The same facts as a region reads them. `out` is initialised here, must not outlive `person`, and
 * is freed by the caller in any case. */
zc_status zc_person_in(const zc_person *person, const zc_region *region, zc_facts *out,
                       zc_diagnostics *diag);

/* Sets a shared fact to a word of its list. ZC_OK or ZC_NO_RESOURCE. */
zc_status zc_person_set(zc_facts *facts, zc_shared_fact fact, const char *word,
                        zc_diagnostics *diag);

#endif
