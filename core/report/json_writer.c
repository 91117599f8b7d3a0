/* SPDX-License-Identifier: Apache-2.0 */
#include "report/json_writer.h"

#include "report/json_law.h"
#include "report/mention.h"
#include "report/need.h"

#include <string.h>

/* The pool grows while pieces are added; offsets stay right. */
typedef struct pieces {
  zc_json_writer *writer;
  zc_buffer pool;
  size_t start; /* of the piece that is being written */
  int failed;
} pieces;

static zc_piece cut(pieces *p) {
  zc_piece piece = {(uint32_t)p->start, (uint32_t)(p->pool.length - p->start)};
  p->start = p->pool.length;
  return piece;
}

static zc_piece cut_text(pieces *p, const char *text) {
  zc_buffer_puts(&p->pool, text);
  return cut(p);
}

static void *take(pieces *p, size_t count, size_t size) {
  void *block = zc_arena_alloc(&p->writer->arena, (count > 0 ? count : 1) * size);
  if (block == NULL) {
    p->failed = 1;
  }
  return block;
}

void zc_json_rule_head(zc_buffer *b, const zc_compiled_rule *rule) {
  zc_buffer_puts(b, "{\"rule\":");
  zc_buffer_json(b, rule->id);
  zc_buffer_puts(b, ",\"kind\":");
  zc_buffer_json(b, rule->kind);
  zc_buffer_puts(b, ",\"clauses\":");
  zc_json_clauses(b, &rule->law);
  zc_buffer_puts(b, ",\"state\":\"");
}

void zc_json_rule_body(zc_buffer *b, const zc_compiled_rule *rule) {
  zc_buffer_puts(b, "\",\"cites\":");
  zc_json_cites(b, &rule->law);
  zc_buffer_puts(b, ",\"text\":");
  zc_json_text(b, rule->text.zh, rule->text.en);
  zc_buffer_puts(b, ",\"facts\":[");
}

/* Most bytes of one value and one computed need. */
static uint32_t item_room(const zc_json_writer *w) {
  return 2 * (w->longest_word + 48);
}

static int is_computed(const zc_region *region, const zc_mention *mention) {
  return mention->form != ZC_NEED_NONE && mention->form != ZC_NEED_IN &&
         region->program.nodes[mention->value].op != ZC_OP_CONST;
}

static void put_constant_need(zc_buffer *b, const zc_region *region, const zc_mention *mention) {
  zc_buffer need = {0};
  zc_slot value = {0, 0};
  if (mention->form != ZC_NEED_NONE && mention->form != ZC_NEED_IN) {
    value.lo = value.hi = region->program.nodes[mention->value].imm;
  }
  int shown = zc_need_write(&need, &region->vocabulary, mention, value);
  zc_buffer_puts(b, ",\"needs\":");
  if (shown) {
    const char *text = zc_buffer_text(&need);
    b->failed |= text == NULL;
    zc_buffer_json(b, text != NULL ? text : "");
  } else {
    zc_buffer_puts(b, "null");
  }
  zc_buffer_free(&need);
}

static void finish_list(pieces *p, zc_json_list *list) {
  list->tail = cut(p);
  list->size = list->tail.length;
  for (uint32_t i = 0; i < list->count; i++) {
    list->size += list->items[i].before.length + item_room(p->writer);
  }
}

