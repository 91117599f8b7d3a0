/* SPDX-License-Identifier: Apache-2.0 */
#include "base/json.h"
#include "base/assert.h"
#include "base/memory.h"
#include <stdint.h>
#include <stdio.h>

/*
 * While a text is read, a reserve stands by for the lexer's buffer. The buffer starts with 16 bytes
 * and doubles, so it asks for powers of two from 32 on, and for no more than twice what the longest
 * token needs: all its growths together stay below four times the text. Another block of such a
 * size may come out of the reserve too, hence eight times; it does no harm, for the result is
 * thrown away then.
 */
typedef struct reserve {
  unsigned char *bytes; /* NULL: no text is being read */
  size_t size, used;
  int was_refused; /* an allocation failed */
} reserve;

static _Thread_local reserve standby;

enum { LEAST_GROWTH = 32, SLACK = 8 * LEAST_GROWTH };

static void *take_reserve(size_t size) {
  int may_be_buffer = size >= LEAST_GROWTH && (size & (size - 1)) == 0;
  if (!may_be_buffer || standby.size - standby.used < size)
    return NULL;
  ZC_ASSERT(standby.used <= standby.size);
  void *block = standby.bytes + standby.used;
  standby.used += size;
  return block;
}

void *zc_json_alloc(size_t size) {
  void *block = zc_alloc(size);
  if (block || !standby.bytes)
    return block;
  standby.was_refused = 1;
  return take_reserve(size);
}

void zc_json_free(void *block) {
  uintptr_t start = (uintptr_t)standby.bytes, at = (uintptr_t)block;
  if (!standby.bytes || at < start || at >= start + standby.size)
    zc_free(block);
}

static json_t *out_of_memory(json_error_t *error) {
  snprintf(error->text, sizeof error->text, "out of memory");
  error->text[sizeof error->text - 1] = (char)json_error_out_of_memory;
  return NULL;
}

json_t *zc_json_load(const char *bytes, size_t length, size_t flags, json_error_t *error) {
  size_t size;
  if (__builtin_mul_overflow(length, 8, &size) || __builtin_add_overflow(size, SLACK, &size))
    return out_of_memory(error);
  standby = (reserve){.bytes = zc_alloc(size), .size = size};
  if (!standby.bytes)
    return out_of_memory(error);
  json_t *value = json_loadb(bytes, length, flags, error);
  if (standby.was_refused) {
    json_decref(value);
    value = out_of_memory(error);
  }
  zc_free(standby.bytes);
  standby = (reserve){0};
  return value;
}
