/* SPDX-License-Identifier: Apache-2.0 */
/* What to say of a value or a name that was refused. */
#include "base/words.h"
#include "facts/division.h"
#include "facts/reader.h"
#include <string.h>

/* So many errors are told with the name that was probably meant: a file of names that are all
 * unknown is of something else, and a search for each would take longer than reading it. */
#define MOST_SUGGESTED 1000

zc_shown_text zc_show_text(const char *text, size_t length) {
  enum { MOST = 180 };
  zc_shown_text shown;
  size_t out = 0;
  while (length && out < MOST) {
    size_t window = length < 4 ? length : 4, size = 1;
    while (size < window && zc_utf8_valid(text, size) != size)
      size++;
    unsigned char c = (unsigned char)text[0];
    if (zc_utf8_valid(text, size) == size && c >= ' ' && c != 0x7F) {
      memcpy(shown.text + out, text, size);
      out += size;
    } else {
      size = 1;
      shown.text[out++] = '?';
    }
    text += size;
    length -= size;
  }
  memcpy(shown.text + out, length ? "..." : "", length ? 4 : 1);
  return shown;
}

static zc_lang lang_of(const zc_diagnostics *diag) {
  return diag ? diag->lang : ZC_LANG_EN;
}

zc_status zc_report_unknown_fact(zc_diagnostics *diag, const zc_where *where,
                                 const zc_vocabulary *v, const char *name, size_t length) {
  zc_shown_text shown = zc_show_text(name, length);
  const char *near =
      diag && diag->errors < MOST_SUGGESTED ? zc_fact_suggest(v, name, length) : NULL;
  if (near)
    return zc_report(diag, ZC_BAD_INPUT, where, "没有名为“%s”的事实；是不是“%s”？",
                     "there is no fact named \"%s\"; did you mean \"%s\"?", shown.text, near);
  return zc_report(diag, ZC_BAD_INPUT, where, "没有名为“%s”的事实；`zhicheng facts` 列出全部名称",
                   "there is no fact named \"%s\"; `zhicheng facts` lists all names", shown.text);
}

/* The words that a fact may take, with commas. */
static void add_words(zc_buffer *b, const zc_vocabulary *v, const zc_fact *fact, zc_lang lang) {
  const zc_enum *e = &v->enums[fact->enumeration];
  int first = 1;
  for (uint32_t i = 0; i < e->count; i++) {
    if (!(fact->words >> i & 1))
      continue;
    if (!first)
      zc_buffer_puts(b, lang == ZC_LANG_ZH ? "、" : ", ");
    zc_buffer_puts(b, e->words[i].word);
    first = 0;
  }
}

static zc_status report_word(zc_diagnostics *diag, const zc_where *where, const zc_vocabulary *v,
                             uint32_t fact, const char *text, size_t length) {
  zc_shown_text shown = zc_show_text(text, length);
  const zc_fact *f = &v->facts[fact];
  const char *near = zc_word_suggest(v, fact, text, length);
  if (near)
    return zc_report(diag, ZC_BAD_INPUT, where, "“%s”不是 %s 的取值；是不是“%s”？",
                     "\"%s\" is no word of %s; did you mean \"%s\"?", shown.text, f->name, near);
  zc_buffer words = {0};
  add_words(&words, v, f, lang_of(diag));
  const char *list = zc_buffer_text(&words);
  zc_status status =
      list ? zc_report(diag, ZC_BAD_INPUT, where, "“%s”不是 %s 的取值；可用：%s",
                       "\"%s\" is no word of %s; use one of %s", shown.text, f->name, list)
           : zc_report_memory(diag);
  zc_buffer_free(&words);
  return status;
}

static zc_status report_type(zc_diagnostics *diag, const zc_where *where, const zc_fact *fact,
                             zc_shown_text shown) {
  static const struct {
    const char *zh, *en;
  } wanted[ZC_TYPE_COUNT] = {
      [ZC_BOOL] = {"true 或 false，不加引号", "true or false, without quotes"},
      [ZC_INT] = {"整数，如 36，不加引号，不带小数点或指数",
                  "a whole number such as 36, without quotes, point or exponent"},
      [ZC_DATE] = {"日期字符串，如 \"2024-06-29\"", "a date in quotes, such as \"2024-06-29\""},
      [ZC_ENUM] = {"加引号的取值", "one of its words, in quotes"},
      [ZC_DIVISION] = {"区划代码字符串，如 \"451229\"",
                       "a division code in quotes, such as \"451229\""},
      [ZC_REGION] = {"地区代号字符串，如 \"guangxi\"",
                     "a region id in quotes, such as \"guangxi\""},
      [ZC_STRING] = {"字符串", "a text in quotes"},
  };
  const char *what = lang_of(diag) == ZC_LANG_ZH ? wanted[fact->type].zh : wanted[fact->type].en;
  return zc_report(diag, ZC_BAD_INPUT, where, "%s 要写%s；这里是 %s", "%s must be %s; found %s",
                   fact->name, what, shown.text);
}

