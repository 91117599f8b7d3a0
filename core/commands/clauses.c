/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng clauses: each clause of the documents, what carries it out and which cases exercise it.
 */
#include "cases/clause_report.h"
#include "commands/run.h"

static zc_clause_form form_of(const zc_options *options) {
  return options->check             ? ZC_CLAUSES_LACKING
         : zc_options_json(options) ? ZC_CLAUSES_JSON
                                    : ZC_CLAUSES_TEXT;
}

static zc_status list_regions(zc_run *run, zc_clause_report *report) {
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
  zc_host_close(&host);
  return status;
}

zc_status zc_command_clauses(zc_run *run) {
  if (run->options.check && run->options.format) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL, "--check 与 --format 不能同时使用",
                     "--check and --format do not go together");
  }
  zc_clause_report report = {.form = form_of(&run->options),
                             .lang = run->lang,
                             .plugins = run->plugins,
                             .diag = &run->diag};
  zc_status status = list_regions(run, &report);
  if (status == ZC_OK)
    status = zc_run_write(run, &report.out);
  int lacks = report.gaps > 0 || report.sentences.failed > 0;
  zc_clause_report_free(&report);
  return status != ZC_OK ? status : lacks ? ZC_FAILED_CHECK : ZC_OK;
}
