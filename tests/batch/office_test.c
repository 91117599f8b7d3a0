/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng batch: files as offices have them are answered as the same people in the facts' own
 * words. */
#include "support/batch_bench.h"
#include "support/region.h"
#include "tests.h"

#include <stdio.h>
#include <string.h>

#define GUANGXI "batch", "--region", "guangxi", "--as-of", "2021-10-15"

static const char canonical[] =
    "id,education,current_title_level,current_title_track,"
    "current_title_date,target_level,series,specialty_months\n"
    "1,bachelor,intermediate,,2015-07-01,deputy_senior,school_teacher,144\n"
    "2,junior_college,assistant,targeted,2016-07-01,intermediate,"
    "school_teacher,100\n"
    "3,high_school,none,,,assistant,,66\n";

static const char *const forms[] = {
    "XX县2021年度职称申报人员汇总表,,,,,,\n"
    ",,,,,,\n"
    "序号,学历（必填）,现职称,取得时间,申报职称,专业技术工作年限,备 注\n"
    "1,本科,一级教师,2015/7/1,高级教师,12,\n"
    "2,大专,二级教师（定向）,2016年7月1日,一级教师,8年4个月,\n"
    "\n"
    "3,中专,无,-,助理级,5.5,\n"
    "4,,,,,,\n"
    "合计,3,,,,,\n"
    "5,本科,一级教师,2015/7/1,高级教师,12,\n",
    "编号\t文化程度\t现职称级别\t取得资格时间\t申报级别\t系列\t专业工作年限(月)\t备注\n"
    "1\t大学本科\t中级\t2015.7.1\t副高\t中小学教师\t144\t\n"
    "2\t专科\t助理级(双定向)\t20160701\t中级\t教师系列\t１００\t\n"
    "3\t技校\t无\t\t助理\t\t66\t\n",
};

/* The last four of the result's columns but the digest, of both. */
static void take_verdicts(zc_buffer *out, const char *path) {
  zc_buffer text = {0};
  bench_read(&text, path);
  const char *line = zc_buffer_text(&text);
  line = line ? strchr(line, '\n') : NULL;
  while (line && line[1]) {
    const char *next = strchr(line + 1, '\n');
    const char *verdict = strstr(line, "eligible");
    const char *other = strstr(line, "undetermined");
    verdict = !verdict || (other && other < verdict && other < next) ? other : verdict;
    const char *digest = verdict ? strstr(verdict, "sm3:") : NULL;
    if (verdict && digest)
      zc_buffer_add(out, verdict, (size_t)(digest - verdict));
    zc_buffer_putc(out, '\n');
    line = next;
  }
  zc_buffer_free(&text);
}

static void answers_are_those_of_the_facts(void) {
  bench b;
  program p = {0};
  zc_buffer wanted = {0};
  bench_make(&b, canonical, "csv");
  RUN(&p, GUANGXI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  take_verdicts(&wanted, b.out);
  folder_remove(b.folder);
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    zc_buffer got = {0};
    bench_make(&b, forms[i], "csv");
    RUN(&p, GUANGXI, b.in, "--out", b.out);
    program_expect_status(&p, 0);
    program_expect_err(&p, "rows: 3, in ");
    take_verdicts(&got, b.out);
    CU_ASSERT_STRING_EQUAL(zc_buffer_text(&got), zc_buffer_text(&wanted));
    CU_ASSERT(!bench_has(b.rejects));
    zc_buffer_free(&got);
    folder_remove(b.folder);
  }
  zc_buffer_free(&wanted);
  program_free(&p);
}

static void words_under_names_of_facts_are_read_too(void) {
  bench b;
  program p = {0};
  bench_make(&b, "id,track,target_level,education\n1,社会化,员级,本科\n2,general,clerk,bachelor\n",
             "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  EXPECT_ANSWERS(b.out, "id,verdict,mode,route,unmet,missing,digest\n"
                        "1,undetermined,,,,current_title_level specialty_months unit_nature "
                        "civil_servant,\n"
                        "2,undetermined,,,,current_title_level specialty_months unit_nature "
                        "civil_servant,\n");
  CU_ASSERT(!bench_has(b.rejects));
  folder_remove(b.folder);
  program_free(&p);
}

