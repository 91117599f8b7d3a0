/* SPDX-License-Identifier: Apache-2.0 */
/* Diagnostics: what is wrong, where, and what to do, for a person. One status tells the program. */
#ifndef ZC_BASE_DIAGNOSTICS_H
#define ZC_BASE_DIAGNOSTICS_H

#include "base/buffer.h"
#include "zhicheng/outcome.h"
#include <stdint.h>

typedef enum zc_severity { ZC_ERROR = 0, ZC_WARNING = 1 } zc_severity;

/* Where something stands. Fields that are NULL or 0 are not shown. Shown as
 * "file:line:column: error: ..." or, for JSON, "file: at /pointer: error: ...". */
typedef struct zc_where {
  const char *file;
  uint32_t line, column; /* from 1; column counts characters, not bytes */
  const char *pointer;   /* JSON pointer: "/education" */
} zc_where;

/* A list of messages, in one language. A zeroed struct is an empty English list. */
typedef struct zc_diagnostics {
  zc_lang lang;
  uint32_t errors, warnings;
  zc_buffer text;         /* all messages, a line or more each */
  zc_status worst;        /* the highest status reported */
  int lost;               /* a message could not be kept for want of memory */
  uint32_t part;          /* what the work in hand is about, in numbers of its own; 0: not said */
  uint32_t wanted;        /* not 0: only messages of this part are kept, though all of them count */
  uint32_t wanted_errors; /* of that part */
} zc_diagnostics;

/* Adds one message and returns `status`. Both formats take the same arguments in the same order.
 * `status` ZC_OK makes it a warning. `list` may be NULL: nothing is kept, the status is returned.
 */
zc_status zc_report(zc_diagnostics *list, zc_status status, const zc_where *where, const char *zh,
                    const char *en, ...)
    __attribute__((format(printf, 4, 6), format(printf, 5, 6)));

/* The same for "out of memory". */
zc_status zc_report_memory(zc_diagnostics *list);

/* Messages that another process reported, with what is counted of them there. */
typedef struct zc_heard {
  uint32_t errors, warnings, part;
  zc_status worst;
  const char *text;
  size_t length;
} zc_heard;
/* Takes them over; `list` may be NULL. */
void zc_diagnostics_hear(zc_diagnostics *list, const zc_heard *heard);

/* All messages for showing, terminated; never NULL. Ends with "out of memory" where one was lost.
 * Lives until the next call on `list`. */
const char *zc_diagnostics_text(zc_diagnostics *list);

void zc_diagnostics_free(zc_diagnostics *list);

#endif
