/* SPDX-License-Identifier: Apache-2.0 */
/*
 * baseline.h: the national practice that regions share, as tables. One source file of a region
 * lists `zc_baseline` as the first chapter, so that base.* findings stand first; others may include
 * it for the macros:
 *
 *     static const zc_route exam[] = {ZC_BASELINE_EXAM_ONLY(NULL)};
 *     static const zc_chapter guangxi_exam = {.routes = ZC_TABLE(exam)};
 *     static const zc_chapter *const chapters[] = {&zc_baseline, &guangxi_exam, ...};
 *
 * Which education asks for which tenure is data. A prefecture or city that sets its own standard
 * replaces values in parameters.ini, and `none` takes a line away:
 *
 *     [baseline_as_months]
 *     source = <document and clause>
 *     unit = month
 *     2024-01-01 1502 agriculture deputy_senior bachelor = 48
 *     [baseline_local]
 *     source = <document and clause>
 *     2024-01-01 1502 agriculture = true
 *
 * The macros are for initialisers only. Their arguments are string literals.
 */
#ifndef ZHICHENG_BASELINE_H
#define ZHICHENG_BASELINE_H

#include "zhicheng/plugin.h"

/* ---- education and tenure -------------------------------------------------------------------- */

#define ZC_NATIONAL "national practice"

/* Months in the title one level below, by level and education. */
static const zc_parameter_value zc_baseline_as_values[] = {
    {ZC_ROW, .key = "assistant junior_college", .value = "24", .source = ZC_NATIONAL},
    {ZC_ROW, .key = "assistant high_school", .value = "48", .source = ZC_NATIONAL},
    {ZC_ROW, .key = "intermediate master", .value = "24", .source = ZC_NATIONAL},
    {ZC_ROW, .key = "intermediate bachelor", .value = "48", .source = ZC_NATIONAL},
    {ZC_ROW, .key = "intermediate junior_college", .value = "48", .source = ZC_NATIONAL},
    {ZC_ROW, .key = "deputy_senior doctor", .value = "24", .source = ZC_NATIONAL},
    {ZC_ROW, .key = "deputy_senior master", .value = "60", .source = ZC_NATIONAL},
    {ZC_ROW, .key = "deputy_senior bachelor", .value = "60", .source = ZC_NATIONAL},
    {ZC_ROW, .key = "full_senior bachelor", .value = "60", .source = ZC_NATIONAL},
};

/* Months in the specialty where no title is asked for; 0: education alone is enough. */
static const zc_parameter_value zc_baseline_specialty_values[] = {
    {ZC_ROW, .key = "clerk high_school", .value = "12", .source = ZC_NATIONAL},
    {ZC_ROW, .key = "assistant master", .value = "0", .source = ZC_NATIONAL},
    {ZC_ROW, .key = "assistant bachelor", .value = "12", .source = ZC_NATIONAL},
    {ZC_ROW, .key = "assistant junior_college", .value = "36", .source = ZC_NATIONAL},
    {ZC_ROW, .key = "intermediate doctor", .value = "0", .source = ZC_NATIONAL},
};

static const zc_parameter zc_baseline_parameters[] = {
    {ZC_ROW, .name = "baseline_as_months", .type = ZC_INT, .unit = ZC_MONTH,
     .keys = "division series level education track",
     .label = {.zh = "取得下一级职称的月数", .en = "months in the title one level below"},
     .values = ZC_TABLE(zc_baseline_as_values), .optional = 1},
    {ZC_ROW, .name = "baseline_specialty_months", .type = ZC_INT, .unit = ZC_MONTH,
     .keys = "division series level education track",
     .label = {.zh = "从事专业技术工作的月数（不要求已有职称）",
               .en = "months in the specialty, no title asked for"},
     .values = ZC_TABLE(zc_baseline_specialty_values), .optional = 1},
    {ZC_ROW, .name = "baseline_local", .type = ZC_BOOL, .keys = "division series track",
     .label = {.zh = "执行当地自定的学历、资历标准",
               .en = "a standard of the place's own is in force"},
     .optional = 1},
};

