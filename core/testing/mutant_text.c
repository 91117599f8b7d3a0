/* SPDX-License-Identifier: Apache-2.0 */
/* The mutants of one text: each number, day, word, operator and element of it changed by the
 * smallest step, all else left as it stands. */
#include "testing/mutant_rows.h"

#include "base/date.h"
#include "language/outline.h"

#include <string.h>

typedef struct mutation {
  zc_mutation *m;
  const zc_outline *o;
  const char *field;
  const char **target;
  const char *text;
} mutation;

static const zc_part *part_at(const mutation *u, zc_part_id id) {
  return &u->o->c.tree.parts[id];
}

/* The text with the bytes from..until replaced; the mutant is named after the part's own bytes. */
static void splice_part(const mutation *u, uint32_t from, uint32_t until, const char *to,
                        uint32_t named_from, uint32_t named_until) {
  const char *was =
      zc_mutation_printf(u->m, "%.*s", (int)(named_until - named_from), u->text + named_from);
  const char *text = zc_mutation_printf(u->m, "%.*s%s%s", (int)from, u->text, to, u->text + until);
  if (was && text)
    zc_mutation_text(u->m, u->field, u->target, was, *to != '\0' ? to : "nothing", text);
}

static void splice(const mutation *u, uint32_t from, uint32_t until, const char *to) {
  splice_part(u, from, until, to, from, until);
}

static void replace_sign(const mutation *u, const zc_part *part, const char *to) {
  splice(u, part->at, part->at + part->length, to);
}

/* ---- numbers and days ---- */

/* The next code of the same level: the digits before the zeros that make a code coarse. */
static int64_t next_division(int64_t code) {
  int64_t step = 1;
  while (code / step % 100 == 0)
    step *= 100;
  return code + step;
}

/* Behind a number stands "years": the smallest step is a month. Returns where the word ends; 0:
 * there is no such word. */
static uint32_t end_of_years(const mutation *u, const zc_part *part) {
  uint32_t at = part->at + part->length;
  at += (uint32_t)strspn(u->text + at, " \t\n");
  return strncmp(u->text + at, "years", 5) == 0  ? at + 5
         : strncmp(u->text + at, "year", 4) == 0 ? at + 4
                                                 : 0;
}

static void mutate_number(const mutation *u, zc_part_id id) {
  const zc_part *part = part_at(u, id);
  if (u->o->beside[id].type == ZC_DIVISION) {
    const char *code = zc_mutation_printf(u->m, "%lld", (long long)next_division(part->value));
    replace_sign(u, part, code ? code : "");
    return;
  }
  uint32_t years = end_of_years(u, part);
  for (int step = 1; step >= -1; step -= 2) {
    const char *to = zc_mutation_printf(u->m, years != 0 ? "%lld months" : "%lld",
                                        (long long)part->value + step);
    if (to && part->value + step >= 0)
      splice(u, part->at, years != 0 ? years : part->at + part->length, to);
  }
}

static void mutate_date(const mutation *u, const zc_part *part) {
  for (int step = 1; step >= -1; step -= 2) {
    char day[11];
    zc_day_format((zc_day)(part->value + step), day);
    replace_sign(u, part, day);
  }
}

/* ---- words ---- */

/* The words that the set around an element has already. */
static uint64_t words_around(const mutation *u, zc_part_id id, const zc_enum *e) {
  const zc_part *above = u->o->above[id] != ZC_NO_PART ? part_at(u, u->o->above[id]) : NULL;
  uint64_t mask = 0;
  if (above && above->kind == ZC_PART_IN) {
    for (zc_part_id i = above->b; i != ZC_NO_PART; i = part_at(u, i)->next) {
      int32_t word = zc_enum_word(e, u->text + part_at(u, i)->at, part_at(u, i)->length);
      mask |= word >= 0 ? UINT64_C(1) << word : 0;
    }
  }
  return mask;
}

/* The words that the fact beside may take. */
static uint64_t words_of_fact(const mutation *u, zc_part_id id, const zc_enum *e) {
  const zc_part *above = u->o->above[id] != ZC_NO_PART ? part_at(u, u->o->above[id]) : NULL;
  uint64_t all = e->count < 64 ? (UINT64_C(1) << e->count) - 1 : UINT64_MAX;
  if (!above || (above->kind != ZC_PART_IN && above->kind != ZC_PART_COMPARE))
    return all;
  const zc_part *left = part_at(u, above->a == id ? above->b : above->a);
  return left->meaning == ZC_MEANS_FACT && left->kind == ZC_PART_NAME
             ? u->m->region->vocabulary.facts[left->index].words
             : all;
}

