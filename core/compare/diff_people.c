/* SPDX-License-Identifier: Apache-2.0 */
/* The people of a CSV file, asked of both sides by the column engine: whose answer changes, and
 * which row of the tables is the reason. */
#include "base/bit.h"
#include "base/memory.h"
#include "batch/input.h"
#include "compare/diff.h"
#include "engine/kinds.h"
#include "engine/workspace.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Prefectures: the first four digits of a division. */
enum { PLACES = 10000, PLACE_DIGITS = 100000000 };

/* The file's columns as one of the two versions reads them. */
typedef struct side {
  const zc_region *region;
  uint32_t count; /* of columns that hold facts */
  zc_csv_reader *readers;
  zc_fact_column *columns;
  zc_column *views;
  const zc_fact_column *series, *level, *place; /* among them, or NULL */
  zc_column_engine *engine;
  zc_column_workspace *workspace;
  zc_column_answers answers; /* to the chunk at hand */
} side;

typedef struct census {
  zc_diff *diff;
  zc_input input;
  zc_csv_header header;
  zc_batch_job job;
  uint32_t *selection; /* of rows: zc_csv_rows */
  side sides[2];
  uint64_t *series, *levels, *places; /* by word, and by prefecture; the last one: unknown */
} census;

/* ---- columns ---- */

static zc_status make_column(side *s, uint32_t field, uint32_t fact) {
  uint32_t at = s->count;
  zc_status status = zc_csv_reader_make(&s->readers[at], &s->region->vocabulary, fact, field);
  s->count++;
  if (status == ZC_OK)
    status = zc_fact_column_make(&s->columns[at], &s->region->vocabulary, fact, ZC_CHUNK_ROWS);
  const zc_fact_column *c = &s->columns[at];
  s->views[at] = (zc_column){c->fact, c->width, c->values, c->highest, c->known};
  s->series = fact == ZC_F_series ? c : s->series;
  s->level = fact == ZC_F_target_level ? c : s->level;
  s->place = fact == ZC_F_unit_division ? c : s->place;
  return status;
}

static zc_status make_columns(side *s, const zc_csv_header *header, uint8_t *given) {
  zc_status status = ZC_OK;
  for (uint32_t i = 0; i < header->count && status == ZC_OK; i++) {
    int32_t fact = zc_csv_header_fact(header, i, &s->region->vocabulary);
    if (fact >= 0) {
      given[fact] = 1;
      status = make_column(s, i, (uint32_t)fact);
    }
  }
  return status;
}

static zc_status make_side(census *c, int number) {
  side *s = &c->sides[number];
  s->region = &c->diff->regions[number];
  size_t columns = (size_t)c->header.count + 1;
  uint8_t *given = zc_calloc(s->region->vocabulary.fact_count + 1, 1);
  s->readers = zc_calloc(columns, sizeof *s->readers);
  s->columns = zc_calloc(columns, sizeof *s->columns);
  s->views = zc_calloc(columns, sizeof *s->views);
  zc_status status = given && s->readers && s->columns && s->views
                         ? make_columns(s, &c->header, given)
                         : ZC_NO_RESOURCE;
  if (status == ZC_OK) {
    s->engine = zc_column_engine_new(s->region, given, c->diff->days[number], 0, ZC_BEST_PATH);
    s->workspace = s->engine ? zc_column_workspace_new(s->engine) : NULL;
    status = s->workspace ? ZC_OK : ZC_NO_RESOURCE;
  }
  zc_free(given);
  return status == ZC_OK ? ZC_OK : zc_report_memory(c->diff->diag);
}

static void free_side(side *s) {
  for (uint32_t i = 0; i < s->count; i++) {
    zc_csv_reader_free(&s->readers[i]);
    zc_fact_column_free(&s->columns[i]);
  }
  zc_free(s->readers);
  zc_free(s->columns);
  zc_free(s->views);
  zc_column_workspace_free(s->workspace);
  zc_column_engine_free(s->engine);
}

/* ---- one person ---- */

static zc_verdict verdict_of(const zc_column_answers *a, uint32_t row) {
  return zc_has_bit(a->eligible, row)     ? ZC_ELIGIBLE
         : zc_has_bit(a->ineligible, row) ? ZC_INELIGIBLE
                                          : ZC_UNDETERMINED_VERDICT;
}

static const char *route_of(const side *s, uint32_t row) {
  uint16_t route = s->answers.route[row];
  return route == ZC_NO_ROUTE ? "" : s->region->rules[route].id;
}

