/* SPDX-License-Identifier: Apache-2.0 */
/* Guangxi: targeted titles for eight counties, 2020 to 2023. */
#include "guangxi.h"
#include "zhicheng/baseline.h"

static const zc_chapter *const chapters[] = {&zc_baseline, GX_CHAPTERS};

ZC_PLUGIN("guangxi", "1.0.0", .name = {.zh = "广西壮族自治区", .en = "Guangxi"},
          .division = "450000", .chapters = chapters, .chapter_count = ZC_COUNT(chapters));
