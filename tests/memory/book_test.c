/* SPDX-License-Identifier: Apache-2.0 */
/* A rule book, while memory runs out. */
#include "base/memory.h"
#include "book/book.h"
#include "host/host.h"
#include "support/sweep.h"
#include "tests.h"

#define PLUGIN ZC_BUILD_DIR "/template/template.so"

typedef struct book {
  zc_region region;
  zc_page_form form;
} book;

static zc_status write_book(void *context, zc_diagnostics *diag) {
  const book *b = context;
  zc_buffer page = {0};

  zc_book_write(&page, &b->region, b->form, NULL, 0);
  zc_status status = page.failed ? zc_report_memory(diag) : ZC_OK;
  zc_buffer_free(&page);
  return status;
}

static void a_book_is_whole_or_not_at_all(void) {
  book b = {.form = ZC_PAGE_HTML};

  zc_memory_setup();
  CU_ASSERT_EQUAL_FATAL(zc_region_load(&b.region, PLUGIN, NULL, NULL), ZC_OK);
  CU_ASSERT(zc_sweep_memory(write_book, &b) > 0);
  b.form = ZC_PAGE_MARKDOWN;
  CU_ASSERT(zc_sweep_memory(write_book, &b) > 0);
  zc_region_free(&b.region);
}

void test_memory_book(CU_pSuite suite) {
  CU_add_test(suite, "a book is written whole or not at all, whichever allocation fails",
              a_book_is_whole_or_not_at_all);
}
