/* SPDX-License-Identifier: Apache-2.0 */
/* The outcome where the counting day hangs on facts that are not known: one diagram a day, joined
 * by the diagram that says which day it is. */
#include "base/assert.h"
#include "base/memory.h"
#include "engine/workspace.h"

int zc_days_make(zc_workspace *ws) {
  zc_days *d = &ws->days;
  for (uint32_t i = 0; i <= ZC_MAX_DAYS; i++)
    if (!(d->values[i] = zc_calloc((size_t)ws->region->program.count + 1, sizeof **d->values)))
      return 0;
  for (uint32_t i = 0; i < ZC_MAX_DAYS; i++)
    if (zc_facts_init(&d->facts[i], &ws->region->vocabulary, NULL) != ZC_OK)
      return 0;
  return 1;
}

void zc_days_free(zc_workspace *ws) {
  for (uint32_t i = 0; i <= ZC_MAX_DAYS; i++)
    zc_free(ws->days.values[i]);
  for (uint32_t i = 0; i < ZC_MAX_DAYS; i++)
    zc_facts_free(&ws->days.facts[i]);
}

void zc_days_unmark(zc_workspace *ws) {
  const zc_days *d = &ws->days;
  for (uint32_t f = 0; d->count && f < ws->region->vocabulary.fact_count; f++)
    if (d->facts[0].slots[f].lo == d->facts[0].slots[f].hi)
      ws->marks[f] = 0;
}

/* Constants stand in no list: they are taken over. */
static void evaluate(const zc_workspace *ws, zc_sight *sight, zc_inputs in, zc_slot *values,
                     const zc_slice *slice) {
  const zc_program *p = &ws->region->program;
  for (uint32_t i = 0; i < p->count; i++)
    values[i] = ws->values[i];
  zc_evaluate(p, &in, slice->nodes, slice->count, values);
  *sight = (zc_sight){in, values, slice->nodes, slice->count};
}

/* Of too many days: whatever the months between the first and the last. */
static zc_ref draw_between(zc_workspace *ws, const zc_inputs *in,
                           zc_ref (*draw)(zc_workspace *ws, const zc_inputs *in)) {
  const zc_slice *slice = &ws->deciding[ws->answer.question];
  zc_diagrams_begin(ws->diagrams, in, ws->values, slice->nodes, slice->count);
  return draw(ws, in);
}

zc_ref zc_days_draw(zc_workspace *ws, const zc_inputs *in,
                    zc_ref (*draw)(zc_workspace *ws, const zc_inputs *in)) {
  zc_days *days = &ws->days;
  if (!days->is_exact)
    return draw_between(ws, in, draw);
  zc_question question = ws->answer.question;
  uint32_t count = days->count;
  for (uint32_t i = 0; i < count; i++) {
    zc_inputs on_day = *in;
    on_day.slots = days->facts[i].slots;
    on_day.given = days->facts[i].given;
    on_day.open = &days->facts[i].open;
    evaluate(ws, &days->sights[i], on_day, days->values[i], &ws->deciding[question]);
    days->tests[i] = (zc_node){.op = ZC_OP_RANGE, .imm = days->items[i], .imm2 = days->items[i]};
  }
  zc_inputs as_given = {days->given->slots, days->given->given, in->functions, in->as_of, 0, NULL};
  evaluate(ws, &days->sights[count], as_given, days->values[count], &ws->counting_nodes);
  zc_diagrams_begin_all(ws->diagrams, days->sights, count + 1);
  zc_diagrams_see(ws->diagrams, &days->sights[count].in, days->values[count]);
  zc_ref day = zc_diagram_of(ws->diagrams, ws->region->counting_days[question]), all = 0;
  for (uint32_t i = count; i-- > 0;) {
    zc_diagrams_see(ws->diagrams, &days->sights[i].in, days->values[i]);
    zc_ref one = draw(ws, &days->sights[i].in);
    zc_ref is_it = zc_diagram_test(ws->diagrams, &days->tests[i], day);
    all = i + 1 == count ? one : zc_diagram_if(ws->diagrams, is_it, one, all);
  }
  return all;
}
