/* SPDX-License-Identifier: Apache-2.0 */
/* What a database holds beside the decisions of a batch, and keeps when they are written anew. */
#ifndef ZC_BATCH_KEPT_H
#define ZC_BATCH_KEPT_H

#include "batch/decisions.h"

#include <sqlite3.h>

/* Copies the database shape->shown, where it is there and holds more than decisions, into the empty
 * `database`, and takes the decisions out of it. ZC_BAD_INPUT where tables of others have the names
 * of ours, unless shape->is_forced. */
zc_status zc_store_keep(sqlite3 *database, const zc_store_shape *shape, zc_diagnostics *diag);

#endif
