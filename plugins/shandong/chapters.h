/* SPDX-License-Identifier: Apache-2.0 */
/* The chapters of Shandong, one for each subject of the province's notice and Weihai's letter,
 * and what several of them share. */
#ifndef SHANDONG_CHAPTERS_H
#define SHANDONG_CHAPTERS_H

#include "zhicheng/plugin.h"

/* 省…: a clause of the province's notice; the second form names a place of the letter that says
 * more for the units of the city. */
#define SD_CLAUSE(clause_id, number)                                                               \
  { ZC_ROW, .id = clause_id, .document = "sd-2020-42", .clause = number }
#define SD_CLAUSE_BOTH(clause_id, number, letter)                                                  \
  {                                                                                                \
    ZC_ROW, .id = clause_id, .document = "sd-2020-42", .clause = number "（威海另见" letter "）",  \
            .also = "weihai-2020-36:" letter                                                       \
  }
/* 市… and 附件: a clause of the city's letter. */
#define SD_LETTER(clause_id, number)                                                               \
  { ZC_ROW, .id = clause_id, .document = "weihai-2020-36", .clause = number }

#define SD_SENIOR "target_level in {deputy_senior, full_senior}"

/* Whom the letter binds. */
#define SD_WEIHAI "unit_division under 371000"

/* 乡镇: a unit of a township or a village, but for those in a subdistrict. */
#define SD_TOWNSHIP               "(unit_level in {township, village} and not unit_in_county_seat_subdistrict)"
#define SD_TOWNSHIP_INSTITUTION   SD_TOWNSHIP " and unit_nature == public_institution"
#define SD_GRASSROOTS_INSTITUTION "unit_nature == public_institution and unit_in_catalog"

/* Health and school teachers had a grassroots title before the notice; another series has one from
 * the day on which it was established for the place. */
#define SD_SERIES "(series in {health, school_teacher} or as_of >= series_established)"

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
