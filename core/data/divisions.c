/* SPDX-License-Identifier: Apache-2.0 */
#include "data/divisions.h"

#include <string.h>

zc_division_entry zc_divisions_find(const zc_divisions *divisions, uint32_t code) {
  uint32_t low = 0, high = divisions->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (divisions->codes[middle] < code)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == divisions->count || divisions->codes[low] != code)
    return (zc_division_entry){NULL, ZC_LEVEL_UNLISTED};
  return (zc_division_entry){divisions->text + (divisions->names[low] & 0xFFFFFF),
                             (zc_division_level)(divisions->names[low] >> 24)};
}

/* "市辖区", "县", "省直辖县级行政区划" between a province and its counties: the statistics need
 * them. */
static int is_grouping(const zc_divisions *divisions, uint32_t code, const char *name) {
  return zc_divisions_find(divisions, code).level == ZC_LEVEL_PREFECTURE &&
         (strcmp(name, "市辖区") == 0 || strcmp(name, "县") == 0 || strstr(name, "直辖"));
}

void zc_divisions_path(zc_buffer *out, const zc_divisions *divisions, uint32_t code) {
  static const uint32_t spans[] = {10000000, 100000, 1000, 1};
  uint32_t last = 0;
  if (!zc_divisions_find(divisions, code).name)
    return;
  for (int i = 0; i < 4; i++) {
    uint32_t whole = code - code % spans[i];
    const char *name = zc_divisions_find(divisions, whole).name;
    if (whole != last && name && (whole == code || !is_grouping(divisions, whole, name)))
      zc_buffer_puts(out, name);
    last = whole;
  }
}

uint32_t zc_division_code(const char *text, size_t length) {
  uint32_t code = 0;
  if ((length != 6 && length != 9) || text[0] == '0')
    return 0;
  for (size_t i = 0; i < 9; i++) {
    if (i < length && (text[i] < '0' || text[i] > '9'))
      return 0;
    code = code * 10 + (i < length ? (uint32_t)(text[i] - '0') : 0);
  }
  return code;
}

/* ---- reading ---- */

typedef struct rows {
  zc_data_file table;
  uint32_t *codes, *names, count;
  uint64_t digest;
} rows;

static void add_to_digest(rows *r, const char *text) {
  do
    r->digest = (r->digest ^ (unsigned char)*text) * UINT64_C(1099511628211);
  while (*text++);
}

/* A level below the county, by its word. */
static zc_division_level town_level(const char *word) {
  static const char *const words[] = {"subdistrict", "town", "township", "other"};
  for (int i = 0; i < 4; i++)
    if (strcmp(word, words[i]) == 0)
      return (zc_division_level)(ZC_LEVEL_SUBDISTRICT + i);
  return ZC_LEVEL_UNLISTED;
}

/* The level that six digits have by their zeros. */
static zc_division_level county_level(uint32_t code, const char *word) {
  static const char *const words[] = {"province", "prefecture", "county"};
  int level = code % 10000000 == 0 ? 0 : code % 100000 == 0 ? 1 : 2;
  return strcmp(word, words[level]) == 0 ? (zc_division_level)(ZC_LEVEL_PROVINCE + level)
                                         : ZC_LEVEL_UNLISTED;
}

static void add_row(rows *r) {
  const char *text = r->table.fields[0], *name = r->table.fields[1], *word = r->table.fields[2];
  size_t digits = strlen(text);
  uint32_t code = zc_division_code(text, digits);
  zc_division_level level = digits == 6 ? county_level(code, word) : town_level(word);
  if (code == 0 || (digits == 9 && code % 1000 == 0))
    ZC_DATA_FAULT(&r->table, "“%s”不是 6 位或 9 位区划代码", "'%s' is no code of 6 or 9 digits",
                  text);
  else if (r->count > 0 && r->codes[r->count - 1] >= code)
    ZC_DATA_FAULT(&r->table, "%s 不大于上一行的代码；请按代码顺序排列，且每个代码一行",
                  "%s is not above the code before it; put the rows in the order of their codes, "
                  "one for each",
                  text);
  else if (*name == '\0')
    ZC_DATA_FAULT(&r->table, "%s 没有名称", "%s has no name", text);
  else if (level == ZC_LEVEL_UNLISTED)
    ZC_DATA_FAULT(
        &r->table,
        "%s 的层级“%s”不对；6 位代码按其末尾的零为 province、prefecture 或 county，9 位为 "
        "subdistrict、town、township 或 other",
        "%s: '%s' is not its level; six digits are a province, prefecture or county as "
        "their zeros say, nine a subdistrict, town, township or other",
        text, word);
  else {
    r->codes[r->count] = code;
    r->names[r->count++] = (uint32_t)level << 24 | (uint32_t)(name - r->table.text);
    for (int i = 0; i < 3; i++)
      add_to_digest(r, r->table.fields[i]);
  }
}

zc_status zc_divisions_read(zc_divisions *divisions, const char *path, zc_arena *arena,
                            zc_diagnostics *diag) {
  rows r = {.digest = UINT64_C(14695981039346656037)};
  zc_status status = zc_data_file_open(&r.table, path, "code,name,level", arena, diag);
  if (status != ZC_OK)
    return status;
  r.codes = zc_arena_alloc(arena, r.table.row_limit * sizeof *r.codes);
  r.names = zc_arena_alloc(arena, r.table.row_limit * sizeof *r.names);
  if (!r.codes || !r.names)
    return zc_report_memory(diag);
  while (zc_data_file_next(&r.table))
    add_row(&r);
  if (r.table.status == ZC_OK && r.count == 0)
    ZC_DATA_FAULT(&r.table, "没有一行区划", "there is no row");
  *divisions = (zc_divisions){r.codes, r.names, r.count, r.table.text, r.table.as_of, r.digest};
  return r.table.status;
}
