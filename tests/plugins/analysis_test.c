/* SPDX-License-Identifier: Apache-2.0 */
/* The rules of the regions are analysed to the end, and what is found is accepted beside the rule.
 */
#include "host/host.h"
#include "report/analysis.h"
#include "tests.h"

#include <dirent.h>
#include <string.h>

static void expect_none_open(const char *file) {
  zc_region region;
  zc_analysis analysis;
  zc_buffer text = {0};
  CU_ASSERT_EQUAL_FATAL(zc_region_load(&region, file, NULL, NULL), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_analyse(&analysis, &region), ZC_OK);
  if (analysis.open_count || analysis.inexact_count) {
    zc_text_analysis(&text, &analysis, ZC_LANG_EN);
    printf("\n%s", zc_buffer_text(&text));
  }
  CU_ASSERT_EQUAL(analysis.open_count, 0);
  CU_ASSERT_EQUAL(analysis.inexact_count, 0);
  CU_ASSERT(analysis.view_count > 0);
  zc_buffer_free(&text);
  zc_analysis_free(&analysis);
  zc_region_free(&region);
}

static void nothing_is_found_in_the_regions_but_what_is_accepted(void) {
  static const char folder[] = ZC_BUILD_DIR "/plugins";
  DIR *plugins = opendir(folder);
  uint32_t count = 0;
  CU_ASSERT_PTR_NOT_NULL_FATAL(plugins);
  for (struct dirent *entry; (entry = readdir(plugins));) {
    char path[512];
    size_t length = strlen(entry->d_name);
    if (length < 4 || strcmp(entry->d_name + length - 3, ".so") != 0)
      continue;
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    expect_none_open(path);
    count++;
  }
  closedir(plugins);
  CU_ASSERT(count >= 4);
}

void test_plugins_analysis(CU_pSuite suite) {
  CU_add_test(suite, "nothing is found in the rules of the regions but what their authors accept",
              nothing_is_found_in_the_regions_but_what_is_accepted);
}
