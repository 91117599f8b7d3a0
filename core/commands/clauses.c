/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng clauses: each clause of the documents, what carries it out and which cases exercise it.
 */
#include "cases/clause_report.h"
#include "commands/help.h"
#include "commands/run.h"

static zc_clause_form form_of(const zc_options *options) {
  return options->check             ? ZC_CLAUSES_LACKING
         : zc_options_json(options) ? ZC_CLAUSES_JSON
                                    : ZC_CLAUSES_TEXT;
}

static zc_status list_regions(zc_run *run, zc_clause_report *report, zc_status *overlooked) {
  zc_host host = {0};
  zc_region *asked = NULL;
  zc_status status =
      run->options.region ? zc_run_region(run, &host, &asked) : zc_run_regions(run, &host);
  for (uint32_t i = 0; status == ZC_OK && i < host.count; i++) {
    const zc_region *region = host.plugins[i].region;
    if (host.plugins[i].status == ZC_OK && (!asked || asked == region))
      status = zc_clause_report_add(report, region);
  }
  zc_clause_report_end(report);
  if (status == ZC_OK && run->options.check)
    *overlooked = zc_run_overlooked(run, &host);
  zc_host_close(&host);
  return status;
}

static zc_status run_clauses(zc_run *run) {
  if (run->options.check && run->options.format) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL, "--check 与 --format 不能同时使用",
                     "--check and --format do not go together");
  }
  zc_clause_report report = {.form = form_of(&run->options),
                             .lang = run->lang,
                             .plugins = run->plugins,
                             .diag = &run->diag};
  zc_status overlooked = ZC_OK;
  zc_status status = list_regions(run, &report, &overlooked);
  if (status == ZC_OK)
    status = zc_run_write(run, &report.out);
  status = overlooked > status ? overlooked : status;
  int lacks = report.gaps > 0 || report.empty > 0 || report.sentences.failed > 0;
  zc_clause_report_free(&report);
  return status != ZC_OK ? status : lacks ? ZC_FAILED_CHECK : ZC_OK;
}

static const char help_zh[] =
    "zhicheng clauses [--region R] [选项]\n\n"
    "文件的每一条款：由哪些规则、日程和附带事项执行，插件旁的哪些用例用到它。\n"
    "规则一栏也列途径、转换、单位认定和禁止事项；fact.名称 表示该条款改变了这项事实的读法，\n"
    "counting_day 表示年限算至的那一天。用例的回答中有该条款的适用的规则、附带事项或日程，\n"
    "或用例对它们有所期望，即为用到；给出了不得计较的事实，即为用到禁止事项。\n\n"
    "--check 还读插件旁的 "
    "sentences.tsv：文件的每一句一行，写明位置、由什么执行，或为何不执行。\n\n"
    "  --region R        只列这一地区\n"
    "  --check           只列没有执行或没有用例的条款，以及没有执行也没有理由的语句\n"
    "  --format text|json\n" ZC_HELP_COMMON_ZH
    "\n--check 的退出状态：0 没有缺漏，1 有缺漏或没有条款可查，3 有插件未能加载。\n";

static const char help_en[] =
    "zhicheng clauses [--region R] [options]\n\n"
    "Each clause of the documents: the rules, steps and effects that carry it out, and the\n"
    "cases beside the plugin that exercise it. Among the rules stand routes, conversions,\n"
    "unit rows and prohibitions; `fact.NAME` is a fact that the clause has read otherwise,\n"
    "`counting_day` the day to which durations are counted. A case exercises a clause where\n"
    "its answer has a finding that applies, an effect or a step of the clause, or where it\n"
    "expects something of one; and a prohibition where it gives a fact that may not count.\n\n"
    "--check also reads sentences.tsv beside the plugin: a line for each sentence of the\n"
    "documents, with its place, what carries it out, or why nothing does.\n\n"
    "  --region R        only this region\n"
    "  --check           tell only the clauses that nothing carries out or no case exercises,\n"
    "                    and the sentences that nothing carries out and no reason excuses\n"
    "  --format text|json\n" ZC_HELP_COMMON_EN
    "\nExit status of --check: 0 none lacks anything, 1 some do or there is none to look at, 3 a\n"
    "plugin could not be loaded.\n";

const zc_command zc_command_clauses = {
    .name = "clauses",
    .usage = {"[--region R]", "[--region R]"},
    .summary = {"各条款由什么执行", "what carries out each clause"},
    .help = {help_zh, help_en},
    .options = ZC_TAKES(region) | ZC_TAKES(format) | ZC_TAKES(check) | ZC_TAKES(plugins),
    .run = run_clauses};
