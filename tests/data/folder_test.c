/* SPDX-License-Identifier: Apache-2.0 */
/* A deployment's own data, in the program, the library and SQLite's extension. */
#include "support/program.h"
#include "support/region.h"
#include "tests.h"
#include "zhicheng/zhicheng.h"

#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

#define HEAD     "# source: s\n# as of: 2026-12-01\n"
#define PLUGINS  ZC_BUILD_DIR "/plugins"
#define WORKDAYS HEAD "date,day,festival\n2027-01-01,off,元旦\n2027-01-04,off,x\n"

/* A configuration in a folder, whose data lies in the folder `d` below it. */
typedef struct place {
  char folder[64], data[72], config[80];
} place;

static void make_place(place *p) {
  folder_make(p->folder);
  snprintf(p->data, sizeof p->data, "%s/d", p->folder);
  snprintf(p->config, sizeof p->config, "%s/c.ini", p->folder);
  mkdir(p->data, 0777);
  folder_write(p->folder, "c.ini", "[zhicheng]\ndata = d\n");
}

static void remove_place(place *p) {
  folder_remove(p->data);
  folder_remove(p->folder);
}

#define CALENDAR "calendar", "--region", "urumqi", "--year", "2022", "--lang", "en"

static void the_calendar_knows_the_days_of_the_deployment(void) {
  program p = {0};
  place at;
  make_place(&at);
  RUN(&p, CALENDAR, "--set", "review_end_date=2026-12-31");
  program_expect_status(&p, 0);
  program_expect_out(&p, "the table of public holidays does not reach that far");
  folder_write(at.data, "workdays.csv", WORKDAYS);
  RUN(&p, CALENDAR, "--set", "review_end_date=2026-12-31", "--config", at.config);
  program_expect_status(&p, 0);
  CU_ASSERT_PTR_NULL(strstr(zc_buffer_text(&p.out), "does not reach that far"));
  RUN(&p, CALENDAR, "--set", "review_end_date=2027-12-31", "--config", at.config);
  program_expect_out(&p, "the table of public holidays does not reach that far");
  remove_place(&at);
  program_free(&p);
}

static void the_data_in_force_is_told(void) {
  program p = {0};
  place at;
  char line[256];
  make_place(&at);
  folder_write(at.data, "workdays.csv", WORKDAYS);
  RUN(&p, "regions", "--lang", "en");
  program_expect_out(&p,
                     "\npublic tables: divisions as of 2023-06-30 (built in), former divisions as "
                     "of 2023-06-30 (built in), holidays of 2020 to 2026 (built in)\n");
  RUN(&p, "regions", "--lang", "zh", "--config", at.config);
  snprintf(
      line, sizeof line,
      "\n公共数据：区划截至 2023-06-30（内置），已撤销的区划截至 2023-06-30（内置），节假日 2027 "
      "至 2027 年（%s/workdays.csv）\n",
      at.data);
  program_expect_out(&p, line);
  remove_place(&at);
  program_free(&p);
}

static void divisions_of_the_deployment_name_places(void) {
  program p = {0};
  place at;
  make_place(&at);
  folder_write(at.data, "divisions.csv",
               HEAD "code,name,level\n450000,甲,province\n"
                    "450199,新县,county\n450199001,新街,subdistrict\n");
  RUN(&p, "unit", "--config", at.config, "--region", "guangxi", "--set", "unit_division=450199001",
      "--as-of", "2021-06-01", "--lang", "en");
  program_expect_status(&p, 0);
  CU_ASSERT_EQUAL(p.err.length, 0);
  RUN(&p, "unit", "--config", at.config, "--region", "guangxi", "--set", "unit_division=450102",
      "--as-of", "2021-06-01", "--lang", "en");
  program_expect_err(&p, "the division code 450102 stands in no table");
  remove_place(&at);
  program_free(&p);
}

