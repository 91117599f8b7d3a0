/* SPDX-License-Identifier: Apache-2.0 */
/* Advice for people: from when, and what to change. */
#include "engine/advice.h"
#include "report/text.h"

static void put_earliest(zc_buffer *out, const zc_advice *advice, zc_lang lang) {
  char day[11];
  if (advice->has_earliest) {
    zc_day_format(advice->earliest, day);
    zc_buffer_printf(out,
                     lang == ZC_LANG_ZH ? "  其他情况不变，最早可在 %s 申报。\n"
                                        : "  With nothing else changed: from %s on.\n",
                     day);
  } else {
    zc_buffer_puts(out, lang == ZC_LANG_ZH ? "  十年之内，单靠等待不会变为可以申报。\n"
                                           : "  Waiting alone does not help within ten years.\n");
  }
}

static void put_set(zc_buffer *out, const zc_answer *answer, const zc_change_set *set,
                    zc_lang lang) {
  const zc_vocabulary *v = &answer->region->vocabulary;
  zc_buffer_puts(out, "  → ");
  for (uint32_t i = 0; i < set->count; i++) {
    const zc_change *change = &set->items[i];
    zc_buffer_puts(out, i == 0 ? "" : lang == ZC_LANG_ZH ? "；并且 " : "; and ");
    zc_buffer_puts(out, zc_text_label(&v->facts[change->fact], lang));
    zc_buffer_puts(out, lang == ZC_LANG_ZH ? "：" : ": ");
    zc_text_known(out, v, change->fact, change->value, lang);
  }
  zc_buffer_putc(out, '\n');
}

void zc_text_advice(zc_buffer *out, const zc_answer *answer, zc_lang lang) {
  const zc_advice *advice = answer->advice;
  if (advice == NULL || answer->verdict != ZC_INELIGIBLE) {
    return;
  }
  zc_buffer_puts(out, lang == ZC_LANG_ZH ? "\n怎样才可以申报\n" : "\nWhat would change it\n");
  put_earliest(out, advice, lang);
  for (uint32_t i = 0; i < advice->set_count; i++) {
    put_set(out, answer, &advice->sets[i], lang);
  }
}
