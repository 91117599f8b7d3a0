/* SPDX-License-Identifier: Apache-2.0 */
#include "base/hash.h"
#include "base/memory.h"
#include "base/mix.h"
#include "image/format.h"
#include "image/image.h"

#include <string.h>

/* Where what has been written stands: of a row by its address, of a text by its letters. */
typedef struct found {
  const void *key; /* NULL: free */
  uint64_t at;
} found;

typedef struct places {
  found *slots;
  uint32_t mask, count;
} places;

typedef struct writer {
  zc_image_plan plan;
  zc_buffer *out;
  size_t start; /* of the rows, in `out` */
  zc_buffer texts;
  places rows, text_places;
  int failed;
} writer;

/* ---- places ---- */

static uint32_t hash_text(const void *key) {
  uint64_t h = 1;
  for (const unsigned char *c = key; *c; c++)
    h = zc_mix(h, *c);
  return zc_mix_down(h);
}

static uint32_t hash_address(const void *key) {
  return zc_mix_down((uintptr_t)key);
}

static int is_text(const void *a, const void *b) {
  return strcmp(a, b) == 0;
}

static int is_same(const void *a, const void *b) {
  return a == b;
}

static int places_grow(places *p, uint32_t (*hash)(const void *)) {
  uint32_t size = p->slots ? (p->mask + 1) * 2 : 1024;
  places larger = {zc_calloc(size, sizeof *larger.slots), size - 1, p->count};
  if (!larger.slots)
    return 0;
  for (uint32_t i = 0; p->slots && i <= p->mask; i++) {
    uint32_t slot = p->slots[i].key ? hash(p->slots[i].key) & larger.mask : 0;
    while (p->slots[i].key && larger.slots[slot].key)
      slot = (slot + 1) & larger.mask;
    if (p->slots[i].key)
      larger.slots[slot] = p->slots[i];
  }
  zc_free(p->slots);
  *p = larger;
  return 1;
}

/* The slot of the key, or the free one where it belongs; NULL: no memory. */
static found *places_find(places *p, const void *key, uint32_t (*hash)(const void *),
                          int (*equal)(const void *, const void *)) {
  if ((!p->slots || p->count > p->mask / 2) && !places_grow(p, hash))
    return NULL;
  uint32_t slot = hash(key) & p->mask;
  while (p->slots[slot].key && !equal(p->slots[slot].key, key))
    slot = (slot + 1) & p->mask;
  return &p->slots[slot];
}

/* ---- rows ---- */

static void put(writer *w, uint64_t at, const void *bytes, size_t length) {
  if (!w->out->failed)
    memcpy(w->out->data + w->start + at, bytes, length);
}

static void put_word(writer *w, uint64_t at, uint64_t value) {
  put(w, at, &value, sizeof value);
}

/* Zeroed room for rows behind all that is there; where it begins. */
static uint64_t claim(writer *w, uint64_t bytes) {
  uint64_t at = w->out->length - w->start;
  size_t room = (size_t)((bytes + 7) & ~UINT64_C(7));
  if (zc_buffer_reserve(w->out, room) == 0) {
    memset(w->out->data + w->out->length, 0, room);
    w->out->length += room;
  }
  return at;
}

static uint64_t place_of_text(writer *w, const char *text) {
  if (!text)
    return 0;
  found *f = places_find(&w->text_places, text, hash_text, is_text);
  if (!f) {
    w->failed = 1;
    return 0;
  }
  if (!f->key) {
    *f = (found){text, w->texts.length + 1};
    w->text_places.count++;
    zc_buffer_add(&w->texts, text, strlen(text) + 1);
  }
  return f->at;
}

static void keep_row(writer *w, const void *row, uint64_t at) {
  found *f = places_find(&w->rows, row, hash_address, is_same);
  if (!f) {
    w->failed = 1;
    return;
  }
  w->rows.count += !f->key;
  *f = (found){row, at};
}

static uint64_t place_of_row(writer *w, const void *row) {
  found *f = row ? places_find(&w->rows, row, hash_address, is_same) : NULL;
  w->failed |= row && !f;
  return f && f->key ? f->at : 0;
}

static void write_rows(writer *w, uint64_t at, const char *rows, uint64_t count, uint32_t kind);

static uint64_t write_list(writer *w, const void *rows, uint64_t count, uint32_t kind) {
  if (!count)
    return rows ? ZC_IMAGE_EMPTY : 0;
  uint64_t at = claim(w, count * w->plan.shapes[kind].size);
  write_rows(w, at, rows, count, kind);
  return at;
}

static uint64_t write_pointers(writer *w, const void *const *rows, uint64_t count, uint32_t kind) {
  uint64_t at = claim(w, count * sizeof(uint64_t));
  for (uint64_t i = 0; rows && i < count; i++)
    put_word(w, at + i * sizeof(uint64_t), write_list(w, rows[i], 1, kind));
  return count ? at : ZC_IMAGE_EMPTY;
}

