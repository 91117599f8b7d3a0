/* SPDX-License-Identifier: Apache-2.0 */
#include "report/json_pieces.h"

#include "report/json_law.h"
#include "report/mention.h"
#include "report/need.h"
#include "report/sentence.h"

#include <string.h>

void zc_json_rule_head(zc_buffer *b, const zc_compiled_rule *rule) {
  zc_buffer_puts(b, "{\"rule\":");
  zc_buffer_json(b, rule->id);
  zc_buffer_puts(b, ",\"kind\":");
  zc_buffer_json(b, rule->kind);
  zc_buffer_puts(b, ",\"clauses\":");
  zc_json_clauses(b, &rule->law);
  zc_buffer_puts(b, ",\"state\":\"");
}

void zc_json_rule_cites(zc_buffer *b) {
  zc_buffer_puts(b, "\",\"cites\":[");
}

/* Most bytes of one value and one computed need. */
static uint32_t item_room(const zc_json_writer *w) {
  return 2 * (w->longest_word + 48);
}

static int is_computed(const zc_region *region, const zc_mention *mention) {
  return (mention->form == ZC_NEED_GE || mention->form == ZC_NEED_EQ) &&
         region->program.nodes[mention->value].op != ZC_OP_CONST;
}

static void put_constant_need(zc_buffer *b, const zc_region *region, const zc_mention *mention) {
  zc_buffer need = {0};
  zc_slot value = {0, 0};
  if (mention->form != ZC_NEED_NONE && mention->form != ZC_NEED_IN)
    value.lo = value.hi = region->program.nodes[mention->value].imm;
  int shown = zc_need_write(&need, &region->vocabulary, mention, value);
  zc_buffer_puts(b, ",\"needs\":");
  if (shown) {
    const char *text = zc_buffer_text(&need);
    b->failed |= text == NULL;
    zc_buffer_json(b, text ? text : "");
  } else {
    zc_buffer_puts(b, "null");
  }
  zc_buffer_free(&need);
}

void zc_json_item_set(const zc_json_writer *w, zc_json_item *item, uint32_t fact) {
  const zc_vocabulary *v = &w->region->vocabulary;
  const zc_fact *f = &v->facts[fact];
  item->fact = fact;
  item->node = w->region->fact_nodes[fact];
  if (f->type == ZC_ENUM) {
    item->words = w->first_word[f->enumeration];
    item->word_count = v->enums[f->enumeration].count;
  } else if (f->type == ZC_BOOL) {
    item->words = ZC_WORD_FALSE;
    item->word_count = 2;
  } else if (f->type == ZC_INT) {
    item->words = ZC_WORD_NUMBERS;
    item->word_count = ZC_NUMBER_COUNT;
  }
}

static int is_cited_always(const zc_cite *cite) {
  return cite->span.from <= ZC_DAY_MIN && cite->span.until >= ZC_DAY_MAX &&
         cite->division.lo == INT64_MIN && cite->division.hi == INT64_MAX;
}

/* What is cited always joins the piece before it, up to the first place that is not; from there on
 * each has a piece of its own. A row's first cite is cited always. */
static void build_cites(zc_pieces *p, zc_json_list *list, const zc_law *law) {
  uint32_t i = 0;
  for (; i < law->cite_count && is_cited_always(&law->cites[i]); i++) {
    zc_buffer_puts(&p->pool, i > 0 ? "," : "");
    zc_json_cite(&p->pool, &law->cites[i]);
  }
  if (i == law->cite_count)
    return;
  list->opening = zc_pieces_cut(p);
  list->cites = zc_pieces_take(p, law->cite_count - i, sizeof *list->cites);
  for (; list->cites && i < law->cite_count; i++) {
    zc_json_cite_piece *next = &list->cites[list->cite_count++];
    zc_buffer_putc(&p->pool, ',');
    zc_json_cite(&p->pool, &law->cites[i]);
    *next = (zc_json_cite_piece){&law->cites[i], zc_pieces_cut(p)};
  }
}

/* A part of a JSON string: without the quotes. */
static void put_part(zc_buffer *b, const char *text) {
  size_t from = b->length;
  zc_buffer_json(b, text);
  if (!b->failed) {
    b->length -= 2;
    memmove(b->data + from, b->data + from + 1, b->length - from);
  }
}

