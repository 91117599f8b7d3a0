/* SPDX-License-Identifier: Apache-2.0 */
#include "bench.h"
#include "conditions.h"
#include "engine/decide.h"
#include "host/host.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 1000000, FACTS = 15 };

/* In the order of fill_row. */
static const char *const fact_names[FACTS] = {
    "reference.education", "reference.target",   "reference.years_lower", "reference.grass",
    "reference.county",    "reference.town",     "reference.region",      "reference.dup",
    "reference.annual",    "reference.ce_hours", "reference.ban",         "reference.exam_req",
    "reference.score",     "reference.passline", "reference.year"};

typedef struct decision {
  row_t *rows;
  zc_region region;
  zc_decider *decider;
  zc_facts facts;
  uint32_t slot[FACTS];
  uint32_t place[NCOND]; /* number of each condition's rule in the region */
  zc_day as_of;
  zc_bench_sums found, wanted; /* by the plugin, by the branches */
} decision;

static void set_slot(decision *d, uint32_t fact, int64_t value) {
  d->facts.slots[d->slot[fact]] = (zc_slot){value, value};
}

static void fill_row(decision *d, const row_t *r) {
  set_slot(d, 0, r->education);
  set_slot(d, 1, r->target);
  set_slot(d, 2, r->years_lower);
  set_slot(d, 3, r->grass);
  set_slot(d, 4, r->county);
  set_slot(d, 5, r->town);
  set_slot(d, 6, r->region);
  set_slot(d, 7, r->dup);
  set_slot(d, 8, r->annual);
  set_slot(d, 9, r->ce_hours);
  set_slot(d, 10, r->ban);
  set_slot(d, 11, r->exam_req);
  set_slot(d, 12, r->score);
  set_slot(d, 13, r->passline);
  set_slot(d, 14, r->year);
}

static const zc_decision *decide(decision *d, const row_t *r) {
  fill_row(d, r);
  return zc_decide(d->decider, &d->facts);
}

/* Ten conditions are rules side by side, whose flags say that they fail; two are routes, whose
 * flags say that they are met. */
static unsigned mask_of(const decision *d) {
  uint64_t flags = zc_decision_findings(d->decider).flags[0];
  unsigned rules = (unsigned)(flags >> d->place[0]) & 0x3FFu;
  unsigned county = (unsigned)(flags >> d->place[C_COUNTY30]) & 1u;
  unsigned town = (unsigned)(flags >> d->place[C_TOWN20]) & 1u;
  return rules | (1u - county) << C_COUNTY30 | (1u - town) << C_TOWN20;
}

static void run_plugin(void *context) {
  decision *d = context;

  d->found = (zc_bench_sums){0};
  for (size_t i = 0; i < ROWS; i++) {
    d->found.eligible += decide(d, &d->rows[i])->verdict == ZC_ELIGIBLE;
    d->found.masks += mask_of(d);
  }
}

static void run_branches(void *context) {
  decision *d = context;

  d->wanted = (zc_bench_sums){0};
  for (size_t i = 0; i < ROWS; i++) {
    unsigned mask = ref_eval(&d->rows[i]);
    d->wanted.eligible += (unsigned)verdict_of_mask(mask);
    d->wanted.masks += mask;
  }
}

static void find_facts(decision *d) {
  for (unsigned i = 0; i < FACTS; i++) {
    int32_t fact = zc_fact_find(&d->region.vocabulary, fact_names[i], strlen(fact_names[i]));
    if (fact < 0) {
      fprintf(stderr, "decision: no fact %s\n", fact_names[i]);
      exit(1);
    }
    d->slot[i] = (uint32_t)fact;
    d->facts.given[fact] = 1;
  }
}

/* Every row's verdict and mask are those of the branches. */
static int check_rows(decision *d) {
  for (size_t i = 0; i < ROWS; i++) {
    const zc_decision *found_decision = decide(d, &d->rows[i]);
    unsigned wanted = ref_eval(&d->rows[i]), found = mask_of(d);
    if (wanted != found || verdict_of_mask(wanted) != (found_decision->verdict == ZC_ELIGIBLE)) {
      fprintf(stderr, "decision: row %zu: mask %03x wanted, %03x found; verdict %s\n", i, wanted,
              found, found_decision->verdict == ZC_ELIGIBLE ? "eligible" : "not eligible");
      return 1;
    }
  }
  return 0;
}

int zc_bench_decision(void) {
  decision d = {.as_of = zc_day_of(2024, 1, 1), .rows = malloc(sizeof(row_t) * ROWS)};
  zc_diagnostics diag = {0};

  if (!d.rows)
    return 1;
  for (size_t i = 0; i < ROWS; i++)
    gen_row(&d.rows[i]);
  zc_bench_region(&d.region, ZC_BUILD_DIR "/bench/plugins/reference.so");
  zc_bench_expect(zc_facts_init(&d.facts, &d.region.vocabulary, &diag), &diag);
  find_facts(&d);
  int32_t general = zc_fact_word(&d.region.vocabulary, ZC_F_track, "general", strlen("general"));
  d.facts.slots[ZC_F_track] = (zc_slot){general, general};
  d.facts.given[ZC_F_track] = 1;

  d.decider = zc_decider_new(&d.region, d.facts.given, d.as_of, d.as_of, (uint32_t)general, 0);
  if (!d.decider || !zc_decider_is_fast(d.decider)) {
    fprintf(stderr, "decision: the reference rules cannot be said in bits\n");
    return 1;
  }
  zc_bench_conditions(&d.region, d.place);
  int failed = check_rows(&d);
  if (!failed) {
    zc_bench_run runs[] = {{run_plugin, &d, 0}, {run_branches, &d, 0}};
    zc_bench_time(runs, 2);
    double plugin = runs[0].seconds, branches = runs[1].seconds;
    failed = d.found.eligible != d.wanted.eligible || d.found.masks != d.wanted.masks;
    zc_bench_result("decision", plugin / ROWS * 1e9, "ns", "none");
    zc_bench_result("decision_branches", branches / ROWS * 1e9, "ns", "none");
    zc_bench_result("decision_vs_branches", plugin / branches, "ratio", "hand-written branches");
  }
  zc_decider_free(d.decider);
  zc_facts_free(&d.facts);
  zc_region_free(&d.region);
  free(d.rows);
  return failed;
}
