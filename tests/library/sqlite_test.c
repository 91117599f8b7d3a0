/* SPDX-License-Identifier: Apache-2.0 */
/* SQLite's extension, loaded into a connection of this process. */
#include "support/region.h"
#include "tests.h"

#include <sqlite3.h>
#include <string.h>

#define EXTENSION ZC_BUILD_DIR "/zhicheng_sqlite"
#define DAY       "'guangxi', '2021-10-15', "
#define DOCTOR                                                                                     \
  "json_object('track', 'targeted', 'series', 'health', 'target_level', 'deputy_senior', "         \
  "'education', 'junior_college', 'current_title_level', 'intermediate', 'current_title_track', "  \
  "'general', 'months_in_current_title', 60, 'unit_division', '451229', 'unit_level', "            \
  "'township', 'unit_nature', 'public_institution', 'exam_score', 60, 'targeted_exam_pass_line', " \
  "55, 'series_exam_mode', "                                                                       \
  "'exam_and_review', 'applied_other_track_this_year', "                                           \
  "json('false'))"

static sqlite3 *open_with_extension(void) {
  sqlite3 *db = NULL;
  char *message = NULL;
  CU_ASSERT_EQUAL_FATAL(sqlite3_open(":memory:", &db), SQLITE_OK);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, NULL);
  if (sqlite3_load_extension(db, EXTENSION, NULL, &message) != SQLITE_OK) {
    printf("\n%s\n", message);
    CU_FAIL_FATAL("the extension cannot be loaded");
  }
  return db;
}

/* All rows of the statement, values separated by '|', rows by line ends; an error as its message.
 */
typedef struct shown {
  char text[16384];
} shown;

static void show(sqlite3_stmt *statement, shown *out) {
  size_t length = strlen(out->text);
  for (int i = 0; i < sqlite3_column_count(statement); i++) {
    const unsigned char *value = sqlite3_column_text(statement, i);
    length += (size_t)snprintf(out->text + length, sizeof out->text - length, "%s%s",
                               i > 0 ? "|" : "", value ? (const char *)value : "NULL");
    CU_ASSERT_FATAL(length < sizeof out->text);
  }
  strcat(out->text, "\n");
}

static shown run(sqlite3 *db, const char *sql) {
  shown out = {""};
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
  while (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
    show(statement, &out);
    code = SQLITE_OK;
  }
  if (code != SQLITE_DONE)
    snprintf(out.text, sizeof out.text, "%s", sqlite3_errmsg(db));
  sqlite3_finalize(statement);
  return out;
}

static void expect(sqlite3 *db, const char *sql, const char *wanted) {
  shown got = run(db, sql);
  if (strcmp(got.text, wanted) != 0)
    printf("\n%s\nwanted %sgot    %s\n", sql, wanted, got.text);
  CU_ASSERT(strcmp(got.text, wanted) == 0);
}

static void expect_part(sqlite3 *db, const char *sql, const char *part) {
  zc_test_contains(run(db, sql).text, part);
}

static void verdict_and_route_of_a_person(void) {
  sqlite3 *db = open_with_extension();
  expect(db, "SELECT zc_verdict(" DAY DOCTOR "), zc_route(" DAY DOCTOR ")",
         "eligible|gx.edu.deputy\n");
  expect(db, "SELECT zc_verdict(" DAY "'{}'), zc_route(" DAY "'{}')", "undetermined|NULL\n");
  expect(db, "SELECT zc_verdict(" DAY "json_set(" DOCTOR ", '$.exam_score', 20))", "ineligible\n");
  sqlite3_close(db);
}

static void a_null_argument_gives_null(void) {
  sqlite3 *db = open_with_extension();
  expect(db,
         "SELECT zc_verdict(NULL, '2021-10-15', '{}'), zc_verdict('guangxi', NULL, '{}'), "
         "zc_answer(" DAY "NULL), zc_route(" DAY "NULL), zc_bool(NULL)",
         "NULL|NULL|NULL|NULL|NULL\n");
  expect(db, "SELECT count(*) FROM zc_findings(" DAY "NULL)", "0\n");
  expect(db, "SELECT zc_verdict(" DAY "json_object('education', NULL)) = zc_verdict(" DAY "'{}')",
         "1\n");
  sqlite3_close(db);
}

static void truth_values_are_made_of_0_and_1(void) {
  sqlite3 *db = open_with_extension();
  expect(db, "SELECT json_object('a', zc_bool(1), 'b', zc_bool(0), 'c', zc_bool(NULL))",
         "{\"a\":true,\"b\":false,\"c\":null}\n");
  expect(db, "SELECT zc_bool(2)", "zc_bool takes 0, 1 or NULL");
  expect(db, "SELECT zc_bool('1')", "zc_bool takes 0, 1 or NULL");
  expect_part(db, "SELECT zc_verdict(" DAY "json_object('ethics_passed', 1))",
              "at /ethics_passed: error: ");
  sqlite3_close(db);
}

