/* SPDX-License-Identifier: Apache-2.0 */
/* Names of facts and words: finding them, and the one that was probably meant. */
#include "base/assert.h"
#include "base/words.h"
#include "facts/shared.h"
#include <string.h>

/* The ends of a name tell the names apart; both are read as one number each. */
static uint32_t hash_name(const char *name, size_t length) {
  uint64_t head = 0, tail = 0;
  if (length >= 8) {
    memcpy(&head, name, 8);
    memcpy(&tail, name + length - 8, 8);
  } else {
    memcpy(&head, name, length);
  }
  uint64_t mixed = (head ^ (tail << 21 | tail >> 43) ^ length) * UINT64_C(0x9E3779B97F4A7C15);
  return (uint32_t)(mixed >> 32);
}

static int is_name(const char *name, const char *text, size_t length) {
  return strlen(name) == length && !memcmp(name, text, length);
}

int32_t zc_fact_find(const zc_vocabulary *v, const char *name, size_t length) {
  for (uint32_t at = hash_name(name, length) & v->hash_mask;; at = (at + 1) & v->hash_mask) {
    uint32_t entry = v->hash[at];
    if (!entry)
      return -1;
    if (is_name(v->facts[entry - 1].name, name, length))
      return (int32_t)(entry - 1);
  }
}

void zc_vocabulary_index(zc_vocabulary *v, uint32_t fact) {
  ZC_ASSERT(fact <= v->hash_mask / 2); /* half of the places stay free, so that a search ends */
  const char *name = v->facts[fact].name;
  uint32_t at = hash_name(name, strlen(name)) & v->hash_mask;
  while (v->hash[at])
    at = (at + 1) & v->hash_mask;
  v->hash[at] = fact + 1;
}

int32_t zc_enum_word(const zc_enum *e, const char *word, size_t length) {
  if (!length)
    return -1;
  for (uint32_t i = 0; i < e->count; i++)
    if (e->words[i].word[0] == word[0] && is_name(e->words[i].word, word, length))
      return (int32_t)i;
  return -1;
}

static int may_take(const zc_fact *fact, uint32_t word) {
  return (int)(fact->words >> word & 1);
}

int32_t zc_fact_word(const zc_vocabulary *v, uint32_t fact, const char *word, size_t length) {
  const zc_fact *f = &v->facts[fact];
  if (f->enumeration < 0)
    return -1;
  int32_t index = zc_enum_word(&v->enums[f->enumeration], word, length);
  return index >= 0 && may_take(f, (uint32_t)index) ? index : -1;
}

const char *zc_fact_suggest(const zc_vocabulary *v, const char *name, size_t length) {
  zc_suggestion s = {.wanted = name, .wanted_length = length};
  for (uint32_t i = 0; i < v->fact_count; i++) {
    if (is_name(v->facts[i].zh, name, length))
      return v->facts[i].name;
    zc_suggest(&s, v->facts[i].name);
  }
  return s.best;
}

const char *zc_word_suggest(const zc_vocabulary *v, uint32_t fact, const char *word,
                            size_t length) {
  const zc_fact *f = &v->facts[fact];
  if (f->enumeration < 0)
    return NULL;
  const zc_enum *e = &v->enums[f->enumeration];
  zc_suggestion s = {.wanted = word, .wanted_length = length};
  for (uint32_t i = 0; i < e->count; i++) {
    if (!may_take(f, i))
      continue;
    if (is_name(e->words[i].zh, word, length))
      return e->words[i].word;
    zc_suggest(&s, e->words[i].word);
  }
  return s.best;
}

const char *zc_type_name(zc_type type) {
  static const char *const names[ZC_TYPE_COUNT] = {"",     "bool",     "int",    "date",
                                                   "enum", "division", "region", "text"};
  return type < ZC_TYPE_COUNT ? names[type] : "";
}

static const struct {
  const char *name, *zh, *en;
} units[ZC_UNIT_COUNT] = {
    [ZC_NO_UNIT] = {"", "", ""},
    [ZC_MONTH] = {"month", "个月", "months"},
    [ZC_DAY] = {"day", "天", "days"},
    [ZC_HOUR] = {"hour", "学时", "hours"},
    [ZC_POINT] = {"point", "分", "points"},
    [ZC_PERSON] = {"person", "人", "persons"},
    [ZC_PIECE] = {"piece", "项", "pieces"},
    [ZC_YUAN] = {"yuan", "元", "yuan"},
    [ZC_PERCENT] = {"percent", "%", "percent"},
    [ZC_HUNDREDTH] = {"hundredth", "（百分之一）", "hundredths"},
    [ZC_TIER] = {"tier", "层次", "tiers"},
};

const char *zc_unit_name(zc_unit unit) {
  return unit < ZC_UNIT_COUNT ? units[unit].name : "";
}

const char *zc_unit_label(zc_unit unit, zc_lang lang) {
  if (unit >= ZC_UNIT_COUNT)
    return "";
  return lang == ZC_LANG_ZH ? units[unit].zh : units[unit].en;
}
