/* SPDX-License-Identifier: Apache-2.0 */
/* What stands in the texts of a region: comparisons that never decide, parameters that nothing
 * names, facts that nothing reads. */
#include "analysis/analyst.h"
#include "base/words.h"
#include "language/constant.h"

#include <string.h>

/* Calls `visit` for every expression of the tables; `rule` is NULL where no row that decides or
 * shows has it. */
typedef struct visitor {
  void (*visit)(void *context, const char *rule, const zc_place *at, const char *text);
  void *context;
} visitor;

static void give(const visitor *v, const char *rule, const zc_place *at, const char *text) {
  if (text)
    v->visit(v->context, rule, at, text);
}

static void visit_rules(const visitor *v, const zc_chapter *chapter) {
  const zc_rule *rules = chapter->rules.rows;
  for (uint32_t i = 0; i < chapter->rules.count; i++) {
    give(v, rules[i].id, &rules[i].at, rules[i].when);
    give(v, rules[i].id, &rules[i].at, rules[i].needs);
    give(v, NULL, &rules[i].at, rules[i].months);
  }
  const zc_route *routes = chapter->routes.rows;
  for (uint32_t i = 0; i < chapter->routes.count; i++) {
    const zc_line *lines = routes[i].lines.rows;
    give(v, routes[i].id, &routes[i].at, routes[i].when);
    give(v, routes[i].id, &routes[i].at, routes[i].needs);
    for (uint32_t j = 0; j < routes[i].lines.count; j++) {
      give(v, routes[i].id, &lines[j].at, lines[j].when);
      give(v, NULL, &lines[j].at, lines[j].floor);
    }
  }
}

static void visit_others(const visitor *v, const zc_chapter *chapter) {
  const zc_conversion *conversions = chapter->conversions.rows;
  for (uint32_t i = 0; i < chapter->conversions.count; i++) {
    give(v, conversions[i].id, &conversions[i].at, conversions[i].when);
    give(v, conversions[i].id, &conversions[i].at, conversions[i].keeps);
  }
  const zc_unit_row *units = chapter->units.rows;
  for (uint32_t i = 0; i < chapter->units.count; i++) {
    give(v, units[i].id, &units[i].at, units[i].when);
    give(v, units[i].id, &units[i].at, units[i].grassroots);
  }
  const zc_effect *effects = chapter->effects.rows;
  for (uint32_t i = 0; i < chapter->effects.count; i++)
    give(v, effects[i].id, &effects[i].at, effects[i].when);
  const zc_step *steps = chapter->steps.rows;
  for (uint32_t i = 0; i < chapter->steps.count; i++)
    give(v, NULL, &steps[i].at, steps[i].due);
  const zc_prohibition *prohibitions = chapter->prohibitions.rows;
  for (uint32_t i = 0; i < chapter->prohibitions.count; i++)
    give(v, NULL, &prohibitions[i].at, prohibitions[i].when);
  const zc_fact_row *facts = chapter->facts.rows;
  for (uint32_t i = 0; i < chapter->facts.count; i++)
    give(v, NULL, &facts[i].at, facts[i].assumed);
  const zc_derivation *derivations = chapter->derivations.rows;
  for (uint32_t i = 0; i < chapter->derivations.count; i++)
    give(v, NULL, &derivations[i].at, derivations[i].value);
}

static void visit_all(const zc_region *region, const visitor *v) {
  static const zc_place nowhere = {NULL, 0, 0};
  const zc_region_plugin *plugin = region->plugin;
  give(v, NULL, &nowhere, plugin->counting_day);
  give(v, NULL, &nowhere, plugin->convert_day);
  give(v, NULL, &nowhere, plugin->unit_day);
  for (uint32_t i = 0; i < plugin->chapter_count; i++) {
    visit_rules(v, plugin->chapters[i]);
    visit_others(v, plugin->chapters[i]);
  }
}

int zc_reduces_months(const zc_region *region, uint32_t rule) {
  const zc_region_plugin *plugin = region->plugin;
  for (uint32_t i = 0; i < plugin->chapter_count; i++) {
    const zc_rule *rules = plugin->chapters[i]->rules.rows;
    for (uint32_t j = 0; j < plugin->chapters[i]->rules.count; j++)
      if (strcmp(rules[j].id, region->rules[rule].id) == 0)
        return rules[j].months != NULL;
  }
  return 0;
}

/* ---- comparisons ---- */

