/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Undetermined means that completions of the unknown facts differ, and the facts named as missing
 * are those that make them differ: compared with completions drawn at random, each answered with
 * every fact known, and with ones looked for on purpose.
 */
#include "base/memory.h"
#include "support/property.h"
#include <string.h>

enum { COMPLETIONS = 6, STEPS = 100, TRIES = 12, SEEKS = 1000 };

/* What a question's answer comes down to. */
typedef struct outcome {
  int value;
  uint32_t missing;
} outcome;

typedef struct counts {
  unsigned long long asked, open, proved, sought, found;
} counts;

typedef struct partly {
  property *p;
  const zc_person *person;
  zc_question question;
  zc_day counted_to;
  outcome outcome;
  uint8_t *missing; /* by fact */
  uint8_t *unknown; /* by fact: its value is not known, and completed */
  zc_facts start;   /* what is known */
  zc_finding *findings;
  uint32_t finding_count;
  int exact;
  counts *counts;
} partly;

static outcome outcome_of(const zc_answer *a) {
  int value = a->question == ZC_Q_ASSESS    ? (int)a->verdict
              : a->question == ZC_Q_CONVERT ? (int)a->result
                                            : a->grassroots;
  return (outcome){value, a->missing_count};
}

static const zc_answer *ask(partly *q, const zc_facts *facts) {
  zc_workspace *ws = q->p->again;
  zc_day day = q->person->as_of;
  return q->question == ZC_Q_ASSESS ? zc_assess(ws, facts, day, q->counted_to, q->person->strict)
         : q->question == ZC_Q_CONVERT
             ? zc_convert(ws, facts, day, q->counted_to, q->person->strict)
             : zc_unit_question(ws, facts, day, q->counted_to, q->person->strict);
}

/* ---- completing ---- */

/* The months that are open by a date; else the date itself. */
static uint32_t months_of(const partly *q, uint32_t date) {
  for (uint32_t i = 0; i < q->start.open.count; i++)
    if (q->start.open.of[i].date == date)
      return q->start.open.of[i].months;
  return date;
}

/* The facts that a completion gives a value: read, not known, and nothing is assumed of them. Where
 * nothing is said of the unit's place it is somewhere in the region. */
static int is_unknown(const partly *q, uint32_t fact) {
  const zc_fact *f = &q->start.vocabulary->facts[fact];
  zc_slot slot = q->start.slots[fact];
  uint32_t months = months_of(q, fact);
  unsigned reads = q->p->people->values.reads[fact] | q->p->people->values.reads[months];
  if (slot.lo == slot.hi || !(reads >> q->question & 1) || zc_open_date(&q->start.open, fact) >= 0)
    return 0;
  return q->start.given[fact] || q->person->strict || !f->assumed || fact == ZC_F_unit_division ||
         zc_test_is_partly_assumed(f);
}

static zc_slot range_of(const partly *q, uint32_t fact) {
  const zc_region *r = &q->p->people->region;
  if (fact == ZC_F_unit_division && !q->start.given[fact] && !q->person->strict)
    return (zc_slot){r->division_lo, r->division_hi};
  return q->start.slots[fact];
}

/* Divisions are also compared with each other: sometimes a place that another fact names. */
static int64_t value_for(partly *q, const zc_facts *facts, uint32_t fact) {
  const zc_vocabulary *v = q->start.vocabulary;
  zc_random *r = &q->p->random;
  zc_slot range = range_of(q, fact);
  if (v->facts[fact].type == ZC_DIVISION && zc_random_chance(r, 30)) {
    uint32_t other = zc_random_below(r, v->fact_count);
    while (v->facts[other].type != ZC_DIVISION)
      other = (other + 1) % v->fact_count;
    int64_t place = facts->slots[other].lo;
    if (place == facts->slots[other].hi && place >= range.lo && place <= range.hi)
      return place;
  }
  return zc_test_value_exact(&q->p->people->values, fact, range, q->person->as_of, r);
}

/* A value becomes known. A fact that conditions ask given(...) of stays not given: that it is not
 * is certain. */
static void complete_one(partly *q, zc_facts *facts, uint32_t fact) {
  const zc_test_values *values = &q->p->people->values;
  int64_t value = value_for(q, facts, fact);
  uint32_t months = months_of(q, fact);
  facts->slots[fact] = (zc_slot){value, value};
  if (months != fact) {
    int64_t full = zc_full_months((zc_day)value, q->counted_to);
    facts->slots[months] = (zc_slot){full, full};
  }
  if (!values->asked[fact] && !(fact == ZC_F_unit_division && !q->person->strict))
    facts->given[fact] = 1;
}

static void begin_again(const partly *q, zc_facts *facts) {
  uint32_t count = q->start.vocabulary->fact_count;
  memcpy(facts->slots, q->start.slots, count * sizeof *facts->slots);
  memcpy(facts->given, q->start.given, count);
  facts->open = q->start.open;
}

