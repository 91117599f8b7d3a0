/* SPDX-License-Identifier: Apache-2.0 */
#include "support/random_region.h"
#include "base/date.h"
#include "base/memory.h"
#include "support/region.h"
#include "tests.h"

#include <string.h>

static const char *const ids[RANDOM_ROWS] = {"test.r0", "test.r1", "test.r2",
                                             "test.w",  "test.x",  "test.y"};

/* ---- functions ---- */

static int all_known(const zc_value *arguments, uint32_t count, int64_t *sum) {
  int known = 1;
  *sum = 0;
  for (uint32_t i = 0; i < count; i++) {
    known &= arguments[i].known;
    *sum = 2 * *sum + arguments[i].value;
  }
  return known;
}

static zc_value mix(const zc_value *arguments, uint32_t count) {
  int64_t sum;
  int known = all_known(arguments, count, &sum);
  return (zc_value){known ? ((sum % 7) + 7) % 7 : 0, known, 0};
}

static zc_value flag(const zc_value *arguments, uint32_t count) {
  int64_t sum;
  int known = all_known(arguments, count, &sum);
  return (zc_value){known ? sum & 1 : 0, known, 0};
}

/* Functions read facts of few values, where there are such. */
static void draw_reads(random_region *g, zc_random *r) {
  for (int i = 0; i < 2; i++) {
    uint32_t first = zc_random_below(r, g->fact_count), second = zc_random_below(r, g->fact_count);
    for (uint32_t j = 0; j < g->fact_count; j++) {
      if (g->facts[first].hi - g->facts[first].lo > 60)
        first = j;
      if (g->facts[second].hi - g->facts[second].lo > 60)
        second = j;
    }
    if (first == second)
      snprintf(g->reads[i], sizeof g->reads[i], "%s", g->facts[first].name);
    else
      snprintf(g->reads[i], sizeof g->reads[i], "%s %s", g->facts[first].name,
               g->facts[second].name);
  }
}

/* ---- tables ---- */

static const zc_document documents[] = {{ZC_ROW, .id = "test-2024", .number = "试〔2024〕1号",
                                         .title = {.zh = "通知"}, .issuer = {.zh = "人社厅"},
                                         .from = "1900-01-01"}};
static const zc_clause clauses[] = {
    {ZC_ROW, .id = "test.law", .document = "test-2024", .clause = "一"}};
static const zc_track tracks[] = {{ZC_ROW, .track = "general"}, {ZC_ROW, .track = "targeted"}};
static const zc_parameter_value set_values[] = {{ZC_ROW, .value = "3", .source = "一"}};
static const zc_parameter_value later_values[] = {
    {ZC_ROW, .from = "2025-01-01", .value = "2", .source = "一"}};
static const zc_parameter parameters[] = {{ZC_ROW, .name = "set", .type = ZC_INT, .unit = ZC_MONTH,
                                           .label = {.zh = "值"}, .values = ZC_TABLE(set_values)},
                                          {ZC_ROW, .name = "later", .type = ZC_INT,
                                           .unit = ZC_MONTH, .label = {.zh = "值"},
                                           .values = ZC_TABLE(later_values), .optional = 1},
                                          {ZC_ROW, .name = "unset", .type = ZC_INT,
                                           .unit = ZC_MONTH, .label = {.zh = "值"}, .optional = 1}};

static void fill_facts(const random_region *g, zc_fact_row *rows) {
  static const zc_type types[RANDOM_KINDS] = {ZC_BOOL, ZC_INT,  ZC_INT,     ZC_ENUM,
                                              ZC_ENUM, ZC_DATE, ZC_DIVISION};
  for (uint32_t i = 0; i < g->fact_count; i++) {
    const random_fact *f = &g->facts[i];
    rows[i] = (zc_fact_row){ZC_ROW,
                            .name = f->name,
                            .type = types[f->kind],
                            .assumed = f->assumed[0] ? f->assumed : NULL,
                            .words = f->words[0] ? f->words : NULL,
                            .ordered = f->kind == RANDOM_WORDS,
                            .label = {.zh = "事实"}};
    if (f->kind != RANDOM_MONTHS && f->kind != RANDOM_NUMBER)
      continue;
    rows[i].unit = f->kind == RANDOM_MONTHS ? ZC_MONTH : ZC_POINT;
    rows[i].min = f->lo;
    rows[i].max = f->hi;
  }
}

static void fill_rules(const random_region *g, zc_rule *rules, zc_route *routes,
                       const char *const *when, const char *const *needs) {
  for (int i = 0; i <= RANDOM_REQUIREMENTS; i++)
    rules[i] = (zc_rule){ZC_ROW,
                         .id = ids[i],
                         .kind = i < RANDOM_REQUIREMENTS ? ZC_REQUIREMENT : ZC_WAIVER,
                         .flags = i == 0 ? ZC_BINDS_ALWAYS : 0,
                         .tracks = i == 1 ? "targeted" : NULL,
                         .when = when[i],
                         .needs = needs[i],
                         .waives = i < RANDOM_REQUIREMENTS ? NULL : "test.r0 test.r1",
                         .clauses = "test.law",
                         .text = {.zh = "一句话。"}};
  for (int i = 0; i < RANDOM_ROUTES; i++)
    routes[i] = (zc_route){ZC_ROW,
                           .id = ids[RANDOM_REQUIREMENTS + 1 + i],
                           .rank = ZC_RANK_BASELINE,
                           .flags = i == 0 && g->is_exclusive ? ZC_EXCLUSIVE : 0,
                           .when = when[RANDOM_REQUIREMENTS + 1 + i],
                           .needs = needs[RANDOM_REQUIREMENTS + 1 + i],
                           .waives = i ? "test.r2" : NULL,
                           .clauses = "test.law",
                           .text = {.zh = "一句话{later}、{set}。"}};
}

