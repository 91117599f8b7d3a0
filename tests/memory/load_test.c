/* SPDX-License-Identifier: Apache-2.0 */
/* Loading a real plugin, and a directory of them, while memory runs out. */
#include "base/memory.h"
#include "host/host.h"
#include "support/sweep.h"
#include "tests.h"
#include <string.h>

#define PLUGIN ZC_BUILD_DIR "/plugins/guangxi.so"

static zc_status load_and_digest(void *context, zc_diagnostics *diag) {
  char *digest = context;
  zc_region region = {0};
  zc_status status = zc_region_load(&region, PLUGIN, NULL, diag);

  if (status != ZC_OK)
    return status;
  status = zc_region_digest(&region, diag);
  if (status == ZC_OK) {
    if (!digest[0])
      strcpy(digest, region.digest);
    CU_ASSERT_STRING_EQUAL(region.digest, digest);
  }
  zc_region_free(&region);
  return status;
}

static void a_plugin_loads_whole_or_not_at_all(void) {
  char digest[sizeof((zc_region *)0)->digest] = "";
  zc_diagnostics diag = {0};

  zc_memory_setup();
  CU_ASSERT_EQUAL_FATAL(load_and_digest(digest, &diag), ZC_OK);
  zc_diagnostics_free(&diag);
  CU_ASSERT(zc_sweep_memory(load_and_digest, digest) > 0);
}

static zc_status open_host(void *context, zc_diagnostics *diag) {
  zc_host host = {0};
  zc_status status = zc_host_open(&host, ZC_BUILD_DIR "/plugins", NULL, ZC_LANG_EN, diag);

  (void)context;
  if (status != ZC_OK)
    return status;
  /* A plugin that memory was too short for says so; the others are there. */
  for (uint32_t i = 0; i < host.count; i++)
    CU_ASSERT(host.plugins[i].status == ZC_OK || host.plugins[i].status == ZC_NO_RESOURCE);
  zc_host_close(&host);
  return status;
}

static void all_memory_gone_is_an_error(void) {
  zc_diagnostics diag = {0};

  zc_memory_fail(1, 1);
  zc_status status = open_host(NULL, &diag);
  zc_memory_fail(0, 0);
  CU_ASSERT_EQUAL(status, ZC_NO_RESOURCE);
  CU_ASSERT(diag.errors > 0);
  zc_diagnostics_free(&diag);
}

void test_memory_load(CU_pSuite suite) {
  CU_add_test(suite, "a plugin loads whole or not at all, whichever allocation fails",
              a_plugin_loads_whole_or_not_at_all);
  CU_add_test(suite, "with no memory at all, opening a directory is an error",
              all_memory_gone_is_an_error);
}
