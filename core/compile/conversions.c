/* SPDX-License-Identifier: Apache-2.0 */
/* Conversions and units: tables read from the top, of which the first row that applies answers. */
#include "compile/compiler.h"

/* What the two tables have in common. */
typedef struct zc_row_parts {
  zc_law_row law;
  const char *kind;
  zc_text text;
  const char *when;
  const char *holds_field, *holds;
} zc_row_parts;

static void compile_row(zc_compiler *c, const zc_row_parts *row, zc_compiled_rule *rule) {
  zc_mentions mentions = {.arena = &c->region->arena};
  rule->id = row->law.id;
  rule->kind = row->kind;
  rule->at = *row->law.at;
  rule->text = row->text;
  rule->tracks = ~UINT64_C(0);
  rule->gate = rule->met = rule->lifted = rule->passes = ZC_NO_NODE;
  zc_law_compile(c, &row->law, &rule->law, &rule->span);
  if (zc_compiler_stopped(c))
    return;
  rule->in_force = zc_in_force_node(c, rule->span, c->all_tracks);
  zc_node_id when = zc_condition_compile(c, row->law.at, row->law.id, "when", row->when, &mentions);
  rule->applies = zc_and(c, rule->in_force, when);
  rule->holds = row->holds ? zc_condition_compile(c, row->law.at, row->law.id, row->holds_field,
                                                  row->holds, &mentions)
                           : zc_node_const(&c->region->program, ZC_BOOL, 0);
  rule->mentions = mentions.list;
  rule->mention_count = mentions.count;
  rule->uses = mentions.uses;
  rule->use_count = mentions.use_count;
}

/* The rest of a row that findings show. */
static void compile_text(zc_compiler *c, const zc_text *text, zc_compiled_rule *rule) {
  zc_mentions parameters = {.uses = rule->uses,
                            .use_count = rule->use_count,
                            .use_capacity = rule->use_count,
                            .arena = &c->region->arena};
  if (zc_compiler_stopped(c))
    return;
  zc_sentence_compile(c, &rule->at, rule->id, text, &rule->text, rule->said, &parameters);
  rule->uses = parameters.uses;
  rule->use_count = parameters.use_count;
}

/* The days on which some row rests on a document in force. */
static zc_node_id edition_node(zc_compiler *c, const zc_compiled_rule *rows, uint32_t count) {
  zc_program *p = &c->region->program;
  zc_node_id any = zc_node_const(p, ZC_BOOL, 0);
  for (uint32_t i = 0; i < count; i++)
    if (rows[i].law.document_count)
      any =
          zc_or(c, any, zc_node_range(p, zc_node_as_of(p), rows[i].span.from, rows[i].span.until));
  return any;
}

/* ---- conversions ---- */

static void check_conversion(zc_compiler *c, const zc_conversion *row) {
  if (row->kept >= ZC_RESULT_COUNT || row->otherwise >= ZC_RESULT_COUNT)
    ZC_ROW_ERROR(c, row->at, row->id, "kept",
                 "kept 为 %u，otherwise 为 %u；请用 ZC_GO_ON 到 ZC_UNDETERMINED 之一",
                 "kept is %u and otherwise is %u; write one of ZC_GO_ON ... ZC_UNDETERMINED",
                 row->kept, row->otherwise);
}

static zc_node_id result_node(zc_compiler *c, zc_result result, zc_node_id next) {
  return result == ZC_GO_ON ? next : zc_node_const(&c->region->program, ZC_ENUM, result);
}

/* The result by the first row that decides. */
static zc_node_id conversion_result(zc_compiler *c, const zc_compiled_rule *rows, uint32_t count) {
  zc_program *p = &c->region->program;
  zc_node_id result = zc_node_const(p, ZC_ENUM, ZC_UNDETERMINED);
  for (uint32_t i = count; i-- > 0;) {
    zc_node_id yes = result_node(c, rows[i].kept, result);
    zc_node_id no = result_node(c, rows[i].otherwise, result);
    result = zc_node_if(p, rows[i].applies, zc_node_if(p, rows[i].holds, yes, no), result);
  }
  return result;
}

static void compile_conversion(zc_compiler *c, const zc_conversion *row, zc_compiled_rule *rule) {
  zc_row_parts parts = {{&row->at, row->id, row->clauses, row->from, row->until, .bare = 1},
                        "conversion",
                        row->text,
                        row->when,
                        "keeps",
                        row->keeps};
  compile_row(c, &parts, rule);
  rule->kept = (zc_result)row->kept;
  rule->otherwise = (zc_result)row->otherwise;
}

