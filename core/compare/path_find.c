/* SPDX-License-Identifier: Apache-2.0 */
#include "compare/path.h"

#include "compare/path_ask.h"

#include "base/memory.h"
#include "report/mention.h"

#include <string.h>

#define YEARS 10

typedef struct finder {
  zc_path *path;
  const zc_region *from;
  zc_asker here;   /* `from`, in the present unit */
  zc_asker abroad; /* `to` where that is another region; in the present unit */
  zc_asker there;  /* `to`, arrived: the destination is the present unit */
  zc_day as_of;
  int32_t level, track; /* of the title held; -1: not known */
  int32_t wanted;       /* a level above it that is to be applied for; -1: none */
  int32_t wanted_track;
  zc_diagnostics *diag;
  zc_status status;
} finder;

/* ---- steps ---- */

/* What of an answer outlives it. */
static void keep_answer(finder *f, zc_path_step *step, const zc_asker *asker,
                        const zc_answer *answer) {
  uint32_t *missing =
      zc_arena_alloc(&f->path->arena, (answer->missing_count + 1) * sizeof *missing);
  step->region = asker->region;
  step->rule = zc_deciding_rule(answer);
  step->result = answer->result;
  step->has_earliest = answer->result != ZC_UNDETERMINED;
  step->earliest = answer->as_of;
  if (!missing) {
    f->status = zc_report_memory(f->diag);
    return;
  }
  for (uint32_t i = 0; i < answer->missing_count; i++)
    missing[i] = asker == &f->there ? zc_asker_origin(answer->missing[i]) : answer->missing[i];
  step->missing = missing;
  step->missing_count = answer->missing_count;
}

/* A step whose title is the one held, until the caller says otherwise. */
static zc_path_step ask_step(finder *f, zc_step_kind kind, zc_asker *asker, const char *purpose,
                             const char *track, zc_day day) {
  zc_path_step step = {.kind = kind, .level = f->level, .track = f->track};
  const zc_answer *answer = zc_asker_ask(asker, purpose, track, day);
  if (!answer) {
    f->status = ZC_NO_RESOURCE;
    return step;
  }
  keep_answer(f, &step, asker, answer);
  if (track)
    step.track = ZC_W_track_general;
  return step;
}

static int objects(const zc_path_step *step) {
  return step->result != ZC_VALID && step->result != ZC_UNDETERMINED;
}

/* Both regions have a say: first who objects, then who cannot tell. */
static zc_path_step ask_move(finder *f, const char *track, zc_day day) {
  zc_path_step step = ask_step(f, ZC_STEP_MOVE, &f->here, "move", track, day);
  if (!f->abroad.region || objects(&step) || f->status != ZC_OK)
    return step;
  zc_path_step other = ask_step(f, ZC_STEP_MOVE, &f->abroad, "move", track, day);
  return objects(&other) || step.result == ZC_VALID ? other : step;
}

static void add_step(zc_way *way, zc_path_step step) {
  if (way->count < ZC_MAX_PATH_STEPS)
    way->steps[way->count++] = step;
}

static void add_closed(finder *f, zc_path_step step) {
  if (f->path->closed_count < ZC_MAX_PATH_STEPS)
    f->path->closed[f->path->closed_count++] = step;
}

/* ---- exchange ---- */

/* A fact that has to become true, and how it was given. */
typedef struct need {
  uint32_t fact;
  zc_slot slot;
  uint8_t given;
} need;

static void satisfy(zc_facts *facts, const need *n) {
  facts->slots[n->fact] = (zc_slot){1, 1};
  facts->given[n->fact] = 1;
}

static void restore(zc_facts *facts, const need *n) {
  facts->slots[n->fact] = n->slot;
  facts->given[n->fact] = n->given;
}

static const zc_compiled_rule *exchange_row(const zc_answer *answer) {
  for (uint32_t i = 0; i < answer->finding_count; i++) {
    zc_state state = answer->findings[i].state;
    if (answer->findings[i].rule->kept == ZC_EXCHANGE && (state == ZC_UNMET || state == ZC_UNKNOWN))
      return answer->findings[i].rule;
  }
  return NULL;
}

/* What the row names, a person can act on, and is not so yet. `list` has room for each mention. */
static uint32_t list_needs(const finder *f, const zc_answer *answer, const zc_compiled_rule *row,
                           need *list) {
  const zc_facts *facts = &f->here.facts;
  uint32_t count = 0;
  for (uint32_t i = 0; i < row->mention_count; i++) {
    uint32_t fact = row->mentions[i].fact;
    const zc_fact *about = &f->from->vocabulary.facts[fact];
    if (about->type == ZC_BOOL && about->changeable == ZC_CHANGEABLE &&
        zc_answer_value(answer, fact).lo != 1)
      list[count++] = (need){fact, facts->slots[fact], facts->given[fact]};
  }
  return count;
}

