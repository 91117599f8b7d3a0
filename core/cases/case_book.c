/* SPDX-License-Identifier: Apache-2.0 */
#include "cases/case_book.h"

#include "base/memory.h"

#include <string.h>

typedef struct reading {
  zc_case_book *book;
  zc_diagnostics *diag;
} reading;

static const char *keep(zc_case_book *book, const char *text) {
  return text ? zc_arena_copy(&book->arena, text, strlen(text)) : NULL;
}

/* A copy of the section that outlives its file. 0: out of memory. */
static int keep_section(zc_case_book *book, const zc_section *section, zc_section *out) {
  zc_ini_entry *entries =
      zc_arena_alloc(&book->arena, ((size_t)section->count + 1) * sizeof *entries);
  *out = (zc_section){keep(book, section->file), keep(book, section->name), section->line, entries,
                      section->count};
  if (!entries || !out->file || !out->name)
    return 0;
  for (uint32_t i = 0; i < section->count; i++) {
    const zc_ini_entry *from = &section->entries[i];
    entries[i] =
        (zc_ini_entry){out->name, keep(book, from->key), keep(book, from->value), from->line};
    if (!entries[i].key || !entries[i].value)
      return 0;
  }
  return 1;
}

/* Room for one more case; NULL: out of memory. */
static zc_stored_case *grow(zc_case_book *book) {
  if (book->count == book->capacity) {
    uint32_t capacity = book->capacity == 0 ? 128 : book->capacity * 2;
    zc_stored_case *cases = zc_realloc(book->cases, capacity * sizeof *cases);
    if (!cases)
      return NULL;
    book->cases = cases;
    book->capacity = capacity;
  }
  return &book->cases[book->count];
}

static zc_status read_section(void *context, const zc_section *section) {
  reading *r = context;
  zc_case_book *book = r->book;
  zc_section kept;
  zc_stored_case *next = grow(book);
  if (strcmp(section->name, "exempt") == 0)
    return ZC_OK;
  if (!next || !keep_section(book, section, &kept))
    return zc_report_memory(r->diag);
  memset(next, 0, sizeof *next);
  zc_status status = zc_case_read(&next->c, book->region, &kept, r->diag);
  if (status == ZC_OK)
    status = zc_facts_init(&next->facts, &book->region->vocabulary, r->diag);
  if (status == ZC_OK)
    status = zc_case_facts(&next->facts, &next->c, r->diag);
  if (status == ZC_OK)
    book->count++;
  else
    zc_facts_free(&next->facts);
  return status;
}

zc_status zc_case_book_read(zc_case_book *book, const zc_region *region, const char *folder,
                            zc_diagnostics *diag) {
  reading r = {book, diag};
  book->region = region;
  return zc_case_folder_visit(folder, read_section, &r, diag);
}

zc_status zc_case_book_add(zc_case_book *book, const char *name, const char *text,
                           zc_diagnostics *diag) {
  reading r = {book, diag};
  return zc_case_text_visit(name, text, strlen(text), read_section, &r, diag);
}

void zc_case_book_free(zc_case_book *book) {
  for (uint32_t i = 0; i < book->count; i++)
    zc_facts_free(&book->cases[i].facts);
  zc_free(book->cases);
  zc_arena_free(&book->arena);
}

static int calendar_holds(const zc_stored_case *kept, const zc_region *region) {
  zc_calendar calendar = {0};
  zc_buffer problems = {0};
  int holds = zc_calendar_make(&calendar, region, kept->c.year, &kept->facts, NULL) == ZC_OK &&
              (zc_case_expect_dates(&kept->c, &calendar, &problems), problems.length == 0);
  zc_buffer_free(&problems);
  zc_calendar_free(&calendar);
  return holds;
}

int zc_stored_case_holds(const zc_stored_case *kept, zc_workspace *ws, const zc_region *region) {
  const zc_case *c = &kept->c;
  const zc_answer *answer = NULL;
  if (c->question == ZC_Q_CALENDAR)
    return calendar_holds(kept, region);
  if (zc_ask(ws, c->question, &kept->facts, c->as_of, c->strict, &answer, NULL) != ZC_OK)
    return 0;
  zc_buffer problems = {0};
  zc_case_expect_all(c, answer, NULL, &problems);
  int holds = problems.length == 0 && !problems.failed;
  zc_buffer_free(&problems);
  return holds;
}
