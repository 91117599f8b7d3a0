/* SPDX-License-Identifier: Apache-2.0 */
/* The chapters of Inner Mongolia, one for each subject of its two documents, and the conditions
 * that several of them share. */
#ifndef INNER_MONGOLIA_CHAPTERS_H
#define INNER_MONGOLIA_CHAPTERS_H

#include "zhicheng/plugin.h"

#define NM55_CLAUSE(clause_id, number)                                                             \
  { ZC_ROW, .id = clause_id, .document = "nm-2022-55", .clause = number }
#define NM85_CLAUSE(clause_id, number)                                                             \
  { ZC_ROW, .id = clause_id, .document = "nm-2024-85", .clause = number }

#define NM_TEACHER    "series in {school_teacher, vocational_teacher}"
#define NM_SENIOR     "target_level in {deputy_senior, full_senior}"
#define NM_GRASSROOTS "unit_level in {county, township, village}"
/* Public institutions and enterprises; a private enterprise is an enterprise. */
#define NM_EMPLOYER "unit_nature in {public_institution, enterprise, non_public}"
/* The private sector, those who work for themselves among it. */
#define NM_PRIVATE "unit_nature in {non_public, self_employed}"
/* Tracks of the yearly notice that are decided here; the farmer track is referred elsewhere. */
#define NM_DECIDED "general targeted green"
/* Full senior economists are reviewed and interviewed, whatever the mode of their series
 * (四（二）2).
 */
#define NM_EXAM_AND_REVIEW                                                                         \
  "(series_exam_mode == exam_and_review and "                                                      \
  "not (series == economics and target_level == full_senior))"
/* Who applies until the day that the committee's own notice sets; the dates of the region bind all
 * others, the targeted track and the levels below deputy senior among them (二（一）2、3). */
#define NM_DAY_OF_COMMITTEE "(track != targeted and " NM_SENIOR " and " NM_EXAM_AND_REVIEW ")"

extern const zc_chapter nm_documents;
extern const zc_chapter nm55_scope;
extern const zc_chapter nm55_evaluation;
extern const zc_chapter nm55_use;
extern const zc_chapter nm55_procedure;
extern const zc_chapter nm85_schedule;
extern const zc_chapter nm85_application;
extern const zc_chapter nm85_limits;
extern const zc_chapter nm85_methods;
extern const zc_chapter nm85_qualification;
extern const zc_chapter nm85_green;
extern const zc_chapter nm85_rural;
extern const zc_chapter nm85_private;
extern const zc_chapter nm85_posts;
extern const zc_chapter nm85_review;
extern const zc_chapter nm85_oversight;

/* All of them, in the order of the documents, but for 四（十二）: qualifications are looked at
 * before the determination of 四（五）, and findings stand in the order of the chapters. */
#define NM_CHAPTERS                                                                                \
  &nm_documents, &nm55_scope, &nm55_evaluation, &nm55_use, &nm55_procedure, &nm85_schedule,        \
      &nm85_application, &nm85_limits, &nm85_methods, &nm85_qualification, &nm85_green,            \
      &nm85_rural, &nm85_private, &nm85_posts, &nm85_review, &nm85_oversight

#endif
