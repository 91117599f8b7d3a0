/* SPDX-License-Identifier: Apache-2.0 */
/* The row evaluator: one pass over the nodes of a program, each an interval (see program.h). */
#ifndef ZC_LOGIC_EVALUATE_H
#define ZC_LOGIC_EVALUATE_H

#include "base/date.h"
#include "facts/facts.h"
#include "language/program.h"

/* What the nodes of a program read. */
typedef struct zc_inputs {
  const zc_slot *slots; /* by fact */
  const uint8_t *given; /* by fact */
  const zc_function *functions;
  zc_day as_of;
  int strict;                 /* 1: nothing is assumed */
  const zc_open_months *open; /* for diagrams; NULL: no months follow from a partial date */
} zc_inputs;

/* The fact that completions give a value to: of open months their date. */
static inline uint32_t zc_asked_fact(const zc_inputs *in, uint32_t fact) {
  int64_t date = zc_open_date(in->open, fact);
  return date < 0 ? fact : (uint32_t)date;
}

/* What the fact is worth where the one that is asked about is at a point. */
static inline int64_t zc_asked_value(const zc_inputs *in, const zc_vocabulary *v, uint32_t fact,
                                     int64_t point) {
  if (zc_open_date(in->open, fact) < 0)
    return point;
  int64_t months = zc_full_months((zc_day)point, in->open->counting_day);
  return months < v->facts[fact].max ? months : v->facts[fact].max;
}

/* The value of one node from the values of its operands. */
zc_slot zc_evaluate_node(const zc_program *program, const zc_inputs *in, zc_node_id id,
                         const zc_slot *values);

/* The values of the listed nodes, which stand in the order of the program; `values` has room for
 * all nodes of the program. */
void zc_evaluate(const zc_program *program, const zc_inputs *in, const zc_node_id *list,
                 uint32_t count, zc_slot *values);

/* One operation on known values; the result of an operation on ZC_NEVER_KNOWN is ZC_NEVER_KNOWN
 * unless the other operand decides. Shared with the diagrams. */
#define ZC_NEVER_KNOWN INT64_MIN
int64_t zc_evaluate_known(const zc_node *node, int64_t a, int64_t b, int64_t c);

#endif
