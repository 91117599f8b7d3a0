/* SPDX-License-Identifier: Apache-2.0 */
#include "report/json_law.h"
#include "report/report.h"

/* The date, or the parameter, that has no value. */
static const char *needed(const zc_calendar *calendar, const zc_due_step *due) {
  if (due->needs >= 0)
    return calendar->region->vocabulary.facts[due->needs].name;
  return !due->has_due && due->step->parameter ? due->step->parameter->name : NULL;
}

static void write_step(zc_buffer *b, const zc_calendar *calendar, const zc_due_step *due) {
  const zc_step *row = due->step->row;
  char date[11];
  zc_buffer_puts(b, "{\"id\":");
  zc_buffer_json(b, row->id);
  zc_buffer_puts(b, ",\"clauses\":");
  zc_json_clauses(b, &due->step->law);
  zc_day_format(due->due, date);
  zc_buffer_member(b, ",\"due\":", due->has_due ? date : NULL);
  zc_buffer_member(b, ",\"needs\":", needed(calendar, due));
  zc_buffer_member(b, ",\"division\":", row->division);
  if (due->reason_zh) {
    zc_buffer_puts(b, ",\"reason\":");
    zc_json_text(b, due->reason_zh, due->reason_en);
  }
  zc_buffer_puts(b, ",\"text\":");
  zc_json_text(b, row->text.zh, row->text.en);
  zc_buffer_putc(b, '}');
}

void zc_json_calendar(zc_buffer *out, const zc_calendar *calendar) {
  zc_buffer_puts(out, "{\"api\":1,\"question\":\"calendar\",\"region\":");
  zc_buffer_json(out, calendar->region->id);
  zc_buffer_puts(out, ",\"year\":");
  zc_buffer_int(out, calendar->year);
  zc_buffer_puts(out, ",\"edition\":");
  zc_json_edition(out, calendar->edition, calendar->edition_count);
  zc_buffer_puts(out, ",\"steps\":[");
  for (uint32_t i = 0; i < calendar->step_count; i++) {
    if (i > 0)
      zc_buffer_putc(out, ',');
    write_step(out, calendar, &calendar->steps[i]);
  }
  zc_buffer_puts(out, "],\"rules_digest\":");
  zc_buffer_json(out, calendar->region->digest);
  zc_buffer_puts(out, "}\n");
}
