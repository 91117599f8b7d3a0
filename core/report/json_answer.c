/* SPDX-License-Identifier: Apache-2.0 */
/* The hot path: copies the pieces of json_writer.c with values between them. Room for all of it is
 * made at once, so that the copying itself checks nothing. The place of the next byte is handed
 * from function to function (`at`; NULL: out of memory), for a pointer kept in memory would be
 * loaded and stored again around every byte that is written. */
#include "report/json_writer.h"

#include "base/date.h"
#include "facts/division.h"
#include "language/units.h"
#include "report/json_advice.h"
#include "report/json_law.h"
#include "report/mention.h"
#include "report/need.h"
#include "report/sentence.h"

#include <string.h>

typedef struct output {
  zc_buffer *buffer;
  const zc_json_writer *writer;
  const zc_answer *answer;
  int has_ranges; /* some numbers are known in part */
} output;

/* The end of the buffer, with room for a whole answer and for what the copying of a piece may write
 * past its end; NULL: out of memory. */
static char *reserve(const output *o) {
  zc_buffer *b = o->buffer;
  size_t wanted = b->length + o->writer->most[o->answer->question] + ZC_PIECE_STEP;
  if (b->failed)
    return NULL;
  if (wanted > b->capacity) {
    size_t capacity = wanted + wanted / 2;
    char *data = zc_realloc(b->data, capacity);
    if (!data) {
      b->failed = 1;
      return NULL;
    }
    b->data = data;
    b->capacity = capacity;
  }
  return b->data + b->length;
}

static void finish(const output *o, const char *at) {
  o->buffer->length = (size_t)(at - o->buffer->data);
}

/* In whole steps: what is written past the end is written over by the next piece. */
static inline char *put(char *at, const char *pool, zc_piece piece) {
  const char *from = pool + piece.offset;
  memcpy(at, from, ZC_PIECE_STEP);
  for (uint32_t done = ZC_PIECE_STEP; done < piece.length; done += ZC_PIECE_STEP)
    memcpy(at + done, from + done, ZC_PIECE_STEP);
  return at + piece.length;
}

static inline char *put_word(char *at, const char *pool, zc_piece word) {
  const char *from = pool + word.offset;
  memcpy(at, from, ZC_WORD_STEP);
  for (uint32_t done = ZC_WORD_STEP; done < word.length; done += ZC_WORD_STEP)
    memcpy(at + done, from + done, ZC_WORD_STEP);
  return at + word.length;
}

static inline char *put_bytes(char *at, const char *text, size_t length) {
  memcpy(at, text, length);
  return at + length;
}
#define PUT_LITERAL(at, text) put_bytes(at, text, sizeof(text) - 1)

