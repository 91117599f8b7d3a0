/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng analyse: rules that never decide, hide or contradict each other, and what nothing reads.
 */
#include "commands/run.h"
#include "report/analysis.h"

#include <string.h>

typedef struct listing {
  zc_run *run;
  zc_buffer out;
  uint32_t regions, open;
} listing;

static zc_status analyse_region(listing *l, const zc_region *region) {
  zc_analysis analysis;
  zc_status status = zc_analyse(&analysis, region);
  if (status != ZC_OK) {
    zc_report_memory(&l->run->diag);
  } else if (zc_options_json(&l->run->options)) {
    zc_buffer_puts(&l->out, l->regions > 0 ? ",\n" : "");
    zc_json_analysis(&l->out, &analysis);
  } else {
    zc_text_analysis(&l->out, &analysis, l->run->lang);
  }
  l->regions++;
  l->open += analysis.open_count;
  zc_analysis_free(&analysis);
  return status;
}

/* One plugin file, wherever it lies. */
static zc_status analyse_file(listing *l, const char *file) {
  zc_region region;
  memset(&region, 0, sizeof region);
  zc_status status = zc_region_load(&region, file, l->run->overrides, &l->run->diag);
  if (status != ZC_OK)
    return status;
  status = analyse_region(l, &region);
  zc_region_free(&region);
  return status;
}

static zc_status analyse_loaded(listing *l) {
  zc_host host = {0};
  zc_region *asked = NULL;
  zc_status status =
      l->run->options.region ? zc_run_region(l->run, &host, &asked) : zc_run_regions(l->run, &host);
  for (uint32_t i = 0; status == ZC_OK && i < host.count; i++) {
    const zc_region *region = host.plugins[i].region;
    if (host.plugins[i].status == ZC_OK && (!asked || asked == region))
      status = analyse_region(l, region);
  }
  zc_host_close(&host);
  return status;
}

static zc_status analyse(listing *l) {
  const zc_options *options = &l->run->options;
  if (options->operand_count > 0 && options->region) {
    return zc_report(&l->run->diag, ZC_BAD_INPUT, NULL, "--region 与插件文件只能写一个：%s",
                     "either --region or a plugin file, not both: %s", options->operands[0]);
  }
  zc_status status = options->operand_count > 0 ? ZC_OK : analyse_loaded(l);
  for (uint32_t i = 0; status == ZC_OK && i < options->operand_count; i++)
    status = analyse_file(l, options->operands[i]);
  return status;
}

zc_status zc_command_analyse(zc_run *run) {
  listing l = {.run = run};
  zc_buffer_puts(&l.out, zc_options_json(&run->options) ? "[" : "");
  zc_status status = analyse(&l);
  zc_buffer_puts(&l.out, zc_options_json(&run->options) ? "]\n" : "");
  if (status == ZC_OK)
    status = zc_run_write(run, &l.out);
  zc_buffer_free(&l.out);
  return status != ZC_OK ? status : l.open > 0 ? ZC_FAILED_CHECK : ZC_OK;
}
