/* SPDX-License-Identifier: Apache-2.0 */
/* Shared by the files that compile a plugin's tables into a region (compile_*.c): one subject of
 * the tables each. Errors go to `diag`, and the work goes on so that all of them are reported;
 * zc_region_compile looks at `diag` in the end. */
#ifndef ZC_COMPILE_COMPILER_H
#define ZC_COMPILE_COMPILER_H

#include "base/hint.h"
#include "base/words.h"
#include "compile/tables.h"
#include "engine/region.h"
#include "language/compile.h"

#include <string.h>

/* A rule or a route on its way: just one of the two rows is set. Stands at the index of its
 * compiled rule. */
typedef struct zc_draft {
  const zc_rule *rule;
  const zc_route *route;
  const char *replaces, *tracks;
  zc_node_id alone;  /* in force but for rows that replace it */
  zc_node_id when;   /* ZC_NO_NODE: an error was reported */
  zc_node_id months; /* waiver: the months it takes off while it is met; else ZC_NO_NODE */
  zc_mentions mentions;
  uint8_t visit; /* resolving `replaces`: 0 not yet, 1 under way, 2 done */
} zc_draft;

typedef struct zc_compiler {
  zc_region *region;
  const char *file; /* of the plugin, for messages without a row */
  zc_diagnostics *diag;
  zc_tables tables;
  zc_names names;
  zc_node_id *fact_nodes; /* writable views of the region's arrays */
  zc_node_id *derived_when;
  uint64_t all_tracks;            /* mask of the tracks that the region has */
  zc_draft *drafts;               /* by index of region->rules */
  zc_node_id exclusive;           /* an exclusive route applies ... */
  zc_node_id exclusive_for_scope; /* ... under which scope, choice and lock do not bind either */
  uint32_t place; /* zc_answer_place of the conditions at hand; ZC_ANSWER_PLACES: those that
                     may name no answer */
  uint8_t is_made[ZC_NAMED_ANSWERS]; /* under way */
  zc_arena scratch;                  /* lives while the region is compiled */
} zc_compiler;

/* A message about a row: "file:line: error: <row>, <field>: ...". Both formats take the same
 * arguments, of which there is at least one. */
#define ZC_ROW_ERROR(c, place, row, field, zh, en, ...)                                            \
  ((void)zc_report((c)->diag, ZC_BAD_PLUGIN,                                                       \
                   &(zc_where){.file = (place).file, .line = (place).line}, "%s，%s：" zh,         \
                   "%s, %s: " en, (row), (field), __VA_ARGS__))

/* Whether memory ran out: nothing more can be done. */
int zc_compiler_stopped(const zc_compiler *c);
/* Zeroed memory of the region (or of the compilation); NULL: reported. */
void *zc_compiler_alloc(zc_compiler *c, size_t size);
void *zc_compiler_scratch(zc_compiler *c, size_t size);

/* A row as messages name it. */
typedef struct zc_named_row {
  const char *id;
  const zc_place *at;
} zc_named_row;
/* Reports each id among rows of one kind that has not the form of an id ([a-z0-9_.-], a letter
 * first), and each that stands twice. */
void zc_ids_check(zc_compiler *c, const zc_named_row *rows, uint32_t count);

/* ---- law (compile_law.c) ---- */

void zc_documents_compile(zc_compiler *c);
void zc_clauses_compile(zc_compiler *c);

/* What a row says about the law behind it; fields as in zc_rule. */
typedef struct zc_law_row {
  const zc_place *at;
  const char *id, *clauses, *from, *until;
  int bare; /* named <region>.<name> it may rest on no clause, whatever clauses are named */
} zc_law_row;
/* The clauses and documents of a row and the days on which it is in force. */
void zc_law_compile(zc_compiler *c, const zc_law_row *row, zc_law *law, zc_span *span);
/* A day as authors write it; `ever` (a day) where the text is "ever". */
int zc_day_read(zc_compiler *c, const zc_place *at, const char *row, const char *field,
                const char *text, zc_day ever, zc_day *day);
/* Clause of an id; NULL: reported. */
const zc_clause *zc_clause_find(zc_compiler *c, const zc_place *at, const char *row,
                                const char *field, const char *id, size_t length);