static void build_list(pieces *p, zc_json_list *list, const zc_compiled_rule *rule, int32_t line,
                       const zc_mention **room, uint32_t limit) {
  const zc_region *region = p->writer->region;
  list->count = zc_rule_mentions(rule, line, room, limit);
  list->items = take(p, list->count, sizeof *list->items);
  if (list->items == NULL) {
    return;
  }
  zc_json_rule_body(&p->pool, rule);
  for (uint32_t i = 0; i < list->count; i++) {
    zc_json_item *item = &list->items[i];
    item->fact = room[i]->fact;
    item->type = region->vocabulary.facts[item->fact].type;
    item->computed = is_computed(region, room[i]) ? room[i] : NULL;
    zc_buffer_puts(&p->pool, i > 0 ? ",{\"name\":" : "{\"name\":");
    zc_buffer_json(&p->pool, region->vocabulary.facts[item->fact].name);
    zc_buffer_puts(&p->pool, ",\"value\":");
    item->before = cut(p);
    if (item->computed == NULL) {
      put_constant_need(&p->pool, region, room[i]);
    }
    zc_buffer_putc(&p->pool, '}');
  }
  zc_buffer_puts(&p->pool, "]}");
  finish_list(p, list);
}

static void build_rule(pieces *p, zc_json_rule *out, const zc_compiled_rule *rule) {
  uint32_t limit = zc_rule_mention_limit(rule);
  const zc_mention **room = zc_calloc(limit > 0 ? limit : 1, sizeof(const zc_mention *));
  out->lists = take(p, (size_t)rule->line_count + 1, sizeof *out->lists);
  if (room == NULL || out->lists == NULL) {
    p->failed = 1;
    zc_free(room);
    return;
  }
  zc_json_rule_head(&p->pool, rule);
  out->head = cut(p);
  for (uint32_t i = 0; i <= rule->line_count; i++) {
    build_list(p, &out->lists[i], rule, (int32_t)i - 1, room, limit);
  }
  zc_free(room);
}

static zc_json_rule *build_rules(pieces *p, const zc_compiled_rule *rules, uint32_t count) {
  zc_json_rule *out = take(p, count, sizeof *out);
  for (uint32_t i = 0; out != NULL && i < count; i++) {
    build_rule(p, &out[i], &rules[i]);
  }
  return out;
}

/* The author's object without the blanks between its tokens and without its closing brace. Returns
 * whether it has members. */
static int put_data_open(zc_buffer *b, const char *data) {
  size_t start = b->length;
  int in_string = 0;
  for (const char *c = data; *c != '\0'; c++) {
    if (in_string && *c == '\\' && c[1] != '\0') {
      zc_buffer_putc(b, *c++);
    } else if (*c == '"') {
      in_string = !in_string;
    } else if (!in_string && (*c == ' ' || *c == '\n' || *c == '\t' || *c == '\r')) {
      continue;
    }
    zc_buffer_putc(b, *c);
  }
  if (!b->failed) {
    b->length--;
  }
  return b->length - start > 1;
}

static void build_effect(pieces *p, zc_json_list *list, const zc_compiled_effect *effect) {
  const zc_vocabulary *v = &p->writer->region->vocabulary;
  zc_buffer *b = &p->pool;
  list->count = effect->show_count;
  list->items = take(p, list->count, sizeof *list->items);
  if (list->items == NULL) {
    return;
  }
  zc_buffer_puts(b, "{\"rule\":");
  zc_buffer_json(b, effect->row->id);
  zc_buffer_puts(b, ",\"clauses\":");
  zc_json_clauses(b, &effect->law);
  zc_buffer_puts(b, ",\"kind\":");
  zc_buffer_json(b, effect->kind);
  zc_buffer_puts(b, ",\"cites\":");
  zc_json_cites(b, &effect->law);
  zc_buffer_puts(b, ",\"text\":");
  zc_json_text(b, effect->row->text.zh, effect->row->text.en);
  zc_buffer_puts(b, ",\"data\":");
  int members = put_data_open(b, effect->row->data != NULL ? effect->row->data : "{}");
  for (uint32_t i = 0; i < list->count; i++) {
    zc_json_item *item = &list->items[i];
    item->fact = effect->shows[i];
    item->type = v->facts[item->fact].type;
    item->computed = NULL;
    zc_buffer_puts(b, members || i > 0 ? "," : "");
    zc_buffer_json(b, v->facts[item->fact].name);
    zc_buffer_putc(b, ':');
    item->before = cut(p);
  }
  zc_buffer_puts(b, "}}");
  finish_list(p, list);
}

