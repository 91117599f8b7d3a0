/* SPDX-License-Identifier: Apache-2.0 */
/* Rules: when they are in force, when they apply, what must hold. Routes share their ids, their
 * order and their place in the region; what only routes have is in compile_routes.c. */
#include "base/assert.h"
#include "compile/compiler.h"
#include "engine/kinds.h"

/* ---- declaring ---- */

static void declare_rule(zc_compiler *c, const zc_rule *row, uint32_t index) {
  zc_compiled_rule *rule = &c->region->rules[index];
  c->drafts[index] = (zc_draft){.rule = row, .replaces = row->replaces, .tracks = row->tracks};
  rule->id = row->id;
  rule->at = row->at;
  rule->text = row->text;
  rule->flags = row->flags;
  int known = row->kind > ZC_NO_KIND && row->kind < ZC_KIND_COUNT;
  rule->kind = known ? zc_kinds[row->kind].word : "";
  rule->rule_kind = known ? (zc_kind)row->kind : ZC_NO_KIND;
}

static void declare_route(zc_compiler *c, const zc_route *row, uint32_t index) {
  zc_compiled_rule *rule = &c->region->rules[index];
  c->drafts[index] = (zc_draft){.route = row, .replaces = row->replaces, .tracks = row->tracks};
  rule->id = row->id;
  rule->at = row->at;
  rule->text = row->text;
  rule->flags = row->flags;
  rule->kind = zc_kinds[ZC_NO_KIND].word;
  rule->rank = (zc_rank)row->rank;
  rule->mode = (zc_mode)row->mode;
}

/* Findings stand in the order of chapters and rows, those of national practice first. */
static uint32_t declare_pass(zc_compiler *c, int national, uint32_t index) {
  for (uint32_t i = 0; i < c->tables.plugin->chapter_count; i++) {
    const zc_table *rules = &c->tables.chapters[i].rules, *routes = &c->tables.chapters[i].routes;
    for (uint32_t r = 0; r < rules->count; r++) {
      const zc_rule *row = (const zc_rule *)rules->rows + r;
      if ((strncmp(row->id, "base.", 5) == 0) == national)
        declare_rule(c, row, index++);
    }
    for (uint32_t r = 0; r < routes->count; r++) {
      const zc_route *row = (const zc_route *)routes->rows + r;
      if ((strncmp(row->id, "base.", 5) == 0) == national)
        declare_route(c, row, index++);
    }
  }
  return index;
}

static void declare_law(zc_compiler *c, uint32_t index) {
  const zc_draft *d = &c->drafts[index];
  zc_compiled_rule *rule = &c->region->rules[index];
  zc_law_row law = {&rule->at, rule->id, NULL, NULL, NULL, 0};
  if (d->rule) {
    law.clauses = d->rule->clauses;
    law.from = d->rule->from;
    law.until = d->rule->until;
  } else {
    law.clauses = d->route->clauses;
    law.from = d->route->from;
    law.until = d->route->until;
  }
  zc_law_compile(c, &law, &rule->law, &rule->span);
  rule->tracks = zc_tracks_read(c, &rule->at, rule->id, d->tracks);
}

static int declare_all(zc_compiler *c) {
  zc_region *region = c->region;
  uint32_t count = c->tables.rows[ZC_ROWS_RULE].count + c->tables.rows[ZC_ROWS_ROUTE].count;
  region->rules = zc_compiler_alloc(c, count * sizeof *region->rules);
  c->drafts = zc_compiler_scratch(c, count * sizeof *c->drafts);
  zc_named_row *named = zc_compiler_scratch(c, count * sizeof *named);
  if (!region->rules || !c->drafts || !named)
    return 0;
  region->rule_count = declare_pass(c, 0, declare_pass(c, 1, 0));
  ZC_ASSERT(region->rule_count == count);
  for (uint32_t i = 0; i < count && !zc_compiler_stopped(c); i++) {
    named[i] = (zc_named_row){region->rules[i].id, &region->rules[i].at};
    declare_law(c, i);
    c->drafts[i].mentions.arena = &region->arena;
    c->drafts[i].months = ZC_NO_NODE;
  }
  if (!zc_compiler_stopped(c))
    zc_ids_check(c, named, count);
  return !zc_compiler_stopped(c);
}

