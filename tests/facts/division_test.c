/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/division.h"
#include "tests.h"
#include <string.h>

static zc_division parse(const char *code) {
  zc_division d = {0, 0};
  CU_ASSERT_EQUAL(zc_division_parse(code, strlen(code), &d), 0);
  return d;
}

static void a_code_covers_all_that_lies_under_it(void) {
  static const struct {
    const char *code;
    int64_t lo, hi;
    const char *shortest;
  } rows[] = {
      {"450000", 450000000000, 459999999999, "450000"},
      {"451200", 451200000000, 451299999999, "451200"},
      {"451229", 451229000000, 451229999999, "451229"},
      {"451229101", 451229101000, 451229101999, "451229101"},
      {"451229101203", 451229101203, 451229101203, "451229101203"},
      {"451229000", 451229000000, 451229999999, "451229"},
      {"451229000000", 451229000000, 451229999999, "451229"},
      {"451229101000", 451229101000, 451229101999, "451229101"},
      {"450000000000", 450000000000, 459999999999, "450000"},
      {"450001", 450001000000, 450001999999, "450001"},
      {"100000", 100000000000, 109999999999, "100000"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    zc_division d = parse(rows[i].code);
    char text[13];
    CU_ASSERT(d.lo == rows[i].lo && d.hi == rows[i].hi);
    zc_division_format(d, text);
    CU_ASSERT_STRING_EQUAL(text, rows[i].shortest);
  }
}

static void a_prefix_stands_for_what_begins_with_it(void) {
  static const struct {
    const char *prefix;
    int64_t lo, hi;
  } rows[] = {{"45", 450000000000, 459999999999},
              {"4512", 451200000000, 451299999999},
              {"451229", 451229000000, 451229999999},
              {"451229101", 451229101000, 451229101999}};
  zc_division d;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    CU_ASSERT_EQUAL(zc_division_parse_prefix(rows[i].prefix, strlen(rows[i].prefix), &d), 0);
    CU_ASSERT(d.lo == rows[i].lo && d.hi == rows[i].hi);
  }
  static const char *const wrong[] = {"", "4", "451", "45122", "05", "0512", "4x", "45x2"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    CU_ASSERT_EQUAL(zc_division_parse_prefix(wrong[i], strlen(wrong[i]), &d), -1);
}

static void malformed_codes_are_refused(void) {
  static const char *const codes[] = {"",         "4512",       "45122",       "4512290",
                                      "45122910", "4512291012", "45122910120", "4512291012034",
                                      "051229",   "45122a",     "451229 01",   "４５１２２９",
                                      "-51229",   "45.229"};
  zc_division d;
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
    CU_ASSERT_EQUAL(zc_division_parse(codes[i], strlen(codes[i]), &d), -1);
}

static void entries_are_found_at_every_level(void) {
  static const struct {
    const char *code, *name;
    zc_division_level level;
  } rows[] = {
      {"110000", "北京市", ZC_LEVEL_PROVINCE},
      {"451200", "河池市", ZC_LEVEL_PREFECTURE},
      {"451229", "大化瑶族自治县", ZC_LEVEL_COUNTY},
      {"110101001", "东华门街道", ZC_LEVEL_SUBDISTRICT},
      {"110101001000", "东华门街道", ZC_LEVEL_SUBDISTRICT},
      {"441900101", "石碣镇", ZC_LEVEL_TOWN},
      {"350527000", "金门县", ZC_LEVEL_COUNTY},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    zc_division_entry entry = zc_division_find(&zc_data_standard, parse(rows[i].code));
    CU_ASSERT_EQUAL(entry.level, rows[i].level);
    CU_ASSERT_STRING_EQUAL(entry.name ? entry.name : "none", rows[i].name);
  }
}

static void codes_outside_the_table_have_no_entry(void) {
  static const char *const codes[] = {"990000", "100000", "110101999", "110101001001", "999999999"};
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
    zc_division_entry entry = zc_division_find(&zc_data_standard, parse(codes[i]));
    CU_ASSERT(entry.level == ZC_LEVEL_UNLISTED && !entry.name);
  }
  CU_ASSERT_PTR_NULL(zc_division_find(&zc_data_standard, (zc_division){-1000000, 0}).name);
  CU_ASSERT_PTR_NULL(
      zc_division_find(&zc_data_standard, (zc_division){INT64_MAX - 1000, INT64_MAX}).name);
}

