/* SPDX-License-Identifier: Apache-2.0 */
/* From a plugin's tables to a region that answers. */
#ifndef ZC_COMPILE_COMPILE_REGION_H
#define ZC_COMPILE_COMPILE_REGION_H

#include "base/diagnostics.h"
#include "engine/region.h"
#include "facts/ini.h"

/* The parts of compiling, in their order: `part` of the messages (zc_diagnostics). */
enum zc_region_part {
  ZC_PART_TABLES = 1, /* the tables can be read: sizes, pointers, UTF-8, fields that are needed */
  ZC_PART_LAW,        /* documents, clauses and their days */
  ZC_PART_FACTS,      /* facts, words and functions of the region's own */
  ZC_PART_PARAMETERS,
  ZC_PART_RULES, /* ids, citations and conditions of all rows that answers are made from */
  ZC_PART_PROHIBITIONS,
  ZC_PART_ACCEPTANCES
};

/* A file of parameters as it was read. */
typedef struct zc_parameter_text {
  const char *path; /* for messages; NULL: there is none to read */
  char *bytes;      /* with a NUL behind them; NULL: it could not be read */
  size_t length;
  int error; /* errno of a file that could not be read */
  /* where it was parsed beforehand */
  int is_parsed;
  zc_status parsed;
  zc_ini ini;
  zc_diagnostics said;
} zc_parameter_text;
/* Reads the file, which is kept open for nobody. An error of the file is kept in `text` for whoever
 * compiles; ZC_NO_RESOURCE: no memory. `may_lack`: a file that is not there is none to read.
 * `path` may be NULL and must outlive `text`. Free with zc_parameter_text_free in any case. */
zc_status zc_parameter_text_read(zc_parameter_text *text, const char *path, int may_lack);
/* Parses it beforehand, for it takes a file that a sealed process cannot open; what is wrong with
 * it is said by whoever compiles. */
void zc_parameter_text_parse(zc_parameter_text *text, zc_lang lang);
void zc_parameter_text_free(zc_parameter_text *text);

/* Compiles a plugin's tables into a region. `parameters_path`: the parameters.ini beside it;
 * `overrides_path`: the deployment's, or NULL. Without `parameters_path` (a region made in memory)
 * the values of the tables stand alone. All errors of the plugin are reported. */
zc_status zc_region_compile(zc_region *region, const zc_region_plugin *plugin, const char *file,
                            const char *parameters_path, const char *overrides_path,
                            zc_diagnostics *diag);
/* The same with files that were read: the plugin's own and the deployment's. */
zc_status zc_region_compile_read(zc_region *region, const zc_region_plugin *plugin,
                                 const char *file, const zc_parameter_text *parameters,
                                 const zc_parameter_text *overrides, zc_diagnostics *diag);
/* Compiles the tables and parameters of `from` anew, as they stand in its memory now: what a tool
 * changed there takes effect. `from` outlives `region`. */
zc_status zc_region_recompile(zc_region *region, const zc_region *from, zc_diagnostics *diag);
void zc_region_free(zc_region *region); /* also closes its library */

/* The digest of all that answers depend on; written to region->digest, where it is not there yet.
 * That of the rules alone, as in a region from an image, stays. */
zc_status zc_region_digest(zc_region *region, zc_diagnostics *diag);
/* Answers with these public tables, which outlive it, from now on; its digest is to be made anew.
 */
void zc_region_use(zc_region *region, const zc_data *data);
/* The same where the bytes of the region's plugin are at hand. */
zc_status zc_region_digest_of(zc_region *region, const char *plugin, size_t length,
                              zc_diagnostics *diag);

#endif
