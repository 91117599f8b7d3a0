/* SPDX-License-Identifier: Apache-2.0 */
/* What one rule says about others: what it replaces, what it waives, which floors it lowers. */
#include "base/assert.h"
#include "compile/compiler.h"
#include "engine/kinds.h"

static int32_t find_target(zc_compiler *c, const zc_compiled_rule *from, const char *field,
                           const char *id, size_t length) {
  int32_t found = zc_rule_find(c, id, length);
  if (found >= 0)
    return found;
  zc_suggestion s = {.wanted = id, .wanted_length = length};
  for (uint32_t i = 0; i < c->region->rule_count; i++)
    zc_suggest(&s, c->region->rules[i].id);
  ZC_ROW_ERROR(c, from->at, from->id, field, "没有编号为“%.*s”的规则%s",
               "there is no rule '%.*s'%s", (int)length, id, zc_hint_make(c->diag, &s).text);
  return -1;
}

/* ---- replaces ---- */

static void settle(zc_compiler *c, uint32_t index, uint32_t depth);

/* Rules are few and a chain of replacements is short, so every row is asked whether it names this
 * one. */
static void settle_replacers(zc_compiler *c, uint32_t index, uint32_t depth) {
  zc_compiled_rule *rule = &c->region->rules[index];
  zc_program *p = &c->region->program;
  for (uint32_t i = 0; i < c->region->rule_count; i++) {
    if (!zc_has_word(c->drafts[i].replaces, rule->id, strlen(rule->id)))
      continue;
    settle(c, i, depth + 1);
    rule->in_force =
        zc_and(c, rule->in_force, zc_node_unary(p, ZC_OP_NOT, c->region->rules[i].in_force, 0));
  }
}

static void settle(zc_compiler *c, uint32_t index, uint32_t depth) {
  zc_draft *d = &c->drafts[index];
  zc_compiled_rule *rule = &c->region->rules[index];
  if (d->visit == 2)
    return;
  if (d->visit == 1 || depth > 64) {
    ZC_ROW_ERROR(c, rule->at, rule->id, "replaces", "规则“%s”在取代关系中绕回了自己",
                 "rule '%s' replaces itself by way of others; break the circle", rule->id);
    return;
  }
  d->visit = 1;
  rule->in_force = d->alone;
  settle_replacers(c, index, depth);
  d->visit = 2;
}

static void check_replaces(zc_compiler *c, uint32_t index) {
  const char *cursor = c->drafts[index].replaces, *word;
  size_t length;
  while (cursor && zc_next_word(&cursor, &word, &length))
    find_target(c, &c->region->rules[index], "replaces", word, length);
}

void zc_replaces_compile(zc_compiler *c) {
  for (uint32_t i = 0; i < c->region->rule_count; i++) {
    const zc_compiled_rule *rule = &c->region->rules[i];
    c->drafts[i].alone = zc_in_force_node(c, rule->span, rule->tracks);
    check_replaces(c, i);
  }
  for (uint32_t i = 0; i < c->region->rule_count && !zc_compiler_stopped(c); i++)
    settle(c, i, 0);
}

/* ---- waives ---- */

static void waives_list(zc_compiler *c, uint32_t index, const char *list) {
  zc_compiled_rule *rule = &c->region->rules[index];
  uint32_t room = 0;
  const char *cursor = list, *word;
  size_t length;
  while (zc_next_word(&cursor, &word, &length))
    room++;
  rule->waives.items = zc_compiler_alloc(c, room * sizeof *rule->waives.items);
  if (!rule->waives.items)
    return;
  cursor = list;
  while (zc_next_word(&cursor, &word, &length)) {
    int32_t found = find_target(c, rule, "waives", word, length);
    if (found < 0)
      continue;
    if (!zc_rule_binds(&c->region->rules[found]) && !zc_rule_refers(&c->region->rules[found]))
      ZC_ROW_ERROR(c, rule->at, rule->id, "waives",
                   "“%.*s”是途径或豁免，不能被豁免；这里只能写必须满足的规则",
                   "'%.*s' is a route or a waiver; only a rule that must hold can be waived",
                   (int)length, word);
    ZC_ASSERT(rule->waives.count < room && (uint32_t)found < c->region->rule_count);
    rule->waives.items[rule->waives.count++] = (uint32_t)found;
  }
}

void zc_waives_compile(zc_compiler *c) {
  for (uint32_t i = 0; i < c->region->rule_count && !zc_compiler_stopped(c); i++) {
    const zc_draft *d = &c->drafts[i];
    const char *list = d->rule ? d->rule->waives : d->route->waives;
    if (list)
      waives_list(c, i, list);
  }
}

/* ---- reduces ---- */

static int is_route_name(const zc_compiler *c, const char *word, size_t length) {
  for (uint32_t i = 0; i < c->region->rule_count; i++) {
    const zc_route *route = c->drafts[i].route;
    if (route && ((strlen(route->id) == length && memcmp(route->id, word, length) == 0) ||
                  zc_has_word(route->group, word, length)))
      return 1;
  }
  return 0;
}

static void report_lost_route(zc_compiler *c, const zc_rule *rule, const char *word,
                              size_t length) {
  zc_suggestion s = {.wanted = word, .wanted_length = length};
  for (uint32_t i = 0; i < c->region->rule_count; i++)
    if (c->drafts[i].route)
      zc_suggest(&s, c->drafts[i].route->id);
  ZC_ROW_ERROR(c, rule->at, rule->id, "reduces", "没有编号或组名为“%.*s”的途径%s",
               "there is no route with the id or group '%.*s'%s", (int)length, word,
               zc_hint_make(c->diag, &s).text);
}

void zc_reduces_check(zc_compiler *c) {
  for (uint32_t i = 0; i < c->region->rule_count; i++) {
    const zc_rule *rule = c->drafts[i].rule;
    const char *cursor = rule ? rule->reduces : NULL, *word;
    size_t length;
    while (cursor && zc_next_word(&cursor, &word, &length))
      if (!(length == 1 && *word == '*') && !is_route_name(c, word, length))
        report_lost_route(c, rule, word, length);
  }
}
