/* SPDX-License-Identifier: Apache-2.0 */
/* The cases as examples: the facts and the answer that the region gives to them, in words. */
#include "book/book_part.h"

#include "base/words.h"

#include <stdio.h>
#include <string.h>

/* ---- links from rules ---- */

static int expects(const zc_book_case *c, const char *key, const char *id) {
  for (uint32_t i = 0; i < c->entry_count; i++) {
    const char *entry = c->entries[i].key;
    if (strncmp(entry, key, strlen(key)) == 0 && strcmp(entry + strlen(key), id) == 0)
      return 1;
  }
  return 0;
}

static int is_about(const zc_book_case *c, zc_question question, const char *key, const char *id) {
  return key ? expects(c, key, id) : c->question == question && c->rule && strcmp(c->rule, id) == 0;
}

static void put_case_link(zc_book *b, uint32_t index) {
  char number[16];
  snprintf(number, sizeof number, "%u", index + 1);
  zc_page_item_begin(&b->page);
  zc_page_link_begin(&b->page, "case", number);
  zc_page_text(&b->page, b->cases[index].title);
  zc_page_link_end(&b->page, "case", number);
  zc_page_item_end(&b->page);
}

void zc_book_examples(zc_book *b, zc_question question, const char *key, const char *id) {
  char title[48];
  uint32_t count = 0;
  for (uint32_t i = 0; i < b->case_count; i++)
    count += (uint32_t)is_about(&b->cases[i], question, key, id);
  if (count == 0)
    return;
  snprintf(title, sizeof title, "案例（%u）", count);
  zc_page_fold_begin(&b->page, title);
  zc_page_list_begin(&b->page);
  for (uint32_t i = 0; i < b->case_count; i++)
    if (is_about(&b->cases[i], question, key, id))
      put_case_link(b, i);
  zc_page_list_end(&b->page);
  zc_page_fold_end(&b->page);
}

/* ---- the cases themselves ---- */

/* Words of the answers in Chinese; those that are none stay as they are. */
static const struct answer_word {
  const char *word, *zh;
} answer_words[] = {
    {"eligible", "可以申报"},
    {"ineligible", "不能申报"},
    {"undetermined", "还不能确定"},
    {"review", "评审"},
    {"determination", "认定"},
    {"exam", "以考代评"},
    {"valid", "有效"},
    {"invalid", "无效"},
    {"reassess", "重新评审"},
    {"exchange", "可换发"},
    {"refused", "不予办理"},
    {"true", "是"},
    {"false", "否"},
    {"none", "无"},
    {"met", "符合"},
    {"unmet", "不符合"},
    {"unknown", "还不知道"},
    {"waived", "已放宽"},
    {"not_applicable", "不适用"},
    {"boundary", "恰在界限上"},
    {"listed", "列出"},
    {"absent", "不列出"},
};

static const char *answer_word(const char *word) {
  for (size_t i = 0; i < sizeof answer_words / sizeof answer_words[0]; i++)
    if (strcmp(answer_words[i].word, word) == 0)
      return answer_words[i].zh;
  return word;
}

/* The kind of anchor that the id of a finding has in the answer to a question. */
static const char *row_kind(const zc_book *b, zc_question question, const char *id) {
  switch (question) {
  case ZC_Q_ASSESS:
    return zc_book_rule_row(b->region, id) || zc_book_route_row(b->region, id) ? "rule" : NULL;
  case ZC_Q_CONVERT:
    return zc_book_conversion_row(b->region, id) ? "conversion" : NULL;
  case ZC_Q_UNIT:
    return zc_book_unit_row(b->region, id) ? "unit" : NULL;
  default:
    return NULL;
  }
}

static void put_row(zc_book *b, zc_question question, const char *id) {
  const char *kind = row_kind(b, question, id);
  if (kind)
    zc_book_link(b, kind, id);
  else
    zc_page_text(&b->page, answer_word(id));
}

static void put_facts(zc_book *b, const char *list) {
  const zc_vocabulary *v = &b->region->vocabulary;
  const char *word, *between = "";
  size_t length;
  while (zc_next_word(&list, &word, &length)) {
    int32_t fact = zc_fact_find(v, word, length);
    zc_page_text(&b->page, between);
    zc_page_text(&b->page, fact >= 0 ? v->facts[fact].zh : "无");
    between = "、";
  }
}

