/* SPDX-License-Identifier: Apache-2.0 */
/* The mutants of each row of a region's tables. */
#include "testing/mutant_rows.h"

#include "base/date.h"

#include <string.h>

static const zc_kindred condition = {ZC_BOOL, ZC_NO_UNIT, -1};
static const zc_kindred duration = {ZC_INT, ZC_MONTH, -1};

/* Begins a row; 0: it is not asked for. */
static int begin(zc_mutation *m, const char *rule, zc_place at) {
  m->row = (zc_mutation_row){rule, at};
  return !m->mutants->failed && (!m->only || strcmp(m->only, rule) == 0);
}

/* A condition under which a row applies: changed, left out, never true. */
static void mutate_when(zc_mutation *m, const char **when) {
  zc_mutation_condition(m, "when", when, condition);
  if (*when)
    zc_mutation_text(m, "when", when, *when, "nothing", NULL);
  zc_mutation_text(m, "row", when, "here", "removed", "false");
}

/* What must hold: changed, and asking nothing. */
static void mutate_needs(zc_mutation *m, const char *field, const char **needs) {
  zc_mutation_condition(m, field, needs, condition);
  if (*needs && strcmp(*needs, "true") != 0)
    zc_mutation_text(m, field, needs, "all", "nothing", "true");
}

static void mutate_span(zc_mutation *m, const char **from, const char **until) {
  zc_mutation_day(m, "from", from);
  zc_mutation_day(m, "until", until);
}

static void mutate_flag(zc_mutation *m, uint32_t *flags, uint32_t flag, const char *name) {
  int set = (*flags & flag) != 0;
  zc_mutation_number(m, "flags", flags, *flags ^ flag, set ? name : "nothing",
                     set ? "nothing" : name);
}

static void mutate_step(zc_mutation *m, const char *field, void *target, int64_t value, int step) {
  const char *from = zc_mutation_printf(m, "%lld", (long long)value);
  const char *to = zc_mutation_printf(m, "%lld", (long long)value + step);
  if (from && to)
    zc_mutation_number(m, field, target, value + step, from, to);
}

/* One of `count` named numbers to the next one, or the last to the one before. */
static void mutate_word(zc_mutation *m, const char *field, uint32_t *target,
                        const char *const *words, uint32_t count) {
  uint32_t other = *target + 1 < count ? *target + 1 : *target - 1;
  zc_mutation_number(m, field, target, other, words[*target], words[other]);
}

/* ---- rules and routes ---- */

static void mutate_rule(zc_mutation *m, zc_rule *row) {
  if (!begin(m, row->id, row->at))
    return;
  mutate_when(m, &row->when);
  if (row->needs)
    mutate_needs(m, "needs", &row->needs);
  zc_mutation_condition(m, "months", &row->months, duration);
  zc_mutation_list(m, "waives", &row->waives);
  zc_mutation_list(m, "reduces", &row->reduces);
  zc_mutation_list(m, "replaces", &row->replaces);
  zc_mutation_tracks(m, &row->tracks);
  mutate_span(m, &row->from, &row->until);
  mutate_flag(m, &row->flags, ZC_BINDS_ALWAYS, "ZC_BINDS_ALWAYS");
  if (row->flags & ZC_YIELDS_TO_EXAM)
    mutate_flag(m, &row->flags, ZC_YIELDS_TO_EXAM, "ZC_YIELDS_TO_EXAM");
}

static void mutate_line(zc_mutation *m, zc_line *line, uint32_t number) {
  enum { TARGET, EDUCATION, HELD, WHEN, FLOOR, ROW, PARTS };
  static const char *const parts[PARTS] = {"target", "education", "held", "when", "floor", "row"};
  const char *names[PARTS];
  for (int i = 0; i < PARTS; i++) {
    names[i] = zc_mutation_printf(m, "line %u, %s", number, parts[i]);
    if (!names[i])
      return;
  }
  zc_mutation_word(m, names[TARGET], &line->target, ZC_F_target_level, 1);
  zc_mutation_word(m, names[EDUCATION], &line->education, ZC_F_education, 1);
  zc_mutation_word(m, names[HELD], &line->held, ZC_F_current_title_level, 1);
  zc_mutation_condition(m, names[WHEN], &line->when, condition);
  if (line->when)
    zc_mutation_text(m, names[WHEN], &line->when, line->when, "nothing", NULL);
  zc_mutation_condition(m, names[FLOOR], &line->floor, duration);
  zc_mutation_text(m, names[ROW], &line->when, "here", "removed", "false");
}