int32_t zc_rule_find(const zc_compiler *c, const char *id, size_t length) {
  for (uint32_t i = 0; i < c->region->rule_count; i++)
    if (strlen(c->region->rules[i].id) == length && memcmp(c->region->rules[i].id, id, length) == 0)
      return (int32_t)i;
  return -1;
}

/* ---- checks of a row's shape ---- */

static void check_waiver(zc_compiler *c, const zc_rule *r) {
  if (r->kind < ZC_KIND_COUNT && zc_kinds[r->kind].effect == ZC_LIFTS) {
    if (!r->waives && !r->months)
      ZC_ROW_ERROR(c, r->at, r->id, "waives", "这条豁免什么也没有放宽%s",
                   "this waiver lifts nothing%s; write `waives`, or `months` and `reduces`",
                   c->diag->lang == ZC_LANG_ZH ? "；请填写 waives，或 months 和 reduces" : "");
    if (!r->months != !r->reduces)
      ZC_ROW_ERROR(c, r->at, r->id, r->months ? "reduces" : "months",
                   "%s 没有填写；months 和 reduces 要一起填写",
                   "%s is missing; `months` and `reduces` stand together",
                   r->months ? "reduces" : "months");
  } else if (r->waives || r->months || r->reduces) {
    ZC_ROW_ERROR(c, r->at, r->id,
                 r->waives   ? "waives"
                 : r->months ? "months"
                             : "reduces",
                 "只有 kind 为 %s 的规则才能放宽别的规则", "only a rule of kind %s lifts something",
                 "ZC_WAIVER");
  }
}

static void check_rule(zc_compiler *c, const zc_rule *r) {
  if (r->kind == ZC_NO_KIND || r->kind >= ZC_KIND_COUNT)
    ZC_ROW_ERROR(c, r->at, r->id, "kind", "规则没有种类（kind 为 %u）；请用 ZC_SCOPE 等之一",
                 "the rule is of no kind (%u); write one of ZC_SCOPE ... ZC_REFERRAL", r->kind);
  if (r->flags & ~(uint32_t)(ZC_BINDS_ALWAYS | ZC_YIELDS_TO_EXAM))
    ZC_ROW_ERROR(c, r->at, r->id, "flags",
                 "标志 %u 不适用于规则；只能用 ZC_BINDS_ALWAYS 或 ZC_YIELDS_TO_EXAM",
                 "the flags %u are not for rules; only ZC_BINDS_ALWAYS and ZC_YIELDS_TO_EXAM are",
                 r->flags);
  if (!r->needs && (r->kind >= ZC_KIND_COUNT || zc_kinds[r->kind].effect != ZC_REFERS))
    ZC_ROW_ERROR(c, r->at, r->id, "needs", "没有填写条件；只有 %s 可以不写",
                 "is missing; only a rule of kind %s goes without it", "ZC_REFERRAL");
  check_waiver(c, r);
}

/* ---- conditions ---- */

static void compile_whens(zc_compiler *c) {
  for (uint32_t i = 0; i < c->region->rule_count && !zc_compiler_stopped(c); i++) {
    zc_draft *d = &c->drafts[i];
    const char *text = d->rule ? d->rule->when : d->route->when;
    d->when = zc_condition_compile(c, &c->region->rules[i].at, c->region->rules[i].id, "when", text,
                                   &d->mentions);
  }
}

