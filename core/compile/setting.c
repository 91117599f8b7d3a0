/* SPDX-License-Identifier: Apache-2.0 */
/* One value of a parameter: day, keys, value, each told apart and checked. */
#include "base/hint.h"
#include "compile/parameters.h"
#include "facts/division.h"
#include "facts/shared.h"
#include "facts/vocabulary.h"

#include <stdlib.h>
#include <string.h>

typedef struct zc_setting_job {
  zc_parameter_job *job;
  const zc_named_parameter *parameter;
  const zc_value_text *text;
  zc_setting *out;
  uint32_t named; /* ZC_KEY_* that the words have named so far */
} zc_setting_job;

#define SETTING_ERROR(s, zh, en, ...)                                                              \
  ((void)zc_report((s)->job->diag, ZC_BAD_PLUGIN,                                                  \
                   &(zc_where){.file = (s)->text->file, .line = (s)->text->line}, "%s：" zh,       \
                   "%s: " en, (s)->parameter->name, __VA_ARGS__))

/* ---- keys ---- */

static int is_digits(const char *word, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (word[i] < '0' || word[i] > '9')
      return 0;
  return length > 0;
}

static int read_division(zc_setting_job *s, const char *word, size_t length) {
  zc_division division;
  if (zc_division_parse_prefix(word, length, &division)) {
    SETTING_ERROR(s, "“%.*s”不是行政区划代码；请写 2、4、6、9 或 12 位数字",
                  "'%.*s' is not a division; write 2, 4, 6, 9 or 12 digits of its code",
                  (int)length, word);
    return 0;
  }
  s->out->division_lo = division.lo;
  s->out->division_hi = division.hi;
  return 1;
}

static int read_word(zc_setting_job *s, uint32_t fact, int32_t *out, const char *word,
                     size_t length) {
  *out = zc_fact_word(&s->job->region->vocabulary, fact, word, length);
  return *out >= 0;
}

/* A word that none of the keys has, and the one that was probably meant. */
static void report_key(zc_setting_job *s, const char *word, size_t length) {
  zc_suggestion near = {.wanted = word, .wanted_length = length};
  for (int i = 0; i < ZC_WORD_KEYS; i++) {
    const char *meant =
        zc_word_suggest(&s->job->region->vocabulary, zc_word_keys[i].fact, word, length);
    if (meant)
      zc_suggest(&near, meant);
  }
  SETTING_ERROR(s, "“%.*s”不是行政区划、系列、层级、学历或申报类别%s",
                "'%.*s' is no division, series, level, education or track%s", (int)length, word,
                zc_hint_make(s->job->diag, &near).text);
}

/* Which of the keys the word is for; 0: none. */
static uint32_t read_key(zc_setting_job *s, const char *word, size_t length) {
  if (is_digits(word, length))
    return read_division(s, word, length) ? ZC_KEY_DIVISION : 0;
  for (int i = 0; i < ZC_WORD_KEYS; i++) {
    int32_t index;
    if (read_word(s, zc_word_keys[i].fact, &index, word, length)) {
      s->out->words[i] = index;
      return zc_word_keys[i].key;
    }
  }
  report_key(s, word, length);
  return 0;
}

static const char *key_name(uint32_t key) {
  for (int i = 0; i < ZC_WORD_KEYS; i++)
    if (zc_word_keys[i].key == key)
      return zc_word_keys[i].name;
  return "division";
}

static int read_keys(zc_setting_job *s) {
  const char *cursor = s->text->key, *word;
  size_t length;
  int fine = 1;
  while (cursor && zc_next_word(&cursor, &word, &length)) {
    uint32_t key = read_key(s, word, length);
    fine = fine && key;
    if (!key)
      continue;
    if (!(s->parameter->keys & key)) {
      SETTING_ERROR(s, "这个参数不随 %s 变化，不能写“%.*s”；请去掉它，或在插件的 keys 里加上",
                    "does not depend on %s, so '%.*s' has no meaning; take it out, or add it to "
                    "`keys` in the plugin",
                    key_name(key), (int)length, word);
      fine = 0;
    }
    if (s->named & key) {
      SETTING_ERROR(s, "一个值写了两个 %s（第二个是“%.*s”）；请分成两行",
                    "names two %s words for one value (the second is '%.*s'); write two lines",
                    key_name(key), (int)length, word);
      fine = 0;
    }
    s->named |= key;
  }
  return fine;
}

/* ---- day and value ---- */

