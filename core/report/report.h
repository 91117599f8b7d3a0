/* SPDX-License-Identifier: Apache-2.0 */
/* Answers as JSON (in its stable form) and as text for people. Writers add to a buffer
 * and never fail but for memory (buffer->failed). */
#ifndef ZC_REPORT_REPORT_H
#define ZC_REPORT_REPORT_H

#include "base/buffer.h"
#include "base/diagnostics.h"
#include "engine/answer.h"

/* Pieces of JSON that never change, put together once per region so that an answer is mostly
 * copying. */
typedef struct zc_json_writer zc_json_writer;
zc_json_writer *zc_json_writer_new(const zc_region *region); /* NULL: out of memory */
void zc_json_writer_free(zc_json_writer *w);
void zc_json_answer(zc_buffer *out, const zc_json_writer *w, const zc_answer *answer);

/* Whether the JSON of an answer tells what would change it: advice is then asked for beforehand. It
 * has no place for advice on an answer that is still open. */
int zc_json_has_advice(const zc_answer *answer);

void zc_json_calendar(zc_buffer *out, const zc_calendar *calendar);

/* Verdict first, then what is unmet with value, requirement and clause, then what is missing, then
 * the rest. */
void zc_text_answer(zc_buffer *out, const zc_answer *answer, zc_lang lang);
/* The same for an `assess`; where it is not eligible also by how much each condition is missed,
 * which papers prove the facts that are asked for, and what the other tracks say of which
 * zc_advise_in_full was asked. */
void zc_text_explained(zc_buffer *out, const zc_answer *answer, zc_lang lang);
void zc_text_calendar(zc_buffer *out, const zc_calendar *calendar, zc_lang lang);

/* Shared by both: the words of the contract, beside those of outcome.h. */
const char *zc_mode_word(zc_mode mode); /* "review" */
/* A need as shown: ">= 48", "= bachelor", "in {a, b}"; 0 and nothing written: null. */
int zc_need_text(zc_buffer *out, const zc_answer *answer, const zc_mention *mention);
/* The mentions that a finding shows, in order (a route: those of `when`, of the line that fits
 * best, of `needs`), written to `list` of room for `room`; returns how many. */
uint32_t zc_finding_mentions(const zc_answer *answer, const zc_finding *finding,
                             const zc_mention **list, uint32_t room);

#endif