/* The names of one value, for conditions: ZC_BASELINE_AS("deputy_senior", "bachelor"). */
#define ZC_BASELINE_AS(level_, education_) "baseline_as_months(" level_ ", " education_ ")"
#define ZC_BASELINE_SPECIALTY(level_, education_)                                                  \
  "baseline_specialty_months(" level_ ", " education_ ")"

/* A line stands only where its value does: a local standard may have taken it away. */
#define ZC_BASELINE_AS_LINE(level_, below_, education_)                                            \
  {                                                                                                \
    ZC_ROW, .when = "known(" ZC_BASELINE_AS(level_, education_) ")", .education = education_,      \
            .held = below_, .fact = "months_in_current_title",                                     \
            .floor = ZC_BASELINE_AS(level_, education_)                                            \
  }
#define ZC_BASELINE_SPECIALTY_LINE(level_, education_)                                             \
  {                                                                                                \
    ZC_ROW, .when = "known(" ZC_BASELINE_SPECIALTY(level_, education_) ")",                        \
            .education = education_, .fact = "specialty_months",                                   \
            .floor = ZC_BASELINE_SPECIALTY(level_, education_)                                     \
  }

/* Where a region counts a professional qualification as the title that it corresponds to, it
 * defines ZC_BASELINE_QUALIFICATION, before it includes this file, as the condition under which it
 * does. Then each line "as X" has one beside it for those whose qualification is X, with the months
 * since it was obtained; they are never added to those of a title. */
#ifdef ZC_BASELINE_QUALIFICATION
#define ZC_BASELINE_QUALIFIED(below_)                                                              \
  ZC_BASELINE_QUALIFICATION " and qualification_level == " below_
#define ZC_BASELINE_QUALIFIED_LINE(level_, below_, education_)                                     \
  , {                                                                                              \
    ZC_ROW,                                                                                        \
        .when =                                                                                    \
            "known(" ZC_BASELINE_AS(level_, education_) ") and " ZC_BASELINE_QUALIFIED(below_),    \
        .education = education_, .fact = "months_in_qualification",                                \
        .floor = ZC_BASELINE_AS(level_, education_)                                                \
  }
#define ZC_BASELINE_TENURE_QUALIFIED_LINE(level_, below_)                                          \
  , {                                                                                              \
    ZC_ROW, .target = level_,                                                                      \
            .when = "known(" ZC_BASELINE_AS(level_,                                                \
                                            "bachelor") ") and " ZC_BASELINE_QUALIFIED(below_),    \
            .fact = "months_in_qualification", .floor = ZC_BASELINE_AS(level_, "bachelor")         \
  }
#else
#define ZC_BASELINE_QUALIFIED_LINE(level_, below_, education_)
#define ZC_BASELINE_TENURE_QUALIFIED_LINE(level_, below_)
#endif

/* All lines of a level. The highest education comes first: a finding shows the line that fits best,
 * and of two that fit equally the first. */
#define ZC_BASELINE_LEVEL_LINES(level_, below_)                                                    \
  ZC_BASELINE_EDUCATION_LINES_OF(level_, below_, "doctor"),                                        \
      ZC_BASELINE_EDUCATION_LINES_OF(level_, below_, "master"),                                    \
      ZC_BASELINE_EDUCATION_LINES_OF(level_, below_, "bachelor"),                                  \
      ZC_BASELINE_EDUCATION_LINES_OF(level_, below_, "junior_college"),                            \
      ZC_BASELINE_EDUCATION_LINES_OF(level_, below_, "high_school")
#define ZC_BASELINE_EDUCATION_LINES_OF(level_, below_, education_)                                 \
  ZC_BASELINE_SPECIALTY_LINE(level_, education_),                                                  \
      ZC_BASELINE_AS_LINE(level_, below_, education_)                                              \
          ZC_BASELINE_QUALIFIED_LINE(level_, below_, education_)

