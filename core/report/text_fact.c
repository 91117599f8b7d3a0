/* SPDX-License-Identifier: Apache-2.0 */
#include "base/date.h"
#include "facts/division.h"
#include "report/json_law.h"
#include "report/mention.h"
#include "report/text.h"
#include <string.h>

const char *zc_text_in(zc_text text, zc_lang lang) {
  return lang == ZC_LANG_EN && text.en ? text.en : text.zh;
}

const char *zc_text_label(const zc_fact *fact, zc_lang lang) {
  return zc_text_in((zc_text){fact->zh, fact->en}, lang);
}

static void put_division(zc_buffer *out, const zc_data *data, zc_slot slot) {
  zc_division division = {slot.lo, slot.hi};
  char code[13];
  zc_division_format(division, code);
  zc_buffer_puts(out, code);
  const char *name = zc_division_find(data, division).name;
  if (name) {
    zc_buffer_putc(out, ' ');
    zc_buffer_puts(out, name);
  }
}

void zc_text_amount(zc_buffer *out, zc_unit unit, int64_t value, zc_lang lang) {
  const char *label = zc_unit_label(unit, lang);
  zc_buffer_int(out, value);
  if (*label != '\0') {
    zc_buffer_puts(out, lang == ZC_LANG_EN ? " " : "");
    zc_buffer_puts(out, label);
  }
}

void zc_text_known(zc_buffer *out, const zc_vocabulary *v, uint32_t fact, zc_slot slot,
                   zc_lang lang) {
  const zc_fact *f = &v->facts[fact];
  char date[11];
  switch (f->type) {
  case ZC_BOOL:
    zc_buffer_puts(out, lang == ZC_LANG_EN ? (slot.lo ? "yes" : "no") : slot.lo ? "是" : "否");
    break;
  case ZC_ENUM: {
    const zc_word *word = &v->enums[f->enumeration].words[slot.lo];
    zc_buffer_puts(out, zc_text_in((zc_text){word->zh, word->en}, lang));
    break;
  }
  case ZC_DATE:
    zc_day_format((zc_day)slot.lo, date);
    zc_buffer_puts(out, date);
    break;
  case ZC_DIVISION:
    put_division(out, v->data, slot);
    break;
  case ZC_REGION:
    zc_buffer_puts(out, lang == ZC_LANG_EN ? (slot.lo ? "another region" : "this region")
                        : slot.lo          ? "其他地区"
                                           : "本地区");
    break;
  default:
    zc_text_amount(out, f->unit, slot.lo, lang);
    break;
  }
}

/* As given: partial dates that were taken as a day, too. */
static int is_partial_date(const zc_answer *answer, uint32_t fact) {
  const zc_facts *facts = answer->facts;
  return answer->region->vocabulary.facts[fact].type == ZC_DATE && facts->given[fact] &&
         facts->texts[fact];
}

/* "2019-07" as "2019年7月" or "July 2019". */
static void put_month(zc_buffer *out, const char *text, zc_lang lang) {
  static const char *const months[] = {"January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December"};
  size_t length = strlen(text);
  zc_slot days;
  if (zc_partial_date_parse(text, length, &days) != 0) {
    zc_buffer_puts(out, text);
    return;
  }
  zc_civil c = zc_civil_of((zc_day)days.lo);
  int has_month = length > strlen("2019");
  if (lang == ZC_LANG_EN && has_month)
    zc_buffer_printf(out, "%s %d", months[c.month - 1], (int)c.year);
  else if (lang == ZC_LANG_EN)
    zc_buffer_printf(out, "%d", (int)c.year);
  else if (has_month)
    zc_buffer_printf(out, "%d年%d月", (int)c.year, (int)c.month);
  else
    zc_buffer_printf(out, "%d年", (int)c.year);
}

void zc_text_open_fact(zc_buffer *out, const zc_answer *answer, uint32_t fact, zc_lang lang) {
  zc_buffer_puts(out, zc_text_label(&answer->region->vocabulary.facts[fact], lang));
  if (!is_partial_date(answer, fact))
    return;
  zc_buffer_puts(out, lang == ZC_LANG_EN ? " (the day in " : "（取决于是");
  put_month(out, answer->facts->texts[fact], lang);
  zc_buffer_puts(out, lang == ZC_LANG_EN ? " decides)" : "的哪一天）");
}

/* Months that follow from a partial date: "40至52个月". */
static int put_range(zc_buffer *out, const zc_answer *answer, uint32_t fact, zc_slot slot,
                     zc_lang lang) {
  const zc_fact *f = &answer->region->vocabulary.facts[fact];
  if (f->type != ZC_INT || !zc_answer_has_range(answer, fact, slot))
    return 0;
  zc_buffer_int(out, slot.lo);
  zc_buffer_puts(out, lang == ZC_LANG_EN ? " to " : "至");
  zc_text_amount(out, f->unit, slot.hi, lang);
  return 1;
}

/* The code with all that the place lies in. */
static void put_place(zc_buffer *out, const zc_data *data, zc_slot slot) {
  zc_division division = {slot.lo, slot.hi};
  char code[13];
  zc_division_format(division, code);
  zc_buffer_puts(out, code);
  size_t length = out->length;
  zc_buffer_putc(out, ' ');
  zc_division_path(out, data, division);
  if (out->length == length + 1)
    out->length = length;
}

