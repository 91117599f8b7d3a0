/* SPDX-License-Identifier: Apache-2.0 */
#include "report/analysis.h"
#include "report/text.h"

/* ---- what is wrong ---- */

/* Sentences with %s name the others. */
static const zc_text sentences[ZC_FLAW_CLASSES] = {
    [ZC_FLAW_ALWAYS_TRUE] = {"凡适用的人都满足它，它什么也决定不了",
                             "everybody to whom it applies meets it, so that it decides nothing"},
    [ZC_FLAW_ALWAYS_FALSE] = {"凡适用的人都不满足它", "nobody to whom it applies meets it"},
    [ZC_FLAW_NEVER_APPLIES] = {"它对谁都不适用", "it applies to nobody"},
    [ZC_FLAW_LIFTS_NOTHING] =
        {"它成立时，它所豁免的规则都已满足或已被豁免",
         "whenever it holds, all that it lifts is met or lifted by others already"},
    [ZC_FLAW_SHADOWED] = {"它从不单独起作用：凡它起作用时，%s 也起作用",
                          "it never decides alone: whenever it would, %s does as well"},
    [ZC_FLAW_CONTAINED] = {"凡走得通这条途径的人，也走得通 %s",
                           "whoever comes this way comes by %s as well"},
    [ZC_FLAW_CONTRADICTS] = {"凡满足它的人，都不满足 %s", "nobody who meets it also meets %s"},
    [ZC_FLAW_CONSTANT] = {"其中的“%s”因事实的取值范围而恒为%s",
                          "`%s` in it is always %s: the range of the fact leaves nothing else"},
    [ZC_FLAW_UNREAD] = {"没有规则、附带事项或日程读取这个事实",
                        "no rule, effect or step reads this fact"},
    [ZC_FLAW_UNUSED] = {"没有条件用到这个参数", "no condition names this parameter"},
    [ZC_FLAW_KEEPS] = {"它使定向职称在 unit 判为不属于基层的单位仍然有效",
                       "it keeps a targeted title at a unit that `unit` calls not grassroots"},
    [ZC_FLAW_ACCEPTANCE] = {"接受了“%s”，而分析没有发现这个问题；请删去这一行",
                            "accepts '%s', which is found no more; take the row out"},
};

void zc_flaw_sentence(zc_buffer *out, const zc_flaw *flaw, zc_lang lang) {
  const char *text = zc_text_say(lang, sentences[flaw->class].zh, sentences[flaw->class].en);
  if (flaw->class == ZC_FLAW_CONSTANT)
    zc_buffer_printf(out, text, flaw->others,
                     flaw->is_true ? zc_text_say(lang, "真", "true")
                                   : zc_text_say(lang, "假", "false"));
  else
    zc_buffer_printf(out, text, flaw->others ? flaw->others : "");
}

/* ---- when ---- */

static void put_time(zc_buffer *out, const zc_region *region, const zc_flaw_time *time,
                     zc_lang lang) {
  const zc_vocabulary *v = &region->vocabulary;
  zc_buffer_puts(out, "    ");
  if (time->track >= 0) {
    const zc_word *word = &v->enums[v->facts[ZC_F_track].enumeration].words[time->track];
    zc_buffer_printf(out, zc_text_say(lang, "申报类别 %s，", "track %s, "), word->word);
  }
  zc_text_days(out, time->from, time->until, lang);
  zc_buffer_putc(out, '\n');
}

/* ---- who shows it ---- */

static void put_person(zc_buffer *out, const zc_region *region, const zc_flaw *flaw, zc_lang lang) {
  const zc_flaw_person *p = flaw->person;
  char day[11];
  zc_day_format(p->as_of, day);
  zc_buffer_printf(out, zc_text_say(lang, "    例如 %s：", "    for example on %s: "), day);
  for (uint32_t i = 0; i < p->fact_count; i++)
    zc_buffer_printf(out, "%s%s=%s", i ? " " : "", region->vocabulary.facts[p->facts[i].fact].name,
                     p->facts[i].text);
  if (!p->fact_count)
    zc_buffer_puts(out, zc_text_say(lang, "任何人", "anybody"));
  if (flaw->class == ZC_FLAW_UNREAD) {
    zc_buffer_puts(out, zc_text_say(lang, "，结论不变\n", " changes no answer\n"));
    return;
  }
  zc_buffer_printf(out, zc_text_say(lang, "：%s 为 %s", ": %s is %s"), flaw->rule,
                   zc_state_word(p->state));
  if (p->other)
    zc_buffer_printf(out, zc_text_say(lang, "，%s 为 %s", ", %s is %s"), p->other,
                     zc_state_word(p->other_state));
  zc_buffer_putc(out, '\n');
}

static void put_acceptance(zc_buffer *out, const zc_acceptance *row, zc_lang lang) {
  zc_buffer_printf(out,
                   zc_text_say(lang, "    已接受（%s:%u）：%s\n", "    accepted (%s:%u): %s\n"),
                   row->at.file ? row->at.file : "?", row->at.line, zc_text_in(row->reason, lang));
}

static void put_flaw(zc_buffer *out, const zc_analysis *analysis, const zc_flaw *flaw,
                     zc_lang lang) {
  zc_buffer_printf(out, zc_text_say(lang, "%s:%u: %s（%s）：", "%s:%u: %s (%s): "),
                   flaw->at.file ? flaw->at.file : "?", flaw->at.line, flaw->rule, flaw->kind);
  zc_flaw_sentence(out, flaw, lang);
  zc_buffer_printf(out, " [%s]\n", flaw->finding);
  for (uint32_t i = 0; i < flaw->time_count; i++)
    put_time(out, analysis->region, &flaw->times[i], lang);
  if (flaw->person)
    put_person(out, analysis->region, flaw, lang);
  if (flaw->acceptance)
    put_acceptance(out, flaw->acceptance, lang);
}

void zc_text_analysis(zc_buffer *out, const zc_analysis *analysis, zc_lang lang) {
  for (uint32_t i = 0; i < analysis->count; i++)
    put_flaw(out, analysis, &analysis->flaws[i], lang);
  if (analysis->inexact_count)
    zc_buffer_puts(out,
                   zc_text_say(lang, "以下没有分析（条件过多，或无法精确拆分）：\n",
                               "not looked at (too many conditions, or one that cannot be split "
                               "exactly):\n"));
  for (uint32_t i = 0; i < analysis->inexact_count; i++) {
    const char *rule = analysis->inexact[i].rule;
    zc_buffer_printf(out, "    %s\n", rule ? rule : zc_text_say(lang, "全部规则", "all rules"));
    put_time(out, analysis->region, &analysis->inexact[i].time, lang);
  }
  zc_buffer_printf(
      out,
      zc_text_say(lang, "%s：在 %u 段（版本与申报类别）中发现 %u 项，其中 %u 项未被接受\n",
                  "%s: editions and tracks: %u; found: %u, not accepted: %u\n"),
      analysis->region->id, analysis->view_count, analysis->count, analysis->open_count);
}
