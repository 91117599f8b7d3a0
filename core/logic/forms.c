/* SPDX-License-Identifier: Apache-2.0 */
#include "logic/forms.h"
#include "language/months.h"

void zc_forms_begin(zc_form_lists *l, const zc_program *program, const zc_inputs *in,
                    const zc_slot *values) {
  l->program = program;
  l->in = in;
  l->values = values;
  l->top = l->steps = 0;
  l->is_exact = 1;
}

/* ---- terms ---- */

static int64_t value_of_kind(const zc_term *t, int64_t x) {
  switch ((zc_term_kind)t->kind) {
  case ZC_TERM_LATER:
    return zc_later_by_months(x + t->before, t->by);
  case ZC_TERM_SINCE:
    return zc_months_between(t->by, x + t->before);
  case ZC_TERM_UNTIL:
    return -zc_months_between(x + t->before, t->by);
  default:
    return x;
  }
}

int64_t zc_term_value(const zc_term *t, int64_t x) {
  return zc_floor_div(value_of_kind(t, x) + t->after, t->step);
}

int64_t zc_term_reach(const zc_term *t, int64_t least, int64_t lo, int64_t hi) {
  if (zc_term_value(t, lo) >= least)
    return lo;
  if (zc_term_value(t, hi) < least)
    return hi + 1;
  if (t->kind == ZC_TERM_PLAIN)
    return least * t->step - t->after;
  while (hi - lo > 1) {
    int64_t middle = lo + (hi - lo) / 2;
    if (zc_term_value(t, middle) >= least)
      hi = middle;
    else
      lo = middle;
  }
  return hi;
}

int zc_term_same(const zc_term *a, const zc_term *b) {
  return a->fact == b->fact && a->kind == b->kind && a->before == b->before && a->by == b->by &&
         a->after == b->after && a->step == b->step;
}

/* ---- forms ---- */

static zc_form constant_form(int64_t value) {
  return (zc_form){.constant = value};
}

/* Adds a term in the order of the facts; equal ones become one. 0: no room. */
static int add_term(zc_form *f, const zc_term *term) {
  uint32_t at = 0;
  while (at < f->count && f->terms[at].fact < term->fact)
    at++;
  for (uint32_t i = at; i < f->count && f->terms[i].fact == term->fact; i++)
    if (zc_term_same(&f->terms[i], term)) {
      f->terms[i].factor += term->factor;
      if (f->terms[i].factor == 0) {
        f->count--;
        for (uint32_t j = i; j < f->count; j++)
          f->terms[j] = f->terms[j + 1];
      }
      return 1;
    }
  if (f->count == ZC_MAX_TERMS)
    return 0;
  for (uint32_t j = f->count; j > at; j--)
    f->terms[j] = f->terms[j - 1];
  f->terms[at] = *term;
  f->count++;
  return 1;
}

/* a + sign * b. */
static int add_forms(zc_form *out, const zc_form *a, const zc_form *b, int64_t sign) {
  *out = *a;
  out->constant += sign * b->constant;
  for (uint32_t i = 0; i < b->count; i++) {
    zc_term t = b->terms[i];
    t.factor *= sign;
    if (!add_term(out, &t))
      return 0;
  }
  return 1;
}

int zc_form_subtract(zc_form *out, const zc_form *a, const zc_form *b) {
  return add_forms(out, a, b, -1);
}

int zc_form_same(const zc_form *a, const zc_form *b) {
  if (a->count != b->count || a->constant != b->constant)
    return 0;
  for (uint32_t i = 0; i < a->count; i++)
    if (!zc_term_same(&a->terms[i], &b->terms[i]) || a->terms[i].factor != b->terms[i].factor)
      return 0;
  return 1;
}

/* ---- lists ---- */

