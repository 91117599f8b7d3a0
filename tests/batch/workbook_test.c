/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng batch --out X.xlsx: a row a person, rejected rows with all their columns, what came out.
 */
#include "office/table_source.h"
#include "support/batch_bench.h"
#include "tests.h"

#include <string.h>

#define GUANGXI "batch", "--region", "guangxi", "--as-of", "2021-10-15"

/* The cells of a sheet as "a|b|c\n" a row. */
static void show_sheet(zc_buffer *out, const char *path, const char *sheet) {
  zc_table_options options = {.sheet = sheet};
  zc_table_source *source;
  zc_office_file file;
  const zc_table_row *row = NULL;
  zc_buffer_clear(out);
  CU_ASSERT_EQUAL_FATAL(zc_office_file_open(&file, path, NULL), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_table_source_open(&source, &file, &options, NULL), ZC_OK);
  while (zc_table_source_next(source, &row, NULL) == ZC_OK && row) {
    for (uint32_t i = 0; i < row->count; i++) {
      zc_buffer_puts(out, i > 0 ? "|" : "");
      zc_buffer_add(out, row->cells[i].text, row->cells[i].length);
    }
    zc_buffer_putc(out, '\n');
  }
  zc_table_source_close(source);
}

static void expect(zc_buffer *shown, const char *text) {
  CU_ASSERT_PTR_NOT_NULL(strstr(zc_buffer_text(shown), text));
  if (!strstr(zc_buffer_text(shown), text))
    printf("\n%s\nwants: %s\n", zc_buffer_text(shown), text);
}

static const char people[] =
    "id,note,target_level,series,track,current_title_level,current_title_date,education,原因\n"
    "450122199001010011,=1+1,intermediate,school_teacher,general,assistant,2015-07-01,bachelor,"
    "old\n"
    "2,\"a\nb\",intermediate,school_teacher,general,assistant,2020-07-01,bachelor,\n"
    "3,x,intermediate,school_teacher,general,assistant,2020-07-01,bad,\n"
    "2,y,intermediate,school_teacher,general,assistant,2020-07-01,bachelor,\n"
    "4,\"z\n";

static void people_rejected_rows_and_counts_have_a_sheet_each(void) {
  bench b;
  program p = {0};
  zc_buffer shown = {0};
  bench_make(&b, people, "xlsx");
  RUN(&p, GUANGXI, b.in, "--out", b.out, "--unique-id");
  program_expect_status(&p, 0);
  CU_ASSERT(!bench_has(b.rejects));
  show_sheet(&shown, b.out, "results");
  expect(&shown,
         "id|note|target_level|series|track|current_title_level|current_title_date|education|"
         "verdict|route|clauses not met|still to provide|earliest date|based on|");
  expect(&shown,
         "\n450122199001010011|=1+1|intermediate|school_teacher|general|assistant|2015-07-01|"
         "bachelor|");
  expect(&shown, "\n2|a\nb|");
  CU_ASSERT_PTR_NULL(strstr(zc_buffer_text(&shown), "old"));
  show_sheet(&shown, b.out, "rejected");
  expect(&shown,
         "|education|row|reason\n3|x|intermediate|school_teacher|general|assistant|2020-07-01|"
         "bad|5|");
  expect(&shown, "\n2|y|intermediate|school_teacher|general|assistant|2020-07-01|bachelor|6|");
  expect(&shown, "the id 2 stands on line 3 already; keep one row\n");
  expect(&shown, "\n4,\"z\n||||||||7|");
  show_sheet(&shown, b.out, "summary");
  expect(&shown, "rows|5\n");
  expect(&shown, "rejected|3\n");
  expect(&shown, "day asked about|2021-10-15\nregion|guangxi\n");
  expect(&shown, "column H education|education\n");
  zc_buffer_free(&shown);
  folder_remove(b.folder);
  program_free(&p);
}

static void an_early_applicant_is_told_from_when_on(void) {
  bench b;
  program p = {0};
  zc_buffer shown = {0};
  bench_make(&b,
             "id,target_level,current_title_level,current_title_date,education,unit_division,"
             "annual_assessment_passed,series,track,unit_nature,unit_level\n"
             "1,deputy_senior,intermediate,2018-03-15,bachelor,451225,true,school_teacher,targeted,"
             "public_institution,county\n"
             "2,deputy_senior,intermediate,2018-03-15,bachelor,451225,true,school_teacher,targeted,"
             "public_institution,county\n",
             "xlsx");
  RUN(&p, GUANGXI, b.in, "--out", b.out, "--lang", "zh");
  program_expect_status(&p, 0);
  show_sheet(&shown, b.out, "结果");
  expect(&shown, "|结论|途径|不符合的条款|还需提供|最早可申报日期|依据|规则摘要\n1|");
  expect(&shown, "|county|不能申报||");
  expect(&shown, "||2023-03-15|人社专技司函〔2020〕88号|sm3:");
  CU_ASSERT_PTR_NOT_NULL(strstr(strstr(zc_buffer_text(&shown), "\n2|"), "||2023-03-15|"));
  zc_buffer_free(&shown);
  folder_remove(b.folder);
  program_free(&p);
}

static void csv_for_spreadsheet_programs_is_marked_and_has_no_formulas(void) {
  bench b;
  program p = {0};
  zc_buffer text = {0};
  bench_make(&b, "id,=note,education\n1,\"=1,2\",bachelor\n-2,@x,bachelor\n3,a=b,bachelor\n",
             "csv");
  RUN(&p, GUANGXI, b.in, "--out", b.out, "--safe-csv", "--bom");
  program_expect_status(&p, 0);
  bench_read(&text, b.out);
  CU_ASSERT(strncmp(zc_buffer_text(&text), "\xEF\xBB\xBF'=note,id,verdict,", 21) == 0);
  expect(&text, "\n\"'=1,2\",1,undetermined,");
  expect(&text, "\n'@x,'-2,undetermined,");
  expect(&text, "\na=b,3,undetermined,");
  RUN(&p, GUANGXI, b.in, "--out", "x.xlsx", "--bom");
  program_expect_status(&p, 2);
  zc_buffer_free(&text);
  folder_remove(b.folder);
  program_free(&p);
}

static void objects_keep_their_members(void) {
  bench b;
  program p = {0};
  zc_buffer shown = {0};
  bench_make(
      &b, "{\"id\":\"7\",\"note\":\"n\",\"education\":\"bachelor\"}\n{\"id\":8,\"education\":1}\n",
      "xlsx");
  RUN(&p, GUANGXI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  show_sheet(&shown, b.out, "results");
  expect(&shown, "members|id|verdict|");
  expect(&shown, "\n{\"note\":\"n\"}|7|undetermined|");
  show_sheet(&shown, b.out, "rejected");
  expect(&shown, "\n{\"id\":8,\"education\":1}||2|");
  zc_buffer_free(&shown);
  folder_remove(b.folder);
  program_free(&p);
}

void test_batch_workbook(CU_pSuite suite) {
  CU_add_test(suite, "people, rejected rows and counts have a sheet each",
              people_rejected_rows_and_counts_have_a_sheet_each);
  CU_add_test(suite, "an early applicant is told from when on",
              an_early_applicant_is_told_from_when_on);
  CU_add_test(suite, "csv for spreadsheet programs is marked and has no formulas",
              csv_for_spreadsheet_programs_is_marked_and_has_no_formulas);
  CU_add_test(suite, "objects keep their members", objects_keep_their_members);
}
