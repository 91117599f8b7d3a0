/* SPDX-License-Identifier: Apache-2.0 */
/* Rejected rows: why, and the lines of the file that they go to. */
#include "base/memory.h"
#include "batch/batch.h"
#include "facts/reader.h"

#include <string.h>

static const char *fault_text(zc_row_fault fault, zc_lang lang) {
  static const char *const texts[][2] = {
      [ZC_ROW_EMPTY] = {"the line is empty; remove it", "空行；请删去"},
      [ZC_ROW_FEW] = {"fewer fields than the header has; add the commas that are missing",
                      "字段比列名少；请补上缺少的逗号"},
      [ZC_ROW_MANY] = {"more fields than the header has; put a field that has commas in quotes",
                       "字段比列名多；含逗号的字段请加引号"},
      [ZC_ROW_QUOTE] = {"a quote is not closed, or text stands behind the closing one; close it, "
                        "and write a quote inside a field twice",
                        "引号没有成对，或后引号之后还有文字；请补上，字段内的引号要写两个"},
      [ZC_ROW_BYTES] = {"bytes that are no text in the file's encoding; correct them",
                        "有不属于文件编码的字节；请改正"},
      [ZC_ROW_NUL] = {"the row has a NUL; remove it", "这一行含有空字符（NUL）；请删去"},
      [ZC_ROW_LONG] = {"the row is longer than 1 MiB; shorten it", "这一行超过 1 MiB；请缩短"},
  };
  size_t known = sizeof texts / sizeof texts[0];
  const char *text = (size_t)fault < known ? texts[fault][lang == ZC_LANG_ZH] : NULL;
  return text ? text : "";
}

/* Messages without "error:" before each, "; " between them. */
static void add_messages(zc_buffer *out, const char *text, zc_lang lang) {
  const char *prefix = lang == ZC_LANG_ZH ? "错误：" : "error: ";
  size_t length = strlen(prefix);
  const char *separator = "";
  while (*text != '\0') {
    size_t line = strcspn(text, "\n");
    if (strncmp(text, prefix, length) == 0) {
      text += length;
      line -= length;
    }
    zc_buffer_puts(out, separator);
    zc_buffer_add(out, text, line);
    separator = lang == ZC_LANG_ZH ? "；" : "; ";
    text += line + (text[line] == '\n');
  }
}

/* Of a row whose fields cannot be told apart there is none. */
static int has_id(const zc_batch *batch, zc_row_fault fault) {
  if (batch->in == ZC_FORM_CSV && batch->header.id < 0)
    return 0;
  return fault == ZC_ROW_WORDS || fault == ZC_ROW_VALUES || fault == ZC_ROW_REGION ||
         fault == ZC_ROW_DAY || fault == ZC_ROW_REFUSED || fault == ZC_ROW_REPEATED;
}

static void add_reason(zc_buffer *out, const zc_batch *batch, const zc_batch_job *job, uint32_t row,
                       zc_diagnostics *diag) {
  zc_row_fault fault = (zc_row_fault)job->fields.fault[row];
  if (fault == ZC_ROW_WORDS) {
    uint32_t start = row > 0 ? job->reason_ends[row - 1] : 0;
    char *text = zc_copy(job->reasons.data + start, job->reason_ends[row] - start);
    add_messages(out, text ? text : "", batch->lang);
    out->failed |= !text;
    zc_free(text);
  } else if (diag->errors > 0) {
    add_messages(out, zc_diagnostics_text(diag), batch->lang);
  } else {
    zc_buffer_puts(out, fault_text(fault, batch->lang));
  }
}

/* ---- line, id and reason ---- */

/* The id of a row that was not translated stands in the file's own fields. */
static zc_csv_field find_id(const zc_batch *batch, const zc_batch_job *job, uint32_t row,
                            zc_buffer *room) {
  if ((zc_row_fault)job->fields.fault[row] != ZC_ROW_WORDS)
    return zc_batch_job_id(batch, job, row, room);
  zc_csv_field raw = zc_csv_field_at(&job->raw, row, (uint32_t)batch->header.id);
  zc_buffer_clear(room);
  return zc_buffer_reserve(room, raw.length + 1) == 0 ? zc_csv_value(raw, room->data)
                                                      : (zc_csv_field){"", 0};
}

