/* SPDX-License-Identifier: Apache-2.0 */
/* One person in several regions, asked at a desk: the bytes of the program, and what is refused. */
#include "zhicheng/zhicheng.h"

#include "support/program.h"
#include "support/region.h"
#include "support/sweep.h"
#include "tests.h"

#include <pthread.h>
#include <string.h>

#define PLUGINS ZC_BUILD_DIR "/plugins"

typedef zc_status asking(zc_desk *desk, const zc_query *query, zc_answer_form form,
                         const char **answer);

static const zc_query teacher = {.day = "2024-06-01",
                                 .facts = "{\"target_level\": \"deputy_senior\", \"series\": "
                                          "\"school_teacher\", \"education\": \"bachelor\"}"};
static const zc_query mover = {
    .day = "2024-03-01",
    .facts = "{\"held_title_region\": \"shandong\", \"held_title_track\": \"targeted\", "
             "\"held_title_level\": \"intermediate\", \"unit_in_catalog\": true, "
             "\"employed_months_in_targeted_title\": 40, \"destination_division\": \"370102\", "
             "\"destination_in_catalog\": false}"};

static zc_regions *open_regions(const char *folder) {
  zc_regions *regions = NULL;
  CU_ASSERT_EQUAL_FATAL(zc_regions_open(&regions, folder, NULL, ZC_LANG_EN, NULL), ZC_OK);
  return regions;
}

/* The answer is what the program says to the arguments in p->out. */
static void expect_same(program *p, zc_desk *desk, asking *ask, const zc_query *query,
                        zc_answer_form form) {
  const char *answer = NULL;
  program_expect_status(p, 0);
  CU_ASSERT_EQUAL_FATAL(ask(desk, query, form, &answer), ZC_OK);
  CU_ASSERT_STRING_EQUAL(zc_desk_message(desk), "");
  CU_ASSERT_STRING_EQUAL(answer, zc_buffer_text(&p->out));
}

static void the_answers_are_those_of_the_program(void) {
  zc_regions *regions = open_regions(PLUGINS);
  zc_desk *desk = zc_desk_new(regions);
  program p = {.input = teacher.facts};
#define COMPARE "compare", "--as-of", "2024-06-01", "--facts", "-"
  RUN(&p, COMPARE, "--format", "json");
  expect_same(&p, desk, zc_desk_compare, &teacher, ZC_ANSWER_JSON);
  RUN(&p, COMPARE, "--lang", "zh");
  expect_same(&p, desk, zc_desk_compare, &teacher, ZC_ANSWER_TEXT_ZH);
  RUN(&p, COMPARE, "--lang", "en", "--strict");
  zc_query strict = teacher;
  strict.flags = ZC_STRICT;
  expect_same(&p, desk, zc_desk_compare, &strict, ZC_ANSWER_TEXT_EN);
  p.input = mover.facts;
#define PATH "path", "--as-of", "2024-03-01", "--facts", "-"
  RUN(&p, PATH, "--format", "json");
  expect_same(&p, desk, zc_desk_path, &mover, ZC_ANSWER_JSON);
  RUN(&p, PATH, "--lang", "zh");
  expect_same(&p, desk, zc_desk_path, &mover, ZC_ANSWER_TEXT_ZH);
  RUN(&p, PATH, "--lang", "en");
  expect_same(&p, desk, zc_desk_path, &mover, ZC_ANSWER_TEXT_EN);
  program_free(&p);
  zc_desk_free(desk);
  zc_regions_close(regions);
}

static void expect_refusal(zc_desk *desk, asking *ask, zc_query query, zc_answer_form form,
                           const char *part) {
  const char *kept = "kept", *answer = kept;
  CU_ASSERT_EQUAL(ask(desk, &query, form, &answer), ZC_BAD_INPUT);
  CU_ASSERT_PTR_EQUAL(answer, kept);
  zc_test_contains(zc_desk_message(desk), part);
}

