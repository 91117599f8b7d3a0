/* SPDX-License-Identifier: Apache-2.0 */
/* From an example person to a case: the facts, and what the original answers where a mutant
 * differs. */
#include "testing/mutant_proof.h"

#include "facts/division.h"
#include "report/need.h"
#include "report/report.h"

#include <stdio.h>
#include <string.h>

#define COUNTY 1000000 /* codes of a county: 12 digits, of which 6 are its own */

/* ---- facts ---- */

/* A county of the table whose codes all lie in the piece. 0: there is none. */
static int listed_county(const zc_data *data, zc_slot slot, char out[24]) {
  int64_t last = (slot.hi + 1) / COUNTY - 1;
  for (int64_t code = (slot.lo + COUNTY - 1) / COUNTY; code <= last; code++) {
    zc_division division = {code * COUNTY, code * COUNTY + COUNTY - 1};
    if (code % 100 != 0 && zc_division_find(data, division).name) {
      snprintf(out, 24, "%lld", (long long)code);
      return 1;
    }
  }
  return 0;
}

/* A code that stands for codes of the piece alone, as short as may be. */
static int division_text(const zc_data *data, zc_slot slot, char out[24]) {
  static const int64_t widths[] = {COUNTY, 1000, 1};
  static const int64_t groups[] = {100, 1000, 1000};
  if (listed_county(data, slot, out))
    return 1;
  for (int i = 0; i < 3; i++) {
    int64_t code = (slot.lo + widths[i] - 1) / widths[i];
    code += code % groups[i] == 0;
    if (code * widths[i] + widths[i] - 1 <= slot.hi) {
      snprintf(out, 24, "%lld", (long long)code);
      return 1;
    }
  }
  return 0;
}

/* The text of one value out of a piece, as a case would write it. 0: there is none. */
static int value_text(const zc_region *region, uint32_t fact, zc_slot slot, char *out,
                      size_t size) {
  const zc_fact *f = &region->vocabulary.facts[fact];
  switch (f->type) {
  case ZC_BOOL:
    snprintf(out, size, "%s", slot.lo != 0 ? "true" : "false");
    return 1;
  case ZC_INT:
    snprintf(out, size, "%lld", (long long)slot.lo);
    return 1;
  case ZC_DATE:
    zc_day_format((zc_day)slot.lo, out);
    return 1;
  case ZC_ENUM:
    snprintf(out, size, "%s", region->vocabulary.enums[f->enumeration].words[slot.lo].word);
    return 1;
  case ZC_DIVISION:
    return division_text(region->vocabulary.data, slot, out);
  case ZC_REGION:
    snprintf(out, size, "%s",
             slot.lo == 0                         ? region->id
             : strcmp(region->id, "guangxi") == 0 ? "shandong"
                                                  : "guangxi");
    return 1;
  default:
    return 0;
  }
}

int zc_example_facts(const zc_region *region, const zc_example *example, zc_facts *facts) {
  zc_where nowhere = {0};
  zc_facts_clear(facts);
  for (uint32_t i = 0; i < region->vocabulary.fact_count; i++) {
    char text[64];
    if (example->given[i] &&
        (!value_text(region, i, example->slots[i], text, sizeof text) ||
         zc_facts_put_text(facts, i, text, strlen(text), &nowhere, NULL) != ZC_OK))
      return 0;
  }
  return 1;
}

/* ---- expectations ---- */

static void write_day(zc_buffer *b, const char *key, zc_day day) {
  char text[11] = "null";
  if (day != ZC_NO_DAY)
    zc_day_format(day, text);
  zc_buffer_printf(b, "%s = %s\n", key, text);
}

static const char *state_of(const zc_answer *a, const char *rule) {
  const zc_finding *finding = zc_finding_of(a, rule);
  return finding ? zc_state_word(finding->state) : "absent";
}

static int lists(const zc_answer *a, const char *effect) {
  for (uint32_t i = 0; i < a->effect_count; i++)
    if (strcmp(a->effects[i]->row->id, effect) == 0)
      return 1;
  return 0;
}

static void write_findings(const zc_answer *own, const zc_answer *other, zc_buffer *b) {
  const zc_answer *both[] = {own, other};
  for (int k = 0; k < 2; k++) {
    for (uint32_t i = 0; i < both[k]->finding_count; i++) {
      const char *id = both[k]->findings[i].rule->id;
      const char *state = state_of(own, id);
      int is_new = k == 0 || !zc_finding_of(own, id);
      if (is_new && strcmp(state, state_of(other, id)) != 0)
        zc_buffer_printf(b, "finding.%s = %s\n", id, state);
    }
  }
}

static void write_effects(const zc_answer *own, const zc_answer *other, zc_buffer *b) {
  for (uint32_t i = 0; i < own->region->effect_count; i++) {
    const char *id = own->region->effects[i].row->id;
    int is_asked = own->region->effects[i].questions >> own->question & 1; /* one row of an id is */
    if (is_asked && lists(own, id) != lists(other, id))
      zc_buffer_printf(b, "effect.%s = %s\n", id, lists(own, id) ? "listed" : "absent");
  }
}

