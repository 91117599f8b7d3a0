/* SPDX-License-Identifier: Apache-2.0 */
#include "base/hint.h"

#include <stdio.h>

zc_hint zc_hint_make(const zc_diagnostics *diag, const zc_suggestion *s) {
  zc_hint hint = {""};
  if (!s->best)
    return hint;
  if (diag->lang == ZC_LANG_ZH)
    snprintf(hint.text, sizeof hint.text, "；是不是“%s”？", s->best);
  else
    snprintf(hint.text, sizeof hint.text, "; did you mean '%s'?", s->best);
  return hint;
}
