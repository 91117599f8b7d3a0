/* SPDX-License-Identifier: Apache-2.0 */
/* Builders fold. A second program gets the same nodes without any folding, and both must agree: on
 * known facts exactly, on unknown ones the folded value lies within the other. */
#include "language/node.h"
#include "logic/evaluate.h"
#include "tests.h"
#include <inttypes.h>
#include <string.h>

enum { NUMBERS = 4, CONDITIONS = 4, FACTS = NUMBERS + CONDITIONS, STEPS = 40, ROUNDS = 3000 };

static uint64_t state;

static uint32_t draw(uint32_t below) {
  state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (uint32_t)(state >> 33) % below;
}

/* Facts 0..3 are numbers from 0 to 30 (the last from 100 to 130), facts 4..7 conditions. */
static zc_slot fact_range(uint32_t fact) {
  return fact >= NUMBERS ? (zc_slot){0, 1} : fact == 3 ? (zc_slot){100, 130} : (zc_slot){0, 30};
}

/* The same value in both programs. */
typedef struct pair {
  zc_node_id folded, plain;
} pair;

typedef struct twins {
  zc_program folded;
  zc_node plain[1024];
  uint32_t plain_count;
  pair numbers[STEPS + 8], conditions[STEPS + 8];
  uint32_t number_count, condition_count;
} twins;

static zc_node_id add_plain(twins *t, zc_node n) {
  CU_ASSERT_FATAL(t->plain_count < 1024);
  t->plain[t->plain_count] = n;
  return t->plain_count++;
}

static void add_pair(twins *t, zc_type type, zc_node_id folded, zc_node plain) {
  CU_ASSERT_NOT_EQUAL_FATAL(folded, ZC_NO_NODE);
  pair made = {folded, add_plain(t, plain)};
  if (type == ZC_BOOL)
    t->conditions[t->condition_count++] = made;
  else
    t->numbers[t->number_count++] = made;
}

static void add_leaves(twins *t) {
  for (uint32_t f = 0; f < FACTS; f++) {
    zc_slot r = fact_range(f);
    zc_type type = f < NUMBERS ? ZC_INT : ZC_BOOL;
    add_pair(t, type, zc_node_fact(&t->folded, type, f, r.lo, r.hi),
             (zc_node){.op = ZC_OP_FACT, .a = f});
  }
  for (int64_t v = 3; v < 30; v += 9)
    add_pair(t, ZC_INT, zc_node_const(&t->folded, ZC_INT, v),
             (zc_node){.op = ZC_OP_CONST, .imm = v});
}

static void add_test(twins *t) {
  pair x = t->numbers[draw(t->number_count)], y = t->numbers[draw(t->number_count)];
  int64_t lo = (int64_t)draw(80) - 20, hi = lo + draw(40);
  switch (draw(4)) {
  case 0:
    add_pair(t, ZC_BOOL, zc_node_range(&t->folded, x.folded, lo, hi),
             (zc_node){.op = ZC_OP_RANGE, .a = x.plain, .imm = lo, .imm2 = hi});
    break;
  case 1:
    add_pair(t, ZC_BOOL, zc_node_binary(&t->folded, ZC_OP_GE, x.folded, y.folded),
             (zc_node){.op = ZC_OP_GE, .a = x.plain, .b = y.plain});
    break;
  case 2:
    add_pair(t, ZC_BOOL, zc_node_binary(&t->folded, ZC_OP_EQ, x.folded, y.folded),
             (zc_node){.op = ZC_OP_EQ, .a = x.plain, .b = y.plain});
    break;
  default: {
    uint64_t mask = ((uint64_t)draw(UINT32_MAX) << 20) ^ draw(UINT32_MAX);
    pair fact = t->numbers[draw(3)];
    add_pair(t, ZC_BOOL, zc_node_set(&t->folded, fact.folded, mask),
             (zc_node){.op = ZC_OP_SET, .a = fact.plain, .imm = (int64_t)mask});
  }
  }
}

