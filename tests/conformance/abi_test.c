/* SPDX-License-Identifier: Apache-2.0 */
/* The promise of the ABI: a plugin built against the header of an older minor number gives the same
 * answers as the same tables built today (tests/bad_plugins/abi_1_0, abi_1_2 and abi_today), and
 * its parameters keep names that came later (abi_names). */
#include "conformance/random_person.h"
#include "engine/answer.h"
#include "host/host.h"
#include "report/report.h"
#include "tests.h"

#include <string.h>

#define BAD ZC_BUILD_DIR "/bad_plugins/"

enum { PEOPLE = 400 };

typedef struct zc_side {
  zc_region region;
  zc_random_person guess;
  zc_workspace *workspace;
  zc_json_writer *writer;
  zc_buffer json;
} zc_side;

static void open_side(zc_side *s, const char *file) {
  zc_diagnostics diag = {0};
  zc_status status = zc_region_load(&s->region, file, NULL, &diag);
  if (status != ZC_OK)
    printf("\n%s", zc_diagnostics_text(&diag));
  CU_ASSERT_EQUAL_FATAL(status, ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_region_digest(&s->region, &diag), ZC_OK);
  /* The one thing that may differ: it covers the version of the interface, too. */
  strcpy(s->region.digest, "sm3:");
  CU_ASSERT_FATAL(zc_random_person_open(&s->guess, &s->region));
  s->workspace = zc_workspace_new(&s->region);
  s->writer = zc_json_writer_new(&s->region);
  CU_ASSERT_FATAL(s->workspace && s->writer);
  zc_diagnostics_free(&diag);
}

static void close_side(zc_side *s) {
  zc_buffer_free(&s->json);
  zc_json_writer_free(s->writer);
  zc_workspace_free(s->workspace);
  zc_random_person_free(&s->guess);
  zc_region_free(&s->region);
}

/* The answer to a question about person `number`; "" where the facts do not go together. */
static const char *answer_of(zc_side *s, zc_question question, uint64_t number) {
  const zc_answer *answer = NULL;
  zc_buffer_clear(&s->json);
  zc_random_person_make(&s->guess, 1, number);
  if (zc_ask(s->workspace, question, &s->guess.facts, s->guess.as_of, s->guess.strict, &answer,
             NULL) == ZC_OK)
    zc_json_answer(&s->json, s->writer, answer);
  return zc_buffer_text(&s->json);
}

static void compare_with_today(const char *file) {
  zc_side old = {.json = {0}}, today = {.json = {0}};
  uint32_t eligible = 0, met = 0;
  open_side(&old, file);
  open_side(&today, BAD "abi_today/north.so");
  CU_ASSERT_EQUAL(today.region.rule_count, old.region.rule_count);
  for (uint32_t i = 0; i < PEOPLE; i++)
    for (int q = ZC_Q_ASSESS; q < ZC_Q_CALENDAR; q++) {
      const char *a = answer_of(&old, (zc_question)q, i), *b = answer_of(&today, (zc_question)q, i);
      CU_ASSERT_STRING_EQUAL(a, b);
      eligible += strstr(a, "\"verdict\":\"eligible\"") != NULL;
      met += strstr(a, "\"state\":\"met\"") != NULL;
    }
  /* The people are not all alike. */
  CU_ASSERT(eligible > 0 && eligible < PEOPLE && met > eligible);
  close_side(&old);
  close_side(&today);
}

static void old_and_new_binaries_give_the_same_answers(void) {
  compare_with_today(BAD "abi_1_0/north.so");
  compare_with_today(BAD "abi_1_2/north.so");
}

/* The state of the only rule for somebody with that many months in the specialty. */
static zc_state state_after(zc_side *s, int64_t months) {
  const zc_answer *answer = NULL;
  zc_facts *facts = &s->guess.facts;
  zc_facts_clear(facts);
  facts->slots[ZC_F_specialty_months] = (zc_slot){months, months};
  facts->given[ZC_F_specialty_months] = 1;
  facts->slots[ZC_F_track] = (zc_slot){ZC_W_track_targeted, ZC_W_track_targeted};
  facts->given[ZC_F_track] = 1;
  CU_ASSERT_EQUAL_FATAL(
      zc_ask(s->workspace, ZC_Q_ASSESS, facts, zc_day_of(2024, 6, 1), 0, &answer, NULL), ZC_OK);
  return answer->findings[0].state;
}

static void names_that_came_later_mean_what_they_meant(void) {
  zc_side old = {.json = {0}};
  open_side(&old, BAD "abi_names/north.so");
  CU_ASSERT_STRING_EQUAL(old.region.rules[0].id, "north.years");
  CU_ASSERT_STRING_EQUAL(old.region.rules[0].text.zh, "一句{话}。");
  CU_ASSERT_EQUAL(state_after(&old, 24), ZC_MET);
  CU_ASSERT_EQUAL(state_after(&old, 23), ZC_UNMET);
  close_side(&old);
}

void test_conformance_abi(CU_pSuite suite) {
  CU_add_test(suite, "plugins of older ABIs give the same answers as one built today",
              old_and_new_binaries_give_the_same_answers);
  CU_add_test(suite, "a parameter keeps a name that the vocabulary or the language gained later",
              names_that_came_later_mean_what_they_meant);
}