/* The states of a rule as bits: met, unmet, unknown, waived; 0: none of them, or not there. */
static unsigned state_of(const side *s, const zc_compiled_rule *rule, uint32_t row) {
  const zc_column_answers *a = &s->answers;
  if (!rule)
    return 0;
  size_t at = (size_t)(rule - s->region->rules) * ZC_BLOCK_WORDS;
  return (unsigned)(zc_has_bit(a->met + at, row) | zc_has_bit(a->unmet + at, row) << 1 |
                    zc_has_bit(a->unknown + at, row) << 2 | zc_has_bit(a->waived + at, row) << 3);
}

enum { MET = 1, UNMET = 2, ANY = 15 };

/* How well a row explains the change: a requirement that stands in the way on one side only is the
 * reason, then a waiver or route that helps on one side only, then whatever else differs. */
static int weight_of(const census *c, const zc_row_change *change, uint32_t row) {
  int is_rule = change->rows == ZC_ROWS_RULE || change->rows == ZC_ROWS_ROUTE;
  if (!is_rule || !change->decides)
    return 0;
  const zc_compiled_rule *rule = change->rule[1] ? change->rule[1] : change->rule[0];
  unsigned differ =
      state_of(&c->sides[0], change->rule[0], row) ^ state_of(&c->sides[1], change->rule[1], row);
  if (zc_rule_binds(rule))
    return (differ & UNMET) ? 4 : (differ & ANY) != 0;
  return (differ & MET) ? (zc_rule_lifts(rule) ? 3 : 2) : (differ & ANY) != 0;
}

static void explain(census *c, uint32_t row) {
  zc_row_change *best = NULL;
  int most = 0;
  for (uint32_t i = 0; i < c->diff->change_count; i++) {
    int weight = weight_of(c, &c->diff->changes[i], row);
    if (weight > most) {
      most = weight;
      best = &c->diff->changes[i];
    }
  }
  if (best)
    best->people++;
  else
    c->diff->people.other++;
}

static int64_t value_at(const zc_fact_column *column, uint32_t row, int64_t unknown) {
  if (!column || !zc_has_bit(column->known, row))
    return unknown;
  switch (column->width) {
  case 1:
    return ((const int8_t *)column->values)[row];
  case 2:
    return ((const int16_t *)column->values)[row];
  case 4:
    return ((const int32_t *)column->values)[row];
  default:
    return ((const int64_t *)column->values)[row];
  }
}

static uint32_t words_of(const zc_region *r, uint32_t fact) {
  return r->vocabulary.enums[r->vocabulary.facts[fact].enumeration].count;
}

static void count_person(census *c, uint32_t row) {
  const side *now = &c->sides[1];
  zc_diff_people *people = &c->diff->people;
  zc_verdict former = verdict_of(&c->sides[0].answers, row), later = verdict_of(&now->answers, row);
  if (former == later && strcmp(route_of(&c->sides[0], row), route_of(now, row)) == 0)
    return;
  people->changed++;
  people->verdicts[former][later]++;
  c->series[value_at(now->series, row, words_of(now->region, ZC_F_series))]++;
  c->levels[value_at(now->level, row, words_of(now->region, ZC_F_target_level))]++;
  int64_t place = value_at(now->place, row, (int64_t)PLACES * PLACE_DIGITS) / PLACE_DIGITS;
  c->places[place <= PLACES ? place : PLACES]++;
  explain(c, row);
}

/* ---- the file ---- */

static zc_csv_rows select_rows(census *c) {
  zc_csv_fields *f = &c->job.fields;
  uint32_t *row = c->selection, *first = row + ZC_CHUNK_ROWS, *start = first + ZC_CHUNK_ROWS;
  uint32_t count = 0;
  for (uint32_t r = 0; r < f->rows; r++) {
    row[count] = r;
    first[count] = f->first[r];
    start[count] = f->start[r];
    count += f->fault[r] == ZC_ROW_FINE;
  }
  return (zc_csv_rows){f, count, first, start, row};
}

static void ask_side(side *s, const zc_csv_rows *rows) {
  zc_csv_read_columns(s->readers, s->count, rows, s->columns);
  zc_columns_assess(s->workspace, s->views, s->count, 0, rows->count, &s->answers);
}

static zc_status ask_chunk(census *c) {
  zc_diff_people *people = &c->diff->people;
  if (c->job.is_long)
    zc_csv_long_row(&c->job.fields);
  else if (zc_csv_split(&c->job.fields, c->job.text, c->job.length, c->header.count) != ZC_OK)
    return zc_report_memory(c->diff->diag);
  zc_csv_rows rows = select_rows(c);
  for (int i = 0; i < 2; i++)
    ask_side(&c->sides[i], &rows);
  people->rows += c->job.fields.rows;
  people->rejected += c->job.fields.rows - rows.count;
  for (uint32_t i = 0; i < rows.count; i++)
    if (c->job.fields.fault[rows.row[i]] != ZC_ROW_FINE ||
        zc_has_bit(c->sides[0].answers.rejected, i) || zc_has_bit(c->sides[1].answers.rejected, i))
      people->rejected++;
    else
      count_person(c, i);
  return ZC_OK;
}