static void build_language(zc_pieces *p, zc_json_list *list, const char *text,
                           const zc_sentence *said, zc_lang lang) {
  zc_buffer *b = &p->pool;
  if (!said->count) {
    zc_buffer_json(b, text);
    return;
  }
  zc_buffer_putc(b, '"');
  for (uint32_t i = 0; list->blanks && i < said->count; i++) {
    zc_json_blank *blank = &list->blanks[list->blank_count++];
    put_part(b, said->blanks[i].before);
    blank->before = zc_pieces_cut(p);
    put_part(b, said->blanks[i].name);
    blank->name = zc_pieces_cut(p);
    blank->blank = &said->blanks[i];
    blank->lang = lang;
  }
  put_part(b, said->rest);
  zc_buffer_putc(b, '"');
}

/* A sentence in both languages; with values in it, it is cut at them. */
static void build_text(zc_pieces *p, zc_json_list *list, zc_text text, const zc_sentence *said) {
  uint32_t count = said[ZC_LANG_ZH].count + said[ZC_LANG_EN].count;
  if (count > 0)
    list->blanks = zc_pieces_take(p, count, sizeof *list->blanks);
  zc_buffer_puts(&p->pool, "],\"text\":{\"zh\":");
  build_language(p, list, text.zh, &said[ZC_LANG_ZH], ZC_LANG_ZH);
  if (text.en) {
    zc_buffer_puts(&p->pool, ",\"en\":");
    build_language(p, list, text.en, &said[ZC_LANG_EN], ZC_LANG_EN);
  }
  zc_buffer_putc(&p->pool, '}');
}

/* One that is the same for everybody joins the piece before it. */
static void build_use(zc_pieces *p, zc_json_list *list, const zc_parameter_use *use) {
  const zc_region *region = p->writer->region;
  const zc_node *node = &region->program.nodes[use->setting];
  uint32_t settings = region->parameters.parameters[use->parameter].setting_count;
  if (node->op == ZC_OP_CONST) {
    zc_parameter_json(&p->pool, region, use, (uint32_t)node->imm, (zc_slot){0, 1});
    return;
  }
  zc_json_use *out = &list->uses[list->use_count++];
  out->use = use;
  out->before = zc_pieces_cut(p);
  out->settings = zc_pieces_take(p, (size_t)settings + 1, sizeof *out->settings);
  for (uint32_t i = 0; out->settings && i <= settings; i++) {
    zc_parameter_json(&p->pool, region, use, i, (zc_slot){0, 1});
    out->settings[i] = zc_pieces_cut(p);
  }
}

static void build_uses(zc_pieces *p, zc_json_list *list, const zc_compiled_rule *rule,
                       int32_t line) {
  uint32_t limit = zc_rule_use_limit(rule);
  const zc_parameter_use **uses = zc_calloc(limit > 0 ? limit : 1, sizeof(zc_parameter_use *));
  list->uses = zc_pieces_take(p, limit, sizeof *list->uses);
  zc_buffer_puts(&p->pool, "],\"parameters\":[");
  uint32_t count = uses ? zc_rule_uses(rule, line, uses) : 0;
  for (uint32_t i = 0; list->uses && i < count; i++) {
    zc_buffer_puts(&p->pool, i > 0 ? "," : "");
    build_use(p, list, uses[i]);
  }
  p->failed |= !uses;
  zc_free(uses);
}

/* Most bytes of the values in the sentence and of the parameters. */
static uint32_t changing_size(const zc_pieces *p, const zc_json_list *list) {
  const zc_parameter_set *set = &p->writer->region->parameters;
  uint32_t size = 0;
  for (uint32_t i = 0; i < list->blank_count; i++)
    size += list->blanks[i].before.length + list->blanks[i].name.length + 48;
  for (uint32_t i = 0; i < list->use_count; i++) {
    const zc_json_use *use = &list->uses[i];
    uint32_t settings = set->parameters[use->use->parameter].setting_count, longest = 0;
    for (uint32_t s = 0; use->settings && s <= settings; s++)
      longest = use->settings[s].length > longest ? use->settings[s].length : longest;
    size += use->before.length + longest;
  }
  return size;
}

