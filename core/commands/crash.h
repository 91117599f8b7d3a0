/* SPDX-License-Identifier: Apache-2.0 */
/* A function of a plugin may crash over facts that it was never tried with (core/host/trial.c).
 * Then the plugin is named, where the signal alone would end the program without a word. */
#ifndef ZC_COMMANDS_CRASH_H
#define ZC_COMMANDS_CRASH_H

#include "base/diagnostics.h"

void zc_crash_watch(zc_lang lang);

#endif
