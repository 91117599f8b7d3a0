/* SPDX-License-Identifier: Apache-2.0 */
/* A small region in memory that the suites of this folder report on. */
#ifndef ZC_TESTS_REPORT_COUNTY_H
#define ZC_TESTS_REPORT_COUNTY_H

#include "report/report.h"

typedef struct county {
  zc_region region;
  zc_workspace *ws;
  zc_facts facts;
} county;

/* Compiles the region; its digest is "sm3:test". Freed with county_close. */
void county_open(county *c);
void county_close(county *c);

/* The answer on 2021-10-15 (counted to 2021-06-30) from settings "name=value", ended by NULL. */
const zc_answer *county_ask(county *c, zc_question question, const char *const *settings);
#define COUNTY_ASK(c, question, ...)                                                               \
  county_ask(c, question, (const char *const[]){__VA_ARGS__, NULL})

/* The text, or the test fails and shows both. */
void county_expect(zc_buffer *got, const char *wanted);

#endif
