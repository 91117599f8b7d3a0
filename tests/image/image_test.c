/* SPDX-License-Identifier: Apache-2.0 */
/* Images: a region that went through one is the same region; what is no image of ours is refused.
 */
#include "fuzz/forge.h"
#include "host/host.h"
#include "image/format.h"
#include "image/image.h"
#include "support/sweep.h"
#include "tests.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>

static int load(zc_region *region, const char *file) {
  return zc_region_load(region, file, NULL, NULL) == ZC_OK &&
         zc_region_digest(region, NULL) == ZC_OK;
}

static void write_image(zc_buffer *image, const zc_region *region) {
  zc_diagnostics diag = {0};
  CU_ASSERT_EQUAL_FATAL(zc_image_write(image, region, &diag), ZC_OK);
  zc_diagnostics_free(&diag);
}

static void read_image(zc_region *region, const zc_buffer *image, const char *name) {
  zc_diagnostics diag = {0};
  zc_status status = zc_image_read(region, name, image->data, image->length, &diag);
  if (status != ZC_OK)
    printf("\n%s: %s", name, zc_diagnostics_text(&diag));
  CU_ASSERT_EQUAL_FATAL(status, ZC_OK);
  zc_diagnostics_free(&diag);
}

static int is_same(const zc_buffer *a, const zc_buffer *b) {
  return a->length == b->length && !a->failed && !b->failed &&
         memcmp(a->data, b->data, a->length) == 0;
}

/* ---- there and back ---- */

static void compare_regions(const zc_region *own, const zc_region *other, uint32_t people,
                            zc_exercise_depth depth) {
  zc_buffer said = {0}, again = {0};
  CU_ASSERT_STRING_EQUAL(own->digest, other->digest);
  zc_exercise(own, 7, people, depth, &said);
  zc_exercise(other, 7, people, depth, &again);
  if (!is_same(&said, &again))
    printf("\n%s: other answers\n", own->file);
  CU_ASSERT(is_same(&said, &again));
  zc_buffer_free(&said);
  zc_buffer_free(&again);
}

static void go_and_return(zc_region *region, uint32_t people, zc_exercise_depth depth) {
  zc_buffer image = {0}, again = {0};
  zc_region other;
  write_image(&image, region);
  read_image(&other, &image, region->file);
  write_image(&again, &other);
  CU_ASSERT(is_same(&image, &again));
  zc_forge_code(region);
  zc_forge_code(&other);
  memset(image.data, 0xFF, image.length); /* nothing of it is still read */
  compare_regions(region, &other, people, depth);
  uint32_t nodes = other.program.count; /* tools add to a program */
  CU_ASSERT_EQUAL(zc_node_const(&other.program, ZC_INT, 123456789), nodes);
  CU_ASSERT_EQUAL(zc_node_const(&other.program, ZC_INT, 123456789), nodes);
  zc_region_free(&other);
  zc_buffer_free(&image);
  zc_buffer_free(&again);
}

/* What its code does is told by others, and some of it does not end. */
static int takes_its_time(const char *path) {
  static const char *const slow[] = {"_loop/", "_sleep/", "_feast/", "_hoard/", "_greed/"};
  for (size_t i = 0; i < sizeof slow / sizeof *slow; i++)
    if (strstr(path, slow[i]))
      return 1;
  return 0;
}

static uint32_t each_plugin(const char *pattern, uint32_t people, zc_exercise_depth depth) {
  glob_t found;
  uint32_t count = 0;
  CU_ASSERT_EQUAL_FATAL(glob(pattern, 0, NULL, &found), 0);
  for (size_t i = 0; i < found.gl_pathc; i++) {
    zc_region region;
    if (takes_its_time(found.gl_pathv[i]) || !load(&region, found.gl_pathv[i]))
      continue;
    go_and_return(&region, people, depth);
    count++;
    zc_region_free(&region);
  }
  globfree(&found);
  return count;
}

static void the_regions_answer_the_same_from_their_images(void) {
  CU_ASSERT(each_plugin(ZC_BUILD_DIR "/plugins/*.so", 12, ZC_EXERCISE_TOOLS) >= 4);
  CU_ASSERT_EQUAL(each_plugin(ZC_BUILD_DIR "/template/*.so", 12, ZC_EXERCISE_ALL), 1);
}

static void so_does_every_plugin_of_the_tests_that_loads(void) {
  CU_ASSERT(each_plugin(ZC_BUILD_DIR "/bad_plugins/*/*.so", 3, ZC_EXERCISE_TOOLS) >= 8);
}