static void put_numbered(zc_buffer *out, const zc_batch *batch, const zc_batch_job *job,
                         uint32_t row, const zc_buffer *reason) {
  zc_buffer room = {0};
  zc_buffer_int(out, (int64_t)zc_batch_job_line(batch, job, row));
  zc_buffer_putc(out, ',');
  if (has_id(batch, (zc_row_fault)job->fields.fault[row])) {
    zc_csv_field id = find_id(batch, job, row, &room);
    zc_csv_put(out, id.text, id.length);
  }
  zc_buffer_putc(out, ',');
  zc_csv_put(out, reason->data, reason->length);
  out->failed |= room.failed;
  zc_buffer_free(&room);
}

/* ---- the row's own columns ---- */

static int is_reason(const zc_batch *batch, uint32_t field) {
  return field < batch->office->headings.count && batch->office->headings.columns[field].is_reason;
}

/* A row whose fields cannot be told apart is one field, fit to be shown. */
static void put_broken(zc_buffer *out, const zc_batch *batch, const zc_csv_fields *fields,
                       uint32_t row) {
  uint32_t start = fields->start[row], end = fields->start[row + 1];
  while (end > start && (fields->text[end - 1] == '\n' || fields->text[end - 1] == '\r'))
    end--;
  zc_shown_text shown = zc_show_text(fields->text + start, end - start);
  zc_csv_put(out, shown.text, strlen(shown.text));
  for (uint32_t i = 1; i < batch->header.count; i++)
    zc_buffer_putc(out, ',');
}

static void put_columns(zc_buffer *out, const zc_batch *batch, const zc_csv_fields *fields,
                        uint32_t row) {
  uint32_t count = fields->first[row + 1] - fields->first[row];
  uint32_t most = count > batch->header.count ? count : batch->header.count;
  const char *separator = "";
  most -= (uint32_t)(batch->office->is_table && count > batch->header.count);
  for (uint32_t i = 0; i < most; i++) {
    if (is_reason(batch, i))
      continue;
    zc_buffer_puts(out, separator);
    separator = ",";
    if (i < count - (uint32_t)batch->office->is_table) {
      zc_csv_field field = zc_csv_field_at(fields, row, i);
      zc_buffer_add(out, field.text, field.length);
    }
  }
}

static void put_own(zc_buffer *out, const zc_batch *batch, const zc_batch_job *job, uint32_t row,
                    zc_buffer *reason) {
  const zc_csv_fields *fields = job->is_translated ? &job->raw : &job->fields;
  zc_row_fault fault = job->is_long ? ZC_ROW_LONG : (zc_row_fault)fields->fault[row];
  zc_buffer text = {0};
  if (fault == ZC_ROW_LONG)
    for (uint32_t i = 1; i < batch->header.count; i++)
      zc_buffer_putc(out, ',');
  else if (fault == ZC_ROW_QUOTE || fault == ZC_ROW_BYTES || fault == ZC_ROW_NUL)
    put_broken(out, batch, fields, row);
  else
    put_columns(out, batch, fields, row);
  zc_buffer_printf(&text, batch->lang == ZC_LANG_ZH ? "第 %llu 行：" : "line %llu: ",
                   (unsigned long long)zc_batch_job_line(batch, job, row));
  zc_buffer_add(&text, reason->data, reason->length);
  zc_buffer_putc(out, ',');
  zc_csv_put(out, text.data, text.length);
  out->failed |= text.failed;
  zc_buffer_free(&text);
}

/* ---- both ---- */

int zc_batch_keeps_columns(const zc_batch *batch) {
  return batch->office && batch->office->keeps_columns;
}

void zc_reject_header(zc_buffer *out, const zc_batch *batch) {
  if (!zc_batch_keeps_columns(batch)) {
    zc_buffer_puts(out, "line,id,reason\n");
    return;
  }
  for (uint32_t i = 0; i < batch->header.count; i++) {
    const char *name = batch->header.names[i];
    if (is_reason(batch, i))
      continue;
    zc_csv_put(out, name, strlen(name));
    zc_buffer_putc(out, ',');
  }
  zc_buffer_puts(out, batch->lang == ZC_LANG_ZH ? "原因\n" : "reason\n");
}

void zc_reject_line(zc_buffer *out, const zc_batch *batch, const zc_batch_job *job, uint32_t row,
                    zc_diagnostics *diag) {
  zc_buffer reason = {0};
  add_reason(&reason, batch, job, row, diag);
  if (!zc_batch_keeps_columns(batch))
    put_numbered(out, batch, job, row, &reason);
  else
    put_own(out, batch, job, row, &reason);
  zc_buffer_putc(out, '\n');
  out->failed |= reason.failed;
  zc_buffer_free(&reason);
}
