/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a fact's values are split. A test of a fact against constants cuts where the test changes. A
 * test of two expressions cuts each side at the values that the other side can take; those are
 * found by walking down the expressions. Cuts are passed down through arithmetic to the facts at
 * its leaves.
 */
#include "logic/domain.h"
#include "base/mix.h"
#include <string.h>

#define MAX_VALUES 128u       /* possible values of an expression that are followed up */
#define MAX_PROBES 4096       /* values of a number that a function is asked about */
#define MAX_STEPS  (1u << 18) /* values followed up in all; sums of many facts have more */
#define SUMS       256u       /* cuts of sums that are kept in mind */

/* A cut that was passed on to the operands of a sum. */
typedef struct passed_cut {
  const zc_node *sum;
  int64_t at;
  uint32_t turn;
} passed_cut;

typedef struct splitter {
  zc_domain *domains;
  const zc_program *program;
  const zc_vocabulary *vocabulary;
  const zc_inputs *in;
  const zc_slot *values;
  int exact;
  uint32_t steps;
  uint32_t turn;  /* counts the cuts of conditions */
  int has_passed; /* `passed` has been cleared */
  passed_cut passed[SUMS];
} splitter;

typedef struct value_set {
  int64_t items[MAX_VALUES];
  uint32_t count;
} value_set;

static int is_known(const splitter *s, zc_node_id id) {
  return s->values[id].lo == s->values[id].hi;
}

/* 0: too many values were followed up, and the facts are not split exactly. */
static int may_go_on(splitter *s) {
  if (s->steps < MAX_STEPS)
    return 1;
  s->exact = 0;
  return 0;
}

static void set_add(splitter *s, value_set *set, int64_t value) {
  s->steps++;
  for (uint32_t i = 0; i < set->count; i++)
    if (set->items[i] == value)
      return;
  if (set->count == MAX_VALUES) {
    s->exact = 0;
    return;
  }
  set->items[set->count++] = value;
}

/* A cut: values below `at` and values from `at` on are told apart. */
static void cut_fact(splitter *s, uint32_t fact, int64_t at) {
  zc_domain *d = &s->domains[fact];
  zc_slot range = s->in->slots[fact];
  if (at <= range.lo || at > range.hi)
    return;
  uint32_t i = d->count;
  while (i > 0 && d->points[i - 1] > at)
    i--;
  if (i > 0 && d->points[i - 1] == at)
    return;
  if (d->count == ZC_MAX_CUTS) {
    s->exact = 0;
    return;
  }
  for (uint32_t j = d->count; j > i; j--)
    d->points[j] = d->points[j - 1];
  d->points[i] = at;
  d->count++;
}

/* What a node turns out to be once conditions that are already decided are seen through. */
static zc_node_id see_through(const splitter *s, zc_node_id id) {
  for (;;) {
    const zc_node *n = &s->program->nodes[id];
    if (n->op == ZC_OP_DEFAULT)
      id = s->in->given[n->a] || (n->imm && s->in->strict) ? n->b : n->c;
    else if (n->op == ZC_OP_IF && is_known(s, n->a))
      id = s->values[n->a].lo ? n->b : n->c;
    else
      return id;
  }
}

/* The next of the values that a choice is between; the last one ends the chain. A parameter of many
 * values is a chain of choices as long, too long for a call for each. */
static int next_choice(const splitter *s, zc_node_id *id, zc_node_id *choice) {
  zc_node_id at = see_through(s, *id);
  const zc_node *n = &s->program->nodes[at];
  int more = n->op == ZC_OP_IF && !is_known(s, at);
  *choice = more ? n->b : at;
  *id = n->c;
  return more;
}

static void possible_values(splitter *s, zc_node_id id, value_set *out);

static void combine_values(splitter *s, const zc_node *n, value_set *out) {
  value_set x = {.count = 0}, y = {.count = 0};
  possible_values(s, n->a, &x);
  possible_values(s, n->b, &y);
  for (uint32_t i = 0; i < x.count; i++)
    for (uint32_t j = 0; j < y.count; j++)
      set_add(s, out, zc_evaluate_known(n, x.items[i], y.items[j], 0));
}

