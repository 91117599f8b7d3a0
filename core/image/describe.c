/* SPDX-License-Identifier: Apache-2.0 */
/* What an image holds: one list per struct of engine/region.h and of what it is made of. A new
 * field of one of these structs is one line here; rows of plugin.h have their schema (plan.c). */
#include "image/format.h"

#define MEMBER(row, field)   ((row *)0)->field
#define AT(row, field)       .name = #field, .offset = offsetof(row, field)
#define COUNTED(row, number) .count = offsetof(row, number)
#define NUMBER(row, field, from, to)                                                               \
  {                                                                                                \
    AT(row, field), .form = ZC_IMAGE_NUMBER, .width = sizeof(MEMBER(row, field)), .lo = (from),    \
                    .hi = (to)                                                                     \
  }
#define BITS(row, field)                                                                           \
  { AT(row, field), .form = ZC_IMAGE_BITS, .width = sizeof(MEMBER(row, field)) }
#define PLACE(row, field, number)                                                                  \
  {                                                                                                \
    AT(row, field), .form = ZC_IMAGE_PLACE, .width = sizeof(MEMBER(row, field)),                   \
                    .bound = offsetof(zc_region, number)                                           \
  }
#define PLACE_OR_NONE(row, field, number)                                                          \
  {                                                                                                \
    AT(row, field), .form = ZC_IMAGE_PLACE, .width = sizeof(MEMBER(row, field)),                   \
                    .bound = offsetof(zc_region, number), .may_lack = 1                            \
  }
#define NODE(row, field, of_type)                                                                  \
  { AT(row, field), .form = ZC_IMAGE_NODE_ID, .width = 4, .type = (of_type) }
#define NODE_OR_NONE(row, field, of_type)                                                          \
  { AT(row, field), .form = ZC_IMAGE_NODE_ID, .width = 4, .type = (of_type), .may_lack = 1 }
#define TEXT(row, field)                                                                           \
  { AT(row, field), .form = ZC_IMAGE_TEXT, .width = 8, .may_lack = 1 }
#define NEEDED(row, field)                                                                         \
  { AT(row, field), .form = ZC_IMAGE_TEXT, .width = 8 }
#define TEXT_THERE(row, field)                                                                     \
  { AT(row, field), .form = ZC_IMAGE_TEXT, .width = 8, .may_be_empty = 1 }
#define CHARACTERS(row, field)                                                                     \
  { AT(row, field), .form = ZC_IMAGE_CHARACTERS, .width = sizeof(MEMBER(row, field)) }
#define LIST(row, field, number, kind)                                                             \
  { AT(row, field), .form = ZC_IMAGE_LIST, .width = 8, COUNTED(row, number), .of = (kind) }
#define ONE(row, field, kind)                                                                      \
  { AT(row, field), .form = ZC_IMAGE_LIST, .width = 8, .count = ZC_IMAGE_ONE, .of = (kind) }
#define POINTERS(row, field, number, kind)                                                         \
  { AT(row, field), .form = ZC_IMAGE_POINTERS, .width = 8, COUNTED(row, number), .of = (kind) }
#define LINK(row, field, kind)                                                                     \
  { AT(row, field), .form = ZC_IMAGE_LINK, .width = 8, .of = (kind) }
#define LINK_OR_NONE(row, field, kind)                                                             \
  { AT(row, field), .form = ZC_IMAGE_LINK, .width = 8, .of = (kind), .may_lack = 1 }
#define LINKS(row, field, number, kind)                                                            \
  { AT(row, field), .form = ZC_IMAGE_LINKS, .width = 8, COUNTED(row, number), .of = (kind) }
#define NOTHING(row, field)                                                                        \
  { AT(row, field), .form = ZC_IMAGE_NOTHING, .width = sizeof(MEMBER(row, field)) }

/* Structs that stand inside others. */
/* NOLINTBEGIN(bugprone-macro-parentheses): a field has no parentheses */
#define SOURCE(row, field) TEXT(row, field.file), BITS(row, field.line)
#define DAYS(row, field)                                                                           \
  NUMBER(row, field.from, ZC_DAY_MIN, ZC_DAY_MAX), NUMBER(row, field.until, ZC_DAY_MIN, ZC_DAY_MAX)
