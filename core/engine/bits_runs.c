/* SPDX-License-Identifier: Apache-2.0 */
/* The terms that are left once every fact is known, in the order of computing, cut into runs. */
#include "base/memory.h"
#include "engine/bits.h"

/* Whether a term reads one of the bits of a word. */
static int reads(const zc_bits *b, const zc_bit_term *t, uint32_t word, uint64_t bits) {
  int found = t->part.word == word && (t->part.mask & bits);
  for (uint32_t i = 0; i < t->more_count; i++)
    found |= b->parts[t->more + i].word == word && (b->parts[t->more + i].mask & bits);
  return found;
}

int zc_bits_list_runs(zc_bits *b) {
  uint64_t written = 0;
  b->known_terms = zc_calloc(b->term_count + 1, sizeof *b->known_terms);
  b->runs = zc_calloc(b->term_count + 1, sizeof *b->runs);
  if (!b->known_terms || !b->runs)
    return 0;
  for (uint32_t i = 0; i < b->term_count; i++) {
    const zc_bit_term *t = &b->terms[i];
    if (b->unsure[i])
      continue;
    zc_bit_run *run = b->run_count ? &b->runs[b->run_count - 1] : NULL;
    uint32_t single = t->more_count == 0;
    if (!run || run->out_word != t->out_word || run->single != single ||
        reads(b, t, run->out_word, written)) {
      b->runs[b->run_count++] = (zc_bit_run){b->known_count, 0, t->out_word, single};
      written = 0;
    }
    b->runs[b->run_count - 1].count++;
    written |= UINT64_C(1) << t->out_bit;
    b->known_terms[b->known_count++] = *t;
  }
  return 1;
}
