/* SPDX-License-Identifier: Apache-2.0 */
/* What the readers of data files take and refuse, with the place. */
#include "data/data.h"
#include "support/program.h"
#include "support/region.h"
#include "tests.h"

#include <string.h>

#define HEAD "# source: s\n# as of: 2024-01-01\n"

typedef enum file_kind { DIVISIONS, FORMER, WORKDAYS } file_kind;

typedef struct refusal {
  file_kind kind;
  const char *text, *en, *zh;
} refusal;

static zc_status read_as(file_kind kind, const char *path, zc_data *data, zc_diagnostics *diag) {
  if (kind == DIVISIONS)
    return zc_divisions_read(&data->divisions, path, &data->arena, diag);
  if (kind == FORMER)
    return zc_former_read(&data->former, &zc_data_standard.divisions, path, &data->arena, diag);
  return zc_workdays_read(&data->workdays, path, &data->arena, diag);
}

static zc_status read_text(file_kind kind, const char *text, zc_data *data, zc_diagnostics *diag) {
  char folder[64], path[80];
  folder_make(folder);
  folder_write(folder, "t.csv", text);
  snprintf(path, sizeof path, "%s/t.csv", folder);
  zc_status status = read_as(kind, path, data, diag);
  folder_remove(folder);
  return status;
}

static void expect_refusal(const refusal *r, zc_lang lang, const char *message) {
  zc_data data = {0};
  zc_diagnostics diag = {.lang = lang};
  CU_ASSERT_EQUAL(read_text(r->kind, r->text, &data, &diag), ZC_BAD_INPUT);
  zc_test_contains(zc_diagnostics_text(&diag), message);
  zc_diagnostics_free(&diag);
  zc_arena_free(&data.arena);
}

static void what_is_wrong_is_told_with_its_line(void) {
  static const refusal refusals[] = {
      {DIVISIONS, "code,name,level\n450000,x,province\n",
       "t.csv:1: error: the file does not begin with its source", "没有写明来源和日期"},
      {DIVISIONS, "# source: s\n# as of: 2024-02-30\ncode,name,level\n450000,x,province\n",
       "t.csv:3: error: the file does not begin with its source", "没有写明来源和日期"},
      {DIVISIONS, HEAD "code,name\n", "t.csv:3: error: wanted the heading 'code,name,level'",
       "表头应为“code,name,level”，现在是“code,name”"},
      {DIVISIONS, HEAD, "found ''", "现在是“”"},
      {DIVISIONS, HEAD "code,name,level\n", "error: there is no row", "没有一行区划"},
      {DIVISIONS, HEAD "code,name,level\n450000,x\n",
       "t.csv:4: error: this line has not the 3 fields", "应为 3 栏"},
      {DIVISIONS, HEAD "code,name,level\n\n450000,x,y,province\n",
       "t.csv:5: error: this line has not the 3 fields", "应为 3 栏"},
      {DIVISIONS, HEAD "code,name,level\n4500,x,province\n", "'4500' is no code of 6 or 9 digits",
       "“4500”不是 6 位或 9 位"},
      {DIVISIONS, HEAD "code,name,level\n450102000,x,town\n",
       "'450102000' is no code of 6 or 9 digits", "不是 6 位或 9 位"},
      {DIVISIONS, HEAD "code,name,level\n450000,x,province\n450000,x,province\n",
       "t.csv:5: error: 450000 is not above the code before it", "450000 不大于上一行的代码"},
      {DIVISIONS, HEAD "code,name,level\n450000,,province\n", "450000 has no name",
       "450000 没有名称"},
      {DIVISIONS, HEAD "code,name,level\n450100,x,province\n",
       "450100: 'province' is not its level", "450100 的层级“province”不对"},
      {DIVISIONS, HEAD "code,name,level\n450102001,x,county\n",
       "450102001: 'county' is not its level", "层级“county”不对"},
      {DIVISIONS, HEAD "code,name,level\n450000,\xFF,province\n",
       "t.csv:4: error: this line is no UTF-8", "这一行不是 UTF-8"},
      {FORMER,
       HEAD "code,name,since,became,source\n450199,x,2019,450102,s\n450199,x,2019,450102,s\n",
       "t.csv:5: error: 450199 is not above", "不大于上一行"},
      {FORMER, HEAD "code,name,since,became,source\nx,x,2019,450102,s\n", "'x' is no code",
       "“x”不是"},
      {FORMER, HEAD "code,name,since,became,source\n450102,x,2019,450103,s\n",
       "450102 stands in the table of divisions and is no former code", "450102 还在现行区划表中"},
      {FORMER, HEAD "code,name,since,became,source\n450199,x,2019,450199,s\n",
       "'450199' stands in no table of divisions, so nothing became it", "“450199”不是现行"},
      {FORMER, HEAD "code,name,since,became,source\n450199,x,2019,,s\n",
       "'' stands in no table of divisions", "“”不是现行"},
      {FORMER, HEAD "code,name,since,became,source\n450199,x,19,450102,s\n",
       "'19' is no year or day", "“19”不是年份或日期"},
      {FORMER, HEAD "code,name,since,became,source\n450199,x,2019,450102,\n",
       "name and source are to be given", "请写明名称和来源"},
      {WORKDAYS, HEAD "date,day,festival\n", "there is no row", "没有一行"},
      {WORKDAYS, HEAD "date,day,festival\n2024-02-30,off,x\n", "'2024-02-30' is no day",
       "“2024-02-30”不是日期"},
      {WORKDAYS, HEAD "date,day,festival\n2024-01-01,free,x\n", "'free' is neither off nor work",
       "“free”应为 off"},
      {WORKDAYS, HEAD "date,day,festival\n2024-01-06,off,x\n",
       "2024-01-06 is off anyway and is no exception", "2024-01-06 本来就休息"},
      {WORKDAYS, HEAD "date,day,festival\n2024-01-02,work,x\n",
       "2024-01-02 is worked anyway and is no exception", "2024-01-02 本来就上班"},
      {WORKDAYS, HEAD "date,day,festival\n2024-01-01,off,x\n2024-01-01,off,x\n",
       "t.csv:5: error: 2024-01-01 is not after the row before it", "不晚于上一行"},
      {WORKDAYS, HEAD "date,day,festival\n2024-01-01,off,x\n2026-01-01,off,x\n",
       "t.csv:5: error: there is no row of 2025", "2025 年没有一行"},
  };
  for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
    expect_refusal(&refusals[i], ZC_LANG_EN, refusals[i].en);
    expect_refusal(&refusals[i], ZC_LANG_ZH, refusals[i].zh);
  }
}

