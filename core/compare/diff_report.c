/* SPDX-License-Identifier: Apache-2.0 */
/* What zc_diff has found, for people and as JSON. */
#include "compare/diff.h"
#include "report/json_law.h"
#include "report/text.h"

#include <string.h>

static const char *const kind_words[] = {"added", "removed", "changed"};

static void day_text(zc_day day, char text[11]) {
  zc_day_format(day, text);
}

/* ---- text ---- */

typedef struct writer {
  zc_buffer *out;
  const zc_diff *diff;
  int zh;
} writer;

static const char *say(const writer *w, const char *zh, const char *en) {
  return w->zh ? zh : en;
}

/* Several lines, each behind blanks. */
static void put_lines(const writer *w, const char *indent, const char *text) {
  while (*text != '\0') {
    size_t length = strcspn(text, "\n");
    zc_buffer_puts(w->out, indent);
    zc_buffer_add(w->out, text, length);
    zc_buffer_putc(w->out, '\n');
    text += length + (text[length] == '\n');
  }
}

static void put_value(const writer *w, const zc_row_change *c, uint32_t field, int side) {
  zc_buffer b = {0};
  zc_diff_value(&b, c, field, side);
  const char *text = zc_buffer_text(&b);
  zc_buffer_printf(w->out, "        %s", side == 0 ? "- " : "+ ");
  if (!text) {
    w->out->failed = 1;
  } else if (*text == '\0') {
    zc_buffer_puts(w->out, say(w, "（无）\n", "(none)\n"));
  } else {
    size_t length = strcspn(text, "\n");
    zc_buffer_add(w->out, text, length);
    zc_buffer_putc(w->out, '\n');
    put_lines(w, "          ", text + length + (text[length] == '\n'));
  }
  zc_buffer_free(&b);
}

static void put_fields(const writer *w, const zc_row_change *c) {
  for (uint32_t i = 0; i < 64; i++) {
    if (c->fields >> i & 1) {
      zc_buffer_printf(w->out, "      %s\n", zc_diff_field(c, i));
      put_value(w, c, i, 0);
      put_value(w, c, i, 1);
    }
  }
  if (c->parameter) {
    zc_buffer_printf(w->out, say(w, "      通过参数 %s\n", "      through the parameter %s\n"),
                     c->parameter);
  } else if (c->decides && c->fields == 0 && c->kind == ZC_ROW_CHANGED) {
    zc_buffer_puts(w->out, say(w, "      通过它所读事实的推定或它所引文件的施行日期\n",
                               "      through what is derived of a fact that it reads, or the days "
                               "of its documents\n"));
  }
}

static void put_example(const writer *w, const zc_row_change *c) {
  const zc_diff_example *e = &c->example;
  if (c->people > 0) {
    zc_buffer_printf(
        w->out,
        say(w, "      %llu 人的结论因此改变\n", "      the answer changes for %llu people\n"),
        (unsigned long long)c->people);
  }
  if (!e->was_sought)
    return;
  if (e->answers == ZC_DIFFERS_NEVER) {
    zc_buffer_puts(w->out, say(w, "      没有人的结论会因此改变（已证明）\n",
                               "      nobody's answer changes (proven)\n"));
  } else if (e->answers == ZC_DIFFERS_UNSURE) {
    zc_buffer_puts(w->out, say(w, "      条件太多，没能找到结论改变的人，也不能排除\n",
                               "      too many conditions: nobody found whose answer changes, and "
                               "none excluded\n"));
  }
  if (e->facts && strcmp(e->answer[0], e->answer[1]) != 0) {
    zc_buffer_printf(
        w->out, say(w, "      例：%s → %s\n        %s\n", "      example: %s -> %s\n        %s\n"),
        e->answer[0], e->answer[1], e->facts);
  } else if (e->facts) {
    zc_buffer_printf(w->out,
                     say(w, "      只改变认定情况的例子（结论仍为 %s）：\n        %s\n",
                         "      example of a finding that changes (the answer stays %s):\n"
                         "        %s\n"),
                     e->answer[1], e->facts);
  }
}

static void put_change(const writer *w, const zc_row_change *c) {
  static const char marks[] = "+-~";
  const zc_compiled_rule *rule = c->rule[1] ? c->rule[1] : c->rule[0];
  zc_lang lang = w->zh ? ZC_LANG_ZH : ZC_LANG_EN;
  zc_buffer_printf(w->out, "  %c %s  %s", marks[c->kind], c->id, zc_diff_table(c));
  if (rule) {
    zc_text_law(w->out, &rule->law, NULL, lang);
    zc_buffer_printf(w->out, "\n      %s", zc_text_in(rule->text, lang));
  }
  zc_buffer_putc(w->out, '\n');
  put_fields(w, c);
  put_example(w, c);
}

