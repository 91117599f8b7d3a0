/* SPDX-License-Identifier: Apache-2.0 */
#include "commands/question.h"

#include "advice/advice.h"
#include "report/report.h"

static zc_status write_answer(zc_run *run, const zc_region *region, const zc_answer *answer) {
  zc_buffer out = {0};
  if (zc_options_json(&run->options)) {
    zc_json_writer *writer = zc_json_writer_new(region);
    if (!writer)
      return zc_report_memory(&run->diag);
    zc_json_answer(&out, writer, answer);
    zc_json_writer_free(writer);
  } else {
    (run->options.explain ? zc_text_explained : zc_text_answer)(&out, answer, run->lang);
  }
  zc_status status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

static int wants_advice(const zc_run *run, const zc_answer *answer) {
  return zc_options_json(&run->options)
             ? zc_json_has_advice(answer)
             : answer->question == ZC_Q_ASSESS && answer->verdict != ZC_ELIGIBLE;
}

static zc_status ask(zc_run *run, zc_question question, const zc_region *region,
                     const zc_facts *facts, zc_day as_of) {
  const zc_answer *answer = NULL;
  zc_workspace *ws = zc_workspace_new(region);
  if (!ws)
    return zc_report_memory(&run->diag);
  zc_status status = zc_ask(ws, question, facts, as_of, run->options.strict, &answer, &run->diag);
  zc_advisor *advisor = NULL;
  if (status == ZC_OK && wants_advice(run, answer)) {
    advisor = zc_advisor_new(region);
    if (!advisor) {
      status = zc_report_memory(&run->diag);
    } else {
      (run->options.explain ? zc_advise_in_full : zc_advise)(advisor, ws, facts,
                                                             run->options.strict);
    }
  }
  if (status == ZC_OK)
    status = write_answer(run, region, answer);
  zc_advisor_free(advisor);
  zc_workspace_free(ws);
  return status;
}

/* Facts of which some were refused. */
static zc_status check(zc_run *run, zc_question question, const zc_region *region,
                       const zc_facts *facts, zc_day as_of) {
  zc_workspace *ws = zc_workspace_new(region);
  zc_status status =
      ws ? zc_ask_check(ws, question, facts, as_of, &run->diag) : zc_report_memory(&run->diag);
  zc_workspace_free(ws);
  return status > ZC_BAD_INPUT ? status : ZC_BAD_INPUT;
}

zc_status zc_run_question(zc_run *run, zc_question question) {
  zc_host host = {0};
  zc_region *region = NULL;
  zc_facts facts = {0};
  zc_day as_of = 0;
  zc_status day_status = zc_run_as_of(run, &as_of);
  zc_status status = zc_run_region(run, &host, &region);
  if (status == ZC_OK)
    status = zc_run_facts(run, &region->vocabulary, &facts);
  if (status == ZC_OK && day_status == ZC_OK)
    status = ask(run, question, region, &facts, as_of);
  else if (status == ZC_BAD_INPUT && region && day_status == ZC_OK)
    status = check(run, question, region, &facts, as_of);
  zc_facts_free(&facts);
  zc_host_close(&host);
  return day_status > status ? day_status : status;
}
