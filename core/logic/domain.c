/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How a fact's values are split. A condition on one fact cuts its values where the condition
 * changes. A condition on several facts is a set of forms (forms.h): a form that comes down to one
 * fact cuts it; one of which a fact takes few values is cut for each of these; what is left links
 * facts of many values to one another, and linked.c splits those.
 */
#include "logic/domain.h"
#include "base/assert.h"
#include "base/memory.h"
#include "logic/splitter.h"

#define MAX_PROBES 4096 /* values of a number that are tried one by one */
#define MAX_WORDS  64   /* values of a fact that is split whole where it is compared with others */

zc_splitter *zc_splitter_new(void) {
  return zc_calloc(1, sizeof(zc_splitter));
}

void zc_splitter_free(zc_splitter *s) {
  zc_free(s);
}

static int is_known(const zc_splitter *s, zc_node_id id) {
  return s->lists.values[id].lo == s->lists.values[id].hi;
}

/* ---- cuts of one fact ---- */

int zc_cut_fact(zc_splitter *s, uint32_t fact, int64_t at) {
  zc_domain *d = &s->domains[fact];
  zc_slot range = s->in->slots[fact];
  ZC_ASSERT(fact < s->vocabulary->fact_count && d->count <= ZC_MAX_CUTS);
  if (at <= range.lo || at > range.hi)
    return 0;
  uint32_t i = d->count;
  while (i > 0 && d->points[i - 1] > at)
    i--;
  if (i > 0 && d->points[i - 1] == at)
    return 0;
  if (d->count == ZC_MAX_CUTS) {
    s->is_exact = 0;
    return 0;
  }
  for (uint32_t j = d->count; j > i; j--)
    d->points[j] = d->points[j - 1];
  d->points[i] = at;
  d->count++;
  return 1;
}

static void cut_whole(zc_splitter *s, uint32_t fact) {
  zc_slot range = s->in->slots[fact];
  for (int64_t at = range.lo + 1; at <= range.hi; at++)
    zc_cut_fact(s, fact, at);
}

/* Where "factor * term + constant >= 0" changes. */
static void cut_term(zc_splitter *s, const zc_term *t, int64_t constant) {
  zc_slot range = s->in->slots[t->fact];
  int64_t least =
      t->factor > 0 ? zc_ceil_div(-constant, t->factor) : zc_floor_div(constant, -t->factor) + 1;
  zc_cut_fact(s, t->fact, zc_term_reach(t, least, range.lo, range.hi));
}

/* ---- forms ---- */

static int64_t value_of(const zc_form *f, int64_t x) {
  int64_t sum = f->constant;
  for (uint32_t i = 0; i < f->count; i++)
    sum += f->terms[i].factor * zc_term_value(&f->terms[i], x);
  return sum;
}

/* Several terms of one fact may rise and fall: its values are tried one by one. */
static void cut_bent(zc_splitter *s, const zc_form *f) {
  uint32_t fact = f->terms[0].fact;
  zc_slot range = s->in->slots[fact];
  if (range.hi - range.lo > MAX_PROBES) {
    s->is_exact = 0;
    return;
  }
  int before = value_of(f, range.lo) >= 0;
  for (int64_t x = range.lo + 1; x <= range.hi; x++) {
    int now = value_of(f, x) >= 0;
    if (now != before)
      zc_cut_fact(s, fact, x);
    before = now;
  }
}

static zc_form without(const zc_form *f, uint32_t term, int64_t x) {
  zc_form rest = *f;
  rest.constant += f->terms[term].factor * zc_term_value(&f->terms[term], x);
  rest.count--;
  for (uint32_t i = term; i < rest.count; i++)
    rest.terms[i] = rest.terms[i + 1];
  return rest;
}

static void take_form(zc_splitter *s, const zc_form *f);

/* A fact of few values: each of them makes a form of the others. */
static void take_each_value(zc_splitter *s, const zc_form *f, uint32_t term) {
  zc_slot range = s->in->slots[f->terms[term].fact];
  cut_whole(s, f->terms[term].fact);
  for (int64_t x = range.lo; x <= range.hi; x++) {
    zc_form rest = without(f, term, x);
    take_form(s, &rest);
  }
}

/* Where a fact that is not given stands for its whole range, the bounds of a form are forms of the
 * facts that are given: of the others all the lowest terms together, or all the highest. */
