/* SPDX-License-Identifier: Apache-2.0 */
/* The mutants of fields that are no conditions: days, lists, tracks, words. */
#include "testing/mutant_rows.h"

#include "base/date.h"
#include "base/words.h"

#include <string.h>

void zc_mutation_day(zc_mutation *m, const char *field, const char **target) {
  zc_day day;
  if (!*target || zc_day_parse(*target, &day) != 0)
    return;
  for (int step = 1; step >= -1; step -= 2) {
    char to[11];
    zc_day_format(day + step, to);
    const char *text = zc_mutation_printf(m, "%s", to);
    if (text)
      zc_mutation_text(m, field, target, *target, text, text);
  }
}

void zc_mutation_list(zc_mutation *m, const char *field, const char **target) {
  const char *cursor = *target;
  const char *word;
  size_t length;
  while (cursor && zc_next_word(&cursor, &word, &length)) {
    const char *taken = zc_mutation_printf(m, "%.*s", (int)length, word);
    const char *rest =
        zc_mutation_printf(m, "%.*s%s", (int)(word - *target), *target, word + length);
    if (taken && rest)
      zc_mutation_text(m, field, target, taken, "nothing", rest);
  }
}

/* The list of a row without the track, or with it. */
static void toggle_track(zc_mutation *m, const char **target, const char *track) {
  size_t length = strlen(track);
  const char *cursor = *target;
  const char *word;
  size_t word_length;
  if (!zc_has_word(*target, track, length)) {
    const char *more = zc_mutation_printf(m, "%s %s", *target, track);
    zc_mutation_text(m, "tracks", target, "nothing", track, more);
    return;
  }
  while (zc_next_word(&cursor, &word, &word_length)) {
    if (word_length == length && memcmp(word, track, length) == 0 &&
        word_length != strlen(*target)) {
      const char *rest =
          zc_mutation_printf(m, "%.*s%s", (int)(word - *target), *target, word + length);
      zc_mutation_text(m, "tracks", target, track, "nothing", rest);
    }
  }
}

void zc_mutation_tracks(zc_mutation *m, const char **target) {
  const zc_region *r = m->region;
  const zc_enum *e = &r->vocabulary.enums[r->vocabulary.facts[ZC_F_track].enumeration];
  for (uint32_t i = 0; *target && i < r->track_count; i++) {
    uint32_t j = 0;
    while (r->tracks[j].track != r->tracks[i].track)
      j++;
    if (j == i) /* a track may have several rows, of different days */
      toggle_track(m, target, e->words[r->tracks[i].track].word);
  }
}

void zc_mutation_word(zc_mutation *m, const char *field, const char **target, uint32_t fact,
                      int may_lack) {
  const zc_fact *f = &m->region->vocabulary.facts[fact];
  const zc_enum *e = &m->region->vocabulary.enums[f->enumeration];
  int32_t word = *target ? zc_enum_word(e, *target, strlen(*target)) : -1;
  if (word < 0)
    return;
  for (int32_t step = 1; step >= -1; step -= 2) {
    int32_t other = word + step;
    while (other >= 0 && other < (int32_t)e->count && !(f->words >> other & 1))
      other += step;
    if (other >= 0 && other < (int32_t)e->count)
      zc_mutation_text(m, field, target, *target, e->words[other].word, e->words[other].word);
  }
  if (may_lack)
    zc_mutation_text(m, field, target, *target, "nothing", NULL);
}
