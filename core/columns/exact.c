/* SPDX-License-Identifier: Apache-2.0 */
/* Rows that are asked one by one. */
#include "base/assert.h"
#include "base/bit.h"
#include "base/integers.h"
#include "columns/column_engine.h"
#include <string.h>

void zc_columns_row(const zc_column *columns, uint32_t count, size_t row, zc_facts *facts) {
  zc_facts_clear(facts);
  for (uint32_t i = 0; i < count; i++) {
    const zc_column *c = &columns[i];
    ZC_ASSERT(c->fact < facts->vocabulary->fact_count);
    if (c->known && !zc_has_bit(c->known, row))
      continue;
    facts->slots[c->fact] =
        (zc_slot){zc_integer_at(c->values, c->width, row),
                  zc_integer_at(c->highest ? c->highest : c->values, c->width, row)};
    facts->given[c->fact] = 1;
  }
}

static zc_status ask(zc_column_workspace *ws, const zc_column *columns, uint32_t count, size_t row,
                     const zc_answer **answer) {
  zc_day as_of = ws->days ? ws->days[row] : ws->engine->as_of;
  zc_columns_row(columns, count, row, &ws->facts);
  ws->facts.precision = ws->engine->precision;
  return zc_ask(ws->rows, ZC_Q_ASSESS, &ws->facts, as_of, ws->engine->strict, answer, NULL);
}

static void name_route(zc_column_workspace *ws, uint32_t row, const zc_compiled_rule *named) {
  const zc_region *r = ws->engine->region;
  uint32_t i = 0;
  while (i < r->route_count && &r->rules[r->routes[i]] != named)
    i++;
  ZC_ASSERT(i < r->route_count);
  uint64_t *plane = zc_plane_of(ws->named, i);
  if (!ws->is_named[i])
    memset(plane, 0, ZC_BLOCK_WORDS * sizeof *plane);
  ws->is_named[i] = 1;
  zc_set_bit(plane, row);
}

static void take_verdict(zc_column_workspace *ws, uint32_t row, const zc_answer *a) {
  if (a->verdict == ZC_ELIGIBLE) {
    zc_set_bit(ws->eligible, row);
    name_route(ws, row, a->route);
  } else if (a->verdict == ZC_INELIGIBLE) {
    zc_set_bit(ws->ineligible, row);
  }
  for (uint32_t i = 0; i < a->missing_count; i++)
    zc_set_bit(zc_plane_set_open(&ws->missing, a->missing[i]), row);
  if (!a->missing_exact)
    zc_set_bit(ws->missing_inexact, row);
}

/* Facts that contradict each other were found before; nothing else is refused. */
void zc_columns_exact(zc_column_workspace *ws, const zc_column *columns, uint32_t count,
                      size_t first) {
  for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++)
    for (uint64_t bits = ws->undecided[w]; bits; bits &= bits - 1) {
      uint32_t row = w * 64 + (uint32_t)__builtin_ctzll(bits);
      const zc_answer *answer = NULL;
      zc_status status = ask(ws, columns, count, first + row, &answer);
      ZC_ASSERT(status == ZC_OK);
      take_verdict(ws, row, answer);
    }
}

static void take_findings(zc_column_workspace *ws, uint32_t row, const zc_answer *a) {
  zc_plane_set *states[] = {[ZC_MET] = &ws->met,
                            [ZC_UNMET] = &ws->unmet,
                            [ZC_UNKNOWN] = &ws->unknown,
                            [ZC_WAIVED] = &ws->waived,
                            [ZC_NOT_APPLICABLE] = &ws->not_applicable};
  for (uint32_t i = 0; i < a->finding_count; i++) {
    const zc_compiled_rule *rule = a->findings[i].rule;
    ZC_ASSERT(a->findings[i].state < sizeof states / sizeof *states);
    if (rule == &zc_rule_no_edition)
      zc_set_bit(ws->no_edition, row);
    else if (rule == &zc_rule_base_track)
      zc_set_bit(ws->no_track, row);
    else
      zc_set_bit(zc_plane_set_open(states[a->findings[i].state],
                                   (uint32_t)(rule - ws->engine->region->rules)),
                 row);
  }
}

void zc_columns_by_row(zc_column_workspace *ws, const zc_column *columns, uint32_t count,
                       size_t first) {
  for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++)
    for (uint64_t bits = ws->by_row[w]; bits; bits &= bits - 1) {
      uint32_t row = w * 64 + (uint32_t)__builtin_ctzll(bits);
      const zc_answer *answer = NULL;
      if (ask(ws, columns, count, first + row, &answer) != ZC_OK) {
        zc_set_bit(ws->rejected, row);
        continue;
      }
      take_verdict(ws, row, answer);
      take_findings(ws, row, answer);
    }
}
