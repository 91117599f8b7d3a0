/* SPDX-License-Identifier: Apache-2.0 */
/* Reading an image: its bytes become the memory of the region, and places become pointers, one row
 * after the other. Each is checked before it is used; none is looked at twice. */
#include "base/hash.h"
#include "base/memory.h"
#include "base/words.h"
#include "compile/compile_region.h"
#include "image/format.h"
#include "image/image.h"

#include <string.h>

typedef zc_image_reader reader;

/* Notes the first thing that is wrong; 0. */
static int fault(reader *r, uint32_t kind, const char *field) {
  if (!r->fault_row) {
    r->fault_row = r->plan.shapes[kind].name;
    r->fault_field = field;
  }
  return 0;
}

/* ---- numbers ---- */

static int64_t number_of(const char *at, const zc_image_field *f) {
  uint8_t one;
  uint32_t narrow;
  int64_t wide;
  switch (f->width) {
  case 1:
    memcpy(&one, at, sizeof one);
    return one;
  case 4:
    memcpy(&narrow, at, sizeof narrow);
    return f->lo < 0 ? (int32_t)narrow : (int64_t)narrow;
  default:
    memcpy(&wide, at, sizeof wide);
    return wide;
  }
}

static int is_place(const reader *r, const char *at, const zc_image_field *f) {
  uint32_t index, bound;
  memcpy(&index, at, sizeof index);
  memcpy(&bound, (const char *)r->region + f->bound, sizeof bound);
  return index < bound || (f->may_lack && index == UINT32_MAX);
}

static int is_node(const reader *r, const char *at, const zc_image_field *f) {
  const zc_program *p = &r->region->program;
  zc_node_id id;
  memcpy(&id, at, sizeof id);
  if (id == ZC_NO_NODE)
    return f->may_lack;
  return id < p->count && (f->type == ZC_NO_TYPE || p->nodes[id].type == f->type);
}

/* ---- texts ---- */

/* The text begins where another one ended. */
static int read_text(reader *r, char *at, const zc_image_field *f) {
  uint64_t place;
  const char *text = NULL;
  memcpy(&place, at, sizeof place);
  if (place > r->texts_length || (place > 1 && r->texts[place - 2]))
    return 0;
  if (place)
    text = r->texts + (place - 1);
  if (!f->may_lack && (!text || (!*text && !f->may_be_empty)))
    return 0;
  memcpy(at, &text, sizeof text);
  return 1;
}

/* ---- lists and links ---- */

static int read_rows(reader *r, char *rows, uint64_t count, uint32_t kind);

/* The room for rows that begins where the last one ended; NULL: there is not so much. */
static char *claim(reader *r, uint64_t bytes) {
  char *at = r->rows + r->cursor;
  if (bytes > r->rows_length - r->cursor)
    return NULL;
  r->cursor += (bytes + 7) & ~UINT64_C(7);
  return at;
}

/* Writes the pointer to where the place stood. The room is `count` times `size` bytes. */
static char *read_place(reader *r, char *at, uint64_t count, uint64_t size, int *fine) {
  uint64_t place;
  char *rows = NULL;
  memcpy(&place, at, sizeof place);
  if (count) {
    *fine = place == r->cursor && (rows = claim(r, count * size)) != NULL;
  } else {
    *fine = place == 0 || place == ZC_IMAGE_EMPTY;
    rows = place ? r->rows : NULL;
  }
  memcpy(at, &rows, sizeof rows);
  return rows;
}

static int read_list(reader *r, char *at, uint64_t count, uint32_t kind) {
  int fine;
  char *rows = read_place(r, at, count, r->plan.shapes[kind].size, &fine);
  return fine && (!count || read_rows(r, rows, count, kind));
}

static int read_table(reader *r, char *at, uint32_t kind) {
  zc_table table;
  memcpy(&table, at, sizeof table);
  return table.stride == (table.count ? r->plan.shapes[kind].size : table.stride) &&
         read_list(r, at + offsetof(zc_table, rows), table.count, kind);
}

static int read_pointers(reader *r, char *at, uint64_t count, uint32_t kind) {
  int fine;
  char *list = read_place(r, at, count, sizeof(uint64_t), &fine);
  for (uint64_t i = 0; fine && i < count; i++)
    fine = read_list(r, list + i * sizeof(uint64_t), 1, kind);
  return fine;
}

static int read_link(const reader *r, char *at, const zc_image_field *f) {
  uint64_t place;
  const char *row = NULL;
  memcpy(&place, at, sizeof place);
  if (place) {
    if (place >= r->rows_length || place % 8 || r->starts[place / 8] != f->of + 1)
      return 0;
    row = r->rows + place;
  }
  memcpy(at, &row, sizeof row);
  return row || f->may_lack;
}