typedef struct comparison_search {
  zc_analyst *analyst;
  zc_names names;
  zc_program program; /* a copy that takes the nodes of single comparisons */
  const char *rule;
  zc_place at;
} comparison_search;

/* Rows of macros have blanks of every length. */
static char *copy_text(zc_analyst *a, const char *text, size_t length) {
  char *out = zc_analyst_alloc(a, length + 1);
  size_t n = 0;
  for (size_t i = 0; out && i < length; i++) {
    int blank = text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
    if (!blank)
      out[n++] = text[i];
    else if (n && out[n - 1] != ' ')
      out[n++] = ' ';
  }
  return out;
}

static void keep_comparison(void *context, const char *text, size_t length, int is_true) {
  comparison_search *s = context;
  zc_analyst *a = s->analyst;
  if (a->constant_count == a->constant_room) {
    uint32_t room = a->constant_room ? 2 * a->constant_room : 16;
    zc_constant *list = zc_analyst_alloc(a, room * sizeof *list);
    if (!list)
      return;
    if (a->constant_count)
      memcpy(list, a->constants, a->constant_count * sizeof *list);
    a->constants = list;
    a->constant_room = room;
  }
  char *kept = copy_text(a, text, length);
  if (kept)
    a->constants[a->constant_count++] = (zc_constant){s->rule, s->at, kept, is_true};
}

static void search_comparisons(void *context, const char *rule, const zc_place *at,
                               const char *text) {
  comparison_search *s = context;
  zc_constant_tests found = {keep_comparison, s};
  if (!rule || s->analyst->failed)
    return;
  s->rule = rule;
  s->at = *at;
  s->analyst->failed |= !zc_constant_tests_find(&s->program, &s->names, text, &found);
}

void zc_analyse_constants(zc_analyst *a) {
  const zc_region *r = a->region;
  comparison_search s = {.analyst = a, .names = zc_region_names(r)};
  if (zc_program_copy(&s.program, &r->program))
    visit_all(r, &(visitor){search_comparisons, &s});
  else
    a->failed = 1;
  zc_program_free(&s.program);
}

/* ---- parameters ---- */

typedef struct name_search {
  const char *name;
  int found;
} name_search;

static int is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '.';
}

static void search_name(void *context, const char *rule, const zc_place *at, const char *text) {
  name_search *s = context;
  size_t length = strlen(s->name);
  (void)rule;
  (void)at;
  for (const char *p = text; !s->found && (p = strstr(p, s->name)); p++)
    s->found = (p == text || !is_name_byte(p[-1])) && !is_name_byte(p[length]);
}

typedef struct wait_search {
  const char *rule;
  name_search name;
} wait_search;

static void search_wait(void *context, const char *rule, const zc_place *at, const char *text) {
  wait_search *s = context;
  if (rule && strcmp(rule, s->rule) == 0)
    search_name(&s->name, rule, at, text);
}

/* Whether a setting still holds on a day: no later one of the same keys has taken its place. */
static int is_current(const zc_named_parameter *p, const zc_setting *s, zc_day day) {
  for (uint32_t i = 0; i < p->setting_count; i++) {
    const zc_setting *other = &p->settings[i];
    if (other->from > s->from && other->from <= day && zc_same_keys(other, s))
      return 0;
  }
  return s->from <= day && zc_setting_until(p, s) >= day;
}

static int has_value(const zc_named_parameter *p, zc_day day) {
  for (uint32_t i = 0; i < p->setting_count; i++)
    if (!p->settings[i].none && is_current(p, &p->settings[i], day))
      return 1;
  return 0;
}

int zc_waits_for_value(const zc_analyst *a, const char *rule) {
  const zc_parameter_set *set = &a->region->parameters;
  for (uint32_t i = 0; i < set->count; i++) {
    wait_search s = {rule, {set->parameters[i].name, 0}};
    if (!set->parameters[i].optional || has_value(&set->parameters[i], a->view.from))
      continue;
    visit_all(a->region, &(visitor){search_wait, &s});
    if (s.name.found)
      return 1;
  }
  return 0;
}

static void look_at_parameters(zc_analyst *a) {
  const zc_parameter_set *set = &a->region->parameters;
  for (uint32_t i = 0; i < set->count; i++) {
    name_search s = {set->parameters[i].name, 0};
    visit_all(a->region, &(visitor){search_name, &s});
    if (!s.found)
      zc_flaw_add(a, &(zc_flaw){.class = ZC_FLAW_UNUSED,
                                .rule = set->parameters[i].name,
                                .kind = "parameter",
                                .at = set->parameters[i].at,
                                .question = ZC_Q_CALENDAR});
  }
}

