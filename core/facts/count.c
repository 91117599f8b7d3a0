/* SPDX-License-Identifier: Apache-2.0 */
/* Facts as they stand on the counting day. */
#include "base/assert.h"
#include "facts/division.h"
#include "facts/facts.h"
#include "facts/reader.h"
#include <stdio.h>
#include <string.h>

const zc_dated_months zc_dated_months_of[ZC_DATED_MONTHS] = {
    {ZC_F_current_title_date, ZC_F_months_in_current_title},
    {ZC_F_other_track_title_date, ZC_F_months_since_other_track_title},
#define ZC_DATED(day, months, ...) {ZC_F_##day, ZC_F_##months},
#include "facts/dated.def"
#undef ZC_DATED
};

const zc_placed_unit zc_placed_units[ZC_PLACED_UNITS] = {
    {ZC_F_unit_division, ZC_F_unit_in_county_seat_subdistrict},
    {ZC_F_destination_division, ZC_F_destination_in_subdistrict},
};

const zc_arrival zc_arrivals[ZC_ARRIVALS] = {
    {ZC_F_destination_division, ZC_F_unit_division},
    {ZC_F_destination_unit_level, ZC_F_unit_level},
    {ZC_F_destination_unit_nature, ZC_F_unit_nature},
    {ZC_F_destination_in_catalog, ZC_F_unit_in_catalog},
    {ZC_F_destination_unit_name, ZC_F_unit_name},
    {ZC_F_destination_unit_code, ZC_F_unit_code},
    {ZC_F_destination_unit_kind, ZC_F_unit_kind},
    {ZC_F_destination_unit_government_run, ZC_F_unit_government_run},
    {ZC_F_destination_in_subdistrict, ZC_F_unit_in_county_seat_subdistrict},
    {ZC_F_destination_agri_subdistrict, ZC_F_unit_agri_subdistrict},
};

typedef struct counting {
  const zc_facts *in;
  zc_facts *out;
  zc_day as_of, counting_day;
  zc_day facts_day; /* the day of the month facts as given */
  zc_diagnostics *diag;
  zc_status status;
} counting;

/* A day that was given must not lie after the day asked about. */
static void check_not_after(counting *c, uint32_t fact) {
  const zc_facts *in = c->in;
  if (!in->given[fact] || in->slots[fact].lo <= c->as_of)
    return;
  zc_buffer pointer = {0};
  zc_where where = zc_facts_where(in, fact, &pointer);
  char given[23], as_of[11];
  zc_partial_date_format(in->slots[fact], given);
  zc_day_format(c->as_of, as_of);
  c->status = zc_report(
      c->diag, ZC_BAD_INPUT, &where, "%s（%s）晚于查询日 %s；请改正日期，或用 --as-of 问更晚的一天",
      "%s (%s) lies after the day asked about, %s; correct it, or ask for a later "
      "day with --as-of",
      in->vocabulary->facts[fact].name, given, as_of);
  zc_buffer_free(&pointer);
}

static void report_disagreement(counting *c, uint32_t date, uint32_t months, zc_slot full) {
  const zc_facts *in = c->in;
  zc_buffer pointer = {0};
  zc_where where = zc_facts_where(in, months, &pointer);
  char given[23], day[11], range[48];
  zc_partial_date_format(in->slots[date], given);
  zc_day_format(c->facts_day, day);
  snprintf(range, sizeof range, full.lo == full.hi ? "%lld" : "%lld-%lld", (long long)full.lo,
           (long long)full.hi);
  c->status = zc_report(c->diag, ZC_BAD_INPUT, &where,
                        "%s 为 %lld，而从 %s（%s）到 %s 是 %s 个整月；请改正或删去其一",
                        "%s is %lld, but from %s (%s) to %s there are %s full months; correct or "
                        "remove one of them",
                        in->vocabulary->facts[months].name, (long long)in->slots[months].lo,
                        in->vocabulary->facts[date].name, given, day, range);
  zc_buffer_free(&pointer);
}

/* Months that a date gives; where both are given they must agree on the day of the facts. */
static void count_from_date(counting *c, uint32_t date, uint32_t months) {
  const zc_facts *in = c->in;
  if (!in->given[date] || in->slots[date].lo > c->as_of)
    return;
  zc_month_count count = {c->as_of, c->facts_day, c->counting_day,
                          in->vocabulary->facts[months].max, in->precision};
  int64_t given = in->given[months] ? in->slots[months].lo : -1;
  zc_counted_date counted = zc_count_date(in->slots[date], given, &count);
  if (!counted.agrees)
    report_disagreement(c, date, months, counted.then);
  c->out->slots[date] = counted.day;
  c->out->slots[months] = counted.months;
  c->out->given[months] = 1;
  if (counted.months.lo < counted.months.hi)
    c->out->open.of[c->out->open.count++] = (zc_dated_months){date, months};
}

