/* SPDX-License-Identifier: Apache-2.0 */
#include "cases/record.h"

#include "base/words.h"
#include "cases/case.h"
#include "report/need.h"
#include "report/report.h"

#include <string.h>

/* The question follows from the facts: a purpose is asked of a held title, a track of an
 * application, and what has neither is about a unit. */
static zc_question question_of(const zc_facts *facts) {
  return facts->given[ZC_F_purpose] ? ZC_Q_CONVERT
         : facts->given[ZC_F_track] ? ZC_Q_ASSESS
                                    : ZC_Q_UNIT;
}

/* What an INI file can carry: the reader refuses comments, quotes and line ends in a value. */
static int fits_ini(const char *text) {
  return *text != '\0' && !strpbrk(text, ";#\"'\r\n\\") && *text != ' ' &&
         text[strlen(text) - 1] != ' ' && zc_utf8_valid(text, strlen(text)) == strlen(text);
}

static zc_status write_fact(zc_buffer *b, const zc_facts *facts, uint32_t fact,
                            zc_diagnostics *diag) {
  const char *name = facts->vocabulary->facts[fact].name;
  const char *text = facts->texts[fact];
  if (text && !fits_ini(text)) {
    return zc_report(
        diag, ZC_BAD_INPUT, NULL, "事实 %s 的值“%s”无法写进 INI 文件；请换用不含 ; # 引号的值",
        "fact %s: '%s' cannot stand in an INI file; use a value without ; # or quotes", name, text);
  }
  zc_buffer_printf(b, "fact.%s = ", name);
  if (text)
    zc_buffer_puts(b, text);
  else
    zc_need_value(b, facts->vocabulary, fact, facts->slots[fact]);
  zc_buffer_putc(b, '\n');
  return ZC_OK;
}

static void write_day(zc_buffer *b, const char *key, zc_day day) {
  char text[11] = "null";
  if (day != ZC_NO_DAY)
    zc_day_format(day, text);
  zc_buffer_printf(b, "%s = %s\n", key, text);
}

static void write_outcome(zc_buffer *b, const zc_answer *a) {
  if (a->question == ZC_Q_CONVERT) {
    zc_buffer_printf(b, "result = %s\n", zc_result_word(a->result));
  } else if (a->question == ZC_Q_UNIT) {
    zc_buffer_printf(b, "grassroots = %s\n",
                     a->grassroots < 0 ? "null"
                     : a->grassroots   ? "true"
                                       : "false");
  } else {
    zc_buffer_printf(b, "verdict = %s\nmode = %s\nroute = %s\n", zc_verdict_word(a->verdict),
                     a->route ? zc_mode_word(a->route->mode) : "none",
                     a->route ? a->route->id : "none");
  }
}

static void write_missing(zc_buffer *b, const zc_answer *a) {
  zc_buffer_puts(b, "missing =");
  for (uint32_t i = 0; i < a->missing_count; i++)
    zc_buffer_printf(b, " %s", a->region->vocabulary.facts[a->missing[i]].name);
  zc_buffer_puts(b, a->missing_count == 0 ? " none\n" : "\n");
}

static void write_answer(zc_buffer *b, const zc_answer *a) {
  if (a->counted_to != a->as_of)
    write_day(b, "counted_to", a->counted_to);
  write_outcome(b, a);
  write_missing(b, a);
  for (uint32_t i = 0; i < a->finding_count; i++) {
    if (a->findings[i].state != ZC_NOT_APPLICABLE) {
      zc_buffer_printf(b, "finding.%s = %s\n", a->findings[i].rule->id,
                       zc_state_word(a->findings[i].state));
    }
  }
  for (uint32_t i = 0; i < a->effect_count; i++)
    zc_buffer_printf(b, "effect.%s = listed\n", a->effects[i]->row->id);
}

/* The rule that the case is to be about, and what it shows of it. */
static void write_rule(zc_buffer *b, const zc_answer *a, const char *rule) {
  const zc_finding *finding = zc_finding_of(a, rule);
  zc_buffer_printf(b, "rule = %s\n", rule);
  if (finding)
    zc_buffer_printf(b, "shows = %s\n", zc_state_word(finding->state));
}

static zc_status write_case(zc_buffer *b, const zc_facts *facts, const zc_answer *a,
                            const zc_record_options *options, zc_diagnostics *diag) {
  static const char *const questions[] = {"assess", "convert", "unit"};
  zc_status status = ZC_OK;
  zc_buffer_printf(b, "[%s]\ntitle = %s\nquestion = %s\n", options->id, options->title,
                   questions[a->question]);
  write_day(b, "as_of", a->as_of);
  zc_buffer_puts(b, options->strict ? "strict = true\n" : "");
  if (options->rule)
    write_rule(b, a, options->rule);
  for (uint32_t i = 0; i < facts->vocabulary->fact_count && status == ZC_OK; i++)
    if (facts->given[i])
      status = write_fact(b, facts, i, diag);
  write_answer(b, a);
  return status;
}

static int is_id(const char *text) {
  static const char characters[] = "abcdefghijklmnopqrstuvwxyz0123456789._-";
  return *text != '\0' && text[strspn(text, characters)] == '\0';
}

zc_status zc_record_check(const zc_record_options *options, zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  if (options->id && !is_id(options->id)) {
    status =
        zc_report(diag, ZC_BAD_INPUT, NULL, "--id 的“%s”无效：用小写字母、数字、点、下划线和连字符",
                  "--id: '%s' is no id; it has small letters, digits, dots, _ and -", options->id);
  }
  if (options->title && !fits_ini(options->title)) {
    status = zc_report(diag, ZC_BAD_INPUT, NULL, "--title 不能为空，也不能含有 ; # 引号或换行",
                       "--title may not be empty or have ; # quotes or line ends");
  }
  return status;
}

zc_status zc_record(zc_buffer *out, const zc_region *region, const zc_facts *facts, zc_day as_of,
                    const zc_record_options *options, zc_diagnostics *diag) {
  const zc_answer *answer = NULL;
  zc_workspace *ws = zc_workspace_new(region);
  if (!ws)
    return zc_report_memory(diag);
  zc_status status = zc_ask(ws, question_of(facts), facts, as_of, options->strict, &answer, diag);
  if (status == ZC_OK)
    status = write_case(out, facts, answer, options, diag);
  zc_workspace_free(ws);
  return status;
}