/* Completes the facts that are missing or those that are not. */
static void complete(partly *q, zc_facts *facts, int missing) {
  for (uint32_t f = 0; f < q->start.vocabulary->fact_count; f++)
    if (q->unknown[f] && q->missing[f] == missing)
      complete_one(q, facts, f);
}

/* ---- looking for two completions that differ ---- */

static int names(const zc_answer *a, uint32_t fact) {
  for (uint32_t i = 0; i < a->missing_count; i++)
    if (a->missing[i] == fact)
      return 1;
  return 0;
}

/* Makes one more fact known such that `kept` still matters. */
static int narrow(partly *q, zc_facts *facts, uint32_t fact, uint32_t kept) {
  zc_slot slot = facts->slots[fact], months = facts->slots[months_of(q, fact)];
  uint8_t given = facts->given[fact];
  for (int i = 0; i < TRIES; i++) {
    complete_one(q, facts, fact);
    if (names(ask(q, facts), kept))
      return 1;
  }
  facts->slots[fact] = slot;
  facts->slots[months_of(q, fact)] = months;
  facts->given[fact] = given;
  return 0;
}

/* With everything else known: two values of the fact that give two answers, neither of them with
 * anything missing. */
static int differs(partly *q, zc_facts *facts, uint32_t fact) {
  outcome first = {0};
  complete(q, facts, 0);
  for (int i = 0; i < 8 * TRIES; i++) {
    complete_one(q, facts, fact);
    outcome now = outcome_of(ask(q, facts));
    if (now.missing)
      return 0;
    if (i && now.value != first.value)
      return 1;
    first = now;
  }
  return 0;
}

/* Whether `fact` is shown to matter: the others become known one by one, then it takes two values.
 */
static int shows(partly *q, uint32_t fact) {
  zc_facts *facts = &q->p->facts;
  begin_again(q, facts);
  for (int i = 0; i < STEPS; i++) {
    const zc_answer *a = ask(q, facts);
    if (!names(a, fact))
      return 0;
    if (a->missing_count == 1)
      return differs(q, facts, fact);
    uint32_t other = a->missing[zc_random_below(&q->p->random, a->missing_count)];
    if (other != fact)
      narrow(q, facts, other, fact);
  }
  return 0;
}

/* Where a fact only tells what is refused from what no document answers, the others becoming known
 * one by one leave nothing missing: here they become known at once. */
static int shows_at_once(partly *q, uint32_t fact) {
  zc_facts *facts = &q->p->facts;
  begin_again(q, facts);
  complete(q, facts, 1);
  return differs(q, facts, fact);
}

static void seek(partly *q) {
  uint32_t picks = zc_random_below(&q->p->random, q->outcome.missing), fact = 0;
  while (!q->missing[fact] || picks-- > 0)
    fact++;
  q->counts->sought++;
  for (int i = 0; i < SEEKS; i++)
    if (shows(q, fact) || shows_at_once(q, fact)) {
      q->counts->found++;
      return;
    }
  if (q->exact)
    property_note("    %s: person %llu: not shown that %s matters\n", q->p->people->region.id,
                  (unsigned long long)q->p->row, q->start.vocabulary->facts[fact].name);
}

/* ---- one person, one question ---- */

/* A finding that was certain stays so, whatever the rest turns out to be. */
static void check_findings(partly *q, const zc_answer *full) {
  for (uint32_t i = 0, j = 0; i < q->finding_count; i++) {
    const zc_finding *before = &q->findings[i];
    while (j < full->finding_count && full->findings[j].rule != before->rule)
      j++;
    if (j == full->finding_count) {
      j = 0;
      continue; /* of another track */
    }
    zc_state now = full->findings[j].state;
    int kept = before->state == ZC_MET     ? now == ZC_MET || now == ZC_NOT_APPLICABLE
               : before->state == ZC_UNMET ? now == ZC_UNMET || now == ZC_WAIVED
               : before->state == ZC_WAIVED
                   ? now != ZC_UNMET && now != ZC_UNKNOWN
                   : before->state != ZC_NOT_APPLICABLE || now == ZC_NOT_APPLICABLE;
    if (!kept)
      property_fail(q->p, q->person, "%s was %d and is %d once all is known", before->rule->id,
                    (int)before->state, (int)now);
  }
}

/* Where a document is not held, `assess` may stay undetermined with nothing missing: no completion
 * is eligible, though some may be refused. */
static int is_decided(const partly *q) {
  return !q->outcome.missing &&
         (q->question != ZC_Q_ASSESS || q->outcome.value != ZC_UNDETERMINED_VERDICT);
}

