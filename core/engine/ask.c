/* SPDX-License-Identifier: Apache-2.0 */
/* The whole way of a question: counting day, months on it, answer. */
#include "base/assert.h"
#include "engine/workspace.h"

zc_day zc_counting_day(zc_workspace *ws, zc_question question, const zc_facts *given,
                       zc_day as_of) {
  /* The counting day is a date even where nothing may be assumed: it is then the one that holds for
   * whoever is not known to be an exception. */
  zc_inputs in = {given->slots, given->given, ws->region->functions, as_of, 0, NULL};
  zc_plan_run(&ws->counting, &ws->region->program, &in, ws->values);
  ZC_ASSERT(question < ZC_Q_CALENDAR);
  int64_t day = ws->values[ws->region->counting_days[question]].lo;
  /* A parameter without a value reaches beyond the calendar, and a forged image may lead there. */
  return day >= ZC_DAY_MIN && day <= ZC_DAY_MAX ? (zc_day)day : as_of;
}

zc_status zc_ask_check(zc_workspace *ws, zc_question question, const zc_facts *given, zc_day as_of,
                       zc_diagnostics *diag) {
  zc_day counted_to = zc_counting_day(ws, question, given, as_of);
  return zc_facts_count(given, as_of, counted_to, &ws->counted, diag);
}

zc_status zc_ask(zc_workspace *ws, zc_question question, const zc_facts *given, zc_day as_of,
                 int strict, const zc_answer **answer, zc_diagnostics *diag) {
  zc_day counted_to = zc_counting_day(ws, question, given, as_of);
  zc_status status = zc_facts_count(given, as_of, counted_to, &ws->counted, diag);
  if (status != ZC_OK)
    return status;
  *answer = question == ZC_Q_ASSESS ? zc_assess(ws, &ws->counted, as_of, counted_to, strict)
            : question == ZC_Q_CONVERT
                ? zc_convert(ws, &ws->counted, as_of, counted_to, strict)
                : zc_unit_question(ws, &ws->counted, as_of, counted_to, strict);
  return ZC_OK;
}
