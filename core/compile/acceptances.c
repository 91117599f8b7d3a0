/* SPDX-License-Identifier: Apache-2.0 */
/* Acceptances: that each speaks of something that is there. Whether it accepts anything is for the
 * tools to say that make the findings. */
#include "analysis/acceptance.h"
#include "compile/compiler.h"

/* Calls `offer` with every name that an acceptance may speak of. */
static void each_name(const zc_compiler *c, void (*offer)(void *context, const char *name),
                      void *context) {
  const zc_region *r = c->region;
  const zc_compiled_rule *lists[] = {r->rules, r->conversions, r->units};
  const uint32_t counts[] = {r->rule_count, r->conversion_count, r->unit_count};
  for (int list = 0; list < 3; list++)
    for (uint32_t i = 0; i < counts[list]; i++)
      offer(context, lists[list][i].id);
  for (uint32_t i = 0; i < r->effect_count; i++)
    offer(context, r->effects[i].row->id);
  for (uint32_t i = 0; i < r->step_count; i++)
    offer(context, r->steps[i].row->id);
  for (uint32_t i = 0; i < r->vocabulary.fact_count; i++)
    offer(context, r->vocabulary.facts[i].name);
  for (uint32_t i = 0; i < r->parameters.count; i++)
    offer(context, r->parameters.parameters[i].name);
}

typedef struct word_search {
  const char *wanted;
  int found;
} word_search;

static void compare(void *context, const char *name) {
  word_search *search = context;
  search->found |= strcmp(name, search->wanted) == 0;
}

static void suggest(void *context, const char *name) {
  zc_suggest(context, name);
}

static void check_rule(zc_compiler *c, const zc_acceptance *row) {
  word_search search = {.wanted = row->rule};
  zc_suggestion near = {.wanted = row->rule, .wanted_length = strlen(row->rule)};
  each_name(c, compare, &search);
  if (search.found)
    return;
  each_name(c, suggest, &near);
  ZC_ROW_ERROR(c, row->at, row->rule, "rule", "没有叫“%s”的规则、事实或参数%s",
               "there is no rule, fact or parameter '%s'%s", row->rule,
               zc_hint_make(c->diag, &near).text);
}

/* A class alone, or one with a colon and something behind it. */
static int is_finding(const char *finding, zc_suggestion *s) {
  for (uint32_t i = 0; i < zc_finding_class_count; i++) {
    const char *class = zc_finding_classes[i];
    size_t length = strlen(class);
    int names = class[length - 1] == ':';
    if (strncmp(finding, class, length) == 0 && (finding[length] != 0) == names)
      return 1;
    zc_suggest(s, class);
  }
  return 0;
}

static void check_finding(zc_compiler *c, const zc_acceptance *row) {
  const char *colon = strchr(row->finding, ':');
  zc_suggestion s = {.wanted = row->finding,
                     .wanted_length =
                         colon ? (size_t)(colon - row->finding) + 1 : strlen(row->finding)};
  if (!is_finding(row->finding, &s))
    ZC_ROW_ERROR(c, row->at, row->rule, "finding",
                 "“%s”不是任何工具报告的问题；请照工具所写的填写%s",
                 "'%s' is a finding of no tool; write it as the tool does%s", row->finding,
                 zc_hint_make(c->diag, &s).text);
}

static void check_first(zc_compiler *c, const zc_acceptance *row) {
  int32_t first = zc_acceptance_find(c->region, row->rule, row->finding);
  const zc_acceptance *taken = first < 0 ? row : c->region->acceptances[first];
  if (taken != row)
    ZC_ROW_ERROR(c, row->at, row->rule, "finding", "%s 第 %u 行已经接受过；请删去一行",
                 "is accepted at %s:%u already; take one of the two out",
                 taken->at.file ? taken->at.file : c->file, taken->at.line);
}

void zc_acceptances_compile(zc_compiler *c) {
  const zc_rows *rows = &c->tables.rows[ZC_ROWS_ACCEPTANCE];
  c->region->acceptances = zc_compiler_alloc(c, rows->count * sizeof *c->region->acceptances);
  if (!c->region->acceptances)
    return;
  for (uint32_t i = 0; i < rows->count; i++) {
    const zc_acceptance *row = rows->items[i];
    c->region->acceptances[c->region->acceptance_count++] = row;
    check_rule(c, row);
    check_finding(c, row);
    check_first(c, row);
  }
}
