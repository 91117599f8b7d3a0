/* SPDX-License-Identifier: Apache-2.0 */
/* Domains: the values of an unknown fact, split where some condition changes its mind. */
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
} zc_domain;

/* Splits the unknown facts among the nodes of `list`. `domains` has one entry per fact of
 * the vocabulary and behind them one for whether each is given (see diagram.h); entries of facts
 * that are not unknown or not read keep count 0. Returns 0 where some condition cannot be split
 * exactly. */
int zc_domains_make(zc_domain *domains, const zc_program *program, const zc_vocabulary *vocabulary,
                    const zc_inputs *in, const zc_slot *values, const zc_node_id *list,
                    uint32_t count);

#endif
