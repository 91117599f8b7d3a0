/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng batch: a day for each row. */
#include "support/batch_bench.h"
#include "support/region.h"
#include "tests.h"

#include <stdio.h>
#include <string.h>

#define GUANGXI "batch", "--region", "guangxi"

static void each_row_is_asked_about_on_its_own_day(void) {
  bench b;
  program p = {0};
  bench_make(&b,
             "id,when,track,target_level\n1,2021-10-15,farmer,clerk\n2,2019-01-01,general,clerk\n"
             "3,2021-13-15,farmer,clerk\n4,,farmer,clerk\n5,\"2021-10-15\",farmer,clerk\n"
             "6,2021/10/15,nobody,clerk\n",
             "csv");
  RUN(&p, GUANGXI, "--as-of-column", "when", b.in, "--out", b.out);
  program_expect_status(&p, 0);
  EXPECT_ANSWERS(b.out, "when,id,verdict,mode,route,unmet,missing,digest\n"
                        "2021-10-15,1,ineligible,,,base.track,,\n"
                        "2019-01-01,2,undetermined,,,,,\n"
                        "\"2021-10-15\",5,ineligible,,,base.track,,\n");
  EXPECT_FILE(b.rejects,
              "line,id,reason\n"
              "4,3,\"when: there is no day '2021-13-15', or it lies outside 1900-01-01 to "
              "2199-12-31\"\n"
              "5,4,when: the day asked about is missing; it is written like 2024-06-29\n"
              "7,6,\"when: '2021/10/15' is no date; it is written like 2024-06-29; "
              "\"\"nobody\"\" is no word of track; use one of general, targeted, farmer, "
              "green\"\n");
  program_expect_err(&p, "           1      of these: no document on record speaks of the day\n");
  CU_ASSERT_PTR_NULL(strstr(zc_buffer_text(&p.err), "no facts"));
  folder_remove(b.folder);
  program_free(&p);
}

/* The first and the last day of the calendar, those beyond them, New Year, and a leap day. */
static void the_ends_of_the_calendar_are_days(void) {
  bench b;
  program p = {0};
  bench_make(&b,
             "id,when,track\n1,1900-01-01,farmer\n2,2199-12-31,farmer\n3,1899-12-31,farmer\n"
             "4,2200-01-01,farmer\n5,2020-12-31,farmer\n6,2020-01-01,farmer\n7,2019-12-31,farmer\n"
             "8,2024-02-29,farmer\n9,2023-02-29,farmer\n",
             "csv");
  RUN(&p, GUANGXI, "--as-of-column", "when", b.in, "--out", b.out);
  program_expect_status(&p, 0);
  EXPECT_ANSWERS(b.out, "when,id,verdict,mode,route,unmet,missing,digest\n"
                        "1900-01-01,1,ineligible,,,base.track,,\n"
                        "2199-12-31,2,ineligible,,,base.track,,\n"
                        "2020-12-31,5,ineligible,,,base.track,,\n"
                        "2020-01-01,6,ineligible,,,base.track,,\n"
                        "2019-12-31,7,ineligible,,,base.track,,\n"
                        "2024-02-29,8,ineligible,,,base.track,,\n");
  zc_buffer text = {0};
  bench_read(&text, b.rejects);
  zc_test_contains(zc_buffer_text(&text), "4,3,\"when: there is no day '1899-12-31'");
  zc_test_contains(zc_buffer_text(&text), "5,4,\"when: there is no day '2200-01-01'");
  zc_test_contains(zc_buffer_text(&text), "10,9,\"when: there is no day '2023-02-29'");
  zc_buffer_free(&text);
  folder_remove(b.folder);
  program_free(&p);
}

