/* SPDX-License-Identifier: Apache-2.0 */
/* A chunk's lines: of the output, and of rejected rows. */
#include "base/assert.h"
#include "base/signal.h"
#include "batch/work.h"

#include <string.h>

/* ---- rulings ---- */

static void put_ruling(const zc_batch *batch, zc_batch_worker_region *r, const uint64_t *key) {
  zc_ruling ruling = zc_batch_ruling(batch, r->plan, key);
  if (batch->out == ZC_FORM_CSV)
    zc_ruling_csv(&r->rulings.text, &ruling, batch->ruling_fields);
  else
    zc_ruling_json(&r->rulings.text, &ruling);
  zc_rulings_close(&r->rulings);
}

/* The written ruling of a row; lives until the next one. NULL and no length: out of memory. */
static inline const char *ruling_of(const zc_batch_worker *w, const zc_batch_job *job, uint32_t row,
                                    uint32_t *length) {
  ZC_ASSERT(job->region[row] < w->batch->region_count);
  zc_batch_worker_region *r = &w->regions[job->region[row]];
  const uint64_t *key = zc_batch_job_key(w->batch, job, row);
  int is_new;
  uint32_t ruling = zc_rulings_find(&r->rulings, key, &is_new);
  if (is_new)
    put_ruling(w->batch, r, key);
  *length = 0;
  return r->rulings.text.failed ? NULL : zc_rulings_text(&r->rulings, ruling, length);
}

/* ---- CSV ---- */

/* Copies in whole steps: there is room for them behind the text, here and there. */
static inline char *put_bytes(char *to, const char *from, uint32_t length) {
  enum { STEP = 32 };
  for (uint32_t i = 0; i < length; i += STEP)
    memcpy(to + i, from + i, STEP);
  return to + length;
}

/* A ruling's text; most are shorter than what is copied in any case. */
static inline char *put_text(char *to, const char *from, uint32_t length) {
  memcpy(to, from, ZC_RULING_PADDING);
  if (length > ZC_RULING_PADDING)
    memcpy(to + ZC_RULING_PADDING, from + ZC_RULING_PADDING, length - ZC_RULING_PADDING);
  return to + length;
}

/* A field as it stood. One with quotes inside that does not begin with one gets its own. */
static inline char *put_field(char *to, zc_csv_field field, int has_quotes) {
  if (!has_quotes || field.length == 0 || field.text[0] == '"' ||
      !memchr(field.text, '"', field.length))
    return put_bytes(to, field.text, field.length);
  *to++ = '"';
  for (uint32_t i = 0; i < field.length; i++) {
    *to++ = field.text[i];
    if (field.text[i] == '"')
      *to++ = '"';
  }
  *to++ = '"';
  return to;
}

/* A row of CSV from a row of CSV that has an id. */
static void put_same(const zc_batch_worker *w, zc_batch_job *job, uint32_t row) {
  const zc_batch *batch = w->batch;
  zc_buffer *out = &job->out;
  uint32_t length;
  int has_quotes = job->fields.has_quotes;
  const char *ruling = ruling_of(w, job, row, &length);
  size_t most = (size_t)(job->fields.start[row + 1] - job->fields.start[row]) * 2 +
                4 * ((size_t)batch->carried_count + 1) + length + ZC_RULING_PADDING;
  if (!ruling || zc_buffer_reserve(out, most) != 0)
    return;
  char *to = out->data + out->length;
  for (uint32_t i = 0; i < batch->carried_count; i++) {
    to = put_field(to, zc_csv_field_at(&job->fields, row, batch->carried[i]), has_quotes);
    *to++ = ',';
  }
  to = put_field(to, zc_csv_field_at(&job->fields, row, (uint32_t)batch->header.id), has_quotes);
  size_t before = out->length;
  out->length = (size_t)(put_text(to, ruling, length) - out->data);
  ZC_ASSERT(out->length - before <= most);
}

static void put_csv(zc_batch_worker *w, zc_batch_job *job, uint32_t row) {
  const zc_batch *batch = w->batch;
  zc_buffer *out = &job->out;
  for (uint32_t i = 0; i < zc_batch_carried_count(batch); i++) {
    zc_csv_field carried = zc_batch_job_carried(batch, job, row, i, &w->room);
    zc_csv_put_safe(out, carried.text, carried.length, batch->is_safe);
    zc_buffer_putc(out, ',');
  }
  zc_csv_field id = zc_batch_job_id(batch, job, row, &w->room);
  zc_csv_put_safe(out, id.text, id.length, batch->is_safe);
  uint32_t length;
  const char *ruling = ruling_of(w, job, row, &length);
  zc_buffer_add(out, ruling, length);
}

