/* SPDX-License-Identifier: Apache-2.0 */
/* An image that was changed and given a right sum: the bytes are the changes (zc_edit, one after
 * the other) of the image of a small region that has rows of every kind. */
#include "base/memory.h"
#include "compile/compile_region.h"
#include "forge.h"
#include "fuzz.h"
#include "host/host.h"
#include "image/image.h"
#include "zhicheng/baseline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SAYS .text = {.zh = "一句话。", .en = "A sentence."}

static const zc_document documents[] = {
    {ZC_ROW, .id = "fuzz-2024", .number = "试〔2024〕1号", .title = {.zh = "通知"},
     .issuer = {.zh = "人社厅"}, .from = "2024-01-01", .until = "2027-12-31"},
    {ZC_ROW, .id = "fuzz-2016", .number = "试〔2016〕1号", .title = {.zh = "旧通知"},
     .issuer = {.zh = "人社厅"}},
};
static const zc_clause clauses[] = {
    {ZC_ROW, .id = "fuzz.a", .document = "fuzz-2024", .clause = "一", .also = "fuzz-2016"},
    {ZC_ROW, .id = "fuzz.b", .document = "fuzz-2024", .clause = "二"},
};
static const zc_fact_row facts[] = {
    {ZC_ROW, .name = "fuzz.years", .type = ZC_INT, .unit = ZC_PIECE, .max = 40,
     .label = {.zh = "年数"}},
    {ZC_ROW, .name = "fuzz.papers", .type = ZC_BOOL, .tag = "paper", .label = {.zh = "论文"}},
    {ZC_ROW, .name = "fuzz.place", .type = ZC_ENUM, .words = "none county city", .ordered = 1,
     .assumed = "none", .changeable = 1, .label = {.zh = "地方"}},
};
static const zc_word_row words[] = {
    {ZC_ROW, .fact = "unit_kind", .word = "fuzz.point", .label = {.zh = "教学点"}},
};
static const zc_derivation derivations[] = {
    {ZC_ROW, .fact = "fuzz.years", .value = "fuzz.years + 1 pieces", .clause = "fuzz.a"},
};
static const zc_parameter_value values[] = {
    {ZC_ROW, .key = "bachelor", .value = "60", .source = "试〔2024〕1号 一"},
    {ZC_ROW, .from = "2025-01-01", .key = "4511 bachelor", .value = "none", .source = "同上"},
};
static const zc_parameter_value days[] = {
    {ZC_ROW, .value = "2024-06-29", .source = "试〔2024〕1号 二"}};
static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "tenure", .type = ZC_INT, .unit = ZC_MONTH, .keys = "division education",
     .label = {.zh = "年限"}, .values = ZC_TABLE(values), .optional = 1},
    {ZC_ROW, .name = "last_day", .type = ZC_DATE, .label = {.zh = "末日"},
     .values = ZC_TABLE(days)},
};
static const zc_track tracks[] = {
    {ZC_ROW, .track = "general"},
    {ZC_ROW, .track = "targeted", .until = "2026-01-01"},
    {ZC_ROW, .track = "farmer", .referral = "fuzz.b.farmer"},
};
static const zc_rule rules[] = {
    {ZC_ROW, .id = "fuzz.a", .kind = ZC_SCOPE, .needs = "unit_division under {451100, 451229}",
     SAYS},
    {ZC_ROW, .id = "fuzz.a.place", .kind = ZC_REQUIREMENT, .when = "as_of >= 2024-03-01",
     .needs = "fuzz.place >= county or series in {health, engineering}", SAYS},
    {ZC_ROW, .id = "fuzz.a.lift", .kind = ZC_WAIVER, .needs = "ethics_passed", SAYS,
     .waives = "fuzz.a.place", .months = "12 months", .reduces = "*"},
    {ZC_ROW, .id = "fuzz.b.farmer", .kind = ZC_REFERRAL, .tracks = "farmer", SAYS},
};
static const zc_line lines[] = {
    {ZC_ROW, .target = "intermediate", .education = "bachelor", .held = "assistant",
     .fact = "months_in_current_title", .floor = "tenure", .when = "known(tenure)"},
    {ZC_ROW, .target = "assistant", .education = "junior_college"},
};
static const zc_route routes[] = {
    {ZC_ROW, .id = "fuzz.b.route", .rank = ZC_RANK_RELAXED, .lines = ZC_TABLE(lines),
     .needs = "fuzz.years >= 2 pieces", .waives = "fuzz.a", SAYS},
};
static const zc_conversion conversions[] = {
    {ZC_ROW, .id = "fuzz.a.kept", .when = "held_title_region == this_region",
     .keeps = "ethics_passed", .kept = ZC_VALID, .otherwise = ZC_REASSESS, SAYS},
};
static const zc_unit_row units[] = {
    {ZC_ROW, .id = "fuzz.a.unit", .grassroots = "unit_level <= county", SAYS},
};
static const zc_step steps[] = {
    {ZC_ROW, .id = "fuzz.a.plan", .anchor = "review_start_date", .offset = -15, .unit = ZC_WORKDAYS,
     SAYS},
    {ZC_ROW, .id = "fuzz.a.notice", .due = "08-31", .replaces = "fuzz.a.plan", .from_year = 2025,
     SAYS},
    {ZC_ROW, .id = "fuzz.a.last", .due = "last_day", SAYS},
};
static const zc_effect effects[] = {
    {ZC_ROW, .id = "fuzz.a.paper", .kind = ZC_EFFECT_EVIDENCE, .data = "{\"of\": [1, 2]}",
     .shows = "education fuzz.place", SAYS},
};
static const zc_prohibition prohibitions[] = {{ZC_ROW, .id = "fuzz.b", .tags = "paper", SAYS}};
static const zc_acceptance acceptances[] = {
    {ZC_ROW, .rule = "fuzz.a", .finding = "always_true", .reason = {.zh = "试验。"}}};

