/* SPDX-License-Identifier: Apache-2.0 */
/* Rulings by the bits that they are made from. Of ten million rows few are different, so each is
 * written once; where they are many all the same, the table begins anew and stays small. */
#ifndef ZC_BATCH_RULINGS_H
#define ZC_BATCH_RULINGS_H

#include "base/assert.h"
#include "base/buffer.h"

#include <stdint.h>

typedef struct zc_rulings {
  uint32_t words; /* of a key */
  uint32_t *hash; /* number of the ruling + 1; 0: free */
  uint64_t *keys; /* by ruling */
  uint32_t *ends; /* by ruling: where its text ends; the next one begins there */
  uint32_t count;
  uint32_t rounds; /* how often it began anew */
  zc_buffer text;
} zc_rulings;

/* Bytes that may be read behind a text, whatever they are. */
enum { ZC_RULING_PADDING = 160 };

/* Most rulings and most bytes of their texts before the table begins anew. */
enum { ZC_RULINGS_MOST = 8192, ZC_RULINGS_TEXT = 2 << 20 };

int zc_rulings_make(zc_rulings *rulings, uint32_t words); /* 0, or -1: no memory; freed anyhow */
void zc_rulings_free(zc_rulings *rulings);

/* The ruling of the key, or a new one: *is_new then says that its text is to be added to
 * rulings->text, followed by zc_rulings_close. */
uint32_t zc_rulings_find(zc_rulings *rulings, const uint64_t *key, int *is_new);
void zc_rulings_close(zc_rulings *rulings);

static inline const char *zc_rulings_text(const zc_rulings *r, uint32_t ruling, uint32_t *length) {
  uint32_t start = ruling ? r->ends[ruling - 1] : 0;
  ZC_ASSERT(ruling < r->count && start <= r->ends[ruling]);
  *length = r->ends[ruling] - start;
  return r->text.data + start;
}

#endif
