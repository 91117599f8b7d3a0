/* SPDX-License-Identifier: Apache-2.0 */
/* The conditions of a row as trees: those of its texts, joined as the row joins them. */
#include "engine/kinds.h"
#include "testing/conditions.h"

#include "base/memory.h"
#include "engine/workspace.h"
#include "language/outline.h"

#include <stdio.h>
#include <string.h>

static uint32_t add(zc_conditions *c, const zc_condition *condition) {
  if (c->count == c->capacity) {
    uint32_t capacity = c->capacity == 0 ? 512 : c->capacity * 2;
    zc_condition *list = zc_realloc(c->list, capacity * sizeof *list);
    if (!list) {
      c->failed = 1;
      return ZC_NO_CONDITION;
    }
    c->list = list;
    c->capacity = capacity;
  }
  c->list[c->count] = *condition;
  return c->count++;
}

/* Joins two trees, of which one may lack. */
static uint32_t join(zc_conditions *c, zc_condition_kind kind, uint32_t a, uint32_t b) {
  if (a == ZC_NO_CONDITION || b == ZC_NO_CONDITION)
    return a == ZC_NO_CONDITION ? b : a;
  zc_condition both = {.kind = (uint8_t)kind, .a = a, .b = b, .c = ZC_NO_CONDITION};
  return add(c, &both);
}

/* ---- texts ---- */

typedef struct text_job {
  zc_conditions *c;
  const char *field, *text;
} text_job;

static uint32_t add_part(text_job *job, zc_part_id id);

/* Of what given(...) and known(...) are asked about the value plays no part. */
static int asks_of_being_known(const zc_part *part) {
  return part->kind == ZC_PART_CALL && part->meaning == ZC_MEANS_BUILTIN &&
         (part->index == ZC_BUILTIN_GIVEN || part->index == ZC_BUILTIN_KNOWN);
}

/* Conditions inside numbers: "60 months - (if x then 12 months else 0 months)". */
static void add_inner(text_job *job, zc_part_id above) {
  zc_outline *o = job->c->outline;
  if (asks_of_being_known(&o->c.tree.parts[above]))
    return;
  for (uint32_t i = 0; i < o->c.tree.count; i++) {
    const zc_part *part = &o->c.tree.parts[i];
    if (o->above[i] != above)
      continue;
    if (part->is.type == ZC_BOOL && part->kind != ZC_PART_BOOL) {
      uint32_t inner = add_part(job, (zc_part_id)i);
      for (uint32_t k = inner; k != ZC_NO_CONDITION && k < job->c->count; k++)
        job->c->list[k].inner = 1;
    } else {
      add_inner(job, (zc_part_id)i);
    }
  }
}

static uint32_t add_leaf(text_job *job, zc_part_id id) {
  zc_outline *o = job->c->outline;
  zc_condition leaf = {.kind = ZC_CONDITION_LEAF,
                       .field = job->field,
                       .text = job->text,
                       .from = o->from[id],
                       .until = o->until[id],
                       .a = ZC_NO_CONDITION,
                       .b = ZC_NO_CONDITION,
                       .c = ZC_NO_CONDITION};
  leaf.node = zc_outline_node(o, id);
  job->c->failed |= leaf.node == ZC_NO_NODE;
  if (o->c.tree.parts[id].kind == ZC_PART_BOOL)
    leaf.field = NULL; /* `true` is no condition */
  uint32_t made = add(job->c, &leaf);
  add_inner(job, id);
  return made;
}

static uint32_t add_operator(text_job *job, zc_part_id id, zc_condition_kind kind) {
  zc_outline *o = job->c->outline;
  zc_part part = o->c.tree.parts[id];
  zc_condition condition = {.kind = (uint8_t)kind,
                            .field = job->field,
                            .text = job->text,
                            .from = o->from[id],
                            .until = o->until[id],
                            .node = ZC_NO_NODE};
  condition.a = add_part(job, part.a);
  condition.b = part.b != ZC_NO_PART ? add_part(job, part.b) : ZC_NO_CONDITION;
  condition.c = part.c != ZC_NO_PART ? add_part(job, part.c) : ZC_NO_CONDITION;
  return job->c->failed ? ZC_NO_CONDITION : add(job->c, &condition);
}

