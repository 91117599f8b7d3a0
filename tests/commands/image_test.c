/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng image, and folders of plugins that hold images. */
#include "base/input_file.h"
#include "base/memory.h"
#include "support/program.h"
#include "support/region.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SAMPLE "tests/samples/guangxi_doctor.json"
#define ASK                                                                                        \
  "assess", "--region", "guangxi", "--as-of", "2021-10-15", "--facts", SAMPLE, "--format", "json"

typedef struct bench {
  char folder[64], image[96];
  program p;
} bench;

static void bench_open(bench *b) {
  memset(b, 0, sizeof *b);
  folder_make(b->folder);
  snprintf(b->image, sizeof b->image, "%s/guangxi.zcr", b->folder);
  RUN(&b->p, "image", "guangxi", "--out", b->image);
  program_expect_status(&b->p, 0);
}

static void bench_close(bench *b) {
  program_free(&b->p);
  folder_remove(b->folder);
}

static void an_image_answers_in_the_place_of_its_plugin(void) {
  bench b;
  program own = {0};
  bench_open(&b);
  RUN(&own, ASK);
  RUN(&b.p, ASK, "--plugins", b.folder);
  program_expect_status(&b.p, 0);
  CU_ASSERT_STRING_EQUAL(zc_buffer_text(&own.out), zc_buffer_text(&b.p.out));
  RUN(&b.p, "image", "guangxi", "--plugins", b.folder, "--out", b.image);
  program_expect_status(&b.p, 0); /* made of itself, it stays what it is */
  RUN(&b.p, "eval", "unit_division under region_division", "--region", "guangxi", "--plugins",
      b.folder);
  program_expect_status(&b.p, 0);
  RUN(&b.p, "analyse", "--region", "guangxi", "--plugins", b.folder);
  program_expect_status(&b.p, 0);
  program_free(&own);
  bench_close(&b);
}

static void regions_shows_which_is_an_image(void) {
  bench b;
  bench_open(&b);
  RUN(&b.p, "regions", "--plugins", b.folder);
  program_expect_out(&b.p, "guangxi.zcr (image)\n");
  RUN(&b.p, "regions", "--plugins", b.folder, "--format", "json");
  program_expect_out(&b.p, "\"form\":\"image\"");
  RUN(&b.p, "regions", "--format", "json");
  program_expect_out(&b.p, "\"form\":\"plugin\"");
  bench_close(&b);
}

static void cases_run_over_an_image(void) {
  bench b;
  char cases[128];
  bench_open(&b);
  snprintf(cases, sizeof cases, "%s/guangxi", b.folder);
  char *target = realpath(ZC_BUILD_DIR "/plugins/guangxi", NULL);
  CU_ASSERT_EQUAL_FATAL(symlink(target, cases), 0);
  RUN(&b.p, "test", "--plugins", b.folder);
  program_expect_status(&b.p, 0);
  program_expect_out(&b.p, " passed, 0 failed");
  free(target);
  bench_close(&b);
}

static void beside_its_plugin_it_is_one_too_many(void) {
  bench b;
  char plugin[128];
  bench_open(&b);
  snprintf(plugin, sizeof plugin, "%s/guangxi.so", b.folder);
  char *target = realpath(ZC_BUILD_DIR "/plugins/guangxi.so", NULL);
  CU_ASSERT_EQUAL_FATAL(symlink(target, plugin), 0);
  RUN(&b.p, "regions", "--plugins", b.folder);
  program_expect_err(&b.p, "guangxi.zcr: error: duplicate region: 'guangxi' is provided by");
  free(target);
  bench_close(&b);
}

static void overrides_that_would_have_no_effect_are_an_error(void) {
  bench b;
  char settings[256], path[128];
  bench_open(&b);
  folder_write(b.folder, "guangxi.ini", "");
  snprintf(settings, sizeof settings, "[zhicheng]\nplugins = %s\noverrides = %s\n", b.folder,
           b.folder);
  folder_write(b.folder, "here.conf", settings);
  snprintf(path, sizeof path, "%s/here.conf", b.folder);
  RUN(&b.p, ASK, "--config", path);
  program_expect_status(&b.p, 3);
  program_expect_err(&b.p, "the parameters of an image are those that it was made with");
  bench_close(&b);
}

static void an_image_under_another_name_is_refused(void) {
  bench b;
  char other[96];
  bench_open(&b);
  snprintf(other, sizeof other, "%s/north.zcr", b.folder);
  CU_ASSERT_EQUAL_FATAL(rename(b.image, other), 0);
  RUN(&b.p, "regions", "--plugins", b.folder);
  program_expect_err(&b.p, "wanted guangxi.zcr, found north.zcr; rename the file");
  bench_close(&b);
}

static void one_that_is_cut_is_refused_and_the_others_answer(void) {
  bench b;
  bench_open(&b);
  CU_ASSERT_EQUAL_FATAL(truncate(b.image, 5000), 0);
  RUN(&b.p, ASK, "--plugins", b.folder);
  program_expect_status(&b.p, 3);
  program_expect_err(&b.p, "guangxi.zcr: error: the image is damaged");
  bench_close(&b);
}

static void a_region_with_functions_has_no_image(void) {
  program p = {0};
  RUN(&p, "image", "template", "--plugins", ZC_BUILD_DIR "/template", "--out", "/dev/null");
  program_expect_status(&p, 2);
  program_expect_err(&p, "region template has functions, ");
  RUN(&p, "image", "guangxi");
  program_expect_status(&p, 2);
  program_expect_err(&p, "--out");
  RUN(&p, "image");
  program_expect_status(&p, 2);
  program_free(&p);
}

void test_commands_image(CU_pSuite suite) {
  CU_add_test(suite, "an image answers in the place of its plugin",
              an_image_answers_in_the_place_of_its_plugin);
  CU_add_test(suite, "regions shows which is an image", regions_shows_which_is_an_image);
  CU_add_test(suite, "cases run over an image", cases_run_over_an_image);
  CU_add_test(suite, "beside its plugin it is one too many", beside_its_plugin_it_is_one_too_many);
  CU_add_test(suite, "overrides that would have no effect are an error",
              overrides_that_would_have_no_effect_are_an_error);
  CU_add_test(suite, "an image under another name is refused",
              an_image_under_another_name_is_refused);
  CU_add_test(suite, "one that is cut is refused",
              one_that_is_cut_is_refused_and_the_others_answer);
  CU_add_test(suite, "a region with functions has no image", a_region_with_functions_has_no_image);
}