static const char *mode_of(const zc_answer *a) {
  return a->route ? zc_mode_word(a->route->mode) : "none";
}

static const char *route_of(const zc_answer *a) {
  return a->route ? a->route->id : "none";
}

static void write_missing(const zc_answer *own, const zc_answer *other, zc_buffer *b) {
  int same = own->missing_count == other->missing_count &&
             (own->missing_count == 0 ||
              memcmp(own->missing, other->missing, own->missing_count * sizeof *own->missing) == 0);
  if (same)
    return;
  zc_buffer_puts(b, "missing =");
  for (uint32_t i = 0; i < own->missing_count; i++)
    zc_buffer_printf(b, " %s", own->region->vocabulary.facts[own->missing[i]].name);
  zc_buffer_puts(b, own->missing_count == 0 ? " none\n" : "\n");
}

static int same_edition(const zc_answer *own, const zc_answer *other) {
  int same = own->edition_count == other->edition_count;
  for (uint32_t i = 0; i < own->edition_count && same; i++)
    same = strcmp(own->edition[i]->id, other->edition[i]->id) == 0;
  return same;
}

static void write_frame(const zc_answer *own, const zc_answer *other, zc_buffer *b) {
  if (own->counted_to != other->counted_to)
    write_day(b, "counted_to", own->counted_to);
  if (!same_edition(own, other)) {
    zc_buffer_puts(b, "edition =");
    for (uint32_t i = 0; i < own->edition_count; i++)
      zc_buffer_printf(b, " %s", own->edition[i]->id);
    zc_buffer_puts(b, own->edition_count == 0 ? " none\n" : "\n");
  }
  if (strcmp(mode_of(own), mode_of(other)) != 0)
    zc_buffer_printf(b, "mode = %s\n", mode_of(own));
  if (strcmp(route_of(own), route_of(other)) != 0)
    zc_buffer_printf(b, "route = %s\n", route_of(own));
}

/* What the answer as a whole says; it stands in every case. */
static void write_outcome(const zc_answer *own, zc_buffer *b) {
  static const char *const grassroots[] = {"null", "false", "true"};
  if (own->question == ZC_Q_ASSESS)
    zc_buffer_printf(b, "verdict = %s\n", zc_verdict_word(own->verdict));
  else if (own->question == ZC_Q_CONVERT)
    zc_buffer_printf(b, "result = %s\n", zc_result_word(own->result));
  else
    zc_buffer_printf(b, "grassroots = %s\n", grassroots[own->grassroots + 1]);
}

static int same_outcome(const zc_answer *own, const zc_answer *other) {
  return own->verdict == other->verdict && own->result == other->result &&
         own->grassroots == other->grassroots;
}

/* ---- the case ---- */

/* What the answer as a whole says, for a change that belongs to no rule. */
static const char *outcome_zh(const zc_answer *own) {
  static const char *const verdicts[] = {"可以申报", "不能申报", "还不能确定能否申报"};
  static const char *const results[] = {"",         "继续有效", "无效",          "须重新评审",
                                        "可以换发", "不予换发", "效力还不能确定"};
  static const char *const units[] = {"是否属于基层还不能确定", "不属于基层", "属于基层"};
  return own->question == ZC_Q_ASSESS    ? verdicts[own->verdict]
         : own->question == ZC_Q_CONVERT ? results[own->result]
                                         : units[own->grassroots + 1];
}

/* What the rule that was changed says of the person: its state and its text. */
static void write_state(const zc_probe *probe, const zc_answer *own, zc_buffer *b) {
  static const char *const words[] = {"符合", "不符合", "还不能确定", "予以放宽", "不适用"};
  const char *rule = probe->mutant->rule;
  const zc_finding *finding = zc_finding_of(own, rule);
  if (finding) {
    zc_buffer_printf(b, "%s：%s\n", words[finding->state], finding->rule->text.zh);
    return;
  }
  for (uint32_t i = 0; i < own->region->effect_count; i++) {
    const zc_compiled_effect *effect = &own->region->effects[i];
    if (strcmp(effect->row->id, rule) == 0) {
      zc_buffer_printf(b, "%s：%s\n", lists(own, rule) ? "列出" : "不列出", effect->text.zh);
      return;
    }
  }
  zc_buffer_printf(b, "%s。\n", outcome_zh(own));
}

static void value_zh(const zc_facts *facts, uint32_t fact, zc_buffer *b) {
  const zc_fact *f = &facts->vocabulary->facts[fact];
  zc_slot slot = facts->slots[fact];
  if (f->type == ZC_BOOL) {
    zc_buffer_puts(b, slot.lo != 0 ? "为是" : "为否");
  } else if (f->type == ZC_ENUM) {
    zc_buffer_printf(b, "为%s", facts->vocabulary->enums[f->enumeration].words[slot.lo].zh);
  } else if (facts->texts[fact]) {
    zc_buffer_printf(b, "为 %s ", facts->texts[fact]);
  } else {
    zc_buffer_puts(b, "为 ");
    zc_need_value(b, facts->vocabulary, fact, slot);
    zc_buffer_putc(b, ' ');
  }
}

