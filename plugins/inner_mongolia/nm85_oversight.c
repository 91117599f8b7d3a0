/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社办发〔2024〕85号 七: oversight, integrity, certificates and records, fees. */
#include "chapters.h"

static const zc_clause clauses[] = {
    NM85_CLAUSE("nm85.supervision", "七（一）1-3"),
    NM85_CLAUSE("nm85.integrity", "七（一）4"),
    NM85_CLAUSE("nm85.certificate.verify", "七（二）1"),
    NM85_CLAUSE("nm85.archive", "七（二）2"),
    NM85_CLAUSE("nm85.progress", "七（二）3"),
    {ZC_ROW, .id = "nm85.fee", .document = "nm-2024-85", .clause = "七（三）",
     .also = "nm-2001-1202 nm-2001-124"},
};

static const zc_rule rules[] = {
    /* A record lasts three years and so outlives the notice of 2024. */
    {ZC_ROW, .id = "nm85.integrity", .kind = ZC_REQUIREMENT, .flags = ZC_BINDS_ALWAYS,
     .until = "ever", .needs = "not integrity_barred",
     .text = {.zh = "没有在记录期内的失信限制。",
              .en = "No entry in the integrity record bars the applicant."}},
};

static const zc_step steps[] = {
    {ZC_ROW, .id = "nm85.archive", .anchor = "approval_date", .offset = 1, .unit = ZC_MONTHS,
     .text = {.zh = "核准备案后一个月内扫描上传已用印的评审表，供本人下载。",
              .en = "The sealed review forms are scanned and uploaded within a month of approval, "
                    "for their holders to download."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm85.integrity.record", .kind = ZC_EFFECT_AUTHORITY, .tracks = NM_DECIDED,
     .data = "{\"duty_of\": \"offices\", \"years\": 3, \"about\": [\"applicant\", \"expert\", "
             "\"staff\", \"committee_unit\", \"employer\"], \"measures\": [\"warning\", "
             "\"criticism\", \"no_promotion\", \"title_revoked\", \"power_suspended\"]}",
     .text = {.zh = "失信信息归集上传诚信信息库，记录三年，视情况处理，严重的依法追责。",
              .en = "Breaches of trust are collected in the integrity record for three years and "
                    "dealt with by weight."}},
    {ZC_ROW, .id = "nm85.supervision", .kind = ZC_EFFECT_AUTHORITY, .tracks = NM_DECIDED,
     .data = "{\"duty_of\": \"offices\", \"sanctions\": [\"notice\", \"withdrawal\", "
             "\"rectification\"]}",
     .text =
         {.zh =
              "履职不当的评委会会被通报、限期整改或收回评审权；抽查、巡查、倒查时须如实提供资料。",
          .en = "A committee that fails its duty is named, set a term or loses its power; "
                "whoever is inspected gives true material."}},
    {ZC_ROW, .id = "nm85.certificate.verify", .kind = ZC_EFFECT_CERTIFICATE, .tracks = NM_DECIDED,
     .data = "{\"verification\": \"online\", \"pushed_to\": [\"national_hr_service_platform\", "
             "\"regional_service_platform\"], \"when\": \"after_the_review_of_the_year\"}",
     .text = {.zh = "本年评审后证书数据推送到全国人社和自治区两个政务服务平台；证书可查询打印、网上"
                    "核验，地区间互认。",
              .en = "After the review of the year the data of certificates go to the national and "
                    "the region's service platform; a certificate can be looked up, printed and "
                    "verified online and is recognised between regions."}},
    {ZC_ROW, .id = "nm85.progress", .kind = ZC_EFFECT_NOTICE, .tracks = NM_DECIDED,
     .text = {.zh = "提交纸质材料后，申报评审进度和结果可在人才信息库查询。",
              .en = "Once the papers are handed in, progress and result can be looked up in the "
                    "talent database."}},
    {ZC_ROW, .id = "nm85.fee", .kind = ZC_EFFECT_FEE, .tracks = NM_DECIDED,
     .data = "{\"surcharge\": false}",
     .text = {.zh = "按规定标准收费，不得加收。",
              .en = "Fees are those of the tariff; nothing may be added."}},
};

const zc_chapter nm85_oversight = {.clauses = ZC_TABLE(clauses),
                                   .rules = ZC_TABLE(rules),
                                   .steps = ZC_TABLE(steps),
                                   .effects = ZC_TABLE(effects)};