/* Of a partial date no day stays that lies after the day asked about. */
static void end_by(counting *c, uint32_t date) {
  zc_slot *day = &c->out->slots[date];
  if (c->in->given[date] && day->lo <= c->as_of && day->hi > c->as_of)
    day->hi = c->as_of;
}

/* Partial dates become days; those with months are days by now. */
static void take_days(counting *c) {
  const zc_vocabulary *v = c->in->vocabulary;
  for (uint32_t i = 0; c->in->precision && i < v->fact_count; i++)
    if (v->facts[i].type == ZC_DATE && c->in->given[i])
      c->out->slots[i] = zc_partial_date_take(c->out->slots[i], c->in->precision);
}

int zc_fact_is_of_year(const zc_fact *fact) {
  static const char year[] = "_this_year";
  size_t length = strlen(fact->name), tail = sizeof year - 1;
  return length >= tail && strcmp(fact->name + length - tail, year) == 0;
}

int zc_fact_grows(const zc_fact *fact) {
  return fact->type == ZC_INT && fact->unit == ZC_MONTH && !zc_fact_is_of_year(fact);
}

static int32_t year_of(zc_day day) {
  return zc_civil_of(day).year;
}

int zc_same_year(zc_day a, zc_day b) {
  return year_of(a) == year_of(b);
}

int zc_title_is_targeted(zc_slot held, int held_given, zc_slot current, int current_given) {
  zc_slot track = held_given ? held : current;
  return (held_given || current_given) && track.lo == ZC_W_track_targeted &&
         track.hi == ZC_W_track_targeted;
}

/* Whether the fact grows for this person: months employed on a targeted title do while that is the
 * title held. */
static int grows_here(const zc_facts *in, uint32_t fact) {
  uint32_t held = ZC_F_held_title_track, current = ZC_F_current_title_track;
  return zc_fact_grows(&in->vocabulary->facts[fact]) &&
         (fact != ZC_F_employed_months_in_targeted_title ||
          zc_title_is_targeted(in->slots[held], in->given[held], in->slots[current],
                               in->given[current]));
}

static void grow_months(counting *c) {
  const zc_vocabulary *v = c->in->vocabulary;
  for (uint32_t i = 0; c->facts_day != c->counting_day && i < v->fact_count; i++) {
    if (!c->in->given[i] || !grows_here(c->in, i))
      continue;
    int64_t then = zc_months_on(c->in->slots[i].lo, c->facts_day, c->counting_day, v->facts[i].max);
    c->out->slots[i] = (zc_slot){then, then};
  }
}

/* Facts of the year, of which nothing is known any more, or which start anew. */
static void leave_year(counting *c, int starts_anew) {
  const zc_vocabulary *v = c->in->vocabulary;
  for (uint32_t i = 0; i < v->fact_count; i++) {
    if (!zc_fact_is_of_year(&v->facts[i]))
      continue;
    int64_t hi = starts_anew ? v->facts[i].min : v->facts[i].max;
    c->out->slots[i] = (zc_slot){v->facts[i].min, hi};
    c->out->given[i] = 1;
  }
}

/* A code below county level tells whether the unit lies in a subdistrict. */
static void find_subdistrict(zc_facts *f, const zc_placed_unit *place) {
  zc_slot unit = f->slots[place->division];
  if (!f->given[place->division] || f->given[place->in_subdistrict] || unit.hi - unit.lo > 999)
    return;
  int64_t town = unit.lo - unit.lo % 1000;
  if (zc_division_find(f->vocabulary->data, (zc_division){town, town + 999}).level !=
      ZC_LEVEL_SUBDISTRICT)
    return;
  f->slots[place->in_subdistrict] = (zc_slot){1, 1};
  f->given[place->in_subdistrict] = 1;
}

static void copy_given(const zc_facts *in, zc_facts *out) {
  uint32_t count = in->vocabulary->fact_count;
  ZC_ASSERT(in != out && out->vocabulary->fact_count == count);
  memcpy(out->slots, in->slots, count * sizeof *out->slots);
  memcpy(out->given, in->given, count * sizeof *out->given);
  memcpy(out->texts, in->texts, count * sizeof *out->texts);
  out->precision = in->precision;
}