static const zc_line zc_baseline_clerk[] = {
    ZC_BASELINE_SPECIALTY_LINE("clerk", "doctor"),
    ZC_BASELINE_SPECIALTY_LINE("clerk", "master"),
    ZC_BASELINE_SPECIALTY_LINE("clerk", "bachelor"),
    ZC_BASELINE_SPECIALTY_LINE("clerk", "junior_college"),
    ZC_BASELINE_SPECIALTY_LINE("clerk", "high_school"),
};
static const zc_line zc_baseline_assistant[] = {ZC_BASELINE_LEVEL_LINES("assistant", "clerk")};
static const zc_line zc_baseline_intermediate[] = {
    ZC_BASELINE_LEVEL_LINES("intermediate", "assistant")};
static const zc_line zc_baseline_deputy_senior[] = {
    ZC_BASELINE_LEVEL_LINES("deputy_senior", "intermediate")};
static const zc_line zc_baseline_full_senior[] = {
    ZC_BASELINE_LEVEL_LINES("full_senior", "deputy_senior")};

/* ---- for routes of a region that keep one half of the baseline ------------------------------- */

/* `.lines` of a route that asks for the tenure of a bachelor and for no education. */
#define ZC_BASELINE_TENURE_AS_LINE(level_, below_)                                                 \
  {                                                                                                \
    ZC_ROW, .target = level_, .when = "known(" ZC_BASELINE_AS(level_, "bachelor") ")",             \
            .held = below_, .fact = "months_in_current_title",                                     \
            .floor = ZC_BASELINE_AS(level_, "bachelor")                                            \
  }
#define ZC_BASELINE_TENURE_SPECIALTY_LINE(level_, education_)                                      \
  {                                                                                                \
    ZC_ROW, .target = level_, .when = "known(" ZC_BASELINE_SPECIALTY(level_, education_) ")",      \
            .fact = "specialty_months", .floor = ZC_BASELINE_SPECIALTY(level_, education_)         \
  }
/* The line under which a bachelor becomes a clerk is that of the high school. */
#define ZC_BASELINE_TENURE_LINES                                                                   \
  ZC_BASELINE_TENURE_SPECIALTY_LINE("clerk", "high_school"),                                       \
      ZC_BASELINE_TENURE_LEVEL_LINES("assistant", "clerk"),                                        \
      ZC_BASELINE_TENURE_LEVEL_LINES("intermediate", "assistant"),                                 \
      ZC_BASELINE_TENURE_LEVEL_LINES("deputy_senior", "intermediate"),                             \
      ZC_BASELINE_TENURE_LEVEL_LINES("full_senior", "deputy_senior")
#define ZC_BASELINE_TENURE_LEVEL_LINES(level_, below_)                                             \
  ZC_BASELINE_TENURE_SPECIALTY_LINE(level_, "bachelor"),                                           \
      ZC_BASELINE_TENURE_AS_LINE(level_, below_) ZC_BASELINE_TENURE_QUALIFIED_LINE(level_, below_)

/* `.lines` of a route that asks for no tenure and no title, but for the lowest education that has a
 * line for the level. */
#define ZC_BASELINE_EDUCATION_LINE(level_, education_)                                             \
  {                                                                                                \
    ZC_ROW, .target = level_,                                                                      \
            .when = "known(" ZC_BASELINE_AS(                                                       \
                level_, education_) ") or known(" ZC_BASELINE_SPECIALTY(level_, education_) ")",   \
            .education = education_                                                                \
  }
#define ZC_BASELINE_EDUCATION_LEVEL_LINES(level_)                                                  \
  ZC_BASELINE_EDUCATION_LINE(level_, "high_school"),                                               \
      ZC_BASELINE_EDUCATION_LINE(level_, "junior_college"),                                        \
      ZC_BASELINE_EDUCATION_LINE(level_, "bachelor"),                                              \
      ZC_BASELINE_EDUCATION_LINE(level_, "master"), ZC_BASELINE_EDUCATION_LINE(level_, "doctor")
