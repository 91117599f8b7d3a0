/* SPDX-License-Identifier: Apache-2.0 */
/* What the analysis of a region's rules found, for people and for programs. */
#ifndef ZC_REPORT_ANALYSIS_H
#define ZC_REPORT_ANALYSIS_H

#include "analysis/analyse.h"
#include "base/buffer.h"
#include "base/diagnostics.h"

/* "file:line: rule: what is wrong", then when, an example, why it is accepted; in the end a line
 * that counts. */
void zc_text_analysis(zc_buffer *out, const zc_analysis *analysis, zc_lang lang);
/* One object; the same in every language. */
void zc_json_analysis(zc_buffer *out, const zc_analysis *analysis);
/* What is wrong, as one sentence without its end: "nobody to whom it applies meets it". */
void zc_flaw_sentence(zc_buffer *out, const zc_flaw *flaw, zc_lang lang);

#endif
