/* SPDX-License-Identifier: Apache-2.0 */
#include "office/cell_text.h"

#include "facts/reader.h"

#include <string.h>

enum { FIRST_SERIAL = 18264, LAST_SERIAL = 73050, MOST_DIGITS = 15 };

/* The number of a cell: its digits before the point, and how many stand behind it. */
typedef struct number {
  int64_t whole;
  uint32_t decimals;
  int is_plain; /* digits, perhaps with a point, and nothing else */
} number;

static number number_of(const zc_cell *cell) {
  number n = {0, 0, 1};
  int is_behind = 0;
  for (uint32_t i = 0; i < cell->length; i++) {
    char c = cell->text[i];
    if (c == '.' && !is_behind)
      is_behind = 1;
    else if (c < '0' || c > '9')
      n.is_plain = 0;
    else if (is_behind)
      n.decimals++;
    else if (n.whole < INT64_MAX / 100)
      n.whole = n.whole * 10 + (c - '0');
  }
  return n;
}

static void put_cell(zc_buffer *out, const zc_cell *cell) {
  zc_buffer_add(out, cell->text, cell->length);
}

/* A number under a date: the serial of a day, or the digits of one. */
static zc_cell_fault put_day(zc_buffer *out, const zc_cell *cell, const zc_table_source *source) {
  number n = number_of(cell);
  zc_day day;
  char text[11];
  if (n.is_plain && n.whole >= FIRST_SERIAL && n.whole <= LAST_SERIAL &&
      zc_table_source_serial(source, n.whole, &day) == 0) {
    zc_day_format(day, text);
    zc_buffer_puts(out, text);
    return ZC_CELL_FINE;
  }
  put_cell(out, cell);
  if (!n.is_plain || n.decimals != 1)
    return ZC_CELL_FINE;
  if (cell->decimals != 2)
    return ZC_CELL_IS_ROUNDED;
  zc_buffer_putc(out, '0'); /* shown as 2016.10 */
  return ZC_CELL_FINE;
}

static int has_many_digits(const zc_cell *cell) {
  uint32_t digits = 0;
  for (uint32_t i = 0; i < cell->length; i++)
    digits += cell->text[i] >= '0' && cell->text[i] <= '9';
  return digits > MOST_DIGITS;
}

zc_cell_fault zc_cell_put(zc_buffer *out, const zc_cell *cell, const zc_heading *heading,
                          const zc_vocabulary *v, const zc_table_source *source) {
  zc_type type = heading->fact >= 0 ? v->facts[heading->fact].type : ZC_BOOL;
  if (cell->kind == ZC_CELL_NUMBER && type == ZC_DATE)
    return put_day(out, cell, source);
  put_cell(out, cell);
  if (cell->kind == ZC_CELL_ERROR)
    return ZC_CELL_HAS_ERROR;
  if (cell->kind == ZC_CELL_NO_RESULT)
    return ZC_CELL_HAS_NO_RESULT;
  int is_identity = heading->is_identity || type == ZC_STRING;
  return cell->kind == ZC_CELL_NUMBER && is_identity && has_many_digits(cell) ? ZC_CELL_LOST_DIGITS
                                                                              : ZC_CELL_FINE;
}

/* ---- faults of a row ---- */

void zc_cell_fault_put(zc_buffer *out, uint32_t column, zc_cell_fault fault) {
  if (fault != ZC_CELL_FINE)
    zc_buffer_printf(out, " %u%c", column, (char)fault);
}

static zc_status tell_fault(uint32_t column, const char *heading, char fault,
                            zc_diagnostics *diag) {
  static const struct {
    char fault;
    const char *zh, *en;
  } rows[] = {
      {ZC_CELL_HAS_ERROR, "单元格是错误值（如 #N/A、#REF!），请改正公式或直接填写",
       "the cell has an error value such as #N/A; mend the formula or write the value"},
      {ZC_CELL_HAS_NO_RESULT, "公式没有保存结果；请用 Excel 或 WPS 打开，重新保存一次",
       "the formula has no stored result; open the workbook and save it once"},
      {ZC_CELL_IS_ROUNDED, "数字只有一位小数，分不清是 1 月还是 10 月；请写成 2016-01 或 2016-10",
       "a number with one decimal: January or October? Write 2016-01 or 2016-10"},
      {ZC_CELL_LOST_DIGITS, "超过 15 位的号码存成了数字，末尾几位已丢失；请改为文本格式重新填写",
       "a number of more than 15 digits is stored as a number and has lost its last digits; format "
       "the cell as text and write it again"},
      {ZC_CELL_ROW_IS_BROKEN, "这一行的引号没有成对，或有不属于文件编码的字节；请改正",
       "a quote of this row is not closed, or it has bytes that are no text; correct them"},
  };
  int zh = diag->lang == ZC_LANG_ZH;
  const char *what = "";
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (rows[i].fault == fault)
      what = zh ? rows[i].zh : rows[i].en;
  return zc_report(diag, ZC_BAD_INPUT, NULL, "%s 列“%s”：%s", "column %s \"%s\": %s",
                   zc_letters_of(column).text, zc_show_text(heading, strlen(heading)).text, what);
}

zc_status zc_cell_fault_tell(const zc_headings *headings, zc_plain text, zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  const char *end = text.text + text.length, *at = memchr(text.text, ' ', text.length);
  while (at && at < end) {
    uint32_t column = 0;
    for (at++; at < end && *at >= '0' && *at <= '9'; at++)
      column = column * 10 + (uint32_t)(*at - '0');
    if (at < end && column < headings->count)
      status = tell_fault(column, headings->columns[column].text, *at, diag);
    at = at < end ? memchr(at, ' ', (size_t)(end - at)) : NULL;
  }
  return status;
}
