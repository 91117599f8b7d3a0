/* SPDX-License-Identifier: Apache-2.0 */
#include "data/former.h"
#include "base/words.h"

#include <string.h>

static const zc_former_division *find_exactly(const zc_former_divisions *former, uint32_t code) {
  uint32_t low = 0, high = former->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (former->rows[middle].code < code)
      low = middle + 1;
    else
      high = middle;
  }
  return low < former->count && former->rows[low].code == code ? &former->rows[low] : NULL;
}

const zc_former_division *zc_former_find(const zc_former_divisions *former, uint32_t code) {
  static const uint32_t spans[] = {1, 1000, 100000}; /* itself, its county, its prefecture */
  const zc_former_division *found = NULL;
  for (int i = 0; i < 3 && !found; i++)
    found = find_exactly(former, code - code % spans[i]);
  return found;
}

void zc_former_describe(zc_buffer *out, const zc_divisions *divisions,
                        const zc_former_division *former, zc_lang lang) {
  const char *cursor = former->became, *word, *between = "";
  size_t length;
  zc_buffer_printf(out, lang == ZC_LANG_EN ? "%s, until %s, now " : "%s，%s 撤销，现为 ",
                   former->name, former->since);
  while (zc_next_word(&cursor, &word, &length)) {
    zc_buffer_printf(out, "%s%.*s ", between, (int)length, word);
    zc_divisions_path(out, divisions, zc_division_code(word, length));
    between = lang == ZC_LANG_EN ? ", " : "、";
  }
  zc_buffer_printf(out, lang == ZC_LANG_EN ? " (%s)" : "（%s）", former->source);
}

/* ---- reading ---- */

/* A day, or a year of four digits. */
static int is_since(const char *text) {
  zc_day day;
  return zc_day_parse(text, &day) == 0 || (strlen(text) == 4 && strspn(text, "0123456789") == 4);
}

/* Of codes with a blank between, the first that is in no table; NULL: all are, and there is one. */
static const char *stray_code(const zc_divisions *divisions, const char *codes, size_t *length) {
  const char *cursor = codes, *word;
  int count = 0;
  for (; zc_next_word(&cursor, &word, length); count++) {
    uint32_t code = zc_division_code(word, *length);
    if (!zc_divisions_find(divisions, code).name)
      return word;
  }
  *length = 0;
  return count > 0 ? NULL : codes;
}

static int check_row(zc_data_file *table, const zc_divisions *divisions, uint32_t code,
                     uint32_t last) {
  char *const *f = table->fields;
  uint32_t faults = table->faults;
  size_t length;
  const char *stray = stray_code(divisions, f[3], &length);
  if (code == 0)
    ZC_DATA_FAULT(table, "“%s”不是 6 位或 9 位区划代码", "'%s' is no code of 6 or 9 digits", f[0]);
  else if (code <= last)
    ZC_DATA_FAULT(table, "%s 不大于上一行的代码；请按代码顺序排列，且每个代码一行",
                  "%s is not above the code before it; put the rows in the order of their codes, "
                  "one for each",
                  f[0]);
  else if (zc_divisions_find(divisions, code).name)
    ZC_DATA_FAULT(table, "%s 还在现行区划表中，不是已撤销的代码",
                  "%s stands in the table of divisions and is no former code", f[0]);
  if (*f[1] == '\0' || *f[4] == '\0')
    ZC_DATA_FAULT(table, "请写明名称和来源", "name and source are to be given");
  if (!is_since(f[2]))
    ZC_DATA_FAULT(table, "“%s”不是年份或日期（如 2019 或 2019-01-09）",
                  "'%s' is no year or day, such as 2019 or 2019-01-09", f[2]);
  if (stray)
    ZC_DATA_FAULT(table, "“%.*s”不是现行区划表中的代码，不能写作变更后的区划",
                  "'%.*s' stands in no table of divisions, so nothing became it", (int)length,
                  stray);
  return table->faults == faults;
}

zc_status zc_former_read(zc_former_divisions *former, const zc_divisions *divisions,
                         const char *path, zc_arena *arena, zc_diagnostics *diag) {
  zc_data_file table;
  zc_status status = zc_data_file_open(&table, path, "code,name,since,became,source", arena, diag);
  if (status != ZC_OK)
    return status;
  zc_former_division *rows = zc_arena_alloc(arena, table.row_limit * sizeof *rows);
  uint32_t count = 0, last = 0;
  if (!rows)
    return zc_report_memory(diag);
  while (zc_data_file_next(&table)) {
    char **f = table.fields;
    uint32_t code = zc_division_code(f[0], strlen(f[0]));
    if (!check_row(&table, divisions, code, last))
      continue;
    last = code;
    rows[count++] = (zc_former_division){code, f[1], f[2], f[3], f[4]};
  }
  *former = (zc_former_divisions){rows, count, table.as_of};
  return table.status;
}
