/* SPDX-License-Identifier: Apache-2.0 */
#include "base/date.h"
#include "support/random_region.h"

#include <string.h>

typedef struct writer {
  random_region *g;
  zc_buffer *out;
  zc_random *r;
} writer;

static void put(const writer *w, const char *text) {
  zc_buffer_puts(w->out, text);
}

static uint32_t below(const writer *w, uint32_t count) {
  return zc_random_below(w->r, count);
}

static int chance(const writer *w, uint32_t percent) {
  return zc_random_chance(w->r, percent);
}

static int is_order(const writer *w) {
  return w->g->shape == RANDOM_ORDER;
}

/* A fact of the kind, another one than `but` where there are two; NULL: there is none. */
static const random_fact *pick(const writer *w, random_kind kind, const random_fact *but) {
  uint32_t count = w->g->fact_count, start = below(w, count);
  const random_fact *found = NULL;
  for (uint32_t i = 0; i < count; i++) {
    const random_fact *f = &w->g->facts[(start + i) % count];
    if (f->kind == kind && (!found || found == but))
      found = f;
  }
  return found;
}

static const char *comparison(const writer *w) {
  static const char *const signs[] = {" >= ", " > ", " <= ", " < ", " == ", " != "};
  return signs[below(w, chance(w, 80) ? 4 : 6)];
}

static void write_condition(const writer *w, int depth);

/* ---- constants ---- */

/* A value of the fact, or one just beyond its range. */
static int64_t value_near(const writer *w, const random_fact *f) {
  return f->lo - 1 + (int64_t)below(w, (uint32_t)(f->hi - f->lo + 3));
}

static void write_amount(const writer *w, random_kind kind, int64_t value) {
  zc_buffer_printf(w->out, value < 0 ? "(-%lld %s)" : "%lld %s",
                   (long long)(value < 0 ? -value : value),
                   kind == RANDOM_MONTHS ? "months" : "points");
}

static void write_bound(const writer *w, const random_fact *f) {
  if (is_order(w) && w->g->bound_count)
    write_amount(w, f->kind, w->g->bounds[below(w, w->g->bound_count)]);
  else if (is_order(w))
    put(w, "0 months");
  else
    write_amount(w, f->kind, value_near(w, f));
}

static void write_day_constant(const writer *w, const random_fact *f) {
  char text[11];
  zc_day_format((zc_day)value_near(w, f), text);
  put(w, text);
}

static void write_code(const writer *w) {
  static const char *const codes[] = {"451228",    "451229",       "451300",
                                      "451229000", "451229001",    "451228999",
                                      "451200",    "451229000001", "451299999998"};
  put(w, codes[below(w, sizeof codes / sizeof *codes)]);
}

/* ---- numbers ---- */

static void write_number(const writer *w, random_kind kind, int depth);
static void write_day(const writer *w, int depth);

static void write_pair(const writer *w, random_kind kind, int depth, const char *before,
                       const char *between, const char *after) {
  put(w, before);
  write_number(w, kind, depth - 1);
  put(w, between);
  write_number(w, kind, depth - 1);
  put(w, after);
}

static void write_choice(const writer *w, random_kind kind, int depth) {
  put(w, "(if ");
  write_condition(w, 0);
  write_pair(w, kind, depth, " then ", " else ", ")");
}

/* Full months between two days. */
static void write_months_between(const writer *w) {
  put(w, "full_months(");
  write_day(w, 0);
  put(w, ", ");
  if (chance(w, 40))
    put(w, "as_of");
  else
    write_day(w, 0);
  put(w, ")");
}

static void write_rare_number(const writer *w, random_kind kind, const random_fact *f) {
  if (kind == RANDOM_NUMBER)
    put(w, "test.mix");
  else if (pick(w, RANDOM_DAY, NULL) && chance(w, 50))
    write_months_between(w);
  else if (chance(w, 60))
    put(w, "set");
  else
    write_bound(w, f);
}

