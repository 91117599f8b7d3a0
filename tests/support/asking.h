/* SPDX-License-Identifier: Apache-2.0 */
/* Questions to a small region that a test has written down. */
#ifndef ZC_TESTS_SUPPORT_ASKING_H
#define ZC_TESTS_SUPPORT_ASKING_H

#include "advice/advice.h"
#include "support/region.h"

typedef struct asking {
  zc_region region;
  zc_workspace *workspace;
  zc_advisor *advisor;
  zc_facts facts;
  int strict;
} asking;

void asking_open(asking *a, const zc_region_plugin *plugin);
void asking_close(asking *a);

/* The answer to `assess` on a day; `facts` as "track=general continuing_education_hours=50", with
 * blanks between. Lives until the next one. */
const zc_answer *asking_assess(asking *a, const char *day, const char *facts);
/* The same with its advice. */
const zc_advice *asking_advise(asking *a, const char *day, const char *facts);

/* The state of a finding; -1: it is not listed. */
int asking_state(const zc_answer *answer, const char *rule);
/* The names of the missing facts with blanks between, or of the route: "" for none. */
const char *asking_missing(const zc_answer *answer, char text[256]);
const char *asking_route(const zc_answer *answer);

#endif
