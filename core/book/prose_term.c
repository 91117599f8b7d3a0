/* SPDX-License-Identifier: Apache-2.0 */
/* The terms of a condition in Chinese: facts, words, numbers, parameters and what is made of them.
 */
#include "book/prose_term.h"

#include "base/date.h"
#include "facts/division.h"

/* The word of an enumeration that a name stands for beside its other side. */
static void put_word(zc_prose *s, const zc_part *part, zc_kindred beside) {
  const zc_vocabulary *v = &s->region->vocabulary;
  const char *word = zc_prose_source(s, part);
  int32_t found = beside.enumeration >= 0
                      ? zc_enum_word(&v->enums[beside.enumeration], word, part->length)
                      : -1;
  zc_prose_put(s, found >= 0 ? v->enums[beside.enumeration].words[found].zh : "");
}

/* What a key of a parameter is bound to: a word of a series, a level or an education. */
static int key_word(const zc_prose *s, const zc_part *part, const char **label,
                    int32_t words[ZC_WORD_KEYS]) {
  const zc_vocabulary *v = &s->region->vocabulary;
  for (int i = 0; part->kind == ZC_PART_NAME && i < ZC_WORD_KEYS; i++) {
    uint32_t fact = zc_word_keys[i].fact;
    int32_t word = zc_fact_word(v, fact, zc_prose_source(s, part), part->length);
    if (word >= 0) {
      words[i] = word;
      *label = v->enums[v->facts[fact].enumeration].words[word].zh;
      return 1;
    }
  }
  return 0;
}

/* The keys that a name of a parameter binds to words; -1: it does not. */
typedef struct bound_keys {
  int32_t words[ZC_WORD_KEYS];
  const char *labels[ZC_WORD_KEYS + 1]; /* also of facts that keys are bound to */
  uint32_t count;
} bound_keys;

static bound_keys keys_of(const zc_prose *s, const zc_part *part) {
  bound_keys keys = {.words = {-1, -1, -1, -1}, .count = 0};
  for (zc_part_id i = part->kind == ZC_PART_CALL ? part->a : ZC_NO_PART; i != ZC_NO_PART;
       i = zc_prose_part(s, i)->next) {
    const zc_part *key = zc_prose_part(s, i);
    const char *label = NULL;
    if (!key_word(s, key, &label, keys.words) && key->meaning == ZC_MEANS_FACT)
      label = s->region->vocabulary.facts[key->index].zh;
    if (label && keys.count < ZC_WORD_KEYS + 1)
      keys.labels[keys.count++] = label;
  }
  return keys;
}

static int fits(const zc_setting *x, const bound_keys *keys) {
  for (int i = 0; i < ZC_WORD_KEYS; i++)
    if (keys->words[i] >= 0 && x->words[i] >= 0 && x->words[i] != keys->words[i])
      return 0;
  return 1;
}

/* Whether a value holds on every day, everywhere, and for all that the keys leave open. */
static int is_general(const zc_setting *x, const bound_keys *keys) {
  int general = x->from <= ZC_DAY_MIN && x->division_lo == 0;
  for (int i = 0; i < ZC_WORD_KEYS; i++)
    general = general && (x->words[i] < 0 || keys->words[i] >= 0);
  return general;
}

int zc_prose_has_value(const zc_prose *s, const zc_part *part) {
  const zc_named_parameter *p = &s->region->parameters.parameters[part->index];
  bound_keys keys = keys_of(s, part);
  int general = 0, some = 0, none = 0;
  for (uint32_t i = 0; i < p->setting_count; i++) {
    const zc_setting *x = &p->settings[i];
    if (fits(x, &keys)) {
      none |= x->none;
      some |= !x->none;
      general |= !x->none && is_general(x, &keys);
    }
  }
  return !some ? 0 : general && !none ? 1 : -1;
}

/* The one value that a parameter can have under its bound keys; NULL: there are several. */
static const zc_setting *only_setting(const zc_named_parameter *p, const bound_keys *keys) {
  const zc_setting *only = NULL;
  for (uint32_t i = 0; i < p->setting_count; i++) {
    if (!fits(&p->settings[i], keys))
      continue;
    if (only || p->settings[i].none)
      return NULL;
    only = &p->settings[i];
  }
  return only;
}

