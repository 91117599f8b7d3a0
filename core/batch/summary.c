/* SPDX-License-Identifier: Apache-2.0 */
/* What is told of a batch while it runs and at its end. */
#include "batch/plan.h"
#include "batch/sink.h"
#include "engine/kinds.h"
#include "facts/division.h"
#include "facts/reader.h"
#include "report/sentence.h"
#include "report/text.h"

#include <string.h>

static double seconds_since(const struct timespec *from, const struct timespec *to) {
  return (double)(to->tv_sec - from->tv_sec) + (double)(to->tv_nsec - from->tv_nsec) / 1e9;
}

static const char *say(const zc_sink *sink, const char *zh, const char *en) {
  return sink->batch->lang == ZC_LANG_ZH ? zh : en;
}

int zc_sink_progress(zc_sink *sink, uint64_t bytes_read) {
  struct timespec now;
  if (!sink->progress)
    return 0;
  clock_gettime(CLOCK_MONOTONIC, &now);
  if (seconds_since(&sink->told, &now) < 0.2)
    return 0;
  sink->told = now;
  zc_batch_progress progress = {sink->tally.rows, bytes_read, sink->input->size,
                                seconds_since(&sink->start, &now)};
  return sink->progress(sink->context, &progress);
}

/* The next rule of the most rows that fail it: after `last` rows, and behind rule `at` where they
 * are as many. */
static uint32_t next_rule(const zc_tally *tally, uint32_t count, uint64_t last, uint32_t at) {
  uint32_t best = UINT32_MAX;
  for (uint32_t i = 0; i < count; i++) {
    uint64_t rows = tally->unmet[i];
    int is_behind = rows < last || (rows == last && at != UINT32_MAX && i > at);
    if (rows > 0 && is_behind && (best == UINT32_MAX || rows > tally->unmet[best]))
      best = i;
  }
  return best;
}

/* The region of a rule of the tally. */
static const zc_batch_region *region_of(const zc_batch *batch, uint32_t number) {
  uint32_t region = batch->region_count - 1;
  while (batch->regions[region].unmet_at > number)
    region--;
  return &batch->regions[region];
}

static const zc_compiled_rule *rule_of(const zc_batch *batch, uint32_t number) {
  const zc_batch_region *r = region_of(batch, number);
  return &r->region->rules[number - r->unmet_at];
}

/* The sentence with the values of the day asked about, as far as they are the same for all rows. */
static void put_sentence(zc_buffer *out, const zc_batch *batch, const zc_batch_region *r,
                         const zc_compiled_rule *rule) {
  const zc_answer *answer = NULL;
  zc_workspace *ws = NULL;
  if (rule->said[zc_said_in(rule->text, batch->lang)].count && !batch->day_name) {
    ws = zc_workspace_new(r->region);
    out->failed |= !ws || zc_ask(ws, ZC_Q_ASSESS, &r->given, batch->as_of, batch->strict, &answer,
                                 NULL) == ZC_NO_RESOURCE;
  }
  zc_sentence_write(out, rule->text, rule->said, answer, batch->lang);
  zc_workspace_free(ws);
}

static void put_rule(zc_buffer *out, const zc_sink *sink, uint32_t number) {
  const zc_batch *batch = sink->batch;
  const zc_compiled_rule *rule = rule_of(batch, number);
  zc_buffer_printf(out, "%12llu  ", (unsigned long long)sink->tally.unmet[number]);
  if (batch->region_count > 1)
    zc_buffer_printf(out, "%s  ", region_of(batch, number)->region->id);
  zc_buffer_printf(out, "%s  ", rule->id);
  put_sentence(out, batch, region_of(batch, number), rule);
  zc_text_law(out, &rule->law, NULL, batch->lang);
  zc_buffer_putc(out, '\n');
}

/* A waiver that does not apply keeps nobody out. */
static void put_unmet(zc_buffer *out, const zc_sink *sink) {
  uint64_t last = UINT64_MAX;
  uint32_t count = sink->batch->rule_count;
  int titled = 0;
  for (uint32_t rule = next_rule(&sink->tally, count, last, UINT32_MAX); rule != UINT32_MAX;
       rule = next_rule(&sink->tally, count, last, rule)) {
    last = sink->tally.unmet[rule];
    if (zc_rule_lifts(rule_of(sink->batch, rule)))
      continue;
    if (!titled) {
      zc_buffer_puts(out, say(sink, "不符合的规则（可以申报的人没有走的途径也在内）：\n",
                              "Rules that are not met (also other routes of eligible people):\n"));
    }
    titled = 1;
    put_rule(out, sink, rule);
  }
}

/* Whoever sees the name of a fact here has mistyped it. */
static void put_carried(zc_buffer *out, const zc_sink *sink) {
  enum { MOST = 20 };
  const zc_batch *batch = sink->batch;
  uint32_t shown = 0;
  for (uint32_t i = 0; batch->in == ZC_FORM_CSV && i < batch->carried_count; i++) {
    if (zc_batch_is_chosen(batch, batch->carried[i]))
      continue;
    if (shown == MOST) {
      zc_buffer_printf(out, say(sink, "……共 %u 列", " ... %u in all"),
                       batch->carried_count - zc_batch_chosen_count(batch));
      break;
    }
    zc_buffer_puts(out, shown++ ? say(sink, "、", ", ")
                                : say(sink, "不是事实、原样保留的列：",
                                      "Columns that are no facts, kept as they are: "));
    zc_buffer_puts(out, zc_batch_carried_name(batch, i));
  }
  zc_buffer_puts(out, shown ? "\n" : "");
}

