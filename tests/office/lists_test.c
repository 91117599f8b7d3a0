/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/division.h"
#include "office/lexicon.h"
#include "office/lists.h"
#include "support/sweep.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>

static zc_vocabulary vocabulary;
static zc_lexicon *lexicon;

static void make(void) {
  CU_ASSERT_EQUAL_FATAL(zc_vocabulary_init(&vocabulary, NULL, NULL), ZC_OK);
  lexicon = zc_lexicon_new(&vocabulary);
  CU_ASSERT_PTR_NOT_NULL_FATAL(lexicon);
}

static void release(void) {
  zc_lexicon_free(lexicon);
  zc_vocabulary_free(&vocabulary);
}

/* Whether a name is as it is compared. */
static int is_plain(const char *name) {
  char room[256];
  zc_plain plain = zc_plain_name(name, strlen(name), room);
  return zc_plain_is(plain, name);
}

static void headings_stand_once_in_order_and_as_they_are_compared(void) {
  for (uint32_t i = 0; i < zc_column_alias_count; i++) {
    const zc_column_alias *a = &zc_column_aliases[i];
    CU_ASSERT(is_plain(a->heading));
    CU_ASSERT(a->source < zc_list_source_count);
    CU_ASSERT(i == 0 || strcmp(zc_column_aliases[i - 1].heading, a->heading) < 0);
  }
}

static void a_heading_of_the_list_is_no_label_of_another_fact(void) {
  make();
  for (uint32_t i = 0; i < zc_column_alias_count; i++) {
    const zc_column_alias *a = &zc_column_aliases[i];
    zc_taken_by by;
    zc_plain name = {a->heading, strlen(a->heading)};
    CU_ASSERT_EQUAL(zc_lexicon_fact(lexicon, name, &by), (int32_t)a->fact);
    CU_ASSERT_EQUAL(by, ZC_BY_ALIAS); /* a label would make the row useless */
  }
  release();
}

static const zc_enum *list_named(const char *name) {
  for (uint32_t i = 0; i < vocabulary.enum_count; i++)
    if (strcmp(vocabulary.enums[i].name, name) == 0)
      return &vocabulary.enums[i];
  return NULL;
}

static void words_stand_once_in_order_and_have_one_meaning(void) {
  make();
  for (uint32_t i = 0; i < zc_word_alias_count; i++) {
    const zc_word_alias *a = &zc_word_aliases[i], *before = i > 0 ? a - 1 : NULL;
    CU_ASSERT(is_plain(a->written) && a->source < zc_list_source_count);
    int order = before ? strcmp(before->list, a->list) : -1;
    CU_ASSERT(order < 0 || (order == 0 && strcmp(before->written, a->written) < 0));
    const zc_enum *list = list_named(a->list);
    CU_ASSERT_FATAL(list != NULL);
    CU_ASSERT(a->word < list->count);
    for (uint32_t w = 0; w < list->count; w++)
      CU_ASSERT(strcmp(list->words[w].word, a->written) && strcmp(list->words[w].zh, a->written));
  }
  release();
}

static void titles_stand_in_order_once_for_each_series(void) {
  uint32_t names = 0;
  for (uint32_t i = 0; i < zc_title_name_count; i++) {
    const zc_title_name *t = &zc_title_names[i];
    CU_ASSERT(is_plain(t->name) && t->source < zc_list_source_count);
    CU_ASSERT(*zc_list_sources[t->source].number != '\0');
    int is_first = 1;
    for (uint32_t j = 0; j < i; j++) {
      const zc_title_name *u = &zc_title_names[j];
      int same = strcmp(t->name, u->name) == 0;
      CU_ASSERT(!same || t->series != u->series);
      CU_ASSERT(!same || t->level == u->level);
      is_first &= !same;
    }
    names += (uint32_t)is_first;
    if (i > 0 && zc_title_names[i - 1].is_former == t->is_former)
      CU_ASSERT(strcmp(zc_title_names[i - 1].name, t->name) <= 0);
  }
  CU_ASSERT(names >= 350);
}

static void every_series_has_names_of_each_level(void) {
  make();
  const zc_enum *series = list_named("series");
  for (uint32_t s = 0; s < series->count; s++) {
    uint32_t levels = 0;
    for (uint32_t i = 0; i < zc_title_name_count; i++)
      if (zc_title_names[i].series == s)
        levels |= 1U << zc_title_names[i].level;
    uint32_t wanted = 1U << ZC_W_level_assistant | 1U << ZC_W_level_intermediate |
                      1U << ZC_W_level_deputy_senior | 1U << ZC_W_level_full_senior;
    CU_ASSERT_EQUAL(levels & wanted, wanted);
  }
  release();
}

static zc_titles title(const char *name) {
  zc_titles titles = {0, 0};
  char room[256];
  CU_ASSERT_FATAL(strlen(name) < sizeof room);
  CU_ASSERT(zc_lexicon_title(lexicon, zc_plain_name(name, strlen(name), room), &titles));
  return titles;
}

#define ONE(series) (UINT64_C(1) << ZC_W_series_##series)

