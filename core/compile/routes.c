/* SPDX-License-Identifier: Apache-2.0 */
/* Routes: lines of education and tenure, what waivers take off their floors, and the order in which
 * routes are tried. */
#include "base/assert.h"
#include "compile/compiler.h"

/* A line shows at most the level applied for, the education, the title held and the months. */
#define LINE_MENTIONS 4

static int waiver_names(const char *reduces, const zc_route *route) {
  const char *word;
  size_t length;
  while (reduces && zc_next_word(&reduces, &word, &length))
    if ((length == 1 && *word == '*') ||
        (strlen(route->id) == length && memcmp(route->id, word, length) == 0) ||
        zc_has_word(route->group, word, length))
      return 1;
  return 0;
}

/* The months that waivers which are met take off this route's floors, each once. */
static zc_node_id reduction_node(zc_compiler *c, const zc_route *route) {
  zc_program *p = &c->region->program;
  zc_node_id none = zc_node_const(p, ZC_INT, 0), sum = none;
  for (uint32_t i = 0; i < c->region->rule_count; i++) {
    const zc_draft *d = &c->drafts[i];
    const zc_compiled_rule *waiver = &c->region->rules[i];
    if (!d->rule || !d->rule->months || !waiver_names(d->rule->reduces, route))
      continue;
    zc_node_id met = zc_and(c, waiver->applies, waiver->holds);
    sum = zc_node_binary(p, ZC_OP_ADD, sum, zc_node_if(p, met, d->months, none));
  }
  return sum;
}

typedef struct zc_line_job {
  zc_compiler *c;
  const zc_route *route;
  const zc_line *line;
  zc_node_id reduction;
  zc_mentions parameters; /* those of `when` and `floor`; its facts are not shown */
  struct zc_line_report *out;
} zc_line_job;

static zc_mention *line_mention(zc_line_job *job, uint32_t fact, zc_need_form form,
                                zc_node_id value) {
  ZC_ASSERT(job->out->mention_count < LINE_MENTIONS);
  zc_mention *m = &job->out->mentions[job->out->mention_count++];
  *m = (zc_mention){.fact = fact, .form = (uint8_t)form, .value = value, .settled = ZC_NO_NODE};
  return m;
}

/* A field of the line that is a word of a fact: the fact compared with it. */
static zc_node_id line_word(zc_line_job *job, uint32_t fact, const char *field, const char *word,
                            zc_need_form form) {
  zc_compiler *c = job->c;
  zc_program *p = &c->region->program;
  const zc_vocabulary *v = &c->region->vocabulary;
  if (!word)
    return zc_node_const(p, ZC_BOOL, 1);
  int32_t index = zc_fact_word(v, fact, word, strlen(word));
  if (index < 0) {
    zc_suggestion s = {.best = zc_word_suggest(v, fact, word, strlen(word))};
    ZC_ROW_ERROR(c, job->line->at, job->route->id, field, "“%s”不是 %s 的一个词%s",
                 "'%s' is no word of %s%s", word, v->facts[fact].name,
                 zc_hint_make(c->diag, &s).text);
    return ZC_NO_NODE;
  }
  line_mention(job, fact, form, zc_node_const(p, ZC_ENUM, index));
  if (form == ZC_NEED_EQ)
    return zc_node_range(p, c->fact_nodes[fact], index, index);
  return zc_node_range(p, c->fact_nodes[fact], index, v->facts[fact].max);
}

static int32_t months_fact(zc_line_job *job) {
  zc_compiler *c = job->c;
  const zc_vocabulary *v = &c->region->vocabulary;
  const char *name = job->line->fact;
  int32_t fact = zc_fact_find(v, name, strlen(name));
  if (fact < 0) {
    zc_suggestion s = {.best = zc_fact_suggest(v, name, strlen(name))};
    ZC_ROW_ERROR(c, job->line->at, job->route->id, "fact", "没有叫“%s”的事实%s",
                 "there is no fact '%s'%s", name, zc_hint_make(c->diag, &s).text);
  } else if (v->facts[fact].type != ZC_INT || v->facts[fact].unit != ZC_MONTH) {
    ZC_ROW_ERROR(c, job->line->at, job->route->id, "fact",
                 "“%s”不是以月计的整数；这里要写一个以月计的事实",
                 "'%s' is not counted in months; name a fact that is", name);
    fact = -1;
  }
  return fact;
}

