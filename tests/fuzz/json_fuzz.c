/* SPDX-License-Identifier: Apache-2.0 */
/* Facts as JSON, and what is then done with facts: counting months and writing values. */
#include "facts/facts.h"
#include "fuzz.h"
#include "read_facts.h"

void zc_fuzz_json(const uint8_t *bytes, size_t length) {
  zc_fuzz_read_facts(zc_facts_read_json, bytes, length);
}
