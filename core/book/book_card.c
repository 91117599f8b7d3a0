/* SPDX-License-Identifier: Apache-2.0 */
/* A card for each row: what it says in one sentence, whom it concerns, what it asks, its cases. */
#include "book/book_part.h"
#include "engine/kinds.h"

#include "base/words.h"

#include <string.h>

const char *zc_book_result(uint32_t result) {
  static const char *const words[ZC_RESULT_COUNT] = {
      "看下一条", "有效", "无效", "重新评审", "可换发", "不予办理", "还不能确定"};
  return result < ZC_RESULT_COUNT ? words[result] : "";
}

static const char *effect_kind(uint32_t kind) {
  static const char *const words[ZC_EFFECT_COUNT] = {
      [ZC_EFFECT_EVIDENCE] = "可代替材料", [ZC_EFFECT_METHOD] = "评审方式",
      [ZC_EFFECT_GROUPING] = "分组",       [ZC_EFFECT_AUTHORITY] = "评审权限",
      [ZC_EFFECT_FILING] = "备案",         [ZC_EFFECT_CERTIFICATE] = "证书",
      [ZC_EFFECT_POST] = "聘任",           [ZC_EFFECT_PREFERENCE] = "优先",
      [ZC_EFFECT_OBLIGATION] = "义务",     [ZC_EFFECT_FEE] = "费用",
      [ZC_EFFECT_REFERRAL] = "参照",       [ZC_EFFECT_QUOTA] = "总量",
      [ZC_EFFECT_VALIDITY] = "效力范围",   [ZC_EFFECT_NOTICE] = "提示",
  };
  return kind < ZC_EFFECT_COUNT && words[kind] ? words[kind] : "";
}

static const char *style_of(const zc_compiled_rule *rule) {
  return rule->rank != ZC_RANK_NONE || zc_rule_lifts(rule) ? "lift"
         : zc_rule_is_route(rule)                          ? ""
                                                           : "need";
}

static void begin_card(zc_book *b, const char *style, const char *kind, const char *id,
                       const char *text) {
  char classes[16] = "card ";
  strncat(classes, style, sizeof classes - strlen(classes) - 1);
  zc_page_part_begin(&b->page, "article", classes, kind, id);
  zc_page_heading(&b->page, b->level, text ? text : id);
}

/* Kind, tracks, days and id, in one line. */
static void put_meta(zc_book *b, const char *style, const char *kind, const char *tracks,
                     zc_span span, const char *id) {
  zc_page_paragraph_begin(&b->page, "meta");
  zc_page_tag(&b->page, style, kind);
  if (tracks) {
    zc_book_words(b, ZC_F_track, tracks, "");
    zc_page_text(&b->page, "职称　");
  }
  zc_book_span(b, span);
  zc_page_text(&b->page, "　");
  zc_page_code(&b->page, id);
  zc_page_paragraph_end(&b->page);
}

static int is_word(const char *text, const char *word, size_t length) {
  return strlen(text) == length && memcmp(text, word, length) == 0;
}

static void put_sentence_link(zc_book *b, const char **between, const zc_compiled_rule *rule) {
  zc_page_text(&b->page, *between);
  zc_page_link_begin(&b->page, "rule", rule->id);
  zc_page_text(&b->page, "“");
  zc_page_text(&b->page, rule->text.zh);
  zc_page_text(&b->page, "”");
  zc_page_link_end(&b->page, "rule", rule->id);
  *between = "、";
}

/* What is lifted: rules by their sentence; a group stands for its routes. */
static void put_lifted(zc_book *b, const char *list) {
  const char *word, *between = "";
  size_t length;
  while (zc_next_word(&list, &word, &length)) {
    if (length == 1 && *word == '*')
      zc_page_text(&b->page, "各途径");
    for (uint32_t i = 0; i < b->region->rule_count; i++) {
      const zc_compiled_rule *rule = &b->region->rules[i];
      const zc_route *route = zc_book_route_row(b->region, rule->id);
      if (is_word(rule->id, word, length) || (route && zc_has_word(route->group, word, length)))
        put_sentence_link(b, &between, rule);
    }
  }
}