/* ---- facts ---- */

static void read_nodes(zc_analyst *a, uint8_t *read) {
  const zc_region *r = a->region;
  const zc_compiled_rule *lists[] = {r->rules, r->conversions, r->units};
  const uint32_t counts[] = {r->rule_count, r->conversion_count, r->unit_count};
  for (int list = 0; list < 3; list++)
    for (uint32_t i = 0; i < counts[list]; i++) {
      read[lists[list][i].in_force] = 1;
      read[lists[list][i].applies] = 1;
      read[lists[list][i].holds] = 1;
    }
  for (uint32_t i = 0; i < r->effect_count; i++)
    read[r->effects[i].applies] = 1;
  for (int q = 0; q < ZC_Q_CALENDAR; q++)
    read[r->counting_days[q]] = 1;
  for (zc_node_id i = r->program.count; i-- > 0;) {
    const zc_node *n = &r->program.nodes[i];
    if (!read[i])
      continue;
    if (n->op == ZC_OP_CALL)
      for (uint32_t j = 0; j < n->c; j++)
        read[r->program.arguments[n->b + j]] = 1;
    else
      for (int j = 0; j < zc_op_operands(n->op); j++)
        read[zc_op_operand(n, j)] = 1;
  }
}

static void mark_facts(zc_analyst *a, const uint8_t *nodes, uint8_t *facts) {
  const zc_region *r = a->region;
  for (zc_node_id i = 0; i < r->program.count; i++) {
    const zc_node *n = &r->program.nodes[i];
    if (nodes[i] && (n->op == ZC_OP_FACT || n->op == ZC_OP_GIVEN || n->op == ZC_OP_DEFAULT))
      facts[n->a] = 1;
  }
  for (uint32_t i = 0; i < r->effect_count; i++)
    for (uint32_t j = 0; j < r->effects[i].show_count; j++)
      facts[r->effects[i].shows[j]] = 1;
  for (uint32_t i = 0; i < r->step_count; i++)
    if (r->steps[i].anchor >= 0)
      facts[r->steps[i].anchor] = 1;
}

/* A fact that may not count is there to be given and not to be read. */
static int is_forbidden(const zc_region *r, const zc_fact *fact) {
  for (uint32_t i = 0; fact->tag && i < r->prohibition_count; i++)
    if (zc_has_word(r->prohibitions[i].row->tags, fact->tag, strlen(fact->tag)))
      return 1;
  return 0;
}

static zc_place place_of_fact(const zc_region *r, const char *name) {
  for (uint32_t i = 0; i < r->plugin->chapter_count; i++) {
    const zc_table *table = &r->plugin->chapters[i]->facts;
    const zc_fact_row *rows = table->rows;
    for (uint32_t j = 0; j < table->count; j++)
      if (strcmp(rows[j].name, name) == 0)
        return rows[j].at;
  }
  return (zc_place){NULL, 0, 0};
}

static void note_unread(zc_analyst *a, uint32_t fact) {
  const zc_fact *f = &a->region->vocabulary.facts[fact];
  zc_flaw_person *person = zc_fact_idle(a, fact);
  if (person)
    zc_flaw_add(a, &(zc_flaw){.class = ZC_FLAW_UNREAD,
                              .rule = f->name,
                              .kind = "fact",
                              .at = place_of_fact(a->region, f->name),
                              .question = ZC_Q_CALENDAR,
                              .person = person});
}

static void look_at_facts(zc_analyst *a) {
  const zc_vocabulary *v = &a->region->vocabulary;
  uint8_t *nodes = zc_analyst_alloc(a, a->region->program.count + 1);
  uint8_t *facts = zc_analyst_alloc(a, v->fact_count + 1);
  if (!nodes || !facts)
    return;
  read_nodes(a, nodes);
  mark_facts(a, nodes, facts);
  for (uint32_t f = ZC_SHARED_FACTS; f < v->fact_count && !a->failed; f++)
    if (!facts[f] && !is_forbidden(a->region, &v->facts[f]))
      note_unread(a, f);
}

void zc_analyse_names(zc_analyst *a) {
  if (!a->failed)
    look_at_facts(a);
  if (!a->failed)
    look_at_parameters(a);
}
