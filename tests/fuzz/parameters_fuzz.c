/* SPDX-License-Identifier: Apache-2.0 */
/* A parameters.ini, read as the host reads it. */
#include "base/memory.h"
#include "compile/parameters.h"
#include "fuzz.h"
#include "read_facts.h"
#include <stdlib.h>

static const zc_parameter_value floor_values[] = {
    {ZC_ROW, .value = "60", .source = "national practice"},
};
static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "floor", .type = ZC_INT, .unit = ZC_MONTH,
     .keys = "division series level education", .label = {.zh = "年限", .en = "floor"},
     .values = ZC_TABLE(floor_values)},
    {ZC_ROW, .name = "open", .type = ZC_BOOL, .label = {.zh = "开放", .en = "open"}, .optional = 1},
    {ZC_ROW, .name = "deadline", .type = ZC_DATE, .label = {.zh = "截止", .en = "deadline"},
     .optional = 1},
};
static const zc_chapter chapter = {.parameters = ZC_TABLE(parameters)};
static const zc_chapter *const chapters[] = {&chapter};
static const zc_region_plugin plugin = {.abi_major = ZC_ABI_MAJOR,
                                        .abi_minor = ZC_ABI_MINOR,
                                        .size = sizeof plugin,
                                        .chapter_size = sizeof chapter,
                                        .id = "fuzz",
                                        .version = "1",
                                        .name = {.zh = "试验", .en = "Fuzz"},
                                        .division = "450000",
                                        .chapters = chapters,
                                        .chapter_count = 1};

void zc_fuzz_parameters(const uint8_t *bytes, size_t length) {
  zc_region region = {.id = "fuzz", .vocabulary = *zc_fuzz_vocabulary()};
  zc_diagnostics diag = {0};
  zc_parameter_text text = {
      .path = "parameters.ini", .bytes = zc_copy((const char *)bytes, length), .length = length};
  if (!text.bytes)
    abort();
  zc_status status = zc_parameters_load(&region, &plugin, &text, NULL, &diag);
  if ((status != ZC_OK) != (diag.errors > 0))
    abort();
  zc_parameter_text_free(&text);
  zc_arena_free(&region.arena);
  zc_diagnostics_free(&diag);
}
