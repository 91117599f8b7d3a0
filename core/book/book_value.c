/* SPDX-License-Identifier: Apache-2.0 */
/* Parameters with their values by date, and the facts and words of the region's own. */
#include "book/book_part.h"

#include "base/words.h"

#include <string.h>

/* ---- parameters ---- */

static void put_key(zc_book *b, const char **between, uint32_t fact, int32_t word) {
  const zc_vocabulary *v = &b->region->vocabulary;
  if (word >= 0) {
    zc_page_text(&b->page, *between);
    zc_page_text(&b->page, v->enums[v->facts[fact].enumeration].words[word].zh);
    *between = "，";
  }
}

static void put_keys(zc_book *b, const zc_setting *x) {
  const char *between = "";
  zc_page_cell_begin(&b->page);
  if (x->division_lo > 0) {
    zc_prose_division(&b->page, &b->region->vocabulary, x->division_lo, x->division_hi);
    between = "，";
  }
  for (int i = 0; i < ZC_WORD_KEYS; i++)
    put_key(b, &between, zc_word_keys[i].fact, x->words[i]);
  zc_page_text(&b->page, *between == '\0' ? "一律" : "");
  zc_page_cell_end(&b->page);
}

static void put_setting_value(zc_book *b, const zc_named_parameter *p, const zc_setting *x) {
  char date[11];
  zc_page_cell_begin(&b->page);
  if (x->none) {
    zc_page_text(&b->page, "不再有值");
  } else if (p->type == ZC_DATE) {
    zc_day_format((zc_day)x->value, date);
    zc_page_text(&b->page, date);
  } else if (p->type == ZC_BOOL) {
    zc_page_text(&b->page, x->value ? "是" : "否");
  } else {
    zc_prose_amount(&b->page, p->unit, x->value);
  }
  zc_page_cell_end(&b->page);
}

static void put_span(zc_book *b, zc_day from, zc_day until) {
  char date[11];
  zc_page_cell_begin(&b->page);
  zc_day_format(from, date);
  zc_page_text(&b->page, from > ZC_DAY_MIN ? date : "一直");
  if (until < ZC_DAY_MAX) {
    zc_day_format(until, date);
    zc_page_text(&b->page, " 至 ");
    zc_page_text(&b->page, date);
  }
  zc_page_cell_end(&b->page);
}

static void put_settings(zc_book *b, const zc_named_parameter *p) {
  static const char *const headings[] = {"自何日起", "适用于", "值", "出处", NULL};
  zc_page_table_begin(&b->page, p->label.zh, headings);
  for (uint32_t i = 0; i < p->setting_count; i++) {
    const zc_setting *x = &p->settings[i];
    zc_page_row_begin(&b->page);
    put_span(b, x->from, zc_setting_until(p, x));
    put_keys(b, x);
    put_setting_value(b, p, x);
    zc_book_cell(b, strcmp(x->source, ZC_NATIONAL_PRACTICE) == 0 ? "全国通行做法" : x->source);
    zc_page_row_end(&b->page);
  }
  zc_page_table_end(&b->page);
}

static void put_bound(zc_book *b, const zc_named_parameter *p) {
  if (!p->most_text)
    return;
  zc_page_text(&b->page, p->type == ZC_DATE ? "　最迟 " : "　最大 ");
  if (p->type == ZC_DATE)
    zc_page_text(&b->page, p->most_text);
  else
    zc_prose_amount(&b->page, p->unit, p->most);
  zc_page_text(&b->page, "。");
}

void zc_book_parameters(zc_book *b) {
  zc_page_part_begin(&b->page, "section", "", "part", "parameters");
  zc_page_heading(&b->page, 2, "参数");
  zc_page_paragraph_begin(&b->page, "");
  zc_page_text(&b->page,
               "随年份或地方变化的数值。适用对象写得越具体越优先；同样具体的，以最近的为准。");
  zc_page_paragraph_end(&b->page);
  for (uint32_t i = 0; i < b->region->parameters.count; i++) {
    const zc_named_parameter *p = &b->region->parameters.parameters[i];
    zc_page_part_begin(&b->page, "section", "", "parameter", p->name);
    zc_page_heading(&b->page, 3, p->label.zh);
    zc_page_paragraph_begin(&b->page, "meta");
    zc_page_code(&b->page, p->name);
    zc_page_text(&b->page, p->setting_count == 0 ? "　还没有值，由部署单位填写。" : "");
    put_bound(b, p);
    zc_page_paragraph_end(&b->page);
    if (p->setting_count > 0)
      put_settings(b, p);
    zc_page_part_end(&b->page, "section");
  }
  zc_page_part_end(&b->page, "section");
}

