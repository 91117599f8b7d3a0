/* SPDX-License-Identifier: Apache-2.0 */
/* The bytes of an answer depend on the facts, not on the order in which they were given. */
#include "advice/advice.h"
#include "base/memory.h"
#include "report/report.h"
#include "support/property.h"
#include <string.h>

typedef struct reader {
  zc_json_writer *writer;
  zc_advisor *advisor;
  zc_facts facts;
  zc_buffer json, first, again;
} reader;

/* From JSON to JSON. The facts are shuffled, or stand in the vocabulary's order. */
static void answer(property *p, const zc_person *person, zc_question question, int shuffled,
                   int advised, zc_buffer *out) {
  reader *r = p->own;
  zc_diagnostics *diag = &p->people->diag;
  const zc_answer *a = NULL;
  zc_buffer_clear(&r->json);
  zc_person_json(&r->json, person, shuffled ? &p->random : NULL);
  zc_facts_clear(&r->facts);
  zc_status status = zc_facts_read_json(&r->facts, "-", r->json.data, r->json.length, diag);
  if (status == ZC_OK)
    status = zc_ask(p->again, question, &r->facts, person->as_of, person->strict, &a, diag);
  if (status != ZC_OK) {
    property_fail(p, person, "refused: %s", zc_diagnostics_text(diag));
    return;
  }
  if (advised)
    zc_advise(r->advisor, p->again, &r->facts, person->strict);
  zc_buffer_clear(out);
  zc_json_answer(out, r->writer, a);
}

static void check_person(property *p, zc_person *person) {
  reader *r = p->own;
  zc_question question = (zc_question)zc_random_below(&p->random, ZC_Q_CALENDAR);
  int advised = question == ZC_Q_ASSESS && zc_random_chance(&p->random, 2);
  answer(p, person, question, 0, advised, &r->first);
  for (int i = 0; i < 2; i++) {
    answer(p, person, question, 1, advised, &r->again);
    if (r->first.failed || r->again.failed || r->first.length != r->again.length ||
        memcmp(r->first.data, r->again.data, r->first.length) != 0)
      property_fail(p, person, "question %d: another order of facts, another answer",
                    (int)question);
  }
}

static void begin(property *p) {
  reader *r = p->own;
  zc_memory_setup();
  r->writer = zc_json_writer_new(&p->people->region);
  r->advisor = zc_advisor_new(&p->people->region);
  CU_ASSERT_FATAL(r->writer && r->advisor);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&r->facts, &p->people->region.vocabulary, &p->people->diag),
                        ZC_OK);
}

static void end(property *p) {
  reader *r = p->own;
  zc_json_writer_free(r->writer);
  zc_advisor_free(r->advisor);
  zc_facts_free(&r->facts);
  zc_buffer_free(&r->json);
  zc_buffer_free(&r->first);
  zc_buffer_free(&r->again);
}

static void order_does_not_matter(void) {
  reader r = {0};
  property_run("order", 1500, 1, check_person, begin, end, &r);
}

void test_engine_order(CU_pSuite suite) {
  CU_add_test(suite, "an answer's bytes do not depend on the order of the facts",
              order_does_not_matter);
}
