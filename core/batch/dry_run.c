/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/dry_run.h"

#include "base/assert.h"
#include "base/memory.h"
#include "batch/plan.h"
#include "batch/translate_row.h"
#include "facts/reader.h"

#include <string.h>

enum { SAMPLES = 2 };

/* The first values of each column, and the rows. */
typedef struct survey {
  const zc_batch *batch;
  const char *(*samples)[SAMPLES]; /* by column; NULL where there are fewer */
  uint64_t rows;
  zc_arena arena;
} survey;

/* ---- reading on ---- */

static int take_sample(survey *s, uint32_t column, zc_plain text) {
  const char **samples = s->samples[column];
  if (text.length == 0 || samples[1] || (samples[0] && zc_plain_is(text, samples[0])))
    return 1;
  zc_shown_text shown = zc_show_text(text.text, text.length);
  const char *kept = zc_arena_copy(&s->arena, shown.text, strlen(shown.text));
  samples[samples[0] ? 1 : 0] = kept;
  return kept ? 1 : 0;
}

static zc_status survey_chunk(survey *s, zc_translator *t, zc_batch_job *job) {
  uint32_t columns = s->batch->header.count;
  if (job->is_long) {
    s->rows++;
    return ZC_OK;
  }
  zc_status status = zc_translate_rows(t, job);
  for (uint32_t row = 0; status == ZC_OK && row < job->raw.rows; row++) {
    int fault = job->row_faults[row];
    s->rows += fault != ZC_ROW_EMPTY && fault != ZC_ROW_PASSED;
    for (uint32_t i = 0; fault == ZC_ROW_FINE && i < columns; i++)
      if (!s->samples[i][1] && !take_sample(s, i, zc_translate_field(t, job, row, i)))
        return ZC_NO_RESOURCE;
  }
  return status;
}

static zc_status survey_lines(survey *s, zc_batch_job *job) {
  if (zc_line_split(&job->fields, job->text, job->length) != ZC_OK)
    return ZC_NO_RESOURCE;
  for (uint32_t row = 0; row < job->fields.rows; row++)
    s->rows += job->fields.fault[row] != ZC_ROW_EMPTY;
  return ZC_OK;
}

static zc_status survey_rows(survey *s, zc_input *input, zc_diagnostics *diag) {
  const zc_batch *batch = s->batch;
  zc_batch_job job = {0};
  zc_translator *t = batch->office ? zc_translator_new(batch) : NULL;
  int made = !t == !batch->office && zc_batch_job_make(&job, batch) == ZC_OK;
  zc_status status = made ? zc_input_next(input, &job, diag) : zc_report_memory(diag);
  while (status == ZC_OK && job.length && !job.has_ended) {
    zc_status read = t ? survey_chunk(s, t, &job) : survey_lines(s, &job);
    status = read == ZC_OK ? ZC_OK : zc_report_memory(diag);
    if (status == ZC_OK && !job.has_ended)
      status = zc_input_next(input, &job, diag);
  }
  zc_batch_job_free(&job);
  zc_translator_free(t);
  return status;
}

/* ---- what a column becomes ---- */

typedef struct outcome {
  const char *becomes; /* a fact or a role; NULL: kept */
  const char *by;
  const char *suggests; /* a fact; NULL: none */
} outcome;

static outcome outcome_of(const zc_batch *batch, uint32_t field) {
  const zc_heading *h = &batch->office->headings.columns[field];
  const zc_fact *facts = batch->office->vocabulary.facts;
  if (batch->region_name && field == batch->region_field)
    return (outcome){"region", "role", NULL};
  if (batch->day_name && field == batch->day_field)
    return (outcome){"as_of", "role", NULL};
  if (h->fact >= 0)
    return (outcome){facts[h->fact].name, zc_heading_by_name(h->by), NULL};
  if (h->by == ZC_HEADING_ROLE)
    return (outcome){"id", "role", NULL};
  if (h->is_reason)
    return (outcome){"reason", "role", NULL};
  for (uint32_t i = 0; i < batch->region_count; i++) {
    const zc_vocabulary *v = &batch->regions[i].region->vocabulary;
    int32_t own = zc_batch_fact(batch, field, v);
    if (own >= 0)
      return (outcome){v->facts[own].name,
                       strcmp(v->facts[own].name, h->text) == 0 ? "name" : "label", NULL};
  }
  return (outcome){NULL, zc_heading_by_name(h->by),
                   h->suggests >= 0 ? facts[h->suggests].name : NULL};
}

