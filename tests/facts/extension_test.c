/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/vocabulary.h"
#include "tests.h"
#include <string.h>

#define AT .at = {"p.c", 7, 0}

/* The vocabulary of a region "here" with these rows. */
static zc_status extend(zc_vocabulary *v, const zc_fact_row *facts, uint32_t fact_count,
                        const zc_word_row *words, uint32_t word_count, zc_diagnostics *diag) {
  zc_chapter chapter = {.facts = {facts, fact_count, sizeof *facts},
                        .words = {words, word_count, sizeof *words}};
  const zc_chapter *chapters[] = {&chapter};
  zc_region_plugin plugin = {.id = "here", .chapters = chapters, .chapter_count = 1};
  return zc_vocabulary_init(v, &plugin, diag);
}

static int32_t find(const zc_vocabulary *v, const char *name) {
  return zc_fact_find(v, name, strlen(name));
}

static void facts_of_every_type_are_added(void) {
  static const zc_fact_row rows[] = {
      {AT, .name = "here.score", .type = ZC_INT, .unit = ZC_POINT, .min = 1, .max = 9,
       .changeable = 1, .tag = "paper", .assumed = "5", .label = {"得分", "score"}},
      {AT, .name = "here.months", .type = ZC_INT, .unit = ZC_MONTH, .label = {"月数", NULL}},
      {AT, .name = "here.kind", .type = ZC_ENUM, .words = "low  high", .ordered = 1,
       .label = {"种类", NULL}},
      {AT, .name = "here.other_kind", .type = ZC_ENUM, .words = "=here.kind",
       .label = {"另一种类", NULL}},
      {AT, .name = "here.level.reached", .type = ZC_ENUM, .words = "=target_level",
       .label = {"层级", NULL}},
      {AT, .name = "here.flag", .type = ZC_BOOL, .label = {"标记", NULL}},
  };
  zc_vocabulary v;
  zc_diagnostics diag = {0};
  CU_ASSERT_EQUAL_FATAL(extend(&v, rows, ZC_COUNT(rows), NULL, 0, &diag), ZC_OK);
  CU_ASSERT_EQUAL(v.fact_count, ZC_SHARED_FACTS + ZC_COUNT(rows));
  const zc_fact *f = v.facts + ZC_SHARED_FACTS;
  CU_ASSERT_EQUAL(find(&v, "here.score"), (int32_t)ZC_SHARED_FACTS);
  CU_ASSERT(f[0].min == 1 && f[0].max == 9 && f[0].unit == ZC_POINT);
  CU_ASSERT(f[0].changeable == ZC_CHANGEABLE && f[1].changeable == ZC_GROWS);
  CU_ASSERT_STRING_EQUAL(f[0].assumed, "5");
  CU_ASSERT_EQUAL(f[1].max, 1200);
  CU_ASSERT_STRING_EQUAL(f[1].en, "月数");
  CU_ASSERT(f[2].max == 1 && v.enums[f[2].enumeration].ordered);
  CU_ASSERT_EQUAL(f[3].enumeration, f[2].enumeration);
  CU_ASSERT_EQUAL(zc_fact_word(&v, ZC_SHARED_FACTS + 3, "high", 4), 1);
  CU_ASSERT_EQUAL(f[4].enumeration, v.facts[ZC_F_target_level].enumeration);
  CU_ASSERT_EQUAL(f[4].min, 0);
  zc_vocabulary_free(&v);
}

static void words_are_added_to_shared_lists(void) {
  static const zc_word_row rows[] = {
      {AT, .fact = "unit_kind", .word = "here.teaching_point", .label = {"教学点", "point"}},
      {AT, .fact = "held_title_series", .word = "here.series", .label = {"系列", NULL}},
  };
  zc_vocabulary v;
  CU_ASSERT_EQUAL_FATAL(extend(&v, NULL, 0, rows, ZC_COUNT(rows), NULL), ZC_OK);
  int32_t kind = zc_fact_word(&v, ZC_F_unit_kind, "here.teaching_point", 19);
  CU_ASSERT_EQUAL(kind, ZC_W_unit_kind_other + 1);
  CU_ASSERT_EQUAL(v.facts[ZC_F_unit_kind].max, kind);
  CU_ASSERT_STRING_EQUAL(v.enums[v.facts[ZC_F_unit_kind].enumeration].words[kind].zh, "教学点");
  CU_ASSERT(zc_fact_word(&v, ZC_F_series, "here.series", 11) > 0);
  zc_vocabulary_free(&v);
}

