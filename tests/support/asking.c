/* SPDX-License-Identifier: Apache-2.0 */
#include "support/asking.h"
#include "tests.h"

#include <string.h>

enum { MAX_SETTINGS = 24 };

void asking_open(asking *a, const zc_region_plugin *plugin) {
  zc_diagnostics diag = {0};
  *a = (asking){.strict = 0};
  zc_test_region(&a->region, plugin);
  a->workspace = zc_workspace_new(&a->region);
  a->advisor = zc_advisor_new(&a->region);
  CU_ASSERT_FATAL(a->workspace && a->advisor);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&a->facts, &a->region.vocabulary, &diag), ZC_OK);
}

void asking_close(asking *a) {
  zc_facts_free(&a->facts);
  zc_advisor_free(a->advisor);
  zc_workspace_free(a->workspace);
  zc_region_free(&a->region);
}

const zc_answer *asking_assess(asking *a, const char *day, const char *facts) {
  char copy[1024];
  const char *settings[MAX_SETTINGS];
  uint32_t count = 0;
  zc_diagnostics diag = {0};
  const zc_answer *answer = NULL;
  zc_day as_of = 0;
  CU_ASSERT_FATAL(strlen(facts) < sizeof copy && zc_day_parse(day, &as_of) == 0);
  strcpy(copy, facts);
  for (char *at = strtok(copy, " "); at && count < MAX_SETTINGS; at = strtok(NULL, " "))
    settings[count++] = at;
  zc_facts_clear(&a->facts);
  zc_status status = zc_facts_set(&a->facts, settings, count, &diag);
  if (status == ZC_OK)
    status = zc_ask(a->workspace, ZC_Q_ASSESS, &a->facts, as_of, a->strict, &answer, &diag);
  if (status != ZC_OK)
    printf("\n%s", zc_diagnostics_text(&diag));
  CU_ASSERT_EQUAL_FATAL(status, ZC_OK);
  zc_diagnostics_free(&diag);
  return answer;
}

const zc_advice *asking_advise(asking *a, const char *day, const char *facts) {
  asking_assess(a, day, facts);
  return zc_advise(a->advisor, a->workspace, &a->facts, a->strict);
}

int asking_state(const zc_answer *answer, const char *rule) {
  for (uint32_t i = 0; i < answer->finding_count; i++)
    if (!strcmp(answer->findings[i].rule->id, rule))
      return (int)answer->findings[i].state;
  return -1;
}

const char *asking_missing(const zc_answer *answer, char text[256]) {
  text[0] = '\0';
  for (uint32_t i = 0; i < answer->missing_count; i++) {
    size_t at = strlen(text);
    snprintf(text + at, 256 - at, "%s%s", i ? " " : "",
             answer->region->vocabulary.facts[answer->missing[i]].name);
  }
  return text;
}

const char *asking_route(const zc_answer *answer) {
  return answer->route ? answer->route->id : "";
}
