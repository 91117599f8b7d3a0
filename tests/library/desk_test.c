/* SPDX-License-Identifier: Apache-2.0 */
/* Questions about one person, asked at a desk. */
#include "zhicheng/zhicheng.h"

#include "base/memory.h"
#include "support/region.h"
#include "tests.h"

#include <pthread.h>
#include <string.h>

#define PLUGINS ZC_BUILD_DIR "/plugins"
#define DOCTOR                                                                                     \
  "{\"track\": \"targeted\", \"series\": \"health\", \"target_level\": \"deputy_senior\","         \
  " \"education\": \"junior_college\", \"current_title_level\": \"intermediate\","                 \
  " \"current_title_track\": \"general\", \"months_in_current_title\": 60,"                        \
  " \"unit_division\": \"451229\", \"unit_level\": \"township\", \"unit_nature\": "                \
  "\"public_institution\", \"exam_score\": 60,"                                                    \
  " \"pilot_county_months\": 120, \"applied_other_track_this_year\": false}"

static zc_regions *regions;

static zc_desk *desk_new(void) {
  if (!regions)
    CU_ASSERT_EQUAL_FATAL(zc_regions_open(&regions, PLUGINS, NULL, ZC_LANG_EN, NULL), ZC_OK);
  zc_desk *desk = zc_desk_new(regions);
  CU_ASSERT_PTR_NOT_NULL_FATAL(desk);
  return desk;
}

static const zc_query doctor = {.region = "guangxi", .day = "2021-10-15", .facts = DOCTOR};

static void the_verdict_and_its_route_are_those_of_the_answer(void) {
  zc_desk *desk = desk_new();
  zc_verdict verdict = ZC_INELIGIBLE;
  const char *route = NULL, *answer = NULL;
  CU_ASSERT_EQUAL(zc_desk_verdict(desk, &doctor, &verdict, &route), ZC_OK);
  CU_ASSERT_STRING_EQUAL(zc_verdict_word(verdict), "eligible");
  CU_ASSERT_STRING_EQUAL_FATAL(route, "gx.edu.deputy");
  CU_ASSERT_EQUAL(zc_desk_assess(desk, &doctor, &answer), ZC_OK);
  zc_test_contains(answer,
                   "\"verdict\":\"eligible\",\"mode\":\"review\",\"route\":\"gx.edu.deputy\"");
  zc_query nothing = {.region = "guangxi", .day = "2021-10-15", .facts = "{}"};
  CU_ASSERT_EQUAL(zc_desk_verdict(desk, &nothing, &verdict, &route), ZC_OK);
  CU_ASSERT_EQUAL(verdict, ZC_UNDETERMINED_VERDICT);
  CU_ASSERT_PTR_NULL(route);
  CU_ASSERT_STRING_EQUAL(zc_desk_message(desk), "");
  zc_desk_free(desk);
}

static void findings_come_as_structs(void) {
  zc_desk *desk = desk_new();
  const zc_rule_finding *findings = NULL;
  uint32_t count = 0, seen = 0;
  CU_ASSERT_EQUAL_FATAL(zc_desk_findings(desk, &doctor, &findings, &count), ZC_OK);
  for (uint32_t i = 0; i < count; i++) {
    if (strcmp(findings[i].rule, "gx.edu.deputy") == 0) {
      seen++;
      CU_ASSERT_STRING_EQUAL(findings[i].kind, "route");
      CU_ASSERT_EQUAL(findings[i].state, ZC_MET);
      CU_ASSERT_STRING_EQUAL(findings[i].clauses, "gx.edu.deputy");
      zc_test_contains(findings[i].text_zh, "大专");
    } else if (strcmp(findings[i].rule, "base.place") == 0) {
      seen++;
      CU_ASSERT_STRING_EQUAL(findings[i].clauses, "");
    }
  }
  CU_ASSERT_EQUAL(seen, 2);
  CU_ASSERT_STRING_EQUAL(findings[0].rule, "base.place");
  zc_desk_free(desk);
}

