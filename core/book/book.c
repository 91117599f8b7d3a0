/* SPDX-License-Identifier: Apache-2.0 */
/* The frame of a rule book: title, contents, documents, and the pieces that its parts share. */
#include "book/book_part.h"
#include "report/text.h"

#include "base/words.h"

#include <stdio.h>
#include <string.h>

/* ---- pieces ---- */

void zc_book_condition(zc_book *b, const char *name, const char *condition) {
  if (condition) {
    zc_page_field_begin(&b->page, name);
    zc_prose_condition(b->prose, condition);
    zc_page_field_end(&b->page);
  }
}

void zc_book_span(zc_book *b, zc_span span) {
  char from[11], until[11];
  zc_day_format(span.from, from);
  zc_day_format(span.until, until);
  if (span.from > ZC_DAY_MIN) {
    zc_page_text(&b->page, from);
    zc_page_text(&b->page, span.until < ZC_DAY_MAX ? " 至 " : " 起");
  }
  if (span.until < ZC_DAY_MAX) {
    zc_page_text(&b->page, span.from > ZC_DAY_MIN ? "" : "至 ");
    zc_page_text(&b->page, until);
  }
  if (span.from <= ZC_DAY_MIN && span.until >= ZC_DAY_MAX)
    zc_page_text(&b->page, "不限日期");
}

void zc_book_link(zc_book *b, const char *kind, const char *id) {
  zc_page_link_begin(&b->page, kind, id);
  zc_page_text(&b->page, id);
  zc_page_link_end(&b->page, kind, id);
}

void zc_book_cell(zc_book *b, const char *text) {
  zc_page_cell_begin(&b->page);
  zc_page_text(&b->page, text ? text : "—");
  zc_page_cell_end(&b->page);
}

void zc_book_words(zc_book *b, uint32_t fact, const char *list, const char *none) {
  const char *word;
  size_t length;
  const char *between = "";
  if (!list) {
    zc_page_text(&b->page, none);
    return;
  }
  while (zc_next_word(&list, &word, &length)) {
    zc_page_text(&b->page, between);
    zc_prose_word(&b->page, &b->region->vocabulary, fact, word, length);
    between = "、";
  }
}

/* ---- rows of the tables ---- */

/* The row of an id in one kind of table, chapter by chapter. */
#define FIND_ROW(region_, table_, type_, id_)                                                      \
  for (uint32_t c = 0; c < (region_)->plugin->chapter_count; c++) {                                \
    const zc_table *table = &(region_)->plugin->chapters[c]->table_;                               \
    for (uint32_t r = 0; r < table->count; r++) {                                                  \
      const type_ *row = (const type_ *)table->rows + r;                                           \
      if (strcmp(row->id, id_) == 0)                                                               \
        return row;                                                                                \
    }                                                                                              \
  }                                                                                                \
  return NULL

const zc_rule *zc_book_rule_row(const zc_region *region, const char *id) {
  FIND_ROW(region, rules, zc_rule, id);
}
const zc_route *zc_book_route_row(const zc_region *region, const char *id) {
  FIND_ROW(region, routes, zc_route, id);
}
const zc_conversion *zc_book_conversion_row(const zc_region *region, const char *id) {
  FIND_ROW(region, conversions, zc_conversion, id);
}
const zc_unit_row *zc_book_unit_row(const zc_region *region, const char *id) {
  FIND_ROW(region, units, zc_unit_row, id);
}

/* ---- documents ---- */

static void put_document(zc_book *b, uint32_t index) {
  const zc_document *d = &b->region->documents[index];
  zc_span span = b->region->document_spans[index];
  zc_page_row_begin(&b->page);
  zc_page_cell_begin(&b->page);
  if (span.from <= span.until) {
    zc_page_link_begin(&b->page, "document", d->id);
    zc_page_text(&b->page, zc_document_number(d, ZC_LANG_ZH));
    zc_page_link_end(&b->page, "document", d->id);
  } else {
    zc_page_text(&b->page, zc_document_number(d, ZC_LANG_ZH));
  }
  zc_page_cell_end(&b->page);
  zc_book_cell(b, d->title.zh);
  zc_book_cell(b, d->issuer.zh);
  zc_page_cell_begin(&b->page);
  if (span.from <= span.until)
    zc_book_span(b, span);
  else
    zc_page_text(&b->page, "仅引用");
  if (d->division) {
    zc_division place = b->region->document_divisions[index];
    zc_page_text(&b->page, "，限 ");
    zc_prose_division(&b->page, &b->region->vocabulary, place.lo, place.hi);
  }
  zc_page_cell_end(&b->page);
  zc_page_row_end(&b->page);
}

