/* SPDX-License-Identifier: Apache-2.0 */
#include "advice/next_fact.h"
#include "engine/workspace.h"

const zc_next_fact zc_no_next_fact = {.fact = -1};

/* The leaf 0 or the leaf 1, and no other. */
static int is_settled(unsigned leaves) {
  return leaves == 1u || leaves == 2u;
}

static zc_next_fact use_of(zc_diagrams *d, zc_ref verdict, uint32_t fact) {
  const int64_t *points;
  zc_next_fact use = {(int32_t)fact, 0, zc_diagram_pieces(d, fact, &points)};
  for (uint32_t i = 0; i < use.pieces; i++)
    use.settling += (uint32_t)is_settled(zc_diagram_leaves_in(d, verdict, fact, i));
  return use;
}

/* Whether a settles more often than b, as shares. */
static int is_more(zc_next_fact a, zc_next_fact b) {
  return b.fact < 0 || (uint64_t)a.settling * b.pieces > (uint64_t)b.settling * a.pieces;
}

zc_next_fact zc_next_fact_find(zc_workspace *drawing, const zc_answer *answer, int strict) {
  zc_next_fact best = zc_no_next_fact;
  zc_inputs in = {
      answer->facts->slots, answer->facts->given, answer->region->functions, answer->as_of, strict,
      &answer->facts->open};
  if (!answer->missing_count)
    return best;
  zc_ref verdict = zc_assess_draw(drawing, &in);
  if (zc_diagrams_overflow(drawing->diagrams))
    return best;
  for (uint32_t i = 0; i < answer->missing_count; i++) {
    zc_next_fact use = use_of(drawing->diagrams, verdict, answer->missing[i]);
    if (use.pieces > 1 && is_more(use, best))
      best = use;
  }
  return best;
}