static void words_of_a_list_of_its_own_get_labels(void) {
  static const zc_fact_row facts[] = {{AT, .name = "here.grade", .type = ZC_ENUM,
                                       .words = "unfit fit good", .ordered = 1,
                                       .label = {"等次", NULL}}};
  static const zc_word_row rows[] = {
      {AT, .fact = "here.grade", .word = "unfit", .label = {"不合格", "not fit"}},
      {AT, .fact = "here.grade", .word = "fit", .label = {"合格", NULL}},
  };
  zc_vocabulary v;
  CU_ASSERT_EQUAL_FATAL(extend(&v, facts, 1, rows, ZC_COUNT(rows), NULL), ZC_OK);
  const zc_enum *list = &v.enums[v.facts[ZC_SHARED_FACTS].enumeration];
  CU_ASSERT_EQUAL(list->count, 3);
  CU_ASSERT_STRING_EQUAL(list->words[0].zh, "不合格");
  CU_ASSERT_STRING_EQUAL(list->words[0].en, "not fit");
  CU_ASSERT_STRING_EQUAL(list->words[1].en, "合格");
  CU_ASSERT_STRING_EQUAL(list->words[2].zh, "good");
  zc_vocabulary_free(&v);
}

static void check_refused(const zc_fact_row *facts, uint32_t fact_count, const zc_word_row *words,
                          uint32_t word_count, const char *message, unsigned line) {
  zc_vocabulary v;
  zc_diagnostics diag = {0};
  char condition[1000];
  zc_status status = extend(&v, facts, fact_count, words, word_count, &diag);
  const char *got = zc_diagnostics_text(&diag);
  snprintf(condition, sizeof condition, "messages are:\n%s    expected:\n%s", got, message);
  CU_assertImplementation(status == ZC_BAD_PLUGIN && !strcmp(got, message), line, condition,
                          __FILE__, "", CU_FALSE);
  zc_vocabulary_free(&v);
  zc_diagnostics_free(&diag);
}
#define REFUSED_FACT(message, ...)                                                                 \
  check_refused(&(const zc_fact_row){AT, __VA_ARGS__}, 1, NULL, 0, message, __LINE__)
#define REFUSED_WORD(message, ...)                                                                 \
  check_refused(NULL, 0, &(const zc_word_row){AT, __VA_ARGS__}, 1, message, __LINE__)
#define LABEL .label = {"标签", NULL}

static void facts_that_are_wrong_are_refused(void) {
  REFUSED_FACT("p.c:7: error: a fact has no name; fill in .name\n", .type = ZC_BOOL, LABEL);
  REFUSED_FACT("p.c:7: error: fact score: a fact of the region's own begins with the region id and "
               "a dot and goes on with small letters, digits and underscores; name it here....\n",
               .name = "score", .type = ZC_BOOL, LABEL);
  REFUSED_FACT("p.c:7: error: fact here.Score: a fact of the region's own begins with the region "
               "id and a dot and goes on with small letters, digits and underscores; name it "
               "here....\n",
               .name = "here.Score", .type = ZC_BOOL, LABEL);
  REFUSED_FACT("p.c:7: error: fact here.a..b: a fact of the region's own begins with the region "
               "id and a dot and goes on with small letters, digits and underscores; name it "
               "here....\n",
               .name = "here.a..b", .type = ZC_BOOL, LABEL);
  REFUSED_FACT("p.c:7: error: here.a: there is no Chinese label; fill in .label.zh\n",
               .name = "here.a", .type = ZC_BOOL);
  REFUSED_FACT("p.c:7: error: fact here.a: there is no type 99; use one of zc_type\n",
               .name = "here.a", .type = 99, LABEL);
  REFUSED_FACT("p.c:7: error: fact here.a: there is no unit 99; use one of zc_unit\n",
               .name = "here.a", .type = ZC_INT, .unit = 99, LABEL);
  REFUSED_FACT("p.c:7: error: fact here.a: the range 5 to 4 cannot be; the least is not above the "
               "greatest, and neither passes 1000000000000\n",
               .name = "here.a", .type = ZC_INT, .min = 5, .max = 4, LABEL);
  REFUSED_FACT("p.c:7: error: fact here.a: an enum has 1 to 64 words, this one has 0\n",
               .name = "here.a", .type = ZC_ENUM, LABEL);
  REFUSED_FACT("p.c:7: error: fact here.a: the word x stands twice; remove one\n", .name = "here.a",
               .type = ZC_ENUM, .words = "x y x", LABEL);
  REFUSED_FACT("p.c:7: error: fact here.a: the word X is malformed; use small letters, digits and "
               "underscores, a letter first\n",
               .name = "here.a", .type = ZC_ENUM, .words = "X y", LABEL);
  REFUSED_FACT("p.c:7: error: fact here.a: exam_score, whose words it shares, is no enum fact "
               "known so far; name a shared one or one that stands above\n",
               .name = "here.a", .type = ZC_ENUM, .words = "=exam_score", LABEL);
}

static void a_name_stands_once(void) {
  static const zc_fact_row rows[] = {{AT, .name = "here.a", .type = ZC_BOOL, LABEL},
                                     {AT, .name = "here.a", .type = ZC_BOOL, LABEL}};
  check_refused(rows, 2, NULL, 0,
                "p.c:7: error: fact here.a: there is a fact of this name already; remove or rename "
                "one\n",
                __LINE__);
}

