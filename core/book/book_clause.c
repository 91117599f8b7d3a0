/* SPDX-License-Identifier: Apache-2.0 */
/* The clauses of each document with what carries them out, and the practice that has no clause. A
 * row of several clauses stands under the first and is named under the others. */
#include "book/book_part.h"
#include "report/text.h"

#include "base/words.h"

#include <string.h>

static int is_first(const zc_law *law, const zc_clause *clause) {
  return law->clause_count > 0 && law->clauses[0] == clause;
}

static int is_further(const zc_law *law, const zc_clause *clause) {
  for (uint32_t i = 1; i < law->clause_count; i++)
    if (law->clauses[i] == clause)
      return 1;
  return 0;
}

static void put_cards(zc_book *b, const zc_clause *clause) {
  const zc_region *r = b->region;
  for (uint32_t i = 0; i < r->rule_count; i++)
    if (is_first(&r->rules[i].law, clause))
      zc_book_rule(b, &r->rules[i]);
  for (uint32_t i = 0; i < r->prohibition_count; i++)
    if (is_first(&r->prohibitions[i].law, clause))
      zc_book_prohibition(b, &r->prohibitions[i]);
  for (uint32_t i = 0; i < r->conversion_count; i++)
    if (is_first(&r->conversions[i].law, clause))
      zc_book_conversion(b, &r->conversions[i]);
  for (uint32_t i = 0; i < r->unit_count; i++)
    if (is_first(&r->units[i].law, clause))
      zc_book_unit(b, &r->units[i]);
  for (uint32_t i = 0; i < r->step_count; i++)
    if (is_first(&r->steps[i].law, clause))
      zc_book_step(b, &r->steps[i]);
  for (uint32_t i = 0; i < r->effect_count; i++)
    if (is_first(&r->effects[i].law, clause))
      zc_book_effect(b, &r->effects[i]);
}

/* A derivation changes how a fact is read. */
static void put_derivations(zc_book *b, const zc_clause *clause) {
  for (uint32_t c = 0; c < b->region->plugin->chapter_count; c++) {
    const zc_table *table = &b->region->plugin->chapters[c]->derivations;
    for (uint32_t i = 0; i < table->count; i++) {
      const zc_derivation *row = (const zc_derivation *)table->rows + i;
      int32_t fact = zc_fact_find(&b->region->vocabulary, row->fact, strlen(row->fact));
      if (strcmp(row->clause, clause->id) != 0 || fact < 0)
        continue;
      zc_page_part_begin(&b->page, "article", "card", NULL, NULL);
      zc_page_tag(&b->page, "", "视同");
      zc_page_text(&b->page, b->region->vocabulary.facts[fact].zh);
      zc_page_text(&b->page, "按下列值计：");
      zc_prose_value(b->prose, row->value, (uint32_t)fact);
      zc_page_text(&b->page, "。");
      zc_page_part_end(&b->page, "article");
    }
  }
  const zc_region_plugin *plugin = b->region->plugin;
  if (plugin->counting_clause && strcmp(plugin->counting_clause, clause->id) == 0) {
    zc_page_part_begin(&b->page, "article", "card", NULL, NULL);
    zc_page_tag(&b->page, "", "计算截止日");
    zc_page_text(&b->page, "年限计算到这一天：");
    zc_prose_value(b->prose, plugin->counting_day, ZC_F_application_date);
    zc_page_text(&b->page, "。");
    zc_page_part_end(&b->page, "article");
  }
}

static void put_further(zc_book *b, const char **lead, const char *kind, const char *id) {
  static const char next[] = "、";
  if (*lead != next)
    zc_page_paragraph_begin(&b->page, "meta");
  zc_page_text(&b->page, *lead);
  zc_book_link(b, kind, id);
  *lead = next;
}

static void put_see_also(zc_book *b, const zc_clause *clause) {
  const zc_region *r = b->region;
  static const char first[] = "另见 ";
  const char *lead = first;
  for (uint32_t i = 0; i < r->rule_count; i++)
    if (is_further(&r->rules[i].law, clause))
      put_further(b, &lead, "rule", r->rules[i].id);
  for (uint32_t i = 0; i < r->conversion_count; i++)
    if (is_further(&r->conversions[i].law, clause))
      put_further(b, &lead, "conversion", r->conversions[i].id);
  for (uint32_t i = 0; i < r->effect_count; i++)
    if (is_further(&r->effects[i].law, clause))
      put_further(b, &lead, "effect", r->effects[i].row->id);
  for (uint32_t i = 0; i < r->step_count; i++)
    if (is_further(&r->steps[i].law, clause))
      put_further(b, &lead, "step", r->steps[i].row->id);
  if (lead != first)
    zc_page_paragraph_end(&b->page);
}

