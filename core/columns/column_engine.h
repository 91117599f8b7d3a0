/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of the column engine share. */
#ifndef ZC_COLUMNS_COLUMN_ENGINE_H
#define ZC_COLUMNS_COLUMN_ENGINE_H

#include "columns/planes.h"
#include "engine/gate.h"
#include "engine/workspace.h"

/* The rules for one word of `track`. */
typedef struct zc_column_track {
  int64_t word;
  zc_gate_kind gate;
  zc_planes planes;
  /* By rule: its nodes (engine/region.h); what a rule does not have is ZC_LITERAL_FALSE. */
  zc_literal *applies, *holds, *listed, *met, *lifted, *passes;
  zc_literal any_passes, always_passes; /* of the region */
} zc_column_track;

struct zc_column_engine {
  const zc_region *region;
  const zc_plane_kernels *kernels;
  zc_day as_of;
  int strict;
  zc_month_precision precision; /* of partial dates */
  uint8_t *given;               /* by fact: ZC_GIVEN_BY_ROW where there is a column */
  uint8_t *counted;             /* by fact: the same once months and places are derived */
  zc_column_track *tracks;
  uint32_t track_count;
  /* The counting day is days[i] for the last i whose condition certainly holds. */
  zc_planes counting;
  zc_day *days;
  zc_literal *from;
  uint32_t day_count;
  uint8_t *grows;      /* by fact: months that grow with facts_as_of */
  uint8_t *is_of_year; /* by fact: it belongs to one year */
  uint32_t scratch;    /* planes that joining the routes of a track can take */
  int is_by_row;       /* the counting day is not of this kind: every row goes to zc_ask */
  int has_dates;       /* some column needs counting */
  /* by zc_placed_units: some rule reads whether the unit lies in a subdistrict */
  int reads_place[ZC_PLACED_UNITS];
};

/* Planes by number that are handed out. Those that a block does not write are cleared, but only
 * where an earlier block has left bits in them. */
typedef struct zc_plane_set {
  uint64_t *planes;
  uint8_t *state; /* by plane: ZC_PLANE_CLEAR ... */
  uint32_t count;
} zc_plane_set;
enum { ZC_PLANE_CLEAR, ZC_PLANE_STALE, ZC_PLANE_WRITTEN };

#define ZC_TOWNS 16384u

/* Pieces of a block's columns, each of which one test can fetch. */
static inline uint32_t zc_fetch_limit(const zc_region *region) {
  return region->vocabulary.fact_count * (uint32_t)sizeof(int64_t);
}

/* The planes that are handed out, and those on the way to them. */
struct zc_column_workspace {
  const zc_column_engine *engine;
  zc_plane_set met, unmet, unknown, waived, not_applicable; /* by rule */
  zc_plane_set missing;                                     /* by fact */
  uint64_t *rejected, *eligible, *ineligible, *missing_inexact, *no_edition, *no_track;
  uint16_t *route;
  /* of the track at hand */
  uint64_t *named;   /* by place in region->routes: rows whose route it is, of all tracks */
  uint8_t *is_named; /* by place: 1 where `named` has been written */
  const uint64_t **name_planes; /* those that have, and the rules of their routes */
  uint16_t *names;
  uint64_t *scratch;
  uint32_t scratch_used;
  uint64_t *mask;      /* its rows */
  uint64_t *undecided; /* rows that Kleene's logic leaves open */
  uint64_t *by_row;    /* rows of the block that only zc_ask can answer */
  uint64_t *day_open;  /* rows that may be counted to several days */
  zc_plane_room room;
  zc_column_view *views, *counted; /* by fact: as given, and on the counting day */
  uint64_t *known;                 /* by fact: bits of a last, short block; of derived facts */
  int32_t *months; /* by fact that grows or is derived: values on the counting day */
  int32_t *most;   /* by fact of a year, partial date or its months: the greatest values */
  int8_t *subdistrict;
  int64_t *towns;     /* 9-digit codes times 2, and 1 more for a subdistrict; 0: nothing yet */
  zc_day *day_of;     /* by row */
  const void **fetch; /* what the next block will read */
  uint32_t fetch_count;
  zc_workspace *rows;
  zc_facts facts;
  const zc_day *days; /* by row of the block: asked about, of an engine by row; else NULL */
};

static inline uint64_t *zc_plane_of(uint64_t *planes, uint32_t i) {
  return planes + (size_t)i * ZC_BLOCK_WORDS;
}

/* Views of the columns in the block; rows that contradict themselves go to ws->rejected. */
void zc_columns_view(zc_column_workspace *ws, const zc_column *columns, uint32_t count,
                     size_t first, uint32_t rows);
void zc_columns_count(zc_column_workspace *ws, uint32_t rows);

/* Verdict, route and states of the rows ws->mask of a track, after its planes have run. */
void zc_columns_verdict(zc_column_workspace *ws, const zc_column_track *track);
void zc_columns_states(zc_column_workspace *ws, const zc_column_track *track);

/* A plane of the set for adding bits to it: cleared, where this block has not written it yet. */
uint64_t *zc_plane_set_open(zc_plane_set *set, uint32_t plane);
/* Adds the rows where a, b and mask hold. */
void zc_plane_set_add(zc_plane_set *set, const zc_plane_kernels *k, uint32_t plane, zc_plane_in a,
                      zc_plane_in b, const uint64_t *mask);
/* Ends a block: clears what is left of earlier ones. */
void zc_plane_set_end(zc_plane_set *set);

#define ZC_ALWAYS ((zc_plane_in){zc_plane_ones, 0})
#define ZC_NEVER  ((zc_plane_in){zc_plane_zeros, 0})

/* What diagrams say of the rows ws->undecided: verdict, route, missing facts. */
void zc_columns_exact(zc_column_workspace *ws, const zc_column *columns, uint32_t count,
                      size_t first);
/* The whole answer of the rows ws->by_row. */
void zc_columns_by_row(zc_column_workspace *ws, const zc_column *columns, uint32_t count,
                       size_t first);

#endif
