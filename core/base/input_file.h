/* SPDX-License-Identifier: Apache-2.0 */
/* Whole files, read at once. */
#ifndef ZC_BASE_INPUT_FILE_H
#define ZC_BASE_INPUT_FILE_H

#include "base/diagnostics.h"

#include <stddef.h>

/* Most bytes of a file that people write: facts, cases, a configuration. */
#define ZC_INPUT_LIMIT ((size_t)16 * 1024 * 1024)
/* Reads a whole file, at most `limit` bytes; the caller frees *bytes with zc_free. A NUL is put
 * behind the bytes. "-" reads standard input. */
zc_status zc_read_file(const char *path, size_t limit, char **bytes, size_t *length,
                       zc_diagnostics *diag);
/* The same for files that the program finds by itself: pipes and devices, which it might wait for
 * without end, are refused. */
zc_status zc_read_regular_file(const char *path, size_t limit, char **bytes, size_t *length,
                               zc_diagnostics *diag);

#endif