#define ZC_BASELINE_EDUCATION_LINES                                                                \
  ZC_BASELINE_EDUCATION_LEVEL_LINES("clerk"), ZC_BASELINE_EDUCATION_LEVEL_LINES("assistant"),      \
      ZC_BASELINE_EDUCATION_LEVEL_LINES("intermediate"),                                           \
      ZC_BASELINE_EDUCATION_LEVEL_LINES("deputy_senior"),                                          \
      ZC_BASELINE_EDUCATION_LEVEL_LINES("full_senior")

/* ---- assess ---------------------------------------------------------------------------------- */

static const zc_rule zc_baseline_rules[] = {
    {ZC_ROW, .id = "base.place", .kind = ZC_SCOPE, .flags = ZC_BINDS_ALWAYS,
     .needs = "unit_division under region_division",
     .text = {.zh = "工作单位在本地区之内。", .en = "The unit lies in this region."}},
    /* Who applies at all: order 40 of the ministry. An examination that gives the title by itself
     * is open to others, too. */
    {ZC_ROW, .id = "base.applicant", .kind = ZC_SCOPE, .flags = ZC_YIELDS_TO_EXAM,
     .needs = "(track == farmer or not retired and not civil_servant) and "
              "not (unit_nature == public_institution and under_discipline)",
     .text = {.zh = "在职申报；不是公务员或参照管理人员；事业单位人员不在记过以上处分期内。",
              .en =
                  "Applies while at work and is no civil servant; in a public institution, is not "
                  "under a demerit or a graver punishment."}},
    /* A title of the other track is no bar: the two ladders are climbed apart. */
    {ZC_ROW, .id = "base.level_up", .kind = ZC_REQUIREMENT,
     .needs = "target_level > current_title_level or not (track == current_title_track or "
              "track == green and current_title_track == general)",
     .text = {.zh = "申报层级高于已取得的同类职称。",
              .en = "The level applied for is above the title held on the same track."}},
};

#define ZC_BASELINE_ROUTE(id_, level_, lines_, zh_, en_)                                           \
  {                                                                                                \
    ZC_ROW, .id = id_, .rank = ZC_RANK_BASELINE, .tracks = "general targeted",                     \
            .when = "target_level == " level_, .lines = ZC_TABLE(lines_), .group = "baseline",     \
            .text = {                                                                              \
              .zh = zh_,                                                                           \
              .en = en_                                                                            \
            }                                                                                      \
  }
static const zc_route zc_baseline_routes[] = {
    ZC_BASELINE_ROUTE("base.clerk", "clerk", zc_baseline_clerk, "学历和资历达到员级的一般条件。",
                      "Education and tenure meet the common standard for a clerk title."),
    ZC_BASELINE_ROUTE("base.assistant", "assistant", zc_baseline_assistant,
                      "学历和资历达到助理级的一般条件。",
                      "Education and tenure meet the common standard for an assistant title."),
    ZC_BASELINE_ROUTE("base.intermediate", "intermediate", zc_baseline_intermediate,
                      "学历和资历达到中级的一般条件。",
                      "Education and tenure meet the common standard for an intermediate title."),
    ZC_BASELINE_ROUTE("base.deputy_senior", "deputy_senior", zc_baseline_deputy_senior,
                      "学历和资历达到副高级的一般条件。",
                      "Education and tenure meet the common standard for a deputy senior title."),
    ZC_BASELINE_ROUTE("base.full_senior", "full_senior", zc_baseline_full_senior,
                      "学历和资历达到正高级的一般条件。",
                      "Education and tenure meet the common standard for a full senior title."),
};

/* A row for the region's routes: which tracks it decides differs. `tracks_`: "general", or NULL for
 * every track. */