static void what_is_wrong_stops_everything(void) {
  program p = {0};
  place at;
  make_place(&at);
  RUN(&p, CALENDAR, "--config", at.config);
  program_expect_status(&p, 2);
  program_expect_err(&p, "d: error: the folder of data has none of divisions.csv");
  folder_write(at.data, "workdays.csv", WORKDAYS);
  folder_write(at.data, "divisions.csv", HEAD "code,name,level\n4,x,y\n");
  RUN(&p, CALENDAR, "--config", at.config);
  program_expect_status(&p, 2);
  program_expect_err(&p, "d/divisions.csv:4: error: '4' is no code of 6 or 9 digits");
  CU_ASSERT_EQUAL(p.out.length, 0);
  folder_write(at.data, "divisions.csv", HEAD "code,name,level\n450000,x,province\n");
  folder_write(at.data, "holidays.csv", "");
  RUN(&p, CALENDAR, "--config", at.config);
  program_expect_status(&p, 0);
  program_expect_err(&p, "warning: holidays.csv was not read: files of data are");
  folder_write(at.folder, "c.ini", "[zhicheng]\ndata = nowhere\n");
  RUN(&p, CALENDAR, "--config", at.config);
  program_expect_status(&p, 2);
  program_expect_err(&p, "c.ini:2: error: data: there is no directory");
  remove_place(&at);
  program_free(&p);
}

/* The digest of Guangxi's answers, read from what `regions` tells. */
static void digest_under(const place *at, char digest[72]) {
  zc_regions *regions = NULL;
  CU_ASSERT_EQUAL_FATAL(
      zc_regions_open(&regions, PLUGINS, at ? at->config : NULL, ZC_LANG_EN, NULL), ZC_OK);
  snprintf(digest, 72, "%s", zc_regions_find(regions, "guangxi")->digest);
  zc_regions_close(regions);
}