static void a_list_takes_at_most_as_many_words_as_a_mask_has_bits(void) {
  char words[65 * 4 + 1] = "";
  for (int i = 0; i < 65; i++)
    snprintf(words + strlen(words), sizeof words - strlen(words), "w%02d ", i);
  REFUSED_FACT("p.c:7: error: fact here.a: an enum has 1 to 64 words, this one has 65\n",
               .name = "here.a", .type = ZC_ENUM, .words = words, LABEL);
  words[64 * 4] = '\0';
  zc_fact_row row = {AT, .name = "here.a", .type = ZC_ENUM, .words = words, LABEL};
  zc_word_row more = {AT, .fact = "here.a", .word = "here.w", LABEL};
  zc_vocabulary v;
  CU_ASSERT_EQUAL_FATAL(extend(&v, &row, 1, NULL, 0, NULL), ZC_OK);
  CU_ASSERT_EQUAL(v.facts[ZC_SHARED_FACTS].max, 63);
  CU_ASSERT_EQUAL(v.facts[ZC_SHARED_FACTS].words, UINT64_MAX);
  zc_vocabulary_free(&v);
  check_refused(&row, 1, &more, 1,
                "p.c:7: error: word here.w: here.a has 64 words already and takes no more\n",
                __LINE__);
}

static void words_that_are_wrong_are_refused(void) {
  REFUSED_WORD("p.c:7: error: word point: a word of the region's own begins with the region id and "
               "a dot; name it here....\n",
               .fact = "unit_kind", .word = "point", LABEL);
  REFUSED_WORD(
      "p.c:7: error: word here.x: unit_kin is no enum fact (unit_kind?); name an enum fact "
      "that takes this word\n",
      .fact = "unit_kin", .word = "here.x", LABEL);
  REFUSED_WORD("p.c:7: error: word here.x: \"\" is no enum fact; name an enum fact that takes this "
               "word\n",
               .word = "here.x", LABEL);
  REFUSED_WORD("p.c:7: error: word here.x: the words of education have an order, to which a region "
               "cannot add; make a fact of the region's own\n",
               .fact = "education", .word = "here.x", LABEL);
  static const zc_word_row twice[] = {{AT, .fact = "unit_kind", .word = "here.x", LABEL},
                                      {AT, .fact = "unit_kind", .word = "here.x", LABEL}};
  check_refused(NULL, 0, twice, 2,
                "p.c:7: error: word here.x: unit_kind has this word already; remove one\n",
                __LINE__);
}

static void labels_of_words_that_are_wrong_are_refused(void) {
  static const zc_fact_row grade = {
      AT, .name = "here.grade", .type = ZC_ENUM, .words = "unfit fit", LABEL, .ordered = 1};
  static const zc_word_row none = {AT, .fact = "here.grade", .word = "good", LABEL};
  static const zc_word_row twice[] = {{AT, .fact = "here.grade", .word = "fit", LABEL},
                                      {AT, .fact = "here.grade", .word = "fit", LABEL}};
  check_refused(&grade, 1, &none, 1,
                "p.c:7: error: word good: is none of the words of here.grade; write it into the "
                "`.words` of that fact, here it only gets its label\n",
                __LINE__);
  check_refused(&grade, 1, twice, 2,
                "p.c:7: error: word fit: this word of here.grade has a label already; remove one\n",
                __LINE__);
  REFUSED_WORD("p.c:7: error: this row has no word; fill in .word\n", .fact = "unit_kind", LABEL);
}

static void every_wrong_row_is_told(void) {
  static const zc_fact_row rows[] = {{AT, .name = "a", .type = ZC_BOOL, LABEL},
                                     {AT, .name = "here.ok", .type = ZC_BOOL, LABEL},
                                     {AT, .name = "b", .type = ZC_BOOL, LABEL}};
  zc_vocabulary v;
  zc_diagnostics diag = {0};
  CU_ASSERT_EQUAL(extend(&v, rows, ZC_COUNT(rows), NULL, 0, &diag), ZC_BAD_PLUGIN);
  CU_ASSERT_EQUAL(diag.errors, 2);
  CU_ASSERT(find(&v, "here.ok") > 0);
  zc_vocabulary_free(&v);
  zc_diagnostics_free(&diag);
}

void test_facts_extension(CU_pSuite suite) {
  CU_add_test(suite, "a region adds facts of every type", facts_of_every_type_are_added);
  CU_add_test(suite, "a region adds words to shared lists", words_are_added_to_shared_lists);
  CU_add_test(suite, "the words of a list of the region's own get labels",
              words_of_a_list_of_its_own_get_labels);
  CU_add_test(suite, "a label for no word, for one labelled already, or without a word is refused",
              labels_of_words_that_are_wrong_are_refused);
  CU_add_test(suite, "facts that are wrong are refused with their place",
              facts_that_are_wrong_are_refused);
  CU_add_test(suite, "a name of a fact stands once", a_name_stands_once);
  CU_add_test(suite, "a list takes at most 64 words",
              a_list_takes_at_most_as_many_words_as_a_mask_has_bits);
  CU_add_test(suite, "words that are wrong are refused with their place",
              words_that_are_wrong_are_refused);
  CU_add_test(suite, "every wrong row is told, and the others are there", every_wrong_row_is_told);
}
