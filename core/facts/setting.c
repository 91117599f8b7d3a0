/* SPDX-License-Identifier: Apache-2.0 */
/* Facts given one by one: --set NAME=VALUE. */
#include "facts/reader.h"
#include <string.h>

static size_t name_length(const char *setting) {
  return strcspn(setting, "=");
}

/* Whether an earlier setting has the same name. */
static int is_repeated(const char *const *settings, uint32_t at) {
  size_t length = name_length(settings[at]);
  for (uint32_t i = 0; i < at; i++)
    if (name_length(settings[i]) == length && !memcmp(settings[i], settings[at], length))
      return 1;
  return 0;
}

static zc_status set_one(zc_facts *f, const char *const *settings, uint32_t at,
                         zc_diagnostics *diag) {
  const char *setting = settings[at];
  size_t length = name_length(setting);
  zc_where where = {.file = "--set"};
  if (!length || setting[length] != '=')
    return zc_report(diag, ZC_BAD_INPUT, &where, "“%s”要写成 名称=值，如 target_level=intermediate",
                     "\"%s\" is to be NAME=VALUE, such as target_level=intermediate",
                     zc_show_text(setting, strlen(setting)).text);
  int32_t fact = zc_fact_find(f->vocabulary, setting, length);
  if (fact < 0)
    return zc_report_unknown_fact(diag, &where, f->vocabulary, setting, length);
  const char *value = setting + length + 1;
  zc_status status = zc_facts_put_text(f, (uint32_t)fact, value, strlen(value), &where, diag);
  if (!is_repeated(settings, at))
    return status;
  return zc_report(diag, ZC_BAD_INPUT, &where, "%s 设了不止一次；请只留一个 --set",
                   "%s is set more than once; keep one --set of it",
                   f->vocabulary->facts[fact].name);
}

zc_status zc_facts_set(zc_facts *f, const char *const *settings, uint32_t count,
                       zc_diagnostics *diag) {
  zc_status worst = ZC_OK;
  for (uint32_t i = 0; i < count; i++) {
    zc_status status = set_one(f, settings, i, diag);
    if (status > worst)
      worst = status;
  }
  return worst;
}
