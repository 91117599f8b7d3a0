/* SPDX-License-Identifier: Apache-2.0 */
/* A list of sentences, checked against a small region. */
#include "cases/sentences.h"
#include "fuzz.h"
#include "host/host.h"
#include <stdlib.h>

static const zc_document documents[] = {
    {ZC_ROW, .id = "d-1", .number = "一号", .title = {.zh = "通知"}, .issuer = {.zh = "厅"},
     .from = "2024-01-01"},
};
static const zc_clause clauses[] = {{ZC_ROW, .id = "fuzz.a", .document = "d-1", .clause = "一"}};
static const zc_track tracks[] = {{ZC_ROW, .track = "targeted"}};
static const zc_rule rules[] = {
    {ZC_ROW, .id = "fuzz.a", .kind = ZC_REQUIREMENT, .needs = "ethics_passed",
     .text = {.zh = "一句话。"}},
};
static const zc_chapter chapter = {.documents = ZC_TABLE(documents),
                                   .clauses = ZC_TABLE(clauses),
                                   .tracks = ZC_TABLE(tracks),
                                   .rules = ZC_TABLE(rules)};
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

/* Made once, and alive until the process ends. */
static const zc_region *small_region(void) {
  static zc_region region;
  static int is_ready;
  if (!is_ready && zc_region_compile(&region, &plugin, "fuzz", NULL, NULL, NULL) != ZC_OK)
    abort();
  is_ready = 1;
  return &region;
}

void zc_fuzz_sentences(const uint8_t *bytes, size_t length) {
  zc_diagnostics diag = {0};
  zc_buffer problems = {0};
  zc_sentence_counts counts = {0};

  if (zc_sentences_check(small_region(), "s.tsv", (const char *)bytes, length, &problems, &counts,
                         &diag) != ZC_OK)
    abort();
  if ((counts.failed > 0) != (problems.length > 0) || counts.passed > counts.sentences)
    abort();
  zc_buffer_free(&problems);
  zc_diagnostics_free(&diag);
}
