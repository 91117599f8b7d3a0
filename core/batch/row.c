/* SPDX-License-Identifier: Apache-2.0 */
/* Jobs, and single rows of them: id, what is carried, facts, reasons. */
#include "batch/batch.h"

#include "base/given_day.h"
#include "base/hint.h"
#include "base/json.h"
#include "base/memory.h"
#include "facts/ndjson.h"
#include "facts/reader.h"

zc_status zc_batch_job_make(zc_batch_job *job, const zc_batch *batch) {
  job->region = zc_calloc(ZC_CHUNK_ROWS, sizeof *job->region);
  job->keys = zc_calloc((size_t)ZC_CHUNK_ROWS * batch->key_words, sizeof *job->keys);
  job->piece_ends = zc_calloc((size_t)ZC_CHUNK_ROWS * ZC_PIECE_COUNT, sizeof *job->piece_ends);
  job->out_ends = zc_calloc(ZC_CHUNK_ROWS, sizeof *job->out_ends);
  job->reject_ends = zc_calloc(ZC_CHUNK_ROWS, sizeof *job->reject_ends);
  job->tally.unmet = zc_calloc((size_t)batch->rule_count + 1, sizeof *job->tally.unmet);
  job->days = batch->day_name ? zc_calloc(ZC_CHUNK_ROWS, sizeof *job->days) : NULL;
  int made = !job->days == !batch->day_name && job->region && job->keys && job->piece_ends &&
             job->out_ends && job->reject_ends && job->tally.unmet;
  return made ? zc_csv_fields_make(&job->fields) : ZC_NO_RESOURCE;
}

void zc_batch_job_free(zc_batch_job *job) {
  zc_free(job->text);
  zc_csv_fields_free(&job->fields);
  zc_free(job->region);
  zc_free(job->days);
  zc_free(job->keys);
  zc_buffer_free(&job->pieces);
  zc_free(job->piece_ends);
  zc_buffer_free(&job->out);
  zc_free(job->out_ends);
  zc_buffer_free(&job->rejects);
  zc_free(job->reject_ends);
  zc_free(job->tally.unmet);
  zc_notes_free(&job->members);
  zc_notes_free(&job->divisions);
  zc_notes_free(&job->former);
  zc_csv_fields_free(&job->raw);
  zc_buffer_free(&job->translated);
  zc_free(job->row_faults);
  zc_buffer_free(&job->reasons);
  zc_free(job->reason_ends);
}

/* Of a table the row's last field begins with its number. */
static uint64_t table_row(const zc_batch_job *job, uint32_t row) {
  uint64_t number = 0;
  zc_csv_field last =
      zc_csv_field_at(&job->raw, row, job->raw.first[row + 1] - job->raw.first[row] - 1);
  for (uint32_t i = 0; i < last.length && last.text[i] >= '0' && last.text[i] <= '9'; i++)
    number = number * 10 + (uint64_t)(last.text[i] - '0');
  return number;
}

uint64_t zc_batch_job_line(const zc_batch *batch, const zc_batch_job *job, uint32_t row) {
  if (batch->office && batch->office->is_table && job->is_translated)
    return table_row(job, row);
  return job->first_line + (job->is_translated ? job->raw.line[row] : job->fields.line[row]);
}

static zc_csv_field piece_of(const zc_batch_job *job, uint32_t row, uint32_t piece) {
  size_t at = (size_t)row * ZC_PIECE_COUNT + piece;
  uint32_t start = at > 0 ? job->piece_ends[at - 1] : 0;
  return (zc_csv_field){job->pieces.data + start, job->piece_ends[at] - start};
}

/* Without its quotes, copied to `room` where it had any. */
static zc_csv_field plain_field(const zc_batch_job *job, uint32_t row, uint32_t field,
                                zc_buffer *room) {
  zc_csv_field raw = zc_csv_field_at(&job->fields, row, field);
  if (raw.length == 0 || raw.text[0] != '"')
    return raw;
  zc_buffer_clear(room);
  return zc_buffer_reserve(room, raw.length) == 0 ? zc_csv_value(raw, room->data)
                                                  : (zc_csv_field){"", 0};
}

zc_csv_field zc_batch_job_id(const zc_batch *batch, const zc_batch_job *job, uint32_t row,
                             zc_buffer *room) {
  if (batch->in == ZC_FORM_NDJSON && piece_of(job, row, ZC_PIECE_ID).length > 0)
    return piece_of(job, row, ZC_PIECE_ID);
  if (batch->in == ZC_FORM_CSV && batch->header.id >= 0)
    return plain_field(job, row, (uint32_t)batch->header.id, room);
  zc_buffer_clear(room);
  zc_buffer_int(room, (int64_t)zc_batch_job_line(batch, job, row));
  return (zc_csv_field){room->failed ? "" : room->data, (uint32_t)room->length};
}