static void add_logic(twins *t) {
  pair x = t->conditions[draw(t->condition_count)], y = t->conditions[draw(t->condition_count)],
       z = t->conditions[draw(t->condition_count)];
  switch (draw(4)) {
  case 0:
    add_pair(t, ZC_BOOL, zc_node_unary(&t->folded, ZC_OP_NOT, x.folded, 0),
             (zc_node){.op = ZC_OP_NOT, .a = x.plain});
    break;
  case 1:
    add_pair(t, ZC_BOOL, zc_node_binary(&t->folded, ZC_OP_AND, x.folded, y.folded),
             (zc_node){.op = ZC_OP_AND, .a = x.plain, .b = y.plain});
    break;
  case 2:
    add_pair(t, ZC_BOOL, zc_node_binary(&t->folded, ZC_OP_OR, x.folded, y.folded),
             (zc_node){.op = ZC_OP_OR, .a = x.plain, .b = y.plain});
    break;
  default:
    add_pair(t, ZC_BOOL, zc_node_if(&t->folded, x.folded, y.folded, z.folded),
             (zc_node){.op = ZC_OP_IF, .a = x.plain, .b = y.plain, .c = z.plain});
  }
}

static void add_number(twins *t) {
  static const zc_op ops[] = {ZC_OP_ADD, ZC_OP_SUB, ZC_OP_MIN, ZC_OP_MAX};
  pair x = t->numbers[draw(t->number_count)], y = t->numbers[draw(t->number_count)];
  pair c = t->conditions[draw(t->condition_count)], fact = t->numbers[draw(NUMBERS)];
  uint32_t kind = draw(7);
  int64_t factor = 1 + draw(4);
  if (kind < 4)
    add_pair(t, ZC_INT, zc_node_binary(&t->folded, ops[kind], x.folded, y.folded),
             (zc_node){.op = (uint8_t)ops[kind], .a = x.plain, .b = y.plain});
  else if (kind == 4)
    add_pair(t, ZC_INT, zc_node_unary(&t->folded, ZC_OP_MUL, fact.folded, factor),
             (zc_node){.op = ZC_OP_MUL, .a = fact.plain, .imm = factor});
  else if (kind == 5)
    add_pair(t, ZC_INT, zc_node_unary(&t->folded, ZC_OP_DIV, fact.folded, factor),
             (zc_node){.op = ZC_OP_DIV, .a = fact.plain, .imm = factor});
  else
    add_pair(t, ZC_INT, zc_node_if(&t->folded, c.folded, x.folded, y.folded),
             (zc_node){.op = ZC_OP_IF, .a = c.plain, .b = x.plain, .c = y.plain});
}

static void grow_twins(twins *t) {
  memset(t, 0, sizeof *t);
  add_leaves(t);
  for (int i = 0; i < STEPS; i++) {
    uint32_t kind = draw(3);
    if (kind == 0)
      add_test(t);
    else if (kind == 1)
      add_logic(t);
    else
      add_number(t);
  }
}

static void draw_facts(zc_slot slots[FACTS], int all_known) {
  for (uint32_t f = 0; f < FACTS; f++) {
    zc_slot r = fact_range(f);
    uint32_t width = (uint32_t)(r.hi - r.lo) + 1;
    int64_t a = r.lo + draw(width), b = r.lo + draw(width);
    uint32_t kind = all_known ? 0 : draw(3);
    slots[f] = kind == 0   ? (zc_slot){a, a}
               : kind == 1 ? (zc_slot){a < b ? a : b, a < b ? b : a}
                           : r;
  }
}

static void evaluate_plain(const twins *t, const zc_inputs *in, zc_slot *values) {
  zc_program plain = {0};
  zc_node nodes[1024];
  memcpy(nodes, t->plain, t->plain_count * sizeof *nodes);
  plain.nodes = nodes;
  for (uint32_t i = 0; i < t->plain_count; i++)
    values[i] = zc_evaluate_node(&plain, in, i, values);
}

static int agrees(const char *what, zc_slot folded, zc_slot plain, int all_known) {
  int right = all_known ? folded.lo == plain.lo && folded.hi == plain.hi
                        : folded.lo >= plain.lo && folded.hi <= plain.hi;
  if (!right)
    printf("\n%s: folded %" PRId64 "..%" PRId64 ", as asked for %" PRId64 "..%" PRId64 "\n", what,
           folded.lo, folded.hi, plain.lo, plain.hi);
  return right;
}

