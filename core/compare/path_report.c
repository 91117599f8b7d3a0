/* SPDX-License-Identifier: Apache-2.0 */
#include "compare/path_report.h"

#include "report/json_law.h"
#include "report/text.h"

/* ---- JSON ---- */

static void json_day(zc_buffer *b, const char *key, int has_day, zc_day day) {
  char text[11];
  zc_day_format(day, text);
  zc_buffer_member(b, key, has_day ? text : NULL);
}

static const zc_word *word_of(const zc_vocabulary *v, zc_shared_fact fact, int32_t word) {
  return word >= 0 ? &v->enums[v->facts[fact].enumeration].words[word] : NULL;
}

static void json_title(zc_buffer *b, const zc_vocabulary *v, int32_t level, int32_t track) {
  const zc_word *level_word = word_of(v, ZC_F_held_title_level, level);
  const zc_word *track_word = word_of(v, ZC_F_held_title_track, track);
  zc_buffer_member(b, "{\"level\":", level_word ? level_word->word : NULL);
  zc_buffer_member(b, ",\"track\":", track_word ? track_word->word : NULL);
  zc_buffer_putc(b, '}');
}

static void json_facts(zc_buffer *b, const char *key, const zc_vocabulary *v, const uint32_t *facts,
                       uint32_t count) {
  zc_buffer_puts(b, key);
  for (uint32_t i = 0; i < count; i++)
    zc_buffer_member(b, i > 0 ? "," : "", v->facts[facts[i]].name);
  zc_buffer_putc(b, ']');
}

static void json_step(zc_buffer *b, const zc_path_step *step) {
  static const char *const kinds[] = {"use", "move", "exchange", "reassess", "apply"};
  const zc_vocabulary *v = &step->region->vocabulary;
  zc_buffer_member(b, "{\"step\":", kinds[step->kind]);
  zc_buffer_member(b, ",\"region\":", step->region->id);
  zc_buffer_member(b, ",\"result\":", zc_result_word(step->result));
  zc_buffer_puts(b, ",\"title\":");
  json_title(b, v, step->level, step->track);
  json_day(b, ",\"earliest\":", step->has_earliest, step->earliest);
  json_facts(b, ",\"needs\":[", v, step->needs, step->need_count);
  json_facts(b, ",\"missing\":[", v, step->missing, step->missing_count);
  if (step->rule) {
    zc_buffer_member(b, ",\"rule\":", step->rule->id);
    zc_buffer_puts(b, ",\"clauses\":");
    zc_json_clauses(b, &step->rule->law);
    zc_buffer_puts(b, ",\"cites\":");
    zc_json_cites(b, &step->rule->law, NULL);
    zc_buffer_puts(b, ",\"text\":");
    zc_json_text(b, step->rule->text.zh, step->rule->text.en);
  } else {
    zc_buffer_puts(b, ",\"rule\":null,\"clauses\":[],\"cites\":[],\"text\":null");
  }
  zc_buffer_putc(b, '}');
}

static void json_steps(zc_buffer *b, const zc_path_step *steps, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    zc_buffer_puts(b, i > 0 ? "," : "");
    json_step(b, &steps[i]);
  }
  zc_buffer_putc(b, ']');
}

static void json_way(zc_buffer *b, const zc_way *way) {
  const zc_path_step *last = &way->steps[way->count - 1];
  json_day(b, "{\"earliest\":", way->open && last->has_earliest, last->earliest);
  zc_buffer_puts(b, ",\"steps\":[");
  json_steps(b, way->steps, way->count);
  zc_buffer_putc(b, '}');
}

