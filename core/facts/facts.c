/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/facts.h"
#include "base/assert.h"
#include "base/memory.h"
#include "facts/reader.h"
#include <string.h>

/* Slots come in two halves: the values, and behind them the ranges to which clearing returns. */
zc_status zc_facts_init(zc_facts *f, const zc_vocabulary *v, zc_diagnostics *diag) {
  uint32_t count = v->fact_count;
  *f = (zc_facts){.vocabulary = v};
  f->slots = zc_calloc(2 * (size_t)count, sizeof *f->slots);
  f->given = zc_calloc(count, sizeof *f->given);
  f->texts = zc_calloc(count, sizeof *f->texts);
  f->origins = zc_calloc(count, sizeof *f->origins);
  if (!f->slots || !f->given || !f->texts || !f->origins) {
    zc_facts_free(f);
    return zc_report_memory(diag);
  }
  for (uint32_t i = 0; i < count; i++)
    f->slots[i] = f->slots[count + i] = (zc_slot){v->facts[i].min, v->facts[i].max};
  return ZC_OK;
}

void zc_facts_clear(zc_facts *f) {
  uint32_t count = f->vocabulary->fact_count;
  memcpy(f->slots, f->slots + count, count * sizeof *f->slots);
  memset(f->given, 0, count);
  memset(f->texts, 0, count * sizeof *f->texts);
  f->open.count = 0;
  zc_arena_clear(&f->arena);
}

void zc_facts_take(zc_facts *f, const zc_facts *from) {
  uint32_t count = f->vocabulary->fact_count;
  ZC_ASSERT(from->vocabulary->fact_count == count);
  memcpy(f->slots, from->slots, count * sizeof *f->slots);
  memcpy(f->given, from->given, count * sizeof *f->given);
  memcpy(f->texts, from->texts, count * sizeof *f->texts);
  memcpy(f->origins, from->origins, count * sizeof *f->origins);
  f->precision = from->precision;
}

zc_status zc_facts_name_days(zc_facts *f, zc_diagnostics *diag) {
  const zc_vocabulary *v = f->vocabulary;
  for (uint32_t i = 0; i < v->fact_count; i++) {
    zc_slot days = f->slots[i];
    if (v->facts[i].type != ZC_DATE || !f->given[i] || days.lo == days.hi || f->texts[i])
      continue;
    char text[23];
    zc_partial_date_format(days, text);
    f->texts[i] = zc_arena_copy(&f->arena, text, strlen(text));
    if (!f->texts[i])
      return zc_report_memory(diag);
  }
  return ZC_OK;
}

void zc_facts_free(zc_facts *f) {
  zc_free(f->slots);
  zc_free(f->given);
  zc_free(f->texts);
  zc_free(f->origins);
  zc_arena_free(&f->arena);
  *f = (zc_facts){0};
}

zc_fault zc_facts_store(zc_facts *f, uint32_t fact, zc_slot slot, const char *text, size_t length,
                        struct zc_origin origin) {
  ZC_ASSERT(fact < f->vocabulary->fact_count);
  ZC_ASSERT(slot.lo >= f->vocabulary->facts[fact].min && slot.lo <= slot.hi);
  zc_type type = f->vocabulary->facts[fact].type;
  int is_partial = type == ZC_DATE && slot.lo < slot.hi;
  f->texts[fact] = NULL;
  if (type == ZC_DIVISION || type == ZC_STRING || type == ZC_REGION || is_partial) {
    f->texts[fact] = zc_arena_copy(&f->arena, text, length);
    if (!f->texts[fact])
      return ZC_FAULT_MEMORY;
  }
  f->slots[fact] = slot;
  f->given[fact] = 1;
  f->origins[fact] = origin;
  return ZC_FINE;
}

zc_status zc_facts_put_text(zc_facts *f, uint32_t fact, const char *text, size_t length,
                            const zc_where *where, zc_diagnostics *diag) {
  zc_slot slot;
  zc_fault fault = length ? zc_read_text(f->vocabulary, fact, text, length, &slot) : ZC_FAULT_EMPTY;
  if (fault == ZC_FINE) {
    struct zc_origin origin = {where ? where->file : NULL, where ? where->line : 0, ZC_MEDIUM_FILE};
    fault = zc_facts_store(f, fact, slot, text, length, origin);
  }
  if (fault == ZC_FINE)
    return ZC_OK;
  return zc_report_fault(diag, where, f->vocabulary, fact, fault, text, length);
}

size_t zc_bom_length(const char *bytes, size_t length) {
  return length >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3) ? 3 : 0;
}

/* Whether what begins here was meant to be JSON: an object, or an array, which is told to be the
 * wrong thing. A section of an INI file begins with a name. */
static int is_json(const char *text, size_t length) {
  size_t at = 1;
  if (text[0] != '[')
    return text[0] == '{';
  while (at < length && memchr(" \t\r\n", text[at], 4))
    at++;
  return at < length && memchr("{[\"", text[at], 3);
}

zc_status zc_facts_read(zc_facts *f, const char *name, const char *bytes, size_t length,
                        zc_diagnostics *diag) {
  size_t at = zc_bom_length(bytes, length);
  while (at < length && memchr(" \t\r\n", bytes[at], 4))
    at++;
  if (at == length) {
    zc_where where = {.file = name};
    return zc_report(diag, ZC_BAD_INPUT, &where,
                     "没有内容；请写一个 JSON 对象（如 {}），或含 [facts] 一节的 INI 文件",
                     "there is nothing in it; write one JSON object, such as {}, or an INI file "
                     "with a section [facts]");
  }
  return is_json(bytes + at, length - at) ? zc_facts_read_json(f, name, bytes, length, diag)
                                          : zc_facts_read_ini(f, name, bytes, length, diag);
}

zc_where zc_facts_where(const zc_facts *f, uint32_t fact, zc_buffer *pointer) {
  const struct zc_origin *origin = &f->origins[fact];
  zc_where where = {.file = origin->file, .line = origin->line};
  if (origin->medium == ZC_MEDIUM_JSON) {
    zc_buffer_putc(pointer, '/');
    zc_buffer_puts(pointer, f->vocabulary->facts[fact].name);
    where.pointer = zc_buffer_text(pointer);
  }
  return where;
}
