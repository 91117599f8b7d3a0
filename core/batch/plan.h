/* SPDX-License-Identifier: Apache-2.0 */
/* What is settled before the first row is read: regions, columns, what is carried. */
#ifndef ZC_BATCH_PLAN_H
#define ZC_BATCH_PLAN_H

#include "batch/batch.h"
#include "batch/file.h"
#include "host/host.h"

/* Fills `batch`, of which file, in, out and header (CSV) are set, with what the options say. Every
 * error is reported; zc_batch_free in any case. */
zc_status zc_batch_settle(zc_batch *batch, const zc_batch_options *options, zc_diagnostics *diag);
/* Then the regions: the one that all rows are of or, where the rows name theirs, those of the host.
 * They live as long as the host and have their digests. */
zc_status zc_batch_plan(zc_batch *batch, const zc_batch_options *options, const zc_host *host,
                        const zc_region *only, zc_diagnostics *diag);
void zc_batch_free(zc_batch *batch);

/* Columns that options name: of the region, of the day. */
uint32_t zc_batch_chosen_count(const zc_batch *batch);
int zc_batch_is_chosen(const zc_batch *batch, uint32_t field); /* CSV */

#endif
