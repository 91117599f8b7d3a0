/* SPDX-License-Identifier: Apache-2.0 */
#include "base/date.h"
#include "facts/vocabulary.h"
#include "tests.h"
#include <string.h>

static zc_vocabulary v;

static void make(void) {
  CU_ASSERT_EQUAL_FATAL(zc_vocabulary_init(&v, NULL, NULL), ZC_OK);
}

static int32_t find(const char *name) {
  return zc_fact_find(&v, name, strlen(name));
}

static int32_t word(zc_shared_fact fact, const char *text) {
  return zc_fact_word(&v, fact, text, strlen(text));
}

static void every_fact_is_found_and_labelled(void) {
  make();
  CU_ASSERT_EQUAL(v.fact_count, ZC_SHARED_FACTS);
  CU_ASSERT_EQUAL(find("track"), ZC_F_track);
  CU_ASSERT_EQUAL(find("facts_as_of"), ZC_F_facts_as_of);
  for (uint32_t i = 0; i < v.fact_count; i++) {
    const zc_fact *f = &v.facts[i];
    CU_ASSERT_EQUAL(find(f->name), (int32_t)i);
    CU_ASSERT(f->zh && *f->zh && f->en && *f->en);
    CU_ASSERT((f->type == ZC_ENUM) == (f->enumeration >= 0));
    CU_ASSERT(f->min < f->max || f->type == ZC_ENUM);
  }
  zc_vocabulary_free(&v);
}

static void names_are_found_whole_only(void) {
  make();
  CU_ASSERT_EQUAL(find(""), -1);
  CU_ASSERT_EQUAL(find("trac"), -1);
  CU_ASSERT_EQUAL(find("tracks"), -1);
  CU_ASSERT_EQUAL(find("Track"), -1);
  CU_ASSERT_EQUAL(zc_fact_find(&v, "track\0x", 7), -1);
  CU_ASSERT_EQUAL(zc_fact_find(&v, "tracks", 5), ZC_F_track);
  CU_ASSERT_STRING_EQUAL(zc_fact_suggest(&v, "unit_levle", 10), "unit_level");
  CU_ASSERT_PTR_NULL(zc_fact_suggest(&v, "zzz", 3));
  zc_vocabulary_free(&v);
}

static void ordered_lists_stand_lowest_first(void) {
  static const char *const rising[][2] = {{"none", "clerk"},
                                          {"clerk", "assistant"},
                                          {"assistant", "intermediate"},
                                          {"intermediate", "deputy_senior"},
                                          {"deputy_senior", "full_senior"}};
  make();
  for (size_t i = 0; i < sizeof rising / sizeof *rising; i++)
    CU_ASSERT(word(ZC_F_current_title_level, rising[i][0]) <
              word(ZC_F_current_title_level, rising[i][1]));
  CU_ASSERT(word(ZC_F_education, "junior_college") < word(ZC_F_education, "bachelor"));
  CU_ASSERT(word(ZC_F_unit_level, "village") < word(ZC_F_unit_level, "national"));
  CU_ASSERT_EQUAL(word(ZC_F_unit_level, "village"), 0);
  CU_ASSERT(v.enums[v.facts[ZC_F_unit_level].enumeration].ordered);
  CU_ASSERT(!v.enums[v.facts[ZC_F_unit_kind].enumeration].ordered);
  zc_vocabulary_free(&v);
}

static void facts_that_compare_share_a_list(void) {
  static const zc_shared_fact pairs[][2] = {{ZC_F_target_level, ZC_F_current_title_level},
                                            {ZC_F_target_level, ZC_F_qualification_level},
                                            {ZC_F_target_level, ZC_F_held_title_level},
                                            {ZC_F_track, ZC_F_current_title_track},
                                            {ZC_F_track, ZC_F_held_title_track},
                                            {ZC_F_series, ZC_F_held_title_series},
                                            {ZC_F_unit_level, ZC_F_destination_unit_level},
                                            {ZC_F_unit_nature, ZC_F_destination_unit_nature}};
  make();
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    CU_ASSERT_EQUAL(v.facts[pairs[i][0]].enumeration, v.facts[pairs[i][1]].enumeration);
  CU_ASSERT_NOT_EQUAL(v.facts[ZC_F_education].enumeration, v.facts[ZC_F_degree].enumeration);
  zc_vocabulary_free(&v);
}

