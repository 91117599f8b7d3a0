/* SPDX-License-Identifier: Apache-2.0 */
/*
 * How an answer becomes JSON quickly. All that never changes in a finding is put together once:
 *
 *     head    {"rule":"gx.early",...,"state":"            the state follows
 *     items   ","cites":[...],...,"facts":[{"name":"a","value":      a value follows, then perhaps
 *             ,"needs":">= 48"},{"name":"b","value":                 a need that is computed
 *     tail    ,"needs":null}],"parameters":[{"name":"c",...}]}
 *
 * so an answer is a copy of pieces with values between them. A sentence with values in it, and
 * parameters that depend on the person, are cut there in the same way. A route has one such list
 * for each of its lines and one for none. All pieces lie in one pool with ZC_PIECE_STEP spare bytes
 * behind it, so that they are copied in whole steps of that size.
 */
#ifndef ZC_REPORT_JSON_WRITER_H
#define ZC_REPORT_JSON_WRITER_H

#include "report/report.h"

#define ZC_PIECE_STEP 96u
#define ZC_WORD_STEP  32u /* for values: most of them are short */

typedef struct zc_piece {
  uint32_t offset, length;
} zc_piece;

typedef struct zc_json_item {
  zc_piece before; /* up to the value */
  uint32_t fact;
  zc_node_id node;     /* of the value that rules read */
  uint32_t words;      /* the value v, if it is below word_count, is writer->words[words + v] */
  uint32_t word_count; /* 0: of another type */
  const zc_mention *computed; /* a need whose value depends on the facts: written behind the value
                                 together with its key; NULL: the need stands in the next piece */
} zc_json_item;

/* A place that not every answer cites: the cite with a comma before it. */
typedef struct zc_json_cite_piece {
  const zc_cite *cite;
  zc_piece piece;
} zc_json_cite_piece;

/* A value in a sentence. */
typedef struct zc_json_blank {
  zc_piece before, name; /* name: what stands there where the value is not known */
  const zc_blank *blank;
  zc_lang lang;
} zc_json_blank;

/* A parameter whose setting depends on the day and the facts. */
typedef struct zc_json_use {
  zc_piece before;
  zc_piece *settings; /* by setting of the parameter, then: no value */
  const zc_parameter_use *use;
} zc_json_use;

typedef struct zc_json_list {
  zc_piece opening; /* up to the first such cite; only where there are any */
  zc_json_cite_piece *cites;
  uint32_t cite_count;
  uint32_t blank_count;
  zc_json_blank *blanks; /* behind the cites */
  zc_json_item *items;
  uint32_t count;
  uint32_t use_count;
  zc_json_use *uses; /* behind the items */
  zc_piece tail;
  uint32_t size; /* most bytes that this list can take, values of text facts apart */
} zc_json_list;

typedef struct zc_json_rule {
  zc_piece head;
  zc_piece outcome;    /* route: verdict, mode and route where an answer names this one */
  zc_json_list *lists; /* [0]: without a line; [i + 1]: with line i */
} zc_json_rule;

/* The first entries of writer->words: null, false, true, then the numbers 0, 1, ... which are most
 * of the numbers that answers have, then the words of all enums with quotes. */
enum { ZC_WORD_NULL = 0, ZC_WORD_FALSE, ZC_WORD_TRUE, ZC_WORD_NUMBERS, ZC_NUMBER_COUNT = 400 };

struct zc_json_writer {
  const zc_region *region;
  zc_json_rule *rules, *conversions, *units;
  zc_json_list *effects; /* the value of each shown fact stands in the data */
  zc_json_item *facts;   /* by fact: "education": and its value; no need */
  zc_piece *documents;   /* by index of region->documents: the id with quotes */
  zc_piece *words;
  uint32_t *first_word; /* by enum: index into words */
  zc_piece states[ZC_NOT_APPLICABLE + 1];
  zc_piece opening[ZC_Q_CALENDAR];                /* by question, up to the edition */
  zc_piece outcomes[ZC_UNDETERMINED_VERDICT + 1]; /* by verdict; of an eligible one without route */
  zc_piece results[ZC_RESULT_COUNT];
  zc_piece grassroots[3]; /* null, false, true */
  zc_piece closing;
  size_t most[ZC_Q_CALENDAR]; /* by question: most bytes of an answer, values of text facts and the
                                 engine's own findings apart */
  uint32_t longest_word;
  char *pool;
  zc_arena arena;
};

/* The start of a finding up to the state. */
void zc_json_rule_head(zc_buffer *b, const zc_compiled_rule *rule);
/* From the state up to its cites. */
void zc_json_rule_cites(zc_buffer *b);

#endif