static void a_bad_row_is_written_as_it_was_with_its_reason(void) {
  bench b;
  program p = {0};
  bench_make(&b,
             "学历,现职称,申报职称,系列,申报类别,原因\n"
             "本科,二级教师,一级教师,卫生,,旧的原因\n"
             "本可,高级,一级教师,,,\n"
             "本科,二级教师,一级教师,,,\n"
             "\"本科\",二级教师（定向）,师级,卫生,,\n",
             "csv");
  RUN(&p, GUANGXI, "--lang", "zh", b.in, "--out", b.out);
  program_expect_status(&p, 0);
  EXPECT_FILE(
      b.rejects,
      "学历,现职称,申报职称,系列,申报类别,原因\n"
      "本科,二级教师,一级教师,卫生,,第 2 行：C 列“申报职称”的“一级教师”表示 series 为 "
      "school_teacher，而这一行的 series 是 health；请改正其一\n"
      "本可,高级,一级教师,,,第 3 行：A 列“学历”：“本可”不能作为 education "
      "的值；可填：无、初中、高中（中专、职高、技校）、大学专科、大学本科、硕士研究生、博士研究"
      "生；是不是“本科”（bachelor）？；B 列“现职称”：“高级”不能作为 current_title_level "
      "的值；有两种意思：副高级（deputy_senior）或正高级（full_senior），请写明\n");
  folder_remove(b.folder);
  program_free(&p);
}

static void two_columns_of_one_level_must_agree(void) {
  bench b;
  program p = {0};
  bench_make(&b,
             "编号,现职称,职称级别,学历\n"
             "1,一级教师,中级,本科\n"
             "2,,中级,本科\n"
             "3,一级教师,副高,本科\n",
             "csv");
  RUN(&p, GUANGXI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  program_expect_err(&p, "           1  rejected");
  zc_buffer text = {0};
  bench_read(&text, b.rejects);
  zc_test_contains(zc_buffer_text(&text), "which differ; make them agree");
  zc_buffer_free(&text);
  folder_remove(b.folder);
  bench_make(&b, "编号,学历,文化程度\n1,本科,本科\n", "csv");
  RUN(&p, GUANGXI, b.in, "--out", b.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "the columns B \"学历\" and C \"文化程度\" are the same fact, education");
  folder_remove(b.folder);
  program_free(&p);
}

static void of_two_kinds_of_study_the_higher_counts(void) {
  static const char *const texts[] = {
      "编号,全日制教育,,在职教育,\n,学历,学位,学历,学位\n1,大专,,本科,学士\n",
      "编号,全日制学历,在职学历,学位\n1,大专,本科,学士\n", "编号,学历,学位\n1,本科,学士\n"};
  zc_buffer verdicts[3] = {{0}};
  program p = {0};
  for (int i = 0; i < 3; i++) {
    bench b;
    bench_make(&b, texts[i], "csv");
    RUN(&p, GUANGXI, "--set", "target_level=intermediate", "--set", "track=general", b.in, "--out",
        b.out);
    program_expect_status(&p, 0);
    program_expect_err(&p, "rows: 1, in ");
    take_verdicts(&verdicts[i], b.out);
    folder_remove(b.folder);
  }
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&verdicts[0]), zc_buffer_text(&verdicts[2]));
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&verdicts[1]), zc_buffer_text(&verdicts[2]));
  for (int i = 0; i < 3; i++)
    zc_buffer_free(&verdicts[i]);
  program_free(&p);
}

