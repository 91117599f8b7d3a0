/* SPDX-License-Identifier: Apache-2.0 */
/* Where the counting day hangs on facts that are not known, the answer is what all its values
 * allow: compared with that of every completion in turn. Each question has a day of its own. */
#include "support/columns.h"
#include "support/region.h"
#include "tests.h"
#include <string.h>

static const zc_document documents[] = {
    {ZC_ROW, .id = "d", .number = "号〔2021〕1号", .title = {.zh = "甲"}, .issuer = {.zh = "局"},
     .from = "2021-01-01"},
};
static const zc_clause clauses[] = {
    {ZC_ROW, .id = "t.way", .document = "d", .clause = "一"},
};
static const zc_track tracks[] = {{ZC_ROW, .track = "general"}, {ZC_ROW, .track = "targeted"}};
static const zc_rule rules[] = {
    {ZC_ROW, .id = "t.way.exam", .kind = ZC_REQUIREMENT, .when = "months_in_current_title < 60",
     .needs = "exam_passed", .text = {.zh = "考试。"}},
};
static const zc_route routes[] = {
    {ZC_ROW, .id = "t.way", .rank = ZC_RANK_BASELINE, .needs = "months_in_current_title >= 48",
     .text = {.zh = "年限。"}},
};
static const zc_conversion conversions[] = {
    {ZC_ROW, .id = "t.way", .keeps = "county_months >= 60", .kept = ZC_VALID,
     .otherwise = ZC_REASSESS, .text = {.zh = "聘任。"}},
};
static const zc_unit_row units[] = {
    {ZC_ROW, .id = "t.way", .grassroots = "specialty_months >= 12", .text = {.zh = "年限。"}},
};
static const zc_chapter chapter = {
    .documents = ZC_TABLE(documents),
    .clauses = ZC_TABLE(clauses),
    .tracks = ZC_TABLE(tracks),
    .rules = ZC_TABLE(rules),
    .routes = ZC_TABLE(routes),
    .conversions = ZC_TABLE(conversions),
    .units = ZC_TABLE(units),
};
static const zc_chapter *const chapters[] = {&chapter};

typedef struct days {
  zc_region region;
  zc_workspace *ws;
  zc_facts facts;
} days;

static void days_open(days *d) {
  zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);
  plugin.counting_day = "if track == targeted then 2021-06-30 else 2021-12-31";
  plugin.convert_day = "if held_title_track == targeted then 2021-03-31 else 2021-09-30";
  plugin.unit_day = "if unit_level == township then 2021-02-28 else 2021-08-31";
  memset(d, 0, sizeof *d);
  zc_test_region(&d->region, &plugin);
  d->ws = zc_workspace_new(&d->region);
  CU_ASSERT_PTR_NOT_NULL_FATAL(d->ws);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&d->facts, &d->region.vocabulary, NULL), ZC_OK);
}

static void days_close(days *d) {
  zc_facts_free(&d->facts);
  zc_workspace_free(d->ws);
  zc_region_free(&d->region);
}

static void give(days *d, uint32_t fact, int64_t value) {
  d->facts.slots[fact] = (zc_slot){value, value};
  d->facts.given[fact] = 1;
}

static void forget(days *d, uint32_t fact) {
  const zc_fact *f = &d->region.vocabulary.facts[fact];
  d->facts.slots[fact] = (zc_slot){f->min, f->max};
  d->facts.given[fact] = 0;
}

static const zc_answer *ask(days *d, zc_question question, int32_t month, int32_t day) {
  const zc_answer *a = NULL;
  zc_diagnostics diag = {0};
  zc_status status = zc_ask(d->ws, question, &d->facts, zc_day_of(2021, month, day), 0, &a, &diag);
  if (status != ZC_OK)
    printf("\n%s", zc_diagnostics_text(&diag));
  CU_ASSERT_EQUAL_FATAL(status, ZC_OK);
  zc_diagnostics_free(&diag);
  return a;
}

static int names(const zc_answer *a, uint32_t fact) {
  for (uint32_t i = 0; i < a->missing_count; i++)
    if (a->missing[i] == fact)
      return 1;
  return 0;
}

/* ---- assess ---- */

/* The verdicts of the completions: by track (of four), then by exam. */
typedef struct completions {
  zc_verdict verdicts[4][2];
} completions;

static completions complete(days *d, int exam) {
  static const int64_t words[] = {ZC_W_track_general, ZC_W_track_targeted, ZC_W_track_green,
                                  ZC_W_track_farmer};
  completions c;
  for (int t = 0; t < 4; t++)
    for (int e = 0; e < 2; e++) {
      give(d, ZC_F_track, words[t]);
      give(d, ZC_F_exam_passed, exam < 0 ? e : exam);
      c.verdicts[t][e] = ask(d, ZC_Q_ASSESS, 12, 31)->verdict;
    }
  forget(d, ZC_F_track);
  if (exam < 0)
    forget(d, ZC_F_exam_passed);
  return c;
}

