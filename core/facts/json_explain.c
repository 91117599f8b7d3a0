/* SPDX-License-Identifier: Apache-2.0 */
/* Every error of a JSON input that was refused, with line, column and pointer. The members of the
 * object are found in the text, so that errors of meaning are all told even where duplicate keys,
 * numbers beyond 64 bits or a broken end make the parser give up. What is right is stored, so that
 * days and months can be checked as well. */
#include "base/json.h"
#include "base/memory.h"
#include "base/words.h"
#include "facts/json_scan.h"
#include "facts/reader.h"
#include <string.h>

typedef struct explanation {
  zc_facts *facts;
  const zc_vocabulary *v;
  zc_json_scan scan;
  zc_diagnostics *diag;
  zc_status status;
  zc_where where;
  uint32_t *lines; /* by fact: line of its key; 0: not met yet */
} explanation;

static void note(explanation *x, zc_status status) {
  if (status > x->status)
    x->status = status;
}

/* The place of a byte; it lives until the next call. */
static const zc_where *place(explanation *x, size_t at) {
  x->where = zc_json_where(&x->scan, at);
  return &x->where;
}

/* The text is no JSON from this byte on. -1. */
#define BROKEN(x, at, ...) broken(x, zc_report((x)->diag, ZC_BAD_INPUT, place(x, at), __VA_ARGS__))
static int broken(explanation *x, zc_status status) {
  note(x, status);
  return -1;
}

/* A name or value that the parser refuses. */
static int broken_part(explanation *x, zc_json_span span, const json_error_t *error) {
  switch (json_error_code(error)) {
  case json_error_out_of_memory:
    note(x, zc_report_memory(x->diag));
    return -1;
  case json_error_premature_end_of_input:
    return BROKEN(x, span.start, "从这里开始的部分没有写完；请补上结尾的引号或括号",
                  "what begins here has no end; add the closing quote or bracket");
  case json_error_null_character:
  case json_error_null_byte_in_key:
    return BROKEN(x, span.start, "文字里有 \\u0000，不能接受；请删去",
                  "the text has \\u0000, which is not accepted; remove it");
  default:
    if (x->scan.bytes[span.start] == '"')
      return BROKEN(
          x, span.start,
          "这段文字不合格：有 JSON 没有的转义、半个代理对或未转义的控制字符（如换行）；请改正",
          "this text is malformed: it has an escape that JSON has not, half of a "
          "surrogate pair, or a bare control character such as a line break; correct it");
    return BROKEN(x, span.start,
                  "这不是合格的 JSON 值；请写加引号的文字、整数、true、false 或 null",
                  "this is no JSON value; write a text in quotes, a whole number, true, false or "
                  "null");
  }
}

static json_t *parse(const explanation *x, zc_json_span span, json_error_t *error) {
  return zc_json_load(x->scan.bytes + span.start, span.end - span.start, JSON_DECODE_ANY, error);
}

/* "/name" with the escapes of RFC 6901, fit to be shown; a name that is too long is cut off by
 * zc_show_text. */
static zc_shown_text pointer_to(const char *name, size_t length) {
  char escaped[sizeof((zc_shown_text *)0)->text];
  size_t out = 0;
  escaped[out++] = '/';
  for (size_t i = 0; i < length && out + 2 < sizeof escaped; i++) {
    int special = name[i] == '~' || name[i] == '/';
    escaped[out++] = special ? '~' : name[i];
    if (special)
      escaped[out++] = name[i] == '~' ? '0' : '1';
  }
  return zc_show_text(escaped, out);
}

/* The fact that a key names, or -1; unknown and repeated keys are told. */
static int32_t explain_key(explanation *x, size_t at, const json_t *key, const char *pointer) {
  const char *name = json_string_value(key);
  size_t length = json_string_length(key);
  zc_where where = zc_json_where(&x->scan, at);
  where.pointer = pointer;
  int32_t fact = zc_fact_find(x->v, name, length);
  if (fact < 0)
    note(x, zc_report_unknown_fact(x->diag, &where, x->v, name, length));
  else if (x->lines[fact])
    note(x, zc_report(x->diag, ZC_BAD_INPUT, &where, "%s 写了两次，上一次在第 %u 行；请只留一个",
                      "%s stands twice, before on line %u; keep one", x->v->facts[fact].name,
                      x->lines[fact]));
  else
    x->lines[fact] = where.line;
  return fact;
}

/* What is wrong with a number that does not fit 64 bits, or with what is nested too deep. */
static zc_fault oversize_fault(const explanation *x, uint32_t fact, zc_json_span span) {
  const char *text = x->scan.bytes + span.start;
  for (size_t i = 0; i < span.end - span.start; i++)
    if (!memchr("-0123456789", text[i], 11))
      return ZC_FAULT_TYPE;
  return x->v->facts[fact].type == ZC_INT ? ZC_FAULT_RANGE : ZC_FAULT_TYPE;
}

static int is_oversize(const json_error_t *error) {
  enum json_error_code code = json_error_code(error);
  return code == json_error_numeric_overflow || code == json_error_stack_overflow;
}

