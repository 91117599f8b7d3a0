/* SPDX-License-Identifier: Apache-2.0 */
/* A folder with the plugin of a new region, made from the template. It appears whole or not at all.
 */
#ifndef ZC_TEMPLATE_FOLDER_H
#define ZC_TEMPLATE_FOLDER_H

#include "base/diagnostics.h"
#include "template/model.h"

#define ZC_FOLDER_PATH_SIZE 4096

typedef struct zc_folder {
  const zc_model *model;
  char path[ZC_FOLDER_PATH_SIZE]; /* of the folder */
  int in_tree;                    /* among the plugins of a source tree, whose Makefile builds it */
} zc_folder;

/* Makes the folder that is named after the model's id in the folder `parent`; NULL: the current
 * one. What is wrong with model or place is reported. */
zc_status zc_folder_make(zc_folder *folder, const zc_model *model, const char *parent,
                         zc_diagnostics *diag);

/* Whether a path needs no quoting in a Makefile or in a shell. */
int zc_is_plain_path(const char *path);

#endif