static void put_waiver(zc_book *b, const char *waives, const char *months, const char *reduces) {
  if (waives) {
    zc_page_field_begin(&b->page, "不再要求");
    put_lifted(b, waives);
    zc_page_field_end(&b->page);
  }
  if (months) {
    zc_page_field_begin(&b->page, "任职年限");
    zc_page_text(&b->page, "减少");
    zc_prose_months(b->prose, months);
    zc_page_text(&b->page, "（适用于：");
    put_lifted(b, reduces);
    zc_page_text(&b->page, "）");
    zc_page_field_end(&b->page);
  }
}

static void put_replaced(zc_book *b, const char *replaces) {
  if (replaces) {
    zc_page_field_begin(&b->page, "代替");
    put_lifted(b, replaces);
    zc_page_field_end(&b->page);
  }
}

static void put_mode(zc_book *b, const zc_compiled_rule *rule) {
  static const char *const modes[ZC_MODE_COUNT] = {"评审", "认定", "以考代评"};
  zc_page_field_begin(&b->page, "方式");
  zc_page_text(&b->page, modes[rule->mode]);
  zc_page_text(&b->page, rule->flags & ZC_EXCLUSIVE ? "；适用时不看其他途径" : "");
  zc_page_field_end(&b->page);
}

static void put_rule(zc_book *b, const zc_compiled_rule *rule, const zc_rule *row) {
  put_meta(b, style_of(rule), zc_kinds[rule->rule_kind].label, row->tracks, rule->span, rule->id);
  zc_book_condition(b, "适用情形", row->when);
  zc_book_condition(b, zc_rule_lifts(rule) ? "成立条件" : "要求", row->needs);
  put_waiver(b, row->waives, row->months, row->reduces);
  put_replaced(b, row->replaces);
}

static void put_route(zc_book *b, const zc_compiled_rule *rule, const zc_route *row) {
  put_meta(b, style_of(rule), zc_kinds[rule->rule_kind].label, row->tracks, rule->span, rule->id);
  zc_book_condition(b, "适用情形", row->when);
  if (row->lines.count > 0)
    zc_book_lines(b, row);
  zc_book_condition(b, "要求", row->needs);
  put_mode(b, rule);
  put_waiver(b, row->waives, NULL, NULL);
  put_replaced(b, row->replaces);
}

void zc_book_rule(zc_book *b, const zc_compiled_rule *rule) {
  const zc_rule *row = zc_book_rule_row(b->region, rule->id);
  const zc_route *route = !row ? zc_book_route_row(b->region, rule->id) : NULL;
  if (!row && !route)
    return;
  begin_card(b, style_of(rule), "rule", rule->id, rule->text.zh);
  if (row)
    put_rule(b, rule, row);
  if (route)
    put_route(b, rule, route);
  zc_book_examples(b, ZC_Q_ASSESS, NULL, rule->id);
  zc_page_part_end(&b->page, "article");
}

void zc_book_conversion(zc_book *b, const zc_compiled_rule *rule) {
  const zc_conversion *row = zc_book_conversion_row(b->region, rule->id);
  if (!row)
    return;
  begin_card(b, "", "conversion", rule->id, rule->text.zh);
  put_meta(b, "", "职称效力", NULL, rule->span, rule->id);
  zc_book_condition(b, "适用情形", row->when);
  zc_book_condition(b, "保持效力", row->keeps);
  zc_page_field_begin(&b->page, "结果");
  if (row->keeps) {
    zc_page_text(&b->page, "符合的，");
    zc_page_text(&b->page, zc_book_result(row->kept));
    zc_page_text(&b->page, "；不符合的，");
  }
  zc_page_text(&b->page, zc_book_result(row->otherwise));
  zc_page_field_end(&b->page);
  zc_book_examples(b, ZC_Q_CONVERT, NULL, rule->id);
  zc_page_part_end(&b->page, "article");
}

