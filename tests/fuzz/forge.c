/* SPDX-License-Identifier: Apache-2.0 */
#include "forge.h"

#include "advice/advice.h"
#include "analysis/analyse.h"
#include "base/hash.h"
#include "book/book.h"
#include "columns/columns.h"
#include "compile/compile_region.h"
#include "conformance/random_person.h"
#include "host/host.h"
#include "image/format.h"
#include "report/analysis.h"
#include "report/report.h"

#include <stdlib.h>
#include <string.h>

/* ---- forging ---- */

static void put_number(char *at, size_t width, int64_t value, int adds) {
  int64_t old = 0;
  memcpy(&old, at, width);
  value = adds ? (int64_t)((uint64_t)old + (uint64_t)value) : value;
  memcpy(at, &value, width);
}

static void make_edit(char *body, size_t length, const zc_edit *edit) {
  static const size_t widths[] = {1, 4, 8, 8};
  size_t width = widths[edit->how % 4];
  if (length < 16)
    return;
  size_t place = edit->place % (length - 8), from = (uint64_t)edit->value % (length - 8);
  if (edit->how / 4 % 4)
    place -= place % width;
  if (edit->how % 4 == 3)
    memmove(body + place, body + (from - from % width), width);
  else
    put_number(body + place, width, edit->value, edit->how / 16 % 2);
}

void zc_forge(char *bytes, size_t length, const zc_edit *edits, uint32_t count) {
  char sum[ZC_HASH_DIGITS + 1];
  size_t head = sizeof(zc_image_head), summed = offsetof(zc_image_head, layout);
  for (uint32_t i = 0; i < count; i++)
    make_edit(bytes + head, length - head, &edits[i]);
  zc_hash_hex(ZC_SHA256, bytes + summed, length - summed, sum);
  memcpy(bytes + offsetof(zc_image_head, sum), sum, ZC_HASH_DIGITS);
}

/* Pure, and sometimes outside the range of its function. */
static zc_value code(const zc_value *arguments, uint32_t count) {
  zc_value sum = {.known = 1};
  for (uint32_t i = 0; i < count; i++) {
    sum.value = (int64_t)((uint64_t)sum.value * 3 + (uint64_t)arguments[i].value);
    sum.known &= arguments[i].known;
  }
  return sum;
}

void zc_forge_code(zc_region *region) {
  for (uint32_t i = 0; i < region->function_count; i++)
    region->functions[i].call = code;
  for (uint32_t c = 0; c < region->plugin->chapter_count; c++) {
    const zc_table *table = &region->plugin->chapters[c]->functions;
    for (uint32_t i = 0; i < table->count; i++)
      ((zc_function *)table->rows)[i].call = code;
  }
}

/* ---- using a region ---- */

typedef struct exercise {
  const zc_region *region;
  zc_buffer *out;
  zc_exercise_depth depth;
  zc_random_person person;
  zc_workspace *workspace;
  zc_json_writer *writer;
  zc_advisor *advisor;
} exercise;

static void ask(exercise *e, zc_question question) {
  const zc_answer *answer = NULL;
  zc_diagnostics diag = {0};
  if (zc_ask(e->workspace, question, &e->person.facts, e->person.as_of, e->person.strict, &answer,
             &diag) == ZC_OK) {
    zc_json_answer(e->out, e->writer, answer);
    zc_text_answer(e->out, answer, ZC_LANG_ZH);
    if (question == ZC_Q_ASSESS && e->depth >= ZC_EXERCISE_TOOLS) {
      zc_text_answer(e->out, answer, ZC_LANG_EN);
      zc_advise_in_full(e->advisor, e->workspace, &e->person.facts, e->person.strict);
      zc_json_answer(e->out, e->writer, answer);
      zc_text_explained(e->out, answer, ZC_LANG_ZH);
    }
  } else {
    zc_buffer_puts(e->out, zc_diagnostics_text(&diag));
  }
  zc_diagnostics_free(&diag);
}

static void ask_people(exercise *e, uint64_t seed, uint32_t people) {
  for (uint32_t i = 0; i < people; i++) {
    zc_random_person_make(&e->person, seed, i);
    for (int q = ZC_Q_ASSESS; q < ZC_Q_CALENDAR; q++)
      ask(e, (zc_question)q);
  }
}

static void write_calendars(exercise *e) {
  for (int32_t year = 2020; year < 2026; year += e->depth ? 2 : 6) {
    zc_calendar calendar;
    if (zc_calendar_make(&calendar, e->region, year, &e->person.facts, NULL) != ZC_OK)
      continue;
    zc_json_calendar(e->out, &calendar);
    zc_text_calendar(e->out, &calendar, ZC_LANG_ZH);
    zc_calendar_free(&calendar);
  }
}

static void add_planes(zc_buffer *out, const uint64_t *planes, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    zc_buffer_add(out, (const char *)&planes[(size_t)i * ZC_BLOCK_WORDS], sizeof *planes);
}

/* Rows of whom nothing is known but a few values of one fact. */
static void assess_columns(exercise *e) {
  uint8_t *given = calloc(e->region->vocabulary.fact_count, 1);
  int8_t levels[64];
  zc_column column = {.fact = ZC_F_target_level, .width = 1, .values = levels};
  zc_column_answers answers;
  for (int i = 0; i < 64; i++)
    levels[i] = (int8_t)(i % 5 + 1);
  if (!given)
    abort();
  given[ZC_F_target_level] = 1;
  zc_column_engine *engine =
      zc_column_engine_new(e->region, given, e->person.as_of, 0, ZC_BEST_PATH);
  zc_column_workspace *workspace = engine ? zc_column_workspace_new(engine) : NULL;
  if (workspace) {
    zc_columns_assess(workspace, &column, 1, 0, 64, &answers);
    add_planes(e->out, answers.eligible, 1);
    add_planes(e->out, answers.met, e->region->rule_count);
    add_planes(e->out, answers.missing, e->region->vocabulary.fact_count);
  }
  zc_column_workspace_free(workspace);
  zc_column_engine_free(engine);
  free(given);
}

static void compile_anew(exercise *e) {
  zc_region region;
  if (zc_region_recompile(&region, e->region, NULL) != ZC_OK)
    return;
  if (zc_region_digest(&region, NULL) == ZC_OK)
    zc_buffer_puts(e->out, region.digest);
  zc_region_free(&region);
}

static void analyse(exercise *e) {
  zc_analysis analysis;
  if (zc_analyse(&analysis, e->region) == ZC_OK) {
    zc_text_analysis(e->out, &analysis, ZC_LANG_ZH);
    zc_json_analysis(e->out, &analysis);
  }
  zc_analysis_free(&analysis);
}

void zc_exercise(const zc_region *region, uint64_t seed, uint32_t people, zc_exercise_depth depth,
                 zc_buffer *out) {
  exercise e = {.region = region, .out = out, .depth = depth};
  e.workspace = zc_workspace_new(region);
  e.writer = zc_json_writer_new(region);
  e.advisor = zc_advisor_new(region);
  if (!zc_random_person_open(&e.person, region) || !e.workspace || !e.writer || !e.advisor)
    abort();
  ask_people(&e, seed, people);
  write_calendars(&e);
  if (depth >= ZC_EXERCISE_TOOLS) {
    assess_columns(&e);
    zc_book_write(out, region, ZC_PAGE_HTML, NULL, 0);
    compile_anew(&e);
  }
  if (depth >= ZC_EXERCISE_ALL)
    analyse(&e);
  zc_advisor_free(e.advisor);
  zc_json_writer_free(e.writer);
  zc_workspace_free(e.workspace);
  zc_random_person_free(&e.person);
}
