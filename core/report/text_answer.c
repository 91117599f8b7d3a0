/* SPDX-License-Identifier: Apache-2.0 */
/* An answer for people: the verdict, then what stands against it, then what is missing, then the
 * rest. */
#include "base/date.h"
#include "engine/kinds.h"
#include "report/json_law.h"
#include "report/mention.h"
#include "report/sentence.h"
#include "report/text.h"

#include <string.h>

typedef struct page {
  zc_buffer *out;
  const zc_answer *answer;
  zc_lang lang;
  uint8_t *asked; /* by fact: marked where it keeps a condition from being met; NULL: not wanted */
} page;

/* One phrase in both languages. */
static const char *say(const page *p, const char *zh, const char *en) {
  return zc_text_say(p->lang, zh, en);
}

static int is_route(const zc_compiled_rule *rule) {
  return rule->rank != ZC_RANK_NONE;
}

static int is_waiver(const zc_compiled_rule *rule) {
  return zc_rule_lifts(rule);
}

static void put_sentence(page *p, const char *mark, zc_text text, const zc_sentence *said,
                         const zc_law *law) {
  zc_buffer_puts(p->out, "  ");
  zc_buffer_puts(p->out, mark);
  zc_sentence_write(p->out, text, said, p->answer, p->lang);
  zc_text_law(p->out, law, p->answer, p->lang);
  zc_buffer_putc(p->out, '\n');
}

/* What a condition asks of a fact that does not, or may not, satisfy it has to be proved. */
static void mark_asked(page *p, const zc_mention *mention) {
  zc_state state = zc_mention_state(p->answer, mention);
  if (p->asked && (state == ZC_UNMET || state == ZC_UNKNOWN))
    p->asked[mention->fact] = 1;
}

static void put_mention(page *p, const zc_mention *mention) {
  const zc_fact *fact = &p->answer->region->vocabulary.facts[mention->fact];
  zc_buffer need = {0};
  mark_asked(p, mention);
  zc_buffer_puts(p->out, "      ");
  zc_buffer_puts(p->out, zc_text_label(fact, p->lang));
  zc_buffer_puts(p->out, say(p, "：", ": "));
  zc_text_value(p->out, p->answer, mention->fact, p->lang);
  if (zc_text_need(&need, p->answer, mention, p->lang)) {
    const char *text = zc_buffer_text(&need);
    p->out->failed |= text == NULL;
    zc_buffer_puts(p->out, say(p, "（要求：", " (needed: "));
    zc_buffer_puts(p->out, text ? text : "");
    if (p->asked)
      zc_text_shortfall(p->out, p->answer, mention, p->lang);
    zc_buffer_puts(p->out, say(p, "）", ")"));
  }
  zc_buffer_free(&need);
  zc_buffer_putc(p->out, '\n');
}

/* Whether a mention is shown. Of a finding that is met all are; else those that keep it from being
 * met and, where none can be named, those of which the condition asks in another form. */
static int is_shown(const page *p, const zc_finding *finding, const zc_mention *mention,
                    uint32_t against) {
  zc_state state = zc_mention_state(p->answer, mention);
  if (finding->state == ZC_MET)
    return state != ZC_NOT_APPLICABLE || mention->form == ZC_NEED_NONE;
  return against > 0 ? state == ZC_UNMET || state == ZC_UNKNOWN : mention->form == ZC_NEED_NONE;
}

/* The facts behind a finding. */
static void put_mentions(page *p, const zc_finding *finding) {
  uint32_t limit = zc_rule_mention_limit(finding->rule);
  const zc_mention **list = zc_calloc(limit > 0 ? limit : 1, sizeof(const zc_mention *));
  if (!list) {
    p->out->failed = 1;
    return;
  }
  uint32_t count = zc_finding_mentions(p->answer, finding, list, limit);
  uint32_t against = 0;
  for (uint32_t i = 0; i < count; i++) {
    zc_state state = zc_mention_state(p->answer, list[i]);
    against += state == ZC_UNMET || state == ZC_UNKNOWN;
  }
  for (uint32_t i = 0; i < count; i++)
    if (is_shown(p, finding, list[i], against))
      put_mention(p, list[i]);
  zc_free(list);
}