void zc_json_path(zc_buffer *out, const zc_path_frame *frame) {
  const zc_facts *f = frame->facts;
  zc_slot level = f->slots[ZC_F_held_title_level];
  zc_slot track = f->slots[ZC_F_held_title_track];
  zc_buffer_puts(out, "{\"api\":1,\"question\":\"path\"");
  json_day(out, ",\"as_of\":", 1, frame->as_of);
  zc_buffer_member(out, ",\"from\":", frame->from->id);
  zc_buffer_member(out, ",\"to\":", frame->to ? frame->to->id : NULL);
  zc_buffer_puts(out, ",\"title\":");
  json_title(out, f->vocabulary, level.lo == level.hi ? (int32_t)level.lo : -1,
             track.lo == track.hi ? (int32_t)track.lo : -1);
  zc_buffer_puts(out, ",\"ways\":[");
  for (uint32_t i = 0; i < frame->path->way_count; i++) {
    zc_buffer_puts(out, i > 0 ? ",\n" : "\n");
    json_way(out, &frame->path->ways[i]);
  }
  zc_buffer_puts(out, "],\n\"closed\":[");
  json_steps(out, frame->path->closed, frame->path->closed_count);
  zc_buffer_member(out, ",\n\"rules_digest\":[", frame->from->digest);
  if (frame->to && frame->to != frame->from)
    zc_buffer_member(out, ",", frame->to->digest);
  zc_buffer_puts(out, "]}\n");
}

/* ---- text ---- */

typedef struct page {
  zc_buffer *out;
  zc_lang lang;
} page;

static const char *say(const page *p, const char *zh, const char *en) {
  return p->lang == ZC_LANG_ZH ? zh : en;
}

static const char *kind_text(const page *p, zc_step_kind kind) {
  static const char *const zh[] = {"使用", "流动", "换发", "重新评审", "申报"};
  static const char *const en[] = {"use", "move", "exchange", "reassess", "apply"};
  return say(p, zh[kind], en[kind]);
}

static const char *result_text(const page *p, zc_result result) {
  switch (result) {
  case ZC_VALID:
    return say(p, "有效", "valid");
  case ZC_INVALID:
    return say(p, "失效", "not valid");
  case ZC_REASSESS:
    return say(p, "须重新评审", "assessment anew");
  case ZC_EXCHANGE:
    return say(p, "可以换发", "granted");
  case ZC_REFUSED:
    return say(p, "不予办理", "refused");
  default:
    return say(p, "还不能确定", "not yet known");
  }
}

static void put_title(page *p, const zc_vocabulary *v, int32_t level, int32_t track) {
  const zc_word *words[] = {word_of(v, ZC_F_held_title_track, track),
                            word_of(v, ZC_F_held_title_level, level)};
  for (size_t i = 0; i < 2; i++) {
    if (words[i]) {
      zc_buffer_puts(p->out, p->lang == ZC_LANG_ZH ? words[i]->zh : words[i]->en);
      zc_buffer_puts(p->out, i == 0 ? " " : "");
    } else {
      zc_buffer_puts(p->out, i == 0 ? "" : say(p, "职称", "title"));
    }
  }
}

static void put_facts(page *p, const char *title, const char *mark, const zc_vocabulary *v,
                      const uint32_t *facts, uint32_t count) {
  if (count == 0)
    return;
  zc_buffer_printf(p->out, "     %s\n", title);
  for (uint32_t i = 0; i < count; i++) {
    const zc_fact *fact = &v->facts[facts[i]];
    zc_buffer_printf(p->out, "       %s %s  %s\n", mark, zc_text_label(fact, p->lang), fact->name);
  }
}

/* Steps that a new application takes: what it asks of the person is another question. */
static int is_application(const zc_path_step *step) {
  return step->kind == ZC_STEP_REASSESS || step->kind == ZC_STEP_APPLY;
}

