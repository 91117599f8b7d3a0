/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng batch: what is asked for by its options. */
#include "support/batch_bench.h"
#include "support/region.h"
#include "tests.h"

#include <stdio.h>

static void a_column_may_name_the_region(void) {
  static const char text[] = "where,id,track,target_level\n"
                             "guangxi,1,farmer,clerk\n"
                             "urumqi,2,farmer,clerk\n"
                             "nowhere,3,farmer,clerk\n"
                             "\"guangxi\",4,farmer,clerk\n";
  bench b;
  program p = {0};
  bench_make(&b, text, "csv");
  RUN(&p, "batch", "--region-column", "where", "--as-of", "2021-10-15", b.in, "--out", b.out);
  program_expect_status(&p, 0);
  EXPECT_ANSWERS(b.out, "where,id,verdict,mode,route,unmet,missing,digest\n"
                        "guangxi,1,ineligible,,,base.track,,\n"
                        "urumqi,2,ineligible,,,base.track,,\n"
                        "\"guangxi\",4,ineligible,,,base.track,,\n");
  EXPECT_FILE(b.rejects, "line,id,reason\n"
                         "4,3,\"\"\"nowhere\"\" is the id of no region that is loaded (`zhicheng "
                         "regions` lists them)\"\n");
  RUN(&p, "batch", "--region-column", "place", b.in, "--out", b.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "there is no column \"place\"");
  RUN(&p, "batch", b.in, "--out", b.out);
  program_expect_status(&p, 2);
  folder_remove(b.folder);
  program_free(&p);
}

/* In rows of both kinds: a name instead of the id, an id mistyped, none at all. */
static void a_region_that_is_none_is_named_and_the_one_meant(void) {
  static const char *const texts[] = {"in,id\n\"广西壮族自治区\",1\nGuanxi,2\n,3\n",
                                      "{\"in\": \"广西壮族自治区\", \"id\": 1}\n"
                                      "{\"in\": \"Guanxi\", \"id\": 2}\n"
                                      "{\"id\": 3}\n"};
  bench b;
  program p = {0};
  zc_buffer rejects = {0};
  for (int i = 0; i < 2; i++) {
    bench_make(&b, texts[i], "csv");
    RUN(&p, "batch", "--region-column", "in", "--as-of", "2021-10-15", b.in, "--out", b.out);
    program_expect_status(&p, 0);
    bench_read(&rejects, b.rejects);
    zc_test_contains(zc_buffer_text(&rejects),
                     "`zhicheng regions` lists them); did you mean 'guangxi'?");
    zc_test_contains(zc_buffer_text(&rejects), "2,\"\"\"Guanxi\"\" is the id of no region");
    zc_test_contains(zc_buffer_text(&rejects), "\"no region; write its id");
    folder_remove(b.folder);
  }
  zc_buffer_free(&rejects);
  program_free(&p);
}

static void the_summary_tells_days_without_documents_and_columns_that_are_kept(void) {
  bench b;
  program p = {0};
  bench_make(&b, "id,track,学校,note\n1,general,本科,x\n1,general,,\n2,farmer,,\n", "csv");
  RUN(&p, "batch", "--region", "guangxi", "--as-of", "2026-01-01", "--unique-id", b.in, "--out",
      b.out);
  program_expect_status(&p, 0);
  program_expect_err(&p, "           1  ineligible\n"
                         "           1  undetermined\n"
                         "           1      of these: no document on record speaks of the day\n"
                         "           1  rejected\n");
  program_expect_err(&p, "Columns that are no facts, kept as they are: 学校, note\n");
  folder_remove(b.folder);
  program_free(&p);
}

static void members_that_are_no_facts_are_told_with_the_fact_meant(void) {
  bench b;
  program p = {0};
  bench_make(&b,
             "{\"id\": 1, \"track\": \"general\", \"educaton\": \"bachelor\"}\n"
             "{\"id\": 2, \"note\": 1, \"educaton\": \"bachelor\"}\n"
             "{\"id\": 3, \"track\": \"nobody\", \"other\": 1}\n",
             "ndjson");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  program_expect_err(&p, "\nMembers that are no facts, kept as they are: educaton (is education "
                         "meant?), note\n");
  RUN(&p, URUMQI, "--lang", "zh", "--threads", "1", b.in, "--out", b.out);
  program_expect_err(&p, "\n不是事实、原样保留的成员：educaton（是否指 education？）、note\n");
  folder_remove(b.folder);
  program_free(&p);
}

