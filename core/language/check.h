/* SPDX-License-Identifier: Apache-2.0 */
/* Types. The checker goes through the tree from below and gives every part its type; words, and
 * bare numbers, wait for the other side of their operator. The emitter then goes from above and
 * makes nodes; it tells each part which type is wanted of it. */
#ifndef ZC_LANGUAGE_CHECK_H
#define ZC_LANGUAGE_CHECK_H

#include "language/syntax.h"

/* One text on its way from bytes to nodes. */
typedef struct zc_compilation {
  zc_complaint complaint;
  const zc_names *names;
  zc_program *program;
  zc_tree tree;
} zc_compilation;

typedef enum zc_builtin {
  ZC_BUILTIN_KNOWN,
  ZC_BUILTIN_GIVEN,
  ZC_BUILTIN_MIN,
  ZC_BUILTIN_MAX,
  ZC_BUILTIN_YEARS,
  ZC_BUILTIN_MONTHS,
  ZC_BUILTIN_FULL_MONTHS,
  ZC_BUILTIN_ADD_MONTHS,
  ZC_BUILTIN_SAME_PREFECTURE,
  ZC_BUILTIN_COUNT
} zc_builtin;

/* Types every part. -1: an error was reported. */
int zc_check(zc_compilation *c);

/* The common type of two parts that meet in an operator. -1: an error was reported. */
int zc_unify(zc_compilation *c, zc_part_id a, zc_part_id b, zc_kindred *out);
/* The type that a part takes where `wanted` is asked for. -1: an error was reported. */
int zc_accept(zc_compilation *c, zc_part_id part, zc_kindred wanted);

/* ---- names.c ---- */

/* Finds what a name means; sets meaning, index and type. A name that means nothing else is left as
 * a word. */
void zc_resolve_name(zc_compilation *c, zc_part *part);
/* Reports a name that means nothing where `wanted` is asked for. */
int zc_complain_unknown(zc_compilation *c, const zc_part *part, zc_kindred wanted);
/* Reports a part of the wrong type. */
int zc_complain_type(zc_compilation *c, uint32_t at, zc_kindred found, zc_kindred wanted);
int zc_builtin_arity(zc_builtin builtin, uint32_t *least, uint32_t *most);
const char *zc_builtin_name(zc_builtin builtin);

/* Whether a part may stand as one whole division: a code, or region_division. */
static inline int zc_is_division_literal(const zc_part *part) {
  return (part->kind == ZC_PART_NUMBER && part->is.unit == ZC_UNIT_COUNT) ||
         (part->kind == ZC_PART_NAME && part->meaning == ZC_MEANS_REGION_DIVISION);
}

static inline const char *zc_part_text(const zc_compilation *c, const zc_part *part) {
  return c->complaint.text + part->at;
}

#define ZC_KINDRED(t) ((zc_kindred){.type = (t), .unit = ZC_NO_UNIT, .enumeration = -1})

#endif
