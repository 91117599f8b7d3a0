/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng batch and assess: dates of which only the month or the year is known. */
#include "support/batch_bench.h"
#include "support/region.h"
#include "tests.h"

#include <stdio.h>

/* Four years as assistant are asked for on 2023-07-15. */
#define PERSON                                                                                     \
  "targeted,intermediate,bachelor,assistant,451229,public_institution,false,0,true,false"
static const char csv[] =
    "id,current_title_date,months_in_current_title,track,target_level,education,"
    "current_title_level,unit_division,unit_nature,civil_servant,pilot_county_months,"
    "exam_passed,applied_other_track_this_year\n"
    "1,2019-06,," PERSON "\n"
    "2,2019-07,," PERSON "\n"
    "3,2019-08,," PERSON "\n"
    "4,2019,," PERSON "\n"
    "5,2019,48," PERSON "\n"
    "6,2019,60," PERSON "\n"
    "7,2024,," PERSON "\n"
    "8,2019-13,," PERSON "\n"
    "9,2019-07-01,," PERSON "\n";

static const char ndjson[] =
    "{\"id\":\"2\",\"current_title_date\":\"2019-07\",\"track\":\"targeted\",\"target_level\":"
    "\"intermediate\",\"education\":\"bachelor\",\"current_title_level\":\"assistant\","
    "\"unit_division\":\"451229\",\"unit_nature\":\"public_institution\",\"civil_servant\":false,"
    "\"pilot_county_months\":0,\"exam_passed\":true}\n"
    "{\"id\":\"3\",\"current_title_date\":\"2019-07-16\",\"track\":\"targeted\"}\n";

static void answer(bench *b, program *p, const char *precision) {
  RUN(p, "batch", "--region", "guangxi", "--as-of", "2023-07-15", b->in, "--out", b->out,
      precision ? "--month-precision" : "--strict", precision ? precision : NULL);
  program_expect_status(p, 0);
}

static void rows_are_open_where_the_day_decides(void) {
  bench b;
  program p = {0};
  bench_make(&b, csv, "csv");
  RUN(&p, "batch", "--region", "guangxi", "--as-of", "2023-07-15", b.in, "--out", b.out);
  program_expect_status(&p, 0);
  EXPECT_ANSWERS(b.out, "id,verdict,mode,route,unmet,missing,digest\n"
                        "1,eligible,review,base.intermediate,gx.early,,\n"
                        "2,undetermined,,,gx.early,current_title_date,\n"
                        "3,ineligible,,,base.intermediate gx.early gx.edu.mid,,\n"
                        "4,undetermined,,,gx.early,current_title_date,\n"
                        "5,eligible,review,base.intermediate,gx.early,,\n"
                        "9,eligible,review,base.intermediate,gx.early,,\n");
  EXPECT_FILE(b.rejects,
              "line,id,reason\n"
              "7,6,\"months_in_current_title is 60, but from current_title_date (2019) to "
              "2023-07-15 there are 42-54 full months; correct or remove one of them\"\n"
              "8,7,\"current_title_date (2024) lies after the day asked about, 2023-07-15; correct "
              "it, or ask for a later day with --as-of\"\n"
              "9,8,\"column B \"\"current_title_date\"\": \"\"2019-13\"\" is no value of "
              "current_title_date; there is no such day, or it lies outside 1900 to 2199\"\n");
  folder_remove(b.folder);
  program_free(&p);
}

