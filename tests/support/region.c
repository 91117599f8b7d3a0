/* SPDX-License-Identifier: Apache-2.0 */
#include "support/region.h"
#include "base/memory.h"
#include "tests.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* A file that lives in memory only; its path is written to `path`. -1: none is wanted. */
static int memory_file(const char *text, char path[32]) {
  if (!text)
    return -1;
  int file = memfd_create("parameters.ini", MFD_CLOEXEC);
  CU_ASSERT_FATAL(file >= 0);
  CU_ASSERT_FATAL(write(file, text, strlen(text)) == (ssize_t)strlen(text));
  snprintf(path, 32, "/proc/self/fd/%d", file);
  return file;
}

zc_status zc_test_region_with(zc_region *region, const zc_region_plugin *plugin, const char *ini,
                              const char *overrides, zc_diagnostics *diag) {
  char ini_path[32], overrides_path[32];
  int first = memory_file(ini, ini_path), second = memory_file(overrides, overrides_path);
  zc_status status = zc_region_compile(region, plugin, "test.so", ini ? ini_path : NULL,
                                       overrides ? overrides_path : NULL, diag);
  if (first >= 0)
    close(first);
  if (second >= 0)
    close(second);
  return status;
}

zc_status zc_test_region(zc_region *region, const zc_region_plugin *plugin) {
  zc_diagnostics diag = {0};
  zc_status status = zc_test_region_with(region, plugin, NULL, NULL, &diag);
  if (status != ZC_OK)
    printf("\n%s", zc_diagnostics_text(&diag));
  CU_ASSERT_EQUAL_FATAL(status, ZC_OK);
  zc_diagnostics_free(&diag);
  return status;
}

const zc_compiled_rule *zc_test_rule(const zc_region *region, const char *id) {
  for (uint32_t i = 0; i < region->rule_count; i++)
    if (strcmp(region->rules[i].id, id) == 0)
      return &region->rules[i];
  CU_FAIL_FATAL("there is no such rule");
  return NULL;
}

char *zc_test_refusal(const zc_region_plugin *plugin, const char *ini, zc_lang lang) {
  zc_region region;
  zc_diagnostics diag = {.lang = lang};
  zc_status status = zc_test_region_with(&region, plugin, ini, NULL, &diag);
  CU_ASSERT_EQUAL(status, ZC_BAD_PLUGIN);
  const char *text = zc_diagnostics_text(&diag);
  char *copy = status == ZC_BAD_PLUGIN ? zc_copy(text, strlen(text)) : NULL;
  zc_diagnostics_free(&diag);
  if (status == ZC_OK)
    zc_region_free(&region);
  return copy;
}

void zc_test_contains(const char *text, const char *part) {
  int found = text && strstr(text, part);
  if (!found)
    printf("\nwanted: %s\nin: %s\n", part, text ? text : "(nothing)");
  CU_ASSERT(found);
}