#define ZC_BASELINE_EXAM_ONLY(tracks_)                                                             \
  {                                                                                                \
    ZC_ROW, .id = "base.exam_only", .rank = ZC_RANK_EXAM, .mode = ZC_EXAM,                         \
            .flags = ZC_EXCLUSIVE | ZC_EXAM_DECIDES, .tracks = tracks_,                            \
            .when = "series_exam_mode == exam_only", .needs = "exam_passed", .text = {             \
              .zh = "以考代评的系列只看考试，考试合格即取得职称。",                                \
              .en = "Where an exam takes the place of review, passing it is what counts."          \
            }                                                                                      \
  }

static const zc_effect zc_baseline_effects[] = {
    {ZC_ROW, .id = "base.local_standard", .kind = ZC_EFFECT_NOTICE, .tracks = "general targeted",
     .when = "known(baseline_local) and baseline_local",
     .text = {.zh = "学历和资历按当地自定标准计算，不用一般条件。",
              .en = "Education and tenure follow the place's own standard, not the common one."}},
};

/* ---- convert --------------------------------------------------------------------------------- */

/* `when` of a rule on the general track: one level above a targeted title, which then is the base
 * of the application and has to be valid (`current_title_is_base`). A doctor needs no title for
 * intermediate. Routes that ask for no title waive the rule. */
#define ZC_BUILDS_ON_TARGETED                                                                      \
  "current_title_track == targeted and "                                                           \
  "(target_level == intermediate and current_title_level == assistant and education < doctor or "  \
  "target_level == deputy_senior and current_title_level == intermediate or "                      \
  "target_level == full_senior and current_title_level == deputy_senior)"

/* What a region's own conversions may take for granted, since the rows below stand before them, and
 * its effects must say: a targeted title of this region that still stands. */
#define ZC_HELD_HERE                                                                               \
  "not title_revoked and held_title_track == targeted and held_title_region == this_region"

/* Where no word is given of a destination, a title is employed on in the present unit. */
#define ZC_DESTINATION_GIVEN                                                                       \
  "(given(destination_division) or given(destination_unit_level) or "                              \
  "given(destination_unit_nature) or given(destination_in_catalog) or "                            \
  "given(destination_grassroots) or given(destination_unit_name) or "                              \
  "given(destination_unit_code) or given(destination_unit_kind) or "                               \
  "given(destination_unit_government_run) or given(destination_in_subdistrict) or "                \
  "given(destination_agri_subdistrict))"

static const zc_conversion zc_baseline_conversions[] = {
    {ZC_ROW, .id = "base.convert.revoked", .keeps = "not title_revoked", .kept = ZC_GO_ON,
     .otherwise = ZC_INVALID,
     .text = {.zh = "职称未被撤销；撤销的职称无效。",
              .en = "The title has not been revoked; a revoked one is worth nothing."}},
    {ZC_ROW, .id = "base.convert.general", .when = "held_title_track == general",
     .keeps = "purpose != exchange", .kept = ZC_VALID, .otherwise = ZC_REFUSED,
     .text = {.zh = "通用职称继续有效，也没有可换发的职称。",
              .en = "A general title stays valid; there is nothing to exchange it for."}},
    /* No region here holds the document on farmers: nobody knows. */
    {ZC_ROW, .id = "base.convert.farmer", .when = "held_title_track == farmer",
     .otherwise = ZC_UNDETERMINED,
     .text = {.zh = "农牧民职称的使用由专门文件规定。",
              .en = "What a farmer title is worth is for its own document to say."}},
    {ZC_ROW, .id = "base.convert.other_region", .when = "held_title_track == targeted",
     .keeps = "held_title_region == this_region", .kept = ZC_GO_ON, .otherwise = ZC_REASSESS,
     .text = {.zh = "定向职称由本地区评定；外地区的须重新评审。",
              .en =
                  "The targeted title is this region's; one of another region is assessed anew."}},
};

static const zc_chapter zc_baseline = {
    .parameters = ZC_TABLE(zc_baseline_parameters),
    .rules = ZC_TABLE(zc_baseline_rules),
    .routes = ZC_TABLE(zc_baseline_routes),
    .conversions = ZC_TABLE(zc_baseline_conversions),
    .effects = ZC_TABLE(zc_baseline_effects),
};

#endif
