/* SPDX-License-Identifier: Apache-2.0 */
/* The facts that a calendar is counted from. */
#include "engine/answer.h"
#include "facts/reader.h"

zc_status zc_calendar_check(const zc_facts *dates, zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  for (uint32_t i = 0; i < dates->vocabulary->fact_count; i++) {
    if (!dates->given[i] || zc_calendar_reads(i))
      continue;
    zc_buffer pointer = {0};
    zc_where where = zc_facts_where(dates, i, &pointer);
    status = zc_report(diag, ZC_BAD_INPUT, &where,
                       "%s：日程只用 review_start_date、review_end_date、meeting_date、"
                       "approval_date",
                       "%s: a calendar takes review_start_date, review_end_date, meeting_date and "
                       "approval_date only",
                       dates->vocabulary->facts[i].name);
    zc_buffer_free(&pointer);
  }
  return status;
}
