/* SPDX-License-Identifier: Apache-2.0 */
/* The chapters of Shandong, one for each subject of the province's document and Weihai's letter,
 * and what several of them share. */
#ifndef SHANDONG_CHAPTERS_H
#define SHANDONG_CHAPTERS_H

#include "zhicheng/plugin.h"

#define SD_CLAUSE(clause_id, number)                                                               \
  { ZC_ROW, .id = clause_id, .document = "weihai-2020-36", .clause = number }

#define SD_SENIOR "target_level in {deputy_senior, full_senior}"

/* First day of the city's letter, which binds the divisions under 3710. */
#define SD_LETTER_DAY "2020-06-24"

extern const zc_chapter sd_documents;
extern const zc_chapter sd_scope;
extern const zc_chapter sd_evaluation;
extern const zc_chapter sd_dual;
extern const zc_chapter sd_service;
extern const zc_chapter sd_posts;
extern const zc_chapter sd_training;
extern const zc_chapter sd_catalog;

/* All of them, in the order of the findings. */
#define SD_CHAPTERS                                                                                \
  &sd_documents, &sd_scope, &sd_evaluation, &sd_dual, &sd_service, &sd_posts, &sd_training,        \
      &sd_catalog

#endif