static const char *encoding_of(const zc_input *input) {
  if (input->source)
    return zc_table_source_about(input->source)->encoding;
  return input->is_gb ? "gb18030" : "utf-8";
}

static const char *kind_of(const zc_input *input) {
  if (input->source)
    return zc_office_kind_name(zc_table_source_about(input->source)->kind);
  return input->form == ZC_FORM_NDJSON ? "ndjson" : "text";
}

/* ---- JSON ---- */

static void put_column_json(zc_buffer *out, const survey *s, uint32_t i) {
  outcome o = outcome_of(s->batch, i);
  ZC_ASSERT(s->samples);
  zc_buffer_puts(out, i ? "," : "");
  zc_buffer_member(out, "\n  {\"column\":", zc_letters_of(i).text);
  zc_buffer_member(out, ",\"heading\":", s->batch->office->headings.columns[i].text);
  zc_buffer_member(out, ",\"becomes\":", o.becomes);
  zc_buffer_member(out, ",\"by\":", o.by);
  zc_buffer_member(out, ",\"suggests\":", o.suggests);
  zc_buffer_puts(out, ",\"samples\":[");
  for (int j = 0; j < SAMPLES && s->samples[i][j]; j++)
    zc_buffer_member(out, j ? "," : "", s->samples[i][j]);
  zc_buffer_puts(out, "]}");
}

/* Lines of text as strings. */
static void put_notes_json(zc_buffer *out, const char *notes) {
  const char *separator = "";
  ZC_ASSERT(notes);
  while (*notes) {
    size_t length = strcspn(notes, "\n");
    char *line = zc_copy(notes, length);
    zc_buffer_member(out, separator, line ? line : "");
    out->failed |= !line;
    zc_free(line);
    separator = ",";
    notes += length + (notes[length] == '\n');
  }
}

static void put_json(zc_buffer *out, const survey *s, const zc_input *input, const char *notes) {
  const zc_batch *batch = s->batch;
  const zc_table_about *about = input->source ? zc_table_source_about(input->source) : NULL;
  zc_buffer_member(out, "{\"file\":", batch->file);
  zc_buffer_member(out, ",\"kind\":", kind_of(input));
  zc_buffer_member(out, ",\"encoding\":", encoding_of(input));
  zc_buffer_member(out, ",\"sheet\":", about ? about->sheet : NULL);
  if (batch->office)
    zc_buffer_printf(out, ",\"heading_row\":%llu", (unsigned long long)batch->office->headings.row);
  else
    zc_buffer_puts(out, ",\"heading_row\":null");
  zc_buffer_printf(out, ",\"data_rows\":%llu,\"columns\":[", (unsigned long long)s->rows);
  for (uint32_t i = 0; batch->office && i < batch->header.count; i++)
    put_column_json(out, s, i);
  zc_buffer_puts(out, "],\"notes\":[");
  put_notes_json(out, notes);
  zc_buffer_puts(out, "]}\n");
}

/* ---- text ---- */

static void put_column_text(zc_buffer *out, const survey *s, uint32_t i, int zh) {
  static const struct {
    const char *by, *zh;
  } words[] = {{"kept", "保留"},      {"name", "事实名"}, {"label", "中文名"},
               {"alias", "通行写法"}, {"map", "--map"},   {"role", "编号等"}};
  ZC_ASSERT(s->samples);
  outcome o = outcome_of(s->batch, i);
  const char *by = o.by;
  for (size_t w = 0; zh && w < sizeof words / sizeof *words; w++)
    by = strcmp(o.by, words[w].by) == 0 ? words[w].zh : by;
  const char *heading = s->batch->office->headings.columns[i].text;
  zc_buffer_printf(out, zh ? "%s　%s → %s（%s）" : "%s  %s -> %s (%s)", zc_letters_of(i).text,
                   *heading ? zc_show_text(heading, strlen(heading)).text : "-",
                   o.becomes ? o.becomes
                   : zh      ? "原样保留"
                             : "kept as it is",
                   by);
  if (o.suggests)
    zc_buffer_printf(out, zh ? "；是不是 %s？" : "; is %s meant?", o.suggests);
  for (int j = 0; j < SAMPLES && s->samples[i][j]; j++)
    zc_buffer_printf(out, "%s%s",
                     j    ? (zh ? "、" : ", ")
                     : zh ? "　例："
                          : "  e.g. ",
                     s->samples[i][j]);
  zc_buffer_putc(out, '\n');
}

