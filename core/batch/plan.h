/* SPDX-License-Identifier: Apache-2.0 */
/* What is settled before the first row is read: regions, columns, what is carried. */
#ifndef ZC_BATCH_PLAN_H
#define ZC_BATCH_PLAN_H

#include "batch/batch.h"

/* Fills `batch`, of which file, in, out and header (CSV) are set, from the options of the run. The
 * regions live as long as `host`. Every error is reported; zc_batch_free in any case. */
zc_status zc_batch_plan(zc_batch *batch, zc_run *run, zc_host *host);
void zc_batch_free(zc_batch *batch);

#endif
