/* SPDX-License-Identifier: Apache-2.0 */
/* The plugin files that the build makes. */
#include "base/memory.h"
#include "host/host.h"
#include "tests.h"
#include <glob.h>
#include <stdlib.h>
#include <unistd.h>

#define PLUGINS ZC_BUILD_DIR "/plugins/*.so"

/* Calls `check` with each plugin file; there are at least the four regions. */
static void each_plugin(void (*check)(const char *path)) {
  glob_t found;

  CU_ASSERT_EQUAL_FATAL(glob(PLUGINS, 0, NULL, &found), 0);
  CU_ASSERT(found.gl_pathc >= 4);
  for (size_t i = 0; i < found.gl_pathc; i++)
    check(found.gl_pathv[i]);
  globfree(&found);
}

static void check_symbols(const char *path) {
  char command[512], line[512], all[2048] = "";

  snprintf(command, sizeof command, "nm -D --defined-only '%s'", path);
  FILE *nm = popen(command, "r");
  CU_ASSERT_PTR_NOT_NULL_FATAL(nm);
  unsigned count = 0;
  while (fgets(line, sizeof line, nm)) {
    count++;
    if (strlen(all) + strlen(line) < sizeof all)
      strcat(all, line);
  }
  CU_ASSERT_EQUAL(pclose(nm), 0);
  int right = count == 1 && strstr(all, " " ZC_SYMBOL "\n");
  if (!right)
    printf("    %s exports:\n%s", path, all);
  CU_ASSERT(right);
}

static void check_paths(const char *path) {
  char *bytes = NULL, *here = getcwd(NULL, 0);
  size_t length = 0;

  CU_ASSERT_PTR_NOT_NULL_FATAL(here);
  CU_ASSERT_EQUAL_FATAL(zc_read_file(path, (size_t)1 << 26, &bytes, &length, NULL), ZC_OK);
  int found = memmem(bytes, length, here, strlen(here)) != NULL;
  if (found)
    printf("    %s contains %s\n", path, here);
  CU_ASSERT_FALSE(found);
  zc_free(bytes);
  free(here);
}

static void a_plugin_exports_one_symbol(void) {
  each_plugin(check_symbols);
}

static void a_plugin_is_the_same_wherever_it_is_built(void) {
  each_plugin(check_paths);
}

void test_plugins_files(CU_pSuite suite) {
  CU_add_test(suite, "a plugin exports zc_plugin and nothing else", a_plugin_exports_one_symbol);
  CU_add_test(suite, "a plugin does not contain the place where it was built",
              a_plugin_is_the_same_wherever_it_is_built);
}
