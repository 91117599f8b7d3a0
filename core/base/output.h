/* SPDX-License-Identifier: Apache-2.0 */
/* A file that is there whole or not at all: it is written under another name beside its target and
 * takes the target's name at the end. Until then a file that was there before stays. A target that
 * is no file but a device or a pipe is written straight. */
#ifndef ZC_BASE_OUTPUT_H
#define ZC_BASE_OUTPUT_H

#include "base/diagnostics.h"

#include <stddef.h>
#include <stdint.h>

typedef struct zc_output {
  char *target;
  char *temporary; /* NULL: the target is written straight */
  int file;        /* -1: none */
  /* Asked between two tries to write, so that a pipe that nobody reads is not waited for without
   * end: reports why to write no more. NULL: nobody is asked. Set behind zc_output_open. */
  zc_status (*check)(zc_diagnostics *diag);
  char *tail; /* what does not fill a block yet */
  size_t tail_length;
  uint64_t written, reserved; /* bytes of the file; UINT64_MAX: none are reserved any more */
} zc_output;

/* ZC_OK, or ZC_NO_RESOURCE where nothing can be written there. Ended by zc_output_close or
 * zc_output_drop; the latter may be called in any case. */
zc_status zc_output_open(zc_output *output, const char *target, zc_diagnostics *diag);
zc_status zc_output_write(zc_output *output, const char *bytes, size_t length,
                          zc_diagnostics *diag);
/* Gives the file its name. The disk is not waited for, which would take as long as the answers do:
 * after a power failure, unlike after an interruption, the work is to be done again. */
zc_status zc_output_close(zc_output *output, zc_diagnostics *diag);
/* Removes what was written, unless it was closed. */
void zc_output_drop(zc_output *output);

/* Whether two names are of one file, there or yet to be made. Devices and pipes are none. */
int zc_output_is_same(const char *one, const char *other);

/* Reports that the target cannot be written, for the reason of `error` (errno). */
zc_status zc_output_report(const zc_output *output, int error, zc_diagnostics *diag);

#endif
