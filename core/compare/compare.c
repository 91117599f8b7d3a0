/* SPDX-License-Identifier: Apache-2.0 */
#include "compare/compare.h"
#include "engine/kinds.h"

#include "engine/answer.h"
#include "report/json_law.h"
#include "report/sentence.h"
#include "report/text.h"

#include <string.h>

/* Columns of the table, in cells of a terminal. */
enum { REGION_WIDTH = 18, TRACK_WIDTH = 16, VERDICT_WIDTH = 18 };

typedef struct comparison {
  const zc_shared_person *person;
  const zc_compare_options *options;
  zc_buffer *table;  /* JSON: the whole text */
  zc_buffer reasons; /* text: what stands in the way, below the table */
  uint32_t count;    /* answers so far */
  zc_diagnostics *diag;
} comparison;

static const char *say(const comparison *c, const char *zh, const char *en) {
  return c->options->lang == ZC_LANG_ZH ? zh : en;
}

static int has_open_route(const zc_answer *answer) {
  for (uint32_t i = 0; i < answer->finding_count; i++)
    if (answer->findings[i].rule->rank != ZC_RANK_NONE && answer->findings[i].state == ZC_MET)
      return 1;
  return 0;
}

/* What stands in the way: a requirement that is not met and, where none is open, each route. */
static int is_against(const zc_answer *answer, const zc_finding *finding) {
  const zc_compiled_rule *rule = finding->rule;
  if (finding->state != ZC_UNMET || zc_rule_lifts(rule))
    return 0;
  return rule->rank != ZC_RANK_NONE ? answer->verdict == ZC_INELIGIBLE && !has_open_route(answer)
                                    : answer->verdict != ZC_ELIGIBLE;
}

/* ---- JSON ---- */

static void json_finding(zc_buffer *b, const zc_answer *answer, const zc_finding *finding) {
  zc_buffer_puts(b, "{\"rule\":");
  zc_buffer_json(b, finding->rule->id);
  zc_buffer_member(b, ",\"kind\":", finding->rule->kind);
  zc_buffer_puts(b, ",\"clauses\":");
  zc_json_clauses(b, &finding->rule->law);
  zc_buffer_puts(b, ",\"cites\":");
  zc_json_cites(b, &finding->rule->law, answer);
  zc_buffer_puts(b, ",\"text\":");
  zc_sentence_json(b, finding->rule->text, finding->rule->said, answer);
  zc_buffer_putc(b, '}');
}

static void json_missing(zc_buffer *b, const zc_answer *a) {
  zc_buffer_puts(b, "],\"missing\":[");
  for (uint32_t i = 0; i < a->missing_count; i++) {
    zc_buffer_puts(b, i > 0 ? "," : "");
    zc_buffer_json(b, a->region->vocabulary.facts[a->missing[i]].name);
  }
  zc_buffer_printf(b, "],\"missing_exact\":%s", a->missing_exact ? "true" : "false");
}

static void json_answer(comparison *c, const zc_answer *a, const zc_word *track) {
  zc_buffer *b = c->table;
  const zc_compiled_rule *route = a->route;
  char day[11];
  if (a->counted_to != ZC_NO_DAY)
    zc_day_format(a->counted_to, day);
  zc_buffer_puts(b, c->count > 0 ? ",\n" : "\n");
  zc_buffer_member(b, "{\"region\":", a->region->id);
  zc_buffer_member(b, ",\"track\":", track->word);
  zc_buffer_puts(b, ",\"edition\":");
  zc_json_edition(b, a->edition, a->edition_count);
  zc_buffer_member(b, ",\"counted_to\":", a->counted_to != ZC_NO_DAY ? day : NULL);
  zc_buffer_member(b, ",\"verdict\":", zc_verdict_word(a->verdict));
  zc_buffer_member(b, ",\"mode\":", route ? zc_mode_word(route->mode) : NULL);
  zc_buffer_member(b, ",\"route\":", route ? route->id : NULL);
  zc_buffer_puts(b, ",\"unmet\":[");
  const char *separator = "";
  for (uint32_t i = 0; i < a->finding_count; i++) {
    if (is_against(a, &a->findings[i])) {
      zc_buffer_puts(b, separator);
      json_finding(b, a, &a->findings[i]);
      separator = ",";
    }
  }
  json_missing(b, a);
  zc_buffer_member(b, ",\"rules_digest\":", a->region->digest);
  zc_buffer_putc(b, '}');
}

/* ---- text ---- */

static const char *verdict_text(const comparison *c, zc_verdict verdict) {
  return verdict == ZC_ELIGIBLE     ? say(c, "可以申报", "may apply")
         : verdict == ZC_INELIGIBLE ? say(c, "不能申报", "may not apply")
                                    : say(c, "还不能确定", "not yet known");
}

static uint32_t count_against(const zc_answer *a) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < a->finding_count; i++)
    count += (uint32_t)is_against(a, &a->findings[i]);
  return count;
}