static void put_text(zc_buffer *out, const survey *s, const zc_input *input, const char *notes,
                     int zh) {
  const zc_batch *batch = s->batch;
  const zc_table_about *about = input->source ? zc_table_source_about(input->source) : NULL;
  const char *encoding = encoding_of(input);
  zc_buffer_printf(out, "%s  %s", batch->file, kind_of(input));
  if (encoding)
    zc_buffer_printf(out, "  %s", encoding);
  if (about && about->sheet)
    zc_buffer_printf(out, zh ? "　工作表“%s”" : "  sheet \"%s\"", about->sheet);
  zc_buffer_putc(out, '\n');
  if (batch->office)
    zc_buffer_printf(out,
                     zh ? "列名在第 %llu 行，其下有 %llu 人\n"
                        : "headings in row %llu, %llu rows of people below\n",
                     (unsigned long long)batch->office->headings.row, (unsigned long long)s->rows);
  else
    zc_buffer_printf(out, zh ? "%llu 行\n" : "%llu rows\n", (unsigned long long)s->rows);
  for (uint32_t i = 0; batch->office && i < batch->header.count; i++)
    put_column_text(out, s, i, zh);
  zc_buffer_puts(out, notes);
}

zc_status zc_dry_run(zc_buffer *out, const zc_batch *batch, zc_input *input, int json,
                     zc_diagnostics *diag) {
  survey s = {.batch = batch};
  zc_buffer notes = {0};
  s.samples = zc_arena_alloc(&s.arena, ((size_t)batch->header.count + 1) * sizeof *s.samples);
  zc_status status = s.samples ? survey_rows(&s, input, diag) : zc_report_memory(diag);
  if (status == ZC_OK && input->source)
    zc_table_source_notes(input->source, batch->lang, &notes);
  const char *told = zc_buffer_text(&notes);
  if (status == ZC_OK && !told)
    status = zc_report_memory(diag);
  if (status == ZC_OK && json)
    put_json(out, &s, input, told);
  else if (status == ZC_OK)
    put_text(out, &s, input, told, batch->lang == ZC_LANG_ZH);
  zc_buffer_free(&notes);
  zc_arena_free(&s.arena);
  return status;
}

/* ---- as a map ---- */

static int stands_before(const zc_headings *h, uint32_t column) {
  for (uint32_t i = 0; i < column; i++)
    if (strcmp(h->columns[i].key, h->columns[column].key) == 0)
      return 1;
  return 0;
}

static void put_key(zc_buffer *out, const char *key) {
  for (; *key; key++) {
    zc_buffer_puts(out, *key == '=' ? "\\" : "");
    zc_buffer_putc(out, *key);
  }
}

void zc_write_map(zc_buffer *out, const zc_batch *batch) {
  const zc_headings *h = &batch->office->headings;
  const zc_fact *facts = batch->office->vocabulary.facts;
  int zh = batch->lang == ZC_LANG_ZH;
  zc_buffer_puts(out, zh ? "; 列名 = 事实的名称（zhicheng facts 列出）；- 表示原样保留\n[columns]\n"
                         : "; heading = name of a fact (`zhicheng facts` lists them); - keeps the "
                           "column as it is\n[columns]\n");
  for (uint32_t i = 0; i < h->count; i++) {
    const zc_heading *c = &h->columns[i];
    int is_role = c->by == ZC_HEADING_ROLE || c->is_reason || zc_batch_is_chosen(batch, i);
    if (!*c->key || is_role || strchr("[;#", c->key[0]) || stands_before(h, i))
      continue;
    put_key(out, c->key);
    zc_buffer_printf(out, " = %s", c->fact >= 0 ? facts[c->fact].name : "-");
    if (c->fact < 0 && c->suggests >= 0)
      zc_buffer_printf(out, zh ? " ; 是不是 %s？" : " ; is %s meant?", facts[c->suggests].name);
    zc_buffer_putc(out, '\n');
  }
  zc_buffer_puts(out, zh ? "; [words.事实的名称] 之下写：表中的写法 = 取值；[defaults] 之下写："
                           "事实的名称 = 空格子的值\n"
                         : "; below [words.FACT]: what the sheet has = a word of the fact; below "
                           "[defaults]: FACT = value of empty cells\n");
  if (batch->office->map.default_count)
    zc_buffer_puts(out, "[defaults]\n");
  for (uint32_t i = 0; i < batch->office->map.default_count; i++)
    zc_buffer_printf(out, "%s = %s\n", facts[batch->office->map.defaults[i].fact].name,
                     batch->office->map.defaults[i].text);
}
