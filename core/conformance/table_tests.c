/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of the tables: what the compiler of the host says of each part of them, and the documents
 * on the axis of days. */
#include "base/memory.h"
#include "conformance/conformance.h"

#include <stdlib.h>
#include <string.h>

/* Passes unless compiling has errors in this part; warnings are told. */
static zc_outcome compile_part(const zc_subject *s, zc_buffer *said, uint32_t part) {
  zc_region region;
  zc_diagnostics diag = {.lang = s->lang, .wanted = part};
  zc_status status = zc_region_load(&region, s->file, &s->deployment, &diag);
  zc_buffer_puts(said, zc_diagnostics_text(&diag));
  if (diag.wanted_errors)
    return ZC_FAILED;
  if (diag.part >= part)
    return ZC_PASSED;
  /* Compiling went no further than an earlier part, or did not begin. */
  zc_say(s, said, "前面的错误改正之后才能检查", "cannot be tested until earlier errors are mended");
  return status == ZC_OK ? ZC_PASSED : ZC_SKIPPED;
}

zc_outcome zc_test_tables(const zc_subject *s, zc_buffer *said) {
  zc_diagnostics diag = {.lang = s->lang};
  zc_region region;
  /* What is said before the first part is of the object itself: a wrong name, an object that is not
   * what the note says. */
  if (zc_region_load(&region, s->file, &s->deployment, &diag) != ZC_OK && diag.part == 0) {
    zc_buffer_puts(said, zc_diagnostics_text(&diag));
    return ZC_FAILED;
  }
  return compile_part(s, said, ZC_PART_TABLES);
}
zc_outcome zc_test_citations(const zc_subject *s, zc_buffer *said) {
  return compile_part(s, said, ZC_PART_LAW);
}
zc_outcome zc_test_facts(const zc_subject *s, zc_buffer *said) {
  return compile_part(s, said, ZC_PART_FACTS);
}

/* How far files may set the values. */
static void say_bounds(const zc_subject *s, const zc_region *r, zc_buffer *said) {
  for (uint32_t i = 0; i < r->parameters.count; i++) {
    const zc_named_parameter *p = &r->parameters.parameters[i];
    if (p->most_text && p->type == ZC_DATE)
      zc_say(s, said, "%s：最迟 %s", "%s: %s at the latest", p->name, p->most_text);
    else if (p->most_text)
      zc_say(s, said, "%s：最大 %s", "%s: %s at most", p->name, p->most_text);
  }
}

zc_outcome zc_test_parameters(const zc_subject *s, zc_buffer *said) {
  zc_region region;
  zc_buffer unheard = {0};
  zc_outcome outcome = compile_part(s, said, ZC_PART_PARAMETERS);
  if (outcome == ZC_PASSED && zc_subject_load(s, &region, &unheard))
    say_bounds(s, &region, said);
  zc_buffer_free(&unheard);
  return outcome;
}

zc_outcome zc_test_prohibitions(const zc_subject *s, zc_buffer *said) {
  return compile_part(s, said, ZC_PART_PROHIBITIONS);
}
zc_outcome zc_test_acceptances(const zc_subject *s, zc_buffer *said) {
  return compile_part(s, said, ZC_PART_ACCEPTANCES);
}

static void describe(const zc_subject *s, const zc_region *r, zc_buffer *said) {
  zc_say(s, said,
         "文件 %u，条款 %u，规则和途径 %u，转换 %u，单位 %u，日程 %u，附带事项 %u，参数 %u",
         "documents %u, clauses %u, rules and routes %u, conversions %u, unit rows %u, steps %u, "
         "effects %u, parameters %u",
         r->document_count, r->clause_count, r->rule_count, r->conversion_count, r->unit_count,
         r->step_count, r->effect_count, r->parameters.count);
  zc_say(s, said, "%s", "%s", r->digest);
}

zc_outcome zc_test_rules(const zc_subject *s, zc_buffer *said) {
  zc_region region;
  zc_buffer unheard = {0};
  zc_outcome outcome = compile_part(s, said, ZC_PART_RULES);
  if (outcome == ZC_PASSED && zc_subject_load(s, &region, &unheard))
    describe(s, &region, said);
  zc_buffer_free(&unheard);
  return outcome;
}

/* ---- documents on the axis of days ---- */

typedef struct stretch {
  const char *id;
  zc_day from, until;
} stretch;

static int compare_stretches(const void *a, const void *b) {
  const stretch *x = a, *y = b;
  return x->from != y->from ? (x->from > y->from) - (x->from < y->from)
                            : (x->until > y->until) - (x->until < y->until);
}

static void say_gap(const zc_subject *s, zc_day from, zc_day until, zc_buffer *said) {
  char a[11], b[11];
  zc_day_format(from, a);
  zc_day_format(until, b);
  zc_say(s, said, "空档：%s 至 %s 没有文件施行", "gap: no document is in force from %s to %s", a,
         b);
}

static void say_overlap(const zc_subject *s, const stretch *x, const stretch *y, zc_buffer *said) {
  char a[11], b[11];
  zc_day until = x->until < y->until ? x->until : y->until;
  zc_day_format(y->from, a);
  zc_day_format(until, b);
  if (until == ZC_DAY_MAX)
    zc_say(s, said, "重叠：%s 和 %s 自 %s 起同时施行",
           "overlap: %s and %s are both in force from %s on", x->id, y->id, a);
  else
    zc_say(s, said, "重叠：%s 和 %s 在 %s 至 %s 同时施行",
           "overlap: %s and %s are both in force from %s to %s", x->id, y->id, a, b);
}

static void walk(const zc_subject *s, const stretch *list, uint32_t count, zc_buffer *said) {
  char day[11];
  zc_day covered = count ? list[0].until : ZC_DAY_MAX;
  for (uint32_t i = 1; i < count; i++) {
    if (list[i].from > covered + 1)
      say_gap(s, covered + 1, list[i].from - 1, said);
    for (uint32_t j = 0; j < i; j++)
      if (list[j].until >= list[i].from)
        say_overlap(s, &list[j], &list[i], said);
    covered = list[i].until > covered ? list[i].until : covered;
  }
  zc_day_format(covered, day);
  if (covered < ZC_DAY_MAX)
    zc_say(s, said, "%s 之后没有文件施行", "after %s no document is in force", day);
}

zc_outcome zc_test_dates(const zc_subject *s, zc_buffer *said) {
  zc_region region;
  if (!zc_subject_load(s, &region, said))
    return ZC_FAILED;
  zc_outcome outcome = ZC_PASSED;
  stretch *list = zc_calloc(region.document_count + 1, sizeof *list);
  uint32_t count = 0;
  for (uint32_t i = 0; list && i < region.document_count; i++) {
    zc_span span = region.document_spans[i];
    if (!region.documents[i].from)
      continue;
    if (span.from > span.until) {
      zc_say(s, said, "%s：截止日期早于施行日期", "%s: it ends before it begins",
             region.documents[i].id);
      outcome = ZC_FAILED;
      continue;
    }
    list[count++] = (stretch){region.documents[i].id, span.from, span.until};
  }
  if (list) {
    qsort(list, count, sizeof *list, compare_stretches);
    walk(s, list, count, said);
  }
  zc_free(list);
  return outcome;
}
