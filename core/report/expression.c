/* SPDX-License-Identifier: Apache-2.0 */
#include "report/expression.h"

#include "base/memory.h"
#include "engine/answer.h"
#include "facts/division.h"
#include "language/compile.h"
#include "logic/evaluate.h"
#include "report/mention.h"
#include "report/need.h"

static const zc_program *program_of(const zc_expression *e) {
  return e->region ? &e->region->program : &e->own;
}

zc_status zc_expression_compile(zc_expression *e, zc_region *region, const zc_vocabulary *v,
                                const char *text, zc_diagnostics *diag) {
  static const zc_source source = {.at = {.file = "eval", .line = 0}, .field = "expression"};
  *e = (zc_expression){.vocabulary = v, .region = region};
  zc_names names = region ? zc_region_names(region) : (zc_names){.vocabulary = v};
  e->node = zc_compile_any(region ? &region->program : &e->own, &names, text, &source, &e->type,
                           &e->unit, &e->enumeration, NULL, diag);
  if (e->node != ZC_NO_NODE)
    return ZC_OK;
  /* The language reports a condition of a plugin; here it is the input that is wrong. */
  return diag->worst == ZC_NO_RESOURCE ? ZC_NO_RESOURCE : ZC_BAD_INPUT;
}

void zc_expression_free(zc_expression *e) {
  zc_program_free(&e->own);
}

/* ---- trying ---- */

typedef struct trial {
  const zc_expression *e;
  const zc_expression_question *question;
  zc_facts counted;
  zc_slot *values; /* by node */
  uint8_t *marks;  /* by node: the value is computed from it */
} trial;

/* Marks the node and all that it is computed from. */
static void mark(const zc_program *p, zc_node_id node, uint8_t *marks) {
  marks[node] = 1;
  for (uint32_t i = node + 1; i-- > 0;) {
    const zc_node *n = &p->nodes[i];
    if (!marks[i])
      continue;
    for (uint32_t j = 0; n->op == ZC_OP_CALL && j < n->c; j++)
      marks[p->arguments[n->b + j]] = 1;
    for (int j = 0; n->op != ZC_OP_CALL && j < zc_op_operands(n->op); j++)
      marks[zc_op_operand(n, j)] = 1;
  }
}

static void write_word(zc_buffer *b, const zc_expression *e, int64_t value) {
  const zc_enum *words = e->enumeration >= 0 ? &e->vocabulary->enums[e->enumeration] : NULL;
  if (words && value >= 0 && value < words->count)
    zc_buffer_puts(b, words->words[value].word);
  else
    zc_buffer_int(b, value);
}

static void write_value(zc_buffer *b, const zc_expression *e, zc_slot value, zc_lang lang) {
  char text[16];
  if (value.lo != value.hi) {
    zc_buffer_puts(b, "unknown");
    return;
  }
  switch (e->type) {
  case ZC_BOOL:
    zc_buffer_puts(b, value.lo ? "true" : "false");
    break;
  case ZC_ENUM:
    write_word(b, e, value.lo);
    break;
  case ZC_DATE:
    zc_day_format((zc_day)value.lo, text);
    zc_buffer_puts(b, text);
    break;
  case ZC_INT:
    zc_buffer_int(b, value.lo);
    if (e->unit != ZC_NO_UNIT)
      zc_buffer_printf(b, " %s", zc_unit_label(e->unit, lang));
    break;
  default:
    zc_buffer_int(b, value.lo);
    break;
  }
}

static int is_read(const trial *t, uint32_t fact) {
  const zc_program *p = program_of(t->e);
  for (uint32_t i = 0; i < p->count; i++) {
    const zc_node *n = &p->nodes[i];
    if (t->marks[i] && n->a == fact && (n->op == ZC_OP_FACT || n->op == ZC_OP_GIVEN))
      return 1;
  }
  return 0;
}

/* A fact behind the value, as rules read it. */
static void write_fact(zc_buffer *b, const trial *t, uint32_t fact) {
  const zc_vocabulary *v = t->e->vocabulary;
  zc_node_id node = t->e->region ? t->e->region->fact_nodes[fact] : ZC_NO_NODE;
  zc_slot value = node != ZC_NO_NODE ? t->values[node] : t->counted.slots[fact];
  const char *text = t->counted.given[fact] ? t->counted.texts[fact] : NULL;
  zc_buffer_printf(b, "  %s = ", v->facts[fact].name);
  if (text)
    zc_buffer_puts(b, text);
  else if (value.lo == value.hi ||
           (v->facts[fact].type == ZC_DIVISION && zc_division_is_code(value)))
    zc_need_value(b, v, fact, value);
  else if (zc_open_date(&t->counted.open, fact) >= 0)
    zc_buffer_printf(b, "%lld..%lld", (long long)value.lo, (long long)value.hi);
  else
    zc_buffer_puts(b, "unknown");
  zc_buffer_putc(b, '\n');
}

static void evaluate_all(trial *t) {
  const zc_program *p = program_of(t->e);
  zc_inputs in = {.slots = t->counted.slots,
                  .given = t->counted.given,
                  .functions = t->e->region ? t->e->region->functions : NULL,
                  .as_of = t->question->as_of,
                  .strict = t->question->strict};
  for (uint32_t i = 0; i < p->count; i++)
    t->values[i] = zc_evaluate_node(p, &in, i, t->values);
}

static zc_status write_result(zc_buffer *out, trial *t, zc_diagnostics *diag) {
  const zc_program *p = program_of(t->e);
  t->values = zc_calloc(p->count, sizeof *t->values);
  t->marks = zc_calloc(p->count, 1);
  if (!t->values || !t->marks)
    return zc_report_memory(diag);
  evaluate_all(t);
  mark(p, t->e->node, t->marks);
  write_value(out, t->e, t->values[t->e->node], t->question->lang);
  zc_buffer_putc(out, '\n');
  for (uint32_t fact = 0; fact < t->e->vocabulary->fact_count; fact++)
    if (is_read(t, fact))
      write_fact(out, t, fact);
  return ZC_OK;
}

/* Months stand on the counting day of the region. */
static zc_status count_facts(trial *t, zc_diagnostics *diag) {
  const zc_facts *given = t->question->facts;
  zc_day as_of = t->question->as_of, counted_to = as_of;
  zc_status status = zc_facts_init(&t->counted, t->e->vocabulary, diag);
  if (status == ZC_OK && t->e->region) {
    zc_workspace *ws = zc_workspace_new(t->e->region);
    if (!ws)
      return zc_report_memory(diag);
    counted_to = zc_counting_day(ws, ZC_Q_ASSESS, given, as_of);
    zc_workspace_free(ws);
  }
  return status == ZC_OK ? zc_facts_count(given, as_of, counted_to, &t->counted, diag) : status;
}

zc_status zc_expression_try(zc_buffer *out, const zc_expression *e,
                            const zc_expression_question *question, zc_diagnostics *diag) {
  trial t = {.e = e, .question = question};
  zc_status status = count_facts(&t, diag);
  if (status == ZC_OK)
    status = write_result(out, &t, diag);
  zc_free(t.values);
  zc_free(t.marks);
  zc_facts_free(&t.counted);
  return status;
}
