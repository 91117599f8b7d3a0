/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/notes.h"

#include <string.h>

static int has(const zc_notes *notes, const char *text, size_t length) {
  for (uint32_t i = 0; i < notes->count; i++) {
    const char *known = zc_notes_text(notes, i);
    if (strlen(known) == length && memcmp(known, text, length) == 0)
      return 1;
  }
  return 0;
}

void zc_notes_add(zc_notes *notes, const char *text, size_t length) {
  if (notes->text.failed || has(notes, text, length))
    return;
  if (notes->count == ZC_NOTES_MOST) {
    notes->has_more = 1;
    return;
  }
  uint32_t start = (uint32_t)notes->text.length;
  zc_buffer_add(&notes->text, text, length);
  zc_buffer_putc(&notes->text, '\0');
  if (!notes->text.failed)
    notes->starts[notes->count++] = start;
}

void zc_notes_join(zc_notes *notes, const zc_notes *later) {
  for (uint32_t i = 0; i < later->count; i++) {
    const char *text = zc_notes_text(later, i);
    zc_notes_add(notes, text, strlen(text));
  }
  notes->has_more |= later->has_more;
}

void zc_notes_clear(zc_notes *notes) {
  zc_buffer_clear(&notes->text);
  notes->count = 0;
  notes->has_more = 0;
}

void zc_notes_free(zc_notes *notes) {
  zc_buffer_free(&notes->text);
  *notes = (zc_notes){0};
}
