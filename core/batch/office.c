/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/office.h"

#include "base/input_file.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

zc_status zc_batch_office_open(zc_batch_office *office, const char *map, zc_diagnostics *diag) {
  size_t length = 0;
  *office = (zc_batch_office){.headings.id = -1, .number = -1};
  zc_status status = zc_vocabulary_init(&office->vocabulary, NULL, diag);
  if (status != ZC_OK)
    return status;
  office->lexicon = zc_lexicon_new(&office->vocabulary);
  if (!office->lexicon)
    return zc_report_memory(diag);
  if (map)
    status = zc_read_file(map, ZC_INPUT_LIMIT, &office->map_bytes, &length, diag);
  return map && status == ZC_OK ? zc_office_map_read(&office->map, map, office->map_bytes, length,
                                                     &office->vocabulary, office->lexicon, diag)
                                : status;
}

zc_status zc_batch_office_headings(zc_batch_office *office, const zc_table_row *rows,
                                   uint32_t count, const zc_table_about *about, const char *file,
                                   zc_diagnostics *diag) {
  zc_heading_question question = {.vocabulary = &office->vocabulary,
                                  .lexicon = office->lexicon,
                                  .map = office->map.file ? &office->map : NULL};
  return zc_headings_find(&office->headings, &question, rows, count, about, file, diag);
}

/* Names in their order, those that are equal in the order of their columns. */
static int compare_names(const void *a, const void *b, void *context) {
  const zc_csv_header *header = context;
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  int order = strcmp(header->names[x], header->names[y]);
  return order ? order : x < y ? -1 : 1;
}

static const char *name_again(zc_csv_header *header, const char *name, uint32_t column) {
  zc_buffer made = {0};
  zc_buffer_printf(&made, "%s (%s)", name, zc_letters_of(column).text);
  const char *text = zc_buffer_text(&made);
  const char *kept = text ? zc_arena_copy(&header->arena, text, strlen(text)) : NULL;
  zc_buffer_free(&made);
  return kept;
}

static int rename_repeats(zc_csv_header *header) {
  uint32_t *order = zc_arena_alloc(&header->arena, (header->count + 1) * sizeof *order);
  const char *first = "";
  if (!order)
    return -1;
  for (uint32_t i = 0; i < header->count; i++)
    order[i] = i;
  qsort_r(order, header->count, sizeof *order, compare_names, header);
  for (uint32_t i = 0; i < header->count; i++) {
    const char **name = &header->names[order[i]];
    int is_repeated = **name && strcmp(*name, first) == 0;
    if (!is_repeated)
      first = *name;
    else if (!(*name = name_again(header, first, order[i])))
      return -1;
  }
  return 0;
}

zc_status zc_batch_office_header(const zc_batch_office *office, zc_csv_header *header,
                                 zc_diagnostics *diag) {
  const zc_headings *h = &office->headings;
  *header = (zc_csv_header){.id = h->id};
  header->names = zc_arena_alloc(&header->arena, (h->count + 1) * sizeof *header->names);
  if (!header->names)
    return zc_report_memory(diag);
  for (uint32_t i = 0; i < h->count; i++)
    header->names[header->count++] = h->columns[i].text;
  return rename_repeats(header) == 0 ? ZC_OK : zc_report_memory(diag);
}

/* ---- facts without a column ---- */

static void add_extra(zc_batch_office *o, uint32_t fact, const char *text) {
  o->field_of[fact] = (int32_t)(o->headings.count + o->extra_count);
  o->extras[o->extra_count++] = (zc_batch_extra){fact, text};
}

static void plan_defaults(zc_batch_office *o, const uint8_t *is_set) {
  for (uint32_t i = 0; i < o->map.default_count; i++) {
    const zc_map_default *d = &o->map.defaults[i];
    o->defaults[d->fact] = is_set[d->fact] ? NULL : d->text;
    if (o->field_of[d->fact] < 0 && !is_set[d->fact])
      add_extra(o, d->fact, d->text);
  }
}

/* What the name of a title may say of the row besides its level. */
static void plan_titles(zc_batch_office *o, const uint8_t *is_set) {
  static const struct {
    uint32_t level, other;
  } rows[] = {{ZC_F_target_level, ZC_F_series},
              {ZC_F_target_level, ZC_F_track},
              {ZC_F_current_title_level, ZC_F_current_title_track},
              {ZC_F_held_title_level, ZC_F_held_title_track}};
  for (int i = 0; i < ZC_BATCH_TITLE_EXTRAS; i++)
    if (o->field_of[rows[i].level] >= 0 && o->field_of[rows[i].other] < 0 && !is_set[rows[i].other])
      add_extra(o, rows[i].other, NULL);
}

/* ---- columns ---- */

static void plan_columns(zc_batch_office *o, zc_division asked) {
  const zc_headings *h = &o->headings;
  for (uint32_t fact = 0; fact < ZC_SHARED_FACTS; fact++)
    o->field_of[fact] = -1;
  for (uint32_t i = 0; i < h->count; i++) {
    const zc_heading *c = &h->columns[i];
    o->number = c->is_number && o->number < 0 ? (int)i : o->number;
    if (c->fact < 0)
      continue;
    o->columns[i] = (zc_office_column){.vocabulary = &o->vocabulary,
                                       .lexicon = o->lexicon,
                                       .fact = (uint32_t)c->fact,
                                       .number = i,
                                       .heading = c->text,
                                       .counts_years = c->counts_years,
                                       .places = o->places,
                                       .asked = asked,
                                       .own_words = o->map.words,
                                       .own_word_count = o->map.word_count};
    if (c->joins < 0)
      o->field_of[c->fact] = (int32_t)i;
  }
}

zc_status zc_batch_office_plan(zc_batch_office *office, const zc_data *data, const uint8_t *is_set,
                               zc_division asked, zc_diagnostics *diag) {
  zc_batch_office *o = office;
  uint32_t most = o->map.default_count + ZC_BATCH_TITLE_EXTRAS;
  o->places = zc_place_names_new(data);
  o->columns = zc_calloc((size_t)o->headings.count + 1, sizeof *o->columns);
  o->extras = zc_calloc(most, sizeof *o->extras);
  if (!o->places || !o->columns || !o->extras)
    return zc_report_memory(diag);
  plan_columns(o, asked);
  plan_defaults(o, is_set);
  plan_titles(o, is_set);
  o->keeps_columns = o->is_table || !o->headings.has_names;
  o->has_words = o->is_table || !o->headings.is_canonical;
  return ZC_OK;
}

void zc_batch_office_free(zc_batch_office *office) {
  zc_headings_free(&office->headings);
  zc_office_map_free(&office->map);
  zc_place_names_free(office->places);
  zc_lexicon_free(office->lexicon);
  zc_free(office->columns);
  zc_free(office->extras);
  zc_free(office->map_bytes);
  zc_vocabulary_free(&office->vocabulary);
}