static void what_is_wrong_is_told(void) {
  zc_regions *regions = open_regions(PLUGINS);
  zc_desk *desk = zc_desk_new(regions);
  zc_query all = {.day = "today", .facts = "{\"educaton\": 1}", .flags = 32};
  expect_refusal(desk, zc_desk_compare, all, (zc_answer_form)7, "'today' is no date");
  zc_test_contains(zc_desk_message(desk), "not 32");
  zc_test_contains(zc_desk_message(desk), "no form 7");
  zc_test_contains(zc_desk_message(desk), "did you mean \"education\"?");
  zc_query title = {.facts = "{\"held_title_region\": \"shandon\", \"destination_grassroots\": "
                             "true}"};
  expect_refusal(desk, zc_desk_path, title, ZC_ANSWER_JSON, "did you mean shandong?");
  expect_refusal(desk, zc_desk_path, teacher, ZC_ANSWER_JSON, "held_title_region is missing");
  zc_test_contains(zc_desk_message(desk), "there is no destination");
  zc_query contradiction = {.day = "2024-06-01",
                            .facts = "{\"current_title_date\": \"2025-01-01\"}"};
  expect_refusal(desk, zc_desk_compare, contradiction, ZC_ANSWER_JSON, "current_title_date");
  zc_desk_free(desk);
  zc_regions_close(regions);
}

static void without_any_plugin_there_is_no_answer(void) {
  char folder[64];
  folder_make(folder);
  zc_regions *regions = open_regions(folder);
  zc_desk *desk = zc_desk_new(regions);
  expect_refusal(desk, zc_desk_compare, teacher, ZC_ANSWER_JSON, "no plugin that could be loaded");
  zc_desk_free(desk);
  zc_regions_close(regions);
  folder_remove(folder);
  regions = open_regions(ZC_BUILD_DIR "/bad_plugins/bad_condition");
  desk = zc_desk_new(regions);
  const char *answer = NULL;
  zc_query title = {.facts =
                        "{\"held_title_region\": \"north\", \"destination_grassroots\": true}"};
  CU_ASSERT_EQUAL(zc_desk_path(desk, &title, ZC_ANSWER_JSON, &answer), ZC_BAD_PLUGIN);
  zc_test_contains(zc_desk_message(desk), "the plugin of region north");
  zc_desk_free(desk);
  zc_regions_close(regions);
}

/* One thread's questions; 1 where an answer is another. */
static void *ask_again(void *context) {
  zc_desk *desk = zc_desk_new(context);
  const char *answer = NULL;
  char first[1 << 16] = "";
  long wrong = !desk;
  for (int i = 0; i < 20 && !wrong; i++) {
    wrong = zc_desk_path(desk, &mover, ZC_ANSWER_JSON, &answer) != ZC_OK ||
            zc_desk_compare(desk, &teacher, ZC_ANSWER_JSON, &answer) != ZC_OK ||
            strlen(answer) >= sizeof first || (*first && strcmp(first, answer) != 0);
    if (!wrong)
      strcpy(first, answer);
  }
  zc_desk_free(desk);
  return (void *)wrong;
}

static void threads_ask_at_the_same_time(void) {
  zc_regions *regions = open_regions(PLUGINS);
  pthread_t threads[4];
  for (int i = 0; i < 4; i++)
    CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[i], NULL, ask_again, regions), 0);
  for (int i = 0; i < 4; i++) {
    void *wrong = NULL;
    pthread_join(threads[i], &wrong);
    CU_ASSERT_PTR_NULL(wrong);
  }
  zc_regions_close(regions);
}

typedef struct sweep {
  zc_regions *regions;
  asking *ask;
  const zc_query *query;
} sweep;

static zc_status ask_once(void *context, zc_diagnostics *diag) {
  const sweep *s = context;
  const char *answer = NULL;
  zc_desk *desk = zc_desk_new(s->regions);
  if (!desk)
    return zc_report_memory(diag);
  zc_status status = s->ask(desk, s->query, ZC_ANSWER_TEXT_ZH, &answer);
  if (status != ZC_OK && *zc_desk_message(desk))
    zc_report_memory(diag);
  zc_desk_free(desk);
  return status;
}

static void memory_that_runs_out_is_told(void) {
  sweep s = {open_regions(PLUGINS), zc_desk_compare, &teacher};
  CU_ASSERT(zc_sweep_memory(ask_once, &s) > 10);
  s.ask = zc_desk_path;
  s.query = &mover;
  CU_ASSERT(zc_sweep_memory(ask_once, &s) > 10);
  zc_regions_close(s.regions);
}

void test_library_several(CU_pSuite suite) {
  CU_add_test(suite, "compare and path answer what the program does, byte for byte",
              the_answers_are_those_of_the_program);
  CU_add_test(suite, "what is wrong with a question about several regions is told, all of it",
              what_is_wrong_is_told);
  CU_add_test(suite, "without any plugin there is no answer",
              without_any_plugin_there_is_no_answer);
  CU_add_test(suite, "several threads ask about several regions at the same time",
              threads_ask_at_the_same_time);
  CU_add_test(suite, "memory that runs out on the way is told", memory_that_runs_out_is_told);
}
