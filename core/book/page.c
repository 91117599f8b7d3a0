/* SPDX-License-Identifier: Apache-2.0 */
#include "book/page.h"

#include <string.h>

static int is_html(const zc_page *p) {
  return p->form == ZC_PAGE_HTML;
}

static void html(zc_page *p, const char *markup) {
  if (is_html(p))
    zc_buffer_puts(p->out, markup);
}

static void markdown(zc_page *p, const char *markup) {
  if (!is_html(p))
    zc_buffer_puts(p->out, markup);
}

/* ---- text ---- */

static void put_html(zc_buffer *out, char c) {
  switch (c) {
  case '&':
    zc_buffer_puts(out, "&amp;");
    break;
  case '<':
    zc_buffer_puts(out, "&lt;");
    break;
  case '>':
    zc_buffer_puts(out, "&gt;");
    break;
  case '"':
    zc_buffer_puts(out, "&quot;");
    break;
  default:
    zc_buffer_putc(out, c);
  }
}

void zc_page_bytes(zc_page *p, const char *text, size_t length) {
  for (const char *end = text + length; text < end; text++) {
    if (is_html(p)) {
      put_html(p->out, *text);
    } else {
      zc_buffer_puts(p->out, strchr("\\`*_[]<>|", *text) ? "\\" : "");
      zc_buffer_putc(p->out, *text == '\n' ? ' ' : *text);
    }
  }
}

void zc_page_text(zc_page *p, const char *text) {
  zc_page_bytes(p, text, strlen(text));
}

void zc_page_int(zc_page *p, int64_t value) {
  zc_buffer_int(p->out, value);
}

static void put_wrapped(zc_page *p, const char *open, const char *text, const char *close) {
  zc_buffer_puts(p->out, open);
  zc_page_text(p, text);
  zc_buffer_puts(p->out, close);
}

void zc_page_code(zc_page *p, const char *text) {
  if (is_html(p))
    put_wrapped(p, "<code>", text, "</code>");
  else
    zc_buffer_printf(p->out, "`%s`", text);
}

void zc_page_strong(zc_page *p, const char *text) {
  put_wrapped(p, is_html(p) ? "<strong>" : "**", text, is_html(p) ? "</strong>" : "**");
}

void zc_page_tag(zc_page *p, const char *style, const char *text) {
  if (is_html(p)) {
    zc_buffer_printf(p->out, "<span class=\"tag %s\">", style);
    zc_page_text(p, text);
    zc_buffer_puts(p->out, "</span> ");
  } else {
    zc_buffer_puts(p->out, "【");
    zc_page_text(p, text);
    zc_buffer_puts(p->out, "】");
  }
}

/* ---- anchors and links ---- */

/* An anchor has a kind before its name: a rule and an effect may share an id. */
static void put_anchor(zc_page *p, const char *kind, const char *id) {
  zc_page_form form = p->form;
  p->form = ZC_PAGE_HTML; /* in Markdown, too, it stands inside markup */
  zc_page_text(p, kind);
  zc_buffer_putc(p->out, '-');
  zc_page_text(p, id);
  p->form = form;
}

void zc_page_link_begin(zc_page *p, const char *kind, const char *id) {
  if (is_html(p)) {
    zc_buffer_puts(p->out, "<a href=\"#");
    put_anchor(p, kind, id);
    zc_buffer_puts(p->out, "\">");
  } else {
    zc_buffer_putc(p->out, '[');
  }
}

void zc_page_link_end(zc_page *p, const char *kind, const char *id) {
  if (is_html(p)) {
    zc_buffer_puts(p->out, "</a>");
  } else {
    zc_buffer_puts(p->out, "](#");
    put_anchor(p, kind, id);
    zc_buffer_putc(p->out, ')');
  }
}

/* ---- blocks ---- */

