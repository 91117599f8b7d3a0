/* SPDX-License-Identifier: Apache-2.0 */
/* What a rule reads for each fact: the value as given, or what stands in for it (vocabulary.h),
 * then what the region's derivations make of it. An expression that names another fact reads that
 * fact's final node, so facts are made in the order in which they need one another. */
#include "compile/compiler.h"

/* Facts that stand in for one another this deep are a mistake; the limit also bounds the stack. */
#define MAX_DEPTH 32

enum { NOT_YET = 0, UNDER_WAY, DONE };

typedef struct zc_fact_job {
  zc_compiler *c;
  uint8_t *states; /* by fact */
  int depth;
} zc_fact_job;

static void make_fact(zc_fact_job *job, uint32_t fact, const zc_place *at);

static zc_place fact_place(const zc_compiler *c, const char *name) {
  const zc_rows *rows = &c->tables.rows[ZC_ROWS_FACT];
  for (uint32_t i = 0; i < rows->count; i++) {
    const zc_fact_row *row = rows->items[i];
    if (strcmp(row->name, name) == 0)
      return row->at;
  }
  return (zc_place){"core/facts/facts.def", 0, 0};
}

static const zc_named_parameter *find_parameter(const zc_compiler *c, const char *name,
                                                size_t length) {
  for (uint32_t i = 0; i < c->region->parameters.count; i++) {
    const zc_named_parameter *p = &c->region->parameters.parameters[i];
    if (strlen(p->name) == length && memcmp(p->name, name, length) == 0)
      return p;
  }
  return NULL;
}

static const zc_function *find_function(const zc_compiler *c, const char *name, size_t length) {
  for (uint32_t i = 0; i < c->region->function_count; i++)
    if (strlen(c->region->functions[i].name) == length &&
        memcmp(c->region->functions[i].name, name, length) == 0)
      return &c->region->functions[i];
  return NULL;
}

static void make_keys(zc_fact_job *job, uint32_t keys, const zc_place *at) {
  if (keys & ZC_KEY_DIVISION)
    make_fact(job, ZC_F_unit_division, at);
  for (int i = 0; i < ZC_WORD_KEYS; i++)
    if (keys & zc_word_keys[i].key)
      make_fact(job, zc_word_keys[i].fact, at);
}

/* Makes first what the name stands for. A name that is none of ours is a word, or an error that the
 * compiler of the expression reports. */
static void make_named(zc_fact_job *job, const char *name, size_t length, uint32_t self,
                       const zc_place *at) {
  int32_t fact = zc_names_fact(&job->c->names, name, length);
  if (fact >= 0) {
    if ((uint32_t)fact != self)
      make_fact(job, (uint32_t)fact, at);
    return;
  }
  const zc_named_parameter *parameter = find_parameter(job->c, name, length);
  if (parameter)
    make_keys(job, parameter->keys, at);
  const zc_function *function = find_function(job->c, name, length);
  const char *cursor = function ? function->reads : NULL, *word;
  size_t word_length;
  while (cursor && zc_next_word(&cursor, &word, &word_length))
    make_named(job, word, word_length, self, at);
}

static int in_name(char ch) {
  return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') ||
         ch == '_' || ch == '.';
}

/* Makes the facts that an expression names. given(x) reads no value, so x is left alone. */
static void make_mentioned(zc_fact_job *job, const char *text, uint32_t self, const zc_place *at) {
  int skip = 0;
  while (*text) {
    if (!in_name(*text)) {
      skip = skip && (*text == '(' || *text == ' ');
      text++;
      continue;
    }
    const char *start = text;
    while (in_name(*text))
      text++;
    size_t length = (size_t)(text - start);
    if (!skip)
      make_named(job, start, length, self, at);
    skip = length == 5 && memcmp(start, "given", 5) == 0;
  }
}

