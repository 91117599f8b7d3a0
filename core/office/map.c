/* SPDX-License-Identifier: Apache-2.0 */
#include "office/map.h"

#include "base/hint.h"
#include "base/memory.h"
#include "facts/ini.h"
#include "facts/reader.h"
#include "office/heading.h"

#include <string.h>

/* Stands for an equals sign of a key while the INI layer reads it: a character of private use. */
#define EQUALS "\xEE\x80\x80"

enum { LONGEST_KEY = 1024 }; /* longer lines the INI layer refuses */

/* ---- before the INI layer ---- */

/* A comment behind a value: a semicolon after a blank, not in quotes. */
static size_t without_comment(const char *line, size_t length) {
  char quote = 0;
  for (size_t i = 0; i < length; i++)
    if (quote)
      quote = line[i] == quote ? 0 : quote;
    else if (line[i] == '"' && i > 0 && memchr("= \t", line[i - 1], 3))
      quote = line[i];
    else if (line[i] == ';' && i > 0 && memchr(" \t", line[i - 1], 2))
      return i;
  return length;
}

/* A key in small letters, its `\=` as EQUALS; the rest as it is. */
static void add_line(zc_buffer *out, const char *line, size_t length) {
  size_t end = without_comment(line, length), at = 0;
  for (; at < end && line[at] != '='; at++) {
    if (line[at] == '\\' && at + 1 < end && line[at + 1] == '=') {
      zc_buffer_puts(out, EQUALS);
      at++;
    } else {
      zc_buffer_putc(out,
                     line[at] >= 'A' && line[at] <= 'Z' ? (char)(line[at] - 'A' + 'a') : line[at]);
    }
  }
  zc_buffer_add(out, line + at, end - at);
}

static void prepare(zc_buffer *out, const char *bytes, size_t length) {
  size_t at = zc_bom_length(bytes, length);
  while (at < length) {
    const char *end = memchr(bytes + at, '\n', length - at);
    size_t size = end ? (size_t)(end - bytes) - at : length - at;
    add_line(out, bytes + at, size);
    zc_buffer_putc(out, '\n');
    at += size + 1;
  }
}

/* ---- entries ---- */

typedef struct reading {
  zc_office_map *map;
  const zc_vocabulary *v;
  const zc_lexicon *lexicon;
  zc_diagnostics *diag;
  zc_status status;
} reading;

static void note(reading *r, zc_status status) {
  r->status = status > r->status ? status : r->status;
}

static zc_where place_of(const reading *r, const zc_ini_entry *entry) {
  return (zc_where){.file = r->map->file, .line = entry->line};
}

/* The key as headings are compared, with its equals signs, kept. NULL: no memory. */
static const char *keep_key(reading *r, const char *key, int is_heading) {
  char raw[LONGEST_KEY], plain[LONGEST_KEY], unit;
  size_t length = 0;
  for (const char *c = key; *c && length < sizeof raw - 1;) {
    int is_equals = strncmp(c, EQUALS, strlen(EQUALS)) == 0;
    raw[length++] = is_equals ? '=' : *c;
    c += is_equals ? strlen(EQUALS) : 1;
  }
  zc_plain name =
      is_heading ? zc_heading_text(raw, length, plain, &unit) : zc_plain_name(raw, length, plain);
  const char *kept = zc_arena_copy(&r->map->arena, name.text, name.length);
  if (!kept)
    note(r, zc_report_memory(r->diag));
  return kept;
}

/* The fact that a name or an office's word for it means; -1 is told. */
static int32_t find_fact(reading *r, const zc_ini_entry *entry, const char *name) {
  int32_t fact = zc_fact_find(r->v, name, strlen(name));
  zc_where where = place_of(r, entry);
  if (fact < 0)
    note(r, zc_report_unknown_fact(r->diag, &where, r->v, name, strlen(name)));
  return fact;
}

static void read_column(reading *r, const zc_ini_entry *entry) {
  int is_kept = strcmp(entry->value, "-") == 0;
  int32_t fact = is_kept ? -1 : find_fact(r, entry, entry->value);
  const char *key = keep_key(r, entry->key, 1);
  if (!key || (fact < 0 && !is_kept))
    return;
  zc_map_column *same = zc_office_map_column(r->map, (zc_plain){key, strlen(key)});
  if (same) {
    zc_where where = place_of(r, entry);
    note(r, zc_report(r->diag, ZC_BAD_INPUT, &where, "“%s”与第 %u 行是同一列名；请只留一行",
                      "\"%s\" is the same heading as that of line %u; keep one", key, same->line));
    return;
  }
  r->map->columns[r->map->column_count++] = (zc_map_column){key, fact, entry->line, 0};
}

static zc_office_column column_of(const reading *r, uint32_t fact) {
  return (zc_office_column){.vocabulary = r->v,
                            .lexicon = r->lexicon,
                            .fact = fact,
                            .own_words = r->map->words,
                            .own_word_count = r->map->word_count};
}