#define LAW(row, field)                                                                            \
  BITS(row, field.document_count), BITS(row, field.cite_count), BITS(row, field.clause_count),     \
      LINKS(row, field.documents, field.document_count, ZC_IMAGE_DOCUMENT),                        \
      LIST(row, field.spans, field.document_count, ZC_IMAGE_SPAN),                                 \
      LIST(row, field.cites, field.cite_count, ZC_IMAGE_CITE),                                     \
      LINKS(row, field.clauses, field.clause_count, ZC_IMAGE_CLAUSE)
#define INDICES(row, field, kind) BITS(row, field.count), LIST(row, field.items, field.count, kind)

#define SENTENCE(row, field)                                                                       \
  BITS(row, field.count), LIST(row, field.blanks, field.count, ZC_IMAGE_BLANK),                    \
      TEXT(row, field.rest)
#define SAID(row, field) SENTENCE(row, field[ZC_LANG_EN]), SENTENCE(row, field[ZC_LANG_ZH])

#define ANSWERS(row, field)                                                                        \
  NODE_OR_NONE(row, field[ZC_ANSWER_UNIT], ZC_BOOL),                                               \
      NODE_OR_NONE(row, field[ZC_ANSWER_DESTINATION], ZC_BOOL),                                    \
      NODE_OR_NONE(row, field[ZC_ANSWER_BASE], ZC_BOOL)
/* NOLINTEND(bugprone-macro-parentheses) */

/* ---- the plugin's head; its chapters and rows are described by their schema ---- */

static const zc_image_field plugin_fields[] = {
    BITS(zc_region_plugin, abi_major),
    BITS(zc_region_plugin, abi_minor),
    NUMBER(zc_region_plugin, size, ZC_FIRST_REGION_SIZE, UINT32_MAX),
    NUMBER(zc_region_plugin, chapter_size, ZC_FIRST_CHAPTER_SIZE, UINT32_MAX),
    NEEDED(zc_region_plugin, id),
    NEEDED(zc_region_plugin, version),
    NEEDED(zc_region_plugin, name.zh),
    TEXT(zc_region_plugin, name.en),
    NEEDED(zc_region_plugin, division),
    TEXT(zc_region_plugin, counting_day),
    TEXT(zc_region_plugin, counting_clause),
    TEXT(zc_region_plugin, convert_day),
    TEXT(zc_region_plugin, unit_day),
    BITS(zc_region_plugin, chapter_count),
    NOTHING(zc_region_plugin, reserved),
    POINTERS(zc_region_plugin, chapters, chapter_count, ZC_IMAGE_CHAPTER),
};

/* ---- the program ---- */

static const zc_image_field node_fields[] = {
    NUMBER(zc_node, op, 0, ZC_OP_COUNT - 1),
    NUMBER(zc_node, type, ZC_BOOL, ZC_TYPE_COUNT - 1),
    NOTHING(zc_node, reserved),
    BITS(zc_node, a),
    BITS(zc_node, b),
    BITS(zc_node, c),
    BITS(zc_node, imm),
    BITS(zc_node, imm2),
    NUMBER(zc_node, min, -ZC_VALUE_LIMIT, ZC_VALUE_LIMIT),
    NUMBER(zc_node, max, -ZC_VALUE_LIMIT, ZC_VALUE_LIMIT),
};

/* ---- parameters ---- */

static const zc_image_field setting_fields[] = {
    NUMBER(zc_setting, from, ZC_DAY_MIN, ZC_DAY_MAX),
    NUMBER(zc_setting, division_lo, 0, INT64_MAX),
    NUMBER(zc_setting, division_hi, 0, INT64_MAX),
    BITS(zc_setting, words[0]),
    BITS(zc_setting, words[1]),
    BITS(zc_setting, words[2]),
    BITS(zc_setting, words[3]),
    NUMBER(zc_setting, value, -ZC_VALUE_LIMIT, ZC_VALUE_LIMIT),
    NUMBER(zc_setting, none, 0, 1),
    NEEDED(zc_setting, source),
    TEXT(zc_setting, file),
    BITS(zc_setting, line),
};

