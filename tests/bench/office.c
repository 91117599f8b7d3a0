/* SPDX-License-Identifier: Apache-2.0 */
/* Workbooks through `zhicheng batch`: in, against what expat alone takes for the same sheet; out,
 * against what libxlsxwriter alone takes for the same cells. */
#include "base/memory.h"
#include "bench.h"
#include "office/libraries.h"
#include "office/workbook_writer.h"
#include "support/random.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROWS = 200000, COLUMNS = 13, TURNS = 3 };

#define FOLDER   ZC_BUILD_DIR "/bench"
#define PEOPLE   FOLDER "/office.xlsx"
#define TEXT     FOLDER "/office.csv"
#define ANSWERS  FOLDER "/office_out.csv"
#define WORKBOOK FOLDER "/office_out.xlsx"

extern char **environ;

static const char *const headings[COLUMNS] = {"id",
                                              "name",
                                              "target_level",
                                              "series",
                                              "track",
                                              "current_title_level",
                                              "current_title_date",
                                              "education",
                                              "unit_division",
                                              "unit_level",
                                              "unit_nature",
                                              "annual_assessment_passed",
                                              "note"};

/* ---- people ---- */

static void put_person(zc_workbook_writer *w, uint32_t sheet, FILE *text, unsigned i,
                       zc_random *random) {
  static const char *const educations[] = {"bachelor", "junior_college", "high_school"};
  char id[32], name[32], day[32], division[8];
  snprintf(id, sizeof id, "4512211990%08u", i);
  snprintf(name, sizeof name, "姓名%u", i);
  snprintf(day, sizeof day, "%u-%02u-15", 2005 + zc_random_below(random, 16),
           1 + zc_random_below(random, 12));
  snprintf(division, sizeof division, "%u", 451221 + zc_random_below(random, 9));
  const char *cells[COLUMNS] = {id,
                                name,
                                "deputy_senior",
                                "school_teacher",
                                "targeted",
                                "intermediate",
                                day,
                                educations[zc_random_below(random, 3)],
                                division,
                                "county",
                                "public_institution",
                                zc_random_below(random, 8) ? "true" : "false",
                                "-"};
  for (int c = 0; c < COLUMNS; c++) {
    zc_workbook_writer_text(w, sheet, cells[c], strlen(cells[c]), ZC_COLOUR_NONE);
    fprintf(text, "%s%s", c > 0 ? "," : "", cells[c]);
  }
  fputc('\n', text);
}

static void write_people(void) {
  zc_diagnostics diag = {0};
  zc_output output = {.file = -1};
  zc_workbook_writer *w;
  zc_random random = zc_random_of("office", 0);
  uint32_t sheet;
  FILE *text = fopen(TEXT, "wb");
  if (!text)
    exit(1);
  for (int c = 0; c < COLUMNS; c++)
    fprintf(text, "%s%s", c > 0 ? "," : "", headings[c]);
  fputc('\n', text);
  zc_bench_expect(zc_workbook_writer_new(&w, &diag), &diag);
  zc_bench_expect(zc_workbook_writer_sheet(w, "people", headings, COLUMNS, &sheet, &diag), &diag);
  for (unsigned i = 0; i < ROWS; i++) {
    put_person(w, sheet, text, i, &random);
    zc_bench_expect(zc_workbook_writer_row(w, sheet, &diag), &diag);
  }
  zc_bench_expect(zc_output_open(&output, PEOPLE, &diag), &diag);
  zc_bench_expect(zc_workbook_writer_finish(w, &output, &diag), &diag);
  zc_bench_expect(zc_output_close(&output, &diag), &diag);
  zc_workbook_writer_free(w);
  if (fclose(text) != 0)
    exit(1);
}

/* ---- what is timed ---- */

static void run_batch(void *context) {
  char *out = context, *in = strcmp(out, WORKBOOK) == 0 ? TEXT : PEOPLE;
  char *arguments[] = {ZC_BUILD_DIR "/zhicheng",
                       "batch",
                       "--region",
                       "guangxi",
                       "--as-of",
                       "2021-10-15",
                       in,
                       "--out",
                       out,
                       NULL};
  posix_spawn_file_actions_t actions;
  pid_t child;
  int status;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  if (posix_spawn(&child, arguments[0], &actions, NULL, arguments, environ) != 0 ||
      waitpid(child, &status, 0) < 0 || status != 0) {
    fprintf(stderr, "office: batch failed\n");
    exit(1);
  }
  posix_spawn_file_actions_destroy(&actions);
}

static void XMLCALL on_element(void *data, const XML_Char *name, const XML_Char **attributes) {
  (void)name;
  (void)attributes;
  ++*(unsigned long *)data;
}

