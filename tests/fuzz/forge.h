/* SPDX-License-Identifier: Apache-2.0 */
/* Forged images, and all that a region is used for: shared by the fuzz target and the suites. */
#ifndef ZC_TESTS_FUZZ_FORGE_H
#define ZC_TESTS_FUZZ_FORGE_H

#include "base/buffer.h"
#include "engine/region.h"

/* One change of an image behind its head. */
typedef struct zc_edit {
  uint32_t place; /* taken modulo the length */
  uint32_t how;   /* likewise: a byte, four or eight of them set, added to, or copied */
  int64_t value;
} zc_edit;

/* Makes the changes and the sum anew. The bytes are a whole image. */
void zc_forge(char *bytes, size_t length, const zc_edit *edits, uint32_t count);

/* Gives the functions of a region, whose code is in no image, code of our own. */
void zc_forge_code(zc_region *region);

typedef enum zc_exercise_depth {
  ZC_EXERCISE_ANSWERS = 0, /* questions about people, a calendar */
  ZC_EXERCISE_TOOLS,       /* the same, advice, columns, the book, tables compiled anew */
  ZC_EXERCISE_ALL          /* the same, and the analysis */
} zc_exercise_depth;

/* Uses the region in every way and adds what comes out to `out`, for as many people of a seed. */
void zc_exercise(const zc_region *region, uint64_t seed, uint32_t people, zc_exercise_depth depth,
                 zc_buffer *out);

#endif