static int read_date(zc_setting_job *s, const char *text, size_t length, zc_day *day) {
  char date[11] = "";
  if (length == 10)
    memcpy(date, text, 10);
  int outcome = length == 10 ? zc_day_parse(date, day) : -1;
  if (outcome == -1)
    SETTING_ERROR(s, "“%.*s”不是日期；请写成 2024-06-29 的样子",
                  "'%.*s' is not a date; write it like 2024-06-29", (int)length, text);
  else if (outcome)
    SETTING_ERROR(s, "“%.*s”这一天不存在，或不在 1900 年至 2199 年之间",
                  "there is no day '%.*s' between 1900 and 2199", (int)length, text);
  return outcome == 0;
}

static int read_int(zc_setting_job *s) {
  const char *text = s->text->value;
  int64_t most = zc_unit_limit(s->parameter->unit);
  size_t length = strlen(text);
  if (!is_digits(text, length)) {
    SETTING_ERROR(s, "“%s”不是整数；请只写数字，如 48，单位写在 unit 里",
                  "'%s' is not a whole number; write digits only, like 48, and the unit as `unit`",
                  text);
    return 0;
  }
  s->out->value = length <= 10 ? strtoll(text, NULL, 10) : INT64_MAX;
  if (s->out->value > most) {
    SETTING_ERROR(s, "%s 超出范围；最大为 %lld", "%s is out of range; the greatest value is %lld",
                  text, (long long)most);
    return 0;
  }
  return 1;
}

static int read_bool(zc_setting_job *s) {
  const char *text = s->text->value;
  s->out->value = strcmp(text, "true") == 0;
  if (s->out->value || strcmp(text, "false") == 0)
    return 1;
  SETTING_ERROR(s, "“%s”不是真假值；请写 true 或 false", "'%s' is not a bool; write true or false",
                text);
  return 0;
}

static int read_value(zc_setting_job *s) {
  const char *text = s->text->value;
  zc_day day = 0;
  if (!text || !*text) {
    SETTING_ERROR(s, "没有值；要表示不再有值，请写 %s", "has no value; to end a value write %s",
                  "none");
    return 0;
  }
  if (strcmp(text, "none") == 0) {
    s->out->none = 1;
    return 1;
  }
  if (s->parameter->type == ZC_INT)
    return read_int(s);
  if (s->parameter->type == ZC_BOOL)
    return read_bool(s);
  int fine = read_date(s, text, strlen(text), &day);
  s->out->value = day;
  return fine;
}

/* A document lets others set the value, but no further than it says. */
static int check_bound(zc_setting_job *s) {
  if (s->out->none || zc_bound_allows(s->parameter, s->out->value))
    return 1;
  if (s->parameter->type == ZC_DATE)
    SETTING_ERROR(s, "%s 太晚；最迟为 %s", "%s is too late; it can be %s at the latest",
                  s->text->value, s->parameter->most_text);
  else
    SETTING_ERROR(s, "%s 太大；最大为 %s", "%s is too much; it can be %s at most", s->text->value,
                  s->parameter->most_text);
  return 0;
}

/* ---- the whole ---- */

void zc_setting_read(zc_parameter_job *job, uint32_t parameter, const zc_value_text *text,
                     zc_origin_rank origin) {
  zc_draft_setting *draft = zc_arena_alloc(&job->scratch, sizeof *draft);
  if (!draft) {
    zc_report_memory(job->diag);
    return;
  }
  draft->origin = origin;
  draft->setting = (zc_setting){.from = ZC_DAY_MIN,
                                .division_hi = INT64_MAX,
                                .words = {-1, -1, -1, -1},
                                .source = text->source,
                                .file = text->file,
                                .line = text->line};
  zc_setting_job s = {job, &job->region->parameters.parameters[parameter], text, &draft->setting,
                      0};
  int fine = !text->from || read_date(&s, text->from, text->from_length, &draft->setting.from);
  fine &= read_keys(&s);
  fine &= read_value(&s) && check_bound(&s);
  if (s.parameter->yearly && !text->from && !draft->setting.none) {
    SETTING_ERROR(&s, "每年另定的参数，每个值都要写起始日，如 %s",
                  "the parameter is set anew each year; write the first day of the value, like %s",
                  "2024-01-01");
    fine = 0;
  }
  if (!text->source || !*text->source) {
    SETTING_ERROR(&s, "没有出处；每个值都要写明文件和条款，或“%s”",
                  "has no source; name the document and clause of the value, or \"%s\"",
                  "national practice");
    fine = 0;
  }
  if (!fine)
    return;
  draft->next = job->settings[parameter];
  job->settings[parameter] = draft;
}
