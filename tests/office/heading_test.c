/* SPDX-License-Identifier: Apache-2.0 */
#include "office/cell_text.h"
#include "office/heading.h"
#include "support/region.h"
#include "support/sweep.h"
#include "tests.h"

#include <string.h>

static zc_vocabulary vocabulary;
static zc_lexicon *lexicon;

static void make(void) {
  CU_ASSERT_EQUAL_FATAL(zc_vocabulary_init(&vocabulary, NULL, NULL), ZC_OK);
  lexicon = zc_lexicon_new(&vocabulary);
  CU_ASSERT_PTR_NOT_NULL_FATAL(lexicon);
}

static void release(void) {
  zc_lexicon_free(lexicon);
  zc_vocabulary_free(&vocabulary);
}

/* Rows of cells between bars; the texts live as long as `text`. */
enum { ROWS = 8, CELLS = 16 };
typedef struct sheet {
  zc_cell cells[ROWS][CELLS];
  zc_table_row rows[ROWS];
  uint32_t count;
} sheet;

static void read_sheet(sheet *s, const char *const *lines, uint32_t count) {
  *s = (sheet){.count = count};
  for (uint32_t r = 0; r < count; r++) {
    zc_table_row *row = &s->rows[r];
    *row = (zc_table_row){.number = r + 1, .cells = s->cells[r]};
    for (const char *at = lines[r];; at++) {
      size_t length = strcspn(at, "|");
      s->cells[r][row->count++] = (zc_cell){.text = at, .length = (uint32_t)length};
      at += length;
      if (!*at)
        break;
    }
  }
}

static zc_status find(zc_headings *h, const sheet *s, const zc_table_about *about, int is_convert,
                      zc_diagnostics *diag) {
  zc_heading_question q = {.vocabulary = &vocabulary, .lexicon = lexicon, .is_convert = is_convert};
  return zc_headings_find(h, &q, s->rows, s->count, about, "f", diag);
}

/* "education", "-" for a kept column, "id". */
static const char *meaning_of(const zc_headings *h, uint32_t column) {
  const zc_heading *c = &h->columns[column];
  if (c->fact >= 0)
    return vocabulary.facts[c->fact].name;
  return c->by == ZC_HEADING_ROLE ? "id" : "-";
}

static void expect(const char *const *lines, uint32_t count, uint64_t row, const char *wanted) {
  sheet s;
  zc_headings h;
  zc_diagnostics diag = {0};
  zc_buffer got = {0};
  read_sheet(&s, lines, count);
  CU_ASSERT_EQUAL(find(&h, &s, NULL, 0, &diag), ZC_OK);
  CU_ASSERT_EQUAL(h.row, row);
  for (uint32_t i = 0; i < h.count; i++)
    zc_buffer_printf(&got, "%s%s", i ? " " : "", meaning_of(&h, i));
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&got), wanted);
  zc_buffer_free(&got);
  zc_headings_free(&h);
  zc_diagnostics_free(&diag);
}

#define EXPECT(row, wanted, ...)                                                                   \
  expect((const char *const[]){__VA_ARGS__},                                                       \
         sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *), row, wanted)

static void headings_are_compared_without_remarks_and_units(void) {
  static const struct {
    const char *text, *key;
    char unit;
  } rows[] = {
      {"学　历", "学历", 0},
      {"学历（必填）", "学历", 0},
      {"学历：", "学历", 0},
      {"*学历", "学历", 0},
      {"学历*", "学历", 0},
      {"专业年限（年）", "专业年限", 'y'},
      {"任职\n年限(月)", "任职年限", 'm'},
      {"继续教育(学时)", "继续教育", 0},
      {"取得时间(格式:2019-07)", "取得时间", 0},
      {"县（市、区）", "县(市、区)", 0},
      {" Education ", "education", 0},
      {"年限(个月)", "年限", 'm'},
  };
  char room[128], unit;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    zc_plain key = zc_heading_text(rows[i].text, strlen(rows[i].text), room, &unit);
    CU_ASSERT(zc_plain_is(key, rows[i].key));
    CU_ASSERT_EQUAL(unit, rows[i].unit);
  }
}

static void the_row_with_most_facts_has_the_headings(void) {
  make();
  EXPECT(3, "- - education current_title_level current_title_date", "汇总表||||", "||||",
         "序号x|姓名|学历|现职称|取得时间", "1|x|本科|中级|2019");
  EXPECT(1, "id - education", "id|note|education", "1|x|bachelor");
  EXPECT(1, "- -", "a|b", "1|2");
  EXPECT(2, "education", "标题", "学历", "本科");
  EXPECT(1, "education target_level", "学历|申报层级", "学历|申报层级");
  release();
}

