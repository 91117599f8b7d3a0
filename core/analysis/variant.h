/* SPDX-License-Identifier: Apache-2.0 */
/* Two forms of one region compared for everybody and every day: a rule's state, what is listed,
 * what is answered. The forms have the same rows and the same vocabulary; only what stands in the
 * rows differs. */
#ifndef ZC_ANALYSIS_VARIANT_H
#define ZC_ANALYSIS_VARIANT_H

#include "engine/region.h"
#include "logic/ternary.h"

/* Something that an answer shows, in both forms. */
typedef struct zc_variant_view {
  zc_question question; /* whose answer shows it */
  const char *id;       /* of the rule or effect; "" for the answer itself */
  zc_node_id nodes[2][4];
  uint8_t form;
} zc_variant_view;

typedef struct zc_variant {
  const zc_region *region;
  zc_ternary *ternary;
  zc_variant_view *views; /* those whose conditions differ */
  uint32_t count, room;
  zc_node_id *maps[2]; /* work space, by node of either form */
} zc_variant;

/* 0: out of memory. Closed by the caller in any case. */
int zc_variant_open(zc_variant *r, const zc_region *region);
void zc_variant_close(zc_variant *r);

/* Lists the views of `changed` whose conditions are written differently from the region's own. 0:
 * out of memory. */
int zc_variant_compare(zc_variant *r, const zc_region *changed);

typedef enum zc_contrast {
  ZC_CONTRAST_NONE,   /* the two are the same for everybody */
  ZC_CONTRAST_FOUND,  /* zc_ternary_find(r->ternary, *difference, ...) gives examples */
  ZC_CONTRAST_UNSURE, /* too large to be drawn, or not split exactly */
  ZC_CONTRAST_NO_MEMORY
} zc_contrast;
/* The persons for whom it may matter that a route (an index into the region's rules) lifts a
 * requirement: the route may be met, and the requirement is not. After zc_variant_compare. */
zc_contrast zc_variant_lift(zc_variant *r, uint32_t route, uint32_t rule, zc_ref *people);
/* Of these, those whom the route lets pass, where it lifts the requirement: it is the lifting that
 * makes them eligible. */
zc_contrast zc_variant_lift_decides(zc_variant *r, uint32_t route, uint32_t rule, zc_ref *people);
/* Draws one view in both forms. */
zc_contrast zc_variant_contrast(zc_variant *r, uint32_t view, zc_ref *difference);

#endif
