/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Decision diagrams: the exact answer to "what would the verdict be for each completion of the
 * unknown facts?" Every unknown fact becomes a variable whose values are split into pieces that no
 * condition tells apart; every undecided node of the program becomes a reduced, ordered diagram
 * over them (Bryant 1986, with many-valued variables and whole numbers at the leaves). In a reduced
 * diagram a variable stands exactly when the function depends on it: that is the list of missing
 * facts.
 */
#ifndef ZC_LOGIC_DIAGRAM_H
#define ZC_LOGIC_DIAGRAM_H

#include "facts/vocabulary.h"
#include "logic/domain.h"
#include "logic/evaluate.h"

typedef uint32_t zc_ref; /* a diagram: index of its top node */
#define ZC_NO_REF UINT32_MAX

typedef struct zc_diagrams zc_diagrams;

/* Room for the diagrams of one program, one question at a time. NULL: out of memory. */
zc_diagrams *zc_diagrams_new(const zc_program *program, const zc_vocabulary *vocabulary);
void zc_diagrams_free(zc_diagrams *d);

/* Starts a question: the values that zc_evaluate found for the nodes in `list`. */
void zc_diagrams_begin(zc_diagrams *d, const zc_inputs *in, const zc_slot *values,
                       const zc_node_id *list, uint32_t count);

/* The same of several sights, which outlive the question: diagrams of all of them can be joined.
 * The first is seen. */
void zc_diagrams_begin_all(zc_diagrams *d, const zc_sight *sights, uint32_t count);
/* Other values and inputs of the same question: domains and diagrams stay. What is open there is
 * open in a sight that it began with. */
void zc_diagrams_see(zc_diagrams *d, const zc_inputs *in, const zc_slot *values);

/* The diagram of a node. After an overflow (zc_diagrams_exact is then 0) the results mean nothing.
 */
zc_ref zc_diagram_of(zc_diagrams *d, zc_node_id node);
zc_ref zc_diagram_const(zc_diagrams *d, int64_t value); /* also ZC_NEVER_KNOWN */
zc_ref zc_diagram_and(zc_diagrams *d, zc_ref a, zc_ref b);
zc_ref zc_diagram_or(zc_diagrams *d, zc_ref a, zc_ref b);
zc_ref zc_diagram_not(zc_diagrams *d, zc_ref a);
zc_ref zc_diagram_if(zc_diagrams *d, zc_ref condition, zc_ref yes, zc_ref no);
/* Whether the value of `a` passes `test`, a ZC_OP_RANGE or ZC_OP_SET that outlives the question. */
zc_ref zc_diagram_test(zc_diagrams *d, const zc_node *test, zc_ref a);

/* Whether the diagram is one leaf; its value goes to *value. */
int zc_diagram_is_leaf(const zc_diagrams *d, zc_ref a, int64_t *value);
/* The leaves that can be reached, without repeats; 0: there are more than `room`. */
uint32_t zc_diagram_values(zc_diagrams *d, zc_ref a, int64_t *values, uint32_t room);
/* Which of the leaves 0, 1 and ZC_NEVER_KNOWN can be reached: bits 1, 2 and 4; others 8. */
unsigned zc_diagram_leaves(zc_diagrams *d, zc_ref a);
/* The same where the fact's value is in one piece. */
unsigned zc_diagram_leaves_in(zc_diagrams *d, zc_ref a, uint32_t fact, uint32_t piece);
int zc_diagram_depends(zc_diagrams *d, zc_ref a, uint32_t fact);
/* Marks (sets to 1) the facts that the diagram depends on in `facts`, by fact index. */
void zc_diagram_support(zc_diagrams *d, zc_ref a, uint8_t *facts);

/*
 * Where a caller leaves GIVEN and KNOWN nodes undecided ([0, 1]) among the values, the diagrams ask
 * about these too: whether fact f is given is the variable fact_count + f, and a fact under KNOWN
 * has one more piece, the value ZC_NEVER_KNOWN. `facts` of zc_diagram_support then has room for
 * twice as many. No answer does so.
 */

/* The fact that the diagram asks about first, and the diagram for each piece of its values; -1: a
 * leaf. */
int32_t zc_diagram_fact(const zc_diagrams *d, zc_ref a);
zc_ref zc_diagram_child(const zc_diagrams *d, zc_ref a, uint32_t piece);
/* The first value of each piece of a fact's values, ascending; returns how many. */
uint32_t zc_diagram_pieces(const zc_diagrams *d, uint32_t fact, const int64_t **points);
/* Whether the fact is compared with others (zc_splitter_is_linked): a value that is no point of it
 * need not be answered as the first of its piece. */
int zc_diagrams_is_linked(const zc_diagrams *d, uint32_t fact);
/* Refs are below this number. */
#define ZC_DIAGRAM_LIMIT (1u << 18)
/* Calls of plugins' functions in one question; more, for a function of many facts of many values,
 * are an overflow. */
#define ZC_CALL_LIMIT (1u << 17)

/* 0: room ran out or a condition was of a kind that cannot be split exactly, so that the support
 * may be too large or not known. */
int zc_diagrams_exact(const zc_diagrams *d);
int zc_diagrams_overflow(const zc_diagrams *d);

/* Every unknown fact that the question's nodes read: the superset for when exactness is lost. */
void zc_diagrams_unknown_facts(const zc_diagrams *d, uint8_t *facts);

#endif