static void a_map_says_what_headings_and_words_mean(void) {
  bench b;
  program p = {0};
  char map[128];
  bench_make(&b, "编号,职务级别,系列\n1,中一,\n2,二级教师,\n", "csv");
  snprintf(map, sizeof map, "%s/map.ini", b.folder);
  folder_write(b.folder, "map.ini",
               "[columns]\n职务级别 = current_title_level\n系列 = -   ; kept\n"
               "[words.current_title_level]\n中一 = 中级\n"
               "[defaults]\ntarget_level = full_senior\ntrack = targeted\n");
  RUN(&p, GUANGXI, "--map", map, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  program_expect_err(&p, "           0  rejected");
  zc_buffer text = {0};
  bench_read(&text, b.out);
  zc_test_contains(zc_buffer_text(&text), "系列,id,verdict,");
  zc_buffer_free(&text);
  folder_write(b.folder, "map.ini",
               "[columns]\n没有的列 = education\n学历 = educaton\n[words.track]\n甲 = 乙\n"
               "[other]\na = b\n");
  RUN(&p, GUANGXI, "--map", map, b.in, "--out", b.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "map.ini:3: error: there is no fact named \"educaton\"; did you mean "
                         "\"education\"?");
  program_expect_err(&p, "map.ini:5: error: \"乙\" is no word of track");
  program_expect_err(&p, "map.ini:7: error: there is no section [other]");
  folder_write(b.folder, "map.ini", "[columns]\n没有的列 = education\n");
  RUN(&p, GUANGXI, "--map", map, b.in, "--out", b.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "map.ini:2: error: the sheet has no column \"没有的列\"");
  folder_write(b.folder, "in", "{\"id\": 1}\n");
  RUN(&p, GUANGXI, "--map", map, b.in, "--out", b.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "--map is for files with headings");
  RUN(&p, GUANGXI, "--dry-run", "--format", "json", b.in);
  program_expect_status(&p, 0);
  program_expect_out(&p, "\"kind\":\"ndjson\"");
  program_expect_out(&p, "\"data_rows\":1,\"columns\":[],\"notes\":[]}");
  folder_remove(b.folder);
  program_free(&p);
}

static void former_names_of_divisions_are_noted(void) {
  bench b;
  program p = {0};
  bench_make(&b, "编号,单位所在地\n1,武鸣县\n2,融水县\n3,某某县\n", "csv");
  RUN(&p, GUANGXI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  program_expect_err(&p, "Former divisions, taken as what they are now: 武鸣县");
  program_expect_err(&p, "           1  rejected");
  folder_remove(b.folder);
  program_free(&p);
}

/* Rows of several chunks, some of which end the data or are none. */
static void many_rows_stay_in_their_order(void) {
  enum { ROWS = 20000 };
  zc_buffer text = {0}, one = {0}, four = {0};
  bench b;
  program p = {0};
  zc_buffer_puts(&text, "序号,姓名,学历,申报职称\n");
  for (int i = 0; i < ROWS; i++)
    zc_buffer_printf(&text, i % 1000 == 999 ? "%d,,,\n" : "%d,x,%s,一级教师\n", i,
                     i % 7 ? "本科" : "什么");
  zc_buffer_puts(&text, "合计,,,\n1,x,什么,\n");
  bench_make(&b, zc_buffer_text(&text), "csv");
  RUN(&p, GUANGXI, "--threads", "1", b.in, "--out", b.out);
  program_expect_status(&p, 0);
  program_expect_err(&p, "rows: 19980, in ");
  bench_read(&one, b.out);
  RUN(&p, GUANGXI, "--threads", "4", b.in, "--out", b.out);
  bench_read(&four, b.out);
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&one), zc_buffer_text(&four));
  zc_buffer_free(&text);
  zc_buffer_free(&one);
  zc_buffer_free(&four);
  folder_remove(b.folder);
  program_free(&p);
}

