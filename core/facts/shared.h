/* SPDX-License-Identifier: Apache-2.0 */
/* The shared vocabulary as tables, before a region adds to it. */
#ifndef ZC_FACTS_SHARED_H
#define ZC_FACTS_SHARED_H

#include "facts/vocabulary.h"

/* Indices of the word lists: ZC_E_level, ZC_E_track, ... */
typedef enum zc_shared_list {
#define ZC_WORDS(list, ordered) ZC_E_##list,
#define ZC_WORD(list, word, zh, en)
#include "facts/words.def"
#undef ZC_WORDS
#undef ZC_WORD
  ZC_SHARED_LISTS
} zc_shared_list;

/* A row of facts.def: ranges and masks are still to be completed (zc_vocabulary_init). A mask of 0
 * means all words of the list. */
extern const zc_fact zc_shared_facts[ZC_SHARED_FACTS];

/* What proves each of them (proofs.def). */
extern const zc_text zc_shared_proofs[ZC_SHARED_FACTS];

/* Words side by side, list after list. A list ends where the next one begins; the row behind the
 * last list says where that ends. */
typedef struct zc_shared_words {
  const char *name;
  int ordered;
  uint32_t first; /* in zc_shared_word_rows */
} zc_shared_words;
extern const zc_shared_words zc_shared_lists[ZC_SHARED_LISTS + 1];
extern const zc_word zc_shared_word_rows[];

/* The largest value of a shared fact of this unit; the smallest is 0. */
int64_t zc_unit_limit(zc_unit unit);

/* Facts and words of a region, behind the shared ones; every wrong row is reported. */
zc_status zc_vocabulary_extend(zc_vocabulary *v, const zc_region_plugin *plugin,
                               zc_diagnostics *diag);
/* Makes fact number `fact` known to zc_fact_find. */
void zc_vocabulary_index(zc_vocabulary *v, uint32_t fact);

#endif