/* The parameters behind a finding, with their sources; `lacking`: those alone that have no value.
 */
static void put_parameters(page *p, const zc_finding *finding, int lacking) {
  uint32_t limit = zc_rule_use_limit(finding->rule);
  const zc_parameter_use **list = zc_calloc(limit > 0 ? limit : 1, sizeof(zc_parameter_use *));
  if (!list) {
    p->out->failed = 1;
    return;
  }
  uint32_t count = zc_rule_uses(finding->rule, zc_finding_line(p->answer, finding), list);
  for (uint32_t i = 0; i < count; i++) {
    int lacks = zc_parameter_lacks(p->answer, list[i]);
    if (lacks != lacking)
      continue;
    zc_buffer_puts(p->out, "      ");
    zc_parameter_write(p->out, p->answer, list[i], p->lang);
  }
  zc_free(list);
}

typedef int chooser(const zc_finding *finding);

static int unmet_requirement(const zc_finding *f) {
  return f->state == ZC_UNMET && !is_route(f->rule) && !is_waiver(f->rule);
}
static int unmet_route(const zc_finding *f) {
  return f->state == ZC_UNMET && is_route(f->rule);
}
/* Whether some way satisfies education and tenure: others need not be open. */
static int has_open_route(const zc_answer *answer) {
  for (uint32_t i = 0; i < answer->finding_count; i++)
    if (is_route(answer->findings[i].rule) && answer->findings[i].state == ZC_MET)
      return 1;
  return 0;
}
static int unknown_finding(const zc_finding *f) {
  return f->state == ZC_UNKNOWN && !is_waiver(f->rule);
}
static int waived_finding(const zc_finding *f) {
  return f->state == ZC_WAIVED;
}
static int met_finding(const zc_finding *f) {
  return f->state == ZC_MET;
}
static int deciding_finding(const zc_finding *f) {
  return f->state == ZC_MET || f->state == ZC_UNMET;
}

/* The way of an eligible person, and that no document speaks of the day, stand under the verdict.
 */
static int is_said_above(const page *p, const zc_compiled_rule *rule) {
  return rule == p->answer->route || (p->answer->no_edition && rule == &zc_rule_no_edition);
}

/* Without a mark each finding has that of its state, met or not. */
static void put_findings(page *p, const char *title, const char *mark, chooser *choose,
                         int with_facts) {
  int shown = 0;
  for (uint32_t i = 0; i < p->answer->finding_count; i++) {
    const zc_finding *finding = &p->answer->findings[i];
    if (!choose(finding) || is_said_above(p, finding->rule))
      continue;
    if (!shown)
      zc_buffer_printf(p->out, "\n%s\n", title);
    shown = 1;
    const char *by_state = finding->state == ZC_MET ? "✓ " : "✗ ";
    put_sentence(p, mark ? mark : by_state, finding->rule->text, finding->rule->said,
                 &finding->rule->law);
    if (with_facts)
      put_mentions(p, finding);
    if (with_facts || finding->state == ZC_UNKNOWN)
      put_parameters(p, finding, !with_facts);
  }
}

static const char *verdict_text(const page *p) {
  switch (p->answer->verdict) {
  case ZC_ELIGIBLE:
    return say(p, "可以申报", "May apply");
  case ZC_INELIGIBLE:
    return say(p, "不能申报", "May not apply");
  default:
    return say(p, "还不能确定能否申报", "It cannot be told yet whether this person may apply");
  }
}

static const char *result_text(const page *p) {
  switch (p->answer->result) {
  case ZC_VALID:
    return say(p, "所持职称有效", "The title is valid");
  case ZC_INVALID:
    return say(p, "所持职称无效", "The title is not valid");
  case ZC_REASSESS:
    return say(p, "须重新参加评审", "The holder has to be assessed anew");
  case ZC_EXCHANGE:
    return say(p, "可以换发", "The title can be exchanged");
  case ZC_REFUSED:
    return say(p, "不予办理", "This is refused");
  default:
    return say(p, "还不能确定所持职称的效力", "It cannot be told yet what the title is worth");
  }
}

