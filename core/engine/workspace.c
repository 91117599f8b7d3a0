/* SPDX-License-Identifier: Apache-2.0 */
/* Makes a workspace: which nodes each question needs, which routes lift what, and room for the
 * answer. */
#include "engine/workspace.h"
#include "base/assert.h"
#include "base/memory.h"

/* Marks while a slice is gathered: by node. */
typedef struct gatherer {
  const zc_region *region;
  uint8_t *wanted;
} gatherer;

static void want(gatherer *g, zc_node_id id) {
  ZC_ASSERT(id == ZC_NO_NODE || id < g->region->program.count);
  if (id != ZC_NO_NODE)
    g->wanted[id] = 1;
}

static void want_fact(gatherer *g, uint32_t fact) {
  want(g, g->region->fact_nodes[fact]);
  want(g, g->region->derived_when[fact]);
}

static void want_mentions(gatherer *g, const zc_mention *list, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    want_fact(g, list[i].fact);
    want(g, list[i].settled);
    want(g, list[i].form == ZC_NEED_GE || list[i].form == ZC_NEED_LE || list[i].form == ZC_NEED_EQ
                ? list[i].value
                : ZC_NO_NODE);
  }
}

static void want_uses(gatherer *g, const zc_parameter_use *uses, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    want(g, uses[i].value);
    want(g, uses[i].setting);
  }
}

static void want_said(gatherer *g, const zc_sentence said[ZC_SENTENCE_LANGUAGES]) {
  for (int lang = 0; lang < ZC_SENTENCE_LANGUAGES; lang++)
    for (uint32_t i = 0; i < said[lang].count; i++)
      want(g, said[lang].blanks[i].value);
}

static void want_rules(gatherer *g, const zc_compiled_rule *rules, uint32_t count, int shown) {
  for (uint32_t i = 0; i < count; i++) {
    const zc_compiled_rule *r = &rules[i];
    want(g, r->in_force);
    want(g, r->applies);
    want(g, r->holds);
    want(g, r->lifted);
    want(g, r->passes);
    if (!shown)
      continue;
    want_mentions(g, r->mentions, r->mention_count);
    want_uses(g, r->uses, r->use_count);
    want_said(g, r->said);
    for (uint32_t j = 0; j < r->line_count; j++) {
      want(g, r->lines[j].applies);
      want(g, r->lines[j].education);
      want(g, r->lines[j].holds);
      want_mentions(g, r->lines[j].mentions, r->lines[j].mention_count);
      want_uses(g, r->lines[j].uses, r->lines[j].use_count);
    }
  }
}

static void want_effects(gatherer *g, zc_question question) {
  const zc_region *r = g->region;
  for (uint32_t i = 0; i < r->effect_count; i++) {
    if (!(r->effects[i].questions >> question & 1))
      continue;
    want(g, r->effects[i].asked);
    want_said(g, r->effects[i].said);
    for (uint32_t j = 0; j < r->effects[i].show_count; j++)
      want_fact(g, r->effects[i].shows[j]);
  }
}

/* Operands stand before their users, so one walk from the end finds all that is needed. Constants
 * are left out: they never change. */
static int gather(gatherer *g, zc_slice *slice) {
  const zc_program *p = &g->region->program;
  uint32_t count = 0;
  for (uint32_t i = p->count; i-- > 0;) {
    const zc_node *n = &p->nodes[i];
    if (!g->wanted[i])
      continue;
    count++;
    if (n->op == ZC_OP_CALL)
      for (uint32_t j = 0; j < n->c; j++)
        g->wanted[p->arguments[n->b + j]] = 1;
    else
      for (int operand = 0; operand < zc_op_operands(n->op); operand++) {
        ZC_ASSERT(zc_op_operand(n, operand) < i);
        g->wanted[zc_op_operand(n, operand)] = 1;
      }
  }
  slice->nodes = zc_calloc(count + 1, sizeof *slice->nodes);
  if (!slice->nodes)
    return 0;
  for (uint32_t i = 0; i < p->count; i++) {
    if (g->wanted[i] && p->nodes[i].op != ZC_OP_CONST)
      slice->nodes[slice->count++] = i;
    g->wanted[i] = 0;
  }
  return 1;
}

static void want_question(gatherer *g, zc_question question, int shown) {
  const zc_region *r = g->region;
  if (question == ZC_Q_ASSESS) {
    want(g, r->fact_nodes[ZC_F_track]);
    if (shown)
      want_fact(g, ZC_F_target_level); /* reports name it, whatever the rules do */
    want(g, r->passes);
    want(g, r->always_passes);
    want_rules(g, r->rules, r->rule_count, shown);
  } else if (question == ZC_Q_CONVERT) {
    want(g, r->conversion_result);
    want_rules(g, r->conversions, r->conversion_count, shown);
  } else {
    want(g, r->unit_result);
    want_rules(g, r->units, r->unit_count, shown);
  }
  if (shown)
    want_effects(g, question);
}

