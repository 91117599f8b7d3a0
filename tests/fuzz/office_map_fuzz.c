/* SPDX-License-Identifier: Apache-2.0 */
/* A map of an office's headings and words: any bytes are read or refused with a message. */
#include "fuzz.h"
#include "office/map.h"
#include "read_facts.h"

#include <stdlib.h>

void zc_fuzz_office_map(const uint8_t *bytes, size_t length) {
  static zc_lexicon *lexicon;
  const zc_vocabulary *v = zc_fuzz_vocabulary();
  zc_diagnostics diag = {0};
  zc_office_map map;
  if (!lexicon)
    lexicon = zc_lexicon_new(v);
  if (!lexicon)
    return;
  zc_status status =
      zc_office_map_read(&map, "map.ini", (const char *)bytes, length, v, lexicon, &diag);
  if ((status == ZC_OK) != (diag.errors == 0))
    abort();
  for (uint32_t i = 0; i < map.word_count; i++)
    if (map.words[i].slot.lo < v->facts[map.words[i].fact].min ||
        map.words[i].slot.hi > v->facts[map.words[i].fact].max)
      abort();
  zc_office_map_free(&map);
  zc_diagnostics_free(&diag);
}
