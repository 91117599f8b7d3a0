/* SPDX-License-Identifier: Apache-2.0 */
/* The tail of a message about a name that nobody knows: what was probably meant. */
#ifndef ZC_BASE_HINT_H
#define ZC_BASE_HINT_H

#include "base/diagnostics.h"
#include "base/words.h"

typedef struct zc_hint {
  char text[160];
} zc_hint;

/* "; did you mean 'x'?" in the language of the list, or "" where no name is near. */
zc_hint zc_hint_make(const zc_diagnostics *diag, const zc_suggestion *s);

#endif