static void names_of_titles_give_level_and_series(void) {
  make();
  static const struct {
    const char *name;
    uint32_t level;
    uint64_t series;
  } rows[] = {
      {"一级教师", ZC_W_level_intermediate, ONE(school_teacher)},
      {"中小学一级教师", ZC_W_level_intermediate, ONE(school_teacher)},
      {"中学一级教师", ZC_W_level_intermediate, ONE(school_teacher)},
      {"小学高级教师", ZC_W_level_intermediate, ONE(school_teacher)},
      {"小学一级教师", ZC_W_level_assistant, ONE(school_teacher)},
      {"主治医师", ZC_W_level_intermediate, ONE(health)},
      {"主管护师", ZC_W_level_intermediate, ONE(health)},
      {"副主任医师", ZC_W_level_deputy_senior, ONE(health)},
      {"兽医师", ZC_W_level_intermediate, ONE(agriculture)},
      {"推广研究员", ZC_W_level_full_senior, ONE(agriculture)},
      {"农业技术推广研究员", ZC_W_level_full_senior, ONE(agriculture)},
      {"讲师", ZC_W_level_intermediate, ONE(university_teacher) | ONE(vocational_teacher)},
      {"研究馆员", ZC_W_level_full_senior, ONE(library_archives) | ONE(cultural_heritage)},
      {"编辑", ZC_W_level_intermediate, ONE(news) | ONE(publishing)},
      {"二级演员", ZC_W_level_deputy_senior, ONE(arts)},
      {"实验师", ZC_W_level_intermediate, ONE(other)},
      {"正高级船长", ZC_W_level_full_senior, ONE(other)},
      {"二级飞行员", ZC_W_level_intermediate, ONE(other)},
      {"主任播音员", ZC_W_level_deputy_senior, ONE(other)},
      {"一级实习指导教师", ZC_W_level_intermediate, ONE(vocational_teacher)},
      {"船长（大副）", ZC_W_level_intermediate, ONE(other)},
      {"一级 导演（编导）", ZC_W_level_full_senior, ONE(arts)},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    zc_titles t = title(rows[i].name);
    CU_ASSERT_EQUAL(t.level, rows[i].level);
    CU_ASSERT_EQUAL(t.series, rows[i].series);
  }
  zc_titles none;
  CU_ASSERT_FALSE(zc_lexicon_title(lexicon, (zc_plain){"特级教师", 12}, &none));
  release();
}

static void short_names_are_of_divisions_that_there_are(void) {
  for (uint32_t i = 0; i < zc_short_division_count; i++) {
    const zc_short_division *s = &zc_short_divisions[i];
    int64_t code = (int64_t)s->code * 1000000;
    int64_t span = s->code % 10000 == 0 ? 10000000000 : s->code % 100 == 0 ? 100000000 : 1000000;
    zc_division_entry entry =
        zc_division_find(&zc_data_standard, (zc_division){code, code + span - 1});
    CU_ASSERT_FATAL(entry.name != NULL);
    CU_ASSERT(strcmp(entry.name, s->name) != 0);
    CU_ASSERT(i == 0 || s[-1].code <= s->code);
    for (uint32_t j = 0; j < i; j++)
      CU_ASSERT(strcmp(zc_short_divisions[j].name, s->name) != 0);
  }
}

static void words_are_found_by_word_label_and_alias(void) {
  make();
  static const struct {
    const char *fact, *written, *word;
  } rows[] = {
      {"education", "bachelor", "bachelor"},
      {"education", "大学本科", "bachelor"},
      {"education", "本科", "bachelor"},
      {"education", "中专", "high_school"},
      {"education", "高中（中专、职高、技校）", "high_school"},
      {"target_level", "副高", "deputy_senior"},
      {"target_level", "Deputy Senior", "deputy_senior"},
      {"unit_level", "嘎查", "village"},
      {"unit_nature", "事业", "public_institution"},
      {"track", "社会化", "general"},
      {"series", "农业技术", "agriculture"},
      {"education", "高级", NULL},
      {"target_level", "无", NULL},
      {"current_title_level", "无", "none"},
      {"track", "无", NULL},
      {"education", "一级教师", NULL},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char room[128];
    uint32_t fact = (uint32_t)zc_fact_find(&vocabulary, rows[i].fact, strlen(rows[i].fact));
    zc_plain name = zc_plain_name(rows[i].written, strlen(rows[i].written), room);
    int32_t word = zc_lexicon_word(lexicon, fact, name).word;
    int32_t wanted =
        rows[i].word ? zc_fact_word(&vocabulary, fact, rows[i].word, strlen(rows[i].word)) : -1;
    CU_ASSERT_EQUAL(word, wanted);
  }
  zc_office_word health = zc_lexicon_word(lexicon, ZC_F_target_level, (zc_plain){"师级", 6});
  CU_ASSERT(health.word == ZC_W_level_assistant && health.series == ONE(health));
  release();
}

static zc_status make_lexicon(void *context, zc_diagnostics *diag) {
  zc_lexicon *made = zc_lexicon_new(context);
  zc_status status = made ? ZC_OK : zc_report_memory(diag);
  zc_lexicon_free(made);
  return status;
}

static void a_lexicon_survives_every_failed_allocation(void) {
  make();
  CU_ASSERT(zc_sweep_memory(make_lexicon, &vocabulary) > 0);
  release();
}

void test_office_lists(CU_pSuite suite) {
  CU_add_test(suite, "headings stand once, in order, and as they are compared",
              headings_stand_once_in_order_and_as_they_are_compared);
  CU_add_test(suite, "a heading of the list is no label of another fact",
              a_heading_of_the_list_is_no_label_of_another_fact);
  CU_add_test(suite, "words stand once, in order, and have one meaning",
              words_stand_once_in_order_and_have_one_meaning);
  CU_add_test(suite, "titles stand in order, once for each series",
              titles_stand_in_order_once_for_each_series);
  CU_add_test(suite, "every series has names of each level", every_series_has_names_of_each_level);
  CU_add_test(suite, "names of titles give level and series",
              names_of_titles_give_level_and_series);
  CU_add_test(suite, "short names are of divisions that there are",
              short_names_are_of_divisions_that_there_are);
  CU_add_test(suite, "words are found by word, label and alias",
              words_are_found_by_word_label_and_alias);
  CU_add_test(suite, "a lexicon survives every failed allocation",
              a_lexicon_survives_every_failed_allocation);
}
