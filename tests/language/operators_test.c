/* SPDX-License-Identifier: Apache-2.0 */
/* Every operator and function of the language, on known and unknown facts. */
#include "condition.h"
#include "tests.h"

static void precedence(void) {
  zc_expect_value("true or false and false", "", "true");
  zc_expect_value("(true or false) and false", "", "false");
  zc_expect_value("not true or true", "", "true");
  zc_expect_value("not (true or true)", "", "false");
  zc_expect_value("not exam_score == 3", "exam_score=4", "true");
  zc_expect_value("2 + 3 * 4", "", "14");
  zc_expect_value("(2 + 3) * 4", "", "20");
  zc_expect_value("10 - 3 - 2", "", "5");
  zc_expect_value("-3 + 5", "", "2");
  zc_expect_value("2 * -3", "", "-6");
  zc_expect_value("1 + 1 == 2 and 2 < 3", "", "true");
  zc_expect_value("if false then 1 else if true then 2 else 3", "", "2");
  zc_expect_value("if true then false else true or true", "", "false");
}

static void kleene(void) {
  zc_expect_value("exam_passed and ethics_passed", "exam_passed=true ethics_passed=true", "true");
  zc_expect_value("exam_passed and ethics_passed", "exam_passed=true", "unknown");
  zc_expect_value("exam_passed and ethics_passed", "ethics_passed=false", "false");
  zc_expect_value("exam_passed or ethics_passed", "ethics_passed=true", "true");
  zc_expect_value("exam_passed or ethics_passed", "ethics_passed=false", "unknown");
  zc_expect_value("exam_passed or ethics_passed", "ethics_passed=false exam_passed=false", "false");
  zc_expect_value("not exam_passed", "", "unknown");
  zc_expect_value("not exam_passed", "exam_passed=false", "true");
  zc_expect_value("exam_passed == ethics_passed", "exam_passed=false ethics_passed=false", "true");
  zc_expect_value("exam_passed == ethics_passed", "exam_passed=false", "unknown");
  zc_expect_value("exam_passed != true", "exam_passed=false", "true");
}

static void comparisons(void) {
  zc_expect_value("exam_score >= 60", "exam_score=60", "true");
  zc_expect_value("exam_score >= 60", "exam_score=59", "false");
  zc_expect_value("exam_score > 60", "exam_score=60", "false");
  zc_expect_value("exam_score <= 60", "exam_score=60", "true");
  zc_expect_value("exam_score < 60", "exam_score=60", "false");
  zc_expect_value("exam_score == 60", "exam_score=60", "true");
  zc_expect_value("exam_score != 60", "exam_score=60", "false");
  zc_expect_value("60 <= exam_score", "exam_score=60", "true");
  zc_expect_value("exam_score >= 60", "", "unknown");
  zc_expect_value("exam_score >= exam_pass_line", "exam_score=60 exam_pass_line=61", "false");
  zc_expect_value("exam_score >= 0", "", "true");
  zc_expect_value("exam_score > 1000", "", "false");
  zc_expect_value("education >= bachelor", "education=master", "true");
  zc_expect_value("education < bachelor", "education=junior_college", "true");
  zc_expect_value("bachelor <= education", "education=high_school", "false");
  zc_expect_value("unit_level <= township", "unit_level=county", "false");
  zc_expect_value("current_title_date < 2020-02-29", "current_title_date=2020-02-28", "true");
  zc_expect_value("target_level > current_title_level",
                  "target_level=intermediate current_title_level=assistant", "true");
  zc_expect_value("held_title_region == this_region", "held_title_region=0", "true");
  zc_expect_value("held_title_region != test", "held_title_region=1", "true");
}

static void membership(void) {
  zc_expect_value("series in {health, agriculture}", "series=agriculture", "true");
  zc_expect_value("series in {health, agriculture}", "series=legal", "false");
  zc_expect_value("series in {health, agriculture}", "", "unknown");
  zc_expect_value("not series in {health}", "series=legal", "true");
  zc_expect_value("exam_score in {1, 2, 5}", "exam_score=5", "true");
  zc_expect_value("exam_score in {1, 2, 5}", "exam_score=3", "false");
  zc_expect_value("months_in_current_title in {1 years, 24}", "months_in_current_title=12", "true");
  zc_expect_value("as_of in {2024-06-29}", "", "true");
  zc_expect_value("held_title_region in {this_region}", "held_title_region=1", "false");
  zc_expect_value("unit_division in {451229}", "unit_division=451229", "true");
}

/* talent_program is a word of green_category and a fact of its own. */
static void words_before_facts(void) {
  zc_expect_value("green_category == talent_program", "green_category=talent_program", "true");
  zc_expect_value("green_category == talent_program",
                  "green_category=postdoc talent_program=new_era_1", "false");
  zc_expect_value("green_category != talent_program", "green_category=postdoc", "true");
  zc_expect_value("talent_program == green_category", "green_category=talent_program", "true");
  zc_expect_value("(green_category) == talent_program", "green_category=talent_program", "true");
  zc_expect_value("talent_program == new_era_1", "talent_program=new_era_1", "true");
  zc_expect_value("track == current_title_track", "track=general current_title_track=general",
                  "true");
}

