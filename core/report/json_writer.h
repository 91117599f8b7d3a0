/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How an answer becomes JSON quickly. All that never changes in a finding is put together once:
 *
 *     head    {"rule":"gx.early",...,"state":"            the state follows
 *     items   ","cites":[...],...,"facts":[{"name":"a","value":      a value follows, then perhaps
 *             ,"needs":">= 48"},{"name":"b","value":                 a need that is computed
 *     tail    ,"needs":null}]}
 *
 * so an answer is a copy of pieces with values between them. A route has one such list for each of
 * its lines and one for none. All pieces lie in one pool with ZC_PIECE_STEP spare bytes behind it,
 * so that short ones are copied in one step of that size.
 */
#ifndef ZC_REPORT_JSON_WRITER_H
#define ZC_REPORT_JSON_WRITER_H

#include "report/report.h"

#define ZC_PIECE_STEP 64u

typedef struct zc_piece {
  uint32_t offset, length;
} zc_piece;

typedef struct zc_json_item {
  zc_piece before; /* up to the value */
  uint32_t fact;
  zc_type type;
  const zc_mention *computed; /* a need whose value depends on the facts: written behind the value
                                 together with its key; NULL: the need stands in the next piece */
} zc_json_item;

typedef struct zc_json_list {
  zc_json_item *items;
  uint32_t count;
  zc_piece tail;
  uint32_t size; /* most bytes that this list can take, values of text and region facts apart */
} zc_json_list;

typedef struct zc_json_rule {
  zc_piece head;
  zc_json_list *lists; /* [0]: without a line; [i + 1]: with line i */
} zc_json_rule;

struct zc_json_writer {
  const zc_region *region;
  zc_json_rule *rules, *conversions, *units;
  zc_json_list *effects; /* the value of each shown fact stands in the data */
  zc_piece *names;       /* by fact: "education" with quotes */
  zc_piece *words;       /* of all enums, one after the other, with quotes */
  uint32_t *first_word;  /* by enum: index into words */
  zc_piece states[ZC_NOT_APPLICABLE + 1];
  zc_piece opening[ZC_Q_CALENDAR]; /* by question, up to the edition */
  zc_piece closing;
  uint32_t longest_word;
  char *pool;
  zc_arena arena;
};

/* The start of a finding up to the state, and from the state up to its facts. */
void zc_json_rule_head(zc_buffer *b, const zc_compiled_rule *rule);
void zc_json_rule_body(zc_buffer *b, const zc_compiled_rule *rule);

#endif
