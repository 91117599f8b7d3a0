/* SPDX-License-Identifier: Apache-2.0 */
#include "cases/case.h"

#include "base/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const kind_words[ZC_SHOWS_COUNT] = {"met",      "unmet",  "unknown",
                                                       "boundary", "waived", "not_applicable"};

const char *zc_case_kind_word(zc_case_kind kind) {
  return kind_words[kind];
}

zc_case_kind zc_case_kind_find(const char *word, size_t length) {
  for (int i = 0; i < (int)ZC_SHOWS_COUNT; i++)
    if (strlen(kind_words[i]) == length && memcmp(kind_words[i], word, length) == 0)
      return (zc_case_kind)i;
  return ZC_SHOWS_NOTHING;
}

zc_case_rows zc_rows_of(const zc_region *region, zc_question question) {
  switch (question) {
  case ZC_Q_ASSESS:
    return (zc_case_rows){region->rules, region->rule_count};
  case ZC_Q_CONVERT:
    return (zc_case_rows){region->conversions, region->conversion_count};
  case ZC_Q_UNIT:
    return (zc_case_rows){region->units, region->unit_count};
  default:
    return (zc_case_rows){NULL, 0};
  }
}

int zc_rows_answer(const zc_compiled_rule *rows, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (rows[i].law.document_count > 0)
      return 1;
  return 0;
}

const zc_compiled_rule *zc_row_find(const zc_region *region, zc_question question, const char *id) {
  const zc_case_rows table = zc_rows_of(region, question);
  const zc_compiled_rule *row = table.rows;
  for (uint32_t i = 0; i < table.count; i++, row++)
    if (strcmp(row->id, id) == 0)
      return row;
  return NULL;
}

static int has_effect_or_step(const zc_region *region, const char *id) {
  for (uint32_t i = 0; i < region->effect_count; i++)
    if (strcmp(region->effects[i].row->id, id) == 0)
      return 1;
  for (uint32_t i = 0; i < region->step_count; i++)
    if (strcmp(region->steps[i].row->id, id) == 0)
      return 1;
  return 0;
}

int zc_region_has(const zc_region *region, const char *id) {
  return zc_row_find(region, ZC_Q_ASSESS, id) || zc_row_find(region, ZC_Q_CONVERT, id) ||
         zc_row_find(region, ZC_Q_UNIT, id) || has_effect_or_step(region, id);
}

int zc_case_names(const zc_case *c, const char *rule) {
  if (c->rule && strcmp(c->rule, rule) == 0)
    return 1;
  for (uint32_t i = 0; i < c->entry_count; i++) {
    const char *key = c->entries[i].key;
    size_t prefix = strncmp(key, "finding.", 8) == 0  ? 8
                    : strncmp(key, "effect.", 7) == 0 ? 7
                    : strncmp(key, "due.", 4) == 0    ? 4
                                                      : 0;
    if (prefix > 0 && strcmp(key + prefix, rule) == 0)
      return 1;
  }
  return 0;
}

/* A section on its way to a case. */
typedef struct reader {
  zc_case *out;
  const zc_region *region;
  zc_diagnostics *diag;
  zc_status status;
  int has_as_of, has_year;
  uint32_t expectations;
} reader;

static void bad_value(reader *r, const zc_ini_entry *entry, const char *zh, const char *en) {
  zc_where where = {.file = r->out->file, .line = entry->line};
  r->status = zc_report(r->diag, ZC_BAD_INPUT, &where, "[%s] %s：“%s”无效；应为%s",
                        "[%s] %s: '%s' is no value for it; it is %s", entry->section, entry->key,
                        entry->value, r->diag->lang == ZC_LANG_ZH ? zh : en);
}

static void read_question(reader *r, const zc_ini_entry *entry) {
  static const char *const questions[ZC_Q_COUNT] = {"assess", "convert", "unit", "calendar"};
  for (int i = 0; i < (int)ZC_Q_COUNT; i++) {
    if (strcmp(questions[i], entry->value) == 0) {
      r->out->question = (zc_question)i;
      return;
    }
  }
  bad_value(r, entry, " assess、convert、unit 或 calendar", "assess, convert, unit or calendar");
}

