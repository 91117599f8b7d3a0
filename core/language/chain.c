/* SPDX-License-Identifier: Apache-2.0 */
/* Parameters: a chain of `if`s that tries the settings in their order. */
#include "base/assert.h"
#include "base/date.h"
#include "language/emit.h"
#include <string.h>

const zc_word_key zc_word_keys[ZC_WORD_KEYS] = {
    {ZC_KEY_SERIES, "series", ZC_F_series},
    {ZC_KEY_LEVEL, "level", ZC_F_target_level},
    {ZC_KEY_EDUCATION, "education", ZC_F_education},
    {ZC_KEY_TRACK, "track", ZC_F_track},
};

int zc_same_keys(const zc_setting *a, const zc_setting *b) {
  return a->division_lo == b->division_lo && a->division_hi == b->division_hi &&
         memcmp(a->words, b->words, sizeof a->words) == 0;
}

zc_day zc_setting_until(const zc_named_parameter *parameter, const zc_setting *setting) {
  return parameter->yearly && setting->from > ZC_DAY_MIN
             ? zc_day_of(zc_civil_of(setting->from).year, 12, 31)
             : ZC_DAY_MAX;
}

/* The nodes of the keys; ZC_NO_NODE: the facts unit_division and those of zc_word_keys. */
typedef struct parameter_keys {
  zc_node_id division, words[ZC_WORD_KEYS];
} parameter_keys;

static zc_node_id value_of(zc_program *p, const zc_named_parameter *parameter,
                           const zc_setting *setting) {
  if (setting && !setting->none)
    return zc_node_const(p, parameter->type, setting->value);
  switch (parameter->type) {
  case ZC_BOOL:
    return zc_node_unset(p, ZC_BOOL, 0, 1);
  case ZC_DATE:
    /* Before and after every day: no comparison with it is ever certain. */
    return zc_node_unset(p, ZC_DATE, ZC_DAY_MIN - 1, ZC_DAY_MAX + 1);
  default:
    return zc_node_unset(p, ZC_INT, 0, parameter->unit == ZC_MONTH ? 1200 : 1000000000);
  }
}

static zc_node_id both(zc_program *p, zc_node_id a, zc_node_id b) {
  return zc_node_binary(p, ZC_OP_AND, a, b);
}

/* The tracks on which a value of a track holds: the green channel reads what is general. */
static uint64_t tracks_of(int32_t word) {
  uint64_t green = word == ZC_W_track_general ? UINT64_C(1) << ZC_W_track_green : 0;
  return UINT64_C(1) << word | green;
}

/* Whether a setting is the one for the day and the keys, given that none before it was. */
static zc_node_id setting_applies(zc_program *p, const zc_named_parameter *of, const zc_setting *s,
                                  parameter_keys keys) {
  zc_day until = zc_setting_until(of, s);
  zc_node_id applies =
      zc_node_range(p, zc_node_as_of(p), s->from, until < ZC_DAY_MAX ? until : INT64_MAX);
  if (s->division_lo > 0 || s->division_hi < INT64_MAX)
    applies = both(p, applies, zc_node_range(p, keys.division, s->division_lo, s->division_hi));
  for (int i = 0; i < ZC_WORD_KEYS; i++) {
    int32_t word = s->words[i];
    if (word < 0)
      continue;
    zc_node_id fits = zc_word_keys[i].key == ZC_KEY_TRACK
                          ? zc_node_set(p, keys.words[i], tracks_of(word))
                          : zc_node_range(p, keys.words[i], word, word);
    applies = both(p, applies, fits);
  }
  return applies;
}

static zc_node_id fill_key(zc_program *p, const zc_names *names, const zc_named_parameter *of,
                           uint32_t key, zc_node_id given, uint32_t fact) {
  if (given != ZC_NO_NODE || !(of->keys & key))
    return given;
  return zc_emit_fact(p, names, fact);
}

/* What a chain yields where setting number `index` is the one; without one (`of->setting_count`),
 * what it yields in the end. */
static zc_node_id yield(zc_program *p, const zc_named_parameter *of, uint32_t index,
                        zc_chain_yields yields) {
  const zc_setting *s = index < of->setting_count ? &of->settings[index] : NULL;
  switch (yields) {
  case ZC_YIELDS_KNOWN:
    return zc_node_const(p, ZC_BOOL, s && !s->none);
  case ZC_YIELDS_INDEX:
    return zc_node_const(p, ZC_INT, index);
  default:
    return value_of(p, of, s);
  }
}

