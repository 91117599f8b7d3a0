/* SPDX-License-Identifier: Apache-2.0 */
/* Which facts a finding shows for its condition, in which order, and what each is asked for. */
#include "condition.h"
#include "tests.h"
#include <string.h>

static void show_value(zc_condition *c, const zc_mention *m, const char *sign, char *out,
                       size_t size) {
  const zc_fact *fact = &c->vocabulary.facts[m->fact];
  const char *value = zc_condition_value(c, m->value, "");
  if (fact->type == ZC_ENUM && c->program.nodes[m->value].op == ZC_OP_CONST)
    value = c->vocabulary.enums[fact->enumeration].words[c->program.nodes[m->value].imm].word;
  snprintf(out, size, "%s %s %s", fact->name, sign, value);
}

static void show_in(zc_condition *c, const zc_mention *m, char *out, size_t size) {
  const zc_fact *fact = &c->vocabulary.facts[m->fact];
  int length = snprintf(out, size, "%s in", fact->name);
  for (uint32_t i = 0; i < m->range_count; i++)
    length += snprintf(out + length, size - (size_t)length, " %lld..%lld",
                       (long long)m->ranges[2 * i], (long long)m->ranges[2 * i + 1]);
  for (uint32_t i = 0; i < 64; i++)
    if (m->mask >> i & 1)
      length += snprintf(out + length, size - (size_t)length, " %s",
                         c->vocabulary.enums[fact->enumeration].words[i].word);
}

static void show_mention(zc_condition *c, const zc_mention *m, char *out, size_t size) {
  switch (m->form) {
  case ZC_NEED_GE:
    show_value(c, m, ">=", out, size);
    break;
  case ZC_NEED_LE:
    show_value(c, m, "<=", out, size);
    break;
  case ZC_NEED_EQ:
    show_value(c, m, "=", out, size);
    break;
  case ZC_NEED_IN:
    show_in(c, m, out, size);
    break;
  default:
    snprintf(out, size, "%s", c->vocabulary.facts[m->fact].name);
  }
}

/* `wanted`: the mentions, separated by "; ". Two conditions may share one list, as `when` and
 * `needs` do; `second` may be NULL. */
static void expect_two(const char *first, const char *second, const char *wanted) {
  zc_condition c;
  char got[1024] = "";
  zc_condition_begin(&c);
  zc_condition_compiled(&c, first);
  if (second)
    zc_condition_compiled(&c, second);
  for (uint32_t i = 0; i < c.mentions.count; i++) {
    size_t length = strlen(got);
    if (i > 0)
      length += (size_t)snprintf(got + length, sizeof got - length, "; ");
    show_mention(&c, &c.mentions.list[i], got + length, sizeof got - length);
  }
  if (strcmp(got, wanted) != 0)
    printf("\n%s\n  wanted: %s\n  got:    %s\n", first, wanted, got);
  CU_ASSERT_STRING_EQUAL(got, wanted);
  zc_condition_end(&c);
}

static void expect(const char *text, const char *wanted) {
  expect_two(text, NULL, wanted);
}

static void forms(void) {
  expect("specialty_months >= 12", "specialty_months >= 12");
  expect("specialty_months > 12", "specialty_months >= 13");
  expect("specialty_months < 12", "specialty_months <= 11");
  expect("specialty_months <= 1 year", "specialty_months <= 12");
  expect("specialty_months == 12", "specialty_months = 12");
  expect("specialty_months != 12", "specialty_months");
  expect("specialty_months > 1200", "specialty_months");
  expect("12 <= specialty_months", "specialty_months >= 12");
  expect("12 > specialty_months", "specialty_months <= 11");
  expect("green_category == talent_program", "green_category = talent_program");
  expect("education >= bachelor", "education >= bachelor");
  expect("education > bachelor", "education >= master");
  expect("exam_passed", "exam_passed = true");
  expect("not exam_passed", "exam_passed = false");
  expect("exam_passed == false", "exam_passed = false");
  expect("current_title_date <= 2020-02-01", "current_title_date <= 2020-02-01");
  expect("application_date < 2020-03-01", "application_date <= 2020-02-29");
  expect("application_date <= as_of", "application_date <= 2024-06-29");
}

static void sets(void) {
  expect("series in {health, agriculture}", "series in health agriculture");
  expect("exam_score in {3, 1, 2, 9}", "exam_score in 1..3 9..9");
  expect("unit_division under {451228, 451229}", "unit_division in 451228000000..451229999999");
  expect("unit_division == 451229", "unit_division in 451229000000..451229999999");
  expect("not series in {health}", "series");
}

static void several_facts(void) {
  expect("exam_score >= exam_pass_line", "exam_score >= 0..1000; exam_pass_line");
  expect("exam_pass_line + 5 <= exam_score", "exam_pass_line; exam_score >= 5..1005");
  expect("months(12) <= specialty_months - county_months", "specialty_months; county_months");
  expect("target_level == clerk and education >= bachelor or exam_passed",
         "target_level = clerk; education >= bachelor; exam_passed = true");
  expect("specialty_months >= (if education >= master then 12 else 24)",
         "specialty_months >= 12..24; education");
  expect("if education >= master then exam_score >= 5 else exam_passed",
         "education; exam_score >= 5; exam_passed = true");
}

static void once_each(void) {
  expect("exam_score >= 60 or exam_score >= 50", "exam_score >= 60");
  expect("given(exam_score) and exam_score >= 50", "exam_score >= 50");
  expect("exam_score != 3 and exam_score >= 50", "exam_score >= 50");
  expect_two("target_level == clerk", "education >= bachelor and target_level == clerk",
             "target_level = clerk; education >= bachelor");
  expect_two("given(exam_score)", "exam_score >= 50", "exam_score >= 50");
}

static void no_need(void) {
  expect("not (exam_passed and education >= bachelor)", "exam_passed; education");
  expect("not (specialty_months >= 12)", "specialty_months");
  expect("known(education) and given(unit_name)", "education; unit_name");
  expect("same_prefecture(unit_division, destination_division)",
         "unit_division; destination_division");
  expect("specialty_months * 2 >= 12", "specialty_months");
  expect("exam_passed == ethics_passed", "exam_passed = unknown; ethics_passed");
}

static void other_names(void) {
  expect("specialty_months >= tenure(deputy_senior, bachelor)", "specialty_months >= 48");
  expect("specialty_months >= tenure(target_level, bachelor)",
         "specialty_months >= 0..1200; target_level");
  expect("test.score >= 60 and as_of >= 2020-01-01", "");
}

void test_language_mentions(CU_pSuite suite) {
  CU_add_test(suite, "a comparison with a value is the need of its fact", forms);
  CU_add_test(suite, "a set is the need of its fact", sets);
  CU_add_test(suite, "facts stand in the order of the text, each with its need", several_facts);
  CU_add_test(suite, "each fact stands once, with its first need", once_each);
  CU_add_test(suite, "under `not`, and in arithmetic, a fact has no need", no_need);
  CU_add_test(suite, "parameters, functions and as_of are not facts", other_names);
}
