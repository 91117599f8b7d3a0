/* SPDX-License-Identifier: Apache-2.0 */
#include "base/diagnostics.h"
#include "base/assert.h"
#include "base/memory.h"
#include "base/words.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void add_formatted(zc_buffer *b, const char *format, va_list list) {
  char small[512];
  va_list again;
  va_copy(again, list);
  int length = vsnprintf(small, sizeof small, format, list);
  if (length < 0) {
    b->failed = 1;
  } else if ((size_t)length < sizeof small) {
    zc_buffer_add(b, small, (size_t)length);
  } else {
    char *large = zc_alloc((size_t)length + 1);
    if (large) {
      vsnprintf(large, (size_t)length + 1, format, again);
      zc_buffer_add(b, large, (size_t)length);
      zc_free(large);
    } else {
      b->failed = 1;
    }
  }
  va_end(again);
}

static void add_place(zc_buffer *b, const zc_where *where, zc_lang lang) {
  if (where->file && !strcmp(where->file, "-"))
    zc_buffer_puts(b, lang == ZC_LANG_ZH ? "标准输入" : "standard input");
  else if (where->file)
    zc_buffer_puts(b, *where->file ? where->file : "\"\"");
  if (where->line)
    zc_buffer_printf(b, "%s%u", where->file ? ":" : "", where->line);
  if (where->line && where->column)
    zc_buffer_printf(b, ":%u", where->column);
  int placed = where->file || where->line;
  if (where->pointer)
    zc_buffer_printf(b, lang == ZC_LANG_ZH ? "%s位于 %s" : "%sat %s", placed ? ": " : "",
                     where->pointer);
  if (placed || where->pointer)
    zc_buffer_puts(b, ": ");
}

static void add_severity(zc_buffer *b, zc_lang lang, zc_severity severity) {
  static const char *const words[2][2] = {{"error: ", "错误："}, {"warning: ", "警告："}};
  ZC_ASSERT((severity == ZC_ERROR || severity == ZC_WARNING) &&
            (lang == ZC_LANG_EN || lang == ZC_LANG_ZH));
  zc_buffer_puts(b, words[severity][lang]);
}

/* A message that does not fit is taken back whole; those before it stay readable. */
static void close_message(zc_diagnostics *list, size_t start) {
  zc_buffer *b = &list->text;
  if (!b->failed && b->length > start)
    zc_text_make_plain(b->data + start, b->length - start, 1); /* it quotes its input */
  if (!b->failed && (!b->length || b->data[b->length - 1] != '\n'))
    zc_buffer_putc(b, '\n');
  if (!b->failed)
    return;
  ZC_ASSERT(start <= b->length);
  b->failed = 0;
  b->length = start;
  list->lost = 1;
  list->worst = ZC_NO_RESOURCE;
}

static void count_message(zc_diagnostics *list, zc_status status, zc_severity severity) {
  if (severity == ZC_WARNING)
    list->warnings++;
  else
    list->errors++;
  if (status > list->worst)
    list->worst = status;
}

zc_status zc_report(zc_diagnostics *list, zc_status status, const zc_where *where, const char *zh,
                    const char *en, ...) {
  if (!list)
    return status;
  size_t start = list->text.length;
  zc_severity severity = status == ZC_OK ? ZC_WARNING : ZC_ERROR;
  if (list->wanted && list->part != list->wanted) {
    count_message(list, status, severity);
    return status;
  }
  list->wanted_errors += severity == ZC_ERROR;
  if (where)
    add_place(&list->text, where, list->lang);
  add_severity(&list->text, list->lang, severity);
  va_list arguments;
  va_start(arguments, en);
  add_formatted(&list->text, list->lang == ZC_LANG_ZH ? zh : en, arguments);
  va_end(arguments);
  count_message(list, status, severity);
  close_message(list, start);
  return status;
}

void zc_diagnostics_hear(zc_diagnostics *list, const zc_heard *heard) {
  if (!list)
    return;
  size_t start = list->text.length;
  zc_buffer_add(&list->text, heard->text, heard->length);
  list->errors += heard->errors;
  list->warnings += heard->warnings;
  list->part = heard->part;
  if (heard->worst > list->worst)
    list->worst = heard->worst;
  if (heard->length)
    close_message(list, start);
}

static const char *memory_message(zc_lang lang) {
  return lang == ZC_LANG_ZH ? "错误：内存不足；请释放内存或减小输入后重试\n"
                            : "error: out of memory; free some or try a smaller input\n";
}

zc_status zc_report_memory(zc_diagnostics *list) {
  if (!list)
    return ZC_NO_RESOURCE;
  list->errors++;
  list->lost = 1;
  list->worst = ZC_NO_RESOURCE;
  return ZC_NO_RESOURCE;
}

const char *zc_diagnostics_text(zc_diagnostics *list) {
  if (list->lost) {
    size_t start = list->text.length;
    zc_buffer_puts(&list->text, memory_message(list->lang));
    if (list->text.failed) {
      list->text.failed = 0;
      list->text.length = start;
      return memory_message(list->lang);
    }
    list->lost = 0;
  }
  return zc_buffer_text(&list->text);
}

void zc_diagnostics_free(zc_diagnostics *list) {
  zc_buffer_free(&list->text);
  *list = (zc_diagnostics){.lang = list->lang};
}
