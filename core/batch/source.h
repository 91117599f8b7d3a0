/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of a batch as a virtual table of SQLite, read once from front to back. */
#ifndef ZC_BATCH_SOURCE_H
#define ZC_BATCH_SOURCE_H

#include "batch/decisions.h"

struct sqlite3;

/* Makes the table `batch` with `count` columns of text and, behind them, the ruling. `source` lives
 * as long as the connection. Returns a code of SQLite. */
int zc_source_register(struct sqlite3 *database, const zc_store_source *source, uint32_t count);

#endif
