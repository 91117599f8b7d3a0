/* SPDX-License-Identifier: Apache-2.0 */
#include "office/lexicon.h"

#include "base/memory.h"
#include "office/lists.h"

#include <string.h>

/* ---- the table ---- */

/* Spaces of names: each list of words is one, by its number. */
enum { COLUMN_SPACE = 1 << 16, TITLE_SPACE };

typedef struct entry {
  const char *name;
  uint32_t length, space;
  int32_t value;   /* a fact, or a word; -1: two meanings */
  uint32_t by;     /* zc_taken_by */
  uint64_t series; /* of a word: for which alone; of a title: which have it */
} entry;

struct zc_lexicon {
  const zc_vocabulary *v;
  entry *entries; /* open addressing; a name of NULL is free */
  uint32_t mask, count;
  zc_arena arena;
};

static uint32_t place_of(const zc_lexicon *l, uint32_t space, const char *name, size_t length) {
  uint64_t hash = space * UINT64_C(0x9E3779B97F4A7C15);
  for (size_t i = 0; i < length; i++)
    hash = (hash ^ (unsigned char)name[i]) * UINT64_C(1099511628211);
  return (uint32_t)(hash >> 24) & l->mask;
}

/* The entry of a name, or the free place where it would stand. */
static entry *find(const zc_lexicon *l, uint32_t space, zc_plain name) {
  for (uint32_t at = place_of(l, space, name.text, name.length);; at = (at + 1) & l->mask) {
    entry *e = &l->entries[at];
    if (!e->name || (e->space == space && e->length == name.length &&
                     memcmp(e->name, name.text, name.length) == 0))
      return e;
  }
}

/* Adds a name; one that stands already goes before. Its entry, or NULL: no memory. */
static entry *add(zc_lexicon *l, uint32_t space, const char *name, int32_t value, uint32_t by) {
  size_t length = strlen(name);
  char *room = zc_arena_alloc(&l->arena, length + 1);
  if (!room)
    return NULL;
  zc_plain plain = zc_plain_name(name, length, room);
  room[plain.length] = '\0';
  entry *e = find(l, space, plain);
  if (!e->name) {
    *e = (entry){plain.text, (uint32_t)plain.length, space, value, by, 0};
    l->count++;
  } else if (by == ZC_BY_LABEL && e->by == by && e->value != value && space == COLUMN_SPACE) {
    e->value = -1;
  }
  return e;
}

/* ---- filling it ---- */

static int add_facts(zc_lexicon *l) {
  const zc_vocabulary *v = l->v;
  int made = 1;
  for (uint32_t i = 0; i < v->fact_count; i++)
    made &= add(l, COLUMN_SPACE, v->facts[i].name, (int32_t)i, ZC_BY_NAME) != NULL;
  for (uint32_t i = 0; made && i < v->fact_count; i++) {
    made &= !v->facts[i].zh || add(l, COLUMN_SPACE, v->facts[i].zh, (int32_t)i, ZC_BY_LABEL);
    made &= !v->facts[i].en || add(l, COLUMN_SPACE, v->facts[i].en, (int32_t)i, ZC_BY_LABEL);
  }
  for (uint32_t i = 0; made && i < zc_column_alias_count; i++)
    made &= add(l, COLUMN_SPACE, zc_column_aliases[i].heading, (int32_t)zc_column_aliases[i].fact,
                ZC_BY_ALIAS) != NULL;
  return made;
}

static int add_words(zc_lexicon *l, uint32_t list) {
  const zc_enum *e = &l->v->enums[list];
  int made = 1;
  for (uint32_t i = 0; i < e->count; i++)
    made &= add(l, list, e->words[i].word, (int32_t)i, ZC_BY_NAME) != NULL;
  for (uint32_t i = 0; made && i < e->count; i++) {
    made &= !e->words[i].zh || add(l, list, e->words[i].zh, (int32_t)i, ZC_BY_LABEL);
    made &= !e->words[i].en || add(l, list, e->words[i].en, (int32_t)i, ZC_BY_LABEL);
  }
  for (uint32_t i = 0; made && i < zc_word_alias_count; i++) {
    if (strcmp(zc_word_aliases[i].list, e->name) != 0)
      continue;
    entry *added =
        add(l, list, zc_word_aliases[i].written, (int32_t)zc_word_aliases[i].word, ZC_BY_ALIAS);
    made &= added != NULL;
    if (added)
      added->series = zc_word_aliases[i].series;
  }
  return made;
}

static int add_titles(zc_lexicon *l) {
  for (uint32_t i = 0; i < zc_title_name_count; i++) {
    const zc_title_name *t = &zc_title_names[i];
    entry *e = add(l, TITLE_SPACE, t->name, (int32_t)t->level, ZC_BY_NAME);
    if (!e)
      return 0;
    e->series |= UINT64_C(1) << t->series;
  }
  return 1;
}

static uint32_t most_names(const zc_vocabulary *v) {
  uint32_t most =
      3 * v->fact_count + zc_title_name_count + zc_column_alias_count + zc_word_alias_count;
  for (uint32_t i = 0; i < v->enum_count; i++)
    most += 3 * v->enums[i].count;
  return most;
}

zc_lexicon *zc_lexicon_new(const zc_vocabulary *v) {
  zc_lexicon *l = zc_calloc(1, sizeof *l);
  uint32_t slots = 64, most = most_names(v);
  while (slots < 2 * most)
    slots *= 2;
  if (!l)
    return NULL;
  l->v = v;
  l->mask = slots - 1;
  l->entries = zc_calloc(slots, sizeof *l->entries);
  int made = l->entries && add_facts(l) && add_titles(l);
  for (uint32_t i = 0; made && i < v->enum_count; i++)
    made = add_words(l, i);
  if (made)
    return l;
  zc_lexicon_free(l);
  return NULL;
}

