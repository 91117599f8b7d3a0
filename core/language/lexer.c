/* SPDX-License-Identifier: Apache-2.0 */
/* Text to tokens. Every byte that begins no token has a message that says what to write instead. */
#include "base/assert.h"
#include "base/date.h"
#include "language/syntax.h"
#include <string.h>

enum { ZC_DIGITS_LIMIT = 15 };

static int is_digit(char c) {
  return c >= '0' && c <= '9';
}

static int is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static char byte_at(const zc_complaint *c, uint32_t at) {
  return at < c->length ? c->text[at] : '\0';
}

#define KEYWORD(text, token)                                                                       \
  { text, sizeof(text) - 1, token }
static const struct {
  char word[8];
  uint32_t length;
  zc_token_kind kind;
} keywords[] = {
    KEYWORD("and", ZC_TOKEN_AND),     KEYWORD("or", ZC_TOKEN_OR),
    KEYWORD("not", ZC_TOKEN_NOT),     KEYWORD("in", ZC_TOKEN_IN),
    KEYWORD("under", ZC_TOKEN_UNDER), KEYWORD("if", ZC_TOKEN_IF),
    KEYWORD("then", ZC_TOKEN_THEN),   KEYWORD("else", ZC_TOKEN_ELSE),
    KEYWORD("true", ZC_TOKEN_TRUE),   KEYWORD("false", ZC_TOKEN_FALSE),
};

static int read_name(zc_complaint *c, zc_token *t) {
  uint32_t end = t->at;
  while (is_letter(byte_at(c, end)) || is_digit(byte_at(c, end)) || byte_at(c, end) == '.')
    end++;
  t->length = end - t->at;
  t->kind = ZC_TOKEN_NAME;
  if (c->text[end - 1] == '.')
    return zc_complain(c, end - 1, "名称不能以“.”结尾", "a name does not end with a dot");
  for (size_t i = 0; i < sizeof keywords / sizeof keywords[0]; i++)
    if (keywords[i].length == t->length &&
        memcmp(keywords[i].word, c->text + t->at, t->length) == 0)
      t->kind = keywords[i].kind;
  return 0;
}

/* Whether a date of the form 2024-06-29 stands at `at`. */
static int looks_like_date(const zc_complaint *c, uint32_t at) {
  static const char form[] = "dddd-dd-dd";
  for (uint32_t i = 0; form[i]; i++) {
    char byte = byte_at(c, at + i);
    if (form[i] == 'd' ? !is_digit(byte) : byte != '-')
      return 0;
  }
  return !is_digit(byte_at(c, at + 10));
}

static int read_date(zc_complaint *c, zc_token *t) {
  char text[11];
  memcpy(text, c->text + t->at, 10);
  text[10] = '\0';
  zc_day day;
  if (zc_day_parse(text, &day) != 0)
    return zc_complain(c, t->at, "没有 %s 这一天（可用 1900-01-01 至 2199-12-31）",
                       "there is no day %s (days run from 1900-01-01 to 2199-12-31)", text);
  t->kind = ZC_TOKEN_DATE;
  t->length = 10;
  t->value = day;
  return 0;
}

static int read_number(zc_complaint *c, zc_token *t) {
  uint32_t end = t->at;
  t->value = 0;
  for (; is_digit(byte_at(c, end)); end++)
    if (end - t->at < ZC_DIGITS_LIMIT)
      t->value = t->value * 10 + (c->text[end] - '0');
  t->kind = ZC_TOKEN_NUMBER;
  t->length = end - t->at;
  char next = byte_at(c, end);
  if (t->length > ZC_DIGITS_LIMIT)
    return zc_complain(c, t->at, "数字过长：最多 %d 位",
                       "the number is too long: %d digits at most", ZC_DIGITS_LIMIT);
  if (t->length > 1 && c->text[t->at] == '0')
    return zc_complain(c, t->at, "数字不能以 0 开头；日期写作 2024-06-29",
                       "a number does not begin with 0; a date is written 2024-06-29");
  if (next == '.')
    return zc_complain(c, end, "只有整数：换一个更小的单位",
                       "whole numbers only: use a smaller unit");
  if (is_letter(next))
    return zc_complain(c, end, "数字与单位之间要有空格，如 48 months",
                       "put a blank between the number and its unit: 48 months");
  return 0;
}