/* The values that an expression can take: all of them where they are few, else those beside a cut.
 */
static void possible_values(splitter *s, zc_node_id id, value_set *out) {
  zc_node_id choice;
  while (next_choice(s, &id, &choice))
    possible_values(s, choice, out);
  id = choice;
  const zc_node *n = &s->program->nodes[id];
  if (!may_go_on(s))
    return;
  if (is_known(s, id)) {
    set_add(s, out, s->values[id].lo);
    return;
  }
  switch ((zc_op)n->op) {
  case ZC_OP_FACT: {
    zc_slot range = s->in->slots[n->a];
    const zc_domain *d = &s->domains[n->a];
    if (range.hi - range.lo < 64) {
      for (int64_t v = range.lo; v <= range.hi; v++)
        set_add(s, out, v);
      break;
    }
    set_add(s, out, range.lo);
    for (uint32_t i = 0; i < d->count; i++) {
      set_add(s, out, d->points[i] - 1);
      set_add(s, out, d->points[i]);
    }
    set_add(s, out, range.hi);
    break;
  }
  case ZC_OP_ADD:
  case ZC_OP_SUB:
  case ZC_OP_MIN:
  case ZC_OP_MAX:
    combine_values(s, n, out);
    break;
  case ZC_OP_MUL:
  case ZC_OP_DIV: {
    value_set x = {.count = 0};
    possible_values(s, n->a, &x);
    for (uint32_t i = 0; i < x.count; i++)
      set_add(s, out, zc_evaluate_known(n, x.items[i], 0, 0));
    break;
  }
  case ZC_OP_UNSET:
    break;
  default:
    s->exact = 0;
    set_add(s, out, s->values[id].lo);
    set_add(s, out, s->values[id].hi);
  }
}

static int64_t ceil_div(int64_t a, int64_t b) {
  return a >= 0 ? (a + b - 1) / b : -(-a / b);
}

static void cut(splitter *s, zc_node_id id, int64_t at);

/* Whether some fact is a value of the expression, and not a condition in it only. */
static int has_fact(const splitter *s, zc_node_id id) {
  zc_node_id choice;
  while (next_choice(s, &id, &choice))
    if (has_fact(s, choice))
      return 1;
  id = choice;
  const zc_node *n = &s->program->nodes[id];
  if (is_known(s, id))
    return 0;
  switch ((zc_op)n->op) {
  case ZC_OP_MIN:
  case ZC_OP_MAX:
  case ZC_OP_ADD:
  case ZC_OP_SUB:
    return has_fact(s, n->a) || has_fact(s, n->b);
  case ZC_OP_MUL:
  case ZC_OP_DIV:
    return has_fact(s, n->a);
  default:
    return n->op != ZC_OP_UNSET && n->op != ZC_OP_CALL;
  }
}

/* Whether the condition at hand has cut the sum there; from now on it has. Cuts that fall on one
 * place of the list drive each other out, and are passed on again. */
static int was_passed(splitter *s, const zc_node *sum, int64_t at) {
  if (!s->has_passed)
    memset(s->passed, 0, sizeof s->passed);
  s->has_passed = 1;
  uint64_t key = (uint64_t)(uintptr_t)sum ^ (uint64_t)at << 32;
  passed_cut *place = &s->passed[zc_mix_down(key) % SUMS];
  if (place->sum == sum && place->at == at && place->turn == s->turn)
    return 1;
  *place = (passed_cut){sum, at, s->turn};
  return 0;
}

/* Passes a cut of x + y (sign 1) or x - y (sign -1) on to both operands. */
static void cut_sum(splitter *s, const zc_node *n, int64_t at, int sign) {
  value_set other = {.count = 0};
  if (!may_go_on(s) || was_passed(s, n, at))
    return;
  if (has_fact(s, n->a)) {
    possible_values(s, n->b, &other);
    for (uint32_t i = 0; i < other.count; i++)
      cut(s, n->a, at - sign * other.items[i]);
  }
  if (has_fact(s, n->b)) {
    other.count = 0;
    possible_values(s, n->a, &other);
    for (uint32_t i = 0; i < other.count; i++)
      cut(s, n->b, sign > 0 ? at - other.items[i] : other.items[i] - at + 1);
  }
}