static void put_parameters(const writer *w) {
  const zc_diff *d = w->diff;
  for (uint32_t i = 0; i < d->parameter_count; i++) {
    const zc_parameter_change *p = &d->parameters[i];
    zc_buffer_printf(w->out, "  ~ %s  %s  %s\n", p->name, say(w, "参数", "parameter"),
                     zc_text_in(p->label, w->zh ? ZC_LANG_ZH : ZC_LANG_EN));
    put_lines(w, "        - ", p->values[0] ? p->values[0] : say(w, "（无）", "(none)"));
    put_lines(w, "        + ", p->values[1] ? p->values[1] : say(w, "（无）", "(none)"));
  }
}

static void put_counts(const writer *w, const char *title, const zc_diff_counts *counts) {
  for (uint32_t i = 0; i < counts->count; i++) {
    zc_buffer_printf(w->out, "  %s%s  %llu\n", i == 0 ? title : "      ", counts->items[i].key,
                     (unsigned long long)counts->items[i].people);
  }
}

static void put_people(const writer *w) {
  const zc_diff_people *p = &w->diff->people;
  if (!p->file)
    return;
  zc_buffer_printf(w->out,
                   say(w, "\n%s：%llu 人，拒收 %llu 行，%llu 人的结论改变\n",
                       "\n%s: people %llu, rows rejected %llu; the answer changes for %llu\n"),
                   p->file, (unsigned long long)p->rows, (unsigned long long)p->rejected,
                   (unsigned long long)p->changed);
  for (int a = 0; a < 3; a++) {
    for (int b = 0; b < 3; b++) {
      if (p->verdicts[a][b] > 0) {
        zc_buffer_printf(w->out, "  %s -> %s  %llu\n", zc_verdict_word((zc_verdict)a),
                         zc_verdict_word((zc_verdict)b), (unsigned long long)p->verdicts[a][b]);
      }
    }
  }
  put_counts(w, say(w, "系列  ", "series  "), &p->series);
  put_counts(w, say(w, "层级  ", "level   "), &p->levels);
  put_counts(w, say(w, "区划  ", "place   "), &p->divisions);
  if (p->other > 0) {
    zc_buffer_printf(
        w->out,
        say(w, "  其中 %llu 人的改变不出自上列各行\n", "  %llu of them for no row listed below\n"),
        (unsigned long long)p->other);
  }
}

static void put_heading(const writer *w) {
  const zc_diff *d = w->diff;
  char days[2][11];
  uint32_t kinds[3] = {0};
  day_text(d->days[0], days[0]);
  day_text(d->days[1], days[1]);
  zc_buffer_printf(w->out, "%s  %s %s -> %s %s\n", d->regions[1].id, d->regions[0].version, days[0],
                   d->regions[1].version, days[1]);
  for (uint32_t i = 0; i < d->change_count; i++)
    kinds[d->changes[i].kind]++;
  if (d->change_count + d->parameter_count == 0) {
    zc_buffer_puts(w->out, say(w, "没有差别\n", "Nothing differs\n"));
  } else {
    zc_buffer_printf(w->out,
                     say(w, "新增 %u 行，删去 %u 行，改动 %u 行；改动参数 %u 个\n",
                         "Rows: %u added, %u removed, %u changed; parameters: %u changed\n"),
                     kinds[0], kinds[1], kinds[2], d->parameter_count);
  }
}

void zc_diff_text(zc_buffer *out, const zc_diff *diff, zc_lang lang) {
  writer w = {out, diff, lang == ZC_LANG_ZH};
  put_heading(&w);
  put_people(&w);
  if (diff->change_count + diff->parameter_count > 0)
    zc_buffer_putc(out, '\n');
  put_parameters(&w);
  for (uint32_t i = 0; i < diff->change_count; i++)
    put_change(&w, &diff->changes[i]);
}

/* ---- JSON ---- */

static void json_value(zc_buffer *out, const zc_row_change *c, uint32_t field, int side) {
  zc_buffer b = {0};
  zc_diff_value(&b, c, field, side);
  const char *text = zc_buffer_text(&b);
  out->failed |= text == NULL;
  zc_buffer_json(out, text);
  zc_buffer_free(&b);
}

static void json_fields(zc_buffer *out, const zc_row_change *c) {
  const char *separator = "";
  zc_buffer_puts(out, ",\"fields\":[");
  for (uint32_t i = 0; i < 64; i++) {
    if (c->fields >> i & 1) {
      zc_buffer_printf(out, "%s{\"field\":\"%s\",\"old\":", separator, zc_diff_field(c, i));
      json_value(out, c, i, 0);
      zc_buffer_puts(out, ",\"new\":");
      json_value(out, c, i, 1);
      zc_buffer_putc(out, '}');
      separator = ",";
    }
  }
  zc_buffer_puts(out, "],\"parameter\":");
  zc_buffer_json(out, c->parameter);
}