void zc_text_value(zc_buffer *out, const zc_answer *answer, uint32_t fact, zc_lang lang) {
  const zc_vocabulary *v = &answer->region->vocabulary;
  zc_slot slot = zc_answer_value(answer, fact);
  zc_type type = v->facts[fact].type;
  if (answer->facts->given[fact] && answer->facts->texts[fact] &&
      (type == ZC_STRING || type == ZC_REGION || (type == ZC_DATE && slot.lo < slot.hi)))
    zc_buffer_puts(out, answer->facts->texts[fact]);
  else if (type == ZC_DIVISION && zc_division_is_code(slot))
    put_place(out, v->data, slot);
  else if (type != ZC_STRING && slot.lo == slot.hi)
    zc_text_known(out, v, fact, slot, lang);
  else if (!put_range(out, answer, fact, slot, lang))
    zc_buffer_puts(out, lang == ZC_LANG_EN ? "not known" : "未知");
}

static void put_divisions(zc_buffer *out, const zc_vocabulary *v, const zc_mention *mention,
                          zc_lang lang) {
  const char *separator = lang == ZC_LANG_EN ? "in " : "在";
  for (uint32_t i = 0; i < mention->range_count; i++) {
    zc_slot range = {mention->ranges[2 * (size_t)i], mention->ranges[2 * (size_t)i + 1]};
    zc_slot division;
    while (zc_division_take(&range, &division)) {
      zc_buffer_puts(out, separator);
      zc_text_known(out, v, mention->fact, division, lang);
      separator = lang == ZC_LANG_EN ? ", " : "、";
    }
  }
  zc_buffer_puts(out, lang == ZC_LANG_EN ? "" : "之内");
}

static void put_words(zc_buffer *out, const zc_vocabulary *v, const zc_mention *mention,
                      zc_lang lang) {
  const char *separator = lang == ZC_LANG_EN ? "one of " : "";
  for (int64_t i = 0; i < 64; i++) {
    if (mention->mask >> i & 1u) {
      zc_buffer_puts(out, separator);
      zc_text_known(out, v, mention->fact, (zc_slot){i, i}, lang);
      separator = lang == ZC_LANG_EN ? ", " : "、";
    }
  }
  zc_buffer_puts(out, lang == ZC_LANG_EN ? "" : "之一");
}

static const char *bound_word(zc_type type, zc_need_form form, zc_lang lang) {
  static const char *const words[2][3][2] = {
      {{"at least ", "at most "}, {"not before ", "not after "}, {"at or above ", "at or below "}},
      {{"不少于", "不多于"}, {"不早于", "不晚于"}, {"不低于", "不高于"}}};
  int kind = type == ZC_INT ? 0 : type == ZC_DATE ? 1 : 2;
  return words[lang == ZC_LANG_ZH][kind][form == ZC_NEED_LE];
}

int zc_text_need(zc_buffer *out, const zc_answer *answer, const zc_mention *mention, zc_lang lang) {
  const zc_vocabulary *v = &answer->region->vocabulary;
  zc_type type = v->facts[mention->fact].type;
  if (mention->form == ZC_NEED_NONE)
    return 0;
  if (mention->form == ZC_NEED_IN) {
    if (mention->range_count > 0)
      put_divisions(out, v, mention, lang);
    else
      put_words(out, v, mention, lang);
    return 1;
  }
  zc_slot need = answer->values[mention->value];
  if (need.lo != need.hi && !(type == ZC_DIVISION && zc_division_is_code(need)))
    return 0;
  if (mention->form != ZC_NEED_EQ)
    zc_buffer_puts(out, bound_word(type, (zc_need_form)mention->form, lang));
  zc_text_known(out, v, mention->fact, need, lang);
  return 1;
}

const char *zc_document_number(const zc_document *document, zc_lang lang) {
  return document->number ? document->number : zc_text_say(lang, "无文号", "no number");
}

void zc_text_document(zc_buffer *out, const zc_document *document, zc_lang lang) {
  const char *number = zc_document_number(document, lang);
  if (document->number)
    zc_buffer_puts(out, number);
  else
    zc_buffer_printf(
        out, zc_text_say(lang, "《%s》（%s）", "%s (%s)"),
        zc_text_in(document->short_title.zh ? document->short_title : document->title, lang),
        number);
}

void zc_text_law(zc_buffer *out, const zc_law *law, const zc_answer *answer, zc_lang lang) {
  const zc_document *document = NULL;
  for (uint32_t i = 0; i < law->cite_count; i++) {
    const zc_cite *cite = &law->cites[i];
    if (!zc_cite_holds(cite, answer))
      continue;
    zc_buffer_puts(out, document ? zc_text_say(lang, "；", "; ") : zc_text_say(lang, "（", " ["));
    if (cite->document != document)
      zc_text_document(out, cite->document, lang);
    zc_buffer_puts(out, cite->document != document && *cite->clause ? " " : "");
    zc_buffer_puts(out, cite->clause);
    document = cite->document;
  }
  if (document)
    zc_buffer_puts(out, zc_text_say(lang, "）", "]"));
}
