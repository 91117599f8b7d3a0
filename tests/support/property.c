/* SPDX-License-Identifier: Apache-2.0 */
#include "support/property.h"
#include <stdarg.h>
#include <stdlib.h>

enum { SHOWN = 5 };

/* People a region asked for by `make property`; 0: a short run. */
static uint64_t rows_wanted(void) {
  const char *rows = getenv("ZC_ROWS");
  return rows ? strtoull(rows, NULL, 10) : 0;
}

uint64_t property_rows(uint64_t few, uint64_t cost) {
  return rows_wanted() ? rows_wanted() / cost + 1 : few;
}

void property_note(const char *format, ...) {
  if (!rows_wanted())
    return;
  va_list arguments;
  va_start(arguments, format);
  vprintf(format, arguments);
  va_end(arguments);
}

void property_fail(property *p, const zc_person *person, const char *format, ...) {
  if (p->failures++ >= SHOWN)
    return;
  va_list arguments;
  va_start(arguments, format);
  printf("\n  %s: person %llu of %s: ", p->name, (unsigned long long)p->row, p->people->region.id);
  vprintf(format, arguments);
  printf("\n");
  va_end(arguments);
  zc_person_show(p->people, person);
}

static void run_region(property *p, uint64_t rows, property_check *check, void (*begin)(property *),
                       void (*end)(property *)) {
  const zc_region *region = &p->people->region;
  zc_person other;
  zc_diagnostics diag = {0};
  p->again = zc_workspace_new(region);
  CU_ASSERT_PTR_NOT_NULL_FATAL(p->again);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&p->facts, &region->vocabulary, &diag), ZC_OK);
  zc_person_init(&other, region);
  p->other = &other;
  if (begin)
    begin(p);
  for (p->row = 0; p->row < rows; p->row++) {
    p->random = zc_random_of(p->name, p->row);
    check(p, zc_people_draw(p->people, p->row));
  }
  if (end)
    end(p);
  zc_person_free(&other);
  zc_facts_free(&p->facts);
  zc_workspace_free(p->again);
}

void property_run(const char *name, uint64_t few, uint64_t cost, property_check *check,
                  void (*begin)(property *), void (*end)(property *), void *own) {
  uint64_t rows = property_rows(few, cost);
  for (const char *const *region = zc_test_regions; *region; region++) {
    property p = {.name = name, .people = zc_people_of(*region), .own = own};
    run_region(&p, rows, check, begin, end);
    CU_ASSERT_EQUAL(p.failures, 0);
    property_note("  %s: %llu people of %s, %u failures\n", name, (unsigned long long)rows, *region,
                  p.failures);
  }
}