static uint32_t add_part(text_job *job, zc_part_id id) {
  const zc_part *part = &job->c->outline->c.tree.parts[id];
  if (job->c->failed)
    return ZC_NO_CONDITION;
  switch ((zc_part_kind)part->kind) {
  case ZC_PART_NOT:
    return add_operator(job, id, ZC_CONDITION_NOT);
  case ZC_PART_AND:
    return add_operator(job, id, ZC_CONDITION_AND);
  case ZC_PART_OR:
    return add_operator(job, id, ZC_CONDITION_OR);
  case ZC_PART_IF:
    return add_operator(job, id, ZC_CONDITION_IF);
  default:
    return add_leaf(job, id);
  }
}

/* The tree of a field; ZC_NO_CONDITION: it is not filled in. */
static uint32_t add_text(zc_conditions *c, const char *field, const char *text) {
  static const zc_kindred condition = {ZC_BOOL, ZC_NO_UNIT, -1};
  text_job job = {c, field, text};
  if (!text || zc_outline_read(c->outline, &c->region->program, &c->names, text, condition) != 0)
    return ZC_NO_CONDITION;
  return add_part(&job, c->outline->c.tree.root);
}

/* ---- rows ---- */

static const char *copy_text(zc_conditions *c, const char *format, const char *a, const char *b) {
  char text[256];
  snprintf(text, sizeof text, format, a, b);
  const char *kept = zc_arena_copy(&c->arena, text, strlen(text));
  c->failed |= kept == NULL;
  return kept;
}

/* A field of a line that is written as a word or a fact and asks for a comparison. */
static uint32_t add_field(zc_conditions *c, const char *field, const char *format, const char *fact,
                          const char *value) {
  const char *text = value ? copy_text(c, format, fact, value) : NULL;
  return text ? add_text(c, field, text) : ZC_NO_CONDITION;
}

/* The months of a line are less what waivers take off, and a targeted title may stand for the one
 * below: such nodes are the line's own. */
static uint32_t add_node(zc_conditions *c, const char *field, const char *text, zc_node_id node) {
  if (!text)
    return ZC_NO_CONDITION;
  zc_condition leaf = {.kind = ZC_CONDITION_LEAF,
                       .field = field,
                       .text = text,
                       .until = (uint32_t)strlen(text),
                       .node = node,
                       .a = ZC_NO_CONDITION,
                       .b = ZC_NO_CONDITION,
                       .c = ZC_NO_CONDITION};
  return add(c, &leaf);
}

static uint32_t add_line(zc_conditions *c, uint32_t number, const struct zc_line_report *report) {
  const zc_line *line = report->row;
  char name[32];
  snprintf(name, sizeof name, "line %u", number);
  const char *field = copy_text(c, "%s%s", name, "");
  uint32_t tree = add_field(c, field, "%s == %s", "target_level", line->target);
  tree = join(c, ZC_CONDITION_AND, tree, add_text(c, field, line->when));
  tree = join(c, ZC_CONDITION_AND, tree,
              add_field(c, field, "%s >= %s", "education", line->education));
  tree =
      join(c, ZC_CONDITION_AND, tree,
           add_node(c, field,
                    line->held ? copy_text(c, "%s == %s", "current_title_level", line->held) : NULL,
                    report->held));
  return join(c, ZC_CONDITION_AND, tree,
              add_node(c, field,
                       line->fact ? copy_text(c, "%s >= %s", line->fact, line->floor) : NULL,
                       report->months));
}

