/* SPDX-License-Identifier: Apache-2.0 */
/* Columns as the rules see them: cut into blocks, months on the counting day. The rules of counting
 * are those of facts/count.c. */
#include "base/assert.h"
#include "base/bit.h"
#include "base/integers.h"
#include "columns/column_engine.h"
#include "facts/division.h"
#include <string.h>

static int is_known(const zc_column_view *view, uint32_t row) {
  return view->lo && (!view->known || zc_has_bit(view->known, row));
}

static int all_known(const uint64_t *known, uint32_t rows) {
  uint64_t all = UINT64_MAX;
  for (uint32_t i = 0; i < rows / 64; i++)
    all &= known[i];
  uint32_t rest = rows % 64;
  return all == UINT64_MAX && (!rest || (known[rows / 64] | UINT64_MAX << rest) == UINT64_MAX);
}

/* The known bits of a block; a short one is copied, since nothing behind it may be read. */
static const uint64_t *view_known(zc_column_workspace *ws, const zc_column *c, size_t first,
                                  uint32_t rows) {
  if (!c->known)
    return NULL;
  const uint64_t *known = c->known + first / 64;
  if (all_known(known, rows))
    return NULL;
  if (rows == ZC_BLOCK_ROWS)
    return known;
  uint64_t *copy = zc_plane_of(ws->known, c->fact);
  memset(copy, 0, ZC_BLOCK_WORDS * sizeof *copy);
  memcpy(copy, known, (rows + 63) / 64 * sizeof *copy);
  return copy;
}

/* The part of the next block, if it is a whole one, in pieces that one test fetches. */
static void list_fetch(zc_column_workspace *ws, const zc_column *c, size_t first) {
  const char *next = (const char *)c->values + (first + ZC_BLOCK_ROWS) * c->width;
  ZC_ASSERT(ws->fetch_count + c->width <= zc_fetch_limit(ws->engine->region));
  for (uint32_t i = 0; i < c->width; i++)
    ws->fetch[ws->fetch_count++] = next + (size_t)i * 64 * ZC_BLOCK_WORDS;
}

/* What an earlier block derived. */
static void forget_counted(zc_column_workspace *ws, uint32_t fact) {
  ws->counted[fact] = ws->views[fact];
}

void zc_columns_view(zc_column_workspace *ws, const zc_column *columns, uint32_t count,
                     size_t first, uint32_t rows) {
  const zc_vocabulary *v = &ws->engine->region->vocabulary;
  ws->fetch_count = 0;
  for (size_t i = 0; i < ZC_DATED_MONTHS; i++)
    forget_counted(ws, zc_dated_months_of[i].months);
  for (size_t i = 0; i < ZC_PLACED_UNITS; i++)
    forget_counted(ws, zc_placed_units[i].in_subdistrict);
  for (uint32_t f = 0; f < v->fact_count; f++)
    if (ws->engine->is_of_year[f])
      forget_counted(ws, f);
  for (uint32_t i = 0; i < count; i++) {
    const zc_column *c = &columns[i];
    ZC_ASSERT(c->fact < v->fact_count && ws->engine->given[c->fact]);
    ZC_ASSERT(c->width == 1 || c->width == 2 || c->width == 4 || c->width == 8);
    zc_column_view *view = &ws->views[c->fact];
    const zc_fact *fact = &v->facts[c->fact];
    *view = (zc_column_view){.width = c->width, .min = fact->min, .max = fact->max};
    view->lo = (const char *)c->values + first * c->width;
    view->hi = c->highest ? (const char *)c->highest + first * c->width : view->lo;
    if (view->hi != view->lo && memcmp(view->hi, view->lo, (size_t)rows * c->width) == 0)
      view->hi = view->lo;
    view->known = view_known(ws, c, first, rows);
    ws->counted[c->fact] = *view;
    if (rows == ZC_BLOCK_ROWS)
      list_fetch(ws, c, first);
  }
}

/* ---- the counting day ---- */

static void find_days(zc_column_workspace *ws, uint32_t rows) {
  const zc_column_engine *e = ws->engine;
  ZC_ASSERT(e->day_count > 0);
  for (uint32_t r = 0; r < rows; r++)
    ws->day_of[r] = e->days[0];
  if (e->day_count == 1)
    return;
  zc_block block = {rows, ws->views, e->region->functions, e->as_of, 0, NULL, 0};
  zc_planes_run(&e->counting, e->kernels, &block, &ws->room);
  for (uint32_t i = 1; i < e->day_count; i++) {
    zc_plane_in from = zc_certain(&ws->room, e->from[i]);
    zc_plane_in perhaps = zc_possible(&ws->room, e->from[i]);
    for (uint32_t w = 0; w < ZC_BLOCK_WORDS; w++)
      ws->day_open[w] |= (perhaps.plane[w] ^ perhaps.flip) & ~(from.plane[w] ^ from.flip);
    for (uint32_t r = 0; r < rows; r++)
      if ((from.plane[r / 64] ^ from.flip) >> (r % 64) & 1)
        ws->day_of[r] = e->days[i];
  }
}

