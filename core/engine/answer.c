/* SPDX-License-Identifier: Apache-2.0 */
/* The parts that all answers share: values, findings, missing facts, edition, effects. */
#include "base/assert.h"
#include "engine/workspace.h"
#include <string.h>

const zc_compiled_rule zc_rule_no_edition = {
    .id = "no_edition",
    .kind = "scope",
    .text = {.zh = "本地区在这一天没有适用于该问题的文件。",
             .en = "No document of this region speaks of this question on this day."},
};

static zc_mention track_mention = {.fact = ZC_F_track, .form = ZC_NEED_NONE, .value = ZC_NO_NODE};

const zc_compiled_rule zc_rule_base_track = {
    .id = "base.track",
    .kind = "scope",
    .text = {.zh = "本地区没有这一申报类别。", .en = "This region does not have this track."},
    .mentions = &track_mention,
    .mention_count = 1,
};

zc_state zc_state_of_requirement(zc_slot applies, zc_slot holds) {
  if (zc_false(applies))
    return ZC_NOT_APPLICABLE;
  if (zc_true(holds))
    return ZC_MET;
  return zc_true(applies) && zc_false(holds) ? ZC_UNMET : ZC_UNKNOWN;
}

zc_state zc_state_of_choice(zc_slot applies, zc_slot holds) {
  if (zc_false(applies))
    return ZC_NOT_APPLICABLE;
  if (!zc_true(applies))
    return ZC_UNKNOWN;
  return zc_true(holds) ? ZC_MET : zc_false(holds) ? ZC_UNMET : ZC_UNKNOWN;
}

/* Marks are taken by whoever sets them. */
static int has_no_marks(const zc_workspace *ws) {
  uint32_t all = ws->region->vocabulary.fact_count;
  uint64_t any = 0, eight;
  for (uint32_t first = 0; first < all; first += ZC_MARK_STEP) {
    memcpy(&eight, ws->marks + first, sizeof eight);
    any |= eight;
  }
  return any == 0;
}

void zc_answer_begin(zc_workspace *ws, zc_question question, const zc_inputs *in,
                     const zc_facts *counted, zc_day as_of, zc_day counted_to) {
  zc_answer *a = &ws->answer;
  ZC_ASSERT(question < ZC_Q_CALENDAR);
  ZC_ASSERT(counted->vocabulary->fact_count == ws->region->vocabulary.fact_count);
  ZC_ASSERT(has_no_marks(ws));
  zc_plan_run(&ws->whole[question], &ws->region->program, in, ws->values);
  a->question = question;
  a->as_of = as_of;
  a->counted_to = counted_to;
  a->facts = counted;
  a->values = ws->values;
  a->no_edition = 0;
  a->verdict = ZC_UNDETERMINED_VERDICT;
  a->route = NULL;
  a->result = ZC_UNDETERMINED;
  a->grassroots = -1;
  a->edition_count = a->finding_count = a->missing_count = a->assumed_count = a->effect_count = 0;
  a->missing_exact = 1;
  a->advice = NULL;
}

void zc_answer_find(zc_answer *answer, const zc_compiled_rule *rule, zc_state state) {
  ZC_ASSERT(answer->finding_count < zc_finding_limit(answer->region));
  answer->findings[answer->finding_count++] = (zc_finding){rule, state};
}

/* Few are marked, so eight at a time are looked at. */
uint32_t zc_marks_take(zc_workspace *ws, uint32_t *facts) {
  uint32_t count = 0, all = ws->region->vocabulary.fact_count;
  for (uint32_t first = 0; first < all; first += ZC_MARK_STEP) {
    uint64_t eight;
    memcpy(&eight, ws->marks + first, sizeof eight);
    for (uint32_t f = first; eight && f < first + ZC_MARK_STEP; f++)
      if (ws->marks[f])
        facts[count++] = f;
    memset(ws->marks + first, 0, ZC_MARK_STEP);
  }
  return count;
}

void zc_answer_missing(zc_workspace *ws, zc_ref verdict) {
  zc_answer *a = &ws->answer;
  ZC_ASSERT(a->missing_count == 0);
  a->missing_exact = zc_diagrams_exact(ws->diagrams) && ws->days.is_exact;
  if (!a->missing_exact)
    zc_diagrams_unknown_facts(ws->diagrams, ws->marks);
  else
    zc_diagram_support(ws->diagrams, verdict, ws->marks);
  zc_days_unmark(ws);
  a->missing_count = zc_marks_take(ws, a->missing);
}

int zc_answer_takes_day(const zc_answer *answer, uint32_t fact) {
  const zc_facts *f = answer->facts;
  return f->precision && f->vocabulary->facts[fact].type == ZC_DATE && f->given[fact] &&
         f->texts[fact];
}

/* Whether the unit is known to lie in the division. */
static int lies_in(const zc_answer *a, zc_division division) {
  zc_slot unit = a->values[a->region->fact_nodes[ZC_F_unit_division]];
  return division.lo <= unit.lo && unit.hi <= division.hi;
}

int zc_cite_holds(const zc_cite *cite, const zc_answer *a) {
  return !a || (cite->span.from <= a->as_of && a->as_of <= cite->span.until &&
                lies_in(a, cite->division));
}

/* Whether a rule binds on the day through the document that it rests on: one of a day before its
 * documents only says when they begin and end. */
static int is_bound(const zc_answer *a, const zc_compiled_rule *rule, zc_span document, int held) {
  int outlives = held || (!a->no_edition && rule->span.from >= document.from);
  return document.from <= a->as_of &&
         (a->as_of <= document.until || (outlives && document.from <= document.until));
}

/* The documents from which the findings come, in the region's order. */
static void list_edition(zc_workspace *ws, int held) {
  const zc_region *region = ws->region;
  zc_answer *a = &ws->answer;
  for (uint32_t i = 0; i < a->finding_count; i++) {
    const zc_law *law = &a->findings[i].rule->law;
    for (uint32_t j = 0; j < law->document_count; j++) {
      size_t document = (size_t)(law->documents[j] - region->documents);
      ZC_ASSERT(document < region->document_count);
      if (is_bound(a, a->findings[i].rule, law->spans[j], held) &&
          lies_in(a, region->document_divisions[document]))
        ws->document_marks[document] = 1;
    }
  }
  for (uint32_t i = 0; i < region->document_count; i++)
    if (ws->document_marks[i]) {
      a->edition[a->edition_count++] = &region->documents[i];
      ws->document_marks[i] = 0;
    }
}

static void list_effects(zc_workspace *ws) {
  const zc_region *region = ws->region;
  zc_answer *a = &ws->answer;
  for (uint32_t i = 0; i < region->effect_count; i++) {
    const zc_compiled_effect *e = &region->effects[i];
    int may_be_listed = !a->no_edition || e->law.document_count > 0;
    int fits = a->question != ZC_Q_CONVERT || (e->results >> a->result & 1);
    if (may_be_listed && fits && (e->questions >> a->question & 1) && zc_true(ws->values[e->asked]))
      a->effects[a->effect_count++] = e;
  }
}

void zc_answer_end(zc_workspace *ws, const zc_inputs *in, int held) {
  zc_answer_assumed(ws, in);
  list_edition(ws, held);
  list_effects(ws);
}

const char *zc_result_word(zc_result result) {
  /* The engine never answers "go on": the end of the rows is "undetermined". */
  static const char *const words[] = {"undetermined", "valid",   "invalid",     "reassess",
                                      "exchange",     "refused", "undetermined"};
  return words[result];
}
