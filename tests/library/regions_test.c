/* SPDX-License-Identifier: Apache-2.0 */
/* Opening a folder of plugins for others to ask. */
#include "zhicheng/zhicheng.h"

#include "base/memory.h"
#include "support/region.h"
#include "tests.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#define PLUGINS ZC_BUILD_DIR "/plugins"

static void all_plugins_of_a_folder_are_there(void) {
  zc_regions *regions = NULL;
  char *trouble = NULL;
  CU_ASSERT_EQUAL_FATAL(zc_regions_open(&regions, PLUGINS, NULL, ZC_LANG_EN, &trouble), ZC_OK);
  CU_ASSERT_PTR_NULL(trouble);
  CU_ASSERT_STRING_EQUAL(zc_regions_folder(regions), PLUGINS);
  CU_ASSERT_EQUAL(zc_regions_count(regions), 4);
  CU_ASSERT_PTR_NULL(zc_regions_at(regions, 4));
  CU_ASSERT_PTR_NULL(zc_regions_find(regions, "atlantis"));
  CU_ASSERT_PTR_NULL(zc_regions_find(regions, NULL));
  const zc_region_info *info = zc_regions_find(regions, "guangxi");
  CU_ASSERT_PTR_NOT_NULL_FATAL(info);
  CU_ASSERT_EQUAL(info->status, ZC_OK);
  CU_ASSERT_STRING_EQUAL(info->name_zh, "广西壮族自治区");
  CU_ASSERT_STRING_EQUAL(info->name_en, "Guangxi");
  CU_ASSERT_STRING_EQUAL(info->file, PLUGINS "/guangxi.so");
  CU_ASSERT_NSTRING_EQUAL(info->digest, "sm3:", 4);
  CU_ASSERT_PTR_NULL(info->message);
  zc_regions_close(regions);
  CU_ASSERT_STRING_EQUAL(zc_library_version(), ZC_VERSION);
}

static void a_plugin_that_is_refused_says_why(void) {
  zc_regions *regions = NULL;
  const char *answer = NULL;
  zc_query query = {.region = "north", .day = "2024-06-01"};
  CU_ASSERT_EQUAL_FATAL(
      zc_regions_open(&regions, ZC_BUILD_DIR "/bad_plugins/bad_condition", NULL, ZC_LANG_EN, NULL),
      ZC_OK);
  const zc_region_info *info = zc_regions_find(regions, "north");
  CU_ASSERT_PTR_NOT_NULL_FATAL(info);
  CU_ASSERT_EQUAL(info->status, ZC_BAD_PLUGIN);
  CU_ASSERT_PTR_NULL(info->digest);
  zc_test_contains(info->message, "error: ");
  zc_desk *desk = zc_desk_new(regions);
  CU_ASSERT_EQUAL(zc_desk_assess(desk, &query, &answer), ZC_BAD_PLUGIN);
  zc_test_contains(zc_desk_message(desk), "the plugin of region north");
  zc_test_contains(zc_desk_message(desk), info->message);
  zc_desk_free(desk);
  zc_regions_close(regions);
}

/* In both languages; nothing is opened. */
static void expect_trouble(const char *plugins, const char *config, const char *zh,
                           const char *en) {
  zc_regions *regions = NULL;
  char *trouble = NULL;
  CU_ASSERT_EQUAL(zc_regions_open(&regions, plugins, config, ZC_LANG_EN, &trouble), ZC_BAD_INPUT);
  CU_ASSERT_PTR_NULL(regions);
  zc_test_contains(trouble, en);
  zc_message_free(trouble);
  CU_ASSERT_EQUAL(zc_regions_open(&regions, plugins, config, ZC_LANG_ZH, &trouble), ZC_BAD_INPUT);
  zc_test_contains(trouble, zh);
  zc_message_free(trouble);
  CU_ASSERT_EQUAL(zc_regions_open(&regions, plugins, config, ZC_LANG_ZH, NULL), ZC_BAD_INPUT);
}

