/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The reference rules of rules.h as an ordinary plugin: twelve named conditions, of which ten are
 * rules that all must hold and two are the ways round most of them. A condition failed exactly
 * where the state of its finding is unmet or waived.
 */
#include <zhicheng/plugin.h>

static const zc_document documents[] = {
    {ZC_ROW, .id = "reference", .number = "reference",
     .title = {.zh = "对照规则", .en = "Reference rules"},
     .issuer = {.zh = "对照", .en = "Reference"}, .from = "2000-01-01"},
};

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "reference.rules", .document = "reference", .clause = "1"},
};

static const zc_track tracks[] = {
    {ZC_ROW, .track = "general"},
};

#define NUMBER(id, highest)                                                                        \
  {                                                                                                \
    ZC_ROW, .name = id, .type = ZC_INT, .max = highest, .label = {.zh = id, .en = id }             \
  }
#define FLAG(id)                                                                                   \
  {                                                                                                \
    ZC_ROW, .name = id, .type = ZC_BOOL, .label = {.zh = id, .en = id }                            \
  }

static const zc_fact_row facts[] = {
    NUMBER("reference.education", 5),
    NUMBER("reference.target", 4),
    NUMBER("reference.years_lower", 1000),
    NUMBER("reference.grass", 1000),
    NUMBER("reference.county", 1000),
    NUMBER("reference.town", 1000),
    FLAG("reference.region"),
    FLAG("reference.dup"),
    FLAG("reference.annual"),
    {ZC_ROW, .name = "reference.ce_hours", .type = ZC_INT, .unit = ZC_HOUR, .max = 1000,
     .label = {.zh = "reference.ce_hours", .en = "reference.ce_hours"}},
    FLAG("reference.ban"),
    FLAG("reference.exam_req"),
    NUMBER("reference.score", 1000),
    NUMBER("reference.passline", 1000),
    NUMBER("reference.year", 3000),
};

static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "reference_hours", .type = ZC_INT, .unit = ZC_HOUR,
     .label = {.zh = "学时", .en = "hours"}},
};

#define EDUCATION                                                                                  \
  "(if reference.target == 3 then reference.education >= 2 else if reference.target == 4 then "    \
  "reference.education >= 3 else reference.education >= 1)"
#define TENURE                                                                                     \
  "(if reference.target == 1 then true else if reference.target == 2 then reference.years_lower "  \
  ">= 40 - (if reference.grass >= 50 then 10 else 0) else if reference.target == 3 then "          \
  "reference.years_lower >= 50 - (if reference.grass >= 100 then 10 else 0) else "                 \
  "reference.years_lower >= 50)"

#define RULE(name, condition)                                                                      \
  {                                                                                                \
    ZC_ROW, .id = name, .kind = ZC_REQUIREMENT, .clauses = "reference.rules", .needs = condition,  \
            .text = {                                                                              \
              .zh = name,                                                                          \
              .en = name                                                                           \
            }                                                                                      \
  }

static const zc_rule rules[] = {
    RULE("reference.in_region", "reference.region"),
    RULE("reference.in_years", "reference.year >= 2020 and reference.year <= 2023"),
    RULE("reference.not_dup", "not reference.dup"),
    RULE("reference.not_banned", "not reference.ban"),
    RULE("reference.annual_ok", "reference.annual"),
    RULE("reference.hours", "reference.ce_hours >= reference_hours"),
    RULE("reference.exam", "not reference.exam_req or reference.score >= reference.passline"),
    RULE("reference.edu", EDUCATION),
    RULE("reference.tenure", TENURE),
    RULE("reference.level", EDUCATION " and " TENURE),
};

#define ROUND                                                                                      \
  "reference.in_years reference.not_dup reference.hours reference.exam reference.edu "             \
  "reference.tenure reference.level"

static const zc_route routes[] = {
    {ZC_ROW, .id = "reference.general", .rank = ZC_RANK_BASELINE, .clauses = "reference.rules",
     .needs = "true", .text = {.zh = "通用", .en = "General"}},
    {ZC_ROW, .id = "reference.county30", .rank = ZC_RANK_EXCEPTIONAL, .clauses = "reference.rules",
     .needs = "reference.county >= 300", .waives = ROUND, .text = {.zh = "县", .en = "County"}},
    {ZC_ROW, .id = "reference.town20", .rank = ZC_RANK_EXCEPTIONAL, .clauses = "reference.rules",
     .needs = "reference.town >= 200", .waives = ROUND, .text = {.zh = "乡", .en = "Town"}},
};

static const zc_chapter chapter = {
    .documents = ZC_TABLE(documents),
    .clauses = ZC_TABLE(clauses),
    .facts = ZC_TABLE(facts),
    .parameters = ZC_TABLE(parameters),
    .tracks = ZC_TABLE(tracks),
    .rules = ZC_TABLE(rules),
    .routes = ZC_TABLE(routes),
};
static const zc_chapter *const chapters[] = {&chapter};

ZC_PLUGIN("reference", "1.0.0", .division = "110000", .name = {.zh = "对照", .en = "Reference"},
          .chapters = chapters, .chapter_count = ZC_COUNT(chapters));
