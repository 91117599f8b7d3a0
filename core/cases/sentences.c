/* SPDX-License-Identifier: Apache-2.0 */
#include "cases/sentences.h"

#include "base/assert.h"
#include "base/hint.h"
#include "base/memory.h"
#include "cases/case.h"

#include <stdlib.h>
#include <string.h>

typedef struct text {
  const char *at;
  size_t length;
} text;

typedef struct sentence {
  text place;
  uint32_t line;
  int is_wrong;
} sentence;

typedef struct reading {
  const zc_region *region;
  const char *file;
  uint32_t line;
  zc_buffer *problems;
  zc_diagnostics *diag;
  sentence *sentences; /* the last one is that of the line at hand */
  uint32_t count, room;
  uint8_t *documents; /* by document of the region: it has a sentence */
  uint32_t bare;      /* documents in force that have none */
} reading;

static const char *say(const reading *r, const char *zh, const char *en) {
  return r->diag->lang == ZC_LANG_ZH ? zh : en;
}

static void begin_problem(reading *r, sentence *s) {
  ZC_ASSERT(s);
  s->is_wrong = 1;
  zc_buffer_printf(r->problems, "%s:%u: ", r->file, s->line);
}

static void problem(reading *r, const char *zh, const char *en) {
  begin_problem(r, &r->sentences[r->count - 1]);
  zc_buffer_printf(r->problems, "%s\n", say(r, zh, en));
}

/* ---- names ---- */

static int is_same(const char *name, text word) {
  return strlen(name) == word.length && memcmp(name, word.at, word.length) == 0;
}

typedef struct search {
  text wanted;
  zc_suggestion near;
  int found;
} search;

static void offer(search *s, const char *name) {
  s->found |= is_same(name, s->wanted);
  zc_suggest(&s->near, name);
}

static search search_for(text wanted) {
  return (search){.wanted = wanted, .near = {.wanted = wanted.at, .wanted_length = wanted.length}};
}

static void offer_rules(search *s, const zc_region *region) {
  for (int question = ZC_Q_ASSESS; question <= ZC_Q_UNIT; question++) {
    zc_case_rows rows = zc_rows_of(region, (zc_question)question);
    for (uint32_t i = 0; i < rows.count; i++)
      offer(s, rows.rows[i].id);
  }
  for (uint32_t i = 0; i < region->prohibition_count; i++)
    offer(s, region->prohibitions[i].row->id);
}

static void offer_rest(search *s, const zc_region *region) {
  for (uint32_t i = 0; i < region->effect_count; i++)
    offer(s, region->effects[i].row->id);
  for (uint32_t i = 0; i < region->step_count; i++)
    offer(s, region->steps[i].row->id);
  for (uint32_t i = 0; i < region->parameters.count; i++)
    offer(s, region->parameters.parameters[i].name);
  if (region->plugin->counting_day)
    offer(s, "counting_day");
}

/* "fact.NAME" of each derivation. */
static void offer_derivations(search *s, const zc_region *region) {
  static const char prefix[] = "fact.";
  const size_t skipped = sizeof prefix - 1;
  if (s->wanted.length < skipped || memcmp(s->wanted.at, prefix, skipped) != 0)
    return;
  text fact = {s->wanted.at + skipped, s->wanted.length - skipped};
  for (uint32_t i = 0; i < region->plugin->chapter_count; i++) {
    const zc_derivation *rows = region->plugin->chapters[i]->derivations.rows;
    for (uint32_t j = 0; j < region->plugin->chapters[i]->derivations.count; j++)
      s->found |= is_same(rows[j].fact, fact);
  }
}

static void check_carrier(reading *r, text carrier) {
  search s = search_for(carrier);
  offer_rules(&s, r->region);
  offer_rest(&s, r->region);
  offer_derivations(&s, r->region);
  if (s.found)
    return;
  begin_problem(r, &r->sentences[r->count - 1]);
  zc_buffer_printf(r->problems,
                   say(r, "没有标识或名称为 %.*s 的规则、附带事项、日程或参数%s\n",
                       "there is no rule, effect, step or parameter %.*s%s\n"),
                   (int)carrier.length, carrier.at, zc_hint_make(r->diag, &s.near).text);
}

static void check_place(reading *r, text place) {
  const char *blank = memchr(place.at, ' ', place.length);
  text id = {place.at, blank ? (size_t)(blank - place.at) : place.length};
  search s = search_for(id);
  for (uint32_t i = 0; i < r->region->document_count; i++) {
    r->documents[i] |= (uint8_t)is_same(r->region->documents[i].id, id);
    offer(&s, r->region->documents[i].id);
  }
  if (!s.found) {
    begin_problem(r, &r->sentences[r->count - 1]);
    zc_buffer_printf(r->problems,
                     say(r, "位置应以文件的标识开头，没有标识为 %.*s 的文件%s\n",
                         "a place begins with the id of a document, and there is no document "
                         "%.*s%s\n"),
                     (int)id.length, id.at, zc_hint_make(r->diag, &s.near).text);
  } else if (id.length + 1 >= place.length) {
    problem(r, "文件标识之后要写明条款和第几句",
            "the clause and the sentence are to stand behind "
            "the document's id");
  }
}

/* ---- lines ---- */

/* The field up to the next tab; *rest moves behind it. Without one more, its `at` is NULL. */
static text next_field(text *rest) {
  text field = *rest;
  const char *tab = field.at ? memchr(field.at, '\t', field.length) : NULL;
  if (tab) {
    field.length = (size_t)(tab - field.at);
    *rest = (text){tab + 1, rest->length - field.length - 1};
  } else {
    *rest = (text){NULL, 0};
  }
  return field;
}

