/* SPDX-License-Identifier: Apache-2.0 */
#include "compare/path_ask.h"

#include <string.h>

zc_status zc_asker_open(zc_asker *a, const zc_shared_person *person, const zc_region *region,
                        zc_day as_of, int strict, zc_diagnostics *diag) {
  const zc_answer *answer = NULL;
  *a = (zc_asker){.region = region, .as_of = as_of, .strict = strict, .diag = diag};
  a->ws = zc_workspace_new(region);
  if (!a->ws)
    return zc_report_memory(diag);
  zc_workspace_skip_assumed(a->ws, 1);
  zc_status status = zc_shared_person_in(person, &region->vocabulary, &a->facts, diag);
  /* Whether the facts agree with one another is looked at here; later days need not. */
  if (status == ZC_OK)
    status = zc_ask(a->ws, ZC_Q_CONVERT, &a->facts, as_of, strict, &answer, diag);
  if (status == ZC_OK)
    a->since = zc_last_counting_day(a->ws, ZC_Q_CONVERT, &a->facts, as_of);
  return status;
}

void zc_asker_close(zc_asker *a) {
  zc_facts_free(&a->facts);
  zc_workspace_free(a->ws);
  *a = (zc_asker){0};
}

/* ---- the destination as the present unit ---- */

static void forget(zc_facts *f, uint32_t fact) {
  const zc_fact *row = &f->vocabulary->facts[fact];
  f->slots[fact] = (zc_slot){row->min, row->max};
  f->given[fact] = 0;
  f->texts[fact] = NULL;
}

void zc_asker_arrive(zc_asker *a) {
  static const char unit[] = "unit_";
  zc_facts *f = &a->facts;
  for (uint32_t i = 0; i < f->vocabulary->fact_count; i++)
    if (strncmp(f->vocabulary->facts[i].name, unit, sizeof unit - 1) == 0)
      forget(f, i);
  forget(f, ZC_F_urban_unit);
  for (size_t i = 0; i < ZC_ARRIVALS; i++) {
    uint32_t from = zc_arrivals[i].destination;
    uint32_t to = zc_arrivals[i].unit;
    f->slots[to] = f->slots[from];
    f->given[to] = f->given[from];
    f->texts[to] = f->texts[from];
  }
}

uint32_t zc_asker_origin(uint32_t fact) {
  for (size_t i = 0; i < ZC_ARRIVALS; i++)
    if (zc_arrivals[i].unit == fact)
      return zc_arrivals[i].destination;
  return fact;
}

/* ---- asking ---- */

const zc_answer *zc_asker_ask(zc_asker *a, const char *purpose, const char *track, zc_day day) {
  zc_slot held = a->facts.slots[ZC_F_held_title_track];
  uint8_t given = a->facts.given[ZC_F_held_title_track];
  zc_status status = zc_facts_put_shared(&a->facts, ZC_F_purpose, purpose, a->diag);
  if (status == ZC_OK && track)
    status = zc_facts_put_shared(&a->facts, ZC_F_held_title_track, track, a->diag);
  if (status != ZC_OK)
    return NULL;
  const zc_answer *answer =
      zc_ask_later(a->ws, ZC_Q_CONVERT, &a->facts, a->as_of, a->since, day, a->strict);
  a->facts.slots[ZC_F_held_title_track] = held;
  a->facts.given[ZC_F_held_title_track] = given;
  return answer;
}

static int decides(const zc_answer *answer, const zc_finding *finding) {
  const zc_compiled_rule *rule = finding->rule;
  return (finding->state == ZC_MET && rule->kept == answer->result) ||
         (finding->state == ZC_UNMET && rule->otherwise == answer->result);
}

const zc_compiled_rule *zc_deciding_rule(const zc_answer *answer) {
  const zc_compiled_rule *unknown = NULL;
  /* Rows that are open each by itself may agree on the answer; one with a clause tells more. */
  for (uint32_t i = 0; i < answer->finding_count; i++) {
    const zc_finding *finding = &answer->findings[i];
    if (decides(answer, finding))
      return finding->rule;
    if (finding->state == ZC_UNKNOWN &&
        (!unknown || (unknown->law.clause_count == 0 && finding->rule->law.clause_count > 0)))
      unknown = finding->rule;
  }
  return unknown;
}