/* ---- the counts as lists, the most first ---- */

static int by_people(const void *a, const void *b) {
  const zc_diff_count *x = a, *y = b;
  return x->people < y->people ? 1 : x->people > y->people ? -1 : strcmp(x->key, y->key);
}

static zc_status list(census *c, zc_diff_counts *out, const uint64_t *counts, uint32_t count,
                      const zc_word *words) {
  zc_arena *arena = &c->diff->arena;
  char place[16];
  out->items = zc_arena_alloc(arena, ((size_t)count + 1) * sizeof *out->items);
  if (!out->items)
    return zc_report_memory(c->diff->diag);
  for (uint32_t i = 0; i <= count; i++) {
    if (counts[i] == 0)
      continue;
    snprintf(place, sizeof place, "%04u", i);
    const char *key = i == count ? "unknown" : words ? words[i].word : place;
    char *kept = zc_arena_copy(arena, key, strlen(key));
    if (!kept)
      return zc_report_memory(c->diff->diag);
    out->items[out->count++] = (zc_diff_count){kept, counts[i]};
  }
  qsort(out->items, out->count, sizeof *out->items, by_people);
  return ZC_OK;
}

static zc_status list_all(census *c) {
  zc_diff_people *people = &c->diff->people;
  const zc_region *r = &c->diff->regions[1];
  const zc_vocabulary *v = &r->vocabulary;
  zc_status status = list(c, &people->series, c->series, words_of(r, ZC_F_series),
                          v->enums[v->facts[ZC_F_series].enumeration].words);
  if (status == ZC_OK) {
    status = list(c, &people->levels, c->levels, words_of(r, ZC_F_target_level),
                  v->enums[v->facts[ZC_F_target_level].enumeration].words);
  }
  return status == ZC_OK ? list(c, &people->divisions, c->places, PLACES, NULL) : status;
}

/* ---- all of it ---- */

static zc_status open_file(census *c, const char *file) {
  zc_diagnostics *diag = c->diff->diag;
  zc_status status = zc_input_open(&c->input, file, NULL, diag);
  if (status == ZC_OK && c->input.form != ZC_FORM_CSV) {
    status =
        zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = file},
                  "这是 JSON；diff 的人员文件应为 CSV", "this is JSON; diff reads people as CSV");
  }
  if (status == ZC_OK)
    status = zc_input_header(&c->input, &c->header, diag);
  for (int i = 0; i < 2 && status == ZC_OK; i++)
    status = zc_csv_header_check(&c->header, file, &c->diff->regions[i].vocabulary, diag);
  return status;
}

static zc_status make_room(census *c) {
  const zc_region *r = &c->diff->regions[1];
  c->selection = zc_calloc((size_t)3 * ZC_CHUNK_ROWS, sizeof *c->selection);
  c->series = zc_calloc((size_t)words_of(r, ZC_F_series) + 1, sizeof *c->series);
  c->levels = zc_calloc((size_t)words_of(r, ZC_F_target_level) + 1, sizeof *c->levels);
  c->places = zc_calloc((size_t)PLACES + 1, sizeof *c->places);
  int made = c->selection && c->series && c->levels && c->places &&
             zc_csv_fields_make(&c->job.fields) == ZC_OK;
  return made ? ZC_OK : zc_report_memory(c->diff->diag);
}

static zc_status ask_all(census *c, const char *file) {
  zc_status status = open_file(c, file);
  for (int i = 0; i < 2 && status == ZC_OK; i++)
    status = make_side(c, i);
  if (status == ZC_OK)
    status = make_room(c);
  while (status == ZC_OK) {
    status = zc_input_next(&c->input, &c->job, c->diff->diag);
    if (status != ZC_OK || c->job.length == 0)
      break;
    status = ask_chunk(c);
  }
  return status == ZC_OK ? list_all(c) : status;
}

zc_status zc_diff_population(zc_diff *diff, const char *file) {
  census c = {.diff = diff};
  diff->people.file = file;
  zc_status status = ask_all(&c, file);
  zc_input_close(&c.input);
  zc_csv_header_free(&c.header);
  zc_free(c.job.text);
  zc_csv_fields_free(&c.job.fields);
  zc_free(c.selection);
  zc_free(c.series);
  zc_free(c.levels);
  zc_free(c.places);
  free_side(&c.sides[0]);
  free_side(&c.sides[1]);
  return status;
}
