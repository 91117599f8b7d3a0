/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Opening plugins in processes of their own: each plugin's bytes, as they were checked, go to a
 * zhicheng-worker, which seals itself, opens them, compiles the tables and hands back an image.
 * Nothing of a plugin is ever in the memory of this process, so none can harm it, and what becomes
 * of the file afterwards changes nothing. No thread or fork of this process is involved.
 */
#ifndef ZC_HOST_OPENER_H
#define ZC_HOST_OPENER_H

#include "host/host.h"
#include "host/worker.h"

/* One plugin to open. */
typedef struct zc_opening {
  /* what is asked; the caller's */
  const char *file; /* for messages */
  const char *plugin;
  size_t length;
  const zc_file_info *info;
  const zc_parameter_text *parameters, *overrides;
  zc_diagnostics *diag; /* hears all of it */
  /* what came of it */
  zc_status status;  /* ZC_OK: there is an image */
  const char *image; /* in `received` */
  size_t image_length;
  uint32_t warnings;
  zc_ending ending; /* of the worker; `at` says what it was at */
  zc_buffer received;
} zc_opening;

/* Opens them side by side, some at a time; each has its own outcome. Free each with
 * zc_opening_free. */
void zc_openings_run(zc_opening *const *list, uint32_t count);
void zc_opening_free(zc_opening *o);

#endif
