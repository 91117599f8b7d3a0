/* SPDX-License-Identifier: Apache-2.0 */
/* 市二, 省八 and the annex: the catalog of grassroots units, its filing, and the cities' plans. */
#include "chapters.h"

static const zc_clause clauses[] = {
    SD_CLAUSE("sd.unit.catalog", "市二、省八"),
    SD_CLAUSE("sd.unit.catalog.2020", "市二"),
    SD_CLAUSE("sd.unit.catalog.yearly", "市二"),
    SD_CLAUSE("sd.unit.form", "附件"),
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
     .text = {.zh = "目录首次审核备案完成。",
              .en = "The first catalog has been checked and filed."}},
    /* In 2020, too: the letter sets the first filing beside it and leaves no year out. */
    {ZC_ROW, .id = "sd.unit.catalog.yearly", .division = "3710", .due = "06-30",
     .text = {.zh = "更新后的目录报市备案。", .en = "The updated catalog is filed with the city."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "sd.unit.form", .kind = ZC_EFFECT_FILING, .questions = ZC_UNIT,
     .data = "{\"columns\": [\"number\", \"unit_name\", \"address\", \"township_allowance\", "
             "\"remark\"], \"sealed_and_dated\": true}",
     .text = {.zh = "目录按附表五栏填报，加盖公章并写日期。",
              .en = "The catalog is kept in the form's five columns, sealed and dated."}},
};

const zc_chapter sd_catalog = {.clauses = ZC_TABLE(clauses),
                               .rules = ZC_TABLE(rules),
                               .units = ZC_TABLE(units),
                               .steps = ZC_TABLE(steps),
                               .effects = ZC_TABLE(effects)};
