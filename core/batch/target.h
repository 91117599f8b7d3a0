/* SPDX-License-Identifier: Apache-2.0 */
/* Whether the output of a batch may take the place of a file that is there. */
#ifndef ZC_BATCH_TARGET_H
#define ZC_BATCH_TARGET_H

#include "batch/file.h"

/* ZC_BAD_INPUT where the file holds something and is no output of a batch. */
zc_status zc_batch_target_check(const char *out, zc_file_form form, zc_diagnostics *diag);

#endif
