/* SPDX-License-Identifier: Apache-2.0 */
/* A region ready to answer: its tables in plain order, its conditions compiled. Made by the host
 * from a plugin, read by the engine and the reports, never changed after that. */
#ifndef ZC_ENGINE_REGION_H
#define ZC_ENGINE_REGION_H

#include "base/date.h"
#include "facts/division.h"
#include "facts/vocabulary.h"
#include "language/compile.h"
#include "language/parameter.h"
#include "language/program.h"
#include "zhicheng/plugin.h"

typedef enum zc_question {
  ZC_Q_ASSESS = 0,
  ZC_Q_CONVERT,
  ZC_Q_UNIT,
  ZC_Q_CALENDAR,
  ZC_Q_COUNT
} zc_question;

/* Where a row of law is in force: the document's days, or narrower or wider ones. */
typedef struct zc_span {
  zc_day from, until; /* both included */
} zc_span;

/* A place that a row cites. One outside the row's own document is cited only while that is in force
 * and, where it binds a part of the region, for units known to lie there. */
typedef struct zc_cite {
  const zc_document *document;
  const char *clause; /* "": the document as a whole */
  zc_span span;       /* days on which it is cited */
  zc_division division;
} zc_cite;

typedef struct zc_law {
  const zc_document **documents; /* copies in the region's arena, without repeats */
  zc_span *spans;                /* of each document; from > until: cited only */
  uint32_t document_count;
  zc_cite *cites; /* of the clauses, in their order, then of further documents; one each */
  uint32_t cite_count;
  const zc_clause **clauses;
  uint32_t clause_count;
} zc_law;

/* A place in a sentence with a value that depends on the day and the facts. */
typedef struct zc_blank {
  const char *before; /* what stands between it and the blank before it */
  const char *name;   /* what stands there where the value is not known: "〔锁定期〕" */
  zc_node_id value;
  uint32_t type; /* ZC_INT or ZC_DATE */
  uint32_t unit; /* zc_unit */
} zc_blank;

/* A sentence in one language; without blanks it says nothing that its zc_text does not. */
typedef struct zc_sentence {
  zc_blank *blanks;
  uint32_t count;
  const char *rest; /* behind the last blank; NULL: no blanks */
} zc_sentence;
enum { ZC_SENTENCE_LANGUAGES = ZC_LANG_ZH + 1 };

/* Indices into region->rules. */
typedef struct zc_index_list {
  uint32_t *items;
  uint32_t count;
} zc_index_list;

/*
 * A row that makes a finding: rule, route, conversion or unit row. Its nodes are bool nodes of
 * region->program:
 *   in_force  the day lies in the row's span, the track is one of its tracks, and no row that
 *             replaces it is in force
 *   gate      rules and routes: in_force and, without ZC_BINDS_ALWAYS, "no exclusive route applies"
 *   applies   the gate, else in_force, and `when`
 *   holds     `needs` (route: a line and `needs`; conversion: `keeps`; unit row: `grassroots`)
 * and, of rules and routes, what the verdict is made of (compile/verdict.c):
 *   met       a rule that binds: does not apply, or holds; any other: applies and holds
 *   lifted    a rule that binds: by a general waiver; any other: ZC_NO_NODE
 *   passes    a rule that binds: met or lifted; a route: whoever meets it may apply; else
 * ZC_NO_NODE
 */
typedef struct zc_compiled_rule {
  const char *id;
  const char *kind; /* word for the report: "requirement", "scope", "route", "waiver", ... */
  zc_place at;
  zc_text text; /* with the values that never change; names stand in its blanks */
  zc_sentence said[ZC_SENTENCE_LANGUAGES];
  zc_law law;
  zc_span span;
  zc_kind rule_kind; /* ZC_NO_KIND for routes, conversions and unit rows */
  uint32_t flags;
  uint64_t tracks; /* mask of words of the track enum */
  zc_node_id in_force, gate, applies, holds;
  zc_node_id met, lifted, passes;
  /* waiver and route: what they lift */
  zc_index_list waives;
  /* route */
  zc_rank rank;
  zc_mode mode;
  /* conversion */
  zc_result kept, otherwise;
  /* what a report shows: mentions of `when` and `needs`; for a route also of each line */
  zc_mention *mentions;
  uint32_t mention_count;
  zc_parameter_use *uses; /* parameters of `when`, `needs`, `months` and the text */
  uint32_t use_count;
  struct zc_line_report {
    const zc_line *row;   /* a copy in the region's arena */
    zc_node_id months;    /* its fact in months reaches its floor */
    zc_node_id applies;   /* target and `when` of the line */
    zc_node_id education; /* its education holds */
    zc_node_id held;      /* its title is held */
    zc_node_id holds;     /* the whole line holds */
    zc_mention *mentions;
    uint32_t mention_count;
    zc_parameter_use *uses; /* parameters of its `when` and its floor */
    uint32_t use_count;
  } * lines;
  uint32_t line_count;
} zc_compiled_rule;