static void take_bounds(zc_splitter *s, const zc_form *f) {
  for (uint32_t mask = 1; mask + 1 < 1u << f->count; mask++)
    for (int high = 0; high < 2; high++) {
      zc_form rest = *f;
      for (uint32_t i = f->count; i-- > 0;) {
        const zc_term *t = &f->terms[i];
        zc_slot range = s->in->slots[t->fact];
        if (mask >> i & 1)
          rest = without(&rest, i, (t->factor > 0) == high ? range.hi : range.lo);
      }
      take_form(s, &rest);
    }
}

static int is_linked(const zc_splitter *s, const zc_form *f) {
  for (uint32_t i = 0; i < s->link_count; i++)
    if (zc_form_same(f, &s->links[i]))
      return 1;
  return 0;
}

static void link_facts(zc_splitter *s, const zc_form *f) {
  if (is_linked(s, f))
    return;
  if (s->link_count == ZC_MAX_LINKS) {
    s->is_exact = 0;
    return;
  }
  ZC_ASSERT(f->count > 1);
  s->links[s->link_count++] = *f;
  if (s->split == ZC_SPLIT_INTERVALS)
    take_bounds(s, f);
}

static int is_short(const zc_splitter *s, uint32_t fact) {
  return s->in->slots[fact].hi - s->in->slots[fact].lo < MAX_WORDS;
}

/* Which term is of a fact of few values; f->count: none. */
static uint32_t find_short(const zc_splitter *s, const zc_form *f) {
  uint32_t i = 0;
  while (i < f->count && !is_short(s, f->terms[i].fact))
    i++;
  return i;
}

/* Results of functions are the same throughout a cell: alone they need nothing, and facts beside
 * them have to be split whole. */
static void take_beside_result(zc_splitter *s, const zc_form *f) {
  for (uint32_t i = 0; i < f->count && f->terms[i].fact != ZC_NO_TERM_FACT; i++)
    if (is_short(s, f->terms[i].fact))
      cut_whole(s, f->terms[i].fact);
    else
      s->is_exact = 0;
}

/* Splits facts so that grid points know whether the form is 0 or more. */
static void take_form(zc_splitter *s, const zc_form *f) {
  uint32_t facts = f->count > 0;
  if (f->count == 0)
    return;
  if (f->terms[f->count - 1].fact == ZC_NO_TERM_FACT) {
    take_beside_result(s, f);
    return;
  }
  if (s->lists.steps == ZC_FORM_STEPS) {
    s->is_exact = 0;
    return;
  }
  s->lists.steps++;
  for (uint32_t i = 1; i < f->count; i++)
    facts += f->terms[i].fact != f->terms[i - 1].fact;
  if (f->count == 1) {
    cut_term(s, &f->terms[0], f->constant);
  } else if (facts == 1) {
    cut_bent(s, f);
  } else if (facts < f->count) {
    s->is_exact = 0;
  } else {
    uint32_t few = find_short(s, f);
    if (few < f->count)
      take_each_value(s, f, few);
    else
      link_facts(s, f);
  }
}

/* ---- conditions ---- */

/* The expression compared with constants. */
static void cut_at(zc_splitter *s, zc_node_id id, const int64_t *bounds, uint32_t count) {
  uint32_t first = zc_forms_of(&s->lists, id);
  for (uint32_t i = first; i < s->lists.top; i++)
    for (uint32_t j = 0; j < count; j++) {
      zc_form f = s->lists.items[i];
      f.constant -= bounds[j];
      take_form(s, &f);
    }
  s->lists.top = first;
}

/* Two expressions compared, each form of one with each of the other: whether the first is at least
 * the second and, for "the same", whether it is greater. */
static void take_differences(zc_splitter *s, uint32_t a, uint32_t b, uint32_t end, int same) {
  for (uint32_t i = a; i < b; i++)
    for (uint32_t j = b; j < end; j++) {
      zc_form f;
      if (!zc_form_subtract(&f, &s->lists.items[i], &s->lists.items[j])) {
        s->is_exact = 0;
        continue;
      }
      take_form(s, &f);
      f.constant--;
      if (same)
        take_form(s, &f);
    }
}