static int read_links(reader *r, char *at, uint64_t count, const zc_image_field *f) {
  int fine;
  char *list = read_place(r, at, count, sizeof(uint64_t), &fine);
  for (uint64_t i = 0; fine && i < count; i++)
    fine = read_link(r, list + i * sizeof(uint64_t), f);
  return fine;
}

/* ---- rows ---- */

static int read_field(reader *r, char *row, const zc_image_field *f) {
  char *at = row + f->offset;
  uint32_t count = 1;
  int64_t number;
  if (f->count != ZC_IMAGE_ONE)
    memcpy(&count, row + f->count, sizeof count);
  switch ((zc_image_form)f->form) {
  case ZC_IMAGE_NUMBER:
    number = number_of(at, f);
    return number >= f->lo && number <= f->hi;
  case ZC_IMAGE_BITS:
    return 1;
  case ZC_IMAGE_PLACE:
    return is_place(r, at, f);
  case ZC_IMAGE_NODE_ID:
    return is_node(r, at, f);
  case ZC_IMAGE_TEXT:
    return read_text(r, at, f);
  case ZC_IMAGE_CHARACTERS:
    return memchr(at, 0, f->width) != NULL;
  case ZC_IMAGE_TABLE:
    return read_table(r, at, f->of);
  case ZC_IMAGE_LIST:
    return read_list(r, at, count, f->of);
  case ZC_IMAGE_POINTERS:
    return read_pointers(r, at, count, f->of);
  case ZC_IMAGE_LINK:
    return read_link(r, at, f);
  case ZC_IMAGE_LINKS:
    return read_links(r, at, count, f);
  case ZC_IMAGE_NOTHING:
    memset(at, 0, f->width);
    return 1;
  }
  return 0;
}

static int read_row(reader *r, char *row, uint32_t kind) {
  const struct zc_image_shape *shape = &r->plan.shapes[kind];
  const zc_image_field *fields = r->plan.fields + shape->first;
  for (uint32_t f = 0; f < shape->count; f++)
    if (!read_field(r, row, &fields[f]))
      return fault(r, kind, fields[f].name);
  return !shape->check || shape->check(r, row) || fault(r, kind, "");
}

static int read_rows(reader *r, char *rows, uint64_t count, uint32_t kind) {
  uint32_t size = r->plan.shapes[kind].size;
  for (uint64_t i = 0; i < count; i++) {
    char *row = rows + i * size;
    if (size % 8 == 0)
      r->starts[(row - r->rows) / 8] = (uint8_t)(kind + 1);
    if (!read_row(r, row, kind))
      return 0;
  }
  return 1;
}

/* ---- the whole ---- */

/* Equal nodes are one node: that is relied on. 0: they are not, or memory ran out. */
static int add_nodes(reader *r, zc_program *p, const zc_program *from) {
  for (zc_node_id i = 0; i < from->count; i++) {
    zc_node_id id = zc_program_add(p, &from->nodes[i]);
    r->is_out_of_memory |= id == ZC_NO_NODE;
    if (id != i)
      return r->is_out_of_memory ? 0 : fault(r, ZC_IMAGE_NODE, "");
  }
  return 1;
}

/* A program owns its nodes, to which a tool may add. */
static int own_program(reader *r) {
  zc_program *p = &r->region->program, own = {.nodes = NULL};
  if (p->argument_count) {
    own.arguments = zc_alloc(p->argument_count * sizeof *own.arguments);
    if (own.arguments)
      memcpy(own.arguments, p->arguments, p->argument_count * sizeof *own.arguments);
    else
      r->is_out_of_memory = 1;
    own.argument_count = own.argument_capacity = own.arguments ? p->argument_count : 0;
  }
  int fine = !r->is_out_of_memory && add_nodes(r, &own, p);
  *p = own;
  return fine;
}

/* The region's own fields are read where it stands, so that checks see them there. */
static int read_region(reader *r) {
  char *root = claim(r, sizeof *r->region);
  zc_arena arena = r->region->arena;
  if (!root)
    return fault(r, ZC_IMAGE_REGION, "");
  memcpy(r->region, root, sizeof *r->region);
  memset(&r->region->vocabulary, 0, sizeof r->region->vocabulary);
  r->region->arena = (zc_arena){NULL};
  r->region->library = NULL;
  int fine = read_row(r, (char *)r->region, ZC_IMAGE_REGION);
  r->region->arena = arena;
  if (fine)
    fine = own_program(r);
  else
    r->region->program = (zc_program){.nodes = NULL};
  if (fine && r->cursor != r->rows_length)
    return fault(r, ZC_IMAGE_REGION, "rows_length");
  return fine && !r->is_out_of_memory;
}

