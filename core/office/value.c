/* SPDX-License-Identifier: Apache-2.0 */
#include "office/value.h"

#include "facts/reader.h"
#include "office/day_text.h"
#include "office/quantity.h"

#include <string.h>

enum { LONGEST = 512 }; /* bytes of a value; longer ones are no value of any fact but a text's */

static zc_office_value refuse(zc_value_fault fault) {
  return (zc_office_value){.fault = fault};
}

static zc_office_value give(int64_t low, int64_t high) {
  return (zc_office_value){.slot = {low, high}};
}

static int is_one_of(zc_plain name, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (zc_plain_is(name, words[i]))
      return 1;
  return 0;
}

#define IS_ONE_OF(name, words) is_one_of(name, words, sizeof(words) / sizeof *(words))

/* ---- true and false ---- */

/* Facts of which people write the result and not whether. */
static int is_result(const char *name) {
  static const char *const endings[] = {"_passed", "_completed", "_met", "_assessed"};
  zc_plain plain = {name, strlen(name)};
  for (int i = 0; i < 4; i++)
    if (zc_plain_ends(plain, endings[i]))
      return 1;
  return 0;
}

static zc_office_value read_bool(const zc_fact *fact, zc_plain name) {
  static const char *const yes[] = {"true", "是", "有", "对", "√", "✓", "✔", "y", "yes", "1"};
  static const char *const no[] = {"false", "否", "无", "错", "×", "✗", "✘", "n", "no", "0"};
  static const char *const good[] = {"合格", "达标", "完成", "通过", "称职", "优秀"};
  static const char *const bad[] = {"不合格",   "不达标",   "未完成",   "未通过", "不称职",
                                    "基本合格", "基本称职", "不定等次", "未参加"};
  if (IS_ONE_OF(name, yes) || (is_result(fact->name) && IS_ONE_OF(name, good)))
    return give(1, 1);
  if (IS_ONE_OF(name, no) || (is_result(fact->name) && IS_ONE_OF(name, bad)))
    return give(0, 0);
  return refuse(ZC_VALUE_WORD);
}

/* ---- words and titles ---- */

int32_t zc_title_track(uint32_t fact) {
  switch (fact) {
  case ZC_F_current_title_level:
    return ZC_F_current_title_track;
  case ZC_F_held_title_level:
    return ZC_F_held_title_track;
  case ZC_F_target_level:
  case ZC_F_other_track_title_level: /* its track is the other one: see zc_office_agree */
    return ZC_F_track;
  default:
    return -1;
  }
}

static int is_level(const zc_fact *fact, const zc_vocabulary *v) {
  return fact->enumeration == v->facts[ZC_F_target_level].enumeration;
}

/* The name without (定向) behind it. */
static zc_plain without_track(zc_plain name) {
  static const char *const marks[] = {"(定向)", "(基层)", "(双定向)"};
  for (int i = 0; i < 3; i++)
    if (zc_plain_ends(name, marks[i]) && name.length > strlen(marks[i]))
      return zc_plain_before(name, marks[i]);
  return name;
}

static zc_office_value read_title(const zc_office_column *c, zc_plain name) {
  const zc_fact *fact = &c->vocabulary->facts[c->fact];
  zc_titles titles;
  if (!zc_lexicon_title(c->lexicon, name, &titles) || !(fact->words >> titles.level & 1))
    return refuse(zc_plain_is(name, "高级") || zc_plain_is(name, "初级") ? ZC_VALUE_TWO
                                                                         : ZC_VALUE_WORD);
  zc_office_value value = give(titles.level, titles.level);
  if (c->fact == ZC_F_target_level) {
    value.series = titles.series;
    value.settles_series = (titles.series & (titles.series - 1)) == 0;
  }
  return value;
}

static int find_own(const zc_office_column *c, zc_plain name, zc_slot *slot) {
  for (uint32_t i = 0; i < c->own_word_count; i++)
    if (c->own_words[i].fact == c->fact && zc_plain_is(name, c->own_words[i].written)) {
      *slot = c->own_words[i].slot;
      return 1;
    }
  return 0;
}

static zc_office_value read_word(const zc_office_column *c, zc_plain name) {
  const zc_fact *fact = &c->vocabulary->facts[c->fact];
  int has_levels = is_level(fact, c->vocabulary);
  zc_plain bare = has_levels ? without_track(name) : name;
  zc_office_value value = {0};
  zc_office_word found = zc_lexicon_word(c->lexicon, c->fact, bare);
  if (bare.length < name.length && find_own(c, bare, &value.slot))
    found.word = (int32_t)value.slot.lo;
  if (found.word >= 0) {
    value = give(found.word, found.word);
    value.series = found.series;
  } else {
    value = has_levels ? read_title(c, bare) : refuse(ZC_VALUE_WORD);
  }
  if (bare.length == name.length || value.fault != ZC_VALUE_FINE)
    return value;
  value.is_targeted = 1;
  return zc_title_track(c->fact) >= 0 ? value : refuse(ZC_VALUE_SUFFIX);
}

/* 是否定向, answered by 是 or 否. */
static zc_office_value read_track(const zc_office_column *c, zc_plain name) {
  if (zc_plain_is(name, "是"))
    return give(ZC_W_track_targeted, ZC_W_track_targeted);
  if (zc_plain_is(name, "否"))
    return give(ZC_W_track_general, ZC_W_track_general);
  return read_word(c, name);
}

/* ---- numbers and days ---- */

static zc_plain without_unit(zc_plain name, zc_unit unit) {
  const char *label = zc_unit_label(unit, ZC_LANG_ZH);
  zc_plain number = zc_plain_before(name, label);
  return number.length && unit != ZC_MONTH && *label ? number : name;
}