/* The sentence of gx.early for a person of the level. */
static const char *early_text(zc_desk *desk, const char *facts) {
  zc_query query = {.region = "guangxi", .day = "2021-10-15", .facts = facts};
  const zc_rule_finding *findings = NULL;
  uint32_t count = 0;
  CU_ASSERT_EQUAL_FATAL(zc_desk_findings(desk, &query, &findings, &count), ZC_OK);
  for (uint32_t i = 0; i < count; i++)
    if (strcmp(findings[i].rule, "gx.early") == 0)
      return findings[i].text_en;
  CU_FAIL_FATAL("gx.early is listed");
  return NULL;
}

static void sentences_with_values_outlive_the_desk(void) {
  static const char middle[] = "{\"track\": \"targeted\", \"target_level\": \"intermediate\"}";
  static const char senior[] = "{\"track\": \"targeted\", \"target_level\": \"full_senior\"}";
  zc_desk *desk = desk_new(), *other = desk_new();
  const char *five = early_text(desk, middle), *ten = early_text(desk, senior);
  CU_ASSERT_PTR_EQUAL(early_text(other, middle), five);
  zc_desk_free(desk);
  zc_desk_free(other);
  zc_test_contains(five, "5 years of work in the eight counties take 1 year off");
  zc_test_contains(ten, "10 years of work in the eight counties take 1 year off");
}

static void a_partial_date_is_taken_as_a_day_where_a_flag_says_so(void) {
  zc_desk *desk = desk_new();
  zc_query query = {.region = "guangxi",
                    .day = "2023-07-15",
                    .facts = "{\"track\": \"targeted\", \"current_title_date\": \"2019-07\"}"};
  const char *answer = NULL;
  CU_ASSERT_EQUAL(zc_desk_assess(desk, &query, &answer), ZC_OK);
  CU_ASSERT_PTR_NULL(strstr(answer, "2019-07-"));
  query.flags = ZC_MONTHS_FIRST;
  CU_ASSERT_EQUAL(zc_desk_assess(desk, &query, &answer), ZC_OK);
  zc_test_contains(answer, "\"current_title_date\":\"2019-07-01\"");
  query.flags = ZC_MONTHS_LAST | ZC_STRICT;
  CU_ASSERT_EQUAL(zc_desk_assess(desk, &query, &answer), ZC_OK);
  zc_test_contains(answer, "\"assumed\":{\"current_title_date\":\"2019-07-31\"}");
  query.flags = ZC_MONTHS_LAST | ZC_MONTHS_FIRST;
  CU_ASSERT_EQUAL(zc_desk_assess(desk, &query, &answer), ZC_BAD_INPUT);
  zc_test_contains(zc_desk_message(desk), "ZC_MONTHS_FIRST or ZC_MONTHS_LAST, not both");
  zc_desk_free(desk);
}

static void strict_takes_nothing_for_granted(void) {
  zc_desk *desk = desk_new();
  zc_query query = {.region = "guangxi",
                    .day = "2021-10-15",
                    .facts = "{\"track\": \"targeted\", \"target_level\": \"deputy_senior\"}"};
  const char *answer = NULL;
  CU_ASSERT_EQUAL(zc_desk_assess(desk, &query, &answer), ZC_OK);
  CU_ASSERT_PTR_NULL(strstr(answer, "\"assumed\":{}"));
  query.flags = ZC_STRICT;
  CU_ASSERT_EQUAL(zc_desk_assess(desk, &query, &answer), ZC_OK);
  zc_test_contains(answer, "\"assumed\":{}");
  query.flags = 6;
  CU_ASSERT_EQUAL(zc_desk_assess(desk, &query, &answer), ZC_BAD_INPUT);
  zc_test_contains(zc_desk_message(desk),
                   "flags are of ZC_STRICT and ZC_MONTHS_FIRST or ZC_MONTHS_LAST, not 6");
  zc_desk_free(desk);
}

