/* SPDX-License-Identifier: Apache-2.0 */
/* The column engine beside its answers: what it can say in planes, memory, threads. */
#include "base/memory.h"
#include "columns/column_engine.h"
#include "support/columns.h"
#include "support/people.h"
#include "support/region.h"
#include "support/sweep.h"
#include "tests.h"
#include <pthread.h>
#include <string.h>

enum { ROWS = 3 * ZC_BLOCK_ROWS + 77, KINDS = 500, BLOCKS = 4 };

/* Rows of a region, drawn from some hundred people. */
typedef struct crowd {
  const zc_region *region;
  zc_facts rows[KINDS];
  zc_test_columns columns;
  zc_column_engine *engine;
} crowd;

static void draw_crowd(crowd *c, const char *region) {
  zc_people *people = zc_people_of(region);
  zc_random r = zc_random_of("crowd", 1);
  zc_facts *rows = zc_calloc(ROWS, sizeof *rows);
  CU_ASSERT_PTR_NOT_NULL_FATAL(rows);
  c->region = &people->region;
  for (uint32_t i = 0; i < KINDS; i++) {
    CU_ASSERT_EQUAL_FATAL(zc_facts_init(&c->rows[i], &c->region->vocabulary, NULL), ZC_OK);
    zc_facts_take(&c->rows[i], &zc_people_draw(people, i)->facts);
  }
  for (uint32_t i = 0; i < ROWS; i++)
    rows[i] = c->rows[zc_random_below(&r, KINDS)];
  zc_test_columns_make(&c->columns, rows, ROWS, 100, &r);
  zc_free(rows);
  c->engine =
      zc_column_engine_new(c->region, c->columns.given, zc_day_of(2024, 5, 1), 0, ZC_BEST_PATH);
  CU_ASSERT_PTR_NOT_NULL_FATAL(c->engine);
}

static void free_crowd(crowd *c) {
  zc_column_engine_free(c->engine);
  zc_test_columns_free(&c->columns);
  for (uint32_t i = 0; i < KINDS; i++)
    zc_facts_free(&c->rows[i]);
}

static zc_column_answers answer(const crowd *c, zc_column_workspace *ws, size_t block) {
  zc_column_answers a;
  size_t first = block * ZC_BLOCK_ROWS;
  uint32_t rows = ROWS - first < ZC_BLOCK_ROWS ? (uint32_t)(ROWS - first) : ZC_BLOCK_ROWS;
  zc_columns_assess(ws, c->columns.items, c->columns.count, first, rows, &a);
  return a;
}

/* A number that changes with any bit of the answers. */
static uint64_t sum_planes(const uint64_t *planes, uint32_t count, uint64_t sum) {
  for (size_t i = 0; i < (size_t)count * ZC_BLOCK_WORDS; i++)
    sum = (sum ^ planes[i]) * UINT64_C(0x100000001B3);
  return sum;
}

static uint64_t sum_answers(const zc_region *region, const zc_column_answers *a) {
  uint32_t rules = region->rule_count;
  uint64_t sum = sum_planes(a->met, rules, 1);
  sum = sum_planes(a->unmet, rules, sum);
  sum = sum_planes(a->unknown, rules, sum);
  sum = sum_planes(a->waived, rules, sum);
  sum = sum_planes(a->not_applicable, rules, sum);
  sum = sum_planes(a->missing, region->vocabulary.fact_count, sum);
  sum = sum_planes(a->eligible, 1, sum);
  sum = sum_planes(a->ineligible, 1, sum);
  sum = sum_planes(a->rejected, 1, sum);
  for (uint32_t i = 0; i < a->rows; i++)
    sum = (sum ^ a->route[i]) * UINT64_C(0x100000001B3);
  return sum;
}

/* ---- what planes can say ---- */

static uint32_t computed_inputs(const zc_planes *p) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < p->input_count; i++)
    count += p->inputs[i].kind == ZC_INPUT_COMPUTED;
  return count;
}

static uint32_t words_of_track(const zc_region *region) {
  const zc_fact *track = &region->vocabulary.facts[ZC_F_track];
  uint32_t count = 0;
  for (int64_t word = track->min; word <= track->max; word++)
    count += (uint32_t)(track->words >> word & 1);
  return count;
}

/* The rules of all regions and tracks are tests of single columns, but for the sum of two kinds of
 * months in Urumqi. */
