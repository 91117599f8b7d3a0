/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社办发〔2024〕85号 四（六）（七）（八）（十）: private employers, frontline medics, farmers
 * and herders, skilled workers. */
#include "chapters.h"

static const zc_clause clauses[] = {
    NM85_CLAUSE("nm85.private.direct", "四（六）"),
    NM85_CLAUSE("nm85.private.ce", "四（六）"),
    NM85_CLAUSE("nm85.covid", "四（七）"),
    {ZC_ROW, .id = "nm85.farmer", .document = "nm-2024-85", .clause = "四（八）",
     .also = "nm-2023-63"},
    {ZC_ROW, .id = "nm85.high_skill", .document = "nm-2024-85", .clause = "四（十）",
     .also = "nm-2021-16"},
};

static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "private_mid_bachelor_years", .type = ZC_INT,
     .label = {.zh = "非公有制本科直报中级年限",
               .en = "Years of a private bachelor for the intermediate title"}},
    {ZC_ROW, .name = "private_mid_college_years", .type = ZC_INT,
     .label = {.zh = "非公有制大专直报中级年限",
               .en = "Years of a private college graduate for the intermediate title"}},
    {ZC_ROW, .name = "private_deputy_bachelor_years", .type = ZC_INT,
     .label = {.zh = "非公有制本科直报副高年限",
               .en = "Years of a private bachelor for the deputy senior title"}},
};

static const zc_line direct_lines[] = {
    {ZC_ROW, .target = "intermediate", .education = "bachelor", .fact = "specialty_months",
     .floor = "years(private_mid_bachelor_years)"},
    {ZC_ROW, .target = "intermediate", .education = "junior_college", .fact = "specialty_months",
     .floor = "years(private_mid_college_years)"},
    {ZC_ROW, .target = "deputy_senior", .education = "bachelor", .fact = "specialty_months",
     .floor = "years(private_deputy_bachelor_years)"},
};

static const zc_route routes[] = {
    {ZC_ROW, .id = "nm85.private.direct", .rank = ZC_RANK_RELAXED, .tracks = "general",
     .when = "target_level in {intermediate, deputy_senior}", .lines = ZC_TABLE(direct_lines),
     .needs = NM_PRIVATE " and performance_conditions_met", .waives = "nm55.validity.local",
     .text = {.zh = "非公有制人员本科满{years(private_mid_bachelor_years)}、大专满"
                    "{years(private_mid_college_years)}可直报中级，本科满"
                    "{years(private_deputy_bachelor_years)}可直报副高级，不逐级申报。",
              .en = "Private-sector staff may go straight for the intermediate title after "
                    "{years(private_mid_bachelor_years)} of work with a bachelor's degree or "
                    "{years(private_mid_college_years)} with junior college, and for deputy "
                    "senior after {years(private_deputy_bachelor_years)} with a bachelor's."}},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm85.private.ce", .kind = ZC_WAIVER, .tracks = NM_DECIDED, .needs = NM_PRIVATE,
     .waives = "nm85.ce",
     .text = {.zh = "非公有制人员不以继续教育为硬条件，鼓励参加。",
              .en = "Continuing education is welcome, but no condition for private-sector "
                    "staff."}},
    {ZC_ROW, .id = "nm85.farmer", .kind = ZC_REFERRAL, .tracks = "farmer",
     .text = {.zh = "农牧民职称另按专门办法评审。",
              .en = "Titles of farmers and herders follow a document of their own."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm85.covid", .kind = ZC_EFFECT_NOTICE, .until = "2026-12-31",
     .when = "covid_frontline_medic and not covid_benefit_used",
     .data = "{\"times\": 1, \"until\": \"2026-12-31\"}",
     .text = {.zh = "一线医务人员尚可享受倾斜政策，原则上只享受一次。",
              .en = "A frontline medic may still use the preferential measures, in principle "
                    "once."}},
    {ZC_ROW, .id = "nm85.high_skill", .kind = ZC_EFFECT_REFERRAL, .tracks = "general green",
     .data = "{\"document\": \"nm-2021-16\"}",
     .text = {.zh = "高技能人才申报另按贯通办法。",
              .en = "Skilled workers apply under a document of their own."}},
};

const zc_chapter nm85_private = {.clauses = ZC_TABLE(clauses),
                                 .parameters = ZC_TABLE(parameters),
                                 .rules = ZC_TABLE(rules),
                                 .routes = ZC_TABLE(routes),
                                 .effects = ZC_TABLE(effects)};