static const zc_chapter chapter = {
    .documents = ZC_TABLE(documents),
    .clauses = ZC_TABLE(clauses),
    .facts = ZC_TABLE(facts),
    .words = ZC_TABLE(words),
    .derivations = ZC_TABLE(derivations),
    .parameters = ZC_TABLE(parameters),
    .tracks = ZC_TABLE(tracks),
    .rules = ZC_TABLE(rules),
    .routes = ZC_TABLE(routes),
    .conversions = ZC_TABLE(conversions),
    .units = ZC_TABLE(units),
    .steps = ZC_TABLE(steps),
    .effects = ZC_TABLE(effects),
    .prohibitions = ZC_TABLE(prohibitions),
    .acceptances = ZC_TABLE(acceptances),
};
static const zc_chapter *const chapters[] = {&zc_baseline, &chapter};
static const zc_region_plugin plugin = {
    .abi_major = ZC_ABI_MAJOR,
    .abi_minor = ZC_ABI_MINOR,
    .size = sizeof(zc_region_plugin),
    .chapter_size = sizeof(zc_chapter),
    .id = "fuzz",
    .version = "1.0.0",
    .name = {.zh = "试验区"},
    .division = "450000",
    .chapters = chapters,
    .chapter_count = ZC_COUNT(chapters),
};

/* Made once, and alive until the process ends. */
static const zc_buffer *base(void) {
  static zc_buffer image;
  zc_region region;
  zc_diagnostics diag = {0};
  if (image.length)
    return &image;
  zc_memory_setup();
  if (zc_region_compile(&region, &plugin, "fuzz.so", NULL, NULL, &diag) != ZC_OK ||
      zc_region_digest(&region, &diag) != ZC_OK ||
      zc_image_write(&image, &region, &diag) != ZC_OK) {
    fputs(zc_diagnostics_text(&diag), stderr);
    abort();
  }
  zc_region_free(&region);
  return &image;
}

enum { MOST_EDITS = 32 };

void zc_fuzz_image(const uint8_t *bytes, size_t length) {
  const zc_buffer *image = base();
  zc_edit edits[MOST_EDITS];
  uint32_t count = (uint32_t)(length / sizeof *edits);
  char *copy = zc_copy(image->data, image->length);
  zc_diagnostics diag = {0};
  zc_region region;
  zc_buffer out = {0};
  if (!copy)
    abort();
  count = count < MOST_EDITS ? count : MOST_EDITS;
  if (count)
    memcpy(edits, bytes, count * sizeof *edits);
  zc_forge(copy, image->length, edits, count);
  zc_status status = zc_image_read(&region, "a.zcr", copy, image->length, &diag);
  if ((status != ZC_OK) != (diag.errors > 0))
    abort();
  if (status == ZC_OK) {
    zc_exercise(&region, 1, 3, length % 64 ? ZC_EXERCISE_TOOLS : ZC_EXERCISE_ALL, &out);
    zc_region_free(&region);
  }
  zc_buffer_free(&out);
  zc_free(copy);
  zc_diagnostics_free(&diag);
}