static void XMLCALL on_end(void *data, const XML_Char *name) {
  (void)data;
  (void)name;
}

static void XMLCALL on_text(void *data, const XML_Char *text, int length) {
  (void)text;
  *(unsigned long *)data += (unsigned long)length;
}

/* The sheet unpacked and parsed, and nothing made of it. */
static void run_expat(void *context) {
  enum { STEP = 64 << 10 };
  const zc_zip_library *zip = zc_zip_library_load(NULL);
  const zc_xml_library *xml = zc_xml_library_load(NULL);
  int error, file = open(PEOPLE, O_RDONLY);
  zip_t *archive = zip && file >= 0 ? zip->zip_fdopen(file, 0, &error) : NULL;
  if (!archive || !xml)
    exit(1);
  zip_file_t *part = zip->zip_fopen_index(
      archive, (zip_uint64_t)zip->zip_name_locate(archive, "xl/worksheets/sheet1.xml", 0), 0);
  XML_Parser parser = xml->XML_ParserCreate_MM(NULL, NULL, NULL);
  xml->XML_SetUserData(parser, context);
  xml->XML_SetElementHandler(parser, on_element, on_end);
  xml->XML_SetCharacterDataHandler(parser, on_text);
  for (zip_int64_t count = 1; count > 0;) {
    count = zip->zip_fread(part, xml->XML_GetBuffer(parser, STEP), STEP);
    if (count < 0 || xml->XML_ParseBuffer(parser, (int)count, count == 0) != XML_STATUS_OK)
      exit(1);
  }
  xml->XML_ParserFree(parser);
  zip->zip_fclose(part);
  zip->zip_discard(archive);
}

/* The cells of the workbook that the program wrote, a text each behind the row they stand in. */
typedef struct cells {
  zc_buffer text;
  uint32_t *columns; /* by row */
  uint32_t rows;
} cells;

static void keep_cells(cells *kept) {
  static const zc_table_options options = {.sheet = "1"};
  zc_diagnostics diag = {0};
  zc_office_file file;
  zc_table_source *source;
  const zc_table_row *row;
  kept->columns = calloc(ROWS + 1, sizeof *kept->columns);
  zc_bench_expect(zc_office_file_open(&file, WORKBOOK, &diag), &diag);
  zc_bench_expect(zc_table_source_open(&source, &file, &options, &diag), &diag);
  for (;;) {
    zc_bench_expect(zc_table_source_next(source, &row, &diag), &diag);
    if (!row || !kept->columns)
      break;
    kept->columns[kept->rows++] = row->count;
    for (uint32_t i = 0; i < row->count; i++) {
      zc_buffer_add(&kept->text, row->cells[i].text, row->cells[i].length);
      zc_buffer_putc(&kept->text, '\0');
    }
  }
  zc_table_source_close(source);
  if (kept->rows != ROWS + 1 || kept->text.failed)
    exit(1);
}

static void run_writer(void *context) {
  const cells *kept = context;
  const zc_book_library *book = zc_book_library_load(NULL);
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *workbook =
      book ? book->workbook_new_opt(FOLDER "/office_alone.xlsx", &options) : NULL;
  lxw_worksheet *sheet = workbook ? book->workbook_add_worksheet(workbook, NULL) : NULL;
  const char *text = kept->text.data;
  if (!sheet)
    exit(1);
  for (uint32_t row = 0; row < kept->rows; row++) {
    for (uint32_t column = 0; column < kept->columns[row]; column++) {
      if (*text != '\0')
        book->worksheet_write_string(sheet, row, (lxw_col_t)column, text, NULL);
      text += strlen(text) + 1;
    }
  }
  if (book->workbook_close(workbook) != LXW_NO_ERROR)
    exit(1);
}

int zc_bench_office(void) {
  unsigned long seen = 0;
  cells kept = {0};
  write_people();
  zc_bench_run in[] = {{run_batch, (void *)ANSWERS, 0}, {run_expat, &seen, 0}};
  zc_bench_time_rounds(in, 2, TURNS);
  zc_bench_result("office.xlsx_in", in[0].seconds / in[1].seconds, "times expat alone",
                  "at most 2.2");
  run_batch((void *)WORKBOOK);
  keep_cells(&kept);
  zc_bench_run out[] = {{run_batch, (void *)WORKBOOK, 0}, {run_writer, &kept, 0}};
  zc_bench_time_rounds(out, 2, TURNS);
  zc_bench_result("office.xlsx_out", out[1].seconds / out[0].seconds, "of libxlsxwriter alone",
                  "at least 0.8");
  zc_buffer_free(&kept.text);
  free(kept.columns);
  return 0;
}