/* Puts a form at the end of the list that begins at `first`, unless it is there. */
static void add(zc_form_lists *l, uint32_t first, const zc_form *form) {
  for (uint32_t i = first; i < l->top; i++)
    if (zc_form_same(&l->items[i], form))
      return;
  if (l->top - first == ZC_FORMS_OF || l->top == ZC_FORM_ROOM || l->steps == ZC_FORM_STEPS) {
    l->is_exact = 0;
    return;
  }
  l->steps++;
  l->items[l->top++] = *form;
}

/* What stands from `from` on joins the list that begins at `first` and ends at `end`. */
static void join(zc_form_lists *l, uint32_t first, uint32_t end, uint32_t from) {
  uint32_t top = l->top;
  l->top = end;
  for (uint32_t i = from; i < top; i++) {
    zc_form form = l->items[i];
    add(l, first, &form);
  }
}

zc_node_id zc_see_through(const zc_form_lists *l, zc_node_id id) {
  for (;;) {
    const zc_node *n = &l->program->nodes[id];
    if (n->op == ZC_OP_DEFAULT)
      id = l->in->given[n->a] || (n->imm && l->in->strict) ? n->b : n->c;
    else if (n->op == ZC_OP_IF && l->values[n->a].lo == l->values[n->a].hi)
      id = l->values[n->a].lo ? n->b : n->c;
    else
      return id;
  }
}

/* ---- the operations ---- */

/* All sums, or differences, of a form of one operand and a form of the other. */
static void list_sums(zc_form_lists *l, uint32_t first, const zc_node *n) {
  uint32_t end = l->top, a = zc_forms_of(l, n->a), b = zc_forms_of(l, n->b), c = l->top;
  for (uint32_t i = a; i < b; i++)
    for (uint32_t j = b; j < c; j++) {
      zc_form sum;
      if (add_forms(&sum, &l->items[i], &l->items[j], n->op == ZC_OP_ADD ? 1 : -1))
        add(l, c, &sum);
      else
        l->is_exact = 0;
    }
  join(l, first, end, c);
}

static int scale(zc_form *f, int64_t by) {
  f->constant *= by;
  for (uint32_t i = 0; i < f->count; i++)
    f->terms[i].factor *= by;
  return 1;
}

/* A quotient is a form where nothing but one term once, and a constant, is divided. */
static int divide(zc_form *f, int64_t by) {
  if (f->count == 0) {
    f->constant = zc_floor_div(f->constant, by);
    return 1;
  }
  zc_term *t = &f->terms[0];
  if (f->count > 1 || t->factor != 1)
    return 0;
  t->after += f->constant * t->step;
  t->step *= by;
  f->constant = 0;
  return 1;
}

static void list_scaled(zc_form_lists *l, uint32_t first, const zc_node *n) {
  uint32_t end = l->top, a = zc_forms_of(l, n->a), c = l->top;
  for (uint32_t i = a; i < c; i++) {
    zc_form f = l->items[i];
    if (n->op == ZC_OP_MUL ? scale(&f, n->imm) : divide(&f, n->imm))
      add(l, c, &f);
    else
      l->is_exact = 0;
  }
  join(l, first, end, c);
}

/* A day as it is, or plus some days. */
static int is_plain_day(const zc_form *f) {
  return f->count == 1 && f->terms[0].factor == 1 && f->terms[0].kind == ZC_TERM_PLAIN &&
         f->terms[0].step == 1;
}

/* MONTHS or ADD_MONTHS of two forms. 0: it is no form. */
static int count_months(zc_form *out, const zc_node *n, const zc_form *a, const zc_form *b) {
  if (a->count == 0 && b->count == 0) {
    *out = constant_form(zc_evaluate_known(n, a->constant, b->constant, 0));
    return 1;
  }
  const zc_form *day = a->count ? a : b, *fixed = a->count ? b : a;
  if (!is_plain_day(day) || fixed->count || (n->op == ZC_OP_ADD_MONTHS && day == b))
    return 0;
  zc_term t = day->terms[0];
  t.kind = n->op == ZC_OP_ADD_MONTHS ? ZC_TERM_LATER : day == b ? ZC_TERM_SINCE : ZC_TERM_UNTIL;
  t.before = t.after + day->constant;
  t.after = 0;
  t.by = fixed->constant;
  t.factor = t.kind == ZC_TERM_UNTIL ? -1 : 1;
  *out = (zc_form){.count = 1, .terms = {t}};
  return 1;
}

