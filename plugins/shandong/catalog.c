/* SPDX-License-Identifier: Apache-2.0 */
/* 市二, 省八 and the annex: the catalog of grassroots units, its filing, and the cities' plans. */
#include "chapters.h"

static const zc_clause clauses[] = {
    SD_CLAUSE_BOTH("sd.unit.catalog", "省八", "市二"),
    SD_LETTER("sd.unit.catalog.2020", "市二"),
    SD_LETTER("sd.unit.catalog.yearly", "市二"),
    SD_LETTER("sd.unit.form", "附件"),
    SD_CLAUSE("sd.plan", "省八"),
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "sd.unit.catalog", .kind = ZC_SCOPE, .tracks = "targeted",
     .needs = "unit_in_catalog",
     .text = {.zh = "单位列入有效的基层单位目录。",
              .en = "The unit stands in the catalog of grassroots units in force."}},
};

static const zc_unit_row units[] = {
    {ZC_ROW, .id = "sd.unit.catalog", .grassroots = "unit_in_catalog",
     .text = {.zh = "列入目录的单位属于基层。", .en = "A unit of the catalog is grassroots."}},
};

static const zc_step steps[] = {
    {ZC_ROW, .id = "sd.plan", .from_year = 2020, .until_year = 2020, .due = "05-31",
     .text = {.zh = "设区市上报三年以上的改革规划。",
              .en = "The cities hand in plans for three years or more."}},
    {ZC_ROW, .id = "sd.unit.catalog.2020", .from_year = 2020, .until_year = 2020,
     .division = "3710", .due = "07-10",
     .text = {.zh = "目录完成初步审核备案。",
              .en = "The catalog has been checked and filed for a start."}},
    /* The first filing is due after the end of June of its year: an update is due from the next. */
    {ZC_ROW, .id = "sd.unit.catalog.yearly", .from_year = 2021, .division = "3710", .due = "06-30",
     .text = {.zh = "目录原则上每年更新一次，报市人社局审核备案。",
              .en = "The catalog, in principle updated every year, is filed with the city."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "sd.unit.form", .kind = ZC_EFFECT_FILING, .questions = ZC_UNIT,
     .when = SD_WEIHAI, .shows = "unit_name unit_township_allowance",
     .data = "{\"columns\": [\"number\", \"unit_name\", \"address\", \"township_allowance\", "
             "\"remark\"], \"sealed_and_dated\": true}",
     .text = {.zh = "目录按附表五栏填报，加盖公章并写日期。",
              .en = "The catalog is kept in the form's five columns, sealed and dated."}},
    {ZC_ROW, .id = "sd.unit.catalog.keeper", .kind = ZC_EFFECT_AUTHORITY, .questions = ZC_UNIT,
     .data = "{\"kept_by\": \"county_hr\", \"filed_with\": \"prefecture_hr\"}",
     .text = {.zh = "目录由县级人社部门界定制定，设区市人社部门审核备案。",
              .en = "The county's human resources office draws up the catalog and the city's "
                    "checks and files it."}},
    {ZC_ROW, .id = "sd.plan.inspection", .kind = ZC_EFFECT_NOTICE, .questions = ZC_ASSESS | ZC_UNIT,
     .data = "{\"duty_of\": \"province\", \"ways\": [\"regular_reports\", \"inspection\", "
             "\"spot_check\"]}",
     .text = {.zh = "省人社厅会同行业部门定期调度，并巡查、抽查落实情况。",
              .en = "The province asks for reports at set times and inspects and spot-checks how "
                    "the notice is carried out."}},
};

const zc_chapter sd_catalog = {.clauses = ZC_TABLE(clauses),
                               .rules = ZC_TABLE(rules),
                               .units = ZC_TABLE(units),
                               .steps = ZC_TABLE(steps),
                               .effects = ZC_TABLE(effects)};