static void a_fact_takes_its_own_words_of_a_shared_list(void) {
  make();
  CU_ASSERT_EQUAL(word(ZC_F_target_level, "none"), -1);
  CU_ASSERT_EQUAL(word(ZC_F_current_title_level, "none"), 0);
  CU_ASSERT_EQUAL(v.facts[ZC_F_target_level].min, ZC_W_level_clerk);
  CU_ASSERT_EQUAL(word(ZC_F_track, "none"), -1);
  CU_ASSERT(word(ZC_F_track, "green") > 0);
  CU_ASSERT_EQUAL(word(ZC_F_current_title_track, "green"), -1);
  CU_ASSERT(word(ZC_F_current_title_track, "none") == 0);
  CU_ASSERT_EQUAL(word(ZC_F_held_title_track, "none"), -1);
  CU_ASSERT_EQUAL(word(ZC_F_held_title_track, "green"), -1);
  CU_ASSERT_EQUAL(word(ZC_F_exam_score, "none"), -1);
  CU_ASSERT_STRING_EQUAL(zc_word_suggest(&v, ZC_F_series, "helth", 5), "health");
  CU_ASSERT_PTR_NULL(zc_word_suggest(&v, ZC_F_exam_score, "helth", 5));
  zc_vocabulary_free(&v);
}

static void ranges_follow_type_and_unit(void) {
  make();
  CU_ASSERT_EQUAL(v.facts[ZC_F_specialty_months].max, 1200);
  CU_ASSERT_EQUAL(v.facts[ZC_F_continuing_education_hours].max, 10000);
  CU_ASSERT_EQUAL(v.facts[ZC_F_exam_score].max, 1000);
  CU_ASSERT_EQUAL(v.facts[ZC_F_funding_amount].max, 1000000000);
  CU_ASSERT_EQUAL(v.facts[ZC_F_ethics_passed].max, 1);
  CU_ASSERT_EQUAL(v.facts[ZC_F_meeting_date].min, ZC_DAY_MIN);
  CU_ASSERT_EQUAL(v.facts[ZC_F_unit_division].min, 100000000000);
  zc_vocabulary_free(&v);
}

static void types_and_units_have_names(void) {
  CU_ASSERT_STRING_EQUAL(zc_type_name(ZC_STRING), "text");
  CU_ASSERT_STRING_EQUAL(zc_type_name(ZC_TYPE_COUNT), "");
  for (int unit = ZC_MONTH; unit < ZC_UNIT_COUNT; unit++) {
    CU_ASSERT(*zc_unit_name((zc_unit)unit) != '\0');
    CU_ASSERT(*zc_unit_label((zc_unit)unit, ZC_LANG_ZH) != '\0');
    CU_ASSERT(*zc_unit_label((zc_unit)unit, ZC_LANG_EN) != '\0');
  }
  CU_ASSERT_STRING_EQUAL(zc_unit_name(ZC_NO_UNIT), "");
  CU_ASSERT_STRING_EQUAL(zc_unit_label(ZC_UNIT_COUNT, ZC_LANG_EN), "");
}

void test_facts_vocabulary(CU_pSuite suite) {
  CU_add_test(suite, "every fact is found by its name and has labels",
              every_fact_is_found_and_labelled);
  CU_add_test(suite, "a name is found whole only", names_are_found_whole_only);
  CU_add_test(suite, "the words of an ordered list stand lowest first",
              ordered_lists_stand_lowest_first);
  CU_add_test(suite, "facts that are compared share one list", facts_that_compare_share_a_list);
  CU_add_test(suite, "a fact takes its own words of a shared list",
              a_fact_takes_its_own_words_of_a_shared_list);
  CU_add_test(suite, "ranges follow from type and unit", ranges_follow_type_and_unit);
  CU_add_test(suite, "types and units have names", types_and_units_have_names);
}