static int exchanges_on(finder *f, zc_day day) {
  const zc_answer *answer = zc_asker_ask(&f->here, "exchange", NULL, day);
  if (!answer)
    f->status = ZC_NO_RESOURCE;
  return answer && answer->result == ZC_EXCHANGE;
}

/* The first day on which the exchange is granted; 0: none within ten years. While the title cannot
 * be used, no months of employment grow on it. */
static int find_day(finder *f, int grows, zc_day *day) {
  zc_day last = grows ? zc_add_months(f->as_of, YEARS * 12) : f->as_of;
  for (*day = f->as_of; *day <= last && *day <= ZC_DAY_MAX && f->status == ZC_OK; (*day)++)
    if (exchanges_on(f, *day))
      return 1;
  return 0;
}

/* Needs without which the exchange is granted as well are none. */
static uint32_t drop_idle_needs(finder *f, need *list, uint32_t count, zc_day day) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < count; i++) {
    restore(&f->here.facts, &list[i]);
    if (!exchanges_on(f, day)) {
      satisfy(&f->here.facts, &list[i]);
      list[kept++] = list[i];
    }
  }
  return kept;
}

static void keep_needs(finder *f, zc_path_step *step, const need *list, uint32_t count) {
  uint32_t *needs = zc_arena_alloc(&f->path->arena, (count + 1) * sizeof *needs);
  if (!needs) {
    f->status = zc_report_memory(f->diag);
    return;
  }
  for (uint32_t i = 0; i < count; i++)
    needs[i] = list[i].fact;
  step->needs = needs;
  step->need_count = count;
}

/* The step with its needs done: 1 where it opens or may open, 0 where it stays closed. */
static int try_needs(finder *f, int grows, need *list, uint32_t count, zc_path_step *step) {
  zc_day day = f->as_of;
  for (uint32_t i = 0; i < count; i++)
    satisfy(&f->here.facts, &list[i]);
  zc_path_step tried = ask_step(f, ZC_STEP_EXCHANGE, &f->here, "exchange", NULL, day);
  if (tried.result != ZC_UNDETERMINED) {
    if (!find_day(f, grows, &day))
      return 0;
    count = drop_idle_needs(f, list, count, day);
    tried = ask_step(f, ZC_STEP_EXCHANGE, &f->here, "exchange", NULL, day);
  }
  *step = tried;
  keep_needs(f, step, list, count);
  return 1;
}

/* Leaves the facts as they were given. */
static int find_exchange(finder *f, int grows, zc_path_step *step) {
  *step = ask_step(f, ZC_STEP_EXCHANGE, &f->here, "exchange", NULL, f->as_of);
  if (f->status != ZC_OK || step->result == ZC_EXCHANGE)
    return f->status == ZC_OK;
  const zc_answer *answer = zc_asker_ask(&f->here, "exchange", NULL, f->as_of);
  const zc_compiled_rule *row = answer ? exchange_row(answer) : NULL;
  if (!row)
    return step->result == ZC_UNDETERMINED;
  need *list = zc_calloc((size_t)row->mention_count + 1, sizeof *list);
  if (!list) {
    f->status = zc_report_memory(f->diag);
    return 0;
  }
  uint32_t count = list_needs(f, answer, row, list);
  int opens = try_needs(f, grows, list, count, step);
  for (uint32_t i = 0; i < count; i++)
    restore(&f->here.facts, &list[i]);
  zc_free(list);
  return opens;
}

/* ---- ways ---- */

/* The higher level that is wanted, on the title in hand at the destination. Where the rows refuse
 * to build on a targeted title, the general one of its level comes first. */
static void add_higher(finder *f, zc_way *way, const char *track) {
  if (f->wanted < 0 || !f->there.region)
    return;
  zc_day day = way->steps[way->count - 1].earliest;
  zc_path_step apply = ask_step(f, ZC_STEP_APPLY, &f->there, "apply_higher", track, day);
  if (objects(&apply) && !track) {
    zc_path_step review = apply;
    apply.level = f->wanted;
    apply.track = f->wanted_track;
    add_closed(f, apply);
    review.kind = ZC_STEP_REASSESS;
    review.track = ZC_W_track_general;
    add_step(way, review);
    apply = ask_step(f, ZC_STEP_APPLY, &f->there, "apply_higher", "general", day);
  }
  way->open = way->open && apply.result == ZC_VALID;
  apply.level = f->wanted;
  apply.track = f->wanted_track;
  add_step(way, apply);
}

