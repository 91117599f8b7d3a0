/* SPDX-License-Identifier: Apache-2.0 */
/* What the fields of a row cannot say one by one: that operations fit their operands, that bounds
 * are bounds, that words are there. What is looked at was read before. */
#include "base/words.h"
#include "compile/parameters.h"
#include "engine/kinds.h"
#include "image/format.h"
#include "language/months.h"

#include <string.h>

/* ---- the program ---- */

typedef struct bounds {
  int64_t min, max;
} bounds;

typedef struct node_check {
  const zc_program *program;
  const zc_node *node, *a, *b, *c; /* operands; NULL where there is none */
} node_check;

static int64_t least(int64_t a, int64_t b) {
  return a < b ? a : b;
}

static int64_t most(int64_t a, int64_t b) {
  return a > b ? a : b;
}

static int is_type(const zc_node *n, uint8_t type) {
  return n->type == type;
}

static int are_bools(const node_check *k) {
  return is_type(k->node, ZC_BOOL) && is_type(k->a, ZC_BOOL) && (!k->b || is_type(k->b, ZC_BOOL));
}

static int check_fact(const zc_image_reader *r, const zc_node *n) {
  const zc_vocabulary *v = &r->region->vocabulary;
  if (n->a >= v->fact_count)
    return 0;
  const zc_fact *f = &v->facts[n->a];
  return n->op == ZC_OP_GIVEN || (n->type == f->type && n->min == f->min && n->max == f->max);
}

static int check_call(const zc_image_reader *r, const zc_node *n, zc_node_id id) {
  const zc_region *region = r->region;
  if (n->a >= region->function_count || n->c > ZC_MAX_ARGUMENTS ||
      n->b > region->program.argument_count || n->c > region->program.argument_count - n->b)
    return 0;
  for (uint32_t i = 0; i < n->c; i++)
    if (region->program.arguments[n->b + i] >= id)
      return 0;
  return n->type == region->functions[n->a].type;
}

/* The bounds of a value that is computed from its operands; 0: the operation does not fit them. The
 * operands' bounds lie within ZC_VALUE_LIMIT, so sums are safe. */
static int bounds_of(const node_check *k, bounds *out) {
  const zc_node *n = k->node, *a = k->a, *b = k->b, *c = k->c;
  switch ((zc_op)n->op) {
  case ZC_OP_DEFAULT:
    *out = (bounds){least(a->min, b->min), most(a->max, b->max)};
    return a->type == n->type && b->type == n->type && (n->imm == 0 || n->imm == 1);
  case ZC_OP_IF:
    *out = (bounds){least(b->min, c->min), most(b->max, c->max)};
    return is_type(a, ZC_BOOL) && b->type == n->type && c->type == n->type;
  case ZC_OP_ADD:
    *out = (bounds){a->min + b->min, a->max + b->max};
    return 1;
  case ZC_OP_SUB:
    *out = (bounds){a->min - b->max, a->max - b->min};
    return 1;
  case ZC_OP_MUL:
    return n->imm > 0 && !__builtin_mul_overflow(a->min, n->imm, &out->min) &&
           !__builtin_mul_overflow(a->max, n->imm, &out->max);
  case ZC_OP_DIV:
    if (n->imm <= 0 || a->min < 0)
      return 0;
    *out = (bounds){a->min / n->imm, a->max / n->imm};
    return 1;
  case ZC_OP_MIN:
    *out = (bounds){least(a->min, b->min), least(a->max, b->max)};
    return a->type == n->type && b->type == n->type;
  case ZC_OP_MAX:
    *out = (bounds){most(a->min, b->min), most(a->max, b->max)};
    return a->type == n->type && b->type == n->type;
  case ZC_OP_MONTHS:
    *out = (bounds){zc_months_between(a->max, b->min), zc_months_between(a->min, b->max)};
    return is_type(n, ZC_INT);
  case ZC_OP_ADD_MONTHS:
    *out = (bounds){zc_later_by_months(a->min, b->min), zc_later_by_months(a->max, b->max)};
    return is_type(n, ZC_DATE);
  default:
    return 0;
  }
}

/* A test is a bool, and what it asks for lies within what may come. */
static int check_test(const node_check *k) {
  const zc_node *n = k->node, *a = k->a;
  switch ((zc_op)n->op) {
  case ZC_OP_NOT:
  case ZC_OP_AND:
  case ZC_OP_OR:
    return are_bools(k);
  case ZC_OP_RANGE:
    return is_type(n, ZC_BOOL) && n->imm <= n->imm2 && n->imm >= a->min && n->imm2 <= a->max;
  case ZC_OP_SET:
    return is_type(n, ZC_BOOL) && a->min >= 0 && a->max < 64;
  case ZC_OP_KNOWN:
    return is_type(n, ZC_BOOL);
  default: /* EQ, GE */
    return is_type(n, ZC_BOOL) && is_type(k->b, a->type);
  }
}

