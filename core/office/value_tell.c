/* SPDX-License-Identifier: Apache-2.0 */
/* What is said of a value that was refused. */
#include "facts/reader.h"
#include "office/table_source.h"
#include "office/value.h"

#include <string.h>

static int is_chinese(const zc_diagnostics *diag) {
  return diag && diag->lang == ZC_LANG_ZH;
}

/* ---- what may be written ---- */

static void add_words(zc_buffer *b, const zc_office_column *c, int zh) {
  const zc_fact *fact = &c->vocabulary->facts[c->fact];
  const zc_enum *list = &c->vocabulary->enums[fact->enumeration];
  const char *between = "";
  for (uint32_t i = 0; i < list->count; i++) {
    if (!(fact->words >> i & 1))
      continue;
    zc_buffer_puts(b, between);
    zc_buffer_puts(b, zh ? list->words[i].zh : list->words[i].word);
    between = zh ? "、" : ", ";
  }
}

/* The word probably meant, as it would be written and as the fact has it. */
static void add_meant(zc_buffer *b, const zc_office_column *c, const char *text, size_t length,
                      int zh) {
  char room[512];
  int32_t word = -1;
  if (length > sizeof room)
    return;
  zc_plain name = zc_plain_name(text, length, room);
  const char *near = zc_lexicon_suggest_word(c->lexicon, c->fact, name, &word);
  if (!near || word < 0)
    return;
  const zc_fact *fact = &c->vocabulary->facts[c->fact];
  zc_buffer_printf(b, zh ? "；是不是“%s”（%s）？" : "; did you mean \"%s\" (%s)?", near,
                   c->vocabulary->enums[fact->enumeration].words[word].word);
}

static void add_places(zc_buffer *b, const zc_data *data, const zc_places *places, int zh) {
  uint32_t shown = places->count < ZC_SHOWN_PLACES ? places->count : ZC_SHOWN_PLACES;
  for (uint32_t i = 0; i < shown; i++) {
    zc_division at = places->shown[i], above;
    const char *own = zc_division_find(data, at).name;
    const char *outer = zc_division_above(at, &above) ? zc_division_find(data, above).name : NULL;
    char code[13];
    zc_division_format(at, code);
    zc_buffer_printf(b, "%s%s%s %s", i ? (zh ? "、" : ", ") : "", outer ? outer : "",
                     own ? own : "", code);
  }
  if (places->count > shown)
    zc_buffer_printf(b, zh ? " 等 %u 个" : " and others, %u in all", places->count);
}

/* ---- why ---- */

static void add_number(zc_buffer *b, const zc_office_column *c, zc_value_fault fault, int zh) {
  const zc_fact *fact = &c->vocabulary->facts[c->fact];
  int months = fact->unit == ZC_MONTH;
  if (fault == ZC_VALUE_YEARS)
    zc_buffer_printf(b,
                     zh ? "这一列的数字按年计，超过 %d 年；若指月数，请写成“63个月”"
                        : "a bare number in this column counts years, and this is above %d; "
                          "where months are meant, write 63个月",
                     50);
  else if (fault == ZC_VALUE_RANGE)
    zc_buffer_printf(b, zh ? "超出范围，应在 %lld 到 %lld 之间" : "it lies between %lld and %lld",
                     (long long)fact->min, (long long)fact->max);
  else if (fault == ZC_VALUE_FRACTION)
    zc_buffer_puts(b, months
                          ? (zh ? "应合整月，如 5年3个月" : "write whole months, such as 5年3个月")
                          : (zh ? "应为整数" : "it is a whole number"));
  else
    zc_buffer_puts(b, months
                          ? (zh ? "应为月数或年数，如 63个月、5年3个月"
                                : "it is a number of months or years, such as 63个月 or 5年3个月")
                          : (zh ? "应为整数，如 90" : "it is a whole number, such as 90"));
}

