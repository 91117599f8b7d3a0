/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Remembers what diagrams said of a row, by a key of 128 bits of all that they can tell of it: in a
 * large population the same gaps in the same circumstances come back again and again.
 */
#ifndef ZC_ENGINE_RECALL_H
#define ZC_ENGINE_RECALL_H

#include "engine/answer.h"

typedef struct zc_recall_key {
  uint64_t a, b;
} zc_recall_key;

/* A verdict with an exact list of missing facts. */
typedef struct zc_recalled {
  zc_recall_key key;
  uint32_t first;   /* of its missing facts */
  uint16_t count;   /* of them */
  uint16_t route;   /* rule, or ZC_NO_ROUTE */
  uint32_t verdict; /* zc_verdict, and 1 more; 0: a free place */
  uint32_t reserved;
} zc_recalled;

/* A fixed amount of memory (some MiB): when it is full, everything is forgotten. */
typedef struct zc_recall zc_recall;
zc_recall *zc_recall_new(void); /* NULL: out of memory */
void zc_recall_free(zc_recall *recall);

/* NULL: not remembered. Lives until the next zc_recall_add. */
const zc_recalled *zc_recall_find(const zc_recall *recall, zc_recall_key key);
const uint16_t *zc_recall_missing(const zc_recall *recall, const zc_recalled *entry);
/* Remembers an answer; `route` is the number of its rule. */
void zc_recall_add(zc_recall *recall, zc_recall_key key, const zc_answer *answer, uint16_t route);

/* A part of a key, for a number and a value. Parts are added up. */
zc_recall_key zc_recall_part(uint64_t number, uint64_t value);

#endif
