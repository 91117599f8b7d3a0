/* SPDX-License-Identifier: Apache-2.0 */
/* A batch as a whole: a file of people in, their answers out. Messages name the options as the
 * command line does: --out is `out`. */
#ifndef ZC_BATCH_FILE_H
#define ZC_BATCH_FILE_H

#include "facts/partial_date.h"
#include "host/host.h"
#include "zhicheng/zhicheng.h"

typedef struct zc_batch_file zc_batch_file;

/* Precisions as flags of zc_query and zc_batch_options, and back. */
static inline uint32_t zc_precision_flag(zc_month_precision precision) {
  return precision == ZC_PRECISION_FIRST  ? ZC_MONTHS_FIRST
         : precision == ZC_PRECISION_LAST ? ZC_MONTHS_LAST
                                          : 0;
}
static inline zc_month_precision zc_precision_of(uint32_t flags) {
  return flags & ZC_MONTHS_FIRST  ? ZC_PRECISION_FIRST
         : flags & ZC_MONTHS_LAST ? ZC_PRECISION_LAST
                                  : ZC_PRECISION_NONE;
}

typedef enum zc_file_form {
  ZC_FORM_CSV,
  ZC_FORM_NDJSON,
  ZC_FORM_SQLITE,
  ZC_FORM_XLSX
} zc_file_form;
/* What the name of an output says; another ending is reported. */
zc_status zc_batch_form(const char *out, zc_file_form *form, zc_diagnostics *diag);

/* Without `out` there will be no answers. Opens the input and looks at the options and at the
 * columns. Every error is reported. `*file` is to be closed in any case. Options and `diag` live
 * until then. */
zc_status zc_batch_open(zc_batch_file **file, const zc_batch_options *options, zc_lang lang,
                        zc_diagnostics *diag);
/* Answers all rows. `only` is the region of all rows, with its digest; where the rows name theirs
 * it is NULL, and the regions are those of the host, with theirs. The output is there whole or
 * stays as it was. */
zc_status zc_batch_answer(zc_batch_file *file, const zc_host *host, const zc_region *only);
/* Instead of answers: what would be made of the file, as JSON or text, and its columns as a map
 * (each to a buffer, or NULL). `only` and `host` as above. */
zc_status zc_batch_survey(zc_batch_file *file, const zc_host *host, const zc_region *only, int json,
                          zc_buffer *survey, zc_buffer *map);
/* After zc_batch_answer: the counts, and the same with the rules behind them for people. */
zc_batch_counts zc_batch_counted(const zc_batch_file *file);
void zc_batch_summary(zc_buffer *out, const zc_batch_file *file);
void zc_batch_close(zc_batch_file *file);

#endif
