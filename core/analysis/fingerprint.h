/* SPDX-License-Identifier: Apache-2.0 */
/* Fingerprints: what a node of a region's program asks, as one number that two versions of the
 * region can compare. Facts and functions count by name, so that tables may be put in another
 * order; parameters count by their values. */
#ifndef ZC_ANALYSIS_FINGERPRINT_H
#define ZC_ANALYSIS_FINGERPRINT_H

#include "engine/region.h"

/* By node of region->program; the caller frees them with zc_free. NULL: out of memory. */
uint64_t *zc_fingerprints(const zc_region *region);

#endif
