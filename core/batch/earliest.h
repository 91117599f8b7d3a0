/* SPDX-License-Identifier: Apache-2.0 */
/* The first day on which somebody who may not apply yet may, if only time runs on. To find it asks
 * on hundreds of days, so what was found for the same facts is kept: many rows differ in nothing
 * but names. */
#ifndef ZC_BATCH_EARLIEST_H
#define ZC_BATCH_EARLIEST_H

#include "advice/advice.h"

typedef struct zc_earliest zc_earliest;

zc_earliest *zc_earliest_new(const zc_region *region); /* NULL: out of memory */
void zc_earliest_free(zc_earliest *earliest);          /* NULL is fine */

/* Of facts as given, which the answer is ineligible for on `as_of`. *day: the day, or one behind
 * ZC_DAY_MAX where waiting does not help. `ask` is room to ask in. */
zc_status zc_earliest_find(zc_earliest *earliest, zc_workspace *ask, const zc_facts *facts,
                           zc_day as_of, int strict, zc_day *day, zc_diagnostics *diag);

#endif