static void read_year(reader *r, const zc_ini_entry *entry) {
  char *end = NULL;
  long year = strtol(entry->value, &end, 10);
  if (strlen(entry->value) != 4 || *end != '\0' || year < ZC_YEAR_MIN || year > ZC_YEAR_MAX) {
    bad_value(r, entry, " 1900 至 2199 的年份", "a year from 1900 to 2199");
    return;
  }
  r->out->year = (int32_t)year;
  r->has_year = 1;
}

static void read_shows(reader *r, const zc_ini_entry *entry) {
  r->out->shows = zc_case_kind_find(entry->value, strlen(entry->value));
  if (r->out->shows == ZC_SHOWS_NOTHING) {
    bad_value(r, entry, " met、unmet、unknown、boundary、waived 或 not_applicable",
              "met, unmet, unknown, boundary, waived or not_applicable");
    return;
  }
  r->expectations++;
}

/* A word that no answer has would look like an answer that is wrong. */
static void read_expectation(reader *r, const zc_ini_entry *entry) {
  const char *words = zc_expectation_words(entry->key);
  r->expectations++;
  if (!words || zc_has_word(words, entry->value, strlen(entry->value)))
    return;
  char zh[160], en[160];
  snprintf(zh, sizeof zh, "下列各词之一：%s", words);
  snprintf(en, sizeof en, "one of: %s", words);
  bad_value(r, entry, zh, en);
}

static void unknown_key(reader *r, const zc_ini_entry *entry) {
  static const char *const keys[] = {
      "title",      "question", "as_of",  "strict",     "rule",    "shows",   "verdict",
      "mode",       "route",    "result", "grassroots", "missing", "assumed", "edition",
      "counted_to", "year",     "fact.",  "finding.",   "effect.", "need.",   "due."};
  zc_suggestion near = {.wanted = entry->key, .wanted_length = strlen(entry->key)};
  for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
    zc_suggest(&near, keys[i]);
  zc_where where = {.file = r->out->file, .line = entry->line};
  r->status = zc_report(r->diag, ZC_BAD_INPUT, &where,
                        "[%s] 用例没有“%s”这一项；是否指 %s？见 plugins/README.md",
                        "[%s] a case has no key '%s'; did you mean %s? See plugins/README.md",
                        entry->section, entry->key, near.best ? near.best : "title");
}

static void read_entry(reader *r, const zc_ini_entry *entry) {
  const char *key = entry->key;
  if (strcmp(key, "title") == 0) {
    r->out->title = entry->value;
  } else if (strcmp(key, "question") == 0) {
    read_question(r, entry);
  } else if (strcmp(key, "as_of") == 0) {
    r->has_as_of = 1;
    if (zc_day_parse(entry->value, &r->out->as_of) != 0)
      bad_value(r, entry, "日期，如 2021-10-15", "a date like 2021-10-15");
  } else if (strcmp(key, "strict") == 0) {
    r->out->strict = strcmp(entry->value, "true") == 0;
    if (!r->out->strict && strcmp(entry->value, "false") != 0)
      bad_value(r, entry, " true 或 false", "true or false");
  } else if (strcmp(key, "rule") == 0) {
    r->out->rule = entry->value;
  } else if (strcmp(key, "shows") == 0) {
    read_shows(r, entry);
  } else if (strcmp(key, "year") == 0) {
    read_year(r, entry);
  } else if (zc_is_expectation(key) || strncmp(key, "due.", 4) == 0) {
    read_expectation(r, entry);
  } else if (strncmp(key, "fact.", 5) != 0) {
    unknown_key(r, entry);
  }
}