/* The value in the fact's own words or those of offices; names of divisions are not looked up. */
static int read_value(reading *r, const zc_ini_entry *entry, uint32_t fact, zc_slot *slot) {
  const char *text = entry->value;
  zc_fault fault = zc_read_text(r->v, fact, text, strlen(text), slot);
  zc_where where = place_of(r, entry);
  if (fault == ZC_FINE)
    return 1;
  zc_type type = r->v->facts[fact].type;
  if (type == ZC_ENUM || type == ZC_BOOL || type == ZC_INT || type == ZC_DATE) {
    zc_office_column column = column_of(r, fact);
    zc_office_value value = zc_office_read(&column, text, strlen(text));
    *slot = value.slot;
    if (value.fault == ZC_VALUE_FINE)
      return 1;
  }
  note(r, zc_report_fault(r->diag, &where, r->v, fact, fault, text, strlen(text)));
  return 0;
}

static void read_word(reading *r, const zc_ini_entry *entry, const char *fact_name) {
  int32_t fact = find_fact(r, entry, fact_name);
  zc_slot slot;
  if (fact < 0 || !read_value(r, entry, (uint32_t)fact, &slot))
    return;
  const char *key = keep_key(r, entry->key, 0);
  if (key)
    r->map->words[r->map->word_count++] = (zc_own_word){(uint32_t)fact, key, slot};
}

static void read_default(reading *r, const zc_ini_entry *entry) {
  int32_t fact = find_fact(r, entry, entry->key);
  zc_slot slot;
  if (fact < 0 || !read_value(r, entry, (uint32_t)fact, &slot))
    return;
  zc_buffer text = {0};
  zc_office_put(&text, r->v, (uint32_t)fact, slot, entry->value, strlen(entry->value));
  const char *made = zc_buffer_text(&text);
  const char *kept = made ? zc_arena_copy(&r->map->arena, made, strlen(made)) : NULL;
  zc_buffer_free(&text);
  if (kept)
    r->map->defaults[r->map->default_count++] = (zc_map_default){(uint32_t)fact, kept};
  else
    note(r, zc_report_memory(r->diag));
}

static void read_entry(reading *r, const zc_ini_entry *entry) {
  static const char words[] = "words.";
  zc_where where = place_of(r, entry);
  if (strcmp(entry->section, "columns") == 0)
    read_column(r, entry);
  else if (strcmp(entry->section, "defaults") == 0)
    read_default(r, entry);
  else if (strncmp(entry->section, words, strlen(words)) == 0)
    read_word(r, entry, entry->section + strlen(words));
  else
    note(r, zc_report(r->diag, ZC_BAD_INPUT, &where,
                      "没有小节 [%s]；可用：[columns]、[words.事实名]、[defaults]",
                      "there is no section [%s]; there are [columns], [words.FACT] and [defaults]",
                      entry->section));
}

static zc_status make_room(zc_office_map *map, uint32_t count, zc_diagnostics *diag) {
  map->columns = zc_calloc((size_t)count + 1, sizeof *map->columns);
  map->words = zc_calloc((size_t)count + 1, sizeof *map->words);
  map->defaults = zc_calloc((size_t)count + 1, sizeof *map->defaults);
  return map->columns && map->words && map->defaults ? ZC_OK : zc_report_memory(diag);
}

zc_status zc_office_map_read(zc_office_map *map, const char *name, const char *bytes, size_t length,
                             const zc_vocabulary *vocabulary, const zc_lexicon *lexicon,
                             zc_diagnostics *diag) {
  zc_buffer prepared = {0};
  zc_ini ini = {0};
  *map = (zc_office_map){.file = name};
  prepare(&prepared, bytes, length);
  const char *text = zc_buffer_text(&prepared);
  zc_status status =
      text ? zc_ini_parse(&ini, name, text, prepared.length, diag) : zc_report_memory(diag);
  if (status == ZC_OK)
    status = make_room(map, ini.count, diag);
  reading r = {map, vocabulary, lexicon, diag, status};
  for (uint32_t i = 0; status == ZC_OK && i < ini.count; i++)
    read_entry(&r, &ini.entries[i]);
  zc_ini_free(&ini);
  zc_buffer_free(&prepared);
  return r.status;
}

void zc_office_map_free(zc_office_map *map) {
  zc_free(map->columns);
  zc_free(map->words);
  zc_free(map->defaults);
  zc_arena_free(&map->arena);
  *map = (zc_office_map){0};
}

zc_map_column *zc_office_map_column(const zc_office_map *map, zc_plain key) {
  for (uint32_t i = 0; i < map->column_count; i++)
    if (zc_plain_is(key, map->columns[i].key))
      return &map->columns[i];
  return NULL;
}
