/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Forms: what a comparison asks of numbers, seen through its choices. `max(x, y) >= z + 3` holds
 * where x - z - 3 >= 0 or y - z - 3 >= 0: every comparison of sums, differences, choices, minima
 * and maxima is made of conditions "form >= 0" by and, or, not, and a form is a sum of terms of one
 * fact each. Domains are split by forms (domain.c), and linked facts by what links them (linked.c).
 */
#ifndef ZC_LOGIC_FORMS_H
#define ZC_LOGIC_FORMS_H

#include "facts/vocabulary.h"
#include "logic/evaluate.h"

#define ZC_MAX_TERMS  4u   /* of one form; more make the answer inexact */
#define ZC_FORMS_OF   128u /* of one expression; more make the answer inexact */
#define ZC_FORM_ROOM  1024u
#define ZC_FORM_STEPS (1u << 15) /* forms looked at for one question; more make it inexact */

/* What a term is before it is divided. */
typedef enum zc_term_kind {
  ZC_TERM_PLAIN = 0, /* the fact's value x */
  ZC_TERM_LATER,     /* day x + before, `by` months later */
  ZC_TERM_SINCE,     /* months from day `by` to day x + before */
  ZC_TERM_UNTIL,     /* less the months from day x + before to day `by` */
  ZC_TERM_RESULT /* no fact: the result of the function at node `by`, whose arguments are split */
} zc_term_kind;
#define ZC_NO_TERM_FACT UINT32_MAX /* the fact of a result: behind all others */

/* factor * floor((kind(x) + after) / step): it grows with x where factor > 0, and falls where
 * factor < 0. */
typedef struct zc_term {
  uint32_t fact;
  uint32_t kind;
  int64_t before, by, after, step; /* before, by: 0 for ZC_TERM_PLAIN; step > 0 */
  int64_t factor;                  /* not 0 */
} zc_term;

/* The sum of terms and a constant. Terms stand in the order of their facts. */
typedef struct zc_form {
  uint32_t count;
  zc_term terms[ZC_MAX_TERMS];
  int64_t constant;
} zc_form;

/* Room in which the forms of expressions are listed, one list behind the other. */
typedef struct zc_form_lists {
  const zc_program *program;
  const zc_inputs *in;
  const zc_slot *values; /* by node, as zc_evaluate found them */
  zc_form items[ZC_FORM_ROOM];
  uint32_t top;
  uint32_t steps;
  int is_exact; /* 0: some expression has forms that are not listed */
} zc_form_lists;

void zc_forms_begin(zc_form_lists *lists, const zc_program *program, const zc_inputs *in,
                    const zc_slot *values);

/* Lists the forms that the number `id` may take behind the others, without repeats, and returns the
 * first; the end is lists->top. What is never known has none; of a bool both values are listed. The
 * caller sets `top` back. */
uint32_t zc_forms_of(zc_form_lists *lists, zc_node_id id);
/* The form a - b. 0: it has too many terms. */
int zc_form_subtract(zc_form *out, const zc_form *a, const zc_form *b);

/* Whether two forms have the same terms and the same constant. */
int zc_form_same(const zc_form *a, const zc_form *b);

/* What a node turns out to be once conditions that are already decided are seen through. */
zc_node_id zc_see_through(const zc_form_lists *lists, zc_node_id id);

/* The term without its factor where the fact is x. */
int64_t zc_term_value(const zc_term *term, int64_t x);
/* The least x in lo..hi where the term without its factor is at least `least`; hi + 1: none. */
int64_t zc_term_reach(const zc_term *term, int64_t least, int64_t lo, int64_t hi);
/* Whether two terms are of one fact and the same but for their factors. */
int zc_term_same(const zc_term *a, const zc_term *b);

/* a / b rounded down, and up; b > 0. */
static inline int64_t zc_floor_div(int64_t a, int64_t b) {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}
static inline int64_t zc_ceil_div(int64_t a, int64_t b) {
  return -zc_floor_div(-a, b);
}

#endif
