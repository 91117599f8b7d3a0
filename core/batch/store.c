/* SPDX-License-Identifier: Apache-2.0 */
/* Rows to SQLite: the virtual table asks for them one by one. */
#include "batch/decisions.h"
#include "batch/rulings.h"
#include "batch/sink.h"

#include "base/bit.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

typedef struct row_source {
  zc_sink *sink;
  zc_store *store;
  zc_batch_job *job;
  uint32_t row;        /* of job; the first one to look at next is row + 1 */
  zc_rulings *rulings; /* by region; a ruling's text is its number in the file */
  zc_buffer *rooms;    /* by column, for fields without their quotes */
  zc_buffer fields;
} row_source;

static int next_row(void *context) {
  row_source *s = context;
  s->row++;
  for (;;) {
    while (s->job && s->row < s->job->fields.rows) {
      if (s->job->fields.fault[s->row] == ZC_ROW_FINE)
        return 1;
      s->row++;
    }
    if (zc_sink_next(s->sink, &s->job) != ZC_OK)
      return -1;
    s->row = 0;
    if (!s->job)
      return 0;
  }
}

static zc_store_text value_of(void *context, uint32_t column) {
  row_source *s = context;
  const zc_batch *batch = s->sink->batch;
  zc_csv_field field = column < zc_batch_carried_count(batch)
                           ? zc_batch_job_carried(batch, s->job, s->row, column, &s->rooms[column])
                           : zc_batch_job_id(batch, s->job, s->row, &s->rooms[column]);
  return (zc_store_text){field.text, field.length};
}

static int add_findings(row_source *s, const zc_ruling *ruling, int64_t number) {
  const zc_region *region = ruling->region;
  int failed = 0;
  if (ruling->base_track >= 0) {
    failed |= zc_store_finding(s->store, number, "base.track",
                               zc_state_word((zc_state)ruling->base_track));
  }
  if (ruling->no_edition)
    failed |= zc_store_finding(s->store, number, "no_edition", zc_state_word(ZC_UNKNOWN));
  for (uint32_t i = 0; failed == 0 && i < region->rule_count; i++) {
    for (int state = 0; state < ZC_RULING_STATES; state++) {
      if (zc_has_bit(ruling->states[state], i)) {
        failed |=
            zc_store_finding(s->store, number, region->rules[i].id, zc_state_word((zc_state)state));
      }
    }
  }
  return failed;
}

/* Adds the ruling to the file and returns its number there. */
static int64_t add_ruling(row_source *s, const zc_batch_region *region, const uint64_t *key) {
  zc_ruling ruling = zc_batch_ruling(s->sink->batch, region, key);
  zc_store_text values[ZC_RULING_COUNT];
  size_t ends[ZC_RULING_COUNT];
  zc_buffer_clear(&s->fields);
  for (uint32_t i = 0; i < ZC_RULING_COUNT; i++) {
    zc_ruling_field(&s->fields, &ruling, (zc_ruling_part)i);
    ends[i] = s->fields.length;
  }
  if (s->fields.failed)
    return -1;
  for (uint32_t i = 0; i < ZC_RULING_COUNT; i++) {
    size_t start = i > 0 ? ends[i - 1] : 0;
    /* mode and route are null unless eligible, as in JSON */
    int is_null = (i == ZC_RULING_MODE || i == ZC_RULING_ROUTE) && !ruling.route;
    values[i] = (zc_store_text){is_null ? NULL : s->fields.data + start, ends[i] - start};
  }
  int64_t number = zc_store_ruling(s->store, values);
  if (number >= 0 && s->sink->batch->explain && add_findings(s, &ruling, number) != 0)
    return -1;
  return number;
}

static int64_t ruling_of(void *context) {
  row_source *s = context;
  const zc_batch *batch = s->sink->batch;
  uint32_t region = s->job->region[s->row];
  const uint64_t *key = zc_batch_job_key(batch, s->job, s->row);
  zc_rulings *rulings = &s->rulings[region];
  int is_new;
  uint32_t ruling = zc_rulings_find(rulings, key, &is_new), length;
  int64_t number;
  if (is_new) {
    number = add_ruling(s, &batch->regions[region], key);
    zc_buffer_add(&rulings->text, (const char *)&number, sizeof number);
    zc_rulings_close(rulings);
    return rulings->text.failed ? -1 : number;
  }
  memcpy(&number, zc_rulings_text(rulings, ruling, &length), sizeof number);
  return number;
}

