/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/shared_person.h"

#include "facts/reader.h"

#include <string.h>

zc_status zc_shared_person_init(zc_shared_person *person, zc_diagnostics *diag) {
  memset(person, 0, sizeof *person);
  zc_status status = zc_vocabulary_init(&person->vocabulary, NULL, diag);
  return status == ZC_OK ? zc_facts_init(&person->facts, &person->vocabulary, diag) : status;
}

void zc_shared_person_free(zc_shared_person *person) {
  zc_facts_free(&person->facts);
  zc_vocabulary_free(&person->vocabulary);
}

/* Shared facts and words have the same numbers everywhere; only "this region" is another place in
 * each. */
zc_status zc_shared_person_in(const zc_shared_person *person, const zc_vocabulary *region,
                              zc_facts *out, zc_diagnostics *diag) {
  const zc_facts *from = &person->facts;
  zc_status status = zc_facts_init(out, region, diag);
  out->precision = from->precision;
  for (uint32_t i = 0; status == ZC_OK && i < ZC_SHARED_FACTS; i++) {
    if (!from->given[i])
      continue;
    if (from->vocabulary->facts[i].type == ZC_REGION) {
      status = zc_facts_put_shared(out, (zc_shared_fact)i, from->texts[i], diag);
      continue;
    }
    out->slots[i] = from->slots[i];
    out->given[i] = 1;
    out->texts[i] = from->texts[i];
    out->origins[i] = from->origins[i];
  }
  return status;
}

zc_status zc_facts_put_shared(zc_facts *facts, zc_shared_fact fact, const char *word,
                              zc_diagnostics *diag) {
  return zc_facts_put_text(facts, (uint32_t)fact, word, strlen(word), NULL, diag);
}
