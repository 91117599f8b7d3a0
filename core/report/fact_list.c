/* SPDX-License-Identifier: Apache-2.0 */
#include "report/fact_list.h"

#include "facts/division.h"
#include "language/units.h"
#include "report/json_law.h"

static const zc_enum *words_of(const zc_vocabulary *v, const zc_fact *f) {
  return f->type == ZC_ENUM ? &v->enums[f->enumeration] : NULL;
}

static int has_word(const zc_fact *f, uint32_t word) {
  return (f->words >> word & 1u) != 0;
}

static void json_string(zc_buffer *b, const char *key, const char *text) {
  zc_buffer_member(b, key, text && *text != '\0' ? text : NULL);
}

/* The code of a region's division. */
static void region_code(const zc_region *region, char out[13]) {
  zc_division_format((zc_division){region->division_lo, region->division_hi}, out);
}

/* Words of a fact that names a region; of one that names a division, where the regions lie. */
static void json_regions(zc_buffer *b, const zc_fact *f, const zc_host *host) {
  const char *separator = "";
  for (uint32_t i = 0; i < host->count; i++) {
    const zc_region *region = host->plugins[i].region;
    char code[13];
    if (!region)
      continue;
    region_code(region, code);
    zc_buffer_puts(b, separator);
    json_string(b, f->type == ZC_REGION ? "{\"word\":" : "{\"region\":", region->id);
    if (f->type == ZC_DIVISION)
      json_string(b, ",\"division\":", code);
    json_string(b, ",\"zh\":", region->name.zh);
    json_string(b, ",\"en\":", region->name.en);
    zc_buffer_putc(b, '}');
    separator = ",";
  }
}

static void json_words(zc_buffer *b, const zc_vocabulary *v, const zc_host *host,
                       const zc_fact *f) {
  const zc_enum *e = words_of(v, f);
  const char *separator = "";
  zc_buffer_puts(b, ",\"values\":[");
  if (f->type == ZC_REGION)
    json_regions(b, f, host);
  for (uint32_t i = 0; e && i < e->count; i++) {
    if (!has_word(f, i))
      continue;
    zc_buffer_puts(b, separator);
    json_string(b, "{\"word\":", e->words[i].word);
    json_string(b, ",\"zh\":", e->words[i].zh);
    json_string(b, ",\"en\":", e->words[i].en);
    zc_buffer_putc(b, '}');
    separator = ",";
  }
  zc_buffer_putc(b, ']');
  if (f->type == ZC_DIVISION) {
    zc_buffer_puts(b, ",\"regions\":[");
    json_regions(b, f, host);
    zc_buffer_putc(b, ']');
  }
}

static void json_fact(zc_buffer *b, const zc_vocabulary *v, const zc_host *host, const zc_fact *f) {
  static const char *const changeable[] = {"no", "yes", "time"};
  json_string(b, "{\"name\":", f->name);
  json_string(b, ",\"type\":", zc_type_name(f->type));
  json_string(b, ",\"unit\":", f->type == ZC_INT ? zc_unit_name(f->unit) : NULL);
  json_words(b, v, host, f);
  zc_buffer_puts(b, ",\"ordered\":");
  zc_buffer_puts(b, f->type == ZC_ENUM && words_of(v, f)->ordered ? "true" : "false");
  zc_buffer_puts(b, ",\"label\":");
  zc_json_text(b, f->zh, f->en);
  if (f->type == ZC_INT) {
    zc_buffer_puts(b, ",\"min\":");
    zc_buffer_int(b, f->min);
    zc_buffer_puts(b, ",\"max\":");
    zc_buffer_int(b, f->max);
  } else {
    zc_buffer_puts(b, ",\"min\":null,\"max\":null");
  }
  json_string(b, ",\"assumed\":", f->assumed);
  json_string(b, ",\"changeable\":", changeable[f->changeable]);
  json_string(b, ",\"tag\":", f->tag);
  json_string(b, ",\"meaning\":", f->meaning);
  zc_buffer_puts(b, ",\"proof\":");
  if (f->proof.zh)
    zc_json_text(b, f->proof.zh, f->proof.en);
  else
    zc_buffer_puts(b, "null");
  zc_buffer_putc(b, '}');
}

void zc_json_fact_list(zc_buffer *b, const zc_vocabulary *v, const zc_host *host) {
  zc_buffer_putc(b, '[');
  for (uint32_t i = 0; i < v->fact_count; i++) {
    zc_buffer_puts(b, i > 0 ? ",\n" : "");
    json_fact(b, v, host, &v->facts[i]);
  }
  zc_buffer_puts(b, "]\n");
}

static void text_words(zc_buffer *b, const zc_vocabulary *v, const zc_fact *f, zc_lang lang) {
  const zc_enum *e = words_of(v, f);
  const char *separator = "    ";
  for (uint32_t i = 0; e && i < e->count; i++) {
    if (has_word(f, i)) {
      const char *label = lang == ZC_LANG_ZH ? e->words[i].zh : e->words[i].en;
      zc_buffer_puts(b, separator);
      zc_buffer_puts(b, e->words[i].word);
      if (label)
        zc_buffer_printf(b, lang == ZC_LANG_ZH ? "（%s）" : " (%s)", label);
      separator = e->ordered ? " < " : ", ";
    }
  }
  if (e)
    zc_buffer_putc(b, '\n');
}

static void text_regions(zc_buffer *b, const zc_fact *f, const zc_host *host, zc_lang lang) {
  const char *separator = "    ";
  for (uint32_t i = 0; i < host->count; i++) {
    const zc_region *region = host->plugins[i].region;
    char code[13];
    if (!region)
      continue;
    region_code(region, code);
    const char *name = lang == ZC_LANG_EN && region->name.en ? region->name.en : region->name.zh;
    zc_buffer_printf(b, lang == ZC_LANG_ZH ? "%s%s（%s" : "%s%s (%s", separator,
                     f->type == ZC_REGION ? region->id : code, name);
    if (f->type == ZC_DIVISION)
      zc_buffer_printf(b, lang == ZC_LANG_ZH ? "，%s" : ", %s", region->id);
    zc_buffer_puts(b, lang == ZC_LANG_ZH ? "）" : ")");
    separator = ", ";
  }
  zc_buffer_puts(b, *separator == ',' ? "\n" : "");
}

static void text_fact(zc_buffer *b, const zc_vocabulary *v, const zc_host *host, const zc_fact *f,
                      zc_lang lang) {
  const char *label = lang == ZC_LANG_ZH ? f->zh : f->en;
  zc_buffer_printf(b, "%s  %s  [%s", f->name, label ? label : f->zh, zc_type_name(f->type));
  if (f->type == ZC_INT) {
    zc_buffer_printf(b, " %lld-%lld %s", (long long)f->min, (long long)f->max,
                     zc_unit_label(f->unit, lang));
  }
  zc_buffer_puts(b, "]");
  if (f->assumed)
    zc_buffer_printf(b, lang == ZC_LANG_ZH ? "  未给出时取 %s" : "  %s unless given", f->assumed);
  if (f->tag)
    zc_buffer_printf(b, lang == ZC_LANG_ZH ? "  标记 %s" : "  tag %s", f->tag);
  zc_buffer_putc(b, '\n');
  text_words(b, v, f, lang);
  if (f->type == ZC_REGION || f->type == ZC_DIVISION)
    text_regions(b, f, host, lang);
}

void zc_text_fact_list(zc_buffer *b, const zc_vocabulary *v, const zc_host *host, zc_lang lang) {
  for (uint32_t i = 0; i < v->fact_count; i++)
    text_fact(b, v, host, &v->facts[i], lang);
}
