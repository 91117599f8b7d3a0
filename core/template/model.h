/* SPDX-License-Identifier: Apache-2.0 */
/* The template's files with another region's id, name and division in them. */
#ifndef ZC_TEMPLATE_MODEL_H
#define ZC_TEMPLATE_MODEL_H

#include "base/buffer.h"

/* What stands in the place of the template's own words. */
typedef struct zc_model {
  const char *id;       /* "yunnan", in the place of "template"; TEMPLATE and Template follow it */
  const char *name;     /* in the place of the Chinese name; NULL: the id */
  const char *division; /* 6 digits of a province or prefecture, for the codes of the template;
                           NULL: they stay */
  const char *program;  /* path of this program, for the Makefile; NULL: found in PATH */
} zc_model;

/* One file: its path inside the folder and its text. */
typedef struct zc_model_file {
  const char *path;
  const char *text;
  size_t length;
} zc_model_file;
/* All files of the template; those in folders have their folder in the path. */
const zc_model_file *zc_model_files(size_t *count);

/* Adds `text` to `out` with the words replaced. */
void zc_model_write(zc_buffer *out, const zc_model *model, const char *text, size_t length);

#endif
