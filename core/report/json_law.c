/* SPDX-License-Identifier: Apache-2.0 */
#include "report/json_law.h"

#include <string.h>

const zc_document *zc_law_document(const zc_law *law, const zc_clause *clause) {
  for (uint32_t i = 0; i < law->document_count; i++)
    if (strcmp(law->documents[i]->id, clause->document) == 0)
      return law->documents[i];
  return NULL;
}

int zc_law_refers_only(const zc_law *law, const zc_document *document) {
  for (uint32_t i = 0; i < law->clause_count; i++)
    if (strcmp(law->clauses[i]->document, document->id) == 0)
      return 0;
  return 1;
}

void zc_json_clauses(zc_buffer *b, const zc_law *law) {
  zc_buffer_putc(b, '[');
  for (uint32_t i = 0; i < law->clause_count; i++) {
    if (i > 0)
      zc_buffer_putc(b, ',');
    zc_buffer_json(b, law->clauses[i]->id);
  }
  zc_buffer_putc(b, ']');
}

static void write_cite(zc_buffer *b, int first, const char *document, const char *number,
                       const char *clause) {
  zc_buffer_puts(b, first ? "{\"document\":" : ",{\"document\":");
  zc_buffer_json(b, document);
  zc_buffer_puts(b, ",\"number\":");
  zc_buffer_json(b, number);
  zc_buffer_puts(b, ",\"clause\":");
  zc_buffer_json(b, clause);
  zc_buffer_putc(b, '}');
}

void zc_json_cites(zc_buffer *b, const zc_law *law) {
  int first = 1;
  zc_buffer_putc(b, '[');
  for (uint32_t i = 0; i < law->clause_count; i++) {
    const zc_clause *clause = law->clauses[i];
    const zc_document *document = zc_law_document(law, clause);
    write_cite(b, first, clause->document, document ? document->number : "", clause->clause);
    first = 0;
  }
  for (uint32_t i = 0; i < law->document_count; i++) {
    if (zc_law_refers_only(law, law->documents[i])) {
      write_cite(b, first, law->documents[i]->id, law->documents[i]->number, "");
      first = 0;
    }
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