typedef struct zc_compiled_effect {
  const zc_effect *row; /* a copy in the region's arena */
  const char *kind;     /* "evidence" */
  zc_text text;         /* as of a rule */
  zc_sentence said[ZC_SENTENCE_LANGUAGES];
  zc_law law;
  zc_span span;
  uint32_t questions;
  int is_duty;        /* `data` names somebody else whose duty it is */
  zc_node_id gate;    /* in force, on track, one of the results that it is tied to */
  zc_node_id asked;   /* in force, on track, `when` */
  zc_node_id applies; /* the gate and `when` */
  uint64_t results;   /* mask of the answers to `convert` with which it is listed */
  uint32_t *shows;    /* facts */
  uint32_t show_count;
} zc_compiled_effect;

typedef struct zc_compiled_step {
  const zc_step *row;
  zc_law law;
  int32_t from_year, until_year;
  int32_t month, day;                  /* fixed due date; 0: none */
  const zc_named_parameter *parameter; /* due day from a date parameter; NULL: none */
  int32_t anchor;                      /* fact, or -1 */
  zc_index_list replaces;              /* indices of steps */
} zc_compiled_step;

/* What the check over the rules forbids; no answer shows it. */
typedef struct zc_compiled_prohibition {
  const zc_prohibition *row; /* a copy in the region's arena */
  zc_law law;
  zc_span span;
  uint64_t tracks; /* mask of words of the track enum */
  zc_node_id when; /* ZC_NO_NODE: always */
} zc_compiled_prohibition;

typedef struct zc_track_row {
  uint32_t track; /* word of the track enum */
  zc_span span;
  int32_t referral; /* index of a rule, or -1 */
} zc_track_row;

/* Where a condition stands that names an answer: in convert the series is that of the title held.
 */
typedef enum zc_answer_place { ZC_IN_ASSESS = 0, ZC_IN_CONVERT, ZC_ANSWER_PLACES } zc_answer_place;

typedef struct zc_region {
  const char *id, *version, *file; /* file: where it was loaded from */
  zc_text name;
  int64_t division_lo, division_hi;
  zc_vocabulary vocabulary;
  zc_parameter_set parameters;
  zc_document *documents;
  zc_span *document_spans;
  zc_division *document_divisions; /* the part of the region that each binds */
  uint32_t document_count;
  zc_clause *clauses;
  uint32_t clause_count;
  zc_track_row *tracks;
  uint32_t track_count;

  zc_program program;
  /* Date nodes by question; months that they would read are not counted yet. */
  zc_node_id counting_days[ZC_Q_CALENDAR];
  const zc_node_id *fact_nodes;   /* by fact: what rules read */
  const zc_node_id *derived_when; /* by fact: its condition, or ZC_NO_NODE */
  zc_function *functions;
  uint32_t function_count;

  zc_compiled_rule *rules; /* rules and routes of `assess`, in the order of the findings */
  uint32_t rule_count;
  uint32_t *routes; /* indices into rules, in the order in which they are tried */
  uint32_t route_count;
  zc_node_id passes;        /* some route passes */
  zc_node_id always_passes; /* all that binds whatever the route, and rests on a document */
  zc_compiled_rule *conversions;
  uint32_t conversion_count;
  zc_node_id conversion_result; /* enum node: zc_result, by the first row that decides */
  /* A targeted title of here whose holder stays, or builds on it, at a unit that is not grassroots,
   * or moves to one; never where the region says nothing of units. */
  zc_node_id holds_outside;
  zc_compiled_rule *units;
  uint32_t unit_count;
  zc_node_id unit_result;
  /* What conditions mean by the answers to other questions; ZC_NO_NODE where none names it. */
  zc_node_id answers[ZC_ANSWER_PLACES][ZC_NAMED_ANSWERS];
  zc_compiled_effect *effects;
  uint32_t effect_count;
  zc_compiled_step *steps;
  uint32_t step_count;
  zc_compiled_prohibition *prohibitions;
  uint32_t prohibition_count;
  const zc_acceptance **acceptances; /* copies in the arena, in the order of the tables */
  uint32_t acceptance_count;

  const zc_region_plugin *plugin; /* its tables, copied into the arena: the digest reads them */
  char rules_digest[72];          /* of the rules without the public tables: "sm3:" and 64 digits */
  char digest[72];                /* of both, which answers show */
  zc_arena arena;
  void *library; /* of libdl; NULL for a region made in memory */
} zc_region;

/* What the names in a region's conditions mean, for one that is compiled later. Lives as long as
 * the region. */
static inline zc_names zc_region_names(const zc_region *region) {
  return (zc_names){.vocabulary = &region->vocabulary,
                    .parameters = &region->parameters,
                    .functions = region->functions,
                    .function_count = region->function_count,
                    .region_id = region->id,
                    .division_lo = region->division_lo,
                    .division_hi = region->division_hi,
                    .fact_nodes = region->fact_nodes,
                    .minor = region->plugin->abi_minor,
                    .answers = region->answers[ZC_IN_ASSESS]};
}

#endif