static zc_way *new_way(finder *f, const zc_path_step *use) {
  zc_way *way = &f->path->ways[f->path->way_count++];
  if (use->result == ZC_VALID || use->result == ZC_UNDETERMINED)
    add_step(way, *use);
  return way;
}

/* With the title as it is. */
static void add_direct(finder *f, const zc_path_step *use, zc_path_step move) {
  zc_way *way = new_way(f, use);
  add_step(way, move);
  way->open = move.result == ZC_VALID;
  if (way->open)
    add_higher(f, way, NULL);
}

static void add_exchange(finder *f, const zc_path_step *use) {
  zc_path_step exchange;
  if (!find_exchange(f, !objects(use), &exchange)) {
    add_closed(f, exchange);
    return;
  }
  zc_way *way = new_way(f, use);
  if (exchange.result == ZC_UNDETERMINED) {
    add_step(way, exchange);
    return;
  }
  exchange.track = ZC_W_track_general;
  add_step(way, exchange);
  zc_path_step move = ask_move(f, "general", exchange.earliest);
  add_step(way, move);
  /* Months grow on the title only where it is valid; on the day itself none have to. */
  way->open = move.result == ZC_VALID && (use->result == ZC_VALID || exchange.earliest == f->as_of);
  if (move.result == ZC_VALID)
    add_higher(f, way, "general");
}

/* The move costs the title its worth: the general one of its level is obtained there. */
static void add_review(finder *f, const zc_path_step *use, zc_path_step move) {
  zc_way *way = new_way(f, use);
  zc_path_step review = move;
  review.kind = move.result == ZC_INVALID ? ZC_STEP_APPLY : ZC_STEP_REASSESS;
  review.track = ZC_W_track_general;
  move.level = move.track = -1;
  add_step(way, move);
  add_step(way, review);
  way->open = 1;
  add_higher(f, way, "general");
}

static int has_clause(const zc_path_step *step) {
  return step->rule && step->rule->law.clause_count > 0;
}

static void find_ways(finder *f) {
  zc_path_step use = ask_step(f, ZC_STEP_USE, &f->here, "stay", NULL, f->as_of);
  zc_path_step move = ask_move(f, NULL, f->as_of);
  if (f->status != ZC_OK)
    return;
  if (objects(&use))
    add_closed(f, use);
  if (!objects(&move))
    add_direct(f, &use, move);
  if (move.result != ZC_VALID && f->track == ZC_W_track_targeted)
    add_exchange(f, &use);
  /* A title that is worth nothing by no clause, as a revoked one, leads nowhere. */
  if (objects(&move) && move.result == ZC_INVALID && !has_clause(&move))
    add_closed(f, move);
  else if (objects(&move))
    add_review(f, &use, move);
}

static int32_t known_word(const zc_facts *facts, zc_shared_fact fact) {
  zc_slot slot = facts->slots[fact];
  return slot.lo == slot.hi ? (int32_t)slot.lo : -1;
}

static void read_title(finder *f) {
  const zc_facts *facts = &f->here.facts;
  int32_t target = known_word(facts, ZC_F_target_level);
  f->level = known_word(facts, ZC_F_held_title_level);
  f->track = known_word(facts, ZC_F_held_title_track);
  f->wanted = f->level >= 0 && target > f->level ? target : -1;
  f->wanted_track = known_word(facts, ZC_F_track);
}

zc_status zc_path_find(zc_path *path, const zc_shared_person *person, const zc_region *from,
                       const zc_region *to, zc_day as_of, int strict, zc_diagnostics *diag) {
  finder f = {.path = path, .from = from, .as_of = as_of, .diag = diag};
  memset(path, 0, sizeof *path);
  f.status = zc_asker_open(&f.here, person, from, as_of, strict, diag);
  if (f.status == ZC_OK && to && to != from)
    f.status = zc_asker_open(&f.abroad, person, to, as_of, strict, diag);
  if (f.status == ZC_OK && to)
    f.status = zc_asker_open(&f.there, person, to, as_of, strict, diag);
  if (f.status == ZC_OK) {
    if (to)
      zc_asker_arrive(&f.there);
    read_title(&f);
    find_ways(&f);
  }
  zc_asker_close(&f.there);
  zc_asker_close(&f.abroad);
  zc_asker_close(&f.here);
  return f.status;
}

void zc_path_free(zc_path *path) {
  zc_arena_free(&path->arena);
}
