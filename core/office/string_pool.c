/* SPDX-License-Identifier: Apache-2.0 */
#include "office/string_pool.h"

#include "base/assert.h"
#include "base/memory.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
  ZC_POOL_GROUP = 16,
  LENGTH_BYTES = 4,
  CACHED_GROUPS = 1024, /* and one behind them for those longer than LONG_GROUP */
  LONG_GROUP = 16 << 10,
  WRITE_BYTES = 256 << 10
};

/* A group of texts as the file has it. */
typedef struct zc_pool_group {
  uint64_t number; /* from 1; 0: none */
  char *bytes;
  size_t length, room;
} zc_pool_group;

void zc_string_pool_make(zc_string_pool *pool) {
  *pool = (zc_string_pool){.file = -1};
}

void zc_string_pool_free(zc_string_pool *pool) {
  for (size_t i = 0; pool->groups && i <= CACHED_GROUPS; i++)
    zc_free(pool->groups[i].bytes);
  if (pool->file >= 0)
    close(pool->file);
  zc_free(pool->groups);
  zc_free(pool->places);
  zc_buffer_free(&pool->memory);
  zc_buffer_free(&pool->waiting);
  zc_string_pool_make(pool);
}

static zc_status report_file(zc_diagnostics *diag) {
  return zc_report(diag, ZC_NO_RESOURCE, NULL,
                   "工作簿的文字放不进内存，又无法写临时文件：%s；请用 TMPDIR 指定有空间的目录",
                   "the workbook's texts do not fit into memory and no temporary file can be "
                   "written: %s; name a folder with space by TMPDIR",
                   strerror(errno));
}

/* The file has no name any more once it is open. */
static zc_status open_file(zc_string_pool *pool, zc_diagnostics *diag) {
  FILE *temporary = tmpfile();
  if (temporary) {
    pool->file = dup(fileno(temporary));
    fclose(temporary);
  }
  pool->groups = zc_calloc(CACHED_GROUPS + 1, sizeof *pool->groups);
  if (!pool->groups)
    return zc_report_memory(diag);
  return pool->file < 0 ? report_file(diag) : ZC_OK;
}

static zc_status flush(zc_string_pool *pool, zc_diagnostics *diag) {
  size_t done = 0;
  while (done < pool->waiting.length) {
    ssize_t count = write(pool->file, pool->waiting.data + done, pool->waiting.length - done);
    if (count < 0 && errno != EINTR)
      return report_file(diag);
    done += count > 0 ? (size_t)count : 0;
  }
  zc_buffer_clear(&pool->waiting);
  return ZC_OK;
}

static int note_place(zc_string_pool *pool) {
  uint32_t group = pool->count / ZC_POOL_GROUP;
  if (group >= pool->place_room) {
    uint32_t room = pool->place_room > 0 ? pool->place_room * 2 : 256;
    uint64_t *places = zc_realloc(pool->places, room * sizeof *places);
    if (!places)
      return -1;
    pool->places = places;
    pool->place_room = room;
  }
  pool->places[group] = pool->length;
  return 0;
}

zc_status zc_string_pool_add(zc_string_pool *pool, const char *text, uint32_t length,
                             zc_diagnostics *diag) {
  int begins_group = pool->count % ZC_POOL_GROUP == 0;
  if (begins_group && note_place(pool) != 0)
    return zc_report_memory(diag);
  /* A group lies in one of the two as a whole. */
  if (begins_group && pool->file < 0 && pool->memory.length >= ZC_POOL_MEMORY) {
    zc_status status = open_file(pool, diag);
    if (status != ZC_OK)
      return status;
  }
  zc_buffer *out = pool->file < 0 ? &pool->memory : &pool->waiting;
  zc_buffer_add(out, (const char *)&length, LENGTH_BYTES);
  zc_buffer_add(out, text, length);
  if (out->failed)
    return zc_report_memory(diag);
  pool->length += LENGTH_BYTES + (uint64_t)length;
  pool->count++;
  return pool->waiting.length >= WRITE_BYTES ? flush(pool, diag) : ZC_OK;
}

zc_status zc_string_pool_finish(zc_string_pool *pool, zc_diagnostics *diag) {
  zc_status status = pool->file >= 0 ? flush(pool, diag) : ZC_OK;
  zc_buffer_free(&pool->waiting);
  return status;
}

/* Where a group ends. */
static uint64_t end_of(const zc_string_pool *pool, uint32_t group) {
  int is_last = (uint64_t)(group + 1) * ZC_POOL_GROUP >= pool->count;
  return is_last ? pool->length : pool->places[group + 1];
}

static zc_status read_group(zc_string_pool *pool, uint32_t group, zc_pool_group *to,
                            zc_diagnostics *diag) {
  uint64_t start = pool->places[group] - pool->memory.length;
  size_t length = (size_t)(end_of(pool, group) - pool->places[group]), done = 0;
  to->number = 0;
  if (to->room < length) {
    zc_free(to->bytes);
    to->bytes = zc_alloc(length);
    to->room = to->bytes ? length : 0;
    if (!to->bytes)
      return zc_report_memory(diag);
  }
  while (done < length) {
    ssize_t count = pread(pool->file, to->bytes + done, length - done, (off_t)(start + done));
    if (count == 0 || (count < 0 && errno != EINTR))
      return report_file(diag);
    done += count > 0 ? (size_t)count : 0;
  }
  to->number = (uint64_t)group + 1;
  to->length = length;
  return ZC_OK;
}

/* Text number `index` of those that begin at `bytes`. */
static const char *walk(const char *bytes, uint32_t index, uint32_t *length) {
  for (;; index--) {
    memcpy(length, bytes, LENGTH_BYTES);
    bytes += LENGTH_BYTES;
    if (index == 0)
      return bytes;
    bytes += *length;
  }
}

zc_status zc_string_pool_get(zc_string_pool *pool, uint32_t index, const char **text,
                             uint32_t *length, int *is_kept, zc_diagnostics *diag) {
  ZC_ASSERT(index < pool->count);
  uint32_t group = index / ZC_POOL_GROUP;
  uint64_t place = pool->places[group];
  *is_kept = place < pool->memory.length;
  if (*is_kept) {
    *text = walk(pool->memory.data + place, index % ZC_POOL_GROUP, length);
    return ZC_OK;
  }
  int is_long = end_of(pool, group) - place > LONG_GROUP;
  zc_pool_group *cached = &pool->groups[is_long ? CACHED_GROUPS : group % CACHED_GROUPS];
  if (cached->number != (uint64_t)group + 1) {
    zc_status status = read_group(pool, group, cached, diag);
    if (status != ZC_OK)
      return status;
  }
  *text = walk(cached->bytes, index % ZC_POOL_GROUP, length);
  return ZC_OK;
}