static void cut_pair(zc_splitter *s, const zc_node *n) {
  uint32_t a = zc_forms_of(&s->lists, n->a), b = zc_forms_of(&s->lists, n->b);
  take_differences(s, a, b, s->lists.top, n->op == ZC_OP_EQ);
  s->lists.top = a;
}

static void cut_mask(zc_splitter *s, const zc_node *n) {
  int64_t bounds[64];
  uint32_t count = 0;
  uint64_t mask = (uint64_t)n->imm;
  for (int64_t i = 1; i < 64; i++)
    if ((mask >> i & 1) != (mask >> (i - 1) & 1))
      bounds[count++] = i;
  const zc_node *of = &s->lists.program->nodes[zc_see_through(&s->lists, n->a)];
  if (of->op != ZC_OP_FACT)
    cut_at(s, n->a, bounds, count);
  else
    for (uint32_t i = 0; i < count; i++)
      zc_cut_fact(s, of->a, bounds[i]);
}

/* A range of a fact, which most conditions are, needs no forms. */
static void cut_range(zc_splitter *s, const zc_node *n) {
  int64_t bounds[] = {n->imm, n->imm2 < INT64_MAX ? n->imm2 + 1 : n->imm};
  const zc_node *of = &s->lists.program->nodes[zc_see_through(&s->lists, n->a)];
  if (of->op == ZC_OP_FACT && zc_open_date(s->in->open, of->a) < 0) {
    zc_cut_fact(s, of->a, bounds[0]);
    zc_cut_fact(s, of->a, bounds[1]);
  } else {
    cut_at(s, n->a, bounds, 2);
  }
}

/* A bool is a condition itself, and a short list of words (the tracks) is split whole, since the
 * engine asks about its words too. */
static void cut_listed(zc_splitter *s, const zc_node *n) {
  zc_slot range = s->in->slots[n->a];
  if (range.hi - range.lo < 8 && (n->type == ZC_BOOL || n->type == ZC_ENUM))
    cut_whole(s, n->a);
}

/* ---- functions of the plugin ---- */

/* Cuts a fact where the function changes its mind; all other arguments are known. */
static void cut_where_it_changes(zc_splitter *s, const zc_node *n, uint32_t which) {
  const zc_program *p = s->lists.program;
  const zc_function *f = &s->in->functions[n->a];
  zc_node_id argument = zc_see_through(&s->lists, p->arguments[n->b + which]);
  zc_slot range = s->lists.values[argument];
  zc_value arguments[ZC_MAX_ARGUMENTS], before = {0};
  for (uint32_t i = 0; i < n->c; i++)
    arguments[i] = (zc_value){.value = s->lists.values[p->arguments[n->b + i]].lo, .known = 1};
  for (int64_t at = range.lo; at <= range.hi; at++) {
    arguments[which].value = at;
    zc_value now = f->call(arguments, n->c);
    if (at > range.lo && (now.known != before.known || now.value != before.value))
      cut_at(s, argument, &at, 1);
    before = now;
  }
}

/* Functions see values as they are: a bool or a word is split into all its values, and of numbers
 * one alone. */
static void cut_call(zc_splitter *s, const zc_node *n) {
  const zc_program *p = s->lists.program;
  uint32_t unknown = 0;
  for (uint32_t i = 0; i < n->c; i++)
    unknown += !is_known(s, p->arguments[n->b + i]);
  for (uint32_t i = 0; i < n->c; i++) {
    zc_node_id argument = zc_see_through(&s->lists, p->arguments[n->b + i]);
    if (is_known(s, argument))
      continue;
    zc_slot v = s->lists.values[argument];
    if (v.hi - v.lo < MAX_WORDS)
      for (int64_t at = v.lo + 1; at <= v.hi; at++)
        cut_at(s, argument, &at, 1);
    else if (unknown == 1 && v.hi - v.lo < MAX_PROBES)
      cut_where_it_changes(s, n, i);
    else
      s->is_exact = 0;
  }
}

/* ---- what is known ---- */

/* An expression over facts that are not given is known where its bounds meet: where no form of it
 * differs from another. */
static void cut_known(zc_splitter *s, zc_node_id id) {
  uint32_t a = zc_forms_of(&s->lists, id), b = s->lists.top;
  if (b + (b - a) > ZC_FORM_ROOM) {
    s->is_exact = 0;
  } else {
    for (uint32_t i = a; i < b; i++)
      s->lists.items[b + i - a] = s->lists.items[i];
    take_differences(s, a, b, b + (b - a), 1);
  }
  s->lists.top = a;
}

