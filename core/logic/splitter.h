/* SPDX-License-Identifier: Apache-2.0 */
/* Inside the splitting of facts: shared by domain.c (cuts of single facts) and linked.c (facts that
 * conditions compare with one another). */
#ifndef ZC_LOGIC_SPLITTER_H
#define ZC_LOGIC_SPLITTER_H

#include "logic/domain.h"
#include "logic/forms.h"

#define ZC_MAX_LINKS  256u /* forms of several facts; more make the answer inexact */
#define ZC_MAX_LINKED 32u  /* facts in them; more make it inexact */

struct zc_splitter {
  zc_domain *domains;
  const zc_vocabulary *vocabulary;
  const zc_inputs *in;
  zc_split split;
  int is_exact;
  zc_form_lists lists;
  zc_form links[ZC_MAX_LINKS];
  uint32_t link_count;
};

/* Cuts a fact: values below `at` and values from `at` on are told apart. 1: the cut is new. */
int zc_cut_fact(zc_splitter *s, uint32_t fact, int64_t at);

/* The first value of piece `i`, and the last one, while cuts are gathered. */
uint32_t zc_piece_count(const zc_splitter *s, uint32_t fact);
int64_t zc_piece_first(const zc_splitter *s, uint32_t fact, uint32_t i);
int64_t zc_piece_last(const zc_splitter *s, uint32_t fact, uint32_t i);

/* Splits the facts that s->links compare with one another; every other cut has been made. */
void zc_split_linked(zc_splitter *s);

#endif