/* `goes_on`: the step is part of a way; else it is closed. */
static void put_step(page *p, const zc_path_step *step, int goes_on) {
  char day[11];
  zc_day_format(step->earliest, day);
  int application = is_application(step);
  zc_buffer_puts(p->out, kind_text(p, step->kind));
  if (application) {
    zc_buffer_putc(p->out, ' ');
    put_title(p, &step->region->vocabulary, step->level, step->track);
  }
  /* What the row says of the title in hand is not what becomes of the application. */
  if (!application || !goes_on || !step->has_earliest)
    zc_buffer_printf(p->out, say(p, "：%s", ": %s"), result_text(p, step->result));
  if (goes_on && step->has_earliest) {
    zc_buffer_printf(p->out,
                     application ? say(p, "，不早于 %s", ", not before %s")
                                 : say(p, "，%s 起", ", from %s"),
                     day);
  }
  zc_buffer_putc(p->out, '\n');
  if (step->rule) {
    zc_buffer_printf(p->out, "     %s", zc_text_in(step->rule->text, p->lang));
    zc_text_law(p->out, &step->rule->law, NULL, p->lang);
    zc_buffer_putc(p->out, '\n');
  }
  put_facts(p, say(p, "还须做到", "This has to be done"), "-", &step->region->vocabulary,
            step->needs, step->need_count);
  put_facts(p, say(p, "还需要知道", "Still to be known"), "?", &step->region->vocabulary,
            step->missing, step->missing_count);
}

static void put_way(page *p, const zc_way *way, uint32_t number) {
  const zc_path_step *last = &way->steps[way->count - 1];
  int applies = 0;
  char day[11];
  zc_day_format(last->earliest, day);
  zc_buffer_printf(p->out, say(p, "\n路径 %u", "\nWay %u"), number);
  if (way->open && last->has_earliest)
    zc_buffer_printf(p->out, say(p, "，不早于 %s", ", not before %s"), day);
  else
    zc_buffer_puts(p->out, say(p, "，还不能确定", ", not yet known"));
  zc_buffer_putc(p->out, '\n');
  for (uint32_t i = 0; i < way->count; i++) {
    applies |= is_application(&way->steps[i]);
    zc_buffer_printf(p->out, "  %u. ", i + 1);
    put_step(p, &way->steps[i], 1);
  }
  if (applies) {
    zc_buffer_printf(p->out, "  %s\n",
                     say(p, "申报和评审本身的条件和时间，见 zhicheng assess。",
                         "What an application or review itself asks, and when: zhicheng assess."));
  }
}

void zc_text_path(zc_buffer *out, const zc_path_frame *frame, zc_lang lang) {
  page p = {out, lang};
  const zc_facts *f = frame->facts;
  zc_slot level = f->slots[ZC_F_held_title_level];
  zc_slot track = f->slots[ZC_F_held_title_track];
  char day[11];
  put_title(&p, f->vocabulary, level.lo == level.hi ? (int32_t)level.lo : -1,
            track.lo == track.hi ? (int32_t)track.lo : -1);
  zc_day_format(frame->as_of, day);
  zc_buffer_printf(out, say(&p, "：%s → %s，%s\n", ": %s → %s, %s\n"),
                   zc_text_in(frame->from->name, lang),
                   frame->to ? zc_text_in(frame->to->name, lang)
                             : say(&p, "没有插件的地区", "a region without plugin"),
                   day);
  for (uint32_t i = 0; i < frame->path->way_count; i++)
    put_way(&p, &frame->path->ways[i], i + 1);
  if (frame->path->way_count == 0)
    zc_buffer_printf(out, "\n%s\n", say(&p, "没有路径。", "There is no way."));
  if (frame->path->closed_count > 0)
    zc_buffer_printf(out, "\n%s\n", say(&p, "走不通的", "Closed"));
  for (uint32_t i = 0; i < frame->path->closed_count; i++) {
    zc_buffer_puts(out, "  ✗ ");
    put_step(&p, &frame->path->closed[i], 0);
  }
  zc_buffer_printf(out, "\n%s\n", frame->from->digest);
  if (frame->to && frame->to != frame->from)
    zc_buffer_printf(out, "%s\n", frame->to->digest);
}