static void every_track_of_every_year_is_planes(void) {
  for (const char *const *name = zc_test_regions; *name; name++) {
    const zc_region *region = &zc_people_of(*name)->region;
    uint8_t *given = zc_alloc(region->vocabulary.fact_count);
    CU_ASSERT_PTR_NOT_NULL_FATAL(given);
    memset(given, 1, region->vocabulary.fact_count);
    for (int year = 2020; year <= 2026; year++)
      for (int month = 1; month <= 12; month += 4) {
        zc_column_engine *e =
            zc_column_engine_new(region, given, zc_day_of(year, month, 28), 0, ZC_BEST_PATH);
        CU_ASSERT_PTR_NOT_NULL_FATAL(e);
        CU_ASSERT_FALSE(e->is_by_row);
        CU_ASSERT_EQUAL(e->track_count, words_of_track(region));
        for (uint32_t i = 0; i < e->track_count; i++)
          CU_ASSERT(computed_inputs(&e->tracks[i].planes) <= (strcmp(*name, "urumqi") == 0));
        zc_column_engine_free(e);
      }
    zc_free(given);
  }
}

/* ---- memory ---- */

static zc_status make_all(void *context, zc_diagnostics *diag) {
  const crowd *c = context;
  zc_column_engine *e =
      zc_column_engine_new(c->region, c->columns.given, zc_day_of(2024, 5, 1), 0, ZC_PORTABLE_PATH);
  zc_column_workspace *ws = e ? zc_column_workspace_new(e) : NULL;
  zc_status status = ws ? ZC_OK : zc_report_memory(diag);
  zc_column_workspace_free(ws);
  zc_column_engine_free(e);
  return status;
}

static void without_memory_there_is_no_engine(void) {
  static crowd c;
  draw_crowd(&c, "urumqi");
  CU_ASSERT(zc_sweep_memory(make_all, &c) > 100);
  free_crowd(&c);
}

static void answering_takes_no_memory(void) {
  static crowd c;
  draw_crowd(&c, "inner_mongolia");
  zc_column_workspace *ws = zc_column_workspace_new(c.engine);
  CU_ASSERT_PTR_NOT_NULL_FATAL(ws);
  zc_memory_fail(0, 0);
  for (size_t block = 0; block < BLOCKS; block++)
    answer(&c, ws, block);
  CU_ASSERT_EQUAL(zc_memory_count(), 0);
  zc_column_workspace_free(ws);
  free_crowd(&c);
}

static void a_path_that_is_not_there_makes_no_engine(void) {
  static crowd c;
  draw_crowd(&c, "guangxi");
  for (zc_column_path path = ZC_BEST_PATH; path <= ZC_AVX512_PATH; path++) {
    zc_column_engine *e =
        zc_column_engine_new(c.region, c.columns.given, zc_day_of(2021, 5, 1), 0, path);
    CU_ASSERT_EQUAL(e != NULL, zc_column_path_is_there(path));
    zc_column_engine_free(e);
  }
  CU_ASSERT(zc_column_path_is_there(ZC_PORTABLE_PATH));
  free_crowd(&c);
}

/* ---- many routes ---- */

enum { ROUTES = 200 };

/* A region with a route for each number of months. */
static const zc_region_plugin *region_of_routes(void) {
  static const zc_document documents[] = {{ZC_ROW, .id = "d1", .number = "号〔2021〕1号",
                                           .title = {"甲", "One"}, .issuer = {"局", "Office"},
                                           .from = "2021-01-01"}};
  static const zc_clause clauses[] = {{ZC_ROW, .id = "t", .document = "d1", .clause = "一"}};
  static const zc_track tracks[] = {{ZC_ROW, .track = "general", .from = "2021-01-01"}};
  static char ids[ROUTES][16], needs[ROUTES][40];
  static zc_route routes[ROUTES];
  static const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                                     .clauses = ZC_TABLE(clauses),
                                     .tracks = ZC_TABLE(tracks),
                                     .routes = ZC_TABLE(routes)};
  static const zc_chapter *const chapters[] = {&chapter};
  static const zc_region_plugin plugin = ZC_TEST_PLUGIN(chapters);
  for (int i = 0; i < ROUTES; i++) {
    snprintf(ids[i], sizeof ids[i], "t.r%d", i);
    snprintf(needs[i], sizeof needs[i], "county_months == %d months", i);
    routes[i] = (zc_route){ZC_ROW,
                           .id = ids[i],
                           .rank = ZC_RANK_BASELINE,
                           .tracks = "general",
                           .needs = needs[i],
                           .text = {"一句。", "A sentence."}};
  }
  return &plugin;
}