static const zc_image_field parameter_fields[] = {
    NEEDED(zc_named_parameter, name),
    NUMBER(zc_named_parameter, type, ZC_BOOL, ZC_DATE),
    NUMBER(zc_named_parameter, unit, 0, ZC_UNIT_COUNT - 1),
    NUMBER(zc_named_parameter, keys, 0, 31),
    NUMBER(zc_named_parameter, optional, 0, 1),
    NUMBER(zc_named_parameter, yearly, 0, 1),
    NUMBER(zc_named_parameter, most_of_year, 0, 1231),
    BITS(zc_named_parameter, most),
    TEXT(zc_named_parameter, most_text),
    NEEDED(zc_named_parameter, label.zh),
    TEXT(zc_named_parameter, label.en),
    SOURCE(zc_named_parameter, at),
    BITS(zc_named_parameter, setting_count),
    LIST(zc_named_parameter, settings, setting_count, ZC_IMAGE_SETTING),
};

/* ---- compiled rows ---- */

static const zc_image_field span_fields[] = {
    NUMBER(zc_span, from, ZC_DAY_MIN, ZC_DAY_MAX),
    NUMBER(zc_span, until, ZC_DAY_MIN, ZC_DAY_MAX),
};

static const zc_image_field cite_fields[] = {
    LINK(zc_cite, document, ZC_IMAGE_DOCUMENT),
    TEXT_THERE(zc_cite, clause),
    DAYS(zc_cite, span),
    BITS(zc_cite, division.lo),
    BITS(zc_cite, division.hi),
};

/* Lists of numbers: rows of one field. */
typedef struct number_row {
  uint32_t index;
  zc_node_id node;
} number_row;
static const zc_image_field rule_index_fields[] = {PLACE(number_row, index, rule_count)};
static const zc_image_field step_index_fields[] = {PLACE(number_row, index, step_count)};
static const zc_image_field fact_index_fields[] = {PLACE(number_row, index, vocabulary.fact_count)};
static const zc_image_field argument_fields[] = {BITS(number_row, index)};
static const zc_image_field fact_node_fields[] = {
    {.name = "node", .form = ZC_IMAGE_NODE_ID, .width = 4}};
static const zc_image_field fact_condition_fields[] = {
    {.name = "node", .form = ZC_IMAGE_NODE_ID, .width = 4, .type = ZC_BOOL, .may_lack = 1}};

typedef struct range_row {
  int64_t lo, hi;
} range_row;
static const zc_image_field range_fields[] = {
    BITS(range_row, lo),
    BITS(range_row, hi),
};

static const zc_image_field track_fields[] = {
    NUMBER(zc_track_row, track, 0, 63),
    DAYS(zc_track_row, span),
    PLACE_OR_NONE(zc_track_row, referral, rule_count),
};

static const zc_image_field mention_fields[] = {
    PLACE(zc_mention, fact, vocabulary.fact_count),
    NUMBER(zc_mention, form, 0, ZC_NEED_IN),
    BITS(zc_mention, value),
    NODE_OR_NONE(zc_mention, settled, ZC_BOOL),
    BITS(zc_mention, mask),
    BITS(zc_mention, range_count),
    LIST(zc_mention, ranges, range_count, ZC_IMAGE_RANGE),
};

static const zc_image_field use_fields[] = {
    PLACE(zc_parameter_use, parameter, parameters.count),
    NODE(zc_parameter_use, value, ZC_NO_TYPE),
    NODE(zc_parameter_use, setting, ZC_INT),
};

static const zc_image_field blank_fields[] = {
    TEXT_THERE(zc_blank, before),
    NEEDED(zc_blank, name),
    NODE(zc_blank, value, ZC_NO_TYPE),
    NUMBER(zc_blank, type, ZC_INT, ZC_DATE),
    NUMBER(zc_blank, unit, 0, ZC_UNIT_COUNT - 1),
};

typedef struct zc_line_report line_report;
static const zc_image_field line_fields[] = {
    LINK(line_report, row, ZC_ROWS_LINE),
    NODE(line_report, months, ZC_BOOL),
    NODE(line_report, applies, ZC_BOOL),
    NODE(line_report, education, ZC_BOOL),
    NODE(line_report, held, ZC_BOOL),
    NODE(line_report, holds, ZC_BOOL),
    BITS(line_report, mention_count),
    LIST(line_report, mentions, mention_count, ZC_IMAGE_MENTION),
    BITS(line_report, use_count),
    LIST(line_report, uses, use_count, ZC_IMAGE_USE),
};