static void finish_list(zc_pieces *p, zc_json_list *list) {
  list->tail = zc_pieces_cut(p);
  list->size = list->tail.length + list->opening.length + changing_size(p, list);
  for (uint32_t i = 0; i < list->cite_count; i++)
    list->size += list->cites[i].piece.length;
  for (uint32_t i = 0; i < list->count; i++)
    list->size += list->items[i].before.length + item_room(p->writer);
}

static void build_list(zc_pieces *p, zc_json_list *list, const zc_compiled_rule *rule, int32_t line,
                       const zc_mention **room, uint32_t limit) {
  const zc_region *region = p->writer->region;
  uint32_t needed = zc_rule_mentions(rule, line, room, limit);
  list->count = zc_rule_other_mentions(rule, room, needed);
  list->items = zc_pieces_take(p, list->count, sizeof *list->items);
  if (!list->items)
    return;
  zc_json_rule_cites(&p->pool);
  build_cites(p, list, &rule->law);
  build_text(p, list, rule->text, rule->said);
  zc_buffer_puts(&p->pool, ",\"facts\":[");
  for (uint32_t i = 0; i < list->count; i++) {
    zc_json_item *item = &list->items[i];
    zc_json_item_set(p->writer, item, room[i]->fact);
    item->computed = i < needed && is_computed(region, room[i]) ? room[i] : NULL;
    zc_buffer_puts(&p->pool, i > 0 ? ",{\"name\":" : "{\"name\":");
    zc_buffer_json(&p->pool, region->vocabulary.facts[item->fact].name);
    zc_buffer_puts(&p->pool, ",\"value\":");
    item->before = zc_pieces_cut(p);
    if (i >= needed)
      zc_buffer_puts(&p->pool, ",\"needs\":null");
    else if (!item->computed)
      put_constant_need(&p->pool, region, room[i]);
    zc_buffer_putc(&p->pool, '}');
  }
  build_uses(p, list, rule, line);
  zc_buffer_puts(&p->pool, "]}");
  finish_list(p, list);
}

static void build_outcome(zc_pieces *p, zc_json_rule *out, const zc_compiled_rule *rule) {
  if (rule->rank != ZC_RANK_NONE) {
    zc_buffer_puts(&p->pool, ",\"verdict\":\"eligible\",\"mode\":\"");
    zc_buffer_puts(&p->pool, zc_mode_word(rule->mode));
    zc_buffer_puts(&p->pool, "\",\"route\":");
    zc_buffer_json(&p->pool, rule->id);
    out->outcome = zc_pieces_text(p, ",\"findings\":[");
  }
}

static void build_rule(zc_pieces *p, zc_json_rule *out, const zc_compiled_rule *rule) {
  uint32_t limit = zc_rule_mention_limit(rule);
  const zc_mention **room = zc_calloc(limit > 0 ? limit : 1, sizeof(const zc_mention *));
  out->lists = zc_pieces_take(p, (size_t)rule->line_count + 1, sizeof *out->lists);
  if (!room || !out->lists) {
    p->failed = 1;
    zc_free(room);
    return;
  }
  zc_json_rule_head(&p->pool, rule);
  out->head = zc_pieces_cut(p);
  build_outcome(p, out, rule);
  for (uint32_t i = 0; i <= rule->line_count; i++)
    build_list(p, &out->lists[i], rule, (int32_t)i - 1, room, limit);
  zc_free(room);
}

static zc_json_rule *build_rules(zc_pieces *p, const zc_compiled_rule *rules, uint32_t count) {
  zc_json_rule *out = zc_pieces_take(p, count, sizeof *out);
  for (uint32_t i = 0; out && i < count; i++)
    build_rule(p, &out[i], &rules[i]);
  return out;
}

/* The author's object without the blanks between its tokens and without its closing brace. Returns
 * whether it has members. */
static int put_data_open(zc_buffer *b, const char *data) {
  size_t start = b->length;
  int in_string = 0;
  for (const char *c = data; *c != '\0'; c++) {
    if (in_string && *c == '\\' && c[1] != '\0')
      zc_buffer_putc(b, *c++);
    else if (*c == '"')
      in_string = !in_string;
    else if (!in_string && (*c == ' ' || *c == '\n' || *c == '\t' || *c == '\r'))
      continue;
    zc_buffer_putc(b, *c);
  }
  if (!b->failed)
    b->length--;
  return b->length - start > 1;
}

