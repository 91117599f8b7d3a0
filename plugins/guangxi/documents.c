/* SPDX-License-Identifier: Apache-2.0 */
/* The document, the tracks that it speaks of, and the series with an examination alone. */
#include "guangxi.h"
#include "zhicheng/baseline.h"

static const zc_document documents[] = {
    {ZC_ROW, .id = "gx-2020-88", .number = "人社专技司函〔2020〕88号",
     .title = {.zh = "关于转发“三区三州”和52个挂牌督战县职称“定向评价 定向使用”工作方案的通知",
               .en =
                   "Letter that forwards the plans for targeted titles in regions and 52 counties "
                   "under supervised poverty relief"},
     .issuer = {.zh = "人力资源和社会保障部人事考试中心人才扶贫专项组（专业技术人员管理司代章）",
                .en = "Ministry of Human Resources and Social Security, group for poverty relief "
                      "of its examination centre (sealed by the Department of Professional and "
                      "Technical Personnel)"},
     .from = "2020-01-01", .until = "2023-12-31"},
};

/* The targeted track is answered on every day: gx.scope.period says when it began and ended. */
static const zc_track tracks[] = {
    {ZC_ROW, .track = "targeted"},
    {ZC_ROW, .track = "general", .from = "2020-01-01", .until = "2023-12-31"},
};

static const zc_route routes[] = {ZC_BASELINE_EXAM_ONLY(NULL)};

const zc_chapter gx_documents = {
    .documents = ZC_TABLE(documents),
    .tracks = ZC_TABLE(tracks),
    .routes = ZC_TABLE(routes),
};