static void divisions(void) {
  zc_expect_value("unit_division under 451229", "unit_division=451229", "true");
  zc_expect_value("unit_division under 451229", "unit_division=451229100", "true");
  zc_expect_value("unit_division under 451229", "unit_division=451228", "false");
  zc_expect_value("unit_division under 451229", "unit_division=451200", "unknown");
  zc_expect_value("unit_division under 451200", "unit_division=451229", "true");
  zc_expect_value("unit_division under {451229, 451228}", "unit_division=451228", "true");
  zc_expect_value("unit_division under {451229, 451031}", "unit_division=451030", "false");
  zc_expect_value("unit_division == 451229", "unit_division=451229101", "true");
  zc_expect_value("451229 != unit_division", "unit_division=451228", "true");
  zc_expect_value("unit_division under region_division", "unit_division=451228", "true");
  zc_expect_value("unit_division under region_division", "unit_division=150100", "false");
  zc_expect_value("unit_division under 451229100001", "unit_division=451229100", "unknown");
  zc_expect_value("same_prefecture(unit_division, destination_division)",
                  "unit_division=451229 destination_division=451201", "true");
  zc_expect_value("same_prefecture(unit_division, destination_division)",
                  "unit_division=451229 destination_division=451001", "false");
  zc_expect_value("same_prefecture(unit_division, 450000)", "unit_division=451229", "unknown");
  zc_expect_value("same_prefecture(unit_division, region_division)", "unit_division=150100",
                  "false");
}

static void arithmetic(void) {
  zc_expect_value("specialty_months + 12", "specialty_months=24", "36");
  zc_expect_value("specialty_months - 12 months >= 1 year", "specialty_months=24", "true");
  zc_expect_value("specialty_months * 2 == 4 years", "specialty_months=24", "true");
  zc_expect_value("2 * specialty_months == 3", "", "false");
  zc_expect_value("0 * specialty_months", "", "0");
  zc_expect_value("-specialty_months", "specialty_months=24", "-24");
  zc_expect_value("specialty_months + county_months", "specialty_months=24", "24..1224");
  zc_expect_value("max(0, 48 - specialty_months)", "specialty_months=60", "0");
  zc_expect_value("min(specialty_months, county_months, 7)", "specialty_months=9", "0..7");
  zc_expect_value("max(education, if exam_passed then bachelor else none)",
                  "education=high_school exam_passed=true", "bachelor");
  zc_expect_value("specialty_months >= years(early_service)",
                  "unit_division=451229 specialty_months=36", "true");
  zc_expect_value("specialty_months >= years(early_service)",
                  "unit_division=451229 specialty_months=35", "false");
  zc_expect_value("months(early_service) * 3", "unit_division=150100", "6");
}

static void days(void) {
  zc_expect_value("as_of", "", "2024-06-29");
  zc_expect_value("as_of + 3 days", "", "2024-07-02");
  zc_expect_value("as_of - 29", "", "2024-05-31");
  zc_expect_value("as_of - current_title_date == 1 day", "current_title_date=2024-06-28", "true");
  zc_expect_value("full_months(current_title_date, as_of)", "current_title_date=2020-06-30", "47");
  zc_expect_value("full_months(current_title_date, as_of)", "current_title_date=2020-06-29", "48");
  zc_expect_value("full_months(as_of, 2020-01-01)", "", "0");
  zc_expect_value("full_months(2020-01-31, 2020-02-29)", "", "1");
  zc_expect_value("full_months(2020-02-29, 2021-02-28)", "", "12");
  zc_expect_value("add_months(2020-01-31, 1)", "", "2020-02-29");
  zc_expect_value("add_months(as_of, 1 year) >= 2025-06-29", "", "true");
  zc_expect_value("add_months(2199-12-01, 4000)", "", "2199-12-31");
  zc_expect_value("add_months(as_of, -6)", "", "2023-12-29");
}

static void certainty(void) {
  zc_expect_value("known(education)", "", "false");
  zc_expect_value("known(education)", "education=none", "true");
  zc_expect_value("known(unit_division)", "unit_division=451200", "false");
  zc_expect_value("given(unit_division)", "unit_division=451200", "true");
  zc_expect_value("given(unit_name)", "", "false");
  zc_expect_value("known(exam_passed and ethics_passed)", "ethics_passed=false", "true");
  zc_expect_value("known(as_of)", "", "true");
  zc_expect_value("known(test.score)", "", "false");
}

static void functions_of_plugins(void) {
  zc_expect_value("test.score >= 50", "exam_score=60", "true");
  zc_expect_value("test.score >= 51 points", "exam_score=60", "false");
  zc_expect_value("test.score", "", "0..990");
}

static void layout(void) {
  zc_expect_value("\t exam_passed\n  and\r\n (ethics_passed)",
                  "exam_passed=true ethics_passed=true", "true");
  zc_expect_value("exam_score>=60 and exam_score<=60", "exam_score=60", "true");
  zc_expect_value("((((1))))", "", "1");
}

void test_language_operators(CU_pSuite suite) {
  CU_add_test(suite, "or binds weaker than and, and weaker than not, not weaker than comparisons",
              precedence);
  CU_add_test(suite, "logic is three-valued: an unknown fact never counts as false", kleene);
  CU_add_test(suite, "numbers, days, ordered words and regions compare by their order",
              comparisons);
  CU_add_test(suite, "`in` holds for the values of its set alone", membership);
  CU_add_test(suite, "beside an enum its word is meant, though a fact has the same name",
              words_before_facts);
  CU_add_test(suite, "a code stands for all divisions under it, and a coarser one is unknown",
              divisions);
  CU_add_test(suite, "sums, products, min, max and years keep to whole numbers", arithmetic);
  CU_add_test(suite, "days and months follow the calendar", days);
  CU_add_test(suite, "known asks for certainty, given asks for the fact as it came", certainty);
  CU_add_test(suite, "a function of the plugin stands by its name", functions_of_plugins);
  CU_add_test(suite, "blanks and line ends separate, and mean nothing else", layout);
}
