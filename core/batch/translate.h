/* SPDX-License-Identifier: Apache-2.0 */
/* A chunk of an office's rows in the facts' own words, a row for a row: what the readers of columns
 * then take. Rows that are none, and all behind the end of the data, are passed over; a row with a
 * value that fits nothing keeps its reason. */
#ifndef ZC_BATCH_TRANSLATE_H
#define ZC_BATCH_TRANSLATE_H

#include "batch/batch.h"

typedef struct zc_translator zc_translator;

/* A thread's own. NULL: out of memory. */
zc_translator *zc_translator_new(const zc_batch *batch);
void zc_translator_free(zc_translator *translator);

/* Makes job->fields those of the translated text; job->raw are those of the file. ZC_OK or
 * ZC_NO_RESOURCE. */
zc_status zc_translate(zc_translator *translator, zc_batch_job *job);

/* Splits the chunk and marks the rows that are none or stand behind the end, and nothing else:
 * job->raw, job->row_faults. */
zc_status zc_translate_rows(zc_translator *translator, zc_batch_job *job);

/* Whether a row of a file in the facts' own words may be one that is none, or end the data. */
int zc_translate_is_odd(const zc_batch *batch, const zc_batch_job *job, uint32_t row);

#endif
