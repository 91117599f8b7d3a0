/* SPDX-License-Identifier: Apache-2.0 */
/* The document and the tracks. The city's letter forwards the province's notice and carries it as
 * an annex, so both are cited as one; the notice is the older part and sets the first day. */
#include "chapters.h"
#include "zhicheng/baseline.h"

static const zc_document documents[] = {
    {ZC_ROW, .id = "weihai-2020-36", .number = "威人社字〔2020〕36号（鲁人社字〔2020〕42号）",
     .title = {.zh = "加快落实基层职称制度的通知及威海市转发通知",
               .en = "Notice on grassroots titles, with the letter of Weihai that forwards it"},
     .issuer = {.zh = "山东省、威海市人力资源和社会保障部门等",
                .en = "Human resources and social security offices of Shandong and Weihai, and "
                      "others"},
     .from = "2020-04-22"},
};

static const zc_track tracks[] = {
    {ZC_ROW, .track = "targeted", .from = "2020-04-22"},
    {ZC_ROW, .track = "general", .from = "2020-04-22"},
};

static const zc_route exam_only[] = {ZC_BASELINE_EXAM_ONLY(NULL)};

const zc_chapter sd_documents = {
    .documents = ZC_TABLE(documents), .tracks = ZC_TABLE(tracks), .routes = ZC_TABLE(exam_only)};