static const struct expectation {
  const char *key, *lead;
} expectations[] = {{"verdict", ""},        {"result", ""},       {"grassroots", "属于基层："},
                    {"mode", "方式："},     {"route", "途径："},  {"missing", "还缺："},
                    {"finding.", ""},       {"effect.", "附带 "}, {"due.", ""},
                    {"counted_to", "算至 "}};

static void put_expectation(zc_book *b, const zc_book_case *c, const char *key, const char *lead,
                            const zc_ini_entry *entry) {
  const char *id = entry->key + strlen(key);
  zc_page_text(&b->page, lead);
  if (strcmp(key, "route") == 0) {
    put_row(b, c->question, entry->value);
  } else if (strcmp(key, "missing") == 0) {
    put_facts(b, entry->value);
  } else {
    if (strcmp(key, "finding.") == 0)
      put_row(b, c->question, id);
    else if (*id != '\0')
      zc_book_link(b, strcmp(key, "due.") == 0 ? "step" : "effect", id);
    zc_page_text(&b->page, *id != '\0' ? "：" : "");
    zc_page_text(&b->page, answer_word(entry->value));
  }
}

/* What is expected, but for what is not there: "mode = none". */
static void put_expected(zc_book *b, const zc_book_case *c) {
  const char *between = "";
  zc_page_paragraph_begin(&b->page, "");
  zc_page_strong(&b->page, "应得：");
  for (size_t e = 0; e < sizeof expectations / sizeof expectations[0]; e++) {
    const char *key = expectations[e].key;
    int is_prefix = key[strlen(key) - 1] == '.';
    for (uint32_t i = 0; i < c->entry_count; i++) {
      const zc_ini_entry *entry = &c->entries[i];
      int named =
          is_prefix ? strncmp(entry->key, key, strlen(key)) == 0 : strcmp(entry->key, key) == 0;
      if (named && (is_prefix || strcmp(entry->value, "none") != 0)) {
        zc_page_text(&b->page, between);
        put_expectation(b, c, key, expectations[e].lead, entry);
        between = "；";
      }
    }
  }
  zc_page_paragraph_end(&b->page);
}

static void put_given(zc_book *b, const zc_book_case *c) {
  const zc_vocabulary *v = &b->region->vocabulary;
  const char *between = "";
  char date[11];
  zc_page_paragraph_begin(&b->page, "given");
  if (c->question == ZC_Q_CALENDAR) {
    zc_page_int(&b->page, c->year);
    zc_page_text(&b->page, "年。");
  } else {
    zc_day_format(c->as_of, date);
    zc_page_text(&b->page, date);
    zc_page_text(&b->page, c->strict ? "，未填报的一律不作假定。" : "。");
  }
  for (uint32_t i = 0; i < c->entry_count; i++) {
    const zc_ini_entry *entry = &c->entries[i];
    int32_t fact = strncmp(entry->key, "fact.", 5) == 0
                       ? zc_fact_find(v, entry->key + 5, strlen(entry->key + 5))
                       : -1;
    if (fact >= 0) {
      zc_page_text(&b->page, between);
      zc_page_text(&b->page, v->facts[fact].zh);
      zc_page_text(&b->page, "：");
      zc_prose_given(&b->page, v, (uint32_t)fact, entry->value);
      between = "；";
    }
  }
  zc_page_paragraph_end(&b->page);
}

static void put_case(zc_book *b, uint32_t index) {
  const zc_book_case *c = &b->cases[index];
  char number[16];
  snprintf(number, sizeof number, "%u", index + 1);
  zc_page_part_begin(&b->page, "article", "case", "case", number);
  zc_page_heading(&b->page, 3, c->title);
  put_given(b, c);
  put_expected(b, c);
  if (c->rule) {
    zc_page_paragraph_begin(&b->page, "meta");
    zc_page_text(&b->page, "说明规则 ");
    put_row(b, c->question, c->rule);
    zc_page_paragraph_end(&b->page);
  }
  zc_page_part_end(&b->page, "article");
}

void zc_book_cases(zc_book *b) {
  zc_page_part_begin(&b->page, "section", "", "part", "cases");
  zc_page_heading(&b->page, 2, "案例");
  zc_page_paragraph_begin(&b->page, "");
  zc_page_text(&b->page, b->case_count > 0
                             ? "每个案例是一组事实和按文件应得的回答，随规则一起检验。"
                             : "插件旁没有案例。");
  zc_page_paragraph_end(&b->page);
  for (uint32_t i = 0; i < b->case_count; i++)
    put_case(b, i);
  zc_page_part_end(&b->page, "section");
}