/* The table as the source file has it: rows of each level. */
static void the_table_is_complete(void) {
  static const struct {
    zc_division_level level;
    int count;
  } rows[] = {{ZC_LEVEL_PROVINCE, 31},      {ZC_LEVEL_PREFECTURE, 342}, {ZC_LEVEL_COUNTY, 2975},
              {ZC_LEVEL_SUBDISTRICT, 9186}, {ZC_LEVEL_TOWN, 21390},     {ZC_LEVEL_TOWNSHIP, 8203},
              {ZC_LEVEL_OTHER, 2572}};
  int counts[ZC_LEVEL_OTHER + 1] = {0};
  for (int64_t code = 110000; code < 700000; code++) {
    int64_t span = code % 10000 == 0 ? 10000000000 : code % 100 == 0 ? 100000000 : 1000000;
    zc_division d = {code * 1000000, code * 1000000 + span - 1};
    zc_division_level level = zc_division_find(&zc_data_standard, d).level;
    counts[level]++;
    for (int64_t town = 1; level != ZC_LEVEL_UNLISTED && town < 1000; town++) {
      int64_t lo = d.lo + town * 1000;
      counts[zc_division_find(&zc_data_standard, (zc_division){lo, lo + 999}).level]++;
    }
  }
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    CU_ASSERT_EQUAL(counts[rows[i].level], rows[i].count);
}

static void credit_codes_are_checked_by_their_last_character(void) {
  char expected = 0;
  CU_ASSERT_EQUAL(zc_credit_code_check("91110000802100433B", 18, &expected), 0);
  CU_ASSERT_EQUAL(zc_credit_code_check("91330100799655058B", 18, &expected), 0);
  CU_ASSERT_EQUAL(zc_credit_code_check("911100008021004339", 18, &expected), -2);
  CU_ASSERT_EQUAL(expected, 'B');
  CU_ASSERT_EQUAL(zc_credit_code_check("91110000802100433", 17, &expected), -1);
  CU_ASSERT_EQUAL(zc_credit_code_check("91110000802100433BB", 19, &expected), -1);
  CU_ASSERT_EQUAL(zc_credit_code_check("91110000802100433b", 18, &expected), -1);
  CU_ASSERT_EQUAL(zc_credit_code_check("9I110000802100433B", 18, &expected), -1);
  CU_ASSERT_EQUAL(zc_credit_code_check("9111000\000802100433B", 18, &expected), -1);
}

static void every_exchange_of_two_neighbours_in_a_credit_code_is_found(void) {
  char expected;
  for (int i = 0; i < 17; i++) {
    char code[] = "91330100799655058B";
    if (code[i] == code[i + 1])
      continue;
    char c = code[i];
    code[i] = code[i + 1];
    code[i + 1] = c;
    CU_ASSERT_NOT_EQUAL(zc_credit_code_check(code, 18, &expected), 0);
  }
}

void test_facts_division(CU_pSuite suite) {
  CU_add_test(suite, "a code covers all that lies under it, and has one shortest form",
              a_code_covers_all_that_lies_under_it);
  CU_add_test(suite, "a prefix stands for every division that begins with it",
              a_prefix_stands_for_what_begins_with_it);
  CU_add_test(suite, "malformed division codes are refused", malformed_codes_are_refused);
  CU_add_test(suite, "divisions are found at every level", entries_are_found_at_every_level);
  CU_add_test(suite, "codes outside the table have no entry",
              codes_outside_the_table_have_no_entry);
  CU_add_test(suite, "the table has all divisions of its source", the_table_is_complete);
  CU_add_test(suite, "a credit code is checked by its last character",
              credit_codes_are_checked_by_their_last_character);
  CU_add_test(suite, "an exchange of neighbours in a credit code is found",
              every_exchange_of_two_neighbours_in_a_credit_code_is_found);
}
