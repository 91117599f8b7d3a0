/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng compare: one person in every region and track that is there, side by side. */
#include "compare/compare.h"
#include "commands/run.h"

static zc_status compare(zc_run *run, zc_host *host, const zc_shared_person *person, zc_day as_of) {
  zc_buffer out = {0};
  zc_compare_options options = {as_of, run->options.strict, zc_options_json(&run->options),
                                run->lang};
  zc_status status = zc_host_digest(host, &run->diag);
  if (status == ZC_OK)
    status = zc_compare(&out, host, person, &options, &run->diag);
  if (status == ZC_OK)
    status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

zc_status zc_command_compare(zc_run *run) {
  zc_host host = {0};
  zc_shared_person person = {0};
  zc_day as_of = 0;
  zc_status day_status = zc_run_as_of(run, &as_of);
  zc_status status = zc_run_regions(run, &host);
  if (status == ZC_OK)
    status = zc_run_person(run, &person);
  if (status == ZC_OK && day_status == ZC_OK)
    status = compare(run, &host, &person, as_of);
  zc_shared_person_free(&person);
  zc_host_close(&host);
  return day_status > status ? day_status : status;
}