static void build_words(pieces *p) {
  zc_json_writer *w = p->writer;
  const zc_vocabulary *v = &w->region->vocabulary;
  uint32_t count = 0;
  w->first_word = take(p, v->enum_count, sizeof *w->first_word);
  if (w->first_word == NULL) {
    return;
  }
  for (uint32_t i = 0; i < v->enum_count; i++) {
    w->first_word[i] = count;
    count += v->enums[i].count;
  }
  w->words = take(p, count, sizeof *w->words);
  if (w->words == NULL) {
    return;
  }
  for (uint32_t i = 0; i < v->enum_count; i++) {
    for (uint32_t j = 0; j < v->enums[i].count; j++) {
      zc_buffer_json(&p->pool, v->enums[i].words[j].word);
      zc_piece piece = cut(p);
      w->words[w->first_word[i] + j] = piece;
      w->longest_word = piece.length > w->longest_word ? piece.length : w->longest_word;
    }
  }
}

static void build_names(pieces *p) {
  const zc_vocabulary *v = &p->writer->region->vocabulary;
  p->writer->names = take(p, v->fact_count, sizeof *p->writer->names);
  for (uint32_t i = 0; p->writer->names != NULL && i < v->fact_count; i++) {
    zc_buffer_json(&p->pool, v->facts[i].name);
    p->writer->names[i] = cut(p);
  }
}

static void build_frame(pieces *p) {
  static const char *const questions[] = {"assess", "convert", "unit"};
  zc_json_writer *w = p->writer;
  for (int q = 0; q < (int)ZC_Q_CALENDAR; q++) {
    zc_buffer_puts(&p->pool, "{\"api\":1,\"question\":\"");
    zc_buffer_puts(&p->pool, questions[q]);
    zc_buffer_puts(&p->pool, "\",\"region\":");
    zc_buffer_json(&p->pool, w->region->id);
    zc_buffer_puts(&p->pool, ",\"edition\":");
    w->opening[q] = cut(p);
  }
  for (int s = 0; s <= (int)ZC_NOT_APPLICABLE; s++) {
    w->states[s] = cut_text(p, zc_state_word((zc_state)s));
  }
  zc_buffer_puts(&p->pool, "],\"rules_digest\":");
  zc_buffer_json(&p->pool, w->region->digest);
  w->closing = cut_text(p, "}\n");
}

static void build_effects(pieces *p) {
  const zc_region *region = p->writer->region;
  p->writer->effects = take(p, region->effect_count, sizeof *p->writer->effects);
  for (uint32_t i = 0; p->writer->effects != NULL && i < region->effect_count; i++) {
    build_effect(p, &p->writer->effects[i], &region->effects[i]);
  }
}

zc_json_writer *zc_json_writer_new(const zc_region *region) {
  static const char spare[ZC_PIECE_STEP] = {0};
  zc_json_writer *w = zc_calloc(1, sizeof *w);
  if (w == NULL) {
    return NULL;
  }
  w->region = region;
  pieces p = {.writer = w};
  build_words(&p);
  build_names(&p);
  build_frame(&p);
  w->rules = build_rules(&p, region->rules, region->rule_count);
  w->conversions = build_rules(&p, region->conversions, region->conversion_count);
  w->units = build_rules(&p, region->units, region->unit_count);
  build_effects(&p);
  zc_buffer_add(&p.pool, spare, sizeof spare);
  if (p.failed || p.pool.failed || p.pool.length > UINT32_MAX) {
    zc_buffer_free(&p.pool);
    zc_json_writer_free(w);
    return NULL;
  }
  w->pool = p.pool.data;
  return w;
}

void zc_json_writer_free(zc_json_writer *w) {
  if (w != NULL) {
    zc_free(w->pool);
    zc_arena_free(&w->arena);
    zc_free(w);
  }
}
