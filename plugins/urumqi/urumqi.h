/* SPDX-License-Identifier: Apache-2.0 */
/* The chapters of Urumqi, in the order of the document, and what they share. */
#ifndef URUMQI_H
#define URUMQI_H

#include "zhicheng/plugin.h"

/* Chapter 1 says for each series where the grassroots is, so the place follows the series. No word
 * of another series is in it. The names of the facts are arguments: the unit's, or a destination's.
 * A health unit of the places named is grassroots whatever its kind and nature: the list that
 * follows "grassroots institutions run by the government" is open. */
#define URQ_TOWNSHIP(level_, subdistrict_) "(" level_ " == township and not " subdistrict_ ")"
#define URQ_FIELD_PLACE(level_, subdistrict_, agri_)                                               \
  "(" agri_ " or " URQ_TOWNSHIP(level_, subdistrict_) ")"
#define URQ_SCHOOL_PLACE(level_, subdistrict_, agri_)                                              \
  "(" level_ " == village or " URQ_FIELD_PLACE(level_, subdistrict_, agri_) ")"
#define URQ_HEALTH_PLACE(level_, subdistrict_, kind_, run_)                                        \
  "(" run_ " and (" kind_ " == community_health_center or " level_                                 \
  " == village or " URQ_TOWNSHIP(level_, subdistrict_) "))"

#define URQ_UNIT_SCHOOL                                                                            \
  URQ_SCHOOL_PLACE("unit_level", "unit_in_county_seat_subdistrict", "unit_agri_subdistrict")
#define URQ_UNIT_FIELD                                                                             \
  URQ_FIELD_PLACE("unit_level", "unit_in_county_seat_subdistrict", "unit_agri_subdistrict")
#define URQ_UNIT_HEALTH                                                                            \
  "(unit_division under 650100 and " URQ_HEALTH_PLACE(                                             \
      "unit_level", "unit_in_county_seat_subdistrict", "unit_kind", "unit_government_run") ")"

/* A unit of Urumqi where a teacher or somebody in agriculture is at the grassroots. */
#define URQ_UNIT_INSTITUTION(series_)                                                              \
  "(unit_division under 650100 and unit_nature == public_institution and (" series_                \
  " == school_teacher and " URQ_UNIT_SCHOOL " or " series_ " == agriculture and " URQ_UNIT_FIELD   \
  "))"

extern const zc_chapter urq_scope;
extern const zc_chapter urq_standard;
extern const zc_chapter urq_procedure;
extern const zc_chapter urq_use;
extern const zc_chapter urq_start;

#endif
