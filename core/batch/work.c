/* SPDX-License-Identifier: Apache-2.0 */
/* A chunk's rows into columns, region by region, and their answers. */
#include "batch/work.h"

#include "base/assert.h"
#include "base/bit.h"
#include "base/memory.h"
#include "facts/division.h"

#include <string.h>

/* ---- making a worker ---- */

static zc_status make_columns(const zc_batch_region *r, zc_fact_column **columns, zc_column **views,
                              const zc_column **track) {
  const zc_vocabulary *v = &r->region->vocabulary;
  *columns = zc_calloc((size_t)r->fact_count + 1, sizeof **columns);
  *views = zc_calloc((size_t)r->fact_count + 1, sizeof **views);
  if (!*columns || !*views)
    return ZC_NO_RESOURCE;
  for (uint32_t i = 0; i < r->fact_count; i++) {
    zc_fact_column *c = &(*columns)[i];
    if (zc_fact_column_make(c, v, r->facts[i], ZC_CHUNK_ROWS) != ZC_OK)
      return ZC_NO_RESOURCE;
    (*views)[i] = (zc_column){c->fact, c->width, c->values, c->highest, c->known};
    *track = c->fact == ZC_F_track ? &(*views)[i] : *track;
    if (r->given.given[c->fact])
      for (uint32_t row = 0; row < ZC_CHUNK_ROWS; row++)
        zc_fact_column_put(c, row, r->given.slots[c->fact]);
  }
  return ZC_OK;
}

static void free_columns(const zc_batch_region *r, zc_fact_column *columns, zc_column *views) {
  for (uint32_t i = 0; columns && i < r->fact_count; i++)
    zc_fact_column_free(&columns[i]);
  zc_free(columns);
  zc_free(views);
}

static zc_status make_region(zc_batch_worker_region *w, const zc_batch *batch,
                             const zc_batch_region *r) {
  w->plan = r;
  w->assess = zc_column_workspace_new(r->engine);
  w->ask = zc_workspace_new(r->region);
  int made = w->assess && w->ask && zc_rulings_make(&w->rulings, batch->key_words) == 0 &&
             zc_facts_init(&w->facts, &r->region->vocabulary, NULL) == ZC_OK;
  w->facts.precision = batch->precision;
  if (made && batch->explain && batch->out == ZC_FORM_NDJSON) {
    w->writer = zc_json_writer_new(r->region);
    w->advisor = zc_advisor_new(r->region);
    made = w->writer && w->advisor;
  }
  if (made && batch->out == ZC_FORM_XLSX) {
    w->earliest = zc_earliest_new(r->region);
    made = !!w->earliest;
  }
  made = made && make_columns(r, &w->columns, &w->views, &w->track) == ZC_OK;
  if (made && batch->day_name)
    made = make_columns(r, &w->day_columns, &w->day_views, &w->day_track) == ZC_OK;
  return made ? ZC_OK : ZC_NO_RESOURCE;
}

static void free_region(zc_batch_worker_region *w) {
  zc_column_workspace_free(w->assess);
  zc_workspace_free(w->ask);
  zc_facts_free(&w->facts);
  zc_rulings_free(&w->rulings);
  zc_json_writer_free(w->writer);
  zc_advisor_free(w->advisor);
  zc_earliest_free(w->earliest);
  free_columns(w->plan, w->columns, w->views);
  free_columns(w->plan, w->day_columns, w->day_views);
}

zc_batch_worker *zc_batch_worker_new(const zc_batch *batch) {
  zc_batch_worker *w = zc_calloc(1, sizeof *w);
  if (!w)
    return NULL;
  w->batch = batch;
  w->regions = zc_calloc(batch->region_count, sizeof *w->regions);
  w->selection = zc_calloc(3 * ZC_CHUNK_ROWS, sizeof *w->selection);
  w->listed = zc_calloc(ZC_LISTED_PLACES, sizeof *w->listed);
  w->diag.lang = batch->lang;
  w->days = batch->day_name ? zc_batch_days_new() : NULL;
  w->translator = batch->office ? zc_translator_new(batch) : NULL;
  int made = w->regions && w->selection && w->listed && !w->days == !batch->day_name &&
             !w->translator == !batch->office;
  zc_status status = made ? ZC_OK : ZC_NO_RESOURCE;
  for (uint32_t i = 0; status == ZC_OK && i < batch->region_count; i++)
    status = make_region(&w->regions[i], batch, &batch->regions[i]);
  if (status != ZC_OK) {
    zc_batch_worker_free(w);
    return NULL;
  }
  return w;
}

void zc_batch_worker_free(zc_batch_worker *w) {
  if (!w)
    return;
  for (uint32_t i = 0; w->regions && i < w->batch->region_count; i++)
    free_region(&w->regions[i]);
  zc_batch_days_free(w->days);
  zc_translator_free(w->translator);
  zc_free(w->regions);
  zc_free(w->selection);
  zc_free(w->listed);
  zc_buffer_free(&w->room);
  zc_diagnostics_free(&w->diag);
  zc_free(w);
}

/* ---- which region ---- */

