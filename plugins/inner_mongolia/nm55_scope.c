/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社发〔2022〕55号 一、二（一） and the last paragraph: who may apply for a targeted title,
 * what counts as grassroots, and the posts set aside for it. */
#include "chapters.h"

static const zc_clause clauses[] = {
    NM55_CLAUSE("nm55.scope.year", "二（一）"),
    NM55_CLAUSE("nm55.scope.level", "标题、二"),
    NM55_CLAUSE("nm55.scope.unit_level", "二"),
    NM55_CLAUSE("nm55.scope.teacher", "二（一）"),
    NM55_CLAUSE("nm55.scope.agriculture", "二（一）"),
    NM55_CLAUSE("nm55.scope.forestry", "二（一）"),
    NM55_CLAUSE("nm55.scope.water", "二（一）"),
    NM55_CLAUSE("nm55.scope.arts", "二（一）"),
    NM55_CLAUSE("nm55.scope.heritage", "二（一）"),
    NM55_CLAUSE("nm55.scope.series", "二（一）"),
    {ZC_ROW, .id = "nm55.scope.health", .document = "nm-2022-55", .clause = "文末",
     .also = "nm-2021-40"},
    NM55_CLAUSE("nm55.post_ratio", "二"),
};

static const zc_rule rules[] = {
    /* Speaks of every day: what lies before 2022 is refused, not left open. Health alone had a
     * document by then, which is not held. */
    {ZC_ROW, .id = "nm55.scope.year", .kind = ZC_SCOPE, .flags = ZC_BINDS_ALWAYS,
     .tracks = "targeted", .from = "ever", .until = "ever",
     .needs = "as_of >= 2022-01-01 or series == health",
     .text = {.zh = "卫生以外的系列自2022年起受理定向职称申报。",
              .en = "Outside health care, targeted titles can be applied for from 2022 on."}},
    {ZC_ROW, .id = "nm55.scope.level", .kind = ZC_SCOPE, .tracks = "targeted", .needs = NM_SENIOR,
     .text = {.zh = "定向职称只设副高级和正高级。",
              .en = "The targeted track is for deputy senior and full senior titles only."}},
    {ZC_ROW, .id = "nm55.scope.unit_level", .kind = ZC_SCOPE, .tracks = "targeted",
     .needs = NM_GRASSROOTS,
     .text = {.zh = "申报人所在单位为旗县、苏木乡镇或嘎查村一级。",
              .en = "The applicant's unit is at county, township or village level."}},
    {ZC_ROW, .id = "nm55.scope.series", .kind = ZC_SCOPE, .tracks = "targeted",
     .needs = "series in {school_teacher, vocational_teacher, agriculture, arts, "
              "cultural_heritage, health} or "
              "series == engineering and post_field in {forestry_grassland, water}",
     .text = {.zh = "系列或岗位属于教师、农牧业、林草、水利、乌兰牧骑、文博、卫生之一。",
              .en = "The series or post is one of teaching, agriculture, forestry and grassland, "
                    "water, Wulanmuqi arts, cultural heritage or health."}},
    {ZC_ROW, .id = "nm55.scope.teacher", .kind = ZC_SCOPE, .tracks = "targeted", .when = NM_TEACHER,
     .needs = "unit_kind in {primary_secondary_school, kindergarten, special_education_school, "
              "secondary_vocational_school} and frontline_teaching",
     .text = {.zh = "教师须在中小学、幼儿园、特教或中职学校的教学一线任教。",
              .en = "A teacher works in class at a school, kindergarten, special education or "
                    "secondary vocational school."}},
    {ZC_ROW, .id = "nm55.scope.agriculture", .kind = ZC_SCOPE, .tracks = "targeted",
     .when = "series == agriculture",
     .needs = NM_EMPLOYER
     " and post_field in {agronomy, animal_husbandry, veterinary, agriculture_other}",
     .text = {.zh = "农牧业人员须在企事业单位的农牧业岗位工作。",
              .en = "An agricultural professional holds such a post in a public institution or "
                    "an enterprise."}},
    {ZC_ROW, .id = "nm55.scope.forestry", .kind = ZC_SCOPE, .tracks = "targeted",
     .when = "series == engineering and post_field == forestry_grassland", .needs = NM_EMPLOYER,
     .text = {.zh = "林草工程人员须在企事业单位工作。",
              .en = "A forestry or grassland engineer works in a public institution or an "
                    "enterprise."}},
    {ZC_ROW, .id = "nm55.scope.water", .kind = ZC_SCOPE, .tracks = "targeted",
     .when = "series == engineering and post_field == water", .needs = NM_EMPLOYER,
     .text = {.zh = "水利工程人员须在企事业单位工作。",
              .en = "A water engineer works in a public institution or an enterprise."}},
    {ZC_ROW, .id = "nm55.scope.arts", .kind = ZC_SCOPE, .tracks = "targeted",
     .when = "series == arts", .needs = "unit_kind == wulanmuqi and post_field == performing_arts",
     .text = {.zh = "艺术人员限于在乌兰牧骑从事艺术专业工作的。",
              .en = "Artists must work as such in a Wulanmuqi troupe."}},
    {ZC_ROW, .id = "nm55.scope.heritage", .kind = ZC_SCOPE, .tracks = "targeted",
     .when = "series == cultural_heritage", .needs = NM_EMPLOYER " and post_field == heritage",
     .text = {.zh = "文博人员须在企事业单位从事文物博物工作。",
              .en = "A heritage professional does such work in a public institution or an "
                    "enterprise."}},
    {ZC_ROW, .id = "nm55.scope.health", .kind = ZC_SCOPE, .tracks = "targeted",
     .when = "series == health", .needs = "series == health",
     .text = {.zh = "基层卫生人员在定向范围内，条件另见专门文件。",
              .en = "Grassroots health staff are within the track; a document of their own has "
                    "the details."}},
    {ZC_ROW, .id = "nm55.post_ratio", .kind = ZC_QUOTA,
     .clauses = "nm55.post_ratio nm85.rural.targeted", .tracks = "targeted",
     .needs = "targeted_post_vacancy",
     .text = {.zh = "单列的定向岗位尚有空缺。",
              .en = "One of the posts set aside for targeted titles is vacant."}},
};

