/* SPDX-License-Identifier: Apache-2.0 */
/* What a person can act on: by how much a condition is missed, which papers prove what is asked
 * for, and which other track would do. */
#include "advice/advice.h"
#include "report/mention.h"
#include "report/sentence.h"
#include "report/text.h"

static void put_days(zc_buffer *out, int64_t days, int early, zc_lang lang) {
  if (lang == ZC_LANG_EN) {
    zc_buffer_printf(out, "; %lld %s too %s", (long long)days, days == 1 ? "day" : "days",
                     early ? "early" : "late");
  } else {
    zc_buffer_printf(out, "，%s%lld天", early ? "早了" : "晚了", (long long)days);
  }
}

static void put_amount(zc_buffer *out, zc_unit unit, int64_t amount, int below, zc_lang lang) {
  zc_buffer_puts(out,
                 below ? zc_text_say(lang, "，还差", "; ") : zc_text_say(lang, "，多出", "; "));
  zc_text_amount(out, unit, amount, lang);
  zc_buffer_puts(out, below ? zc_text_say(lang, "", " short") : zc_text_say(lang, "", " too many"));
}

void zc_text_shortfall(zc_buffer *out, const zc_answer *answer, const zc_mention *mention,
                       zc_lang lang) {
  const zc_fact *fact = &answer->region->vocabulary.facts[mention->fact];
  if (mention->form != ZC_NEED_GE && mention->form != ZC_NEED_LE)
    return;
  zc_slot have = zc_answer_value(answer, mention->fact);
  zc_slot need = answer->values[mention->value];
  int below = mention->form == ZC_NEED_GE;
  int64_t gap = below ? need.lo - have.lo : have.lo - need.lo;
  if (have.lo != have.hi || need.lo != need.hi || gap <= 0)
    return;
  if (fact->type == ZC_DATE)
    put_days(out, gap, below, lang);
  else if (fact->type == ZC_INT)
    put_amount(out, fact->unit, gap, below, lang);
}

const char *zc_text_mode(zc_mode mode, zc_lang lang) {
  static const char *const modes[2][ZC_MODE_COUNT] = {{"review", "determination", "exam"},
                                                      {"评审", "认定", "以考代评"}};
  return modes[lang == ZC_LANG_ZH][mode];
}

static void put_other(zc_buffer *out, const zc_answer *answer, const zc_other_track *other,
                      zc_lang lang) {
  const char *mark = other->verdict == ZC_ELIGIBLE     ? "✓"
                     : other->verdict == ZC_INELIGIBLE ? "✗"
                                                       : "?";
  const zc_vocabulary *v = &answer->region->vocabulary;
  zc_buffer_printf(out, "  %s ", mark);
  zc_text_known(out, v, ZC_F_track, (zc_slot){other->track, other->track}, lang);
  zc_buffer_puts(out, zc_text_say(lang, "：", ": "));
  if (other->verdict == ZC_ELIGIBLE) {
    zc_buffer_printf(out, zc_text_say(lang, "可以申报，方式：%s。", "may apply, by %s. "),
                     zc_text_mode(other->route->mode, lang));
    zc_sentence_write(out, other->route->text, other->route->said, NULL, lang);
    zc_text_law(out, &other->route->law, answer, lang);
  } else if (other->verdict == ZC_INELIGIBLE) {
    zc_buffer_puts(out, zc_text_say(lang, "不能申报", "may not apply"));
  } else if (other->missing_count > 0) {
    zc_buffer_printf(
        out, zc_text_say(lang, "还不能确定，缺 %u 项事实", "not yet known; facts missing: %u"),
        other->missing_count);
  } else {
    zc_buffer_puts(
        out, zc_text_say(lang, "这里收录的文件没有规定", "no document on record here decides"));
  }
  zc_buffer_putc(out, '\n');
}

void zc_text_others(zc_buffer *out, const zc_answer *answer, zc_lang lang) {
  const zc_other_tracks *others = answer->advice ? answer->advice->others : NULL;
  if (!others)
    return;
  zc_slot own = answer->facts->slots[ZC_F_track];
  zc_buffer_printf(out, "\n%s\n",
                   own.lo == own.hi ? zc_text_say(lang, "换一类别申报（其余不变）",
                                                  "On another track, all else the same")
                                    : zc_text_say(lang, "按各类别申报", "On each track"));
  for (uint32_t i = 0; i < others->count; i++)
    put_other(out, answer, &others->items[i], lang);
  zc_buffer_puts(out, zc_text_say(lang, "  其他地区：zhicheng compare 并列比较\n",
                                  "  Other regions: `zhicheng compare` puts them side by side.\n"));
}

static int is_missing(const zc_answer *answer, uint32_t fact) {
  for (uint32_t i = 0; i < answer->missing_count; i++)
    if (answer->missing[i] == fact)
      return 1;
  return 0;
}

void zc_text_proofs(zc_buffer *out, const zc_answer *answer, const uint8_t *asked, zc_lang lang) {
  const zc_vocabulary *v = &answer->region->vocabulary;
  int shown = 0;
  for (uint32_t i = 0; i < v->fact_count; i++) {
    const char *proof = zc_text_in(v->facts[i].proof, lang);
    if (!proof || (!asked[i] && !is_missing(answer, i)))
      continue;
    if (!shown)
      zc_buffer_printf(out, "\n%s\n", zc_text_say(lang, "证明材料", "What proves it"));
    shown = 1;
    zc_buffer_printf(out, "  %s%s%s\n", zc_text_label(&v->facts[i], lang),
                     zc_text_say(lang, "：", ": "), proof);
  }
}