static void mutate_route(zc_mutation *m, zc_route *row) {
  static const char *const modes[ZC_MODE_COUNT] = {"ZC_REVIEW", "ZC_DETERMINATION", "ZC_EXAM"};
  if (!begin(m, row->id, row->at))
    return;
  mutate_when(m, &row->when);
  if (row->needs)
    mutate_needs(m, "needs", &row->needs);
  for (uint32_t i = 0; i < row->lines.count; i++)
    mutate_line(m, (zc_line *)row->lines.rows + i, i + 1);
  zc_mutation_list(m, "waives", &row->waives);
  zc_mutation_list(m, "replaces", &row->replaces);
  zc_mutation_list(m, "group", &row->group);
  zc_mutation_tracks(m, &row->tracks);
  mutate_span(m, &row->from, &row->until);
  mutate_word(m, "mode", &row->mode, modes, ZC_COUNT(modes));
  if (row->flags & ZC_EXCLUSIVE)
    mutate_flag(m, &row->flags, ZC_EXCLUSIVE | (row->flags & ZC_EXAM_DECIDES), "ZC_EXCLUSIVE");
  if (row->flags & ZC_EXAM_DECIDES)
    mutate_flag(m, &row->flags, ZC_EXAM_DECIDES, "ZC_EXAM_DECIDES");
}

/* ---- other questions ---- */

static void mutate_result(zc_mutation *m, const char *field, uint32_t *result) {
  static const char *const words[ZC_RESULT_COUNT] = {"ZC_GO_ON",       "ZC_VALID",    "ZC_INVALID",
                                                     "ZC_REASSESS",    "ZC_EXCHANGE", "ZC_REFUSED",
                                                     "ZC_UNDETERMINED"};
  uint32_t other = (*result + 1) % ZC_RESULT_COUNT;
  zc_mutation_number(m, field, result, other, words[*result], words[other]);
}

static void mutate_conversion(zc_mutation *m, zc_conversion *row) {
  if (!begin(m, row->id, row->at))
    return;
  mutate_when(m, &row->when);
  if (row->keeps) {
    mutate_needs(m, "keeps", &row->keeps);
    mutate_result(m, "kept", &row->kept);
  }
  if (!row->keeps || strcmp(row->keeps, "true") != 0)
    mutate_result(m, "otherwise", &row->otherwise);
  mutate_span(m, &row->from, &row->until);
}

static void mutate_unit(zc_mutation *m, zc_unit_row *row) {
  if (!begin(m, row->id, row->at))
    return;
  mutate_when(m, &row->when);
  mutate_needs(m, "grassroots", &row->grassroots);
  mutate_span(m, &row->from, &row->until);
}

static void mutate_effect(zc_mutation *m, zc_effect *row) {
  static const struct {
    uint32_t bit;
    const char *name;
  } questions[] = {{ZC_ASSESS, "ZC_ASSESS"}, {ZC_CONVERT, "ZC_CONVERT"}, {ZC_UNIT, "ZC_UNIT"}};
  if (!begin(m, row->id, row->at))
    return;
  mutate_when(m, &row->when);
  zc_mutation_tracks(m, &row->tracks);
  mutate_span(m, &row->from, &row->until);
  zc_mutation_list(m, "results", &row->results);
  for (int i = 0; i < 3; i++) {
    if ((row->questions & questions[i].bit) && row->questions != questions[i].bit) {
      zc_mutation_number(m, "questions", &row->questions, row->questions ^ questions[i].bit,
                         questions[i].name, "nothing");
    }
  }
}

/* ---- facts ---- */

static zc_kindred kindred_of(const zc_mutation *m, const char *fact) {
  const zc_vocabulary *v = &m->region->vocabulary;
  int32_t found = zc_fact_find(v, fact, strlen(fact));
  return found < 0 ? condition
                   : (zc_kindred){(uint8_t)v->facts[found].type, (uint8_t)v->facts[found].unit,
                                  v->facts[found].enumeration};
}

static void mutate_derivation(zc_mutation *m, zc_derivation *row) {
  if (begin(m, row->fact, row->at)) {
    zc_mutation_condition(m, "value", &row->value, kindred_of(m, row->fact));
    zc_mutation_text(m, "row", &row->value, "here", "removed", row->fact);
  }
}

static void mutate_fact(zc_mutation *m, zc_fact_row *row) {
  if (row->assumed && begin(m, row->name, row->at)) {
    zc_mutation_condition(m, "assumed", &row->assumed, kindred_of(m, row->name));
    zc_mutation_text(m, "assumed", &row->assumed, row->assumed, "nothing", NULL);
  }
}

/* ---- calendar ---- */

static void mutate_due(zc_mutation *m, const char **due) {
  char date[11] = "2023-";
  zc_day day;
  if (!*due || strlen(*due) != 5)
    return;
  memcpy(date + 5, *due, 6);
  if (zc_day_parse(date, &day) != 0)
    return;
  for (int step = 1; step >= -1; step -= 2) {
    zc_day_format(day + step, date);
    const char *text = zc_mutation_printf(m, "%s", date + 5);
    if (text)
      zc_mutation_text(m, "due", due, *due, text, text);
  }
}

