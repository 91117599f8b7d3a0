/* SPDX-License-Identifier: Apache-2.0 */
/* What a deployment still has to enter: parameters whose values are of an earlier year, and those
 * that have no value at all. */
#ifndef ZC_REPORT_PARAMETER_AGE_H
#define ZC_REPORT_PARAMETER_AGE_H

#include "base/buffer.h"
#include "engine/region.h"

/* ,"stale":[{"parameter","latest","source","file","line"}],"unset":[names] */
void zc_json_parameter_age(zc_buffer *b, const zc_region *region, int32_t year);
/* A line for each stale parameter, then those that have no value, a line each, and what follows. */
void zc_text_parameter_age(zc_buffer *b, const zc_region *region, int32_t year, zc_lang lang);

#endif
