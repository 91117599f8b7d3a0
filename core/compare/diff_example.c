/* SPDX-License-Identifier: Apache-2.0 */
/* For each row that asks something else: a person whose answer changes, found over the compiled
 * rules and asked of both sides. */
#include "compare/diff.h"
#include "report/need.h"
#include "report/report.h"

#include <string.h>

static zc_question question_of(const zc_row_change *c) {
  return c->rows == ZC_ROWS_CONVERSION ? ZC_Q_CONVERT
         : c->rows == ZC_ROWS_UNIT     ? ZC_Q_UNIT
                                       : ZC_Q_ASSESS;
}

static void write_facts(zc_buffer *b, const zc_facts *facts) {
  const zc_vocabulary *v = facts->vocabulary;
  const char *separator = "{";
  for (uint32_t i = 0; i < v->fact_count; i++) {
    zc_type type = v->facts[i].type;
    if (!facts->given[i])
      continue;
    int quoted = type != ZC_BOOL && type != ZC_INT;
    zc_buffer_printf(b, "%s\"%s\": %s", separator, v->facts[i].name, quoted ? "\"" : "");
    zc_need_value(b, v, i, facts->slots[i]);
    zc_buffer_puts(b, quoted ? "\"" : "");
    separator = ", ";
  }
  zc_buffer_puts(b, *separator == '{' ? "{}" : "}");
}

static const char *answer_word(const zc_answer *a) {
  switch (a->question) {
  case ZC_Q_CONVERT:
    return zc_result_word(a->result);
  case ZC_Q_UNIT:
    return a->grassroots < 0 ? "null" : a->grassroots ? "true" : "false";
  default:
    return zc_verdict_word(a->verdict);
  }
}

/* Asks both sides, from the JSON that the user is shown. */
static zc_status ask_both(zc_diff *d, zc_diff_example *example) {
  zc_status status = ZC_OK;
  for (int side = 0; side < 2 && status == ZC_OK; side++) {
    const zc_answer *answer = NULL;
    zc_facts facts = {0};
    status = zc_facts_init(&facts, &d->regions[side].vocabulary, d->diag);
    if (status == ZC_OK) {
      /* A fact of one side alone is unknown to the other: what it does not know it does not read.
       */
      zc_status read =
          zc_facts_read_json(&facts, "-", example->facts, strlen(example->facts), NULL);
      status = read == ZC_NO_RESOURCE ? zc_report_memory(d->diag) : ZC_OK;
    }
    if (status == ZC_OK) {
      status = zc_ask(d->sets[side].workspace, example->question, &facts, d->days[side], 0, &answer,
                      d->diag);
    }
    if (status == ZC_OK)
      example->answer[side] = answer_word(answer);
    zc_facts_free(&facts);
  }
  return status;
}

static zc_status keep_person(zc_diff *d, zc_diff_example *example, const zc_facts *person) {
  zc_buffer b = {0};
  write_facts(&b, person);
  const char *text = zc_buffer_text(&b);
  example->facts = text ? zc_arena_copy(&d->arena, text, strlen(text)) : NULL;
  zc_buffer_free(&b);
  return example->facts ? ask_both(d, example) : zc_report_memory(d->diag);
}

/* Tracks on which the rule stands on either side, as a mask. */
static uint64_t tracks_of(const zc_row_change *c) {
  uint64_t mask = 0;
  for (int side = 0; side < 2; side++)
    mask |= c->rule[side] ? c->rule[side]->tracks : 0;
  return mask;
}

static zc_status seek(zc_diff *d, zc_row_change *c, const zc_differ_question *q) {
  zc_facts person = {0};
  zc_status status = zc_facts_init(&person, &d->regions[0].vocabulary, d->diag);
  zc_difference difference = status == ZC_OK ? zc_differ(d->sets, q, &person) : ZC_DIFFERS_FAILED;
  if (difference == ZC_DIFFERS_FAILED)
    status = zc_report_memory(d->diag);
  else if (difference == ZC_DIFFERS_FOR)
    status = keep_person(d, &c->example, &person);
  if (!q->same_verdict && c->example.answers != ZC_DIFFERS_FOR)
    c->example.answers = difference != ZC_DIFFERS_NEVER ? difference : c->example.answers;
  zc_facts_free(&person);
  return status;
}

/* First a person whose answer changes; where there is none, one whose finding does. */
static zc_status find_example(zc_diff *d, zc_row_change *c) {
  zc_status status = ZC_OK;
  c->example.was_sought = 1;
  c->example.question = question_of(c);
  zc_differ_question q = {.question = c->example.question};
  if (q.question != ZC_Q_ASSESS)
    return seek(d, c, &q);
  uint64_t tracks = tracks_of(c);
  q.rule = c->id;
  for (; q.same_verdict < 2; q.same_verdict++) {
    for (q.track = 0; q.track < 64 && status == ZC_OK && !c->example.facts; q.track++)
      if (tracks >> q.track & 1)
        status = seek(d, c, &q);
  }
  return status;
}

zc_status zc_diff_examples(zc_diff *diff) {
  zc_status status = ZC_OK;
  for (uint32_t i = 0; i < diff->change_count && status == ZC_OK; i++)
    if (diff->changes[i].decides && diff->changes[i].people == 0)
      status = find_example(diff, &diff->changes[i]);
  return status;
}