static zc_status report_check(zc_diagnostics *diag, const zc_where *where, const char *text,
                              size_t length) {
  char expected = '?';
  zc_credit_code_check(text, length, &expected);
  return zc_report(diag, ZC_BAD_INPUT, where,
                   "统一社会信用代码 %s 的校验位应为 %c；请核对 18 位代码",
                   "the check character of the credit code %s should be %c; compare all 18 "
                   "characters",
                   zc_show_text(text, length).text, expected);
}

static zc_status report_date(zc_diagnostics *diag, const zc_where *where, uint32_t fact,
                             const zc_fact *f, zc_shown_text shown) {
  if (zc_fact_is_whole_day(fact))
    return zc_report(diag, ZC_BAD_INPUT, where, "%s 要写成“2024-06-29”这样的日期，不能是“%s”",
                     "%s is a date such as 2024-06-29, not \"%s\"", f->name, shown.text);
  return zc_report(diag, ZC_BAD_INPUT, where,
                   "%s 要写成“2024-06-29”这样的日期，不知道日子就写“2024-06”或“2024”，不能是“%s”",
                   "%s is a date such as 2024-06-29, or 2024-06 or 2024 where the day is not "
                   "known, not \"%s\"",
                   f->name, shown.text);
}

zc_status zc_report_fault(zc_diagnostics *diag, const zc_where *where, const zc_vocabulary *v,
                          uint32_t fact, zc_fault fault, const char *text, size_t length) {
  const zc_fact *f = &v->facts[fact];
  zc_shown_text shown = zc_show_text(text, length);
  switch (fault) {
  case ZC_FAULT_TYPE:
    return report_type(diag, where, f, shown);
  case ZC_FAULT_WORD:
    return report_word(diag, where, v, fact, text, length);
  case ZC_FAULT_CODE_CHECK:
    return report_check(diag, where, text, length);
  case ZC_FAULT_BOOL:
    return zc_report(diag, ZC_BAD_INPUT, where, "%s 只能是 true 或 false，不能是“%s”",
                     "%s is true or false, not \"%s\"", f->name, shown.text);
  case ZC_FAULT_NUMBER:
    return zc_report(diag, ZC_BAD_INPUT, where, "%s 要写整数，如 36，不能是“%s”",
                     "%s is a whole number such as 36, not \"%s\"", f->name, shown.text);
  case ZC_FAULT_RANGE:
    return zc_report(diag, ZC_BAD_INPUT, where, "%s 的值 %s 超出范围；应在 %lld 到 %lld 之间",
                     "%s: %s is out of range; it lies between %lld and %lld", f->name, shown.text,
                     (long long)f->min, (long long)f->max);
  case ZC_FAULT_DATE:
    return report_date(diag, where, fact, f, shown);
  case ZC_FAULT_DAY:
    return zc_report(
        diag, ZC_BAD_INPUT, where, "%s：没有 %s 这一天；请写 1900 年到 2199 年之间存在的日期",
        "%s: there is no day %s; give one that exists, from 1900 to 2199", f->name, shown.text);
  case ZC_FAULT_PARTIAL:
    return zc_report(diag, ZC_BAD_INPUT, where, "%s 要写到日，如 2024-06-29；“%s”只到年或月",
                     "%s is a whole day such as 2024-06-29; \"%s\" is a month or a year", f->name,
                     shown.text);
  case ZC_FAULT_DIVISION:
    return zc_report(diag, ZC_BAD_INPUT, where,
                     "%s 的区划代码“%s”不合格；应为 6、9 或 12 位数字，首位不为 0",
                     "%s: the division code \"%s\" is malformed; it has 6, 9 or 12 digits, the "
                     "first not 0",
                     f->name, shown.text);
  case ZC_FAULT_CODE:
    return zc_report(diag, ZC_BAD_INPUT, where,
                     "%s“%s”不合格；统一社会信用代码为 18 位数字和大写字母（不含 I、O、S、V、Z）",
                     "%s: \"%s\" is malformed; a credit code has 18 digits and capitals (none of "
                     "I, O, S, V, Z)",
                     f->name, shown.text);
  case ZC_FAULT_REGION:
    return zc_report(diag, ZC_BAD_INPUT, where,
                     "%s“%s”不是地区代号；应为小写字母开头的小写字母、数字和下划线，不超过 31 位",
                     "%s: \"%s\" is no region id; it has small letters, digits and underscores, a "
                     "letter first, at most 31",
                     f->name, shown.text);
  case ZC_FAULT_TEXT:
    return zc_report(diag, ZC_BAD_INPUT, where,
                     "%s“%s”含有控制字符或不是有效的 UTF-8；请删去或重新保存为 UTF-8",
                     "%s: \"%s\" has control characters or is not valid UTF-8; remove them or "
                     "save it as UTF-8",
                     f->name, shown.text);
  case ZC_FAULT_EMPTY:
    return zc_report(diag, ZC_BAD_INPUT, where, "%s 没有值；请填写，未知则整项删去",
                     "%s has no value; give one, or leave the fact out where it is not known",
                     f->name);
  default:
    return zc_report_memory(diag);
  }
}
