/* SPDX-License-Identifier: Apache-2.0 */
#include "report/ruling.h"
#include "base/bit.h"
#include "report/report.h"
#include <string.h>

/* A plane that nobody opened has no bits. */
static int is_set(const uint64_t *plane, uint32_t i) {
  return plane && zc_has_bit(plane, i);
}

/* A list as text, or as a JSON array. */
typedef struct list {
  zc_buffer *out;
  int json;
  const char *separator;
} list;

static void add(list *l, const char *name) {
  zc_buffer_puts(l->out, l->separator);
  if (l->json)
    zc_buffer_json(l->out, name);
  else
    zc_buffer_puts(l->out, name);
  l->separator = l->json ? "," : " ";
}

static void add_unmet(list *l, const zc_ruling *r) {
  if (r->base_track == ZC_UNMET)
    add(l, "base.track");
  for (uint32_t i = 0; i < r->region->rule_count; i++)
    if (is_set(r->states[ZC_UNMET], i))
      add(l, r->region->rules[i].id);
}

static void add_missing(list *l, const zc_ruling *r) {
  const zc_vocabulary *v = &r->region->vocabulary;
  for (uint32_t i = 0; i < v->fact_count; i++)
    if (is_set(r->missing, i))
      add(l, v->facts[i].name);
}

static void add_finding(list *l, const char *rule, int state) {
  add(l, rule);
  zc_buffer_putc(l->out, '=');
  zc_buffer_puts(l->out, zc_state_word((zc_state)state));
}

static void add_findings(list *l, const zc_ruling *r) {
  if (r->base_track >= 0)
    add_finding(l, "base.track", r->base_track);
  if (r->no_edition)
    add_finding(l, "no_edition", ZC_UNKNOWN);
  for (uint32_t i = 0; i < r->region->rule_count; i++)
    for (int state = 0; state < ZC_RULING_STATES; state++)
      if (is_set(r->states[state], i))
        add_finding(l, r->region->rules[i].id, state);
}

static const char *mode_of(const zc_ruling *r) {
  return r->route ? zc_mode_word(r->route->mode) : NULL;
}

void zc_ruling_field(zc_buffer *out, const zc_ruling *r, zc_ruling_part part) {
  list l = {.out = out, .separator = ""};
  switch (part) {
  case ZC_RULING_VERDICT:
    zc_buffer_puts(out, zc_verdict_word(r->verdict));
    break;
  case ZC_RULING_MODE:
    zc_buffer_puts(out, r->route ? mode_of(r) : "");
    break;
  case ZC_RULING_ROUTE:
    zc_buffer_puts(out, r->route ? r->route->id : "");
    break;
  case ZC_RULING_UNMET:
    add_unmet(&l, r);
    break;
  case ZC_RULING_MISSING:
    add_missing(&l, r);
    if (!r->missing_exact)
      add(&l, "...");
    break;
  case ZC_RULING_DIGEST:
    zc_buffer_puts(out, r->region->digest);
    break;
  default:
    add_findings(&l, r);
  }
}

/* None of the fields has a comma, a quote or a line's end: ids are made of letters, digits, dots
 * and underscores. */
void zc_ruling_csv(zc_buffer *out, const zc_ruling *r, uint32_t fields) {
  for (uint32_t i = 0; i < fields; i++) {
    zc_buffer_putc(out, ',');
    zc_ruling_field(out, r, (zc_ruling_part)i);
  }
  zc_buffer_putc(out, '\n');
}

static void add_member(zc_buffer *out, const char *name, const char *text) {
  zc_buffer_printf(out, "\"%s\":", name);
  zc_buffer_json(out, text);
  zc_buffer_putc(out, ',');
}

void zc_ruling_json(zc_buffer *out, const zc_ruling *r) {
  list l = {.out = out, .json = 1, .separator = ""};
  add_member(out, "verdict", zc_verdict_word(r->verdict));
  add_member(out, "mode", mode_of(r));
  add_member(out, "route", r->route ? r->route->id : NULL);
  zc_buffer_puts(out, "\"unmet\":[");
  add_unmet(&l, r);
  zc_buffer_puts(out, "],\"missing\":[");
  l.separator = "";
  add_missing(&l, r);
  zc_buffer_printf(out, "],\"missing_exact\":%s,\"digest\":", r->missing_exact ? "true" : "false");
  zc_buffer_json(out, r->region->digest);
}
