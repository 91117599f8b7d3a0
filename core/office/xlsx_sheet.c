/* SPDX-License-Identifier: Apache-2.0 */
#include "office/xlsx_sheet.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Says that the sheet is damaged, at the cell in hand. */
static void damaged(zc_xlsx_rows *r, const char *zh, const char *en) {
  zc_status status =
      zc_report(r->xml.diag, ZC_BAD_INPUT, &(zc_where){.file = r->book->package.file},
                "工作表“%s”第 %u 行 %s 列：%s；请用 Excel 或 WPS 打开，另存为 .xlsx",
                "sheet '%s', row %u, column %s: %s; open it in a spreadsheet program and "
                "save it as .xlsx",
                r->sheet, (unsigned)r->row, zc_letters_of(r->column).text,
                r->xml.diag && r->xml.diag->lang == ZC_LANG_ZH ? zh : en);
  zc_xml_stop(&r->xml, status);
}

/* ---- values ---- */

static zc_number_format format_of(const zc_xlsx_rows *r) {
  static const zc_number_format general = {0, -1};
  return r->style < r->book->format_count ? r->book->formats[r->style] : general;
}

static void put_cell(zc_xlsx_rows *r, zc_cell_kind kind, const char *text, size_t length) {
  zc_row_queue_put(r->queue,
                   (zc_raw_cell){.column = r->column, .kind = (uint8_t)kind, .decimals = -1}, text,
                   length);
}

static void put_day(zc_xlsx_rows *r, zc_day day) {
  char text[16];
  zc_day_format(day, text);
  zc_row_queue_put(
      r->queue,
      (zc_raw_cell){.column = r->column, .kind = ZC_CELL_DATE, .decimals = -1, .day = day}, text,
      10);
}

static void put_number(zc_xlsx_rows *r) {
  char digits[ZC_DIGITS + 8];
  zc_number_format format = format_of(r);
  zc_day day;
  size_t length = zc_number_digits(r->value.data, r->value.length, digits);
  if (length == 0) {
    put_cell(r, ZC_CELL_TEXT, r->value.data, r->value.length);
    return;
  }
  if (format.is_date) {
    double serial = strtod(digits, NULL);
    if (fabs(serial) < 1e9 &&
        zc_serial_day(zc_whole_below(serial), r->book->has_1904_days, &day) == 0) {
      put_day(r, day);
      return;
    }
  }
  zc_row_queue_put(
      r->queue,
      (zc_raw_cell){.column = r->column, .kind = ZC_CELL_NUMBER, .decimals = format.decimals},
      digits, length);
}

static void put_shared(zc_xlsx_rows *r) {
  int64_t index = -1;
  if (!r->value.failed && zc_buffer_text(&r->value))
    index = zc_xml_number(r->value.data, UINT32_MAX);
  if (index < 0 || index >= r->book->strings.count) {
    damaged(r, "引用的文字不存在", "refers to a text that is not there");
    return;
  }
  zc_row_queue_add(r->queue, (zc_raw_cell){.column = r->column,
                                           .kind = ZC_CELL_TEXT,
                                           .decimals = -1,
                                           .at = (uint32_t)index,
                                           .is_shared = 1});
}

static void put_text(zc_xlsx_rows *r) {
  zc_buffer_clear(&r->text);
  zc_xlsx_add_text(&r->text, r->value.data, r->value.length);
  if (r->text.failed)
    r->queue->lacks_memory = 1;
  else if (r->text.length > 0)
    put_cell(r, ZC_CELL_TEXT, r->text.data, r->text.length);
}

/* A day as ISO 8601 writes it, with or without a time. */
static void put_iso_day(zc_xlsx_rows *r) {
  char text[11] = "";
  zc_day day;
  if (r->value.length >= 10)
    memcpy(text, r->value.data, 10);
  if (zc_day_parse(text, &day) == 0)
    put_day(r, day);
  else
    put_text(r);
}

