/* SPDX-License-Identifier: Apache-2.0 */
/* Rows and their conditions; what the cases show of them. */
#include "testing/conditions.h"

#include "base/memory.h"
#include "engine/workspace.h"
#include "language/outline.h"

#include <string.h>

const char *zc_shown_word(unsigned bit, zc_lang lang) {
  static const char *const words[ZC_SHOWN_KINDS][2] = {
      {"true", "为真"},
      {"false", "为假"},
      {"unknown", "未知"},
      {"decisive while true", "为真时单独决定结果"},
      {"decisive while false", "为假时单独决定结果"}};
  for (int i = 0; i < ZC_SHOWN_KINDS; i++)
    if (bit == 1u << i)
      return words[i][lang == ZC_LANG_ZH];
  return "";
}

unsigned zc_condition_lacks(const zc_condition *c) {
  unsigned asked = ZC_SHOWN_TRUE | ZC_SHOWN_FALSE | ZC_SHOWN_UNKNOWN;
  if (!c->field)
    return 0;
  if (c->kind == ZC_CONDITION_LEAF && !c->inner)
    asked = ZC_SHOWN_ALL;
  return asked & c->possible & ~(unsigned)c->shown;
}

/* ---- listing ---- */

static zc_condition_row *add_row(zc_conditions *c, zc_question question, const char *id,
                                 const char *kind, zc_place at) {
  if (c->row_count == c->row_capacity) {
    uint32_t capacity = c->row_capacity == 0 ? 128 : c->row_capacity * 2;
    zc_condition_row *rows = zc_realloc(c->rows, capacity * sizeof *rows);
    if (!rows) {
      c->failed = 1;
      return NULL;
    }
    c->rows = rows;
    c->row_capacity = capacity;
  }
  zc_condition_row *row = &c->rows[c->row_count++];
  *row = (zc_condition_row){.question = question, .id = id, .kind = kind, .at = at};
  return row;
}

static zc_node_id both(zc_conditions *c, zc_op op, zc_node_id a, zc_node_id b) {
  zc_node_id node = zc_node_binary(&c->region->program, op, a, b);
  c->failed |= node == ZC_NO_NODE;
  return node;
}

static zc_node_id no(zc_conditions *c, zc_node_id a) {
  zc_node_id node = zc_node_unary(&c->region->program, ZC_OP_NOT, a, 0);
  c->failed |= node == ZC_NO_NODE;
  return node;
}

static zc_node_id constant(zc_conditions *c, int64_t value) {
  zc_node_id node = zc_node_const(&c->region->program, ZC_BOOL, value);
  c->failed |= node == ZC_NO_NODE;
  return node;
}

static void list_rules(zc_conditions *c) {
  const zc_region *r = c->region;
  for (uint32_t i = 0; i < r->rule_count && !c->failed; i++) {
    const zc_compiled_rule *rule = &r->rules[i];
    zc_condition_row *row = add_row(c, ZC_Q_ASSESS, rule->id, rule->kind, rule->at);
    if (row) {
      row->rule = rule;
      row->gate = rule->gate;
      zc_condition_trees(c, row);
    }
  }
}

/* Whether a row of `convert` decides where it applies. */
static zc_node_id decides(zc_conditions *c, const zc_compiled_rule *row) {
  return (row->kept != ZC_GO_ON) == (row->otherwise != ZC_GO_ON)
             ? constant(c, row->kept != ZC_GO_ON)
         : row->kept != ZC_GO_ON ? row->holds
                                 : no(c, row->holds);
}

/* The days on which the question has an edition: some row's document is in force. */
static zc_node_id edition(zc_conditions *c, const zc_compiled_rule *rows, uint32_t count) {
  zc_program *p = &c->region->program;
  zc_node_id any = constant(c, 0);
  for (uint32_t i = 0; i < count; i++) {
    if (rows[i].law.document_count > 0) {
      any = both(c, ZC_OP_OR, any,
                 zc_node_range(p, zc_node_as_of(p), rows[i].span.from, rows[i].span.until));
    }
  }
  return any;
}

/* A row is looked at where no earlier one decides. */
static void list_rows(zc_conditions *c, zc_question question, const zc_compiled_rule *rows,
                      uint32_t count) {
  zc_node_id reached = edition(c, rows, count);
  if (!zc_rows_answer(rows, count))
    return; /* national rows alone answer nothing */
  for (uint32_t i = 0; i < count && !c->failed; i++) {
    zc_condition_row *row = add_row(c, question, rows[i].id, rows[i].kind, rows[i].at);
    if (!row)
      return;
    row->rule = &rows[i];
    row->gate = both(c, ZC_OP_AND, rows[i].in_force, reached);
    zc_condition_trees(c, row);
    zc_node_id decided = both(c, ZC_OP_AND, rows[i].applies,
                              question == ZC_Q_UNIT ? constant(c, 1) : decides(c, &rows[i]));
    reached = both(c, ZC_OP_AND, reached, no(c, decided));
  }
}

