/* SPDX-License-Identifier: Apache-2.0 */
/* What is behind the handles of zhicheng.h. */
#ifndef ZC_LIBRARY_LIBRARY_H
#define ZC_LIBRARY_LIBRARY_H

#include "advice/advice.h"
#include "base/given_day.h"
#include "columns/columns.h"
#include "host/host.h"
#include "report/report.h"
#include "zhicheng/zhicheng.h"

/* Texts that live as long as the regions; any thread may keep one. */
typedef struct zc_kept_texts zc_kept_texts;
zc_kept_texts *zc_kept_texts_new(void); /* NULL: out of memory */
void zc_kept_texts_free(zc_kept_texts *texts);
/* The kept copy of a text, the same one for equal texts; NULL: out of memory. */
const char *zc_text_keep(zc_kept_texts *texts, const char *text);

/* Never changes after it was opened, but for the texts that it keeps. */
struct zc_regions {
  zc_host host;
  zc_kept_texts *texts;
  zc_region_info *infos; /* by plugin of the host */
  char *folder;
  zc_data *data;                /* the deployment's, or NULL */
  zc_month_precision precision; /* of partial dates, by the configuration */
  zc_lang lang;                 /* of messages */
};

/* The region of this id, ready to answer. ZC_BAD_INPUT: there is none; ZC_BAD_PLUGIN or
 * ZC_NO_RESOURCE: its plugin was not loaded. */
zc_status zc_regions_require(const zc_regions *regions, const char *id, uint32_t *index,
                             zc_diagnostics *diag);

/* Keeps what was reported for the caller of a function that opens; `trouble` may be NULL. */
void zc_library_trouble(char **trouble, zc_diagnostics *diag);

/* Those of zc_query. */
zc_status zc_library_flags(uint32_t flags, zc_diagnostics *diag);
/* What partial dates are taken as: by the flags, else by the configuration. */
zc_month_precision zc_library_precision(const zc_regions *regions, uint32_t flags);

/* What a desk needs to ask of one region; each part is made when it is first needed. */
typedef struct zc_drawer {
  const zc_region *region;
  zc_workspace *workspace;
  zc_facts facts;
  zc_json_writer *writer;
  zc_advisor *advisor;
} zc_drawer;

struct zc_desk {
  const zc_regions *regions;
  zc_drawer *drawers; /* by plugin of the host */
  zc_diagnostics diag, notes;
  const zc_facts *asked; /* those of the last question that were not looked at for notes; or NULL */
  zc_buffer text;        /* the last answer */
  zc_rule_finding *findings;
  uint32_t finding_room;
  zc_arena clauses; /* of the findings */
};

/* Forgets what was said of the question before. */
void zc_desk_begin(zc_desk *desk);
/* Makes ready for a region: a workspace, and facts of which none is given. */
zc_status zc_desk_open(zc_desk *desk, const char *region, zc_drawer **drawer);
/* Writes an answer of the drawer's workspace as the program does. */
zc_status zc_desk_write(zc_desk *desk, zc_drawer *drawer, const zc_answer *answer, int strict);

/* Does not change after it was made. */
struct zc_bulk {
  const zc_regions *regions;
  const zc_region *region;
  zc_column_engine *engine;
  uint32_t *facts; /* by column */
  uint32_t count;
  zc_day as_of;
  int strict;
  zc_month_precision precision;
};

/* ZC_BAD_INPUT where a known value of the rows is none of its fact's. */
zc_status zc_bulk_check(const zc_bulk *bulk, uint32_t column, const zc_bulk_column *values,
                        size_t first, uint32_t rows, zc_diagnostics *diag);

#endif
