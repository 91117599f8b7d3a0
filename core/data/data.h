/* SPDX-License-Identifier: Apache-2.0 */
/* The public tables that answers read beside rules and facts. Those of the project are built in; a
 * deployment may have newer ones in a folder of its own, without a release. */
#ifndef ZC_DATA_DATA_H
#define ZC_DATA_DATA_H

#include "data/former.h"
#include "data/workdays.h"

/* Never changes after it was opened; any number of regions and threads read it. */
typedef struct zc_data {
  zc_divisions divisions;
  zc_former_divisions former;
  zc_workdays workdays;
  /* The files that the tables are of; NULL: built in. */
  const char *divisions_file, *former_file, *workdays_file;
  zc_arena arena; /* of what was read */
} zc_data;

/* The tables of the project, as they were when it was built. */
extern const zc_data zc_data_standard;

/* Those of a folder: any of divisions.csv, former_divisions.csv and workdays.csv, each in the place
 * of the project's whole table. All that is wrong is told with file and line, and nothing is taken
 * then; a folder with none of them is an error, and another file that ends with .csv is warned of.
 * Free with zc_data_free. */
zc_status zc_data_open(zc_data **data, const char *folder, zc_diagnostics *diag);
void zc_data_free(zc_data *data); /* NULL is fine */

#endif
