/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/shared.h"

#define BOOL                 .type = ZC_BOOL, .enumeration = -1
#define INT(of)              .type = ZC_INT, .unit = (of), .enumeration = -1
#define DATE                 .type = ZC_DATE, .enumeration = -1
#define DIVISION             .type = ZC_DIVISION, .enumeration = -1
#define REGION               .type = ZC_REGION, .enumeration = -1
#define TEXT                 .type = ZC_STRING, .enumeration = -1
#define WORDS_OF(list)       .type = ZC_ENUM, .enumeration = ZC_E_##list
#define ALL_BUT(word)        ~(UINT64_C(1) << (word))
#define LABEL(in_zh, in_en)  .zh = (in_zh), .en = (in_en)
#define MEANING(text)        .meaning = (text)
#define ASSUMED(value)       .assumed = (value)
#define DERIVED(when, value) .derived_when = (when), .derived = (value)
#define READS_GIVEN(fact)    .reads_given = (ZC_F_##fact + 1)
#define REVISED(value)       .revised = (value)
#define TAG(word)            .tag = (word)
#define CHANGEABLE           .changeable = ZC_CHANGEABLE
#define GROWS                .changeable = ZC_GROWS
#define SINCE(minor)         .since = (minor)

/* A person whose current title is of the other kind need not say it twice. */
#define TITLE_OF_OTHER_TRACK                                                                       \
  "not given(other_track_title_level) and not given(other_track_title_date) "                      \
  "and not given(months_since_other_track_title) "                                                 \
  "and (track in {general, green} and current_title_track == targeted "                            \
  "or track == targeted and current_title_track == general)"

const zc_fact zc_shared_facts[ZC_SHARED_FACTS] = {
#define ZC_FACT(name_, ...) [ZC_F_##name_] = {.name = #name_, __VA_ARGS__},
#include "facts/facts.def"
#undef ZC_FACT
};

const zc_text zc_shared_proofs[ZC_SHARED_FACTS] = {
#define ZC_PROOF(fact, in_zh, in_en) [ZC_F_##fact] = {in_zh, in_en},
#include "facts/proofs.def"
#undef ZC_PROOF
};

const zc_word zc_shared_word_rows[] = {
#define ZC_WORDS(list, ordered)
#define ZC_WORD(list, text, zh, en) {#text, zh, en},
#include "facts/words.def"
#undef ZC_WORDS
#undef ZC_WORD
};

/* Places of the first word of each list in the rows above. */
enum {
#define ZC_WORDS(list, ordered)     FIRST_##list, BEFORE_##list = FIRST_##list - 1,
#define ZC_WORD(list, text, zh, en) AT_##list##_##text,
#include "facts/words.def"
#undef ZC_WORDS
#undef ZC_WORD
  ALL_WORDS
};

const zc_shared_words zc_shared_lists[ZC_SHARED_LISTS + 1] = {
#define ZC_WORDS(list, is_ordered) [ZC_E_##list] = {#list, is_ordered, FIRST_##list},
#define ZC_WORD(list, text, zh, en)
#include "facts/words.def"
#undef ZC_WORDS
#undef ZC_WORD
    [ZC_SHARED_LISTS] = {NULL, 0, ALL_WORDS}};

int64_t zc_unit_limit(zc_unit unit) {
  switch (unit) {
  case ZC_MONTH:
    return 1200;
  case ZC_HOUR:
    return 10000;
  case ZC_POINT:
    return 1000;
  default:
    return 1000000000;
  }
}
