/* SPDX-License-Identifier: Apache-2.0 */
#include "report/json_advice.h"

#include "advice/advice.h"
#include "report/report.h"

static void put_change(zc_buffer *out, const zc_vocabulary *v, const zc_change *change) {
  const zc_fact *fact = &v->facts[change->fact];
  char date[11];
  zc_buffer_json(out, fact->name);
  zc_buffer_putc(out, ':');
  switch (fact->type) {
  case ZC_BOOL:
    zc_buffer_puts(out, change->value.lo ? "true" : "false");
    break;
  case ZC_ENUM:
    zc_buffer_json(out, v->enums[fact->enumeration].words[change->value.lo].word);
    break;
  case ZC_DATE:
    zc_day_format((zc_day)change->value.lo, date);
    zc_buffer_json(out, date);
    break;
  case ZC_DIVISION:
    zc_buffer_json(out, change->text);
    break;
  default:
    zc_buffer_int(out, change->value.lo);
  }
}

static void put_set(zc_buffer *out, const zc_vocabulary *v, const zc_change_set *set) {
  zc_buffer_puts(out, "{\"set\":{");
  for (uint32_t i = 0; i < set->count; i++) {
    if (i > 0)
      zc_buffer_putc(out, ',');
    put_change(out, v, &set->items[i]);
  }
  zc_buffer_puts(out, "}}");
}

static void put_advice(zc_buffer *out, const zc_vocabulary *v, const zc_advice *advice) {
  char day[11];
  zc_day_format(advice->earliest, day);
  zc_buffer_member(out, ",\"advice\":{\"earliest\":", advice->has_earliest ? day : NULL);
  zc_buffer_puts(out, ",\"changes\":[");
  for (uint32_t i = 0; i < advice->set_count; i++) {
    if (i > 0)
      zc_buffer_putc(out, ',');
    put_set(out, v, &advice->sets[i]);
  }
  zc_buffer_puts(out, "]}");
}

void zc_json_advice(zc_buffer *out, const zc_answer *answer) {
  static const char none[] = ",\"advice\":{\"earliest\":null,\"changes\":[]}";
  if (answer->question != ZC_Q_ASSESS)
    return;
  if (answer->advice)
    put_advice(out, &answer->region->vocabulary, answer->advice);
  else if (answer->verdict != ZC_INELIGIBLE)
    zc_buffer_add(out, none, sizeof none - 1);
}

int zc_json_has_advice(const zc_answer *answer) {
  return answer->question == ZC_Q_ASSESS && answer->verdict == ZC_INELIGIBLE;
}
