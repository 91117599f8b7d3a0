/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng path: from a held title and a unit to a destination, step by step. */
#include "compare/path.h"
#include "commands/run.h"

static zc_status write_path(zc_run *run, const zc_host *host, zc_region *from,
                            const zc_shared_person *person, zc_day as_of) {
  zc_buffer out = {0};
  zc_compare_options options = {as_of, run->options.strict, zc_options_json(&run->options),
                                run->lang};
  zc_status status = zc_path_write(&out, host, from, person, &options, &run->diag);
  if (status == ZC_OK)
    status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

zc_status zc_command_path(zc_run *run) {
  zc_host host = {0};
  zc_shared_person person = {0};
  zc_region *from = NULL;
  zc_day as_of = 0;
  zc_status day_status = zc_run_as_of(run, &as_of);
  zc_status status = zc_run_person(run, &person);
  if (status == ZC_OK)
    status = zc_path_check(&person.facts, &run->diag);
  if (status == ZC_OK) {
    /* The title says which region is asked. */
    run->options.region = person.facts.texts[ZC_F_held_title_region];
    status = zc_run_region(run, &host, &from);
  }
  if (status == ZC_OK && day_status == ZC_OK)
    status = write_path(run, &host, from, &person, as_of);
  zc_shared_person_free(&person);
  zc_host_close(&host);
  return day_status > status ? day_status : status;
}
