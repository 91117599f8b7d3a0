/* SPDX-License-Identifier: Apache-2.0 */
/* The hot path: copies the pieces of json_writer.c with values between them. Space is asked for
 * once for each finding, so that the copying itself checks nothing. */
#include "report/json_writer.h"

#include "base/date.h"
#include "facts/division.h"
#include "report/json_law.h"
#include "report/mention.h"
#include "report/need.h"

#include <string.h>

typedef struct output {
  zc_buffer *buffer;
  const zc_json_writer *writer;
  const zc_answer *answer;
  char *at; /* where the next byte goes; buffer->length is brought up to it by `sync` */
} output;

/* Makes room for `size` bytes and what the copying of a short piece may write past its end. */
static int reserve(output *o, size_t size) {
  zc_buffer *b = o->buffer;
  size_t wanted = b->length + size + ZC_PIECE_STEP;
  if (b->failed) {
    return 0;
  }
  if (wanted > b->capacity) {
    size_t capacity = wanted + wanted / 2;
    char *data = zc_realloc(b->data, capacity);
    if (data == NULL) {
      b->failed = 1;
      return 0;
    }
    b->data = data;
    b->capacity = capacity;
  }
  o->at = b->data + b->length;
  return 1;
}

static void sync(output *o) {
  o->buffer->length = (size_t)(o->at - o->buffer->data);
}

static inline void put(output *o, zc_piece piece) {
  const char *from = o->writer->pool + piece.offset;
  if (piece.length <= ZC_PIECE_STEP) {
    memcpy(o->at, from, ZC_PIECE_STEP);
  } else {
    memcpy(o->at, from, piece.length);
  }
  o->at += piece.length;
}

#define PUT_LITERAL(o, text) (memcpy((o)->at, text, sizeof(text) - 1), (o)->at += sizeof(text) - 1)

