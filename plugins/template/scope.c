/* SPDX-License-Identifier: Apache-2.0 */
/* Chapter 2 of the document: for whom it is, and which units are grassroots. */
#include "template.h"

/* REPLACE: one row for each clause that something in this file carries out. `clause` is the number
 * as the document prints it. */
static const zc_clause clauses[] = {
    {ZC_ROW, .id = "template.scope", .document = "template-2024-1", .clause = "二"},
    {ZC_ROW, .id = "template.series", .document = "template-2024-1", .clause = "三"},
};

/* A word that the shared vocabulary lacks, added to one of its facts. It begins with the region's
 * id and a dot. Delete the table where every word is there: `zhicheng facts` lists them. */
static const zc_word_row words[] = {
    {ZC_ROW, .fact = "unit_kind", .word = "template.teaching_point",
     .label = {.zh = "教学点", .en = "teaching point"}},
};

/* What several rows ask for is written once, as a macro of text. */
#define TEMPLATE_GRASSROOTS "unit_division under {510121, 510129} and unit_level <= township"

/* A scope: where, in which unit, in which series. One rule for each thing that a person may fail
 * on, so that the answer says which. */
static const zc_rule rules[] = {
    {ZC_ROW, .id = "template.scope", .kind = ZC_SCOPE, .tracks = "targeted",
     .needs = TEMPLATE_GRASSROOTS,
     .text = {.zh = "单位在所列两县的乡镇或村。",
              .en = "The unit lies in a township or village of the two counties named."}},
    {ZC_ROW, .id = "template.series", .kind = ZC_SCOPE, .tracks = "targeted",
     .needs = "series in {school_teacher, health, agriculture}",
     .text = {.zh = "限中小学教师、卫生、农业三个系列。",
              .en = "For school teachers, health and agriculture only."}},
    /* `when` says whom the rule concerns; to all others it does not apply. */
    {ZC_ROW, .id = "template.series.teacher", .kind = ZC_SCOPE, .tracks = "targeted",
     .when = "series == school_teacher",
     .needs = "unit_kind in {primary_secondary_school, template.teaching_point}",
     .text = {.zh = "教师须在中小学或教学点任教。",
              .en = "A teacher works at a school or a teaching point."}},
};

/* Which units are grassroots, for `zhicheng unit`: read from the top, the first row whose `when`
 * holds answers. The last one has no `when`. Facts of a person are not read here. */
static const zc_unit_row units[] = {
    {ZC_ROW, .id = "template.scope", .grassroots = TEMPLATE_GRASSROOTS,
     .text = {.zh = "所列两县的乡镇、村单位算基层。",
              .en = "Township and village units of the two counties are grassroots."}},
};

/* What `zhicheng analyse` finds and is no mistake stands here with its reason. */
static const zc_acceptance acceptances[] = {
    {ZC_ROW, .rule = "base.place", .finding = "shadowed_by:template.scope",
     .reason = {.zh = "文件把单位限于两县，比“在本地区之内”更窄；这条一般规则各地都有。",
                .en = "The document confines units to two counties, more narrowly than the common "
                      "rule, which every region has."}},
};

const zc_chapter template_scope = {
    .clauses = ZC_TABLE(clauses),
    .words = ZC_TABLE(words),
    .rules = ZC_TABLE(rules),
    .units = ZC_TABLE(units),
    .acceptances = ZC_TABLE(acceptances),
};