static int is_of_earlier_year(const zc_facts *f, uint32_t date, zc_day day) {
  return f->given[date] && year_of((zc_day)f->slots[date].lo) < year_of(day);
}

static void check_facts_day(counting *c) {
  char given[11], as_of[11], to[11];
  if (c->facts_day <= c->as_of || c->facts_day <= c->counting_day)
    return;
  zc_buffer pointer = {0};
  zc_where where = zc_facts_where(c->in, ZC_F_facts_as_of, &pointer);
  zc_day_format(c->facts_day, given);
  zc_day_format(c->as_of, as_of);
  zc_day_format(c->counting_day, to);
  c->status =
      zc_report(c->diag, ZC_BAD_INPUT, &where,
                "facts_as_of（%s）晚于查询日 %s，也晚于年限截止日 %s；请改正，或用 --as-of "
                "问更晚的一天",
                "facts_as_of (%s) lies after the day asked about, %s, and after %s, to which "
                "months are counted; correct it, or ask for a later day with --as-of",
                given, as_of, to);
  zc_buffer_free(&pointer);
}

static void check_application(counting *c) {
  char given[11], as_of[11];
  if (!is_of_earlier_year(c->in, ZC_F_application_date, c->as_of))
    return;
  zc_buffer pointer = {0};
  zc_where where = zc_facts_where(c->in, ZC_F_application_date, &pointer);
  zc_day_format((zc_day)c->in->slots[ZC_F_application_date].lo, given);
  zc_day_format(c->as_of, as_of);
  c->status = zc_report(c->diag, ZC_BAD_INPUT, &where,
                        "application_date（%s）早于查询日 %s 所在的年度；请改正日期，或用 --as-of "
                        "问那一年的一天",
                        "application_date (%s) lies in a year before that of the day asked about, "
                        "%s; correct it, or ask for a day of that year with --as-of",
                        given, as_of);
  zc_buffer_free(&pointer);
}

static void forget(zc_facts *f, uint32_t fact) {
  const zc_fact *row = &f->vocabulary->facts[fact];
  f->slots[fact] = (zc_slot){row->min, row->max};
  f->given[fact] = 0;
}

static void count_all(counting *c) {
  c->out->open.count = 0;
  c->out->open.counting_day = c->counting_day;
  end_by(c, ZC_F_held_title_date);
  for (size_t i = 0; i < ZC_DATED_MONTHS; i++)
    count_from_date(c, zc_dated_months_of[i].date, zc_dated_months_of[i].months);
  take_days(c);
  for (size_t i = 0; i < ZC_PLACED_UNITS; i++)
    find_subdistrict(c->out, &zc_placed_units[i]);
}

zc_status zc_facts_count(const zc_facts *in, zc_day as_of, zc_day counting_day, zc_facts *out,
                         zc_diagnostics *diag) {
  counting c = {in, out, as_of, counting_day, counting_day, diag, ZC_OK};
  copy_given(in, out);
  if (in->given[ZC_F_facts_as_of]) {
    c.facts_day = (zc_day)in->slots[ZC_F_facts_as_of].lo;
    check_facts_day(&c);
    grow_months(&c);
    if (!zc_same_year(c.facts_day, counting_day))
      leave_year(&c, 0);
  }
  check_application(&c);
  for (size_t i = 0; i < ZC_DATED_MONTHS; i++)
    check_not_after(&c, zc_dated_months_of[i].date);
  check_not_after(&c, ZC_F_held_title_date);
  count_all(&c);
  return c.status;
}

void zc_facts_grow(const zc_facts *in, zc_day as_of, zc_day since, zc_day counting_day,
                   zc_facts *out) {
  zc_day facts_day = in->given[ZC_F_facts_as_of] ? (zc_day)in->slots[ZC_F_facts_as_of].lo : since;
  counting c = {in, out, as_of, counting_day, facts_day, NULL, ZC_OK};
  int is_later = year_of(counting_day) > year_of(since);
  copy_given(in, out);
  grow_months(&c);
  if (is_later || !zc_same_year(facts_day, counting_day))
    leave_year(&c, is_later);
  if (is_later && is_of_earlier_year(in, ZC_F_application_date, counting_day))
    forget(out, ZC_F_application_date);
  count_all(&c);
}
