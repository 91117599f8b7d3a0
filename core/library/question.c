/* SPDX-License-Identifier: Apache-2.0 */
/* The questions about one person. */
#include "library/library.h"

#include "report/sentence.h"

#include <string.h>

static zc_status read_facts(zc_drawer *drawer, const zc_query *query, zc_question question,
                            zc_day as_of, zc_diagnostics *diag) {
  if (!query->facts)
    return ZC_OK;
  size_t length = query->length > 0 ? query->length : strlen(query->facts);
  zc_status status = zc_facts_read_json(&drawer->facts, NULL, query->facts, length, diag);
  if (status == ZC_BAD_INPUT) {
    zc_status check = zc_ask_check(drawer->workspace, question, &drawer->facts, as_of, diag);
    status = check > status ? check : status;
  }
  return status;
}

/* The answer lives in the drawer's workspace. */
static zc_status ask(zc_desk *desk, const zc_query *query, zc_question question, int skips_assumed,
                     zc_drawer **drawer, const zc_answer **answer) {
  zc_day as_of = 0;
  zc_status status = zc_desk_open(desk, query->region, drawer);
  zc_status day =
      status < ZC_NO_RESOURCE ? zc_given_day_read(&as_of, query->day, NULL, &desk->diag) : ZC_OK;
  status = day > status ? day : status;
  if (status == ZC_OK)
    status = zc_library_flags(query->flags, &desk->diag);
  if (status == ZC_OK) {
    (*drawer)->facts.precision = zc_library_precision(desk->regions, query->flags);
    status = read_facts(*drawer, query, question, as_of, &desk->diag);
  }
  if (status == ZC_OK)
    zc_workspace_skip_assumed((*drawer)->workspace, skips_assumed);
  if (status == ZC_OK)
    status = zc_ask((*drawer)->workspace, question, &(*drawer)->facts, as_of,
                    (query->flags & ZC_STRICT) != 0, answer, &desk->diag);
  desk->asked = status == ZC_OK ? &(*drawer)->facts : NULL;
  return status;
}

static zc_status ask_for_text(zc_desk *desk, const zc_query *query, zc_question question,
                              const char **text) {
  zc_drawer *drawer = NULL;
  const zc_answer *answer = NULL;
  zc_status status = ask(desk, query, question, 0, &drawer, &answer);
  if (status == ZC_OK)
    status = zc_desk_write(desk, drawer, answer, (query->flags & ZC_STRICT) != 0);
  if (status == ZC_OK)
    *text = desk->text.data;
  return status;
}

zc_status zc_desk_assess(zc_desk *desk, const zc_query *query, const char **answer) {
  return ask_for_text(desk, query, ZC_Q_ASSESS, answer);
}

zc_status zc_desk_convert(zc_desk *desk, const zc_query *query, const char **answer) {
  return ask_for_text(desk, query, ZC_Q_CONVERT, answer);
}

zc_status zc_desk_unit(zc_desk *desk, const zc_query *query, const char **answer) {
  return ask_for_text(desk, query, ZC_Q_UNIT, answer);
}

zc_status zc_desk_verdict(zc_desk *desk, const zc_query *query, zc_verdict *verdict,
                          const char **route) {
  zc_drawer *drawer = NULL;
  const zc_answer *answer = NULL;
  zc_status status = ask(desk, query, ZC_Q_ASSESS, 1, &drawer, &answer);
  if (status != ZC_OK)
    return status;
  *verdict = answer->verdict;
  if (route)
    *route = answer->route ? answer->route->id : NULL;
  return ZC_OK;
}

/* ---- findings ---- */

static const char *clauses_of(zc_arena *arena, const zc_law *law) {
  size_t length = 1;
  for (uint32_t i = 0; i < law->clause_count; i++)
    length += strlen(law->clauses[i]->id) + 1;
  char *text = zc_arena_alloc(arena, length), *at = text;
  for (uint32_t i = 0; text && i < law->clause_count; i++) {
    size_t size = strlen(law->clauses[i]->id);
    if (i > 0)
      *at++ = ' ';
    memcpy(at, law->clauses[i]->id, size);
    at += size;
  }
  return text;
}