static const zc_image_field rule_fields[] = {
    NEEDED(zc_compiled_rule, id),
    NEEDED(zc_compiled_rule, kind),
    SOURCE(zc_compiled_rule, at),
    NEEDED(zc_compiled_rule, text.zh),
    TEXT(zc_compiled_rule, text.en),
    SAID(zc_compiled_rule, said),
    LAW(zc_compiled_rule, law),
    DAYS(zc_compiled_rule, span),
    NUMBER(zc_compiled_rule, rule_kind, 0, ZC_KIND_COUNT - 1),
    NUMBER(zc_compiled_rule, flags, 0, 15),
    BITS(zc_compiled_rule, tracks),
    NODE(zc_compiled_rule, in_force, ZC_BOOL),
    NODE_OR_NONE(zc_compiled_rule, gate, ZC_BOOL),
    NODE(zc_compiled_rule, applies, ZC_BOOL),
    NODE(zc_compiled_rule, holds, ZC_BOOL),
    NODE_OR_NONE(zc_compiled_rule, met, ZC_BOOL),
    NODE_OR_NONE(zc_compiled_rule, lifted, ZC_BOOL),
    NODE_OR_NONE(zc_compiled_rule, passes, ZC_BOOL),
    INDICES(zc_compiled_rule, waives, ZC_IMAGE_RULE_INDEX),
    NUMBER(zc_compiled_rule, rank, 0, ZC_RANK_COUNT - 1),
    NUMBER(zc_compiled_rule, mode, 0, ZC_MODE_COUNT - 1),
    NUMBER(zc_compiled_rule, kept, 0, ZC_RESULT_COUNT - 1),
    NUMBER(zc_compiled_rule, otherwise, 0, ZC_RESULT_COUNT - 1),
    BITS(zc_compiled_rule, mention_count),
    LIST(zc_compiled_rule, mentions, mention_count, ZC_IMAGE_MENTION),
    BITS(zc_compiled_rule, use_count),
    LIST(zc_compiled_rule, uses, use_count, ZC_IMAGE_USE),
    BITS(zc_compiled_rule, line_count),
    LIST(zc_compiled_rule, lines, line_count, ZC_IMAGE_LINE),
};

static const zc_image_field effect_fields[] = {
    LINK(zc_compiled_effect, row, ZC_ROWS_EFFECT),
    NEEDED(zc_compiled_effect, kind),
    NEEDED(zc_compiled_effect, text.zh),
    TEXT(zc_compiled_effect, text.en),
    SAID(zc_compiled_effect, said),
    LAW(zc_compiled_effect, law),
    DAYS(zc_compiled_effect, span),
    NUMBER(zc_compiled_effect, questions, 0, ZC_ASSESS | ZC_CONVERT | ZC_UNIT),
    NUMBER(zc_compiled_effect, is_duty, 0, 1),
    NODE(zc_compiled_effect, gate, ZC_BOOL),
    NODE(zc_compiled_effect, asked, ZC_BOOL),
    NODE(zc_compiled_effect, applies, ZC_BOOL),
    BITS(zc_compiled_effect, results),
    BITS(zc_compiled_effect, show_count),
    LIST(zc_compiled_effect, shows, show_count, ZC_IMAGE_FACT_INDEX),
};

static const zc_image_field step_fields[] = {
    LINK(zc_compiled_step, row, ZC_ROWS_STEP),
    LAW(zc_compiled_step, law),
    NUMBER(zc_compiled_step, from_year, 0, 9999),
    NUMBER(zc_compiled_step, until_year, 0, 9999),
    NUMBER(zc_compiled_step, month, 0, 12),
    NUMBER(zc_compiled_step, day, 0, 31),
    LINK_OR_NONE(zc_compiled_step, parameter, ZC_IMAGE_PARAMETER),
    PLACE_OR_NONE(zc_compiled_step, anchor, vocabulary.fact_count),
    INDICES(zc_compiled_step, replaces, ZC_IMAGE_STEP_INDEX),
};

static const zc_image_field prohibition_fields[] = {
    LINK(zc_compiled_prohibition, row, ZC_ROWS_PROHIBITION),
    LAW(zc_compiled_prohibition, law),
    DAYS(zc_compiled_prohibition, span),
    BITS(zc_compiled_prohibition, tracks),
    NODE_OR_NONE(zc_compiled_prohibition, when, ZC_BOOL),
};

/* ---- the region: its vocabulary is made anew from the plugin's tables ---- */