zc_span zc_document_span(const zc_region *region, const char *id);

/* ---- facts (compile_facts.c) ---- */

void zc_functions_compile(zc_compiler *c);
void zc_facts_compile(zc_compiler *c);
void zc_counting_days_compile(zc_compiler *c);

/* ---- tracks and conditions (compile_tracks.c) ---- */

void zc_tracks_compile(zc_compiler *c);
void zc_referrals_compile(zc_compiler *c); /* after the rules */
/* Mask of the tracks in a list; NULL: all of the region. */
uint64_t zc_tracks_read(zc_compiler *c, const zc_place *at, const char *row, const char *list);
/* The day lies in the span and the track is one of `tracks`. */
zc_node_id zc_in_force_node(zc_compiler *c, zc_span span, uint64_t tracks);
/* A condition of a row; NULL text: constantly true. */
zc_node_id zc_condition_compile(zc_compiler *c, const zc_place *at, const char *row,
                                const char *field, const char *text, zc_mentions *mentions);
/* An expression in months, of which the parameters alone are shown. */
zc_node_id zc_months_compile(zc_compiler *c, const zc_place *at, const char *row, const char *field,
                             const char *text, zc_mentions *mentions);
zc_node_id zc_and(zc_compiler *c, zc_node_id a, zc_node_id b);
zc_node_id zc_or(zc_compiler *c, zc_node_id a, zc_node_id b);

/* ---- sentences (sentences.c) ---- */

/* The text of a row: its placeholders are filled where their values never change, and become blanks
 * elsewhere. Their parameters are added to `mentions` (NULL: nobody shows them). */
void zc_sentence_compile(zc_compiler *c, const zc_place *at, const char *row, const zc_text *from,
                         zc_text *text, zc_sentence *said, zc_mentions *mentions);
/* Reports placeholders in a text in which no value can stand, for nobody asks it about a person. */
void zc_text_plain_check(zc_compiler *c, const zc_place *at, const char *row, const zc_text *text);

/* ---- rules and routes (compile_rules.c, compile_routes.c, compile_links.c) ---- */

void zc_rules_compile(zc_compiler *c);
void zc_route_compile(zc_compiler *c, uint32_t index);
/* The text of a rule or route, and all that its finding shows. */
void zc_rule_finish(zc_compiler *c, uint32_t index, const zc_text *text);
void zc_routes_order(zc_compiler *c);
/* in_force of every rule: `replaces` taken into account. */
void zc_replaces_compile(zc_compiler *c);
/* What waivers and routes lift, as indices. */
void zc_waives_compile(zc_compiler *c);
/* What everybody who decides reads: met, lifted, passes (compile/verdict.c). After all of these. */
void zc_verdict_compile(zc_compiler *c);
/* Reports what `reduces` of waivers names in vain. */
void zc_reduces_check(zc_compiler *c);
/* Index of a rule or route; -1: none. */
int32_t zc_rule_find(const zc_compiler *c, const char *id, size_t length);

void zc_prohibitions_compile(zc_compiler *c);

/* ---- other questions ---- */

void zc_conversions_compile(zc_compiler *c);
void zc_units_compile(zc_compiler *c);
/* What the rows answer under the names as they are: the result (an enum node), and whether the unit
 * is grassroots. Not known on days without an edition. */
zc_node_id zc_conversion_answer(zc_compiler *c);
zc_node_id zc_unit_answer(zc_compiler *c);

/* ---- answers that conditions name (answers.c) ---- */

void zc_answers_begin(zc_compiler *c);
/* From here on conditions stand in `place` (zc_answer_place, or ZC_ANSWER_PLACES). */
void zc_answers_at(zc_compiler *c, uint32_t place);
/* For zc_names: the node of an answer; ZC_NO_NODE: there is none here. */
zc_node_id zc_answer_make(void *maker, zc_named_answer which);
/* What the analysis asks of conversions; both tables are compiled. */
void zc_holds_outside_compile(zc_compiler *c);
void zc_effects_compile(zc_compiler *c);
void zc_steps_compile(zc_compiler *c);

/* ---- what the author accepts; after all other rows ---- */

void zc_acceptances_compile(zc_compiler *c);

#endif