static const zc_route *find_route(const zc_conditions *c, const char *id) {
  const zc_region_plugin *plugin = c->region->plugin;
  for (uint32_t i = 0; i < plugin->chapter_count; i++) {
    const zc_table *table = &plugin->chapters[i]->routes;
    for (uint32_t j = 0; j < table->count; j++) {
      const zc_route *route = (const zc_route *)table->rows + j;
      if (strcmp(route->id, id) == 0)
        return route;
    }
  }
  return NULL;
}

static void route_trees(zc_conditions *c, zc_condition_row *row, const zc_route *route) {
  const zc_compiled_rule *rule = row->rule;
  uint32_t lines = ZC_NO_CONDITION;
  uint32_t kept = 0;
  row->when = add_text(c, "when", route->when);
  for (uint32_t i = 0; i < route->lines.count && !c->failed; i++) {
    const zc_line *line = (const zc_line *)route->lines.rows + i;
    /* Lines that can never stand, for want of a value, were left out of the compiled route. */
    if (kept < rule->line_count && rule->lines[kept].row == line) {
      lines = join(c, ZC_CONDITION_OR, lines, add_line(c, i + 1, &rule->lines[kept]));
      kept++;
    }
  }
  row->holds = join(c, ZC_CONDITION_AND, lines, add_text(c, "needs", route->needs));
}

/* The texts of a row that is no route and no effect. */
typedef struct row_texts {
  const char *when, *holds_field, *holds;
} row_texts;

static row_texts find_texts(const zc_conditions *c, const zc_condition_row *row) {
  const zc_region_plugin *plugin = c->region->plugin;
  for (uint32_t i = 0; i < plugin->chapter_count; i++) {
    const zc_chapter *chapter = plugin->chapters[i];
    for (uint32_t j = 0; row->question == ZC_Q_ASSESS && j < chapter->rules.count; j++) {
      const zc_rule *rule = (const zc_rule *)chapter->rules.rows + j;
      if (strcmp(rule->id, row->id) == 0)
        return (row_texts){rule->when, "needs", rule->needs};
    }
    for (uint32_t j = 0; row->question == ZC_Q_CONVERT && j < chapter->conversions.count; j++) {
      const zc_conversion *conversion = (const zc_conversion *)chapter->conversions.rows + j;
      if (strcmp(conversion->id, row->id) == 0)
        return (row_texts){conversion->when, "keeps", conversion->keeps};
    }
    for (uint32_t j = 0; row->question == ZC_Q_UNIT && j < chapter->units.count; j++) {
      const zc_unit_row *unit = (const zc_unit_row *)chapter->units.rows + j;
      if (strcmp(unit->id, row->id) == 0)
        return (row_texts){unit->when, "grassroots", unit->grassroots};
    }
  }
  return (row_texts){NULL, "needs", NULL};
}

static zc_answer_place place_of(const zc_condition_row *row) {
  int converts = row->effect ? row->effect->questions == ZC_CONVERT : row->question == ZC_Q_CONVERT;
  return converts ? ZC_IN_CONVERT : ZC_IN_ASSESS;
}

void zc_condition_trees(zc_conditions *c, zc_condition_row *row) {
  row->first = c->count;
  c->names.answers = c->region->answers[place_of(row)];
  row->when = row->holds = ZC_NO_CONDITION;
  const zc_route *route = row->rule && row->question == ZC_Q_ASSESS && zc_rule_is_route(row->rule)
                              ? find_route(c, row->id)
                              : NULL;
  if (row->effect) {
    row->when = add_text(c, "when", row->effect->row->when);
  } else if (route) {
    route_trees(c, row, route);
  } else {
    row_texts texts = find_texts(c, row);
    row->when = add_text(c, "when", texts.when);
    row->holds = add_text(c, texts.holds_field, texts.holds);
  }
  row->count = c->count - row->first;
}

int zc_condition_state(const zc_condition_row *row, zc_slot gate, zc_slot when, zc_slot holds) {
  zc_slot applies = zc_and(gate, when);
  if (row->effect)
    return zc_true(applies);
  return (int)(zc_rule_binds(row->rule) ? zc_state_of_requirement(applies, holds)
                                        : zc_state_of_choice(applies, holds));
}