static void an_answer_is_json_for_sql(void) {
  sqlite3 *db = open_with_extension();
  expect(db,
         "SELECT json_extract(a, '$.question'), json_extract(a, '$.route') FROM "
         "(SELECT zc_answer(" DAY DOCTOR ") AS a)",
         "assess|gx.edu.deputy\n");
  expect(db, "SELECT json_array_length(zc_answer(" DAY "'{}', 'unit'), '$.missing') > 0", "1\n");
  expect(db,
         "SELECT json_extract(zc_answer(" DAY "json_object('held_title_track', 'general', "
         "'purpose', 'stay', 'held_title_region', 'guangxi'), 'convert'), '$.result')",
         "valid\n");
  expect(db, "SELECT json_type(json_object('a', zc_answer(" DAY "'{}')), '$.a')", "object\n");
  expect(db, "SELECT zc_answer(" DAY "'{}', 'asses')",
         "the question of zc_answer is 'assess', 'convert' or 'unit'");
  sqlite3_close(db);
}

static void findings_are_rows(void) {
  sqlite3 *db = open_with_extension();
  expect(db,
         "SELECT rule, kind, state, clauses FROM zc_findings(" DAY DOCTOR
         ") WHERE rule IN ('base.place', 'gx.edu.deputy')",
         "base.place|scope|met|\ngx.edu.deputy|route|met|gx.edu.deputy\n");
  expect(db,
         "SELECT (SELECT group_concat(rule) FROM zc_findings(" DAY DOCTOR ")) = "
         "(SELECT group_concat(json_extract(value, '$.rule')) FROM json_each(zc_answer(" DAY DOCTOR
         "), '$.findings'))",
         "1\n");
  expect(db, "SELECT region, day, facts, typeof(text_zh) FROM zc_findings(" DAY "'{}') LIMIT 1",
         "guangxi|2021-10-15|{}|text\n");
  expect(db, "SELECT count(*) FROM zc_findings(" DAY "'{}') WHERE day = '2021-10-15' AND day > '3'",
         "0\n");
  sqlite3_close(db);
}

static void findings_join_with_a_table_of_people(void) {
  sqlite3 *db = open_with_extension();
  expect(db, "CREATE TABLE person(name, score, region)", "");
  expect(db,
         "INSERT INTO person VALUES('Li', 20, 'guangxi'), ('Wu', 60, 'guangxi'), "
         "('Na', 60, NULL)",
         "");
  expect(db,
         "SELECT name, f.rule, zc_verdict(p.region, '2021-10-15', facts) FROM person p, "
         "zc_findings(p.region, '2021-10-15', json_set(" DOCTOR ", '$.exam_score', score)) f "
         "WHERE f.state = 'unmet' AND f.kind <> 'route'",
         "Li|gx.exam_line|ineligible\n");
  sqlite3_close(db);
}

static void errors_are_errors_of_sql_with_our_words(void) {
  sqlite3 *db = open_with_extension();
  expect(db, "SELECT zc_verdict(" DAY "'{\"educaton\": 1}')",
         "1:2: at /educaton: error: there is no fact named \"educaton\"; did you mean "
         "\"education\"?");
  expect_part(db, "SELECT * FROM zc_findings('guangxy', '2021-10-15', '{}')",
              "error: no region 'guangxy'; did you mean guangxi?");
  expect_part(db, "SELECT zc_answer('guangxi', '15.10.2021', '{}')", "'15.10.2021' is no date");
  expect_part(db, "SELECT zc_verdict('guangxi' || char(0), '2021-10-15', '{}')", "has a NUL");
  expect_part(db, "SELECT * FROM zc_findings('guangxi', '2021-10-15' || char(0) || '7', '{}')",
              "has a NUL");
  expect_part(db, "SELECT zc_verdict(" DAY "'')", "error: ");
  expect_part(db, "SELECT zc_verdict(" DAY "x'00ff7b')", "error: ");
  expect(db, "SELECT * FROM zc_findings('guangxi', '2021-10-15')",
         "zc_findings takes three arguments: region, day, facts");
  expect(db, "SELECT * FROM zc_findings", "zc_findings takes three arguments: region, day, facts");
  expect_part(db, "SELECT zc_verdict('guangxi')", "wrong number of arguments");
  /* and the connection goes on */
  expect(db, "SELECT zc_verdict(" DAY "'{}')", "undetermined\n");
  sqlite3_close(db);
}

