/* SPDX-License-Identifier: Apache-2.0 */
/* The document, the tracks that it speaks of, and the series with an examination alone. */
#include "guangxi.h"
#include "zhicheng/baseline.h"

static const zc_document documents[] = {
    {ZC_ROW, .id = "gx-2020-88", .number = "人社专技司函〔2020〕88号",
     .title = {.zh = "广西挂牌督战县职称“定向评价、定向使用”工作方案（由部专技司函转发）",
               .en =
                   "Guangxi plan for targeted titles in counties under supervised poverty relief"},
     .issuer = {.zh = "人力资源和社会保障部专业技术人员管理司",
                .en = "Ministry of Human Resources and Social Security, Department of "
                      "Professional and Technical Personnel"},
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
