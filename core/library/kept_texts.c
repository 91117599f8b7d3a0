/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences with values in them, kept as long as the regions: whoever asks is promised so. There
 * are as many as the parameters have values, however often one asks. */
#include "base/mix.h"
#include "library/library.h"

#include <pthread.h>
#include <string.h>

struct zc_kept_texts {
  pthread_mutex_t lock; /* desks of many threads keep their texts here */
  zc_arena arena;
  const char **slots; /* NULL: free */
  uint32_t mask, count;
};

zc_kept_texts *zc_kept_texts_new(void) {
  zc_kept_texts *k = zc_calloc(1, sizeof *k);
  if (k)
    pthread_mutex_init(&k->lock, NULL);
  return k;
}

void zc_kept_texts_free(zc_kept_texts *k) {
  if (!k)
    return;
  pthread_mutex_destroy(&k->lock);
  zc_arena_free(&k->arena);
  zc_free(k->slots);
  zc_free(k);
}

static uint32_t hash(const char *text) {
  uint64_t h = 1;
  for (; *text; text++)
    h = zc_mix(h, (unsigned char)*text);
  return zc_mix_down(h);
}

/* The slot of the text, or the free one where it belongs. */
static const char **find(const char **slots, uint32_t mask, const char *text) {
  uint32_t slot = hash(text) & mask;
  while (slots[slot] && strcmp(slots[slot], text) != 0)
    slot = (slot + 1) & mask;
  return &slots[slot];
}

static int grow(zc_kept_texts *k) {
  uint32_t size = k->slots ? (k->mask + 1) * 2 : 64;
  const char **larger = zc_calloc(size, sizeof *larger);
  if (!larger)
    return 0;
  for (uint32_t i = 0; k->slots && i <= k->mask; i++)
    if (k->slots[i])
      *find(larger, size - 1, k->slots[i]) = k->slots[i];
  zc_free(k->slots);
  k->slots = larger;
  k->mask = size - 1;
  return 1;
}

static const char *keep(zc_kept_texts *k, const char *text) {
  if ((!k->slots || k->count > k->mask / 2) && !grow(k))
    return NULL;
  const char **slot = find(k->slots, k->mask, text);
  if (!*slot) {
    *slot = zc_arena_copy(&k->arena, text, strlen(text));
    k->count += *slot != NULL;
  }
  return *slot;
}

const char *zc_text_keep(zc_kept_texts *k, const char *text) {
  pthread_mutex_lock(&k->lock);
  const char *kept = keep(k, text);
  pthread_mutex_unlock(&k->lock);
  return kept;
}
