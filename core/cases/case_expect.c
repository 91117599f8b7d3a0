/* SPDX-License-Identifier: Apache-2.0 */
/* What a case expects of an answer, key by key. */
#include "cases/case.h"

#include "base/words.h"
#include "report/mention.h"
#include "report/report.h"

#include <string.h>

const zc_finding *zc_finding_of(const zc_answer *answer, const char *rule) {
  for (uint32_t i = 0; i < answer->finding_count; i++)
    if (strcmp(answer->findings[i].rule->id, rule) == 0)
      return &answer->findings[i];
  return NULL;
}

static void write_verdict(zc_buffer *b, const zc_answer *a) {
  zc_buffer_puts(b, a->question == ZC_Q_ASSESS ? zc_verdict_word(a->verdict) : "none");
}

static void write_mode(zc_buffer *b, const zc_answer *a) {
  zc_buffer_puts(b, a->route ? zc_mode_word(a->route->mode) : "none");
}

static void write_route(zc_buffer *b, const zc_answer *a) {
  zc_buffer_puts(b, a->route ? a->route->id : "none");
}

static void write_result(zc_buffer *b, const zc_answer *a) {
  zc_buffer_puts(b, a->question == ZC_Q_CONVERT ? zc_result_word(a->result) : "none");
}

static void write_grassroots(zc_buffer *b, const zc_answer *a) {
  zc_buffer_puts(b, a->grassroots < 0 ? "null" : a->grassroots ? "true" : "false");
}

static void write_facts(zc_buffer *b, const zc_answer *a, const uint32_t *facts, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    zc_buffer_puts(b, i > 0 ? " " : "");
    zc_buffer_puts(b, a->region->vocabulary.facts[facts[i]].name);
  }
  if (count == 0)
    zc_buffer_puts(b, "none");
}

static void write_missing(zc_buffer *b, const zc_answer *a) {
  write_facts(b, a, a->missing, a->missing_count);
}

static void write_assumed(zc_buffer *b, const zc_answer *a) {
  write_facts(b, a, a->assumed, a->assumed_count);
}

static void write_edition(zc_buffer *b, const zc_answer *a) {
  for (uint32_t i = 0; i < a->edition_count; i++) {
    zc_buffer_puts(b, i > 0 ? " " : "");
    zc_buffer_puts(b, a->edition[i]->id);
  }
  if (a->edition_count == 0)
    zc_buffer_puts(b, "none");
}

static void write_counted_to(zc_buffer *b, const zc_answer *a) {
  char day[11] = "null";
  if (a->counted_to != ZC_NO_DAY)
    zc_day_format(a->counted_to, day);
  zc_buffer_puts(b, day);
}

/* Expectations about the answer as a whole. */
static const struct whole {
  const char *key;
  void (*write)(zc_buffer *b, const zc_answer *a);
  int is_set;        /* the order of the words does not matter */
  const char *words; /* that a value is one of; NULL: anything */
} whole[] = {
    {"verdict", write_verdict, 0, "eligible ineligible undetermined none"},
    {"mode", write_mode, 0, "review determination exam none"},
    {"route", write_route, 0, NULL},
    {"result", write_result, 0, "valid invalid reassess exchange refused undetermined none"},
    {"grassroots", write_grassroots, 0, "true false none null"},
    {"missing", write_missing, 1, NULL},
    {"assumed", write_assumed, 1, NULL},
    {"edition", write_edition, 1, NULL},
    {"counted_to", write_counted_to, 0, NULL},
};
#define WHOLE_COUNT (sizeof whole / sizeof whole[0])

static const struct whole *find_whole(const char *key) {
  for (size_t i = 0; i < WHOLE_COUNT; i++)
    if (strcmp(whole[i].key, key) == 0)
      return &whole[i];
  return NULL;
}

int zc_is_expectation(const char *key) {
  return find_whole(key) || strncmp(key, "finding.", 8) == 0 || strncmp(key, "effect.", 7) == 0 ||
         strncmp(key, "need.", 5) == 0;
}

const char *zc_expectation_words(const char *key) {
  const struct whole *w = find_whole(key);
  return w                                  ? w->words
         : strncmp(key, "finding.", 8) == 0 ? "met unmet unknown waived not_applicable absent"
         : strncmp(key, "effect.", 7) == 0  ? "listed absent"
                                            : NULL;
}

static int has_all_words(const char *list, const char *words) {
  const char *word;
  size_t length;
  while (zc_next_word(&words, &word, &length))
    if (!zc_has_word(list, word, length))
      return 0;
  return 1;
}

static int same(const struct whole *w, const char *expected, const char *got) {
  if (w->write == write_grassroots && strcmp(expected, "none") == 0)
    expected = "null";
  return w->is_set ? has_all_words(got, expected) && has_all_words(expected, got)
                   : strcmp(expected, got) == 0;
}

static void add_problem(zc_buffer *problems, const zc_ini_entry *entry, const char *got) {
  zc_buffer_printf(problems, "    line %u: %s: expected %s, got %s\n", entry->line, entry->key,
                   entry->value, got);
}