static void write_number(const writer *w, random_kind kind, int depth) {
  const random_fact *f = pick(w, kind, NULL);
  uint32_t form = below(w, depth > 0 ? 16 : 8);
  if (form >= 6 && form < 8 && !is_order(w)) {
    write_rare_number(w, kind, f);
  } else if (form < 3 && w->g->offset && is_order(w)) {
    zc_buffer_printf(w->out, "(%s + %u months)", f->name, 1 + below(w, (uint32_t)w->g->offset));
  } else if (form < 8) {
    put(w, f->name);
  } else if (form == 8) {
    write_pair(w, kind, depth, "min(", ", ", ")");
  } else if (form == 9) {
    write_pair(w, kind, depth, "max(", ", ", ")");
  } else if (form == 10 || is_order(w)) {
    write_choice(w, kind, depth);
  } else if (form == 11) {
    zc_buffer_printf(w->out, "%u * ", 2 + below(w, 2));
    write_number(w, kind, 0);
  } else {
    write_pair(w, kind, depth, "(", form < 14 ? " + " : " - ", ")");
  }
}

static void write_day(const writer *w, int depth) {
  const random_fact *f = pick(w, RANDOM_DAY, NULL);
  uint32_t form = below(w, depth > 0 ? 12 : 5);
  if (form < 5) {
    put(w, f->name);
  } else if (form == 5) {
    zc_buffer_printf(w->out, "(%s %c %u days)", f->name, chance(w, 50) ? '+' : '-', below(w, 40));
  } else if (form < 8) {
    zc_buffer_printf(w->out, "add_months(%s, ", f->name);
    if (pick(w, RANDOM_MONTHS, NULL) && chance(w, 50))
      write_number(w, RANDOM_MONTHS, 0);
    else
      write_amount(w, RANDOM_MONTHS, below(w, 4));
    put(w, ")");
  } else if (form == 8) {
    put(w, "(if ");
    write_condition(w, 0);
    put(w, " then ");
    write_day(w, 0);
    put(w, " else ");
    write_day(w, 0);
    put(w, ")");
  } else if (form == 9) {
    put(w, chance(w, 50) ? "max(" : "min(");
    write_day(w, 0);
    put(w, ", ");
    write_day(w, 0);
    put(w, ")");
  } else {
    write_day_constant(w, f);
  }
}

/* ---- tests of one or two facts ---- */

static void test_numbers(const writer *w, const random_fact *f, int depth) {
  write_number(w, f->kind, depth);
  put(w, comparison(w));
  if (chance(w, 45))
    write_bound(w, f);
  else
    write_number(w, f->kind, depth);
}

static void test_days(const writer *w, const random_fact *f, int depth) {
  if (chance(w, 15) && f->hi > f->lo) {
    put(w, f->name);
    put(w, " in {");
    write_day_constant(w, f);
    put(w, ", ");
    write_day_constant(w, f);
    put(w, "}");
    return;
  }
  write_day(w, depth);
  if (chance(w, 20)) {
    put(w, " - ");
    write_day(w, 0);
    zc_buffer_printf(w->out, "%s%u days", comparison(w), below(w, 40));
    return;
  }
  put(w, comparison(w));
  if (chance(w, 50))
    write_day_constant(w, f);
  else
    write_day(w, depth);
}

static void write_word(const writer *w, const random_fact *f) {
  zc_buffer_printf(w->out, "%c%u", f->kind == RANDOM_WORDS ? 'w' : 'c',
                   below(w, (uint32_t)f->hi + 1));
}

static void test_words(const writer *w, const random_fact *f) {
  const random_fact *other = pick(w, f->kind, f);
  uint32_t form = below(w, 6);
  if (form == 0) {
    zc_buffer_printf(w->out, "%s in {", f->name);
    write_word(w, f);
    put(w, ", ");
    write_word(w, f);
    put(w, "}");
    return;
  }
  if (form == 1 && f->kind == RANDOM_WORDS)
    zc_buffer_printf(w->out, "max(%s, %s)", f->name, other->name);
  else if (form == 2) {
    put(w, "(if ");
    write_condition(w, 0);
    zc_buffer_printf(w->out, " then %s else %s)", f->name, other->name);
  } else
    put(w, f->name);
  put(w, f->kind == RANDOM_WORDS ? comparison(w) : chance(w, 50) ? " == " : " != ");
  if (form == 3 && other != f)
    put(w, other->name);
  else
    write_word(w, f);
}

static void test_place(const writer *w, const random_fact *f) {
  const random_fact *other = pick(w, f->kind, f);
  if (other != f && chance(w, 40)) {
    zc_buffer_printf(w->out, "same_prefecture(%s, %s)", f->name, other->name);
    return;
  }
  put(w, f->name);
  if (chance(w, 30)) {
    put(w, chance(w, 50) ? " == " : " != ");
    write_code(w);
    return;
  }
  put(w, " under {");
  write_code(w);
  put(w, ", ");
  write_code(w);
  put(w, "}");
}