static void mutate_step_row(zc_mutation *m, zc_step *row) {
  static const char *const units[] = {"ZC_FIXED", "ZC_DAYS", "ZC_WORKDAYS", "ZC_MONTHS"};
  if (!begin(m, row->id, row->at))
    return;
  m->calendar = 1;
  mutate_due(m, &row->due);
  if (row->anchor) {
    mutate_step(m, "offset", &row->offset, row->offset, 1);
    mutate_step(m, "offset", &row->offset, row->offset, -1);
    mutate_word(m, "unit", &row->unit, units, ZC_COUNT(units));
  }
  for (int step = 1; step >= -1; step -= 2) {
    if (row->from_year != 0)
      mutate_step(m, "from_year", &row->from_year, row->from_year, step);
    if (row->until_year != 0)
      mutate_step(m, "until_year", &row->until_year, row->until_year, step);
  }
  zc_mutation_list(m, "replaces", &row->replaces);
  zc_mutation_number(m, "row", &row->from_year, 9999, "here", "removed");
  m->calendar = 0;
}

/* ---- days and parameters ---- */

static void mutate_track(zc_mutation *m, zc_track *row) {
  if (begin(m, "track", row->at)) {
    const char *from = zc_mutation_printf(m, "%s, from", row->track);
    const char *until = zc_mutation_printf(m, "%s, until", row->track);
    if (from && until) {
      zc_mutation_day(m, from, &row->from);
      zc_mutation_day(m, until, &row->until);
    }
  }
}

static void mutate_document(zc_mutation *m, zc_document *row) {
  if (begin(m, row->id, row->at))
    mutate_span(m, &row->from, &row->until);
}

static void mutate_setting(zc_mutation *m, const zc_named_parameter *p, zc_setting *setting) {
  char day[11] = "always";
  if (setting->from > ZC_DAY_MIN) {
    zc_day_format(setting->from, day);
    for (int step = 1; step >= -1; step -= 2) {
      char to[11];
      zc_day_format(setting->from + step, to);
      zc_mutation_number(m, "from", &setting->from, setting->from + step, day, to);
    }
  }
  for (int step = 1; step >= -1 && !setting->none; step -= 2) {
    int64_t value = p->type == ZC_BOOL ? 1 - setting->value : setting->value + step;
    const char *from = zc_mutation_printf(m, "%lld", (long long)setting->value);
    const char *to = zc_mutation_printf(m, "%lld", (long long)value);
    if (from && to && value >= 0 && (p->type != ZC_BOOL || step > 0))
      zc_mutation_value(m, day, &setting->value, value, from, to);
  }
}

static void mutate_parameters(zc_mutation *m) {
  zc_parameter_set *set = &m->region->parameters;
  for (uint32_t i = 0; i < set->count; i++) {
    zc_named_parameter *p = &set->parameters[i];
    for (uint32_t j = 0; j < p->setting_count; j++) {
      zc_setting *setting = &p->settings[j];
      if (begin(m, p->name, (zc_place){setting->file, setting->line, 0}))
        mutate_setting(m, p, setting);
    }
  }
}

/* The tables are the region's own copy in its own memory, const for all others. */
#define EACH(chapter, table, type, mutate)                                                         \
  for (uint32_t i = 0; i < (chapter)->table.count; i++)                                            \
  mutate(m, (type *)(chapter)->table.rows + i)

static void mutate_chapter(zc_mutation *m, const zc_chapter *c) {
  EACH(c, documents, zc_document, mutate_document);
  EACH(c, facts, zc_fact_row, mutate_fact);
  EACH(c, derivations, zc_derivation, mutate_derivation);
  EACH(c, tracks, zc_track, mutate_track);
  EACH(c, rules, zc_rule, mutate_rule);
  EACH(c, routes, zc_route, mutate_route);
  EACH(c, conversions, zc_conversion, mutate_conversion);
  EACH(c, units, zc_unit_row, mutate_unit);
  EACH(c, steps, zc_step, mutate_step_row);
  EACH(c, effects, zc_effect, mutate_effect);
}

void zc_mutation_rows(zc_mutation *m) {
  zc_region_plugin *plugin = (zc_region_plugin *)m->region->plugin;
  if (begin(m, m->region->id, (zc_place){m->region->file, 0, 0})) {
    const zc_kindred day = {ZC_DATE, ZC_NO_UNIT, -1};
    zc_mutation_condition(m, "counting_day", &plugin->counting_day, day);
    zc_mutation_condition(m, "convert_day", &plugin->convert_day, day);
    zc_mutation_condition(m, "unit_day", &plugin->unit_day, day);
  }
  for (uint32_t i = 0; i < plugin->chapter_count; i++)
    mutate_chapter(m, plugin->chapters[i]);
  mutate_parameters(m);
}
