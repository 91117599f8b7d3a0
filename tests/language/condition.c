/* SPDX-License-Identifier: Apache-2.0 */
#include "condition.h"
#include "facts/division.h"
#include "logic/evaluate.h"
#include "tests.h"
#include <stdlib.h>
#include <string.h>

#define ANYWHERE .from = ZC_DAY_MIN, .division_lo = 0, .division_hi = INT64_MAX

static zc_setting tenure[] = {
    {ANYWHERE, .words = {-1, 4, 4, -1}, .value = 48},
    {.from = 19723, .division_hi = INT64_MAX, .words = {-1, 5, -1, -1}, .none = 1},
    {ANYWHERE, .words = {-1, 5, -1, -1}, .value = 60},
};
static zc_setting early_service[] = {
    {.from = ZC_DAY_MIN,
     .division_lo = 451229000000,
     .division_hi = 451229999999,
     .words = {-1, -1, -1, -1},
     .value = 3},
    {ANYWHERE, .words = {-1, -1, -1, -1}, .value = 2},
};
static zc_named_parameter parameters[] = {
    {.name = "tenure",
     .type = ZC_INT,
     .unit = ZC_MONTH,
     .keys = ZC_KEY_LEVEL | ZC_KEY_EDUCATION,
     .settings = tenure,
     .setting_count = 3},
    {.name = "early_service",
     .type = ZC_INT,
     .keys = ZC_KEY_DIVISION,
     .settings = early_service,
     .setting_count = 2},
    {.name = "open_until", .type = ZC_DATE, .optional = 1},
};
static const zc_parameter_set parameter_set = {parameters, 3};

static zc_value score(const zc_value *arguments, uint32_t count) {
  if (count != 1 || !arguments[0].known)
    return (zc_value){0, 0, 0};
  return (zc_value){arguments[0].value - 10, 1, 0};
}
static const zc_function functions[] = {{.name = "test.score",
                                         .reads = "exam_score",
                                         .type = ZC_INT,
                                         .unit = ZC_POINT,
                                         .max = 990,
                                         .call = score}};

void zc_condition_begin(zc_condition *c) {
  memset(c, 0, sizeof *c);
  CU_ASSERT_EQUAL_FATAL(zc_vocabulary_init(&c->vocabulary, NULL, &c->diag), ZC_OK);
  c->names = (zc_names){.vocabulary = &c->vocabulary,
                        .parameters = &parameter_set,
                        .functions = functions,
                        .function_count = 1,
                        .region_id = "test",
                        .division_lo = 450000000000,
                        .division_hi = 459999999999};
  c->mentions.arena = &c->arena;
}

void zc_condition_end(zc_condition *c) {
  zc_arena_free(&c->arena);
  zc_program_free(&c->program);
  zc_diagnostics_free(&c->diag);
  zc_vocabulary_free(&c->vocabulary);
}

zc_node_id zc_condition_compiled(zc_condition *c, const char *text) {
  zc_node_id node = zc_compile(&c->program, &c->names, text, ZC_BOOL, ZC_NO_UNIT, -1, NULL,
                               &c->mentions, &c->diag);
  if (node == ZC_NO_NODE)
    printf("\n%s", zc_diagnostics_text(&c->diag));
  CU_ASSERT_NOT_EQUAL_FATAL(node, ZC_NO_NODE);
  return node;
}

static zc_slot read_value(const zc_vocabulary *v, uint32_t fact, const char *text) {
  zc_day day = 0;
  zc_division division = {0, 0};
  int64_t value = 0;
  switch (v->facts[fact].type) {
  case ZC_BOOL:
    value = strcmp(text, "true") == 0;
    break;
  case ZC_DATE:
    CU_ASSERT_EQUAL_FATAL(zc_day_parse(text, &day), 0);
    value = day;
    break;
  case ZC_ENUM:
    value = zc_fact_word(v, fact, text, strlen(text));
    CU_ASSERT_FATAL(value >= 0);
    break;
  case ZC_DIVISION:
    CU_ASSERT_EQUAL_FATAL(zc_division_parse(text, strlen(text), &division), 0);
    return (zc_slot){division.lo, division.hi};
  default:
    value = atoll(text);
    break;
  }
  return (zc_slot){value, value};
}

