/* SPDX-License-Identifier: Apache-2.0 */
#include "cases/case.h"

#include <string.h>

zc_status zc_runner_open(zc_runner *r, const zc_region *region, zc_diagnostics *diag) {
  memset(r, 0, sizeof *r);
  r->region = region;
  r->lang = diag->lang;
  r->ws = zc_workspace_new(region);
  if (!r->ws)
    return zc_report_memory(diag);
  return zc_facts_init(&r->facts, &region->vocabulary, diag);
}

void zc_runner_close(zc_runner *r) {
  zc_facts_free(&r->facts);
  zc_workspace_free(r->ws);
}

static zc_status unknown_fact(const zc_facts *facts, const zc_case *c, const zc_ini_entry *entry,
                              const char *name, zc_diagnostics *diag) {
  const char *near = zc_fact_suggest(facts->vocabulary, name, strlen(name));
  zc_where where = {.file = c->file, .line = entry->line};
  return zc_report(diag, ZC_BAD_INPUT, &where, "[%s] 没有事实“%s”%s%s",
                   "[%s] there is no fact '%s'%s%s", c->id, name,
                   !near                      ? ""
                   : diag->lang == ZC_LANG_ZH ? "；是否指 "
                                              : "; did you mean ",
                   near ? near : "");
}

zc_status zc_case_facts(zc_facts *facts, const zc_case *c, zc_diagnostics *diag) {
  zc_status worst = ZC_OK;
  zc_facts_clear(facts);
  for (uint32_t i = 0; i < c->entry_count; i++) {
    const zc_ini_entry *entry = &c->entries[i];
    if (strncmp(entry->key, "fact.", 5) != 0)
      continue;
    const char *name = entry->key + 5;
    int32_t fact = zc_fact_find(facts->vocabulary, name, strlen(name));
    zc_where where = {.file = c->file, .line = entry->line};
    zc_status status = fact < 0 ? unknown_fact(facts, c, entry, name, diag)
                                : zc_facts_put_text(facts, (uint32_t)fact, entry->value,
                                                    strlen(entry->value), &where, diag);
    worst = status > worst ? status : worst;
  }
  return worst;
}

/* Where to look: the source of a rule that the failure is about. */
static void implicate(zc_buffer *problems, const zc_compiled_rule *rule) {
  if (rule && rule->at.file)
    zc_buffer_printf(problems, "    rule %s: %s:%u\n", rule->id, rule->at.file, rule->at.line);
}

static void implicate_rows(const zc_case *c, const zc_answer *answer, const uint8_t *failed,
                           zc_buffer *problems) {
  const zc_compiled_rule *last = NULL;
  if (c->rule) {
    last = zc_row_find(answer->region, c->question, c->rule);
    implicate(problems, last);
  }
  for (uint32_t i = 0; i < c->entry_count; i++) {
    if (failed[i] && strncmp(c->entries[i].key, "finding.", 8) == 0) {
      const zc_compiled_rule *rule =
          zc_row_find(answer->region, c->question, c->entries[i].key + 8);
      implicate(problems, rule != last ? rule : NULL);
    }
  }
  implicate(problems, answer->route != last ? answer->route : NULL);
}

/* The findings that stand in the way tell more than the verdict alone. */
static void list_states(const zc_answer *answer, zc_state state, zc_buffer *problems) {
  const char *separator = "    ";
  for (uint32_t i = 0; i < answer->finding_count; i++) {
    if (answer->findings[i].state == state) {
      zc_buffer_puts(problems, separator);
      zc_buffer_printf(problems, "%s is %s", answer->findings[i].rule->id, zc_state_word(state));
      separator = ", ";
    }
  }
  zc_buffer_puts(problems, *separator == ',' ? "\n" : "");
}

static void expect_shown(const zc_case *c, const zc_answer *answer, zc_buffer *problems) {
  static const zc_state states[ZC_SHOWS_COUNT] = {[ZC_SHOWS_MET] = ZC_MET,
                                                  [ZC_SHOWS_UNMET] = ZC_UNMET,
                                                  [ZC_SHOWS_UNKNOWN] = ZC_UNKNOWN,
                                                  [ZC_SHOWS_WAIVED] = ZC_WAIVED,
                                                  [ZC_SHOWS_NOT_APPLICABLE] = ZC_NOT_APPLICABLE};
  const zc_finding *finding = zc_finding_of(answer, c->rule);
  if (!finding) {
    zc_buffer_printf(problems, "    shows: %s is not among the findings\n", c->rule);
  } else if (c->shows == ZC_SHOWS_BOUNDARY) {
    if (zc_at_boundary(answer, finding->rule) == 0)
      zc_buffer_printf(problems, "    shows: no fact of %s stands at its threshold\n", c->rule);
  } else if (finding->state != states[c->shows]) {
    zc_buffer_printf(problems, "    shows: expected %s to be %s, got %s\n", c->rule,
                     zc_case_kind_word(c->shows), zc_state_word(finding->state));
  }
}