void zc_lexicon_free(zc_lexicon *lexicon) {
  if (!lexicon)
    return;
  zc_free(lexicon->entries);
  zc_arena_free(&lexicon->arena);
  zc_free(lexicon);
}

/* ---- asking it ---- */

int32_t zc_lexicon_fact(const zc_lexicon *lexicon, zc_plain name, zc_taken_by *by) {
  const entry *e = find(lexicon, COLUMN_SPACE, name);
  *by = (zc_taken_by)e->by;
  return e->name ? e->value : -1;
}

zc_office_word zc_lexicon_word(const zc_lexicon *lexicon, uint32_t fact, zc_plain name) {
  const zc_fact *f = &lexicon->v->facts[fact];
  if (f->enumeration < 0)
    return (zc_office_word){-1, 0};
  const entry *e = find(lexicon, (uint32_t)f->enumeration, name);
  int may = e->name && (f->words >> e->value & 1);
  return (zc_office_word){may ? e->value : -1, may ? e->series : 0};
}

int zc_lexicon_title(const zc_lexicon *lexicon, zc_plain name, zc_titles *titles) {
  const entry *e = find(lexicon, TITLE_SPACE, name);
  if (!e->name)
    return 0;
  *titles = (zc_titles){(uint32_t)e->value, e->series};
  return 1;
}

/* ---- what was probably meant ---- */

enum { LONGEST = 40 }; /* characters of a name that others are compared with */

/* The characters of a name; 0: too many. */
static uint32_t characters_of(const char *text, size_t length, uint32_t out[LONGEST]) {
  uint32_t count = 0;
  for (size_t i = 0; i < length; i++) {
    if (((unsigned char)text[i] & 0xC0) == 0x80 && count > 0) {
      out[count - 1] = out[count - 1] << 8 | (unsigned char)text[i];
      continue;
    }
    if (count == LONGEST)
      return 0;
    out[count++] = (unsigned char)text[i];
  }
  return count;
}

static uint32_t least(uint32_t a, uint32_t b) {
  return a < b ? a : b;
}

/* Characters to put in, take out or change. */
static uint32_t distance(const uint32_t *a, uint32_t n, const uint32_t *b, uint32_t m) {
  uint32_t row[LONGEST + 1];
  for (uint32_t j = 0; j <= m; j++)
    row[j] = j;
  for (uint32_t i = 1; i <= n; i++) {
    uint32_t corner = row[0];
    row[0] = i;
    for (uint32_t j = 1; j <= m; j++) {
      uint32_t above = row[j];
      row[j] = least(least(above, row[j - 1]) + 1, corner + (a[i - 1] != b[j - 1]));
      corner = above;
    }
  }
  return row[m];
}

/* How far a name is from the one wanted: less is nearer. A name that stands inside it is nearer
 * than one that only resembles it, the longer the nearer. UINT32_MAX: not near. */
static uint32_t remoteness(zc_plain wanted, const uint32_t *letters, uint32_t count,
                           const entry *e) {
  uint32_t other[LONGEST], others = characters_of(e->name, e->length, other);
  int is_most = 2 * others >= count || e->space != COLUMN_SPACE; /* of a heading, half at least */
  if (others >= 2 && is_most && others < count &&
      memmem(wanted.text, wanted.length, e->name, e->length))
    return LONGEST - others;
  uint32_t near = count < 6 ? 1 : count / 3;
  uint32_t apart = others ? distance(letters, count, other, others) : UINT32_MAX;
  return apart <= near && apart < others && apart < count ? 2 * LONGEST + apart : UINT32_MAX;
}

static const char *suggest(const zc_lexicon *l, zc_plain wanted, const uint32_t spaces[2],
                           int32_t *value) {
  uint32_t letters[LONGEST], nearest = UINT32_MAX;
  uint32_t count = characters_of(wanted.text, wanted.length, letters);
  const entry *best = NULL;
  for (uint32_t i = 0; count && i <= l->mask; i++) {
    const entry *e = &l->entries[i];
    if (!e->name || e->value < 0 || (e->space != spaces[0] && e->space != spaces[1]))
      continue;
    uint32_t remote = remoteness(wanted, letters, count, e);
    int is_nearer =
        remote < nearest || (best && remote == nearest && strcmp(e->name, best->name) < 0);
    if (remote == UINT32_MAX || !is_nearer)
      continue;
    nearest = remote;
    best = e;
  }
  *value = best ? best->value : -1;
  return best ? best->name : NULL;
}

const char *zc_lexicon_suggest_fact(const zc_lexicon *lexicon, zc_plain name, int32_t *fact) {
  return suggest(lexicon, name, (uint32_t[]){COLUMN_SPACE, COLUMN_SPACE}, fact);
}

const char *zc_lexicon_suggest_word(const zc_lexicon *lexicon, uint32_t fact, zc_plain name,
                                    int32_t *word) {
  const zc_fact *f = &lexicon->v->facts[fact];
  *word = -1;
  if (f->enumeration < 0)
    return NULL;
  int has_titles = f->enumeration == lexicon->v->facts[ZC_F_target_level].enumeration;
  uint32_t list = (uint32_t)f->enumeration;
  const char *near =
      suggest(lexicon, name, (uint32_t[]){list, has_titles ? TITLE_SPACE : list}, word);
  return *word >= 0 && (f->words >> *word & 1) ? near : NULL;
}
