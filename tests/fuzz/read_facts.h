/* SPDX-License-Identifier: Apache-2.0 */
/* What the targets that read facts share. */
#ifndef ZC_TESTS_FUZZ_READ_FACTS_H
#define ZC_TESTS_FUZZ_READ_FACTS_H

#include "facts/facts.h"

/* The shared vocabulary: made once, for the targets are called many thousand times a second, and
 * alive until the process ends. */
const zc_vocabulary *zc_fuzz_vocabulary(void);

typedef zc_status zc_facts_reader(zc_facts *f, const char *name, const char *bytes, size_t length,
                                  zc_diagnostics *diag);

/* Reads the bytes with `read`; facts that it accepts are counted and every value is written. */
void zc_fuzz_read_facts(zc_facts_reader *read, const uint8_t *bytes, size_t length);

#endif
