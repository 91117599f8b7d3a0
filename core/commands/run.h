/* SPDX-License-Identifier: Apache-2.0 */
/* One run of the program: what was asked on the command line, and what all commands share: plugins,
 * facts, days, output. */
#ifndef ZC_COMMANDS_RUN_H
#define ZC_COMMANDS_RUN_H

#include "commands/options.h"
#include "engine/answer.h"
#include "facts/shared_person.h"
#include "host/host.h"
#include "zhicheng/zhicheng.h"

typedef struct zc_run {
  zc_options options;
  zc_lang lang;
  char *plugins;                /* directory of the plugins */
  char *overrides;              /* directory of the deployment's parameters, or NULL */
  zc_data *data;                /* the deployment's public tables, or NULL */
  zc_deployment deployment;     /* both */
  zc_month_precision precision; /* of partial dates: --month-precision, or the configuration's */
  zc_diagnostics diag;
} zc_run;

/* Reads --config and finds the plugins: --plugins, the configuration, `plugins/` beside the
 * program, the installed directory. Freed by zc_run_free in any case. */
zc_status zc_run_open(zc_run *run);
void zc_run_free(zc_run *run);

/* Loads all plugins and finds the region of --region. Another plugin's failure is a warning. An
 * unknown region: ZC_BAD_INPUT, with the regions there are; a region whose plugin failed:
 * ZC_BAD_PLUGIN. The region lives until zc_host_close(host), which is called in any case. */
zc_status zc_run_region(zc_run *run, zc_host *host, zc_region **region);

/* Loads all plugins of the directory; their failures are kept in the host. */
zc_status zc_run_host(zc_run *run, zc_host *host);
/* The same, and each failure is told as a warning. No plugin that loaded: ZC_BAD_INPUT. */
zc_status zc_run_regions(zc_run *run, zc_host *host);
/* For what looks at all regions and must not pass one over: with no --region, plugins that did not
 * load are an error (ZC_BAD_PLUGIN), told behind what the others gave. */
zc_status zc_run_overlooked(zc_run *run, const zc_host *host);

/* The day of --as-of, or today in Asia/Shanghai. */
zc_status zc_run_as_of(zc_run *run, zc_day *day);
/* The year of --year, or this one in Asia/Shanghai. */
zc_status zc_run_year(zc_run *run, int32_t *year);

/* The facts of --facts and --set, in `facts` (zc_facts_init'ed here; freed by the caller in any
 * case). All errors of both are reported. */
zc_status zc_run_facts(zc_run *run, const zc_vocabulary *v, zc_facts *facts);
/* The same of one person who is asked about in several regions. */
zc_status zc_run_person(zc_run *run, zc_shared_person *person);

/* An option that the command cannot do without; `name` with its dashes. */
zc_status zc_run_require(zc_run *run, const char *name, const char *value);

/* Writes to standard output; ZC_NO_RESOURCE where it cannot be written or `text` has failed. */
zc_status zc_run_write(zc_run *run, zc_buffer *text);
/* Writes to a file, which is there whole or stays as it was. */
zc_status zc_run_save(zc_run *run, const char *path, const zc_buffer *text);

#endif