/* ---- months ---- */

static int64_t least(int64_t a, int64_t b) {
  return a < b ? a : b;
}

/* The values of a month fact in a place where they may be changed. */
static int32_t *own_months(zc_column_workspace *ws, uint32_t fact, uint32_t rows) {
  zc_column_view *view = &ws->counted[fact];
  int32_t *months = ws->months + (size_t)fact * ZC_BLOCK_ROWS;
  if (view->lo == months)
    return months;
  ZC_ASSERT(view->max <= INT32_MAX);
  uint64_t *known = zc_plane_of(ws->known, fact);
  uint64_t bits[ZC_BLOCK_WORDS] = {0};
  for (uint32_t r = 0; r < rows; r++) {
    int is = is_known(view, r);
    months[r] = is ? (int32_t)zc_column_view_slot(view, r).lo : 0;
    if (is)
      zc_set_bit(bits, r);
  }
  memcpy(known, bits, sizeof bits);
  *view = (zc_column_view){months, months, sizeof *months, known, view->min, view->max};
  return months;
}

/* The day of the month facts as given. */
static zc_day facts_day(const zc_column_workspace *ws, uint32_t row) {
  const zc_column_view *view = &ws->views[ZC_F_facts_as_of];
  return is_known(view, row) ? (zc_day)zc_column_view_slot(view, row).lo : ws->day_of[row];
}

/* The word of a track in a row, where it is known. */
static int track_in(const zc_column_workspace *ws, uint32_t fact, uint32_t row, zc_slot *track) {
  const zc_column_view *view = &ws->views[fact];
  *track = is_known(view, row) ? zc_column_view_slot(view, row) : (zc_slot){0, 0};
  return is_known(view, row);
}

static int grows_here(const zc_column_workspace *ws, uint32_t fact, uint32_t row) {
  zc_slot held, current;
  if (fact != ZC_F_employed_months_in_targeted_title)
    return 1;
  int held_given = track_in(ws, ZC_F_held_title_track, row, &held);
  int current_given = track_in(ws, ZC_F_current_title_track, row, &current);
  return zc_title_is_targeted(held, held_given, current, current_given);
}

static void grow_months(zc_column_workspace *ws, uint32_t fact, uint32_t rows) {
  int32_t *months = own_months(ws, fact, rows);
  const uint64_t *known = ws->counted[fact].known;
  for (uint32_t r = 0; r < rows; r++)
    if (zc_has_bit(known, r) && grows_here(ws, fact, r))
      months[r] =
          (int32_t)zc_months_on(months[r], facts_day(ws, r), ws->day_of[r], ws->counted[fact].max);
}

static void check_not_after(zc_column_workspace *ws, uint32_t date, uint32_t rows) {
  const zc_column_view *view = &ws->views[date];
  for (uint32_t r = 0; view->lo && r < rows; r++)
    if (is_known(view, r) && zc_column_view_slot(view, r).lo > ws->engine->as_of)
      zc_set_bit(ws->rejected, r);
}

/* The facts were counted after both days. */
static void check_days(zc_column_workspace *ws, uint32_t rows) {
  zc_day as_of = ws->engine->as_of;
  for (uint32_t r = 0; r < rows; r++) {
    zc_day facts = facts_day(ws, r);
    if (facts > as_of && facts > ws->day_of[r])
      zc_set_bit(ws->rejected, r);
  }
}

/* The application was handed in in an earlier year. */
static void check_application(zc_column_workspace *ws, uint32_t rows) {
  const zc_column_view *applied = &ws->views[ZC_F_application_date];
  zc_day first = zc_day_of(zc_civil_of(ws->engine->as_of).year, 1, 1);
  if (!applied->lo)
    return;
  for (uint32_t w = 0; w * 64 < rows; w++) {
    uint64_t early = 0;
    uint32_t end = rows - w * 64 < 64 ? rows - w * 64 : 64;
    for (uint32_t i = 0; i < end; i++)
      early |= (uint64_t)(zc_integer_at(applied->lo, applied->width, w * 64 + i) < first) << i;
    ws->rejected[w] |= early & (applied->known ? applied->known[w] : UINT64_MAX);
  }
}

