/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/translate_row.h"

#include "base/mix.h"
#include "facts/reader.h"
#include "office/cell_text.h"
#include "office/day_text.h"

#include <string.h>

/* ---- one cell ---- */

static zc_read_cell read_cell(const zc_translator *t, uint32_t field, zc_plain text) {
  const zc_office_column *column = &t->office->columns[field];
  zc_office_value v = zc_office_read(column, text.text, text.length);
  zc_read_cell cell = {
      v.fault, v.slot, v.series, v.places.former, (uint8_t)v.settles_series, (uint8_t)v.is_targeted,
      0,       ""};
  zc_type type = column->vocabulary->facts[column->fact].type;
  zc_buffer made = {0};
  if (v.fault != ZC_VALUE_FINE || type == ZC_STRING || type == ZC_REGION)
    return cell;
  zc_office_put(&made, column->vocabulary, column->fact, v.slot, "", 0);
  if (made.failed || made.length > ZC_WORD_ROOM)
    cell.fault = ZC_VALUE_MEMORY;
  else
    memcpy(cell.text, made.data, made.length);
  cell.length = (uint8_t)made.length;
  zc_buffer_free(&made);
  return cell;
}

static zc_remembered *place_of(const zc_translator *t, uint32_t field, zc_plain text) {
  uint64_t hash = field, part = 0;
  size_t at = 0;
  for (; at + 8 <= text.length; at += 8) {
    memcpy(&part, text.text + at, 8);
    hash = zc_mix(hash, part);
  }
  for (part = 0; at < text.length; at++)
    part = part << 8 | (unsigned char)text.text[at];
  hash = zc_mix(hash, part);
  return &t->memory[zc_mix_down(hash) % ZC_REMEMBERED];
}

/* A date in digits, of which there are too many to remember. 0: it is no such date. */
static int read_day(zc_plain text, zc_read_cell *cell) {
  zc_day_text day;
  if (text.length == 0 || text.text[0] < '0' || text.text[0] > '9' ||
      zc_read_day_text(text, &day) != ZC_DAY_TEXT_FINE || day.first != day.last)
    return 0;
  char made[11];
  zc_day_format(day.first, made);
  *cell = (zc_read_cell){.slot = {day.first, day.last}, .length = 10};
  memcpy(cell->text, made, 10);
  return 1;
}

static const zc_read_cell *recall(zc_translator *t, uint32_t field, zc_plain text,
                                  zc_read_cell *own) {
  zc_type type = t->office->vocabulary.facts[t->office->columns[field].fact].type;
  if (type == ZC_DATE && !t->office->map.word_count && read_day(text, own))
    return own;
  if (text.length > ZC_REMEMBERED_TEXT || type == ZC_STRING || type == ZC_REGION) {
    *own = read_cell(t, field, text);
    return own;
  }
  zc_remembered *r = place_of(t, field, text);
  if (r->field == field + 1 && r->length == text.length &&
      memcmp(r->text, text.text, text.length) == 0)
    return &r->cell;
  *own = read_cell(t, field, text);
  if (own->fault != ZC_VALUE_FINE)
    return own;
  r->field = field + 1;
  r->length = (uint32_t)text.length;
  memcpy(r->text, text.text, text.length);
  r->cell = *own;
  return &r->cell;
}

static void take(zc_status *worst, zc_status status) {
  *worst = status > *worst ? status : *worst;
}

static zc_status tell(zc_translator *t, uint32_t field, zc_plain text) {
  const zc_office_column *column = &t->office->columns[field];
  zc_office_value v = zc_office_read(column, text.text, text.length);
  return zc_office_tell(column, &v, text.text, text.length, NULL, &t->diag);
}

static zc_status read_field(zc_translator *t, zc_batch_job *job, uint32_t row, uint32_t field) {
  zc_plain text = zc_translate_field(t, job, row, field);
  zc_read_cell own;
  t->values[field] = *recall(t, field, text, &own);
  zc_value_fault fault = t->values[field].fault;
  if (fault == ZC_VALUE_FINE || fault == ZC_VALUE_UNKNOWN)
    return ZC_OK;
  return tell(t, field, text);
}

/* ---- two columns of one fact ---- */

static zc_status tell_apart(zc_translator *t, const zc_batch_job *job, uint32_t row, uint32_t first,
                            uint32_t second) {
  const zc_office_column *a = &t->office->columns[first], *b = &t->office->columns[second];
  zc_plain text = zc_translate_field(t, job, row, first);
  zc_shown_text one = zc_show_text(text.text, text.length);
  text = zc_translate_field(t, job, row, second);
  return zc_report(&t->diag, ZC_BAD_INPUT, NULL,
                   "%s 列“%s”的“%s”与 %s 列“%s”的“%s”不一致；请改成一致",
                   "column %s \"%s\" has \"%s\" and column %s \"%s\" has \"%s\", which differ; "
                   "make them agree",
                   zc_letters_of(first).text, a->heading, one.text, zc_letters_of(second).text,
                   b->heading, zc_show_text(text.text, text.length).text);
}

