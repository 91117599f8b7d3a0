/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/ids.h"

#include "base/assert.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
  FIRST_BITS = 12,     /* of the table: 4096 places */
  MEMORY_BITS = 20,    /* the largest table that is kept in memory: 16 MiB */
  GROWTH_BITS = 2,     /* a table grows to four times its size */
  WINDOW = 64,         /* places read from a file at once */
  TAIL_BYTES = 2 << 20 /* of the records that are not in their file yet */
};

/* A place of the table. The record is an offset plus 1; 0: free. */
typedef struct place {
  uint64_t hash, record;
} place;

/* What stands before the bytes of an id in the records. */
typedef struct record {
  uint64_t line;
  uint64_t length;
} record;

typedef struct table {
  unsigned bits;
  place *places; /* in memory, or NULL */
  int file;      /* else; -1 */
} table;

struct zc_ids {
  const char *folder;
  table table;
  uint64_t count;
  int records;      /* file; -1: none yet */
  uint64_t written; /* bytes in it */
  char *tail;       /* the bytes behind them */
  size_t tail_length;
  char *found; /* an id read back */
  size_t found_room;
};

/* ---- files without names ---- */

static int open_nameless(const char *folder) {
  int file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0)
    return file;
  char path[4096];
  if (snprintf(path, sizeof path, "%s/.zhicheng.XXXXXX", folder) >= (int)sizeof path) {
    errno = ENAMETOOLONG;
    return -1;
  }
  file = mkostemp(path, O_CLOEXEC);
  if (file >= 0)
    unlink(path);
  return file;
}

static int write_all(int file, const void *bytes, size_t length, uint64_t at) {
  const char *from = bytes;
  while (length > 0) {
    ssize_t done = pwrite(file, from, length, (off_t)at);
    if (done < 0 && errno != EINTR)
      return -1;
    if (done > 0) {
      from += done;
      at += (uint64_t)done;
      length -= (size_t)done;
    }
  }
  return 0;
}

static int read_all(int file, void *bytes, size_t length, uint64_t at) {
  char *to = bytes;
  while (length > 0) {
    ssize_t done = pread(file, to, length, (off_t)at);
    if (done == 0 || (done < 0 && errno != EINTR)) {
      errno = done == 0 ? EIO : errno;
      return -1;
    }
    if (done > 0) {
      to += done;
      at += (uint64_t)done;
      length -= (size_t)done;
    }
  }
  return 0;
}

/* ---- records ---- */

static int flush_tail(zc_ids *ids) {
  if (ids->records < 0 && (ids->records = open_nameless(ids->folder)) < 0)
    return -1;
  if (write_all(ids->records, ids->tail, ids->tail_length, ids->written) != 0)
    return -1;
  ids->written += ids->tail_length;
  ids->tail_length = 0;
  return 0;
}

/* Returns the record's offset, or UINT64_MAX. */
static uint64_t add_record(zc_ids *ids, const char *id, size_t length, uint64_t line) {
  record head = {line, length};
  size_t whole = sizeof head + length;
  if (whole > TAIL_BYTES) {
    errno = EFBIG; /* longer than any row that is read */
    return UINT64_MAX;
  }
  if (ids->tail_length + whole > TAIL_BYTES && flush_tail(ids) != 0)
    return UINT64_MAX;
  ZC_ASSERT(ids->tail_length + whole <= TAIL_BYTES);
  uint64_t at = ids->written + ids->tail_length;
  memcpy(ids->tail + ids->tail_length, &head, sizeof head);
  memcpy(ids->tail + ids->tail_length + sizeof head, id, length);
  ids->tail_length += whole;
  return at;
}

static int read_record(const zc_ids *ids, void *to, size_t length, uint64_t at) {
  if (at < ids->written)
    return read_all(ids->records, to, length, at);
  ZC_ASSERT(at - ids->written + length <= ids->tail_length);
  memcpy(to, ids->tail + (at - ids->written), length);
  return 0;
}

/* 1: the record is this id, whose line is *line; 0: another; -1: it cannot be read. */
static int is_record(zc_ids *ids, uint64_t at, const char *id, size_t length, uint64_t *line) {
  record head;
  if (read_record(ids, &head, sizeof head, at) != 0)
    return -1;
  if (head.length != length)
    return 0;
  if (ids->found_room < length) {
    zc_free(ids->found);
    ids->found = zc_alloc(length);
    ids->found_room = ids->found ? length : 0;
    if (!ids->found) {
      errno = ENOMEM;
      return -1;
    }
  }
  if (read_record(ids, ids->found, length, at + sizeof head) != 0)
    return -1;
  *line = head.line;
  return memcmp(ids->found, id, length) == 0;
}

/* ---- the table ---- */

static int make_table(table *t, unsigned bits, const char *folder) {
  *t = (table){.bits = bits, .file = -1};
  if (bits <= MEMORY_BITS) {
    t->places = zc_calloc((size_t)1 << bits, sizeof *t->places);
    errno = ENOMEM;
    return t->places ? 0 : -1;
  }
  t->file = open_nameless(folder);
  if (t->file >= 0) /* read ahead, it would be kept in pieces that take longer to change */
    posix_fadvise(t->file, 0, 0, POSIX_FADV_RANDOM);
  off_t size = (off_t)((sizeof(place) << bits));
  return t->file >= 0 && ftruncate(t->file, size) == 0 ? 0 : -1;
}