int32_t zc_batch_find_region(const zc_batch *batch, const char *id, size_t length) {
  for (uint32_t i = 0; i < batch->region_count; i++) {
    const char *known = batch->regions[i].region->id;
    if (strlen(known) == length && memcmp(known, id, length) == 0)
      return (int32_t)i;
  }
  return -1;
}

static void find_regions(zc_batch_worker *w, zc_batch_job *job) {
  const zc_batch *batch = w->batch;
  char id[64];
  for (uint32_t row = 0; row < job->fields.rows; row++) {
    if (job->fields.fault[row] != ZC_ROW_FINE)
      continue;
    zc_csv_field field = zc_csv_field_at(&job->fields, row, batch->region_field);
    int32_t found = -1;
    if (field.length < sizeof id) {
      field = zc_csv_value(field, id);
      found = zc_batch_find_region(batch, field.text, field.length);
    }
    job->region[row] = (uint16_t)(found >= 0 ? found : 0);
    job->fields.fault[row] = found >= 0 ? ZC_ROW_FINE : ZC_ROW_REGION;
  }
}

static void find_days(zc_batch_job *job, const zc_batch *batch) {
  for (uint32_t row = 0; row < job->fields.rows; row++)
    if (job->fields.fault[row] == ZC_ROW_FINE &&
        zc_batch_row_day(batch, job, row, &job->days[row], NULL) != ZC_OK)
      job->fields.fault[row] = ZC_ROW_DAY;
}

/* The rows without fault that are of the region. */
static zc_csv_rows select_rows(zc_batch_worker *w, zc_batch_job *job, uint32_t region) {
  zc_csv_fields *f = &job->fields;
  uint32_t *row = w->selection, *first = row + ZC_CHUNK_ROWS, *start = first + ZC_CHUNK_ROWS;
  uint32_t count = 0;
  for (uint32_t r = 0; r < f->rows; r++) {
    row[count] = r;
    first[count] = f->first[r];
    start[count] = f->start[r];
    count += f->fault[r] == ZC_ROW_FINE && job->region[r] == region;
  }
  return (zc_csv_rows){f, count, first, start, row};
}

/* ---- answers ---- */

/* Bits that are set: few words have many. */
static uint64_t count_bits(const uint64_t *plane, const uint64_t *sound) {
  uint64_t count = 0;
  for (uint32_t i = 0; i < ZC_BLOCK_WORDS; i++)
    count += (uint64_t)__builtin_popcountll(plane[i] & sound[i]);
  return count;
}

static void count_answers(const zc_batch_worker_region *w, const zc_csv_rows *rows,
                          const zc_column_answers *a, zc_tally *tally) {
  uint64_t sound[ZC_BLOCK_WORDS] = {0}, undetermined[ZC_BLOCK_WORDS];
  for (uint32_t i = 0; i < rows->count; i++) {
    uint64_t fine = rows->fields->fault[rows->row[i]] == ZC_ROW_FINE;
    sound[i / 64] |= fine << i % 64;
  }
  for (uint32_t i = 0; i < ZC_BLOCK_WORDS; i++)
    undetermined[i] = sound[i] & ~a->eligible[i] & ~a->ineligible[i];
  tally->verdicts[ZC_ELIGIBLE] += count_bits(a->eligible, sound);
  tally->verdicts[ZC_INELIGIBLE] += count_bits(a->ineligible, sound);
  tally->verdicts[ZC_UNDETERMINED_VERDICT] += count_bits(undetermined, sound);
  tally->no_edition += count_bits(a->no_edition, undetermined);
  for (uint32_t i = 0; i < w->plan->region->rule_count; i++)
    tally->unmet[w->plan->unmet_at + i] += count_bits(a->unmet + (size_t)i * ZC_BLOCK_WORDS, sound);
}

void zc_batch_worker_part(zc_batch_worker *w, zc_batch_worker_region *region,
                          const zc_batch_part *part, const zc_csv_rows *rows, zc_batch_job *job) {
  zc_column_answers answers;
  uint32_t count = region->plan->fact_count;
  ZC_ASSERT(rows->count <= ZC_CHUNK_ROWS);
  if (part->workspace == region->assess && part->days)
    zc_columns_assess_days(part->workspace, part->views, count, 0, rows->count, part->days,
                           &answers);
  else
    zc_columns_assess(part->workspace, part->views, count, 0, rows->count, &answers);
  for (uint32_t i = 0; i < rows->count; i++)
    if (zc_has_bit(answers.rejected, i) && rows->fields->fault[rows->row[i]] == ZC_ROW_FINE)
      rows->fields->fault[rows->row[i]] = ZC_ROW_REFUSED;
  count_answers(region, rows, &answers, &job->tally);
  zc_batch_keys(w->batch, region->plan, &answers, part->track, rows->row, job);
}

/* A code of the table is looked up once, mostly. */
static int is_listed(zc_batch_worker *w, const zc_data *data, zc_division division) {
  uint32_t town = (uint32_t)(division.lo / 1000);
  uint32_t *place = &w->listed[(town * UINT32_C(2654435761)) >> 20 & (ZC_LISTED_PLACES - 1)];
  if (*place == town)
    return 1;
  if (!zc_division_is_listed(data, division))
    return 0;
  *place = town;
  return 1;
}