static void list_effects(zc_conditions *c) {
  const zc_region *r = c->region;
  for (uint32_t i = 0; i < r->effect_count && !c->failed; i++) {
    const zc_compiled_effect *effect = &r->effects[i];
    zc_question question = effect->questions & ZC_ASSESS    ? ZC_Q_ASSESS
                           : effect->questions & ZC_CONVERT ? ZC_Q_CONVERT
                                                            : ZC_Q_UNIT;
    zc_condition_row *row = add_row(c, question, effect->row->id, "effect", effect->row->at);
    if (row) {
      row->effect = effect;
      row->gate = effect->gate;
      zc_condition_trees(c, row);
    }
  }
}

int zc_conditions_list(zc_conditions *c, zc_region *region) {
  memset(c, 0, sizeof *c);
  c->region = region;
  c->names = zc_region_names(region);
  c->outline = zc_arena_alloc(&c->arena, sizeof *c->outline);
  c->failed = c->outline == NULL;
  if (!c->failed) {
    list_rules(c);
    list_rows(c, ZC_Q_CONVERT, region->conversions, region->conversion_count);
    list_rows(c, ZC_Q_UNIT, region->units, region->unit_count);
    list_effects(c);
  }
  c->values = zc_calloc((size_t)region->program.count + 1, sizeof *c->values);
  c->all = zc_calloc((size_t)region->program.count + 1, sizeof *c->all);
  c->results = zc_calloc((size_t)c->count + 1, sizeof *c->results);
  c->failed |= !c->values || !c->all || !c->results;
  for (uint32_t i = 0; !c->failed && i < region->program.count; i++)
    c->all[i] = i;
  return !c->failed;
}

void zc_conditions_free(zc_conditions *c) {
  zc_free(c->list);
  zc_free(c->rows);
  zc_free(c->values);
  zc_free(c->all);
  zc_free(c->results);
  zc_arena_free(&c->arena);
}

/* ---- cases ---- */

static zc_slot result_at(const zc_conditions *c, uint32_t index) {
  return index == ZC_NO_CONDITION ? (zc_slot){1, 1} : c->results[index];
}

static zc_slot combine(const zc_conditions *c, const zc_condition *condition) {
  zc_slot a = result_at(c, condition->a);
  zc_slot b = result_at(c, condition->b);
  zc_slot d = result_at(c, condition->c);
  switch ((zc_condition_kind)condition->kind) {
  case ZC_CONDITION_NOT:
    return zc_not(a);
  case ZC_CONDITION_AND:
    return zc_and(a, b);
  case ZC_CONDITION_OR:
    return zc_or(a, b);
  default:
    return zc_true(a) ? b : zc_false(a) ? d : b.lo == d.lo && b.hi == d.hi ? b : (zc_slot){0, 1};
  }
}

/* The row's state with the leaf `forced` at a value; ZC_NO_CONDITION: as it stands. */
static int state_with(zc_conditions *c, const zc_condition_row *row, uint32_t forced,
                      int64_t value) {
  for (uint32_t i = row->first; i < row->first + row->count; i++) {
    const zc_condition *condition = &c->list[i];
    c->results[i] = i == forced                            ? (zc_slot){value, value}
                    : condition->kind == ZC_CONDITION_LEAF ? c->values[condition->node]
                                                           : combine(c, condition);
  }
  return zc_condition_state(row, c->values[row->gate], result_at(c, row->when),
                            result_at(c, row->holds));
}

static void add_leaf(zc_conditions *c, const zc_condition_row *row, uint32_t index) {
  zc_condition *leaf = &c->list[index];
  zc_slot value = c->values[leaf->node];
  int decides = !leaf->inner && state_with(c, row, index, 1) != state_with(c, row, index, 0);
  if (decides && value.lo == value.hi)
    leaf->shown |= value.lo != 0 ? ZC_DECIDED_TRUE : ZC_DECIDED_FALSE;
}

static void add_case(zc_conditions *c, const zc_condition_row *row) {
  for (uint32_t i = row->first; i < row->first + row->count; i++)
    if (c->list[i].kind == ZC_CONDITION_LEAF)
      add_leaf(c, row, i);
  state_with(c, row, ZC_NO_CONDITION, 0);
  for (uint32_t i = row->first; i < row->first + row->count; i++) {
    zc_slot result = c->results[i];
    c->list[i].shown |= zc_true(result)    ? ZC_SHOWN_TRUE
                        : zc_false(result) ? ZC_SHOWN_FALSE
                                           : ZC_SHOWN_UNKNOWN;
  }
}

/* Where the day has no edition an answer shows what holds all the same: rules that always bind, and
 * effects of documents. */
static int is_seen(const zc_condition_row *row, const zc_answer *answer) {
  if (!answer->no_edition)
    return 1;
  if (row->effect)
    return row->effect->law.document_count > 0;
  return (row->rule->flags & ZC_BINDS_ALWAYS) && row->rule->law.document_count > 0;
}

void zc_conditions_add(zc_conditions *c, const zc_answer *answer, int strict) {
  const zc_region *region = c->region;
  zc_inputs in = {
      answer->facts->slots, answer->facts->given, region->functions, answer->as_of, strict,
      &answer->facts->open};
  zc_evaluate(&region->program, &in, c->all, region->program.count, c->values);
  for (uint32_t i = 0; i < c->row_count; i++) {
    const zc_condition_row *row = &c->rows[i];
    int asked = row->effect ? (int)(row->effect->questions >> answer->question & 1)
                            : row->question == answer->question;
    if (asked && is_seen(row, answer) && zc_true(c->values[row->gate]))
      add_case(c, row);
  }
}