static const zc_image_field region_fields[] = {
    /* made where the image is read, and zero until then */
    NOTHING(zc_region, file),
    NOTHING(zc_region, vocabulary),
    NOTHING(zc_region, program.capacity),
    NOTHING(zc_region, program.argument_capacity),
    NOTHING(zc_region, program.hash),
    NOTHING(zc_region, program.hash_mask),
    NOTHING(zc_region, arena),
    NOTHING(zc_region, digest),
    NOTHING(zc_region, library),
    NEEDED(zc_region, id),
    NEEDED(zc_region, version),
    NEEDED(zc_region, name.zh),
    TEXT(zc_region, name.en),
    NUMBER(zc_region, division_lo, 0, INT64_MAX),
    NUMBER(zc_region, division_hi, 0, INT64_MAX),
    CHARACTERS(zc_region, rules_digest),
    ONE(zc_region, plugin, ZC_IMAGE_PLUGIN),
    BITS(zc_region, parameters.count),
    LIST(zc_region, parameters.parameters, parameters.count, ZC_IMAGE_PARAMETER),
    BITS(zc_region, document_count),
    LIST(zc_region, documents, document_count, ZC_IMAGE_DOCUMENT),
    LIST(zc_region, document_spans, document_count, ZC_IMAGE_SPAN),
    LIST(zc_region, document_divisions, document_count, ZC_IMAGE_RANGE),
    BITS(zc_region, clause_count),
    LIST(zc_region, clauses, clause_count, ZC_IMAGE_CLAUSE),
    BITS(zc_region, function_count),
    LIST(zc_region, functions, function_count, ZC_ROWS_FUNCTION),
    BITS(zc_region, program.argument_count),
    LIST(zc_region, program.arguments, program.argument_count, ZC_IMAGE_ARGUMENT),
    BITS(zc_region, program.count),
    LIST(zc_region, program.nodes, program.count, ZC_IMAGE_NODE),
    NODE(zc_region, counting_days[ZC_Q_ASSESS], ZC_DATE),
    NODE(zc_region, counting_days[ZC_Q_CONVERT], ZC_DATE),
    NODE(zc_region, counting_days[ZC_Q_UNIT], ZC_DATE),
    LIST(zc_region, fact_nodes, vocabulary.fact_count, ZC_IMAGE_FACT_NODE),
    LIST(zc_region, derived_when, vocabulary.fact_count, ZC_IMAGE_FACT_CONDITION),
    BITS(zc_region, rule_count),
    LIST(zc_region, rules, rule_count, ZC_IMAGE_RULE),
    BITS(zc_region, route_count),
    LIST(zc_region, routes, route_count, ZC_IMAGE_RULE_INDEX),
    NODE(zc_region, passes, ZC_BOOL),
    NODE(zc_region, always_passes, ZC_BOOL),
    BITS(zc_region, conversion_count),
    LIST(zc_region, conversions, conversion_count, ZC_IMAGE_RULE),
    NODE(zc_region, conversion_result, ZC_ENUM),
    NODE(zc_region, holds_outside, ZC_BOOL),
    BITS(zc_region, unit_count),
    LIST(zc_region, units, unit_count, ZC_IMAGE_RULE),
    NODE(zc_region, unit_result, ZC_BOOL),
    ANSWERS(zc_region, answers[ZC_IN_ASSESS]),
    ANSWERS(zc_region, answers[ZC_IN_CONVERT]),
    BITS(zc_region, effect_count),
    LIST(zc_region, effects, effect_count, ZC_IMAGE_EFFECT),
    BITS(zc_region, step_count),
    LIST(zc_region, steps, step_count, ZC_IMAGE_STEP),
    BITS(zc_region, track_count),
    LIST(zc_region, tracks, track_count, ZC_IMAGE_TRACK),
    BITS(zc_region, prohibition_count),
    LIST(zc_region, prohibitions, prohibition_count, ZC_IMAGE_PROHIBITION),
    BITS(zc_region, acceptance_count),
    LINKS(zc_region, acceptances, acceptance_count, ZC_ROWS_ACCEPTANCE),
};

#define ROW(of, text, size_of, list, check_of)                                                     \
  [of] = {text, (uint32_t)(size_of), list, ZC_COUNT(list), check_of}