static void put_setting(zc_prose *s, const zc_named_parameter *p, const zc_setting *x,
                        const char *unit) {
  char date[11];
  if (p->type == ZC_DATE) {
    zc_day_format((zc_day)x->value, date);
    zc_prose_put(s, date);
  } else if (p->type == ZC_BOOL) {
    zc_prose_put(s, x->value ? "是" : "否");
  } else if (unit) {
    zc_page_int(s->page, x->value);
    zc_prose_put(s, unit);
  } else {
    zc_prose_amount(s->page, p->unit, x->value);
  }
}

/* A parameter leads to its values. `unit`: what its number counts (years(...)), or NULL. */
static void put_parameter(zc_prose *s, const zc_part *part, const char *unit) {
  const zc_named_parameter *p = &s->region->parameters.parameters[part->index];
  bound_keys keys = keys_of(s, part);
  const zc_setting *only = only_setting(p, &keys);
  zc_page_link_begin(s->page, "parameter", p->name);
  if (only && p->type != ZC_BOOL) {
    put_setting(s, p, only, unit);
  } else {
    zc_prose_put(s, "“");
    zc_prose_put(s, p->label.zh);
    zc_prose_put(s, "”");
    for (uint32_t i = 0; i < keys.count; i++) {
      zc_prose_put(s, i == 0 ? "（" : "、");
      zc_prose_put(s, keys.labels[i]);
    }
    zc_prose_put(s, keys.count > 0 ? "）" : "");
  }
  zc_page_link_end(s->page, "parameter", p->name);
}

static void put_name(zc_prose *s, const zc_part *part, zc_kindred beside) {
  switch ((zc_meaning)part->meaning) {
  case ZC_MEANS_FACT:
    zc_prose_put(s, s->region->vocabulary.facts[part->index].zh);
    break;
  case ZC_MEANS_PARAMETER:
    put_parameter(s, part, NULL);
    break;
  case ZC_MEANS_FUNCTION:
    zc_page_link_begin(s->page, "function", s->region->functions[part->index].name);
    zc_page_code(s->page, s->region->functions[part->index].name);
    zc_page_link_end(s->page, "function", s->region->functions[part->index].name);
    break;
  case ZC_MEANS_AS_OF:
    zc_prose_put(s, "所问之日");
    break;
  case ZC_MEANS_REGION_DIVISION:
  case ZC_MEANS_THIS_REGION:
    zc_prose_put(s, "本地区");
    break;
  case ZC_MEANS_ANSWER:
    zc_prose_put(s, zc_answer_label((zc_named_answer)part->index));
    break;
  default:
    put_word(s, part, beside);
    break;
  }
}

static void put_number(zc_prose *s, const zc_part *part, zc_kindred beside) {
  zc_division division;
  if (beside.type == ZC_DIVISION &&
      zc_division_parse_prefix(zc_prose_source(s, part), part->length, &division) == 0) {
    zc_prose_division(s->page, &s->region->vocabulary, division.lo, division.hi);
    return;
  }
  uint8_t unit = part->is.unit == ZC_UNIT_COUNT ? beside.unit : part->is.unit;
  zc_prose_amount(s->page, unit < ZC_UNIT_COUNT ? (zc_unit)unit : ZC_NO_UNIT, part->value);
}

static void put_arguments(zc_prose *s, const zc_part *part, const char *between) {
  for (zc_part_id i = part->a; i != ZC_NO_PART; i = zc_prose_part(s, i)->next) {
    zc_prose_put(s, i == part->a ? "" : between);
    zc_prose_term(s, i);
  }
}

static void put_extreme(zc_prose *s, const zc_part *part, int is_max) {
  static const char *const words[3][2] = {
      {"中较少者", "中较多者"}, {"中较早者", "中较晚者"}, {"中较低者", "中较高者"}};
  int kind = part->is.type == ZC_INT ? 0 : part->is.type == ZC_DATE ? 1 : 2;
  put_arguments(s, part, "、");
  zc_prose_put(s, words[kind][is_max]);
}

/* years(5), years(parameter), years(a sum). */
static void put_counted(zc_prose *s, const zc_part *part, const char *unit) {
  const zc_part *inner = zc_prose_part(s, part->a);
  if (inner->meaning == ZC_MEANS_PARAMETER &&
      (inner->kind == ZC_PART_NAME || inner->kind == ZC_PART_CALL)) {
    put_parameter(s, inner, unit);
  } else if (inner->kind == ZC_PART_NUMBER) {
    zc_page_int(s->page, inner->value);
    zc_prose_put(s, unit);
  } else {
    zc_prose_term(s, part->a);
    zc_prose_put(s, unit);
  }
}

