/* SPDX-License-Identifier: Apache-2.0 */
#include "data/workdays.h"

#include <string.h>

int zc_is_workday(const zc_workdays *workdays, zc_day day) {
  if (day < workdays->first || day > workdays->last)
    return -1;
  return workdays->digits[day - workdays->first] == '1';
}

int zc_add_workdays(const zc_workdays *workdays, zc_day day, int32_t count, zc_day *out) {
  int32_t step = count < 0 ? -1 : 1;
  while (count) {
    day += step;
    int works = zc_is_workday(workdays, day);
    if (works < 0)
      return -1;
    if (works)
      count -= step;
  }
  *out = day;
  return 0;
}

/* ---- reading ---- */

enum { MOST_DAYS = ZC_DAY_MAX - ZC_DAY_MIN + 1 };

/* Monday to Friday: 1970-01-01 was a Thursday; the multiple of seven keeps the sum positive. */
static int is_weekday(zc_day day) {
  return (day + 3 + 7 * 4000) % 7 < 5;
}

/* What the row says of its day: 1 worked, 0 off, -1 neither. */
static int works_on(const char *word) {
  return strcmp(word, "work") == 0 ? 1 : strcmp(word, "off") == 0 ? 0 : -1;
}

static int32_t year_of(zc_day day) {
  return zc_civil_of(day).year;
}

static int check_row(zc_data_file *table, zc_day day, int works, const zc_day *last) {
  char *const *f = table->fields;
  uint32_t faults = table->faults;
  if (works < 0)
    ZC_DATA_FAULT(table, "“%s”应为 off（放假）或 work（上班）", "'%s' is neither off nor work",
                  f[1]);
  else if (works == is_weekday(day))
    ZC_DATA_FAULT(table, "%s 本来就%s，不是例外；请核对日期",
                  "%s %s anyway and is no exception; look at its date", f[0],
                  works ? table->diag && table->diag->lang == ZC_LANG_ZH ? "上班" : "is worked"
                  : table->diag && table->diag->lang == ZC_LANG_ZH ? "休息"
                                                                   : "is off");
  if (last && day <= *last)
    ZC_DATA_FAULT(table, "%s 不晚于上一行；请按日期顺序排列，每天一行",
                  "%s is not after the row before it; put the rows in the order of their days, one "
                  "for each",
                  f[0]);
  else if (last && year_of(day) > year_of(*last) + 1)
    ZC_DATA_FAULT(table, "%d 年没有一行；请补上，或只留相连的年份",
                  "there is no row of %d; add that year, or keep years without a gap",
                  (int)year_of(*last) + 1);
  return table->faults == faults;
}

/* Rows into `digits`, which has a place for every day; the first and last that were read. */
static uint32_t read_rows(zc_data_file *table, char *digits, zc_day *first, zc_day *last) {
  uint32_t count = 0;
  while (zc_data_file_next(table)) {
    zc_day day = 0;
    int works = works_on(table->fields[1]);
    if (zc_day_parse(table->fields[0], &day) != 0) {
      ZC_DATA_FAULT(table, "“%s”不是日期（年-月-日）", "'%s' is no day (YYYY-MM-DD)",
                    table->fields[0]);
      continue;
    }
    if (!check_row(table, day, works, count > 0 ? last : NULL))
      continue;
    *first = count++ > 0 ? *first : day;
    *last = day;
    digits[day - ZC_DAY_MIN] = (char)('0' + works);
  }
  if (table->status == ZC_OK && count == 0)
    ZC_DATA_FAULT(table, "没有一行", "there is no row");
  return count;
}

zc_status zc_workdays_read(zc_workdays *workdays, const char *path, zc_arena *arena,
                           zc_diagnostics *diag) {
  zc_data_file table;
  zc_day first = 0, last = 0;
  zc_status status = zc_data_file_open(&table, path, "date,day,festival", arena, diag);
  if (status != ZC_OK)
    return status;
  char *digits = zc_arena_alloc(arena, MOST_DAYS);
  if (!digits)
    return zc_report_memory(diag);
  for (zc_day day = ZC_DAY_MIN; day <= ZC_DAY_MAX; day++)
    digits[day - ZC_DAY_MIN] = (char)('0' + is_weekday(day));
  if (read_rows(&table, digits, &first, &last) == 0)
    return table.status;
  first = zc_day_of(year_of(first), 1, 1);
  last = zc_day_of(year_of(last), 12, 31);
  *workdays = (zc_workdays){first, last, digits + (first - ZC_DAY_MIN)};
  return table.status;
}