/* Completions agree with a decided answer, and those that agree on the missing facts agree. */
static void check_completions(partly *q) {
  zc_facts *facts = &q->p->facts;
  outcome first = {0};
  int differ = 0;
  for (int i = 0; i < COMPLETIONS; i++) {
    begin_again(q, facts);
    complete(q, facts, 1);
    complete(q, facts, 0);
    const zc_answer *full = ask(q, facts);
    outcome now = outcome_of(full);
    if (now.missing)
      property_fail(q->p, q->person, "question %d: all is known and %s is missing",
                    (int)q->question, q->start.vocabulary->facts[full->missing[0]].name);
    if (is_decided(q) ? now.value != q->outcome.value
                      : !q->outcome.missing && now.value == ZC_ELIGIBLE)
      property_fail(q->p, q->person, "question %d: answer %d, but a completion's is %d",
                    (int)q->question, q->outcome.value, now.value);
    check_findings(q, full);
    complete(q, facts, 0);
    outcome same = outcome_of(ask(q, facts));
    if ((is_decided(q) || q->outcome.missing) && same.value != now.value)
      property_fail(q->p, q->person, "question %d: facts that are not missing change %d to %d",
                    (int)q->question, now.value, same.value);
    differ |= i && now.value != first.value;
    first = i ? first : now;
  }
  q->counts->asked++;
  q->counts->open += q->outcome.missing > 0;
  q->counts->proved += q->outcome.missing && differ;
  if (q->outcome.missing && zc_random_chance(&q->p->random, differ ? 2 : 10))
    seek(q);
}

/* Keeps what the answer says before the next question is asked. */
static void keep_answer(partly *q, const zc_answer *a) {
  uint32_t count = q->start.vocabulary->fact_count;
  q->counted_to = a->counted_to;
  q->outcome = outcome_of(a);
  q->exact = a->missing_exact;
  memset(q->missing, 0, count);
  for (uint32_t i = 0; i < a->missing_count; i++)
    q->missing[a->missing[i]] = 1;
  memcpy(q->start.slots, a->facts->slots, count * sizeof *q->start.slots);
  memcpy(q->start.given, a->facts->given, count);
  q->start.open = a->facts->open;
  q->finding_count = a->finding_count;
  memcpy(q->findings, a->findings, a->finding_count * sizeof *q->findings);
  for (uint32_t f = 0; f < count; f++)
    q->unknown[f] = (uint8_t)is_unknown(q, f);
}

static void check_person(property *p, zc_person *person) {
  partly *q = p->own;
  uint32_t pick = zc_random_below(&p->random, 10);
  q->p = p;
  q->person = person;
  q->question = pick < 8 ? ZC_Q_ASSESS : pick == 8 ? ZC_Q_CONVERT : ZC_Q_UNIT;
  keep_answer(q, zc_people_ask(p->people, q->question, person));
  if (q->counted_to == ZC_NO_DAY)
    return; /* months hang on other facts (days_test.c) */
  for (uint32_t f = 0; f < q->start.vocabulary->fact_count; f++)
    if (q->missing[f] && !q->unknown[f])
      property_fail(p, person, "question %d: %s is missing, and known or assumed", (int)q->question,
                    q->start.vocabulary->facts[f].name);
  check_completions(q);
}

static void begin(property *p) {
  partly *q = p->own;
  const zc_region *r = &p->people->region;
  uint32_t facts = r->vocabulary.fact_count;
  zc_diagnostics diag = {0};
  *q = (partly){.counts = q->counts};
  *q->counts = (counts){0};
  q->missing = zc_calloc(facts, 1);
  q->unknown = zc_calloc(facts, 1);
  q->findings =
      zc_calloc(r->rule_count + r->conversion_count + r->unit_count + 2, sizeof *q->findings);
  CU_ASSERT_FATAL(q->missing && q->unknown && q->findings);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&q->start, &r->vocabulary, &diag), ZC_OK);
}

static void end(property *p) {
  partly *q = p->own;
  counts *c = q->counts;
  property_note("  %s: %llu answers, %llu open; %llu of those shown by %d completions; sought on "
                "purpose %llu, found %llu\n",
                p->people->region.id, c->asked, c->open, c->proved, COMPLETIONS, c->sought,
                c->found);
  CU_ASSERT(c->found == c->sought);
  zc_facts_free(&q->start);
  zc_free(q->missing);
  zc_free(q->unknown);
  zc_free(q->findings);
}

static void undetermined_is_where_completions_differ(void) {
  counts c = {0};
  partly q = {.counts = &c};
  property_run("completions", 1000, 1, check_person, begin, end, &q);
}

void test_engine_completions(CU_pSuite suite) {
  CU_add_test(
      suite, "an answer is undetermined exactly where completions differ, and missing facts decide",
      undetermined_is_where_completions_differ);
}