/* ---- what is refused ---- */

static zc_buffer image_of(const char *file) {
  zc_buffer image = {0};
  zc_region region;
  CU_ASSERT_FATAL(load(&region, file));
  write_image(&image, &region);
  zc_region_free(&region);
  return image;
}

static void expect_refusal(const zc_buffer *image, size_t length, const char *says) {
  zc_region region;
  zc_diagnostics diag = {0};
  CU_ASSERT_EQUAL(zc_image_read(&region, "a.zcr", image->data, length, &diag), ZC_BAD_PLUGIN);
  const char *text = zc_diagnostics_text(&diag);
  CU_ASSERT_EQUAL(diag.errors, 1);
  CU_ASSERT(strncmp(text, "a.zcr: error: ", 14) == 0 && strstr(text, says));
  zc_diagnostics_free(&diag);
}

static void what_is_cut_or_damaged_is_refused(void) {
  zc_buffer image = image_of(ZC_BUILD_DIR "/plugins/guangxi.so");
  expect_refusal(&image, 0, "is no image");
  expect_refusal(&image, 100, "was cut off");
  expect_refusal(&image, image.length - 1, "is damaged");
  image.data[image.length / 2] ^= 1;
  expect_refusal(&image, image.length, "is damaged: its bytes do not agree with its sum");
  zc_buffer_free(&image);
}

static void one_of_another_version_says_both_and_the_cure(void) {
  zc_buffer image = image_of(ZC_BUILD_DIR "/plugins/guangxi.so");
  image.data[offsetof(zc_image_head, layout)] ^= 1;
  expect_refusal(&image, image.length, "made by another version of the program (format ");
  expect_refusal(&image, image.length, "make it again with this program's zhicheng image");
  zc_buffer_free(&image);
}

/* ---- the description ---- */

/* Bytes of a struct are described, or lie before a field that needs them for its alignment. */
static int is_covered(const zc_image_plan *plan, uint32_t kind) {
  const struct zc_image_shape *shape = &plan->shapes[kind];
  uint8_t bytes[1024] = {0};
  for (uint32_t i = 0; i < shape->count; i++) {
    const zc_image_field *f = &plan->fields[shape->first + i];
    memset(bytes + f->offset, 1, f->width);
  }
  for (uint32_t at = 0; at < shape->size;) {
    uint32_t gap = at;
    while (gap < shape->size && !bytes[gap])
      gap++;
    if (gap - at >= 8 || (gap != at && at % 8 == 0 && gap % 8 == 0))
      return 0;
    at = gap + 1;
  }
  return 1;
}

static void each_field_of_each_struct_is_described(void) {
  zc_image_plan *plan = malloc(sizeof *plan);
  CU_ASSERT_PTR_NOT_NULL_FATAL(plan);
  zc_image_plan_make(plan);
  for (uint32_t kind = 0; kind < ZC_IMAGE_KINDS; kind++) {
    if (!is_covered(plan, kind))
      printf("\n%s: a field is not described\n", plan->shapes[kind].name);
    CU_ASSERT(is_covered(plan, kind));
  }
  free(plan);
}

/* ---- memory ---- */

static zc_status write_and_read(void *context, zc_diagnostics *diag) {
  zc_buffer image = {0};
  zc_region other;
  zc_status status = zc_image_write(&image, context, diag);
  if (status == ZC_OK)
    status = zc_image_read(&other, "a.zcr", image.data, image.length, diag);
  if (status == ZC_OK)
    zc_region_free(&other);
  zc_buffer_free(&image);
  return status;
}

static void memory_that_runs_out_is_told(void) {
  zc_region region;
  CU_ASSERT_FATAL(load(&region, ZC_BUILD_DIR "/bad_plugins/duplicate_region/north.so"));
  CU_ASSERT(zc_sweep_memory(write_and_read, &region) > 10);
  zc_region_free(&region);
}

void test_image_image(CU_pSuite suite) {
  CU_add_test(suite, "the regions answer the same from their images",
              the_regions_answer_the_same_from_their_images);
  CU_add_test(suite, "so does every plugin of the tests that loads",
              so_does_every_plugin_of_the_tests_that_loads);
  CU_add_test(suite, "what is cut or damaged is refused", what_is_cut_or_damaged_is_refused);
  CU_add_test(suite, "one of another version says both versions and the cure",
              one_of_another_version_says_both_and_the_cure);
  CU_add_test(suite, "each field of each struct is described",
              each_field_of_each_struct_is_described);
  CU_add_test(suite, "memory that runs out is told", memory_that_runs_out_is_told);
}
