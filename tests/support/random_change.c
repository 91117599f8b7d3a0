/* SPDX-License-Identifier: Apache-2.0 */
/* A condition changed a little, as an author might mistake it, or said in other words. */
#include "support/random_region.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_PLACES = 512 };

static const char *const signs[] = {" >= ", " > ", " <= ", " < ", " == ", " != ", " and ", " or "};
enum { ORDERED = 4, EQUAL = 6, SIGNS = 8 };

/* The sign that stands here; -1: none. */
static int sign_at(const char *text) {
  for (int i = 0; i < SIGNS; i++)
    if (strncmp(text, signs[i], strlen(signs[i])) == 0)
      return i;
  return -1;
}

static const random_fact *fact_at(const random_region *g, const char *text) {
  for (uint32_t i = 0; i < g->fact_count; i++)
    if (strncmp(text, g->facts[i].name, 6) == 0)
      return &g->facts[i];
  return NULL;
}

/* The length of a number with a unit; 0: none stands here. Among ordered facts numbers stay. */
static size_t number_at(const random_region *g, const char *text, const char *start) {
  size_t length = strspn(text, "0123456789");
  int begins = text == start || (text[-1] == ' ' || text[-1] == '(' || text[-1] == '-');
  if (!length || !begins || g->shape == RANDOM_ORDER)
    return 0;
  const char *unit = text + length;
  return strncmp(unit, " months", 7) == 0 || strncmp(unit, " points", 7) == 0 ? length : 0;
}

/* Another sign of its kind. */
static const char *other_sign(int sign, zc_random *r) {
  int first = sign < ORDERED ? 0 : sign < EQUAL ? ORDERED : EQUAL;
  int count = sign < ORDERED ? ORDERED : 2;
  return signs[first + (sign - first + 1 + (int)zc_random_below(r, (uint32_t)count - 1)) % count];
}

/* A fact of the same kind, maybe the same. */
static const random_fact *other_fact(const random_region *g, const random_fact *fact,
                                     zc_random *r) {
  uint32_t i = zc_random_below(r, g->fact_count);
  while (g->facts[i].kind != fact->kind)
    i = (i + 1) % g->fact_count;
  return &g->facts[i];
}

/* Writes the text with what stands at `at` replaced. */
static void replace(random_region *g, zc_buffer *out, const char *text, const char *at,
                    zc_random *r) {
  int sign = sign_at(at);
  size_t number = number_at(g, at, text);
  zc_buffer_add(out, text, (size_t)(at - text));
  if (sign >= 0) {
    zc_buffer_puts(out, other_sign(sign, r));
    at += strlen(signs[sign]);
  } else if (number) {
    int64_t value = strtoll(at, NULL, 10);
    zc_buffer_int(out, value && zc_random_chance(r, 50) ? value - 1 : value + 1);
    at += number;
  } else {
    zc_buffer_puts(out, other_fact(g, fact_at(g, at), r)->name);
    at += 6;
  }
  zc_buffer_puts(out, at);
}

static void say_otherwise(random_region *g, zc_buffer *out, const char *text, zc_random *r) {
  uint32_t form = zc_random_below(r, 4);
  if (form == 0) {
    zc_buffer_printf(out, "(not (not (%s)))", text);
  } else if (form < 3) {
    zc_buffer_printf(out, form == 1 ? "((%s) and ((%s) or " : "((%s) or ((%s) and ", text, text);
    random_condition(g, out, r, 1);
    zc_buffer_puts(out, "))");
  } else {
    zc_buffer_puts(out, "(if ");
    random_condition(g, out, r, 1);
    zc_buffer_printf(out, " then (%s) else (%s))", text, text);
  }
}

void random_change(random_region *g, zc_buffer *out, const char *text, zc_random *r) {
  const char *places[MOST_PLACES];
  uint32_t count = 0;
  for (const char *at = text; *at && count < MOST_PLACES; at++)
    if (sign_at(at) >= 0 || number_at(g, at, text) || fact_at(g, at))
      places[count++] = at;
  if (count == 0 || zc_random_chance(r, 30))
    say_otherwise(g, out, text, r);
  else
    replace(g, out, text, places[zc_random_below(r, count)], r);
}
