/* SPDX-License-Identifier: Apache-2.0 */
/* The rule book with its conditions coloured by what the cases show: one page without scripts,
 * fonts or links to elsewhere. */
#include "testing/conditions_report.h"

#include <string.h>

static void escape(zc_buffer *out, const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    const char *entity = text[i] == '<'   ? "&lt;"
                         : text[i] == '>' ? "&gt;"
                         : text[i] == '&' ? "&amp;"
                         : text[i] == '"' ? "&quot;"
                                          : NULL;
    if (entity)
      zc_buffer_puts(out, entity);
    else
      zc_buffer_putc(out, text[i]);
  }
}

static void escape_all(zc_buffer *out, const char *text) {
  escape(out, text, strlen(text));
}

void zc_conditions_html_head(zc_lang lang, zc_buffer *out) {
  int zh = lang == ZC_LANG_ZH;
  zc_buffer_printf(
      out,
      "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>%s</title>\n<style>\n"
      "body{font:16px/1.6 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222}\n"
      "code{font:14px/1.9 monospace;white-space:pre-wrap}\n"
      "h3{margin:1.6em 0 .2em}h3 small{font-weight:normal;color:#666}\n"
      "p{margin:.2em 0}ul{margin:.2em 0 .6em}\n"
      ".full{background:#d8f0d8}.part{background:#fff0b8}.none{background:#f8cfc8}\n"
      ".mark{padding:.1em .25em;border-radius:.2em}\n"
      "td,th{padding:.1em .8em .1em 0;text-align:left}\n"
      "</style></head><body>\n<h1>%s</h1>\n<p>",
      zh ? "zh" : "en", zh ? "规则条件的用例覆盖" : "Coverage of the conditions in rules",
      zh ? "规则条件的用例覆盖" : "Coverage of the conditions in rules");
  zc_buffer_puts(
      out, zh ? "<span class=\"full mark\">绿色</span>：用例已见到条件可能有的每种情形。"
                "<span class=\"part mark\">黄色</span>：还缺一些，列在条文之下。"
                "<span class=\"none mark\">红色</span>：没有用例用到。"
                "证明不可能出现的情形不要求用例。"
              : "<span class=\"full mark\">Green</span>: cases show all that the condition can be. "
                "<span class=\"part mark\">Yellow</span>: something lacks, told below the text. "
                "<span class=\"none mark\">Red</span>: no case comes to it. "
                "What is proven impossible is not asked for.");
  zc_buffer_puts(out, "</p>\n");
}

void zc_conditions_html_foot(zc_buffer *out) {
  zc_buffer_puts(out, "</body></html>\n");
}

static const char *class_of(const zc_condition *c) {
  return zc_condition_lacks(c) == 0 ? "full" : c->shown != 0 ? "part" : "none";
}

/* The leaf of this field that covers a byte of its text. */
static const zc_condition *leaf_at(const zc_conditions *c, const zc_condition_row *row,
                                   const zc_condition *any, uint32_t at) {
  for (uint32_t i = row->first; i < row->first + row->count; i++) {
    const zc_condition *leaf = &c->list[i];
    if (leaf->kind == ZC_CONDITION_LEAF && !leaf->inner && leaf->field == any->field &&
        leaf->text == any->text && at >= leaf->from && at < leaf->until)
      return leaf;
  }
  return NULL;
}

/* The text of a field, its leaves coloured. */
static void write_text(const zc_conditions *c, const zc_condition_row *row, const zc_condition *any,
                       zc_buffer *out) {
  uint32_t length = (uint32_t)strlen(any->text);
  zc_buffer_puts(out, "<p><small>");
  escape_all(out, any->field);
  zc_buffer_puts(out, "</small> <code>");
  for (uint32_t at = 0; at < length;) {
    const zc_condition *leaf = leaf_at(c, row, any, at);
    uint32_t until = leaf ? leaf->until : at + 1;
    if (leaf)
      zc_buffer_printf(out, "<span class=\"%s mark\">", class_of(leaf));
    escape(out, any->text + at, until - at);
    zc_buffer_puts(out, leaf ? "</span>" : "");
    at = until;
  }
  zc_buffer_puts(out, "</code></p>\n");
}

static void write_lacking(const zc_condition *c, zc_lang lang, zc_buffer *out) {
  const char *separator = "";
  zc_buffer_puts(out, "<li><code>");
  escape(out, c->text + c->from, c->until - c->from);
  zc_buffer_puts(out, lang == ZC_LANG_ZH ? "</code> 从未" : "</code> was never ");
  for (unsigned bit = 1; bit <= ZC_DECIDED_FALSE; bit <<= 1) {
    if (zc_condition_lacks(c) & bit) {
      zc_buffer_printf(out, "%s%s", separator, zc_shown_word(bit, lang));
      separator = lang == ZC_LANG_ZH ? "、" : ", ";
    }
  }
  zc_buffer_puts(out, "</li>\n");
}

static void write_row(const zc_conditions *c, const zc_condition_row *row, zc_lang lang,
                      zc_buffer *out) {
  const zc_text *text = row->rule ? &row->rule->text : &row->effect->text;
  zc_buffer_puts(out, "<h3>");
  escape_all(out, row->id);
  zc_buffer_printf(out, " <small>%s, ", row->kind);
  escape_all(out, row->at.file ? row->at.file : "?");
  zc_buffer_printf(out, ":%u</small></h3>\n<p>", row->at.line);
  escape_all(out, lang == ZC_LANG_EN && text->en ? text->en : text->zh);
  zc_buffer_puts(out, "</p>\n");
  for (uint32_t i = row->first; i < row->first + row->count; i++) {
    const zc_condition *condition = &c->list[i];
    int is_new = i == row->first || condition->text != c->list[i - 1].text;
    if (condition->field && is_new)
      write_text(c, row, condition, out);
  }
  zc_buffer_puts(out, "<ul>\n");
  for (uint32_t i = row->first; i < row->first + row->count; i++)
    if (zc_condition_lacks(&c->list[i]) != 0)
      write_lacking(&c->list[i], lang, out);
  zc_buffer_puts(out, "</ul>\n");
}

void zc_conditions_html(const zc_conditions *c, const char *rule, zc_lang lang, zc_buffer *out) {
  zc_conditions_sum sum = zc_conditions_count(c, rule);
  int zh = lang == ZC_LANG_ZH;
  const char *name = zh || !c->region->name.en ? c->region->name.zh : c->region->name.en;
  zc_buffer_puts(out, "<h2>");
  escape_all(out, name);
  zc_buffer_printf(out,
                   zh ? "</h2>\n<table><tr><td>条件</td><td>%u</td></tr><tr><td>用例见到的情形</td>"
                        "<td>%u</td></tr><tr><td>证明不可能</td><td>%u</td></tr><tr><td>还缺</td>"
                        "<td>%u</td></tr></table>\n"
                      : "</h2>\n<table><tr><td>conditions</td><td>%u</td></tr><tr><td>shown</td>"
                        "<td>%u</td></tr><tr><td>proven impossible</td><td>%u</td></tr><tr>"
                        "<td>lacking</td><td>%u</td></tr></table>\n",
                   sum.conditions, sum.shown, sum.impossible, sum.lacking);
  for (uint32_t i = 0; i < c->row_count; i++)
    if ((!rule || strcmp(rule, c->rows[i].id) == 0) && c->rows[i].count > 0)
      write_row(c, &c->rows[i], lang, out);
}