/* Of two kinds of study the higher counts, of two levels both must be the same. */
static zc_status join(zc_translator *t, const zc_batch_job *job, uint32_t row, uint32_t field) {
  uint32_t first = (uint32_t)t->office->headings.columns[field].joins;
  zc_read_cell *a = &t->values[first], *b = &t->values[field];
  uint32_t fact = t->office->columns[field].fact;
  int is_study = fact == ZC_F_education || fact == ZC_F_degree;
  if (a->fault != ZC_VALUE_FINE || b->fault != ZC_VALUE_FINE) {
    if (a->fault == ZC_VALUE_UNKNOWN)
      *a = *b;
    return ZC_OK;
  }
  if (is_study) {
    if (b->slot.lo > a->slot.lo)
      *a = *b;
    return ZC_OK;
  }
  if (a->slot.lo != b->slot.lo)
    return tell_apart(t, job, row, first, field);
  a->is_targeted |= b->is_targeted;
  a->series = a->series ? a->series : b->series;
  a->settles_series |= b->settles_series;
  return ZC_OK;
}

/* ---- what the name of a title says besides its level ---- */

/* The word of a fact in this row: of its column, of an extra or of --set. -1: none. */
static int64_t word_of(const zc_translator *t, uint32_t fact) {
  int32_t field = t->office->field_of[fact];
  if (field >= 0)
    return t->values[field].fault == ZC_VALUE_FINE ? t->values[field].slot.lo : -1;
  const zc_facts *given = &t->batch->regions[0].given;
  return given->given[fact] ? given->slots[fact].lo : -1;
}

static void set_word(zc_translator *t, uint32_t fact, int64_t word) {
  int32_t field = t->office->field_of[fact];
  const zc_vocabulary *v = &t->office->vocabulary;
  const char *text = v->enums[v->facts[fact].enumeration].words[word].word;
  size_t length = strlen(text);
  if (field < 0 || length > ZC_WORD_ROOM)
    return;
  zc_read_cell *cell = &t->values[field];
  *cell = (zc_read_cell){.slot = {word, word}, .length = (uint8_t)length};
  memcpy(cell->text, text, length);
}

static zc_status tell_contrary(zc_translator *t, const zc_batch_job *job, uint32_t row,
                               uint32_t field, uint32_t fact, const char *says) {
  const zc_vocabulary *v = &t->office->vocabulary;
  const zc_enum *e = &v->enums[v->facts[fact].enumeration];
  zc_plain text = zc_translate_field(t, job, row, field);
  return zc_report(&t->diag, ZC_BAD_INPUT, NULL,
                   "%s 列“%s”的“%s”表示 %s 为 %s，而这一行的 %s 是 %s；请改正其一",
                   "column %s \"%s\": \"%s\" says that %s is %s, but this row has %s %s; correct "
                   "one of them",
                   zc_letters_of(field).text, t->office->columns[field].heading,
                   zc_show_text(text.text, text.length).text, v->facts[fact].name, says,
                   v->facts[fact].name, e->words[word_of(t, fact)].word);
}

static const char *series_name(const zc_translator *t, uint64_t series) {
  const zc_vocabulary *v = &t->office->vocabulary;
  return v->enums[v->facts[ZC_F_series].enumeration].words[__builtin_ctzll(series)].word;
}

static zc_status agree_series(zc_translator *t, const zc_batch_job *job, uint32_t row,
                              uint32_t field) {
  const zc_read_cell *title = &t->values[field];
  int64_t series = word_of(t, ZC_F_series);
  if (series >= 0)
    return title->series >> series & 1
               ? ZC_OK
               : tell_contrary(t, job, row, field, ZC_F_series, series_name(t, title->series));
  if (title->settles_series)
    set_word(t, ZC_F_series, __builtin_ctzll(title->series));
  return ZC_OK;
}

static zc_status agree_track(zc_translator *t, const zc_batch_job *job, uint32_t row,
                             uint32_t field) {
  uint32_t fact = t->office->columns[field].fact;
  int32_t about = zc_title_track(fact);
  if (about < 0)
    return ZC_OK;
  int64_t track = word_of(t, (uint32_t)about);
  /* The other title is of the other track: that which is applied for is not the targeted one. */
  int is_other = fact == ZC_F_other_track_title_level;
  if (track >= 0 && (track == ZC_W_track_targeted) == is_other)
    return tell_contrary(t, job, row, field, (uint32_t)about, is_other ? "general" : "targeted");
  if (track < 0 && !is_other)
    set_word(t, (uint32_t)about, ZC_W_track_targeted);
  return ZC_OK;
}

/* ---- the row ---- */

