/* SPDX-License-Identifier: Apache-2.0 */
/* NDJSON rows: each is parsed once, into the columns of its region and the pieces of its line. */
#include "batch/work.h"

#include "base/json.h"
#include "facts/ndjson.h"

#include <string.h>

/* The id as plain text and as JSON; of a row without one both are empty. */
static zc_row_fault put_id(const json_t *id, zc_batch_job *job, uint32_t *ends) {
  zc_buffer *out = &job->pieces;
  if (json_is_string(id))
    zc_buffer_add(out, json_string_value(id), json_string_length(id));
  else if (json_is_integer(id))
    zc_buffer_int(out, json_integer_value(id));
  else if (id && !json_is_null(id))
    return ZC_ROW_VALUES;
  ends[ZC_PIECE_ID] = (uint32_t)out->length;
  if (json_is_string(id) || json_is_integer(id))
    zc_ndjson_write(out, id);
  ends[ZC_PIECE_ID_JSON] = (uint32_t)out->length;
  return ZC_ROW_FINE;
}

/* Whoever sees the name of a fact among these has mistyped it. */
static void note_member(const zc_batch *batch, const char *name, size_t length, zc_batch_job *job) {
  int is_chosen = (batch->region_name && strcmp(name, batch->region_name) == 0) ||
                  (batch->day_name && strcmp(name, batch->day_name) == 0);
  for (uint32_t i = 0; !is_chosen && i < batch->region_count; i++)
    is_chosen = zc_fact_find(&batch->regions[i].region->vocabulary, name, length) >= 0;
  if (!is_chosen)
    zc_notes_add(&job->members, name, length);
}

/* What is carried, as an object. */
static void put_carried(const zc_batch_worker *w, const zc_vocabulary *v, json_t *object,
                        zc_batch_job *job, uint32_t *ends) {
  zc_buffer *out = &job->pieces;
  const char *separator = "";
  zc_buffer_putc(out, '{');
  for (void *at = json_object_iter(object); at; at = json_object_iter_next(object, at)) {
    const char *name = json_object_iter_key(at);
    size_t length = json_object_iter_key_len(at);
    if (!zc_ndjson_is_kept(v, w->batch->region_name, name, length))
      continue;
    note_member(w->batch, name, length, job);
    zc_buffer_puts(out, separator);
    zc_json_put(out, name, length);
    zc_buffer_putc(out, ':');
    zc_ndjson_write(out, json_object_iter_value(at));
    separator = ",";
  }
  zc_buffer_putc(out, '}');
  ends[ZC_PIECE_CARRIED] = (uint32_t)out->length;
}

static int32_t region_of(const zc_batch_worker *w, const json_t *object) {
  if (!w->batch->region_name)
    return 0;
  const json_t *id = json_object_get(object, w->batch->region_name);
  return json_is_string(id)
             ? zc_batch_find_region(w->batch, json_string_value(id), json_string_length(id))
             : -1;
}

/* Two members that hold the id. */
static int has_two_ids(const json_t *object) {
  return json_object_get(object, "id") && json_object_get(object, "编号");
}

/* A member that is carried must not be named like one of the result. */
static int is_taken(const json_t *object) {
  static const char *const names[] = {ZC_RULING_NAMES, "missing_exact", "answer"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    if (json_object_get(object, names[i]))
      return 1;
  return 0;
}

static void put_columns(zc_batch_worker_region *r, uint32_t row) {
  for (uint32_t i = 0; i < r->plan->fact_count; i++) {
    uint32_t fact = r->plan->facts[i];
    if (r->facts.given[fact])
      zc_fact_column_put(&r->columns[i], row, r->facts.slots[fact]);
    else
      zc_fact_column_forget(&r->columns[i], row);
  }
}

static zc_row_fault read_object(zc_batch_worker *w, json_t *object, zc_batch_job *job,
                                uint32_t row) {
  uint32_t *ends = job->piece_ends + (size_t)row * ZC_PIECE_COUNT;
  int32_t region = region_of(w, object);
  zc_row_fault fault = put_id(zc_ndjson_id(object), job, ends);
  if (region < 0)
    return ZC_ROW_REGION;
  job->region[row] = (uint16_t)region; /* of a row with a fault too: its reason is in its words */
  zc_batch_worker_region *r = &w->regions[region];
  zc_facts_clear(&r->facts);
  if (zc_ndjson_facts(object, w->batch->region_name, &r->facts, NULL) != ZC_OK ||
      has_two_ids(object) || (w->batch->out == ZC_FORM_NDJSON && is_taken(object)))
    fault = ZC_ROW_VALUES;
  if (!w->batch->day_name && json_object_get(object, ZC_DAY_MEMBER))
    fault = ZC_ROW_VALUES;
  if (w->batch->day_name && zc_batch_object_day(w->batch, object, &job->days[row], NULL) != ZC_OK)
    fault = ZC_ROW_DAY;
  if (fault != ZC_ROW_FINE)
    return fault;
  zc_batch_give(r->plan, &r->facts);
  put_carried(w, &r->plan->region->vocabulary, object, job, ends);
  put_columns(r, r->filled++);
  return ZC_ROW_FINE;
}

static void read_row(zc_batch_worker *w, zc_batch_job *job, uint32_t row) {
  uint32_t *ends = job->piece_ends + (size_t)row * ZC_PIECE_COUNT;
  uint32_t start = (uint32_t)job->pieces.length;
  ends[ZC_PIECE_ID] = ends[ZC_PIECE_ID_JSON] = start;
  if (job->fields.fault[row] == ZC_ROW_FINE) {
    zc_csv_field line = zc_csv_field_at(&job->fields, row, 0);
    json_t *object = NULL;
    job->fields.fault[row] = zc_ndjson_parse(line.text, line.length, &object, NULL) == ZC_OK
                                 ? (uint8_t)read_object(w, object, job, row)
                                 : ZC_ROW_SYNTAX;
    json_decref(object);
  }
  ends[ZC_PIECE_CARRIED] = (uint32_t)job->pieces.length;
}

zc_status zc_batch_worker_answer_ndjson(zc_batch_worker *w, zc_batch_job *job) {
  zc_csv_fields *f = &job->fields;
  zc_status status = zc_line_split(f, job->text, job->length);
  if (status != ZC_OK)
    return status;
  for (uint32_t i = 0; i < w->batch->region_count; i++)
    w->regions[i].filled = 0;
  for (uint32_t row = 0; row < f->rows; row++)
    read_row(w, job, row);
  for (uint32_t i = 0; status == ZC_OK && i < w->batch->region_count; i++) {
    zc_csv_rows rows = {.fields = f, .row = w->selection};
    for (uint32_t r = 0; r < f->rows; r++) {
      w->selection[rows.count] = r;
      rows.count += f->fault[r] == ZC_ROW_FINE && job->region[r] == i;
    }
    if (rows.count > 0)
      status = zc_batch_worker_assess(w, &w->regions[i], &rows, job);
  }
  return job->pieces.failed ? ZC_NO_RESOURCE : status;
}
