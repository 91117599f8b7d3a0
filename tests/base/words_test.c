/* SPDX-License-Identifier: Apache-2.0 */
#include "base/words.h"
#include "tests.h"
#include <string.h>

static void lists_are_taken_word_by_word(void) {
  const char *cursor = "  general\ttargeted \n", *word;
  size_t length;
  CU_ASSERT_EQUAL(zc_next_word(&cursor, &word, &length), 1);
  CU_ASSERT(length == 7 && !memcmp(word, "general", 7));
  CU_ASSERT_EQUAL(zc_next_word(&cursor, &word, &length), 1);
  CU_ASSERT(length == 8 && !memcmp(word, "targeted", 8));
  CU_ASSERT_EQUAL(zc_next_word(&cursor, &word, &length), 0);
  CU_ASSERT_EQUAL(zc_next_word(&cursor, &word, &length), 0);
  cursor = NULL;
  CU_ASSERT_EQUAL(zc_next_word(&cursor, &word, &length), 0);
}

static void a_word_is_found_whole(void) {
  CU_ASSERT_EQUAL(zc_has_word("paper award", "award", 5), 1);
  CU_ASSERT_EQUAL(zc_has_word("paper award", "pap", 3), 0);
  CU_ASSERT_EQUAL(zc_has_word("paper", "papers", 6), 0);
  CU_ASSERT_EQUAL(zc_has_word(NULL, "paper", 5), 0);
}

static void region_ids_are_short_plain_names(void) {
  CU_ASSERT(zc_is_region_id("inner_mongolia"));
  CU_ASSERT(zc_is_region_id("a2"));
  CU_ASSERT(zc_is_region_id("abcdefghijklmnopqrstuvwxyz01234"));
  CU_ASSERT(!zc_is_region_id("abcdefghijklmnopqrstuvwxyz012345"));
  CU_ASSERT(!zc_is_region_id(""));
  CU_ASSERT(!zc_is_region_id("Guangxi"));
  CU_ASSERT(!zc_is_region_id("_a"));
  CU_ASSERT(!zc_is_region_id("2a"));
  CU_ASSERT(!zc_is_region_id("a-b"));
  CU_ASSERT(!zc_is_region_id("a.b"));
}

static void only_shortest_utf8_is_valid(void) {
  static const struct {
    const char *text;
    size_t length, valid;
  } rows[] = {
      {"职称", 6, 6},
      {"a\xC3\xA9\xF0\x9F\x98\x80z", 8, 8},
      {"", 0, 0},
      {"a\x80", 2, 1},            /* continuation first */
      {"\xC0\xAF", 2, 0},         /* longer than needed */
      {"\xE0\x80\xAF", 3, 0},     /* longer than needed */
      {"\xF0\x80\x80\xAF", 4, 0}, /* longer than needed */
      {"\xED\xA0\x80", 3, 0},     /* half of a pair */
      {"\xF4\x90\x80\x80", 4, 0}, /* beyond the last character */
      {"ab\xE8\x81", 4, 2},       /* cut off */
      {"ab\xF0\x9F\x98", 5, 2},   /* cut off */
      {"ab\xC3", 3, 2},           /* cut off */
      {"\xFF", 1, 0},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    CU_ASSERT_EQUAL(zc_utf8_valid(rows[i].text, rows[i].length), rows[i].valid);
}

static const char *nearest(const char *wanted) {
  static const char *const names[] = {"education", "education_full_time", "exam_score", "bachelor",
                                      "none"};
  zc_suggestion s = {.wanted = wanted, .wanted_length = strlen(wanted)};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    zc_suggest(&s, names[i]);
  return s.best ? s.best : "";
}

static void the_nearest_name_is_suggested_if_it_is_near(void) {
  CU_ASSERT_STRING_EQUAL(nearest("eduction"), "education");
  CU_ASSERT_STRING_EQUAL(nearest("educatoin"), "education");
  CU_ASSERT_STRING_EQUAL(nearest("Bachelor"), "bachelor");
  CU_ASSERT_STRING_EQUAL(nearest("EXAM_SCORE"), "exam_score");
  CU_ASSERT_STRING_EQUAL(nearest("education_fulltime"), "education_full_time");
  /* The very word is what will not do. */
  CU_ASSERT_STRING_EQUAL(nearest("education"), "");
  CU_ASSERT_STRING_EQUAL(nearest("xyz"), "");
  CU_ASSERT_STRING_EQUAL(nearest(""), "");
  CU_ASSERT_STRING_EQUAL(
      nearest("a_name_that_is_much_longer_than_any_name_could_sensibly_be_in_the_vocabulary"), "");
}

static void what_steers_a_terminal_is_not_plain(void) {
  static const struct {
    const char *text;
    size_t plain;
    const char *made;
  } rows[] = {
      {"职称 a\u00e9", 10, "职称 a\u00e9"},
      {"a\tb\nc", 1, "a\tb\nc"},
      {"a\033[31mb", 1, "a?[31mb"},
      {"a\xC2\x9B"
       "b",
       1, "a??b"},
      {"a\u202eb", 1, "a???b"},
      {"a\u2066b", 1, "a???b"},
      {"a\u200fb", 1, "a???b"},
      {"a\u061cb", 1, "a??b"},
      {"a\u2028b", 1, "a???b"},
      {"a\xFFz", 1, "a?z"},
      {"a\u2014b\u3000", 8, "a\u2014b\u3000"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    char text[32];
    strcpy(text, rows[i].text);
    CU_ASSERT_EQUAL(zc_text_plain(text, strlen(text)), rows[i].plain);
    zc_text_make_plain(text, strlen(text), 1);
    CU_ASSERT_STRING_EQUAL(text, rows[i].made);
  }
  char line[] = "a\tb\n";
  zc_text_make_plain(line, strlen(line), 0);
  CU_ASSERT_STRING_EQUAL(line, "a?b?");
}

void test_base_words(CU_pSuite suite) {
  CU_add_test(suite, "a text that would steer a terminal is not plain",
              what_steers_a_terminal_is_not_plain);
  CU_add_test(suite, "a list is taken word by word", lists_are_taken_word_by_word);
  CU_add_test(suite, "a word of a list is found only whole", a_word_is_found_whole);
  CU_add_test(suite, "a region id is a short plain name", region_ids_are_short_plain_names);
  CU_add_test(suite, "only the shortest form of UTF-8 is valid", only_shortest_utf8_is_valid);
  CU_add_test(suite, "the nearest name is suggested, if it is near",
              the_nearest_name_is_suggested_if_it_is_near);
}
