/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng book: the rules of a region in words, to be read beside its documents. */
#include "report/book.h"
#include "cases/case_book.h"
#include "commands/run.h"

#include "base/memory.h"

#include <string.h>
#include <unistd.h>

static zc_status write_page(zc_run *run, zc_buffer *page) {
  const char *path = run->options.output;
  if (!path || strcmp(path, "-") == 0)
    return zc_run_write(run, page);
  return zc_run_save(run, path, page);
}

static zc_status write_book(zc_run *run, const zc_region *region, const zc_case_book *kept) {
  const char *format = run->options.format;
  zc_page_form form = format && strcmp(format, "markdown") == 0 ? ZC_PAGE_MARKDOWN : ZC_PAGE_HTML;
  zc_buffer page = {0};
  zc_book_case *cases = zc_calloc(kept->count > 0 ? kept->count : 1, sizeof *cases);
  if (!cases)
    return zc_report_memory(&run->diag);
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
  zc_book_write(&page, region, form, cases, kept->count);
  zc_status status = write_page(run, &page);
  zc_buffer_free(&page);
  zc_free(cases);
  return status;
}

/* A plugin may be installed without its cases: the book has none then. */
static zc_status read_cases(zc_run *run, const zc_region *region, zc_case_book *kept) {
  char *folder = zc_case_folder(run->plugins, region->id);
  zc_status status = ZC_OK;
  if (!folder)
    return zc_report_memory(&run->diag);
  if (access(folder, F_OK) == 0)
    status = zc_case_book_read(kept, region, folder, &run->diag);
  zc_free(folder);
  return status;
}

zc_status zc_command_book(zc_run *run) {
  zc_host host = {0};
  zc_region *region = NULL;
  zc_case_book kept = {0};
  if (run->options.operand_count != 1) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "book 要一个地区，给了 %u 个；见 zhicheng book --help",
                     "book takes one region, %u were given; see zhicheng book --help",
                     run->options.operand_count);
  }
  run->options.region = run->options.operands[0];
  zc_status status = zc_run_region(run, &host, &region);
  if (status == ZC_OK)
    status = read_cases(run, region, &kept);
  if (status == ZC_OK)
    status = write_book(run, region, &kept);
  zc_case_book_free(&kept);
  zc_host_close(&host);
  return status;
}
