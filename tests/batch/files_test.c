/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng batch: files that cannot be what they are named for, and where output must not go. */
#include "support/batch_bench.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char right[] = "id,track,note\n1,farmer,x\n";

static int has_text(const char *path, const char *text) {
  char got[4096];
  FILE *file = fopen(path, "rb");
  size_t length = file ? fread(got, 1, sizeof got - 1, file) : 0;
  got[length] = '\0';
  if (file)
    fclose(file);
  return file && strstr(got, text);
}

/* The file is refused for the reason, and nothing is written. */
static void refuse(const char *text, const char *ending, const char *reason) {
  bench f;
  program p = {0};
  bench_make(&f, text, ending);
  RUN(&p, URUMQI, f.in, "--out", f.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, reason);
  CU_ASSERT(!bench_has(f.out));
  CU_ASSERT(!bench_has(f.rejects));
  folder_remove(f.folder);
  program_free(&p);
}

/* ---- where output must not go ---- */

static void no_output_takes_the_place_of_the_input(void) {
  bench f;
  program p = {0};
  char link_path[96];
  bench_make(&f, "", "csv");
  snprintf(link_path, sizeof link_path, "%s/link.csv", f.folder);
  folder_write(f.folder, "out.csv", right);
  folder_write(f.folder, "out.csv.reject.csv", right);
  CU_ASSERT_EQUAL_FATAL(symlink("out.csv", link_path), 0);
  RUN(&p, URUMQI, f.out, "--out", f.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "this is the input, and the answers would take its place");
  RUN(&p, URUMQI, f.out, "--out", link_path);
  program_expect_status(&p, 2);
  RUN(&p, URUMQI, f.rejects, "--out", f.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "name another file with --reject");
  RUN(&p, URUMQI, f.rejects, "--out", link_path, "--reject", f.rejects);
  program_expect_status(&p, 2);
  CU_ASSERT(has_text(f.out, right));
  CU_ASSERT(has_text(f.rejects, right));
  folder_remove(f.folder);
  program_free(&p);
}

static void answers_and_rejected_rows_need_two_files(void) {
  bench f;
  program p = {0};
  char other[96];
  bench_make(&f, right, "csv");
  snprintf(other, sizeof other, "%s/./out.csv", f.folder);
  RUN(&p, URUMQI, f.in, "--out", f.out, "--reject", other);
  program_expect_status(&p, 2);
  program_expect_err(&p, "--out and --reject are the same file");
  CU_ASSERT(!bench_has(f.out));
  folder_remove(f.folder);
  program_free(&p);
}

/* SQLite would take the log for one of the new file. */
static void a_database_in_use_is_left_alone(void) {
  static const char *const endings[] = {"wal", "journal"};
  for (int i = 0; i < 2; i++) {
    bench f;
    program p = {0};
    char name[32];
    bench_make(&f, right, "db");
    snprintf(name, sizeof name, "out.db-%s", endings[i]);
    folder_write(f.folder, "out.db", "SQLite format 3, old");
    folder_write(f.folder, name, "log");
    RUN(&p, URUMQI, f.in, "--out", f.out);
    program_expect_status(&p, 4);
    program_expect_err(&p, name);
    program_expect_err(&p, "the database that was there is in use");
    CU_ASSERT(has_text(f.out, "SQLite format 3, old"));
    folder_remove(f.folder);
    program_free(&p);
  }
}

/* ---- files of others ---- */

static void a_file_that_is_no_output_is_replaced_by_force_alone(void) {
  static const char *const forms[] = {"csv", "ndjson", "db", "xlsx"};
  for (int i = 0; i < 4; i++) {
    bench f;
    program p = {0};
    char name[16];
    bench_make(&f, right, forms[i]);
    snprintf(name, sizeof name, "out.%s", forms[i]);
    folder_write(f.folder, name, "my notes\n");
    RUN(&p, URUMQI, f.in, "--out", f.out);
    program_expect_status(&p, 2);
    program_expect_err(&p, "is no output of zhicheng batch");
    CU_ASSERT(has_text(f.out, "my notes\n"));
    folder_write(f.folder, name, "");
    for (int again = 0; again < 2; again++) {
      RUN(&p, URUMQI, f.in, "--out", f.out);
      program_expect_status(&p, 0);
    }
    folder_remove(f.folder);
    program_free(&p);
  }
}

static void a_database_keeps_what_else_it_holds(void) {
  bench f;
  program p = {0};
  char line[512];
  bench_make(&f, right, "db");
  snprintf(line, sizeof line, "sqlite3 %s 'CREATE TABLE mine(a); INSERT INTO mine VALUES(7)'",
           f.out);
  CU_ASSERT_EQUAL_FATAL(system(line), 0);
  for (int again = 0; again < 2; again++) {
    RUN(&p, URUMQI, f.in, "--out", f.out);
    program_expect_status(&p, 0);
    snprintf(line, sizeof line,
             "test \"$(sqlite3 %s 'SELECT a, (SELECT count(*) > 0 FROM decisions) FROM mine')\" = "
             "'7|1'",
             f.out);
    CU_ASSERT_EQUAL(system(line), 0);
  }
  snprintf(line, sizeof line, "rm %s; sqlite3 %s 'CREATE TABLE rows(a)'", f.out, f.out);
  CU_ASSERT_EQUAL(system(line), 0);
  RUN(&p, URUMQI, f.in, "--out", f.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "decisions of others");
  folder_remove(f.folder);
  program_free(&p);
}

