/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng book: the rules of a region in words, to be read beside its documents. */
#include "cases/region_book.h"
#include "commands/run.h"

#include <string.h>

static zc_status write_page(zc_run *run, zc_buffer *page) {
  const char *path = run->options.output;
  if (!path || strcmp(path, "-") == 0)
    return zc_run_write(run, page);
  return zc_run_save(run, path, page);
}

static zc_status write_book(zc_run *run, const zc_region *region) {
  const char *format = run->options.format;
  zc_page_form form = format && strcmp(format, "markdown") == 0 ? ZC_PAGE_MARKDOWN : ZC_PAGE_HTML;
  zc_buffer page = {0};
  zc_status status = zc_region_book(&page, region, run->plugins, form, &run->diag);
  if (status == ZC_OK)
    status = write_page(run, &page);
  zc_buffer_free(&page);
  return status;
}

zc_status zc_command_book(zc_run *run) {
  zc_host host = {0};
  zc_region *region = NULL;
  if (run->options.operand_count != 1) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "book 要一个地区，给了 %u 个；见 zhicheng book --help",
                     "book takes one region, %u were given; see zhicheng book --help",
                     run->options.operand_count);
  }
  run->options.region = run->options.operands[0];
  zc_status status = zc_run_region(run, &host, &region);
  if (status == ZC_OK)
    status = write_book(run, region);
  zc_host_close(&host);
  return status;
}
