/* SPDX-License-Identifier: Apache-2.0 */
/* What each kind of row holds: one list per struct of plugin.h, in the order of its fields. The
 * copy, the checks of texts and the digest all read these lists. */
#include "compile/tables.h"

#define STRING(row, field)                                                                         \
  { #field, offsetof(row, field), ZC_FIELD_STRING, ZC_MAY_LACK, 0 }
#define REQUIRED(row, field)                                                                       \
  { #field, offsetof(row, field), ZC_FIELD_STRING, ZC_MUST_HAVE, 0 }
#define NAMING(row, field)                                                                         \
  { #field, offsetof(row, field), ZC_FIELD_STRING, ZC_NAMES_ROW, 0 }
#define NUMBER(row, field)                                                                         \
  { #field, offsetof(row, field), ZC_FIELD_U32, ZC_MAY_LACK, 0 }
#define WIDE(row, field)                                                                           \
  { #field, offsetof(row, field), ZC_FIELD_I64, ZC_MAY_LACK, 0 }
#define ROWS(row, field, of)                                                                       \
  { #field, offsetof(row, field), ZC_FIELD_TABLE, ZC_MAY_LACK, of }
#define CALL(row, field)                                                                           \
  { #field, offsetof(row, field), ZC_FIELD_CALL, ZC_NAMES_ROW, 0 }

static const zc_field document_fields[] = {
    NAMING(zc_document, id),
    STRING(zc_document, number),
    REQUIRED(zc_document, title.zh),
    STRING(zc_document, title.en),
    STRING(zc_document, issuer.zh),
    STRING(zc_document, issuer.en),
    STRING(zc_document, from),
    STRING(zc_document, until),
    STRING(zc_document, division),
    STRING(zc_document, short_title.zh),
    STRING(zc_document, short_title.en),
};

static const zc_field clause_fields[] = {
    NAMING(zc_clause, id),
    REQUIRED(zc_clause, document),
    REQUIRED(zc_clause, clause),
    STRING(zc_clause, also),
};

/* The labels of facts and words are checked with the vocabulary. */
static const zc_field fact_fields[] = {
    NAMING(zc_fact_row, name),       NUMBER(zc_fact_row, type),     NUMBER(zc_fact_row, unit),
    WIDE(zc_fact_row, min),          WIDE(zc_fact_row, max),        STRING(zc_fact_row, words),
    STRING(zc_fact_row, assumed),    STRING(zc_fact_row, tag),      NUMBER(zc_fact_row, ordered),
    NUMBER(zc_fact_row, changeable), STRING(zc_fact_row, label.zh), STRING(zc_fact_row, label.en),
};

static const zc_field word_fields[] = {
    NAMING(zc_word_row, fact),
    NAMING(zc_word_row, word),
    STRING(zc_word_row, label.zh),
    STRING(zc_word_row, label.en),
};

static const zc_field derivation_fields[] = {
    NAMING(zc_derivation, fact),
    NAMING(zc_derivation, value),
    STRING(zc_derivation, clause),
};

static const zc_field parameter_fields[] = {
    NAMING(zc_parameter, name),
    NUMBER(zc_parameter, type),
    NUMBER(zc_parameter, unit),
    STRING(zc_parameter, keys),
    REQUIRED(zc_parameter, label.zh),
    STRING(zc_parameter, label.en),
    ROWS(zc_parameter, values, ZC_ROWS_VALUE),
    NUMBER(zc_parameter, optional),
    NUMBER(zc_parameter, yearly),
    STRING(zc_parameter, most),
};

static const zc_field track_fields[] = {
    NAMING(zc_track, track),
    STRING(zc_track, from),
    STRING(zc_track, until),
    STRING(zc_track, referral),
};

static const zc_field rule_fields[] = {
    NAMING(zc_rule, id),      NUMBER(zc_rule, kind),      NUMBER(zc_rule, flags),
    STRING(zc_rule, clauses), STRING(zc_rule, tracks),    STRING(zc_rule, from),
    STRING(zc_rule, until),   STRING(zc_rule, replaces),  STRING(zc_rule, when),
    STRING(zc_rule, needs),   STRING(zc_rule, waives),    STRING(zc_rule, months),
    STRING(zc_rule, reduces), REQUIRED(zc_rule, text.zh), STRING(zc_rule, text.en),
};

static const zc_field route_fields[] = {
    NAMING(zc_route, id),
    NUMBER(zc_route, rank),
    NUMBER(zc_route, mode),
    NUMBER(zc_route, flags),
    STRING(zc_route, clauses),
    STRING(zc_route, tracks),
    STRING(zc_route, from),
    STRING(zc_route, until),
    STRING(zc_route, replaces),
    STRING(zc_route, when),
    ROWS(zc_route, lines, ZC_ROWS_LINE),
    STRING(zc_route, needs),
    STRING(zc_route, waives),
    STRING(zc_route, group),
    REQUIRED(zc_route, text.zh),
    STRING(zc_route, text.en),
};

static const zc_field conversion_fields[] = {
    NAMING(zc_conversion, id),        STRING(zc_conversion, clauses),
    STRING(zc_conversion, from),      STRING(zc_conversion, until),
    STRING(zc_conversion, when),      STRING(zc_conversion, keeps),
    NUMBER(zc_conversion, kept),      NUMBER(zc_conversion, otherwise),
    REQUIRED(zc_conversion, text.zh), STRING(zc_conversion, text.en),
};

static const zc_field unit_fields[] = {
    NAMING(zc_unit_row, id),        STRING(zc_unit_row, clauses), STRING(zc_unit_row, from),
    STRING(zc_unit_row, until),     STRING(zc_unit_row, when),    REQUIRED(zc_unit_row, grassroots),
    REQUIRED(zc_unit_row, text.zh), STRING(zc_unit_row, text.en),
};

static const zc_field step_fields[] = {
    NAMING(zc_step, id),         STRING(zc_step, clauses),   NUMBER(zc_step, from_year),
    NUMBER(zc_step, until_year), STRING(zc_step, division),  STRING(zc_step, due),
    STRING(zc_step, anchor),     NUMBER(zc_step, offset),    NUMBER(zc_step, unit),
    STRING(zc_step, replaces),   REQUIRED(zc_step, text.zh), STRING(zc_step, text.en),
};

static const zc_field effect_fields[] = {
    NAMING(zc_effect, id),      NUMBER(zc_effect, kind),      NUMBER(zc_effect, questions),
    STRING(zc_effect, clauses), STRING(zc_effect, tracks),    STRING(zc_effect, from),
    STRING(zc_effect, until),   STRING(zc_effect, when),      STRING(zc_effect, data),
    STRING(zc_effect, shows),   REQUIRED(zc_effect, text.zh), STRING(zc_effect, text.en),
    STRING(zc_effect, results),
};

static const zc_field prohibition_fields[] = {
    NAMING(zc_prohibition, id),        STRING(zc_prohibition, clauses),
    REQUIRED(zc_prohibition, tags),    STRING(zc_prohibition, tracks),
    STRING(zc_prohibition, from),      STRING(zc_prohibition, until),
    REQUIRED(zc_prohibition, text.zh), STRING(zc_prohibition, text.en),
    STRING(zc_prohibition, when),
};

static const zc_field function_fields[] = {
    NAMING(zc_function, name), NAMING(zc_function, reads), NUMBER(zc_function, type),
    NUMBER(zc_function, unit), WIDE(zc_function, min),     WIDE(zc_function, max),
    CALL(zc_function, call),
};

static const zc_field acceptance_fields[] = {
    NAMING(zc_acceptance, rule),
    NAMING(zc_acceptance, finding),
    REQUIRED(zc_acceptance, reason.zh),
    STRING(zc_acceptance, reason.en),
};

static const zc_field value_fields[] = {
    STRING(zc_parameter_value, from),
    STRING(zc_parameter_value, key),
    REQUIRED(zc_parameter_value, value),
    STRING(zc_parameter_value, source),
};

static const zc_field line_fields[] = {
    STRING(zc_line, target), STRING(zc_line, when), STRING(zc_line, education),
    STRING(zc_line, held),   STRING(zc_line, fact), STRING(zc_line, floor),
};

/* The second number is the size in ABI 1.0 and never changes. */
#define SCHEMA(name, row, first_size, fields)                                                      \
  { name, (uint32_t)sizeof(row), first_size, fields, ZC_COUNT(fields) }

const zc_row_schema zc_row_schemas[ZC_ROW_KINDS] = {
    [ZC_ROWS_DOCUMENT] = SCHEMA("documents", zc_document, 80, document_fields),
    [ZC_ROWS_CLAUSE] = SCHEMA("clauses", zc_clause, 48, clause_fields),
    [ZC_ROWS_FACT] = SCHEMA("facts", zc_fact_row, 96, fact_fields),
    [ZC_ROWS_WORD] = SCHEMA("words", zc_word_row, 48, word_fields),
    [ZC_ROWS_DERIVATION] = SCHEMA("derivations", zc_derivation, 40, derivation_fields),
    [ZC_ROWS_PARAMETER] = SCHEMA("parameters", zc_parameter, 80, parameter_fields),
    [ZC_ROWS_TRACK] = SCHEMA("tracks", zc_track, 48, track_fields),
    [ZC_ROWS_RULE] = SCHEMA("rules", zc_rule, 128, rule_fields),
    [ZC_ROWS_ROUTE] = SCHEMA("routes", zc_route, 144, route_fields),
    [ZC_ROWS_CONVERSION] = SCHEMA("conversions", zc_conversion, 88, conversion_fields),
    [ZC_ROWS_UNIT] = SCHEMA("units", zc_unit_row, 80, unit_fields),
    [ZC_ROWS_STEP] = SCHEMA("steps", zc_step, 96, step_fields),
    [ZC_ROWS_EFFECT] = SCHEMA("effects", zc_effect, 104, effect_fields),
    [ZC_ROWS_PROHIBITION] = SCHEMA("prohibitions", zc_prohibition, 80, prohibition_fields),
    [ZC_ROWS_FUNCTION] = SCHEMA("functions", zc_function, 64, function_fields),
    [ZC_ROWS_ACCEPTANCE] = SCHEMA("acceptances", zc_acceptance, 48, acceptance_fields),
    [ZC_ROWS_VALUE] = SCHEMA("values", zc_parameter_value, 48, value_fields),
    [ZC_ROWS_LINE] = SCHEMA("lines", zc_line, 64, line_fields),
};