static const char *unit_text(const page *p) {
  return p->answer->grassroots < 0 ? say(p, "还不能确定是否属于基层单位",
                                         "It cannot be told yet whether the unit is "
                                         "grassroots")
         : p->answer->grassroots   ? say(p, "属于基层单位", "The unit is grassroots")
                                   : say(p, "不属于基层单位", "The unit is not grassroots");
}

static void put_route(page *p) {
  const zc_compiled_rule *route = p->answer->route;
  zc_buffer_printf(p->out, say(p, "，方式：%s", ", by %s"), zc_text_mode(route->mode, p->lang));
  zc_buffer_printf(p->out, "\n\n%s\n", say(p, "所依据的途径", "Route taken"));
  put_sentence(p, "", route->text, route->said, &route->law);
  put_mentions(p, &(zc_finding){route, ZC_MET});
  put_parameters(p, &(zc_finding){route, ZC_MET}, 0);
}

/* The days that the documents on record speak of. */
static void put_no_edition(page *p) {
  const zc_region *r = p->answer->region;
  int shown = 0;
  zc_buffer_puts(p->out, say(p, "本地区没有收录适用于这一天的文件",
                             "No document on record of this region speaks of this day"));
  for (uint32_t i = 0; i < r->document_count; i++) {
    if (r->document_spans[i].from > r->document_spans[i].until)
      continue; /* cited only */
    zc_buffer_puts(p->out, shown++ ? "" : say(p, "。收录的有：\n", ". There are:\n"));
    zc_buffer_puts(p->out, "  ");
    zc_text_document(p->out, &r->documents[i], p->lang);
    zc_buffer_puts(p->out, "  ");
    zc_text_days(p->out, r->document_spans[i].from, r->document_spans[i].until, p->lang);
    zc_buffer_putc(p->out, '\n');
  }
  zc_buffer_puts(p->out, shown ? "" : "\n");
}

/* Nobody may apply where no way leads there; then no rule that is not met says so. */
static void put_no_way(page *p) {
  const zc_answer *a = p->answer;
  if (a->question != ZC_Q_ASSESS || a->verdict != ZC_INELIGIBLE)
    return;
  for (uint32_t i = 0; i < a->finding_count; i++)
    if (a->findings[i].state == ZC_UNMET || unknown_finding(&a->findings[i]))
      return;
  zc_buffer_puts(p->out, say(p, "收录的文件在这一天没有列出任何申报途径，因此谁都不能申报。\n",
                             "The documents on record list no way to apply on this day, so that "
                             "nobody may.\n"));
}

static void put_verdict(page *p) {
  if (p->answer->question == ZC_Q_CONVERT)
    zc_buffer_puts(p->out, result_text(p));
  else if (p->answer->question == ZC_Q_UNIT)
    zc_buffer_puts(p->out, unit_text(p));
  else
    zc_buffer_puts(p->out, verdict_text(p));
  if (p->answer->route)
    put_route(p);
  else
    zc_buffer_putc(p->out, '\n');
  if (p->answer->no_edition)
    put_no_edition(p);
  put_no_way(p);
}

static void put_assumed(page *p) {
  const zc_answer *a = p->answer;
  if (a->assumed_count == 0)
    return;
  zc_buffer_printf(p->out, "\n%s\n", say(p, "未给出、按通常情况认定", "Not given, and assumed"));
  for (uint32_t i = 0; i < a->assumed_count; i++) {
    const zc_fact *fact = &a->region->vocabulary.facts[a->assumed[i]];
    zc_buffer_printf(p->out, "  %s%s", zc_text_label(fact, p->lang), say(p, "：", ": "));
    if (zc_answer_takes_day(a, a->assumed[i]))
      zc_text_known(p->out, &a->region->vocabulary, a->assumed[i], a->facts->slots[a->assumed[i]],
                    p->lang);
    else
      zc_text_value(p->out, a, a->assumed[i], p->lang);
    zc_buffer_printf(p->out, "  %s\n", fact->name);
  }
}

