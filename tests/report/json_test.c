/* SPDX-License-Identifier: Apache-2.0 */
#include "base/memory.h"
#include "county.h"
#include "tests.h"

#include <jansson.h>
#include <string.h>

static void write(const county *c, const zc_answer *answer, zc_buffer *out) {
  zc_json_writer *writer = zc_json_writer_new(&c->region);
  CU_ASSERT_PTR_NOT_NULL_FATAL(writer);
  zc_json_answer(out, writer, answer);
  zc_json_writer_free(writer);
}

/* The part of an answer at keys and, where a key is a number, indices. */
static json_t *parse(zc_buffer *out) {
  json_error_t error;
  json_t *root = json_loadb(out->data, out->length, JSON_REJECT_DUPLICATES, &error);
  if (!root)
    printf("\n%s in %.*s\n", error.text, (int)out->length, out->data);
  CU_ASSERT_PTR_NOT_NULL_FATAL(root);
  zc_buffer_clear(out);
  return root;
}

static void expect_json(json_t *value, const char *wanted) {
  char *text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
  int same = text && strcmp(text, wanted) == 0;
  if (!same)
    printf("\nwanted: %s\ngot:    %s\n", wanted, text ? text : "(nothing)");
  CU_ASSERT(same);
  free(text);
}

static json_t *finding_facts(json_t *root, const char *rule) {
  size_t i;
  json_t *finding;
  json_array_foreach(json_object_get(root, "findings"), i, finding) {
    if (strcmp(json_string_value(json_object_get(finding, "rule")), rule) == 0)
      return json_object_get(finding, "facts");
  }
  return NULL;
}