/* Texts with a NUL behind each, as a plugin's may be. */
static int are_texts(const reader *r) {
  size_t at = 0;
  while (at < r->texts_length) {
    at += zc_text_plain(r->texts + at, r->texts_length - at);
    if (at == r->texts_length || r->texts[at++])
      return 0;
  }
  return 1;
}

static zc_status read_body(reader *r, const zc_image_head *head, const char *body, const char *name,
                           zc_diagnostics *diag) {
  zc_region *region = r->region;
  size_t length = (size_t)(head->rows_length + head->texts_length);
  r->rows_length = head->rows_length;
  r->texts_length = head->texts_length;
  r->rows = zc_arena_copy(&region->arena, body, length);
  r->texts = r->rows ? r->rows + r->rows_length : NULL;
  r->starts = zc_calloc((size_t)(r->rows_length / 8 + 1), 1);
  const char *file = zc_arena_copy(&region->arena, name, strlen(name));
  if (!r->rows || !r->starts || !file)
    return zc_report_memory(diag);
  int fine = are_texts(r) ? read_region(r) : fault(r, ZC_IMAGE_REGION, "texts");
  region->file = file;
  if (r->is_out_of_memory)
    return zc_report_memory(diag);
  if (!fine)
    return zc_report(
        diag, ZC_BAD_PLUGIN, &(zc_where){.file = name},
        "区域映像的内容有误（%s%s%s）：不是本程序所写，不予加载；请重新制作",
        "the image of the region is wrong (%s%s%s): this program did not write it, and "
        "it is left out; make it again",
        r->fault_row, *r->fault_field ? ", " : "", r->fault_field);
  return ZC_OK;
}

static zc_status check_head(const char *name, const char *bytes, size_t length,
                            const zc_image_head *head, uint64_t layout, zc_diagnostics *diag) {
  const zc_where where = {.file = name};
  char sum[ZC_HASH_DIGITS + 1];
  size_t summed = offsetof(zc_image_head, layout);
  if (head->layout != layout)
    return zc_report(diag, ZC_BAD_PLUGIN, &where,
                     "区域映像由另一版本的程序制作（格式 %016llx，本程序为 %016llx）；请用本程序的 "
                     "zhicheng image 重新制作",
                     "the image was made by another version of the program (format %016llx, this "
                     "program's is %016llx); make it again with this program's zhicheng image",
                     (unsigned long long)head->layout, (unsigned long long)layout);
  zc_hash_hex(ZC_SHA256, bytes + summed, length - summed, sum);
  uint64_t body = length - sizeof *head;
  if (memcmp(sum, head->sum, sizeof head->sum) != 0 || head->rows_length % 8 ||
      head->rows_length > body || head->texts_length != body - head->rows_length)
    return zc_report(diag, ZC_BAD_PLUGIN, &where,
                     "区域映像已损坏：内容与其校验和不符；请重新复制或制作",
                     "the image is damaged: its bytes do not agree with its sum; copy or make it "
                     "again");
  return ZC_OK;
}

int zc_image_is(const char *bytes, size_t length) {
  return length >= sizeof ZC_IMAGE_MAGIC - 1 &&
         memcmp(bytes, ZC_IMAGE_MAGIC, sizeof ZC_IMAGE_MAGIC - 1) == 0;
}

zc_status zc_image_read(zc_region *region, const char *name, const char *bytes, size_t length,
                        zc_diagnostics *diag) {
  zc_image_head head;
  memset(region, 0, sizeof *region);
  if (!zc_image_is(bytes, length) || length < sizeof head || length > ZC_IMAGE_LIMIT)
    return zc_report(diag, ZC_BAD_PLUGIN, &(zc_where){.file = name},
                     "不是区域映像，或已被截断；请用 zhicheng image 制作",
                     "is no image of a region, or was cut off; make it with zhicheng image");
  reader *r = zc_calloc(1, sizeof *r);
  if (!r)
    return zc_report_memory(diag);
  r->region = region;
  zc_image_plan_make(&r->plan);
  memcpy(&head, bytes, sizeof head);
  zc_status status = check_head(name, bytes, length, &head, zc_image_layout(&r->plan), diag);
  if (status == ZC_OK)
    status = read_body(r, &head, bytes + sizeof head, name, diag);
  zc_free(r->starts);
  zc_free(r);
  if (status == ZC_OK)
    status = zc_region_digest(region, diag);
  if (status != ZC_OK)
    zc_region_free(region);
  return status;
}
