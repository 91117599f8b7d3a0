/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng eval: one condition or expression, its value, and the facts that it reads. */
#include "commands/help.h"
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

static zc_status run_eval(zc_run *run) {
  if (run->options.operand_count != 1) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "eval 要一个表达式（用引号括起），给了 %u 个；见 zhicheng eval --help",
                     "eval takes one expression, in quotes; %u were given; see zhicheng eval "
                     "--help",
                     run->options.operand_count);
  }
  return run->options.region ? evaluate_in_region(run) : evaluate_alone(run);
}

static const char help_zh[] =
    "zhicheng eval 表达式 [--region R] [选项]\n\n"
    "试算规则语言的一个条件：给出其值（true、false、unknown、数、词或日期）和所读的事实。\n"
    "给出 --region 时，各名称与该地区规则中的含义相同；否则按所给的事实计算，不作假定。\n\n"
    "  --region R        地区\n" ZC_HELP_FACTS_ZH ZC_HELP_COMMON_ZH "\n例：\n"
    "  zhicheng eval 'specialty_months >= 4 years' --set specialty_months=50\n";

static const char help_en[] =
    "zhicheng eval EXPRESSION [--region R] [options]\n\n"
    "Tries a condition of the rule language: prints its value (true, false, unknown, a "
    "number,\n"
    "a word or a date) and the facts that it reads. With --region, names mean what they mean "
    "in\n"
    "that region's rules; without, facts are taken as given and nothing is assumed.\n\n"
    "  --region R        id of the region\n" ZC_HELP_FACTS_EN ZC_HELP_COMMON_EN "\nExample:\n"
    "  zhicheng eval 'specialty_months >= 4 years' --set specialty_months=50\n";

const zc_command zc_command_eval = {.name = "eval",
                                    .usage = {"表达式", "EXPRESSION"},
                                    .summary = {"试算一个条件", "try a condition"},
                                    .help = {help_zh, help_en},
                                    .options =
                                        ZC_TAKES(region) | ZC_TAKES(plugins) | ZC_TAKES_FACTS,
                                    .takes_operands = 1,
                                    .run = run_eval};
