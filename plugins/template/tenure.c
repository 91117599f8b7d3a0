/* SPDX-License-Identifier: Apache-2.0 */
/* Chapter 4: education and tenure, beside those of the national practice. */
#include "template.h"

static const zc_clause clauses[] = {
    {ZC_ROW, .id = "template.parity", .document = "template-2024-1", .clause = "九"},
    {ZC_ROW, .id = "template.relaxed", .document = "template-2024-1", .clause = "十"},
    {ZC_ROW, .id = "template.doctor", .document = "template-2024-1", .clause = "十"},
    {ZC_ROW, .id = "template.early", .document = "template-2024-1", .clause = "十一"},
    {ZC_ROW, .id = "template.merit", .document = "template-2024-1", .clause = "十二"},
};

/* A value that counts as another before any rule reads it: a class of a technician school counts as
 * an education. */
static const zc_derivation derivations[] = {
    {ZC_ROW, .fact = "education",
     .value = "max(education, if technician_class == senior_worker then junior_college else none)",
     .clause = "template.parity"},
};

static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "relaxed_tenure", .type = ZC_INT, .unit = ZC_MONTH, .keys = "level",
     .label = {.zh = "放宽学历者须任下一级职称的月数",
               .en = "months in the title one level below with a relaxed education"}},
};

/* What no condition can say, in C. It is pure: from the same arguments always the same value, and
 * nothing else read, kept or allocated. Arguments come in the order of `reads`. Where the language
 * can say it, a condition is better: it is shown, analysed and explained.
 * Five points for each full year of service at the grassroots, fifty at most. */
static zc_value merit_points(const zc_value *arguments, uint32_t count) {
  const int64_t months_a_year = 12, points_a_year = 5, most = 50;
  if (count != 1 || !arguments[0].known)
    return (zc_value){.known = 0};
  int64_t points = arguments[0].value / months_a_year * points_a_year;
  return (zc_value){.value = points < most ? points : most, .known = 1};
}
static const zc_function functions[] = {
    {ZC_ROW, .name = "template.merit_points", .reads = "rural_service_months", .type = ZC_INT,
     .unit = ZC_POINT, .min = 0, .max = 50, .call = merit_points},
};

/* A waiver that shortens: `months` come off the tenure of the routes that `reduces` names. */
static const zc_rule rules[] = {
    {ZC_ROW, .id = "template.early", .kind = ZC_WAIVER, .tracks = "targeted",
     .needs = "township_months >= 120 months", .months = "12 months", .reduces = "baseline",
     .text = {.zh = "在乡镇累计工作满十年的，所需任职年限减一年。",
              .en = "Ten years of work in townships take one year off the tenure."}},
};

/* The lines of a route are alternatives. Read aloud: "a high school graduate who has held an
 * assistant title for as long as the parameter says". */
static const zc_line relaxed_lines[] = {
    {ZC_ROW, .education = "high_school", .held = "assistant", .fact = "months_in_current_title",
     .floor = "relaxed_tenure(intermediate)"},
};

/* Routes are ways to satisfy education and tenure: one of them has to be open. */
static const zc_route routes[] = {
    {ZC_ROW, .id = "template.relaxed", .rank = ZC_RANK_RELAXED, .tracks = "targeted",
     .when = "target_level == intermediate", .lines = ZC_TABLE(relaxed_lines),
     .text = {.zh = "申报中级，学历可放宽到高中（中专），但须任助理级职称满{relaxed_tenure("
                    "intermediate)}。",
              .en = "For intermediate high school is enough after {relaxed_tenure(intermediate)} "
                    "as assistant."}},
    /* One without lines: the condition says it all. The document speaks of a degree (学位), and
     * `degree` is what it asks for; an education (学历) is another fact. */
    {ZC_ROW, .id = "template.doctor", .rank = ZC_RANK_RELAXED, .tracks = "targeted",
     .when = "target_level == deputy_senior", .needs = "degree >= doctor",
     .text = {.zh = "取得博士学位的，可直接申报副高级。",
              .en = "A doctor's degree opens deputy senior directly."}},
    /* Another, by a function. */
    {ZC_ROW, .id = "template.merit", .rank = ZC_RANK_EXCEPTIONAL, .tracks = "targeted",
     .when = "target_level == deputy_senior",
     .needs = "current_title_level == intermediate and template.merit_points >= 30",
     .text = {.zh = "基层服务积分达到三十分的中级人员，可破格申报副高级。",
              .en = "Thirty points for service at the grassroots open deputy senior to an "
                    "intermediate."}},
};

const zc_chapter template_tenure = {
    .clauses = ZC_TABLE(clauses),
    .derivations = ZC_TABLE(derivations),
    .parameters = ZC_TABLE(parameters),
    .rules = ZC_TABLE(rules),
    .routes = ZC_TABLE(routes),
    .functions = ZC_TABLE(functions),
};
