/* SPDX-License-Identifier: Apache-2.0 */
/* Answers to other questions that conditions name: the rows of `unit` and `convert` compiled once
 * more, with other facts in the place of those that they read. Made when the first condition names
 * them, so that a region that never does pays nothing. */
#include "compile/compiler.h"
#include "facts/facts.h"

/* Which facts rows read instead of which. */
typedef struct zc_swap {
  zc_node_id *nodes;  /* by fact */
  uint32_t *given_as; /* by fact */
} zc_swap;

static int swap_begin(zc_compiler *c, zc_swap *s) {
  uint32_t facts = c->region->vocabulary.fact_count;
  s->nodes = zc_compiler_scratch(c, facts * sizeof *s->nodes);
  s->given_as = zc_compiler_scratch(c, facts * sizeof *s->given_as);
  if (!s->nodes || !s->given_as)
    return 0;
  for (uint32_t i = 0; i < facts; i++) {
    s->nodes[i] = c->names.fact_nodes[i];
    s->given_as[i] = c->names.given_as ? c->names.given_as[i] : i;
  }
  return 1;
}

/* Rows that name `fact` read `instead`. */
static void swap_fact(const zc_compiler *c, zc_swap *s, uint32_t fact, uint32_t instead) {
  s->nodes[fact] = c->names.fact_nodes[instead];
  s->given_as[fact] = c->names.given_as ? c->names.given_as[instead] : instead;
}

static void swap_value(zc_compiler *c, zc_swap *s, uint32_t fact, int64_t value) {
  zc_type type = c->region->vocabulary.facts[fact].type;
  s->nodes[fact] = zc_node_const(&c->region->program, type, value);
  s->given_as[fact] = ZC_GIVEN_ALWAYS;
}

/* The destination as the unit: what no fact of a destination says is not known. */
static void swap_destination(zc_compiler *c, zc_swap *s) {
  static const char unit[] = "unit_";
  const zc_vocabulary *v = &c->region->vocabulary;
  for (uint32_t i = 0; i < v->fact_count; i++)
    if (strncmp(v->facts[i].name, unit, sizeof unit - 1) == 0) {
      s->nodes[i] =
          zc_node_unset(&c->region->program, v->facts[i].type, v->facts[i].min, v->facts[i].max);
      s->given_as[i] = ZC_GIVEN_NEVER;
    }
  for (size_t i = 0; i < ZC_ARRIVALS; i++)
    swap_fact(c, s, zc_arrivals[i].unit, zc_arrivals[i].destination);
}

/* The current title as the one held, of this region, that a higher one is built on. */
static void swap_title(zc_compiler *c, zc_swap *s) {
  static const uint32_t titles[][2] = {{ZC_F_held_title_level, ZC_F_current_title_level},
                                       {ZC_F_held_title_track, ZC_F_current_title_track},
                                       {ZC_F_held_title_division, ZC_F_current_title_division},
                                       {ZC_F_held_title_date, ZC_F_current_title_date},
                                       {ZC_F_held_title_series, ZC_F_series}};
  for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
    swap_fact(c, s, titles[i][0], titles[i][1]);
  swap_value(c, s, ZC_F_held_title_region, 0);
  swap_value(c, s, ZC_F_purpose, ZC_W_purpose_apply_higher);
}

/* Compiles the rows under the names as they are now; their own compilation reports what is wrong
 * with them. */
static zc_node_id compile_rows(zc_compiler *c, zc_node_id (*rows)(zc_compiler *)) {
  zc_diagnostics unheard = {0}, *heard = c->diag;
  c->diag = &unheard;
  zc_node_id node = rows(c);
  c->diag = heard;
  if (unheard.worst == ZC_NO_RESOURCE)
    zc_report_memory(heard);
  zc_diagnostics_free(&unheard);
  return node;
}

static zc_node_id answer_under(zc_compiler *c, const zc_swap *s,
                               zc_node_id (*rows)(zc_compiler *)) {
  zc_names names = c->names;
  c->names.fact_nodes = s->nodes;
  c->names.given_as = s->given_as;
  zc_node_id node = compile_rows(c, rows);
  c->names = names;
  return node;
}

static zc_node_id unit_answer(zc_compiler *c, int of_destination) {
  zc_swap s;
  if (!swap_begin(c, &s))
    return ZC_NO_NODE;
  if (of_destination)
    swap_destination(c, &s);
  if (c->place == ZC_IN_CONVERT)
    swap_fact(c, &s, ZC_F_series, ZC_F_held_title_series);
  return answer_under(c, &s, zc_unit_answer);
}

/* Valid, or not known where the documents leave it open. */
static zc_node_id base_answer(zc_compiler *c) {
  zc_program *p = &c->region->program;
  zc_swap s;
  if (!swap_begin(c, &s))
    return ZC_NO_NODE;
  swap_title(c, &s);
  zc_node_id result = answer_under(c, &s, zc_conversion_answer);
  return zc_node_if(p, zc_node_range(p, result, ZC_UNDETERMINED, ZC_UNDETERMINED),
                    zc_node_unset(p, ZC_BOOL, 0, 1), zc_node_range(p, result, ZC_VALID, ZC_VALID));
}

zc_node_id zc_answer_make(void *maker, zc_named_answer which) {
  zc_compiler *c = maker;
  if (c->place >= ZC_ANSWER_PLACES || c->is_made[which] ||
      (which == ZC_ANSWER_BASE && c->place == ZC_IN_CONVERT))
    return ZC_NO_NODE; /* the answer would rest on itself */
  zc_node_id *node = &c->region->answers[c->place][which];
  if (*node != ZC_NO_NODE)
    return *node;
  c->is_made[which] = 1;
  *node = which == ZC_ANSWER_BASE ? base_answer(c) : unit_answer(c, which == ZC_ANSWER_DESTINATION);
  c->is_made[which] = 0;
  return *node;
}

void zc_holds_outside_compile(zc_compiler *c) {
  static const char text[] =
      "held_title_track == targeted and held_title_region == this_region and "
      "held_title_division under region_division and "
      "(purpose in {stay, apply_higher} and not unit_is_grassroots or "
      "purpose == move and not given(destination_grassroots) and not destination_is_grassroots)";
  zc_region *region = c->region;
  zc_names names = c->names;
  names.minor = ZC_ABI_MINOR;
  names.parameters = NULL;
  region->holds_outside =
      region->unit_count && region->conversion_count
          ? zc_compile(&region->program, &names, text, ZC_BOOL, ZC_NO_UNIT, -1, NULL, NULL, c->diag)
          : zc_node_const(&region->program, ZC_BOOL, 0);
}

void zc_answers_at(zc_compiler *c, uint32_t place) {
  c->place = place;
  c->names.answers = place < ZC_ANSWER_PLACES ? c->region->answers[place] : NULL;
}

void zc_answers_begin(zc_compiler *c) {
  for (int place = 0; place < ZC_ANSWER_PLACES; place++)
    for (int i = 0; i < ZC_NAMED_ANSWERS; i++)
      c->region->answers[place][i] = ZC_NO_NODE;
  c->names.make_answer = zc_answer_make;
  c->names.maker = c;
  zc_answers_at(c, ZC_ANSWER_PLACES);
}
