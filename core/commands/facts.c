/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng facts: the names, labels, words, ranges and assumptions of all facts. */
#include "commands/run.h"
#include "report/fact_list.h"

static zc_status write_facts(zc_run *run, const zc_vocabulary *v) {
  zc_buffer out = {0};
  if (zc_options_json(&run->options))
    zc_json_fact_list(&out, v);
  else
    zc_text_fact_list(&out, v, run->lang);
  zc_status status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

static zc_status shared_facts(zc_run *run) {
  zc_vocabulary shared = {0};
  zc_status status = zc_vocabulary_init(&shared, NULL, &run->diag);
  if (status == ZC_OK)
    status = write_facts(run, &shared);
  zc_vocabulary_free(&shared);
  return status;
}

zc_status zc_command_facts(zc_run *run) {
  zc_host host = {0};
  zc_region *region = NULL;
  if (!run->options.region)
    return shared_facts(run);
  zc_status status = zc_run_region(run, &host, &region);
  if (status == ZC_OK)
    status = write_facts(run, &region->vocabulary);
  zc_host_close(&host);
  return status;
}