static void put_number(output *o, int64_t value) {
  char digits[20];
  int count = 0;
  uint64_t rest = value < 0 ? (uint64_t)0 - (uint64_t)value : (uint64_t)value;
  if (value < 0) {
    *o->at++ = '-';
  }
  do {
    digits[count++] = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  while (count > 0) {
    *o->at++ = digits[--count];
  }
}

static void put_date(output *o, zc_day day) {
  *o->at++ = '"';
  zc_day_format(day, o->at);
  o->at += 10;
  *o->at++ = '"';
}

/* Text, regions and divisions as they were given, unless a derivation put another value there. */
static const char *given_text(const zc_answer *answer, uint32_t fact, zc_slot slot) {
  const zc_facts *facts = answer->facts;
  if (!facts->given[fact] || slot.lo != facts->slots[fact].lo || slot.hi != facts->slots[fact].hi) {
    return NULL;
  }
  return facts->texts[fact];
}

static void put_division(output *o, uint32_t fact, zc_slot slot) {
  const char *text = given_text(o->answer, fact, slot);
  if (text == NULL && !zc_division_is_code(slot)) {
    PUT_LITERAL(o, "null");
    return;
  }
  *o->at++ = '"';
  if (text != NULL) {
    size_t length = strlen(text);
    memcpy(o->at, text, length);
    o->at += length;
  } else {
    zc_division_format((zc_division){slot.lo, slot.hi}, o->at);
    o->at += strlen(o->at);
  }
  *o->at++ = '"';
}

/* Text of any length: leaves the room that was asked for and asks again, for `rest` bytes. */
static void put_text(output *o, uint32_t fact, zc_slot slot, size_t rest) {
  const char *text = given_text(o->answer, fact, slot);
  sync(o);
  if (text != NULL) {
    zc_buffer_json(o->buffer, text);
  } else {
    zc_buffer_puts(o->buffer, "null");
  }
  reserve(o, rest);
}

static void put_value(output *o, uint32_t fact, zc_type type, size_t rest) {
  const zc_json_writer *w = o->writer;
  zc_slot slot = zc_answer_value(o->answer, fact);
  if (type == ZC_DIVISION) {
    put_division(o, fact, slot);
  } else if (type == ZC_STRING || type == ZC_REGION) {
    put_text(o, fact, slot, rest);
  } else if (slot.lo != slot.hi) {
    PUT_LITERAL(o, "null");
  } else if (type == ZC_ENUM) {
    uint32_t first = w->first_word[w->region->vocabulary.facts[fact].enumeration];
    put(o, w->words[first + (uint32_t)slot.lo]);
  } else if (type == ZC_INT) {
    put_number(o, slot.lo);
  } else if (type == ZC_DATE) {
    put_date(o, (zc_day)slot.lo);
  } else if (slot.lo != 0) {
    PUT_LITERAL(o, "true");
  } else {
    PUT_LITERAL(o, "false");
  }
}

/* A need that was computed for this answer. Numbers are nearly all of them. */
static void put_need(output *o, const zc_json_item *item, size_t rest) {
  const zc_mention *mention = item->computed;
  zc_slot need = o->answer->values[mention->value];
  PUT_LITERAL(o, ",\"needs\":");
  if (item->type != ZC_INT) {
    zc_buffer text = {0};
    int shown = zc_need_write(&text, &o->writer->region->vocabulary, mention, need);
    sync(o);
    o->buffer->failed |= text.failed;
    zc_buffer_json(o->buffer, shown && zc_buffer_text(&text) != NULL ? text.data : "");
    zc_buffer_free(&text);
    reserve(o, rest);
    return;
  }
  if (need.lo != need.hi) {
    PUT_LITERAL(o, "null");
    return;
  }
  *o->at++ = '"';
  if (mention->form == ZC_NEED_GE) {
    PUT_LITERAL(o, ">= ");
  } else if (mention->form == ZC_NEED_LE) {
    PUT_LITERAL(o, "<= ");
  } else {
    PUT_LITERAL(o, "= ");
  }
  put_number(o, need.lo);
  *o->at++ = '"';
}

static void put_list(output *o, const zc_json_list *list) {
  for (uint32_t i = 0; i < list->count && !o->buffer->failed; i++) {
    const zc_json_item *item = &list->items[i];
    put(o, item->before);
    put_value(o, item->fact, item->type, list->size);
    if (item->computed != NULL && !o->buffer->failed) {
      put_need(o, item, list->size);
    }
  }
  if (!o->buffer->failed) {
    put(o, list->tail);
  }
}

static void put_rule(output *o, const zc_json_rule *pieces, const zc_finding *finding,
                     const char *separator) {
  int32_t line = finding->rule->line_count > 0 ? zc_finding_line(o->answer, finding->rule) : -1;
  const zc_json_list *list = &pieces->lists[line + 1];
  if (!reserve(o, pieces->head.length + list->size + 32)) {
    return;
  }
  *o->at = *separator;
  o->at += *separator != '\0';
  put(o, pieces->head);
  put(o, o->writer->states[finding->state]);
  put_list(o, list);
  if (!o->buffer->failed) {
    sync(o);
  }
}

/* A finding of the engine's own, of which no region has a row. */
static void put_engine_rule(output *o, const zc_finding *finding, const char *separator) {
  zc_buffer_puts(o->buffer, separator);
  zc_json_rule_head(o->buffer, finding->rule);
  zc_buffer_puts(o->buffer, zc_state_word(finding->state));
  zc_json_rule_body(o->buffer, finding->rule);
  zc_buffer_puts(o->buffer, "]}");
}

static void write_findings(output *o) {
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
  for (uint32_t i = 0; i < o->answer->finding_count; i++) {
    const zc_finding *finding = &o->answer->findings[i];
    const char *separator = i > 0 ? "," : "";
    size_t bytes = (size_t)((uintptr_t)finding->rule - (uintptr_t)rules);
    if (bytes < count * sizeof *rules) {
      put_rule(o, &pieces[bytes / sizeof *rules], finding, separator);
    } else {
      put_engine_rule(o, finding, separator);
    }
  }
}

static void write_missing(output *o) {
  const zc_answer *answer = o->answer;
  zc_buffer_puts(o->buffer, "],\"missing\":[");
  for (uint32_t i = 0; i < answer->missing_count; i++) {
    zc_piece name = o->writer->names[answer->missing[i]];
    zc_buffer_puts(o->buffer, i > 0 ? "," : "");
    zc_buffer_add(o->buffer, o->writer->pool + name.offset, name.length);
  }
  zc_buffer_puts(o->buffer,
                 answer->missing_exact ? "],\"missing_exact\":true" : "],\"missing_exact\":false");
}

static void write_assumed(output *o) {
  const zc_json_writer *w = o->writer;
  const zc_answer *answer = o->answer;
  size_t rest = 2 * (size_t)w->longest_word + 64;
  zc_buffer_puts(o->buffer, ",\"assumed\":{");
  for (uint32_t i = 0; i < answer->assumed_count; i++) {
    uint32_t fact = answer->assumed[i];
    if (!reserve(o, rest + w->names[fact].length)) {
      return;
    }
    if (i > 0) {
      *o->at++ = ',';
    }
    put(o, w->names[fact]);
    *o->at++ = ':';
    put_value(o, fact, w->region->vocabulary.facts[fact].type, rest);
    if (!o->buffer->failed) {
      sync(o);
    }
  }
}

static void write_effects(output *o) {
  const zc_json_writer *w = o->writer;
  zc_buffer_puts(o->buffer, "},\"effects\":[");
  for (uint32_t i = 0; i < o->answer->effect_count; i++) {
    const zc_json_list *list = &w->effects[o->answer->effects[i] - w->region->effects];
    if (!reserve(o, (size_t)list->size + 1)) {
      return;
    }
    if (i > 0) {
      *o->at++ = ',';
    }
    put_list(o, list);
    if (!o->buffer->failed) {
      sync(o);
    }
  }
}

static void write_outcome(output *o) {
  const zc_answer *answer = o->answer;
  zc_buffer *b = o->buffer;
  if (answer->question == ZC_Q_CONVERT) {
    zc_buffer_puts(b, ",\"result\":\"");
    zc_buffer_puts(b, zc_result_word(answer->result));
    zc_buffer_puts(b, "\"");
  } else if (answer->question == ZC_Q_UNIT) {
    zc_buffer_puts(b, answer->grassroots < 0 ? ",\"grassroots\":null"
                      : answer->grassroots   ? ",\"grassroots\":true"
                                             : ",\"grassroots\":false");
  } else {
    zc_buffer_puts(b, ",\"verdict\":\"");
    zc_buffer_puts(b, zc_verdict_word(answer->verdict));
    if (answer->route == NULL) {
      zc_buffer_puts(b, "\",\"mode\":null,\"route\":null");
    } else {
      zc_buffer_puts(b, "\",\"mode\":\"");
      zc_buffer_puts(b, zc_mode_word(answer->route->mode));
      zc_buffer_puts(b, "\",\"route\":");
      zc_buffer_json(b, answer->route->id);
    }
  }
  zc_buffer_puts(b, ",\"findings\":[");
}

static void write_opening(output *o) {
  const zc_answer *answer = o->answer;
  zc_piece opening = o->writer->opening[answer->question];
  zc_buffer_add(o->buffer, o->writer->pool + opening.offset, opening.length);
  zc_json_edition(o->buffer, answer->edition, answer->edition_count);
  if (reserve(o, 64)) {
    PUT_LITERAL(o, ",\"as_of\":");
    put_date(o, answer->as_of);
    PUT_LITERAL(o, ",\"counted_to\":");
    put_date(o, answer->counted_to);
    sync(o);
  }
}

void zc_json_answer(zc_buffer *out, const zc_json_writer *w, const zc_answer *answer) {
  output o = {.buffer = out, .writer = w, .answer = answer};
  write_opening(&o);
  write_outcome(&o);
  write_findings(&o);
  write_missing(&o);
  write_assumed(&o);
  write_effects(&o);
  zc_buffer_add(out, w->pool + w->closing.offset, w->closing.length);
}
