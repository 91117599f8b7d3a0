/* SPDX-License-Identifier: Apache-2.0 */
/* Values in Chinese: amounts with their units, words, divisions. */
#include "book/prose.h"
#include "facts/division.h"

#include <stdlib.h>
#include <string.h>

#define MONTHS_A_YEAR 12

void zc_prose_amount(zc_page *page, zc_unit unit, int64_t value) {
  zc_page_int(page, value);
  zc_page_text(page, zc_unit_label(unit, ZC_LANG_ZH));
  if (unit == ZC_MONTH && value != 0 && value % MONTHS_A_YEAR == 0) {
    zc_page_text(page, "（");
    zc_page_int(page, value / MONTHS_A_YEAR);
    zc_page_text(page, "年）");
  }
}

void zc_prose_division(zc_page *page, const zc_vocabulary *v, int64_t lo, int64_t hi) {
  zc_division division = {lo, hi};
  char code[13];
  zc_division_format(division, code);
  const char *name = zc_division_find(v->data, division).name;
  if (!name) {
    zc_page_text(page, code);
    return;
  }
  zc_page_text(page, name);
  zc_page_text(page, "（");
  zc_page_text(page, code);
  zc_page_text(page, "）");
}

void zc_prose_word(zc_page *page, const zc_vocabulary *v, uint32_t fact, const char *word,
                   size_t length) {
  int32_t list = v->facts[fact].enumeration;
  int32_t found = list >= 0 ? zc_enum_word(&v->enums[list], word, length) : -1;
  if (found >= 0) {
    zc_page_text(page, v->enums[list].words[found].zh);
    return;
  }
  zc_buffer plain = {0};
  zc_buffer_add(&plain, word, length);
  const char *text = zc_buffer_text(&plain);
  page->out->failed |= text == NULL;
  zc_page_text(page, text ? text : "");
  zc_buffer_free(&plain);
}

void zc_prose_given(zc_page *page, const zc_vocabulary *v, uint32_t fact, const char *text) {
  const zc_fact *f = &v->facts[fact];
  zc_division division;
  switch (f->type) {
  case ZC_BOOL:
    zc_page_text(page, strcmp(text, "true") == 0 ? "是" : "否");
    break;
  case ZC_INT:
    zc_prose_amount(page, f->unit, strtoll(text, NULL, 10));
    break;
  case ZC_ENUM:
    zc_prose_word(page, v, fact, text, strlen(text));
    break;
  case ZC_DIVISION:
    if (zc_division_parse(text, strlen(text), &division) == 0) {
      zc_prose_division(page, v, division.lo, division.hi);
      break;
    }
    zc_page_text(page, text);
    break;
  default:
    zc_page_text(page, text);
    break;
  }
}