zc_csv_field zc_batch_job_carried(const zc_batch *batch, const zc_batch_job *job, uint32_t row,
                                  uint32_t carried, zc_buffer *room) {
  return batch->in == ZC_FORM_CSV ? plain_field(job, row, batch->carried[carried], room)
                                  : piece_of(job, row, ZC_PIECE_CARRIED);
}

/* ---- facts ---- */

/* Without a word for it the day of the run would be asked about, whatever the row says. */
static zc_status refuse_day(const json_t *object, zc_diagnostics *diag) {
  if (!json_object_get(object, ZC_DAY_MEMBER))
    return ZC_OK;
  return zc_report(
      diag, ZC_BAD_INPUT, NULL,
      "有成员 as_of，而没有说每行各问一天；请加 --as-of-column as_of，或给这个成员改名",
      "there is a member as_of, and nothing says that each row has its own day; add "
      "--as-of-column as_of, or rename the member");
}

static zc_status read_object(const zc_batch *batch, const zc_batch_job *job, uint32_t row,
                             zc_facts *facts, zc_diagnostics *diag) {
  zc_csv_field line = zc_csv_field_at(&job->fields, row, 0);
  json_t *object = NULL;
  zc_status status = zc_ndjson_parse(line.text, line.length, &object, diag);
  if (status == ZC_OK) {
    status = zc_ndjson_facts(object, batch->region_name, facts, diag);
    zc_status member = batch->day_name ? ZC_OK : refuse_day(object, diag);
    status = member > status ? member : status;
  }
  json_decref(object);
  return status;
}

/* ---- days ---- */

static zc_status read_day(const zc_batch *batch, const char *text, size_t length, zc_day *day,
                          zc_diagnostics *diag) {
  enum { LENGTH = 10 }; /* of 2024-06-29 */
  char copy[LENGTH + 1] = "";
  if (length == LENGTH)
    memcpy(copy, text, length);
  if (zc_day_parse(copy, day) == 0)
    return ZC_OK;
  if (length == 0) {
    return zc_report(diag, ZC_BAD_INPUT, NULL, "%s：没有写所问的那一天；应写作 2024-06-29 的形式",
                     "%s: the day asked about is missing; it is written like 2024-06-29",
                     batch->day_name);
  }
  return zc_given_day_read(day, zc_show_text(text, length).text, batch->day_name, diag);
}

zc_status zc_batch_object_day(const zc_batch *batch, const json_t *object, zc_day *day,
                              zc_diagnostics *diag) {
  const json_t *member = json_object_get(object, batch->day_name);
  if (!member || json_is_null(member))
    return read_day(batch, "", 0, day, diag);
  if (json_is_string(member))
    return read_day(batch, json_string_value(member), json_string_length(member), day, diag);
  return zc_report(diag, ZC_BAD_INPUT, NULL, "%s 应是文字，如 \"2024-06-29\"",
                   "%s is to be a text like \"2024-06-29\"", batch->day_name);
}

zc_status zc_batch_row_day(const zc_batch *batch, const zc_batch_job *job, uint32_t row,
                           zc_day *day, zc_diagnostics *diag) {
  zc_buffer room = {0};
  json_t *object = NULL;
  zc_status status;
  if (batch->in == ZC_FORM_CSV) {
    zc_csv_field field = plain_field(job, row, batch->day_field, &room);
    status = read_day(batch, field.text, field.length, day, diag);
  } else {
    zc_csv_field line = zc_csv_field_at(&job->fields, row, 0);
    zc_ndjson_parse(line.text, line.length, &object, NULL);
    status = zc_batch_object_day(batch, object, day, diag);
  }
  status = room.failed ? zc_report_memory(diag) : status;
  json_decref(object);
  zc_buffer_free(&room);
  return status;
}

/* ---- regions ---- */

static int is_text(const char *name, const char *text, size_t length) {
  return name && strlen(name) == length && memcmp(name, text, length) == 0;
}

