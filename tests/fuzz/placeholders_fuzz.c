/* SPDX-License-Identifier: Apache-2.0 */
/* A sentence with placeholders: any text is a sentence in both languages or is refused with a
 * message, and reports write it with and without an answer. */
#include "base/memory.h"
#include "compile/compile_region.h"
#include "fuzz.h"
#include "report/sentence.h"
#include <stdlib.h>

static const zc_parameter_value years[] = {
    {ZC_ROW, .value = "5", .source = "national practice"},
    {ZC_ROW, .from = "2023-01-01", .key = "health", .value = "1", .source = "national practice"},
};
static const zc_parameter_value days[] = {
    {ZC_ROW, .value = "2024-06-29", .source = "national practice"},
};
static const zc_parameter parameters[] = {
    {ZC_ROW, .name = "years_", .type = ZC_INT, .keys = "series", .label = {.zh = "年"},
     .values = ZC_TABLE(years)},
    {ZC_ROW, .name = "day", .type = ZC_DATE, .label = {.zh = "日", .en = "day"},
     .values = ZC_TABLE(days)},
};
static const zc_track tracks[] = {{ZC_ROW, .track = "general"}};

static void write_sentence(const zc_compiled_rule *rule) {
  for (int lang = 0; lang < ZC_SENTENCE_LANGUAGES; lang++) {
    zc_buffer out = {0};
    zc_sentence_write(&out, rule->text, rule->said, NULL, (zc_lang)lang);
    if (!zc_buffer_text(&out))
      abort();
    zc_buffer_free(&out);
  }
}

void zc_fuzz_placeholders(const uint8_t *bytes, size_t length) {
  zc_diagnostics diag = {0};
  zc_region region = {0};
  char *text = zc_copy((const char *)bytes, length);
  if (!text)
    abort();
  const zc_rule rules[] = {{ZC_ROW, .id = "base.rule", .kind = ZC_SCOPE, .needs = "ethics_passed",
                            .text = {.zh = text, .en = text}}};
  const zc_chapter chapter = {
      .parameters = ZC_TABLE(parameters), .tracks = ZC_TABLE(tracks), .rules = ZC_TABLE(rules)};
  const zc_chapter *const chapters[] = {&chapter};
  const zc_region_plugin plugin = {.abi_major = ZC_ABI_MAJOR,
                                   .abi_minor = ZC_ABI_MINOR,
                                   .size = sizeof plugin,
                                   .chapter_size = sizeof chapter,
                                   .id = "fuzz",
                                   .version = "1",
                                   .name = {.zh = "试验", .en = "Fuzz"},
                                   .division = "450000",
                                   .chapters = chapters,
                                   .chapter_count = 1};
  zc_status status = zc_region_compile(&region, &plugin, "fuzz.so", NULL, NULL, &diag);
  if ((status != ZC_OK) != (diag.errors > 0))
    abort();
  if (status == ZC_OK)
    write_sentence(&region.rules[0]);
  zc_region_free(&region);
  zc_diagnostics_free(&diag);
  zc_free(text);
}
