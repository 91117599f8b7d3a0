/* SPDX-License-Identifier: Apache-2.0 */
/* Which parameters have other values than before. */
#include "compare/diff.h"

#include <string.h>

static const zc_named_parameter *find(const zc_parameter_set *set, const char *name) {
  for (uint32_t i = 0; i < set->count; i++)
    if (strcmp(set->parameters[i].name, name) == 0)
      return &set->parameters[i];
  return NULL;
}

/* Whether another value of the same key takes this one's place by that day. */
static int is_overtaken(const zc_named_parameter *p, const zc_setting *s, zc_day day) {
  for (uint32_t i = 0; i < p->setting_count; i++) {
    const zc_setting *other = &p->settings[i];
    if (zc_same_keys(other, s) && other->from > s->from && other->from <= day)
      return 1;
  }
  return 0;
}

static void write_key(zc_buffer *b, const zc_vocabulary *v, const zc_setting *s) {
  if (s->division_lo > 0)
    zc_buffer_printf(b, " %06lld", (long long)(s->division_lo / 1000000));
  for (int i = 0; i < ZC_WORD_KEYS; i++)
    if (s->words[i] >= 0)
      zc_buffer_printf(
          b, " %s", v->enums[v->facts[zc_word_keys[i].fact].enumeration].words[s->words[i]].word);
}

static void write_setting(zc_buffer *b, const zc_vocabulary *v, const zc_named_parameter *p,
                          const zc_setting *s) {
  char day[11];
  if (s->none) {
    zc_buffer_puts(b, "none");
  } else if (p->type == ZC_BOOL) {
    zc_buffer_puts(b, s->value ? "true" : "false");
  } else if (p->type == ZC_DATE) {
    zc_day_format((zc_day)s->value, day);
    zc_buffer_puts(b, day);
  } else {
    zc_buffer_int(b, s->value);
  }
  write_key(b, v, s);
  if (s->from > ZC_DAY_MIN) {
    zc_day_format(s->from, day);
    zc_buffer_printf(b, " (%s)", day);
  }
  zc_buffer_putc(b, '\n');
}

/* The values on the side's day where two days are compared, else all of them. */
static char *values_of(zc_diff *d, const zc_named_parameter *p, int side, zc_buffer *b) {
  zc_buffer_clear(b);
  for (uint32_t i = 0; i < p->setting_count; i++) {
    const zc_setting *s = &p->settings[i];
    int counts = d->days[0] == d->days[1] ||
                 (s->from <= d->days[side] && zc_setting_until(p, s) >= d->days[side] &&
                  !is_overtaken(p, s, d->days[side]));
    if (counts)
      write_setting(b, &d->regions[side].vocabulary, p, s);
  }
  const char *text = zc_buffer_text(b);
  return text ? zc_arena_copy(&d->arena, text, strlen(text)) : NULL;
}

static zc_status compare(zc_diff *d, const char *name, zc_buffer *b) {
  zc_parameter_change c = {.name = name};
  for (int side = 0; side < 2; side++) {
    const zc_named_parameter *p = find(&d->regions[side].parameters, name);
    if (!p)
      continue;
    c.label = p->label;
    c.values[side] = values_of(d, p, side, b);
    if (!c.values[side])
      return zc_report_memory(d->diag);
  }
  if (!c.values[0] || !c.values[1] || strcmp(c.values[0], c.values[1]) != 0)
    d->parameters[d->parameter_count++] = c;
  return ZC_OK;
}

zc_status zc_diff_parameters(zc_diff *diff) {
  const zc_parameter_set *old = &diff->regions[0].parameters, *now = &diff->regions[1].parameters;
  zc_buffer b = {0};
  zc_status status = ZC_OK;
  diff->parameters = zc_arena_alloc(&diff->arena, ((size_t)old->count + now->count + 1) *
                                                      sizeof *diff->parameters);
  if (!diff->parameters)
    return zc_report_memory(diff->diag);
  for (uint32_t i = 0; i < now->count && status == ZC_OK; i++)
    status = compare(diff, now->parameters[i].name, &b);
  for (uint32_t i = 0; i < old->count && status == ZC_OK; i++)
    if (!find(now, old->parameters[i].name))
      status = compare(diff, old->parameters[i].name, &b);
  zc_buffer_free(&b);
  return status;
}
