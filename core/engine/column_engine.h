/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of the column engine share. */
#ifndef ZC_ENGINE_COLUMN_ENGINE_H
#define ZC_ENGINE_COLUMN_ENGINE_H

#include "engine/planes.h"
#include "engine/workspace.h"

/* What the documents say of a track on the day. */
typedef enum zc_track_gate {
  ZC_TRACK_OPEN,     /* answered here */
  ZC_TRACK_REFERRED, /* answered here where the referral does not apply */
  ZC_TRACK_SILENT,   /* no document on the day */
  ZC_TRACK_ABSENT    /* the region does not have it */
} zc_track_gate;

/* The rules for one word of `track`. */
typedef struct zc_column_track {
  int64_t word;
  zc_track_gate gate;
  uint32_t referral; /* its rule */
  zc_planes planes;
  zc_literal *applies, *holds, *listed; /* by rule */
} zc_column_track;

struct zc_column_engine {
  const zc_region *region;
  const zc_plane_kernels *kernels;
  zc_day as_of;
  int strict;
  uint8_t *given;   /* by fact: ZC_GIVEN_BY_ROW where there is a column */
  uint8_t *counted; /* by fact: the same once months and places are derived */
  zc_column_track *tracks;
  uint32_t track_count;
  /* The counting day is days[i] for the last i whose condition certainly holds. */
  zc_planes counting;
  zc_day *days;
  zc_literal *from;
  uint32_t day_count;
  uint8_t *grows; /* by fact: months that grow with facts_as_of */
  int is_by_row;  /* the counting day is not of this kind: every row goes to zc_ask */
  int has_dates;  /* some column needs counting */
};

/* The planes that are handed out, and those on the way to them. */
struct zc_column_workspace {
  const zc_column_engine *engine;
  zc_column_answers answers;
  uint64_t *met, *unmet, *unknown, *waived, *not_applicable, *missing;
  uint64_t *rejected, *eligible, *ineligible, *missing_inexact, *no_edition, *no_track;
  uint16_t *route;
  /* of the track at hand */
  uint64_t *sure_fail, *maybe_fail, *sure_lift, *maybe_lift; /* by rule */
  uint64_t *mask;                                            /* its rows */
  uint64_t *undecided; /* rows that Kleene's logic leaves open */
  uint64_t *by_row;    /* rows of the block that only zc_ask can answer */
  zc_plane_room room;
  zc_view *views, *counted; /* by fact: as given, and on the counting day */
  uint64_t *known;          /* by fact: bits of a last, short block; of derived facts */
  int32_t *months;          /* by fact that grows or is derived: values on the counting day */
  int8_t *subdistrict;
  zc_day *day_of; /* by row */
  zc_workspace *rows;
  zc_facts facts;
  zc_diagnostics diag;
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
void zc_columns_states(zc_column_workspace *ws, const zc_column_track *track, int first);

/* What diagrams say of the rows ws->undecided: verdict, route, missing facts. */
zc_status zc_columns_exact(zc_column_workspace *ws, const zc_column *columns, uint32_t count,
                           size_t first);
/* The whole answer of the rows ws->by_row. */
zc_status zc_columns_by_row(zc_column_workspace *ws, const zc_column *columns, uint32_t count,
                            size_t first);

#endif