static void use_defaults(zc_translator *t) {
  const zc_batch_office *o = t->office;
  for (uint32_t i = 0; i < o->map.default_count; i++) {
    const zc_map_default *d = &o->map.defaults[i];
    int32_t field = o->field_of[d->fact];
    zc_slot slot;
    size_t length = strlen(d->text);
    if (field < 0 || !o->defaults[d->fact] || t->values[field].fault != ZC_VALUE_UNKNOWN ||
        length > ZC_WORD_ROOM ||
        zc_read_text(&o->vocabulary, d->fact, d->text, length, &slot) != ZC_FINE)
      continue;
    t->values[field] = (zc_read_cell){.slot = slot, .length = (uint8_t)length};
    memcpy(t->values[field].text, d->text, length);
  }
}

static zc_status read_row(zc_translator *t, zc_batch_job *job, uint32_t row) {
  const zc_batch_office *o = t->office;
  zc_status status = ZC_OK;
  if (o->is_table)
    status = zc_cell_fault_tell(&o->headings, zc_translate_field(t, job, row, o->headings.count),
                                &t->diag);
  for (uint32_t i = 0; i < o->extra_count; i++)
    t->values[o->headings.count + i] = (zc_read_cell){.fault = ZC_VALUE_UNKNOWN};
  for (uint32_t i = 0; i < o->headings.count; i++)
    if (o->headings.columns[i].fact >= 0)
      take(&status, read_field(t, job, row, i));
  for (uint32_t i = 0; i < o->headings.count && status == ZC_OK; i++)
    if (o->headings.columns[i].joins >= 0)
      take(&status, join(t, job, row, i));
  use_defaults(t);
  for (uint32_t i = 0; i < o->headings.count && status == ZC_OK; i++) {
    const zc_heading *h = &o->headings.columns[i];
    if (h->fact < 0 || h->joins >= 0 || t->values[i].fault != ZC_VALUE_FINE)
      continue;
    if (t->values[i].series)
      take(&status, agree_series(t, job, row, i));
    if (t->values[i].is_targeted)
      take(&status, agree_track(t, job, row, i));
  }
  return status;
}

static void note_former(const zc_translator *t, const zc_read_cell *cell, zc_batch_job *job) {
  zc_buffer text = {0};
  if (!cell->former)
    return;
  zc_former_describe(&text, &zc_place_names_data(t->office->places)->divisions, cell->former,
                     t->batch->lang);
  const char *made = zc_buffer_text(&text);
  if (made)
    zc_notes_add(&job->former, made, strlen(made));
  job->former.text.failed |= !made;
  zc_buffer_free(&text);
}

/* A text fact is written as it is trimmed; it has quotes where it needs them. */
static void put_text(zc_translator *t, zc_batch_job *job, uint32_t row, uint32_t field) {
  zc_plain text = zc_translate_field(t, job, row, field);
  zc_csv_put(&job->translated, text.text, text.length);
}

/* There is room for it. */
static void put_cell(zc_buffer *out, const zc_read_cell *cell) {
  if (cell->fault != ZC_VALUE_FINE)
    return;
  memcpy(out->data + out->length, cell->text, ZC_WORD_ROOM);
  out->length += cell->length;
}

static void put_field(zc_translator *t, zc_batch_job *job, uint32_t row, uint32_t field) {
  const zc_heading *h = &t->office->headings.columns[field];
  const zc_read_cell *cell = &t->values[field];
  zc_buffer *out = &job->translated;
  if (h->fact < 0) {
    zc_csv_field raw = zc_csv_field_at(&job->raw, row, field);
    memcpy(out->data + out->length, raw.text, raw.length);
    out->length += raw.length;
    return;
  }
  if (h->joins >= 0 || cell->fault != ZC_VALUE_FINE)
    return;
  zc_type type = t->office->vocabulary.facts[h->fact].type;
  note_former(t, cell, job);
  if (type == ZC_STRING || type == ZC_REGION)
    put_text(t, job, row, field);
  else
    put_cell(out, cell);
}

zc_status zc_translate_one(zc_translator *t, zc_batch_job *job, uint32_t row) {
  const zc_batch_office *o = t->office;
  zc_buffer *out = &job->translated;
  zc_status status = read_row(t, job, row);
  if (status != ZC_OK)
    return status;
  /* Kept fields as they stand, texts perhaps with quotes, and a word each of the others. */
  size_t length = job->raw.start[row + 1] - job->raw.start[row];
  size_t most = 3 * length + ((size_t)o->headings.count + o->extra_count + 1) * (ZC_WORD_ROOM + 3);
  if (zc_buffer_reserve(out, most) != 0)
    return ZC_NO_RESOURCE;
  for (uint32_t i = 0; i < o->headings.count; i++) {
    if (i > 0)
      out->data[out->length++] = ',';
    put_field(t, job, row, i);
  }
  for (uint32_t i = 0; i < o->extra_count; i++) {
    out->data[out->length++] = ',';
    put_cell(out, &t->values[o->headings.count + i]);
  }
  return out->failed || t->room.failed ? ZC_NO_RESOURCE : ZC_OK;
}
