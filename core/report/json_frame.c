/* SPDX-License-Identifier: Apache-2.0 */
#include "report/json_pieces.h"

zc_piece zc_pieces_cut(zc_pieces *p) {
  zc_piece piece = {(uint32_t)p->start, (uint32_t)(p->pool.length - p->start)};
  p->start = p->pool.length;
  return piece;
}

zc_piece zc_pieces_text(zc_pieces *p, const char *text) {
  zc_buffer_puts(&p->pool, text);
  return zc_pieces_cut(p);
}

void *zc_pieces_take(zc_pieces *p, size_t count, size_t size) {
  void *block = zc_arena_alloc(&p->writer->arena, (count > 0 ? count : 1) * size);
  if (!block)
    p->failed = 1;
  return block;
}

static void add_word(zc_pieces *p, uint32_t index) {
  zc_json_writer *w = p->writer;
  w->words[index] = zc_pieces_cut(p);
  if (w->words[index].length > w->longest_word)
    w->longest_word = w->words[index].length;
}

static int room_for_words(zc_pieces *p) {
  zc_json_writer *w = p->writer;
  const zc_vocabulary *v = &w->region->vocabulary;
  uint32_t count = ZC_WORD_NUMBERS + ZC_NUMBER_COUNT;
  w->first_word = zc_pieces_take(p, v->enum_count, sizeof *w->first_word);
  for (uint32_t i = 0; w->first_word && i < v->enum_count; i++) {
    w->first_word[i] = count;
    count += v->enums[i].count;
  }
  w->words = zc_pieces_take(p, count, sizeof *w->words);
  return !p->failed;
}

static void build_words(zc_pieces *p) {
  static const char *const fixed[ZC_WORD_NUMBERS] = {"null", "false", "true"};
  const zc_vocabulary *v = &p->writer->region->vocabulary;
  if (!room_for_words(p))
    return;
  for (uint32_t i = 0; i < ZC_WORD_NUMBERS; i++) {
    zc_buffer_puts(&p->pool, fixed[i]);
    add_word(p, i);
  }
  for (uint32_t i = 0; i < ZC_NUMBER_COUNT; i++) {
    zc_buffer_int(&p->pool, i);
    add_word(p, ZC_WORD_NUMBERS + i);
  }
  for (uint32_t i = 0; i < v->enum_count; i++) {
    for (uint32_t j = 0; j < v->enums[i].count; j++) {
      zc_buffer_json(&p->pool, v->enums[i].words[j].word);
      add_word(p, p->writer->first_word[i] + j);
    }
  }
}

static void build_facts(zc_pieces *p) {
  zc_json_writer *w = p->writer;
  const zc_vocabulary *v = &w->region->vocabulary;
  w->facts = zc_pieces_take(p, v->fact_count, sizeof *w->facts);
  for (uint32_t i = 0; w->facts && i < v->fact_count; i++) {
    zc_json_item_set(w, &w->facts[i], i);
    zc_buffer_json(&p->pool, v->facts[i].name);
    zc_buffer_putc(&p->pool, ':');
    w->facts[i].before = zc_pieces_cut(p);
  }
}

static void build_documents(zc_pieces *p) {
  const zc_region *region = p->writer->region;
  p->writer->documents = zc_pieces_take(p, region->document_count, sizeof(zc_piece));
  for (uint32_t i = 0; p->writer->documents && i < region->document_count; i++) {
    zc_buffer_json(&p->pool, region->documents[i].id);
    p->writer->documents[i] = zc_pieces_cut(p);
  }
}

/* A member of the answer with a word in quotes, or null, false or true without them. */
static zc_piece outcome(zc_pieces *p, const char *key, const char *quote, const char *word,
                        const char *rest) {
  zc_buffer_puts(&p->pool, key);
  zc_buffer_puts(&p->pool, quote);
  zc_buffer_puts(&p->pool, word);
  zc_buffer_puts(&p->pool, quote);
  zc_buffer_puts(&p->pool, rest);
  return zc_pieces_text(p, ",\"findings\":[");
}

static void build_outcomes(zc_pieces *p) {
  static const char *const truth[] = {"null", "false", "true"};
  zc_json_writer *w = p->writer;
  for (int i = 0; i <= (int)ZC_UNDETERMINED_VERDICT; i++) {
    w->outcomes[i] = outcome(p, ",\"verdict\":", "\"", zc_verdict_word((zc_verdict)i),
                             ",\"mode\":null,\"route\":null");
  }
  for (int i = 0; i < (int)ZC_RESULT_COUNT; i++)
    w->results[i] = outcome(p, ",\"result\":", "\"", zc_result_word((zc_result)i), "");
  for (int i = 0; i < 3; i++)
    w->grassroots[i] = outcome(p, ",\"grassroots\":", "", truth[i], "");
}

static void build_frame(zc_pieces *p) {
  static const char *const questions[] = {"assess", "convert", "unit"};
  zc_json_writer *w = p->writer;
  for (int q = 0; q < (int)ZC_Q_CALENDAR; q++) {
    zc_buffer_puts(&p->pool, "{\"api\":1,\"question\":\"");
    zc_buffer_puts(&p->pool, questions[q]);
    zc_buffer_puts(&p->pool, "\",\"region\":");
    zc_buffer_json(&p->pool, w->region->id);
    zc_buffer_puts(&p->pool, ",\"edition\":[");
    w->opening[q] = zc_pieces_cut(p);
  }
  for (int s = 0; s <= (int)ZC_NOT_APPLICABLE; s++)
    w->states[s] = zc_pieces_text(p, zc_state_word((zc_state)s));
  zc_buffer_puts(&p->pool, ",\"rules_digest\":");
  zc_buffer_json(&p->pool, w->region->digest);
  w->closing = zc_pieces_text(p, "}\n");
}

void zc_pieces_frame(zc_pieces *p) {
  build_words(p);
  if (!p->failed) {
    build_facts(p);
    build_documents(p);
    build_frame(p);
    build_outcomes(p);
  }
}