void zc_book_unit(zc_book *b, const zc_compiled_rule *rule) {
  const zc_unit_row *row = zc_book_unit_row(b->region, rule->id);
  if (!row)
    return;
  begin_card(b, "", "unit", rule->id, rule->text.zh);
  put_meta(b, "", "基层单位", NULL, rule->span, rule->id);
  zc_book_condition(b, "适用情形", row->when);
  zc_book_condition(b, "算基层", row->grassroots);
  zc_book_examples(b, ZC_Q_UNIT, NULL, rule->id);
  zc_page_part_end(&b->page, "article");
}

static void put_questions(zc_book *b, uint32_t questions) {
  if (questions != 0 && (questions & ZC_ASSESS) == 0) {
    zc_page_field_begin(&b->page, "列于");
    zc_page_text(&b->page, questions & ZC_CONVERT ? "职称效力的回答" : "");
    zc_page_text(&b->page, questions & ZC_UNIT ? "单位认定的回答" : "");
    zc_page_field_end(&b->page);
  }
}

/* Links lead to the first of the effects that share an id. */
static const char *effect_anchor(const zc_book *b, const zc_compiled_effect *effect) {
  for (const zc_compiled_effect *e = b->region->effects; e < effect; e++)
    if (strcmp(e->row->id, effect->row->id) == 0)
      return effect->questions & ZC_CONVERT ? "convert-effect" : "effect-elsewhere";
  return "effect";
}

void zc_book_effect(zc_book *b, const zc_compiled_effect *effect) {
  const zc_effect *row = effect->row;
  begin_card(b, "", effect_anchor(b, effect), row->id, effect->text.zh);
  put_meta(b, "", effect_kind(row->kind), row->tracks, effect->span, row->id);
  zc_book_condition(b, "适用情形", row->when);
  put_questions(b, row->questions);
  if (row->data) {
    zc_page_field_begin(&b->page, "数据");
    zc_page_code(&b->page, row->data);
    zc_page_field_end(&b->page);
  }
  if (effect->show_count > 0) {
    zc_page_field_begin(&b->page, "附列");
    for (uint32_t i = 0; i < effect->show_count; i++) {
      zc_page_text(&b->page, i > 0 ? "、" : "");
      zc_page_text(&b->page, b->region->vocabulary.facts[effect->shows[i]].zh);
    }
    zc_page_field_end(&b->page);
  }
  zc_book_examples(b, ZC_Q_COUNT, "effect.", row->id);
  zc_page_part_end(&b->page, "article");
}

void zc_book_step(zc_book *b, const zc_compiled_step *step) {
  begin_card(b, "", "step", step->row->id, step->row->text.zh);
  zc_page_paragraph_begin(&b->page, "meta");
  zc_page_tag(&b->page, "", "日程");
  zc_page_code(&b->page, step->row->id);
  zc_page_paragraph_end(&b->page);
  zc_page_field_begin(&b->page, "期限");
  zc_book_due(b, step);
  zc_page_field_end(&b->page);
  zc_book_examples(b, ZC_Q_COUNT, "due.", step->row->id);
  zc_page_part_end(&b->page, "article");
}

/* The facts that carry one of the tags. */
static void put_tagged(zc_book *b, const char *tags) {
  const zc_vocabulary *v = &b->region->vocabulary;
  const char *between = "";
  for (uint32_t f = 0; f < v->fact_count; f++) {
    const char *tag = v->facts[f].tag;
    if (tag && zc_has_word(tags, tag, strlen(tag))) {
      zc_page_text(&b->page, between);
      zc_page_text(&b->page, v->facts[f].zh);
      between = "、";
    }
  }
}

void zc_book_prohibition(zc_book *b, const zc_compiled_prohibition *p) {
  begin_card(b, "", "prohibition", p->row->id, p->row->text.zh);
  put_meta(b, "", "禁止", p->row->tracks, p->span, p->row->id);
  zc_book_condition(b, "适用情形", p->row->when);
  zc_page_field_begin(&b->page, "不得计较");
  put_tagged(b, p->row->tags);
  zc_page_field_end(&b->page);
  zc_page_part_end(&b->page, "article");
}
