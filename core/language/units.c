/* SPDX-License-Identifier: Apache-2.0 */
#include "language/units.h"
#include "base/date.h"
#include "base/words.h"
#include "facts/vocabulary.h"
#include <string.h>

static const zc_unit_word words[] = {
    {"month", ZC_MONTH, 1},
    {"months", ZC_MONTH, 1},
    {"year", ZC_MONTH, 12},
    {"years", ZC_MONTH, 12},
    {"day", ZC_DAY, 1},
    {"days", ZC_DAY, 1},
    {"hour", ZC_HOUR, 1},
    {"hours", ZC_HOUR, 1},
    {"point", ZC_POINT, 1},
    {"points", ZC_POINT, 1},
    {"person", ZC_PERSON, 1},
    {"persons", ZC_PERSON, 1},
    {"piece", ZC_PIECE, 1},
    {"pieces", ZC_PIECE, 1},
    {"yuan", ZC_YUAN, 1},
    {"percent", ZC_PERCENT, 1},
    {"hundredth", ZC_HUNDREDTH, 1},
    {"hundredths", ZC_HUNDREDTH, 1},
    {"tier", ZC_TIER, 1},
    {"tiers", ZC_TIER, 1},
};

const zc_unit_word *zc_unit_word_find(const char *word, size_t length) {
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (words[i].word[0] == word[0] && strlen(words[i].word) == length &&
        memcmp(words[i].word, word, length) == 0)
      return &words[i];
  return NULL;
}

const char *zc_unit_word_suggest(const char *word, size_t length) {
  zc_suggestion s = {.wanted = word, .wanted_length = length};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    zc_suggest(&s, words[i].word);
  return s.best;
}

void zc_value_say(zc_buffer *out, zc_type type, zc_unit unit, int64_t value, zc_lang lang) {
  char day[11];
  if (type == ZC_DATE) {
    zc_day_format((zc_day)value, day);
    zc_buffer_puts(out, day);
    return;
  }
  int years = unit == ZC_MONTH && value > 0 && value % 12 == 0;
  int64_t number = years ? value / 12 : value;
  zc_buffer_int(out, number);
  if (lang == ZC_LANG_ZH) {
    zc_buffer_puts(out, years ? "年" : zc_unit_label(unit, lang));
  } else if (unit != ZC_NO_UNIT) {
    const char *one = years ? "year" : zc_unit_name(unit);
    const char *more = years ? "years" : zc_unit_label(unit, lang);
    zc_buffer_putc(out, ' ');
    zc_buffer_puts(out, number == 1 ? one : more);
  }
}
