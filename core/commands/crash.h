/* SPDX-License-Identifier: Apache-2.0 */
/* A function of a plugin may crash over facts that it was never tried with (core/worker/open.c).
 * Then the plugin is named, where the signal alone would end the program without a word. */
#ifndef ZC_COMMANDS_CRASH_H
#define ZC_COMMANDS_CRASH_H

#include "base/diagnostics.h"

/* From now on such a signal writes the plugin's file to standard error, in `lang`, and ends the
 * program with ZC_BAD_PLUGIN; one that no plugin's code raised does what it always does. */
void zc_crash_watch(zc_lang lang);

#endif
