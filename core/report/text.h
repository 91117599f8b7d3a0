/* SPDX-License-Identifier: Apache-2.0 */
/* Pieces of the reports for people. */
#ifndef ZC_REPORT_TEXT_H
#define ZC_REPORT_TEXT_H

#include "report/report.h"

/* Words of our own. */
static inline const char *zc_text_say(zc_lang lang, const char *zh, const char *en) {
  return lang == ZC_LANG_ZH ? zh : en;
}
/* The text in `lang`, or the Chinese one where there is no English. */
const char *zc_text_in(zc_text text, zc_lang lang);
/* A cell of a table for a terminal, `width` columns wide, filled up with blanks, one at least.
 * Characters outside ASCII take two columns: labels are Chinese or English. */
void zc_text_cell(zc_buffer *out, const char *text, int width);
/* The label of a fact, as people call it. */
const char *zc_text_label(const zc_fact *fact, zc_lang lang);
/* The value that rules read: "60个月", "大专", "451229 大化瑶族自治县", "未知". */
void zc_text_value(zc_buffer *out, const zc_answer *answer, uint32_t fact, zc_lang lang);
/* What is to be found out: the label; of a partial date that its day decides. */
void zc_text_open_fact(zc_buffer *out, const zc_answer *answer, uint32_t fact, zc_lang lang);
/* "60个月", "60 months". */
void zc_text_amount(zc_buffer *out, zc_unit unit, int64_t value, zc_lang lang);
/* A known value of a fact. */
void zc_text_known(zc_buffer *out, const zc_vocabulary *v, uint32_t fact, zc_slot slot,
                   zc_lang lang);
/* "2021-01-01 to 2023-12-31", "until ...", "from ... on", "every day". */
void zc_text_days(zc_buffer *out, zc_day from, zc_day until, zc_lang lang);
/* What would make a person eligible; nothing where no advice was asked for or needed. */
void zc_text_advice(zc_buffer *out, const zc_answer *answer, zc_lang lang);
/* How much a known value lacks of a known need, or has too much: "，还差10个月"; nothing where that
 * is no number of something. */
void zc_text_shortfall(zc_buffer *out, const zc_answer *answer, const zc_mention *mention,
                       zc_lang lang);
/* The missing facts and, with advice, which of several to find out next and what proves it. */
void zc_text_missing(zc_buffer *out, const zc_answer *answer, zc_lang lang);
/* What the other tracks of the region say, as far as they were asked. */
void zc_text_others(zc_buffer *out, const zc_answer *answer, zc_lang lang);
/* The papers that prove the facts marked in `asked` and those that are missing. */
void zc_text_proofs(zc_buffer *out, const zc_answer *answer, const uint8_t *asked, zc_lang lang);
const char *zc_text_mode(zc_mode mode, zc_lang lang); /* "评审" */
/* What was needed: "不少于48个月"; 0 and nothing written where nothing can be named. */
int zc_text_need(zc_buffer *out, const zc_answer *answer, const zc_mention *mention, zc_lang lang);
/* "无文号" where the document has no number. */
const char *zc_document_number(const zc_document *document, zc_lang lang);
/* Its number; of one that has none its short title, or its title, and that it has none. */
void zc_text_document(zc_buffer *out, const zc_document *document, zc_lang lang);
/* "（人社专技司函〔2020〕88号 四（一）2）": what the answer (NULL: any) cites; nothing where there
 * is no clause. */
void zc_text_law(zc_buffer *out, const zc_law *law, const zc_answer *answer, zc_lang lang);

#endif
