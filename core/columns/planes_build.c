/* SPDX-License-Identifier: Apache-2.0 */
/* From conditions over facts to wires. */
#include "base/assert.h"
#include "base/memory.h"
#include "columns/planes.h"
#include <string.h>

typedef struct builder {
  zc_planes *p;
  const uint8_t *given;
  zc_literal *literals; /* by node */
  uint8_t *wanted;      /* by node */
} builder;

static const zc_node *node(const builder *b, zc_node_id id) {
  return &b->p->program.nodes[id];
}

/* Room for one more item of a list. 0: out of memory. */
static int grow(void *list, uint32_t count, uint32_t *capacity, size_t size) {
  void **items = list;
  if (count < *capacity)
    return 1;
  uint32_t more = *capacity ? *capacity * 2 : 64;
  void *grown = zc_realloc(*items, more * size);
  if (!grown)
    return 0;
  *items = grown;
  *capacity = more;
  return 1;
}

/* ---- wires ---- */

static int is_same(const zc_wire *x, const zc_wire *y) {
  return x->kind == y->kind && x->a == y->a && x->b == y->b && x->c == y->c && x->lo == y->lo &&
         x->hi == y->hi;
}

/* Operands stand before their users: a run goes through the wires once, from the first. */
static int has_operands(const zc_planes *p, const zc_wire *w) {
  uint32_t count = p->wire_count, inputs = p->input_count;
  switch (w->kind) {
  case ZC_WIRE_FALSE:
  case ZC_WIRE_OPEN:
    return 1;
  case ZC_WIRE_GIVEN:
    return w->a < p->vocabulary->fact_count;
  case ZC_WIRE_AND:
    return w->a / 2 < count && w->b / 2 < count;
  case ZC_WIRE_CHOICE:
    return w->a / 2 < count && w->b / 2 < count && w->c / 2 < count;
  case ZC_WIRE_AT_LEAST:
    return w->a < inputs && w->b < inputs;
  default:
    return w->a < inputs;
  }
}

#define NO_LITERAL UINT32_MAX /* out of memory, or an operand was */

static zc_literal add_wire(builder *b, zc_wire wire) {
  zc_planes *p = b->p;
  for (uint32_t i = 0; i < p->wire_count; i++)
    if (is_same(&p->wires[i], &wire))
      return 2 * i;
  ZC_ASSERT(has_operands(p, &wire));
  if (!grow(&p->wires, p->wire_count, &p->wire_capacity, sizeof *p->wires))
    return NO_LITERAL;
  p->wires[p->wire_count] = wire;
  return 2 * p->wire_count++;
}

static zc_literal add_and(builder *b, zc_literal x, zc_literal y) {
  if (x == NO_LITERAL || y == NO_LITERAL)
    return NO_LITERAL;
  if (x > y) {
    zc_literal low = y;
    y = x;
    x = low;
  }
  if (x == ZC_LITERAL_FALSE || x == y)
    return x;
  if (x == ZC_LITERAL_TRUE)
    return y;
  return add_wire(b, (zc_wire){.kind = ZC_WIRE_AND, .a = x, .b = y});
}

static zc_literal contrary(zc_literal x) {
  return x == NO_LITERAL ? x : x == ZC_LITERAL_OPEN ? x : x ^ 1;
}

static zc_literal add_or(builder *b, zc_literal x, zc_literal y) {
  return contrary(add_and(b, contrary(x), contrary(y)));
}

static zc_literal add_choice(builder *b, zc_literal condition, zc_literal yes, zc_literal no) {
  if (condition == NO_LITERAL || yes == NO_LITERAL || no == NO_LITERAL)
    return NO_LITERAL;
  if (condition <= ZC_LITERAL_TRUE)
    return condition == ZC_LITERAL_TRUE ? yes : no;
  if (yes == no)
    return yes;
  if (yes == ZC_LITERAL_FALSE)
    return add_and(b, contrary(condition), no);
  if (no == ZC_LITERAL_FALSE)
    return add_and(b, condition, yes);
  if (yes == ZC_LITERAL_TRUE)
    return add_or(b, condition, no);
  if (no == ZC_LITERAL_TRUE)
    return add_or(b, contrary(condition), yes);
  return add_wire(b, (zc_wire){.kind = ZC_WIRE_CHOICE, .a = condition, .b = yes, .c = no});
}

/* ---- inputs ---- */