/* ---- NDJSON ---- */

static void put_carried_members(zc_batch_worker *w, zc_batch_job *job, uint32_t row) {
  const zc_batch *batch = w->batch;
  zc_buffer *out = &job->out;
  if (batch->in == ZC_FORM_NDJSON) { /* an object without its brackets */
    zc_csv_field carried = zc_batch_job_carried(batch, job, row, 0, &w->room);
    zc_buffer_add(out, carried.text + 1, carried.length - 2);
    zc_buffer_puts(out, carried.length > 2 ? "," : "");
    return;
  }
  for (uint32_t i = 0; i < batch->carried_count; i++) {
    const char *name = zc_batch_carried_name(batch, i);
    zc_csv_field carried = zc_batch_job_carried(batch, job, row, i, &w->room);
    zc_json_put(out, name, strlen(name));
    zc_buffer_putc(out, ':');
    zc_json_put(out, carried.text, carried.length);
    zc_buffer_putc(out, ',');
  }
}

static void put_id_member(zc_batch_worker *w, zc_batch_job *job, uint32_t row) {
  const zc_batch *batch = w->batch;
  size_t at = (size_t)row * ZC_PIECE_COUNT;
  zc_buffer_puts(&job->out, "\"id\":");
  if (batch->in == ZC_FORM_NDJSON && job->piece_ends[at] < job->piece_ends[at + 1]) {
    zc_buffer_add(&job->out, job->pieces.data + job->piece_ends[at],
                  job->piece_ends[at + 1] - job->piece_ends[at]);
  } else {
    zc_csv_field id = zc_batch_job_id(batch, job, row, &w->room);
    zc_json_put(&job->out, id.text, id.length);
  }
  zc_buffer_putc(&job->out, ',');
}

/* The whole answer of one row, as `assess` gives it. */
static zc_status put_answer(zc_batch_worker *w, zc_batch_job *job, uint32_t row) {
  zc_batch_worker_region *r = &w->regions[job->region[row]];
  const zc_batch *batch = w->batch;
  const zc_answer *answer = NULL;
  zc_status status = zc_batch_facts(batch, job, row, r->plan, &r->facts, &w->diag);
  if (status == ZC_OK)
    status = zc_ask(r->ask, ZC_Q_ASSESS, &r->facts, zc_batch_job_day(batch, job, row),
                    batch->strict, &answer, &w->diag);
  if (status != ZC_OK)
    return ZC_NO_RESOURCE; /* the columns took the row: only memory can be lacking */
  if (zc_json_has_advice(answer))
    zc_advise(r->advisor, r->ask, &r->facts, batch->strict);
  zc_buffer_puts(&job->out, ",\"answer\":");
  zc_json_answer(&job->out, r->writer, answer);
  while (job->out.length > 0 && job->out.data[job->out.length - 1] == '\n')
    job->out.length--;
  return ZC_OK;
}

/* The first day on which somebody who may not apply yet may; nothing where waiting does not help.
 */
static zc_status put_earliest(zc_batch_worker *w, zc_batch_job *job, uint32_t row) {
  zc_batch_worker_region *r = &w->regions[job->region[row]];
  const zc_batch *batch = w->batch;
  zc_ruling ruling = zc_batch_ruling(batch, r->plan, zc_batch_job_key(batch, job, row));
  zc_day day;
  char text[11];
  if (ruling.verdict != ZC_INELIGIBLE)
    return ZC_OK;
  zc_status status = zc_batch_facts(batch, job, row, r->plan, &r->facts, &w->diag);
  if (status == ZC_OK)
    status = zc_earliest_find(r->earliest, r->ask, &r->facts, zc_batch_job_day(batch, job, row),
                              batch->strict, &day, &w->diag);
  if (status != ZC_OK)
    return ZC_NO_RESOURCE; /* the columns took the row: only memory can be lacking */
  if (day <= ZC_DAY_MAX) {
    zc_day_format(day, text);
    zc_buffer_puts(&job->out, text);
  }
  return ZC_OK;
}

