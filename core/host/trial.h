/* SPDX-License-Identifier: Apache-2.0 */
/* Code of a plugin is tried in a worker before it runs in the program itself: what crashes, hangs
 * or does what no plugin may costs its own region and nothing else. A plugin of tables alone runs
 * no code and needs no trial. */
#ifndef ZC_HOST_TRIAL_H
#define ZC_HOST_TRIAL_H

#include "base/diagnostics.h"
#include "engine/region.h"

/* Opens and closes the file. `path` as dlopen takes it, with a slash. ZC_BAD_PLUGIN: reported. That
 * the file cannot be opened at all is left to be found out by opening it. */
zc_status zc_trial_of_opening(const char *path, zc_diagnostics *diag);

/* Calls each function of the region with some dozens of arguments. */
zc_status zc_trial_of_functions(const zc_region *region, zc_diagnostics *diag);

#endif
