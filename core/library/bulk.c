/* SPDX-License-Identifier: Apache-2.0 */
/* `assess` prepared for columns of facts. */
#include "library/library.h"

#include "facts/reader.h"

#include <string.h>

_Static_assert(ZC_BULK_ROWS == ZC_BLOCK_ROWS && ZC_BULK_WORDS == ZC_BLOCK_WORDS &&
                   ZC_BULK_NO_ROUTE == ZC_NO_ROUTE && ZC_BULK_STATES == ZC_NOT_APPLICABLE + 1,
               "zhicheng.h says what the column engine does");

/* ---- making ---- */

static zc_status take_fact(zc_bulk *bulk, const char *name, uint8_t *given, zc_diagnostics *diag) {
  const zc_vocabulary *v = &bulk->region->vocabulary;
  int32_t fact = name ? zc_fact_find(v, name, strlen(name)) : -1;
  if (fact < 0) {
    name = name ? name : "";
    return zc_report_unknown_fact(diag, NULL, v, name, strlen(name));
  }
  if (given[fact]) {
    return zc_report(diag, ZC_BAD_INPUT, NULL, "事实 %s 有两列；每个事实只可有一列",
                     "there are two columns of the fact %s; give each fact once", name);
  }
  if (v->facts[fact].type == ZC_STRING) {
    return zc_report(diag, ZC_BAD_INPUT, NULL, "事实 %s 是文字，不能成列；请去掉这一列",
                     "the fact %s is text, which no rule compares; leave its column out", name);
  }
  given[fact] = 1;
  bulk->facts[bulk->count++] = (uint32_t)fact;
  return ZC_OK;
}

/* `given` by fact of the region. */
static zc_status take_facts(zc_bulk *bulk, const char *const *facts, uint32_t count, uint8_t *given,
                            zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  bulk->facts = zc_calloc((size_t)count + 1, sizeof *bulk->facts);
  if (!bulk->facts)
    return zc_report_memory(diag);
  for (uint32_t i = 0; i < count; i++) {
    zc_status fact = take_fact(bulk, facts[i], given, diag);
    status = fact > status ? fact : status;
  }
  return status;
}

static zc_status build(zc_bulk *bulk, const char *const *facts, uint32_t count,
                       zc_diagnostics *diag) {
  uint8_t *given = zc_calloc(bulk->region->vocabulary.fact_count, 1);
  if (!given)
    return zc_report_memory(diag);
  zc_status status = take_facts(bulk, facts, count, given, diag);
  if (status == ZC_OK) {
    bulk->engine =
        zc_column_engine_new(bulk->region, given, bulk->as_of, bulk->strict, ZC_BEST_PATH);
    status = bulk->engine ? ZC_OK : zc_report_memory(diag);
    if (bulk->engine)
      zc_column_engine_take(bulk->engine, bulk->precision);
  }
  zc_free(given);
  return status;
}

static zc_status make(zc_bulk *bulk, const char *region, const char *day, uint32_t flags,
                      zc_diagnostics *diag) {
  uint32_t index = 0;
  zc_status status = zc_regions_require(bulk->regions, region, &index, diag);
  zc_status as_of = zc_given_day_read(&bulk->as_of, day, NULL, diag);
  status = as_of > status ? as_of : status;
  zc_status strict = zc_library_flags(flags, diag);
  status = strict > status ? strict : status;
  if (status == ZC_OK) {
    bulk->region = bulk->regions->host.plugins[index].region;
    bulk->strict = (flags & ZC_STRICT) != 0;
    bulk->precision = zc_library_precision(bulk->regions, flags);
  }
  return status;
}

zc_status zc_bulk_new(const zc_regions *regions, const char *region, const char *day,
                      const char *const *facts, uint32_t count, uint32_t flags, zc_bulk **bulk,
                      char **trouble) {
  zc_diagnostics diag = {.lang = regions->lang};
  zc_bulk *b = zc_calloc(1, sizeof *b);
  zc_status status = ZC_NO_RESOURCE;
  *bulk = NULL;
  if (b) {
    b->regions = regions;
    status = make(b, region, day, flags, &diag);
    status = status == ZC_OK ? build(b, facts, count, &diag) : status;
  } else {
    zc_report_memory(&diag);
  }
  zc_library_trouble(trouble, &diag);
  zc_diagnostics_free(&diag);
  if (status == ZC_OK)
    *bulk = b;
  else
    zc_bulk_free(b);
  return status;
}

void zc_bulk_free(zc_bulk *bulk) {
  if (!bulk)
    return;
  zc_column_engine_free(bulk->engine);
  zc_free(bulk->facts);
  zc_free(bulk);
}

/* ---- names and values ---- */

uint32_t zc_bulk_rule_count(const zc_bulk *bulk) {
  return bulk->region->rule_count;
}

const char *zc_bulk_rule(const zc_bulk *bulk, uint32_t rule) {
  return rule < bulk->region->rule_count ? bulk->region->rules[rule].id : NULL;
}

uint32_t zc_bulk_fact_count(const zc_bulk *bulk) {
  return bulk->region->vocabulary.fact_count;
}

const char *zc_bulk_fact(const zc_bulk *bulk, uint32_t fact) {
  const zc_vocabulary *v = &bulk->region->vocabulary;
  return fact < v->fact_count ? v->facts[fact].name : NULL;
}

const char *zc_bulk_mode(const zc_bulk *bulk, uint32_t route) {
  return route < bulk->region->rule_count ? zc_mode_word(bulk->region->rules[route].mode) : NULL;
}

static zc_status read_value(const zc_bulk *bulk, uint32_t column, const char *text, zc_slot *slot,
                            zc_diagnostics *diag) {
  const zc_vocabulary *v = &bulk->region->vocabulary;
  if (column >= bulk->count) {
    return zc_report(diag, ZC_BAD_INPUT, NULL, "没有第 %u 列；共有 %u 列，从 0 数起",
                     "there is no column %u; there are %u, counted from 0", column, bulk->count);
  }
  size_t length = text ? strlen(text) : 0;
  zc_fault fault =
      length > 0 ? zc_read_text(v, bulk->facts[column], text, length, slot) : ZC_FAULT_EMPTY;
  return fault == ZC_FINE ? ZC_OK
                          : zc_report_fault(diag, NULL, v, bulk->facts[column], fault,
                                            length > 0 ? text : "", length);
}

zc_status zc_bulk_value(const zc_bulk *bulk, uint32_t column, const char *text, int64_t *value,
                        int64_t *highest, char **trouble) {
  zc_diagnostics diag = {.lang = bulk->regions->lang};
  zc_slot slot = {0, 0};
  zc_status status = read_value(bulk, column, text, &slot, &diag);
  zc_library_trouble(trouble, &diag);
  zc_diagnostics_free(&diag);
  if (status != ZC_OK)
    return status;
  *value = slot.lo;
  if (highest)
    *highest = slot.hi;
  return ZC_OK;
}
