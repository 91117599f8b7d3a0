/* SPDX-License-Identifier: Apache-2.0 */
/* Columns of people made up at random: the same answers as at a desk, row by row. */
#include "zhicheng/zhicheng.h"

#include "base/bit.h"
#include "base/memory.h"
#include "support/people.h"
#include "support/region.h"
#include "tests.h"

#include <string.h>

#define DAY "2021-10-15"

enum { ROWS = 700, MOST_FACTS = 256 };

/* Columns of all facts of a region but its texts. */
typedef struct crowd {
  zc_people *people;
  const char *names[MOST_FACTS];
  uint32_t facts[MOST_FACTS], count;
  zc_bulk_column columns[MOST_FACTS];
  int64_t values[MOST_FACTS][ROWS], highest[MOST_FACTS][ROWS];
  uint64_t known[MOST_FACTS][(ROWS + 63) / 64];
  zc_buffer json[ROWS];
} crowd;

static crowd *crowd_of(const char *region) {
  crowd *c = zc_calloc(1, sizeof *c);
  CU_ASSERT_PTR_NOT_NULL_FATAL(c);
  c->people = zc_people_of(region);
  const zc_vocabulary *v = &c->people->region.vocabulary;
  CU_ASSERT_FATAL(v->fact_count <= MOST_FACTS);
  for (uint32_t f = 0; f < v->fact_count; f++) {
    uint32_t i = c->count;
    if (v->facts[f].type != ZC_STRING) {
      c->names[i] = v->facts[f].name;
      c->facts[i] = f;
      int is_coarse = v->facts[f].type == ZC_DIVISION || v->facts[f].type == ZC_DATE;
      c->columns[i] =
          (zc_bulk_column){8, c->values[i], is_coarse ? c->highest[i] : NULL, c->known[i]};
      c->count++;
    }
  }
  for (uint32_t row = 0; row < ROWS; row++) {
    zc_person *person = zc_people_draw(c->people, row);
    for (uint32_t i = 0; i < c->count; i++) {
      zc_slot slot = person->facts.slots[c->facts[i]];
      if (person->facts.given[c->facts[i]]) {
        c->values[i][row] = slot.lo;
        c->highest[i][row] = slot.hi;
        c->known[i][row / 64] |= UINT64_C(1) << row % 64;
      }
    }
    zc_person_json(&c->json[row], person, NULL);
  }
  return c;
}

static void crowd_free(crowd *c) {
  for (uint32_t row = 0; row < ROWS; row++)
    zc_buffer_free(&c->json[row]);
  zc_free(c);
}

/* Every rule's state is that of the list, and rules that it lacks have none. */
static int same_states(const zc_bulk *bulk, const zc_bulk_answers *a, size_t row,
                       const zc_rule_finding *findings, uint32_t count) {
  uint32_t listed = 0;
  for (uint32_t i = 0; i < zc_bulk_rule_count(bulk); i++) {
    int state = -1;
    for (int s = 0; s < ZC_BULK_STATES; s++)
      state = zc_has_bit(a->states[s] + (size_t)i * ZC_BULK_WORDS, row) ? s : state;
    if (state < 0)
      continue;
    while (listed < count && strcmp(findings[listed].rule, zc_bulk_rule(bulk, i)) != 0) {
      if (strcmp(findings[listed].rule, "no_edition") != 0 &&
          strcmp(findings[listed].rule, "base.track") != 0)
        return 0;
      listed++;
    }
    if (listed == count || (int)findings[listed].state != state)
      return 0;
    listed++;
  }
  return 1;
}

static int same_missing(const zc_bulk *bulk, const zc_bulk_answers *a, size_t row,
                        const char *answer) {
  zc_buffer list = {0};
  zc_buffer_puts(&list, "\"missing\":[");
  for (uint32_t f = 0, first = 1; f < zc_bulk_fact_count(bulk); f++) {
    if (zc_has_bit(a->missing + (size_t)f * ZC_BULK_WORDS, row)) {
      zc_buffer_printf(&list, "%s\"%s\"", first ? "" : ",", zc_bulk_fact(bulk, f));
      first = 0;
    }
  }
  zc_buffer_puts(&list, "]");
  int same = strstr(answer, zc_buffer_text(&list)) != NULL;
  zc_buffer_free(&list);
  return same;
}

static int same_row(const zc_bulk *bulk, const zc_bulk_answers *a, size_t row, zc_desk *desk,
                    const zc_query *query) {
  const char *answer = NULL, *route = NULL;
  const zc_rule_finding *findings = NULL;
  uint32_t count = 0;
  zc_verdict verdict = ZC_UNDETERMINED_VERDICT;
  if (zc_desk_verdict(desk, query, &verdict, &route) != ZC_OK)
    return zc_has_bit(a->rejected, row);
  if (zc_has_bit(a->rejected, row) || zc_has_bit(a->eligible, row) != (verdict == ZC_ELIGIBLE) ||
      zc_has_bit(a->ineligible, row) != (verdict == ZC_INELIGIBLE))
    return 0;
  if (!route ? a->route[row] != ZC_BULK_NO_ROUTE
             : strcmp(zc_bulk_rule(bulk, a->route[row]), route) != 0)
    return 0;
  return zc_desk_assess(desk, query, &answer) == ZC_OK && same_missing(bulk, a, row, answer) &&
         zc_desk_findings(desk, query, &findings, &count) == ZC_OK &&
         same_states(bulk, a, row, findings, count);
}

static void expect_same_crowd(const zc_regions *regions, const char *region, uint32_t flags) {
  crowd *c = crowd_of(region);
  zc_bulk *bulk = NULL;
  uint32_t different = 0, decided = 0;
  CU_ASSERT_EQUAL_FATAL(zc_bulk_new(regions, region, DAY, c->names, c->count, flags, &bulk, NULL),
                        ZC_OK);
  zc_bulk_worker *worker = zc_bulk_worker_new(bulk);
  zc_desk *desk = zc_desk_new(regions);
  for (size_t first = 0; first < ROWS; first += 320) {
    const zc_bulk_answers *a = NULL;
    uint32_t rows = ROWS - first < 320 ? (uint32_t)(ROWS - first) : 320;
    CU_ASSERT_EQUAL_FATAL(zc_bulk_assess(worker, c->columns, first, rows, &a), ZC_OK);
    CU_ASSERT_EQUAL(a->rows, rows);
    for (uint32_t r = 0; r < rows; r++) {
      const zc_buffer *json = &c->json[first + r];
      zc_query query = {region, DAY, json->data, json->length, flags};
      different += !same_row(bulk, a, r, desk, &query);
      decided += (uint32_t)(zc_has_bit(a->eligible, r) | zc_has_bit(a->ineligible, r));
    }
  }
  CU_ASSERT_EQUAL(different, 0);
  CU_ASSERT(decided > 0);
  zc_desk_free(desk);
  zc_bulk_worker_free(worker);
  zc_bulk_free(bulk);
  crowd_free(c);
}

static void every_row_is_answered_as_at_a_desk(void) {
  zc_regions *regions = NULL;
  CU_ASSERT_EQUAL_FATAL(zc_regions_open(&regions, ZC_BUILD_DIR "/plugins", NULL, ZC_LANG_EN, NULL),
                        ZC_OK);
  for (const char *const *region = zc_test_regions; *region; region++)
    expect_same_crowd(regions, *region, 0);
  expect_same_crowd(regions, "guangxi", ZC_STRICT);
  zc_regions_close(regions);
}

void test_library_bulk_crowd(CU_pSuite suite) {
  CU_add_test(suite, "every row is answered as at a desk", every_row_is_answered_as_at_a_desk);
}
