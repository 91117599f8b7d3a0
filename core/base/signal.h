/* SPDX-License-Identifier: Apache-2.0 */
/* Interruption of a long run: SIGINT, SIGTERM and SIGHUP are noted, so that what is half-written
 * can be removed, and take effect afterwards. */
#ifndef ZC_BASE_SIGNAL_H
#define ZC_BASE_SIGNAL_H

#include "base/diagnostics.h"

/* From now on the three are noted, except one that was ignored before; SIGXFSZ is ignored, so that
 * a file that may not grow further is told as one that cannot be written. */
void zc_signal_watch(void);
int zc_signal_caught(void); /* the signal, or 0 */
/* Reports the interruption. */
zc_status zc_signal_report(zc_diagnostics *diag);
/* Reports it if there was one. */
zc_status zc_signal_check(zc_diagnostics *diag);
/* Ends the process by the signal that was caught, if any, as its sender expects. */
void zc_signal_obey(void);

#endif