static void the_first_id_there_is_holds_the_ids(void) {
  make();
  EXPECT(1, "- id education", "序号|身份证号|学历");
  EXPECT(1, "id - education", "编号|身份证号|学历");
  EXPECT(1, "- id - education", "工号|id|编号|学历");
  EXPECT(1, "id education", "序号|学历");
  release();
}

static void groups_stand_above_headings(void) {
  make();
  EXPECT(2, "id education degree education degree", "编号|全日制教育||在职教育|",
         "|学历|学位|学历|学位", "1|大专||本科|学士");
  EXPECT(2, "id current_title_level current_title_date -", "编号|现职称||备注", "|级别|取得时间|");
  EXPECT(1, "id education_full_time education", "编号|全日制学历|学历");
  EXPECT(1, "id education education", "编号|全日制学历|在职学历");
  release();
}

/* A title over all columns is no group; a merge over some is one. */
static void merges_tell_groups_from_titles(void) {
  static const char *const lines[] = {"现|||", "编号|职称|学历|备注"};
  zc_merge merges[] = {{1, 1, 0, 3}, {1, 1, 0, 1}};
  make();
  sheet s;
  read_sheet(&s, lines, 2);
  for (int i = 0; i < 2; i++) {
    zc_headings h;
    zc_table_about about = {.kind = ZC_OFFICE_XLSX, .merges = &merges[i], .merge_count = 1};
    CU_ASSERT_EQUAL(find(&h, &s, &about, 0, NULL), ZC_OK);
    CU_ASSERT_STRING_EQUAL(meaning_of(&h, 1), i ? "current_title_level" : "-");
    CU_ASSERT_STRING_EQUAL(h.columns[1].text, i ? "现/职称" : "职称");
    zc_headings_free(&h);
  }
  release();
}

static void a_conversion_has_a_day_of_its_own(void) {
  static const char *const lines[] = {"编号|取得日期"};
  make();
  sheet s;
  read_sheet(&s, lines, 1);
  for (int i = 0; i < 2; i++) {
    zc_headings h;
    CU_ASSERT_EQUAL(find(&h, &s, NULL, i, NULL), ZC_OK);
    CU_ASSERT_STRING_EQUAL(meaning_of(&h, 1), i ? "held_title_date" : "current_title_date");
    zc_headings_free(&h);
  }
  release();
}

static void two_columns_of_one_fact_are_an_error(void) {
  static const char *const lines[] = {"编号|学历|文化程度|单位|工作单位"};
  make();
  sheet s;
  zc_headings h;
  zc_diagnostics diag = {.lang = ZC_LANG_ZH};
  read_sheet(&s, lines, 1);
  CU_ASSERT_EQUAL(find(&h, &s, NULL, 0, &diag), ZC_BAD_INPUT);
  zc_test_contains(zc_diagnostics_text(&diag), "B 列“学历”和 C 列“文化程度”是同一个事实 education");
  zc_test_contains(zc_diagnostics_text(&diag), "D 列“单位”和 E 列“工作单位”是同一个事实 unit_name");
  zc_headings_free(&h);
  zc_diagnostics_free(&diag);
  release();
}

static void kept_columns_name_the_fact_they_resemble(void) {
  static const char *const lines[] = {"编号|最高学力|现任职务x|备注|职称"};
  make();
  sheet s;
  zc_headings h;
  read_sheet(&s, lines, 1);
  CU_ASSERT_EQUAL(find(&h, &s, NULL, 0, NULL), ZC_OK);
  CU_ASSERT_EQUAL(h.columns[1].suggests, ZC_F_education);
  CU_ASSERT_EQUAL(h.columns[3].suggests, -1);
  CU_ASSERT_EQUAL(h.columns[4].suggests, ZC_F_current_title_level);
  zc_headings_free(&h);
  release();
}

static zc_status find_all(void *context, zc_diagnostics *diag) {
  zc_headings h;
  zc_status status = find(&h, context, NULL, 0, diag);
  zc_headings_free(&h);
  return status;
}

static void headings_survive_every_failed_allocation(void) {
  static const char *const lines[] = {"编号|现职称||备注", "|级别|取得时间|", "1|中级|2019|x"};
  make();
  sheet s;
  read_sheet(&s, lines, 3);
  CU_ASSERT(zc_sweep_memory(find_all, &s) > 0);
  release();
}

/* ---- cells of a workbook ---- */

static zc_cell_fault put(const char *text, zc_cell_kind kind, int8_t decimals, int32_t fact,
                         int is_identity, zc_buffer *out) {
  zc_cell cell = {
      .text = text, .length = (uint32_t)strlen(text), .kind = (uint8_t)kind, .decimals = decimals};
  zc_heading heading = {.fact = fact, .is_identity = is_identity};
  zc_buffer_clear(out);
  return zc_cell_put(out, &cell, &heading, &vocabulary, NULL);
}

