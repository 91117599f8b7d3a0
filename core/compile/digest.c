/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The digest of everything that the bytes of an answer depend on: engine version, tables of the
 * plugin, parameters in force, vocabulary with its assumptions, the compiled program, the data
 * tables, and the plugin's file where it has code. Where a row stands in its source file is left
 * out: an answer does not change when a line is added above it. So is what the author accepts.
 *
 * All of it is written in a form that can be read in one way only (every text with its length,
 * every list with its count) and hashed: first the rules, whose digest an image carries, then that
 * with the data tables of the place where they answer.
 */
#include "base/buffer.h"
#include "base/hash.h"
#include "base/input_file.h"
#include "compile/compile_region.h"
#include "compile/engine_version.h"
#include "compile/tables.h"

#include <string.h>

#define MAX_PLUGIN ((size_t)64 << 20)

/* Seven bits a byte, the lowest first: most numbers are small. */
static void put_number(zc_buffer *out, uint64_t value) {
  char bytes[10];
  size_t length = 0;
  while (value >= 128) {
    bytes[length++] = (char)(value | 128);
    value >>= 7;
  }
  bytes[length++] = (char)value;
  zc_buffer_add(out, bytes, length);
}

/* Small negative numbers are small too. */
static void put_signed(zc_buffer *out, int64_t value) {
  put_number(out, ((uint64_t)value << 1) ^ (value < 0 ? ~UINT64_C(0) : 0));
}

/* NULL and "" differ. */
static void put_text(zc_buffer *out, const char *text) {
  size_t length = text ? strlen(text) : 0;
  put_number(out, text ? length + 1 : 0);
  zc_buffer_add(out, text ? text : "", length);
}

/* ---- tables ---- */

static void put_table(zc_buffer *out, const zc_table *table, zc_row_kind kind);

static void put_field(zc_buffer *out, const char *row, const zc_field *field) {
  const char *at = row + field->offset, *text;
  uint32_t narrow;
  int64_t wide;
  zc_table table;
  switch (field->form) {
  case ZC_FIELD_STRING:
    memcpy(&text, at, sizeof text);
    put_text(out, text);
    break;
  case ZC_FIELD_U32:
    memcpy(&narrow, at, sizeof narrow);
    put_number(out, narrow);
    break;
  case ZC_FIELD_I64:
    memcpy(&wide, at, sizeof wide);
    put_signed(out, wide);
    break;
  case ZC_FIELD_TABLE:
    memcpy(&table, at, sizeof table);
    put_table(out, &table, field->rows);
    break;
  case ZC_FIELD_CALL: /* the code is in the file, which put_file adds */
    break;
  }
}

static void put_table(zc_buffer *out, const zc_table *table, zc_row_kind kind) {
  const zc_row_schema *schema = &zc_row_schemas[kind];
  put_number(out, table->count);
  for (uint32_t row = 0; row < table->count; row++)
    for (uint32_t i = 0; i < schema->field_count; i++)
      put_field(out, (const char *)table->rows + (size_t)row * table->stride, &schema->fields[i]);
}

static void put_plugin(zc_buffer *out, const zc_region_plugin *plugin) {
  put_text(out, plugin->id);
  put_text(out, plugin->version);
  put_text(out, plugin->name.zh);
  put_text(out, plugin->name.en);
  put_text(out, plugin->division);
  put_text(out, plugin->counting_day);
  put_text(out, plugin->counting_clause);
  put_text(out, plugin->convert_day);
  put_text(out, plugin->unit_day);
  put_number(out, plugin->chapter_count);
  for (uint32_t i = 0; i < plugin->chapter_count; i++)
    for (int kind = 0; kind < ZC_CHAPTER_KINDS; kind++)
      if (kind != ZC_ROWS_ACCEPTANCE)
        put_table(out, zc_chapter_table(plugin->chapters[i], (zc_row_kind)kind), (zc_row_kind)kind);
}

/* ---- parameters, vocabulary, program ---- */

static void put_setting(zc_buffer *out, const zc_setting *s) {
  put_signed(out, s->from);
  put_signed(out, s->division_lo);
  put_signed(out, s->division_hi);
  for (int i = 0; i < ZC_WORD_KEYS; i++)
    put_signed(out, s->words[i]);
  put_signed(out, s->value);
  put_signed(out, s->none);
  put_text(out, s->source);
}

static void put_parameters(zc_buffer *out, const zc_parameter_set *set) {
  put_number(out, set->count);
  for (uint32_t i = 0; i < set->count; i++) {
    const zc_named_parameter *p = &set->parameters[i];
    put_text(out, p->name);
    put_number(out, p->setting_count);
    for (uint32_t s = 0; s < p->setting_count; s++)
      put_setting(out, &p->settings[s]);
  }
}