static void add_date(zc_buffer *b, zc_value_fault fault, int zh) {
  if (fault == ZC_VALUE_ORDER)
    zc_buffer_puts(b, zh ? "年份要写四位并写在最前面，如 2019-07-01"
                         : "the year has four digits and stands first, such as 2019-07-01");
  else if (fault == ZC_VALUE_DAY)
    zc_buffer_puts(b, zh ? "没有这一天，或不在 1900 年到 2199 年之间"
                         : "there is no such day, or it lies outside 1900 to 2199");
  else
    zc_buffer_puts(b, zh ? "应为日期，如 2019-07-01、2019.7.1、2019年7月1日、2019年7月"
                         : "it is a date, such as 2019-07-01, 2019.7.1 or 2019-07");
}

static void add_word(zc_buffer *b, const zc_office_column *c, const char *text, size_t length,
                     int zh) {
  const zc_fact *fact = &c->vocabulary->facts[c->fact];
  if (fact->type == ZC_BOOL) {
    zc_buffer_puts(b, zh ? "应填 是 或 否（true 或 false）" : "it is 是 (true) or 否 (false)");
  } else if (fact->type == ZC_ENUM) {
    zc_buffer_puts(b, zh ? "可填：" : "it is one of ");
    add_words(b, c, zh);
    add_meant(b, c, text, length, zh);
  } else {
    zc_buffer_puts(b, zh ? "不是这一事实的取值" : "it is no value of this fact");
  }
}

static void add_two(zc_buffer *b, const char *text, size_t length, int zh) {
  int is_senior = length >= 6 && memmem(text, length, "高级", 6);
  if (is_senior)
    zc_buffer_puts(b, zh ? "有两种意思：副高级（deputy_senior）或正高级（full_senior），请写明"
                         : "it means deputy_senior (副高级) or full_senior (正高级); say which");
  else
    zc_buffer_puts(b, zh ? "有两种意思：员级（clerk）或助理级（assistant），请写明"
                         : "it means clerk (员级) or assistant (助理级); say which");
}

static void add_reason(zc_buffer *b, const zc_office_column *c, const zc_office_value *value,
                       const char *text, size_t length, int zh) {
  switch (value->fault) {
  case ZC_VALUE_TWO:
    add_two(b, text, length, zh);
    break;
  case ZC_VALUE_SUFFIX:
    zc_buffer_puts(b, zh ? "这一列不分类别，请删去括号中的字"
                         : "no track belongs to this column; remove what stands in brackets");
    break;
  case ZC_VALUE_NUMBER:
  case ZC_VALUE_FRACTION:
  case ZC_VALUE_YEARS:
  case ZC_VALUE_RANGE:
    add_number(b, c, value->fault, zh);
    break;
  case ZC_VALUE_DATE:
  case ZC_VALUE_ORDER:
  case ZC_VALUE_DAY:
    add_date(b, value->fault, zh);
    break;
  case ZC_VALUE_PLACES:
    zc_buffer_puts(b,
                   zh ? "叫这个名字的不止一处，请写代码或连同上级地名："
                      : "several divisions bear this name; write a code, or the names above it: ");
    add_places(b, zc_place_names_data(c->places), &value->places, zh);
    break;
  case ZC_VALUE_PLACE:
    zc_buffer_puts(b, zh ? "没有这个区划；请写全称或 6、9、12 位代码"
                         : "there is no such division; write its full name or a code of 6, 9 or 12 "
                           "digits");
    break;
  default:
    add_word(b, c, text, length, zh);
  }
}

zc_status zc_office_tell(const zc_office_column *column, const zc_office_value *value,
                         const char *text, size_t length, const zc_where *where,
                         zc_diagnostics *diag) {
  const zc_fact *fact = &column->vocabulary->facts[column->fact];
  zc_buffer reason = {0};
  if (value->fault == ZC_VALUE_MEMORY)
    return zc_report_memory(diag);
  add_reason(&reason, column, value, text, length, is_chinese(diag));
  const char *why = zc_buffer_text(&reason);
  const char *heading = column->heading ? column->heading : fact->name;
  zc_status status =
      why ? zc_report(diag, ZC_BAD_INPUT, where, "%s 列“%s”：“%s”不能作为 %s 的值；%s",
                      "column %s \"%s\": \"%s\" is no value of %s; %s",
                      zc_letters_of(column->number).text,
                      zc_show_text(heading, strlen(heading)).text, zc_show_text(text, length).text,
                      fact->name, why)
          : zc_report_memory(diag);
  zc_buffer_free(&reason);
  return status;
}