static int check_leaf(const zc_image_reader *r, const zc_node *n, zc_node_id id) {
  switch ((zc_op)n->op) {
  case ZC_OP_CONST:
    return n->min == n->imm && n->max == n->imm;
  case ZC_OP_UNSET:
    return n->min == n->imm && n->max == n->imm2;
  case ZC_OP_AS_OF:
    return is_type(n, ZC_DATE) && n->min == ZC_DAY_MIN && n->max == ZC_DAY_MAX;
  case ZC_OP_FACT:
    return check_fact(r, n);
  case ZC_OP_GIVEN:
    return is_type(n, ZC_BOOL) && check_fact(r, n);
  case ZC_OP_CALL:
    return check_call(r, n, id);
  default:
    return 0;
  }
}

static int check_operation(const zc_image_reader *r, const node_check *k) {
  bounds b;
  switch ((zc_op)k->node->op) {
  case ZC_OP_NOT:
  case ZC_OP_AND:
  case ZC_OP_OR:
  case ZC_OP_RANGE:
  case ZC_OP_SET:
  case ZC_OP_KNOWN:
  case ZC_OP_EQ:
  case ZC_OP_GE:
    return check_test(k);
  case ZC_OP_DEFAULT:
    if (k->node->a >= r->region->vocabulary.fact_count)
      return 0;
    break;
  default:
    break;
  }
  return bounds_of(k, &b) && b.min >= k->node->min && b.max <= k->node->max;
}

/* Bounds that go with the type: evaluators shift by words and take conditions for single bits. */
static int fits_type(const zc_node *n) {
  if (n->min > n->max)
    return 0;
  if (n->type == ZC_BOOL)
    return n->min >= 0 && n->max <= 1;
  return n->type != ZC_ENUM || (n->min >= 0 && n->max < 64);
}

int zc_image_check_node(zc_image_reader *r, const void *row) {
  const zc_program *p = &r->region->program;
  node_check k = {.program = p, .node = row};
  const zc_node **operands[] = {&k.a, &k.b, &k.c};
  zc_node_id id = (zc_node_id)(k.node - p->nodes);
  if (id >= ZC_NODE_LIMIT || !fits_type(k.node))
    return 0;
  int count = zc_op_operands(k.node->op);
  for (int i = 0; i < count; i++) {
    zc_node_id operand = zc_op_operand(k.node, i);
    if (operand >= id)
      return 0;
    *operands[i] = &p->nodes[operand];
  }
  return count ? check_operation(r, &k) : check_leaf(r, k.node, id);
}

/* ---- rows ---- */

/* The vocabulary is what the plugin's tables make of it: the code that reads plugins checks them.
 */
int zc_image_check_plugin(zc_image_reader *r, const void *row) {
  const zc_region_plugin *plugin = row;
  if (!zc_is_region_id(plugin->id))
    return 0;
  zc_status status = zc_vocabulary_init(&r->region->vocabulary, plugin, NULL);
  r->is_out_of_memory = status == ZC_NO_RESOURCE;
  return status == ZC_OK;
}

/* Codes of places, or all that there are. */
static int are_codes(int64_t lo, int64_t hi) {
  return (lo == INT64_MIN && hi == INT64_MAX) ||
         (lo >= 0 && lo <= hi && hi <= INT64_C(999999999999));
}

int zc_image_check_range(zc_image_reader *r, const void *row) {
  int64_t pair[2];
  (void)r;
  memcpy(pair, row, sizeof pair);
  return are_codes(pair[0], pair[1]);
}

int zc_image_check_cite(zc_image_reader *r, const void *row) {
  const zc_cite *cite = row;
  (void)r;
  return are_codes(cite->division.lo, cite->division.hi);
}

static int is_word(zc_image_reader *r, uint32_t fact, int64_t word) {
  const zc_vocabulary *v = &r->region->vocabulary;
  return word >= -1 && word < (int64_t)v->enums[v->facts[fact].enumeration].count;
}

int zc_image_check_setting(zc_image_reader *r, const void *row) {
  const zc_setting *s = row;
  for (int key = 0; key < ZC_WORD_KEYS; key++)
    if (!is_word(r, zc_word_keys[key].fact, s->words[key]))
      return 0;
  return s->division_lo <= s->division_hi;
}

static int fits_parameter(const zc_named_parameter *p, const zc_setting *s) {
  int64_t value = s->value;
  if (p->type == ZC_BOOL && value != 0 && value != 1)
    return 0;
  if (p->type == ZC_DATE && (value < ZC_DAY_MIN || value > ZC_DAY_MAX))
    return 0;
  return s->none || zc_bound_allows(p, value);
}

int zc_image_check_parameter(zc_image_reader *r, const void *row) {
  const zc_named_parameter *p = row;
  (void)r;
  for (uint32_t i = 0; i < p->setting_count; i++)
    if (!fits_parameter(p, &p->settings[i]))
      return 0;
  return 1;
}