/* add_months(day, -3): "…之前3个月". */
static void put_later(zc_prose *s, const zc_part *part) {
  const zc_part *months = zc_prose_part(s, zc_prose_part(s, part->a)->next);
  int is_earlier = months->kind == ZC_PART_NEGATIVE;
  const zc_part *amount = is_earlier ? zc_prose_part(s, months->a) : months;
  zc_prose_term(s, part->a);
  zc_prose_put(s, is_earlier ? "之前" : "之后");
  if (amount->kind == ZC_PART_NUMBER)
    zc_prose_amount(s->page, ZC_MONTH, amount->value);
  else
    zc_prose_term(s, is_earlier ? months->a : zc_prose_part(s, part->a)->next);
}

static void put_call(zc_prose *s, const zc_part *part) {
  if (part->meaning != ZC_MEANS_BUILTIN) {
    put_parameter(s, part, NULL);
    return;
  }
  switch ((zc_builtin)part->index) {
  case ZC_BUILTIN_MIN:
  case ZC_BUILTIN_MAX:
    put_extreme(s, part, part->index == ZC_BUILTIN_MAX);
    break;
  case ZC_BUILTIN_YEARS:
    put_counted(s, part, "年");
    break;
  case ZC_BUILTIN_MONTHS:
    put_counted(s, part, "个月");
    break;
  case ZC_BUILTIN_FULL_MONTHS:
    zc_prose_put(s, "从");
    put_arguments(s, part, "到");
    zc_prose_put(s, "的足月数");
    break;
  case ZC_BUILTIN_ADD_MONTHS:
    put_later(s, part);
    break;
  default:
    zc_prose_put(s, "（");
    put_arguments(s, part, "、");
    zc_prose_put(s, "）");
    break;
  }
}

static void put_choice(zc_prose *s, const zc_part *part) {
  zc_prose_put(s, "（如果");
  zc_prose_sentence(s, part->a, 0);
  zc_prose_put(s, "，则为");
  zc_prose_term(s, part->b);
  zc_prose_put(s, "；否则为");
  zc_prose_term(s, part->c);
  zc_prose_put(s, "）");
}

/* A bare number in a sum counts what the sum does; days are added to a day. */
static void put_operand(zc_prose *s, const zc_part *sum, zc_part_id id) {
  const zc_part *part = zc_prose_part(s, id);
  int is_bare = part->kind == ZC_PART_NUMBER && part->is.unit == ZC_UNIT_COUNT;
  if (is_bare && sum->kind != ZC_PART_MUL && sum->is.unit < ZC_UNIT_COUNT)
    zc_prose_amount(s->page, sum->is.type == ZC_DATE ? ZC_DAY : (zc_unit)sum->is.unit, part->value);
  else
    zc_prose_term(s, id);
}

void zc_prose_term(zc_prose *s, zc_part_id id) {
  const zc_part *part = zc_prose_part(s, id);
  char date[11];
  switch ((zc_part_kind)part->kind) {
  case ZC_PART_NAME:
    put_name(s, part, s->outline.beside[id]);
    break;
  case ZC_PART_CALL:
    put_call(s, part);
    break;
  case ZC_PART_NUMBER:
    put_number(s, part, s->outline.beside[id]);
    break;
  case ZC_PART_DATE:
    zc_day_format((zc_day)part->value, date);
    zc_prose_put(s, date);
    break;
  case ZC_PART_BOOL:
    zc_prose_put(s, part->value ? "是" : "否");
    break;
  case ZC_PART_NEGATIVE:
    zc_prose_put(s, "负");
    zc_prose_term(s, part->a);
    break;
  case ZC_PART_ADD:
  case ZC_PART_SUB:
  case ZC_PART_MUL:
    put_operand(s, part, part->a);
    zc_prose_put(s, part->kind == ZC_PART_ADD ? "加" : part->kind == ZC_PART_SUB ? "减" : "乘以");
    put_operand(s, part, part->b);
    break;
  case ZC_PART_IF:
    put_choice(s, part);
    break;
  default:
    zc_prose_sentence(s, id, 0);
    break;
  }
}
