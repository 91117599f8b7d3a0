/* SPDX-License-Identifier: Apache-2.0 */
/* The list of mutants: what all of them share. The rows are gone through in mutant_rows.c. */
#include "testing/mutant_rows.h"

#include "base/memory.h"
#include "language/outline.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *zc_mutation_printf(zc_mutation *m, const char *format, ...) {
  va_list list;
  va_start(list, format);
  int length = vsnprintf(NULL, 0, format, list);
  va_end(list);
  char *text = length >= 0 ? zc_arena_alloc(&m->mutants->arena, (size_t)length + 1) : NULL;
  if (!text) {
    m->mutants->failed = 1;
    return NULL;
  }
  va_start(list, format);
  vsnprintf(text, (size_t)length + 1, format, list);
  va_end(list);
  return text;
}

/* How many mutants of the row are named so already. */
static uint32_t count_named(const zc_mutants *list, const char *rule, const char *id) {
  size_t length = strlen(id);
  uint32_t count = 0;
  for (uint32_t i = list->count; i-- > 0 && strcmp(list->list[i].rule, rule) == 0;) {
    const char *other = list->list[i].id;
    count += strncmp(other, id, length) == 0 && (other[length] == '\0' || other[length] == '/');
  }
  return count;
}

static zc_mutant *add(zc_mutation *m, const char *field, const char *from, const char *to) {
  zc_mutants *list = m->mutants;
  const char *id = zc_mutation_printf(m, "%s: %s -> %s", field, from, to);
  uint32_t same = id ? count_named(list, m->row.rule, id) : 0;
  if (same > 0)
    id = zc_mutation_printf(m, "%s/%u", id, same + 1);
  if (!id)
    return NULL;
  if (list->count == list->capacity) {
    uint32_t capacity = list->capacity == 0 ? 256 : list->capacity * 2;
    zc_mutant *grown = zc_realloc(list->list, capacity * sizeof *grown);
    if (!grown) {
      list->failed = 1;
      return NULL;
    }
    list->list = grown;
    list->capacity = capacity;
  }
  zc_mutant *mutant = &list->list[list->count++];
  *mutant = (zc_mutant){.rule = m->row.rule, .id = id, .at = m->row.at, .calendar = m->calendar};
  return mutant;
}

void zc_mutation_text(zc_mutation *m, const char *field, const char **target, const char *from,
                      const char *to, const char *text) {
  zc_mutant *mutant = add(m, field, from, to);
  if (mutant) {
    mutant->form = ZC_MUTANT_TEXT;
    mutant->target = (void *)target;
    mutant->text = text;
  }
}

void zc_mutation_number(zc_mutation *m, const char *field, void *target, int64_t value,
                        const char *from, const char *to) {
  zc_mutant *mutant = add(m, field, from, to);
  if (mutant) {
    mutant->form = ZC_MUTANT_NUMBER;
    mutant->target = target;
    mutant->value = value;
  }
}

void zc_mutation_value(zc_mutation *m, const char *field, int64_t *target, int64_t value,
                       const char *from, const char *to) {
  zc_mutant *mutant = add(m, field, from, to);
  if (mutant) {
    mutant->form = ZC_MUTANT_VALUE;
    mutant->target = target;
    mutant->value = value;
  }
}

void zc_mutant_swap(zc_mutant *mutant) {
  if (mutant->form == ZC_MUTANT_TEXT) {
    const char **target = (const char **)mutant->target;
    const char *was = *target;
    *target = mutant->text;
    mutant->text = was;
  } else if (mutant->form == ZC_MUTANT_NUMBER) {
    int32_t was = *(int32_t *)mutant->target;
    *(int32_t *)mutant->target = (int32_t)mutant->value;
    mutant->value = was;
  } else {
    int64_t was = *(int64_t *)mutant->target;
    *(int64_t *)mutant->target = mutant->value;
    mutant->value = was;
  }
}

int zc_mutants_list(zc_mutants *mutants, zc_region *region, const char *rule) {
  zc_mutation m = {.mutants = mutants, .region = region, .only = rule};
  m.names = zc_region_names(region);
  m.outline = zc_arena_alloc(&mutants->arena, sizeof *m.outline);
  if (!m.outline) {
    mutants->failed = 1;
    return 0;
  }
  zc_mutation_rows(&m);
  return !mutants->failed;
}

void zc_mutants_free(zc_mutants *mutants) {
  zc_free(mutants->list);
  zc_arena_free(&mutants->arena);
}