void zc_conversions_compile(zc_compiler *c) {
  const zc_rows *rows = &c->tables.rows[ZC_ROWS_CONVERSION];
  zc_region *region = c->region;
  region->conversions = zc_compiler_alloc(c, rows->count * sizeof *region->conversions);
  zc_named_row *named = zc_compiler_scratch(c, rows->count * sizeof *named);
  if (!region->conversions || !named)
    return;
  for (uint32_t i = 0; i < rows->count && !zc_compiler_stopped(c); i++) {
    const zc_conversion *row = rows->items[i];
    named[i] = (zc_named_row){row->id, &row->at};
    check_conversion(c, row);
    compile_conversion(c, row, &region->conversions[region->conversion_count]);
    compile_text(c, &row->text, &region->conversions[region->conversion_count++]);
  }
  if (zc_compiler_stopped(c))
    return;
  zc_ids_check(c, named, rows->count);
  region->conversion_result = conversion_result(c, region->conversions, region->conversion_count);
}

zc_node_id zc_conversion_answer(zc_compiler *c) {
  const zc_rows *rows = &c->tables.rows[ZC_ROWS_CONVERSION];
  zc_compiled_rule *rules = zc_compiler_scratch(c, rows->count * sizeof *rules);
  for (uint32_t i = 0; rules && i < rows->count && !zc_compiler_stopped(c); i++)
    compile_conversion(c, rows->items[i], &rules[i]);
  if (!rules || zc_compiler_stopped(c))
    return ZC_NO_NODE;
  zc_program *p = &c->region->program;
  return zc_node_if(p, edition_node(c, rules, rows->count),
                    conversion_result(c, rules, rows->count),
                    zc_node_const(p, ZC_ENUM, ZC_UNDETERMINED));
}

/* ---- units ---- */

static void compile_unit(zc_compiler *c, const zc_unit_row *row, zc_compiled_rule *rule) {
  zc_row_parts parts = {{&row->at, row->id, row->clauses, row->from, row->until, .bare = 1},
                        "unit",
                        row->text,
                        row->when,
                        "grassroots",
                        row->grassroots};
  compile_row(c, &parts, rule);
}

static zc_node_id unit_result(zc_compiler *c, const zc_compiled_rule *rows, uint32_t count) {
  zc_program *p = &c->region->program;
  zc_node_id result = zc_node_const(p, ZC_BOOL, 0);
  for (uint32_t i = count; i-- > 0;)
    result = zc_node_if(p, rows[i].applies, rows[i].holds, result);
  return result;
}

void zc_units_compile(zc_compiler *c) {
  const zc_rows *rows = &c->tables.rows[ZC_ROWS_UNIT];
  zc_region *region = c->region;
  region->units = zc_compiler_alloc(c, rows->count * sizeof *region->units);
  zc_named_row *named = zc_compiler_scratch(c, rows->count * sizeof *named);
  if (!region->units || !named)
    return;
  for (uint32_t i = 0; i < rows->count && !zc_compiler_stopped(c); i++) {
    const zc_unit_row *row = rows->items[i];
    named[i] = (zc_named_row){row->id, &row->at};
    compile_unit(c, row, &region->units[region->unit_count]);
    compile_text(c, &row->text, &region->units[region->unit_count++]);
  }
  if (zc_compiler_stopped(c))
    return;
  zc_ids_check(c, named, rows->count);
  region->unit_result = unit_result(c, region->units, region->unit_count);
}

zc_node_id zc_unit_answer(zc_compiler *c) {
  const zc_rows *rows = &c->tables.rows[ZC_ROWS_UNIT];
  uint32_t place = c->place;
  zc_compiled_rule *rules = zc_compiler_scratch(c, rows->count * sizeof *rules);
  c->place = ZC_ANSWER_PLACES; /* rows of `unit` name no answer */
  for (uint32_t i = 0; rules && i < rows->count && !zc_compiler_stopped(c); i++)
    compile_unit(c, rows->items[i], &rules[i]);
  c->place = place;
  if (!rules || zc_compiler_stopped(c))
    return ZC_NO_NODE;
  zc_program *p = &c->region->program;
  return zc_node_if(p, edition_node(c, rules, rows->count), unit_result(c, rules, rows->count),
                    zc_node_unset(p, ZC_BOOL, 0, 1));
}
