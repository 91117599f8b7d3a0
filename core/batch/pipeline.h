/* SPDX-License-Identifier: Apache-2.0 */
/* Chunks through threads and back in the order of the file. With one thread everything is done by
 * the caller's own. */
#ifndef ZC_BATCH_PIPELINE_H
#define ZC_BATCH_PIPELINE_H

#include "batch/input.h"

typedef struct zc_pipeline zc_pipeline;

/* `threads`: 1 or more. NULL: out of memory, or no thread could be made. */
zc_pipeline *zc_pipeline_new(const zc_batch *batch, zc_input *input, uint32_t threads);
void zc_pipeline_free(zc_pipeline *pipeline);

/* The next chunk, answered; it lives until the next call. NULL at the end. */
zc_status zc_pipeline_next(zc_pipeline *pipeline, zc_batch_job **job, zc_diagnostics *diag);

#endif
