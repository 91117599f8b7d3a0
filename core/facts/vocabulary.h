/* SPDX-License-Identifier: Apache-2.0 */
/* The vocabulary: every fact that may be given, with its type, range, words and labels. The shared
 * facts come from facts.def; a region adds its own behind them. */
#ifndef ZC_FACTS_VOCABULARY_H
#define ZC_FACTS_VOCABULARY_H

#include "base/diagnostics.h"
#include "base/memory.h"
#include "data/data.h"
#include "zhicheng/plugin.h"
#include <stdint.h>

/* Indices of the shared facts: ZC_F_track, ZC_F_series, ... in the order of facts.def. */
typedef enum zc_shared_fact {
#define ZC_FACT(name, ...) ZC_F_##name,
#include "facts/facts.def"
#undef ZC_FACT
  ZC_SHARED_FACTS
} zc_shared_fact;

/* Indices of the shared words in their lists: ZC_W_level_none is 0, ZC_W_level_clerk is 1, ... */
enum zc_shared_word {
#define ZC_WORDS(list, ordered)     ZC_W_BEFORE_##list = -1,
#define ZC_WORD(list, word, zh, en) ZC_W_##list##_##word,
#include "facts/words.def"
#undef ZC_WORDS
#undef ZC_WORD
};

typedef struct zc_word {
  const char *word;
  const char *zh, *en;
} zc_word;

enum { ZC_MAX_WORDS = 64 }; /* of one list: masks have 64 bits */

/* A list of words. `education` and `degree` have two different ones, all levels share one, as do
 * unit_level and destination_unit_level, track and current_title_track, series and
 * held_title_series. Ordered enums stand lowest first: village is 0, national is 5. */
typedef struct zc_enum {
  const char *name; /* "level" */
  zc_word *words;
  uint32_t count; /* at most 64 */
  int ordered;
} zc_enum;

typedef enum zc_changeable { ZC_FIXED_FACT = 0, ZC_CHANGEABLE, ZC_GROWS } zc_changeable;

typedef struct zc_fact {
  const char *name, *zh, *en; /* labels */
  const char *meaning;        /* in English; may be NULL */
  zc_text proof;              /* what proves the value; of a region's own fact: both NULL */
  zc_type type;
  zc_unit unit;
  int32_t enumeration; /* index into vocabulary->enums, or -1 */
  int64_t min, max; /* range of the value: of an enum its first and last word's index (target_level
                       starts at clerk = 1), bool 0..1, date ZC_DAY_MIN..MAX, division
                       100000000000..999999999999, region 0..1 (0: this region, 1: another) */
  uint64_t words;   /* enum: mask of the words that this fact may take (held_title_track has no
                       "green"); all bits of words outside are refused */
  /* What rules read instead of the value as given, as expressions of the fact's type; each may be
   * NULL. Not given: `derived` where the condition `derived_when` holds, else `assumed` (but not
   * under
   * --strict), else unknown. Then `revised` replaces it; inside `revised` the fact's own name means
   * the value so far. */
  const char *assumed;
  const char *derived_when, *derived;
  uint32_t reads_given; /* 1 + a fact whose value as given `derived_when` reads, before anything is
                           made of it; 0: none */
  const char *revised;
  const char *tag; /* or NULL */
  zc_changeable changeable;
  uint32_t since; /* minor ABI that brought the name: a plugin of an older one may have a parameter
                     that is called so, and means it */
} zc_fact;

typedef struct zc_vocabulary {
  zc_fact *facts;
  uint32_t fact_count; /* the shared ones first */
  zc_enum *enums;
  uint32_t enum_count;
  uint32_t *hash; /* open addressing over names, fact index + 1, 0 free */
  uint32_t hash_mask;
  const char *region_id; /* NULL: the shared vocabulary alone */
  const zc_data *data;   /* the public tables that its facts are read with; zc_data_standard, unless
                            whoever made it says otherwise */
  zc_arena arena;
} zc_vocabulary;

/* The shared vocabulary plus the facts and words of a region (`plugin` may be NULL). Every row that
 * is wrong is reported with its place (kind ZC_BAD_PLUGIN). Free with zc_vocabulary_free. */
zc_status zc_vocabulary_init(zc_vocabulary *v, const zc_region_plugin *plugin,
                             zc_diagnostics *diag);
void zc_vocabulary_free(zc_vocabulary *v);

/* Index of a fact, or -1. */
int32_t zc_fact_find(const zc_vocabulary *v, const char *name, size_t length);
/* Index of a word that the fact may take, or -1 (also for a word of the enum that it may not). */
int32_t zc_fact_word(const zc_vocabulary *v, uint32_t fact, const char *word, size_t length);
/* Index of a word of an enum, or -1. */
int32_t zc_enum_word(const zc_enum *e, const char *word, size_t length);
/* The fact name (or word) that was probably meant, the one with this Chinese label first; NULL:
 * none is near. */
const char *zc_fact_suggest(const zc_vocabulary *v, const char *name, size_t length);
const char *zc_word_suggest(const zc_vocabulary *v, uint32_t fact, const char *word, size_t length);

const char *zc_type_name(zc_type type); /* "bool", "int", "date", "enum", "division", ... */
const char *zc_unit_name(zc_unit unit); /* "month", ... ; "" for none */
const char *zc_unit_label(zc_unit unit, zc_lang lang); /* "个月" / "months" */

#endif
