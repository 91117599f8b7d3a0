/* SPDX-License-Identifier: Apache-2.0 */
#include "advice/advice.h"
#include "advice/advisor.h"
#include "base/memory.h"
#include <string.h>

zc_advisor *zc_advisor_new(const zc_region *region) {
  uint32_t facts = region->vocabulary.fact_count + 1;
  zc_advisor *a = zc_calloc(1, sizeof *a);
  if (!a)
    return NULL;
  a->region = region;
  a->workspace = zc_workspace_new(region);
  a->drawing = zc_workspace_new(region);
  a->days = zc_calloc(ZC_WAITING_DAYS, 1);
  a->costs = zc_calloc(ZC_DIAGRAM_LIMIT, 1);
  a->cost_room = ZC_DIAGRAM_LIMIT;
  a->edition = zc_calloc(region->document_count + 1, sizeof *a->edition);
  a->deciding = zc_calloc(facts, sizeof *a->deciding);
  a->slots = zc_calloc(facts, sizeof *a->slots);
  a->given = zc_calloc(facts, 1);
  if (!a->workspace || !a->drawing || !a->days || !a->costs || !a->edition || !a->deciding ||
      !a->slots || !a->given || zc_facts_init(&a->facts, &region->vocabulary, NULL) != ZC_OK) {
    zc_advisor_free(a);
    return NULL;
  }
  zc_workspace_skip_assumed(a->workspace, 1);
  zc_workspace_skip_assumed(a->drawing, 1);
  return a;
}

void zc_advisor_free(zc_advisor *a) {
  if (!a)
    return;
  zc_workspace_free(a->workspace);
  zc_workspace_free(a->drawing);
  zc_facts_free(&a->facts);
  zc_free(a->days);
  zc_free(a->costs);
  zc_free(a->edition);
  zc_free(a->deciding);
  zc_free(a->slots);
  zc_free(a->given);
  zc_free(a);
}

/* Among the parameters, how many have a value on record and how many of those are national. */
static void count_sources(const zc_answer *answer, const zc_parameter_use *uses, uint32_t count,
                          uint32_t *known, uint32_t *national) {
  for (uint32_t i = 0; i < count; i++) {
    const zc_named_parameter *p = &answer->region->parameters.parameters[uses[i].parameter];
    zc_slot setting = answer->values[uses[i].setting];
    if (setting.lo != setting.hi || setting.lo >= (int64_t)p->setting_count)
      continue;
    ++*known;
    *national += strcmp(p->settings[setting.lo].source, ZC_NATIONAL_PRACTICE) == 0;
  }
}

int zc_is_national(const zc_answer *answer) {
  const zc_compiled_rule *route = answer->route;
  uint32_t known = 0, national = 0;
  count_sources(answer, route->uses, route->use_count, &known, &national);
  for (uint32_t i = 0; i < route->line_count; i++)
    if (answer->values[route->lines[i].holds].lo == 1) {
      count_sources(answer, route->lines[i].uses, route->lines[i].use_count, &known, &national);
      break; /* the line that answers show */
    }
  return known ? national > 0 : strncmp(route->id, "base.", 5) == 0;
}

const zc_advice *zc_advise(zc_advisor *a, zc_workspace *ws, const zc_facts *given, int strict) {
  const zc_answer *answer = &ws->answer;
  memset(&a->advice, 0, sizeof a->advice);
  a->advice.next_fact = zc_no_next_fact;
  if (answer->question == ZC_Q_ASSESS && answer->verdict == ZC_INELIGIBLE) {
    zc_advise_waiting(a, given, answer, strict, &a->advice);
    zc_advise_changes(a, given, answer, strict, &a->advice);
  } else if (answer->question == ZC_Q_ASSESS && answer->verdict == ZC_UNDETERMINED_VERDICT) {
    a->advice.next_fact = zc_next_fact_find(a->drawing, answer, strict);
  }
  ws->answer.advice = &a->advice;
  return &a->advice;
}

const zc_advice *zc_advise_in_full(zc_advisor *a, zc_workspace *ws, const zc_facts *given,
                                   int strict) {
  zc_advise(a, ws, given, strict);
  if (ws->answer.question == ZC_Q_ASSESS && ws->answer.verdict != ZC_ELIGIBLE) {
    zc_other_tracks_ask(a->workspace, given, &ws->answer, strict, &a->facts, &a->others);
    a->advice.others = &a->others;
  }
  return &a->advice;
}
