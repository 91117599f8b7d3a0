/* SPDX-License-Identifier: Apache-2.0 */
/* The documents in force, those that they refer to, and the tracks that they speak of. */
#include "chapters.h"
#include "zhicheng/baseline.h"

#define CITED(document_id, document_number, title_zh, title_en)                                    \
  {                                                                                                \
    ZC_ROW, .id = document_id, .number = document_number, .title = {                               \
      .zh = title_zh,                                                                              \
      .en = title_en                                                                               \
    }                                                                                              \
  }

static const zc_document documents[] = {
    {ZC_ROW, .id = "nm-2022-55", .number = "内人社发〔2022〕55号",
     .title = {.zh = "关于进一步做好基层专业技术人员高级职称“定向评价、定向使用”工作的通知",
               .en = "Notice on doing well the targeted review and use of senior titles of "
                     "professionals at the grassroots"},
     .issuer = {.zh = "文本未署发文机关，文号是内蒙古自治区人力资源和社会保障厅的",
                .en = "The text names no issuer; its number is of the Human Resources and Social "
                      "Security Department of Inner Mongolia"},
     .from = "2022-01-01"},
    {ZC_ROW, .id = "nm-2024-85", .number = "内人社办发〔2024〕85号",
     .title = {.zh = "关于做好2024年全区职称评审工作的通知",
               .en = "Notice on doing well the title review of the region in 2024"},
     .issuer = {.zh = "文本未署发文机关，文号是内蒙古自治区人力资源和社会保障厅办公室的",
                .en = "The text names no issuer; its number is of the office of the Human "
                      "Resources and Social Security Department of Inner Mongolia"},
     .from = "2024-01-01", .until = "2024-12-31"},
    CITED("nm-2021-40", "内人社发〔2021〕40号",
          "关于印发《内蒙古自治区基层卫生专业技术人员高级职称评审工作实施意见》的通知",
          "Senior titles in grassroots health care"),
    CITED("nm-2021-14", "内人社发〔2021〕14号", "内蒙古自治区事业单位岗位设置管理实施意见",
          "Management of posts in public institutions"),
    CITED("nm-2021-16", "内人社发〔2021〕16号",
          "转发人力资源社会保障部关于进一步加强高技能人才与专业技术人才职业发展贯通实施意见的"
          "通知",
          "Passage between skilled workers and professionals"),
    CITED("nm-2019-20", "内人社发〔2019〕20号",
          "关于在部分领域建立专业技术类职业资格与职称对应关系的通知",
          "Correspondence of professional qualifications and titles"),
    CITED("nm-2023-4", "内人社发〔2023〕4号", "关于印发《内蒙古自治区职称评审管理实施细则》的通知",
          "Detailed rules for the management of title review"),
    CITED("nm-2023-63", "内人社发〔2023〕63号", "内蒙古自治区农牧民职称评审管理办法",
          "Title review for farmers and herders"),
    CITED("nm-2023-204", "内人社办发〔2023〕204号",
          "关于做好2024年全区专业技术人员继续教育工作的通知",
          "Notice on continuing education in 2024"),
    CITED("nm-2017-77", "内政发〔2017〕77号", "内蒙古自治区人才引进和流动实施办法",
          "Introduction and mobility of talent"),
    CITED("nm-2001-1202", "内计费字〔2001〕1202号",
          "内蒙古自治区发展计划委员会、财政厅对自治区人事厅关于调整专业技术资格评审费与证书工"
          "本费标准的批复",
          "Fees for review and certificates"),
    CITED("nm-2001-124", "内人发〔2001〕124号", "关于调整专业技术资格评审与证书收费及支出的通知",
          "Notice on fees for review and certificates"),
    CITED("mohrss-40", "人力资源和社会保障部令第40号", "职称评审管理暂行规定",
          "Interim provisions on the management of title review"),
};

/* Before 2022 nm55.scope.year alone speaks of the targeted track; the others belong to the year of
 * the notice. */
static const zc_track tracks[] = {
    {ZC_ROW, .track = "targeted", .from = "2022-01-01"},
    {ZC_ROW, .track = "general", .from = "2024-01-01", .until = "2024-12-31"},
    {ZC_ROW, .track = "green", .from = "2024-01-01", .until = "2024-12-31"},
    {ZC_ROW, .track = "farmer", .from = "2024-01-01", .until = "2024-12-31",
     .referral = "nm85.farmer"},
};

/* While the notice of 2024 is in force, nm85.exam_only stands in its place. */
static const zc_route exam_only[] = {ZC_BASELINE_EXAM_ONLY(NULL)};

const zc_chapter nm_documents = {
    .documents = ZC_TABLE(documents), .tracks = ZC_TABLE(tracks), .routes = ZC_TABLE(exam_only)};