/* Lists the nodes that a computed input needs. 0: out of memory. */
static int list_needs(builder *b, zc_plane_input *input) {
  zc_planes *p = b->p;
  const zc_program *program = &p->program;
  memset(b->wanted, 0, program->count);
  b->wanted[input->node] = 1;
  for (uint32_t i = input->node + 1; i-- > 0;) {
    const zc_node *n = &program->nodes[i];
    if (!b->wanted[i])
      continue;
    if (n->op == ZC_OP_CALL)
      for (uint32_t j = 0; j < n->c; j++)
        b->wanted[program->arguments[n->b + j]] = 1;
    else
      for (int j = 0; j < zc_op_operands(n->op); j++)
        b->wanted[zc_op_operand(n, j)] = 1;
  }
  input->first = p->need_count;
  for (uint32_t i = 0; i <= input->node; i++) {
    if (!b->wanted[i])
      continue;
    if (!grow(&p->needs, p->need_count, &p->need_capacity, sizeof *p->needs))
      return 0;
    p->needs[p->need_count++] = i;
    input->count++;
  }
  return 1;
}

static uint32_t add_input(builder *b, zc_plane_input input) {
  zc_planes *p = b->p;
  for (uint32_t i = 0; i < p->input_count; i++)
    if (p->inputs[i].node == input.node)
      return i;
  if (!grow(&p->inputs, p->input_count, &p->input_capacity, sizeof *p->inputs) ||
      (input.kind == ZC_INPUT_COMPUTED && !list_needs(b, &input)))
    return UINT32_MAX;
  p->inputs[p->input_count] = input;
  return p->input_count++;
}

/* The input that a value is; UINT32_MAX: out of memory. */
static uint32_t input_of(builder *b, zc_node_id id) {
  const zc_node *n = node(b, id);
  zc_plane_input input = {.kind = ZC_INPUT_COMPUTED, .node = id, .min = n->min, .max = n->max};
  if (n->op == ZC_OP_FACT) {
    input.kind = ZC_INPUT_FACT;
    input.fact = n->a;
  } else if (n->op == ZC_OP_DIV && node(b, n->a)->op == ZC_OP_FACT) {
    input.kind = ZC_INPUT_QUOTIENT;
    input.fact = node(b, n->a)->a;
    input.divisor = n->imm;
  }
  return add_input(b, input);
}

/* Whether every test of the value is open: a parameter without a value, a fact never given. */
static int is_open(const builder *b, zc_node_id id) {
  const zc_node *n = node(b, id);
  if (n->op == ZC_OP_DIV)
    n = node(b, n->a);
  return n->op == ZC_OP_UNSET || (n->op == ZC_OP_FACT && !b->given[n->a]);
}

/* ---- tests ---- */

static zc_literal add_range(builder *b, zc_node_id of, int64_t lo, int64_t hi) {
  if (is_open(b, of))
    return ZC_LITERAL_OPEN;
  uint32_t input = input_of(b, of);
  if (input == UINT32_MAX)
    return NO_LITERAL;
  const zc_plane_input *in = &b->p->inputs[input];
  if (lo <= in->min && hi >= in->max)
    return ZC_LITERAL_TRUE;
  if (hi >= in->max)
    return add_wire(b, (zc_wire){.kind = ZC_WIRE_ABOVE, .a = input, .lo = lo - 1});
  if (lo <= in->min)
    return contrary(add_wire(b, (zc_wire){.kind = ZC_WIRE_ABOVE, .a = input, .lo = hi}));
  if (lo == hi)
    return add_wire(b, (zc_wire){.kind = ZC_WIRE_EQUAL, .a = input, .lo = lo});
  return add_wire(b, (zc_wire){.kind = ZC_WIRE_RANGE, .a = input, .lo = lo, .hi = hi});
}

/* A set of words as ranges of words that lie side by side. */
static zc_literal add_set(builder *b, const zc_node *n) {
  uint64_t mask = (uint64_t)n->imm;
  zc_literal any = ZC_LITERAL_FALSE;
  if (is_open(b, n->a))
    return ZC_LITERAL_OPEN;
  while (mask) {
    int first = __builtin_ctzll(mask);
    uint64_t above = mask >> first;
    int count = above == UINT64_MAX ? 64 : __builtin_ctzll(~above);
    any = add_or(b, any, add_range(b, n->a, first, first + count - 1));
    mask = first + count < 64 ? mask >> (first + count) << (first + count) : 0;
  }
  return any;
}

static zc_literal add_pair(builder *b, zc_node_id x, zc_node_id y) {
  uint32_t a = input_of(b, x);
  uint32_t c = input_of(b, y);
  return a == UINT32_MAX || c == UINT32_MAX
             ? NO_LITERAL
             : add_wire(b, (zc_wire){.kind = ZC_WIRE_AT_LEAST, .a = a, .b = c});
}