static zc_node_id fact_expression(zc_fact_job *job, uint32_t fact, const char *field,
                                  const char *text, const zc_place *at) {
  zc_compiler *c = job->c;
  const zc_fact *f = &c->region->vocabulary.facts[fact];
  make_mentioned(job, text, fact, at);
  zc_source source = {*at, f->name, field};
  int is_condition = strcmp(field, "derived_when") == 0;
  return zc_compile(&c->region->program, &c->names, text, is_condition ? ZC_BOOL : f->type,
                    is_condition ? ZC_NO_UNIT : f->unit, is_condition ? -1 : f->enumeration,
                    &source, NULL, c->diag);
}

/* The condition, with one fact in it as given where the row says so. */
static zc_node_id derived_when(zc_fact_job *job, uint32_t fact, const zc_place *at) {
  zc_compiler *c = job->c;
  const zc_fact *f = &c->region->vocabulary.facts[fact];
  if (!f->reads_given)
    return fact_expression(job, fact, "derived_when", f->derived_when, at);
  uint32_t read = f->reads_given - 1;
  const zc_fact *as_given = &c->region->vocabulary.facts[read];
  make_fact(job, read, at);
  zc_node_id made = c->fact_nodes[read];
  c->fact_nodes[read] =
      zc_node_fact(&c->region->program, as_given->type, read, as_given->min, as_given->max);
  zc_node_id when = fact_expression(job, fact, "derived_when", f->derived_when, at);
  c->fact_nodes[read] = made;
  return when;
}

/* The region's own derivations, each in force with its clause's document. */
static void derive_fact(zc_fact_job *job, uint32_t fact) {
  zc_compiler *c = job->c;
  zc_program *p = &c->region->program;
  const zc_rows *rows = &c->tables.rows[ZC_ROWS_DERIVATION];
  for (uint32_t i = 0; i < rows->count; i++) {
    const zc_derivation *row = rows->items[i];
    if (strcmp(row->fact, c->region->vocabulary.facts[fact].name) != 0)
      continue;
    zc_span span = {ZC_DAY_MIN, ZC_DAY_MAX};
    const zc_clause *clause = NULL;
    if (row->clause)
      clause = zc_clause_find(c, &row->at, row->fact, "clause", row->clause, strlen(row->clause));
    if (clause)
      span = zc_document_span(c->region, clause->document);
    if (span.from > span.until)
      ZC_ROW_ERROR(c, row->at, row->fact, "clause", "条款“%s”的文件没有施行日期，永远不会生效",
                   "the document of clause '%s' has no first day, so this is never in force",
                   row->clause);
    zc_node_id value = fact_expression(job, fact, "value", row->value, &row->at);
    zc_node_id in_force = zc_node_range(p, zc_node_as_of(p), span.from, span.until);
    c->fact_nodes[fact] = zc_node_if(p, in_force, value, c->fact_nodes[fact]);
  }
}

static void build_fact(zc_fact_job *job, uint32_t fact, const zc_place *at) {
  zc_compiler *c = job->c;
  zc_program *p = &c->region->program;
  const zc_fact *f = &c->region->vocabulary.facts[fact];
  zc_node_id raw = zc_node_fact(p, f->type, fact, f->min, f->max), node = raw;
  c->fact_nodes[fact] = raw;
  if (f->assumed) {
    zc_node_id assumed = fact_expression(job, fact, "assumed", f->assumed, at);
    node = zc_node_default(p, fact, raw, assumed, 1);
  }
  if (f->derived && f->derived_when) {
    zc_node_id when = derived_when(job, fact, at);
    zc_node_id derived = fact_expression(job, fact, "derived", f->derived, at);
    c->derived_when[fact] = when;
    node = zc_node_default(p, fact, raw, zc_node_if(p, when, derived, node), 0);
  }
  c->fact_nodes[fact] = node;
  if (f->revised)
    c->fact_nodes[fact] = fact_expression(job, fact, "revised", f->revised, at);
  derive_fact(job, fact);
}