static int is_blank(text field) {
  for (size_t i = 0; i < field.length; i++)
    if (field.at[i] != ' ')
      return 0;
  return 1;
}

/* A carrier is a word between blanks. */
static void check_carriers(reading *r, text carriers) {
  for (size_t i = 0; i < carriers.length;) {
    size_t begin = i;
    while (i < carriers.length && carriers.at[i] != ' ')
      i++;
    if (i > begin)
      check_carrier(r, (text){carriers.at + begin, i - begin});
    while (i < carriers.length && carriers.at[i] == ' ')
      i++;
  }
}

static zc_status keep_place(reading *r, text place) {
  if (r->count == r->room) {
    uint32_t room = r->room ? r->room * 2 : 64;
    sentence *grown = zc_realloc(r->sentences, room * sizeof *grown);
    if (!grown)
      return zc_report_memory(r->diag);
    r->sentences = grown;
    r->room = room;
  }
  r->sentences[r->count++] = (sentence){.place = place, .line = r->line};
  return ZC_OK;
}

static zc_status check_line(reading *r, text line) {
  text rest = line;
  text place = next_field(&rest), carriers = next_field(&rest), reason = next_field(&rest);
  zc_status status = keep_place(r, place);
  if (status != ZC_OK)
    return status;
  for (size_t at = 0; (at += zc_text_plain(line.at + at, line.length - at)) < line.length; at++)
    if (line.at[at] != '\t') {
      problem(r, "有控制字符或不是有效的 UTF-8", "has control characters or is not valid UTF-8");
      return ZC_OK;
    }
  if (rest.at) {
    problem(r, "多于三栏；一行是：位置、执行它的标识、理由，以制表符分隔",
            "has more than three fields; a line is place, carriers and reason with tabs between");
    return ZC_OK;
  }
  check_place(r, place);
  if (!is_blank(carriers))
    check_carriers(r, carriers);
  else if (is_blank(reason))
    problem(r, "既没有执行它的规则、附带事项、日程或参数，也没有理由",
            "has neither a rule, effect, step or parameter that carries it out nor a reason why "
            "nothing does");
  return ZC_OK;
}

/* ---- the whole file ---- */

static int compare_places(const void *left, const void *right) {
  const sentence *a = left, *b = right;
  size_t shorter = a->place.length < b->place.length ? a->place.length : b->place.length;
  int order = memcmp(a->place.at, b->place.at, shorter);
  if (order)
    return order;
  if (a->place.length != b->place.length)
    return a->place.length < b->place.length ? -1 : 1;
  return a->line < b->line ? -1 : a->line > b->line;
}

static int is_same_place(const sentence *a, const sentence *b) {
  return a->place.length == b->place.length &&
         memcmp(a->place.at, b->place.at, a->place.length) == 0;
}

static void check_repeats(reading *r) {
  if (!r->count)
    return;
  qsort(r->sentences, r->count, sizeof *r->sentences, compare_places);
  for (uint32_t i = 1; i < r->count; i++) {
    sentence *before = &r->sentences[i - 1], *at = &r->sentences[i];
    if (!is_same_place(before, at))
      continue;
    begin_problem(r, at);
    zc_buffer_printf(r->problems,
                     say(r, "“%.*s”已在第 %u 行\n", "'%.*s' stands on line %u already\n"),
                     (int)at->place.length, at->place.at, before->line);
  }
}

static void check_documents(reading *r) {
  ZC_ASSERT(r->documents);
  for (uint32_t i = 0; i < r->region->document_count; i++) {
    const zc_document *document = &r->region->documents[i];
    if (!document->from || r->documents[i])
      continue;
    r->bare++;
    zc_buffer_printf(r->problems,
                     say(r, "%s: 没有列出文件 %s 的任何一句\n",
                         "%s: no sentence of the document %s is listed\n"),
                     r->file, document->id);
  }
}

static zc_status check_lines(reading *r, text rest) {
  zc_status status = ZC_OK;
  while (status == ZC_OK && rest.length > 0) {
    const char *end = memchr(rest.at, '\n', rest.length);
    text line = {rest.at, end ? (size_t)(end - rest.at) : rest.length};
    size_t taken = line.length + (end ? 1 : 0);
    rest = (text){rest.at + taken, rest.length - taken};
    r->line++;
    if (line.length > 0 && line.at[line.length - 1] == '\r')
      line.length--;
    if (line.length > 0 && line.at[0] != '#')
      status = check_line(r, line);
  }
  return status;
}

static zc_sentence_counts count_up(const reading *r) {
  zc_sentence_counts counts = {.sentences = r->count, .failed = r->bare};
  for (uint32_t i = 0; i < r->count; i++)
    if (r->sentences[i].is_wrong)
      counts.failed++;
    else
      counts.passed++;
  return counts;
}

zc_status zc_sentences_check(const zc_region *region, const char *name, const char *bytes,
                             size_t length, zc_buffer *problems, zc_sentence_counts *counts,
                             zc_diagnostics *diag) {
  reading r = {.region = region,
               .file = name,
               .problems = problems,
               .diag = diag,
               .documents = zc_calloc((size_t)region->document_count + 1, 1)};
  zc_status status = r.documents ? check_lines(&r, (text){bytes, length}) : zc_report_memory(diag);
  if (status == ZC_OK) {
    check_repeats(&r);
    check_documents(&r);
    *counts = count_up(&r);
    status = problems->failed ? zc_report_memory(diag) : ZC_OK;
  }
  zc_free(r.sentences);
  zc_free(r.documents);
  return status;
}
