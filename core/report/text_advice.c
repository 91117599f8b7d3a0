/* SPDX-License-Identifier: Apache-2.0 */
/* Advice for people: from when, and what to change. */
#include "advice/advice.h"
#include "report/text.h"
#include <string.h>

/* The documents in force by then, where they are others than today. */
static void put_edition(zc_buffer *out, const zc_answer *answer, zc_lang lang) {
  const zc_advice *advice = answer->advice;
  if (advice->edition_count == answer->edition_count &&
      memcmp(advice->edition, answer->edition, answer->edition_count * sizeof *answer->edition) ==
          0)
    return;
  for (uint32_t i = 0; i < advice->edition_count; i++) {
    zc_buffer_puts(out, i > 0 ? zc_text_say(lang, "、", ", ")
                              : zc_text_say(lang, "（届时施行的文件：", " (documents by then: "));
    zc_text_document(out, advice->edition[i], lang);
  }
  zc_buffer_puts(out, advice->edition_count > 0 ? zc_text_say(lang, "）", ")") : "");
}

/* Education and tenure as national practice has them are nothing that a document here says. */
static void put_national(zc_buffer *out, int is_national, zc_lang lang) {
  if (is_national)
    zc_buffer_puts(out, zc_text_say(lang, "（学历、资历按全国通行做法）",
                                    " (education and tenure by national practice)"));
}

static void put_earliest(zc_buffer *out, const zc_answer *answer, zc_lang lang) {
  char day[11];
  zc_day_format(answer->advice->earliest, day);
  zc_buffer_printf(out,
                   zc_text_say(lang, "  其他情况不变，最早可在 %s 申报",
                               "  With nothing else changed: from %s on"),
                   day);
  put_national(out, answer->advice->is_national, lang);
  put_edition(out, answer, lang);
  zc_buffer_puts(out, zc_text_say(lang, "。\n", ".\n"));
}

/* Waiting helps whoever then has what is not known now. */
static void put_possible(zc_buffer *out, const zc_answer *answer, zc_lang lang) {
  enum { MOST = 4 };
  const zc_advice *advice = answer->advice;
  char day[11];
  zc_day_format(advice->possible, day);
  zc_buffer_printf(out,
                   zc_text_say(lang, "  其他情况不变，%s 起能否申报，取决于尚未给出的事实：",
                               "  With nothing else changed, from %s on it depends on what is not "
                               "known: "),
                   day);
  for (uint32_t i = 0; i < advice->deciding_count && i < MOST; i++) {
    zc_buffer_puts(out, i > 0 ? zc_text_say(lang, "、", ", ") : "");
    zc_text_open_fact(out, answer, advice->deciding[i], lang);
  }
  if (advice->deciding_count > MOST) {
    zc_buffer_printf(out, zc_text_say(lang, "等 %u 项", " and %u more"),
                     lang == ZC_LANG_ZH ? advice->deciding_count : advice->deciding_count - MOST);
  }
  zc_buffer_puts(out, zc_text_say(lang, "。\n", ".\n"));
}

static void put_waiting(zc_buffer *out, const zc_answer *answer, zc_lang lang) {
  const zc_advice *advice = answer->advice;
  if (advice->has_possible)
    put_possible(out, answer, lang);
  if (advice->has_earliest)
    put_earliest(out, answer, lang);
  if (!advice->has_possible && !advice->has_earliest) {
    zc_buffer_puts(out, zc_text_say(lang, "  十年之内，单靠等待不会变为可以申报。\n",
                                    "  Waiting alone does not help within ten years.\n"));
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
  put_national(out, set->is_national, lang);
  zc_buffer_putc(out, '\n');
}

void zc_text_advice(zc_buffer *out, const zc_answer *answer, zc_lang lang) {
  const zc_advice *advice = answer->advice;
  if (!advice || answer->verdict != ZC_INELIGIBLE)
    return;
  zc_buffer_puts(out, zc_text_say(lang, "\n怎样才可以申报\n", "\nWhat would change it\n"));
  put_waiting(out, answer, lang);
  if (advice->set_count > 0)
    zc_buffer_puts(out, zc_text_say(lang, "  或者符合下列任一项：\n", "  Or one of these:\n"));
  for (uint32_t i = 0; i < advice->set_count; i++)
    put_set(out, answer, &advice->sets[i], lang);
}