static void numbers_under_dates_are_their_digits(void) {
  static const struct {
    const char *text;
    int8_t decimals;
    const char *wanted;
    zc_cell_fault fault;
  } rows[] = {
      {"2016.07", -1, "2016.07", ZC_CELL_FINE},     {"201607", -1, "201607", ZC_CELL_FINE},
      {"2015", -1, "2015", ZC_CELL_FINE},           {"20190701", -1, "20190701", ZC_CELL_FINE},
      {"2016.1", -1, "2016.1", ZC_CELL_IS_ROUNDED}, {"2016.1", 2, "2016.10", ZC_CELL_FINE},
      {"2016.1", 1, "2016.1", ZC_CELL_IS_ROUNDED},
  };
  zc_buffer out = {0};
  make();
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    CU_ASSERT_EQUAL(
        put(rows[i].text, ZC_CELL_NUMBER, rows[i].decimals, ZC_F_current_title_date, 0, &out),
        rows[i].fault);
    CU_ASSERT_STRING_EQUAL(zc_buffer_text(&out), rows[i].wanted);
  }
  zc_buffer_free(&out);
  release();
}

static void cells_that_say_nothing_reject_their_row(void) {
  zc_buffer out = {0};
  make();
  CU_ASSERT_EQUAL(put("#N/A", ZC_CELL_ERROR, -1, -1, 0, &out), ZC_CELL_HAS_ERROR);
  CU_ASSERT_EQUAL(put("", ZC_CELL_NO_RESULT, -1, -1, 0, &out), ZC_CELL_HAS_NO_RESULT);
  CU_ASSERT_EQUAL(put("450225199001011000", ZC_CELL_NUMBER, -1, -1, 1, &out), ZC_CELL_LOST_DIGITS);
  CU_ASSERT_EQUAL(put("450225199001011234", ZC_CELL_TEXT, -1, -1, 1, &out), ZC_CELL_FINE);
  CU_ASSERT_EQUAL(put("450225199001011000", ZC_CELL_NUMBER, -1, -1, 0, &out), ZC_CELL_FINE);
  CU_ASSERT_EQUAL(put("123456789012345", ZC_CELL_NUMBER, -1, -1, 1, &out), ZC_CELL_FINE);
  static const char *const lines[] = {"编号|学历|取得时间"};
  zc_headings h;
  sheet s;
  read_sheet(&s, lines, 1);
  CU_ASSERT_EQUAL(find(&h, &s, NULL, 0, NULL), ZC_OK);
  zc_diagnostics diag = {0};
  CU_ASSERT_EQUAL(zc_cell_fault_tell(&h, (zc_plain){"17", 2}, &diag), ZC_OK);
  CU_ASSERT_EQUAL(zc_cell_fault_tell(&h, (zc_plain){"17 0L 1E 2D", 11}, &diag), ZC_BAD_INPUT);
  const char *told = zc_diagnostics_text(&diag);
  zc_test_contains(told, "column A \"编号\": a number of more than 15 digits");
  zc_test_contains(told, "column B \"学历\": the cell has an error value");
  zc_test_contains(told, "column C \"取得时间\": a number with one decimal: January or October?");
  zc_diagnostics_free(&diag);
  zc_headings_free(&h);
  zc_buffer_free(&out);
  release();
}

void test_office_heading(CU_pSuite suite) {
  CU_add_test(suite, "headings are compared without remarks and units",
              headings_are_compared_without_remarks_and_units);
  CU_add_test(suite, "the row with most facts has the headings",
              the_row_with_most_facts_has_the_headings);
  CU_add_test(suite, "the first id there is holds the ids", the_first_id_there_is_holds_the_ids);
  CU_add_test(suite, "groups stand above headings", groups_stand_above_headings);
  CU_add_test(suite, "merges tell groups from titles", merges_tell_groups_from_titles);
  CU_add_test(suite, "a conversion has a day of its own", a_conversion_has_a_day_of_its_own);
  CU_add_test(suite, "two columns of one fact are an error", two_columns_of_one_fact_are_an_error);
  CU_add_test(suite, "kept columns name the fact they resemble",
              kept_columns_name_the_fact_they_resemble);
  CU_add_test(suite, "headings survive every failed allocation",
              headings_survive_every_failed_allocation);
  CU_add_test(suite, "numbers under dates are their digits", numbers_under_dates_are_their_digits);
  CU_add_test(suite, "cells that say nothing reject their row",
              cells_that_say_nothing_reject_their_row);
}
