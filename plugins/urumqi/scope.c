/* SPDX-License-Identifier: Apache-2.0 */
/* Chapter 1: whose titles are assessed for local use. */
#include "urumqi.h"

#define URQ_SCOPE(id_)                                                                             \
  { ZC_ROW, .id = id_, .document = "urumqi-2022", .clause = "一" }
static const zc_clause clauses[] = {
    URQ_SCOPE("urq.scope.place"),
    URQ_SCOPE("urq.scope.teacher"),
    URQ_SCOPE("urq.scope.agriculture"),
    URQ_SCOPE("urq.scope.health"),
    URQ_SCOPE("urq.scope.series"),
    URQ_SCOPE("urq.scope.exam_only"),
    {ZC_ROW, .id = "urq.scope.levels", .document = "urumqi-2022", .clause = "二（二）"},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "urq.scope.place", .kind = ZC_SCOPE, .tracks = "targeted",
     .when = "series in {school_teacher, agriculture}", .needs = URQ_UNIT_INSTITUTION("series"),
     .text = {.zh = "在乌鲁木齐市乡镇或涉农街道的事业单位工作，教师也可在村学校；其他街道不算。",
              .en = "The unit is a public institution of a township or an agriculture-related "
                    "subdistrict of Urumqi, for teachers also of a village; no other subdistrict "
                    "counts."}},
    {ZC_ROW, .id = "urq.scope.teacher", .kind = ZC_SCOPE, .tracks = "targeted",
     .when = "series == school_teacher",
     .needs = "unit_kind in {primary_secondary_school, kindergarten} and " URQ_UNIT_SCHOOL
              " and frontline_teaching",
     .text = {.zh = "教师在乡镇、村或涉农街道的中小学或幼儿园教学一线任教。",
              .en = "A teacher teaches in a school or kindergarten of a township, a village or an "
                    "agriculture-related subdistrict."}},
    {ZC_ROW, .id = "urq.scope.agriculture", .kind = ZC_SCOPE, .tracks = "targeted",
     .when = "series == agriculture",
     .needs = URQ_UNIT_FIELD
     " and post_field in {agronomy, animal_husbandry, veterinary, agriculture_other}",
     .text = {.zh = "农业人员在乡镇或涉农街道所属单位的农艺、畜牧、兽医等岗位工作。",
              .en = "In agriculture the post is one of agronomy, animal husbandry, veterinary work "
                    "or the like in a unit of a township or an agriculture-related subdistrict."}},
    {ZC_ROW, .id = "urq.scope.health", .kind = ZC_SCOPE, .tracks = "targeted",
     .when = "series == health", .needs = URQ_UNIT_HEALTH,
     .text = {.zh = "卫生人员在政府举办的乡镇、村基层医疗卫生机构或社区卫生服务中心工作。",
              .en = "In health the unit is a grassroots institution of a township or a village, or "
                    "a community health centre, run by the government."}},
    {ZC_ROW, .id = "urq.scope.series", .kind = ZC_SCOPE, .tracks = "targeted",
     .needs = "series in {school_teacher, agriculture, health}",
     .text = {.zh = "定向评价只限中小学（含幼儿园）教师、农业、卫生三类。",
              .en = "Targeted titles exist for school teachers, agriculture and health only."}},
    {ZC_ROW, .id = "urq.scope.exam_only", .kind = ZC_SCOPE, .tracks = "targeted",
     .needs = "series_exam_mode != exam_only",
     .text = {.zh = "以考代评的专业不作定向评价。",
              .en = "Specialties whose titles come by exam alone are left out."}},
    {ZC_ROW, .id = "urq.scope.levels", .kind = ZC_SCOPE, .tracks = "targeted",
     .needs = "target_level in {clerk, assistant, intermediate, deputy_senior, full_senior}",
     .text = {.zh = "定向评价设初级、中级和高级。", .en = "Targeted titles exist at every level."}},
};

/* Facts of the person and the post are not read: what is asked is the unit. */
static const zc_unit_row units[] = {
    {ZC_ROW, .id = "urq.scope.place", .when = "series in {school_teacher, agriculture}",
     .grassroots = URQ_UNIT_INSTITUTION("series"),
     .text = {.zh = "教师、农业：乡镇或涉农街道的事业单位算基层，教师还包括村；其他街道不算。",
              .en = "For teachers and agriculture: public institutions of townships and of "
                    "agriculture-related subdistricts count, for teachers those of villages, too; "
                    "those of other subdistricts do not."}},
    {ZC_ROW, .id = "urq.scope.health", .when = "series == health", .grassroots = URQ_UNIT_HEALTH,
     .text = {.zh = "卫生：政府举办的乡镇、村医疗卫生机构和社区卫生服务中心算基层。",
              .en = "For health: institutions of townships and villages and community health "
                    "centres, run by the government, count."}},
    {ZC_ROW, .id = "urq.scope.series",
     .when = "not (series in {school_teacher, agriculture, health})", .grassroots = "false",
     .text = {.zh = "其他系列没有定向评价的基层单位。",
              .en = "For any other series no unit counts."}},
};

#define URQ_ALL_LEVELS                                                                             \
  .reason = {.zh = "文件写明初级、中级和高级都有定向评价；照文件写出，为的是在回答中引用。",       \
             .en = "The document says that every level has targeted titles; the rule is there to " \
                   "be cited."}

static const zc_acceptance acceptances[] = {
    {ZC_ROW, .rule = "base.place",
     .finding = "shadowed_by:urq.scope.place+urq.scope.health+urq.scope.series",
     .reason = {.zh = "文件分系列写明单位所在，都比“在本地区之内”更窄；这条一般规则各地都有。",
                .en = "The document names the place of the unit series by series, each time more "
                      "narrowly than the common rule, which every region has."}},
    {ZC_ROW, .rule = "urq.scope.levels", .finding = "always_true", URQ_ALL_LEVELS},
    {ZC_ROW, .rule = "urq.scope.levels",
     .finding = "constant_test:target_level in {clerk, assistant, intermediate, deputy_senior, "
                "full_senior}",
     URQ_ALL_LEVELS},
};

const zc_chapter urq_scope = {
    .clauses = ZC_TABLE(clauses),
    .rules = ZC_TABLE(rules),
    .units = ZC_TABLE(units),
    .acceptances = ZC_TABLE(acceptances),
};
