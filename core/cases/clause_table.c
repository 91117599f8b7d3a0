/* SPDX-License-Identifier: Apache-2.0 */
#include "cases/clause_table.h"

#include "base/memory.h"
#include "base/words.h"
#include "report/mention.h"

#include <string.h>

static void add_name(zc_clause_table *t, zc_name_list *list, const char *name) {
  if (!name) {
    t->failed = 1;
    return;
  }
  if (list->count == list->room) {
    uint32_t room = list->room > 0 ? list->room * 2 : 8;
    const char **names = zc_realloc(list->names, room * sizeof(const char *));
    if (!names) {
      t->failed = 1;
      return;
    }
    list->names = names;
    list->room = room;
  }
  list->names[list->count++] = name;
}

static void add_once(zc_clause_table *t, zc_name_list *list, const char *name) {
  for (uint32_t i = 0; i < list->count; i++)
    if (strcmp(list->names[i], name) == 0)
      return;
  add_name(t, list, name);
}

static zc_clause_use *use_of(zc_clause_table *t, const zc_clause *clause) {
  return &t->uses[clause - t->region->clauses];
}

static zc_clause_use *use_of_id(zc_clause_table *t, const char *id) {
  for (uint32_t i = 0; id && i < t->count; i++)
    if (strcmp(t->uses[i].clause->id, id) == 0)
      return &t->uses[i];
  return NULL;
}

/* ---- carriers ---- */

static void carry_rules(zc_clause_table *t, zc_case_rows rows) {
  for (uint32_t i = 0; i < rows.count; i++)
    for (uint32_t j = 0; j < rows.rows[i].law.clause_count; j++)
      add_once(t, &use_of(t, rows.rows[i].law.clauses[j])->rules, rows.rows[i].id);
}

static void carry_rest(zc_clause_table *t) {
  const zc_region *r = t->region;
  for (uint32_t i = 0; i < r->prohibition_count; i++)
    for (uint32_t j = 0; j < r->prohibitions[i].law.clause_count; j++)
      add_once(t, &use_of(t, r->prohibitions[i].law.clauses[j])->rules, r->prohibitions[i].row->id);
  for (uint32_t i = 0; i < r->step_count; i++)
    for (uint32_t j = 0; j < r->steps[i].law.clause_count; j++)
      add_once(t, &use_of(t, r->steps[i].law.clauses[j])->steps, r->steps[i].row->id);
  for (uint32_t i = 0; i < r->effect_count; i++)
    for (uint32_t j = 0; j < r->effects[i].law.clause_count; j++)
      add_once(t, &use_of(t, r->effects[i].law.clauses[j])->effects, r->effects[i].row->id);
}

/* Calls `visit` for each derivation that rests on a clause. */
static void each_derivation(zc_clause_table *t, const zc_answer *answer,
                            void (*visit)(zc_clause_table *t, const zc_derivation *row,
                                          zc_clause_use *use, const zc_answer *answer)) {
  const zc_region_plugin *plugin = t->region->plugin;
  for (uint32_t i = 0; i < plugin->chapter_count; i++) {
    const zc_derivation *rows = plugin->chapters[i]->derivations.rows;
    for (uint32_t j = 0; j < plugin->chapters[i]->derivations.count; j++) {
      zc_clause_use *use = use_of_id(t, rows[j].clause);
      if (use)
        visit(t, &rows[j], use, answer);
    }
  }
}

static void carry_derivation(zc_clause_table *t, const zc_derivation *row, zc_clause_use *use,
                             const zc_answer *answer) {
  zc_buffer name = {0};
  (void)answer;
  zc_buffer_puts(&name, "fact.");
  zc_buffer_puts(&name, row->fact);
  add_name(t, &use->rules, name.failed ? NULL : zc_arena_copy(&t->arena, name.data, name.length));
  zc_buffer_free(&name);
}

static const zc_document *document_of(const zc_region *region, const zc_clause *clause) {
  for (uint32_t i = 0; clause->document && i < region->document_count; i++)
    if (strcmp(region->documents[i].id, clause->document) == 0)
      return &region->documents[i];
  return NULL;
}

static void carry_all(zc_clause_table *t) {
  zc_clause_use *counting = use_of_id(t, t->region->plugin->counting_clause);
  carry_rules(t, zc_rows_of(t->region, ZC_Q_ASSESS));
  carry_rules(t, zc_rows_of(t->region, ZC_Q_CONVERT));
  carry_rules(t, zc_rows_of(t->region, ZC_Q_UNIT));
  carry_rest(t);
  each_derivation(t, NULL, carry_derivation);
  if (counting)
    add_name(t, &counting->rules, "counting_day");
}

zc_status zc_clause_table_make(zc_clause_table *table, const zc_region *region,
                               zc_diagnostics *diag) {
  memset(table, 0, sizeof *table);
  table->region = region;
  table->uses = zc_calloc((size_t)region->clause_count + 1, sizeof *table->uses);
  table->marks = zc_calloc((size_t)region->clause_count + 1, 1);
  if (!table->uses || !table->marks)
    return zc_report_memory(diag);
  table->count = region->clause_count;
  for (uint32_t i = 0; i < table->count; i++) {
    table->uses[i].clause = &region->clauses[i];
    table->uses[i].document = document_of(region, &region->clauses[i]);
  }
  carry_all(table);
  return table->failed ? zc_report_memory(diag) : ZC_OK;
}

void zc_clause_table_free(zc_clause_table *table) {
  for (uint32_t i = 0; i < table->count; i++) {
    zc_free(table->uses[i].rules.names);
    zc_free(table->uses[i].steps.names);
    zc_free(table->uses[i].effects.names);
    zc_free(table->uses[i].cases.names);
  }
  zc_free(table->uses);
  zc_free(table->marks);
  zc_arena_free(&table->arena);
}