/* The status is ZC_BAD_INPUT and the message has the part. */
static void expect_refusal(zc_desk *desk, const zc_query *query, const char *part) {
  const char *answer = NULL;
  CU_ASSERT_EQUAL(zc_desk_assess(desk, query, &answer), ZC_BAD_INPUT);
  CU_ASSERT_PTR_NULL(answer);
  zc_test_contains(zc_desk_message(desk), part);
}

static void every_mistake_is_told_with_its_place(void) {
  zc_desk *desk = desk_new();
  zc_query query = {.region = "guangxi",
                    .day = "2021-10-15",
                    .facts = "{\"educaton\": \"doctor\", \"exam_score\": \"60\","
                             " \"current_title_date\": \"2030-01-01\"}"};
  expect_refusal(desk, &query,
                 "1:2: at /educaton: error: there is no fact named \"educaton\"; "
                 "did you mean \"education\"");
  expect_refusal(desk, &query, "at /exam_score: error: ");
  expect_refusal(desk, &query, "at /current_title_date: error: current_title_date (2030-01-01)");
  query.facts = "[]";
  expect_refusal(desk, &query, "error: ");
  query.facts = "";
  expect_refusal(desk, &query, "error: ");
  query = (zc_query){.day = "2021-10-15"};
  expect_refusal(desk, &query, "no region is named");
  query = (zc_query){.region = "guangxy", .day = "2021-13-15"};
  expect_refusal(desk, &query, "did you mean guangxi?");
  expect_refusal(desk, &query, "there is no day '2021-13-15'");
  query = (zc_query){.region = "zzzzzz", .day = "yesterday"};
  expect_refusal(desk, &query, "there are: guangxi, inner_mongolia, shandong, urumqi");
  expect_refusal(desk, &query, "'yesterday' is no date");
  zc_desk_free(desk);
}

static void a_length_ends_the_facts_before_their_nul(void) {
  zc_desk *desk = desk_new();
  zc_query query = doctor;
  const char *answer = NULL;
  char behind[sizeof DOCTOR + 8];
  snprintf(behind, sizeof behind, "%s garbage", DOCTOR);
  query.facts = behind;
  expect_refusal(desk, &query, "error: ");
  query.length = strlen(DOCTOR);
  CU_ASSERT_EQUAL(zc_desk_assess(desk, &query, &answer), ZC_OK);
  zc_test_contains(answer, "\"route\":\"gx.edu.deputy\"");
  zc_desk_free(desk);
}

static void a_calendar_takes_its_dates_only(void) {
  zc_desk *desk = desk_new();
  const char *answer = NULL;
  CU_ASSERT_EQUAL(
      zc_desk_calendar(desk, "urumqi", 2023, "{\"review_start_date\": \"2023-09-15\"}", &answer),
      ZC_OK);
  zc_test_contains(answer, "\"question\":\"calendar\"");
  CU_ASSERT_EQUAL(zc_desk_calendar(desk, "urumqi", 2023, NULL, &answer), ZC_OK);
  zc_test_contains(answer, "\"needs\":\"review_start_date\"");
  answer = NULL;
  CU_ASSERT_EQUAL(zc_desk_calendar(desk, "urumqi", 2023, "{\"education\": \"doctor\"}", &answer),
                  ZC_BAD_INPUT);
  zc_test_contains(zc_desk_message(desk), "education: a calendar takes review_start_date");
  CU_ASSERT_EQUAL(zc_desk_calendar(desk, "urumqi", 1899, NULL, &answer), ZC_BAD_INPUT);
  zc_test_contains(zc_desk_message(desk), "the year 1899 lies outside 1900 to 2199");
  CU_ASSERT_PTR_NULL(answer);
  zc_desk_free(desk);
}

/* ---- threads ---- */

static void *ask_often(void *context) {
  const char *wanted = context;
  zc_desk *desk = zc_desk_new(regions);
  long wrong = desk == NULL;
  for (int i = 0; i < 200 && desk; i++) {
    const char *answer = NULL;
    zc_verdict verdict;
    zc_query other = {.region = i % 2 ? "urumqi" : "shandong", .day = "2023-05-01"};
    wrong += zc_desk_verdict(desk, &other, &verdict, NULL) != ZC_OK;
    wrong += zc_desk_assess(desk, &doctor, &answer) != ZC_OK || strcmp(answer, wanted) != 0;
  }
  zc_desk_free(desk);
  return wrong != 0 ? context : NULL;
}

