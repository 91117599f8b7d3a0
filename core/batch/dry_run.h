/* SPDX-License-Identifier: Apache-2.0 */
/* What would be made of a file: its columns, and how many rows there are. */
#ifndef ZC_BATCH_DRY_RUN_H
#define ZC_BATCH_DRY_RUN_H

#include "batch/input.h"

/* Reads the rest of the input. `batch` is planned. JSON or text for people. */
zc_status zc_dry_run(zc_buffer *out, const zc_batch *batch, zc_input *input, int json,
                     zc_diagnostics *diag);
/* The columns as a map file, to be corrected and handed in with --map. */
void zc_write_map(zc_buffer *out, const zc_batch *batch);

#endif
