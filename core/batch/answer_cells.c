/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/answer_cells.h"

#include "base/bit.h"
#include "engine/kinds.h"
#include "report/text.h"

#include <string.h>

static int is_unmet(const zc_ruling *r, uint32_t rule) {
  return r->states[ZC_UNMET] && zc_has_bit(r->states[ZC_UNMET], rule) &&
         !zc_rule_lifts(&r->region->rules[rule]);
}

static void put_separator(zc_buffer *out, size_t start, zc_lang lang) {
  if (out->length > start)
    zc_buffer_puts(out, zc_text_say(lang, "；", "; "));
}

static void put_unmet(zc_buffer *out, const zc_ruling *r, zc_lang lang) {
  size_t start = out->length;
  if (r->verdict == ZC_ELIGIBLE)
    return;
  if (r->base_track == ZC_UNMET)
    zc_buffer_puts(out,
                   zc_text_say(lang, "本地区没有这一申报类别", "the region has no such track"));
  if (r->no_edition) {
    put_separator(out, start, lang);
    zc_buffer_puts(out, zc_text_say(lang, "没有收录适用于这一天的文件",
                                    "no document on record speaks of the day"));
  }
  for (uint32_t i = 0; i < r->region->rule_count; i++) {
    if (!is_unmet(r, i))
      continue;
    put_separator(out, start, lang);
    zc_buffer_puts(out, zc_text_in(r->region->rules[i].text, lang));
    zc_text_law(out, &r->region->rules[i].law, NULL, lang);
  }
}

static void put_missing(zc_buffer *out, const zc_ruling *r, zc_lang lang) {
  const zc_vocabulary *v = &r->region->vocabulary;
  size_t start = out->length;
  for (uint32_t i = 0; i < v->fact_count; i++) {
    if (!r->missing || !zc_has_bit(r->missing, i))
      continue;
    zc_buffer_puts(out, out->length > start ? zc_text_say(lang, "、", ", ") : "");
    zc_buffer_puts(out, zc_text_label(&v->facts[i], lang));
  }
  if (out->length > start && !r->missing_exact)
    zc_buffer_puts(out, zc_text_say(lang, "等", " ..."));
}

/* The documents of the route, or of the clauses not met, each once. */
static void put_documents(zc_buffer *out, const zc_ruling *r, zc_lang lang) {
  size_t start = out->length;
  for (uint32_t d = 0; d < r->region->document_count; d++) {
    const zc_document *document = &r->region->documents[d];
    int is_cited = 0;
    for (uint32_t i = 0; i < r->region->rule_count && !is_cited; i++) {
      const zc_compiled_rule *rule = &r->region->rules[i];
      if (r->verdict == ZC_ELIGIBLE ? !r->route || rule != r->route : !is_unmet(r, i))
        continue;
      for (uint32_t j = 0; j < rule->law.document_count; j++)
        is_cited |= strcmp(rule->law.documents[j]->id, document->id) == 0;
    }
    if (!is_cited)
      continue;
    put_separator(out, start, lang);
    zc_text_document(out, document, lang);
  }
}

static void end_cell(zc_buffer *out) {
  zc_buffer_putc(out, '\0');
}

void zc_answer_cells(zc_buffer *out, const zc_ruling *r, zc_lang lang) {
  static const char *const verdicts[][2] = {
      [ZC_ELIGIBLE] = {"eligible", "可以申报"},
      [ZC_INELIGIBLE] = {"ineligible", "不能申报"},
      [ZC_UNDETERMINED_VERDICT] = {"undetermined", "还不能确定"}};
  zc_buffer_puts(out, verdicts[r->verdict][lang == ZC_LANG_ZH]);
  end_cell(out);
  if (r->route) {
    zc_buffer_puts(out, zc_text_mode(r->route->mode, lang));
    zc_buffer_puts(out, zc_text_say(lang, "：", ": "));
    zc_buffer_puts(out, zc_text_in(r->route->text, lang));
  }
  end_cell(out);
  put_unmet(out, r, lang);
  end_cell(out);
  put_missing(out, r, lang);
  end_cell(out);
  put_documents(out, r, lang);
  end_cell(out);
  zc_ruling_field(out, r, ZC_RULING_DIGEST);
  end_cell(out);
}

void zc_answer_document(zc_buffer *out, const zc_region *region, uint32_t document, zc_lang lang) {
  zc_text_document(out, &region->documents[document], lang);
}

void zc_answer_fact(zc_buffer *out, const zc_region *region, uint32_t fact, zc_lang lang) {
  zc_buffer_puts(out, zc_text_say(lang, "还需提供：", "still to provide: "));
  zc_buffer_puts(out, zc_text_label(&region->vocabulary.facts[fact], lang));
}