static zc_status make_source(row_source *s) {
  const zc_batch *batch = s->sink->batch;
  s->rulings = zc_calloc(batch->region_count, sizeof *s->rulings);
  s->rooms = zc_calloc((size_t)zc_batch_carried_count(batch) + 1, sizeof *s->rooms);
  int failed = !s->rulings || !s->rooms;
  for (uint32_t i = 0; !failed && i < batch->region_count; i++)
    failed = zc_rulings_make(&s->rulings[i], batch->key_words) != 0;
  return failed ? zc_report_memory(s->sink->diag) : ZC_OK;
}

static void free_source(row_source *s) {
  const zc_batch *batch = s->sink->batch;
  for (uint32_t i = 0; s->rulings && i < batch->region_count; i++)
    zc_rulings_free(&s->rulings[i]);
  for (uint32_t i = 0; s->rooms && i <= zc_batch_carried_count(batch); i++)
    zc_buffer_free(&s->rooms[i]);
  zc_free(s->rulings);
  zc_free(s->rooms);
  zc_buffer_free(&s->fields);
}

static int compare_names(const void *a, const void *b) {
  return strcasecmp(*(const char *const *)a, *(const char *const *)b);
}

/* Names of columns differ in SQLite whatever their capitals. `sorted` is room for as many. */
static zc_status name_columns(zc_sink *sink, const char **names, const char **sorted) {
  const zc_batch *batch = sink->batch;
  uint32_t count = zc_batch_carried_count(batch);
  for (uint32_t i = 0; i <= count; i++)
    names[i] = sorted[i] = i < count ? zc_batch_carried_name(batch, i) : "id";
  qsort(sorted, (size_t)count + 1, sizeof *sorted, compare_names);
  for (uint32_t i = 1; i <= count; i++) {
    if (strcasecmp(sorted[i - 1], sorted[i]) == 0) {
      return zc_report(sink->diag, ZC_BAD_INPUT, &(zc_where){.file = batch->file, .line = 1},
                       "SQLite 不分大小写，“%s”和“%s”是同一个列名；请改名",
                       "in SQLite the columns \"%s\" and \"%s\" have the same name, whatever "
                       "their capitals; rename one",
                       sorted[i - 1], sorted[i]);
    }
  }
  return ZC_OK;
}

static zc_status fill(zc_sink *sink, row_source *source, const char *const *names) {
  static const char *const ruling_names[] = {ZC_RULING_NAMES};
  const zc_output *output = &sink->output;
  zc_store_shape shape = {.path = output->temporary,
                          .shown = output->target,
                          .names = names,
                          .count = zc_batch_carried_count(sink->batch) + 1,
                          .ruling_names = ruling_names,
                          .ruling_count = ZC_RULING_COUNT,
                          .is_forced = sink->is_forced};
  zc_status status = zc_store_check(output->target, sink->diag);
  if (status == ZC_OK)
    status = zc_store_open(&source->store, &shape, sink->diag);
  if (status == ZC_OK) {
    zc_store_source rows = {source, next_row, value_of, ruling_of};
    status = zc_store_fill(source->store, &rows, sink->diag);
  }
  zc_store_close(source->store);
  return status;
}

zc_status zc_sink_store(zc_sink *sink) {
  row_source source = {.sink = sink};
  if (!sink->output.temporary) {
    return zc_report(sink->diag, ZC_BAD_INPUT, &(zc_where){.file = sink->output.target},
                     "SQLite 数据库只能写成文件，不能写到设备或管道；请换一个 --out",
                     "an SQLite database is a file, no device or pipe; name another --out");
  }
  size_t count = (size_t)zc_batch_carried_count(sink->batch) + 1;
  const char **names = zc_calloc(2 * count, sizeof *names);
  zc_status status =
      names ? name_columns(sink, names, names + count) : zc_report_memory(sink->diag);
  if (status == ZC_OK)
    status = make_source(&source);
  if (status == ZC_OK)
    status = fill(sink, &source, names);
  free_source(&source);
  zc_free(names);
  return status;
}
