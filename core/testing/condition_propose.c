/* SPDX-License-Identifier: Apache-2.0 */
/* Cases that would show what no case shows of a condition. */
#include "testing/conditions.h"
#include "testing/mutant_proof.h"

#include "base/memory.h"

#include <string.h>

#define TRIES 24u

typedef struct proposing {
  zc_conditions *c;
  zc_workspace *ws;
  const char *rule; /* asked for alone, or NULL */
  zc_buffer *out;
  zc_facts facts;
  zc_example example;
  uint8_t *shown; /* by condition: before the person at hand */
  zc_day usual;
  uint32_t count;
} proposing;

static void keep_shown(proposing *p) {
  for (uint32_t i = 0; i < p->c->count; i++)
    p->shown[i] = p->c->list[i].shown;
}

static void restore_shown(proposing *p) {
  for (uint32_t i = 0; i < p->c->count; i++)
    p->c->list[i].shown = p->shown[i];
}

/* Whether a person shows it, asked as a case would ask. */
static int shows(proposing *p, zc_question question, uint32_t index, unsigned bit,
                 const zc_answer **answer) {
  zc_status status = zc_ask(p->ws, question, &p->facts, p->example.as_of, 0, answer, NULL);
  if (status != ZC_OK)
    return 0;
  keep_shown(p);
  zc_conditions_add(p->c, *answer, 0);
  if (p->c->list[index].shown & bit)
    return 1;
  restore_shown(p);
  return 0;
}

/* The person on the targeted track, if that serves as well; else as drawn. */
static int try_person(proposing *p, const zc_condition_row *row, uint32_t index, unsigned bit,
                      const zc_answer **answer) {
  static const char track[] = "targeted";
  zc_where nowhere = {0};
  if (!zc_example_facts(p->c->region, &p->example, &p->facts))
    return 0;
  if (row->question == ZC_Q_ASSESS && !p->facts.given[ZC_F_track] &&
      zc_facts_put_text(&p->facts, ZC_F_track, track, strlen(track), &nowhere, NULL) == ZC_OK) {
    if (shows(p, row->question, index, bit, answer))
      return 1;
    zc_example_facts(p->c->region, &p->example, &p->facts);
  }
  return shows(p, row->question, index, bit, answer);
}

static void propose(void *context, zc_ternary *t, const zc_condition_row *row, uint32_t index,
                    unsigned bit, zc_ref people) {
  proposing *p = context;
  zc_ternary_usual_day(t, p->usual);
  for (uint32_t seed = 0; seed < TRIES && (!p->rule || strcmp(p->rule, row->id) == 0); seed++) {
    const zc_answer *answer = NULL;
    if (!zc_ternary_find(t, people, seed * 2654435761u, &p->example))
      return;
    if (try_person(p, row, index, bit, &answer)) {
      zc_mutant about = {.rule = row->id};
      zc_probe probe = {.mutant = &about,
                        .facts = &p->facts,
                        .question = row->question,
                        .as_of = p->example.as_of,
                        .number = ++p->count};
      zc_probe_write_answer(&probe, answer, p->out);
      return;
    }
  }
}

int zc_conditions_propose(zc_conditions *c, zc_workspace *ws, zc_day usual, const char *rule,
                          zc_buffer *out) {
  uint32_t facts = c->region->vocabulary.fact_count + 1;
  proposing p = {.c = c, .ws = ws, .rule = rule, .out = out, .usual = usual};
  p.example.given = zc_calloc(facts, 1);
  p.example.slots = zc_calloc(facts, sizeof *p.example.slots);
  p.shown = zc_calloc((size_t)c->count + 1, 1);
  int ok = p.example.given && p.example.slots && p.shown &&
           zc_facts_init(&p.facts, &c->region->vocabulary, NULL) == ZC_OK &&
           zc_conditions_visit(c, propose, &p);
  zc_facts_free(&p.facts);
  zc_free(p.example.given);
  zc_free(p.example.slots);
  zc_free(p.shown);
  return ok && !out->failed;
}
