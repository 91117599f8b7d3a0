/* SPDX-License-Identifier: Apache-2.0 */
#include "base/date.h"
#include "facts/division.h"
#include "report/text.h"

#include <string.h>

static void put_division(zc_buffer *out, const zc_data *data, const char *code, zc_lang lang) {
  zc_division division;
  const char *name = NULL;
  if (zc_division_parse_prefix(code, strlen(code), &division) == 0)
    name = zc_division_find(data, division).name;
  zc_buffer_printf(out, lang == ZC_LANG_EN ? " (%s%s%s)" : "（%s%s%s）", code, name ? " " : "",
                   name ? name : "");
}

static void put_step(zc_buffer *out, const zc_calendar *calendar, const zc_due_step *due,
                     zc_lang lang) {
  const zc_step *row = due->step->row;
  char day[11] = "----------";
  if (due->has_due)
    zc_day_format(due->due, day);
  zc_buffer_printf(out, "  %s  %s", day, zc_text_in(row->text, lang));
  if (row->division)
    put_division(out, calendar->region->vocabulary.data, row->division, lang);
  zc_text_law(out, &due->step->law, NULL, lang);
  zc_buffer_putc(out, '\n');
  if (due->needs >= 0) {
    const zc_fact *fact = &calendar->region->vocabulary.facts[due->needs];
    zc_buffer_printf(out,
                     lang == ZC_LANG_EN ? "              needs the %s: --set %s=DATE\n"
                                        : "              需要%s：--set %s=日期\n",
                     zc_text_label(fact, lang), fact->name);
  }
  if (due->reason_zh) {
    zc_buffer_printf(out, "              %s",
                     zc_text_in((zc_text){due->reason_zh, due->reason_en}, lang));
    if (due->step->parameter) {
      zc_buffer_printf(out,
                       lang == ZC_LANG_EN ? ": %s, to be entered in `overrides`/%s.ini"
                                          : "：%s，在 overrides 目录的 %s.ini 中填写",
                       due->step->parameter->name, calendar->region->id);
    }
    zc_buffer_putc(out, '\n');
  }
}

void zc_text_calendar(zc_buffer *out, const zc_calendar *calendar, zc_lang lang) {
  zc_buffer_printf(out, lang == ZC_LANG_EN ? "%s, %d\n" : "%s，%d 年\n",
                   zc_text_in(calendar->region->name, lang), calendar->year);
  for (uint32_t i = 0; i < calendar->step_count; i++)
    put_step(out, calendar, &calendar->steps[i], lang);
  if (calendar->step_count == 0) {
    zc_buffer_puts(out, lang == ZC_LANG_EN ? "  No step of this year is on record.\n"
                                           : "  没有收录这一年的日程。\n");
  }
  zc_buffer_printf(out, "%s\n", calendar->region->digest);
}