static void put_value(zc_xlsx_rows *r) {
  if (r->value.failed) {
    r->queue->lacks_memory = 1;
    return;
  }
  if (r->value.length == 0) {
    if (r->has_formula && r->type != 'f')
      put_cell(r, ZC_CELL_NO_RESULT, "", 0);
    return;
  }
  switch (r->type) {
  case 's':
    put_shared(r);
    break;
  case 'b':
    if (r->value.data[0] == '1')
      put_cell(r, ZC_CELL_BOOL, "TRUE", 4);
    else
      put_cell(r, ZC_CELL_BOOL, "FALSE", 5);
    break;
  case 'e':
    put_cell(r, ZC_CELL_ERROR, r->value.data, r->value.length);
    break;
  case 'd':
    put_iso_day(r);
    break;
  case 'n':
    put_number(r);
    break;
  default:
    put_text(r);
  }
}

/* ---- elements ---- */

static void begin_row(zc_xlsx_rows *r, const char **attributes) {
  const char *number = zc_xml_attribute(attributes, "r");
  int64_t row = number ? zc_xml_number(number, ZC_MOST_ROWS) : (int64_t)r->row + 1;
  r->column = 0;
  if (r->in_row || row <= r->row || row > ZC_MOST_ROWS) {
    damaged(r, "其后的行号有误", "the number of the row behind it is wrong");
    return;
  }
  r->row = (uint32_t)row;
  r->next_column = 0;
  r->in_row = 1;
  zc_row_queue_begin(r->queue, r->row, zc_xml_flag(attributes, "hidden"));
}

static char type_of(const char *text) {
  static const struct {
    const char *text;
    char type;
  } types[] = {{"n", 'n'}, {"b", 'b'}, {"e", 'e'}, {"d", 'd'}, {"str", 'f'}, {"inlineStr", 'i'}};
  for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
    if (strcmp(types[i].text, text) == 0)
      return types[i].type;
  return 'i';
}

static void begin_cell(zc_xlsx_rows *r, const char **attributes) {
  uint32_t row = r->row;
  r->column = r->next_column;
  r->style = 0;
  r->type = 'n';
  r->has_formula = 0;
  zc_buffer_clear(&r->value);
  for (; *attributes; attributes += 2) {
    const char *name = attributes[0], *value = attributes[1];
    if (name[0] == '\0' || name[1] != '\0')
      continue;
    if (name[0] == 'r' && !zc_cell_place(value, &row, &r->column)) {
      damaged(r, "其后单元格的位置有误", "the place of the cell behind it is wrong");
      return;
    }
    if (name[0] == 't')
      r->type = value[0] == 's' && value[1] == '\0' ? 's' : type_of(value);
    if (name[0] == 's')
      r->style = (uint32_t)zc_xml_number(value, INT32_MAX);
  }
  if (r->in_cell || row != r->row || r->column < r->next_column || r->column >= ZC_MOST_COLUMNS) {
    damaged(r, "单元格的位置有误", "the place of the cell is wrong");
    return;
  }
  r->next_column = r->column + 1;
  r->in_cell = 1;
}

static void hide_columns(zc_xlsx_rows *r, const char **attributes) {
  int64_t first = zc_xml_number(zc_xml_attribute(attributes, "min"), ZC_MOST_COLUMNS);
  int64_t last = zc_xml_number(zc_xml_attribute(attributes, "max"), ZC_MOST_COLUMNS);
  if (first < 1 || last < first || !zc_xml_flag(attributes, "hidden"))
    return;
  if (zc_row_queue_hide(r->queue, (uint32_t)first - 1, (uint32_t)last - 1) != 0)
    r->queue->lacks_memory = 1;
}