void zc_page_begin(zc_page *p, const char *title) {
  html(p, "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
  if (is_html(p)) {
    zc_page_text(p, title);
    zc_buffer_puts(p->out, "</title>\n<style>\n");
    for (const char *const *piece = zc_page_style; *piece; piece++)
      zc_buffer_puts(p->out, *piece);
    zc_buffer_puts(p->out, "</style>\n</head>\n<body>\n");
  }
}

void zc_page_end(zc_page *p) {
  html(p, "</body>\n</html>\n");
}

void zc_page_part_begin(zc_page *p, const char *tag, const char *style, const char *kind,
                        const char *id) {
  if (is_html(p)) {
    zc_buffer_printf(p->out, *style != '\0' ? "<%s class=\"%s\"" : "<%s%s", tag, style);
    html(p, kind ? " id=\"" : "");
  } else if (kind) {
    markdown(p, "\n<a id=\"");
  }
  if (kind) {
    put_anchor(p, kind, id);
    zc_buffer_putc(p->out, '"');
    markdown(p, "></a>\n");
  }
  html(p, ">\n");
}

void zc_page_part_end(zc_page *p, const char *tag) {
  if (is_html(p))
    zc_buffer_printf(p->out, "</%s>\n", tag);
}

void zc_page_heading(zc_page *p, int level, const char *text) {
  if (is_html(p)) {
    zc_buffer_printf(p->out, "<h%d>", level);
    zc_page_text(p, text);
    zc_buffer_printf(p->out, "</h%d>\n", level);
  } else {
    zc_buffer_printf(p->out, "\n%.*s ", level, "######");
    zc_page_text(p, text);
    zc_buffer_puts(p->out, "\n\n");
  }
}

void zc_page_paragraph_begin(zc_page *p, const char *style) {
  if (is_html(p))
    zc_buffer_printf(p->out, *style != '\0' ? "<p class=\"%s\">" : "<p>", style);
}

void zc_page_paragraph_end(zc_page *p) {
  html(p, "</p>\n");
  markdown(p, "\n\n");
}

void zc_page_field_begin(zc_page *p, const char *name) {
  html(p, "<div class=\"field\"><div class=\"name\">");
  markdown(p, "- **");
  zc_page_text(p, name);
  html(p, "</div><div class=\"what\">");
  markdown(p, "**：");
  p->depth++;
}

void zc_page_field_end(zc_page *p) {
  html(p, "</div></div>\n");
  markdown(p, "\n");
  p->depth--;
}

void zc_page_fold_begin(zc_page *p, const char *title) {
  html(p, "<details><summary>");
  markdown(p, "- **");
  zc_page_text(p, title);
  html(p, "</summary>\n");
  markdown(p, "**：");
  p->depth++;
}

void zc_page_fold_end(zc_page *p) {
  html(p, "</details>\n");
  markdown(p, "\n");
  p->depth--;
}

/* In Markdown an item begins on a line of its own; in a cell, where there is none, behind a sign.
 */
void zc_page_list_begin(zc_page *p) {
  html(p, "<ul>\n");
  p->depth++;
}

void zc_page_item_begin(zc_page *p) {
  html(p, "<li>");
  if (is_html(p))
    return;
  if (p->in_cell) {
    zc_buffer_puts(p->out, " · ");
    return;
  }
  zc_buffer_putc(p->out, '\n');
  for (uint32_t i = 1; i < p->depth; i++)
    zc_buffer_puts(p->out, "  ");
  zc_buffer_puts(p->out, "- ");
}

void zc_page_item_end(zc_page *p) {
  html(p, "</li>\n");
}

void zc_page_list_end(zc_page *p) {
  html(p, "</ul>\n");
  p->depth--;
  if (!is_html(p) && !p->in_cell && p->depth == 0)
    zc_buffer_puts(p->out, "\n\n");
}

void zc_page_table_begin(zc_page *p, const char *caption, const char *const *headings) {
  p->columns = 0;
  html(p, "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"");
  if (is_html(p)) {
    zc_page_text(p, caption);
    zc_buffer_puts(p->out, "\"><table>\n<caption>");
    zc_page_text(p, caption);
    zc_buffer_puts(p->out, "</caption>\n<thead><tr>");
  } else {
    zc_buffer_puts(p->out, "\n|");
  }
  for (; headings[p->columns]; p->columns++) {
    html(p, "<th scope=\"col\">");
    markdown(p, " ");
    zc_page_text(p, headings[p->columns]);
    html(p, "</th>");
    markdown(p, " |");
  }
  html(p, "</tr></thead>\n<tbody>\n");
  markdown(p, "\n|");
  for (uint32_t i = 0; i < p->columns; i++)
    markdown(p, " --- |");
  markdown(p, "\n");
}

void zc_page_row_begin(zc_page *p) {
  html(p, "<tr>");
  markdown(p, "|");
}

void zc_page_cell_begin(zc_page *p) {
  html(p, "<td>");
  markdown(p, " ");
  p->in_cell = 1;
}

void zc_page_cell_end(zc_page *p) {
  html(p, "</td>");
  markdown(p, " |");
  p->in_cell = 0;
}

void zc_page_row_end(zc_page *p) {
  html(p, "</tr>");
  zc_buffer_putc(p->out, '\n');
}

void zc_page_table_end(zc_page *p) {
  html(p, "</tbody></table></div>\n");
  markdown(p, "\n");
}
