/* SPDX-License-Identifier: Apache-2.0 */
/* Memory: every allocation of the core goes through here, so that tests can make any one of them
 * fail. The jansson library is pointed here too (zc_memory_setup). */
#ifndef ZC_BASE_MEMORY_H
#define ZC_BASE_MEMORY_H

#include <stddef.h>

/* Like malloc, calloc, realloc and free. NULL means out of memory (or made to fail by a test). */
void *zc_alloc(size_t size);
void *zc_calloc(size_t count, size_t size); /* refuses a product that overflows */
void *zc_realloc(void *block, size_t size);
void zc_free(void *block);

/* A copy of `length` bytes with a NUL behind them; NULL: out of memory. The caller frees it. */
char *zc_copy(const char *text, size_t length);

/* Points jansson at the functions above. Called once, before any JSON is read. */
void zc_memory_setup(void);

/* For tests: the allocation number `nth` from now on (1 = the next) and, with `all`, every later
 * one returns NULL. 0 switches the failure off. zc_memory_count() is the number of allocations
 * asked for since zc_memory_fail was last called. */
void zc_memory_fail(unsigned long nth, int all);
unsigned long zc_memory_count(void);

/* Many small blocks that live and end together. A zeroed struct is an empty arena. */
typedef struct zc_arena {
  struct zc_arena_block *blocks;
} zc_arena;
/* Zeroed and aligned for any type; NULL: out of memory. Lives until zc_arena_free. */
void *zc_arena_alloc(zc_arena *arena, size_t size);
char *zc_arena_copy(zc_arena *arena, const char *text, size_t length);
/* Ends all blocks handed out and keeps the largest memory for the next ones. */
void zc_arena_clear(zc_arena *arena);
void zc_arena_free(zc_arena *arena);

#endif
