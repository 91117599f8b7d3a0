/* SPDX-License-Identifier: Apache-2.0 */
/* The configuration of a deployment: an INI file with the section [zhicheng]. */
#ifndef ZC_HOST_CONFIGURATION_H
#define ZC_HOST_CONFIGURATION_H

#include "base/diagnostics.h"

/* A zeroed struct says nothing; what is set before the file is read goes before the file. */
typedef struct zc_configuration {
  char *plugins;   /* directory of the plugins, or NULL */
  char *overrides; /* directory of the deployment's parameters, or NULL */
  zc_lang lang;
  int has_lang;
} zc_configuration;

/* Reads the file; a relative path in it counts from its folder, and must be a directory. Its `lang`
 * becomes that of `diag`. All errors are reported. Free with zc_configuration_free in any case. */
zc_status zc_configuration_read(zc_configuration *c, const char *path, zc_diagnostics *diag);
void zc_configuration_free(zc_configuration *c);

int zc_is_directory(const char *path);

#endif
