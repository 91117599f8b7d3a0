/* SPDX-License-Identifier: Apache-2.0 */
#include "read_table.h"
#include "base/words.h"
#include "office/spread.h"
#include "office/table_source.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static void check_row(const zc_table_row *row, uint64_t *number) {
  int has_own = row->fault != 0;
  if (row->number <= *number || (row->fault && row->count > 0))
    abort();
  *number = row->number;
  for (uint32_t i = 0; i < row->count; i++) {
    const zc_cell *cell = &row->cells[i];
    int is_empty = cell->kind == ZC_CELL_EMPTY;
    if (cell->kind > ZC_CELL_NO_RESULT || !cell->text || (is_empty && cell->length > 0))
      abort();
    if (!row->fault && zc_utf8_valid(cell->text, cell->length) != cell->length)
      abort();
    has_own |= !is_empty && !cell->is_spread;
  }
  if (!has_own || (row->count > 0 && row->cells[row->count - 1].kind == ZC_CELL_EMPTY))
    abort();
}

static zc_status read_rows(zc_table_source *source, zc_diagnostics *diag) {
  const zc_table_row *row, *head;
  uint64_t number = 0;
  uint32_t count;
  zc_buffer notes = {0};
  zc_status status = zc_table_source_head(source, &head, &count, diag);
  while (status == ZC_OK && (status = zc_table_source_next(source, &row, diag)) == ZC_OK && row)
    check_row(row, &number);
  zc_table_source_notes(source, ZC_LANG_EN, &notes);
  zc_buffer_free(&notes);
  return status;
}

void zc_fuzz_table(const char *bytes, size_t length) {
  static const zc_table_options options;
  zc_table_source *source = NULL;
  zc_diagnostics diag = {0};
  zc_office_file file;
  char name[64];
  int memory = memfd_create("table", MFD_CLOEXEC);
  if (memory < 0 || write(memory, bytes, length) != (ssize_t)length)
    abort();
  snprintf(name, sizeof name, "/proc/self/fd/%d", memory);
  zc_status status = zc_office_file_open(&file, name, &diag);
  if (status == ZC_OK)
    status = zc_table_source_open(&source, &file, &options, &diag);
  if (status == ZC_OK)
    status = read_rows(source, &diag);
  if ((status == ZC_OK) != (diag.errors == 0))
    abort();
  zc_table_source_close(source);
  zc_office_file_close(&file);
  zc_diagnostics_free(&diag);
  close(memory);
}