static void rejected_rows_are_no_workbook(void) {
  bench f;
  program p = {0};
  bench_make(&f, right, "csv");
  RUN(&p, URUMQI, f.in, "--out", f.out, "--reject", "rejected.xlsx");
  program_expect_status(&p, 2);
  program_expect_err(&p, "rejected rows are written as CSV");
  folder_remove(f.folder);
  program_free(&p);
}

/* ---- names of columns ---- */

static void columns_of_the_result_have_their_names_alone(void) {
  refuse("id,track,ruling\n1,farmer,x\n", "db", "\"ruling\" is a column of the result");
  refuse("id,track,Verdict\n1,farmer,x\n", "db", "\"Verdict\" is a column of the result");
  refuse("id,track,answer\n1,farmer,x\n", "ndjson", "\"answer\" is a column of the result");
  refuse("id,track,missing_exact\n1,farmer,x\n", "ndjson", "\"missing_exact\" is a column");
}

static void columns_without_a_name_get_their_number(void) {
  bench f;
  program p = {0};
  bench_make(&f, "id,,track,\n1,x,farmer,y\n", "ndjson");
  RUN(&p, URUMQI, f.in, "--out", f.out);
  program_expect_status(&p, 0);
  CU_ASSERT(has_text(f.out, "{\"column 2\":\"x\",\"column 4\":\"y\",\"id\":\"1\","));
  folder_remove(f.folder);
  program_free(&p);
  refuse("id,,Column 2\n1,x,farmer\n", "db", "column 2 has no name, and column 3 is named");
}

static void more_columns_than_sqlite_has_are_refused(void) {
  zc_buffer text = {0};
  zc_buffer_puts(&text, "id,track");
  for (int i = 0; i < 2500; i++)
    zc_buffer_printf(&text, ",c%d", i);
  zc_buffer_putc(&text, '\n');
  refuse(zc_buffer_text(&text), "db", "there are 2507 columns to write, and SQLite has 2000");
  zc_buffer_free(&text);
}

static void a_file_without_known_columns_is_refused(void) {
  bench f;
  program p = {0};
  bench_make(&f, "id|track|target_level\n1|farmer|clerk\n", "csv");
  RUN(&p, URUMQI, f.in, "--out", f.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "no column is a fact");
  folder_write(f.folder, "in", "id\n1\n");
  RUN(&p, URUMQI, f.in, "--out", f.out, "--set", "track=farmer");
  program_expect_status(&p, 0);
  CU_ASSERT(strstr(zc_buffer_text(&p.err), "warning") == NULL);
  folder_remove(f.folder);
  program_free(&p);
}

/* ---- what is no file of rows ---- */

static void files_of_another_kind_are_refused(void) {
  zc_buffer text = {0};
  refuse("id,track\r1,farmer\r2,farmer\r", "csv", "a column name has a carriage return");
  refuse("\n [\n {\"id\": 1, \"track\": \"farmer\"}\n]\n", "csv", "this is a JSON array");
  for (int i = 0; i < 220000; i++)
    zc_buffer_puts(&text, "id,track,");
  refuse(zc_buffer_text(&text), "csv", "the line of column names is too long");
  zc_buffer_free(&text);
}

static void a_mark_says_what_the_encoding_is(void) {
  bench f;
  program p = {0};
  bench_make(&f, "\x84\x31\x95\x33id,track\n1,farmer\n", "csv");
  RUN(&p, URUMQI, f.in, "--out", f.out, "--encoding", "gb18030", "--unique-id");
  program_expect_status(&p, 0);
  CU_ASSERT(has_text(f.out, "id,verdict"));
  folder_write(f.folder, "in", "\xEF\xBB\xBFid,track\n1,farmer\n");
  RUN(&p, URUMQI, f.in, "--out", f.out, "--encoding", "gb18030");
  program_expect_status(&p, 2);
  program_expect_err(&p, "says that it is UTF-8 and not gb18030");
  folder_remove(f.folder);
  program_free(&p);
}

/* ---- reasons ---- */