/* Tells apart the facts' values that put the expression below `at` from those that do not. */
static void cut(splitter *s, zc_node_id id, int64_t at) {
  zc_node_id choice;
  while (next_choice(s, &id, &choice))
    cut(s, choice, at);
  id = choice;
  if (is_known(s, id))
    return;
  const zc_node *n = &s->program->nodes[id];
  switch ((zc_op)n->op) {
  case ZC_OP_FACT:
    cut_fact(s, n->a, at);
    break;
  case ZC_OP_MIN:
  case ZC_OP_MAX:
    cut(s, n->a, at);
    cut(s, n->b, at);
    break;
  case ZC_OP_ADD:
    cut_sum(s, n, at, 1);
    break;
  case ZC_OP_SUB:
    cut_sum(s, n, at, -1);
    break;
  case ZC_OP_MUL:
    cut(s, n->a, ceil_div(at, n->imm));
    break;
  case ZC_OP_DIV:
    cut(s, n->a, at * n->imm);
    break;
  case ZC_OP_UNSET:
  case ZC_OP_CALL: /* its arguments are split by cut_call */
    break;
  default:
    s->exact = 0;
  }
}

static void cut_condition(splitter *s, zc_node_id id, int64_t at) {
  s->turn++;
  cut(s, id, at);
}

static void cut_mask(splitter *s, const zc_node *n) {
  uint64_t mask = (uint64_t)n->imm;
  for (int64_t i = 1; i < 64; i++)
    if ((mask >> i & 1) != (mask >> (i - 1) & 1))
      cut_condition(s, n->a, i);
}

/* Conditions against constants. A bool is a condition itself, and a short list of words (the
 * tracks) is split whole, since the engine asks about its words too. */
static void cut_simple(splitter *s, const zc_node *n) {
  if (n->op == ZC_OP_FACT) {
    zc_slot range = s->in->slots[n->a];
    if (range.hi - range.lo < 8 && (n->type == ZC_BOOL || n->type == ZC_ENUM))
      for (int64_t at = range.lo + 1; at <= range.hi; at++)
        cut_fact(s, n->a, at);
  } else if (n->op == ZC_OP_RANGE) {
    cut_condition(s, n->a, n->imm);
    if (n->imm2 < INT64_MAX)
      cut_condition(s, n->a, n->imm2 + 1);
  } else if (n->op == ZC_OP_SET) {
    cut_mask(s, n);
  }
}

/* Two expressions compared: each side is cut where the other side's values lie. */
static void cut_pair(splitter *s, const zc_node *n) {
  value_set x = {.count = 0}, y = {.count = 0};
  int same = n->op == ZC_OP_EQ;
  possible_values(s, n->b, &y);
  for (uint32_t i = 0; i < y.count; i++) {
    cut_condition(s, n->a, y.items[i]);
    if (same)
      cut_condition(s, n->a, y.items[i] + 1);
  }
  possible_values(s, n->a, &x);
  for (uint32_t i = 0; i < x.count; i++) {
    cut_condition(s, n->b, x.items[i] + 1);
    if (same)
      cut_condition(s, n->b, x.items[i]);
  }
}

/* Cuts a number where the function changes its mind; all other arguments are known. */
static void cut_where_it_changes(splitter *s, const zc_node *n, uint32_t which) {
  const zc_function *f = &s->in->functions[n->a];
  zc_node_id argument = see_through(s, s->program->arguments[n->b + which]);
  zc_slot range = s->values[argument];
  zc_value arguments[ZC_MAX_ARGUMENTS], before = {0};
  for (uint32_t i = 0; i < n->c; i++)
    arguments[i] = (zc_value){.value = s->values[s->program->arguments[n->b + i]].lo, .known = 1};
  for (int64_t at = range.lo; at <= range.hi; at++) {
    arguments[which].value = at;
    zc_value now = f->call(arguments, n->c);
    if (at > range.lo && (now.known != before.known || now.value != before.value))
      cut_condition(s, argument, at);
    before = now;
  }
}

/* Functions see values as they are: a bool or a word is split into all its values, and of numbers
 * one alone. */
