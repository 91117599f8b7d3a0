/* SPDX-License-Identifier: Apache-2.0 */
#include "report/analysis.h"
#include "report/json_law.h"

static void put_place(zc_buffer *b, const zc_place *at) {
  zc_buffer_member(b, "\"file\":", at->file);
  zc_buffer_printf(b, ",\"line\":%u", at->line);
}

static void put_times(zc_buffer *b, const zc_region *region, const zc_flaw_time *times,
                      uint32_t count) {
  const zc_vocabulary *v = &region->vocabulary;
  char day[11];
  zc_buffer_putc(b, '[');
  for (uint32_t i = 0; i < count; i++) {
    const zc_word *words = v->enums[v->facts[ZC_F_track].enumeration].words;
    zc_buffer_member(b, i ? ",{\"track\":" : "{\"track\":",
                     times[i].track < 0 ? NULL : words[times[i].track].word);
    zc_day_format(times[i].from, day);
    zc_buffer_member(b, ",\"from\":", times[i].from == ZC_DAY_MIN ? NULL : day);
    zc_day_format(times[i].until, day);
    zc_buffer_member(b, ",\"until\":", times[i].until == ZC_DAY_MAX ? NULL : day);
    zc_buffer_putc(b, '}');
  }
  zc_buffer_putc(b, ']');
}

/* As a file of facts has it. */
static void put_fact(zc_buffer *b, const zc_vocabulary *v, const zc_flaw_fact *fact) {
  zc_type type = v->facts[fact->fact].type;
  zc_buffer_member(b, "", v->facts[fact->fact].name);
  zc_buffer_putc(b, ':');
  if (type == ZC_BOOL || type == ZC_INT)
    zc_buffer_puts(b, fact->text);
  else
    zc_buffer_json(b, fact->text);
}

static void put_person(zc_buffer *b, const zc_region *region, const zc_flaw *flaw) {
  const zc_flaw_person *p = flaw->person;
  char day[11];
  if (!p) {
    zc_buffer_puts(b, "null");
    return;
  }
  zc_day_format(p->as_of, day);
  zc_buffer_member(b, "{\"as_of\":", day);
  zc_buffer_puts(b, ",\"facts\":{");
  for (uint32_t i = 0; i < p->fact_count; i++) {
    zc_buffer_puts(b, i ? "," : "");
    put_fact(b, &region->vocabulary, &p->facts[i]);
  }
  zc_buffer_puts(b, "},\"states\":{");
  if (flaw->class != ZC_FLAW_UNREAD) {
    zc_buffer_member(b, "", flaw->rule);
    zc_buffer_member(b, ":", zc_state_word(p->state));
    if (p->other) {
      zc_buffer_member(b, ",", p->other);
      zc_buffer_member(b, ":", zc_state_word(p->other_state));
    }
  }
  zc_buffer_puts(b, "}}");
}

static void put_acceptance(zc_buffer *b, const zc_acceptance *row) {
  if (!row) {
    zc_buffer_puts(b, "null");
    return;
  }
  zc_buffer_putc(b, '{');
  put_place(b, &row->at);
  zc_buffer_puts(b, ",\"reason\":");
  zc_json_text(b, row->reason.zh, row->reason.en);
  zc_buffer_putc(b, '}');
}

static void put_text(zc_buffer *b, const zc_flaw *flaw) {
  zc_buffer zh = {0}, en = {0};
  zc_flaw_sentence(&zh, flaw, ZC_LANG_ZH);
  zc_flaw_sentence(&en, flaw, ZC_LANG_EN);
  const char *chinese = zc_buffer_text(&zh), *english = zc_buffer_text(&en);
  zc_buffer_puts(b, ",\"text\":");
  if (chinese && english)
    zc_json_text(b, chinese, english);
  else
    b->failed = 1;
  zc_buffer_free(&zh);
  zc_buffer_free(&en);
}

static void put_flaw(zc_buffer *b, const zc_analysis *analysis, const zc_flaw *flaw) {
  static const char *const questions[] = {"assess", "convert", "unit", NULL};
  zc_buffer_member(b, "{\"rule\":", flaw->rule);
  zc_buffer_member(b, ",\"kind\":", flaw->kind);
  zc_buffer_member(b, ",\"finding\":", flaw->finding);
  zc_buffer_member(b, ",\"question\":", questions[flaw->question]);
  zc_buffer_putc(b, ',');
  put_place(b, &flaw->at);
  put_text(b, flaw);
  zc_buffer_puts(b, ",\"holds\":");
  put_times(b, analysis->region, flaw->times, flaw->time_count);
  zc_buffer_puts(b, ",\"example\":");
  put_person(b, analysis->region, flaw);
  zc_buffer_puts(b, ",\"accepted\":");
  put_acceptance(b, flaw->acceptance);
  zc_buffer_putc(b, '}');
}

void zc_json_analysis(zc_buffer *out, const zc_analysis *analysis) {
  zc_buffer_member(out, "{\"api\":1,\"region\":", analysis->region->id);
  zc_buffer_printf(out, ",\"sections\":%u,\"open\":%u,\"findings\":[", analysis->view_count,
                   analysis->open_count);
  for (uint32_t i = 0; i < analysis->count; i++) {
    zc_buffer_puts(out, i ? ",\n" : "");
    put_flaw(out, analysis, &analysis->flaws[i]);
  }
  zc_buffer_puts(out, "],\"inexact\":[");
  for (uint32_t i = 0; i < analysis->inexact_count; i++) {
    zc_buffer_member(out, i ? ",{\"rule\":" : "{\"rule\":", analysis->inexact[i].rule);
    zc_buffer_puts(out, ",\"holds\":");
    put_times(out, analysis->region, &analysis->inexact[i].time, 1);
    zc_buffer_putc(out, '}');
  }
  zc_buffer_puts(out, "]}");
}