/* The same as a plan. */
static int gather_plan(gatherer *g, zc_plan *plan) {
  zc_slice slice = {NULL, 0};
  int ok = gather(g, &slice) && zc_plan_make(plan, &g->region->program, slice.nodes, slice.count);
  zc_free(slice.nodes);
  return ok;
}

static int make_slices(zc_workspace *ws) {
  gatherer g = {ws->region, zc_calloc(ws->region->program.count + 1, 1)};
  int ok = g.wanted != NULL;
  if (ok) {
    for (int q = 0; q < ZC_Q_CALENDAR; q++)
      want(&g, ws->region->counting_days[q]);
    ok = gather(&g, &ws->counting_nodes) &&
         zc_plan_make(&ws->counting, &ws->region->program, ws->counting_nodes.nodes,
                      ws->counting_nodes.count);
  }
  for (int q = 0; ok && q < ZC_Q_CALENDAR; q++) {
    want_question(&g, (zc_question)q, 0);
    ok = gather(&g, &ws->deciding[q]);
    if (!ok)
      break;
    want_question(&g, (zc_question)q, 1);
    ok = gather_plan(&g, &ws->whole[q]);
  }
  zc_free(g.wanted);
  return ok;
}

/* Constants are computed once, here. */
static void set_constants(zc_workspace *ws) {
  const zc_program *p = &ws->region->program;
  for (uint32_t i = 0; i < p->count; i++)
    if (p->nodes[i].op == ZC_OP_CONST)
      ws->values[i] = (zc_slot){p->nodes[i].imm, p->nodes[i].imm};
}

static int make_room(zc_workspace *ws) {
  const zc_region *r = ws->region;
  uint32_t facts = r->vocabulary.fact_count + 1;
  zc_answer *a = &ws->answer;
  ws->values = zc_calloc(r->program.count + 1, sizeof *ws->values);
  ws->marks = zc_calloc(facts + ZC_MARK_STEP, 1);
  ws->document_marks = zc_calloc(r->document_count + 1, 1);
  a->edition = zc_calloc(r->document_count + 1, sizeof(zc_document *));
  a->findings = zc_calloc(zc_finding_limit(r), sizeof *a->findings);
  a->missing = zc_calloc(facts, sizeof *a->missing);
  a->assumed = zc_calloc(facts, sizeof *a->assumed);
  a->effects = zc_calloc(r->effect_count + 1, sizeof(zc_compiled_effect *));
  return ws->values && ws->marks && ws->document_marks && a->edition && a->findings && a->missing &&
         a->assumed && a->effects;
}

zc_workspace *zc_workspace_new(const zc_region *region) {
  zc_workspace *ws = zc_calloc(1, sizeof *ws);
  if (!ws)
    return NULL;
  ws->region = region;
  ws->answer.region = region;
  ws->diagrams = zc_diagrams_new(&region->program, &region->vocabulary);
  if (!ws->diagrams || zc_facts_init(&ws->counted, &region->vocabulary, NULL) != ZC_OK ||
      zc_facts_init(&ws->doubted, &region->vocabulary, NULL) != ZC_OK || !make_room(ws) ||
      !make_slices(ws) || !zc_assuming_make(ws) || !zc_days_make(ws)) {
    zc_workspace_free(ws);
    return NULL;
  }
  set_constants(ws);
  ws->days.is_exact = 1;
  return ws;
}

void zc_workspace_skip_assumed(zc_workspace *ws, int skips) {
  ws->skips_assumed = skips;
}

void zc_workspace_free(zc_workspace *ws) {
  if (!ws)
    return;
  zc_diagrams_free(ws->diagrams);
  zc_facts_free(&ws->counted);
  zc_facts_free(&ws->doubted);
  zc_plan_free(&ws->counting);
  zc_free(ws->counting_nodes.nodes);
  zc_days_free(ws);
  for (int q = 0; q < ZC_Q_CALENDAR; q++) {
    zc_plan_free(&ws->whole[q]);
    zc_free(ws->deciding[q].nodes);
  }
  zc_assuming_free(ws);
  zc_free(ws->values);
  zc_free(ws->marks);
  zc_free(ws->document_marks);
  zc_free(ws->answer.edition);
  zc_free(ws->answer.findings);
  zc_free(ws->answer.missing);
  zc_free(ws->answer.assumed);
  zc_free(ws->answer.effects);
  zc_free(ws);
}