/* Days and divisions of a plugin's own have the whole range. Here they have a part of it, of which
 * everything that runs after the compiler knows. */
static void narrow(random_region *g, zc_region *region) {
  for (uint32_t i = 0; i < g->fact_count; i++) {
    random_fact *f = &g->facts[i];
    int32_t index = zc_fact_find(&region->vocabulary, f->name, strlen(f->name));
    CU_ASSERT_FATAL(index >= 0);
    f->index = (uint32_t)index;
    region->vocabulary.facts[index].min = f->lo;
    region->vocabulary.facts[index].max = f->hi;
  }
}

void random_region_compile(random_region *g, zc_region *out, const char *const *when,
                           const char *const *needs) {
  zc_fact_row facts[RANDOM_FACTS];
  zc_rule rules[RANDOM_REQUIREMENTS + 1];
  zc_route routes[RANDOM_ROUTES];
  const zc_function functions[] = {
      {ZC_ROW, .name = "test.mix", .reads = g->reads[0], .type = ZC_INT, .unit = ZC_POINT, .max = 6,
       .call = mix},
      {ZC_ROW, .name = "test.flag", .reads = g->reads[1], .type = ZC_BOOL, .call = flag}};
  fill_facts(g, facts);
  fill_rules(g, rules, routes, when, needs);
  const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                              .clauses = ZC_TABLE(clauses),
                              .facts = {facts, g->fact_count, sizeof *facts},
                              .parameters = ZC_TABLE(parameters),
                              .tracks = ZC_TABLE(tracks),
                              .rules = ZC_TABLE(rules),
                              .routes = ZC_TABLE(routes),
                              .functions = ZC_TABLE(functions)};
  const zc_chapter *const list[] = {&chapter};
  const zc_region_plugin plugin = ZC_TEST_PLUGIN(list);
  CU_ASSERT_EQUAL_FATAL(zc_test_region(out, &plugin), ZC_OK);
  narrow(g, out);
}

/* In a plain region one condition decides all: the larger it may be. */
static void draw_plain(random_region *g, zc_random *r) {
  for (int i = 0; i < RANDOM_ROWS; i++)
    if (i == RANDOM_ROWS - 1)
      random_condition(g, &g->needs[i], r, 2 + (int)zc_random_below(r, 3));
    else
      zc_buffer_puts(&g->needs[i], i < RANDOM_REQUIREMENTS ? "true" : "false");
}

static void draw_conditions(random_region *g, zc_random *r) {
  for (int i = 0; i < RANDOM_ROWS; i++) {
    if (zc_random_chance(r, 25))
      random_condition(g, &g->when[i], r, (int)zc_random_below(r, 2));
    if (i < RANDOM_REQUIREMENTS && zc_random_chance(r, 40))
      zc_buffer_puts(&g->needs[i], "true");
    else
      random_condition(g, &g->needs[i], r, (int)zc_random_below(r, 4));
  }
}

void random_region_make(random_region *g, const char *name, uint64_t number) {
  zc_random r = zc_random_of(name, number);
  const char *when[RANDOM_ROWS], *needs[RANDOM_ROWS];
  memset(g, 0, sizeof *g);
  g->name = name;
  g->number = number;
  g->shape = (random_shape)zc_random_below(&r, RANDOM_SHAPES);
  random_facts_make(g, &r);
  g->is_exclusive = zc_random_chance(&r, 15);
  draw_reads(g, &r);
  if (zc_random_chance(&r, g->shape == RANDOM_ORDER ? 60 : 40))
    draw_plain(g, &r);
  else
    draw_conditions(g, &r);
  for (int i = 0; i < RANDOM_ROWS; i++) {
    when[i] = g->when[i].length ? zc_buffer_text(&g->when[i]) : NULL;
    needs[i] = zc_buffer_text(&g->needs[i]);
    CU_ASSERT_PTR_NOT_NULL_FATAL(needs[i]);
  }
  random_region_compile(g, &g->region, when, needs);
}

void random_region_free(random_region *g) {
  zc_region_free(&g->region);
  for (uint32_t i = 0; i < RANDOM_FACTS; i++)
    zc_free(g->facts[i].points);
  for (int i = 0; i < RANDOM_ROWS; i++) {
    zc_buffer_free(&g->when[i]);
    zc_buffer_free(&g->needs[i]);
  }
}

void random_region_show(random_region *g) {
  printf("  region %llu of \"%s\"\n", (unsigned long long)g->number, g->name);
  for (uint32_t i = 0; i < g->fact_count; i++) {
    const random_fact *f = &g->facts[i];
    printf("    %s: %lld..%lld%s%s%s%s\n", f->name, (long long)f->lo, (long long)f->hi,
           f->words[0] ? ", words " : "", f->words, f->assumed[0] ? ", assumed " : "", f->assumed);
  }
  if (g->is_exclusive)
    printf("    test.x decides alone\n");
  printf("    test.mix reads %s; test.flag reads %s\n", g->reads[0], g->reads[1]);
  for (int i = 0; i < RANDOM_ROWS; i++) {
    if (g->when[i].length)
      printf("    %s when:  %s\n", ids[i], zc_buffer_text(&g->when[i]));
    printf("    %s needs: %s\n", ids[i], zc_buffer_text(&g->needs[i]));
  }
}