/* Whether the node is of the fact's type and, of words, one of its own. */
static int fits_fact(const zc_image_reader *r, const zc_fact *f, zc_node_id value) {
  const zc_program *p = &r->region->program;
  if (value >= p->count || p->nodes[value].type != f->type)
    return 0;
  return f->type != ZC_ENUM ||
         p->nodes[value].max < r->region->vocabulary.enums[f->enumeration].count;
}

int zc_image_check_mention(zc_image_reader *r, const void *row) {
  const zc_mention *m = row;
  const zc_vocabulary *v = &r->region->vocabulary;
  const zc_fact *f = &v->facts[m->fact];
  if (m->form == ZC_NEED_GE || m->form == ZC_NEED_LE || m->form == ZC_NEED_EQ)
    return fits_fact(r, f, m->value);
  if (m->form != ZC_NEED_IN)
    return 1;
  if (f->type != ZC_ENUM)
    return m->range_count > 0;
  uint32_t words = v->enums[f->enumeration].count;
  return !m->range_count && (words >= 64 || !(m->mask >> words));
}

/* The value is of the parameter's type, and whichever setting gives it is one of its own. */
int zc_image_check_use(zc_image_reader *r, const void *row) {
  const zc_parameter_use *use = row;
  const zc_named_parameter *p = &r->region->parameters.parameters[use->parameter];
  const zc_node *value = &r->region->program.nodes[use->value];
  const zc_node *setting = &r->region->program.nodes[use->setting];
  return value->type == p->type && setting->min >= 0 && setting->max <= p->setting_count;
}

/* A day that is known is one of those that can be written. */
int zc_image_check_blank(zc_image_reader *r, const void *row) {
  const zc_blank *blank = row;
  return r->region->program.nodes[blank->value].type == blank->type &&
         (blank->type == ZC_INT || blank->type == ZC_DATE);
}

static int are_sentences(const zc_sentence said[ZC_SENTENCE_LANGUAGES]) {
  for (int lang = 0; lang < ZC_SENTENCE_LANGUAGES; lang++)
    if (said[lang].count && !said[lang].rest)
      return 0;
  return 1;
}

int zc_image_check_effect(zc_image_reader *r, const void *row) {
  (void)r;
  return are_sentences(((const zc_compiled_effect *)row)->said);
}

/* A row of `assess` is a rule or a route, which has a rank. */
int zc_image_check_rule(zc_image_reader *r, const void *row) {
  const zc_compiled_rule *rule = row;
  (void)r;
  return (!rule->rule_kind || !rule->rank) && are_sentences(rule->said);
}

int zc_image_check_step(zc_image_reader *r, const void *row) {
  const zc_compiled_step *step = row;
  (void)r;
  return (!step->month == !step->day) && (!step->parameter || step->parameter->type == ZC_DATE);
}

static int is_digest(const char *text) {
  static const char name[] = "sm3:";
  size_t length = strlen(text);
  return length == sizeof name - 1 + 64 && strncmp(text, name, sizeof name - 1) == 0 &&
         strspn(text + sizeof name - 1, "0123456789abcdef") == 64;
}

static int has(zc_node_id node) {
  return node != ZC_NO_NODE;
}

/* The nodes that the verdict reads of a rule or a route. */
static int is_judged(const zc_compiled_rule *rule) {
  int judged = has(rule->gate) && has(rule->met);
  if (rule->rule_kind && !zc_rule_binds(rule))
    return judged;
  return judged && has(rule->passes) && (!rule->rule_kind || has(rule->lifted));
}

static int are_judged(const zc_region *region) {
  for (uint32_t i = 0; i < region->rule_count; i++)
    if (!is_judged(&region->rules[i]))
      return 0;
  for (uint32_t i = 0; i < region->route_count; i++)
    if (region->rules[region->routes[i]].rule_kind)
      return 0;
  return 1;
}

/* A document that names its part of the region has the codes of one. */
static int are_divisions(const zc_region *region) {
  for (uint32_t i = 0; i < region->document_count; i++)
    if (region->documents[i].division && region->document_divisions[i].lo < 0)
      return 0;
  return 1;
}

static int are_fact_nodes(const zc_image_reader *r) {
  const zc_region *region = r->region;
  for (uint32_t i = 0; i < region->vocabulary.fact_count; i++)
    if (!fits_fact(r, &region->vocabulary.facts[i], region->fact_nodes[i]))
      return 0;
  return 1;
}

int zc_image_check_region(zc_image_reader *r, const void *row) {
  const zc_region *region = row;
  return strcmp(region->id, region->plugin->id) == 0 &&
         region->version == region->plugin->version && is_digest(region->rules_digest) &&
         region->division_lo <= region->division_hi && are_fact_nodes(r) && are_judged(region) &&
         are_divisions(region) &&
         region->program.nodes[region->conversion_result].max < ZC_RESULT_COUNT;
}
