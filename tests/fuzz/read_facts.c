/* SPDX-License-Identifier: Apache-2.0 */
#include "read_facts.h"
#include <stdlib.h>

const zc_vocabulary *zc_fuzz_vocabulary(void) {
  static zc_vocabulary vocabulary;
  static int made;

  if (!made) {
    zc_memory_setup();
    if (zc_vocabulary_init(&vocabulary, NULL, NULL) != ZC_OK)
      abort();
    made = 1;
  }
  return &vocabulary;
}

static void use_facts(const zc_facts *given, zc_diagnostics *diag) {
  zc_facts counted = {0};
  zc_day as_of = zc_day_of(2024, 6, 29);

  if (zc_facts_init(&counted, given->vocabulary, diag) != ZC_OK)
    abort();
  zc_facts_count(given, as_of, as_of, &counted, diag);
  zc_facts_free(&counted);
}

void zc_fuzz_read_facts(zc_facts_reader *read, const uint8_t *bytes, size_t length) {
  zc_diagnostics diag = {0};
  zc_facts facts = {0};
  zc_status status;

  if (zc_facts_init(&facts, zc_fuzz_vocabulary(), &diag) != ZC_OK)
    abort();
  status = read(&facts, "input", (const char *)bytes, length, &diag);
  if (status == ZC_OK)
    use_facts(&facts, &diag);
  /* Whatever is refused says why. */
  if (status != ZC_OK && diag.errors == 0)
    abort();
  zc_facts_free(&facts);
  zc_diagnostics_free(&diag);
}