static void a_precision_decides_for_all_rows(void) {
  bench b;
  program p = {0};
  bench_make(&b, csv, "csv");
  answer(&b, &p, "first");
  EXPECT_ANSWERS(b.out, "id,verdict,mode,route,unmet,missing,digest\n"
                        "1,eligible,review,base.intermediate,gx.early,,\n"
                        "2,eligible,review,base.intermediate,gx.early,,\n"
                        "3,ineligible,,,base.intermediate gx.early gx.edu.mid,,\n"
                        "4,eligible,review,base.intermediate,gx.early,,\n"
                        "5,eligible,review,base.intermediate,gx.early,,\n"
                        "9,eligible,review,base.intermediate,gx.early,,\n");
  answer(&b, &p, "last");
  EXPECT_ANSWERS(b.out, "id,verdict,mode,route,unmet,missing,digest\n"
                        "1,eligible,review,base.intermediate,gx.early,,\n"
                        "2,ineligible,,,base.intermediate gx.early gx.edu.mid,,\n"
                        "3,ineligible,,,base.intermediate gx.early gx.edu.mid,,\n"
                        "4,ineligible,,,base.intermediate gx.early gx.edu.mid,,\n"
                        "5,eligible,review,base.intermediate,gx.early,,\n"
                        "9,eligible,review,base.intermediate,gx.early,,\n");
  RUN(&p, "batch", "--region", "guangxi", b.in, "--out", b.out, "--month-precision", "middle");
  program_expect_status(&p, 2);
  program_expect_err(&p, "--month-precision: 'middle' is neither first nor last");
  folder_remove(b.folder);
  program_free(&p);
}

static void rows_of_ndjson_too_with_the_day_in_the_answer(void) {
  bench b;
  program p = {0};
  zc_buffer out = {0};
  char to[300];
  bench_make(&b, ndjson, "ndjson");
  snprintf(to, sizeof to, "%s/out.ndjson", b.folder);
  RUN(&p, "batch", "--region", "guangxi", "--as-of", "2023-07-15", b.in, "--out", to, "--explain");
  program_expect_status(&p, 0);
  bench_read(&out, to);
  zc_test_contains(zc_buffer_text(&out), "\"verdict\":\"undetermined\"");
  zc_test_contains(zc_buffer_text(&out),
                   "\"months_in_current_title\",\"value\":null,\"low\":47,\"high\":48,");
  RUN(&p, "batch", "--region", "guangxi", "--as-of", "2023-07-15", b.in, "--out", to, "--explain",
      "--month-precision", "last");
  program_expect_status(&p, 0);
  bench_read(&out, to);
  zc_test_contains(zc_buffer_text(&out), "\"current_title_date\":\"2019-07-31\"");
  zc_test_contains(zc_buffer_text(&out), "\"verdict\":\"ineligible\"");
  zc_buffer_free(&out);
  folder_remove(b.folder);
  program_free(&p);
}

static void the_configuration_may_say_it(void) {
  static const char *const facts[] = {"track=targeted", "target_level=intermediate",
                                      "current_title_date=2019-07"};
  char folder[64], file[80];
  program p = {0};
  folder_make(folder);
  snprintf(file, sizeof file, "%s/c.ini", folder);
  folder_write(folder, "c.ini", "[zhicheng]\nmonth_precision = last\n");
  RUN(&p, "assess", "--region", "guangxi", "--as-of", "2023-07-15", "--format", "json", "--config",
      file, "--set", facts[0], "--set", facts[1], "--set", facts[2]);
  program_expect_status(&p, 0);
  program_expect_out(&p, "\"current_title_date\":\"2019-07-31\"");
  RUN(&p, "convert", "--region", "guangxi", "--as-of", "2023-07-15", "--format", "json", "--config",
      file, "--month-precision", "first", "--set", "held_title_date=2019");
  program_expect_out(&p, "\"held_title_date\":\"2019-01-01\"");
  folder_write(folder, "c.ini", "[zhicheng]\nmonth_precision = mid\n");
  RUN(&p, "regions", "--config", file);
  program_expect_status(&p, 2);
  program_expect_err(&p, "c.ini:2: error: month_precision: 'mid' is no value: it is first or last");
  folder_remove(folder);
  program_free(&p);
}

void test_batch_partial_date(CU_pSuite suite) {
  CU_add_test(suite, "rows are open where the day decides", rows_are_open_where_the_day_decides);
  CU_add_test(suite, "a precision decides for all rows", a_precision_decides_for_all_rows);
  CU_add_test(suite, "rows of NDJSON too, with the day in the answer",
              rows_of_ndjson_too_with_the_day_in_the_answer);
  CU_add_test(suite, "the configuration may say it", the_configuration_may_say_it);
}
