/* SPDX-License-Identifier: Apache-2.0 */
/* The deployment's files of parameters: one that no plugin reads is most likely misnamed. */
#include "host/load.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

/* A file REGION.ini. */
static void warn_of(const zc_host *host, const char *folder, const char *name,
                    zc_diagnostics *diag) {
  size_t length = strlen(name);
  char region[32];
  if (name[0] == '.' || length <= 4 || strcmp(name + length - 4, ".ini") != 0)
    return;
  snprintf(region, sizeof region, "%.*s", (int)(length - 4), name);
  if (length - 4 < sizeof region && zc_host_find(host, region))
    return;
  zc_report(diag, ZC_OK, &(zc_where){.file = folder},
            "%s 不属于任何地区，没有读取；请以地区代号命名，或把它移走",
            "%s is of no region and was not read; name it after a region, or move it away", name);
}

void zc_overrides_warn(const zc_host *host, const char *folder, zc_diagnostics *diag) {
  DIR *open = folder ? opendir(folder) : NULL;
  if (!open)
    return;
  for (struct dirent *entry; (entry = readdir(open));)
    warn_of(host, folder, entry->d_name, diag);
  closedir(open);
}
