/* SPDX-License-Identifier: Apache-2.0 */
/* Opening plugins elsewhere: what becomes of a file afterwards changes nothing, and without the
 * program that opens them it is said what is missing (core/host/opener.c, core/worker). */
#include "base/input_file.h"
#include "base/memory.h"
#include "host/host.h"
#include "image/image.h"
#include "support/region.h"
#include "tests.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PLUGINS ZC_BUILD_DIR "/plugins"

static void run_shell(const char *format, const char *folder) {
  char line[1024];
  CU_ASSERT_FATAL(snprintf(line, sizeof line, format, folder, folder, folder) < (int)sizeof line);
  CU_ASSERT_EQUAL_FATAL(system(line), 0);
}

static char *make_folder(char *name) {
  CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(name));
  return name;
}

static char *image_of(const zc_region *region, size_t *length) {
  zc_buffer image = {0};
  CU_ASSERT_EQUAL_FATAL(zc_image_write(&image, region, NULL), ZC_OK);
  *length = image.length;
  return image.data;
}

/* Overwritten in place, cut short, taken away: the region that was loaded stays as it was. */
static void what_becomes_of_the_file_changes_nothing(void) {
  static const char *const deeds[] = {"cat " PLUGINS "/urumqi.so >'%s/guangxi.so'",
                                      ": >'%s/guangxi.so'", "rm '%s/guangxi.so'"};
  char folder[] = "/tmp/zhicheng-opener-XXXXXX", path[64];
  zc_region region;
  size_t length = 0, again = 0;
  make_folder(folder);
  run_shell("cp -L " PLUGINS "/guangxi.so '%s' && cp -rL " PLUGINS "/guangxi '%s'", folder);
  snprintf(path, sizeof path, "%s/guangxi.so", folder);
  CU_ASSERT_EQUAL_FATAL(zc_region_load(&region, path, NULL, NULL), ZC_OK);
  char *before = image_of(&region, &length);
  for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++) {
    run_shell(deeds[i], folder);
    char *after = image_of(&region, &again);
    CU_ASSERT(again == length && memcmp(before, after, length) == 0);
    zc_free(after);
  }
  zc_free(before);
  zc_region_free(&region);
  run_shell("rm -r '%s'", folder);
}

static void without_its_worker_the_program_says_what_is_missing(void) {
  char folder[] = "/tmp/zhicheng-opener-XXXXXX";
  if (access("/usr/local/libexec/zhicheng/zhicheng-worker", F_OK) == 0)
    return; /* one that is installed is found */
  make_folder(folder);
  run_shell("mkdir '%s/bin' && cp " ZC_BUILD_DIR "/zhicheng '%s/bin'", folder);
  run_shell("! '%s/bin/zhicheng' assess --plugins " PLUGINS " --region guangxi >'%s/said' 2>&1",
            folder);
  run_shell("grep -q 'zhicheng-worker, which opens plugins, is not there' '%s/said'", folder);
  run_shell("rm -r '%s'", folder);
}

/* ---- the cache ---- */

/* The answers of the program in a folder with a cache of its own, before and after a deed. */
static void same_answers_after(const char *folder, const char *deed) {
  static const char asks[] =
      "XDG_CACHE_HOME='%s/cache' " ZC_BUILD_DIR "/zhicheng assess --plugins " PLUGINS
      " --region guangxi --as-of 2021-10-15 --facts tests/samples/guangxi_doctor.json "
      "--format json >'%s/again' && cmp '%s/again' " ZC_BUILD_DIR "/tests/cache/expected";
  run_shell(deed, folder);
  run_shell(asks, folder);
}

static void images_are_kept_and_believed_no_more_than_files(void) {
  char folder[] = "/tmp/zhicheng-opener-XXXXXX";
  make_folder(folder);
  run_shell("mkdir -m 700 '%s/cache' && XDG_CACHE_HOME='%s/cache' " ZC_BUILD_DIR
            "/zhicheng assess --plugins " PLUGINS " --region guangxi --as-of 2021-10-15 "
            "--facts tests/samples/guangxi_doctor.json --format json >" ZC_BUILD_DIR
            "/tests/cache/expected",
            folder);
  run_shell("test $(ls '%s'/cache/zhicheng/*.zcr | wc -l) -ge 4", folder);
  same_answers_after(folder, "true");
  same_answers_after(folder, "for f in '%s'/cache/zhicheng/*; do echo x >>$f; done");
  same_answers_after(folder, "for f in '%s'/cache/zhicheng/*; do : >$f; done");
  same_answers_after(folder, "rm -r '%s/cache/zhicheng'");
  same_answers_after(folder, "rm -r '%s/cache' && : >'%s/cache'");
  run_shell("rm -r '%s'", folder);
}

/* Another file of parameters is another image. */
static void what_goes_in_decides_which_image_it_is(void) {
  char folder[] = "/tmp/zhicheng-opener-XXXXXX";
  make_folder(folder);
  run_shell("mkdir -m 700 '%s/cache' && cp -L " PLUGINS "/guangxi.so '%s' && cp -rL " PLUGINS
            "/guangxi '%s'",
            folder);
  run_shell("XDG_CACHE_HOME='%s/cache' " ZC_BUILD_DIR
            "/zhicheng regions --plugins '%s' >'%s/before'",
            folder);
  run_shell("echo '[' >>'%s/guangxi/parameters.ini'", folder);
  run_shell("XDG_CACHE_HOME='%s/cache' " ZC_BUILD_DIR
            "/zhicheng regions --plugins '%s' 2>&1 | grep -q 'could not be loaded'",
            folder);
  run_shell("rm -r '%s'", folder);
}

/* ---- from many threads ---- */

enum { THREADS = 6, TIMES = 5 };

static void *load_and_free(void *context) {
  int *failures = context;
  for (int i = 0; i < TIMES; i++) {
    zc_region region;
    if (zc_region_load(&region, PLUGINS "/shandong.so", NULL, NULL) == ZC_OK)
      zc_region_free(&region);
    else
      ++*failures;
  }
  return NULL;
}

static void threads_that_open_and_close_do_not_wait_for_each_other(void) {
  pthread_t threads[THREADS];
  int failures[THREADS] = {0};
  for (int i = 0; i < THREADS; i++)
    CU_ASSERT_EQUAL_FATAL(pthread_create(&threads[i], NULL, load_and_free, &failures[i]), 0);
  for (int i = 0; i < THREADS; i++) {
    pthread_join(threads[i], NULL);
    CU_ASSERT_EQUAL(failures[i], 0);
  }
}

void test_host_opener(CU_pSuite suite) {
  CU_add_test(suite, "a plugin's file that is replaced, cut or taken away changes no answer",
              what_becomes_of_the_file_changes_nothing);
  CU_add_test(suite, "without zhicheng-worker the program says what is missing",
              without_its_worker_the_program_says_what_is_missing);
  CU_add_test(suite, "images are kept, believed no more than files, and may go at any moment",
              images_are_kept_and_believed_no_more_than_files);
  CU_add_test(suite, "a changed file of parameters is no image that was kept",
              what_goes_in_decides_which_image_it_is);
  CU_add_test(suite, "threads that open and close plugins do not wait for each other",
              threads_that_open_and_close_do_not_wait_for_each_other);
}
