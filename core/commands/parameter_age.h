/* SPDX-License-Identifier: Apache-2.0 */
/* What a deployment still has to enter: parameters whose values are of an earlier year, and those
 * that have no value at all. */
#ifndef ZC_COMMANDS_PARAMETER_AGE_H
#define ZC_COMMANDS_PARAMETER_AGE_H

#include "base/buffer.h"
#include "engine/region.h"

/* The value with the latest day, if that day lies before the year; else NULL. A parameter none of
 * whose values has a day (national practice, a number of the document itself) never ages. */
const zc_setting *zc_parameter_stale(const zc_named_parameter *p, int32_t year);
/* Whether no setting gives a value. Only an optional parameter gets so far. */
int zc_parameter_unset(const zc_named_parameter *p);

/* ,"stale":[{"parameter","latest","source","file","line"}],"unset":[names] */
void zc_json_parameter_age(zc_buffer *b, const zc_region *region, int32_t year);
/* A line for each stale parameter, then those that have no value, a line each, and what follows. */
void zc_text_parameter_age(zc_buffer *b, const zc_region *region, int32_t year, zc_lang lang);

#endif