/* A fact of a year that is not the one asked about: it may be anything, and nothing is assumed. */
static void leave_year(zc_column_workspace *ws, uint32_t fact, uint32_t rows) {
  const zc_fact *f = &ws->engine->region->vocabulary.facts[fact];
  zc_column_view *view = &ws->counted[fact];
  view->min = f->min;
  view->max = f->max;
  int32_t *lo = own_months(ws, fact, rows), *hi = ws->most + (size_t)fact * ZC_BLOCK_ROWS;
  uint64_t *known = zc_plane_of(ws->known, fact);
  memcpy(hi, lo, rows * sizeof *hi);
  for (uint32_t r = 0; r < rows; r++)
    if (!zc_same_year(facts_day(ws, r), ws->day_of[r])) {
      lo[r] = (int32_t)f->min;
      hi[r] = (int32_t)f->max;
      zc_set_bit(known, r);
    }
  view->hi = hi;
}

static void count_from_date(zc_column_workspace *ws, uint32_t date, uint32_t fact, uint32_t rows) {
  const zc_column_view *dates = &ws->views[date], *given = &ws->views[fact];
  int32_t *months = own_months(ws, fact, rows);
  for (uint32_t r = 0; r < rows; r++) {
    zc_day from = (zc_day)zc_column_view_slot(dates, r).lo;
    if (!is_known(dates, r) || from > ws->engine->as_of)
      continue;
    int64_t then = least(zc_full_months(from, facts_day(ws, r)), given->max);
    if (is_known(given, r) && zc_column_view_slot(given, r).lo != then)
      zc_set_bit(ws->rejected, r);
    months[r] = (int32_t)least(zc_full_months(from, ws->day_of[r]), given->max);
    zc_set_bit(zc_plane_of(ws->known, fact), r);
  }
}

/* ---- partial dates ---- */

/* An interval a row, in a place where it may be changed: starts as what the view has. */
typedef struct intervals {
  int32_t *lo, *hi;
} intervals;

static intervals own_days(zc_column_workspace *ws, uint32_t date, uint32_t rows) {
  zc_column_view *view = &ws->counted[date];
  size_t at = (size_t)date * ZC_BLOCK_ROWS;
  intervals days = {ws->months + at, ws->most + at};
  for (uint32_t r = 0; r < rows; r++) {
    zc_slot day = zc_column_view_slot(view, r);
    days.lo[r] = (int32_t)day.lo;
    days.hi[r] = (int32_t)day.hi;
  }
  view->lo = days.lo;
  view->hi = days.hi;
  view->width = sizeof *days.lo;
  return days;
}

static void put_interval(intervals to, uint32_t row, zc_slot slot) {
  to.lo[row] = (int32_t)slot.lo;
  to.hi[row] = (int32_t)slot.hi;
}

/* As count_from_date, of a block in which some date is partial. */
static void count_from_days(zc_column_workspace *ws, uint32_t date, uint32_t fact, uint32_t rows) {
  const zc_column_engine *e = ws->engine;
  const zc_column_view *dates = &ws->views[date], *given = &ws->views[fact];
  intervals days = own_days(ws, date, rows);
  intervals months = {own_months(ws, fact, rows), ws->most + (size_t)fact * ZC_BLOCK_ROWS};
  memcpy(months.hi, months.lo, rows * sizeof *months.hi);
  ws->counted[fact].hi = months.hi;
  for (uint32_t r = 0; r < rows; r++) {
    zc_slot day = zc_column_view_slot(dates, r);
    if (!is_known(dates, r) || day.lo > e->as_of)
      continue;
    zc_month_count count = {e->as_of, facts_day(ws, r), ws->day_of[r], given->max, e->precision};
    zc_counted_date counted =
        zc_count_date(day, is_known(given, r) ? zc_column_view_slot(given, r).lo : -1, &count);
    if (!counted.agrees)
      zc_set_bit(ws->rejected, r);
    put_interval(days, r, counted.day);
    put_interval(months, r, counted.months);
    zc_set_bit(zc_plane_of(ws->known, fact), r);
  }
}

static void end_by_day(zc_column_workspace *ws, uint32_t date, uint32_t rows) {
  const zc_column_view *view = &ws->views[date];
  zc_day as_of = ws->engine->as_of;
  if (view->lo == view->hi)
    return;
  intervals days = own_days(ws, date, rows);
  for (uint32_t r = 0; r < rows; r++)
    if (is_known(view, r) && days.lo[r] <= as_of && days.hi[r] > as_of)
      days.hi[r] = as_of;
}

