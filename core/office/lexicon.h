/* SPDX-License-Identifier: Apache-2.0 */
/* What offices call facts, words and titles: names and labels of the vocabulary, and the aliases
 * and title names of this room's lists. Everything is compared as zc_plain_name leaves it. */
#ifndef ZC_OFFICE_LEXICON_H
#define ZC_OFFICE_LEXICON_H

#include "facts/vocabulary.h"
#include "office/plain.h"

/* By what a heading was taken for a fact. */
typedef enum zc_taken_by { ZC_BY_NAME, ZC_BY_LABEL, ZC_BY_ALIAS } zc_taken_by;

/* The titles of one name: their level is the same, `series` has a bit for each series. */
typedef struct zc_titles {
  uint32_t level;
  uint64_t series;
} zc_titles;

/* A word as an office may write it. */
typedef struct zc_office_word {
  int32_t word;    /* -1: none */
  uint64_t series; /* not 0: only for those series it is so */
} zc_office_word;

typedef struct zc_lexicon zc_lexicon;

/* Of a vocabulary, which lives as long; freed by zc_lexicon_free (NULL is fine). NULL: out of
 * memory.
 */
zc_lexicon *zc_lexicon_new(const zc_vocabulary *v);
void zc_lexicon_free(zc_lexicon *lexicon);

/* Names are spans of zc_plain_name. The fact that a heading names, or -1. Names go before labels,
 * and labels before aliases; a label of two facts is none (*by is then ZC_BY_LABEL). */
int32_t zc_lexicon_fact(const zc_lexicon *lexicon, zc_plain name, zc_taken_by *by);
/* The word of the fact's list: by itself, by its label in either language, by an alias. Words that
 * the fact may not take are none. */
zc_office_word zc_lexicon_word(const zc_lexicon *lexicon, uint32_t fact, zc_plain name);
/* 1 and *titles where titles have this name. */
int zc_lexicon_title(const zc_lexicon *lexicon, zc_plain name, zc_titles *titles);

/* The heading or word that was probably meant, as zc_plain_name leaves it, and what it means; NULL:
 * none is near. */
const char *zc_lexicon_suggest_fact(const zc_lexicon *lexicon, zc_plain name, int32_t *fact);
const char *zc_lexicon_suggest_word(const zc_lexicon *lexicon, uint32_t fact, zc_plain name,
                                    int32_t *word);

#endif
