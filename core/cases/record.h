/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng test --record: the answer to the facts given, as a case ready to be kept. */
#ifndef ZC_CASES_RECORD_H
#define ZC_CASES_RECORD_H

#include "commands/run.h"

/* Writes the case to standard output. Which question it asks follows from the facts: `convert` with
 * a purpose, `assess` with a track, else `unit`. */
zc_status zc_record(zc_run *run);

#endif
