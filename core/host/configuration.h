/* SPDX-License-Identifier: Apache-2.0 */
/* The configuration of a deployment: an INI file with the section [zhicheng]. */
#ifndef ZC_HOST_CONFIGURATION_H
#define ZC_HOST_CONFIGURATION_H

#include "base/diagnostics.h"
#include "data/data.h"
#include "facts/partial_date.h"

/* A zeroed struct says nothing; what is set before the file is read goes before the file. */
typedef struct zc_configuration {
  char *plugins;                /* directory of the plugins, or NULL */
  char *overrides;              /* directory of the deployment's parameters, or NULL */
  zc_data *data;                /* the deployment's public tables, or NULL */
  zc_month_precision precision; /* of partial dates: month_precision */
  zc_lang lang;
  int has_lang;
} zc_configuration;

/* Reads the file; a relative path in it counts from its folder, and must be a directory. The tables
 * in the folder `data` are read. Its `lang` becomes that of `diag`. All errors are reported. Free
 * with zc_configuration_free in any case. */
zc_status zc_configuration_read(zc_configuration *c, const char *path, zc_diagnostics *diag);
void zc_configuration_free(zc_configuration *c);

/* A folder where plugins may be: of this name, in the folder of a file or `up` folders above it. */
typedef struct zc_plugin_place {
  const char *name;
  int up;
} zc_plugin_place;

typedef struct zc_configuration_request {
  const char *plugins; /* NULL: the configuration's, else the first place that there is, else where
                          they are installed */
  const char *config;  /* a file, or NULL */
  const char *self;    /* the file of the program or library, which the places count from; NULL:
                          not known */
  const zc_plugin_place *places;
  uint32_t place_count;
} zc_configuration_request;

/* Makes a whole configuration, whose `plugins` is set; `lang` is set beforehand. Errors and freeing
 * as for zc_configuration_read. */
zc_status zc_configuration_make(zc_configuration *c, const zc_configuration_request *request,
                                zc_diagnostics *diag);

int zc_is_directory(const char *path);

#endif
