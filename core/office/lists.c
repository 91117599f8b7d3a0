/* SPDX-License-Identifier: Apache-2.0 */
#include "office/lists.h"

enum {
#define ZC_SOURCE(key, number, title) SOURCE_##key,
#include "office/sources.def"
#undef ZC_SOURCE
  SOURCES
};

const zc_list_source zc_list_sources[] = {
#define ZC_SOURCE(key, number, title) {number, title},
#include "office/sources.def"
#undef ZC_SOURCE
};
const uint32_t zc_list_source_count = SOURCES;

const zc_column_alias zc_column_aliases[] = {
#define ZC_COLUMN_ALIAS(heading, fact, source) {heading, ZC_F_##fact, SOURCE_##source},
#include "office/column_aliases.def"
#undef ZC_COLUMN_ALIAS
};
const uint32_t zc_column_alias_count = sizeof zc_column_aliases / sizeof *zc_column_aliases;

#define ONE_SERIES(series) (UINT64_C(1) << ZC_W_series_##series)

const zc_word_alias zc_word_aliases[] = {
#define ZC_WORD_ALIAS(written, list, word, source)                                                 \
  {written, #list, ZC_W_##list##_##word, 0, SOURCE_##source},
#define ZC_SERIES_WORD_ALIAS(written, list, word, series, source)                                  \
  {written, #list, ZC_W_##list##_##word, ONE_SERIES(series), SOURCE_##source},
#include "office/word_aliases.def"
#undef ZC_WORD_ALIAS
#undef ZC_SERIES_WORD_ALIAS
};
const uint32_t zc_word_alias_count = sizeof zc_word_aliases / sizeof *zc_word_aliases;

const zc_title_name zc_title_names[] = {
#define TITLE(name, level, series, source, is_former)                                              \
  {name, ZC_W_level_##level, ZC_W_series_##series, SOURCE_##source, is_former},
#define ZC_TITLE(name, level, series, source) TITLE(name, level, series, source, 0)
#include "office/title_names.def"
#undef ZC_TITLE
#define ZC_TITLE(name, level, series, source) TITLE(name, level, series, source, 1)
#include "office/title_names_former.def"
#undef ZC_TITLE
};
const uint32_t zc_title_name_count = sizeof zc_title_names / sizeof *zc_title_names;

const zc_short_division zc_short_divisions[] = {
#define ZC_SHORT_DIVISION(name, code) {name, code},
#include "office/short_divisions.def"
#undef ZC_SHORT_DIVISION
};
const uint32_t zc_short_division_count = sizeof zc_short_divisions / sizeof *zc_short_divisions;