/* A parameter that may have no value. Its range must not decide, as it would in `0 > unset`: the
 * diagrams of open facts know no range of what is never known. */
static void test_unset(const writer *w, const random_fact *f) {
  static const char *const signs[] = {" >= ", " < ", " == ", " != "};
  const char *parameter = chance(w, 50) ? "unset" : "later";
  if (chance(w, 30))
    zc_buffer_printf(w->out, "known(%s) and ", parameter);
  zc_buffer_printf(w->out, "%s%s%s", f->name, signs[below(w, 4)], parameter);
}

/* Whether something is known or given. */
static void test_known(const writer *w, const random_fact *f) {
  static const char *const parameters[] = {"known(unset)", "known(later)"};
  if (chance(w, 30) && !is_order(w))
    put(w, parameters[below(w, 2)]);
  else
    zc_buffer_printf(w->out, chance(w, 50) ? "known(%s)" : "given(%s)", f->name);
}

/* a > b and c > d and b > c: every fact of the kind above the next, in any order. */
static int test_chain(const writer *w, random_kind kind) {
  const random_fact *facts[RANDOM_FACTS];
  uint32_t links[RANDOM_FACTS], count = 0;
  for (uint32_t i = 0; i < w->g->fact_count; i++)
    if (w->g->facts[i].kind == kind)
      facts[count++] = &w->g->facts[i];
  if (count < 3 || kind == RANDOM_COLOUR || kind == RANDOM_PLACE || kind == RANDOM_BOOL)
    return 0;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t j = below(w, i + 1);
    const random_fact *f = facts[i];
    facts[i] = facts[j];
    facts[j] = f;
  }
  for (uint32_t i = 0; i + 1 < count; i++) {
    uint32_t j = below(w, i + 1);
    links[i] = links[j];
    links[j] = i;
  }
  for (uint32_t i = 0; i + 1 < count; i++)
    zc_buffer_printf(w->out, "%s%s%s %s %s", i ? " and " : "(", facts[links[i]]->name,
                     w->g->offset && is_order(w) && chance(w, 30) ? " + 1 months" : "",
                     chance(w, 90) ? ">" : ">=", facts[links[i] + 1]->name);
  put(w, ")");
  return 1;
}

static void write_test(const writer *w, int depth) {
  const random_fact *f = &w->g->facts[below(w, w->g->fact_count)];
  if (chance(w, 5) || (f->kind != RANDOM_BOOL && chance(w, 3))) {
    test_known(w, f);
    return;
  }
  if (depth > 0 && f->kind == RANDOM_MONTHS && !is_order(w) && chance(w, 8)) {
    test_unset(w, f);
    return;
  }
  if (depth > 0 && chance(w, is_order(w) ? 40 : 20) && test_chain(w, f->kind))
    return;
  switch (f->kind) {
  case RANDOM_BOOL:
    put(w, chance(w, 90) || is_order(w) ? f->name : "test.flag");
    break;
  case RANDOM_MONTHS:
  case RANDOM_NUMBER:
    test_numbers(w, f, depth > 2 ? 2 : depth);
    break;
  case RANDOM_DAY:
    test_days(w, f, depth > 1 ? 1 : depth);
    break;
  case RANDOM_PLACE:
    test_place(w, f);
    break;
  default:
    test_words(w, f);
  }
}

static void write_joined(const writer *w, int depth, const char *before, const char *between) {
  put(w, before);
  write_condition(w, depth - 1);
  put(w, between);
  write_condition(w, depth - 1);
  put(w, ")");
}

static void write_condition(const writer *w, int depth) {
  uint32_t form = depth > 0 ? below(w, 12) : 11;
  if (form < 4) {
    write_joined(w, depth, "(", " and ");
  } else if (form < 7) {
    write_joined(w, depth, "(", " or ");
  } else if (form == 7) {
    put(w, "(if ");
    write_test(w, 0);
    write_joined(w, depth, " then ", " else ");
  } else if (form == 8) {
    put(w, "(not ");
    write_condition(w, depth - 1);
    put(w, ")");
  } else {
    write_test(w, depth);
  }
}

void random_condition(random_region *g, zc_buffer *out, zc_random *r, int depth) {
  writer w = {g, out, r};
  if (is_order(&w) && depth > 0 && chance(&w, 55) && test_chain(&w, RANDOM_MONTHS))
    return;
  write_condition(&w, depth);
}
