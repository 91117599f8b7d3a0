/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng eval: one condition or expression, its value, and the facts that it reads. */
#include "commands/run.h"
#include "language/compile.h"
#include "logic/evaluate.h"
#include "report/mention.h"
#include "report/need.h"

/* What an expression is compiled into: the region's own program, so that names mean what they mean
 * in its rules, or, without a region, an empty one over the facts as given. */
typedef struct scope {
  zc_run *run;
  const zc_vocabulary *vocabulary;
  zc_region *region; /* or NULL */
  zc_program *program;
  zc_facts given, counted;
  zc_day as_of;
} scope;

typedef struct expression {
  zc_node_id node;
  zc_type type;
  zc_unit unit;
  int32_t enumeration;
} expression;

static zc_status compile(scope *s, const char *text, expression *out) {
  static const zc_source source = {.at = {.file = "eval", .line = 0}, .field = "expression"};
  zc_names names = s->region ? zc_region_names(s->region) : (zc_names){.vocabulary = s->vocabulary};
  out->node = zc_compile_any(s->program, &names, text, &source, &out->type, &out->unit,
                             &out->enumeration, &s->run->diag);
  if (out->node != ZC_NO_NODE)
    return ZC_OK;
  /* The language reports a condition of a plugin; here it is the input that is wrong. */
  return s->run->diag.worst == ZC_NO_RESOURCE ? ZC_NO_RESOURCE : ZC_BAD_INPUT;
}

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

static void write_word(zc_buffer *b, const scope *s, const expression *e, int64_t value) {
  const zc_enum *words = e->enumeration >= 0 ? &s->vocabulary->enums[e->enumeration] : NULL;
  if (words && value >= 0 && value < words->count)
    zc_buffer_puts(b, words->words[value].word);
  else
    zc_buffer_int(b, value);
}

static void write_value(zc_buffer *b, const scope *s, const expression *e, zc_slot value) {
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
    write_word(b, s, e, value.lo);
    break;
  case ZC_DATE:
    zc_day_format((zc_day)value.lo, text);
    zc_buffer_puts(b, text);
    break;
  case ZC_INT:
    zc_buffer_int(b, value.lo);
    if (e->unit != ZC_NO_UNIT)
      zc_buffer_printf(b, " %s", zc_unit_label(e->unit, s->run->lang));
    break;
  default:
    zc_buffer_int(b, value.lo);
    break;
  }
}

static zc_slot fact_value(const scope *s, uint32_t fact, const zc_slot *values) {
  zc_node_id node = s->region ? s->region->fact_nodes[fact] : ZC_NO_NODE;
  return node != ZC_NO_NODE ? values[node] : s->counted.slots[fact];
}

/* The facts behind the value, as rules read them. */
static void write_facts(zc_buffer *b, const scope *s, const uint8_t *marks, const zc_slot *values) {
  const zc_vocabulary *v = s->vocabulary;
  for (uint32_t f = 0; f < v->fact_count; f++) {
    int read = 0;
    for (uint32_t i = 0; i < s->program->count && !read; i++) {
      const zc_node *n = &s->program->nodes[i];
      read = marks[i] && n->a == f && (n->op == ZC_OP_FACT || n->op == ZC_OP_GIVEN);
    }
    if (read) {
      zc_slot value = fact_value(s, f, values);
      const char *text = s->counted.given[f] ? s->counted.texts[f] : NULL;
      zc_buffer_printf(b, "  %s = ", v->facts[f].name);
      if (text)
        zc_buffer_puts(b, text);
      else if (value.lo == value.hi ||
               (v->facts[f].type == ZC_DIVISION && zc_division_is_code(value)))
        zc_need_value(b, v, f, value);
      else
        zc_buffer_puts(b, "unknown");
      zc_buffer_putc(b, '\n');
    }
  }
}

static void evaluate_all(const scope *s, zc_slot *values) {
  zc_inputs in = {.slots = s->counted.slots,
                  .given = s->counted.given,
                  .functions = s->region ? s->region->functions : NULL,
                  .as_of = s->as_of,
                  .strict = s->run->options.strict};
  for (uint32_t i = 0; i < s->program->count; i++)
    values[i] = zc_evaluate_node(s->program, &in, i, values);
}

static zc_status write_result(scope *s, const expression *e) {
  zc_slot *values = zc_calloc(s->program->count, sizeof *values);
  uint8_t *marks = zc_calloc(s->program->count, 1);
  zc_buffer out = {0};
  zc_status status = ZC_OK;
  if (!values || !marks) {
    status = zc_report_memory(&s->run->diag);
  } else {
    evaluate_all(s, values);
    mark(s->program, e->node, marks);
    write_value(&out, s, e, values[e->node]);
    zc_buffer_putc(&out, '\n');
    write_facts(&out, s, marks, values);
    status = zc_run_write(s->run, &out);
  }
  zc_buffer_free(&out);
  zc_free(marks);
  zc_free(values);
  return status;
}

/* Months stand on the counting day of the region. */
static zc_status count_facts(scope *s) {
  zc_day counted_to = s->as_of;
  zc_status status = zc_facts_init(&s->counted, s->vocabulary, &s->run->diag);
  if (status == ZC_OK && s->region) {
    zc_workspace *ws = zc_workspace_new(s->region);
    if (!ws)
      return zc_report_memory(&s->run->diag);
    counted_to = zc_counting_day(ws, &s->given, s->as_of);
    zc_workspace_free(ws);
  }
  return status == ZC_OK
             ? zc_facts_count(&s->given, s->as_of, counted_to, &s->counted, &s->run->diag)
             : status;
}

static zc_status evaluate(scope *s) {
  expression e = {0};
  zc_status status = zc_run_as_of(s->run, &s->as_of);
  zc_status facts = zc_run_facts(s->run, s->vocabulary, &s->given);
  zc_status compiled = compile(s, s->run->options.operands[0], &e);
  status = facts > status ? facts : status;
  status = compiled > status ? compiled : status;
  if (status == ZC_OK)
    status = count_facts(s);
  if (status == ZC_OK)
    status = write_result(s, &e);
  zc_facts_free(&s->counted);
  zc_facts_free(&s->given);
  return status;
}

static zc_status evaluate_in_region(zc_run *run) {
  zc_host host = {0};
  zc_region *region = NULL;
  zc_status status = zc_run_region(run, &host, &region);
  if (status == ZC_OK) {
    scope s = {.run = run,
               .vocabulary = &region->vocabulary,
               .region = region,
               .program = &region->program};
    status = evaluate(&s);
  }
  zc_host_close(&host);
  return status;
}

static zc_status evaluate_alone(zc_run *run) {
  zc_vocabulary shared = {0};
  zc_program program = {0};
  zc_status status = zc_vocabulary_init(&shared, NULL, &run->diag);
  if (status == ZC_OK) {
    scope s = {.run = run, .vocabulary = &shared, .program = &program};
    status = evaluate(&s);
  }
  zc_program_free(&program);
  zc_vocabulary_free(&shared);
  return status;
}

zc_status zc_command_eval(zc_run *run) {
  if (run->options.operand_count != 1) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "eval 要一个表达式（用引号括起），给了 %u 个；见 zhicheng eval --help",
                     "eval takes one expression, in quotes; %u were given; see zhicheng eval "
                     "--help",
                     run->options.operand_count);
  }
  return run->options.region ? evaluate_in_region(run) : evaluate_alone(run);
}