int zc_clause_carried(const zc_clause_use *use) {
  return use->rules.count > 0 || use->steps.count > 0 || use->effects.count > 0;
}

/* ---- cases ---- */

static void mark_law(zc_clause_table *t, const zc_law *law) {
  for (uint32_t i = 0; i < law->clause_count; i++)
    t->marks[law->clauses[i] - t->region->clauses] = 1;
}

/* All rows of the id that an expectation names. */
static void mark_named(zc_clause_table *t, zc_question question, const char *id) {
  const zc_region *r = t->region;
  const zc_compiled_rule *rule = zc_row_find(r, question, id);
  if (rule)
    mark_law(t, &rule->law);
  for (uint32_t i = 0; i < r->effect_count; i++)
    if (strcmp(r->effects[i].row->id, id) == 0)
      mark_law(t, &r->effects[i].law);
  for (uint32_t i = 0; i < r->step_count; i++)
    if (strcmp(r->steps[i].row->id, id) == 0)
      mark_law(t, &r->steps[i].law);
}

static void mark_expectations(zc_clause_table *t, const zc_case *c) {
  static const char *const prefixes[] = {"finding.", "effect.", "due."};
  if (c->rule)
    mark_named(t, c->question, c->rule);
  for (uint32_t i = 0; i < c->entry_count; i++) {
    for (size_t j = 0; j < sizeof prefixes / sizeof prefixes[0]; j++) {
      size_t length = strlen(prefixes[j]);
      if (strncmp(c->entries[i].key, prefixes[j], length) == 0)
        mark_named(t, c->question, c->entries[i].key + length);
    }
  }
}

static int gives_tagged_fact(const zc_facts *facts, const char *tags) {
  const zc_vocabulary *v = facts->vocabulary;
  for (uint32_t i = 0; i < v->fact_count; i++)
    if (facts->given[i] && v->facts[i].tag &&
        zc_has_word(tags, v->facts[i].tag, strlen(v->facts[i].tag)))
      return 1;
  return 0;
}

static void mark_prohibitions(zc_clause_table *t, const zc_answer *answer) {
  zc_slot track = zc_answer_value(answer, ZC_F_track);
  for (uint32_t i = 0; i < t->region->prohibition_count; i++) {
    const zc_compiled_prohibition *p = &t->region->prohibitions[i];
    int in_force = answer->as_of >= p->span.from && answer->as_of <= p->span.until &&
                   track.lo == track.hi && (p->tracks >> track.lo & 1u);
    if (in_force && gives_tagged_fact(answer->facts, p->row->tags))
      mark_law(t, &p->law);
  }
}

static void mark_derivation(zc_clause_table *t, const zc_derivation *row, zc_clause_use *use,
                            const zc_answer *answer) {
  const zc_region *r = t->region;
  int32_t fact = zc_fact_find(&r->vocabulary, row->fact, strlen(row->fact));
  zc_span span = {ZC_DAY_MIN, ZC_DAY_MAX};
  if (fact < 0)
    return;
  if (use->document)
    span = r->document_spans[use->document - r->documents];
  zc_slot given = answer->facts->slots[fact];
  zc_slot read = zc_answer_value(answer, (uint32_t)fact);
  if (answer->as_of >= span.from && answer->as_of <= span.until &&
      (given.lo != read.lo || given.hi != read.hi))
    t->marks[use - t->uses] = 1;
}

static void mark_answer(zc_clause_table *t, const zc_answer *answer) {
  zc_clause_use *counting = use_of_id(t, t->region->plugin->counting_clause);
  for (uint32_t i = 0; i < answer->finding_count; i++)
    if (answer->findings[i].state != ZC_NOT_APPLICABLE)
      mark_law(t, &answer->findings[i].rule->law);
  for (uint32_t i = 0; i < answer->effect_count; i++)
    mark_law(t, &answer->effects[i]->law);
  if (answer->question == ZC_Q_ASSESS) {
    mark_prohibitions(t, answer);
    each_derivation(t, answer, mark_derivation);
  }
  if (counting && answer->counted_to != answer->as_of)
    t->marks[counting - t->uses] = 1;
}

static zc_status mark_case(zc_clause_table *t, zc_runner *runner, const zc_case *c,
                           zc_diagnostics *diag) {
  zc_status status;
  if (c->question != ZC_Q_CALENDAR) {
    const zc_answer *answer = NULL;
    status = zc_case_ask(runner, c, &answer, diag);
    if (status == ZC_OK)
      mark_answer(t, answer);
    return status;
  }
  zc_calendar calendar = {0};
  status = zc_case_calendar(runner, c, &calendar, diag);
  for (uint32_t i = 0; status == ZC_OK && i < calendar.step_count; i++)
    mark_law(t, &calendar.steps[i].step->law);
  zc_calendar_free(&calendar);
  return status;
}

zc_status zc_clause_table_add(zc_clause_table *table, zc_runner *runner, const zc_case *c,
                              zc_diagnostics *diag) {
  memset(table->marks, 0, table->count);
  mark_expectations(table, c);
  zc_status status = mark_case(table, runner, c, diag);
  if (status != ZC_OK)
    return status;
  const char *id = zc_arena_copy(&table->arena, c->id, strlen(c->id));
  for (uint32_t i = 0; i < table->count; i++)
    if (table->marks[i])
      add_name(table, &table->uses[i].cases, id);
  return table->failed ? zc_report_memory(diag) : ZC_OK;
}