static void many_faults_are_told_and_no_more_than_many(void) {
  zc_buffer text = {0};
  zc_data data = {0};
  zc_diagnostics diag = {0};
  zc_buffer_puts(&text, HEAD "code,name,level\n");
  for (int i = 0; i < 100; i++)
    zc_buffer_puts(&text, "1,2,3\n");
  CU_ASSERT_EQUAL(read_text(DIVISIONS, zc_buffer_text(&text), &data, &diag), ZC_BAD_INPUT);
  CU_ASSERT_EQUAL(diag.errors, 20);
  zc_diagnostics_free(&diag);
  zc_arena_free(&data.arena);
  zc_buffer_free(&text);
}

static void files_of_other_programs_are_read(void) {
  zc_data data = {0};
  static const char text[] =
      "\xEF\xBB\xBF# source: s\r\n# note, with a comma\r\n# as of: 2024-01-01"
      "\r\ncode,name,level\r\n450000,甲,province\r\n\r\n450102001,乙,town";
  CU_ASSERT_EQUAL_FATAL(read_text(DIVISIONS, text, &data, NULL), ZC_OK);
  CU_ASSERT_EQUAL(data.divisions.count, 2);
  CU_ASSERT_STRING_EQUAL(zc_divisions_find(&data.divisions, 450000000).name, "甲");
  CU_ASSERT_EQUAL(zc_divisions_find(&data.divisions, 450102001).level, ZC_LEVEL_TOWN);
  zc_arena_free(&data.arena);
}

/* What is built in was made from the files, and a deployment may copy them. */
static void the_files_of_the_project_are_what_is_built_in(void) {
  const zc_data *built_in = &zc_data_standard;
  zc_data *data = NULL;
  CU_ASSERT_EQUAL_FATAL(zc_data_open(&data, "core/data", NULL), ZC_OK);
  CU_ASSERT_EQUAL(data->divisions.digest, built_in->divisions.digest);
  CU_ASSERT_EQUAL_FATAL(data->divisions.count, built_in->divisions.count);
  for (uint32_t i = 0; i < data->divisions.count; i++) {
    uint32_t code = data->divisions.codes[i];
    zc_division_entry read = zc_divisions_find(&data->divisions, code);
    zc_division_entry made = zc_divisions_find(&built_in->divisions, code);
    CU_ASSERT_FATAL(made.name && strcmp(read.name, made.name) == 0 && read.level == made.level);
  }
  CU_ASSERT_EQUAL_FATAL(data->former.count, built_in->former.count);
  for (uint32_t i = 0; i < data->former.count; i++)
    CU_ASSERT_STRING_EQUAL(data->former.rows[i].became, built_in->former.rows[i].became);
  CU_ASSERT(data->workdays.first == built_in->workdays.first &&
            data->workdays.last == built_in->workdays.last);
  CU_ASSERT_EQUAL(memcmp(data->workdays.digits, built_in->workdays.digits,
                         (size_t)(data->workdays.last - data->workdays.first) + 1),
                  0);
  zc_data_free(data);
}

static void a_former_division_is_found_by_itself_and_by_what_lay_in_it(void) {
  const zc_former_divisions *former = &zc_data_standard.former;
  CU_ASSERT_STRING_EQUAL(zc_former_find(former, 371202000)->name, "莱城区");
  CU_ASSERT_STRING_EQUAL(zc_former_find(former, 371202001)->name, "莱城区");
  CU_ASSERT_STRING_EQUAL(zc_former_find(former, 371299001)->name, "莱芜市");
  CU_ASSERT_PTR_NULL(zc_former_find(former, 370102001));
  CU_ASSERT_PTR_NULL(zc_former_find(former, 999999999));
  zc_buffer text = {0};
  zc_former_describe(&text, &zc_data_standard.divisions, zc_former_find(former, 371200000),
                     ZC_LANG_ZH);
  zc_test_contains(
      zc_buffer_text(&text),
      "莱芜市，2019 撤销，现为 370116 山东省济南市莱芜区、370117 山东省济南市钢城区（");
  zc_buffer_free(&text);
}

void test_data_reading(CU_pSuite suite) {
  CU_add_test(suite, "what is wrong with a file of data is told with its line",
              what_is_wrong_is_told_with_its_line);
  CU_add_test(suite, "many faults of a file are told, and no more than many",
              many_faults_are_told_and_no_more_than_many);
  CU_add_test(suite, "a mark of byte order, CRLF and a last line without end are read",
              files_of_other_programs_are_read);
  CU_add_test(suite, "the files of the project are what is built in",
              the_files_of_the_project_are_what_is_built_in);
  CU_add_test(suite, "a former division is found by its code and by those that lay in it",
              a_former_division_is_found_by_itself_and_by_what_lay_in_it);
}
