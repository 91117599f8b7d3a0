/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng path: from a held title and a unit to a destination, step by step. */
#include "compare/path.h"
#include "compare/path_report.h"

#include <string.h>

static const uint32_t destination_facts[] = {ZC_F_destination_division,
                                             ZC_F_destination_unit_level,
                                             ZC_F_destination_unit_nature,
                                             ZC_F_destination_in_catalog,
                                             ZC_F_destination_grassroots,
                                             ZC_F_destination_unit_name,
                                             ZC_F_destination_unit_code,
                                             ZC_F_destination_unit_kind,
                                             ZC_F_destination_unit_government_run,
                                             ZC_F_destination_in_subdistrict,
                                             ZC_F_destination_agri_subdistrict};

/* Without these there is nothing to ask. */
static zc_status check_person(zc_run *run, const zc_person *person) {
  const uint8_t *given = person->facts.given;
  int has_destination = 0;
  zc_status status = ZC_OK;
  for (size_t i = 0; i < sizeof destination_facts / sizeof destination_facts[0]; i++)
    has_destination |= given[destination_facts[i]];
  if (!given[ZC_F_held_title_region]) {
    status = zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                       "缺少事实 held_title_region：所持职称由哪个地区评定，如 --set "
                       "held_title_region=shandong",
                       "the fact held_title_region is missing: the region that gave the title, "
                       "as in --set held_title_region=shandong");
  }
  if (!has_destination) {
    status = zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                       "没有给出去向：请至少给出一个以 destination_ 开头的事实，如 "
                       "destination_division、destination_unit_level 或 destination_grassroots",
                       "there is no destination: give at least one of the facts that begin with "
                       "destination_, such as destination_division, destination_unit_level or "
                       "destination_grassroots");
  }
  return status;
}

/* The loaded region that holds the destination most closely; that of the title where no division is
 * given; NULL: none. */
static zc_region *region_of_destination(const zc_host *host, const zc_person *person,
                                        zc_region *from) {
  zc_slot place = person->facts.slots[ZC_F_destination_division];
  zc_region *best = NULL;
  if (!person->facts.given[ZC_F_destination_division])
    return from;
  for (uint32_t i = 0; i < host->count; i++) {
    zc_region *region = host->plugins[i].region;
    if (host->plugins[i].status == ZC_OK && region->division_lo <= place.lo &&
        place.hi <= region->division_hi &&
        (!best ||
         region->division_hi - region->division_lo < best->division_hi - best->division_lo))
      best = region;
  }
  return best;
}

static zc_status write_path(zc_run *run, const zc_path_frame *frame) {
  zc_buffer out = {0};
  if (zc_options_json(&run->options))
    zc_json_path(&out, frame);
  else
    zc_text_path(&out, frame, run->lang);
  zc_status status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

static zc_status find_path(zc_run *run, const zc_person *person, const zc_host *host,
                           zc_region *from, zc_day as_of) {
  zc_region *to = region_of_destination(host, person, from);
  zc_path path = {0};
  zc_path_frame frame = {&path, &person->facts, from, to, as_of};
  zc_status status = to && to != from ? zc_region_digest(to, &run->diag) : ZC_OK;
  if (status == ZC_OK)
    status = zc_path_find(&path, person, from, to, as_of, run->options.strict, &run->diag);
  if (status == ZC_OK)
    status = write_path(run, &frame);
  zc_path_free(&path);
  return status;
}

zc_status zc_command_path(zc_run *run) {
  zc_host host = {0};
  zc_person person = {0};
  zc_region *from = NULL;
  zc_day as_of = 0;
  zc_status day_status = zc_run_as_of(run, &as_of);
  zc_status status = zc_person_read(&person, run);
  if (status == ZC_OK)
    status = check_person(run, &person);
  if (status == ZC_OK) {
    /* The title says which region is asked. */
    run->options.region = person.facts.texts[ZC_F_held_title_region];
    status = zc_run_region(run, &host, &from);
  }
  if (status == ZC_OK && day_status == ZC_OK)
    status = find_path(run, &person, &host, from, as_of);
  zc_person_free(&person);
  zc_host_close(&host);
  return day_status > status ? day_status : status;
}