static char *put_number(char *at, int64_t value) {
  char digits[20];
  int count = 0;
  uint64_t rest = value < 0 ? (uint64_t)0 - (uint64_t)value : (uint64_t)value;
  if (value < 0)
    *at++ = '-';
  do {
    digits[count++] = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  while (count > 0)
    *at++ = digits[--count];
  return at;
}

static char *put_date(char *at, zc_day day) {
  *at++ = '"';
  zc_day_format(day, at);
  at += 10;
  *at++ = '"';
  return at;
}

/* Text, regions and divisions as they were given, unless a derivation put another value there. */
static const char *given_text(const zc_answer *answer, uint32_t fact, zc_slot slot) {
  const zc_facts *facts = answer->facts;
  if (!facts->given[fact] || slot.lo != facts->slots[fact].lo || slot.hi != facts->slots[fact].hi)
    return NULL;
  return facts->texts[fact];
}

static char *put_division(const output *o, char *at, uint32_t fact, zc_slot slot) {
  const char *text = given_text(o->answer, fact, slot);
  if (!text && !zc_division_is_code(slot))
    return PUT_LITERAL(at, "null");
  *at++ = '"';
  if (text) {
    at = put_bytes(at, text, strlen(text));
  } else {
    zc_division_format((zc_division){slot.lo, slot.hi}, at);
    at += strlen(at);
  }
  *at++ = '"';
  return at;
}

/* A partial date as it was given; one that was taken as a day, too. */
static char *put_day(const output *o, char *at, uint32_t fact, zc_slot slot) {
  const char *text = given_text(o->answer, fact, slot);
  if (!text)
    return slot.lo == slot.hi ? put_date(at, (zc_day)slot.lo) : PUT_LITERAL(at, "null");
  *at++ = '"';
  at = put_bytes(at, text, strlen(text));
  *at++ = '"';
  return at;
}

/* Text of any length: leaves the room that was made and makes it anew. */
static char *put_text(const output *o, char *at, uint32_t fact, zc_slot slot) {
  const char *text = given_text(o->answer, fact, slot);
  if (!text)
    return PUT_LITERAL(at, "null");
  finish(o, at);
  zc_buffer_json(o->buffer, text);
  return reserve(o);
}

/* What the table of words does not have. */
static char *put_other(const output *o, char *at, const zc_json_item *item, zc_slot slot) {
  zc_type type = o->writer->region->vocabulary.facts[item->fact].type;
  if (type == ZC_DIVISION)
    return put_division(o, at, item->fact, slot);
  if (type == ZC_STRING || type == ZC_REGION)
    return put_text(o, at, item->fact, slot);
  if (type == ZC_DATE)
    return put_day(o, at, item->fact, slot);
  return slot.lo == slot.hi ? put_number(at, slot.lo) : PUT_LITERAL(at, "null");
}

/* The two ends are read apart: a copy of the slot would go through memory. */
static inline const zc_slot *value_of(const zc_answer *answer, const zc_json_item *item) {
  return item->node == ZC_NO_NODE ? &answer->facts->slots[item->fact] : &answer->values[item->node];
}

/* Truth, words and small numbers take the same few steps, for which of them comes next cannot be
 * foreseen. */
static inline char *put_value(const output *o, char *at, const zc_json_item *item) {
  const zc_json_writer *w = o->writer;
  const zc_slot *slot = value_of(o->answer, item);
  int64_t lo = slot->lo;
  if ((uint64_t)lo < item->word_count) {
    return put_word(at, w->pool,
                    w->words[lo == slot->hi ? item->words + (uint32_t)lo : (uint32_t)ZC_WORD_NULL]);
  }
  return put_other(o, at, item, *slot);
}

/* Of a number of which a part of the range is known the ends follow. */
static char *put_range(const output *o, char *at, const zc_json_item *item) {
  const zc_slot *slot = value_of(o->answer, item);
  if (!zc_answer_has_range(o->answer, item->fact, *slot))
    return at;
  finish(o, at);
  zc_buffer_printf(o->buffer, ",\"low\":%lld,\"high\":%lld", (long long)slot->lo,
                   (long long)slot->hi);
  return reserve(o);
}

/* A computed need of another type than a number: rare. Words, days and codes need no escaping. */
static char *put_other_need(const output *o, char *at, const zc_mention *mention, zc_slot need) {
  finish(o, at);
  zc_buffer_putc(o->buffer, '"');
  if (zc_need_write(o->buffer, &o->writer->region->vocabulary, mention, need)) {
    zc_buffer_putc(o->buffer, '"');
    return reserve(o);
  }
  return PUT_LITERAL(at, "null");
}

static char *put_need(const output *o, char *at, const zc_json_item *item) {
  const zc_mention *mention = item->computed;
  zc_slot need = o->answer->values[mention->value];
  at = PUT_LITERAL(at, ",\"needs\":");
  if (item->words != ZC_WORD_NUMBERS)
    return put_other_need(o, at, mention, need);
  if (need.lo != need.hi)
    return PUT_LITERAL(at, "null");
  at = mention->form == ZC_NEED_GE ? PUT_LITERAL(at, "\">= ") : PUT_LITERAL(at, "\"= ");
  at = put_number(at, need.lo);
  *at++ = '"';
  return at;
}

static char *put_cites(const output *o, char *at, const zc_json_list *list) {
  at = put(at, o->writer->pool, list->opening);
  for (uint32_t i = 0; i < list->cite_count; i++)
    if (zc_cite_holds(list->cites[i].cite, o->answer))
      at = put(at, o->writer->pool, list->cites[i].piece);
  return at;
}

/* Values that depend on the day or the facts are rare in sentences. */
static char *put_blanks(const output *o, char *at, const zc_json_list *list) {
  for (uint32_t i = 0; at && i < list->blank_count; i++) {
    const zc_json_blank *blank = &list->blanks[i];
    zc_slot value = o->answer->values[blank->blank->value];
    at = put(at, o->writer->pool, blank->before);
    if (value.lo == value.hi) {
      finish(o, at);
      zc_value_say(o->buffer, (zc_type)blank->blank->type, (zc_unit)blank->blank->unit, value.lo,
                   blank->lang);
      at = reserve(o);
    } else {
      at = put(at, o->writer->pool, blank->name);
    }
  }
  return at;
}

static char *put_uses(const output *o, char *at, const zc_json_list *list) {
  for (uint32_t i = 0; at && i < list->use_count; i++) {
    const zc_json_use *use = &list->uses[i];
    const zc_slot *setting = &o->answer->values[use->use->setting];
    at = put(at, o->writer->pool, use->before);
    if (setting->lo == setting->hi) {
      at = put(at, o->writer->pool, use->settings[setting->lo]);
    } else {
      finish(o, at);
      zc_parameter_json(o->buffer, o->writer->region, use->use, UINT32_MAX,
                        o->answer->values[use->use->value]);
      at = reserve(o);
    }
  }
  return at;
}

static char *put_list(const output *o, char *at, const zc_json_list *list) {
  const char *pool = o->writer->pool;
  if (list->cite_count)
    at = put_cites(o, at, list);
  if (list->blank_count && !(at = put_blanks(o, at, list)))
    return NULL;
  for (const zc_json_item *item = list->items; item < list->items + list->count; item++) {
    at = put(at, pool, item->before);
    at = put_value(o, at, item);
    if (at && o->has_ranges)
      at = put_range(o, at, item);
    if (at && item->computed)
      at = put_need(o, at, item);
    if (!at)
      return NULL;
  }
  if (list->use_count)
    at = put_uses(o, at, list);
  return at ? put(at, pool, list->tail) : NULL;
}

static inline char *put_rule(const output *o, char *at, const zc_json_rule *pieces,
                             const zc_finding *finding) {
  const zc_json_writer *w = o->writer;
  at = put(at, w->pool, pieces->head);
  at = put_word(at, w->pool, w->states[finding->state]);
  return put_list(o, at, &pieces->lists[zc_finding_line(o->answer, finding) + 1]);
}

/* A finding of the engine's own, of which no region has a row. */
static char *put_engine_rule(const output *o, char *at, const zc_finding *finding) {
  finish(o, at);
  zc_json_rule_head(o->buffer, finding->rule);
  zc_buffer_puts(o->buffer, zc_state_word(finding->state));
  zc_json_rule_cites(o->buffer);
  zc_buffer_puts(o->buffer, "],\"text\":");
  zc_json_text(o->buffer, finding->rule->text.zh, finding->rule->text.en);
  zc_buffer_puts(o->buffer, ",\"facts\":[],\"parameters\":[]}");
  return reserve(o);
}

static char *put_findings(const output *o, char *at) {
  const zc_region *region = o->writer->region;
  const zc_json_rule *pieces = o->writer->rules;
  const zc_compiled_rule *rules = region->rules;
  size_t count = region->rule_count;
  if (o->answer->question == ZC_Q_CONVERT) {
    pieces = o->writer->conversions;
    rules = region->conversions;
    count = region->conversion_count;
  } else if (o->answer->question == ZC_Q_UNIT) {
    pieces = o->writer->units;
    rules = region->units;
    count = region->unit_count;
  }
  for (uint32_t i = 0; at && i < o->answer->finding_count; i++) {
    const zc_finding *finding = &o->answer->findings[i];
    size_t bytes = (size_t)((uintptr_t)finding->rule - (uintptr_t)rules);
    *at = ',';
    at += i > 0;
    at = bytes < count * sizeof *rules ? put_rule(o, at, &pieces[bytes / sizeof *rules], finding)
                                       : put_engine_rule(o, at, finding);
  }
  return at;
}

static char *put_missing(const output *o, char *at) {
  const zc_answer *answer = o->answer;
  at = PUT_LITERAL(at, "],\"missing\":[");
  for (uint32_t i = 0; i < answer->missing_count; i++) {
    *at = ',';
    at = put(at + (i > 0), o->writer->pool, o->writer->facts[answer->missing[i]].before);
    at--; /* the colon behind the name */
  }
  return answer->missing_exact ? PUT_LITERAL(at, "],\"missing_exact\":true,\"assumed\":{")
                               : PUT_LITERAL(at, "],\"missing_exact\":false,\"assumed\":{");
}

static char *put_assumed(const output *o, char *at) {
  const zc_answer *answer = o->answer;
  for (uint32_t i = 0; at && i < answer->assumed_count; i++) {
    const zc_json_item *item = &o->writer->facts[answer->assumed[i]];
    *at = ',';
    at = put(at + (i > 0), o->writer->pool, item->before);
    zc_slot taken = answer->facts->slots[item->fact];
    at = zc_answer_takes_day(answer, item->fact) ? put_date(at, (zc_day)taken.lo)
                                                 : put_value(o, at, item);
  }
  return at;
}

static char *put_effects(const output *answer, char *at) {
  output plain = *answer; /* a value stands in data of another shape */
  plain.has_ranges = 0;
  const output *o = &plain;
  const zc_json_writer *w = o->writer;
  at = PUT_LITERAL(at, "},\"effects\":[");
  for (uint32_t i = 0; at && i < o->answer->effect_count; i++) {
    *at = ',';
    at = put_list(o, at + (i > 0), &w->effects[o->answer->effects[i] - w->region->effects]);
  }
  return at;
}

static zc_piece outcome_of(const output *o) {
  const zc_json_writer *w = o->writer;
  const zc_answer *answer = o->answer;
  return answer->question == ZC_Q_CONVERT ? w->results[answer->result]
         : answer->question == ZC_Q_UNIT  ? w->grassroots[answer->grassroots + 1]
         : answer->route                  ? w->rules[answer->route - w->region->rules].outcome
                                          : w->outcomes[answer->verdict];
}

static char *put_opening(const output *o, char *at) {
  const zc_json_writer *w = o->writer;
  const zc_answer *answer = o->answer;
  at = put(at, w->pool, w->opening[answer->question]);
  for (uint32_t i = 0; i < answer->edition_count; i++) {
    *at = ',';
    at = put(at + (i > 0), w->pool, w->documents[answer->edition[i] - w->region->documents]);
  }
  at = PUT_LITERAL(at, "],\"as_of\":");
  const char *as_of = at;
  at = PUT_LITERAL(put_date(at, answer->as_of), ",\"counted_to\":");
  if (answer->counted_to == ZC_NO_DAY)
    at = PUT_LITERAL(at, "null");
  else
    at = answer->counted_to == answer->as_of ? put_bytes(at, as_of, strlen("\"2021-10-15\""))
                                             : put_date(at, answer->counted_to);
  return put(at, w->pool, outcome_of(o));
}

void zc_json_answer(zc_buffer *out, const zc_json_writer *w, const zc_answer *answer) {
  const output o = {
      .buffer = out, .writer = w, .answer = answer, .has_ranges = answer->facts->open.count > 0};
  char *at = reserve(&o);
  if (!at)
    return;
  at = put_findings(&o, put_opening(&o, at));
  if (at)
    at = put_assumed(&o, put_missing(&o, at));
  if (at)
    at = put_effects(&o, at);
  if (at) {
    finish(&o, PUT_LITERAL(at, "]"));
    zc_json_advice(out, answer);
    zc_buffer_add(out, w->pool + w->closing.offset, w->closing.length);
  }
}