static void json_example(zc_buffer *out, const zc_diff_example *e) {
  static const char *const words[] = {"nobody", "somebody", "unknown"};
  if (!e->was_sought) {
    zc_buffer_puts(out, ",\"answers_change\":null,\"example\":null");
    return;
  }
  zc_buffer_printf(out, ",\"answers_change\":\"%s\",\"example\":", words[e->answers]);
  if (!e->facts) {
    zc_buffer_puts(out, "null");
    return;
  }
  zc_buffer_printf(out, "{\"facts\":%s,\"old\":", e->facts);
  zc_buffer_json(out, e->answer[0]);
  zc_buffer_puts(out, ",\"new\":");
  zc_buffer_json(out, e->answer[1]);
  zc_buffer_putc(out, '}');
}

static void json_change(zc_buffer *out, const zc_row_change *c) {
  const zc_compiled_rule *rule = c->rule[1] ? c->rule[1] : c->rule[0];
  zc_buffer_printf(out, "{\"change\":\"%s\",\"table\":\"%s\",\"id\":", kind_words[c->kind],
                   zc_diff_table(c));
  zc_buffer_json(out, c->id);
  zc_buffer_puts(out, ",\"clauses\":");
  if (rule)
    zc_json_clauses(out, &rule->law);
  else
    zc_buffer_puts(out, "[]");
  zc_buffer_printf(out, ",\"decides\":%s", c->decides ? "true" : "false");
  json_fields(out, c);
  zc_buffer_printf(out, ",\"people\":%llu", (unsigned long long)c->people);
  json_example(out, &c->example);
  zc_buffer_putc(out, '}');
}

static void json_counts(zc_buffer *out, const char *key, const zc_diff_counts *counts) {
  zc_buffer_printf(out, ",\"%s\":{", key);
  for (uint32_t i = 0; i < counts->count; i++) {
    zc_buffer_puts(out, i > 0 ? "," : "");
    zc_buffer_json(out, counts->items[i].key);
    zc_buffer_printf(out, ":%llu", (unsigned long long)counts->items[i].people);
  }
  zc_buffer_putc(out, '}');
}

static void json_people(zc_buffer *out, const zc_diff_people *p) {
  const char *separator = "";
  if (!p->file) {
    zc_buffer_puts(out, ",\"population\":null");
    return;
  }
  zc_buffer_printf(out,
                   ",\"population\":{\"rows\":%llu,\"rejected\":%llu,\"changed\":%llu,"
                   "\"unexplained\":%llu,\"verdicts\":[",
                   (unsigned long long)p->rows, (unsigned long long)p->rejected,
                   (unsigned long long)p->changed, (unsigned long long)p->other);
  for (int a = 0; a < 3; a++) {
    for (int b = 0; b < 3; b++) {
      if (p->verdicts[a][b] > 0) {
        zc_buffer_printf(out, "%s{\"old\":\"%s\",\"new\":\"%s\",\"people\":%llu}", separator,
                         zc_verdict_word((zc_verdict)a), zc_verdict_word((zc_verdict)b),
                         (unsigned long long)p->verdicts[a][b]);
        separator = ",";
      }
    }
  }
  zc_buffer_putc(out, ']');
  json_counts(out, "series", &p->series);
  json_counts(out, "levels", &p->levels);
  json_counts(out, "divisions", &p->divisions);
  zc_buffer_putc(out, '}');
}

static void json_side(zc_buffer *out, const zc_diff *d, int side) {
  char day[11];
  day_text(d->days[side], day);
  zc_buffer_printf(out, ",\"%s\":{\"version\":", side == 0 ? "old" : "new");
  zc_buffer_json(out, d->regions[side].version);
  zc_buffer_printf(out, ",\"as_of\":\"%s\",\"rules_digest\":", day);
  zc_buffer_json(out, d->regions[side].digest);
  zc_buffer_putc(out, '}');
}

void zc_diff_json(zc_buffer *out, const zc_diff *diff) {
  zc_buffer_printf(out, "{\"api\":1,\"question\":\"diff\",\"region\":\"%s\"", diff->regions[1].id);
  json_side(out, diff, 0);
  json_side(out, diff, 1);
  json_people(out, &diff->people);
  zc_buffer_puts(out, ",\"parameters\":[");
  for (uint32_t i = 0; i < diff->parameter_count; i++) {
    zc_buffer_puts(out, i > 0 ? ",{\"name\":" : "{\"name\":");
    zc_buffer_json(out, diff->parameters[i].name);
    zc_buffer_puts(out, ",\"old\":");
    zc_buffer_json(out, diff->parameters[i].values[0]);
    zc_buffer_puts(out, ",\"new\":");
    zc_buffer_json(out, diff->parameters[i].values[1]);
    zc_buffer_putc(out, '}');
  }
  zc_buffer_puts(out, "],\"changes\":[");
  for (uint32_t i = 0; i < diff->change_count; i++) {
    zc_buffer_puts(out, i > 0 ? ",\n" : "\n");
    json_change(out, &diff->changes[i]);
  }
  zc_buffer_puts(out, "]}\n");
}