static void an_assess_answer_has_the_shape_of_the_contract(void) {
  county c;
  zc_buffer out = {0};
  county_open(&c);
  write(&c,
        COUNTY_ASK(&c, ZC_Q_ASSESS, "track=general", "target_level=intermediate",
                   "education=bachelor", "current_title_level=assistant",
                   "months_in_current_title=40", "urban_unit=true", "rural_service_months=12",
                   "unit_division=450226001", "test.note=a \"b\""),
        &out);
  county_expect(
      &out,
      "{\"api\":1,\"question\":\"assess\",\"region\":\"test\",\"edition\":[\"d1\"],"
      "\"as_of\":\"2021-10-15\",\"counted_to\":\"2021-06-30\",\"verdict\":\"eligible\","
      "\"mode\":\"review\",\"route\":\"t.way\",\"findings\":["
      "{\"rule\":\"t.scope\",\"kind\":\"scope\",\"clauses\":[\"t.scope\"],\"state\":\"met\","
      "\"cites\":[{\"document\":\"d1\",\"number\":\"号〔2021〕1号\",\"clause\":\"一\"}],"
      "\"text\":{\"zh\":\"单位在“三个”县。\","
      "\"en\":\"The unit lies in one of \\\"three\\\" counties.\"},"
      "\"facts\":[{\"name\":\"unit_division\",\"value\":\"450226001\","
      "\"needs\":\"in {450225, 450226}\"}],\"parameters\":[]},"
      "{\"rule\":\"t.scope.sum\",\"kind\":\"requirement\",\"clauses\":[\"t.scope\"],"
      "\"state\":\"not_applicable\","
      "\"cites\":[{\"document\":\"d1\",\"number\":\"号〔2021〕1号\",\"clause\":\"一\"}],"
      "\"text\":{\"zh\":\"金额有限。\"},"
      "\"facts\":[{\"name\":\"test.sum\",\"value\":null,\"needs\":null},"
      "{\"name\":\"test.day\",\"value\":null,\"needs\":\">= 2021-10-15\"}],\"parameters\":[]},"
      "{\"rule\":\"t.way.early\",\"kind\":\"waiver\",\"clauses\":[\"t.way\"],\"state\":\"met\","
      "\"cites\":[{\"document\":\"d1\",\"number\":\"号〔2021〕1号\",\"clause\":\"二（一）\"},"
      "{\"document\":\"d2\",\"number\":\"号〔2020〕9号\",\"clause\":\"\"}],"
      "\"text\":{\"zh\":\"提前一年。\",\"en\":\"A year earlier.\"},"
      "\"facts\":[{\"name\":\"urban_unit\",\"value\":true,\"needs\":\"= true\"},"
      "{\"name\":\"rural_service_months\",\"value\":12,\"needs\":\">= 12\"}],\"parameters\":[]},"
      "{\"rule\":\"t.way\",\"kind\":\"route\",\"clauses\":[\"t.way\"],\"state\":\"met\","
      "\"cites\":[{\"document\":\"d1\",\"number\":\"号〔2021〕1号\",\"clause\":\"二（一）\"},"
      "{\"document\":\"d2\",\"number\":\"号〔2020〕9号\",\"clause\":\"\"}],"
      "\"text\":{\"zh\":\"学历和年限。\",\"en\":\"Education and years.\"},"
      "\"facts\":[{\"name\":\"target_level\",\"value\":\"intermediate\","
      "\"needs\":\"= intermediate\"},"
      "{\"name\":\"education\",\"value\":\"bachelor\",\"needs\":\">= bachelor\"},"
      "{\"name\":\"current_title_level\",\"value\":\"assistant\",\"needs\":\"= assistant\"},"
      "{\"name\":\"months_in_current_title\",\"value\":40,\"needs\":\">= 36\"},"
      "{\"name\":\"specialty_months\",\"value\":null,\"needs\":null}],\"parameters\":[]}],"
      "\"missing\":[],\"missing_exact\":true,\"assumed\":{\"title_revoked\":false},"
      "\"effects\":[{\"rule\":\"t.way.note\",\"clauses\":[\"t.way\"],\"kind\":\"notice\","
      "\"cites\":[{\"document\":\"d1\",\"number\":\"号〔2021〕1号\",\"clause\":\"二（一）\"},"
      "{\"document\":\"d2\",\"number\":\"号〔2020〕9号\",\"clause\":\"\"}],"
      "\"text\":{\"zh\":\"请注意。\",\"en\":\"Take note.\"},"
      "\"data\":{\"a\":[1,2],\"b\":\"x \\\" y\",\"test.note\":\"a \\\"b\\\"\","
      "\"education\":\"bachelor\"}},"
      "{\"rule\":\"t.scope.empty\",\"clauses\":[\"t.scope\"],\"kind\":\"evidence\","
      "\"cites\":[{\"document\":\"d1\",\"number\":\"号〔2021〕1号\",\"clause\":\"一\"}],"
      "\"text\":{\"zh\":\"材料。\"},\"data\":{}}],"
      "\"advice\":{\"earliest\":null,\"changes\":[]},\"rules_digest\":\"sm3:test\"}\n");
  zc_buffer_free(&out);
  county_close(&c);
}

static void what_is_missing_and_assumed_is_listed(void) {
  county c;
  zc_buffer out = {0};
  county_open(&c);
  write(&c,
        COUNTY_ASK(&c, ZC_Q_ASSESS, "track=general", "target_level=intermediate",
                   "education=bachelor", "current_title_level=assistant"),
        &out);
  json_t *root = parse(&out);
  expect_json(json_object_get(root, "verdict"), "\"undetermined\"");
  expect_json(json_object_get(root, "mode"), "null");
  expect_json(json_object_get(root, "route"), "null");
  expect_json(json_object_get(root, "missing"), "[\"months_in_current_title\",\"unit_division\"]");
  /* Only a finding that does not apply names urban_unit, and none title_revoked; with other values
   * another verdict is possible all the same. */
  expect_json(json_object_get(root, "assumed"),
              "{\"title_revoked\":false,\"unit_division\":\"450000\",\"urban_unit\":false}");
  json_decref(root);
  zc_buffer_free(&out);
  county_close(&c);
}

