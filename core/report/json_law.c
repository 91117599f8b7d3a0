/* SPDX-License-Identifier: Apache-2.0 */
#include "report/json_law.h"
#include "report/text.h"

void zc_json_clauses(zc_buffer *b, const zc_law *law) {
  zc_buffer_putc(b, '[');
  for (uint32_t i = 0; i < law->clause_count; i++) {
    if (i > 0)
      zc_buffer_putc(b, ',');
    zc_buffer_json(b, law->clauses[i]->id);
  }
  zc_buffer_putc(b, ']');
}

void zc_json_cite(zc_buffer *b, const zc_cite *cite) {
  zc_buffer_member(b, "{\"document\":", cite->document->id);
  zc_buffer_member(b, ",\"number\":", zc_document_number(cite->document, ZC_LANG_ZH));
  zc_buffer_member(b, ",\"clause\":", cite->clause);
  zc_buffer_putc(b, '}');
}

void zc_json_cites(zc_buffer *b, const zc_law *law, const zc_answer *answer) {
  int first = 1;
  zc_buffer_putc(b, '[');
  for (uint32_t i = 0; i < law->cite_count; i++) {
    if (!zc_cite_holds(&law->cites[i], answer))
      continue;
    zc_buffer_puts(b, first ? "" : ",");
    zc_json_cite(b, &law->cites[i]);
    first = 0;
  }
  zc_buffer_putc(b, ']');
}

void zc_json_text(zc_buffer *b, const char *zh, const char *en) {
  zc_buffer_puts(b, "{\"zh\":");
  zc_buffer_json(b, zh ? zh : "");
  if (en) {
    zc_buffer_puts(b, ",\"en\":");
    zc_buffer_json(b, en);
  }
  zc_buffer_putc(b, '}');
}

void zc_json_edition(zc_buffer *b, const zc_document *const *edition, uint32_t count) {
  zc_buffer_putc(b, '[');
  for (uint32_t i = 0; i < count; i++) {
    if (i > 0)
      zc_buffer_putc(b, ',');
    zc_buffer_json(b, edition[i]->id);
  }
  zc_buffer_putc(b, ']');
}