static void require(reader *r, int there, const char *zh, const char *en) {
  zc_where where = {.file = r->out->file, .line = r->out->line};
  if (!there) {
    r->status = zc_report(r->diag, ZC_BAD_INPUT, &where, "[%s] 缺少%s", "[%s] lacks %s", r->out->id,
                          r->diag->lang == ZC_LANG_ZH ? zh : en);
  }
}

/* A rule that does not exist would make a case that proves nothing. */
static void check_rule(reader *r, const char *id, uint32_t line) {
  static const char *const own[] = {"no_edition", "base.track"};
  if (zc_row_find(r->region, r->out->question, id) || has_effect_or_step(r->region, id) ||
      strcmp(id, own[0]) == 0 || strcmp(id, own[1]) == 0)
    return;
  zc_case_rows rows = zc_rows_of(r->region, r->out->question);
  zc_suggestion near = {.wanted = id, .wanted_length = strlen(id)};
  for (uint32_t i = 0; i < rows.count; i++)
    zc_suggest(&near, rows.rows[i].id);
  zc_where where = {.file = r->out->file, .line = line};
  r->status = zc_report(r->diag, ZC_BAD_INPUT, &where, "[%s] 该地区的这一问题没有规则“%s”%s%s",
                        "[%s] this region has no rule '%s' for this question%s%s", r->out->id, id,
                        !near.best                    ? ""
                        : r->diag->lang == ZC_LANG_ZH ? "；是否指 "
                                                      : "; did you mean ",
                        near.best ? near.best : "");
}

/* Expectations that the answer to the question has no place for. */
static void check_question(reader *r) {
  for (uint32_t i = 0; i < r->out->entry_count; i++) {
    const zc_ini_entry *entry = &r->out->entries[i];
    int due = strncmp(entry->key, "due.", 4) == 0;
    if ((due || zc_is_expectation(entry->key)) && due != (r->out->question == ZC_Q_CALENDAR)) {
      zc_where where = {.file = r->out->file, .line = entry->line};
      r->status = zc_report(r->diag, ZC_BAD_INPUT, &where, "[%s] 这一问题的回答没有“%s”",
                            "[%s] the answer to this question has no '%s'", r->out->id, entry->key);
    }
  }
}

static void check_rules(reader *r) {
  const zc_case *c = r->out;
  for (uint32_t i = 0; i < c->entry_count; i++) {
    const zc_ini_entry *entry = &c->entries[i];
    if (strcmp(entry->key, "rule") == 0)
      check_rule(r, entry->value, entry->line);
    else if (strncmp(entry->key, "finding.", 8) == 0)
      check_rule(r, entry->key + 8, entry->line);
    else if (strncmp(entry->key, "effect.", 7) == 0)
      check_rule(r, entry->key + 7, entry->line);
  }
}

zc_status zc_case_read(zc_case *out, const zc_region *region, const zc_section *section,
                       zc_diagnostics *diag) {
  reader r = {.out = out, .region = region, .diag = diag};
  *out = (zc_case){.file = section->file,
                   .id = section->name,
                   .line = section->line,
                   .question = ZC_Q_ASSESS,
                   .shows = ZC_SHOWS_NOTHING,
                   .entries = section->entries,
                   .entry_count = section->count};
  for (uint32_t i = 0; i < section->count; i++)
    read_entry(&r, &section->entries[i]);
  require(&r, out->title && *out->title != '\0', " title（一句话的标题）",
          "title, a sentence that says what it shows");
  require(&r, r.has_as_of || out->question == ZC_Q_CALENDAR, " as_of", "as_of");
  require(&r, r.has_year || out->question != ZC_Q_CALENDAR, " year", "year");
  require(&r, out->shows == ZC_SHOWS_NOTHING || out->rule, " rule（shows 所指的规则）",
          "rule, which shows refers to");
  require(&r, r.expectations > 0, "任何期望（如 verdict、finding.<规则>）",
          "any expectation, such as verdict or finding.<rule>");
  check_question(&r);
  check_rules(&r);
  return r.status;
}