static void cut_call(splitter *s, const zc_node *n) {
  uint32_t unknown = 0;
  for (uint32_t i = 0; i < n->c; i++)
    unknown += !is_known(s, s->program->arguments[n->b + i]);
  for (uint32_t i = 0; i < n->c; i++) {
    zc_node_id argument = see_through(s, s->program->arguments[n->b + i]);
    if (is_known(s, argument))
      continue;
    zc_slot v = s->values[argument];
    if (v.hi - v.lo <= 63)
      for (int64_t at = v.lo + 1; at <= v.hi; at++)
        cut_condition(s, argument, at);
    else if (unknown == 1 && v.hi - v.lo < MAX_PROBES)
      cut_where_it_changes(s, n, i);
    else
      s->exact = 0;
  }
}

/* From cuts to points: one value for each piece, leaving out words that the fact may not take. */
static void finish(splitter *s, uint32_t fact) {
  zc_domain *d = &s->domains[fact];
  const zc_fact *f = &s->vocabulary->facts[fact];
  zc_slot range = s->in->slots[fact];
  if (d->count == ZC_MAX_CUTS)
    s->exact = 0, d->count--;
  for (uint32_t i = d->count; i > 0; i--)
    d->points[i] = d->points[i - 1];
  d->points[0] = range.lo;
  d->count++;
  if (f->type != ZC_ENUM)
    return;
  uint32_t kept = 0;
  for (uint32_t i = 0; i < d->count; i++) {
    int64_t end = i + 1 < d->count ? d->points[i + 1] : range.hi + 1;
    int64_t word = d->points[i];
    while (word < end && !(f->words >> word & 1))
      word++;
    if (word < end)
      d->points[kept++] = word;
  }
  d->count = kept;
}

/* Whether a fact is known is asked: not being known is a value of its own. */
static void add_never_known(splitter *s, zc_node_id id) {
  const zc_node *n = &s->program->nodes[see_through(s, id)];
  zc_domain *d = n->op == ZC_OP_FACT ? &s->domains[n->a] : NULL;
  if (!d || d->count == ZC_MAX_CUTS)
    s->exact = 0;
  else if (d->points[d->count - 1] != ZC_NEVER_KNOWN)
    d->points[d->count++] = ZC_NEVER_KNOWN;
}

int zc_domains_make(zc_domain *domains, const zc_program *program, const zc_vocabulary *vocabulary,
                    const zc_inputs *in, const zc_slot *values, const zc_node_id *list,
                    uint32_t count) {
  splitter s;
  s.domains = domains;
  s.program = program;
  s.vocabulary = vocabulary;
  s.in = in;
  s.values = values;
  s.exact = 1;
  s.steps = s.turn = 0;
  s.has_passed = 0;
  for (uint32_t f = 0; f < 2 * vocabulary->fact_count; f++)
    domains[f].count = 0;
  for (uint32_t i = 0; i < count; i++)
    if (!is_known(&s, list[i]))
      cut_simple(&s, &program->nodes[list[i]]);
  /* Twice, so that cuts found late on one side of a comparison reach its other side. */
  for (int round = 0; round < 2; round++)
    for (uint32_t i = 0; i < count; i++) {
      const zc_node *n = &program->nodes[list[i]];
      if (is_known(&s, list[i]))
        continue;
      if (n->op == ZC_OP_GE || n->op == ZC_OP_EQ)
        cut_pair(&s, n);
      else if (n->op == ZC_OP_CALL && round == 0)
        cut_call(&s, n);
    }
  for (uint32_t i = 0; i < count; i++) {
    const zc_node *n = &program->nodes[list[i]];
    if (n->op == ZC_OP_FACT && !is_known(&s, list[i]))
      finish(&s, n->a);
    else if (n->op == ZC_OP_GIVEN && !is_known(&s, list[i]))
      domains[vocabulary->fact_count + n->a] = (zc_domain){.points = {0, 1}, .count = 2};
  }
  for (uint32_t i = 0; i < count; i++)
    if (program->nodes[list[i]].op == ZC_OP_KNOWN && !is_known(&s, list[i]))
      add_never_known(&s, program->nodes[list[i]].a);
  return s.exact;
}
