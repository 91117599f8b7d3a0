/* SPDX-License-Identifier: Apache-2.0 */
/* The part of an answer's JSON that says what would change it. */
#ifndef ZC_REPORT_JSON_ADVICE_H
#define ZC_REPORT_JSON_ADVICE_H

#include "base/buffer.h"
#include "engine/answer.h"

/* ,"advice":{"earliest":...,"changes":[...]} for an answer of `assess`; nothing for other
 * questions, nor for one who is not eligible and for whom no advice was asked. */
void zc_json_advice(zc_buffer *out, const zc_answer *answer);

#endif
