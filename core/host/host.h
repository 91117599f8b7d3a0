/* SPDX-License-Identifier: Apache-2.0 */
/* The host: finds plugins, checks each file before it is opened, loads and compiles it. One bad
 * plugin never keeps another from loading. */
#ifndef ZC_HOST_HOST_H
#define ZC_HOST_HOST_H

#include "base/input_file.h"
#include "compile/compile_region.h"

/* What a file is refused for, in the order of the checks. */
enum zc_file_part {
  ZC_FILE_WHOLE = 1, /* a shared object for this machine, all of it */
  ZC_FILE_NOTE,
  ZC_FILE_ABI,
  ZC_FILE_SIZES,
  ZC_FILE_SYMBOL,
  ZC_FILE_EXPORTS,
  ZC_FILE_STARTUP,
  ZC_FILE_IMPORTS
};

/* What the file check found, before dlopen. */
typedef struct zc_file_info {
  char region[32], version[32];
  uint32_t abi_major, abi_minor;
  uint32_t region_size, chapter_size; /* of the plugin's structs */
  int fault;                          /* of a refused file: zc_file_part */
  int needs_trial;                    /* nothing says that the file is as it was built */
} zc_file_info;
/* Checks the bytes of a plugin file: all that the dynamic linker will believe of it, note, symbol,
 * ABI, struct sizes, and that it exports one object, has no start-up code and needs nothing but
 * pure functions of the C library (host/file_check.h). `name` is for messages. ZC_BAD_PLUGIN with
 * one message that says wanted, found and cure. Nothing of the file is run. */
zc_status zc_file_check(const char *name, const unsigned char *bytes, size_t length,
                        zc_file_info *info, zc_diagnostics *diag);

/* What is of the deployment and not of a plugin. */
typedef struct zc_deployment {
  const char *overrides; /* folder of its parameters, or NULL */
  const zc_data *data;   /* its public tables, which outlive the regions; NULL: the project's */
} zc_deployment;

/* File check, dlopen, compile. `deployment` may be NULL: there is nothing of it. */
zc_status zc_region_load(zc_region *region, const char *file, const zc_deployment *deployment,
                         zc_diagnostics *diag);

/* All plugins of a directory, in the order of their names. */
typedef struct zc_loaded {
  char *path;        /* of the file */
  char id[32];       /* from its name; the region's id where it loaded */
  zc_status status;  /* ZC_OK: `region` is ready */
  zc_region *region; /* or NULL */
  char *messages;    /* of this plugin, or NULL */
} zc_loaded;
typedef struct zc_host {
  zc_loaded *plugins;
  uint32_t count;
  const char *directory; /* as it was named; whoever opened the host keeps it */
} zc_host;
/* Whether a file of this name in the directory is taken for a plugin: it ends with ".so" or ".zcr",
 * with something before it, and is not hidden. */
int zc_is_plugin_name(const char *name);
/* Loads them all. Failures are kept in each entry (messages in `lang`) and make no error here; a
 * directory that cannot be read does. A second file with a region id that is taken is refused. Of
 * its folder of parameters those of no region are warned of. */
zc_status zc_host_open(zc_host *host, const char *directory, const zc_deployment *deployment,
                       zc_lang lang, zc_diagnostics *diag);
void zc_host_close(zc_host *host);
/* The entry of a region, loaded or not; NULL: no file is named after it. */
zc_loaded *zc_host_find(const zc_host *host, const char *region_id);
/* The plugin of a region that is asked for, loaded. ZC_BAD_INPUT: there is no such region, and
 * those there are and the one probably meant are told; ZC_BAD_PLUGIN or ZC_NO_RESOURCE: it was not
 * loaded, and why is told. */
zc_status zc_host_require(const zc_host *host, const char *id, zc_loaded **plugin,
                          zc_diagnostics *diag);
/* That some plugin was loaded. ZC_BAD_PLUGIN: none of those there are; ZC_BAD_INPUT: there is none.
 * Either is reported. */
zc_status zc_host_require_any(const zc_host *host, zc_diagnostics *diag);
/* Makes the digest of each region that loaded, where it is not there yet. */
zc_status zc_host_digest(zc_host *host, zc_diagnostics *diag);

#endif
