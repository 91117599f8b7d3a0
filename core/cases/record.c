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

static zc_status write_fact(zc_run *run, zc_buffer *b, const zc_facts *facts, uint32_t fact) {
  const char *name = facts->vocabulary->facts[fact].name;
  const char *text = facts->texts[fact];
  if (text && !fits_ini(text)) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "事实 %s 的值“%s”无法写进 INI 文件；请换用不含 ; # 引号的值",
                     "fact %s: '%s' cannot stand in an INI file; use a value without ; # or quotes",
                     name, text);
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
  char text[11];
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
static void write_rule(zc_run *run, zc_buffer *b, const zc_answer *a) {
  const zc_finding *finding = zc_finding_of(a, run->options.rule);
  zc_buffer_printf(b, "rule = %s\n", run->options.rule);
  if (finding)
    zc_buffer_printf(b, "shows = %s\n", zc_state_word(finding->state));
}

static zc_status write_case(zc_run *run, const zc_facts *facts, zc_day as_of, const zc_answer *a) {
  static const char *const questions[] = {"assess", "convert", "unit"};
  zc_buffer b = {0};
  zc_status status = ZC_OK;
  zc_buffer_printf(&b, "[%s]\ntitle = %s\nquestion = %s\n", run->options.id, run->options.title,
                   questions[a->question]);
  write_day(&b, "as_of", as_of);
  zc_buffer_puts(&b, run->options.strict ? "strict = true\n" : "");
  if (run->options.rule)
    write_rule(run, &b, a);
  for (uint32_t i = 0; i < facts->vocabulary->fact_count && status == ZC_OK; i++)
    if (facts->given[i])
      status = write_fact(run, &b, facts, i);
  write_answer(&b, a);
  if (status == ZC_OK)
    status = zc_run_write(run, &b);
  zc_buffer_free(&b);
  return status;
}

static zc_status check_names(zc_run *run) {
  zc_status status = zc_run_require(run, "--id", run->options.id);
  zc_status title = zc_run_require(run, "--title", run->options.title);
  if (status == ZC_OK &&
      (*run->options.id == '\0' ||
       run->options.id[strspn(run->options.id, "abcdefghijklmnopqrstuvwxyz0123456789._-")] !=
           '\0')) {
    status = zc_report(
        &run->diag, ZC_BAD_INPUT, NULL, "--id 的“%s”无效：用小写字母、数字、点、下划线和连字符",
        "--id: '%s' is no id; it has small letters, digits, dots, _ and -", run->options.id);
  }
  if (title == ZC_OK && !fits_ini(run->options.title)) {
    title = zc_report(&run->diag, ZC_BAD_INPUT, NULL, "--title 不能为空，也不能含有 ; # 引号或换行",
                      "--title may not be empty or have ; # quotes or line ends");
  }
  return title > status ? title : status;
}

static zc_status record(zc_run *run, const zc_region *region) {
  zc_facts facts = {0};
  zc_day as_of = 0;
  const zc_answer *answer = NULL;
  zc_workspace *ws = zc_workspace_new(region);
  if (!ws)
    return zc_report_memory(&run->diag);
  zc_status status = zc_run_as_of(run, &as_of);
  zc_status read = zc_run_facts(run, &region->vocabulary, &facts);
  status = read > status ? read : status;
  if (status == ZC_OK) {
    status =
        zc_ask(ws, question_of(&facts), &facts, as_of, run->options.strict, &answer, &run->diag);
  }
  if (status == ZC_OK && answer)
    status = write_case(run, &facts, as_of, answer);
  zc_facts_free(&facts);
  zc_workspace_free(ws);
  return status;
}

zc_status zc_record(zc_run *run) {
  zc_host host = {0};
  zc_region *region = NULL;
  zc_status names = check_names(run);
  zc_status status = zc_run_region(run, &host, &region);
  if (status == ZC_OK && names == ZC_OK)
    status = record(run, region);
  zc_host_close(&host);
  return names > status ? names : status;
}
