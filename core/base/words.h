/* SPDX-License-Identifier: Apache-2.0 */
/* Small helpers for names: lists separated by blanks, valid UTF-8, the name that was probably
 * meant. */
#ifndef ZC_BASE_WORDS_H
#define ZC_BASE_WORDS_H

#include <stddef.h>
#include <stdint.h>

/* The next word of a list separated by blanks; moves *cursor past it. 0: no more words. */
int zc_next_word(const char **cursor, const char **word, size_t *length);
/* Whether `list` (may be NULL) has the word. */
int zc_has_word(const char *list, const char *word, size_t length);
/* A name of a region: [a-z][a-z0-9_]*, at most 31 bytes. */
int zc_is_region_id(const char *text);
/* Length of the valid UTF-8 at the start of `text`; `length` when all of it is. */
size_t zc_utf8_valid(const char *text, size_t length);
/* Length of the text at its start that may be shown on a terminal and read as what it is: UTF-8
 * without control characters, line ends, and marks that turn the direction of writing around;
 * `length` when all of it is. */
size_t zc_text_plain(const char *text, size_t length);
/* Puts a question mark in the place of each other byte. Line ends and tabulators stay where
 * `lines` is set. */
void zc_text_make_plain(char *text, size_t length, int lines);
/* Finds the name that was probably meant: offer each candidate, then read `best` (NULL: none near).
 */
typedef struct zc_suggestion {
  const char *wanted;
  size_t wanted_length;
  const char *best;
  uint32_t distance;
} zc_suggestion;
void zc_suggest(zc_suggestion *s, const char *candidate);

#endif