static void make_fact(zc_fact_job *job, uint32_t fact, const zc_place *asked_from) {
  zc_compiler *c = job->c;
  const char *name = c->region->vocabulary.facts[fact].name;
  if (job->states[fact] == DONE || zc_compiler_stopped(c))
    return;
  if (job->states[fact] == UNDER_WAY || job->depth >= MAX_DEPTH) {
    ZC_ROW_ERROR(c, *asked_from, name, "value",
                 "这个事实的取值要用到它自己，或一个接一个地用到超过 %d 个事实；请改写其中一个",
                 "what stands in for this fact depends on the fact itself, or on a chain of more "
                 "than %d facts; rewrite one of the expressions",
                 MAX_DEPTH);
    return;
  }
  zc_place at = fact_place(c, name);
  job->states[fact] = UNDER_WAY;
  job->depth++;
  build_fact(job, fact, &at);
  job->depth--;
  job->states[fact] = DONE;
}

static void check_derivations(zc_compiler *c) {
  const zc_vocabulary *v = &c->region->vocabulary;
  const zc_rows *rows = &c->tables.rows[ZC_ROWS_DERIVATION];
  for (uint32_t i = 0; i < rows->count; i++) {
    const zc_derivation *row = rows->items[i];
    size_t length = strlen(row->fact);
    if (zc_fact_find(v, row->fact, length) >= 0)
      continue;
    zc_suggestion s = {.best = zc_fact_suggest(v, row->fact, length)};
    ZC_ROW_ERROR(c, row->at, row->fact, "fact", "没有叫“%s”的事实%s", "there is no fact '%s'%s",
                 row->fact, zc_hint_make(c->diag, &s).text);
  }
}

void zc_facts_compile(zc_compiler *c) {
  const zc_vocabulary *v = &c->region->vocabulary;
  zc_fact_job job = {c, zc_compiler_scratch(c, v->fact_count), 0};
  c->fact_nodes = zc_compiler_alloc(c, v->fact_count * sizeof *c->fact_nodes);
  c->derived_when = zc_compiler_alloc(c, v->fact_count * sizeof *c->derived_when);
  if (!job.states || !c->fact_nodes || !c->derived_when)
    return;
  for (uint32_t i = 0; i < v->fact_count; i++)
    c->fact_nodes[i] = c->derived_when[i] = ZC_NO_NODE;
  c->names.fact_nodes = c->region->fact_nodes = c->fact_nodes;
  c->region->derived_when = c->derived_when;
  check_derivations(c);
  for (uint32_t i = 0; i < v->fact_count && !zc_compiler_stopped(c); i++)
    make_fact(&job, i, &(zc_place){c->file, 0, 0});
}

/* The day without parameters that have no value: as_of stands in for what would not be known. */
static zc_node_id valued_day(zc_program *p, zc_node_id day) {
  if (day == ZC_NO_NODE)
    return day;
  zc_node n = p->nodes[day];
  if (n.op == ZC_OP_UNSET)
    return zc_node_as_of(p);
  if (n.op == ZC_OP_IF) {
    zc_node_id yes = valued_day(p, n.b);
    return zc_node_if(p, n.a, yes, valued_day(p, n.c));
  }
  if (n.op == ZC_OP_CONST || n.op == ZC_OP_AS_OF || n.min > ZC_DAY_MIN)
    return day;
  return zc_node_if(p, zc_node_unary(p, ZC_OP_KNOWN, day, 0), day, zc_node_as_of(p));
}

static zc_node_id counting_day(zc_compiler *c, const char *field, const char *text,
                               zc_node_id otherwise) {
  zc_source source = {{c->file, 0, 0}, c->region->id, field};
  if (!text)
    return otherwise;
  return valued_day(&c->region->program, zc_compile(&c->region->program, &c->names, text, ZC_DATE,
                                                    ZC_NO_UNIT, -1, &source, NULL, c->diag));
}