void zc_case_expect_all(const zc_case *c, const zc_answer *answer, uint8_t *failed,
                        zc_buffer *problems) {
  for (uint32_t i = 0; i < c->entry_count; i++) {
    if (zc_is_expectation(c->entries[i].key)) {
      int holds = zc_case_expect(answer, &c->entries[i], problems);
      if (failed)
        failed[i] = !holds;
    }
  }
  if (c->shows != ZC_SHOWS_NOTHING)
    expect_shown(c, answer, problems);
}

zc_status zc_case_ask(zc_runner *r, const zc_case *c, const zc_answer **answer,
                      zc_diagnostics *diag) {
  zc_status status = zc_case_facts(&r->facts, c, diag);
  return status == ZC_OK ? zc_ask(r->ws, c->question, &r->facts, c->as_of, c->strict, answer, diag)
                         : status;
}

zc_status zc_case_calendar(zc_runner *r, const zc_case *c, zc_calendar *calendar,
                           zc_diagnostics *diag) {
  zc_status status = zc_case_facts(&r->facts, c, diag);
  return status == ZC_OK ? zc_calendar_make(calendar, r->region, c->year, &r->facts, diag) : status;
}

static zc_status run_answer(zc_runner *r, const zc_case *c, zc_buffer *problems,
                            zc_diagnostics *diag) {
  const zc_answer *answer = NULL;
  zc_status status = zc_case_ask(r, c, &answer, diag);
  if (status != ZC_OK)
    return status;
  uint8_t *failed = zc_calloc((size_t)c->entry_count + 1, 1);
  if (!failed)
    return zc_report_memory(diag);
  zc_case_expect_all(c, answer, failed, problems);
  if (problems->length > 0) {
    list_states(answer, ZC_UNMET, problems);
    list_states(answer, ZC_UNKNOWN, problems);
    implicate_rows(c, answer, failed, problems);
  }
  zc_free(failed);
  return ZC_OK;
}

static void expect_due(const zc_calendar *calendar, const zc_ini_entry *entry,
                       zc_buffer *problems) {
  char got[11] = "absent";
  const zc_place *at = NULL;
  for (uint32_t i = 0; i < calendar->step_count; i++) {
    const zc_due_step *due = &calendar->steps[i];
    if (strcmp(due->step->row->id, entry->key + 4) == 0) {
      at = &due->step->row->at;
      if (due->has_due)
        zc_day_format(due->due, got);
      else
        memcpy(got, "none", sizeof "none");
    }
  }
  if (strcmp(got, entry->value) != 0) {
    zc_buffer_printf(problems, "    line %u: %s: expected %s, got %s\n", entry->line, entry->key,
                     entry->value, got);
    if (at)
      zc_buffer_printf(problems, "    step %s: %s:%u\n", entry->key + 4, at->file, at->line);
  }
}

void zc_case_expect_dates(const zc_case *c, const zc_calendar *calendar, zc_buffer *problems) {
  for (uint32_t i = 0; i < c->entry_count; i++)
    if (strncmp(c->entries[i].key, "due.", 4) == 0)
      expect_due(calendar, &c->entries[i], problems);
}

static zc_status run_calendar(zc_runner *r, const zc_case *c, zc_buffer *problems,
                              zc_diagnostics *diag) {
  zc_calendar calendar = {0};
  zc_status status = zc_case_calendar(r, c, &calendar, diag);
  if (status == ZC_OK)
    zc_case_expect_dates(c, &calendar, problems);
  zc_calendar_free(&calendar);
  return status;
}

zc_status zc_case_run(zc_runner *r, const zc_case *c, zc_buffer *problems, zc_diagnostics *diag) {
  zc_status status = c->question == ZC_Q_CALENDAR ? run_calendar(r, c, problems, diag)
                                                  : run_answer(r, c, problems, diag);
  return status == ZC_OK && problems->failed ? zc_report_memory(diag) : status;
}
