/* SPDX-License-Identifier: Apache-2.0 */
/* Facts: what is known of one person, unit or title. Values are intervals: a known value has
 * lo == hi, an unknown one spans its fact's range, a coarse division spans the codes under it. */
#ifndef ZC_FACTS_FACTS_H
#define ZC_FACTS_FACTS_H

#include "base/date.h"
#include "base/diagnostics.h"
#include "facts/partial_date.h"
#include "facts/vocabulary.h"

/* A day, and the fact in months that it gives. */
typedef struct zc_dated_months {
  uint32_t date, months;
} zc_dated_months;
enum {
#define ZC_DATED(day, months, ...) ZC_DATED_##months,
#include "facts/dated.def"
#undef ZC_DATED
  ZC_DATED_ROWS,
  ZC_DATED_MONTHS = ZC_DATED_ROWS + 2, /* two of titles, with words of their own in facts.def */
  ZC_PLACED_UNITS = 2
};
extern const zc_dated_months zc_dated_months_of[ZC_DATED_MONTHS];

/* Months that follow from a partial date, and may be several: which they are is the day's to say,
 * so that completions give a value to the day. */
typedef struct zc_open_months {
  zc_dated_months of[ZC_DATED_MONTHS];
  uint32_t count;
  zc_day counting_day;
} zc_open_months;
/* The date that the months are open by, or -1; `open` may be NULL. */
static inline int64_t zc_open_date(const zc_open_months *open, uint32_t months) {
  for (uint32_t i = 0; open && i < open->count; i++)
    if (open->of[i].months == months)
      return open->of[i].date;
  return -1;
}

/* Facts of one question. Strings live in `arena` until zc_facts_free or zc_facts_clear. */
typedef struct zc_facts {
  const zc_vocabulary *vocabulary;
  zc_slot *slots;     /* by fact index; the range of the fact where it is not given */
  uint8_t *given;     /* 1: given with a value */
  const char **texts; /* as given: unit_name, a region id, a division "451229", a partial date;
                         else NULL */
  struct zc_origin *origins;    /* where each was given, for later messages */
  zc_month_precision precision; /* what partial dates are taken as; clearing keeps it */
  zc_open_months open;          /* of counted facts; of others none */
  zc_arena arena;
} zc_facts;

zc_status zc_facts_init(zc_facts *f, const zc_vocabulary *v, zc_diagnostics *diag);
void zc_facts_clear(zc_facts *f); /* nothing is given any more; keeps the memory */
void zc_facts_free(zc_facts *f);
/* Makes `f` the same facts as `from`, of the same vocabulary; texts stay with `from`. */
void zc_facts_take(zc_facts *f, const zc_facts *from);

/* Partial dates that have no text, as from columns, get it. ZC_OK or ZC_NO_RESOURCE. */
zc_status zc_facts_name_days(zc_facts *f, zc_diagnostics *diag);

/* Readers. Each reports every error of its input, not the first alone, and then returns
 * ZC_BAD_INPUT; `f` then has what could be read, for zc_facts_count to check and for nothing else.
 * `name` is the file's name for messages ("-": standard input). Bytes need not be terminated. */
/* One JSON object or an INI file with one section [facts], told apart by the first non-blank byte.
 */
zc_status zc_facts_read(zc_facts *f, const char *name, const char *bytes, size_t length,
                        zc_diagnostics *diag);
zc_status zc_facts_read_json(zc_facts *f, const char *name, const char *bytes, size_t length,
                             zc_diagnostics *diag);
zc_status zc_facts_read_ini(zc_facts *f, const char *name, const char *bytes, size_t length,
                            zc_diagnostics *diag);
/* "name=value" of --set, read by the type of the fact; overrides what a file gave. The same name in
 * two settings is an error: hand over all of them at once. */
zc_status zc_facts_set(zc_facts *f, const char *const *settings, uint32_t count,
                       zc_diagnostics *diag);
/* One value given as text (INI, CSV, --set), read by the type of the fact. Empty text is an error
 * here; a CSV reader skips empty fields itself. */
zc_status zc_facts_put_text(zc_facts *f, uint32_t fact, const char *text, size_t length,
                            const zc_where *where, zc_diagnostics *diag);

/* Whether a date fact is given as a whole day only: what questions, calendars and counting start
 * from. Of other date facts the month or the year will do. */
int zc_fact_is_whole_day(uint32_t fact);

/* A division, and the fact that its code sets where it is that of a subdistrict. */
typedef struct zc_placed_unit {
  uint32_t division, in_subdistrict;
} zc_placed_unit;
extern const zc_placed_unit zc_placed_units[ZC_PLACED_UNITS];

/* A fact of the unit moved to, and the fact of the present unit that says the same. */
typedef struct zc_arrival {
  uint32_t destination, unit;
} zc_arrival;
enum { ZC_ARRIVALS = 10 };
extern const zc_arrival zc_arrivals[ZC_ARRIVALS];

/*
 * Facts as they stand on the counting day (ARCHITECTURE.md, The counting day). `in` is what was
 * given; `out` is initialised with the same vocabulary and receives slots and given (texts are
 * shared with `in`; `out` must not outlive it).
 * - The day of a title or qualification gives its month fact: full months to the counting day, 0
 * where it lies after that day, at most the fact's greatest value. Derived months count as given.
 * - Of a partial date as many days stay as as_of and months that were given leave; its months are
 *   the range that they give, or as given. `open` lists those that may be several. With a precision
 *   the first or the last of its days is taken.
 * - Where facts_as_of is given, all facts in months but those named *_this_year grow by the full
 *   months from it to the counting day, up to their greatest value. Where it lies after the
 *   counting day they shrink by the months between, a begun one counting as one, not below 0.
 * - Facts named *_this_year belong to the year of facts_as_of. Where the counting day lies in
 *   another, they are not known and nothing is assumed of them: they are "given" with their range.
 * - A code at or below town level that lies in a subdistrict of the table sets
 *   unit_in_county_seat_subdistrict, or destination_in_subdistrict, unless that is given.
 * Errors, all of them reported: facts_as_of after both as_of and the counting day; an
 * application_date in a year before that of as_of; one of those days, or that of the title held,
 * after as_of; a month fact that differs from its date's full months (from all days of a partial
 * one) to facts_as_of or, where that is not given, to the counting day. `out` is then not to be
 * used.
 */
zc_status zc_facts_count(const zc_facts *in, zc_day as_of, zc_day counting_day, zc_facts *out,
                         zc_diagnostics *diag);
/* The same for a later day, if only time runs on from `as_of`: months as given stand for the day
 * `since` (or for facts_as_of) and grow to the counting day. From the year after `since` on, facts
 * of the year start anew at 0 or false, and an application_date of an earlier year counts as not
 * given. For facts that zc_facts_count has accepted. */
void zc_facts_grow(const zc_facts *in, zc_day as_of, zc_day since, zc_day counting_day,
                   zc_facts *out);
/* Whether a fact grows as time runs on: months, but those of one calendar year. */
int zc_fact_grows(const zc_fact *fact);
/* Whether the title held (where its track is given), else the current one, is known to be targeted:
 * employed_months_in_targeted_title grows then alone. */
int zc_title_is_targeted(zc_slot held, int held_given, zc_slot current, int current_given);
int zc_fact_is_of_year(const zc_fact *fact); /* it is named *_this_year */
int zc_same_year(zc_day a, zc_day b);

/* Warns of given division codes that are in no table, with what became of them. */
void zc_facts_tell_divisions(const zc_facts *facts, zc_diagnostics *diag);

#endif