static void put_last_column(comparison *c, const zc_answer *a) {
  uint32_t against = count_against(a);
  if (a->no_edition)
    zc_buffer_puts(c->table, say(c, "这一天没有收录文件", "no document on record for this day"));
  else if (a->route)
    zc_buffer_puts(c->table, a->route->id);
  else if (a->verdict == ZC_INELIGIBLE && against == 0)
    zc_buffer_puts(c->table, say(c, "没有适用的途径", "no route applies"));
  else if (a->verdict == ZC_INELIGIBLE)
    zc_buffer_printf(c->table, say(c, "%u 项不符合", "%u not met"), against);
  else if (a->missing_count > 0)
    zc_buffer_printf(c->table, say(c, "还缺 %u 项事实", "facts to be known: %u"), a->missing_count);
  else
    zc_buffer_puts(c->table, say(c, "由其他文件规定", "another document decides"));
  zc_buffer_putc(c->table, '\n');
}

static void put_reasons(comparison *c, const zc_answer *a, const char *track) {
  zc_buffer *b = &c->reasons;
  zc_lang lang = c->options->lang;
  if (a->no_edition || (count_against(a) == 0 && a->missing_count == 0))
    return;
  zc_buffer_printf(b, say(c, "\n%s，%s\n", "\n%s, %s\n"), zc_text_in(a->region->name, lang), track);
  for (uint32_t i = 0; i < a->finding_count; i++) {
    if (is_against(a, &a->findings[i])) {
      const zc_compiled_rule *rule = a->findings[i].rule;
      zc_buffer_puts(b, "  ✗ ");
      zc_sentence_write(b, rule->text, rule->said, a, lang);
      zc_text_law(b, &rule->law, a, lang);
      zc_buffer_putc(b, '\n');
    }
  }
  for (uint32_t i = 0; i < a->missing_count; i++) {
    const zc_fact *fact = &a->region->vocabulary.facts[a->missing[i]];
    zc_buffer_printf(b, "  ? %s  %s\n", zc_text_label(fact, lang), fact->name);
  }
}

static void text_answer(comparison *c, const zc_answer *a, const zc_word *track) {
  zc_lang lang = c->options->lang;
  const char *label = lang == ZC_LANG_ZH ? track->zh : track->en;
  zc_text_cell(c->table, zc_text_in(a->region->name, lang), REGION_WIDTH);
  zc_text_cell(c->table, label, TRACK_WIDTH);
  zc_text_cell(c->table, verdict_text(c, a->verdict), VERDICT_WIDTH);
  put_last_column(c, a);
  put_reasons(c, a, label);
}

/* ---- asking ---- */

static zc_status ask_track(comparison *c, zc_workspace *ws, zc_facts *facts, const zc_word *track) {
  const zc_answer *answer = NULL;
  zc_status status = zc_facts_put_shared(facts, ZC_F_track, track->word, c->diag);
  if (status == ZC_OK) {
    status =
        zc_ask(ws, ZC_Q_ASSESS, facts, c->options->as_of, c->options->strict, &answer, c->diag);
  }
  if (status != ZC_OK)
    return status;
  if (c->options->json)
    json_answer(c, answer, track);
  else
    text_answer(c, answer, track);
  c->count++;
  return ZC_OK;
}

/* A track may stand in several rows, each with its own days. */
static int is_repeated(const zc_region *region, uint32_t row) {
  for (uint32_t i = 0; i < row; i++)
    if (region->tracks[i].track == region->tracks[row].track)
      return 1;
  return 0;
}

static zc_status ask_region(comparison *c, const zc_region *region) {
  zc_facts facts = {0};
  zc_workspace *ws = zc_workspace_new(region);
  const zc_fact *track = &region->vocabulary.facts[ZC_F_track];
  const zc_word *words = region->vocabulary.enums[track->enumeration].words;
  zc_status status = ws ? zc_shared_person_in(c->person, &region->vocabulary, &facts, c->diag)
                        : zc_report_memory(c->diag);
  for (uint32_t i = 0; status == ZC_OK && i < region->track_count; i++)
    if (!is_repeated(region, i))
      status = ask_track(c, ws, &facts, &words[region->tracks[i].track]);
  zc_facts_free(&facts);
  zc_workspace_free(ws);
  return status;
}

static void put_heading(comparison *c) {
  char day[11];
  zc_day_format(c->options->as_of, day);
  if (c->options->json) {
    zc_buffer_printf(c->table, "{\"api\":1,\"question\":\"compare\",\"as_of\":\"%s\",\"answers\":[",
                     day);
    return;
  }
  zc_buffer_printf(c->table, "%s\n", day);
  zc_text_cell(c->table, say(c, "地区", "region"), REGION_WIDTH);
  zc_text_cell(c->table, say(c, "类别", "track"), TRACK_WIDTH);
  zc_text_cell(c->table, say(c, "结论", "verdict"), VERDICT_WIDTH);
  zc_buffer_printf(c->table, "%s\n", say(c, "途径", "route"));
}

zc_status zc_compare(zc_buffer *out, const zc_host *host, const zc_shared_person *person,
                     const zc_compare_options *options, zc_diagnostics *diag) {
  comparison c = {.person = person, .options = options, .table = out, .diag = diag};
  zc_status status = ZC_OK;
  put_heading(&c);
  for (uint32_t i = 0; status == ZC_OK && i < host->count; i++)
    if (host->plugins[i].status == ZC_OK)
      status = ask_region(&c, host->plugins[i].region);
  if (options->json)
    zc_buffer_puts(out, "]}\n");
  else if (c.reasons.length > 0)
    zc_buffer_add(out, c.reasons.data, c.reasons.length);
  out->failed |= c.reasons.failed;
  zc_buffer_free(&c.reasons);
  return status;
}
