/* SPDX-License-Identifier: Apache-2.0 */
/* Prohibitions on the author: while one is in force, no rule that decides may read a fact with one
 * of its tags, be it directly, through a default or through a derivation. */
#include "compile/compiler.h"

#define MAX_TAGS 64

typedef struct zc_tag_table {
  const char *names[MAX_TAGS];
  uint32_t count;
  uint64_t *reads; /* by node: the tags of the facts under it */
} zc_tag_table;

static uint64_t tag_bit(zc_compiler *c, zc_tag_table *t, const char *tag) {
  for (uint32_t i = 0; i < t->count; i++)
    if (strcmp(t->names[i], tag) == 0)
      return UINT64_C(1) << i;
  if (t->count == MAX_TAGS) {
    zc_report(c->diag, ZC_BAD_PLUGIN, &(zc_where){.file = c->file},
              "事实的标签多于 %d 个；请合并一些", "the facts have more than %d tags; merge some",
              MAX_TAGS);
    return 0;
  }
  t->names[t->count] = tag;
  return UINT64_C(1) << t->count++;
}

static int reads_fact(const zc_node *n) {
  return n->op == ZC_OP_FACT || n->op == ZC_OP_GIVEN || n->op == ZC_OP_DEFAULT;
}

/* Calls `visit` for each operand of a node. */
static void each_operand(const zc_program *p, const zc_node *n,
                         void (*visit)(void *context, zc_node_id operand), void *context) {
  for (int i = 0; i < zc_op_operands(n->op); i++)
    visit(context, zc_op_operand(n, i));
  for (uint32_t i = 0; n->op == ZC_OP_CALL && i < n->c; i++)
    visit(context, p->arguments[n->b + i]);
}

typedef struct zc_tag_walk {
  const uint64_t *reads;
  uint64_t tags;
} zc_tag_walk;

static void add_tags(void *context, zc_node_id operand) {
  zc_tag_walk *walk = context;
  walk->tags |= walk->reads[operand];
}

/* Operands stand before their users, so one pass upwards sees everything. */
static int make_tags(zc_compiler *c, zc_tag_table *t) {
  const zc_program *p = &c->region->program;
  const zc_vocabulary *v = &c->region->vocabulary;
  uint64_t *of_fact = zc_compiler_scratch(c, v->fact_count * sizeof *of_fact);
  t->reads = zc_compiler_scratch(c, p->count * sizeof *t->reads);
  if (!of_fact || !t->reads)
    return 0;
  for (uint32_t i = 0; i < v->fact_count; i++)
    if (v->facts[i].tag)
      of_fact[i] = tag_bit(c, t, v->facts[i].tag);
  for (uint32_t i = 0; i < p->count; i++) {
    zc_tag_walk walk = {t->reads, reads_fact(&p->nodes[i]) ? of_fact[p->nodes[i].a] : 0};
    each_operand(p, &p->nodes[i], add_tags, &walk);
    t->reads[i] = walk.tags;
  }
  return 1;
}

/* ---- naming the fact in the message ---- */

static void mark_operand(void *context, zc_node_id operand) {
  uint8_t *marks = context;
  marks[operand] = 1;
}

static const zc_fact *offending_fact(zc_compiler *c, zc_node_id root, const char *tags) {
  const zc_program *p = &c->region->program;
  uint8_t *marks = zc_compiler_scratch(c, p->count);
  if (!marks)
    return NULL;
  marks[root] = 1;
  for (uint32_t i = root + 1; i-- > 0;) {
    if (!marks[i])
      continue;
    const zc_node *n = &p->nodes[i];
    if (reads_fact(n)) {
      const zc_fact *f = &c->region->vocabulary.facts[n->a];
      if (f->tag && zc_has_word(tags, f->tag, strlen(f->tag)))
        return f;
    }
    each_operand(p, n, mark_operand, marks);
  }
  return NULL;
}

/* ---- rules that a prohibition's condition leaves free ---- */

/* Words of an enum that pass a test, as a mask. */
static uint64_t tested_words(const zc_node *test) {
  uint64_t words = 0;
  if (test->op == ZC_OP_SET)
    return (uint64_t)test->imm;
  for (int64_t word = 0; word < 64; word++)
    if (word >= test->imm && word <= test->imm2)
      words |= UINT64_C(1) << word;
  return words;
}

static uint64_t possible_words(const zc_node *n) {
  zc_node all = {.op = ZC_OP_RANGE, .imm = n->min, .imm2 = n->max};
  return tested_words(&all);
}

/* Room to compare two conditions, by node; the same for all pairs. */
typedef struct zc_comparison {
  uint8_t *marks;
  uint64_t *gone; /* words that a test excludes */
} zc_comparison;

static int make_comparison(zc_compiler *c, zc_comparison *room) {
  uint32_t count = c->region->program.count;
  room->marks = zc_compiler_scratch(c, count);
  room->gone = zc_compiler_scratch(c, count * sizeof *room->gone);
  return room->marks && room->gone;
}

/* Whether both conditions are never true together, told by what stands in them joined by `and`
 * alone: tests of one enum that no word passes. Where that does not tell, they may be. */
