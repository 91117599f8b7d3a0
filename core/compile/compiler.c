/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/compiler.h"

#include <stdlib.h>

int zc_compiler_stopped(const zc_compiler *c) {
  return c->diag->worst == ZC_NO_RESOURCE;
}

static void *compiler_alloc(zc_compiler *c, zc_arena *arena, size_t size) {
  void *block = zc_arena_alloc(arena, size ? size : 1);
  if (!block)
    zc_report_memory(c->diag);
  return block;
}

void *zc_compiler_alloc(zc_compiler *c, size_t size) {
  return compiler_alloc(c, &c->region->arena, size);
}

void *zc_compiler_scratch(zc_compiler *c, size_t size) {
  return compiler_alloc(c, &c->scratch, size);
}

static void check_id(zc_compiler *c, const zc_place *at, const char *id) {
  int fine = id[0] >= 'a' && id[0] <= 'z' && strlen(id) <= 120;
  for (const char *p = id; fine && *p; p++)
    fine = (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || strchr("_.-", *p);
  if (!fine)
    ZC_ROW_ERROR(
        c, *at, id, "id",
        "编号“%s”的写法不对：以小写字母开头，只用小写字母、数字、“_”“.”“-”，不超过 120 字节",
        "'%s' is not an id: begin with a small letter and use small letters, digits, "
        "'_', '.' and '-', at most 120 bytes",
        id);
}

static int compare_named(const void *a, const void *b) {
  const zc_named_row *x = a, *y = b;
  int order = strcmp(x->id, y->id);
  /* Rows of one id keep the order of the tables: they stand in one array. */
  return order ? order : (x->at > y->at) - (x->at < y->at);
}

void zc_ids_check(zc_compiler *c, const zc_named_row *rows, uint32_t count) {
  zc_named_row *sorted = zc_compiler_scratch(c, count * sizeof *sorted);
  if (!sorted)
    return;
  for (uint32_t i = 0; i < count; i++) {
    sorted[i] = rows[i];
    check_id(c, rows[i].at, rows[i].id);
  }
  qsort(sorted, count, sizeof *sorted, compare_named);
  for (uint32_t i = 1; i < count; i++)
    if (strcmp(sorted[i - 1].id, sorted[i].id) == 0)
      ZC_ROW_ERROR(
          c, *sorted[i].at, sorted[i].id, "id", "编号重复：%s 第 %u 行已经用过；请改其中一个",
          "this id is taken by the row at %s:%u; rename one of the two",
          sorted[i - 1].at->file ? sorted[i - 1].at->file : c->file, sorted[i - 1].at->line);
}
