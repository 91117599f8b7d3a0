/* SPDX-License-Identifier: Apache-2.0 */
/* Shared by the files that write a rule book (book_*.c), one part of it each. */
#ifndef ZC_BOOK_BOOK_PART_H
#define ZC_BOOK_BOOK_PART_H

#include "book/book.h"
#include "book/prose.h"

typedef struct zc_book {
  zc_page page;
  zc_prose *prose;
  const zc_region *region;
  const zc_book_case *cases;
  uint32_t case_count;
  int level; /* of the headings of cards: one below that of what they stand in */
} zc_book;

/* ---- pieces ---- */

/* A field with a condition; nothing where there is none. */
void zc_book_condition(zc_book *b, const char *name, const char *condition);
/* "2022-01-01 起", "2024-01-01 至 2024-12-31", "不限". */
void zc_book_span(zc_book *b, zc_span span);
/* A link whose text is the id of a row: rule, conversion, unit, effect, step, prohibition. */
void zc_book_link(zc_book *b, const char *kind, const char *id);
/* A cell with plain text (NULL: "—"). */
void zc_book_cell(zc_book *b, const char *text);
/* A list of words of a fact, parted by blanks: "general targeted"; NULL: `none`. */
void zc_book_words(zc_book *b, uint32_t fact, const char *list, const char *none);
const char *zc_book_result(uint32_t result); /* "有效" */

/* Whether a clause of the document is cited. */
int zc_book_cites(const zc_region *region, const zc_document *document);

/* The row of the tables behind a compiled one; NULL: there is none of that kind. */
const zc_rule *zc_book_rule_row(const zc_region *region, const char *id);
const zc_route *zc_book_route_row(const zc_region *region, const char *id);
const zc_conversion *zc_book_conversion_row(const zc_region *region, const char *id);
const zc_unit_row *zc_book_unit_row(const zc_region *region, const char *id);

/* ---- parts, in their order ---- */

void zc_book_clauses(zc_book *b);
void zc_book_common(zc_book *b);
void zc_book_routes(zc_book *b);
void zc_book_conversions(zc_book *b);
void zc_book_units(zc_book *b);
void zc_book_calendar(zc_book *b);
void zc_book_parameters(zc_book *b);
void zc_book_vocabulary(zc_book *b);
void zc_book_cases(zc_book *b);

/* ---- cards (book_card.c) ---- */

void zc_book_rule(zc_book *b, const zc_compiled_rule *rule);
void zc_book_conversion(zc_book *b, const zc_compiled_rule *row);
void zc_book_unit(zc_book *b, const zc_compiled_rule *row);
void zc_book_effect(zc_book *b, const zc_compiled_effect *effect);
void zc_book_step(zc_book *b, const zc_compiled_step *step);
void zc_book_prohibition(zc_book *b, const zc_compiled_prohibition *row);
/* The lines of a route as a table. */
void zc_book_lines(zc_book *b, const zc_route *route);
/* When a step is due, in words. */
void zc_book_due(zc_book *b, const zc_compiled_step *step);

/* Links to the cases that are about a row, or (key "effect.", "due.") expect something of it. */
void zc_book_examples(zc_book *b, zc_question question, const char *key, const char *id);

#endif
