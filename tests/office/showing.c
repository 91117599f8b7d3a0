/* SPDX-License-Identifier: Apache-2.0 */
#include "showing.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

zc_status zc_test_open_table(zc_table_source **source, const char *bytes, size_t length,
                             const zc_table_options *options, zc_diagnostics *diag) {
  static const zc_table_options none;
  char name[64];
  zc_office_file file;
  int memory = memfd_create("table", MFD_CLOEXEC);
  *source = NULL;
  CU_ASSERT_FATAL(memory >= 0 && write(memory, bytes, length) == (ssize_t)length);
  snprintf(name, sizeof name, "/proc/self/fd/%d", memory);
  zc_status status = zc_office_file_open(&file, name, diag);
  close(memory);
  file.name = "f";
  if (status == ZC_OK)
    return zc_table_source_open(source, &file, options ? options : &none, diag);
  zc_office_file_close(&file);
  return status;
}

static void show_cell(const zc_cell *cell, zc_buffer *out) {
  static const char *const marks[] = {"", "", "#", "?", "@", "!", "="};
  zc_buffer_puts(out, cell->is_spread ? "^" : "");
  zc_buffer_puts(out, marks[cell->kind]);
  zc_buffer_add(out, cell->text, cell->length);
}

zc_status zc_test_show_rows(zc_table_source *source, zc_buffer *out, zc_diagnostics *diag) {
  const zc_table_row *row;
  zc_status status;
  while ((status = zc_table_source_next(source, &row, diag)) == ZC_OK && row) {
    zc_buffer_printf(out, "%llu%s", (unsigned long long)row->number, row->is_hidden ? "h" : "");
    if (row->fault)
      zc_buffer_printf(out, "!%u", row->fault);
    else
      zc_buffer_putc(out, ':');
    for (uint32_t i = 0; i < row->count; i++) {
      zc_buffer_puts(out, i > 0 ? "|" : "");
      show_cell(&row->cells[i], out);
    }
    zc_buffer_putc(out, ';');
  }
  return status;
}

char *zc_test_show_table(const char *bytes, size_t length, const zc_table_options *options) {
  zc_table_source *source;
  zc_diagnostics diag = {0};
  zc_buffer out = {0};
  if (zc_test_open_table(&source, bytes, length, options, &diag) == ZC_OK)
    zc_test_show_rows(source, &out, &diag);
  zc_table_source_close(source);
  zc_buffer_puts(&out, zc_diagnostics_text(&diag));
  char *shown = strdup(zc_buffer_text(&out));
  zc_buffer_free(&out);
  zc_diagnostics_free(&diag);
  return shown;
}

char *zc_test_book_show(const zc_test_book *book, const char *sheet) {
  zc_test_zip zip = {0};
  zc_table_options options = {.sheet = sheet};
  zc_test_book_make(&zip, book);
  char *shown = zc_test_show_table(zip.bytes.data, zip.bytes.length, &options);
  zc_test_zip_free(&zip);
  return shown;
}
