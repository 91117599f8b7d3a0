/* SPDX-License-Identifier: Apache-2.0 */
/* What a batch tells at its end of names and codes that its rows have: each once, in the order of
 * the file. */
#ifndef ZC_BATCH_NOTES_H
#define ZC_BATCH_NOTES_H

#include "base/buffer.h"

#include <stdint.h>

/* Most texts that are kept, and told; what comes behind them is told as more. */
enum { ZC_NOTES_MOST = 20 };

/* Zeroed at first. */
typedef struct zc_notes {
  zc_buffer text; /* each ended by a NUL */
  uint32_t starts[ZC_NOTES_MOST];
  uint32_t count;
  int has_more;
} zc_notes;

/* Adds a text that is not there yet. Lacking memory is notes->text.failed. */
void zc_notes_add(zc_notes *notes, const char *text, size_t length);
/* Adds all of a later chunk's. */
void zc_notes_join(zc_notes *notes, const zc_notes *later);
static inline const char *zc_notes_text(const zc_notes *notes, uint32_t i) {
  return notes->text.data + notes->starts[i];
}
void zc_notes_clear(zc_notes *notes);
void zc_notes_free(zc_notes *notes);

#endif
