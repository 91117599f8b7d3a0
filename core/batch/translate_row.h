/* SPDX-License-Identifier: Apache-2.0 */
/* One row of a chunk that is translated. */
#ifndef ZC_BATCH_TRANSLATE_ROW_H
#define ZC_BATCH_TRANSLATE_ROW_H

#include "batch/office.h"
#include "batch/translate.h"

/* What a cell was read as, with its text in the fact's own words. */
enum { ZC_WORD_ROOM = 28 };
typedef struct zc_read_cell {
  zc_value_fault fault;
  zc_slot slot;
  uint64_t series; /* as in zc_office_value */
  const zc_former_division *former;
  uint8_t settles_series, is_targeted;
  uint8_t length; /* of `text` */
  char text[ZC_WORD_ROOM];
} zc_read_cell;

/* Cells that were read before, by field and text. */
enum { ZC_REMEMBERED = 4096, ZC_REMEMBERED_TEXT = 48 };
typedef struct zc_remembered {
  uint32_t field; /* 1 + the field; 0: none */
  uint32_t length;
  char text[ZC_REMEMBERED_TEXT];
  zc_read_cell cell;
} zc_remembered;

struct zc_translator {
  const zc_batch *batch;
  const zc_batch_office *office;
  zc_read_cell *values; /* by field, extras behind them */
  zc_remembered *memory;
  zc_buffer room;      /* a field without its quotes */
  zc_diagnostics diag; /* of one row */
};

/* A field of job->raw without its quotes and the blanks around it; it lives until the next call. */
zc_plain zc_translate_field(zc_translator *t, const zc_batch_job *job, uint32_t row,
                            uint32_t field);
uint32_t zc_translate_field_count(const zc_batch_job *job, uint32_t row);

/* Puts a row that has all its fields into job->translated, without a line's end. ZC_BAD_INPUT:
 * nothing was put, t->diag says why. */
zc_status zc_translate_one(zc_translator *t, zc_batch_job *job, uint32_t row);

#endif
