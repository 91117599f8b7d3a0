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
     .title = {.zh = "基层高级职称“定向评价、定向使用”通知",
               .en = "Notice on targeted senior titles at the grassroots"},
     .issuer = {.zh = "内蒙古自治区人力资源和社会保障厅等部门",
                .en =
                    "Human Resources and Social Security Department of Inner Mongolia and others"},
     .from = "2022-01-01"},
    {ZC_ROW, .id = "nm-2024-85", .number = "内人社办发〔2024〕85号",
     .title = {.zh = "2024年全区职称评审工作通知",
               .en = "Notice on the title review of the year 2024"},
     .issuer = {.zh = "内蒙古自治区人力资源和社会保障厅办公室",
                .en = "Office of the Human Resources and Social Security Department of Inner "
                      "Mongolia"},
     .from = "2024-01-01", .until = "2024-12-31"},
    CITED("nm-2021-40", "内人社发〔2021〕40号", "基层卫生高级职称评审实施意见",
          "Senior titles in grassroots health care"),
    CITED("nm-2021-14", "内人社发〔2021〕14号", "事业单位岗位设置管理实施意见",
          "Management of posts in public institutions"),
    CITED("nm-2021-16", "内人社发〔2021〕16号", "高技能人才与专业技术人才贯通实施意见",
          "Passage between skilled workers and professionals"),
    CITED("nm-2019-20", "内人社发〔2019〕20号", "职业资格与职称对应关系",
          "Correspondence of professional qualifications and titles"),
    CITED("nm-2023-4", "内人社发〔2023〕4号", "职称评审管理实施细则",
          "Detailed rules for the management of title review"),
    CITED("nm-2023-63", "内人社发〔2023〕63号", "农牧民职称评审管理办法",
          "Title review for farmers and herders"),
    CITED("nm-2023-204", "内人社办发〔2023〕204号", "2024年继续教育工作通知",
          "Notice on continuing education in 2024"),
    CITED("nm-2017-77", "内政发〔2017〕77号", "人才引进和流动实施办法",
          "Introduction and mobility of talent"),
    CITED("nm-2001-1202", "内计费字〔2001〕1202号", "专业技术资格评审费与证书工本费标准的批复",
          "Fees for review and certificates"),
    CITED("nm-2001-124", "内人发〔2001〕124号", "专业技术资格评审与证书收费通知",
          "Notice on fees for review and certificates"),
    CITED("mohrss-40", "人力资源和社会保障部令第40号", "职称评审管理暂行规定",
          "Interim provisions on the management of title review"),
};

/* The targeted track has a rule for every day (nm55.scope.year); the others belong to the year of
 * the notice. */
static const zc_track tracks[] = {
    {ZC_ROW, .track = "targeted"},
    {ZC_ROW, .track = "general", .from = "2024-01-01", .until = "2024-12-31"},
    {ZC_ROW, .track = "green", .from = "2024-01-01", .until = "2024-12-31"},
    {ZC_ROW, .track = "farmer", .from = "2024-01-01", .until = "2024-12-31",
     .referral = "nm85.farmer"},
};

/* While the notice of 2024 is in force, nm85.exam_only stands in its place. */
static const zc_route exam_only[] = {ZC_BASELINE_EXAM_ONLY(NULL)};

const zc_chapter nm_documents = {
    .documents = ZC_TABLE(documents), .tracks = ZC_TABLE(tracks), .routes = ZC_TABLE(exam_only)};