static void put_documents(zc_book *b) {
  static const char *const headings[] = {"文号", "名称", "发文机关", "施行", NULL};
  zc_page_part_begin(&b->page, "section", "", "part", "documents");
  zc_page_heading(&b->page, 2, "文件");
  zc_page_table_begin(&b->page, "本手册所依据和引用的文件", headings);
  for (uint32_t i = 0; i < b->region->document_count; i++)
    put_document(b, i);
  zc_page_table_end(&b->page);
  zc_page_part_end(&b->page, "section");
}

/* ---- contents ---- */

static void put_entry(zc_book *b, const char *kind, const char *id, const char *text) {
  zc_page_item_begin(&b->page);
  zc_page_link_begin(&b->page, kind, id);
  zc_page_text(&b->page, text);
  zc_page_link_end(&b->page, kind, id);
}

/* The clauses of a document; neighbours of one number are one entry. */
static void list_clauses(zc_book *b, const zc_document *document) {
  const char *last = "";
  zc_page_list_begin(&b->page);
  for (uint32_t i = 0; i < b->region->clause_count; i++) {
    const zc_clause *clause = &b->region->clauses[i];
    if (strcmp(clause->document, document->id) == 0 && strcmp(clause->clause, last) != 0) {
      put_entry(b, "clause", clause->id, clause->clause);
      zc_page_item_end(&b->page);
      last = clause->clause;
    }
  }
  zc_page_list_end(&b->page);
}

static const struct part {
  const char *id, *title;
} parts[] = {{"common", "各地通行的条件"}, {"routes", "申报途径"}, {"conversions", "职称的效力"},
             {"units", "基层单位"},        {"calendar", "日程"},   {"parameters", "参数"},
             {"vocabulary", "事实和用语"}, {"cases", "案例"}};

static void put_contents(zc_book *b) {
  zc_page_part_begin(&b->page, "nav", "contents", "part", "contents");
  zc_page_list_begin(&b->page);
  put_entry(b, "part", "documents", "文件");
  zc_page_item_end(&b->page);
  for (uint32_t i = 0; i < b->region->document_count; i++) {
    const zc_document *document = &b->region->documents[i];
    if (zc_book_cites(b->region, document)) {
      put_entry(b, "document", document->id,
                document->number ? document->number : document->title.zh);
      list_clauses(b, document);
      zc_page_item_end(&b->page);
    }
  }
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
    put_entry(b, "part", parts[i].id, parts[i].title);
    zc_page_item_end(&b->page);
  }
  zc_page_list_end(&b->page);
  zc_page_part_end(&b->page, "nav");
}

static void put_head(zc_book *b, const char *title) {
  zc_page_part_begin(&b->page, "header", "head", NULL, NULL);
  zc_page_heading(&b->page, 1, title);
  zc_page_paragraph_begin(&b->page, "");
  zc_page_text(&b->page, "逐条列出文件的条款和由此写成的规则，供与文件对照。规则由程序中的条件译成"
                         "文字，与程序所用的完全一致；以文件原文为准。");
  zc_page_paragraph_end(&b->page);
  zc_page_paragraph_begin(&b->page, "meta");
  zc_page_text(&b->page, "地区标识 ");
  zc_page_code(&b->page, b->region->id);
  zc_page_text(&b->page, "　版本 ");
  zc_page_code(&b->page, b->region->version);
  zc_page_text(&b->page, "　规则摘要 ");
  zc_page_code(&b->page, b->region->digest);
  zc_page_paragraph_end(&b->page);
  zc_page_part_end(&b->page, "header");
}

static void put_body(zc_book *b) {
  put_documents(b);
  zc_book_clauses(b);
  zc_book_common(b);
  zc_book_routes(b);
  zc_book_conversions(b);
  zc_book_units(b);
  zc_book_calendar(b);
  zc_book_parameters(b);
  zc_book_vocabulary(b);
  zc_book_cases(b);
}

void zc_book_write(zc_buffer *out, const zc_region *region, zc_page_form form,
                   const zc_book_case *cases, uint32_t case_count) {
  zc_book b = {.page = {.out = out, .form = form},
               .region = region,
               .cases = cases,
               .case_count = case_count};
  char title[512];
  snprintf(title, sizeof title, "%s职称规则手册", region->name.zh);
  b.prose = zc_prose_new(region, &b.page);
  if (!b.prose) {
    out->failed = 1;
    return;
  }
  zc_page_begin(&b.page, title);
  zc_page_part_begin(&b.page, "div", "page", NULL, NULL);
  put_head(&b, title);
  put_contents(&b);
  zc_page_part_begin(&b.page, "main", "body", NULL, NULL);
  put_body(&b);
  zc_page_part_end(&b.page, "main");
  zc_page_part_end(&b.page, "div");
  zc_page_end(&b.page);
  zc_prose_free(b.prose);
}
