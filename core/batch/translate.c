/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/translate.h"

#include "base/assert.h"
#include "base/memory.h"
#include "batch/translate_row.h"
#include "facts/reader.h"

#include <string.h>

zc_translator *zc_translator_new(const zc_batch *batch) {
  zc_translator *t = zc_calloc(1, sizeof *t);
  if (!t)
    return NULL;
  t->batch = batch;
  t->office = batch->office;
  t->diag.lang = batch->lang;
  t->values =
      zc_calloc((size_t)t->office->headings.count + t->office->extra_count + 1, sizeof *t->values);
  t->memory = zc_calloc(ZC_REMEMBERED, sizeof *t->memory);
  if (t->values && t->memory)
    return t;
  zc_translator_free(t);
  return NULL;
}

void zc_translator_free(zc_translator *translator) {
  if (!translator)
    return;
  zc_free(translator->values);
  zc_free(translator->memory);
  zc_buffer_free(&translator->room);
  zc_diagnostics_free(&translator->diag);
  zc_free(translator);
}

/* ---- rows that are none ---- */

uint32_t zc_translate_field_count(const zc_batch_job *job, uint32_t row) {
  return job->raw.first[row + 1] - job->raw.first[row];
}

static int is_blank_byte(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

zc_plain zc_translate_field(zc_translator *t, const zc_batch_job *job, uint32_t row,
                            uint32_t field) {
  zc_csv_field raw = zc_csv_field_at(&job->raw, row, field);
  if (raw.length && raw.text[0] == '"') {
    zc_buffer_clear(&t->room);
    if (zc_buffer_reserve(&t->room, raw.length) != 0)
      return (zc_plain){"", 0};
    raw = zc_csv_value(raw, t->room.data);
  }
  while (raw.length && is_blank_byte(raw.text[0])) {
    raw.text++;
    raw.length--;
  }
  while (raw.length && is_blank_byte(raw.text[raw.length - 1]))
    raw.length--;
  return (zc_plain){raw.text, raw.length};
}

/* The first filled field; the number of fields where there is none. */
static uint32_t first_filled(zc_translator *t, const zc_batch_job *job, uint32_t row,
                             uint32_t from) {
  uint32_t count = zc_translate_field_count(job, row),
           last = t->office->is_table ? count - 1 : count;
  for (uint32_t i = from; i < last; i++)
    if (zc_translate_field(t, job, row, i).length)
      return i;
  return last;
}

static int has_fault(zc_plain last) {
  return last.length && memchr(last.text, ' ', last.length);
}

/* Nothing, or nothing but the running number; `first` is the first filled field. */
static int is_blank(zc_translator *t, const zc_batch_job *job, uint32_t row, uint32_t first) {
  uint32_t count = zc_translate_field_count(job, row) - (uint32_t)t->office->is_table;
  if (first < count && (int)first != t->office->number)
    return 0;
  if (t->office->is_table && has_fault(zc_translate_field(t, job, row, count)))
    return 0; /* something is wrong with it */
  return first >= count || first_filled(t, job, row, first + 1) >= count;
}

static int begins_end(zc_plain text) {
  if (text.length < 4 || (unsigned char)text.text[0] < 0xE5)
    return 0; /* no Chinese word of these */
  static const char *const starts[] = {"合计", "总计", "小计",  "填表人", "审核人",
                                       "注:",  "注：", "备注:", "备注："};
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
    if (zc_plain_begins(text, starts[i]))
      return 1;
  return 0;
}

/* A word, a date or a division in a column of such a fact. */
static int fits_fact(zc_translator *t, const zc_batch_job *job, uint32_t row, uint32_t field) {
  const zc_batch_office *o = t->office;
  if (field >= o->headings.count || o->headings.columns[field].fact < 0)
    return 0;
  zc_type type = o->vocabulary.facts[o->headings.columns[field].fact].type;
  zc_plain text = zc_translate_field(t, job, row, field);
  return (type == ZC_ENUM || type == ZC_DATE || type == ZC_DIVISION) && text.length > 0 &&
         zc_office_read(&o->columns[field], text.text, text.length).fault == ZC_VALUE_FINE;
}

static int is_end(zc_translator *t, const zc_batch_job *job, uint32_t row, uint32_t first) {
  uint32_t count = zc_translate_field_count(job, row);
  if (first >= count || !begins_end(zc_translate_field(t, job, row, first)))
    return 0;
  for (uint32_t i = first + 1; i < count; i++)
    if (fits_fact(t, job, row, i))
      return 0;
  return 1;
}

int zc_translate_is_odd(const zc_batch *batch, const zc_batch_job *job, uint32_t row) {
  const zc_csv_fields *f = &job->fields;
  uint32_t length = f->start[row + 1] - f->start[row];
  const char *text = f->text + f->start[row];
  if (f->fault[row] == ZC_ROW_EMPTY || f->fault[row] == ZC_ROW_VALUES ||
      length <= batch->header.count + 1)
    return 1;
  if (batch->office->number >= 0 && length <= batch->header.count + 12)
    return 1;
  while (length && *text == ',') {
    text++;
    length--;
  }
  return length && (unsigned char)*text >= 0x80 && begins_end((zc_plain){text, length});
}

/* ---- the chunk ---- */

static int make_room(zc_batch_job *job) {
  if (job->raw.ends)
    return 0;
  job->row_faults = zc_calloc(ZC_CHUNK_ROWS, sizeof *job->row_faults);
  job->reason_ends = zc_calloc(ZC_CHUNK_ROWS, sizeof *job->reason_ends);
  return job->row_faults && job->reason_ends && zc_csv_fields_make(&job->raw) == ZC_OK ? 0 : -1;
}

zc_status zc_translate_rows(zc_translator *t, zc_batch_job *job) {
  uint32_t wanted = t->office->headings.count + (uint32_t)t->office->is_table;
  if (make_room(job) != 0 || zc_csv_split(&job->raw, job->text, job->length, wanted) != ZC_OK)
    return ZC_NO_RESOURCE;
  job->has_ended = 0;
  job->passed = 0;
  for (uint32_t row = 0; row < job->raw.rows; row++) {
    zc_row_fault fault = (zc_row_fault)job->raw.fault[row];
    int has_fields = fault == ZC_ROW_FINE || fault == ZC_ROW_FEW || fault == ZC_ROW_MANY;
    uint32_t first = has_fields ? first_filled(t, job, row, 0) : 0;
    if (!job->has_ended && has_fields)
      job->has_ended = is_end(t, job, row, first);
    if (job->has_ended)
      fault = ZC_ROW_PASSED;
    else if (has_fields && is_blank(t, job, row, first))
      fault = ZC_ROW_EMPTY;
    job->row_faults[row] = (uint8_t)fault;
    job->passed += fault == ZC_ROW_PASSED;
  }
  return t->room.failed ? ZC_NO_RESOURCE : ZC_OK;
}

/* One row: its text, or an empty line and what is wrong. */
static zc_status translate_row(zc_translator *t, zc_batch_job *job, uint32_t row) {
  zc_status status = ZC_OK;
  if (job->row_faults[row] == ZC_ROW_FINE) {
    status = zc_translate_one(t, job, row);
    if (status == ZC_BAD_INPUT) {
      job->row_faults[row] = ZC_ROW_WORDS;
      zc_buffer_puts(&job->reasons, zc_diagnostics_text(&t->diag));
      zc_diagnostics_free(&t->diag);
    }
  }
  zc_buffer_putc(&job->translated, '\n');
  job->reason_ends[row] = (uint32_t)job->reasons.length;
  return status == ZC_NO_RESOURCE ? status : ZC_OK;
}

zc_status zc_translate(zc_translator *t, zc_batch_job *job) {
  zc_status status = zc_translate_rows(t, job);
  zc_buffer_clear(&job->translated);
  zc_buffer_clear(&job->reasons);
  for (uint32_t row = 0; status == ZC_OK && row < job->raw.rows; row++)
    status = translate_row(t, job, row);
  size_t length = job->translated.length;
  if (status != ZC_OK || zc_buffer_reserve(&job->translated, ZC_CHUNK_PADDING) != 0 ||
      job->reasons.failed)
    return ZC_NO_RESOURCE;
  memset(job->translated.data + length, 0, ZC_CHUNK_PADDING);
  uint32_t wanted = t->office->headings.count + t->office->extra_count;
  status = zc_csv_split(&job->fields, job->translated.data, length, wanted);
  if (status != ZC_OK)
    return status;
  ZC_ASSERT(job->fields.rows == job->raw.rows);
  for (uint32_t row = 0; row < job->fields.rows; row++)
    if (job->row_faults[row] != ZC_ROW_FINE)
      job->fields.fault[row] = job->row_faults[row];
  job->is_translated = 1;
  return ZC_OK;
}