static void what_cannot_be_opened_is_told_with_its_place(void) {
  expect_trouble("/nowhere/plugins", NULL, "/nowhere/plugins: 错误：",
                 "/nowhere/plugins: error: the directory of plugins cannot be read");
  expect_trouble(NULL, "/nowhere/zhicheng.conf", "/nowhere/zhicheng.conf: 错误：",
                 "/nowhere/zhicheng.conf: error: cannot be read");
}

static void a_configuration_names_folder_and_language(void) {
  char path[] = "/tmp/zhicheng-XXXXXX", here[4096];
  int file = mkstemp(path);
  zc_regions *regions = NULL;
  CU_ASSERT_FATAL(file >= 0);
  CU_ASSERT_PTR_NOT_NULL_FATAL(getcwd(here, sizeof here));
  const char *folder = PLUGINS[0] == '/' ? "" : here, *slash = PLUGINS[0] == '/' ? "" : "/";
  dprintf(file, "[zhicheng]\nplugins = %s%s%s\nlang = zh\n", folder, slash, PLUGINS);
  close(file);
  CU_ASSERT_EQUAL_FATAL(zc_regions_open(&regions, NULL, path, ZC_LANG_EN, NULL), ZC_OK);
  CU_ASSERT_EQUAL(zc_regions_count(regions), 4);
  zc_desk *desk = zc_desk_new(regions);
  const char *answer = NULL;
  CU_ASSERT_EQUAL(zc_desk_unit(desk, &(zc_query){.region = "guangxy"}, &answer), ZC_BAD_INPUT);
  zc_test_contains(zc_desk_message(desk), "是否指 guangxi");
  CU_ASSERT_PTR_NULL(answer);
  zc_desk_free(desk);
  zc_regions_close(regions);
  unlink(path);
}

static void *open_and_close(void *context) {
  zc_regions *regions = NULL;
  *(zc_status *)context = zc_regions_open(&regions, PLUGINS, NULL, ZC_LANG_EN, NULL);
  zc_regions_close(regions);
  return NULL;
}

static void several_threads_may_open_at_once(void) {
  pthread_t threads[4];
  zc_status statuses[4];
  for (int i = 0; i < 4; i++)
    CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[i], NULL, open_and_close, &statuses[i]), 0);
  for (int i = 0; i < 4; i++) {
    pthread_join(threads[i], NULL);
    CU_ASSERT_EQUAL(statuses[i], ZC_OK);
  }
}

static void memory_that_runs_out_is_told_and_nothing_leaks(void) {
  unsigned long refused = 0;
  for (unsigned long nth = 1;; nth += nth < 100 ? 1 : nth / 8) {
    zc_regions *regions = NULL;
    char *trouble = NULL;
    zc_memory_fail(nth, 0);
    zc_status status = zc_regions_open(&regions, PLUGINS, NULL, ZC_LANG_EN, &trouble);
    int reached = zc_memory_count() >= nth;
    zc_memory_fail(0, 0);
    CU_ASSERT(status == ZC_OK || status == ZC_NO_RESOURCE);
    CU_ASSERT_EQUAL(regions == NULL, status != ZC_OK);
    CU_ASSERT_EQUAL(trouble == NULL, status == ZC_OK);
    zc_message_free(trouble);
    zc_regions_close(regions);
    refused += status != ZC_OK;
    if (!reached)
      break;
  }
  CU_ASSERT(refused > 20);
}

void test_library_regions(CU_pSuite suite) {
  CU_add_test(suite, "all plugins of a folder are there", all_plugins_of_a_folder_are_there);
  CU_add_test(suite, "a plugin that is refused says why", a_plugin_that_is_refused_says_why);
  CU_add_test(suite, "what cannot be opened is told with its place",
              what_cannot_be_opened_is_told_with_its_place);
  CU_add_test(suite, "a configuration names folder and language",
              a_configuration_names_folder_and_language);
  CU_add_test(suite, "several threads may open at once", several_threads_may_open_at_once);
  CU_add_test(suite, "memory that runs out is told and nothing leaks",
              memory_that_runs_out_is_told_and_nothing_leaks);
}
