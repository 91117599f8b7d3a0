/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Decisions of a batch as an SQLite file, for millions of rows:
 *
 *   rulings    ruling, verdict, mode, route, unmet, missing, digest: each that occurs, once
 *   rows       what is carried of the input, id, ruling; in the order of the input
 *   findings   ruling, rule, state: with --explain, each finding of a ruling
 *   decisions  a view: rows with their rulings, the same columns as the CSV output
 *
 * The rows come as one INSERT ... SELECT from a virtual table, which is the fastest way in through
 * SQLite's own interface: each value is handed over once, and there is no statement a row.
 */
#ifndef ZC_BATCH_DECISIONS_H
#define ZC_BATCH_DECISIONS_H

#include "base/diagnostics.h"

#include <stddef.h>

typedef struct zc_store zc_store;

typedef struct zc_store_text {
  const char *text; /* lives until the next row */
  size_t length;
} zc_store_text;

/* Where the rows come from. `next` goes to the next row (at first to the first one): 1, or 0 behind
 * the last, or -1 where they end with an error that was reported. */
typedef struct zc_store_source {
  void *context;
  int (*next)(void *context);
  zc_store_text (*value)(void *context, uint32_t column); /* of the names below */
  int64_t (*ruling)(void *context);
} zc_store_source;

typedef struct zc_store_shape {
  const char *path;         /* an empty file */
  const char *shown;        /* the name it gets: what else a database of that name holds is kept */
  const char *const *names; /* of the columns of `rows` but the last */
  uint32_t count;
  const char *const *ruling_names; /* of those of `rulings` but the first */
  uint32_t ruling_count;
  int is_forced; /* what has our names in it goes, whoever made it */
} zc_store_shape;

/* ZC_OK where the database `path` may be replaced as a whole. Files beside it that SQLite would
 * mix with the new one are reported. */
zc_status zc_store_check(const char *path, zc_diagnostics *diag);

/* Makes the tables. What `shape` points to lives as long as the store. */
zc_status zc_store_open(zc_store **store, const zc_store_shape *shape, zc_diagnostics *diag);
/* Adds all rows in one transaction. */
zc_status zc_store_fill(zc_store *store, const zc_store_source *source, zc_diagnostics *diag);
/* While rows are added: adds a ruling and returns its number, or -1. `values` as `ruling_names`;
 * one whose text is NULL is null. */
int64_t zc_store_ruling(zc_store *store, const zc_store_text *values);
/* A finding of that ruling; 0, or -1. */
int zc_store_finding(zc_store *store, int64_t ruling, const char *rule, const char *state);
void zc_store_close(zc_store *store);

#endif