static uint64_t write_links(writer *w, const void *const *rows, uint64_t count) {
  uint64_t at = claim(w, count * sizeof(uint64_t));
  for (uint64_t i = 0; rows && i < count; i++)
    put_word(w, at + i * sizeof(uint64_t), place_of_row(w, rows[i]));
  return count ? at : ZC_IMAGE_EMPTY;
}

static void write_table(writer *w, uint64_t at, const char *row, const zc_image_field *f) {
  zc_table table;
  memcpy(&table, row + f->offset, sizeof table);
  put(w, at + offsetof(zc_table, count), &table.count, sizeof table.count);
  put(w, at + offsetof(zc_table, stride), &table.stride, sizeof table.stride);
  put_word(w, at + offsetof(zc_table, rows), write_list(w, table.rows, table.count, f->of));
}

static void write_field(writer *w, uint64_t at, const char *row, const zc_image_field *f) {
  const void *pointer = NULL;
  uint32_t count = 1;
  if (f->width == sizeof pointer)
    memcpy(&pointer, row + f->offset, sizeof pointer);
  if (f->count != ZC_IMAGE_ONE)
    memcpy(&count, row + f->count, sizeof count);
  switch ((zc_image_form)f->form) {
  case ZC_IMAGE_TEXT:
    put_word(w, at, place_of_text(w, pointer));
    break;
  case ZC_IMAGE_TABLE:
    write_table(w, at, row, f);
    break;
  case ZC_IMAGE_LIST:
    put_word(w, at, write_list(w, pointer, count, f->of));
    break;
  case ZC_IMAGE_POINTERS:
    put_word(w, at, write_pointers(w, pointer, count, f->of));
    break;
  case ZC_IMAGE_LINK:
    put_word(w, at, place_of_row(w, pointer));
    break;
  case ZC_IMAGE_LINKS:
    put_word(w, at, write_links(w, pointer, count));
    break;
  case ZC_IMAGE_NOTHING:
    break;
  default:
    put(w, at, row + f->offset, f->width);
  }
}

static void write_rows(writer *w, uint64_t at, const char *rows, uint64_t count, uint32_t kind) {
  const struct zc_image_shape *shape = &w->plan.shapes[kind];
  const zc_image_field *fields = w->plan.fields + shape->first;
  for (uint64_t i = 0; i < count && !w->out->failed && !w->failed; i++) {
    const char *row = rows + i * shape->size;
    keep_row(w, row, at + i * shape->size);
    for (uint32_t f = 0; f < shape->count; f++)
      write_field(w, at + i * shape->size + fields[f].offset, row, &fields[f]);
  }
}

/* ---- the whole ---- */

static void write_head(writer *w, size_t begin, const zc_region *region) {
  zc_image_head head = {.magic = ZC_IMAGE_MAGIC, .layout = zc_image_layout(&w->plan)};
  char sum[ZC_HASH_DIGITS + 1];
  head.rows_length = w->out->length - w->start - w->texts.length;
  head.texts_length = w->texts.length;
  strncpy(head.region, region->id, sizeof head.region - 1);
  strncpy(head.version, region->version, sizeof head.version - 1);
  memcpy(w->out->data + begin, &head, sizeof head);
  size_t summed = begin + offsetof(zc_image_head, layout);
  zc_hash_hex(ZC_SHA256, w->out->data + summed, w->out->length - summed, sum);
  memcpy(w->out->data + begin + offsetof(zc_image_head, sum), sum, ZC_HASH_DIGITS);
}

static int write_all(writer *w, const zc_region *region) {
  static const char nothing[sizeof(zc_image_head)];
  size_t begin = w->out->length;
  zc_buffer_add(w->out, nothing, sizeof nothing);
  w->start = w->out->length;
  zc_image_plan_make(&w->plan);
  uint64_t root = claim(w, sizeof *region);
  write_rows(w, root, (const char *)region, 1, ZC_IMAGE_REGION);
  if (w->texts.failed || w->failed)
    return 0;
  zc_buffer_add(w->out, w->texts.data, w->texts.length);
  if (w->out->failed)
    return 0;
  write_head(w, begin, region);
  return 1;
}

zc_status zc_image_write(zc_buffer *out, const zc_region *region, zc_diagnostics *diag) {
  writer *w = zc_calloc(1, sizeof *w);
  if (!w)
    return zc_report_memory(diag);
  w->out = out;
  int fine = write_all(w, region);
  zc_buffer_free(&w->texts);
  zc_free(w->rows.slots);
  zc_free(w->text_places.slots);
  zc_free(w);
  return fine ? ZC_OK : zc_report_memory(diag);
}