static void build_effect(zc_pieces *p, zc_json_list *list, const zc_compiled_effect *effect) {
  const zc_vocabulary *v = &p->writer->region->vocabulary;
  zc_buffer *b = &p->pool;
  list->count = effect->show_count;
  list->items = zc_pieces_take(p, list->count, sizeof *list->items);
  if (!list->items)
    return;
  zc_buffer_puts(b, "{\"rule\":");
  zc_buffer_json(b, effect->row->id);
  zc_buffer_puts(b, ",\"clauses\":");
  zc_json_clauses(b, &effect->law);
  zc_buffer_puts(b, ",\"kind\":");
  zc_buffer_json(b, effect->kind);
  zc_buffer_puts(b, ",\"cites\":[");
  build_cites(p, list, &effect->law);
  build_text(p, list, effect->text, effect->said);
  zc_buffer_puts(b, ",\"data\":");
  int members = put_data_open(b, effect->row->data ? effect->row->data : "{}");
  for (uint32_t i = 0; i < list->count; i++) {
    zc_json_item *item = &list->items[i];
    zc_json_item_set(p->writer, item, effect->shows[i]);
    zc_buffer_puts(b, members || i > 0 ? "," : "");
    zc_buffer_json(b, v->facts[item->fact].name);
    zc_buffer_putc(b, ':');
    item->before = zc_pieces_cut(p);
  }
  zc_buffer_puts(b, "}}");
  finish_list(p, list);
}

static size_t most_of_rules(const zc_json_rule *prepared, const zc_compiled_rule *rules,
                            uint32_t count) {
  size_t most = 0;
  for (uint32_t i = 0; i < count; i++) {
    size_t list = 0;
    for (uint32_t j = 0; j <= rules[i].line_count; j++)
      list = prepared[i].lists[j].size > list ? prepared[i].lists[j].size : list;
    most += prepared[i].head.length + list + prepared[i].outcome.length + 32;
  }
  return most;
}

static void measure(zc_json_writer *w) {
  const zc_region *region = w->region;
  size_t frame = 4096 + w->closing.length;
  for (uint32_t i = 0; i < region->vocabulary.fact_count; i++)
    frame += 2 * (size_t)w->facts[i].before.length + item_room(w);
  for (uint32_t i = 0; i < region->document_count; i++)
    frame += w->documents[i].length + 1;
  for (uint32_t i = 0; i < region->effect_count; i++)
    frame += w->effects[i].size + 1;
  w->most[ZC_Q_ASSESS] = frame + most_of_rules(w->rules, region->rules, region->rule_count);
  w->most[ZC_Q_CONVERT] =
      frame + most_of_rules(w->conversions, region->conversions, region->conversion_count);
  w->most[ZC_Q_UNIT] = frame + most_of_rules(w->units, region->units, region->unit_count);
}

static void build_effects(zc_pieces *p) {
  const zc_region *region = p->writer->region;
  p->writer->effects = zc_pieces_take(p, region->effect_count, sizeof *p->writer->effects);
  for (uint32_t i = 0; p->writer->effects && i < region->effect_count; i++)
    build_effect(p, &p->writer->effects[i], &region->effects[i]);
}

zc_json_writer *zc_json_writer_new(const zc_region *region) {
  static const char spare[ZC_PIECE_STEP] = {0};
  zc_json_writer *w = zc_calloc(1, sizeof *w);
  if (!w)
    return NULL;
  w->region = region;
  zc_pieces p = {.writer = w};
  zc_pieces_frame(&p);
  if (!p.failed) {
    w->rules = build_rules(&p, region->rules, region->rule_count);
    w->conversions = build_rules(&p, region->conversions, region->conversion_count);
    w->units = build_rules(&p, region->units, region->unit_count);
    build_effects(&p);
  }
  zc_buffer_add(&p.pool, spare, sizeof spare);
  if (p.failed || p.pool.failed || p.pool.length > UINT32_MAX) {
    zc_buffer_free(&p.pool);
    zc_json_writer_free(w);
    return NULL;
  }
  w->pool = p.pool.data;
  measure(w);
  return w;
}

void zc_json_writer_free(zc_json_writer *w) {
  if (w) {
    zc_free(w->pool);
    zc_arena_free(&w->arena);
    zc_free(w);
  }
}
