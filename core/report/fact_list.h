/* SPDX-License-Identifier: Apache-2.0 */
/* The facts of a vocabulary: names, labels, words, ranges and assumptions. */
#ifndef ZC_REPORT_FACT_LIST_H
#define ZC_REPORT_FACT_LIST_H

#include "base/buffer.h"
#include "facts/vocabulary.h"
#include "host/host.h"

/* Regions and their divisions are those of the plugins that loaded. */
void zc_text_fact_list(zc_buffer *out, const zc_vocabulary *v, const zc_host *host, zc_lang lang);
/* One array; the same in every language. */
void zc_json_fact_list(zc_buffer *out, const zc_vocabulary *v, const zc_host *host);

#endif