static zc_literal add_test_of(builder *b, zc_wire_kind kind, zc_node_id of) {
  uint32_t input = input_of(b, of);
  return input == UINT32_MAX ? NO_LITERAL : add_wire(b, (zc_wire){.kind = kind, .a = input});
}

static zc_literal literal_of(builder *b, zc_node_id id) {
  const zc_node *n = node(b, id);
  const zc_literal *l = b->literals;
  switch ((zc_op)n->op) {
  case ZC_OP_CONST:
    return n->imm ? ZC_LITERAL_TRUE : ZC_LITERAL_FALSE;
  case ZC_OP_UNSET:
    return ZC_LITERAL_OPEN;
  case ZC_OP_GIVEN:
    return add_wire(b, (zc_wire){.kind = ZC_WIRE_GIVEN, .a = n->a});
  case ZC_OP_KNOWN:
    return is_open(b, n->a) ? ZC_LITERAL_FALSE : add_test_of(b, ZC_WIRE_KNOWN, n->a);
  case ZC_OP_RANGE:
    return add_range(b, n->a, n->imm, n->imm2);
  case ZC_OP_SET:
    return add_set(b, n);
  case ZC_OP_GE:
    return add_pair(b, n->a, n->b);
  case ZC_OP_EQ: {
    zc_literal above = add_pair(b, n->a, n->b);
    return add_and(b, above, add_pair(b, n->b, n->a));
  }
  case ZC_OP_NOT:
    return contrary(l[n->a]);
  case ZC_OP_AND:
    return add_and(b, l[n->a], l[n->b]);
  case ZC_OP_OR:
    return add_or(b, l[n->a], l[n->b]);
  case ZC_OP_IF:
    return add_choice(b, l[n->a], l[n->b], l[n->c]);
  default:
    return add_range(b, id, 1, 1);
  }
}

/* Whether a condition is joined from others, not tested. */
static int is_joined(const zc_node *n) {
  return n->op == ZC_OP_NOT || n->op == ZC_OP_AND || n->op == ZC_OP_OR || n->op == ZC_OP_IF;
}

/* Marks with 2 in `reached` the conditions that outputs are joined from. */
static void reach(const builder *b, const zc_node_id *outputs, uint32_t count, uint8_t *reached) {
  for (uint32_t i = 0; i < count; i++) {
    ZC_ASSERT(outputs[i] == ZC_NO_NODE || outputs[i] < b->p->program.count);
    if (outputs[i] != ZC_NO_NODE)
      reached[outputs[i]] = 1;
  }
  for (uint32_t i = b->p->program.count; i-- > 0;)
    if (reached[i] && is_joined(node(b, i)))
      for (int j = 0; j < zc_op_operands(node(b, i)->op); j++)
        reached[zc_op_operand(node(b, i), j)] = 1;
}

static int build(builder *b, const zc_node_id *outputs, uint32_t count, const uint8_t *reached,
                 zc_literal *literals) {
  zc_literal none = add_wire(b, (zc_wire){.kind = ZC_WIRE_FALSE});
  zc_literal open = add_wire(b, (zc_wire){.kind = ZC_WIRE_OPEN});
  if (none == NO_LITERAL || open == NO_LITERAL)
    return 0;
  for (uint32_t i = 0; i < b->p->program.count; i++) {
    b->literals[i] = reached[i] ? literal_of(b, i) : ZC_LITERAL_FALSE;
    if (b->literals[i] == NO_LITERAL)
      return 0;
  }
  for (uint32_t i = 0; i < count; i++)
    literals[i] = outputs[i] == ZC_NO_NODE ? ZC_LITERAL_FALSE : b->literals[outputs[i]];
  ZC_ASSERT(none == ZC_LITERAL_FALSE && open == ZC_LITERAL_OPEN);
  return 1;
}

int zc_planes_build(zc_planes *p, const zc_vocabulary *vocabulary, const uint8_t *given,
                    const zc_node_id *outputs, uint32_t count, zc_literal *literals) {
  size_t nodes = p->program.count + 1;
  uint8_t *reached = zc_calloc(nodes, 1);
  builder b = {p, given, zc_calloc(nodes, sizeof *b.literals), zc_calloc(nodes, 1)};
  p->vocabulary = vocabulary;
  int ok = reached && b.literals && b.wanted;
  if (ok) {
    reach(&b, outputs, count, reached);
    ok = build(&b, outputs, count, reached, literals);
  }
  zc_free(reached);
  zc_free(b.literals);
  zc_free(b.wanted);
  return ok;
}

void zc_planes_free(zc_planes *p) {
  zc_program_free(&p->program);
  zc_free(p->wires);
  zc_free(p->inputs);
  zc_free(p->needs);
  *p = (zc_planes){0};
}
