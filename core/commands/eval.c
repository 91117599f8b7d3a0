/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng eval: one condition or expression, its value, and the facts that it reads. */
#include "commands/run.h"
#include "report/expression.h"

static zc_status try(zc_run *run, const zc_expression *e, const zc_expression_question *question) {
  zc_buffer out = {0};
  zc_status status = zc_expression_try(&out, e, question, &run->diag);
  if (status == ZC_OK)
    status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

static zc_status evaluate(zc_run *run, zc_region *region, const zc_vocabulary *v) {
  zc_expression e = {0};
  zc_facts facts = {0};
  zc_expression_question question = {
      .facts = &facts, .strict = run->options.strict, .lang = run->lang};
  zc_status status = zc_run_as_of(run, &question.as_of);
  zc_status read = zc_run_facts(run, v, &facts);
  zc_status compiled = zc_expression_compile(&e, region, v, run->options.operands[0], &run->diag);
  status = read > status ? read : status;
  status = compiled > status ? compiled : status;
  if (status == ZC_OK)
    status = try(run, &e, &question);
  zc_facts_free(&facts);
  zc_expression_free(&e);
  return status;
}

static zc_status evaluate_in_region(zc_run *run) {
  zc_host host = {0};
  zc_region *region = NULL;
  zc_status status = zc_run_region(run, &host, &region);
  if (status == ZC_OK)
    status = evaluate(run, region, &region->vocabulary);
  zc_host_close(&host);
  return status;
}

static zc_status evaluate_alone(zc_run *run) {
  zc_vocabulary shared = {0};
  zc_status status = zc_vocabulary_init(&shared, NULL, &run->diag);
  if (status == ZC_OK)
    status = evaluate(run, NULL, &shared);
  zc_vocabulary_free(&shared);
  return status;
}

zc_status zc_command_eval(zc_run *run) {
  if (run->options.operand_count != 1) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "eval 要一个表达式（用引号括起），给了 %u 个；见 zhicheng eval --help",
                     "eval takes one expression, in quotes; %u were given; see zhicheng eval "
                     "--help",
                     run->options.operand_count);
  }
  return run->options.region ? evaluate_in_region(run) : evaluate_alone(run);
}