static void threads_with_desks_of_their_own_share_the_regions(void) {
  zc_desk *desk = desk_new();
  const char *answer = NULL;
  pthread_t threads[4];
  CU_ASSERT_EQUAL_FATAL(zc_desk_assess(desk, &doctor, &answer), ZC_OK);
  for (int i = 0; i < 4; i++) {
    CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[i], NULL, ask_often, (void *)(uintptr_t)answer),
                          0);
  }
  for (int i = 0; i < 4; i++) {
    void *wrong = NULL;
    pthread_join(threads[i], &wrong);
    CU_ASSERT_PTR_NULL(wrong);
  }
  zc_desk_free(desk);
}

/* ---- memory ---- */

static zc_status ask_all(unsigned long nth) {
  zc_query refused = doctor;
  const char *answer = NULL;
  const zc_rule_finding *findings;
  uint32_t count;
  zc_verdict verdict;
  refused.facts = "{\"track\": \"targeted\", \"target_level\": \"deputy_senior\","
                  " \"unit_division\": \"110000\"}";
  zc_memory_fail(nth, 0);
  zc_desk *desk = zc_desk_new(regions);
  zc_status status = desk ? ZC_OK : ZC_NO_RESOURCE;
  if (status == ZC_OK)
    status = zc_desk_assess(desk, &refused, &answer);
  if (status == ZC_OK)
    status = zc_desk_verdict(desk, &doctor, &verdict, NULL);
  if (status == ZC_OK)
    status = zc_desk_findings(desk, &doctor, &findings, &count);
  if (status == ZC_OK)
    status = zc_desk_calendar(desk, "urumqi", 2023, NULL, &answer);
  if (desk)
    CU_ASSERT_EQUAL(zc_desk_message(desk)[0] == '\0', status == ZC_OK);
  zc_desk_free(desk);
  return status;
}

static void a_desk_without_memory_says_so_and_leaks_nothing(void) {
  zc_desk_free(desk_new());
  unsigned long nth = 1, refused = 0;
  for (int reached = 1; reached; nth++) {
    zc_status status = ask_all(nth);
    reached = zc_memory_count() >= nth;
    zc_memory_fail(0, 0);
    CU_ASSERT(status == ZC_NO_RESOURCE || status == ZC_OK);
    refused += status != ZC_OK;
  }
  CU_ASSERT(refused > 20);
}

static void the_regions_are_closed_last(void) {
  zc_desk_free(NULL);
  zc_regions_close(regions);
  zc_regions_close(NULL);
  regions = NULL;
}

void test_library_desk(CU_pSuite suite) {
  CU_add_test(suite, "the verdict and its route are those of the answer",
              the_verdict_and_its_route_are_those_of_the_answer);
  CU_add_test(suite, "findings come as structs", findings_come_as_structs);
  CU_add_test(suite, "sentences with values in them live as long as the regions",
              sentences_with_values_outlive_the_desk);
  CU_add_test(suite, "a partial date is taken as a day where a flag says so",
              a_partial_date_is_taken_as_a_day_where_a_flag_says_so);
  CU_add_test(suite, "strict takes nothing for granted", strict_takes_nothing_for_granted);
  CU_add_test(suite, "every mistake is told with its place", every_mistake_is_told_with_its_place);
  CU_add_test(suite, "a length ends the facts before their NUL",
              a_length_ends_the_facts_before_their_nul);
  CU_add_test(suite, "a calendar takes its dates only", a_calendar_takes_its_dates_only);
  CU_add_test(suite, "threads with desks of their own share the regions",
              threads_with_desks_of_their_own_share_the_regions);
  CU_add_test(suite, "a desk without memory says so and leaks nothing",
              a_desk_without_memory_says_so_and_leaks_nothing);
  CU_add_test(suite, "the regions are closed last", the_regions_are_closed_last);
}