static zc_status put_json(zc_batch_worker *w, zc_batch_job *job, uint32_t row) {
  zc_status status = ZC_OK;
  zc_buffer_putc(&job->out, '{');
  put_carried_members(w, job, row);
  put_id_member(w, job, row);
  uint32_t length;
  const char *ruling = ruling_of(w, job, row, &length);
  zc_buffer_add(&job->out, ruling, length);
  if (w->batch->explain)
    status = put_answer(w, job, row);
  zc_buffer_puts(&job->out, "}\n");
  return status;
}

/* ---- rejected rows ---- */

/* Says in `diag` what is wrong with the row, where its fault does not say it all. */
static zc_status find_reason(zc_batch_worker *w, const zc_batch_job *job, uint32_t row) {
  zc_batch_worker_region *r = &w->regions[job->region[row]];
  const zc_batch *batch = w->batch;
  const zc_answer *answer;
  zc_row_fault fault = (zc_row_fault)job->fields.fault[row];
  if (fault == ZC_ROW_REFUSED) {
    zc_status status = zc_batch_facts(batch, job, row, r->plan, &r->facts, &w->diag);
    return status == ZC_OK
               ? zc_ask(r->ask, ZC_Q_ASSESS, &r->facts, zc_batch_job_day(batch, job, row),
                        batch->strict, &answer, &w->diag)
               : status;
  }
  if (fault == ZC_ROW_REGION)
    return zc_batch_region_reason(batch, job, row, &w->diag);
  if (fault != ZC_ROW_VALUES && fault != ZC_ROW_SYNTAX && fault != ZC_ROW_DAY)
    return ZC_OK;
  zc_day day;
  if (fault == ZC_ROW_DAY)
    zc_batch_row_day(batch, job, row, &day, &w->diag);
  zc_status status = zc_batch_facts(batch, job, row, r->plan, &r->facts, &w->diag);
  if (w->diag.errors == 0) {
    status = zc_report(&w->diag, ZC_BAD_INPUT, NULL,
                       "id（或 编号，二者只写一个）要写文字或整数，原样保留的名称不能与结果中的相同"
                       "（如 verdict）；请改正",
                       "the id (named id or 编号, not both) is a text or a whole number, and no "
                       "member that is kept is named like one of the result, such as verdict; "
                       "correct it");
  }
  return status;
}

static zc_status put_reject(zc_batch_worker *w, zc_batch_job *job, uint32_t row) {
  if (job->fields.fault[row] == ZC_ROW_EMPTY) {
    job->tally.blank++;
    return ZC_OK;
  }
  zc_status status = find_reason(w, job, row);
  job->tally.rejected++;
  zc_reject_line(&job->rejects, w->batch, job, row, &w->diag);
  zc_diagnostics_free(&w->diag);
  return status == ZC_NO_RESOURCE ? status : ZC_OK;
}

/* ---- all rows ---- */

zc_status zc_batch_worker_write(zc_batch_worker *w, zc_batch_job *job) {
  const zc_batch *batch = w->batch;
  int same = batch->in == ZC_FORM_CSV && batch->out == ZC_FORM_CSV && batch->header.id >= 0 &&
             !batch->is_safe;
  zc_status status = ZC_OK;
  /* After a signal nothing of the job is written. */
  for (uint32_t row = 0; status == ZC_OK && row < job->fields.rows && !zc_signal_caught(); row++) {
    if (job->fields.fault[row] == ZC_ROW_PASSED)
      ; /* no line of any kind */
    else if (job->fields.fault[row] != ZC_ROW_FINE)
      status = put_reject(w, job, row);
    else if (same)
      put_same(w, job, row);
    else if (batch->out == ZC_FORM_CSV)
      put_csv(w, job, row);
    else if (batch->out == ZC_FORM_NDJSON)
      status = put_json(w, job, row);
    else if (batch->out == ZC_FORM_XLSX)
      status = put_earliest(w, job, row);
    job->out_ends[row] = (uint32_t)job->out.length;
    job->reject_ends[row] = (uint32_t)job->rejects.length;
  }
  int lacking = job->out.failed | job->rejects.failed | w->room.failed;
  for (uint32_t i = 0; i < batch->region_count; i++)
    lacking |= w->regions[i].rulings.text.failed;
  return lacking ? ZC_NO_RESOURCE : status;
}
