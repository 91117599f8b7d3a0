/* SPDX-License-Identifier: Apache-2.0 */
#include "base/date.h"
#include "support/people.h"
#include <stdio.h>

static void add_value(zc_buffer *out, const zc_person *person, uint32_t fact) {
  const zc_vocabulary *v = person->facts.vocabulary;
  const zc_fact *f = &v->facts[fact];
  int64_t value = person->facts.slots[fact].lo;
  char date[23];
  switch (f->type) {
  case ZC_BOOL:
    zc_buffer_puts(out, value ? "true" : "false");
    break;
  case ZC_INT:
    zc_buffer_int(out, value);
    break;
  case ZC_ENUM:
    zc_buffer_json(out, v->enums[f->enumeration].words[value].word);
    break;
  case ZC_DATE:
    zc_partial_date_format(person->facts.slots[fact], date);
    zc_buffer_json(out, date);
    break;
  default:
    zc_buffer_json(out, person->facts.texts[fact]);
  }
}

void zc_person_json(zc_buffer *out, const zc_person *person, zc_random *shuffle) {
  const zc_vocabulary *v = person->facts.vocabulary;
  uint32_t order[256], count = 0;
  for (uint32_t f = 0; f < v->fact_count && count < 256; f++)
    if (person->facts.given[f])
      order[count++] = f;
  for (uint32_t i = count; shuffle && i > 1; i--) {
    uint32_t other = zc_random_below(shuffle, i), last = order[i - 1];
    order[i - 1] = order[other];
    order[other] = last;
  }
  zc_buffer_putc(out, '{');
  for (uint32_t i = 0; i < count; i++) {
    zc_buffer_puts(out, i ? ", " : "");
    zc_buffer_json(out, v->facts[order[i]].name);
    zc_buffer_puts(out, ": ");
    add_value(out, person, order[i]);
  }
  zc_buffer_putc(out, '}');
}

void zc_person_show(const zc_people *p, const zc_person *person) {
  zc_buffer json = {0};
  char day[11];
  zc_day_format(person->as_of, day);
  zc_person_json(&json, person, NULL);
  printf("    echo '%s' | zhicheng assess --region %s --as-of %s%s --facts -\n",
         zc_buffer_text(&json), p->region.id, day, person->strict ? " --strict" : "");
  zc_buffer_free(&json);
}