static int read_sign(const zc_complaint *c, zc_token *t) {
  static const struct {
    char sign[3];
    zc_token_kind kind;
  } signs[] = {{"==", ZC_TOKEN_EQ},       {"!=", ZC_TOKEN_NE},   {"<=", ZC_TOKEN_LE},
               {">=", ZC_TOKEN_GE},       {"<", ZC_TOKEN_LT},    {">", ZC_TOKEN_GT},
               {"(", ZC_TOKEN_OPEN},      {")", ZC_TOKEN_CLOSE}, {"{", ZC_TOKEN_OPEN_SET},
               {"}", ZC_TOKEN_CLOSE_SET}, {",", ZC_TOKEN_COMMA}, {"+", ZC_TOKEN_PLUS},
               {"-", ZC_TOKEN_MINUS},     {"*", ZC_TOKEN_TIMES}};
  for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
    uint32_t length = signs[i].sign[1] ? 2 : 1;
    if (c->text[t->at] == signs[i].sign[0] &&
        (length == 1 || byte_at(c, t->at + 1) == signs[i].sign[1])) {
      t->kind = signs[i].kind;
      t->length = length;
      return 0;
    }
  }
  return -1;
}

static int complain_about_byte(zc_complaint *c, uint32_t at) {
  unsigned char byte = (unsigned char)c->text[at];
  switch (byte) {
  case '=':
    return zc_complain(c, at, "相等写作 ==", "equality is written ==");
  case '&':
    return zc_complain(c, at, "“并且”写作 and", "write `and`");
  case '|':
    return zc_complain(c, at, "“或者”写作 or", "write `or`");
  case '!':
    return zc_complain(c, at, "“非”写作 not", "write `not`");
  case '"':
  case '\'':
    return zc_complain(c, at, "词不加引号：series == health",
                       "words stand without quotes: series == health");
  case '/':
  case '%':
    return zc_complain(c, at, "没有除法：请把另一侧乘以该数",
                       "there is no division: multiply the other side instead");
  case '[':
  case ']':
    return zc_complain(c, at, "集合写作 {a, b}，分组写作 (a)", "sets are {a, b}, groups are (a)");
  default:
    break;
  }
  if (byte >= 0x80)
    return zc_complain(c, at, "条件里只用英文字母、数字和半角符号：写事实的名称，不写中文标签",
                       "conditions are plain ASCII: write names of facts, not their labels");
  if (byte < ' ' || byte == 0x7f)
    return zc_complain(c, at, "不允许控制字符（字节 0x%02x）", "control character (byte 0x%02x)",
                       byte);
  return zc_complain(c, at, "这里不能用“%c”", "`%c` has no meaning here", byte);
}

int zc_token_next(zc_complaint *c, uint32_t *cursor, zc_token *t) {
  uint32_t at = *cursor;
  while (at < c->length && strchr(" \t\r\n", c->text[at]) && c->text[at])
    at++;
  *t = (zc_token){.kind = ZC_TOKEN_END, .at = at};
  int failed = 0;
  if (at < c->length) {
    if (is_letter(c->text[at]))
      failed = read_name(c, t);
    else if (looks_like_date(c, at))
      failed = read_date(c, t);
    else if (is_digit(c->text[at]))
      failed = read_number(c, t);
    else if (read_sign(c, t) != 0)
      failed = complain_about_byte(c, at);
  }
  ZC_ASSERT(t->at + t->length <= c->length && t->at >= *cursor);
  *cursor = t->at + t->length;
  return failed;
}
