/* SPDX-License-Identifier: Apache-2.0 */
/* What the readers of facts share: a value is read silently into a slot, and only a value that is
 * wrong is looked at again for its message. */
#ifndef ZC_FACTS_READER_H
#define ZC_FACTS_READER_H

#include "facts/facts.h"

#include <string.h>

/* Whether a column, or a member, of this name holds the ids. */
static inline int zc_is_id_name(const char *name) {
  return strcmp(name, "id") == 0 || strcmp(name, "编号") == 0;
}

typedef enum zc_fault {
  ZC_FINE = 0,
  ZC_FAULT_TYPE,       /* JSON value of another type */
  ZC_FAULT_BOOL,       /* text that is neither true nor false */
  ZC_FAULT_NUMBER,     /* text that is no whole number */
  ZC_FAULT_RANGE,      /* number outside the fact's range */
  ZC_FAULT_WORD,       /* not a word of the fact */
  ZC_FAULT_DATE,       /* not YYYY-MM-DD, YYYY-MM or YYYY */
  ZC_FAULT_DAY,        /* no such day, or outside 1900 to 2199 */
  ZC_FAULT_PARTIAL,    /* a month or a year, of a fact that takes whole days */
  ZC_FAULT_DIVISION,   /* not 6, 9 or 12 digits, or 0 first */
  ZC_FAULT_CODE,       /* not 18 characters of GB 32100 */
  ZC_FAULT_CODE_CHECK, /* the wrong check character */
  ZC_FAULT_REGION,     /* not a region id */
  ZC_FAULT_TEXT,       /* control characters or bytes that are not UTF-8 */
  ZC_FAULT_EMPTY,      /* text without any character */
  ZC_FAULT_MEMORY
} zc_fault;

/* Where a fact was given. */
typedef enum zc_medium { ZC_MEDIUM_FILE = 0, ZC_MEDIUM_JSON } zc_medium;
struct zc_origin {
  const char *file; /* lives as long as the facts */
  uint32_t line;    /* 0: not known */
  zc_medium medium; /* ZC_MEDIUM_JSON: messages show a JSON pointer */
};

/* Where a fact was given. `pointer` gets the JSON pointer that is part of it; the caller frees it.
 */
zc_where zc_facts_where(const zc_facts *f, uint32_t fact, zc_buffer *pointer);

/* Reads a number, or a value written as text, by the type of the fact. `slot` is set where ZC_FINE
 * is returned. */
zc_fault zc_read_number(const zc_fact *fact, int64_t value, zc_slot *slot);
zc_fault zc_read_text(const zc_vocabulary *v, uint32_t fact, const char *text, size_t length,
                      zc_slot *slot);

/* Keeps a value. ZC_FINE or ZC_FAULT_MEMORY. */
zc_fault zc_facts_store(zc_facts *f, uint32_t fact, zc_slot slot, const char *text, size_t length,
                        struct zc_origin origin);

/* Reports why the value `text` (as it stands in the input) was refused, and what to write instead.
 */
zc_status zc_report_fault(zc_diagnostics *diag, const zc_where *where, const zc_vocabulary *v,
                          uint32_t fact, zc_fault fault, const char *text, size_t length);
/* Reports a name that is no fact. */
zc_status zc_report_unknown_fact(zc_diagnostics *diag, const zc_where *where,
                                 const zc_vocabulary *v, const char *name, size_t length);

/* Any bytes made fit to be shown in a message: at most some 60 characters of valid UTF-8 without
 * control characters; "..." stands for what was cut off. */
typedef struct zc_shown_text {
  char text[256];
} zc_shown_text;
zc_shown_text zc_show_text(const char *text, size_t length);

/* Reports every error of a JSON input that was refused, and stores what is right in it. `name`
 * lives as long as the facts. */
zc_status zc_json_explain(zc_facts *f, const char *name, const char *bytes, size_t length,
                          zc_diagnostics *diag);
/* Stores a JSON value, read by the type of the fact; null is not handed over. `file` lives as long
 * as the facts. */
struct json_t;
zc_fault zc_facts_put_json(zc_facts *f, uint32_t fact, const struct json_t *value,
                           const char *file);

/* Length of the byte-order mark at the start of the bytes: 3, or 0 where there is none. */
size_t zc_bom_length(const char *bytes, size_t length);

#endif