/* A document by its number, or by its title where it has none. */
static void put_reference(zc_book *b, const char *word, size_t length) {
  const char *colon = memchr(word, ':', length);
  size_t id = colon ? (size_t)(colon - word) : length;
  for (uint32_t i = 0; i < b->region->document_count; i++) {
    const zc_document *d = &b->region->documents[i];
    if (strlen(d->id) != id || memcmp(d->id, word, id) != 0)
      continue;
    zc_page_text(&b->page, d->number ? d->number : d->title.zh);
  }
  if (!colon)
    return;
  zc_page_text(&b->page, " ");
  zc_page_bytes(&b->page, colon + 1, length - id - 1);
}

static void put_references(zc_book *b, const zc_clause *clause) {
  const char *cursor = clause->also, *word, *between = "并见 ";
  size_t length;
  if (!cursor)
    return;
  zc_page_paragraph_begin(&b->page, "meta");
  while (zc_next_word(&cursor, &word, &length)) {
    zc_page_text(&b->page, between);
    put_reference(b, word, length);
    between = "、";
  }
  zc_page_paragraph_end(&b->page);
}

static void put_clause(zc_book *b, const zc_clause *clause) {
  zc_page_part_begin(&b->page, "section", "clause", "clause", clause->id);
  zc_page_heading(&b->page, 3, clause->clause);
  put_references(b, clause);
  put_cards(b, clause);
  put_derivations(b, clause);
  put_see_also(b, clause);
  zc_page_part_end(&b->page, "section");
}

static void put_document(zc_book *b, const zc_document *document) {
  zc_page_part_begin(&b->page, "section", "", "document", document->id);
  zc_page_heading(&b->page, 2, document->title.zh);
  zc_page_paragraph_begin(&b->page, "law");
  zc_page_text(&b->page, zc_document_number(document, ZC_LANG_ZH));
  zc_page_text(&b->page, "　");
  zc_page_text(&b->page, document->issuer.zh);
  zc_page_paragraph_end(&b->page);
  b->level = 4;
  for (uint32_t i = 0; i < b->region->clause_count; i++)
    if (strcmp(b->region->clauses[i].document, document->id) == 0)
      put_clause(b, &b->region->clauses[i]);
  zc_page_part_end(&b->page, "section");
}

static int is_in_force(const zc_region *region, uint32_t document) {
  return region->document_spans[document].from <= region->document_spans[document].until;
}

int zc_book_cites(const zc_region *region, const zc_document *document) {
  for (uint32_t i = 0; i < region->clause_count; i++)
    if (strcmp(region->clauses[i].document, document->id) == 0)
      return 1;
  return 0;
}

void zc_book_clauses(zc_book *b) {
  for (uint32_t i = 0; i < b->region->document_count; i++)
    if (is_in_force(b->region, i) || zc_book_cites(b->region, &b->region->documents[i]))
      put_document(b, &b->region->documents[i]);
}

void zc_book_common(zc_book *b) {
  const zc_region *r = b->region;
  zc_page_part_begin(&b->page, "section", "", "part", "common");
  b->level = 3;
  zc_page_heading(&b->page, 2, "各地通行的条件");
  zc_page_paragraph_begin(&b->page, "");
  zc_page_text(&b->page, "下列条件各地通用，或为本地区所定而没有单独的条款。");
  zc_page_paragraph_end(&b->page);
  for (uint32_t i = 0; i < r->rule_count; i++)
    if (r->rules[i].law.clause_count == 0)
      zc_book_rule(b, &r->rules[i]);
  for (uint32_t i = 0; i < r->conversion_count; i++)
    if (r->conversions[i].law.clause_count == 0)
      zc_book_conversion(b, &r->conversions[i]);
  for (uint32_t i = 0; i < r->effect_count; i++)
    if (r->effects[i].law.clause_count == 0)
      zc_book_effect(b, &r->effects[i]);
  zc_page_part_end(&b->page, "section");
}
