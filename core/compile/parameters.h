/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Shared by the files that read parameters.
 *
 * parameters.ini stands beside the plugin, at <directory>/<region>/parameters.ini; a deployment may
 * keep <overrides>/<region>.ini in the same form. A section is a parameter:
 *
 *     [early_service_senior]
 *     source = 人社专技司函〔2020〕88号 四（一）2
 *     unit = month
 *     always = 120
 *     2022-01-01 451229 health = 108
 *     2023-01-01 451229 health = none
 *
 * A key is the day from which the value holds, or `always`, then words for the parameter's keys in
 * any order: the digits of a division or of a part of it, a series, a level, an education. The
 * value is a whole number, true or false, a date, or `none`: no value from that day on. `source` is
 * needed; `unit` where the parameter has one, and must be the same.
 *
 * The settings of a parameter are tried in this order: longest division first, then more keys
 * named, then the latest day; among equals the deployment's, then those of parameters.ini, then
 * those of the plugin's tables.
 */
#ifndef ZC_COMPILE_PARAMETERS_H
#define ZC_COMPILE_PARAMETERS_H

#include "base/words.h"
#include "compile/compile_region.h"
#include "compile/tables.h"
#include "engine/region.h"

/* Where a setting comes from; higher ones are tried first among equals. */
typedef enum zc_origin_rank {
  ZC_FROM_TABLES = 0,
  ZC_FROM_PLUGIN_FILE,
  ZC_FROM_DEPLOYMENT,
  ZC_ORIGIN_RANKS
} zc_origin_rank;

/* A setting on its way, in a list that is later sorted into the parameter's array. */
typedef struct zc_draft_setting {
  zc_setting setting;
  zc_origin_rank origin;
  struct zc_draft_setting *next;
} zc_draft_setting;

typedef struct zc_parameter_job {
  zc_region *region;
  zc_diagnostics *diag;
  zc_arena scratch;
  zc_draft_setting **settings; /* by parameter: newest first */
  uint32_t minor;              /* ABI of the plugin */
} zc_parameter_job;

/* One value as text and where it stands: "file:line: error: <parameter>: ...". */
typedef struct zc_value_text {
  const char *file;
  uint32_t line;
  const char *from; /* NULL: always */
  size_t from_length;
  const char *key; /* words, or NULL */
  const char *value;
  const char *source;
} zc_value_text;

/* Reads one value and adds it to the parameter's list. Errors are reported. */
void zc_setting_read(zc_parameter_job *job, uint32_t parameter, const zc_value_text *text,
                     zc_origin_rank origin);

/* The bound of a row (`most`), into *parameter; 0: it is none for a parameter of this type. */
int zc_bound_read(const zc_parameter *row, zc_named_parameter *parameter);
/* Whether a value keeps within the parameter's bound. */
int zc_bound_allows(const zc_named_parameter *parameter, int64_t value);

/* Reads the settings of one file. */
void zc_parameter_file_read(zc_parameter_job *job, const zc_parameter_text *text,
                            zc_origin_rank origin);

/* The region's parameters from its tables, parameters.ini and overrides, checked. Either may be
 * NULL. */
zc_status zc_parameters_load(zc_region *region, const zc_region_plugin *plugin,
                             const zc_parameter_text *parameters,
                             const zc_parameter_text *overrides, zc_diagnostics *diag);

#endif
