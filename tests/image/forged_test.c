/* SPDX-License-Identifier: Apache-2.0 */
/* Forged images with a right sum: each is refused, or is some region that harms nobody. ZC_ROWS
 * says how many; under a sanitizer this is the proof that nothing in an image is believed. */
#include "base/random.h"
#include "fuzz/forge.h"
#include "host/host.h"
#include "image/format.h"
#include "image/image.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>

enum { FEW = 600, MOST_EDITS = 4 };

static const char *const files[] = {
    ZC_BUILD_DIR "/plugins/guangxi.so",   ZC_BUILD_DIR "/plugins/urumqi.so",
    ZC_BUILD_DIR "/plugins/shandong.so",  ZC_BUILD_DIR "/plugins/inner_mongolia.so",
    ZC_BUILD_DIR "/template/template.so",
};
enum { FILES = sizeof files / sizeof *files };

typedef struct forgery {
  zc_buffer images[FILES];
  char *bytes; /* the one that is forged */
  uint64_t refused, loaded;
} forgery;

static void make_images(forgery *f) {
  size_t longest = 0;
  for (size_t i = 0; i < FILES; i++) {
    zc_region region;
    CU_ASSERT_EQUAL_FATAL(zc_region_load(&region, files[i], NULL, NULL), ZC_OK);
    CU_ASSERT_EQUAL_FATAL(zc_region_digest(&region, NULL), ZC_OK);
    CU_ASSERT_EQUAL_FATAL(zc_image_write(&f->images[i], &region, NULL), ZC_OK);
    zc_region_free(&region);
    longest = f->images[i].length > longest ? f->images[i].length : longest;
  }
  f->bytes = malloc(longest);
  CU_ASSERT_PTR_NOT_NULL_FATAL(f->bytes);
}

/* Numbers that are wrong in a way that matters more often than any others. */
static int64_t strange_number(zc_random *r) {
  static const int64_t strange[] = {0,         1,         -1,        2,          7,
                                    8,         63,        64,        255,        4096,
                                    INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN,  UINT32_MAX,
                                    1 << 20,   84006,     -25568,    1000000001, 999999999999};
  uint32_t which = zc_random_below(r, 2 * sizeof strange / sizeof *strange);
  return which < sizeof strange / sizeof *strange ? strange[which] : (int64_t)zc_random_next(r);
}

/* A change of a number in the rows, of one letter in the texts, or of anything. */
static zc_edit make_edit(zc_random *r, uint64_t rows_length, uint64_t length) {
  uint32_t where = zc_random_below(r, 10);
  zc_edit e = {.how = zc_random_below(r, 32), .value = strange_number(r)};
  e.place = (uint32_t)(zc_random_next(r) % (where < 7 ? rows_length : length));
  if (where == 7) {
    e.place = (uint32_t)(rows_length + zc_random_next(r) % (length - rows_length));
    e.how = 0;
    e.value = ' ' + (int64_t)zc_random_below(r, 95);
  }
  if (where < 5) {
    e.how = 16 + 4 + (zc_random_chance(r, 70) ? 1 : 2);
    e.value = (int64_t)zc_random_below(r, 9) - 4;
  }
  return e;
}

static void try_image(forgery *f, uint64_t row) {
  zc_random r = zc_random_of("forged image", row);
  const zc_buffer *image = &f->images[row % FILES];
  zc_edit edits[MOST_EDITS];
  uint32_t count = zc_random_chance(&r, 75) ? 1 : 1 + zc_random_below(&r, MOST_EDITS);
  zc_image_head head;
  zc_region region;
  zc_buffer out = {0};
  memcpy(&head, image->data, sizeof head);
  for (uint32_t i = 0; i < count; i++)
    edits[i] = make_edit(&r, head.rows_length, head.rows_length + head.texts_length);
  memcpy(f->bytes, image->data, image->length);
  zc_forge(f->bytes, image->length, edits, count);
  if (zc_image_read(&region, "forged.zcr", f->bytes, image->length, NULL) != ZC_OK) {
    f->refused++;
    return;
  }
  f->loaded++;
  zc_forge_code(&region);
  uint32_t whole = zc_random_below(&r, 200);
  zc_exercise(&region, row, 1,
              whole == 0  ? ZC_EXERCISE_ALL
              : whole < 6 ? ZC_EXERCISE_TOOLS
                          : ZC_EXERCISE_ANSWERS,
              &out);
  zc_buffer_free(&out);
  zc_region_free(&region);
}

static void a_forged_image_is_refused_or_harms_nobody(void) {
  const char *rows = getenv("ZC_ROWS"), *first = getenv("ZC_FIRST_ROW");
  uint64_t from = first ? strtoull(first, NULL, 10) : 0;
  uint64_t count = rows ? strtoull(rows, NULL, 10) : FEW;
  forgery f = {.refused = 0};
  make_images(&f);
  for (uint64_t row = from; row < from + count; row++)
    try_image(&f, row);
  if (rows)
    printf("    %llu forged images: %llu refused, %llu used\n", (unsigned long long)count,
           (unsigned long long)f.refused, (unsigned long long)f.loaded);
  CU_ASSERT(count < 100 || (f.refused > count / 10 && f.loaded > count / 10));
  for (size_t i = 0; i < FILES; i++)
    zc_buffer_free(&f.images[i]);
  free(f.bytes);
}

void test_image_forged(CU_pSuite suite) {
  CU_add_test(suite, "a forged image is refused or harms nobody",
              a_forged_image_is_refused_or_harms_nobody);
}
