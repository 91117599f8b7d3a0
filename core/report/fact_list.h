/* SPDX-License-Identifier: Apache-2.0 */
/* The facts of a vocabulary: names, labels, words, ranges and assumptions. */
#ifndef ZC_REPORT_FACT_LIST_H
#define ZC_REPORT_FACT_LIST_H

#include "base/buffer.h"
#include "facts/vocabulary.h"

void zc_text_fact_list(zc_buffer *out, const zc_vocabulary *v, zc_lang lang);
/* One array; the same in every language. */
void zc_json_fact_list(zc_buffer *out, const zc_vocabulary *v);

#endif
