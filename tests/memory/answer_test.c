/* SPDX-License-Identifier: Apache-2.0 */
/* From JSON facts to a JSON answer while memory runs out: ours and that of the JSON library. */
#include "base/memory.h"
#include "engine/answer.h"
#include "host/host.h"
#include "report/report.h"
#include "support/sweep.h"
#include "tests.h"
#include <string.h>

typedef struct question {
  zc_region region;
  char *bytes;
  size_t length;
  zc_buffer wanted;
} question;

static zc_status write_answer(const zc_region *region, zc_workspace *workspace,
                              const zc_facts *facts, zc_buffer *out, zc_diagnostics *diag) {
  const zc_answer *answer = NULL;
  zc_status status =
      zc_ask(workspace, ZC_Q_ASSESS, facts, zc_day_of(2021, 10, 15), 0, &answer, diag);
  if (status != ZC_OK)
    return status;

  zc_json_writer *writer = zc_json_writer_new(region);
  if (!writer)
    return zc_report_memory(diag);
  zc_json_answer(out, writer, answer);
  zc_text_answer(out, answer, ZC_LANG_ZH);
  zc_json_writer_free(writer);
  return out->failed ? zc_report_memory(diag) : ZC_OK;
}

static zc_status ask_with(question *q, zc_buffer *out, zc_diagnostics *diag) {
  zc_facts facts = {0};
  zc_status status = zc_facts_init(&facts, &q->region.vocabulary, diag);

  if (status == ZC_OK)
    status = zc_facts_read(&facts, "facts", q->bytes, q->length, diag);
  if (status == ZC_OK) {
    zc_workspace *workspace = zc_workspace_new(&q->region);
    status =
        workspace ? write_answer(&q->region, workspace, &facts, out, diag) : zc_report_memory(diag);
    zc_workspace_free(workspace);
  }
  zc_facts_free(&facts);
  return status;
}

static zc_status ask(void *context, zc_diagnostics *diag) {
  question *q = context;
  zc_buffer out = {0};
  zc_status status = ask_with(q, &out, diag);

  if (status == ZC_OK) {
    CU_ASSERT_EQUAL_FATAL(out.length, q->wanted.length);
    CU_ASSERT(!memcmp(out.data, q->wanted.data, out.length));
  }
  zc_buffer_free(&out);
  return status;
}

static void an_answer_is_whole_or_an_error(void) {
  question q = {0};
  zc_diagnostics diag = {0};

  zc_memory_setup();
  CU_ASSERT_EQUAL_FATAL(zc_region_load(&q.region, ZC_BUILD_DIR "/plugins/guangxi.so", NULL, &diag),
                        ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_region_digest(&q.region, &diag), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(
      zc_read_file("tests/samples/guangxi_doctor.json", 1 << 16, &q.bytes, &q.length, &diag),
      ZC_OK);
  CU_ASSERT_EQUAL_FATAL(ask_with(&q, &q.wanted, &diag), ZC_OK);
  CU_ASSERT(zc_sweep_memory(ask, &q) > 0);
  zc_buffer_free(&q.wanted);
  zc_free(q.bytes);
  zc_region_free(&q.region);
  zc_diagnostics_free(&diag);
}

void test_memory_answer(CU_pSuite suite) {
  CU_add_test(suite, "an answer is whole or an error, whichever allocation fails",
              an_answer_is_whole_or_an_error);
}