static void a_finding_shows_the_line_that_fits_best(void) {
  county c;
  zc_buffer out = {0};
  county_open(&c);
  write(&c,
        COUNTY_ASK(&c, ZC_Q_ASSESS, "track=general", "target_level=intermediate",
                   "education=master", "current_title_level=assistant",
                   "months_in_current_title=10", "unit_division=450225"),
        &out);
  json_t *root = parse(&out);
  expect_json(json_array_get(finding_facts(root, "t.way"), 1),
              "{\"name\":\"education\",\"value\":\"master\",\"needs\":\">= master\"}");
  json_decref(root);
  write(&c,
        COUNTY_ASK(&c, ZC_Q_ASSESS, "track=general", "target_level=intermediate",
                   "education=high_school", "unit_division=450225"),
        &out);
  root = parse(&out);
  expect_json(json_array_get(finding_facts(root, "t.way"), 1),
              "{\"name\":\"education\",\"value\":\"high_school\",\"needs\":\">= bachelor\"}");
  json_decref(root);
  zc_buffer_free(&out);
  county_close(&c);
}

static void numbers_and_dates_of_any_size_are_written(void) {
  county c;
  zc_buffer out = {0};
  county_open(&c);
  write(
      &c,
      COUNTY_ASK(&c, ZC_Q_ASSESS, "track=general", "test.sum=-987654321098", "test.day=2020-02-29"),
      &out);
  json_t *root = parse(&out);
  expect_json(finding_facts(root, "t.scope.sum"),
              "[{\"name\":\"test.sum\",\"value\":-987654321098,\"needs\":null},"
              "{\"name\":\"test.day\",\"value\":\"2020-02-29\",\"needs\":\">= 2021-10-15\"}]");
  json_decref(root);
  zc_buffer_free(&out);
  county_close(&c);
}

static void a_convert_answer_has_its_result(void) {
  county c;
  zc_buffer out = {0};
  county_open(&c);
  write(&c, COUNTY_ASK(&c, ZC_Q_CONVERT, "purpose=move", "held_title_region=elsewhere"), &out);
  json_t *root = parse(&out);
  expect_json(json_object_get(root, "question"), "\"convert\"");
  expect_json(json_object_get(root, "result"), "\"reassess\"");
  CU_ASSERT_PTR_NULL(json_object_get(root, "verdict"));
  expect_json(finding_facts(root, "t.scope"),
              "[{\"name\":\"purpose\",\"value\":\"move\",\"needs\":\"in {stay, move}\"},"
              "{\"name\":\"held_title_region\",\"value\":\"elsewhere\",\"needs\":\"= test\"}]");
  json_decref(root);
  zc_buffer_free(&out);
  county_close(&c);
}

static void a_unit_answer_says_yes_no_or_null(void) {
  static const char *const units[] = {"unit_division=450225", "unit_division=450226",
                                      "unit_division=450200"};
  static const char *const answers[] = {"true", "false", "null"};
  county c;
  zc_buffer out = {0};
  county_open(&c);
  for (int i = 0; i < 3; i++) {
    write(&c, COUNTY_ASK(&c, ZC_Q_UNIT, units[i]), &out);
    json_t *root = parse(&out);
    expect_json(json_object_get(root, "grassroots"), answers[i]);
    json_decref(root);
  }
  zc_buffer_free(&out);
  county_close(&c);
}

static void a_track_that_the_region_lacks_is_a_finding_of_its_own(void) {
  county c;
  zc_buffer out = {0};
  county_open(&c);
  write(&c, COUNTY_ASK(&c, ZC_Q_ASSESS, "track=green"), &out);
  json_t *root = parse(&out);
  expect_json(json_object_get(root, "verdict"), "\"ineligible\"");
  json_t *first = json_array_get(json_object_get(root, "findings"), 0);
  expect_json(json_object_get(first, "rule"), "\"base.track\"");
  expect_json(json_object_get(first, "state"), "\"unmet\"");
  expect_json(json_object_get(first, "cites"), "[]");
  json_decref(root);
  zc_buffer_free(&out);
  county_close(&c);
}

