/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng batch: rows come in, and answers out in their order. */
#include "support/batch_bench.h"
#include "tests.h"

#include <stdio.h>
#include <string.h>

static void answers_stand_in_the_order_of_the_file(void) {
  static const char text[] = "id,note,track,target_level,education,current_title_level,"
                             "specialty_months\n"
                             "a,\"x, \"\"y\"\"\",general,clerk,bachelor,none,12\n"
                             "b,,general,clerk,junior_middle,none,12\n"
                             "\"c\",z,general,clerk,bachelor,none,\n";
  bench b;
  program p = {0};
  bench_make(&b, text, "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out, "--set", "civil_servant=false");
  program_expect_status(&p, 0);
  EXPECT_ANSWERS(b.out, "note,id,verdict,mode,route,unmet,missing,digest\n"
                        "\"x, \"\"y\"\"\",a,eligible,review,base.clerk,,,\n"
                        ",b,ineligible,,,base.clerk,,\n"
                        "z,\"c\",undetermined,,,,specialty_months,\n");
  CU_ASSERT(!bench_has(b.rejects));
  program_expect_err(&p, "rows: 3, in ");
  program_expect_err(&p, "           1  base.clerk");
  folder_remove(b.folder);
  program_free(&p);
}

static void add_rows(zc_buffer *text, const char *row, unsigned count) {
  for (unsigned i = 0; i < count; i++)
    zc_buffer_puts(text, row);
}

/* Every kind of bad row: line number and reason, and what is right around it goes on. */
static void exactly_the_bad_rows_are_rejected(void) {
  static const char good[] = "1,n,general,clerk,bachelor,12\n";
  zc_buffer text = {0}, rejects = {0};
  bench b;
  program p = {0};
  zc_buffer_puts(&text, bench_header);
  add_rows(&text, good, 1);
  zc_buffer_puts(&text, "2,,general,clerk,bachelor,twelve\n");  /* 3: type */
  zc_buffer_puts(&text, "3,,general,clerk,bachelors,1201\n");   /* 4: word and range */
  zc_buffer_puts(&text, "4,,general\n");                        /* 5: few */
  zc_buffer_puts(&text, "5,,general,clerk,bachelor,12,\n");     /* 6: many */
  zc_buffer_puts(&text, "6,\xC3(,general,clerk,bachelor,12\n"); /* 7: bytes */
  zc_buffer_puts(&text, "\n");                                  /* 8: empty */
  zc_buffer_add(&text, "8,\0,general,clerk,bachelor,12\n", 30); /* 9: NUL */
  add_rows(&text, good, 1);
  zc_buffer_puts(&text, "9,\"two\nlines\",general,clerk,bachelor,12\n"); /* 11 and 12: right */
  zc_buffer_puts(&text, "10,\"open,general,clerk,bachelor,12\n");        /* 13: quote */
  zc_buffer_puts(&text, "11,");                                          /* 14: long */
  add_rows(&text, "xxxxxxxxxx", 1000000);
  zc_buffer_puts(&text, ",general,clerk,bachelor,12\n12,\""); /* 15: long, quoted */
  add_rows(&text, "yyyyyyyy\n", 200000);
  zc_buffer_puts(&text, "\",general,clerk,bachelor,12\n");
  add_rows(&text, good, 1);                            /* 200016 */
  zc_buffer_puts(&text, "13,,general,clerk,bachelor"); /* 200017: the end of the file */
  bench_make_bytes(&b, text.data, text.length, "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  EXPECT_FILE(
      b.rejects,
      "line,id,reason\n"
      "3,2,\"column F \"\"specialty_months\"\": \"\"twelve\"\" is no value of specialty_months; "
      "it is a number of months or years, such as 63个月 or 5年3个月\"\n"
      "4,3,\"column E \"\"education\"\": \"\"bachelors\"\" is no value of education; it is one "
      "of none, junior_middle, high_school, junior_college, bachelor, master, doctor; did you mean "
      "\"\"bachelor\"\" (bachelor)?; column F \"\"specialty_months\"\": \"\"1201\"\" is no "
      "value of specialty_months; it lies between 0 and 1200\"\n"
      "5,,fewer fields than the header has; add the commas that are missing\n"
      "6,,more fields than the header has; put a field that has commas in quotes\n"
      "7,,bytes that are no text in the file's encoding; correct them\n"
      "9,,the row has a NUL; remove it\n"
      "13,,\"a quote is not closed, or text stands behind the closing one; close it, and write a "
      "quote inside a field twice\"\n"
      "14,,the row is longer than 1 MiB; shorten it\n"
      "15,,the row is longer than 1 MiB; shorten it\n"
      "200017,,fewer fields than the header has; add the commas that are missing\n");
  bench_read(&rejects, b.out);
  unsigned lines = 0;
  for (size_t i = 0; i < rejects.length; i++)
    lines += rejects.data[i] == '\n';
  CU_ASSERT_EQUAL(lines, 1 + 4 + 1); /* header, four right rows, one with a line break inside */
  zc_buffer_free(&rejects);
  zc_buffer_free(&text);
  folder_remove(b.folder);
  program_free(&p);
}

static void encodings_and_line_ends_make_no_difference(void) {
  static const char body[] =
      "\xE7\xBC\x96\xE5\x8F\xB7,track,target_level,\xE5\xAD\xA6\xE5\x8E\x86,n\n"
      "1,general,clerk,bachelor,\xE5\xAD\xA6\n";
  static const char gb[] = "\xB1\xE0\xBA\xC5,track,target_level,\xD1\xA7\xC0\xFA,n\n"
                           "1,general,clerk,bachelor,\xD1\xA7\n";
  static const char mark[] = "\xEF\xBB\xBF";
  zc_buffer forms[4] = {{0}};
  zc_buffer first = {0}, got = {0};
  zc_buffer_puts(&forms[0], body);
  zc_buffer_puts(&forms[1], mark);
  zc_buffer_puts(&forms[1], body);
  for (const char *at = body; *at != '\0'; at++) {
    zc_buffer_puts(&forms[2], *at == '\n' ? "\r" : "");
    zc_buffer_putc(&forms[2], *at);
  }
  zc_buffer_puts(&forms[3], gb);
  for (int i = 0; i < 4; i++) {
    bench b;
    program p = {0};
    bench_make_bytes(&b, forms[i].data, forms[i].length, "csv");
    RUN(&p, URUMQI, b.in, "--out", b.out);
    program_expect_status(&p, 0);
    bench_read(i == 0 ? &first : &got, b.out);
    if (i > 0)
      CU_ASSERT_STRING_EQUAL(zc_buffer_text(&got), zc_buffer_text(&first));
    RUN(&p, URUMQI, b.in, "--out", b.out, "--encoding", i == 3 ? "gb18030" : "utf-8");
    bench_read(&got, b.out);
    CU_ASSERT_STRING_EQUAL(zc_buffer_text(&got), zc_buffer_text(&first));
    folder_remove(b.folder);
    program_free(&p);
    zc_buffer_free(&forms[i]);
  }
  CU_ASSERT(strstr(zc_buffer_text(&first), "\xE5\xAD\xA6,1,undetermined,") != NULL);
  zc_buffer_free(&first);
  zc_buffer_free(&got);
}

static void a_pipe_and_threads_make_no_difference(void) {
  char line[1024];
  zc_buffer text = {0}, one = {0}, piped = {0};
  bench b;
  bench_rows(&text, 20000);
  bench_make_bytes(&b, text.data, text.length, "csv");
  snprintf(line, sizeof line,
           "%s batch --region urumqi --as-of 2022-10-10 --threads 1 %s --out %s 2>/dev/null",
           PROGRAM, b.in, b.out);
  CU_ASSERT_EQUAL(bench_shell(line), 0);
  bench_read(&one, b.out);
  CU_ASSERT(one.length > 1000000);
  snprintf(line, sizeof line,
           "cat %s | %s batch --region urumqi --as-of 2022-10-10 --threads 3 - --out %s "
           "2>/dev/null",
           b.in, PROGRAM, b.out);
  CU_ASSERT_EQUAL(bench_shell(line), 0);
  bench_read(&piped, b.out);
  CU_ASSERT_EQUAL(piped.length, one.length);
  CU_ASSERT(memcmp(piped.data, one.data, one.length) == 0);
  zc_buffer_free(&text);
  zc_buffer_free(&one);
  zc_buffer_free(&piped);
  folder_remove(b.folder);
}

static void ndjson_goes_in_and_out(void) {
  static const char text[] =
      "{\"id\": 7, \"track\": \"general\", \"target_level\": \"clerk\", \"education\": "
      "\"bachelor\", \"specialty_months\": 12, \"current_title_level\": \"none\", "
      "\"civil_servant\": false, \"note\": {\"a\": [1, null]}}\n"
      "{\"track\": \"general\", \"specialty_months\": \"12\", \"education\": \"best\"}\n"
      "[1]\n"
      "{\"id\": \"x\", \"track\": \"farmer\", \"verdict\": 1}\n"
      "{\"id\": \"y\", \"track\": \"farmer\"}\n";
  bench b;
  program p = {0};
  bench_make(&b, text, "ndjson");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  EXPECT_ANSWERS(b.out,
                 "{\"note\":{\"a\":[1,null]},\"id\":7,\"verdict\":\"eligible\",\"mode\":\"review\","
                 "\"route\":\"base.clerk\",\"unmet\":[],\"missing\":[],\"missing_exact\":true,"
                 "\"digest\":\"\"}\n"
                 "{\"id\":\"y\",\"verdict\":\"ineligible\",\"mode\":null,\"route\":null,\"unmet\":"
                 "[\"base.track\"],\"missing\":[],\"missing_exact\":true,\"digest\":\"\"}\n");
  EXPECT_FILE(b.rejects,
              "line,id,reason\n"
              "2,2,\"specialty_months must be a whole number such as 36, without quotes, point or "
              "exponent; found \"\"12\"\"; \"\"best\"\" is no word of education; use one of "
              "none, junior_middle, high_school, junior_college, bachelor, master, doctor\"\n"
              "3,,\"this line is no JSON object; one looks like {\"\"id\"\": \"\"1\"\", "
              "\"\"track\"\": \"\"general\"\"}\"\n"
              "4,x,\"the id (named id or \xE7\xBC\x96\xE5\x8F\xB7, not both) is a text or a whole "
              "number, and no member that is kept is named like "
              "one of the result, such as verdict; correct it\"\n");
  folder_remove(b.folder);
  program_free(&p);
}

static void a_file_without_rows_has_its_header(void) {
  bench b;
  program p = {0};
  bench_make(&b, bench_header, "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  EXPECT_FILE(b.out, "note,id,verdict,mode,route,unmet,missing,digest\n");
  folder_remove(b.folder);
  program_free(&p);
}

static void blank_lines_are_skipped_and_counted(void) {
  zc_buffer text = {0};
  bench b;
  program p = {0};
  add_rows(&text, "\r\n", 200000);
  zc_buffer_puts(&text, bench_header);
  zc_buffer_puts(&text, "1,n,general,clerk,bachelor,12\n\n");
  add_rows(&text, "\n", 200000);
  zc_buffer_puts(&text, "2,n,general,clerk,bachelor\n"); /* 400003 */
  bench_make_bytes(&b, text.data, text.length, "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  program_expect_err(&p, "rows: 2, in ");
  program_expect_err(&p, "      400001  blank lines, skipped");
  EXPECT_FILE(b.rejects,
              "line,id,reason\n"
              "400004,,fewer fields than the header has; add the commas that are missing\n");
  zc_buffer_free(&text);
  folder_remove(b.folder);
  program_free(&p);
}

/* The first ten are written, the rest is counted; a right row ends the run. */
static void a_run_of_equal_rejects_is_counted(void) {
  static const char few[] = ",,fewer fields than the header has; add the commas that are missing\n";
  zc_buffer text = {0}, wanted = {0};
  bench b;
  program p = {0};
  zc_buffer_puts(&text, bench_header);
  add_rows(&text, "x\n", 50000);
  zc_buffer_puts(&text, "1,n,general,clerk,bachelor,12\n");
  add_rows(&text, "x\n", 11);
  bench_make_bytes(&b, text.data, text.length, "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  zc_buffer_puts(&wanted, "line,id,reason\n");
  for (int i = 0; i < 10; i++)
    zc_buffer_printf(&wanted, "%d%s", i + 2, few);
  zc_buffer_puts(&wanted, "12-50001,,the same on 49990 more lines\n");
  for (int i = 0; i < 10; i++)
    zc_buffer_printf(&wanted, "%d%s", i + 50003, few);
  zc_buffer_puts(&wanted, "50013-50013,,the same on 1 more lines\n");
  EXPECT_FILE(b.rejects, zc_buffer_text(&wanted));
  zc_buffer_free(&wanted);
  zc_buffer_free(&text);
  folder_remove(b.folder);
  program_free(&p);
}

static void ndjson_whose_first_lines_are_wrong_stays_ndjson(void) {
  bench b;
  program p = {0};
  bench_make(&b, "people of 2021\n\n[1, 2]\n{\"id\": \"a\", \"track\": \"general\"}\n", "ndjson");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  program_expect_err(&p, "rows: 3, in ");
  program_expect_err(&p, "           2  rejected");
  folder_remove(b.folder);
  bench_make(&b, "id,track\n{3F2504E0-4F89},general\n", "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  program_expect_err(&p, "rows: 1, in ");
  program_expect_err(&p, "           0  rejected");
  folder_remove(b.folder);
  program_free(&p);
}

void test_batch_reading(CU_pSuite suite) {
  CU_add_test(suite, "blank lines are skipped and counted", blank_lines_are_skipped_and_counted);
  CU_add_test(suite, "a run of equal rejects is counted", a_run_of_equal_rejects_is_counted);
  CU_add_test(suite, "NDJSON whose first lines are wrong stays NDJSON",
              ndjson_whose_first_lines_are_wrong_stays_ndjson);
  CU_add_test(suite, "answers stand in the order of the file, behind what is kept",
              answers_stand_in_the_order_of_the_file);
  CU_add_test(suite, "exactly the bad rows are rejected, with line and reason",
              exactly_the_bad_rows_are_rejected);
  CU_add_test(suite, "encodings and line ends make no difference",
              encodings_and_line_ends_make_no_difference);
  CU_add_test(suite, "a pipe and threads make no difference",
              a_pipe_and_threads_make_no_difference);
  CU_add_test(suite, "NDJSON goes in and out", ndjson_goes_in_and_out);
  CU_add_test(suite, "a file without rows has its header alone",
              a_file_without_rows_has_its_header);
}
