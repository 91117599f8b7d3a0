/* SPDX-License-Identifier: Apache-2.0 */
/* The real regions with one chapter more: the table `rules` of the file that includes this. Each
 * such file breaks one prohibition of the documents (tests/host/load_test.c). */
#ifndef ZC_TESTS_REGION_H
#define ZC_TESTS_REGION_H

#include "../../plugins/guangxi/guangxi.h"
#include "../../plugins/inner_mongolia/chapters.h"
#include "../../plugins/shandong/chapters.h"
#include "zhicheng/baseline.h"

#define TEXT .text = {.zh = "一句话。", .en = "A sentence."}

#define REGION_WITH_RULES(region_id, code, ...)                                                    \
  static const zc_chapter wrong = {.rules = ZC_TABLE(rules)};                                      \
  static const zc_chapter *const chapters[] = {&zc_baseline, __VA_ARGS__, &wrong};                 \
  ZC_PLUGIN(region_id, "1.0.0", .name = {.zh = "地区", .en = "Region"}, .division = code,          \
            .chapters = chapters, .chapter_count = ZC_COUNT(chapters))

#define GUANGXI_WITH_RULES        REGION_WITH_RULES("guangxi", "450000", GX_CHAPTERS)
#define INNER_MONGOLIA_WITH_RULES REGION_WITH_RULES("inner_mongolia", "150000", NM_CHAPTERS)
#define SHANDONG_WITH_RULES       REGION_WITH_RULES("shandong", "370000", SD_CHAPTERS)

#endif
