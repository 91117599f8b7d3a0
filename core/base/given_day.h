/* SPDX-License-Identifier: Apache-2.0 */
/* The day that somebody asks about, as they wrote it. */
#ifndef ZC_BASE_GIVEN_DAY_H
#define ZC_BASE_GIVEN_DAY_H

#include "base/date.h"
#include "base/diagnostics.h"

/* Reads "2024-06-29"; NULL is today in Asia/Shanghai. ZC_BAD_INPUT where it is no day, which is
 * reported; `option` is where it was given, like "--as-of", or NULL. */
zc_status zc_given_day_read(zc_day *day, const char *text, const char *option,
                            zc_diagnostics *diag);

#endif
