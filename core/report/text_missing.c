/* SPDX-License-Identifier: Apache-2.0 */
/* The facts that an open answer still needs. */
#include "advice/advice.h"
#include "report/text.h"

static void put_choices(zc_buffer *out, const zc_vocabulary *v, const zc_fact *fact, zc_lang lang) {
  if (fact->type != ZC_ENUM)
    return;
  const zc_enum *e = &v->enums[fact->enumeration];
  const char *separator = zc_text_say(lang, "：", ": ");
  for (uint32_t i = 0; i < e->count; i++) {
    if (fact->words >> i & 1u) {
      zc_buffer_puts(out, separator);
      zc_buffer_puts(out, e->words[i].word);
      separator = " | ";
    }
  }
}

/* The fact to find out next, where there are several and advice was asked for. */
static void put_useful(zc_buffer *out, const zc_answer *answer, zc_lang lang) {
  const zc_next_fact *useful = answer->advice ? &answer->advice->next_fact : NULL;
  if (!useful || useful->fact < 0 || answer->missing_count < 2)
    return;
  const zc_fact *fact = &answer->region->vocabulary.facts[useful->fact];
  const char *proof = zc_text_in(fact->proof, lang);
  zc_buffer_puts(out, zc_text_say(lang, "  最值得先弄清：", "  Most useful to find out next: "));
  zc_text_open_fact(out, answer, (uint32_t)useful->fact, lang);
  if (proof)
    zc_buffer_printf(out, zc_text_say(lang, "；证明材料：%s", "; proved by %s"), proof);
  zc_buffer_putc(out, '\n');
}

void zc_text_missing(zc_buffer *out, const zc_answer *a, zc_lang lang) {
  const zc_vocabulary *v = &a->region->vocabulary;
  if (a->missing_count == 0)
    return;
  zc_buffer_printf(out, "\n%s\n",
                   zc_text_say(lang, "还需要知道（可用 --set 名称=值 补充）",
                               "Still to be known (give it with --set NAME=VALUE)"));
  for (uint32_t i = 0; i < a->missing_count; i++) {
    const zc_fact *fact = &v->facts[a->missing[i]];
    zc_buffer_puts(out, "  ? ");
    zc_text_open_fact(out, a, a->missing[i], lang);
    zc_buffer_printf(out, "  %s", fact->name);
    put_choices(out, v, fact, lang);
    zc_buffer_putc(out, '\n');
  }
  if (!a->missing_exact) {
    zc_buffer_printf(
        out, "  %s\n",
        zc_text_say(lang, "其中有的可能不影响结论。", "Some of these may turn out not to matter."));
  }
  put_useful(out, a, lang);
}
