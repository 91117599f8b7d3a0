/* SPDX-License-Identifier: Apache-2.0 */
/* The chapters of Urumqi, in the order of the document, and what they share. */
#ifndef URUMQI_H
#define URUMQI_H

#include "zhicheng/plugin.h"

/* A township, a village or an agriculture-related subdistrict; no other subdistrict, whatever tier
 * its units have. */
#define URQ_PLACE                                                                                  \
  "(unit_agri_subdistrict or "                                                                     \
  "unit_level in {township, village} and not unit_in_county_seat_subdistrict)"

/* A grassroots institution of public health care. */
#define URQ_HEALTH_UNIT                                                                            \
  "unit_kind in {township_health_center, village_clinic, community_health_center} and "            \
  "unit_government_run and unit_division under 650100"

extern const zc_chapter urq_scope;
extern const zc_chapter urq_standard;
extern const zc_chapter urq_procedure;
extern const zc_chapter urq_use;
extern const zc_chapter urq_start;

#endif
