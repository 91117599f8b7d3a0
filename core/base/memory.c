/* SPDX-License-Identifier: Apache-2.0 */
#include "base/memory.h"
#include "base/assert.h"
#include "base/json.h"
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A thread counts and fails on its own, so that the counters cost no locked instruction. */
static _Thread_local unsigned long asked, failing_from;
static _Thread_local int failing_all;

static inline int is_refused(void) {
  asked++;
  return failing_from && (asked == failing_from || (failing_all && asked > failing_from));
}

void *zc_alloc(size_t size) {
  return is_refused() ? NULL : malloc(size ? size : 1);
}

void *zc_calloc(size_t count, size_t size) {
  size_t product;
  if (is_refused() || __builtin_mul_overflow(count, size, &product))
    return NULL;
  return calloc(1, product ? product : 1);
}

void *zc_realloc(void *block, size_t size) {
  return is_refused() ? NULL : realloc(block, size ? size : 1);
}

void zc_free(void *block) {
  free(block);
}

char *zc_copy(const char *text, size_t length) {
  char *copy = length < SIZE_MAX ? zc_alloc(length + 1) : NULL;
  if (!copy)
    return NULL;
  if (length)
    memcpy(copy, text, length);
  copy[length] = '\0';
  return copy;
}

void zc_memory_setup(void) {
  json_set_alloc_funcs(zc_json_alloc, zc_json_free);
}

void zc_memory_fail(unsigned long nth, int all) {
  asked = 0;
  failing_from = nth;
  failing_all = all;
}

unsigned long zc_memory_count(void) {
  return asked;
}

struct zc_arena_block {
  struct zc_arena_block *next;
  size_t used, size;
  alignas(max_align_t) unsigned char bytes[];
};

enum { FIRST_BLOCK = 1024, ALIGNMENT = alignof(max_align_t) };

/* Puts a block in front that has room for `size` bytes. Blocks double, so that an arena which is
 * cleared and filled again and again comes to rest with one block. */
static int add_block(zc_arena *arena, size_t size) {
  size_t wanted = arena->blocks ? arena->blocks->size : FIRST_BLOCK / 2;
  if (wanted > SIZE_MAX / 4 || size > SIZE_MAX / 4)
    return -1;
  wanted *= 2;
  if (wanted < size)
    wanted = size;
  struct zc_arena_block *block = zc_alloc(sizeof *block + wanted);
  if (!block)
    return -1;
  block->next = arena->blocks;
  block->used = 0;
  block->size = wanted;
  arena->blocks = block;
  return 0;
}

/* Memory as it comes; NULL: out of memory. */
static void *take(zc_arena *arena, size_t size) {
  if (size > SIZE_MAX - ALIGNMENT)
    return NULL;
  size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
  struct zc_arena_block *block = arena->blocks;
  if (!block || block->size - block->used < size) {
    if (add_block(arena, size))
      return NULL;
    block = arena->blocks;
  }
  void *memory = block->bytes + block->used;
  block->used += size;
  ZC_ASSERT(block->used <= block->size && (uintptr_t)memory % ALIGNMENT == 0);
  return memory;
}

void *zc_arena_alloc(zc_arena *arena, size_t size) {
  void *memory = take(arena, size ? size : 1);
  return memory ? memset(memory, 0, size) : NULL;
}

char *zc_arena_copy(zc_arena *arena, const char *text, size_t length) {
  char *copy = length < SIZE_MAX ? take(arena, length + 1) : NULL;
  if (!copy)
    return NULL;
  if (length)
    memcpy(copy, text, length);
  copy[length] = '\0';
  return copy;
}

void zc_arena_clear(zc_arena *arena) {
  if (!arena->blocks)
    return;
  zc_arena older = {arena->blocks->next};
  zc_arena_free(&older);
  arena->blocks->next = NULL;
  arena->blocks->used = 0;
}

void zc_arena_free(zc_arena *arena) {
  while (arena->blocks) {
    struct zc_arena_block *next = arena->blocks->next;
    zc_free(arena->blocks);
    arena->blocks = next;
  }
}