static void answers_follow_each_other_without_allocation(void) {
  county c;
  zc_buffer out = {0};
  county_open(&c);
  zc_json_writer *writer = zc_json_writer_new(&c.region);
  CU_ASSERT_PTR_NOT_NULL_FATAL(writer);
  const zc_answer *answer = COUNTY_ASK(&c, ZC_Q_ASSESS, "track=general", "test.note=abc");
  zc_json_answer(&out, writer, answer);
  size_t length = out.length;
  zc_json_answer(&out, writer, answer);
  CU_ASSERT_EQUAL(out.length, 2 * length);
  CU_ASSERT_EQUAL(memcmp(out.data, out.data + length, length), 0);
  zc_buffer_clear(&out);
  zc_memory_fail(0, 0);
  zc_json_answer(&out, writer, answer);
  CU_ASSERT_EQUAL(zc_memory_count(), 0);
  CU_ASSERT_EQUAL(out.length, length);
  zc_json_writer_free(writer);
  zc_buffer_free(&out);
  county_close(&c);
}

static void a_writer_survives_memory_that_runs_out(void) {
  county c;
  county_open(&c);
  const zc_answer *answer = COUNTY_ASK(&c, ZC_Q_ASSESS, "track=general", "test.note=abc");
  int done = 0;
  for (unsigned long nth = 1; !done && nth < 10000; nth++) {
    zc_buffer out = {0};
    zc_memory_fail(nth, 0);
    zc_json_writer *writer = zc_json_writer_new(&c.region);
    if (writer)
      zc_json_answer(&out, writer, answer);
    done = zc_memory_count() < nth;
    zc_memory_fail(0, 0);
    CU_ASSERT(!done || (writer && !out.failed));
    CU_ASSERT(done || !writer || out.failed);
    zc_json_writer_free(writer);
    zc_buffer_free(&out);
  }
  CU_ASSERT(done);
  county_close(&c);
}

static void a_calendar_names_what_it_needs(void) {
  county c;
  zc_buffer out = {0};
  zc_calendar calendar = {0};
  zc_diagnostics diag = {0};
  county_open(&c);
  CU_ASSERT_EQUAL_FATAL(zc_calendar_make(&calendar, &c.region, 2021, &c.facts, &diag), ZC_OK);
  zc_json_calendar(&out, &calendar);
  county_expect(&out, "{\"api\":1,\"question\":\"calendar\",\"region\":\"test\",\"year\":2021,"
                      "\"edition\":[\"d1\"],\"steps\":["
                      "{\"id\":\"t.step\",\"clauses\":[\"t.step\"],\"due\":\"2021-05-31\","
                      "\"needs\":null,\"division\":\"450225\","
                      "\"text\":{\"zh\":\"一步。\",\"en\":\"One step.\"}},"
                      "{\"id\":\"t.step.later\",\"clauses\":[\"t.step\"],\"due\":null,"
                      "\"needs\":\"meeting_date\",\"division\":null,"
                      "\"text\":{\"zh\":\"又一步。\",\"en\":\"Another step.\"}}],"
                      "\"rules_digest\":\"sm3:test\"}\n");
  zc_calendar_free(&calendar);
  zc_buffer_free(&out);
  county_close(&c);
}

void test_report_json(CU_pSuite suite) {
  CU_add_test(suite, "an assess answer has the shape of the contract",
              an_assess_answer_has_the_shape_of_the_contract);
  CU_add_test(suite, "what is missing and assumed is listed",
              what_is_missing_and_assumed_is_listed);
  CU_add_test(suite, "a finding shows the line of a route that fits best",
              a_finding_shows_the_line_that_fits_best);
  CU_add_test(suite, "numbers and dates of any size are written",
              numbers_and_dates_of_any_size_are_written);
  CU_add_test(suite, "a convert answer has its result", a_convert_answer_has_its_result);
  CU_add_test(suite, "a unit answer says yes, no or null", a_unit_answer_says_yes_no_or_null);
  CU_add_test(suite, "a track that the region lacks is a finding of its own",
              a_track_that_the_region_lacks_is_a_finding_of_its_own);
  CU_add_test(suite, "answers follow each other without allocation",
              answers_follow_each_other_without_allocation);
  CU_add_test(suite, "a writer survives memory that runs out",
              a_writer_survives_memory_that_runs_out);
  CU_add_test(suite, "a calendar names what it needs", a_calendar_names_what_it_needs);
}