static int is_constant(const zc_compiler *c, zc_node_id node, int64_t value) {
  const zc_program *p = &c->region->program;
  return node != ZC_NO_NODE && p->nodes[node].op == ZC_OP_CONST && p->nodes[node].imm == value;
}

/* fact >= max(0, floor - what waivers take off). A floor of nothing asks for nothing: the report
 * then leaves the fact out. */
static zc_node_id line_months(zc_line_job *job) {
  zc_compiler *c = job->c;
  zc_program *p = &c->region->program;
  const zc_line *line = job->line;
  if (!line->fact != !line->floor) {
    ZC_ROW_ERROR(c, line->at, job->route->id, line->fact ? "floor" : "fact",
                 "%s 没有填写；fact 和 floor 要一起填写",
                 "%s is missing; `fact` and `floor` stand together", line->fact ? "floor" : "fact");
    return ZC_NO_NODE;
  }
  if (!line->fact)
    return zc_node_const(p, ZC_BOOL, 1);
  int32_t fact = months_fact(job);
  zc_node_id floor =
      zc_months_compile(c, &line->at, job->route->id, "floor", line->floor, &job->parameters);
  if (fact < 0 || floor == ZC_NO_NODE)
    return ZC_NO_NODE;
  floor = zc_node_binary(p, ZC_OP_MAX, zc_node_const(p, ZC_INT, 0),
                         zc_node_binary(p, ZC_OP_SUB, floor, job->reduction));
  if (!is_constant(c, floor, 0))
    line_mention(job, (uint32_t)fact, ZC_NEED_GE, floor);
  return zc_node_binary(p, ZC_OP_GE, c->fact_nodes[fact], floor);
}

/* The title of the level, or, for a general application, a targeted one of the level applied for,
 * which is just above it. Plugins of an older minor ABI know the first alone. */
static zc_node_id held_node(zc_line_job *job) {
  zc_compiler *c = job->c;
  zc_program *p = &c->region->program;
  const char *held = job->line->held;
  zc_node_id same = line_word(job, ZC_F_current_title_level, "held", held, ZC_NEED_EQ);
  if (!held || same == ZC_NO_NODE || c->tables.plugin->abi_minor < 3)
    return same;
  int32_t above =
      zc_fact_word(&c->region->vocabulary, ZC_F_current_title_level, held, strlen(held)) + 1;
  zc_node_id targeted =
      zc_and(c, zc_node_range(p, c->fact_nodes[ZC_F_track], ZC_W_track_general, ZC_W_track_general),
             zc_node_range(p, c->fact_nodes[ZC_F_current_title_track], ZC_W_track_targeted,
                           ZC_W_track_targeted));
  zc_node_id level =
      zc_and(c, zc_node_range(p, c->fact_nodes[ZC_F_current_title_level], above, above),
             zc_node_range(p, c->fact_nodes[ZC_F_target_level], above, above));
  return zc_or(c, same, zc_and(c, targeted, level));
}

static void compile_line(zc_line_job *job) {
  zc_compiler *c = job->c;
  const zc_line *line = job->line;
  job->out->mentions = zc_compiler_alloc(c, LINE_MENTIONS * sizeof *job->out->mentions);
  if (!job->out->mentions)
    return;
  zc_node_id target = line_word(job, ZC_F_target_level, "target", line->target, ZC_NEED_EQ);
  zc_node_id when = zc_condition_compile(c, &line->at, job->route->id, "lines, when", line->when,
                                         &job->parameters);
  job->out->education = line_word(job, ZC_F_education, "education", line->education, ZC_NEED_GE);
  job->out->held = held_node(job);
  zc_node_id months = line_months(job);
  job->out->row = line;
  job->out->uses = job->parameters.uses;
  job->out->use_count = job->parameters.use_count;
  job->out->months = months;
  job->out->applies = zc_and(c, target, when);
  job->out->holds = zc_and(c, zc_and(c, job->out->applies, job->out->education),
                           zc_and(c, job->out->held, months));
}