void zc_counting_days_compile(zc_compiler *c) {
  const zc_region_plugin *plugin = c->tables.plugin;
  zc_place at = {c->file, 0, 0};
  zc_node_id *days = c->region->counting_days;
  if (plugin->counting_clause)
    zc_clause_find(c, &at, c->region->id, "counting_clause", plugin->counting_clause,
                   strlen(plugin->counting_clause));
  days[ZC_Q_ASSESS] =
      counting_day(c, "counting_day", plugin->counting_day, zc_node_as_of(&c->region->program));
  days[ZC_Q_CONVERT] = counting_day(c, "convert_day", plugin->convert_day, days[ZC_Q_ASSESS]);
  days[ZC_Q_UNIT] = counting_day(c, "unit_day", plugin->unit_day, days[ZC_Q_ASSESS]);
}

/* ---- functions of the plugin ---- */

static void function_check_reads(zc_compiler *c, const zc_function *f) {
  const zc_vocabulary *v = &c->region->vocabulary;
  const char *cursor = f->reads, *word;
  size_t length;
  while (zc_next_word(&cursor, &word, &length)) {
    if (zc_fact_find(v, word, length) >= 0)
      continue;
    zc_suggestion s = {.best = zc_fact_suggest(v, word, length)};
    ZC_ROW_ERROR(c, f->at, f->name, "reads", "没有叫“%.*s”的事实%s", "there is no fact '%.*s'%s",
                 (int)length, word, zc_hint_make(c->diag, &s).text);
  }
}

/* What a row may not say is told, and read no more: conditions that name the function are compiled
 * all the same. */
static void function_check(zc_compiler *c, zc_function *f) {
  size_t prefix = strlen(c->region->id);
  if (strncmp(f->name, c->region->id, prefix) != 0 || f->name[prefix] != '.')
    ZC_ROW_ERROR(c, f->at, f->name, "name", "函数名要以地区编号“%s”和点开头",
                 "the name of a function begins with the region id '%s' and a dot", c->region->id);
  if (zc_fact_find(&c->region->vocabulary, f->name, strlen(f->name)) >= 0)
    ZC_ROW_ERROR(c, f->at, f->name, "name", "“%s”已经是一个事实的名称；请改名",
                 "'%s' is already the name of a fact; rename the function", f->name);
  if (f->type != ZC_BOOL && f->type != ZC_INT && f->type != ZC_DATE) {
    ZC_ROW_ERROR(c, f->at, f->name, "type", "类型是 %u；函数只能是 ZC_BOOL、ZC_INT 或 ZC_DATE",
                 "the type is %u; a function is ZC_BOOL, ZC_INT or ZC_DATE", f->type);
    f->type = ZC_BOOL;
  }
  if (f->unit >= ZC_UNIT_COUNT || (f->type == ZC_INT && f->min > f->max)) {
    ZC_ROW_ERROR(c, f->at, f->name, "min", "单位 %u 或取值范围有误；min 不能大于 max",
                 "the unit %u or the range is wrong; min is not greater than max", f->unit);
    f->unit = 0;
    f->min = f->max = 0;
  }
  function_check_reads(c, f);
}

void zc_functions_compile(zc_compiler *c) {
  const zc_rows *rows = &c->tables.rows[ZC_ROWS_FUNCTION];
  zc_region *region = c->region;
  region->functions = zc_compiler_alloc(c, rows->count * sizeof *region->functions);
  zc_named_row *named = zc_compiler_scratch(c, rows->count * sizeof *named);
  if (!region->functions || !named)
    return;
  for (uint32_t i = 0; i < rows->count; i++) {
    const zc_function *function = rows->items[i];
    region->functions[i] = *function;
    named[i] = (zc_named_row){function->name, &function->at};
    function_check(c, &region->functions[i]);
  }
  region->function_count = rows->count;
  zc_ids_check(c, named, rows->count);
  c->names.functions = region->functions;
  c->names.function_count = region->function_count;
}