static zc_office_value read_int(const zc_office_column *c, zc_plain name) {
  const zc_fact *fact = &c->vocabulary->facts[c->fact];
  int64_t value = 0;
  zc_quantity_fault fault = fact->unit == ZC_MONTH
                                ? zc_read_months(name, c->counts_years, &value)
                                : zc_read_quantity(without_unit(name, fact->unit), &value);
  switch (fault) {
  case ZC_QUANTITY_NONE:
    return refuse(ZC_VALUE_NUMBER);
  case ZC_QUANTITY_FRACTION:
    return refuse(ZC_VALUE_FRACTION);
  case ZC_QUANTITY_YEARS:
    return refuse(ZC_VALUE_YEARS);
  default:
    return value < fact->min || value > fact->max ? refuse(ZC_VALUE_RANGE) : give(value, value);
  }
}

static zc_office_value read_date(zc_plain text) {
  zc_day_text day;
  switch (zc_read_day_text(text, &day)) {
  case ZC_DAY_TEXT_NONE:
    return refuse(ZC_VALUE_DATE);
  case ZC_DAY_TEXT_ORDER:
    return refuse(ZC_VALUE_ORDER);
  case ZC_DAY_TEXT_NO_DAY:
    return refuse(ZC_VALUE_DAY);
  default:
    return give(day.first, day.last);
  }
}

static zc_office_value read_place(const zc_office_column *c, zc_plain name) {
  zc_division code;
  if (zc_division_parse(name.text, name.length, &code) == 0)
    return give(code.lo, code.hi);
  zc_office_value value = {.places = zc_places_named(c->places, name, c->asked)};
  if (value.places.failed)
    return refuse(ZC_VALUE_MEMORY);
  value.slot = (zc_slot){value.places.shown[0].lo, value.places.shown[0].hi};
  if (value.places.count == 1)
    return value;
  value.fault = value.places.count ? ZC_VALUE_PLACES : ZC_VALUE_PLACE;
  return value;
}

/* ---- any value ---- */

static int is_unknown(zc_plain name, zc_type type) {
  static const char *const marks[] = {"-", "--", "—", "——", "/", "无数据", "不详", "未填"};
  return name.length == 0 || IS_ONE_OF(name, marks) ||
         (zc_plain_is(name, "无") && type != ZC_BOOL && type != ZC_ENUM);
}

static zc_office_value read_text(const zc_office_column *c, zc_plain text) {
  zc_slot slot = {0, 0};
  zc_fault fault = zc_read_text(c->vocabulary, c->fact, text.text, text.length, &slot);
  return fault == ZC_FINE ? give(slot.lo, slot.hi) : refuse(ZC_VALUE_WORD);
}

static zc_office_value read_by_type(const zc_office_column *c, zc_plain text, zc_plain name) {
  const zc_fact *fact = &c->vocabulary->facts[c->fact];
  switch (fact->type) {
  case ZC_BOOL:
    return read_bool(fact, name);
  case ZC_INT:
    return read_int(c, name);
  case ZC_DATE:
    return read_date(text);
  case ZC_ENUM:
    return c->fact == ZC_F_track ? read_track(c, name) : read_word(c, name);
  case ZC_DIVISION:
    return read_place(c, name);
  default:
    return read_text(c, text);
  }
}

zc_office_value zc_office_read(const zc_office_column *column, const char *text, size_t length) {
  char trimmed[LONGEST], named[LONGEST];
  zc_type type = column->vocabulary->facts[column->fact].type;
  zc_office_value value = {0};
  if (length > LONGEST)
    return type == ZC_STRING ? read_text(column, (zc_plain){text, length}) : refuse(ZC_VALUE_WORD);
  zc_plain plain = zc_plain_value(text, length, trimmed);
  zc_plain name = zc_plain_name(plain.text, plain.length, named);
  if (find_own(column, name, &value.slot))
    return value;
  if (is_unknown(name, type))
    return refuse(ZC_VALUE_UNKNOWN);
  value = read_by_type(column, plain, name);
  if (value.fault == ZC_VALUE_WORD && type == ZC_ENUM && zc_plain_is(name, "无"))
    value.fault = ZC_VALUE_UNKNOWN;
  return value;
}

/* ---- in the fact's own words ---- */

static void put_days(zc_buffer *out, zc_slot slot) {
  enum { YEAR = 4, MONTH = 7, DAY = 10 }; /* how much of 2019-07-01 is said */
  char text[DAY + 1];
  size_t length = DAY;
  zc_day_format((zc_day)slot.lo, text);
  if (slot.lo < slot.hi)
    length = slot.hi - slot.lo > 31 ? YEAR : MONTH;
  zc_buffer_add(out, text, length);
}

void zc_office_put(zc_buffer *out, const zc_vocabulary *v, uint32_t fact, zc_slot slot,
                   const char *text, size_t length) {
  const zc_fact *f = &v->facts[fact];
  char code[13];
  switch (f->type) {
  case ZC_BOOL:
    zc_buffer_puts(out, slot.lo ? "true" : "false");
    break;
  case ZC_INT:
    zc_buffer_int(out, slot.lo);
    break;
  case ZC_DATE:
    put_days(out, slot);
    break;
  case ZC_ENUM:
    zc_buffer_puts(out, v->enums[f->enumeration].words[slot.lo].word);
    break;
  case ZC_DIVISION:
    zc_division_format((zc_division){slot.lo, slot.hi}, code);
    zc_buffer_puts(out, code);
    break;
  default:
    zc_buffer_add(out, text, length);
  }
}
