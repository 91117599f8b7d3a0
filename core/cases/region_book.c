/* SPDX-License-Identifier: Apache-2.0 */
#include "cases/region_book.h"

#include "base/memory.h"
#include "cases/case_book.h"

#include <unistd.h>

/* A plugin may be installed without its cases: the book has none then. */
static zc_status read_cases(zc_case_book *kept, const zc_region *region, const char *plugins,
                            zc_diagnostics *diag) {
  char *folder = zc_case_folder(plugins, region->id);
  zc_status status = ZC_OK;
  if (!folder)
    return zc_report_memory(diag);
  if (access(folder, F_OK) == 0)
    status = zc_case_book_read(kept, region, folder, diag);
  zc_free(folder);
  return status;
}

static zc_status write_book(zc_buffer *out, const zc_region *region, const zc_case_book *kept,
                            zc_page_form form, zc_diagnostics *diag) {
  zc_book_case *cases = zc_calloc(kept->count > 0 ? kept->count : 1, sizeof *cases);
  if (!cases)
    return zc_report_memory(diag);
  for (uint32_t i = 0; i < kept->count; i++) {
    const zc_case *c = &kept->cases[i].c;
    cases[i] = (zc_book_case){.id = c->id,
                              .title = c->title,
                              .rule = c->rule,
                              .question = c->question,
                              .as_of = c->as_of,
                              .year = c->year,
                              .strict = c->strict,
                              .entries = c->entries,
                              .entry_count = c->entry_count};
  }
  zc_book_write(out, region, form, cases, kept->count);
  zc_free(cases);
  return ZC_OK;
}

zc_status zc_region_book(zc_buffer *out, const zc_region *region, const char *plugins,
                         zc_page_form form, zc_diagnostics *diag) {
  zc_case_book kept = {0};
  zc_status status = read_cases(&kept, region, plugins, diag);
  if (status == ZC_OK)
    status = write_book(out, region, &kept, form, diag);
  zc_case_book_free(&kept);
  return status;
}
