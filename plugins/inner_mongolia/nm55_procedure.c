/* SPDX-License-Identifier: Apache-2.0 */
/* 内人社发〔2022〕55号 三: choice of the track, committee, end of the year, filing, certificate. */
#include "chapters.h"

static const zc_clause clauses[] = {
    NM55_CLAUSE("nm55.choice", "三（一）"),
    NM55_CLAUSE("nm55.committee.prefecture", "二、三（二）"),
    NM55_CLAUSE("nm55.deadline.review", "三（三）"),
    NM55_CLAUSE("nm55.filing", "三（三）"),
    NM55_CLAUSE("nm55.certificate", "三（四）"),
};

static const zc_rule rules[] = {
    {ZC_ROW, .id = "nm55.choice", .kind = ZC_CHOICE, .tracks = NM_DECIDED,
     .needs = "not applied_other_track_this_year",
     .text = {.zh = "定向与社会化评审自愿选择，同一年度没有申报另一类。",
              .en = "One kind of title a year, by one's own choice: the other was not applied "
                    "for."}},
};

static const zc_step steps[] = {
    {ZC_ROW, .id = "nm55.deadline.review", .due = "12-31",
     .text = {.zh = "盟市年内完成定向评审。",
              .en = "The prefectures finish the targeted review within the year."}},
};

static const zc_effect effects[] = {
    {ZC_ROW, .id = "nm55.committee.prefecture", .kind = ZC_EFFECT_AUTHORITY, .tracks = "targeted",
     .data = "{\"authority\": \"prefecture_hr_bureau\", \"with\": \"industry_department\"}",
     .text = {.zh = "由盟市人社局会同行业部门组建的高级评委会评审。",
              .en = "The review lies with the senior committee that the prefecture's HR bureau "
                    "sets up with the industry department."}},
    {ZC_ROW, .id = "nm55.filing", .kind = ZC_EFFECT_FILING, .tracks = "targeted",
     .data = "{\"stages\": [\"prefecture_approval\", \"region_filing\", \"upload\", "
             "\"e_certificate\"]}",
     .text = {.zh = "程序、表格参照社会化评审；结果由盟市核准，报自治区备案、上传，并发电子证书。",
              .en = "Procedure and forms are those of the general review; the prefecture approves "
                    "the result, files it with the region, uploads it and issues the electronic "
                    "certificate."}},
    {ZC_ROW, .id = "nm55.certificate", .kind = ZC_EFFECT_CERTIFICATE, .tracks = "targeted",
     .data = "{\"sealed_by\": \"prefecture\"}",
     .text = {.zh = "证书由盟市用印，本人可在人才信息库查询打印。",
              .en = "The prefecture seals the certificate; its holder can look it up and print "
                    "it."}},
};

const zc_chapter nm55_procedure = {.clauses = ZC_TABLE(clauses),
                                   .rules = ZC_TABLE(rules),
                                   .steps = ZC_TABLE(steps),
                                   .effects = ZC_TABLE(effects)};
