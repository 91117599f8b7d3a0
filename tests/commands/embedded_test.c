/* SPDX-License-Identifier: Apache-2.0 */
/* A program that embeds the library gets what users of the command line get, byte for byte. */
#include "support/program.h"
#include "tests.h"

#include "zhicheng/zhicheng.h"

#include <string.h>

typedef struct sample {
  const char *question, *region, *day, *facts;
} sample;

/* Also one that is refused advice and one that gets it. */
static const sample samples[] = {
    {"assess", "guangxi", "2021-10-15", "tests/samples/guangxi_doctor.json"},
    {"assess", "guangxi", "2019-10-15", "tests/samples/guangxi_doctor.json"},
    {"assess", "urumqi", "2022-10-10", "tests/samples/urumqi_teacher.json"},
    {"assess", "inner_mongolia", "2024-07-02", "tests/samples/inner_mongolia_agronomist.json"},
    {"convert", "shandong", "2024-03-01", "tests/samples/shandong_teacher.json"},
    {"unit", "guangxi", "2021-10-15", "tests/samples/guangxi_doctor.json"},
};

static void read_text(const char *path, char *text, size_t size) {
  FILE *file = fopen(path, "r");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  text[fread(text, 1, size - 1, file)] = '\0';
  fclose(file);
}

static zc_status ask(zc_desk *desk, const sample *s, const char *facts, uint32_t flags,
                     const char **answer) {
  zc_query query = {.region = s->region, .day = s->day, .facts = facts, .flags = flags};
  return strcmp(s->question, "assess") == 0    ? zc_desk_assess(desk, &query, answer)
         : strcmp(s->question, "convert") == 0 ? zc_desk_convert(desk, &query, answer)
                                               : zc_desk_unit(desk, &query, answer);
}

static void expect_same(program *p, const char *answer) {
  program_expect_status(p, 0);
  CU_ASSERT_EQUAL_FATAL(p->out.length, strlen(answer));
  CU_ASSERT(memcmp(p->out.data, answer, p->out.length) == 0);
}

static zc_regions *regions;

static zc_desk *desk_new(void) {
  CU_ASSERT_EQUAL_FATAL(zc_regions_open(&regions, ZC_BUILD_DIR "/plugins", NULL, ZC_LANG_EN, NULL),
                        ZC_OK);
  zc_desk *desk = zc_desk_new(regions);
  CU_ASSERT_PTR_NOT_NULL_FATAL(desk);
  return desk;
}

static void answers_are_those_of_the_program(void) {
  zc_desk *desk = desk_new();
  program p = {0};
  char facts[4096];
  for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
    const sample *s = &samples[i];
    const char *answer = NULL;
    read_text(s->facts, facts, sizeof facts);
    CU_ASSERT_EQUAL_FATAL(ask(desk, s, facts, 0, &answer), ZC_OK);
    RUN(&p, s->question, "--region", s->region, "--as-of", s->day, "--facts", s->facts, "--format",
        "json");
    expect_same(&p, answer);
    CU_ASSERT_EQUAL_FATAL(ask(desk, s, facts, ZC_STRICT, &answer), ZC_OK);
    RUN(&p, s->question, "--region", s->region, "--as-of", s->day, "--facts", s->facts, "--format",
        "json", "--strict");
    expect_same(&p, answer);
  }
  program_free(&p);
  zc_desk_free(desk);
  zc_regions_close(regions);
}

static void a_calendar_is_that_of_the_program(void) {
  zc_desk *desk = desk_new();
  program p = {0};
  const char *answer = NULL;
  CU_ASSERT_EQUAL_FATAL(
      zc_desk_calendar(desk, "urumqi", 2023, "{\"review_start_date\": \"2023-09-15\"}", &answer),
      ZC_OK);
  RUN(&p, "calendar", "--region", "urumqi", "--year", "2023", "--format", "json", "--set",
      "review_start_date=2023-09-15");
  expect_same(&p, answer);
  program_free(&p);
  zc_desk_free(desk);
  zc_regions_close(regions);
}

void test_commands_embedded(CU_pSuite suite) {
  CU_add_test(suite, "answers are those of the program", answers_are_those_of_the_program);
  CU_add_test(suite, "a calendar is that of the program", a_calendar_is_that_of_the_program);
}