/* Applications of a row lie in the year of its own day or later (a1). */
static void an_application_belongs_to_the_year_of_its_row(void) {
  bench b;
  program p = {0};
  bench_make(&b,
             "id,when,track,application_date\n1,2024-01-01,farmer,2023-12-31\n"
             "2,2023-12-31,farmer,2023-12-31\n3,2023-12-31,farmer,2024-01-01\n"
             "4,2023-12-31,farmer,2023-01-01\n5,2023-01-01,farmer,2022-12-31\n",
             "csv");
  RUN(&p, GUANGXI, "--as-of-column", "when", b.in, "--out", b.out);
  program_expect_status(&p, 0);
  EXPECT_ANSWERS(b.out, "when,id,verdict,mode,route,unmet,missing,digest\n"
                        "2023-12-31,2,ineligible,,,base.track,,\n"
                        "2023-12-31,3,ineligible,,,base.track,,\n"
                        "2023-12-31,4,ineligible,,,base.track,,\n");
  zc_buffer text = {0};
  bench_read(&text, b.rejects);
  zc_test_contains(zc_buffer_text(&text), "2,1,");
  zc_test_contains(zc_buffer_text(&text), "application_date (2023-12-31) lies in a year before");
  zc_test_contains(zc_buffer_text(&text), "6,5,");
  zc_buffer_free(&text);
  folder_remove(b.folder);
  program_free(&p);
}

static void members_name_the_day_too(void) {
  bench b;
  program p = {0};
  bench_make(&b,
             "{\"id\": 1, \"as_of\": \"2021-10-15\", \"track\": \"farmer\"}\n"
             "{\"id\": 2, \"as_of\": \"2019-01-01\", \"track\": \"general\"}\n"
             "{\"id\": 3, \"as_of\": 2021, \"track\": \"farmer\"}\n"
             "{\"id\": 4, \"track\": \"farmer\"}\n",
             "ndjson");
  RUN(&p, GUANGXI, "--as-of-column", "as_of", "--explain", b.in, "--out", b.out);
  program_expect_status(&p, 0);
  zc_buffer text = {0};
  bench_read(&text, b.out);
  zc_test_contains(zc_buffer_text(&text), "{\"as_of\":\"2021-10-15\",\"id\":1,\"verdict\":\"inel");
  zc_test_contains(zc_buffer_text(&text), "{\"as_of\":\"2019-01-01\",\"id\":2,\"verdict\":\"und");
  zc_test_contains(zc_buffer_text(&text), "\"as_of\":\"2019-01-01\",\"counted_to\"");
  bench_read(&text, b.rejects);
  zc_test_contains(zc_buffer_text(&text), "3,3,\"as_of is to be a text like");
  zc_test_contains(zc_buffer_text(&text), "4,4,as_of: the day asked about is missing");
  zc_buffer_free(&text);
  folder_remove(b.folder);
  program_free(&p);
}

static void a_column_as_of_is_refused_without_the_option(void) {
  bench b;
  program p = {0};
  bench_make(&b, "id,as_of,track\n1,2021-10-15,farmer\n", "csv");
  RUN(&p, GUANGXI, b.in, "--out", b.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "there is a column as_of, and nothing says that each row has its own day; "
                         "add --as-of-column as_of");
  RUN(&p, GUANGXI, "--as-of", "2021-10-15", "--as-of-column", "as_of", b.in, "--out", b.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "give --as-of or --as-of-column, not both");
  RUN(&p, GUANGXI, "--as-of-column", "day", b.in, "--out", b.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "--as-of-column: there is no column \"day\"");
  RUN(&p, GUANGXI, "--as-of-column", "track", b.in, "--out", b.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "--as-of-column: 'track' is the fact track");
  RUN(&p, "batch", "--region-column", "as_of", "--as-of-column", "as_of", b.in, "--out", b.out);
  program_expect_status(&p, 2);
  folder_write(b.folder, "in", "{\"id\": 1, \"as_of\": \"2021-10-15\"}\n{\"id\": 2}\n");
  RUN(&p, GUANGXI, "--lang", "zh", b.in, "--out", b.out);
  program_expect_status(&p, 0);
  program_expect_err(&p, "           1  退回\n");
  EXPECT_FILE(b.rejects, "line,id,reason\n1,1,有成员 as_of，而没有说每行各问一天；请加 "
                         "--as-of-column as_of，或给这个成员改名\n");
  folder_remove(b.folder);
  program_free(&p);
}

