/* SPDX-License-Identifier: Apache-2.0 */
#include "language/complaint.h"
#include "base/words.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
  ZC_SHOWN_BEFORE = 60, /* characters shown on either side of the error */
  ZC_SHOWN_AFTER = 40
};

/* Bytes of the character at `at`; a byte that is not UTF-8 counts as one character. */
static uint32_t character_bytes(const zc_complaint *c, uint32_t at) {
  uint32_t left = c->length - at;
  uint32_t most = left < 4 ? left : 4;
  for (uint32_t n = 1; n <= most; n++)
    if (zc_utf8_valid(c->text + at, n) == n)
      return n;
  return 1;
}

static void show_character(zc_buffer *line, const zc_complaint *c, uint32_t at, uint32_t bytes) {
  unsigned char first = (unsigned char)c->text[at];
  if (bytes == 1 && first >= 0x80)
    zc_buffer_putc(line, '?');
  else if (bytes == 1 && (first < ' ' || first == 0x7f))
    zc_buffer_putc(line, ' ');
  else
    zc_buffer_add(line, c->text + at, bytes);
}

/* Characters of three and more bytes are shown two columns wide; so is U+3000. */
static void show_blank(zc_buffer *line, uint32_t bytes) {
  zc_buffer_puts(line, bytes >= 3 ? "\xE3\x80\x80" : " ");
}

/* Writes the text around the error, and blanks up to it with a caret behind them. */
static uint32_t show_text(const zc_complaint *c, uint32_t at, zc_buffer *line, zc_buffer *caret) {
  uint32_t column = 1;
  for (uint32_t i = 0; i < at; i += character_bytes(c, i))
    column++;
  uint32_t first = column > ZC_SHOWN_BEFORE ? column - ZC_SHOWN_BEFORE : 1;
  if (first > 1) {
    zc_buffer_puts(line, "...");
    zc_buffer_puts(caret, "   ");
  }
  uint32_t i = 0;
  for (uint32_t n = 1; i < c->length && n <= column + ZC_SHOWN_AFTER; n++) {
    uint32_t bytes = character_bytes(c, i);
    if (n >= first) {
      show_character(line, c, i, bytes);
      if (n < column)
        show_blank(caret, bytes);
    }
    i += bytes;
  }
  if (i < c->length)
    zc_buffer_puts(line, "...");
  zc_buffer_putc(caret, '^');
  return column;
}

static void write_prefix(zc_buffer *b, const zc_source *source) {
  if (!source || (!source->row && !source->field))
    return;
  if (source->row)
    zc_buffer_puts(b, source->row);
  if (source->row && source->field)
    zc_buffer_puts(b, ", ");
  if (source->field)
    zc_buffer_puts(b, source->field);
  zc_buffer_puts(b, ": ");
}

int zc_complain(zc_complaint *c, uint32_t at, const char *zh, const char *en, ...) {
  c->reported = 1;
  if (!c->diag)
    return -1;
  char message[1024];
  va_list arguments;
  va_start(arguments, en);
  vsnprintf(message, sizeof message, c->diag->lang == ZC_LANG_ZH ? zh : en, arguments);
  va_end(arguments);
  message[zc_utf8_valid(message, strlen(message))] = '\0';

  zc_buffer prefix = {0}, line = {0}, caret = {0};
  write_prefix(&prefix, c->source);
  uint32_t column = show_text(c, at, &line, &caret);
  const char *p = zc_buffer_text(&prefix), *l = zc_buffer_text(&line), *k = zc_buffer_text(&caret);
  const zc_source *source = c->source;
  zc_where where = {0};
  if (source && source->at.file)
    where = (zc_where){.file = source->at.file, .line = source->at.line, .column = column};
  if (p && l && k && where.line)
    zc_report(c->diag, ZC_BAD_PLUGIN, &where, "%s%s\n    %s\n    %s", "%s%s\n    %s\n    %s", p,
              message, l, k);
  else if (p && l && k)
    zc_report(c->diag, where.file ? ZC_BAD_PLUGIN : ZC_BAD_INPUT, &where,
              "%s第 %u 个字符：%s\n    %s\n    %s", "%scolumn %u: %s\n    %s\n    %s", p, column,
              message, l, k);
  else
    zc_report_memory(c->diag);
  zc_buffer_free(&prefix);
  zc_buffer_free(&line);
  zc_buffer_free(&caret);
  return -1;
}