/* Facts that are not known say nothing here. */
static int is_known(const zc_answer *a, uint32_t fact) {
  zc_slot slot = zc_answer_value(a, fact);
  int is_text = a->region->vocabulary.facts[fact].type == ZC_STRING;
  return a->facts->texts[fact] || (!is_text && (slot.lo == slot.hi || zc_division_is_code(slot)));
}

static void put_shown(page *p, const zc_compiled_effect *effect) {
  const zc_vocabulary *v = &p->answer->region->vocabulary;
  for (uint32_t i = 0; i < effect->show_count; i++) {
    uint32_t fact = effect->shows[i];
    if (is_known(p->answer, fact)) {
      zc_buffer_printf(p->out, "      %s%s", zc_text_label(&v->facts[fact], p->lang),
                       say(p, "：", ": "));
      zc_text_value(p->out, p->answer, fact, p->lang);
      zc_buffer_putc(p->out, '\n');
    }
  }
}

/* Whether an earlier duty of the answer cites the place. */
static int is_cited_before(const zc_answer *a, uint32_t effect, const zc_cite *cite) {
  for (uint32_t i = 0; i < effect; i++) {
    const zc_law *law = &a->effects[i]->law;
    for (uint32_t j = 0; a->effects[i]->is_duty && j < law->cite_count; j++)
      if (law->cites[j].document == cite->document &&
          strcmp(law->cites[j].clause, cite->clause) == 0)
        return 1;
  }
  return 0;
}

/* What committees and offices have to see to is no news to the applicant: the clauses will do. */
static void put_duties(page *p) {
  const zc_answer *a = p->answer;
  const zc_document *document = NULL;
  zc_buffer_puts(p->out, say(p, "  - 评审机构的职责：", "  - Duties of committees and offices: "));
  for (uint32_t i = 0; i < a->effect_count; i++) {
    const zc_law *law = &a->effects[i]->law;
    for (uint32_t j = 0; a->effects[i]->is_duty && j < law->cite_count; j++) {
      const zc_cite *cite = &law->cites[j];
      if (!*cite->clause || !zc_cite_holds(cite, a) || is_cited_before(a, i, cite))
        continue;
      if (cite->document != document) {
        zc_buffer_puts(p->out, document ? say(p, "；", "; ") : "");
        zc_text_document(p->out, cite->document, p->lang);
        zc_buffer_putc(p->out, ' ');
        document = cite->document;
      } else {
        zc_buffer_puts(p->out, say(p, "、", ", "));
      }
      zc_buffer_puts(p->out, cite->clause);
    }
  }
  zc_buffer_putc(p->out, '\n');
}

static void put_effects(page *p) {
  const zc_answer *a = p->answer;
  uint32_t duties = 0;
  if (a->effect_count > 0)
    zc_buffer_printf(p->out, "\n%s\n", say(p, "同时适用", "This comes with it"));
  for (uint32_t i = 0; i < a->effect_count; i++)
    duties += a->effects[i]->is_duty != 0;
  for (uint32_t i = 0; i < a->effect_count; i++) {
    if (duties < 2 || !a->effects[i]->is_duty) {
      put_sentence(p, "- ", a->effects[i]->text, a->effects[i]->said, &a->effects[i]->law);
      put_shown(p, a->effects[i]);
    }
  }
  if (duties >= 2)
    put_duties(p);
}