static void check_assess(days *d, int exam, unsigned seen[3]) {
  completions c = complete(d, exam);
  int differs = 0, by_track = 0, by_exam = 0;
  for (int t = 0; t < 4; t++)
    for (int e = 0; e < 2; e++) {
      differs |= c.verdicts[t][e] != c.verdicts[0][0];
      by_track |= c.verdicts[t][e] != c.verdicts[0][e];
      by_exam |= c.verdicts[t][e] != c.verdicts[t][0];
    }
  const zc_answer *a = ask(d, ZC_Q_ASSESS, 12, 31);
  CU_ASSERT_EQUAL(a->verdict, differs ? ZC_UNDETERMINED_VERDICT : c.verdicts[0][0]);
  CU_ASSERT_EQUAL(names(a, ZC_F_track), by_track);
  CU_ASSERT_EQUAL(names(a, ZC_F_exam_passed), by_exam);
  CU_ASSERT_EQUAL(a->missing_count, (uint32_t)(by_track + by_exam));
  CU_ASSERT(a->missing_exact);
  CU_ASSERT_EQUAL(a->counted_to, ZC_NO_DAY);
  seen[a->missing_count]++;
}

/* Titles of five years around both thresholds. */
static void a_verdict_is_what_every_counting_day_allows(void) {
  days d;
  unsigned seen[3] = {0};
  days_open(&d);
  for (zc_day day = zc_day_of(2015, 11, 1); day < zc_day_of(2018, 3, 1); day += 5) {
    give(&d, ZC_F_current_title_date, day);
    for (int exam = -1; exam < 2; exam++) {
      if (exam >= 0)
        give(&d, ZC_F_exam_passed, exam);
      check_assess(&d, exam, seen);
    }
    forget(&d, ZC_F_exam_passed);
  }
  CU_ASSERT(seen[0] > 10 && seen[1] > 10 && seen[2] > 10);
  days_close(&d);
}

static void where_nothing_is_counted_only_the_day_is_open(void) {
  days d;
  days_open(&d);
  give(&d, ZC_F_months_in_current_title, 60);
  const zc_answer *a = ask(&d, ZC_Q_ASSESS, 12, 31);
  CU_ASSERT_EQUAL(a->verdict,
                  ZC_UNDETERMINED_VERDICT); /* of tracks that the region does not have */
  CU_ASSERT_EQUAL(a->missing_count, 1);
  CU_ASSERT(names(a, ZC_F_track));
  CU_ASSERT_EQUAL(a->counted_to, ZC_NO_DAY);
  give(&d, ZC_F_track, ZC_W_track_targeted);
  a = ask(&d, ZC_Q_ASSESS, 12, 31);
  CU_ASSERT_EQUAL(a->verdict, ZC_ELIGIBLE);
  CU_ASSERT_EQUAL(a->counted_to, zc_day_of(2021, 6, 30));
  days_close(&d);
}

/* Months that agree with their date on one of the days contradict nothing. */
static void facts_contradict_one_another_only_on_every_day(void) {
  days d;
  zc_diagnostics diag = {0};
  const zc_answer *a;
  days_open(&d);
  give(&d, ZC_F_current_title_date, zc_day_of(2017, 6, 30));
  give(&d, ZC_F_months_in_current_title, 48);
  a = ask(&d, ZC_Q_ASSESS, 12, 31);
  CU_ASSERT_EQUAL(a->counted_to, zc_day_of(2021, 6, 30));
  give(&d, ZC_F_months_in_current_title, 50);
  CU_ASSERT_EQUAL(zc_ask(d.ws, ZC_Q_ASSESS, &d.facts, zc_day_of(2021, 12, 31), 0, &a, &diag),
                  ZC_BAD_INPUT);
  CU_ASSERT_EQUAL(diag.errors, 1);
  zc_diagnostics_free(&diag);
  days_close(&d);
}

/* ---- convert and unit ---- */

static void each_question_has_a_day_of_its_own(void) {
  days d;
  days_open(&d);
  give(&d, ZC_F_track, ZC_W_track_targeted);
  give(&d, ZC_F_held_title_track, ZC_W_track_targeted);
  give(&d, ZC_F_unit_level, ZC_W_unit_level_township);
  CU_ASSERT_EQUAL(ask(&d, ZC_Q_ASSESS, 12, 31)->counted_to, zc_day_of(2021, 6, 30));
  CU_ASSERT_EQUAL(ask(&d, ZC_Q_CONVERT, 12, 31)->counted_to, zc_day_of(2021, 3, 31));
  CU_ASSERT_EQUAL(ask(&d, ZC_Q_UNIT, 12, 31)->counted_to, zc_day_of(2021, 2, 28));
  days_close(&d);
}

