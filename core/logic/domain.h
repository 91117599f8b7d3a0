/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Domains: the values of an unknown fact, split where some condition changes its mind. The points
 * of all unknown facts together are a grid, and what holds of the grid holds of everybody: whatever
 * conditions a person meets and fails, one at a grid point meets and fails the same; and where a
 * change of one fact alone changes some condition, it does so between two grid points, too.
 */
#ifndef ZC_LOGIC_DOMAIN_H
#define ZC_LOGIC_DOMAIN_H

#include "facts/vocabulary.h"
#include "logic/evaluate.h"

#define ZC_MAX_CUTS 192u /* of one fact; more of them make the answer inexact */

/* The pieces of one fact: piece i is represented by the value points[i]. */
typedef struct zc_domain {
  int64_t
      points[ZC_MAX_CUTS]; /* ascending; while cuts are gathered: the first value of each piece */
  uint32_t count;
  uint32_t is_finished; /* points are values, no cuts any more */
} zc_domain;

/* What stands in place of the facts when conditions are asked. */
typedef enum zc_split {
  ZC_SPLIT_VALUES,   /* one value each, as for completions */
  ZC_SPLIT_INTERVALS /* or the whole range, for a fact that is not given: ternary diagrams */
} zc_split;

/* Room to split facts in, one question at a time. NULL: out of memory. */
typedef struct zc_splitter zc_splitter;
zc_splitter *zc_splitter_new(void);
void zc_splitter_free(zc_splitter *s);

/* What the nodes of a list are worth under some inputs. */
typedef struct zc_sight {
  zc_inputs in;
  const zc_slot *values; /* by node */
  const zc_node_id *list;
  uint32_t count;
} zc_sight;

/* Splits the unknown facts among the nodes of `list`. `domains` has one entry per fact of
 * the vocabulary and behind them one for whether each is given (see diagram.h); entries of facts
 * that are not unknown or not read keep count 0. Returns 0 where some condition cannot be split
 * exactly. Of several sights a fact that is unknown in some has the same range in them. */
int zc_domains_make(zc_splitter *s, zc_split split, zc_domain *domains, const zc_program *program,
                    const zc_vocabulary *vocabulary, const zc_sight *sights, uint32_t count);

/* Whether conditions of the question compared the fact with others of many values: its pieces are
 * then those of its points only, and two values of one piece may differ for some condition. */
int zc_splitter_is_linked(const zc_splitter *s, uint32_t fact);

#endif