static void members_beyond_twenty_are_told_as_more(void) {
  bench b;
  program p = {0};
  zc_buffer rows = {0};
  for (int i = 0; i < 9000; i++)
    zc_buffer_printf(&rows, "{\"id\": %d, \"member %d\": 1}\n", i, i / 400);
  bench_make(&b, zc_buffer_text(&rows), "ndjson");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  program_expect_err(&p, "kept as they are: member 0, member 1, member 2, ");
  program_expect_err(&p, "member 18, member 19 ...\n");
  zc_buffer_free(&rows);
  folder_remove(b.folder);
  program_free(&p);
}

static void a_file_without_names_of_columns_is_refused(void) {
  bench b;
  program p = {0};
  bench_make(&b, "1,general,clerk\n2,general,clerk\n", "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "in:1: error: no column is a fact");
  CU_ASSERT_FALSE(bench_has(b.out));
  folder_write(b.folder, "in", "id,note\n1,x\n");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  program_expect_err(&p, "in:1: warning: no column is a fact");
  folder_remove(b.folder);
  program_free(&p);
}

static void codes_in_no_table_are_told(void) {
  static const char *const texts[] = {
      "id,track,unit_division\n1,general,650199\n2,general,650102\n3,general,650199\n"
      "4,general,650102002003\n5,general,650102999003\n6,nobody,659999\n"
      "7,general,652101003\n",
      "{\"id\": 1, \"unit_division\": \"650199\"}\n"
      "{\"id\": 2, \"unit_division\": \"650102002003\"}\n"
      "{\"id\": 3, \"unit_division\": \"650102999003\"}\n"
      "{\"id\": 4, \"unit_division\": \"652101003\"}\n"};
  bench b;
  program p = {0};
  for (int i = 0; i < 2; i++) {
    bench_make(&b, texts[i], "csv");
    RUN(&p, URUMQI, b.in, "--out", b.out);
    program_expect_status(&p, 0);
    program_expect_err(&p, "\nDivision codes in no table, placed by their digits alone, whether a "
                           "subdistrict being unknown: 650199, 650102999003, "
                           "652101003 (吐鲁番市（县级）, until 2015-03-16, now 650402 "
                           "新疆维吾尔自治区吐鲁番市高昌区 (");
    RUN(&p, URUMQI, "--lang", "zh", b.in, "--out", b.out);
    program_expect_err(&p, "是否街道视为未知：650199、650102999003、652101003（吐鲁番市");
    folder_remove(b.folder);
  }
  program_free(&p);
}

static void repeated_ids_are_rejected(void) {
  static const char text[] = "id,track\n1,farmer\n2,farmer\n\"1\",farmer\n3,nobody\n3,farmer\n";
  bench b;
  program p = {0};
  bench_make(&b, text, "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out, "--unique-id");
  program_expect_status(&p, 0);
  EXPECT_ANSWERS(b.out, "id,verdict,mode,route,unmet,missing,digest\n"
                        "1,ineligible,,,base.track,,\n"
                        "2,ineligible,,,base.track,,\n"
                        "3,ineligible,,,base.track,,\n");
  EXPECT_FILE(b.rejects, "line,id,reason\n"
                         "4,1,the id 1 stands on line 2 already; keep one row\n"
                         "5,3,\"column B \"\"track\"\": \"\"nobody\"\" is no value of track; it is "
                         "one of general, targeted, farmer, green\"\n");
  program_expect_err(&p, "           3  ineligible\n           0  undetermined\n"
                         "           2  rejected\n");
  folder_remove(b.folder);
  program_free(&p);
}

static void facts_of_all_rows_are_set_once(void) {
  static const char text[] = "id\n1\n";
  bench b;
  program p = {0};
  bench_make(&b, text, "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out, "--set", "track=farmer");
  program_expect_status(&p, 0);
  EXPECT_ANSWERS(b.out, "id,verdict,mode,route,unmet,missing,digest\n"
                        "1,ineligible,,,base.track,,\n");
  folder_write(b.folder, "in", "id,track\n1,farmer\n");
  RUN(&p, URUMQI, b.in, "--out", b.out, "--set", "track=farmer");
  program_expect_status(&p, 2);
  program_expect_err(&p, "track has a column in the file");
  folder_remove(b.folder);
  program_free(&p);
}

static void findings_are_listed_on_demand(void) {
  static const char text[] = "id,track,target_level\n1,farmer,clerk\n";
  bench b;
  program p = {0};
  bench_make(&b, text, "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out, "--explain");
  EXPECT_ANSWERS(
      b.out,
      "id,verdict,mode,route,unmet,missing,digest,findings\n"
      "1,ineligible,,,base.track,,,base.track=unmet base.place=met "
      "base.applicant=met base.level_up=met base.clerk=unknown base.assistant=not_applicable "
      "base.intermediate=not_applicable "
      "base.deputy_senior=not_applicable "
      "base.full_senior=not_applicable\n");
  folder_remove(b.folder);
  program_free(&p);
}

static void sqlite_has_rows_and_their_rulings(void) {
  zc_buffer text = {0}, got = {0};
  bench b;
  char line[1024];
  bench_rows(&text, 9000);
  bench_make_bytes(&b, text.data, text.length, "db");
  snprintf(line, sizeof line,
           "%s batch --region urumqi --as-of 2022-10-10 --explain %s --out %s 2>/dev/null && "
           "%s batch --region urumqi --as-of 2022-10-10 %s --out %s/out.csv 2>/dev/null",
           PROGRAM, b.in, b.out, PROGRAM, b.in, b.folder);
  CU_ASSERT_EQUAL(bench_shell(line), 0);
  snprintf(line, sizeof line,
           "cd %s && sqlite3 -csv -header out.db 'select * from decisions' | tr -d '\\r\"' | sort "
           ">a && tr -d '\"' <out.csv | sort >b && cmp a b",
           b.folder);
  CU_ASSERT_EQUAL(bench_shell(line), 0);
  snprintf(line, sizeof line,
           "cd %s && test \"$(sqlite3 out.db \"select count(distinct id) from rows join "
           "findings using (ruling) where state = 'unmet' and rule = 'base.clerk'\")\" = "
           "\"$(sqlite3 out.db \"select count(*) from decisions where ' ' || unmet || ' ' like "
           "'%% base.clerk %%'\")\"",
           b.folder);
  CU_ASSERT_EQUAL(bench_shell(line), 0);
  zc_buffer_free(&text);
  zc_buffer_free(&got);
  folder_remove(b.folder);
}

static void usage_is_checked(void) {
  static const char text[] = "id,track,verdict\n1,farmer,x\n";
  bench b;
  program p = {0};
  bench_make(&b, text, "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "\"verdict\" is a column of the result");
  RUN(&p, URUMQI, "--out", b.out, "--threads", "0");
  program_expect_status(&p, 2);
  program_expect_err(&p, "name one input file");
  program_expect_err(&p, "--threads: '0'");
  RUN(&p, URUMQI, b.in, "--out", "out.txt");
  program_expect_status(&p, 2);
  RUN(&p, URUMQI, b.in, "--out", b.out, "--encoding", "latin1");
  program_expect_status(&p, 2);
  RUN(&p, URUMQI, "/nowhere", "--out", b.out);
  program_expect_status(&p, 2);
  folder_write(b.folder, "in", "");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "there is nothing in it");
  folder_write(b.folder, "in", "track\nfarmer\n");
  RUN(&p, URUMQI, b.in, "--out", b.out, "--unique-id");
  program_expect_status(&p, 2);
  CU_ASSERT(!bench_has(b.out));
  folder_remove(b.folder);
  program_free(&p);
}

void test_batch_batch(CU_pSuite suite) {
  CU_add_test(suite, "a region that is none is named, and the one that was meant",
              a_region_that_is_none_is_named_and_the_one_meant);
  CU_add_test(suite, "the summary tells days without documents, and columns that are kept",
              the_summary_tells_days_without_documents_and_columns_that_are_kept);
  CU_add_test(suite, "a column may name the region of each row", a_column_may_name_the_region);
  CU_add_test(suite, "members that are no facts are told, with the fact that is meant",
              members_that_are_no_facts_are_told_with_the_fact_meant);
  CU_add_test(suite, "members beyond twenty are told as more",
              members_beyond_twenty_are_told_as_more);
  CU_add_test(suite, "a file without names of columns is refused",
              a_file_without_names_of_columns_is_refused);
  CU_add_test(suite, "division codes in no table are told", codes_in_no_table_are_told);
  CU_add_test(suite, "a row whose id stood before is rejected", repeated_ids_are_rejected);
  CU_add_test(suite, "facts of all rows are set once", facts_of_all_rows_are_set_once);
  CU_add_test(suite, "findings are listed on demand", findings_are_listed_on_demand);
  CU_add_test(suite, "SQLite has the rows and their rulings", sqlite_has_rows_and_their_rulings);
  CU_add_test(suite, "usage is checked, and an error makes no file", usage_is_checked);
}
