/* SPDX-License-Identifier: Apache-2.0 */
/* The region: its documents, the tracks on which it answers, and its chapters.
 * Step 1 of README.md is this file, step 2 the other ones. */
#include "template.h"
#include "zhicheng/baseline.h"

/* REPLACE: one row for each document. `from` is the first day in force; `until` the last, if the
 * document says one. A document without `from` is only cited. */
static const zc_document documents[] = {
    {ZC_ROW, .id = "template-2024-1", .number = "例人社发〔2024〕1号",
     .title = {.zh = "基层专业技术人员职称定向评价办法（示例）",
               .en = "Targeted titles at the grassroots (an example)"},
     .issuer = {.zh = "模板省人力资源和社会保障厅",
                .en = "Department of Human Resources, Template"},
     .from = "2024-01-01"},
};

/* REPLACE: each kind of title that the documents speak of. A track without a row is refused; on a
 * day outside `from`..`until` the answer is that no document is held. A track that is left to
 * another document names the rule that says so (`referral`). */
static const zc_clause clauses[] = {
    {ZC_ROW, .id = "template.farmer", .document = "template-2024-1", .clause = "十五"},
};
static const zc_track tracks[] = {
    {ZC_ROW, .track = "targeted", .from = "2024-01-01"},
    {ZC_ROW, .track = "general", .from = "2024-01-01"},
    {ZC_ROW, .track = "farmer", .from = "2024-01-01", .referral = "template.farmer"},
};
static const zc_rule rules[] = {
    {ZC_ROW, .id = "template.farmer", .kind = ZC_REFERRAL, .tracks = "farmer",
     .text = {.zh = "农民职称另按专门办法评审。",
              .en = "Titles of farmers follow a document of their own."}},
};

/* Series in which an examination takes the place of review: keep it where the region has any. */
static const zc_route routes[] = {ZC_BASELINE_EXAM_ONLY(NULL)};

static const zc_chapter template_region = {
    .documents = ZC_TABLE(documents),
    .clauses = ZC_TABLE(clauses),
    .tracks = ZC_TABLE(tracks),
    .rules = ZC_TABLE(rules),
    .routes = ZC_TABLE(routes),
};

/* The national practice first, then one chapter for each file. Findings keep this order. */
static const zc_chapter *const chapters[] = {
    &zc_baseline,     &template_region, &template_scope,    &template_standard,
    &template_tenure, &template_use,    &template_schedule,
};

/* REPLACE: the name and the region's own division (GB/T 2260). Raise the version with each change
 * that is published. */
ZC_PLUGIN("template", "0.1.0", .name = {.zh = "模板省", .en = "Template"}, .division = "510000",
          .chapters = chapters, .chapter_count = ZC_COUNT(chapters));
