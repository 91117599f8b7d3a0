/* SPDX-License-Identifier: Apache-2.0 */
/* Values of facts, read from text by the type of the fact. */
#include "base/assert.h"
#include "base/words.h"
#include "facts/division.h"
#include "facts/reader.h"
#include <string.h>

zc_fault zc_read_number(const zc_fact *fact, int64_t value, zc_slot *slot) {
  if (value < fact->min || value > fact->max)
    return ZC_FAULT_RANGE;
  *slot = (zc_slot){value, value};
  return ZC_FINE;
}

static zc_fault read_bool(const char *text, size_t length, zc_slot *slot) {
  int yes = length == 4 && !memcmp(text, "true", 4);
  if (!yes && !(length == 5 && !memcmp(text, "false", 5)))
    return ZC_FAULT_BOOL;
  *slot = (zc_slot){yes, yes};
  return ZC_FINE;
}

static zc_fault read_int(const zc_fact *fact, const char *text, size_t length, zc_slot *slot) {
  static const int64_t most = INT64_MAX / 10 - 1; /* one more digit still fits */
  size_t at = text[0] == '-';
  int64_t value = 0;
  if (at == length)
    return ZC_FAULT_NUMBER;
  for (; at < length; at++) {
    if (text[at] < '0' || text[at] > '9')
      return ZC_FAULT_NUMBER;
    if (value <= most)
      value = value * 10 + (text[at] - '0');
  }
  if (value > most)
    return ZC_FAULT_RANGE;
  return zc_read_number(fact, text[0] == '-' ? -value : value, slot);
}

int zc_fact_is_whole_day(uint32_t fact) {
  return fact == ZC_F_application_date || fact == ZC_F_facts_as_of ||
         fact == ZC_F_review_start_date || fact == ZC_F_review_end_date ||
         fact == ZC_F_meeting_date || fact == ZC_F_approval_date;
}

static zc_fault read_partial_date(uint32_t fact, const char *text, size_t length, zc_slot *slot) {
  zc_slot days;
  int status = zc_partial_date_parse(text, length, &days);
  if (status)
    return status == -1 ? ZC_FAULT_DATE : ZC_FAULT_DAY;
  if (zc_fact_is_whole_day(fact))
    return ZC_FAULT_PARTIAL;
  *slot = days;
  return ZC_FINE;
}

static zc_fault read_date(uint32_t fact, const char *text, size_t length, zc_slot *slot) {
  char date[11];
  zc_day day;
  if (length != 10)
    return read_partial_date(fact, text, length, slot);
  memcpy(date, text, 10);
  date[10] = '\0';
  int status = zc_day_parse(date, &day);
  if (status)
    return status == -1 ? ZC_FAULT_DATE : ZC_FAULT_DAY;
  *slot = (zc_slot){day, day};
  return ZC_FINE;
}

static zc_fault read_word(const zc_vocabulary *v, uint32_t fact, const char *text, size_t length,
                          zc_slot *slot) {
  int32_t word = zc_fact_word(v, fact, text, length);
  if (word < 0)
    return ZC_FAULT_WORD;
  *slot = (zc_slot){word, word};
  return ZC_FINE;
}

static zc_fault read_division(const char *text, size_t length, zc_slot *slot) {
  zc_division division;
  if (zc_division_parse(text, length, &division))
    return ZC_FAULT_DIVISION;
  *slot = (zc_slot){division.lo, division.hi};
  return ZC_FINE;
}

static zc_fault read_region(const zc_vocabulary *v, const char *text, size_t length,
                            zc_slot *slot) {
  char id[32];
  if (length >= sizeof id || memchr(text, 0, length))
    return ZC_FAULT_REGION;
  memcpy(id, text, length);
  id[length] = '\0';
  if (!zc_is_region_id(id))
    return ZC_FAULT_REGION;
  int other = !v->region_id || strcmp(id, v->region_id);
  *slot = (zc_slot){other, other};
  return ZC_FINE;
}

static zc_fault read_string(uint32_t fact, const char *text, size_t length, zc_slot *slot) {
  for (size_t i = 0; i < length; i++)
    if ((unsigned char)text[i] < ' ' || text[i] == 0x7F)
      return ZC_FAULT_TEXT;
  if (zc_utf8_valid(text, length) != length)
    return ZC_FAULT_TEXT;
  if (fact == ZC_F_unit_code || fact == ZC_F_destination_unit_code) {
    char expected;
    int status = zc_credit_code_check(text, length, &expected);
    if (status)
      return status == -1 ? ZC_FAULT_CODE : ZC_FAULT_CODE_CHECK;
  }
  *slot = (zc_slot){1, 1};
  return ZC_FINE;
}

zc_fault zc_read_text(const zc_vocabulary *v, uint32_t fact, const char *text, size_t length,
                      zc_slot *slot) {
  ZC_ASSERT(fact < v->fact_count);
  switch (v->facts[fact].type) {
  case ZC_BOOL:
    return read_bool(text, length, slot);
  case ZC_INT:
    return length ? read_int(&v->facts[fact], text, length, slot) : ZC_FAULT_NUMBER;
  case ZC_DATE:
    return read_date(fact, text, length, slot);
  case ZC_ENUM:
    return read_word(v, fact, text, length, slot);
  case ZC_DIVISION:
    return read_division(text, length, slot);
  case ZC_REGION:
    return read_region(v, text, length, slot);
  default:
    return read_string(fact, text, length, slot);
  }
}
