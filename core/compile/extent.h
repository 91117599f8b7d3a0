/* SPDX-License-Identifier: Apache-2.0 */
/* The memory of a plugin that is open: where its tables may point. Counts and pointers of a plugin
 * are a stranger's, and none is followed out of this memory. */
#ifndef ZC_COMPILE_EXTENT_H
#define ZC_COMPILE_EXTENT_H

#include <stddef.h>
#include <stdint.h>

enum { ZC_EXTENT_PARTS = 16 };

/* Addresses from..until-1 of each part. No parts: nothing is known, and everything is held good. */
typedef struct zc_extent {
  struct zc_extent_part {
    uintptr_t from, until;
    int is_code, is_writable; /* as the file says; what is written once at loading counts as not */
  } parts[ZC_EXTENT_PARTS];
  uint32_t count;
} zc_extent;

/* The memory of the shared object in which `object` lies. Stays empty where it lies elsewhere: in
 * the program itself or in memory that was allocated. */
void zc_extent_find(zc_extent *extent, const void *object);

/* Whether that many bytes from there on lie in one part. */
int zc_extent_holds(const zc_extent *extent, const void *from, size_t length);
/* Whether the text ends with a NUL inside the memory. NULL is held good. */
int zc_extent_holds_text(const zc_extent *extent, const char *text);
/* Whether code stands there. */
int zc_extent_holds_code(const zc_extent *extent, uintptr_t address);

#endif