static int compare_twins(const twins *t, const zc_inputs *in, int all_known) {
  zc_slot folded[2048], plain[1024];
  CU_ASSERT_FATAL(t->folded.count <= 2048);
  for (zc_node_id i = 0; i < t->folded.count; i++) {
    folded[i] = zc_evaluate_node(&t->folded, in, i, folded);
    if (folded[i].lo < t->folded.nodes[i].min || folded[i].hi > t->folded.nodes[i].max)
      return 0; /* outside the bounds that the node carries */
  }
  evaluate_plain(t, in, plain);
  for (uint32_t i = 0; i < t->number_count; i++)
    if (!agrees("number", folded[t->numbers[i].folded], plain[t->numbers[i].plain], all_known))
      return 0;
  for (uint32_t i = 0; i < t->condition_count; i++)
    if (!agrees("condition", folded[t->conditions[i].folded], plain[t->conditions[i].plain],
                all_known))
      return 0;
  return 1;
}

static void folding_agrees(void) {
  static twins t;
  state = 20240629;
  for (int round = 0; round < ROUNDS; round++) {
    zc_slot slots[FACTS];
    const uint8_t given[FACTS] = {0};
    zc_inputs in = {.slots = slots, .given = given};
    grow_twins(&t);
    int right = 1;
    for (int i = 0; i < 4 && right; i++) {
      draw_facts(slots, i < 2);
      right = compare_twins(&t, &in, i < 2);
    }
    zc_program_free(&t.folded);
    if (!right)
      printf("round %d\n", round);
    CU_ASSERT_FATAL(right);
  }
}

/* ---- single rules ---- */

static zc_program p;

static zc_node_id number(uint32_t fact) {
  return zc_node_fact(&p, ZC_INT, fact, 0, 1200);
}

static zc_node_id truth(uint32_t fact) {
  return zc_node_fact(&p, ZC_BOOL, fact, 0, 1);
}

static zc_op op_of(zc_node_id id) {
  return (zc_op)p.nodes[id].op;
}

static int is_const(zc_node_id id, int64_t value) {
  return op_of(id) == ZC_OP_CONST && p.nodes[id].imm == value;
}

static int is_range(zc_node_id id, zc_node_id of, int64_t lo, int64_t hi) {
  const zc_node *n = &p.nodes[id];
  return n->op == ZC_OP_RANGE && n->a == of && n->imm == lo && n->imm2 == hi;
}

static void equal_nodes(void) {
  zc_node_id a = truth(0), b = truth(1);
  CU_ASSERT_EQUAL(truth(0), a);
  CU_ASSERT_EQUAL(zc_node_binary(&p, ZC_OP_AND, a, b), zc_node_binary(&p, ZC_OP_AND, b, a));
  CU_ASSERT_EQUAL(zc_node_binary(&p, ZC_OP_AND, a, a), a);
  CU_ASSERT_EQUAL(zc_node_binary(&p, ZC_OP_OR, a, a), a);
  const zc_node_id arguments[2] = {a, b}, other[2] = {b, a};
  zc_node_id call = zc_node_call(&p, ZC_INT, 0, arguments, 2, 0, 9);
  uint32_t kept = p.argument_count;
  CU_ASSERT_EQUAL(zc_node_call(&p, ZC_INT, 0, arguments, 2, 0, 9), call);
  CU_ASSERT_EQUAL(p.argument_count, kept);
  CU_ASSERT_NOT_EQUAL(zc_node_call(&p, ZC_INT, 0, other, 2, 0, 9), call);
  CU_ASSERT_NOT_EQUAL(zc_node_call(&p, ZC_INT, 1, arguments, 2, 0, 9), call);
  zc_program_free(&p);
}

