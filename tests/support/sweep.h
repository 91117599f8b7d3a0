/* SPDX-License-Identifier: Apache-2.0 */
/* Failure of every allocation, one after the other. */
#ifndef ZC_TESTS_SUPPORT_SWEEP_H
#define ZC_TESTS_SUPPORT_SWEEP_H

#include "base/diagnostics.h"

/* Calls `run` with its first allocation made to fail, then with its second, and so on, until it
 * asks for no more than were let through. `run` frees what it made and says whether it succeeded;
 * a run whose allocation failed must end with ZC_NO_RESOURCE and a message, or have succeeded all
 * the same. Returns the number of failures that were tried. */
unsigned long zc_sweep_memory(zc_status (*run)(void *context, zc_diagnostics *diag), void *context);

#endif
