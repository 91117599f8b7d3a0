/* SPDX-License-Identifier: Apache-2.0 */
#include "office/place.h"

#include "base/words.h"

#include <string.h>

enum {
  MOST_NAMED = 512,  /* divisions of one name; 城关镇 has some 250 */
  LONGEST_NAME = 240 /* bytes of a name with those above it */
};

static const int64_t spans[] = {1000, 1000000, 100000000, 10000000000};

int zc_division_above(zc_division division, zc_division *above) {
  int64_t size = division.hi - division.lo + 1;
  for (int i = 0; i < 4; i++) {
    if (spans[i] > size) {
      int64_t first = division.lo / spans[i] * spans[i];
      *above = (zc_division){first, first + spans[i] - 1};
      return 1;
    }
  }
  return 0;
}

/* The codes that nine digits of the table cover. */
static zc_division covered(const zc_data *data, uint32_t code) {
  static const int64_t of_level[] = {0, 10000000000, 100000000, 1000000};
  zc_division_level level = zc_divisions_find(&data->divisions, code).level;
  int64_t span = level > ZC_LEVEL_UNLISTED && level <= ZC_LEVEL_COUNTY ? of_level[level] : spans[0];
  int64_t first = (int64_t)code * 1000;
  return (zc_division){first, first + span - 1};
}

/* ---- what stands before a name ---- */

typedef struct search {
  zc_place_names *names;
  const zc_data *data;
  zc_division found[MOST_NAMED];
  uint32_t count;
  const zc_former_division *former;
  int failed;
} search;

/* 市, 县, 区, 旗, 盟, 省 or 州 may be left out of a name that stands before another. */
static int is_shortened(const char *full, zc_plain piece) {
  static const char *const tails[] = {"市", "县", "区", "旗", "盟", "省", "州", "地区"};
  size_t length = strlen(full);
  if (piece.length < 6 || piece.length >= length || memcmp(full, piece.text, piece.length) != 0)
    return 0;
  for (int i = 0; i < 8; i++)
    if (strcmp(full + piece.length, tails[i]) == 0)
      return 1;
  return 0;
}

static int bears(search *s, zc_division division, zc_plain piece) {
  zc_division_entry entry = zc_division_find(s->data, division);
  if (entry.name && is_shortened(entry.name, piece))
    return 1;
  const zc_place_name *p = zc_place_names_find(s->names, piece, &s->failed);
  for (; p; p = zc_place_names_next(s->names, p))
    if ((int64_t)p->code * 1000 == division.lo &&
        (p->former || covered(s->data, p->code).hi == division.hi))
      return 1;
  return 0;
}

static zc_plain trim_marks(zc_plain text) {
  static const char *const marks[] = {"/", "-", ">", ",", "、", "·", "\\", "|"};
  for (int i = 0; i < 8; i++)
    if (zc_plain_ends(text, marks[i])) {
      text = zc_plain_before(text, marks[i]);
      i = -1;
    }
  return text;
}

static int is_start(zc_plain text, size_t at) {
  return at == text.length || ((unsigned char)text.text[at] & 0xC0) != 0x80;
}

/* Whether `before` is made of names of divisions above this one, the nearest last; some may be left
 * out. */
static int fits(search *s, zc_plain before, zc_division division) {
  zc_division above = division;
  before = trim_marks(before);
  if (before.length == 0)
    return 1;
  while (zc_division_above(above, &above))
    for (size_t at = 0; at < before.length; at++) {
      zc_plain piece = {before.text + at, before.length - at};
      if (is_start(before, at) && piece.length >= 6 && bears(s, above, piece) &&
          fits(s, (zc_plain){before.text, at}, above))
        return 1;
    }
  return 0;
}

/* ---- which is meant ---- */

/* What became of a former division: codes with a blank between. */
static void add_successors(search *s, const zc_former_division *former) {
  const char *cursor = former->became, *code;
  size_t length;
  while (zc_next_word(&cursor, &code, &length) && s->count < MOST_NAMED)
    s->found[s->count++] = covered(s->data, zc_division_code(code, length));
}

/* Those of today with this name that fit what stands before it, else the former ones. */
static void find_fitting(search *s, zc_plain before, zc_plain name) {
  const zc_place_name *first = zc_place_names_find(s->names, name, &s->failed);
  for (const zc_place_name *p = first; p; p = zc_place_names_next(s->names, p)) {
    zc_division division = covered(s->data, p->code);
    if (!p->former && s->count < MOST_NAMED && fits(s, before, division))
      s->found[s->count++] = division;
  }
  for (const zc_place_name *p = first; p && s->count == 0; p = zc_place_names_next(s->names, p)) {
    int64_t code = (int64_t)p->code * 1000, size = p->code % 100000 == 0 ? spans[2] : spans[1];
    if (!p->former || !fits(s, before, (zc_division){code, code + size - 1}))
      continue;
    s->former = p->former;
    add_successors(s, p->former);
  }
}

/* Provinces without 省 or 市: 山东, 北京. */
static void find_provinces(search *s, zc_plain name) {
  static const char *const tails[] = {"省", "市"};
  char whole[64];
  for (int i = 0; i < 2 && name.length >= 6 && name.length + 4 < sizeof whole; i++) {
    memcpy(whole, name.text, name.length);
    memcpy(whole + name.length, tails[i], strlen(tails[i]) + 1);
    zc_plain tried = {whole, name.length + strlen(tails[i])};
    const zc_place_name *p = zc_place_names_find(s->names, tried, &s->failed);
    if (p && p->code % 10000000 == 0)
      s->found[s->count++] = covered(s->data, p->code);
  }
}

/* Keeps those within the codes; none within leaves all. */
static uint32_t prefer_within(zc_division asked, zc_division *found, uint32_t count) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < count; i++)
    if (found[i].lo >= asked.lo && found[i].hi <= asked.hi)
      found[kept++] = found[i];
  return kept ? kept : count;
}

static uint32_t prefer_counties(zc_division *found, uint32_t count) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < count; i++)
    if (found[i].hi - found[i].lo >= spans[1] - 1)
      found[kept++] = found[i];
  return kept ? kept : count;
}

zc_places zc_places_named(zc_place_names *names, zc_plain name, zc_division asked) {
  search s = {.names = names, .data = zc_place_names_data(names)};
  for (size_t at = 0; at < name.length && name.length <= LONGEST_NAME && s.count == 0; at++) {
    zc_plain piece = {name.text + at, name.length - at};
    if (!is_start(name, at))
      continue;
    find_fitting(&s, (zc_plain){name.text, at}, piece);
    if (s.count == 0 && at == 0)
      find_provinces(&s, piece);
  }
  if (asked.lo)
    s.count = prefer_within(asked, s.found, s.count);
  s.count = prefer_counties(s.found, s.count);
  zc_places places = {.count = s.count, .former = s.former, .failed = s.failed};
  uint32_t shown = s.count < ZC_SHOWN_PLACES ? s.count : ZC_SHOWN_PLACES;
  memcpy(places.shown, s.found, shown * sizeof *s.found);
  return places;
}