/* ---- the same as one by one ---- */

enum { DAYS = 5 };
static const char *const days[DAYS] = {"2021-10-15", "2022-10-10", "2024-03-01", "2019-06-30",
                                       "2023-12-31"};

/* The lines of the file that begin with the day, and the header. */
static void keep_day(zc_buffer *out, const char *text, const char *day) {
  const char *line = text;
  zc_buffer_clear(out);
  for (const char *end; (end = strchr(line, '\n')); line = end + 1)
    if (line == text || strncmp(line, day, strlen(day)) == 0)
      zc_buffer_add(out, line, (size_t)(end + 1 - line));
}

/* Two days of the first rows are many, so that they have engines, the others few; every day comes
 * again. */
static const char *day_of(unsigned row) {
  return row % 7 < 3 ? days[0] : row % 7 < 6 ? days[1] : days[2 + row / 7 % (DAYS - 2)];
}

static void put_days(zc_buffer *out, const char *rows) {
  unsigned row = 0;
  const char *line = rows;
  for (const char *end; (end = strchr(line, '\n')); line = end + 1, row++) {
    zc_buffer_printf(out, "%s,", row == 0 ? "when" : day_of(row));
    zc_buffer_add(out, line, (size_t)(end + 1 - line));
  }
}

static void answers_are_those_of_each_day_alone(void) {
  bench b;
  program p = {0};
  zc_buffer rows = {0}, dated = {0}, all = {0}, part = {0}, alone = {0};
  bench_rows(&rows, 10000);
  put_days(&dated, zc_buffer_text(&rows));
  bench_make(&b, zc_buffer_text(&dated), "csv");
  RUN(&p, GUANGXI, "--as-of-column", "when", "--threads", "3", b.in, "--out", b.out);
  program_expect_status(&p, 0);
  bench_read(&all, b.out);
  for (int i = 0; i < DAYS; i++) {
    keep_day(&part, zc_buffer_text(&dated), days[i]);
    folder_write(b.folder, "in", zc_buffer_text(&part));
    RUN(&p, GUANGXI, "--as-of", days[i], b.in, "--out", b.out);
    program_expect_status(&p, 0);
    bench_read(&alone, b.out);
    keep_day(&part, zc_buffer_text(&all), days[i]);
    CU_ASSERT_STRING_EQUAL(zc_buffer_text(&part), zc_buffer_text(&alone));
    CU_ASSERT(part.length > 100 * strlen("2021-10-15,1,eligible\n"));
  }
  zc_buffer *const buffers[] = {&rows, &dated, &all, &part, &alone};
  for (size_t i = 0; i < sizeof buffers / sizeof buffers[0]; i++)
    zc_buffer_free(buffers[i]);
  folder_remove(b.folder);
  program_free(&p);
}

void test_batch_days(CU_pSuite suite) {
  CU_add_test(suite, "each row is asked about on its own day",
              each_row_is_asked_about_on_its_own_day);
  CU_add_test(suite, "the ends of the calendar, New Year and leap days are days of rows",
              the_ends_of_the_calendar_are_days);
  CU_add_test(suite, "an application belongs to the year of its row, or a later one",
              an_application_belongs_to_the_year_of_its_row);
  CU_add_test(suite, "members name the day, too", members_name_the_day_too);
  CU_add_test(suite, "a column as_of is refused without the option",
              a_column_as_of_is_refused_without_the_option);
  CU_add_test(suite, "answers are those of each day alone, in the order of the file",
              answers_are_those_of_each_day_alone);
}