static char *copy_of(const char *path) {
  static char text[1 << 21];
  FILE *file = fopen(path, "rb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  text[fread(text, 1, sizeof text - 1, file)] = '\0';
  fclose(file);
  return text;
}

static void the_digest_follows_what_answers_depend_on(void) {
  char built_in[72], other[72];
  place at;
  make_place(&at);
  digest_under(NULL, built_in);
  folder_write(at.data, "workdays.csv", copy_of("core/data/workdays.csv"));
  folder_write(at.data, "divisions.csv", copy_of("core/data/divisions.csv"));
  folder_write(at.data, "former_divisions.csv",
               HEAD "code,name,since,became,source\n450199,x,2019,450102,s\n");
  digest_under(&at, other);
  CU_ASSERT_STRING_EQUAL(other, built_in);
  folder_write(at.data, "workdays.csv", WORKDAYS);
  digest_under(&at, other);
  CU_ASSERT_STRING_NOT_EQUAL(other, built_in);
  folder_write(at.data, "workdays.csv", copy_of("core/data/workdays.csv"));
  folder_write(at.data, "former_divisions.csv", HEAD "code,name,since,became,source\n");
  folder_write(at.data, "divisions.csv", HEAD "code,name,level\n450000,广西,province\n");
  digest_under(&at, other);
  CU_ASSERT_STRING_NOT_EQUAL(other, built_in);
  remove_place(&at);
}

/* The image's digest covers the data of the place where it answers. */
static void an_image_answers_with_the_data_of_its_place(void) {
  char path[96];
  program p = {0};
  place at;
  make_place(&at);
  folder_write(at.data, "workdays.csv", WORKDAYS);
  snprintf(path, sizeof path, "%s/guangxi.zcr", at.folder);
  RUN(&p, "image", "guangxi", "--config", at.config, "--out", path);
  program_expect_status(&p, 0);
  char first[69] = "";
  for (int own = 0; own < 2; own++) {
    RUN(&p, "regions", "--format", "json", "--plugins", own ? at.folder : PLUGINS, "--config",
        at.config);
    const char *text = strstr(zc_buffer_text(&p.out), "\"guangxi\"");
    const char *digest = strstr(text ? text : "", "sm3:");
    if (own)
      CU_ASSERT_NSTRING_EQUAL(digest ? digest : "", first, 68);
    snprintf(first, sizeof first, "%.68s", digest ? digest : "");
  }
  CU_ASSERT_NSTRING_EQUAL(first, "sm3:", 4);
  remove_place(&at);
  program_free(&p);
}

static void the_library_tells_of_codes_in_no_table(void) {
  zc_regions *regions = NULL;
  const char *answer = NULL;
  CU_ASSERT_EQUAL_FATAL(zc_regions_open(&regions, PLUGINS, NULL, ZC_LANG_EN, NULL), ZC_OK);
  zc_desk *desk = zc_desk_new(regions);
  zc_query query = {
      .region = "guangxi", .day = "2021-06-01", .facts = "{\"unit_division\": \"450199\"}"};
  CU_ASSERT_EQUAL(zc_desk_unit(desk, &query, &answer), ZC_OK);
  zc_test_contains(zc_desk_notes(desk),
                   "unit_division: the division code 450199 stands in no table");
  CU_ASSERT_STRING_EQUAL(zc_desk_message(desk), "");
  zc_test_contains(zc_desk_notes(desk), "450199");
  query.facts = "{\"unit_division\": \"450122\"}";
  CU_ASSERT_EQUAL(zc_desk_unit(desk, &query, &answer), ZC_OK);
  zc_test_contains(
      zc_desk_notes(desk),
      "unit_division: 450122 is a former division: 武鸣县, until 2015-02-16, now 450110 "
      "广西壮族自治区南宁市武鸣区 (国函〔2015〕36号)");
  query.facts = "{\"unit_division\": \"450122\", \"target_level\": \"deputy_senior\"}";
  CU_ASSERT_EQUAL(zc_desk_compare(desk, &query, ZC_ANSWER_JSON, &answer), ZC_OK);
  zc_test_contains(zc_desk_notes(desk), "450122 is a former division");
  query.facts = "{\"unit_division\": \"45\"}";
  CU_ASSERT_EQUAL(zc_desk_unit(desk, &query, &answer), ZC_BAD_INPUT);
  CU_ASSERT_STRING_EQUAL(zc_desk_notes(desk), "");
  query.facts = "{\"unit_division\": \"450110\"}";
  CU_ASSERT_EQUAL(zc_desk_unit(desk, &query, &answer), ZC_OK);
  CU_ASSERT_STRING_EQUAL(zc_desk_notes(desk), "");
  zc_desk_free(desk);
  zc_regions_close(regions);
}

static void the_extension_reads_the_deployments_data(void) {
  char sql[512], *digests[2] = {NULL, NULL};
  sqlite3 *db = NULL;
  place at;
  make_place(&at);
  folder_write(at.data, "workdays.csv", WORKDAYS);
  CU_ASSERT_EQUAL_FATAL(sqlite3_open(":memory:", &db), SQLITE_OK);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, NULL);
  CU_ASSERT_EQUAL_FATAL(sqlite3_load_extension(db, ZC_BUILD_DIR "/zhicheng_sqlite", NULL, NULL),
                        SQLITE_OK);
  for (int i = 0; i < 2; i++) {
    sqlite3_stmt *statement = NULL;
    snprintf(sql, sizeof sql,
             "SELECT json_extract(zc_answer('guangxi', '2021-06-01', '{}', 'unit'), "
             "'$.rules_digest') FROM (SELECT zc_plugins(NULL, %s%s%s) AS p) WHERE p > ''",
             i ? "'" : "", i ? at.config : "NULL", i ? "'" : "");
    CU_ASSERT_EQUAL_FATAL(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
    CU_ASSERT_EQUAL_FATAL(sqlite3_step(statement), SQLITE_ROW);
    digests[i] = sqlite3_mprintf("%s", sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
  }
  CU_ASSERT_NSTRING_EQUAL(digests[0], "sm3:", 4);
  CU_ASSERT_STRING_NOT_EQUAL(digests[0], digests[1]);
  sqlite3_free(digests[0]);
  sqlite3_free(digests[1]);
  sqlite3_close(db);
  remove_place(&at);
}

void test_data_folder(CU_pSuite suite) {
  CU_add_test(suite, "the calendar knows the working days of the deployment, and where they end",
              the_calendar_knows_the_days_of_the_deployment);
  CU_add_test(suite, "the data in force is told with its days and files",
              the_data_in_force_is_told);
  CU_add_test(suite, "divisions of the deployment take the place of those built in",
              divisions_of_the_deployment_name_places);
  CU_add_test(suite, "data that is wrong stops everything, and nothing of it is taken",
              what_is_wrong_stops_everything);
  CU_add_test(suite, "the digest changes with data that answers depend on, and only then",
              the_digest_follows_what_answers_depend_on);
  CU_add_test(suite, "an image answers with the data of its place",
              an_image_answers_with_the_data_of_its_place);
  CU_add_test(suite, "the library tells of codes in no table, and what became of them",
              the_library_tells_of_codes_in_no_table);
  CU_add_test(suite, "SQLite's extension reads the deployment's data",
              the_extension_reads_the_deployments_data);
}