static void note_divisions(zc_batch_worker *w, const zc_data *data, const zc_fact_column *c,
                           const zc_csv_rows *rows, zc_batch_job *job) {
  const int64_t *lowest = c->values, *highest = c->highest;
  for (uint32_t i = 0; i < rows->count; i++) {
    if (!zc_has_bit(c->known, i) || rows->fields->fault[rows->row[i]] != ZC_ROW_FINE)
      continue;
    zc_division division = {lowest[i], highest[i]};
    if (is_listed(w, data, division))
      continue;
    char code[13];
    zc_division_format(division, code);
    zc_notes_add(&job->divisions, code, strlen(code));
  }
}

zc_status zc_batch_worker_assess(zc_batch_worker *w, zc_batch_worker_region *region,
                                 const zc_csv_rows *rows, zc_batch_job *job) {
  const zc_fact *facts = region->plan->region->vocabulary.facts;
  for (uint32_t i = 0; i < region->plan->fact_count; i++)
    if (facts[region->columns[i].fact].type == ZC_DIVISION)
      note_divisions(w, region->plan->region->vocabulary.data, &region->columns[i], rows, job);
  if (w->days)
    return zc_batch_worker_assess_days(w, region, rows, job);
  zc_batch_part all = {region->assess, region->views, region->track, NULL};
  zc_batch_worker_part(w, region, &all, rows, job);
  return ZC_OK;
}

/* The columns of facts that the file has none for: unknown, unless rows were translated. */
static void read_columns(zc_batch_worker_region *region, const zc_csv_rows *rows,
                         const zc_batch_job *job) {
  const zc_batch_region *plan = region->plan;
  uint32_t readers = plan->reader_count - (job->is_translated ? 0 : plan->extra_count);
  zc_csv_read_columns(plan->readers, readers, rows, region->columns);
  for (uint32_t i = readers; i < plan->reader_count; i++)
    memset(region->columns[i].known, 0, (ZC_CHUNK_ROWS + 63) / 64 * sizeof(uint64_t));
}

static zc_status answer_rows(zc_batch_worker *w, zc_batch_job *job) {
  const zc_batch *batch = w->batch;
  zc_status status = ZC_OK;
  if (batch->region_name)
    find_regions(w, job);
  if (batch->day_name)
    find_days(job, batch);
  for (uint32_t i = 0; status == ZC_OK && i < batch->region_count; i++) {
    zc_batch_worker_region *region = &w->regions[i];
    zc_csv_rows rows = select_rows(w, job, i);
    if (rows.count == 0)
      continue;
    read_columns(region, &rows, job);
    status = zc_batch_worker_assess(w, region, &rows, job);
  }
  return status;
}

static void clear_job(const zc_batch *batch, zc_batch_job *job) {
  uint64_t *unmet = job->tally.unmet;
  zc_buffer_clear(&job->pieces);
  zc_buffer_clear(&job->out);
  zc_buffer_clear(&job->rejects);
  zc_notes_clear(&job->members);
  zc_notes_clear(&job->divisions);
  zc_notes_clear(&job->former);
  memset(unmet, 0, batch->rule_count * sizeof *unmet);
  job->tally = (zc_tally){.unmet = unmet};
  job->is_translated = 0;
  job->has_ended = 0;
  job->passed = 0;
}

static int has_odd_row(const zc_batch *batch, const zc_batch_job *job) {
  for (uint32_t row = 0; row < job->fields.rows; row++)
    if (zc_translate_is_odd(batch, job, row))
      return 1;
  return 0;
}

static zc_status answer_translated(zc_batch_worker *w, zc_batch_job *job) {
  zc_status status = zc_translate(w->translator, job);
  return status == ZC_OK ? answer_rows(w, job) : status;
}

/* A file in the facts' own words is read as it is; only a chunk with something else in it is put
 * into them. */
static zc_status answer_csv(zc_batch_worker *w, zc_batch_job *job) {
  const zc_batch *batch = w->batch;
  if (batch->office->has_words)
    return answer_translated(w, job);
  zc_status status = zc_csv_split(&job->fields, job->text, job->length, batch->header.count);
  if (status == ZC_OK)
    status = answer_rows(w, job);
  if (status != ZC_OK || !has_odd_row(batch, job))
    return status;
  clear_job(batch, job);
  return answer_translated(w, job);
}

void zc_batch_worker_run(zc_batch_worker *w, zc_batch_job *job) {
  clear_job(w->batch, job);
  zc_status status = ZC_OK;
  if (job->is_long) {
    zc_csv_long_row(&job->fields);
  } else {
    status =
        w->batch->in == ZC_FORM_CSV ? answer_csv(w, job) : zc_batch_worker_answer_ndjson(w, job);
  }
  if (job->members.text.failed || job->divisions.text.failed || job->former.text.failed)
    status = ZC_NO_RESOURCE;
  if (status == ZC_OK)
    status = zc_batch_worker_write(w, job);
  job->tally.rows = job->fields.rows - job->tally.blank - job->passed;
  job->status = status;
}
