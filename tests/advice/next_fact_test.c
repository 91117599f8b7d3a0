/* SPDX-License-Identifier: Apache-2.0 */
/* Which missing fact to find out next, and what the other tracks say. */
#include "advice/advice.h"
#include "advice/next_fact.h"
#include "support/region.h"
#include "tests.h"

static const zc_document documents[] = {
    {ZC_ROW, .id = "d1", .number = "号〔2021〕1号", .title = {"甲", "One"},
     .issuer = {"局", "Office"}, .from = "2021-01-01"},
};

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "t.rule", .document = "d1", .clause = "一"},
    {ZC_ROW, .id = "t.way", .document = "d1", .clause = "二"},
};

static const zc_track tracks[] = {{ZC_ROW, .track = "general"},
                                  {ZC_ROW, .track = "targeted", .until = "2022-12-31"},
                                  {ZC_ROW, .track = "targeted", .from = "2023-01-01"},
                                  {ZC_ROW, .track = "green"}};

static const zc_route routes[] = {
    {ZC_ROW, .id = "t.way", .rank = ZC_RANK_BASELINE, .when = "target_level == intermediate",
     .needs = "target_level == intermediate", .text = {"中级。", "Intermediate."}},
};

/* A region whose one requirement is `needs`, and an answer on 2021-10-15. */
typedef struct inquiry {
  zc_region region;
  zc_workspace *ws;
  zc_advisor *advisor;
  zc_facts facts;
  const zc_answer *answer;
} inquiry;

static void open_region(inquiry *q, const char *needs) {
  zc_rule rules[] = {{ZC_ROW, .id = "t.rule", .kind = ZC_REQUIREMENT, .needs = needs,
                      .text = {"条件。", "Condition."}}};
  zc_chapter chapter = {.documents = ZC_TABLE(documents),
                        .clauses = ZC_TABLE(clauses),
                        .tracks = ZC_TABLE(tracks),
                        .rules = ZC_TABLE(rules),
                        .routes = ZC_TABLE(routes)};
  const zc_chapter *const chapters[] = {&chapter};
  zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);
  *q = (inquiry){0};
  CU_ASSERT_EQUAL_FATAL(zc_test_region(&q->region, &plugin), ZC_OK);
  q->ws = zc_workspace_new(&q->region);
  q->advisor = zc_advisor_new(&q->region);
  CU_ASSERT_FATAL(q->ws && q->advisor);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&q->facts, &q->region.vocabulary, NULL), ZC_OK);
}

static void close_region(inquiry *q) {
  zc_facts_free(&q->facts);
  zc_advisor_free(q->advisor);
  zc_workspace_free(q->ws);
  zc_region_free(&q->region);
}