static void read_facts(const zc_vocabulary *v, const char *facts, zc_slot *slots, uint8_t *given) {
  char text[512];
  for (uint32_t i = 0; i < v->fact_count; i++)
    slots[i] = (zc_slot){v->facts[i].min, v->facts[i].max};
  CU_ASSERT_FATAL(strlen(facts) < sizeof text);
  strcpy(text, facts);
  for (char *pair = strtok(text, " "); pair; pair = strtok(NULL, " ")) {
    char *value = strchr(pair, '=');
    CU_ASSERT_PTR_NOT_NULL_FATAL(value);
    int32_t fact = zc_fact_find(v, pair, (size_t)(value - pair));
    CU_ASSERT_FATAL(fact >= 0);
    slots[fact] = read_value(v, (uint32_t)fact, value + 1);
    given[fact] = 1;
  }
}

static zc_slot evaluate(const zc_condition *c, zc_node_id node, const char *facts) {
  zc_slot *slots = zc_calloc(c->vocabulary.fact_count, sizeof *slots);
  uint8_t *given = zc_calloc(c->vocabulary.fact_count, 1);
  zc_slot *values = zc_calloc(c->program.count, sizeof *values);
  CU_ASSERT_FATAL(slots && given && values);
  read_facts(&c->vocabulary, facts, slots, given);
  zc_inputs in = {.slots = slots,
                  .given = given,
                  .functions = c->names.functions,
                  .as_of = zc_day_of(2024, 6, 29)};
  for (zc_node_id i = 0; i <= node; i++)
    values[i] = zc_evaluate_node(&c->program, &in, i, values);
  zc_slot value = values[node];
  zc_free(slots);
  zc_free(given);
  zc_free(values);
  return value;
}

static void show_end(const zc_condition *c, zc_type type, int32_t enumeration, int64_t value,
                     char out[64]) {
  if (type == ZC_DATE)
    zc_day_format((zc_day)value, out);
  else if (type == ZC_ENUM && enumeration >= 0)
    snprintf(out, 64, "%s", c->vocabulary.enums[enumeration].words[value].word);
  else
    snprintf(out, 64, "%lld", (long long)value);
}

static const char *show(const zc_condition *c, zc_type type, int32_t enumeration, zc_slot v) {
  static char out[160];
  char lo[64], hi[64];
  if (type == ZC_BOOL)
    return v.lo ? "true" : v.hi ? "unknown" : "false";
  show_end(c, type, enumeration, v.lo, lo);
  show_end(c, type, enumeration, v.hi, hi);
  snprintf(out, sizeof out, "%s%s%s", lo, v.lo == v.hi ? "" : "..", v.lo == v.hi ? "" : hi);
  return out;
}

const char *zc_condition_value(zc_condition *c, zc_node_id node, const char *facts) {
  return show(c, (zc_type)c->program.nodes[node].type, -1, evaluate(c, node, facts));
}

void zc_expect_value(const char *text, const char *facts, const char *value) {
  zc_condition c;
  zc_type type;
  zc_unit unit;
  int32_t enumeration;
  zc_condition_begin(&c);
  zc_node_id node =
      zc_compile_any(&c.program, &c.names, text, NULL, &type, &unit, &enumeration, NULL, &c.diag);
  const char *got = node == ZC_NO_NODE ? zc_diagnostics_text(&c.diag)
                                       : show(&c, type, enumeration, evaluate(&c, node, facts));
  if (strcmp(got, value) != 0)
    printf("\n%s\n  with %s\n  wanted: %s\n  got:    %s\n", text, facts, value, got);
  CU_ASSERT_STRING_EQUAL(got, value);
  zc_condition_end(&c);
}

/* The length of the last line: the caret stands at its end. */
static size_t caret_column(const char *message) {
  const char *end = message + strlen(message);
  if (end > message && end[-1] == '\n')
    end--;
  const char *start = end;
  while (start > message && start[-1] != '\n')
    start--;
  return end > start && end[-1] == '^' ? (size_t)(end - start) : 0;
}

void zc_expect_error(const char *text, uint32_t column, const char *message) {
  enum { INDENT = 4 };
  zc_condition c;
  char wanted[512];
  zc_condition_begin(&c);
  zc_node_id node =
      zc_compile(&c.program, &c.names, text, ZC_BOOL, ZC_NO_UNIT, -1, NULL, NULL, &c.diag);
  CU_ASSERT_EQUAL(node, ZC_NO_NODE);
  CU_ASSERT_EQUAL(c.diag.errors, 1);
  const char *got = zc_diagnostics_text(&c.diag);
  snprintf(wanted, sizeof wanted, "column %u: %s\n    ", column, message);
  int right = strstr(got, wanted) && caret_column(got) == INDENT + column;
  if (!right)
    printf("\n%s\n  wanted: %s  got: %s\n", text, wanted, got);
  CU_ASSERT(right);
  zc_condition_end(&c);
}
