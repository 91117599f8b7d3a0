/* SPDX-License-Identifier: Apache-2.0 */
/* Conditions in Chinese, through the labels of facts, words and parameters. */
#ifndef ZC_BOOK_PROSE_H
#define ZC_BOOK_PROSE_H

#include "book/page.h"
#include "engine/region.h"

/* A writer of one region's conditions. About 60 kilobytes; used for one text after the other. */
typedef struct zc_prose zc_prose;
zc_prose *zc_prose_new(const zc_region *region, zc_page *page); /* NULL: out of memory */
void zc_prose_free(zc_prose *prose);

/* A condition: one sentence without its stop, or a list of what must hold together. It was compiled
 * with the region before. */
void zc_prose_condition(zc_prose *prose, const char *text);
/* Of the condition that a parameter has a value, "known(...)": 1 where it has one on every day and
 * everywhere, 0 where it has none, -1 where that depends, and for any other condition. */
int zc_prose_settled(zc_prose *prose, const char *text);
/* An expression of months: "48个月（4年）", or the parameter that says how many. */
void zc_prose_months(zc_prose *prose, const char *text);
/* The value of an expression of a fact's type. */
void zc_prose_value(zc_prose *prose, const char *text, uint32_t fact);

/* A value of a fact as a case gives it: "township" -> "乡镇". */
void zc_prose_given(zc_page *page, const zc_vocabulary *v, uint32_t fact, const char *text);
/* A word of a shared list: track, level, ... by one of its facts; text that is none stays. */
void zc_prose_word(zc_page *page, const zc_vocabulary *v, uint32_t fact, const char *word,
                   size_t length);
/* 48 -> "48个月（4年）". */
void zc_prose_amount(zc_page *page, zc_unit unit, int64_t value);
/* "大化瑶族自治县（451229）" of the 12 digits. */
void zc_prose_division(zc_page *page, const zc_vocabulary *v, int64_t lo, int64_t hi);

#endif