static void logic_folds(void) {
  zc_node_id a = truth(0), yes = zc_node_bool(&p, 1), no = zc_node_bool(&p, 0);
  CU_ASSERT_EQUAL(zc_node_binary(&p, ZC_OP_AND, a, yes), a);
  CU_ASSERT_EQUAL(zc_node_binary(&p, ZC_OP_AND, no, a), no);
  CU_ASSERT_EQUAL(zc_node_binary(&p, ZC_OP_OR, a, no), a);
  CU_ASSERT_EQUAL(zc_node_binary(&p, ZC_OP_OR, yes, a), yes);
  zc_node_id not_a = zc_node_unary(&p, ZC_OP_NOT, a, 0);
  CU_ASSERT_EQUAL(zc_node_unary(&p, ZC_OP_NOT, not_a, 0), a);
  CU_ASSERT_EQUAL(zc_node_if(&p, yes, a, not_a), a);
  CU_ASSERT_EQUAL(zc_node_if(&p, a, yes, no), a);
  CU_ASSERT_EQUAL(zc_node_if(&p, a, no, yes), not_a);
  CU_ASSERT_EQUAL(zc_node_if(&p, not_a, number(1), number(2)),
                  zc_node_if(&p, a, number(2), number(1)));
  CU_ASSERT_EQUAL(zc_node_if(&p, a, number(1), number(1)), number(1));
  zc_program_free(&p);
}

static void tests_fold(void) {
  zc_node_id x = number(0), c48 = zc_node_const(&p, ZC_INT, 48);
  CU_ASSERT(is_range(zc_node_binary(&p, ZC_OP_GE, x, c48), x, 48, 1200));
  CU_ASSERT(is_range(zc_node_binary(&p, ZC_OP_GE, c48, x), x, 0, 48));
  CU_ASSERT(is_range(zc_node_binary(&p, ZC_OP_EQ, c48, x), x, 48, 48));
  CU_ASSERT(is_const(zc_node_range(&p, x, 0, 5000), 1));
  CU_ASSERT(is_const(zc_node_range(&p, x, 1201, 5000), 0));
  CU_ASSERT(is_const(zc_node_range(&p, x, 5, 4), 0));
  CU_ASSERT(is_range(zc_node_range(&p, zc_node_binary(&p, ZC_OP_ADD, c48, x), 60, 90), x, 12, 42));
  CU_ASSERT(is_range(zc_node_range(&p, zc_node_binary(&p, ZC_OP_SUB, c48, x), 0, 12), x, 36, 48));
  CU_ASSERT(is_range(zc_node_range(&p, zc_node_unary(&p, ZC_OP_MUL, x, 12), 30, 60), x, 3, 5));
  CU_ASSERT(is_const(zc_node_range(&p, zc_node_unary(&p, ZC_OP_MUL, x, 12), 30, 31), 0));
  CU_ASSERT(is_range(zc_node_range(&p, zc_node_unary(&p, ZC_OP_DIV, x, 12), 2, 3), x, 24, 47));
  zc_node_id at_least = zc_node_range(&p, x, 48, 1200), at_most = zc_node_range(&p, x, 0, 60);
  CU_ASSERT(is_range(zc_node_binary(&p, ZC_OP_AND, at_least, at_most), x, 48, 60));
  CU_ASSERT(is_const(zc_node_binary(&p, ZC_OP_OR, at_least, at_most), 1));
  CU_ASSERT(is_range(zc_node_unary(&p, ZC_OP_NOT, at_least, 0), x, 0, 47));
  zc_program_free(&p);
}

static void sets_fold(void) {
  zc_node_id x = zc_node_fact(&p, ZC_ENUM, 0, 0, 6);
  CU_ASSERT(is_range(zc_node_set(&p, x, 0x1c), x, 2, 4));
  CU_ASSERT(is_const(zc_node_set(&p, x, 0x7f), 1));
  CU_ASSERT(is_const(zc_node_set(&p, x, 0x80), 0));
  zc_node_id odd = zc_node_set(&p, x, 0x2a);
  CU_ASSERT_EQUAL(op_of(odd), ZC_OP_SET);
  zc_node_id even = zc_node_unary(&p, ZC_OP_NOT, odd, 0);
  CU_ASSERT_EQUAL(op_of(even), ZC_OP_SET);
  CU_ASSERT_EQUAL((uint64_t)p.nodes[even].imm, 0x55);
  zc_node_id widest = zc_node_fact(&p, ZC_ENUM, 1, 0, 63);
  CU_ASSERT(is_const(zc_node_set(&p, widest, UINT64_MAX), 1));
  CU_ASSERT(is_range(zc_node_set(&p, widest, UINT64_C(1) << 63), widest, 63, 63));
  zc_program_free(&p);
}