static void the_folder_of_the_plugins_may_be_chosen(void) {
  sqlite3 *db = open_with_extension();
  expect_part(db, "SELECT zc_plugins()", "/plugins\n");
  expect_part(db, "SELECT zc_plugins('/nowhere')",
              "/nowhere: error: the directory of plugins cannot be read");
  expect(db, "SELECT zc_verdict(" DAY "'{}')", "undetermined\n");
  expect(db, "SELECT zc_plugins('" ZC_BUILD_DIR "/bad_plugins/bad_condition')",
         ZC_BUILD_DIR "/bad_plugins/bad_condition\n");
  expect_part(db, "SELECT zc_verdict('north', '2024-01-01', '{}')", "the plugin of region north");
  /* A row that is being read keeps the rules it is of. */
  expect_part(db, "SELECT zc_plugins(NULL)", "/plugins\n");
  expect(db,
         "SELECT length(zc_plugins('" ZC_BUILD_DIR "/bad_plugins/bad_condition')) > 0, rule FROM "
         "zc_findings(" DAY "'{}') LIMIT 2 OFFSET 1",
         "1|base.place\n1|base.applicant\n");
  sqlite3_close(db);
}

static void choosing_plugins_is_left_to_the_user(void) {
  sqlite3 *db = open_with_extension();
  expect(db, "CREATE VIEW v AS SELECT zc_plugins('/tmp')", "");
  expect_part(db, "SELECT * FROM v", "unsafe use of zc_plugins()");
  expect(db, "CREATE TABLE t(facts, verdict AS (zc_verdict(" DAY "facts)))", "");
  expect(db, "INSERT INTO t VALUES('{}'), (NULL)", "");
  expect(db, "SELECT verdict FROM t", "undetermined\nNULL\n");
  sqlite3_close(db);
}

static void connections_share_nothing(void) {
  sqlite3 *first = open_with_extension(), *second = open_with_extension();
  expect(first, "SELECT zc_plugins('" ZC_BUILD_DIR "/bad_plugins/bad_condition') > ''", "1\n");
  expect(second, "SELECT zc_verdict(" DAY "'{}')", "undetermined\n");
  sqlite3_close(first);
  expect(second, "SELECT zc_verdict(" DAY "'{}')", "undetermined\n");
  sqlite3_close(second);
}

/* SQLite refuses to put new functions in the place of those of a statement that runs. */
static void loading_it_twice_is_harmless(void) {
  sqlite3 *db = open_with_extension();
  sqlite3_stmt *statement = NULL;
  char *message = NULL;
  CU_ASSERT_EQUAL(sqlite3_load_extension(db, EXTENSION, NULL, NULL), SQLITE_OK);
  CU_ASSERT_EQUAL_FATAL(
      sqlite3_prepare_v2(db, "SELECT rule FROM zc_findings(" DAY "'{}')", -1, &statement, NULL),
      SQLITE_OK);
  CU_ASSERT_EQUAL(sqlite3_step(statement), SQLITE_ROW);
  CU_ASSERT_EQUAL(sqlite3_load_extension(db, EXTENSION, NULL, &message), SQLITE_ERROR);
  zc_test_contains(message, "active statements");
  sqlite3_free(message);
  CU_ASSERT_EQUAL(sqlite3_step(statement), SQLITE_ROW);
  sqlite3_finalize(statement);
  sqlite3_close(db);
}

void test_library_sqlite(CU_pSuite suite) {
  CU_add_test(suite, "loading it twice is harmless", loading_it_twice_is_harmless);
  CU_add_test(suite, "verdict and route of a person", verdict_and_route_of_a_person);
  CU_add_test(suite, "a NULL argument gives NULL", a_null_argument_gives_null);
  CU_add_test(suite, "truth values are made of 0 and 1", truth_values_are_made_of_0_and_1);
  CU_add_test(suite, "an answer is JSON for SQL", an_answer_is_json_for_sql);
  CU_add_test(suite, "findings are rows", findings_are_rows);
  CU_add_test(suite, "findings join with a table of people", findings_join_with_a_table_of_people);
  CU_add_test(suite, "errors are errors of SQL with our words",
              errors_are_errors_of_sql_with_our_words);
  CU_add_test(suite, "the folder of the plugins may be chosen",
              the_folder_of_the_plugins_may_be_chosen);
  CU_add_test(suite, "choosing plugins is left to the user", choosing_plugins_is_left_to_the_user);
  CU_add_test(suite, "connections share nothing", connections_share_nothing);
}
