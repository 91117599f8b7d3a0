/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Edition views: the law of one edition day, seen over all people at once. The conditions that are
 * in force become diagrams in which every fact is a variable, and whether it is given at all is one
 * too where a condition asks. What no leaf 1 is reached for happens to nobody.
 */
#ifndef ZC_ANALYSIS_EDITION_VIEW_H
#define ZC_ANALYSIS_EDITION_VIEW_H

#include "engine/region.h"
#include "logic/diagram.h"

typedef struct zc_edition_view {
  const zc_region *region;
  zc_day from, until; /* the same rules are in force on all these days; `from` is looked at */
  int32_t track;      /* word of the track enum; -1: any */
  zc_diagrams *diagrams;
  zc_inputs in;
  /* memory of the view; the arrays go by node but for slots and given, which go by fact */
  zc_slot *values;
  zc_slot *slots;
  uint8_t *given;
  uint8_t *wanted;
  zc_node_id *list;
  uint8_t *fixed;   /* a constant, or a choice between constants */
  uint8_t *moves;   /* may be another on a later day of the view */
  uint8_t *assumed; /* as of zc_edition_view_assume */
  int is_stale;     /* more is assumed than the values show */
  int is_still;     /* nothing that was drawn moves */
} zc_edition_view;

/* Room for the views of a region, one at a time. 0: out of memory; free it all the same. */
int zc_edition_view_init(zc_edition_view *s, const zc_region *region);
void zc_edition_view_free(zc_edition_view *s);

/* The first days on which something else is in force than the day before, ascending; the first is
 * ZC_DAY_MIN. Returns how many; `days` has room for zc_edition_view_day_limit. */
uint32_t zc_edition_view_day_limit(const zc_region *region);
uint32_t zc_edition_view_days(zc_edition_view *s, zc_day *days);

/* Starts the view of `track` (-1: any) from `from` on: values of all nodes. */
void zc_edition_view_begin(zc_edition_view *s, zc_day from, zc_day until, int32_t track);
/* Takes a condition to hold for everybody, until the next view begins. */
void zc_edition_view_assume(zc_edition_view *s, zc_node_id condition);
/* Makes diagrams of these conditions possible, which are nodes. 0: not exact. A condition that may
 * be another on a later day of the view (months to the day asked about) is never exact. */
int zc_edition_view_draw(zc_edition_view *s, const zc_node_id *roots, uint32_t count);
/* Whether what was drawn last, and all made of it since, is exact. */
int zc_edition_view_exact(const zc_edition_view *s);

/* Whether the condition holds for somebody. */
int zc_edition_view_some(zc_edition_view *s, zc_ref condition);
/* a and not b. */
zc_ref zc_edition_view_less(zc_edition_view *s, zc_ref a, zc_ref b);

#endif