static void link_plugin(const char *folder, const char *from, const char *name) {
  char path[256];
  char *whole = realpath(from, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL(whole);
  snprintf(path, sizeof path, "%s/%s", folder, name);
  CU_ASSERT_EQUAL_FATAL(symlink(whole, path), 0);
  free(whole);
}

/* A fact and a word that only the region of the row has. */
static void reasons_are_in_the_words_of_the_regions(void) {
  bench f;
  program p = {0};
  bench_make(&f,
             "{\"in\": \"template\", \"id\": 1, \"template.training_hours\": \"x\"}\n"
             "{\"in\": \"template\", \"id\": 2, \"unit_kind\": \"template.teaching_poin\"}\n",
             "csv");
  link_plugin(f.folder, ZC_BUILD_DIR "/plugins/guangxi.so", "guangxi.so");
  link_plugin(f.folder, ZC_BUILD_DIR "/plugins/guangxi", "guangxi");
  link_plugin(f.folder, ZC_BUILD_DIR "/template/template.so", "template.so");
  link_plugin(f.folder, ZC_BUILD_DIR "/template/template", "template");
  RUN(&p, "batch", "--plugins", f.folder, "--region-column", "in", f.in, "--out", f.out);
  program_expect_status(&p, 0);
  CU_ASSERT(has_text(f.rejects, "2,\"\"\"template.teaching_poin\"\" is no word of unit_kind; did "
                                "you mean \"\"template.teaching_point\"\"?\"\n"));
  CU_ASSERT(has_text(f.rejects, "1,template.training_hours must be a whole number") ||
            has_text(f.rejects, "1,\"template.training_hours must be a whole number"));
  folder_remove(f.folder);
  program_free(&p);
}

/* A plugin for each city of the country: copies of a small one, under names of the same length. */
static void there_may_be_hundreds_of_regions(void) {
  enum { REGIONS = 300 };
  zc_buffer text = {0};
  char line[512];
  bench f;
  program p = {0};
  for (int i = 0; i < REGIONS; i++)
    zc_buffer_printf(&text, "{\"in\": \"n%04d\", \"track\": \"general\"}\n", i);
  bench_make(&f, zc_buffer_text(&text), "csv");
  snprintf(line, sizeof line,
           "from=$PWD/" ZC_BUILD_DIR "/bad_plugins/duplicate_region/north; cd %s;"
           "for i in $(seq -w 0 %d); do LC_ALL=C sed s/north/n0$i/g $from.so >n0$i.so && "
           "ln -s $from n0$i || exit 1; done",
           f.folder, REGIONS - 1);
  CU_ASSERT_EQUAL_FATAL(bench_shell(line), 0);
  RUN(&p, "batch", "--plugins", f.folder, "--region-column", "in", f.in, "--out", f.out);
  program_expect_status(&p, 0);
  program_expect_err(&p, "         300  ineligible");
  CU_ASSERT(!bench_has(f.rejects));
  zc_buffer_free(&text);
  folder_remove(f.folder);
  program_free(&p);
}

static void numbers_and_nesting_beyond_measure_are_named(void) {
  zc_buffer text = {0};
  bench f;
  program p = {0};
  zc_buffer_puts(&text, "{\"id\": 123456789012345678901234567890}\n{\"x\": ");
  for (int i = 0; i < 5000; i++)
    zc_buffer_putc(&text, '[');
  zc_buffer_puts(&text, "\n{\"id\": 1, \"\xE7\xBC\x96\xE5\x8F\xB7\": 2}\n");
  bench_make(&f, zc_buffer_text(&text), "csv");
  RUN(&p, URUMQI, f.in, "--out", f.out);
  program_expect_status(&p, 0);
  CU_ASSERT(has_text(f.rejects, "1,,\"near column 37: the number is too large"));
  CU_ASSERT(has_text(f.rejects, "2,,near column 2054: the brackets are nested too deep"));
  CU_ASSERT(has_text(f.rejects, "3,1,\"the id (named id or \xE7\xBC\x96\xE5\x8F\xB7, not both)"));
  zc_buffer_free(&text);
  folder_remove(f.folder);
  program_free(&p);
}

void test_batch_files(CU_pSuite suite) {
  CU_add_test(suite, "a file that is no output is replaced by force alone",
              a_file_that_is_no_output_is_replaced_by_force_alone);
  CU_add_test(suite, "a database keeps what else it holds", a_database_keeps_what_else_it_holds);
  CU_add_test(suite, "rejected rows are no workbook", rejected_rows_are_no_workbook);
  CU_add_test(suite, "no output takes the place of the input",
              no_output_takes_the_place_of_the_input);
  CU_add_test(suite, "answers and rejected rows need two files",
              answers_and_rejected_rows_need_two_files);
  CU_add_test(suite, "a database in use is left alone", a_database_in_use_is_left_alone);
  CU_add_test(suite, "columns of the result have their names alone",
              columns_of_the_result_have_their_names_alone);
  CU_add_test(suite, "columns without a name get their number",
              columns_without_a_name_get_their_number);
  CU_add_test(suite, "more columns than SQLite has are refused",
              more_columns_than_sqlite_has_are_refused);
  CU_add_test(suite, "a file without known columns is refused",
              a_file_without_known_columns_is_refused);
  CU_add_test(suite, "there may be hundreds of regions", there_may_be_hundreds_of_regions);
  CU_add_test(suite, "files of another kind are refused for what they are",
              files_of_another_kind_are_refused);
  CU_add_test(suite, "a mark at the start says what the encoding is",
              a_mark_says_what_the_encoding_is);
  CU_add_test(suite, "a row is rejected in the words of its region",
              reasons_are_in_the_words_of_the_regions);
  CU_add_test(suite, "numbers and nesting beyond measure are named",
              numbers_and_nesting_beyond_measure_are_named);
}