/* The rejected rows of a sheet with two lines of headings, corrected and handed in with its map. */
static void rejected_rows_are_handed_in_again(void) {
  bench b;
  program p = {0};
  char map[128];
  zc_buffer text = {0};
  bench_make(&b,
             "编号,全日制教育,,在职教育,,现职称,\n,学历,学位,学历,学位,级别,取得时间\n"
             "1,大专,,本可,学士,一级教师,2015.7\n2,大专,,本科,学士,一级教师,2015.7\n",
             "csv");
  snprintf(map, sizeof map, "%s/map.ini", b.folder);
  RUN(&p, GUANGXI, "--write-map", map, b.in);
  program_expect_status(&p, 0);
  RUN(&p, GUANGXI, "--map", map, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  program_expect_err(&p, "           1  rejected");
  bench_read(&text, b.rejects);
  const char *rejected = zc_buffer_text(&text);
  zc_test_contains(rejected,
                   "编号,全日制教育/学历,全日制教育/学位,在职教育/学历,在职教育/学位,现职称/"
                   "级别,现职称/取得时间,reason\n");
  char *word = strstr(rejected, "本可");
  CU_ASSERT_PTR_NOT_NULL_FATAL(word);
  memcpy(word, "本科", strlen("本科"));
  folder_write(b.folder, "in", rejected);
  RUN(&p, GUANGXI, "--map", map, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  program_expect_err(&p, "rows: 1, in ");
  program_expect_err(&p, "           0  rejected");
  RUN(&p, GUANGXI, "--dry-run", b.in);
  program_expect_out(&p, "在职教育/学历 -> education");
  zc_buffer_free(&text);
  folder_remove(b.folder);
  program_free(&p);
}

static void a_dry_run_says_what_columns_become(void) {
  bench b;
  program p = {0};
  char map[128];
  bench_make(&b,
             "汇总表,,,,,\n序号,身份证号,学历,现任职称（必填）,学历层级,a=b\n"
             "1,1,本科,一级教师,x,\n2,2,,,,\n,,,,,\n3,3,大专,无,,\n合计,3,,,,\n4,,,,,\n",
             "csv");
  snprintf(map, sizeof map, "%s/map.ini", b.folder);
  RUN(&p, GUANGXI, "--dry-run", "--format", "json", "--write-map", map, b.in);
  program_expect_status(&p, 0);
  program_expect_out(&p, "\"kind\":\"text\",\"encoding\":\"utf-8\",\"sheet\":null,"
                         "\"heading_row\":2,\"data_rows\":3,\"columns\":[");
  program_expect_out(&p, "{\"column\":\"A\",\"heading\":\"序号\",\"becomes\":null,\"by\":\"kept\","
                         "\"suggests\":null,\"samples\":[\"1\",\"2\"]}");
  program_expect_out(&p, "\"heading\":\"身份证号\",\"becomes\":\"id\",\"by\":\"role\"");
  program_expect_out(&p, "\"heading\":\"学历\",\"becomes\":\"education\",\"by\":\"label\","
                         "\"suggests\":null,\"samples\":[\"本科\",\"大专\"]");
  program_expect_out(&p, "\"becomes\":\"current_title_level\",\"by\":\"alias\"");
  program_expect_out(&p, "\"heading\":\"学历层级\",\"becomes\":null,\"by\":\"kept\","
                         "\"suggests\":\"education\"");
  CU_ASSERT(!bench_has(b.out) && !bench_has(b.rejects));
  EXPECT_FILE(map,
              "; heading = name of a fact (`zhicheng facts` lists them); - keeps the column as "
              "it is\n[columns]\n序号 = -\n学历 = education\n现任职称 = current_title_level\n"
              "学历层级 = - ; is education meant?\na\\=b = -\n"
              "; below [words.FACT]: what the sheet has = a word of the fact; below "
              "[defaults]: FACT = value of empty cells\n");
  RUN(&p, GUANGXI, "--lang", "zh", "--dry-run", "--map", map, b.in);
  program_expect_status(&p, 0);
  program_expect_out(&p, "列名在第 2 行，其下有 3 人\n");
  program_expect_out(&p, "D　现任职称（必填） → current_title_level（--map）　例：一级教师、无\n");
  folder_remove(b.folder);
  program_free(&p);
}

void test_batch_office(CU_pSuite suite) {
  CU_add_test(suite, "answers are those of the same facts in their own words",
              answers_are_those_of_the_facts);
  CU_add_test(suite, "words under names of facts are read too",
              words_under_names_of_facts_are_read_too);
  CU_add_test(suite, "a bad row is written as it was, with its reason",
              a_bad_row_is_written_as_it_was_with_its_reason);
  CU_add_test(suite, "two columns of one level must agree", two_columns_of_one_level_must_agree);
  CU_add_test(suite, "of two kinds of study the higher counts",
              of_two_kinds_of_study_the_higher_counts);
  CU_add_test(suite, "a map says what headings and words mean",
              a_map_says_what_headings_and_words_mean);
  CU_add_test(suite, "rejected rows are handed in again", rejected_rows_are_handed_in_again);
  CU_add_test(suite, "a dry run says what columns become", a_dry_run_says_what_columns_become);
  CU_add_test(suite, "former names of divisions are noted", former_names_of_divisions_are_noted);
  CU_add_test(suite, "many rows stay in their order", many_rows_stay_in_their_order);
}
