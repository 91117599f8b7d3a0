/* SPDX-License-Identifier: Apache-2.0 */
#include "commands/person.h"

#include "facts/reader.h"

#include <string.h>

zc_status zc_person_read(zc_person *person, zc_run *run) {
  memset(person, 0, sizeof *person);
  zc_status status = zc_vocabulary_init(&person->vocabulary, NULL, &run->diag);
  return status == ZC_OK ? zc_run_facts(run, &person->vocabulary, &person->facts) : status;
}

void zc_person_free(zc_person *person) {
  zc_facts_free(&person->facts);
  zc_vocabulary_free(&person->vocabulary);
}

/* Shared facts and words have the same numbers everywhere; only "this region" is another place in
 * each. */
zc_status zc_person_in(const zc_person *person, const zc_region *region, zc_facts *out,
                       zc_diagnostics *diag) {
  const zc_facts *from = &person->facts;
  zc_status status = zc_facts_init(out, &region->vocabulary, diag);
  for (uint32_t i = 0; status == ZC_OK && i < ZC_SHARED_FACTS; i++) {
    if (!from->given[i])
      continue;
    if (from->vocabulary->facts[i].type == ZC_REGION) {
      status = zc_person_set(out, (zc_shared_fact)i, from->texts[i], diag);
      continue;
    }
    out->slots[i] = from->slots[i];
    out->given[i] = 1;
    out->texts[i] = from->texts[i];
    out->origins[i] = from->origins[i];
  }
  return status;
}

zc_status zc_person_set(zc_facts *facts, zc_shared_fact fact, const char *word,
                        zc_diagnostics *diag) {
  return zc_facts_put_text(facts, (uint32_t)fact, word, strlen(word), NULL, diag);
}