static zc_node_id build_chain(zc_program *p, const zc_names *names, const zc_named_parameter *of,
                              parameter_keys keys, zc_chain_yields yields) {
  keys.division = fill_key(p, names, of, ZC_KEY_DIVISION, keys.division, ZC_F_unit_division);
  for (int i = 0; i < ZC_WORD_KEYS; i++)
    keys.words[i] =
        fill_key(p, names, of, zc_word_keys[i].key, keys.words[i], zc_word_keys[i].fact);
  zc_node_id chain = yield(p, of, of->setting_count, yields);
  for (uint32_t i = of->setting_count; i-- > 0;) {
    zc_node_id applies = setting_applies(p, of, &of->settings[i], keys);
    chain = zc_node_if(p, applies, yield(p, of, i, yields), chain);
  }
  return chain;
}

/* ---- keys given as arguments ---- */

enum { KEY_SLOTS = ZC_WORD_KEYS + 1 };
typedef struct key_slot {
  uint32_t key, fact;
  zc_node_id *node;
} key_slot;

/* The key that an argument is meant for: by its type, or the one that has such a word. */
static const key_slot *find_key(const zc_compilation *c, const zc_named_parameter *of,
                                const key_slot slots[KEY_SLOTS], const zc_part *argument) {
  const zc_vocabulary *v = c->names->vocabulary;
  for (int i = 0; i < KEY_SLOTS; i++) {
    if (!(of->keys & slots[i].key))
      continue;
    const zc_fact *fact = &v->facts[slots[i].fact];
    if (fact->type == ZC_DIVISION
            ? argument->is.type == ZC_DIVISION || zc_is_division_literal(argument)
        : argument->is.type == ZC_ENUM
            ? argument->is.enumeration == fact->enumeration
            : argument->kind == ZC_PART_NAME && argument->meaning == ZC_MEANS_WORD &&
                  zc_fact_word(v, slots[i].fact, zc_part_text(c, argument), argument->length) >= 0)
      return &slots[i];
  }
  return NULL;
}

static int bind_key(zc_compilation *c, const zc_named_parameter *of, zc_part_id id,
                    const key_slot slots[KEY_SLOTS]) {
  const zc_part *argument = &c->tree.parts[id];
  const key_slot *slot = find_key(c, of, slots, argument);
  if (!slot)
    return zc_complain(&c->complaint, argument->at, "参数 %s 没有与此相配的键",
                       "the parameter %s has no key that this fits", of->name);
  if (*slot->node != ZC_NO_NODE)
    return zc_complain(&c->complaint, argument->at, "参数 %s 的同一个键给了两次",
                       "the same key of the parameter %s is given twice", of->name);
  const zc_fact *fact = &c->names->vocabulary->facts[slot->fact];
  zc_kindred wanted = {.type = (uint8_t)fact->type,
                       .unit = ZC_NO_UNIT,
                       .enumeration = fact->type == ZC_ENUM ? fact->enumeration : -1};
  *slot->node = zc_emit(c, id, wanted);
  return *slot->node == ZC_NO_NODE ? -1 : 0;
}

zc_node_id zc_emit_parameter(zc_compilation *c, const zc_part *part, zc_chain_yields yields) {
  ZC_ASSERT(part->index < c->names->parameters->count);
  const zc_named_parameter *of = &c->names->parameters->parameters[part->index];
  parameter_keys keys = {.division = ZC_NO_NODE};
  key_slot slots[KEY_SLOTS] = {{ZC_KEY_DIVISION, ZC_F_unit_division, &keys.division}};
  for (int i = 0; i < ZC_WORD_KEYS; i++) {
    keys.words[i] = ZC_NO_NODE;
    slots[i + 1] = (key_slot){zc_word_keys[i].key, zc_word_keys[i].fact, &keys.words[i]};
  }
  zc_part_id first = part->kind == ZC_PART_CALL ? part->a : ZC_NO_PART;
  for (zc_part_id i = first; i != ZC_NO_PART; i = c->tree.parts[i].next)
    if (bind_key(c, of, i, slots) != 0)
      return ZC_NO_NODE;
  return build_chain(c->program, c->names, of, keys, yields);
}