static int make_room(zc_desk *desk, uint32_t count) {
  if (count <= desk->finding_room)
    return 1;
  zc_rule_finding *larger = zc_realloc(desk->findings, count * sizeof *larger);
  if (!larger)
    return 0;
  desk->findings = larger;
  desk->finding_room = count;
  return 1;
}

/* The sentence of a rule in `lang`; one with values in it is kept beside the regions. NULL: out of
 * memory. */
static const char *said(zc_desk *desk, const zc_answer *answer, const zc_compiled_rule *rule,
                        zc_lang lang) {
  if (!rule->said[lang].count)
    return lang == ZC_LANG_ZH ? rule->text.zh : rule->text.en;
  zc_buffer_clear(&desk->text);
  zc_sentence_write(&desk->text, rule->text, rule->said, answer, lang);
  const char *text = zc_buffer_text(&desk->text);
  return text ? zc_text_keep(desk->regions->texts, text) : NULL;
}

static zc_status list_findings(zc_desk *desk, const zc_answer *answer) {
  zc_arena_clear(&desk->clauses);
  if (!make_room(desk, answer->finding_count))
    return zc_report_memory(&desk->diag);
  for (uint32_t i = 0; i < answer->finding_count; i++) {
    const zc_compiled_rule *rule = answer->findings[i].rule;
    const char *clauses = clauses_of(&desk->clauses, &rule->law);
    const char *zh = said(desk, answer, rule, ZC_LANG_ZH);
    const char *en = said(desk, answer, rule, ZC_LANG_EN);
    if (!clauses || !zh || (!en && rule->text.en))
      return zc_report_memory(&desk->diag);
    desk->findings[i] =
        (zc_rule_finding){rule->id, rule->kind, answer->findings[i].state, clauses, zh, en};
  }
  return ZC_OK;
}

zc_status zc_desk_findings(zc_desk *desk, const zc_query *query, const zc_rule_finding **findings,
                           uint32_t *count) {
  zc_drawer *drawer = NULL;
  const zc_answer *answer = NULL;
  zc_status status = ask(desk, query, ZC_Q_ASSESS, 1, &drawer, &answer);
  if (status == ZC_OK)
    status = list_findings(desk, answer);
  if (status == ZC_OK) {
    *findings = desk->findings;
    *count = answer->finding_count;
  }
  return status;
}

/* ---- calendar ---- */

static zc_status check_year(int32_t year, zc_diagnostics *diag) {
  return year >= ZC_YEAR_MIN && year <= ZC_YEAR_MAX
             ? ZC_OK
             : zc_report(diag, ZC_BAD_INPUT, NULL, "年份 %d 不在 %d 至 %d 之内",
                         "the year %d lies outside %d to %d", (int)year, ZC_YEAR_MIN, ZC_YEAR_MAX);
}

static zc_status make_calendar(zc_desk *desk, const zc_region *region, int32_t year,
                               const zc_facts *dates) {
  zc_calendar calendar = {0};
  zc_status status = zc_calendar_make(&calendar, region, year, dates, &desk->diag);
  if (status == ZC_OK) {
    zc_buffer_clear(&desk->text);
    zc_json_calendar(&desk->text, &calendar);
    status = zc_buffer_text(&desk->text) ? ZC_OK : zc_report_memory(&desk->diag);
  }
  zc_calendar_free(&calendar);
  return status;
}

zc_status zc_desk_calendar(zc_desk *desk, const char *region, int32_t year, const char *dates,
                           const char **answer) {
  zc_drawer *drawer = NULL;
  zc_status status = zc_desk_open(desk, region, &drawer);
  if (status == ZC_OK)
    status = check_year(year, &desk->diag);
  if (status == ZC_OK && dates)
    status = zc_facts_read_json(&drawer->facts, NULL, dates, strlen(dates), &desk->diag);
  if (status == ZC_OK)
    status = zc_calendar_check(&drawer->facts, &desk->diag);
  if (status == ZC_OK)
    status = make_calendar(desk, drawer->region, year, &drawer->facts);
  if (status == ZC_OK)
    *answer = desk->text.data;
  return status;
}
