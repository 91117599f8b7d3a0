/* SPDX-License-Identifier: Apache-2.0 */
/* The documents and the tracks. The city's letter forwards the province's notice and adds to it for
 * the units of the city. */
#include "chapters.h"
#include "zhicheng/baseline.h"

static const zc_document documents[] = {
    {ZC_ROW, .id = "sd-2020-42", .number = "鲁人社字〔2020〕42号",
     .title = {.zh = "山东省人力资源和社会保障厅等6部门关于加快落实基层职称制度的通知",
               .en = "Notice of six departments of Shandong on putting grassroots titles into "
                     "practice faster"},
     .issuer = {.zh = "山东省人力资源和社会保障厅、山东省教育厅、山东省工业和信息化厅、"
                      "山东省农业农村厅、山东省卫生健康委员会、山东省统计局",
                .en = "Shandong departments of human resources and social security, education, "
                      "industry and information technology, agriculture and rural affairs, "
                      "health, and statistics"},
     .from = "2020-04-22"},
    {ZC_ROW, .id = "weihai-2020-36", .number = "威人社字〔2020〕36号",
     .title = {.zh = "威海市人力资源和社会保障局等6部门关于转发《山东省人力资源和社会保障厅等6部门"
                     "关于加快落实基层职称制度的通知》的通知",
               .en = "Letter of six Weihai bureaus that forwards the notice of Shandong on "
                     "grassroots titles"},
     .issuer = {.zh = "威海市人力资源和社会保障局、威海市教育局、威海市工业和信息化局、"
                      "威海市农业农村局、威海市卫生健康委员会、威海市统计局",
                .en = "Weihai bureaus of human resources and social security, education, industry "
                      "and information technology, agriculture and rural affairs, health, and "
                      "statistics"},
     .from = "2020-06-24", .division = "3710"},
};

static const zc_track tracks[] = {
    {ZC_ROW, .track = "targeted", .from = "2020-04-22"},
    {ZC_ROW, .track = "general", .from = "2020-04-22"},
};

static const zc_route exam_only[] = {ZC_BASELINE_EXAM_ONLY(NULL)};

const zc_chapter sd_documents = {
    .documents = ZC_TABLE(documents), .tracks = ZC_TABLE(tracks), .routes = ZC_TABLE(exam_only)};