static void choices_fold(void) {
  zc_node_id c = truth(0);
  zc_node_id floor =
      zc_node_if(&p, c, zc_node_const(&p, ZC_INT, 48), zc_node_const(&p, ZC_INT, 60));
  CU_ASSERT_EQUAL(zc_node_range(&p, floor, 0, 50), c);
  CU_ASSERT_EQUAL(zc_node_range(&p, floor, 50, 90), zc_node_unary(&p, ZC_OP_NOT, c, 0));
  CU_ASSERT(is_const(zc_node_range(&p, floor, 50, 55), 0));
  zc_program_free(&p);
}

static void defaults(void) {
  zc_node_id raw = zc_node_fact(&p, ZC_DIVISION, 0, 100000000000, 999999999999);
  zc_node_id region = zc_node_unset(&p, ZC_DIVISION, 450000000000, 459999999999);
  zc_node_id assumed = zc_node_default(&p, 0, raw, region, 1);
  const zc_slot unknown = {100000000000, 999999999999}, given = {451229000000, 451229999999};
  zc_slot values[16];
  zc_inputs in = {.slots = &unknown, .given = (const uint8_t[]){0}};
  for (zc_node_id i = 0; i < p.count; i++)
    values[i] = zc_evaluate_node(&p, &in, i, values);
  CU_ASSERT_EQUAL(values[assumed].lo, 450000000000);
  CU_ASSERT_EQUAL(values[assumed].hi, 459999999999);
  in = (zc_inputs){.slots = &given, .given = (const uint8_t[]){1}};
  for (zc_node_id i = 0; i < p.count; i++)
    values[i] = zc_evaluate_node(&p, &in, i, values);
  CU_ASSERT_EQUAL(values[assumed].lo, given.lo);
  CU_ASSERT_EQUAL(values[assumed].hi, given.hi);
  CU_ASSERT_EQUAL(zc_node_default(&p, 0, raw, raw, 1), raw);
  zc_program_free(&p);
}

static void refusals(void) {
  zc_node_id x = number(0), large = zc_node_const(&p, ZC_INT, ZC_VALUE_LIMIT);
  CU_ASSERT_EQUAL(zc_node_binary(&p, ZC_OP_ADD, large, x), ZC_NO_NODE);
  CU_ASSERT_EQUAL(zc_node_unary(&p, ZC_OP_MUL, large, 2), ZC_NO_NODE);
  CU_ASSERT_EQUAL(zc_node_unary(&p, ZC_OP_MUL, large, INT64_MAX), ZC_NO_NODE);
  CU_ASSERT_EQUAL(zc_node_unary(&p, ZC_OP_MUL, x, 0), ZC_NO_NODE);
  CU_ASSERT_EQUAL(zc_node_unary(&p, ZC_OP_DIV, x, 0), ZC_NO_NODE);
  CU_ASSERT_EQUAL(zc_node_unary(&p, ZC_OP_NOT, ZC_NO_NODE, 0), ZC_NO_NODE);
  CU_ASSERT_EQUAL(zc_node_binary(&p, ZC_OP_AND, x, ZC_NO_NODE), ZC_NO_NODE);
  CU_ASSERT_EQUAL(zc_node_if(&p, ZC_NO_NODE, x, x), ZC_NO_NODE);
  CU_ASSERT_EQUAL(zc_node_range(&p, ZC_NO_NODE, 0, 1), ZC_NO_NODE);
  CU_ASSERT_EQUAL(zc_node_set(&p, ZC_NO_NODE, 1), ZC_NO_NODE);
  zc_program_free(&p);
}

void test_language_folding(CU_pSuite suite) {
  CU_add_test(suite, "a folded program gives the values that it was asked for", folding_agrees);
  CU_add_test(suite, "equal nodes are one node", equal_nodes);
  CU_add_test(suite, "constants and repeats leave the logic", logic_folds);
  CU_add_test(suite, "comparisons with constants become ranges of the fact itself", tests_fold);
  CU_add_test(suite, "sets of neighbours become ranges", sets_fold);
  CU_add_test(suite, "a test of a choice between constants is the choice's condition",
              choices_fold);
  CU_add_test(suite, "a fact that is assumed to lie in the region stays unknown within it",
              defaults);
  CU_add_test(suite, "values beyond the limits and missing operands make no node", refusals);
}