/* ---- facts, words, functions ---- */

static const char *type_word(uint32_t type) {
  static const char *const words[ZC_TYPE_COUNT] = {"",     "是否",     "数",   "日期",
                                                   "选项", "行政区划", "地区", "文字"};
  return type < ZC_TYPE_COUNT ? words[type] : "";
}

static void put_fact(zc_book *b, const zc_fact_row *row) {
  zc_page_row_begin(&b->page);
  zc_page_cell_begin(&b->page);
  zc_page_code(&b->page, row->name);
  zc_page_cell_end(&b->page);
  zc_book_cell(b, row->label.zh);
  zc_page_cell_begin(&b->page);
  zc_page_text(&b->page, type_word(row->type));
  if (row->type == ZC_INT) {
    zc_page_text(&b->page, "，");
    zc_prose_amount(&b->page, ZC_NO_UNIT, row->min);
    zc_page_text(&b->page, "至");
    zc_prose_amount(&b->page, (zc_unit)row->unit, row->max);
  }
  zc_page_cell_end(&b->page);
  zc_page_row_end(&b->page);
}

static void put_word(zc_book *b, const zc_word_row *row) {
  int32_t fact = zc_fact_find(&b->region->vocabulary, row->fact, strlen(row->fact));
  zc_page_row_begin(&b->page);
  zc_page_cell_begin(&b->page);
  zc_page_code(&b->page, row->word);
  zc_page_cell_end(&b->page);
  zc_book_cell(b, row->label.zh);
  zc_page_cell_begin(&b->page);
  zc_page_text(&b->page, "“");
  zc_page_text(&b->page, fact >= 0 ? b->region->vocabulary.facts[fact].zh : row->fact);
  zc_page_text(&b->page, "”的选项");
  zc_page_cell_end(&b->page);
  zc_page_row_end(&b->page);
}

static uint32_t put_own(zc_book *b, int write) {
  static const char *const headings[] = {"名称", "含义", "取值", NULL};
  uint32_t count = 0;
  if (write)
    zc_page_table_begin(&b->page, "本地区自有的事实和选项", headings);
  for (uint32_t c = 0; c < b->region->plugin->chapter_count; c++) {
    const zc_chapter *chapter = b->region->plugin->chapters[c];
    for (uint32_t i = 0; i < chapter->facts.count; i++, count++)
      if (write)
        put_fact(b, (const zc_fact_row *)chapter->facts.rows + i);
    for (uint32_t i = 0; i < chapter->words.count; i++, count++)
      if (write)
        put_word(b, (const zc_word_row *)chapter->words.rows + i);
  }
  if (write)
    zc_page_table_end(&b->page);
  return count;
}

static void put_function(zc_book *b, const zc_function *f) {
  const char *reads = f->reads;
  zc_page_part_begin(&b->page, "article", "card", "function", f->name);
  zc_page_heading(&b->page, 3, f->name);
  zc_page_paragraph_begin(&b->page, "");
  zc_page_text(&b->page, "由 C 函数算出的值，所读的事实：");
  const char *word, *between = "";
  size_t length;
  while (zc_next_word(&reads, &word, &length)) {
    int32_t fact = zc_fact_find(&b->region->vocabulary, word, length);
    zc_page_text(&b->page, between);
    zc_page_text(&b->page, fact >= 0 ? b->region->vocabulary.facts[fact].zh : "");
    between = "、";
  }
  zc_page_text(&b->page, "。");
  zc_page_paragraph_end(&b->page);
  zc_page_part_end(&b->page, "article");
}

void zc_book_vocabulary(zc_book *b) {
  zc_page_part_begin(&b->page, "section", "", "part", "vocabulary");
  zc_page_heading(&b->page, 2, "事实和用语");
  zc_page_paragraph_begin(&b->page, "");
  zc_page_text(&b->page, "条件中未加说明的名称均为各地区共有的事实，由 ");
  zc_page_code(&b->page, "zhicheng facts");
  zc_page_text(&b->page, " 列出。");
  zc_page_paragraph_end(&b->page);
  if (put_own(b, 0) > 0)
    put_own(b, 1);
  for (uint32_t i = 0; i < b->region->function_count; i++)
    put_function(b, &b->region->functions[i]);
  zc_page_part_end(&b->page, "section");
}
