/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences of rows and the parameters behind them, for one answer or for nobody (NULL). */
#ifndef ZC_REPORT_SENTENCE_H
#define ZC_REPORT_SENTENCE_H

#include "report/report.h"

/* Which of the sentences of a text is written in `lang`: Chinese where there is no English. */
static inline zc_lang zc_said_in(zc_text text, zc_lang lang) {
  return lang == ZC_LANG_EN && text.en ? ZC_LANG_EN : ZC_LANG_ZH;
}

/* The sentence with the values of the answer. */
void zc_sentence_write(zc_buffer *out, zc_text text, const zc_sentence *said,
                       const zc_answer *answer, zc_lang lang);
/* {"zh": ..., "en": ...} with them. */
void zc_sentence_json(zc_buffer *out, zc_text text, const zc_sentence *said,
                      const zc_answer *answer);

/* What a report shows of the parameters of a rule and, from -1 on, one of its lines, each once.
 * `list` has room for zc_rule_use_limit(rule). Returns how many there are. */
uint32_t zc_rule_use_limit(const zc_compiled_rule *rule);
uint32_t zc_rule_uses(const zc_compiled_rule *rule, int32_t line, const zc_parameter_use **list);

/* {"name": ..., "value": ..., "source": ...}. `setting`: index; the parameter's setting_count: no
 * value; beyond it: which one is not known, but `value` may be. */
void zc_parameter_json(zc_buffer *out, const zc_region *region, const zc_parameter_use *use,
                       uint32_t setting, zc_slot value);
/* A line: "申报截止日：2024-06-29（出处：nm-2024-85 二（一）1）  application_deadline". */
void zc_parameter_write(zc_buffer *out, const zc_answer *answer, const zc_parameter_use *use,
                        zc_lang lang);
/* Whether the answer knows that the parameter has no value. */
int zc_parameter_lacks(const zc_answer *answer, const zc_parameter_use *use);

#endif