static void a_block_may_name_every_route_of_many(void) {
  zc_region region;
  CU_ASSERT_EQUAL_FATAL(zc_test_region(&region, region_of_routes()), ZC_OK);
  int16_t months[ROUTES];
  int8_t track[ROUTES];
  for (int i = 0; i < ROUTES; i++) {
    months[i] = (int16_t)i;
    track[i] = (int8_t)zc_fact_word(&region.vocabulary, ZC_F_track, "general", strlen("general"));
  }
  zc_column columns[] = {{.fact = ZC_F_track, .width = 1, .values = track},
                         {.fact = ZC_F_county_months, .width = 2, .values = months}};
  uint8_t *given = zc_calloc(region.vocabulary.fact_count, 1);
  CU_ASSERT_PTR_NOT_NULL_FATAL(given);
  given[ZC_F_track] = given[ZC_F_county_months] = 1;
  for (zc_column_path path = ZC_PORTABLE_PATH; path <= ZC_AVX512_PATH; path++) {
    if (!zc_column_path_is_there(path))
      continue;
    zc_column_engine *e = zc_column_engine_new(&region, given, zc_day_of(2021, 5, 1), 0, path);
    zc_column_workspace *ws = e ? zc_column_workspace_new(e) : NULL;
    CU_ASSERT_PTR_NOT_NULL_FATAL(ws);
    zc_column_answers a;
    zc_columns_assess(ws, columns, 2, 0, ROUTES, &a);
    for (int i = 0; i < ROUTES; i++) {
      char id[16];
      snprintf(id, sizeof id, "t.r%d", i);
      CU_ASSERT_FATAL(a.route[i] != ZC_NO_ROUTE);
      CU_ASSERT_STRING_EQUAL(region.rules[a.route[i]].id, id);
    }
    zc_column_workspace_free(ws);
    zc_column_engine_free(e);
  }
  zc_free(given);
  zc_region_free(&region);
}

/* ---- order and threads ---- */

/* What a workspace has answered before never changes an answer: there are no planes left over. */
static void order_does_not_matter(void) {
  static crowd c;
  for (const char *const *name = zc_test_regions; *name; name++) {
    draw_crowd(&c, *name);
    uint64_t fresh[BLOCKS];
    zc_column_workspace *used = zc_column_workspace_new(c.engine);
    CU_ASSERT_PTR_NOT_NULL_FATAL(used);
    for (size_t block = 0; block < BLOCKS; block++) {
      zc_column_workspace *ws = zc_column_workspace_new(c.engine);
      CU_ASSERT_PTR_NOT_NULL_FATAL(ws);
      zc_column_answers a = answer(&c, ws, block);
      fresh[block] = sum_answers(c.region, &a);
      zc_column_workspace_free(ws);
    }
    for (size_t i = 0; i < 2 * BLOCKS; i++) {
      zc_column_answers a = answer(&c, used, (i * 3) % BLOCKS);
      CU_ASSERT_EQUAL(sum_answers(c.region, &a), fresh[(i * 3) % BLOCKS]);
    }
    zc_column_workspace_free(used);
    free_crowd(&c);
  }
}

/* One thread: a block with a workspace of its own. */
typedef struct part {
  const crowd *crowd;
  size_t block;
  zc_column_workspace *ws;
  uint64_t sum;
} part;

static void *answer_part(void *context) {
  part *p = context;
  zc_column_answers a = answer(p->crowd, p->ws, p->block);
  p->sum = sum_answers(p->crowd->region, &a);
  return NULL;
}

static void threads_share_an_engine(void) {
  static crowd c;
  part alone[BLOCKS], together[BLOCKS];
  pthread_t threads[BLOCKS];
  draw_crowd(&c, "shandong");
  for (size_t i = 0; i < BLOCKS; i++) {
    together[i] = (part){.crowd = &c, .block = i, .ws = zc_column_workspace_new(c.engine)};
    CU_ASSERT_PTR_NOT_NULL_FATAL(together[i].ws);
    alone[i] = together[i];
    answer_part(&alone[i]);
  }
  for (size_t i = 0; i < BLOCKS; i++)
    CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[i], NULL, answer_part, &together[i]), 0);
  for (size_t i = 0; i < BLOCKS; i++) {
    pthread_join(threads[i], NULL);
    CU_ASSERT_EQUAL(together[i].sum, alone[i].sum);
    zc_column_workspace_free(together[i].ws);
  }
  free_crowd(&c);
}

void test_columns_engine(CU_pSuite suite) {
  CU_add_test(suite, "the rules of every track in every year are planes",
              every_track_of_every_year_is_planes);
  CU_add_test(suite, "without memory there is no engine, and nothing is lost",
              without_memory_there_is_no_engine);
  CU_add_test(suite, "answering takes no memory", answering_takes_no_memory);
  CU_add_test(suite, "an instruction set that is not there makes no engine",
              a_path_that_is_not_there_makes_no_engine);
  CU_add_test(suite, "a block may name every route of many", a_block_may_name_every_route_of_many);
  CU_add_test(suite, "no answer depends on those before it", order_does_not_matter);
  CU_add_test(suite, "threads share an engine", threads_share_an_engine);
}