static int never_together(const zc_program *p, zc_comparison *room, zc_node_id a, zc_node_id b) {
  uint32_t last = a > b ? a : b;
  uint8_t *marks = room->marks;
  uint64_t *gone = room->gone;
  memset(marks, 0, last + 1);
  memset(gone, 0, (last + 1) * sizeof *gone);
  marks[a] = marks[b] = 1;
  for (uint32_t i = last + 1; i-- > 0;) {
    if (!marks[i])
      continue;
    const zc_node *n = &p->nodes[i];
    if (n->op == ZC_OP_AND)
      each_operand(p, n, mark_operand, marks);
    const zc_node *test = n->op == ZC_OP_NOT ? &p->nodes[n->a] : n;
    if ((test->op != ZC_OP_RANGE && test->op != ZC_OP_SET) || p->nodes[test->a].type != ZC_ENUM)
      continue;
    gone[test->a] |= n->op == ZC_OP_NOT ? tested_words(test) : ~tested_words(test);
    if (!(possible_words(&p->nodes[test->a]) & ~gone[test->a]))
      return 1;
  }
  return 0;
}

static void guard_rule(zc_compiler *c, const zc_tag_table *t, zc_comparison *room,
                       const zc_compiled_prohibition *guard, uint64_t tags, uint32_t index) {
  const zc_compiled_rule *rule = &c->region->rules[index];
  static const char *const fields[2][3] = {{"when", "needs", "months"},
                                           {"when", "lines and needs", NULL}};
  zc_node_id roots[] = {c->drafts[index].when, rule->holds, c->drafts[index].months};
  int overlaps = rule->span.from <= guard->span.until && guard->span.from <= rule->span.until;
  if (!overlaps || !(rule->tracks & guard->tracks))
    return;
  if (guard->when != ZC_NO_NODE && c->drafts[index].when != ZC_NO_NODE &&
      never_together(&c->region->program, room, guard->when, c->drafts[index].when))
    return;
  for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
    if (roots[i] == ZC_NO_NODE || !(t->reads[roots[i]] & tags))
      continue;
    const zc_fact *fact = offending_fact(c, roots[i], guard->row->tags);
    if (fact)
      ZC_ROW_ERROR(c, rule->at, rule->id, fields[c->drafts[index].route != NULL][i],
                   "读取了“%s”（标签 %s），而 %s 不许决定性的规则读取它（见 %s 第 %u 行）；请去掉",
                   "reads '%s' (tag %s), which %s forbids to rules that decide (see %s:%u); "
                   "take it out",
                   fact->name, fact->tag, guard->row->id,
                   guard->row->at.file ? guard->row->at.file : c->file, guard->row->at.line);
    return;
  }
}

static uint64_t find_tag(const zc_tag_table *t, const char *word, size_t length) {
  for (uint32_t i = 0; i < t->count; i++)
    if (strlen(t->names[i]) == length && memcmp(t->names[i], word, length) == 0)
      return UINT64_C(1) << i;
  return 0;
}

static void report_lost_tag(zc_compiler *c, const zc_tag_table *t, const zc_prohibition *row,
                            const char *word, size_t length) {
  zc_suggestion s = {.wanted = word, .wanted_length = length};
  for (uint32_t i = 0; i < t->count; i++)
    zc_suggest(&s, t->names[i]);
  ZC_ROW_ERROR(c, row->at, row->id, "tags", "没有事实带有标签“%.*s”%s",
               "no fact carries the tag '%.*s'%s", (int)length, word,
               zc_hint_make(c->diag, &s).text);
}

static uint64_t read_tags(zc_compiler *c, const zc_tag_table *t, const zc_prohibition *row) {
  uint64_t mask = 0;
  const char *cursor = row->tags, *word;
  size_t length;
  while (cursor && zc_next_word(&cursor, &word, &length)) {
    uint64_t bit = find_tag(t, word, length);
    if (!bit)
      report_lost_tag(c, t, row, word, length);
    mask |= bit;
  }
  return mask;
}

/* Before the tags are made: a condition adds nodes. */
static void compile_conditions(zc_compiler *c, const zc_rows *rows,
                               zc_compiled_prohibition *compiled) {
  for (uint32_t i = 0; i < rows->count; i++) {
    const zc_prohibition *row = rows->items[i];
    compiled[i].when = row->when
                           ? zc_condition_compile(c, &row->at, row->id, "when", row->when, NULL)
                           : ZC_NO_NODE;
  }
}

void zc_prohibitions_compile(zc_compiler *c) {
  const zc_rows *rows = &c->tables.rows[ZC_ROWS_PROHIBITION];
  zc_tag_table tags = {.count = 0};
  zc_comparison room;
  zc_named_row *named = zc_compiler_scratch(c, rows->count * sizeof *named);
  zc_compiled_prohibition *compiled = zc_compiler_alloc(c, rows->count * sizeof *compiled);
  if (!rows->count || !named || !compiled)
    return;
  c->region->prohibitions = compiled;
  c->region->prohibition_count = rows->count;
  compile_conditions(c, rows, compiled);
  if (!make_tags(c, &tags) || !make_comparison(c, &room))
    return;
  for (uint32_t i = 0; i < rows->count && !zc_compiler_stopped(c); i++) {
    const zc_prohibition *row = rows->items[i];
    zc_compiled_prohibition *guard = &compiled[i];
    guard->row = row;
    named[i] = (zc_named_row){row->id, &row->at};
    zc_text_plain_check(c, &row->at, row->id, &row->text);
    zc_law_compile(c, &(zc_law_row){&row->at, row->id, row->clauses, row->from, row->until, 0},
                   &guard->law, &guard->span);
    uint64_t mask = read_tags(c, &tags, row);
    guard->tracks = row->tracks ? zc_tracks_read(c, &row->at, row->id, row->tracks) : ~UINT64_C(0);
    for (uint32_t r = 0; r < c->region->rule_count && !zc_compiler_stopped(c); r++)
      guard_rule(c, &tags, &room, guard, mask, r);
  }
  if (!zc_compiler_stopped(c))
    zc_ids_check(c, named, rows->count);
}
