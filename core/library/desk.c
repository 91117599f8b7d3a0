/* SPDX-License-Identifier: Apache-2.0 */
/* One thread's place to ask: its memory for each region, and what it said last. */
#include "library/library.h"

zc_desk *zc_desk_new(const zc_regions *regions) {
  zc_desk *desk = zc_calloc(1, sizeof *desk);
  zc_drawer *drawers = zc_calloc(regions->host.count + 1, sizeof *drawers);
  if (!desk || !drawers) {
    zc_free(desk);
    zc_free(drawers);
    return NULL;
  }
  desk->regions = regions;
  desk->drawers = drawers;
  desk->diag.lang = desk->notes.lang = regions->lang;
  return desk;
}

void zc_desk_free(zc_desk *desk) {
  if (!desk)
    return;
  for (uint32_t i = 0; i < desk->regions->host.count; i++) {
    zc_drawer *drawer = &desk->drawers[i];
    zc_facts_free(&drawer->facts);
    zc_json_writer_free(drawer->writer);
    zc_advisor_free(drawer->advisor);
    zc_workspace_free(drawer->workspace);
  }
  zc_free(desk->drawers);
  zc_free(desk->findings);
  zc_arena_free(&desk->clauses);
  zc_buffer_free(&desk->text);
  zc_diagnostics_free(&desk->diag);
  zc_diagnostics_free(&desk->notes);
  zc_free(desk);
}

const char *zc_desk_message(zc_desk *desk) {
  return zc_diagnostics_text(&desk->diag);
}

/* They are looked for when somebody asks: most never do. */
const char *zc_desk_notes(zc_desk *desk) {
  if (desk->asked)
    zc_facts_tell_divisions(desk->asked, &desk->notes);
  desk->asked = NULL;
  return zc_diagnostics_text(&desk->notes);
}

void zc_desk_begin(zc_desk *desk) {
  zc_diagnostics_free(&desk->diag);
  zc_diagnostics_free(&desk->notes);
  desk->asked = NULL;
}

static zc_status fill(zc_drawer *drawer, zc_diagnostics *diag) {
  if (drawer->workspace) {
    zc_facts_clear(&drawer->facts);
    return ZC_OK;
  }
  zc_status status = zc_facts_init(&drawer->facts, &drawer->region->vocabulary, diag);
  if (status == ZC_OK) {
    drawer->workspace = zc_workspace_new(drawer->region);
    status = drawer->workspace ? ZC_OK : zc_report_memory(diag);
  }
  if (status != ZC_OK)
    zc_facts_free(&drawer->facts);
  return status;
}

zc_status zc_desk_open(zc_desk *desk, const char *region, zc_drawer **drawer) {
  uint32_t index = 0;
  zc_desk_begin(desk);
  zc_status status = zc_regions_require(desk->regions, region, &index, &desk->diag);
  if (status != ZC_OK)
    return status;
  *drawer = &desk->drawers[index];
  (*drawer)->region = desk->regions->host.plugins[index].region;
  return fill(*drawer, &desk->diag);
}

zc_status zc_desk_write(zc_desk *desk, zc_drawer *drawer, const zc_answer *answer, int strict) {
  int wants_advice = zc_json_has_advice(answer);
  if (!drawer->writer)
    drawer->writer = zc_json_writer_new(answer->region);
  if (wants_advice && !drawer->advisor)
    drawer->advisor = zc_advisor_new(answer->region);
  if (!drawer->writer || (wants_advice && !drawer->advisor))
    return zc_report_memory(&desk->diag);
  if (wants_advice)
    zc_advise(drawer->advisor, drawer->workspace, &drawer->facts, strict);
  zc_buffer_clear(&desk->text);
  zc_json_answer(&desk->text, drawer->writer, answer);
  return zc_buffer_text(&desk->text) ? ZC_OK : zc_report_memory(&desk->diag);
}