static void on_start(void *context, const char *name, const char **attributes) {
  zc_xlsx_rows *r = context;
  if (name[1] == '\0') {
    if (!r->in_row)
      return;
    if (name[0] == 'c')
      begin_cell(r, attributes);
    else if (name[0] == 'v')
      r->takes_text = 1;
    else if (name[0] == 't')
      r->takes_text = !r->in_phonetic;
    else if (name[0] == 'f')
      r->has_formula = 1;
  } else if (strcmp(name, "row") == 0 && r->in_data) {
    begin_row(r, attributes);
  } else if (strcmp(name, "sheetData") == 0) {
    r->in_data = 1;
  } else if (strcmp(name, "rPh") == 0) {
    r->in_phonetic = 1;
  } else if (strcmp(name, "col") == 0 && !r->in_data) {
    hide_columns(r, attributes);
  }
}

static void on_end(void *context, const char *name) {
  zc_xlsx_rows *r = context;
  if (name[1] == '\0') {
    if (!r->in_row)
      return;
    if (name[0] == 'c' && r->in_cell) {
      put_value(r);
      r->in_cell = 0;
    }
    r->takes_text = 0;
  } else if (strcmp(name, "row") == 0 && r->in_row) {
    zc_row_queue_end(r->queue);
    r->in_row = 0;
  } else if (strcmp(name, "sheetData") == 0) {
    r->in_data = 0;
  } else if (strcmp(name, "rPh") == 0) {
    r->in_phonetic = 0;
  }
}

static void on_text(void *context, const char *text, size_t length) {
  zc_xlsx_rows *r = context;
  if (!r->takes_text)
    return;
  zc_buffer_add(&r->value, text, length);
  if (r->value.length > ZC_CELL_LIMIT)
    damaged(r, "单元格的文字超过 1 MiB", "the cell's text is longer than 1 MiB");
}

/* ---- the part ---- */

zc_status zc_xlsx_rows_open(zc_xlsx_rows *rows, zc_xlsx_book *book, uint32_t sheet,
                            zc_row_queue *queue, zc_diagnostics *diag) {
  static const zc_xml_events events = {on_start, on_end, on_text};
  *rows = (zc_xlsx_rows){.book = book, .sheet = book->sheets[sheet].name, .queue = queue};
  return zc_xml_open(&rows->xml, &book->package, book->places[sheet].part, rows->sheet, &events,
                     rows, diag);
}

void zc_xlsx_rows_close(zc_xlsx_rows *rows) {
  zc_xml_close(&rows->xml);
  zc_buffer_free(&rows->value);
  zc_buffer_free(&rows->text);
}

zc_status zc_xlsx_rows_step(zc_xlsx_rows *rows, zc_diagnostics *diag) {
  zc_status status = zc_xml_step(&rows->xml, diag);
  return status == ZC_OK && rows->queue->lacks_memory ? zc_report_memory(diag) : status;
}

/* ---- whether there is anything ---- */

typedef struct peek {
  zc_xml xml;
  int takes_text, is_filled;
} peek;

static void on_peek_start(void *context, const char *name, const char **attributes) {
  peek *p = context;
  (void)attributes;
  p->takes_text |= strcmp(name, "v") == 0 || strcmp(name, "t") == 0 || strcmp(name, "f") == 0;
}

static void on_peek_end(void *context, const char *name) {
  (void)name;
  ((peek *)context)->takes_text = 0;
}

static void on_peek_text(void *context, const char *text, size_t length) {
  peek *p = context;
  for (size_t i = 0; i < length && p->takes_text; i++) {
    if (memchr(" \t\r\n", text[i], 4))
      continue;
    p->is_filled = 1;
    zc_xml_stop(&p->xml, ZC_OK);
    return;
  }
}

zc_status zc_xlsx_is_filled(zc_xlsx_book *book, uint32_t sheet, int *is_filled,
                            zc_diagnostics *diag) {
  static const zc_xml_events events = {on_peek_start, on_peek_end, on_peek_text};
  peek p = {0};
  *is_filled = 0;
  if (book->places[sheet].part < 0)
    return ZC_OK;
  zc_status status = zc_xml_read(&p.xml, &book->package, book->places[sheet].part,
                                 book->sheets[sheet].name, &events, &p, diag);
  *is_filled = p.is_filled;
  return status;
}