/* Whether a fact is known is asked: not being known is a value of its own. */
static void add_never_known(zc_splitter *s, zc_node_id id) {
  const zc_node *n = &s->lists.program->nodes[zc_see_through(&s->lists, id)];
  zc_domain *d = n->op == ZC_OP_FACT ? &s->domains[n->a] : NULL;
  if (!d || d->count == ZC_MAX_CUTS)
    s->is_exact = 0;
  else if (d->points[d->count - 1] != ZC_NEVER_KNOWN)
    d->points[d->count++] = ZC_NEVER_KNOWN;
}

/* ---- all of it ---- */

static void cut_node(zc_splitter *s, zc_node_id id) {
  const zc_node *n = &s->lists.program->nodes[id];
  if (n->op == ZC_OP_KNOWN && s->split == ZC_SPLIT_INTERVALS)
    cut_known(s, n->a);
  if (is_known(s, id))
    return;
  switch ((zc_op)n->op) {
  case ZC_OP_FACT:
    cut_listed(s, n);
    break;
  case ZC_OP_RANGE:
    cut_range(s, n);
    break;
  case ZC_OP_SET:
    cut_mask(s, n);
    break;
  case ZC_OP_GE:
  case ZC_OP_EQ:
    cut_pair(s, n);
    break;
  case ZC_OP_CALL:
    cut_call(s, n);
    break;
  default:
    break;
  }
}

/* From cuts to points: one value for each piece, leaving out words that the fact may not take. Of a
 * partial date both itself and its months may be read. */
static void finish(zc_splitter *s, uint32_t fact) {
  zc_domain *d = &s->domains[fact];
  const zc_fact *f = &s->vocabulary->facts[fact];
  zc_slot range = s->in->slots[fact];
  if (d->count && d->points[0] == range.lo)
    return;
  d->is_finished = 1;
  if (d->count == ZC_MAX_CUTS)
    s->is_exact = 0, d->count--;
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
  ZC_ASSERT(kept > 0); /* a fact takes some word, given or not */
  d->count = kept;
}

static void finish_all(zc_splitter *s, const zc_sight *sight) {
  const zc_node *nodes = s->lists.program->nodes;
  for (uint32_t i = 0; i < sight->count; i++) {
    zc_node_id id = sight->list[i];
    const zc_node *n = &nodes[id];
    if (is_known(s, id))
      continue;
    if (n->op == ZC_OP_FACT && !s->domains[zc_asked_fact(s->in, n->a)].is_finished)
      finish(s, zc_asked_fact(s->in, n->a));
    else if (n->op == ZC_OP_GIVEN)
      s->domains[s->vocabulary->fact_count + n->a] = (zc_domain){.points = {0, 1}, .count = 2};
  }
  for (uint32_t i = 0; i < sight->count; i++)
    if (nodes[sight->list[i]].op == ZC_OP_KNOWN && !is_known(s, sight->list[i]))
      add_never_known(s, nodes[sight->list[i]].a);
}

static void look(zc_splitter *s, const zc_program *program, const zc_sight *sight) {
  s->in = &sight->in;
  zc_forms_begin(&s->lists, program, &sight->in, sight->values);
}

int zc_domains_make(zc_splitter *s, zc_split split, zc_domain *domains, const zc_program *program,
                    const zc_vocabulary *vocabulary, const zc_sight *sights, uint32_t count) {
  int is_exact = s->is_exact = 1;
  s->domains = domains;
  s->vocabulary = vocabulary;
  s->split = split;
  for (uint32_t f = 0; f < 2 * vocabulary->fact_count; f++)
    domains[f].count = domains[f].is_finished = 0;
  for (uint32_t i = 0; i < count; i++) {
    look(s, program, &sights[i]);
    s->link_count = 0;
    for (uint32_t j = 0; j < sights[i].count; j++)
      cut_node(s, sights[i].list[j]);
    if (s->link_count)
      zc_split_linked(s);
    is_exact &= s->lists.is_exact;
  }
  for (uint32_t i = 0; i < count; i++) {
    look(s, program, &sights[i]);
    finish_all(s, &sights[i]);
  }
  return s->is_exact && is_exact;
}