static int expect_whole(const zc_answer *answer, const struct whole *w, const zc_ini_entry *entry,
                        zc_buffer *problems) {
  zc_buffer got = {0};
  w->write(&got, answer);
  const char *text = zc_buffer_text(&got);
  int ok = text && same(w, entry->value, text);
  if (!ok) {
    problems->failed |= text == NULL;
    add_problem(problems, entry, text ? text : "");
  }
  zc_buffer_free(&got);
  return ok;
}

static int expect_finding(const zc_answer *answer, const zc_ini_entry *entry, zc_buffer *problems) {
  const zc_finding *finding = zc_finding_of(answer, entry->key + strlen("finding."));
  const char *got = finding ? zc_state_word(finding->state) : "absent";
  if (strcmp(got, entry->value) == 0)
    return 1;
  add_problem(problems, entry, got);
  return 0;
}

static int expect_effect(const zc_answer *answer, const zc_ini_entry *entry, zc_buffer *problems) {
  const char *id = entry->key + strlen("effect.");
  const char *got = "absent";
  for (uint32_t i = 0; i < answer->effect_count; i++)
    if (strcmp(answer->effects[i]->row->id, id) == 0)
      got = "listed";
  if (strcmp(got, entry->value) == 0)
    return 1;
  add_problem(problems, entry, got);
  return 0;
}

/* "need.<rule>.<fact>": both may have dots, so the finding's rule decides where one ends. */
static const zc_finding *split_need(const zc_answer *answer, const char *text, const char **fact) {
  for (uint32_t i = 0; i < answer->finding_count; i++) {
    const char *id = answer->findings[i].rule->id;
    size_t length = strlen(id);
    if (strncmp(id, text, length) == 0 && text[length] == '.' &&
        zc_fact_find(&answer->region->vocabulary, text + length + 1, strlen(text + length + 1)) >=
            0) {
      *fact = text + length + 1;
      return &answer->findings[i];
    }
  }
  return NULL;
}

static int write_need(zc_buffer *b, const zc_answer *answer, const zc_finding *finding,
                      const char *fact) {
  uint32_t limit = zc_rule_mention_limit(finding->rule);
  const zc_mention **list = zc_calloc(limit > 0 ? limit : 1, sizeof(const zc_mention *));
  uint32_t count = list ? zc_finding_mentions(answer, finding, list, limit) : 0;
  int found = 0;
  b->failed |= list == NULL;
  for (uint32_t i = 0; i < count && !found; i++) {
    if (strcmp(answer->region->vocabulary.facts[list[i]->fact].name, fact) == 0) {
      found = 1;
      if (!zc_need_text(b, answer, list[i]))
        zc_buffer_puts(b, "none");
    }
  }
  zc_free(list);
  return found;
}

static int expect_need(const zc_answer *answer, const zc_ini_entry *entry, zc_buffer *problems) {
  const char *fact = NULL;
  const zc_finding *finding = split_need(answer, entry->key + strlen("need."), &fact);
  zc_buffer got = {0};
  if (!finding || !write_need(&got, answer, finding, fact))
    zc_buffer_puts(&got, "absent");
  const char *text = zc_buffer_text(&got);
  int ok = text && strcmp(text, entry->value) == 0;
  if (!ok) {
    problems->failed |= text == NULL;
    add_problem(problems, entry, text ? text : "");
  }
  zc_buffer_free(&got);
  return ok;
}

int zc_case_expect(const zc_answer *answer, const zc_ini_entry *entry, zc_buffer *problems) {
  const struct whole *w = find_whole(entry->key);
  if (w)
    return expect_whole(answer, w, entry, problems);
  if (strncmp(entry->key, "finding.", 8) == 0)
    return expect_finding(answer, entry, problems);
  if (strncmp(entry->key, "effect.", 7) == 0)
    return expect_effect(answer, entry, problems);
  return expect_need(answer, entry, problems);
}

static int is_threshold(const zc_answer *answer, const zc_mention *m) {
  zc_type type = answer->region->vocabulary.facts[m->fact].type;
  return (m->form == ZC_NEED_GE || m->form == ZC_NEED_LE) && (type == ZC_INT || type == ZC_DATE);
}

/* 1: at the threshold or one short of it, 0: away from it, -1: no threshold. */
static int mention_at_boundary(const zc_answer *answer, const zc_mention *m) {
  if (!is_threshold(answer, m))
    return -1;
  zc_slot value = zc_answer_value(answer, m->fact);
  zc_slot need = answer->values[m->value];
  int64_t distance = m->form == ZC_NEED_GE ? need.lo - value.lo : value.lo - need.lo;
  return value.lo == value.hi && need.lo == need.hi && (distance == 0 || distance == 1);
}

int zc_at_boundary(const zc_answer *answer, const zc_compiled_rule *rule) {
  int best = -1;
  for (uint32_t i = 0; i < rule->mention_count; i++) {
    int at = mention_at_boundary(answer, &rule->mentions[i]);
    best = at > best ? at : best;
  }
  for (uint32_t i = 0; i < rule->line_count; i++) {
    const struct zc_line_report *line = &rule->lines[i];
    for (uint32_t j = 0; j < line->mention_count; j++) {
      int at = mention_at_boundary(answer, &line->mentions[j]);
      best = at > best ? at : best;
    }
  }
  return best;
}
