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
     .text = {.zh = "核准备案后一个月内扫描上传评审表。",
              .en = "The review forms are scanned and uploaded within a month of approval."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm85.supervision", .kind = ZC_EFFECT_AUTHORITY, .tracks = NM_DECIDED,
     .data = "{\"duty_of\": \"offices\", \"sanctions\": [\"notice\", \"withdrawal\", "
             "\"rectification\"]}",
     .text = {.zh = "履职不当的评委会会被通报、限期整改或收回评审权。",
              .en = "A committee that fails its duty is named, set a term or loses its power."}},
    {ZC_ROW, .id = "nm85.certificate.verify", .kind = ZC_EFFECT_CERTIFICATE, .tracks = NM_DECIDED,
     .data = "{\"verification\": \"online\"}",
     .text = {.zh = "证书可网上核验，地区间互认。",
              .en = "The certificate can be verified online and is recognised between regions."}},
    {ZC_ROW, .id = "nm85.progress", .kind = ZC_EFFECT_NOTICE, .tracks = NM_DECIDED,
     .text = {.zh = "申报进度和结果可在人才信息库查询。",
              .en = "Progress and result can be looked up in the talent database."}},
    {ZC_ROW, .id = "nm85.fee", .kind = ZC_EFFECT_FEE, .tracks = NM_DECIDED,
     .data = "{\"surcharge\": false}",
     .text = {.zh = "按规定标准收费，不得加收。",
              .en = "Fees are those of the tariff; nothing may be added."}},
};

const zc_chapter nm85_oversight = {.clauses = ZC_TABLE(clauses),
                                   .rules = ZC_TABLE(rules),
                                   .steps = ZC_TABLE(steps),
                                   .effects = ZC_TABLE(effects)};