/* The same of NDJSON, whose members are known when the rows are, with the fact probably meant. */
static void put_members(zc_buffer *out, const zc_sink *sink) {
  const zc_vocabulary *v = &sink->batch->regions[0].region->vocabulary;
  const zc_notes *members = &sink->members;
  for (uint32_t i = 0; i < members->count; i++) {
    const char *name = zc_notes_text(members, i);
    const char *near = zc_fact_suggest(v, name, strlen(name));
    zc_buffer_puts(out, i > 0 ? say(sink, "、", ", ")
                              : say(sink, "不是事实、原样保留的成员：",
                                    "Members that are no facts, kept as they are: "));
    zc_buffer_puts(out, zc_show_text(name, strlen(name)).text);
    if (near)
      zc_buffer_printf(out, say(sink, "（是否指 %s？）", " (is %s meant?)"), near);
  }
  zc_buffer_puts(out, members->has_more ? say(sink, "……", " ...") : "");
  zc_buffer_puts(out, members->count > 0 ? "\n" : "");
}

/* What became of a code that is in no table. */
static void put_former(zc_buffer *out, const zc_sink *sink, const char *code) {
  const zc_data *data = sink->batch->regions[0].region->vocabulary.data;
  zc_division division = {0, 0};
  zc_division_parse(code, strlen(code), &division);
  const zc_former_division *former = zc_division_former(data, division);
  if (!former)
    return;
  zc_buffer_puts(out, say(sink, "（", " ("));
  zc_former_describe(out, &data->divisions, former, sink->batch->lang);
  zc_buffer_puts(out, say(sink, "）", ")"));
}

static void put_divisions(zc_buffer *out, const zc_sink *sink) {
  const zc_notes *codes = &sink->divisions;
  for (uint32_t i = 0; i < codes->count; i++) {
    zc_buffer_puts(out, i > 0 ? say(sink, "、", ", ")
                              : say(sink,
                                    "区划代码表中没有的代码，只按各位数字归属上级，是否街道视为"
                                    "未知：",
                                    "Division codes in no table, placed by their digits alone, "
                                    "whether a subdistrict being unknown: "));
    zc_buffer_puts(out, zc_notes_text(codes, i));
    put_former(out, sink, zc_notes_text(codes, i));
  }
  zc_buffer_puts(out, codes->has_more ? say(sink, "……", " ...") : "");
  zc_buffer_puts(out, codes->count > 0 ? "\n" : "");
}

/* Divisions that were named by what they were. */
static void put_named(zc_buffer *out, const zc_sink *sink) {
  const zc_notes *former = &sink->former;
  for (uint32_t i = 0; i < former->count; i++) {
    zc_buffer_puts(out, i > 0 ? say(sink, "；", "; ")
                              : say(sink, "已撤销或更名的区划，按现在的区划处理：",
                                    "Former divisions, taken as what they are now: "));
    zc_buffer_puts(out, zc_notes_text(former, i));
  }
  zc_buffer_puts(out, former->has_more ? say(sink, "……", " ...") : "");
  zc_buffer_puts(out, former->count > 0 ? "\n" : "");
}

static void put_count(zc_buffer *out, uint64_t rows, const char *what) {
  zc_buffer_printf(out, "%12llu  %s\n", (unsigned long long)rows, what);
}

void zc_sink_summary(zc_buffer *out, const zc_sink *sink) {
  struct timespec now;
  const zc_tally *t = &sink->tally;
  clock_gettime(CLOCK_MONOTONIC, &now);
  double taken = seconds_since(&sink->start, &now);
  zc_buffer_printf(out,
                   say(sink, "%llu 行，用时 %.1f 秒（每秒 %.0f 行）\n",
                       "rows: %llu, in %.1f s (%.0f a second)\n"),
                   (unsigned long long)t->rows, taken, taken > 0 ? (double)t->rows / taken : 0);
  put_count(out, t->verdicts[ZC_ELIGIBLE], say(sink, "可以申报", "eligible"));
  put_count(out, t->verdicts[ZC_INELIGIBLE], say(sink, "不能申报", "ineligible"));
  put_count(out, t->verdicts[ZC_UNDETERMINED_VERDICT], say(sink, "还不能确定", "undetermined"));
  if (t->no_edition > 0) {
    put_count(out, t->no_edition,
              say(sink, "　　其中：没有收录适用于这一天的文件",
                  "    of these: no document on record speaks of the day"));
  }
  put_count(out, t->rejected, say(sink, "退回", "rejected"));
  if (t->blank + sink->input->blank > 0)
    put_count(out, t->blank + sink->input->blank,
              say(sink, "空行（已跳过）", "blank lines, skipped"));
  put_unmet(out, sink);
  put_carried(out, sink);
  put_members(out, sink);
  put_divisions(out, sink);
  put_named(out, sink);
  if (sink->input->source)
    zc_table_source_notes(sink->input->source, sink->batch->lang, out);
  if (sink->rejects.is_open) {
    zc_buffer_printf(out, say(sink, "退回的行及原因：%s\n", "Rejected rows and why: %s\n"),
                     sink->rejects.path);
  }
}