/* Asks about an intermediate title on the general track, with one more fact. */
static const zc_advice *ask(inquiry *q, const char *more) {
  const char *const settings[] = {"track=general", "target_level=intermediate", more};
  zc_facts_clear(&q->facts);
  CU_ASSERT_EQUAL_FATAL(zc_facts_set(&q->facts, settings, more ? 3 : 2, NULL), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(
      zc_ask(q->ws, ZC_Q_ASSESS, &q->facts, zc_day_of(2021, 10, 15), 0, &q->answer, NULL), ZC_OK);
  return zc_advise_in_full(q->advisor, q->ws, &q->facts, 0);
}

static void the_fact_that_settles_most_comes_first(void) {
  inquiry q;
  open_region(&q, "(education >= bachelor or ethics_passed) and unit_level == township");
  const zc_advice *advice = ask(&q, NULL);
  CU_ASSERT_EQUAL(q.answer->verdict, ZC_UNDETERMINED_VERDICT);
  CU_ASSERT_EQUAL(q.answer->missing_count, 3);
  CU_ASSERT_EQUAL(advice->next_fact.fact, ZC_F_unit_level);
  CU_ASSERT(advice->next_fact.settling > 0);
  CU_ASSERT_EQUAL(advice->next_fact.settling + 1, advice->next_fact.pieces);
  ask(&q, "unit_level=county");
  CU_ASSERT_EQUAL(q.answer->verdict, ZC_INELIGIBLE);
  advice = ask(&q, "unit_level=township");
  CU_ASSERT_EQUAL(q.answer->verdict, ZC_UNDETERMINED_VERDICT);
  CU_ASSERT_EQUAL(advice->next_fact.fact, ZC_F_ethics_passed); /* 3 of 7 words of `education` */
  CU_ASSERT_EQUAL(advice->next_fact.settling, 1);
  CU_ASSERT_EQUAL(advice->next_fact.pieces, 2);
  close_region(&q);
}

static void of_equals_the_first_of_the_vocabulary_comes_first(void) {
  inquiry q;
  open_region(&q, "post_vacancy and ethics_passed");
  CU_ASSERT_EQUAL(ask(&q, NULL)->next_fact.fact, ZC_F_ethics_passed);
  close_region(&q);
}

static void where_none_settles_anything_the_first_is_named(void) {
  inquiry q;
  open_region(&q, "post_vacancy and not ethics_passed or not post_vacancy and ethics_passed");
  const zc_advice *advice = ask(&q, NULL);
  CU_ASSERT_EQUAL(advice->next_fact.fact, ZC_F_ethics_passed);
  CU_ASSERT_EQUAL(advice->next_fact.settling, 0);
  close_region(&q);
}

static void a_settled_verdict_needs_no_fact(void) {
  inquiry q;
  open_region(&q, "ethics_passed");
  CU_ASSERT_EQUAL(ask(&q, "ethics_passed=true")->next_fact.fact, -1);
  CU_ASSERT_EQUAL(q.answer->verdict, ZC_ELIGIBLE);
  CU_ASSERT_PTR_NULL(q.answer->advice->others);
  CU_ASSERT_EQUAL(ask(&q, "ethics_passed=false")->next_fact.fact, -1);
  CU_ASSERT_EQUAL(q.answer->verdict, ZC_INELIGIBLE);
  close_region(&q);
}

static void each_other_track_is_asked_once(void) {
  inquiry q;
  open_region(&q, "track == targeted or track == green and ethics_passed");
  const zc_other_tracks *others = ask(&q, NULL)->others;
  CU_ASSERT_EQUAL(q.answer->verdict, ZC_INELIGIBLE);
  CU_ASSERT_PTR_NOT_NULL_FATAL(others);
  CU_ASSERT_EQUAL_FATAL(others->count, 2);
  CU_ASSERT_EQUAL(others->items[0].track, ZC_W_track_targeted);
  CU_ASSERT_EQUAL(others->items[0].verdict, ZC_ELIGIBLE);
  CU_ASSERT_STRING_EQUAL(others->items[0].route->id, "t.way");
  CU_ASSERT_EQUAL(others->items[1].track, ZC_W_track_green);
  CU_ASSERT_EQUAL(others->items[1].verdict, ZC_UNDETERMINED_VERDICT);
  CU_ASSERT_EQUAL(others->items[1].missing_count, 1);
  close_region(&q);
}

void test_advice_next_fact(CU_pSuite suite) {
  CU_add_test(suite, "the missing fact that most often settles the verdict is named",
              the_fact_that_settles_most_comes_first);
  CU_add_test(suite, "of equally useful facts the first of the vocabulary is named",
              of_equals_the_first_of_the_vocabulary_comes_first);
  CU_add_test(suite, "where no fact settles anything alone the first is named",
              where_none_settles_anything_the_first_is_named);
  CU_add_test(suite, "a settled verdict needs no fact", a_settled_verdict_needs_no_fact);
  CU_add_test(suite, "each other track is asked once, all else the same",
              each_other_track_is_asked_once);
}