static void free_table(table *t) {
  zc_free(t->places);
  if (t->file >= 0)
    close(t->file);
}

/* Some places from `at` on, at most WINDOW, not beyond the table's end. */
static int read_places(const table *t, uint64_t at, place window[WINDOW], uint64_t *count) {
  uint64_t left = (UINT64_C(1) << t->bits) - at;
  *count = left < WINDOW ? left : WINDOW;
  if (t->places) {
    memcpy(window, t->places + at, *count * sizeof *window);
    return 0;
  }
  return read_all(t->file, window, *count * sizeof *window, at * sizeof *window);
}

static int write_place(const table *t, uint64_t at, const place *p) {
  if (t->places) {
    t->places[at] = *p;
    return 0;
  }
  return write_all(t->file, p, sizeof *p, at * sizeof *p);
}

/* Finds a free place for the hash, or one with the hash for which `is_same` is not 0. */
typedef struct search {
  uint64_t at;
  uint64_t line; /* of the id that is the same; 0: the place is free */
} search;

/* `id` NULL: any free place. 0, or -1. */
static int find_place(zc_ids *ids, const table *t, uint64_t hash, const char *id, size_t length,
                      search *found) {
  place window[WINDOW] = {{0}};
  ZC_ASSERT(t->bits > 0 && t->bits < 64);
  uint64_t at = hash >> (64 - t->bits), count;
  found->line = 0;
  for (;;) {
    if (read_places(t, at, window, &count) != 0)
      return -1;
    for (uint64_t i = 0; i < count; i++) {
      found->at = at + i;
      if (window[i].record == 0)
        return 0;
      int same = id && window[i].hash == hash
                     ? is_record(ids, window[i].record - 1, id, length, &found->line)
                     : 0;
      if (same != 0)
        return same > 0 ? 0 : -1;
      found->line = 0;
    }
    at = (at + count) & ((UINT64_C(1) << t->bits) - 1);
  }
}

/* Places of the old table in their order are nearly in order in the new one. */
static int grow(zc_ids *ids) {
  table larger;
  place window[WINDOW] = {{0}};
  uint64_t size = UINT64_C(1) << ids->table.bits, count;
  int failed = make_table(&larger, ids->table.bits + GROWTH_BITS, ids->folder);
  for (uint64_t at = 0; failed == 0 && at < size; at += count) {
    failed = read_places(&ids->table, at, window, &count);
    for (uint64_t i = 0; failed == 0 && i < count; i++) {
      search found;
      if (window[i].record != 0) {
        failed = find_place(ids, &larger, window[i].hash, NULL, 0, &found);
        failed = failed == 0 ? write_place(&larger, found.at, &window[i]) : failed;
      }
    }
  }
  free_table(failed != 0 ? &larger : &ids->table);
  if (failed == 0)
    ids->table = larger;
  return failed;
}

static uint64_t hash_of(const char *id, size_t length) {
  uint64_t hash = length * UINT64_C(0x9E3779B97F4A7C15) + 1;
  while (length > 0) {
    uint64_t word = 0;
    size_t some = length < 8 ? length : 8;
    memcpy(&word, id, some);
    hash = (hash ^ word) * UINT64_C(0xD6E8FEB86659FD93);
    hash ^= hash >> 32;
    id += some;
    length -= some;
  }
  hash *= UINT64_C(0xD6E8FEB86659FD93);
  return hash ^ hash >> 29;
}

int64_t zc_ids_add(zc_ids *ids, const char *id, size_t length, uint64_t line) {
  uint64_t hash = hash_of(id, length);
  search found;
  if (ids->count * 5 >= (UINT64_C(1) << ids->table.bits) * 3 && grow(ids) != 0)
    return -1;
  if (find_place(ids, &ids->table, hash, id, length, &found) != 0)
    return -1;
  if (found.line != 0)
    return (int64_t)found.line;
  uint64_t offset = add_record(ids, id, length, line);
  place p = {hash, offset + 1};
  if (offset == UINT64_MAX || write_place(&ids->table, found.at, &p) != 0)
    return -1;
  ids->count++;
  return 0;
}

zc_ids *zc_ids_new(const char *folder) {
  zc_ids *ids = zc_calloc(1, sizeof *ids);
  if (!ids)
    return NULL;
  *ids = (zc_ids){.folder = folder, .records = -1, .table = {.file = -1}};
  ids->tail = zc_alloc(TAIL_BYTES);
  if (!ids->tail || make_table(&ids->table, FIRST_BITS, folder) != 0) {
    zc_ids_free(ids);
    return NULL;
  }
  return ids;
}

void zc_ids_free(zc_ids *ids) {
  if (!ids)
    return;
  free_table(&ids->table);
  if (ids->records >= 0)
    close(ids->records);
  zc_free(ids->tail);
  zc_free(ids->found);
  zc_free(ids);
}
