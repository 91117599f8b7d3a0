/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/vocabulary.h"
#include "base/assert.h"
#include "base/date.h"
#include "facts/shared.h"
#include <string.h>

/* What a plugin could add at most, so that every array gets its final size at once. */
typedef struct additions {
  uint32_t facts, words;
} additions;

static additions count_additions(const zc_region_plugin *plugin) {
  additions more = {0, 0};
  for (uint32_t i = 0; plugin && i < plugin->chapter_count; i++) {
    more.facts += plugin->chapters[i]->facts.count;
    more.words += plugin->chapters[i]->words.count;
  }
  return more;
}

static int copy_list(zc_vocabulary *v, uint32_t list, uint32_t more_words) {
  const zc_shared_words *shared = &zc_shared_lists[list];
  ZC_ASSERT(shared[1].first > shared->first && shared[1].first - shared->first <= ZC_MAX_WORDS);
  uint32_t count = shared[1].first - shared->first;
  zc_word *words = zc_arena_alloc(&v->arena, (count + more_words) * sizeof *words);
  if (!words)
    return -1;
  memcpy(words, zc_shared_word_rows + shared->first, count * sizeof *words);
  v->enums[list] = (zc_enum){shared->name, words, count, shared->ordered};
  return 0;
}

static int make_room(zc_vocabulary *v, additions more) {
  uint32_t facts = ZC_SHARED_FACTS + more.facts, slots = 64;
  while (slots < 2 * facts)
    slots *= 2;
  v->facts = zc_arena_alloc(&v->arena, facts * sizeof *v->facts);
  v->enums = zc_arena_alloc(&v->arena, (ZC_SHARED_LISTS + more.facts) * sizeof *v->enums);
  v->hash = zc_arena_alloc(&v->arena, slots * sizeof *v->hash);
  v->hash_mask = slots - 1;
  return v->facts && v->enums && v->hash ? 0 : -1;
}

static int copy_shared(zc_vocabulary *v, additions more) {
  for (uint32_t i = 0; i < ZC_SHARED_LISTS; i++)
    if (copy_list(v, i, more.words))
      return -1;
  v->enum_count = ZC_SHARED_LISTS;
  memcpy(v->facts, zc_shared_facts, sizeof zc_shared_facts);
  v->fact_count = ZC_SHARED_FACTS;
  for (uint32_t i = 0; i < ZC_SHARED_FACTS; i++) {
    v->facts[i].proof = zc_shared_proofs[i];
    zc_vocabulary_index(v, i);
  }
  return 0;
}

/* The mask of a list's words, and the first and last of those that the fact may take. */
static void complete_enum(zc_fact *fact, const zc_enum *list) {
  uint64_t all = list->count < ZC_MAX_WORDS ? (UINT64_C(1) << list->count) - 1 : UINT64_MAX;
  fact->words = fact->words ? fact->words & all : all;
  ZC_ASSERT(list->count > 0 && list->count <= ZC_MAX_WORDS && fact->words);
  fact->min = __builtin_ctzll(fact->words);
  fact->max = 63 - __builtin_clzll(fact->words);
}

static void complete_fact(zc_vocabulary *v, zc_fact *fact) {
  switch (fact->type) {
  case ZC_ENUM:
    complete_enum(fact, &v->enums[fact->enumeration]);
    break;
  case ZC_INT:
    if (!fact->min && !fact->max)
      fact->max = zc_unit_limit(fact->unit);
    break;
  case ZC_DATE:
    fact->min = ZC_DAY_MIN;
    fact->max = ZC_DAY_MAX;
    break;
  case ZC_DIVISION:
    fact->min = INT64_C(100000000000);
    fact->max = INT64_C(999999999999);
    break;
  default: /* bool; a region is this one or another; a text is given or not */
    fact->max = 1;
  }
}

zc_status zc_vocabulary_init(zc_vocabulary *v, const zc_region_plugin *plugin,
                             zc_diagnostics *diag) {
  *v = (zc_vocabulary){.region_id = plugin ? plugin->id : NULL, .data = &zc_data_standard};
  additions more = count_additions(plugin);
  if (make_room(v, more) || copy_shared(v, more)) {
    zc_vocabulary_free(v);
    return zc_report_memory(diag);
  }
  zc_status status = plugin ? zc_vocabulary_extend(v, plugin, diag) : ZC_OK;
  if (status == ZC_NO_RESOURCE) {
    zc_vocabulary_free(v);
    return status;
  }
  for (uint32_t i = 0; i < v->fact_count; i++)
    complete_fact(v, &v->facts[i]);
  return status;
}

void zc_vocabulary_free(zc_vocabulary *v) {
  zc_arena_free(&v->arena);
  *v = (zc_vocabulary){0};
}
