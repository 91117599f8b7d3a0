/* SPDX-License-Identifier: Apache-2.0 */
/* Inner Mongolia: the targeted track from 2022 (内人社发〔2022〕55号) and the review of the year
 * 2024 on all tracks (内人社办发〔2024〕85号). */
#include "chapters.h"
#include "standard.h"

static const zc_chapter *const chapters[] = {&zc_baseline, NM_CHAPTERS};

/* Durations are counted to the close of applications of 2024 that binds the applicant. Senior
 * titles by examination and review have a day of their own; until that is entered they are counted
 * to the day asked about. */
ZC_PLUGIN("inner_mongolia", "1.0.0", .name = {.zh = "内蒙古", .en = "Inner Mongolia"},
          .division = "150000",
          .counting_day = "if as_of >= 2024-01-01 and as_of <= 2024-12-31 then "
                          "(if given(series_exam_mode) and " NM_DAY_OF_COMMITTEE " then "
                          "(if known(exam_review_deadline) then exam_review_deadline else as_of) "
                          "else application_deadline) else as_of",
          .counting_clause = "nm85.cutoff", .chapters = chapters,
          .chapter_count = ZC_COUNT(chapters));
