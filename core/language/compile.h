/* SPDX-License-Identifier: Apache-2.0 */
/* From the text of a condition to nodes of a program. The grammar is in plugins/README.md. */
#ifndef ZC_LANGUAGE_COMPILE_H
#define ZC_LANGUAGE_COMPILE_H

#include "base/diagnostics.h"
#include "facts/vocabulary.h"
#include "language/parameter.h"
#include "language/program.h"

/* The answers that a condition may name. */
typedef enum zc_named_answer {
  ZC_ANSWER_UNIT,        /* unit_is_grassroots: what `unit` answers */
  ZC_ANSWER_DESTINATION, /* destination_is_grassroots: the same of the destination */
  ZC_ANSWER_BASE,        /* current_title_is_base: `convert` of the current title answers valid */
  ZC_NAMED_ANSWERS
} zc_named_answer;
const char *zc_answer_name(zc_named_answer answer);
const char *zc_answer_label(zc_named_answer answer); /* in Chinese */

/* What given(...) asks of a fact instead of whether it is given itself. */
#define ZC_GIVEN_NEVER  UINT32_MAX
#define ZC_GIVEN_ALWAYS (UINT32_MAX - 1)

/* What the names in a condition mean. All pointers outlive the calls. */
typedef struct zc_names {
  const zc_vocabulary *vocabulary;
  const zc_parameter_set *parameters; /* may be NULL */
  const zc_function *functions;       /* may be NULL */
  uint32_t function_count;
  const char *region_id;            /* word for "this region" in comparisons of regions */
  int64_t division_lo, division_hi; /* value of the name region_division */
  const zc_node_id *fact_nodes; /* by fact: the node a rule reads (defaults and derivations in it);
                                   ZC_NO_NODE or a NULL array: the fact as given */
  const uint32_t *given_as;     /* by fact: the fact of which given(...) asks, or one of the numbers
                                   above; NULL: the fact itself */
  uint32_t minor; /* ABI of the plugin: a fact of a later one gives way to a parameter */
  /* Nodes by zc_named_answer. ZC_NO_NODE: `make` makes it, or cannot; NULL: there are none. */
  const zc_node_id *answers;
  zc_node_id (*make_answer)(void *maker, zc_named_answer answer);
  void *maker;
} zc_names;

/* What a name stands for: a fact of these names, or -1. */
int32_t zc_names_fact(const zc_names *names, const char *name, size_t length);

/* How a finding shows one fact that its condition names. */
typedef enum zc_need_form {
  ZC_NEED_NONE = 0, /* "needs": null */
  ZC_NEED_GE,       /* ">= N": value is the node of N */
  ZC_NEED_LE,
  ZC_NEED_EQ, /* "= word", "= true" */
  ZC_NEED_IN  /* "in {...}": enum: mask; division: `ranges` */
} zc_need_form;

typedef struct zc_mention {
  uint32_t fact;
  uint8_t form; /* zc_need_form */
  zc_node_id value;
  zc_node_id settled; /* bool: where it is true, what is asked of the fact here is asked no more, as
                         another branch of `or` holds or `if` goes another way; ZC_NO_NODE: never */
  uint64_t mask;
  const int64_t *ranges; /* pairs lo, hi; in the mentions' arena */
  uint32_t range_count;
} zc_mention;

/* A parameter that a condition names, under the keys that it gives there. */
typedef struct zc_parameter_use {
  uint32_t parameter; /* index */
  zc_node_id value;
  zc_node_id setting; /* index of the setting that gives the value; setting_count: none does */
} zc_parameter_use;

/* The facts that a condition names, each once, in the order of the text. Of several comparisons of
 * one fact the first counts. A comparison under `not` (but for a bool) or in a branch of `or`, or
 * of another form, has no need... except that alternatives keep theirs: see zc_compile. */
typedef struct zc_mentions {
  zc_mention *list;
  uint32_t count, capacity;
  zc_parameter_use *uses; /* the parameters, each once, in the order of the text */
  uint32_t use_count, use_capacity;
  zc_node_id settled; /* of the branch at hand, while a condition is gone through */
  zc_arena *arena;    /* where lists and ranges live */
} zc_mentions;

/* Adds the uses that are not there yet. -1: memory ran out (nothing is reported). */
int zc_mentions_add_uses(zc_mentions *mentions, const zc_parameter_use *uses, uint32_t count);

/* Where the text stands, for messages: "guangxi/scope.c:42:3: error: gx.scope.county, needs: ...",
 * where the column counts in the text. */
typedef struct zc_source {
  zc_place at;
  const char *row;   /* id of the rule, or NULL */
  const char *field; /* "needs" */
} zc_source;

/* Compiles `text`, which must be of type `want` (and unit, for ZC_INT; and of the enum
 * `enumeration`, for ZC_ENUM, -1: any). Mentions are added behind those that are there (NULL: not
 * wanted). ZC_NO_NODE: an error was reported, or memory ran out. */
zc_node_id zc_compile(zc_program *program, const zc_names *names, const char *text, zc_type want,
                      zc_unit unit, int32_t enumeration, const zc_source *source,
                      zc_mentions *mentions, zc_diagnostics *diag);

/* The same for an expression of any type, which is returned in *type, *unit, *enumeration. */
zc_node_id zc_compile_any(zc_program *program, const zc_names *names, const char *text,
                          const zc_source *source, zc_type *type, zc_unit *unit,
                          int32_t *enumeration, zc_mentions *mentions, zc_diagnostics *diag);

#endif