static zc_status report_region(const zc_batch *batch, const char *text, size_t length,
                               zc_diagnostics *diag) {
  zc_suggestion near = {.wanted = text, .wanted_length = length};
  if (length == 0) {
    return zc_report(diag, ZC_BAD_INPUT, NULL,
                     "没有写地区；请写编号，zhicheng regions 列出现有地区",
                     "no region; write its id, as `zhicheng regions` lists them");
  }
  for (uint32_t i = 0; i < batch->region_count; i++)
    zc_suggest(&near, batch->regions[i].region->id);
  for (uint32_t i = 0; i < batch->region_count; i++) {
    const zc_region *r = batch->regions[i].region;
    int is_named = is_text(r->name.zh, text, length) || is_text(r->name.en, text, length);
    near.best = is_named ? r->id : near.best;
  }
  return zc_report(diag, ZC_BAD_INPUT, NULL,
                   "没有编号为“%s”的地区（zhicheng regions 列出现有地区）%s",
                   "\"%s\" is the id of no region that is loaded (`zhicheng regions` lists them)%s",
                   zc_show_text(text, length).text, zc_hint_make(diag, &near).text);
}

zc_status zc_batch_region_reason(const zc_batch *batch, const zc_batch_job *job, uint32_t row,
                                 zc_diagnostics *diag) {
  zc_buffer room = {0};
  json_t *object = NULL;
  const char *text = "";
  size_t length = 0;
  if (batch->in == ZC_FORM_CSV) {
    zc_csv_field field = plain_field(job, row, batch->region_field, &room);
    text = field.text;
    length = field.length;
  } else {
    zc_csv_field line = zc_csv_field_at(&job->fields, row, 0);
    zc_ndjson_parse(line.text, line.length, &object, NULL);
    const json_t *id = json_object_get(object, batch->region_name);
    text = json_is_string(id) ? json_string_value(id) : "";
    length = json_is_string(id) ? json_string_length(id) : 0;
  }
  zc_status status =
      room.failed ? zc_report_memory(diag) : report_region(batch, text, length, diag);
  json_decref(object);
  zc_buffer_free(&room);
  return status;
}

/* Facts of --set go before those of the file. */
void zc_batch_give(const zc_batch_region *region, zc_facts *facts) {
  for (uint32_t i = 0; i < region->region->vocabulary.fact_count; i++) {
    if (region->given.given[i]) {
      facts->slots[i] = region->given.slots[i];
      facts->given[i] = 1;
      facts->texts[i] = region->given.texts[i];
      facts->origins[i] = region->given.origins[i];
    }
  }
}

zc_status zc_batch_facts(const zc_batch *batch, const zc_batch_job *job, uint32_t row,
                         const zc_batch_region *region, zc_facts *facts, zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  zc_facts_clear(facts);
  if (batch->in == ZC_FORM_NDJSON)
    status = read_object(batch, job, row, facts, diag);
  uint32_t readers = region->reader_count - (job->is_translated ? 0 : region->extra_count);
  for (uint32_t i = 0; i < readers; i++) {
    zc_status read = zc_csv_read_fact(&region->readers[i], &job->fields, row, facts, diag);
    status = read > status ? read : status;
  }
  zc_batch_give(region, facts);
  return status;
}

void zc_csv_put(zc_buffer *out, const char *text, size_t length) {
  int plain = 1;
  for (size_t i = 0; i < length; i++)
    plain &= text[i] != ',' && text[i] != '"' && text[i] != '\n' && text[i] != '\r';
  if (plain) {
    zc_buffer_add(out, text, length);
    return;
  }
  zc_buffer_putc(out, '"');
  for (size_t i = 0; i < length; i++) {
    if (text[i] == '"')
      zc_buffer_putc(out, '"');
    zc_buffer_putc(out, text[i]);
  }
  zc_buffer_putc(out, '"');
}

void zc_csv_put_safe(zc_buffer *out, const char *text, size_t length, int is_safe) {
  int is_formula = is_safe && length > 0 && memchr("=+-@\t\r", text[0], 6);
  size_t at = out->length;
  if (is_formula)
    zc_buffer_putc(out, '\'');
  zc_csv_put(out, text, length);
  if (is_formula && !out->failed && out->data[at + 1] == '"') { /* the quotes go around it */
    out->data[at] = '"';
    out->data[at + 1] = '\'';
  }
}

void zc_json_put(zc_buffer *out, const char *text, size_t length) {
  size_t from = 0;
  zc_buffer_putc(out, '"');
  for (size_t i = 0; i < length; i++) {
    unsigned char c = (unsigned char)text[i];
    if (c >= ' ' && c != '"' && c != '\\')
      continue;
    zc_buffer_add(out, text + from, i - from);
    if (c == '"' || c == '\\') {
      zc_buffer_putc(out, '\\');
      zc_buffer_putc(out, text[i]);
    } else {
      zc_buffer_printf(out, "\\u%04x", (unsigned)c);
    }
    from = i + 1;
  }
  zc_buffer_add(out, text + from, length - from);
  zc_buffer_putc(out, '"');
}
