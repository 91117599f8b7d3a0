/* SPDX-License-Identifier: Apache-2.0 */
/* The order of the work: every view in turn, then what belongs to none, then what is accepted.
 */
#include "analysis/acceptance.h"
#include "analysis/analyst.h"
#include "base/memory.h"

#include <string.h>

void *zc_analyst_alloc(zc_analyst *a, size_t size) {
  void *block = zc_arena_alloc(&a->out->arena, size ? size : 1);
  a->failed |= !block;
  return block;
}

void zc_analysis_inexact(zc_analyst *a, const char *rule) {
  const zc_edition_view *s = &a->view;
  zc_analysis *out = a->out;
  if (out->inexact_count == a->inexact_room) {
    uint32_t room = a->inexact_room ? 2 * a->inexact_room : 16;
    zc_inexact *list = zc_analyst_alloc(a, room * sizeof *list);
    if (!list)
      return;
    if (out->inexact_count)
      memcpy(list, out->inexact, out->inexact_count * sizeof *list);
    out->inexact = list;
    a->inexact_room = room;
  }
  out->inexact[out->inexact_count++] = (zc_inexact){rule, {s->track, s->from, s->until}};
}

static uint32_t most_rows(const zc_region *r) {
  uint32_t most = r->rule_count;
  most = r->conversion_count > most ? r->conversion_count : most;
  most = r->unit_count > most ? r->unit_count : most;
  return r->effect_count > most ? r->effect_count : most;
}

static int make_room(zc_analyst *a) {
  const zc_region *r = a->region;
  uint32_t rows = most_rows(r) + 1, facts = 2 * r->vocabulary.fact_count + 1;
  a->days = zc_analyst_alloc(a, zc_edition_view_day_limit(r) * sizeof *a->days);
  a->roots = zc_analyst_alloc(a, 3 * (size_t)rows * sizeof *a->roots);
  a->applies = zc_analyst_alloc(a, rows * sizeof *a->applies);
  a->met = zc_analyst_alloc(a, rows * sizeof *a->met);
  a->unmet = zc_analyst_alloc(a, rows * sizeof *a->unmet);
  a->fails = zc_analyst_alloc(a, rows * sizeof *a->fails);
  a->picked = zc_analyst_alloc(a, rows * sizeof *a->picked);
  a->opaque = zc_analyst_alloc(a, rows);
  a->chosen = zc_analyst_alloc(a, facts * sizeof *a->chosen);
  a->workspace = zc_workspace_new(r);
  int has_view = zc_edition_view_init(&a->view, r);
  int has_facts = zc_facts_init(&a->facts, &r->vocabulary, NULL) == ZC_OK;
  a->failed |= !a->workspace || !has_view || !has_facts;
  return !a->failed;
}

static zc_day last_day(const zc_analyst *a, uint32_t i) {
  return i + 1 < a->day_count ? a->days[i + 1] - 1 : ZC_DAY_MAX;
}

/* The days of a track that lie in the i-th interval. */
static void analyse_track(zc_analyst *a, const zc_track_row *track, uint32_t i) {
  zc_day from = a->days[i], until = last_day(a, i);
  from = from < track->span.from ? track->span.from : from;
  until = until > track->span.until ? track->span.until : until;
  if (from > until)
    return;
  a->out->view_count++;
  zc_edition_view_begin(&a->view, from, until, (int32_t)track->track);
  zc_analyse_assess(a);
}

static void analyse_views(zc_analyst *a) {
  const zc_region *r = a->region;
  a->day_count = zc_edition_view_days(&a->view, a->days);
  for (uint32_t t = 0; t < r->track_count; t++)
    for (uint32_t i = 0; i < a->day_count && !a->failed; i++)
      analyse_track(a, &r->tracks[t], i);
  for (uint32_t i = 0; i < a->day_count && !a->failed; i++) {
    a->out->view_count++;
    zc_edition_view_begin(&a->view, a->days[i], last_day(a, i), -1);
    zc_analyse_rows(a);
    zc_analyse_effects(a);
  }
}

/* ---- what is accepted ---- */

static int is_of_cases(const zc_acceptance *row) {
  return strncmp(row->finding, "mutant:", strlen("mutant:")) == 0;
}

/* A rule that is met on some days and unmet on others, whoever asks, begins or ends something: it
 * decides by its day. */
static void drop_dated(zc_analysis *out) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < out->count; i++)
    for (uint32_t j = 0; out->flaws[i].is_dated && j < out->count; j++)
      if (out->flaws[j].is_dated && strcmp(out->flaws[i].rule, out->flaws[j].rule) == 0 &&
          out->flaws[i].class != out->flaws[j].class)
        out->flaws[i].class = ZC_FLAW_CLASSES; /* none */
  for (uint32_t i = 0; i < out->count; i++)
    if (out->flaws[i].class != ZC_FLAW_CLASSES)
      out->flaws[kept++] = out->flaws[i];
  out->count = kept;
}

static void match_acceptances(zc_analyst *a) {
  const zc_region *r = a->region;
  uint32_t found = a->out->count;
  for (uint32_t i = 0; i < found; i++) {
    zc_flaw *flaw = &a->out->flaws[i];
    int32_t row = zc_acceptance_find(r, flaw->rule, flaw->finding);
    flaw->acceptance = row < 0 ? NULL : r->acceptances[row];
  }
  for (uint32_t i = 0; i < r->acceptance_count && !a->failed; i++) {
    const zc_acceptance *row = r->acceptances[i];
    int used = is_of_cases(row);
    for (uint32_t j = 0; j < found; j++)
      used |= a->out->flaws[j].acceptance == row;
    if (!used)
      zc_flaw_add(a, &(zc_flaw){.class = ZC_FLAW_ACCEPTANCE,
                                .rule = row->rule,
                                .kind = "acceptance",
                                .others = row->finding,
                                .at = row->at,
                                .question = ZC_Q_CALENDAR});
  }
  for (uint32_t i = 0; i < a->out->count; i++)
    a->out->open_count += a->out->flaws[i].acceptance == NULL;
}

zc_status zc_analyse(zc_analysis *analysis, const zc_region *region) {
  zc_analyst a = {.out = analysis, .region = region};
  memset(analysis, 0, sizeof *analysis);
  analysis->region = region;
  if (make_room(&a)) {
    zc_analyse_constants(&a);
    analyse_views(&a);
    zc_analyse_names(&a);
    drop_dated(analysis);
    match_acceptances(&a);
  }
  zc_edition_view_free(&a.view);
  zc_workspace_free(a.workspace);
  zc_facts_free(&a.facts);
  return a.failed ? ZC_NO_RESOURCE : ZC_OK;
}

void zc_analysis_free(zc_analysis *analysis) {
  zc_arena_free(&analysis->arena);
  memset(analysis, 0, sizeof *analysis);
}
