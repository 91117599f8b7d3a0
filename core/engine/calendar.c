/* SPDX-License-Identifier: Apache-2.0 */
/* calendar: the steps of a year with their due days (ARCHITECTURE.md, Convert, unit,
 * calendar). */
#include "engine/answer.h"
#include <stdlib.h>

int zc_calendar_reads(uint32_t fact) {
  return fact == ZC_F_review_start_date || fact == ZC_F_review_end_date ||
         fact == ZC_F_meeting_date || fact == ZC_F_approval_date;
}

static int is_listed(const zc_compiled_step *step, int32_t year) {
  return year >= step->from_year && year <= step->until_year;
}

/* A step is left out while a listed one takes its place. */
static int is_replaced(const zc_region *region, uint32_t index, int32_t year) {
  for (uint32_t i = 0; i < region->step_count; i++) {
    const zc_compiled_step *other = &region->steps[i];
    for (uint32_t j = 0; is_listed(other, year) && j < other->replaces.count; j++)
      if (other->replaces.items[j] == index)
        return 1;
  }
  return 0;
}

static void due_from_anchor(zc_due_step *due, const zc_workdays *workdays, zc_day anchor) {
  const zc_step *row = due->step->row;
  due->has_due = 1;
  if (row->unit == ZC_WORKDAYS) {
    if (zc_add_workdays(workdays, anchor, row->offset, &due->due) != 0) {
      due->has_due = 0;
      due->reason_zh = "超出节假日安排表的范围，无法计算工作日；较新的安排可由配置的 data 给出";
      due->reason_en = "the table of public holidays does not reach that far; a newer one can be "
                       "given (configuration: data)";
    }
  } else if (row->unit == ZC_MONTHS) {
    due->due = zc_add_months(anchor, row->offset);
  } else {
    due->due = anchor + row->offset;
  }
}

/* The value of a date parameter that falls into the year; of a yearly one, that is the year's. */
static int is_of_year(const zc_named_parameter *p, const zc_setting *s, int32_t year) {
  zc_day named = p->yearly ? s->from : (zc_day)s->value;
  return !s->none && zc_civil_of(named).year == year;
}

/* A calendar is of the whole region: a day of one division or series is not everybody's. */
static int is_of_all(const zc_setting *s) {
  int of_all = s->division_lo <= 0 && s->division_hi == INT64_MAX;
  for (int i = 0; i < ZC_WORD_KEYS; i++)
    of_all = of_all && s->words[i] < 0;
  return of_all;
}

static void due_from_parameter(zc_due_step *due, int32_t year) {
  const zc_named_parameter *p = due->step->parameter;
  due->reason_zh = "该年度的日期参数尚未设置";
  due->reason_en = "the date parameter of that year is not set";
  for (uint32_t i = 0; i < p->setting_count; i++) {
    if (!is_of_year(p, &p->settings[i], year))
      continue;
    if (is_of_all(&p->settings[i])) {
      due->has_due = 1;
      due->due = (zc_day)p->settings[i].value;
      due->reason_zh = due->reason_en = NULL;
      return;
    }
    due->reason_zh = "该年度的日期因地区或系列而异";
    due->reason_en = "the day of that year differs by division or series";
  }
}

static zc_due_step due_of(const zc_compiled_step *step, int32_t year, const zc_facts *dates,
                          const zc_workdays *workdays) {
  zc_due_step due = {.step = step, .needs = -1};
  if (step->anchor >= 0) {
    if (dates->given[step->anchor])
      due_from_anchor(&due, workdays, (zc_day)dates->slots[step->anchor].lo);
    else
      due.needs = step->anchor;
  } else if (step->parameter) {
    due_from_parameter(&due, year);
  } else if (step->month) {
    int32_t last = zc_days_in_month(year, step->month);
    due.has_due = 1;
    due.due = zc_day_of(year, step->month, step->day < last ? step->day : last);
  }
  return due;
}

/* By due day, those without one last; otherwise in the order of the region. */
static int compare(const void *left, const void *right) {
  const zc_due_step *a = left, *b = right;
  if (a->has_due != b->has_due)
    return b->has_due - a->has_due;
  if (a->has_due && a->due != b->due)
    return a->due < b->due ? -1 : 1;
  return a->step < b->step ? -1 : 1;
}

static void list_edition(zc_calendar *c) {
  const zc_region *r = c->region;
  zc_day first = zc_day_of(c->year, 1, 1), last = zc_day_of(c->year, 12, 31);
  for (uint32_t i = 0; i < r->document_count; i++)
    if (r->document_spans[i].from <= last && r->document_spans[i].until >= first)
      c->edition[c->edition_count++] = &r->documents[i];
}

zc_status zc_calendar_make(zc_calendar *calendar, const zc_region *region, int32_t year,
                           const zc_facts *dates, zc_diagnostics *diag) {
  *calendar = (zc_calendar){.region = region, .year = year};
  calendar->steps =
      zc_arena_alloc(&calendar->arena, (region->step_count + 1) * sizeof *calendar->steps);
  calendar->edition =
      zc_arena_alloc(&calendar->arena, (region->document_count + 1) * sizeof(zc_document *));
  if (!calendar->steps || !calendar->edition) {
    zc_calendar_free(calendar);
    return zc_report_memory(diag);
  }
  for (uint32_t i = 0; i < region->step_count; i++)
    if (is_listed(&region->steps[i], year) && !is_replaced(region, i, year))
      calendar->steps[calendar->step_count++] =
          due_of(&region->steps[i], year, dates, &region->vocabulary.data->workdays);
  qsort(calendar->steps, calendar->step_count, sizeof *calendar->steps, compare);
  list_edition(calendar);
  return ZC_OK;
}

void zc_calendar_free(zc_calendar *calendar) {
  zc_arena_free(&calendar->arena);
  *calendar = (zc_calendar){.region = NULL};
}