static void put_fact(zc_buffer *out, const zc_fact *f) {
  const char *const texts[] = {f->name,    f->zh,       f->en,           f->meaning,
                               f->tag,     f->assumed,  f->derived_when, f->derived,
                               f->revised, f->proof.zh, f->proof.en};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    put_text(out, texts[i]);
  put_number(out, (uint64_t)f->type);
  put_number(out, (uint64_t)f->unit);
  put_signed(out, f->enumeration);
  put_signed(out, f->min);
  put_signed(out, f->max);
  put_number(out, f->words);
  put_number(out, (uint64_t)f->changeable);
  put_number(out, f->reads_given);
}

static void put_vocabulary(zc_buffer *out, const zc_vocabulary *v) {
  put_number(out, v->fact_count);
  for (uint32_t i = 0; i < v->fact_count; i++)
    put_fact(out, &v->facts[i]);
  put_number(out, v->enum_count);
  for (uint32_t i = 0; i < v->enum_count; i++) {
    const zc_enum *e = &v->enums[i];
    put_text(out, e->name);
    put_number(out, (uint64_t)(e->ordered != 0));
    put_number(out, e->count);
    for (uint32_t w = 0; w < e->count; w++) {
      put_text(out, e->words[w].word);
      put_text(out, e->words[w].zh);
      put_text(out, e->words[w].en);
    }
  }
}

static void put_program(zc_buffer *out, const zc_program *p) {
  put_number(out, p->count);
  for (uint32_t i = 0; i < p->count; i++) {
    const zc_node *n = &p->nodes[i];
    put_number(out, n->op);
    put_number(out, n->type);
    put_number(out, n->a);
    put_number(out, n->b);
    put_number(out, n->c);
    put_signed(out, n->imm);
    put_signed(out, n->imm2);
  }
  put_number(out, p->argument_count);
  for (uint32_t i = 0; i < p->argument_count; i++)
    put_number(out, p->arguments[i]);
}

/* ---- data tables and code ---- */

/* What became of former divisions stands in messages, never in an answer. */
static void put_data(zc_buffer *out, const zc_data *data) {
  const zc_workdays *w = &data->workdays;
  put_number(out, data->divisions.digest);
  put_signed(out, w->first);
  put_signed(out, w->last);
  zc_buffer_add(out, w->digits, (size_t)(w->last - w->first) + 1);
}

/* The code of functions decides answers too. */
static void put_code(zc_buffer *out, const zc_region *region, const char *plugin, size_t length) {
  put_number(out, region->function_count);
  if (!region->function_count || !plugin)
    return;
  put_number(out, length);
  zc_buffer_add(out, plugin, length);
}

/* Ends a buffer: hashes it into `digest`. */
static zc_status hash(zc_buffer *bytes, char *digest, zc_diagnostics *diag) {
  static const char name[] = "sm3:";
  enum { NAME = sizeof name - 1 };
  zc_status status = bytes->failed ? zc_report_memory(diag) : ZC_OK;
  if (status == ZC_OK) {
    memcpy(digest, name, NAME);
    zc_hash_hex(ZC_SM3, bytes->data, bytes->length, digest + NAME);
  }
  zc_buffer_free(bytes);
  return status;
}

static zc_status digest_rules(zc_region *region, const char *plugin, size_t length,
                              zc_diagnostics *diag) {
  zc_buffer out = {0};
  put_text(&out, ZC_ENGINE_VERSION);
  put_plugin(&out, region->plugin);
  put_parameters(&out, &region->parameters);
  put_vocabulary(&out, &region->vocabulary);
  put_program(&out, &region->program);
  put_code(&out, region, plugin, length);
  return hash(&out, region->rules_digest, diag);
}

zc_status zc_region_digest_of(zc_region *region, const char *plugin, size_t length,
                              zc_diagnostics *diag) {
  zc_status status = *region->rules_digest ? ZC_OK : digest_rules(region, plugin, length, diag);
  if (status != ZC_OK || *region->digest)
    return status;
  zc_buffer out = {0};
  put_text(&out, region->rules_digest);
  put_data(&out, region->vocabulary.data);
  return hash(&out, region->digest, diag);
}

/* A region made in memory has no file: its functions are the caller's own. */
zc_status zc_region_digest(zc_region *region, zc_diagnostics *diag) {
  char *bytes = NULL;
  size_t length = 0;
  int has_code = region->function_count && region->library && !*region->rules_digest;
  zc_status status =
      has_code ? zc_read_file(region->file, MAX_PLUGIN, &bytes, &length, diag) : ZC_OK;
  if (status == ZC_OK)
    status = zc_region_digest_of(region, bytes, length, diag);
  zc_free(bytes);
  return status;
}

void zc_region_use(zc_region *region, const zc_data *data) {
  region->vocabulary.data = data;
  *region->digest = '\0';
}