static void mutate_word_of(const mutation *u, zc_part_id id, const zc_enum *e) {
  const zc_part *part = part_at(u, id);
  int32_t word = zc_enum_word(e, u->text + part->at, part->length);
  uint64_t fine = words_of_fact(u, id, e) & ~words_around(u, id, e);
  int32_t next = word + 1;
  int32_t before = word - 1;
  while (next < (int32_t)e->count && !(fine >> next & 1))
    next++;
  while (before >= 0 && !(fine >> before & 1))
    before--;
  int has_next = word >= 0 && next < (int32_t)e->count;
  if (has_next)
    replace_sign(u, part, e->words[next].word);
  if (word >= 0 && before >= 0 && (e->ordered || !has_next))
    replace_sign(u, part, e->words[before].word);
}

/* A word that a parameter takes as a key stands beside nothing that tells its enum. */
static const zc_enum *enum_of(const mutation *u, zc_part_id id) {
  const zc_vocabulary *v = &u->m->region->vocabulary;
  const zc_part *part = part_at(u, id);
  if (u->o->beside[id].type == ZC_ENUM && u->o->beside[id].enumeration >= 0)
    return &v->enums[u->o->beside[id].enumeration];
  for (uint32_t i = 0; i < v->enum_count; i++)
    if (zc_enum_word(&v->enums[i], u->text + part->at, part->length) >= 0)
      return &v->enums[i];
  return NULL;
}

static void mutate_name(const mutation *u, zc_part_id id) {
  const zc_part *part = part_at(u, id);
  const zc_part *above = u->o->above[id] != ZC_NO_PART ? part_at(u, u->o->above[id]) : NULL;
  int in_logic = !above || above->kind == ZC_PART_AND || above->kind == ZC_PART_OR ||
                 (above->kind == ZC_PART_IF && above->a == id);
  if (part->meaning == ZC_MEANS_WORD) {
    const zc_enum *e = enum_of(u, id);
    if (e)
      mutate_word_of(u, id, e);
  } else if (part->is.type == ZC_BOOL && in_logic) {
    const char *to = zc_mutation_printf(u->m, "not %.*s", (int)part->length, u->text + part->at);
    replace_sign(u, part, to ? to : "");
  }
}

/* ---- operators and sets ---- */

static void mutate_comparison(const mutation *u, const zc_part *part) {
  static const char *const others[] = {
      [ZC_TOKEN_EQ] = "!=", [ZC_TOKEN_NE] = "==", [ZC_TOKEN_LT] = "<=",
      [ZC_TOKEN_LE] = "<",  [ZC_TOKEN_GT] = ">=", [ZC_TOKEN_GE] = ">"};
  replace_sign(u, part, others[part->token]);
}

/* Takes each element of a set of several out. */
static void shrink_set(const mutation *u, const zc_part *part) {
  zc_part_id before = ZC_NO_PART;
  for (zc_part_id i = part->b; i != ZC_NO_PART; before = i, i = part_at(u, i)->next) {
    zc_part_id after = part_at(u, i)->next;
    if (before != ZC_NO_PART)
      splice_part(u, u->o->until[before], u->o->until[i], "", u->o->from[i], u->o->until[i]);
    else if (after != ZC_NO_PART)
      splice_part(u, u->o->from[i], u->o->from[after], "", u->o->from[i], u->o->until[i]);
  }
}

static void mutate_call(const mutation *u, const zc_part *part) {
  if (part->meaning != ZC_MEANS_BUILTIN)
    return;
  if (part->index == ZC_BUILTIN_MIN || part->index == ZC_BUILTIN_MAX)
    replace_sign(u, part, part->index == ZC_BUILTIN_MIN ? "max" : "min");
}

static void mutate_part(const mutation *u, zc_part_id id) {
  const zc_part *part = part_at(u, id);
  switch ((zc_part_kind)part->kind) {
  case ZC_PART_NUMBER:
    mutate_number(u, id);
    break;
  case ZC_PART_DATE:
    mutate_date(u, part);
    break;
  case ZC_PART_BOOL:
    replace_sign(u, part, part->value != 0 ? "false" : "true");
    break;
  case ZC_PART_NAME:
    mutate_name(u, id);
    break;
  case ZC_PART_NOT:
    replace_sign(u, part, "");
    break;
  case ZC_PART_AND:
  case ZC_PART_OR:
    replace_sign(u, part, part->kind == ZC_PART_AND ? "or" : "and");
    break;
  case ZC_PART_COMPARE:
    mutate_comparison(u, part);
    break;
  case ZC_PART_ADD:
  case ZC_PART_SUB:
    replace_sign(u, part, part->kind == ZC_PART_ADD ? "-" : "+");
    break;
  case ZC_PART_IN:
  case ZC_PART_UNDER:
    shrink_set(u, part);
    break;
  case ZC_PART_CALL:
    mutate_call(u, part);
    break;
  default:
    break;
  }
}

void zc_mutation_condition(zc_mutation *m, const char *field, const char **target,
                           zc_kindred wanted) {
  zc_outline *o = m->outline;
  if (!*target)
    return;
  mutation u = {m, o, field, target, *target};
  if (zc_outline_read(o, &m->region->program, &m->names, *target, wanted) == 0)
    for (uint32_t i = 0; i < o->c.tree.count; i++)
      mutate_part(&u, (zc_part_id)i);
}