/* A sentence: the person, and what the rule says of them. */
static void write_title(const zc_probe *probe, const zc_answer *own, zc_buffer *b) {
  const zc_facts *facts = probe->facts;
  const char *separator = "";
  zc_buffer_puts(b, "title = ");
  for (uint32_t i = 0; i < facts->vocabulary->fact_count; i++) {
    if (facts->given[i]) {
      zc_buffer_printf(b, "%s%s", separator, facts->vocabulary->facts[i].zh);
      value_zh(facts, i, b);
      separator = "、";
    }
  }
  zc_buffer_puts(b, *separator == '\0' ? "什么都不知道时，" : "的，");
  write_state(probe, own, b);
}

static void write_facts(const zc_facts *facts, zc_buffer *b) {
  for (uint32_t i = 0; i < facts->vocabulary->fact_count; i++) {
    if (facts->given[i]) {
      zc_buffer_printf(b, "fact.%s = ", facts->vocabulary->facts[i].name);
      if (facts->texts[i])
        zc_buffer_puts(b, facts->texts[i]);
      else
        zc_need_value(b, facts->vocabulary, i, facts->slots[i]);
      zc_buffer_putc(b, '\n');
    }
  }
}

static void write_head(const zc_probe *probe, const zc_answer *own, zc_buffer *b) {
  static const char *const questions[] = {"assess", "convert", "unit"};
  zc_buffer_printf(b, "[%s.edge%u]\n", probe->mutant->rule, probe->number);
  write_title(probe, own, b);
  if (probe->question != ZC_Q_ASSESS)
    zc_buffer_printf(b, "question = %s\n", questions[probe->question]);
  write_day(b, "as_of", probe->as_of);
  write_facts(probe->facts, b);
}

int zc_probe_write(const zc_probe *probe, const zc_answer *own, const zc_answer *other,
                   zc_buffer *out) {
  zc_buffer expected = {0};
  write_frame(own, other, &expected);
  write_findings(own, other, &expected);
  write_effects(own, other, &expected);
  write_missing(own, other, &expected);
  int differs = expected.length > 0 || !same_outcome(own, other);
  const char *text = zc_buffer_text(&expected);
  if (differs) {
    write_head(probe, own, out);
    write_outcome(own, out);
    zc_buffer_puts(out, text ? text : "");
    zc_buffer_putc(out, '\n');
    out->failed |= text == NULL;
  }
  zc_buffer_free(&expected);
  return differs;
}

void zc_probe_write_answer(const zc_probe *probe, const zc_answer *answer, zc_buffer *out) {
  const char *rule = probe->mutant->rule;
  const zc_finding *finding = zc_finding_of(answer, rule);
  write_head(probe, answer, out);
  write_outcome(answer, out);
  if (finding)
    zc_buffer_printf(out, "finding.%s = %s\n\n", rule, zc_state_word(finding->state));
  else
    zc_buffer_printf(out, "effect.%s = %s\n\n", rule, lists(answer, rule) ? "listed" : "absent");
}

/* ---- calendars ---- */

static void due_text(const zc_calendar *calendar, const char *id, char out[11]) {
  memcpy(out, "absent", sizeof "absent");
  for (uint32_t i = 0; i < calendar->step_count; i++) {
    const zc_due_step *due = &calendar->steps[i];
    if (strcmp(due->step->row->id, id) == 0 && due->has_due)
      zc_day_format(due->due, out);
    else if (strcmp(due->step->row->id, id) == 0)
      memcpy(out, "none", sizeof "none");
  }
}

int zc_probe_write_year(const zc_probe *probe, int32_t year, const zc_calendar *own,
                        const zc_calendar *other, zc_buffer *out) {
  zc_buffer expected = {0};
  for (uint32_t i = 0; i < own->region->step_count; i++) {
    const char *id = own->region->steps[i].row->id;
    char here[11];
    char there[11];
    due_text(own, id, here);
    due_text(other, id, there);
    if (strcmp(here, there) != 0)
      zc_buffer_printf(&expected, "due.%s = %s\n", id, here);
  }
  const char *text = zc_buffer_text(&expected);
  int differs = expected.length > 0;
  if (differs && text) {
    zc_buffer_printf(out, "[%s.edge%u]\ntitle = %d年 %s 的日程。\nquestion = calendar\nyear = %d\n",
                     probe->mutant->rule, probe->number, year, probe->mutant->rule, year);
    write_facts(probe->facts, out);
    zc_buffer_printf(out, "%s\n", text);
  }
  zc_buffer_free(&expected);
  return differs && text;
}
