/* SPDX-License-Identifier: Apache-2.0 */
/* A value as an office may write it: the first byte picks the fact, the rest is the value. What is
 * read lies in the fact's range; what is refused is told. */
#include "fuzz.h"
#include "office/value.h"
#include "read_facts.h"

#include <stdlib.h>

void zc_fuzz_office_value(const uint8_t *bytes, size_t length) {
  static zc_lexicon *lexicon;
  static zc_place_names *places;
  const zc_vocabulary *v = zc_fuzz_vocabulary();
  if (!lexicon) {
    lexicon = zc_lexicon_new(v);
    places = zc_place_names_new(&zc_data_standard);
  }
  if (length == 0 || !lexicon || !places)
    return;
  zc_office_column column = {.vocabulary = v,
                             .lexicon = lexicon,
                             .fact = bytes[0] % v->fact_count,
                             .heading = "heading",
                             .counts_years = bytes[0] >> 7,
                             .places = places};
  const zc_fact *fact = &v->facts[column.fact];
  const char *text = (const char *)bytes + 1;
  zc_office_value value = zc_office_read(&column, text, length - 1);
  zc_diagnostics diag = {0};
  int is_read = value.fault == ZC_VALUE_FINE, is_unknown = value.fault == ZC_VALUE_UNKNOWN;
  if (is_read &&
      (value.slot.lo < fact->min || value.slot.hi > fact->max || value.slot.lo > value.slot.hi))
    abort();
  if (is_read && value.slot.lo < value.slot.hi && fact->type != ZC_DATE &&
      fact->type != ZC_DIVISION)
    abort();
  if (!is_read && !is_unknown &&
      zc_office_tell(&column, &value, text, length - 1, NULL, &diag) != ZC_BAD_INPUT)
    abort();
  zc_diagnostics_free(&diag);
}