static void put_closing(page *p) {
  const zc_answer *a = p->answer;
  uint32_t skipped = 0;
  char day[11];
  for (uint32_t i = 0; i < a->finding_count; i++)
    skipped += a->findings[i].state == ZC_NOT_APPLICABLE;
  zc_buffer_putc(p->out, '\n');
  if (skipped > 0) {
    zc_buffer_printf(p->out,
                     say(p, "与此无关的规则：%u 条。\n", "Rules that do not apply here: %u.\n"),
                     skipped);
  }
  zc_day_format(a->as_of, day);
  zc_buffer_printf(p->out, say(p, "%s，%s", "%s, %s"), zc_text_in(a->region->name, p->lang), day);
  if (a->counted_to == ZC_NO_DAY) {
    zc_buffer_puts(p->out, say(p, "（年限算至哪一天，取决于未知的事实）",
                               " (the day to which durations are counted hangs on facts that are "
                               "not known)"));
  } else if (a->counted_to != a->as_of) {
    zc_day_format(a->counted_to, day);
    zc_buffer_printf(p->out, say(p, "（年限算至 %s）", " (durations counted to %s)"), day);
  }
  for (uint32_t i = 0; i < a->edition_count; i++) {
    zc_buffer_puts(p->out, say(p, "，", ", "));
    zc_text_document(p->out, a->edition[i], p->lang);
  }
  zc_buffer_printf(p->out, "\n%s\n", a->region->digest);
}

/* What is not decided matters only while the answer is not. */
static int is_open(const zc_answer *a) {
  return a->question == ZC_Q_ASSESS    ? a->verdict == ZC_UNDETERMINED_VERDICT
         : a->question == ZC_Q_CONVERT ? a->result == ZC_UNDETERMINED
                                       : a->grassroots < 0;
}

/* Routes ask for other things at each level, so the one applied for stands above them. */
static void put_closed_routes(page *p) {
  const zc_answer *a = p->answer;
  zc_buffer title = {0};
  zc_buffer_puts(&title, say(p, "走不通的途径（须有一条走得通；",
                             "Routes that are closed (one has to be open; "));
  zc_buffer_puts(&title, zc_text_label(&a->region->vocabulary.facts[ZC_F_target_level], p->lang));
  zc_buffer_puts(&title, say(p, "：", ": "));
  zc_text_value(&title, a, ZC_F_target_level, p->lang);
  zc_buffer_puts(&title, say(p, "）", ")"));
  const char *text = zc_buffer_text(&title);
  if (text)
    put_findings(p, text, "✗ ", unmet_route, 1);
  p->out->failed |= text == NULL;
  zc_buffer_free(&title);
}

static void put_answer(page *p) {
  const zc_answer *answer = p->answer;
  put_verdict(p);
  if (answer->question == ZC_Q_ASSESS) {
    put_findings(p, say(p, "不符合的条件", "Not met"), "✗ ", unmet_requirement, 1);
    if (!has_open_route(answer))
      put_closed_routes(p);
  } else {
    put_findings(p, say(p, "依据", "Why"), NULL, deciding_finding, 1);
  }
  zc_text_missing(p->out, answer, p->lang);
  if (is_open(answer))
    put_findings(p, say(p, "还不能判断的条件", "Not decided yet"), "? ", unknown_finding, 0);
  zc_text_advice(p->out, answer, p->lang);
  if (p->asked && answer->verdict != ZC_ELIGIBLE) {
    zc_text_others(p->out, answer, p->lang);
    zc_text_proofs(p->out, answer, p->asked, p->lang);
  }
  put_assumed(p);
  put_findings(p, say(p, "已免除的条件", "Waived"), "○ ", waived_finding, 0);
  if (answer->question == ZC_Q_ASSESS)
    put_findings(p, say(p, "符合的条件", "Met"), "✓ ", met_finding, 0);
  put_effects(p);
  put_closing(p);
}

void zc_text_answer(zc_buffer *out, const zc_answer *answer, zc_lang lang) {
  page p = {out, answer, lang, NULL};
  put_answer(&p);
}

void zc_text_explained(zc_buffer *out, const zc_answer *answer, zc_lang lang) {
  page p = {out, answer, lang, zc_calloc(answer->region->vocabulary.fact_count, 1)};
  if (p.asked)
    put_answer(&p);
  else
    out->failed = 1;
  zc_free(p.asked);
}
