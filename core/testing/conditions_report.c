/* SPDX-License-Identifier: Apache-2.0 */
#include "testing/conditions_report.h"

#include <string.h>

static int is_asked_for(const zc_condition_row *row, const char *rule) {
  return !rule || strcmp(rule, row->id) == 0;
}

static uint32_t count_bits(unsigned bits) {
  uint32_t count = 0;
  for (; bits != 0; bits &= bits - 1)
    count++;
  return count;
}

static unsigned asked_of(const zc_condition *c) {
  return c->kind == ZC_CONDITION_LEAF && !c->inner
             ? ZC_SHOWN_ALL
             : ZC_SHOWN_TRUE | ZC_SHOWN_FALSE | ZC_SHOWN_UNKNOWN;
}

zc_conditions_sum zc_conditions_count(const zc_conditions *c, const char *rule) {
  zc_conditions_sum sum = {0};
  for (uint32_t i = 0; i < c->row_count; i++) {
    const zc_condition_row *row = &c->rows[i];
    for (uint32_t j = row->first; is_asked_for(row, rule) && j < row->first + row->count; j++) {
      const zc_condition *condition = &c->list[j];
      if (condition->field) {
        unsigned asked = asked_of(condition);
        sum.conditions++;
        sum.shown += count_bits(asked & condition->shown);
        sum.lacking += count_bits(zc_condition_lacks(condition));
        sum.impossible +=
            count_bits(asked & ~(unsigned)condition->shown & ~(unsigned)condition->possible);
      }
    }
  }
  return sum;
}

/* ---- text ---- */

static void write_lacking(const zc_condition_row *row, const zc_condition *c, zc_lang lang,
                          zc_buffer *out) {
  unsigned lacks = zc_condition_lacks(c);
  const char *separator = "";
  zc_buffer_printf(
      out, lang == ZC_LANG_ZH ? "%s:%u: %s，%s：“%.*s”从未" : "%s:%u: %s, %s: `%.*s` was never ",
      row->at.file ? row->at.file : "?", row->at.line, row->id, c->field, (int)(c->until - c->from),
      c->text + c->from);
  for (unsigned bit = 1; bit <= ZC_DECIDED_FALSE; bit <<= 1) {
    if (lacks & bit) {
      zc_buffer_printf(out, "%s%s", separator, zc_shown_word(bit, lang));
      separator = lang == ZC_LANG_ZH ? "、" : ", ";
    }
  }
  zc_buffer_putc(out, '\n');
}

void zc_conditions_text(const zc_conditions *c, const char *rule, zc_lang lang, zc_buffer *out) {
  zc_conditions_sum sum = zc_conditions_count(c, rule);
  for (uint32_t i = 0; i < c->row_count; i++) {
    const zc_condition_row *row = &c->rows[i];
    for (uint32_t j = row->first; is_asked_for(row, rule) && j < row->first + row->count; j++)
      if (zc_condition_lacks(&c->list[j]) != 0)
        write_lacking(row, &c->list[j], lang, out);
  }
  zc_buffer_printf(
      out,
      lang == ZC_LANG_ZH
          ? "%s：%u 个条件；应见到的情形，用例见到 %u 种，证明不可能 %u 种，还缺 %u 种\n"
          : "%s: %u conditions; of what can be shown of them the cases show %u, %u are "
            "proven impossible, %u lack\n",
      c->region->id, sum.conditions, sum.shown, sum.impossible, sum.lacking);
}

/* ---- JSON ---- */

static const char *operator_word(const zc_condition *c) {
  static const char *const words[] = {"leaf", "not", "and", "or", "if"};
  return words[c->kind];
}

static void write_outcomes(const zc_condition *c, zc_buffer *out) {
  static const char *const names[ZC_SHOWN_KINDS] = {"true", "false", "unknown", "decided_true",
                                                    "decided_false"};
  unsigned asked = asked_of(c);
  for (int i = 0; i < ZC_SHOWN_KINDS; i++) {
    unsigned bit = 1u << i;
    if (asked & bit) {
      zc_buffer_printf(out, ",\"%s\":\"%s\"", names[i],
                       c->shown & bit      ? "shown"
                       : c->possible & bit ? "lacking"
                                           : "impossible");
    }
  }
}

static void write_condition(const zc_condition_row *row, const zc_condition *c, zc_buffer *out) {
  zc_buffer text = {0};
  zc_buffer_add(&text, c->text + c->from, c->until - c->from);
  const char *shown = zc_buffer_text(&text);
  zc_buffer_puts(out, "{\"rule\":");
  zc_buffer_json(out, row->id);
  zc_buffer_puts(out, ",\"kind\":");
  zc_buffer_json(out, row->kind);
  zc_buffer_puts(out, ",\"file\":");
  zc_buffer_json(out, row->at.file ? row->at.file : "");
  zc_buffer_printf(out, ",\"line\":%u,\"field\":", row->at.line);
  zc_buffer_json(out, c->field);
  zc_buffer_puts(out, ",\"text\":");
  zc_buffer_json(out, shown ? shown : "");
  zc_buffer_printf(out, ",\"operator\":\"%s\"", operator_word(c));
  write_outcomes(c, out);
  zc_buffer_putc(out, '}');
  out->failed |= shown == NULL;
  zc_buffer_free(&text);
}

void zc_conditions_json(const zc_conditions *c, const char *rule, zc_buffer *out) {
  zc_conditions_sum sum = zc_conditions_count(c, rule);
  const char *separator = "";
  zc_buffer_puts(out, "\"conditions\":[");
  for (uint32_t i = 0; i < c->row_count; i++) {
    const zc_condition_row *row = &c->rows[i];
    for (uint32_t j = row->first; is_asked_for(row, rule) && j < row->first + row->count; j++) {
      if (c->list[j].field) {
        zc_buffer_puts(out, separator);
        write_condition(row, &c->list[j], out);
        separator = ",\n";
      }
    }
  }
  zc_buffer_printf(out,
                   "],\"sum\":{\"conditions\":%u,\"shown\":%u,\"impossible\":%u,\"lacking\":%u}",
                   sum.conditions, sum.shown, sum.impossible, sum.lacking);
}
