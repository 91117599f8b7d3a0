/* SPDX-License-Identifier: Apache-2.0 */
/* Urumqi: targeted titles for teachers, agriculture and health below the county level, from 2022.
 */
#include "urumqi.h"
#include "zhicheng/baseline.h"

static const zc_document documents[] = {
    {ZC_ROW, .id = "urumqi-2022",
     .title = {.zh = "关于对乌鲁木齐市县以下基层专业技术人员开展职称评聘“定向评价、定向使用”工作的"
                     "实施方案",
               .en = "Plan for targeted titles of professionals below the county level in Urumqi"},
     .issuer = {.zh = "文本未署发文机关，由乌鲁木齐市人力资源和社会保障局会同行业主管部门组织实施",
                .en = "The text names no issuer; it is carried out by the Urumqi Bureau of Human "
                      "Resources and Social Security with the industry departments"},
     .from = "2022-01-01",
     .short_title = {.zh = "乌鲁木齐市“双定向”实施方案", .en = "Urumqi plan of 2022"}},
    {ZC_ROW, .id = "xj-2022-24", .number = "新人社发〔2022〕24号",
     .title = {.zh = "关于对县以下基层专业技术人员开展职称评聘“定向评价、定向使用”工作的通知",
               .en = "Notice on targeted titles of professionals below the county level"},
     .issuer = {.zh = "新疆维吾尔自治区人社厅、教育厅、农业农村厅、卫健委等4部门",
                .en = "Xinjiang departments of human resources and social security, education, "
                      "agriculture and rural affairs, and health"}},
    {ZC_ROW, .id = "mohrss-2019-40", .number = "人力资源和社会保障部令第40号",
     .title = {.zh = "职称评审管理暂行规定", .en = "Interim provisions on the review of titles"},
     .issuer = {.zh = "人力资源和社会保障部",
                .en = "Ministry of Human Resources and Social Security"}},
};

/* The targeted track is answered on every day: urq.start says when it began. */
static const zc_track tracks[] = {
    {ZC_ROW, .track = "targeted"},
    {ZC_ROW, .track = "general", .from = "2022-01-01"},
};

/* On the targeted track urq.scope.exam_only keeps such series out altogether. */
static const zc_route routes[] = {ZC_BASELINE_EXAM_ONLY("general")};

static const zc_chapter urq_region = {
    .documents = ZC_TABLE(documents),
    .tracks = ZC_TABLE(tracks),
    .routes = ZC_TABLE(routes),
};

static const zc_chapter *const chapters[] = {
    &zc_baseline, &urq_region, &urq_scope, &urq_standard, &urq_procedure, &urq_use, &urq_start,
};

ZC_PLUGIN("urumqi", "1.0.0", .name = {.zh = "乌鲁木齐市", .en = "Urumqi"}, .division = "650100",
          .chapters = chapters, .chapter_count = ZC_COUNT(chapters));
