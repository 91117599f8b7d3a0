/* SPDX-License-Identifier: Apache-2.0 */
/* Shandong: grassroots titles beside the general ones (鲁人社字〔2020〕42号), with the letter of
 * Weihai (威人社字〔2020〕36号). */
#include "chapters.h"
#include "zhicheng/baseline.h"

static const zc_chapter *const chapters[] = {&zc_baseline, SD_CHAPTERS};

ZC_PLUGIN("shandong", "1.0.0", .name = {.zh = "山东", .en = "Shandong"}, .division = "370000",
          .chapters = chapters, .chapter_count = ZC_COUNT(chapters));