/* A line that stands on no day and in no place, for want of a value, is not kept for the report. */
static zc_node_id compile_lines(zc_compiler *c, const zc_route *route, zc_compiled_rule *rule) {
  zc_program *p = &c->region->program;
  if (!route->lines.count)
    return zc_node_const(p, ZC_BOOL, 1);
  rule->lines = zc_compiler_alloc(c, route->lines.count * sizeof *rule->lines);
  if (!rule->lines)
    return ZC_NO_NODE;
  zc_node_id any = zc_node_const(p, ZC_BOOL, 0), reduction = reduction_node(c, route);
  for (uint32_t i = 0; i < route->lines.count && !zc_compiler_stopped(c); i++) {
    struct zc_line_report line = {.applies = ZC_NO_NODE, .holds = ZC_NO_NODE};
    ZC_ASSERT(rule->line_count <= i);
    zc_line_job job = {.c = c,
                       .route = route,
                       .line = (const zc_line *)route->lines.rows + i,
                       .reduction = reduction,
                       .parameters = {.arena = &c->region->arena},
                       .out = &line};
    compile_line(&job);
    any = zc_or(c, any, line.holds);
    if (!is_constant(c, line.applies, 0))
      rule->lines[rule->line_count++] = line;
  }
  return any;
}

static void check_route(zc_compiler *c, const zc_route *r) {
  if (r->rank == ZC_RANK_NONE || r->rank >= ZC_RANK_COUNT)
    ZC_ROW_ERROR(c, r->at, r->id, "rank",
                 "次序为 %u；请用 ZC_RANK_EXAM 到 ZC_RANK_EXCEPTIONAL 之一",
                 "the rank is %u; write one of ZC_RANK_EXAM ... ZC_RANK_EXCEPTIONAL", r->rank);
  if (r->mode >= ZC_MODE_COUNT)
    ZC_ROW_ERROR(c, r->at, r->id, "mode", "方式为 %u；请用 ZC_REVIEW、ZC_DETERMINATION 或 ZC_EXAM",
                 "the mode is %u; write ZC_REVIEW, ZC_DETERMINATION or ZC_EXAM", r->mode);
  if (r->flags & ~(uint32_t)(ZC_BINDS_ALWAYS | ZC_EXCLUSIVE | ZC_EXAM_DECIDES))
    ZC_ROW_ERROR(
        c, r->at, r->id, "flags", "标志 %u 不适用于途径；只能用 ZC_EXCLUSIVE 和 ZC_EXAM_DECIDES",
        "the flags %u are not for routes; only ZC_EXCLUSIVE and ZC_EXAM_DECIDES are", r->flags);
  if ((r->flags & ZC_EXAM_DECIDES) && !(r->flags & ZC_EXCLUSIVE))
    ZC_ROW_ERROR(c, r->at, r->id, "flags", "%s 要与 ZC_EXCLUSIVE 一起写",
                 "%s stands with ZC_EXCLUSIVE", "ZC_EXAM_DECIDES");
  if (!r->lines.count && !r->needs)
    ZC_ROW_ERROR(c, r->at, r->id, "lines", "途径既没有 lines 也没有 %s，谁都可以走",
                 "the route has neither lines nor %s: anyone could come this way", "needs");
}

void zc_route_compile(zc_compiler *c, uint32_t index) {
  zc_compiled_rule *rule = &c->region->rules[index];
  zc_draft *d = &c->drafts[index];
  const zc_route *row = d->route;
  check_route(c, row);
  zc_node_id lines = compile_lines(c, row, rule);
  zc_node_id needs = zc_condition_compile(c, &row->at, row->id, "needs", row->needs, &d->mentions);
  rule->holds = zc_and(c, lines, needs);
  zc_rule_finish(c, index, &row->text);
}

void zc_routes_order(zc_compiler *c) {
  zc_region *region = c->region;
  region->routes = zc_compiler_alloc(c, region->rule_count * sizeof *region->routes);
  if (!region->routes)
    return;
  for (uint32_t rank = ZC_RANK_NONE; rank < ZC_RANK_COUNT; rank++)
    for (uint32_t i = 0; i < region->rule_count; i++)
      if (c->drafts[i].route && c->drafts[i].route->rank == rank)
        region->routes[region->route_count++] = i;
}