/* Partial dates become days. */
static void take_days(zc_column_workspace *ws, uint32_t date, uint32_t rows) {
  const zc_column_view *view = &ws->counted[date];
  if (!ws->engine->precision || view->lo == view->hi)
    return;
  intervals days = own_days(ws, date, rows);
  for (uint32_t r = 0; r < rows; r++)
    if (is_known(view, r))
      put_interval(days, r,
                   zc_partial_date_take((zc_slot){days.lo[r], days.hi[r]}, ws->engine->precision));
}

/* ---- places ---- */

/* Whether the town of a code is a subdistrict. A population names the same towns again and again.
 */
static int is_subdistrict(zc_column_workspace *ws, int64_t code) {
  int64_t town = code / 1000;
  int64_t *seen = &ws->towns[(uint64_t)town % ZC_TOWNS];
  if (*seen >> 1 != town) {
    zc_division whole = {town * 1000, town * 1000 + 999};
    *seen = town * 2 + (zc_division_find(ws->engine->region->vocabulary.data, whole).level ==
                        ZC_LEVEL_SUBDISTRICT);
  }
  return (int)(*seen & 1);
}

/* The rows whose unit lies in a subdistrict, as far as its code tells. */
static void find_subdistricts(zc_column_workspace *ws, uint32_t division, uint32_t rows,
                              uint64_t *found) {
  const zc_column_view *unit = &ws->views[division];
  const int64_t *lo = unit->lo, *hi = unit->hi;
  memset(found, 0, ZC_BLOCK_WORDS * sizeof *found);
  for (uint32_t r = 0; r < rows; r++) {
    int64_t code = unit->width == 8 ? lo[r] : zc_column_view_slot(unit, r).lo;
    int64_t last = unit->width == 8 ? hi[r] : zc_column_view_slot(unit, r).hi;
    if ((uint64_t)last - (uint64_t)code <= 999 && is_subdistrict(ws, code))
      zc_set_bit(found, r);
  }
  for (uint32_t w = 0; unit->known && w < ZC_BLOCK_WORDS; w++)
    found[w] &= unit->known[w];
}

static void count_subdistricts(zc_column_workspace *ws, size_t which, uint32_t rows) {
  const zc_placed_unit *unit = &zc_placed_units[which];
  zc_column_view *flag = &ws->counted[unit->in_subdistrict], given = *flag;
  int8_t *values = ws->subdistrict + which * ZC_BLOCK_ROWS;
  uint64_t found[ZC_BLOCK_WORDS];
  find_subdistricts(ws, unit->division, rows, found);
  memset(values, 1, rows);
  for (uint32_t r = 0; given.lo && r < rows; r++)
    if (is_known(&given, r)) {
      values[r] = (int8_t)zc_column_view_slot(&given, r).lo;
      zc_set_bit(found, r);
    }
  uint64_t *place = zc_plane_of(ws->known, unit->in_subdistrict);
  memcpy(place, found, sizeof found);
  *flag = (zc_column_view){values, values, 1, place, 0, 1};
}

static void count_date(zc_column_workspace *ws, const zc_dated_months *of, uint32_t rows) {
  const zc_column_view *dates = &ws->views[of->date];
  if (!dates->lo)
    return;
  check_not_after(ws, of->date, rows);
  if (dates->lo == dates->hi)
    count_from_date(ws, of->date, of->months, rows);
  else
    count_from_days(ws, of->date, of->months, rows);
}

void zc_columns_count(zc_column_workspace *ws, uint32_t rows) {
  const zc_column_engine *e = ws->engine;
  for (size_t i = 0; i < ZC_PLACED_UNITS; i++)
    if (e->reads_place[i] && ws->views[zc_placed_units[i].division].lo)
      count_subdistricts(ws, i, rows);
  check_application(ws, rows);
  if (!e->has_dates)
    return;
  find_days(ws, rows);
  for (uint32_t f = 0; ws->views[ZC_F_facts_as_of].lo && f < e->region->vocabulary.fact_count; f++)
    if (e->grows[f] && ws->views[f].lo)
      grow_months(ws, f, rows);
    else if (e->is_of_year[f])
      leave_year(ws, f, rows);
  check_days(ws, rows);
  check_not_after(ws, ZC_F_held_title_date, rows);
  end_by_day(ws, ZC_F_held_title_date, rows);
  for (size_t i = 0; i < ZC_DATED_MONTHS; i++)
    count_date(ws, &zc_dated_months_of[i], rows);
  for (uint32_t f = 0; e->precision && f < e->region->vocabulary.fact_count; f++)
    if (e->region->vocabulary.facts[f].type == ZC_DATE)
      take_days(ws, f, rows);
}
