/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/earliest.h"

#include "advice/advisor.h"
#include "base/memory.h"

#include <string.h>

enum { PLACES = 1 << 16 };

/* What was found for some facts, known by two independent sums of them. */
typedef struct found_day {
  uint64_t sums[2]; /* 0 both: none */
  zc_day day;
} found_day;

struct zc_earliest {
  zc_advisor *advisor;
  found_day *found;
};

zc_earliest *zc_earliest_new(const zc_region *region) {
  zc_earliest *e = zc_calloc(1, sizeof *e);
  if (!e)
    return NULL;
  e->advisor = zc_advisor_new(region);
  e->found = zc_calloc(PLACES, sizeof *e->found);
  if (e->advisor && e->found)
    return e;
  zc_earliest_free(e);
  return NULL;
}

void zc_earliest_free(zc_earliest *earliest) {
  if (!earliest)
    return;
  zc_advisor_free(earliest->advisor);
  zc_free(earliest->found);
  zc_free(earliest);
}

static void add(uint64_t sums[2], uint64_t value) {
  sums[0] = (sums[0] ^ value) * UINT64_C(0x9E3779B97F4A7C15);
  sums[0] ^= sums[0] >> 29;
  sums[1] = (sums[1] + value) * UINT64_C(0xD6E8FEB86659FD93);
  sums[1] ^= sums[1] >> 32;
}

static void add_fact(uint64_t sums[2], const zc_facts *facts, uint32_t fact) {
  add(sums, fact);
  add(sums, (uint64_t)facts->slots[fact].lo);
  add(sums, (uint64_t)facts->slots[fact].hi);
  for (const char *text = facts->texts[fact]; text && *text != '\0'; text++)
    add(sums, (unsigned char)*text);
}

static zc_status ask_anew(zc_earliest *e, zc_workspace *ask, const zc_facts *facts, zc_day as_of,
                          int strict, zc_day *day, zc_diagnostics *diag) {
  const zc_answer *answer;
  zc_advice advice = {0};
  zc_status status = zc_ask(ask, ZC_Q_ASSESS, facts, as_of, strict, &answer, diag);
  if (status != ZC_OK)
    return status;
  zc_advise_waiting(e->advisor, facts, answer, strict, &advice);
  *day = advice.has_earliest ? advice.earliest : ZC_DAY_MAX + 1;
  return ZC_OK;
}

zc_status zc_earliest_find(zc_earliest *earliest, zc_workspace *ask, const zc_facts *facts,
                           zc_day as_of, int strict, zc_day *day, zc_diagnostics *diag) {
  uint64_t sums[2] = {1, 2};
  add(sums, (uint64_t)as_of);
  for (uint32_t i = 0; i < earliest->advisor->region->vocabulary.fact_count; i++)
    if (facts->given[i])
      add_fact(sums, facts, i);
  found_day *found = &earliest->found[sums[0] % PLACES];
  if (found->sums[0] != sums[0] || found->sums[1] != sums[1]) {
    zc_status status = ask_anew(earliest, ask, facts, as_of, strict, &found->day, diag);
    memset(found->sums, 0, sizeof found->sums);
    if (status != ZC_OK)
      return status;
    memcpy(found->sums, sums, sizeof found->sums);
  }
  *day = found->day;
  return ZC_OK;
}