static const zc_unit_row units[] = {
    {ZC_ROW, .id = "nm55.scope.unit_level",
     .grassroots = "unit_division under 150000 and " NM_GRASSROOTS,
     .text = {.zh = "自治区内旗县及以下单位属于基层，不分系列。",
              .en = "Units of the region at county level or below are grassroots, whatever the "
                    "series."}},
};

/* The common routes are those of every track; the levels below are for the general one. */
#define NM_LEVEL_TOO_LOW(route_)                                                                   \
  {                                                                                                \
    ZC_ROW, .rule = route_, .finding = "contradicts:nm55.scope.level", .reason = {                 \
      .zh = "一般途径由各申报类别共用；定向职称只设高级，这一级的途径只供普通评审。",              \
      .en = "The common routes serve every track; the targeted one has senior titles only, "       \
            "so that this level's route is for general titles."                                    \
    }                                                                                              \
  }

static const zc_acceptance acceptances[] = {
    {ZC_ROW, .rule = "nm55.scope.year", .finding = "always_true",
     .reason = {.zh = "自2022年起人人符合；写出是为了在此以前的日子作答，并在回答中引用。",
                .en = "From 2022 on everybody meets it; it answers for the days before, and is "
                      "cited."}},
    {ZC_ROW, .rule = "nm55.scope.health", .finding = "always_true",
     .reason = {.zh =
                    "条款只说明卫生人员在定向范围内，条件在另一文件；写在这里是为了在回答中引用。",
                .en = "The clause puts health staff within the track and leaves the conditions to "
                      "another document; the rule is there to be cited."}},
    NM_LEVEL_TOO_LOW("base.clerk"),
    NM_LEVEL_TOO_LOW("base.assistant"),
    NM_LEVEL_TOO_LOW("base.intermediate"),
};

const zc_chapter nm55_scope = {.clauses = ZC_TABLE(clauses),
                               .rules = ZC_TABLE(rules),
                               .units = ZC_TABLE(units),
                               .acceptances = ZC_TABLE(acceptances)};