/* Where no rule binds but those that always do, and where scope, choice and lock bind as well. */
static void compile_exclusive(zc_compiler *c) {
  zc_program *p = &c->region->program;
  zc_node_id exam = zc_node_const(p, ZC_BOOL, 0), other = exam;
  for (uint32_t i = 0; i < c->region->rule_count; i++) {
    uint32_t flags = c->region->rules[i].flags;
    if (!c->drafts[i].route || !(flags & ZC_EXCLUSIVE))
      continue;
    zc_node_id *kind = flags & ZC_EXAM_DECIDES ? &exam : &other;
    *kind = zc_or(c, *kind, zc_and(c, c->region->rules[i].in_force, c->drafts[i].when));
  }
  zc_node_id elsewhere =
      zc_node_set(p, c->fact_nodes[ZC_F_track], ~(UINT64_C(1) << ZC_W_track_targeted));
  c->exclusive = zc_or(c, exam, other);
  c->exclusive_for_scope = zc_or(c, zc_and(c, exam, elsewhere), other);
}

static int binds_beside_exam(const zc_compiled_rule *rule) {
  return (rule->rule_kind == ZC_SCOPE || rule->rule_kind == ZC_CHOICE ||
          rule->rule_kind == ZC_LOCK) &&
         !(rule->flags & ZC_YIELDS_TO_EXAM);
}

static void compile_applies(zc_compiler *c, uint32_t index) {
  zc_compiled_rule *rule = &c->region->rules[index];
  rule->gate = rule->in_force;
  if (!(rule->flags & (ZC_BINDS_ALWAYS | ZC_EXCLUSIVE))) {
    zc_node_id set_aside = binds_beside_exam(rule) ? c->exclusive_for_scope : c->exclusive;
    rule->gate = zc_and(c, rule->gate, zc_node_unary(&c->region->program, ZC_OP_NOT, set_aside, 0));
  }
  rule->applies = zc_and(c, rule->gate, c->drafts[index].when);
}

static void compile_needs(zc_compiler *c, uint32_t index) {
  zc_compiled_rule *rule = &c->region->rules[index];
  zc_draft *d = &c->drafts[index];
  const zc_rule *row = d->rule;
  check_rule(c, row);
  /* A referral decides nothing: its state is unknown, whatever the facts are. */
  rule->holds = row->needs
                    ? zc_condition_compile(c, &row->at, row->id, "needs", row->needs, &d->mentions)
                    : zc_node_unset(&c->region->program, ZC_BOOL, 0, 1);
  if (row->months)
    d->months = zc_months_compile(c, &row->at, row->id, "months", row->months, &d->mentions);
  zc_rule_finish(c, index, &row->text);
}

void zc_rule_finish(zc_compiler *c, uint32_t index, const zc_text *text) {
  zc_compiled_rule *rule = &c->region->rules[index];
  zc_mentions *m = &c->drafts[index].mentions;
  zc_sentence_compile(c, &rule->at, rule->id, text, &rule->text, rule->said, m);
  rule->mentions = m->list;
  rule->mention_count = m->count;
  rule->uses = m->uses;
  rule->use_count = m->use_count;
}

void zc_rules_compile(zc_compiler *c) {
  if (!declare_all(c))
    return;
  zc_replaces_compile(c);
  compile_whens(c);
  compile_exclusive(c);
  for (uint32_t i = 0; i < c->region->rule_count && !zc_compiler_stopped(c); i++) {
    compile_applies(c, i);
    if (c->drafts[i].rule)
      compile_needs(c, i);
  }
  /* Waivers take months off the lines of routes, so all of them come first. */
  for (uint32_t i = 0; i < c->region->rule_count && !zc_compiler_stopped(c); i++)
    if (c->drafts[i].route)
      zc_route_compile(c, i);
  if (zc_compiler_stopped(c))
    return;
  zc_waives_compile(c);
  zc_reduces_check(c);
  zc_routes_order(c);
  if (!zc_compiler_stopped(c))
    zc_verdict_compile(c);
}