const zc_image_row zc_image_rows[ZC_IMAGE_KINDS] = {
    ROW(ZC_IMAGE_PLUGIN, "plugin", sizeof(zc_region_plugin), plugin_fields, zc_image_check_plugin),
    ROW(ZC_IMAGE_SPAN, "spans", sizeof(zc_span), span_fields, NULL),
    ROW(ZC_IMAGE_CITE, "cites", sizeof(zc_cite), cite_fields, zc_image_check_cite),
    ROW(ZC_IMAGE_RULE_INDEX, "rule indices", 4, rule_index_fields, NULL),
    ROW(ZC_IMAGE_STEP_INDEX, "step indices", 4, step_index_fields, NULL),
    ROW(ZC_IMAGE_FACT_INDEX, "fact indices", 4, fact_index_fields, NULL),
    ROW(ZC_IMAGE_FACT_NODE, "nodes of facts", 4, fact_node_fields, NULL),
    ROW(ZC_IMAGE_FACT_CONDITION, "conditions of facts", 4, fact_condition_fields, NULL),
    ROW(ZC_IMAGE_ARGUMENT, "arguments", 4, argument_fields, NULL),
    ROW(ZC_IMAGE_NODE, "nodes", sizeof(zc_node), node_fields, zc_image_check_node),
    ROW(ZC_IMAGE_RANGE, "ranges", sizeof(range_row), range_fields, zc_image_check_range),
    ROW(ZC_IMAGE_SETTING, "settings", sizeof(zc_setting), setting_fields, zc_image_check_setting),
    ROW(ZC_IMAGE_PARAMETER, "parameters", sizeof(zc_named_parameter), parameter_fields,
        zc_image_check_parameter),
    ROW(ZC_IMAGE_TRACK, "tracks", sizeof(zc_track_row), track_fields, NULL),
    ROW(ZC_IMAGE_MENTION, "mentions", sizeof(zc_mention), mention_fields, zc_image_check_mention),
    ROW(ZC_IMAGE_USE, "uses of parameters", sizeof(zc_parameter_use), use_fields,
        zc_image_check_use),
    ROW(ZC_IMAGE_BLANK, "blanks of sentences", sizeof(zc_blank), blank_fields,
        zc_image_check_blank),
    ROW(ZC_IMAGE_LINE, "lines", sizeof(line_report), line_fields, NULL),
    ROW(ZC_IMAGE_RULE, "rules", sizeof(zc_compiled_rule), rule_fields, zc_image_check_rule),
    ROW(ZC_IMAGE_EFFECT, "effects", sizeof(zc_compiled_effect), effect_fields,
        zc_image_check_effect),
    ROW(ZC_IMAGE_STEP, "steps", sizeof(zc_compiled_step), step_fields, zc_image_check_step),
    ROW(ZC_IMAGE_PROHIBITION, "prohibitions", sizeof(zc_compiled_prohibition), prohibition_fields,
        NULL),
    ROW(ZC_IMAGE_REGION, "region", sizeof(zc_region), region_fields, zc_image_check_region),
};

/* A struct that grows needs its new field above; correct the size here once it is there. */
_Static_assert(sizeof(zc_region) == 640, "image: zc_region");
_Static_assert(sizeof(zc_compiled_rule) == 288, "image: zc_compiled_rule");
_Static_assert(sizeof(struct zc_line_report) == 64, "image: zc_line_report");
_Static_assert(sizeof(zc_compiled_effect) == 192, "image: zc_compiled_effect");
_Static_assert(sizeof(zc_compiled_step) == 112, "image: zc_compiled_step");
_Static_assert(sizeof(zc_compiled_prohibition) == 88, "image: zc_compiled_prohibition");
_Static_assert(sizeof(zc_track_row) == 16, "image: zc_track_row");
_Static_assert(sizeof(zc_mention) == 40, "image: zc_mention");
_Static_assert(sizeof(zc_parameter_use) == 12 && sizeof(zc_blank) == 32 &&
                   sizeof(zc_sentence) == 24,
               "image: sentences");
_Static_assert(sizeof(zc_node) == 48, "image: zc_node");
_Static_assert(sizeof(zc_setting) == 80, "image: zc_setting");
_Static_assert(ZC_WORD_KEYS == 4 && ZC_NAMED_ANSWERS == 3 && ZC_Q_CALENDAR == 3, "image: lists");
_Static_assert(sizeof(zc_named_parameter) == 96, "image: zc_named_parameter");
_Static_assert(sizeof(zc_cite) == 40, "image: zc_cite");
_Static_assert(sizeof(zc_law) == 56, "image: zc_law");
_Static_assert(sizeof(zc_region_plugin) == 104, "image: zc_region_plugin");
