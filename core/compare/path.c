/* SPDX-License-Identifier: Apache-2.0 */
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

zc_status zc_path_check(const zc_facts *person, zc_diagnostics *diag) {
  const uint8_t *given = person->given;
  int has_destination = 0;
  zc_status status = ZC_OK;
  for (size_t i = 0; i < sizeof destination_facts / sizeof destination_facts[0]; i++)
    has_destination |= given[destination_facts[i]];
  if (!given[ZC_F_held_title_region]) {
    status = zc_report(diag, ZC_BAD_INPUT, NULL,
                       "缺少事实 held_title_region：所持职称由哪个地区评定，如 --set "
                       "held_title_region=shandong",
                       "the fact held_title_region is missing: the region that gave the title, "
                       "as in --set held_title_region=shandong");
  }
  if (!has_destination) {
    status = zc_report(diag, ZC_BAD_INPUT, NULL,
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
static zc_region *region_of_destination(const zc_host *host, const zc_facts *person,
                                        zc_region *from) {
  zc_slot place = person->slots[ZC_F_destination_division];
  zc_region *best = NULL;
  if (!person->given[ZC_F_destination_division])
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

zc_status zc_path_write(zc_buffer *out, const zc_host *host, zc_region *from,
                        const zc_shared_person *person, const zc_compare_options *options,
                        zc_diagnostics *diag) {
  zc_region *to = region_of_destination(host, &person->facts, from);
  zc_path path = {0};
  zc_path_frame frame = {&path, &person->facts, from, to, options->as_of};
  zc_status status = to && !*to->digest ? zc_region_digest(to, diag) : ZC_OK;
  if (status == ZC_OK)
    status = zc_path_find(&path, person, from, to, options->as_of, options->strict, diag);
  if (status == ZC_OK && options->json)
    zc_json_path(out, &frame);
  else if (status == ZC_OK)
    zc_text_path(out, &frame, options->lang);
  zc_path_free(&path);
  return status;
}