static void explain_fault(explanation *x, uint32_t fact, zc_fault fault, zc_json_span span,
                          const json_t *value, const char *pointer) {
  zc_where where = zc_json_where(&x->scan, span.start);
  where.pointer = pointer;
  int whole = fault == ZC_FAULT_TYPE || !json_is_string(value); /* shown with its quotes */
  note(x, whole ? zc_report_fault(x->diag, &where, x->v, fact, fault, x->scan.bytes + span.start,
                                  span.end - span.start)
                : zc_report_fault(x->diag, &where, x->v, fact, fault, json_string_value(value),
                                  json_string_length(value)));
}

/* Whether what stands behind a value is right, so that the members after it can be told as well. */
static int goes_on(explanation *x) {
  zc_json_skip_blanks(&x->scan);
  int c = zc_json_peek(&x->scan);
  return c == ',' || c == '}';
}

/* -1: the text is broken here. */
static int explain_value(explanation *x, int32_t fact, zc_json_span span, const char *pointer) {
  json_error_t error;
  json_t *value = parse(x, span, &error);
  if (!value && !is_oversize(&error)) {
    broken_part(x, span, &error);
    return x->status != ZC_NO_RESOURCE && goes_on(x) ? 0 : -1;
  }
  if (fact >= 0 && !json_is_null(value)) {
    zc_fault fault = value ? zc_facts_put_json(x->facts, (uint32_t)fact, value, x->scan.name)
                           : oversize_fault(x, (uint32_t)fact, span);
    if (fault != ZC_FINE)
      explain_fault(x, (uint32_t)fact, fault, span, value, pointer);
  }
  json_decref(value);
  return 0;
}

/* One `"name": value`. -1: the text is broken here. */
static int explain_member(explanation *x) {
  zc_json_scan *s = &x->scan;
  if (zc_json_peek(s) != '"')
    return BROKEN(x, s->at, "这里应是加引号的名称；请补上名称，或删去多余的逗号",
                  "expected a name in quotes; add it, or remove a comma too many");
  zc_json_span key = zc_json_skip_value(s);
  json_error_t error;
  json_t *name = parse(x, key, &error);
  if (!name)
    return broken_part(x, key, &error);
  zc_shown_text pointer = pointer_to(json_string_value(name), json_string_length(name));
  int32_t fact = explain_key(x, key.start, name, pointer.text);
  json_decref(name);
  zc_json_skip_blanks(s);
  if (zc_json_peek(s) != ':')
    return BROKEN(x, s->at, "名称之后应是冒号；请补上", "expected a colon after the name; add it");
  s->at++;
  zc_json_skip_blanks(s);
  zc_json_span value = zc_json_skip_value(s);
  if (value.start == value.end)
    return BROKEN(x, value.start, "冒号之后没有值；请补上，未知可写 null",
                  "there is no value after the colon; add it, or null where it is not known");
  return explain_value(x, fact, value, pointer.text);
}

static int explain_members(explanation *x) {
  zc_json_scan *s = &x->scan;
  s->at++; /* the opening bracket */
  zc_json_skip_blanks(s);
  if (zc_json_peek(s) == '}') {
    s->at++;
    return 0;
  }
  for (;;) {
    if (explain_member(x))
      return -1;
    zc_json_skip_blanks(s);
    int c = zc_json_peek(s);
    if (c != ',' && c != '}')
      return BROKEN(x, s->at, "值之后应是逗号或 }；请补上",
                    "expected a comma or } after the value");
    s->at++;
    if (c == '}')
      return 0;
    zc_json_skip_blanks(s);
  }
}

static void explain_object(explanation *x) {
  zc_json_scan *s = &x->scan;
  zc_json_skip_blanks(s);
  if (zc_json_peek(s) != '{') {
    BROKEN(x, s->at, "事实应是一个 JSON 对象，如 {\"education\": \"bachelor\"}",
           "facts are one JSON object, such as {\"education\": \"bachelor\"}");
    return;
  }
  if (explain_members(x))
    return;
  zc_json_skip_blanks(s);
  if (s->at < s->length)
    BROKEN(x, s->at, "对象结束之后还有内容；请删去", "there is text after the object; remove it");
}

zc_status zc_json_explain(zc_facts *f, const char *name, const char *bytes, size_t length,
                          zc_diagnostics *diag) {
  explanation x = {.facts = f, .v = f->vocabulary, .diag = diag};
  x.scan = (zc_json_scan){.name = name, .bytes = bytes, .length = length, .line = 1, .column = 1};
  const char *nul = length ? memchr(bytes, 0, length) : NULL;
  size_t valid = zc_utf8_valid(bytes, nul ? (size_t)(nul - bytes) : length);
  if (valid < length) {
    BROKEN(&x, valid, "这里不是 UTF-8 文本；请把文件存为 UTF-8",
           "the bytes here are no UTF-8 text; save the file as UTF-8");
    return x.status;
  }
  x.scan.at = zc_bom_length(bytes, length);
  if (x.scan.at)
    BROKEN(&x, 0, "文件以字节顺序标记（BOM）开头；请存为不带 BOM 的 UTF-8",
           "the file begins with a byte-order mark; save it as UTF-8 without one");
  x.lines = zc_calloc(x.v->fact_count, sizeof *x.lines);
  if (!x.lines)
    return zc_report_memory(diag);
  explain_object(&x);
  zc_free(x.lines);
  /* The first reading refused the input and the second found no fault: only memory was lacking. */
  return x.status ? x.status : zc_report_memory(diag);
}