/* The months as of 2021-01-31 grow by two or by eight. */
static void a_result_is_what_every_counting_day_allows(void) {
  static const zc_result expected[] = {ZC_REASSESS, ZC_UNDETERMINED, ZC_VALID};
  days d;
  days_open(&d);
  give(&d, ZC_F_facts_as_of, zc_day_of(2021, 1, 31));
  for (int64_t months = 50; months <= 60; months++) {
    give(&d, ZC_F_county_months, months);
    const zc_answer *a = ask(&d, ZC_Q_CONVERT, 12, 31);
    int all = (months + 2 >= 60) + (months + 8 >= 60);
    CU_ASSERT_EQUAL(a->result, expected[all]);
    CU_ASSERT_EQUAL(a->missing_count, (uint32_t)(all == 1));
    CU_ASSERT_EQUAL(names(a, ZC_F_held_title_track), all == 1);
    CU_ASSERT_EQUAL(a->counted_to, ZC_NO_DAY);
  }
  days_close(&d);
}

static void a_unit_is_what_every_counting_day_allows(void) {
  days d;
  days_open(&d);
  give(&d, ZC_F_facts_as_of, zc_day_of(2021, 1, 31));
  for (int64_t months = 3; months <= 14; months++) {
    give(&d, ZC_F_specialty_months, months);
    const zc_answer *a = ask(&d, ZC_Q_UNIT, 12, 31);
    int all = (months + 1 >= 12) + (months + 7 >= 12);
    CU_ASSERT_EQUAL(a->grassroots, all == 0 ? 0 : all == 1 ? -1 : 1);
    CU_ASSERT_EQUAL(names(a, ZC_F_unit_level), all == 1);
    CU_ASSERT_EQUAL(a->counted_to, ZC_NO_DAY);
  }
  days_close(&d);
}

/* ---- columns ---- */

enum { ROWS = 200 };

/* Rows whose day is open are answered as one by one. */
static void columns_answer_the_same(void) {
  days d;
  static zc_facts rows[ROWS];
  zc_random r = zc_random_of("days", 1);
  zc_test_columns columns;
  zc_column_answers answers;
  days_open(&d);
  for (uint32_t i = 0; i < ROWS; i++) {
    CU_ASSERT_EQUAL_FATAL(zc_facts_init(&rows[i], &d.region.vocabulary, NULL), ZC_OK);
    forget(&d, ZC_F_track);
    if (i % 3)
      give(&d, ZC_F_track, i % 3 == 1 ? ZC_W_track_general : ZC_W_track_targeted);
    give(&d, ZC_F_current_title_date, zc_day_of(2016, 1, 1) + (zc_day)(4 * i));
    give(&d, ZC_F_exam_passed, i % 2);
    zc_facts_take(&rows[i], &d.facts);
  }
  zc_test_columns_make(&columns, rows, ROWS, 100, &r);
  zc_day day = zc_day_of(2021, 12, 31);
  zc_column_engine *engine = zc_column_engine_new(&d.region, columns.given, day, 0, ZC_BEST_PATH);
  zc_column_workspace *ws = engine ? zc_column_workspace_new(engine) : NULL;
  CU_ASSERT_PTR_NOT_NULL_FATAL(ws);
  zc_columns_assess(ws, columns.items, columns.count, 0, ROWS, &answers);
  for (uint32_t i = 0; i < ROWS; i++) {
    const zc_answer *a;
    CU_ASSERT_EQUAL(zc_ask(d.ws, ZC_Q_ASSESS, &rows[i], day, 0, &a, NULL), ZC_OK);
    CU_ASSERT_EQUAL(answers.eligible[i / 64] >> i % 64 & 1, a->verdict == ZC_ELIGIBLE);
    CU_ASSERT_EQUAL(answers.ineligible[i / 64] >> i % 64 & 1, a->verdict == ZC_INELIGIBLE);
    zc_facts_free(&rows[i]);
  }
  zc_column_workspace_free(ws);
  zc_column_engine_free(engine);
  zc_test_columns_free(&columns);
  days_close(&d);
}

void test_engine_days(CU_pSuite suite) {
  CU_add_test(suite, "a verdict is what every counting day allows",
              a_verdict_is_what_every_counting_day_allows);
  CU_add_test(suite, "where nothing is counted only the counting day is open",
              where_nothing_is_counted_only_the_day_is_open);
  CU_add_test(suite, "facts contradict one another only where they do on every counting day",
              facts_contradict_one_another_only_on_every_day);
  CU_add_test(suite, "each question has a counting day of its own",
              each_question_has_a_day_of_its_own);
  CU_add_test(suite, "the result of a conversion is what every counting day allows",
              a_result_is_what_every_counting_day_allows);
  CU_add_test(suite, "whether a unit is grassroots is what every counting day allows",
              a_unit_is_what_every_counting_day_allows);
  CU_add_test(suite, "rows whose counting day is open are answered as one by one",
              columns_answer_the_same);
}
