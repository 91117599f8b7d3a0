/* SPDX-License-Identifier: Apache-2.0 */
/* 省四 and 市三: two ladders side by side, and what a grassroots title is worth. */
#include "chapters.h"
#include "zhicheng/baseline.h"

static const zc_clause clauses[] = {
    SD_CLAUSE_BOTH("sd.dual", "省四", "市三"), SD_CLAUSE("sd.lock5", "省四"),
    SD_CLAUSE("sd.validity", "省四"),          SD_CLAUSE("sd.exchange", "省四"),
    SD_CLAUSE("sd.no_tilt", "省四"),           SD_LETTER("sd.direct_employ", "市三"),
};

static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "lock_years", .type = ZC_INT,
     .label = {.zh = "取得一类后另一类同级别的间隔年限",
               .en = "Years between the two titles of one level"}},
    {ZC_ROW, .name = "exchange_years", .type = ZC_INT,
     .label = {.zh = "换发所需累计聘任年限", .en = "Years employed before an exchange"}},
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "sd.dual", .kind = ZC_CHOICE, .needs = "not applied_other_track_this_year",
     .text = {.zh = "统一职称与基层职称自选其一，同一年度没有申报另一类。",
              .en = "One kind of title a year: the other kind was not applied for."}},
    {ZC_ROW, .id = "sd.lock5", .kind = ZC_LOCK, .when = "other_track_title_level >= target_level",
     .needs = "months_since_other_track_same_level >= years(lock_years) or "
              "not given(months_since_other_track_same_level) and "
              "months_since_other_track_title >= years(lock_years)",
     .text = {.zh = "已有另一类同级别职称的，满{years(lock_years)}后才可申报。",
              .en = "Whoever holds the other title of the same level waits {years(lock_years)}."}},
    {ZC_ROW, .id = "sd.validity", .kind = ZC_REQUIREMENT, .tracks = "general",
     .when = ZC_BUILDS_ON_TARGETED, .needs = "current_title_is_base",
     .text = {.zh = "以基层职称申报高一级统一职称的，单位须在目录内，基层职称有效。",
              .en = "Whoever builds a general application on a grassroots title works in a unit of "
                    "the catalog, where that title is valid."}},
};

static const zc_conversion conversions[] = {
    {ZC_ROW, .id = "sd.exchange", .when = ZC_HELD_HERE " and purpose == exchange",
     .keeps = "employed_months_in_targeted_title >= years(exchange_years) and "
              "annual_assessment_passed and continuing_education_completed and "
              "committee_determination_passed and unit_in_catalog",
     .kept = ZC_EXCHANGE, .otherwise = ZC_REFUSED,
     .text = {.zh = "累计聘满{years(exchange_years)}"
                    "、考核合格、完成继续教育并经统一评委会认定的，换发同级统一职称。",
              .en = "After {years(exchange_years)} employed on it, assessed, with continuing "
                    "education and the "
                    "committee's consent, the title is exchanged for the general one."}},
    {ZC_ROW, .id = "sd.validity", .when = ZC_HELD_HERE " and purpose != exchange",
     .keeps = "if purpose == move or purpose == employ and " ZC_DESTINATION_GIVEN
              " then (if given(destination_grassroots) then destination_grassroots "
              "else destination_in_catalog) else unit_in_catalog",
     .kept = ZC_VALID, .otherwise = ZC_INVALID,
     .text = {.zh = "在目录内的基层单位使用有效，离开即失效。",
              .en = "The title holds in units of the catalog and lapses outside them."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "sd.validity", .kind = ZC_EFFECT_VALIDITY, .tracks = "targeted",
     .data = "{\"scope\": \"units_of_the_catalog\"}",
     .text = {.zh = "取得的基层职称只在目录内的单位有效。",
              .en = "The grassroots title will hold in units of the catalog only."}},
    {ZC_ROW, .id = "sd.no_tilt", .kind = ZC_EFFECT_NOTICE, .tracks = "general", .when = SD_SERIES,
     .text = {.zh = "该系列已有基层职称，统一评审不再对基层另作倾斜。",
              .en = "The series has a grassroots title, so the general review gives the "
                    "grassroots no preference."}},
    {ZC_ROW, .id = "sd.direct_employ", .kind = ZC_EFFECT_POST,
     .when = SD_WEIHAI " and unit_in_catalog",
     .text = {.zh = "取得职称后即予聘用。",
              .en = "Employment follows as soon as the title is given."}},
};

const zc_chapter sd_dual = {.clauses = ZC_TABLE(clauses),
                            .parameters = ZC_TABLE(parameters),
                            .rules = ZC_TABLE(rules),
                            .conversions = ZC_TABLE(conversions),
                            .effects = ZC_TABLE(effects)};