static void list_months(zc_form_lists *l, uint32_t first, const zc_node *n) {
  uint32_t end = l->top, a = zc_forms_of(l, n->a), b = zc_forms_of(l, n->b), c = l->top;
  for (uint32_t i = a; i < b; i++)
    for (uint32_t j = b; j < c; j++) {
      zc_form months;
      if (count_months(&months, n, &l->items[i], &l->items[j]))
        add(l, c, &months);
      else
        l->is_exact = 0;
    }
  join(l, first, end, c);
}

/* A fact; months that follow from a partial date are less the months that its day is away, at most
 * the greatest value. */
static void list_fact(zc_form_lists *l, uint32_t first, const zc_node *n, zc_slot v) {
  int64_t date = zc_open_date(l->in->open, n->a);
  zc_form form = {.count = 1, .terms = {{.fact = n->a, .step = 1, .factor = 1}}};
  if (date >= 0)
    form.terms[0] = (zc_term){.fact = (uint32_t)date,
                              .kind = ZC_TERM_UNTIL,
                              .by = l->in->open->counting_day,
                              .step = 1,
                              .factor = -1};
  add(l, first, &form);
  if (date < 0 || v.hi < n->max)
    return;
  form = constant_form(v.hi);
  add(l, first, &form);
}

/* The list that begins at `first` gains the forms of a node that is no choice. */
static void list_node(zc_form_lists *l, uint32_t first, zc_node_id id) {
  const zc_node *n = &l->program->nodes[id];
  zc_slot v = l->values[id];
  zc_form form;
  if (v.lo == v.hi) {
    form = constant_form(v.lo);
    add(l, first, &form);
    return;
  }
  switch ((zc_op)n->op) {
  case ZC_OP_FACT:
    list_fact(l, first, n, v);
    break;
  case ZC_OP_ADD:
  case ZC_OP_SUB:
    list_sums(l, first, n);
    break;
  case ZC_OP_MIN:
  case ZC_OP_MAX: {
    uint32_t end = l->top, a = zc_forms_of(l, n->a);
    zc_forms_of(l, n->b);
    join(l, first, end, a);
    break;
  }
  case ZC_OP_MUL:
  case ZC_OP_DIV:
    list_scaled(l, first, n);
    break;
  case ZC_OP_MONTHS:
  case ZC_OP_ADD_MONTHS:
    list_months(l, first, n);
    break;
  case ZC_OP_UNSET:
    break;
  case ZC_OP_CALL:
    form = (zc_form){
        .count = 1,
        .terms = {
            {.fact = ZC_NO_TERM_FACT, .kind = ZC_TERM_RESULT, .by = id, .step = 1, .factor = 1}}};
    add(l, first, &form);
    break;
  default:
    l->is_exact &= n->type == ZC_BOOL;
    form = constant_form(0);
    add(l, first, &form);
    form = constant_form(1);
    add(l, first, &form);
  }
}

uint32_t zc_forms_of(zc_form_lists *l, zc_node_id id) {
  uint32_t first = l->top;
  for (;;) {
    /* A parameter of many values is a chain of choices as long, too long for a call for each. */
    id = zc_see_through(l, id);
    const zc_node *n = &l->program->nodes[id];
    if (n->op != ZC_OP_IF || l->values[id].lo == l->values[id].hi) {
      list_node(l, first, id);
      return first;
    }
    uint32_t end = l->top, chosen = zc_forms_of(l, n->b);
    join(l, first, end, chosen);
    id = n->c;
  }
}
