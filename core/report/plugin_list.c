/* SPDX-License-Identifier: Apache-2.0 */
#include "report/plugin_list.h"

#include "facts/division.h"
#include "host/load.h"
#include "report/json_law.h"
#include "report/parameter_age.h"
#include "report/text.h"

static const char *track_word(const zc_region *region, uint32_t track) {
  const zc_fact *f = &region->vocabulary.facts[ZC_F_track];
  return region->vocabulary.enums[f->enumeration].words[track].word;
}

static void division_code(const zc_region *region, char code[13]) {
  zc_division_format((zc_division){region->division_lo, region->division_hi}, code);
}

static int has_ended(const zc_region *region, uint32_t document, zc_day day) {
  return region->document_spans[document].until < day &&
         region->document_spans[document].from <= region->document_spans[document].until;
}

static void json_documents(zc_buffer *b, const zc_region *region, zc_day day) {
  zc_buffer_puts(b, ",\"documents\":[");
  for (uint32_t i = 0; i < region->document_count; i++) {
    const zc_document *d = &region->documents[i];
    zc_buffer_puts(b, i > 0 ? "," : "");
    zc_buffer_member(b, "{\"id\":", d->id);
    zc_buffer_member(b, ",\"number\":", zc_document_number(d, ZC_LANG_ZH));
    zc_buffer_member(b, ",\"from\":", d->from);
    zc_buffer_member(b, ",\"until\":", d->until);
    zc_buffer_printf(b, ",\"ended\":%s}", has_ended(region, i, day) ? "true" : "false");
  }
  zc_buffer_puts(b, "],\"tracks\":[");
  for (uint32_t i = 0; i < region->track_count; i++)
    zc_buffer_member(b, i > 0 ? "," : "", track_word(region, region->tracks[i].track));
  zc_buffer_putc(b, ']');
}

static void json_plugin(zc_buffer *b, const zc_loaded *p, zc_day day) {
  zc_buffer_member(b, "{\"id\":", p->id);
  if (p->status == ZC_OK) {
    char code[13];
    division_code(p->region, code);
    zc_buffer_puts(b, ",\"name\":");
    zc_json_text(b, p->region->name.zh, p->region->name.en);
    zc_buffer_member(b, ",\"version\":", p->region->version);
    zc_buffer_member(b, ",\"division\":", code);
    json_documents(b, p->region, day);
    zc_json_parameter_age(b, p->region, zc_civil_of(day).year);
  } else {
    zc_buffer_puts(b, ",\"name\":null,\"version\":null,\"division\":null,\"documents\":[],"
                      "\"tracks\":[],\"stale\":[],\"unset\":[]");
  }
  zc_buffer_member(b, ",\"file\":", p->path);
  zc_buffer_member(b, ",\"form\":", zc_is_image_name(p->path) ? "image" : "plugin");
  zc_buffer_member(b, ",\"status\":", p->status == ZC_OK ? "loaded" : "refused");
  zc_buffer_member(b, ",\"digest\":", p->status == ZC_OK ? p->region->digest : NULL);
  zc_buffer_putc(b, '}');
}

static void text_documents(zc_buffer *b, const zc_region *region, zc_day day, zc_lang lang) {
  int zh = lang == ZC_LANG_ZH;
  for (uint32_t i = 0; i < region->document_count; i++) {
    const zc_document *d = &region->documents[i];
    if (!d->from)
      continue;
    zc_buffer_printf(b, "    %s  ", d->id);
    zc_text_document(b, d, lang);
    zc_buffer_printf(b, zh ? "  %s 起" : "  from %s", d->from);
    if (d->until)
      zc_buffer_printf(b, zh ? "，至 %s" : " until %s", d->until);
    zc_buffer_puts(b, !has_ended(region, i, day) ? "\n" : zh ? "（已失效）\n" : " (has ended)\n");
  }
}

static void text_plugin(zc_buffer *b, const zc_loaded *p, zc_day day, zc_lang lang) {
  int zh = lang == ZC_LANG_ZH;
  if (p->status != ZC_OK) {
    zc_buffer_printf(b, zh ? "%s  未能加载（%s）\n" : "%s  could not be loaded (%s)\n", p->id,
                     p->path);
    return;
  }
  const zc_region *region = p->region;
  char code[13];
  division_code(region, code);
  zc_buffer_printf(b, "%s  %s  %s  %s\n", p->id,
                   zh || !region->name.en ? region->name.zh : region->name.en, code,
                   region->version);
  text_documents(b, region, day, lang);
  zc_buffer_puts(b, zh ? "    类别：" : "    tracks: ");
  for (uint32_t i = 0; i < region->track_count; i++)
    zc_buffer_printf(b, "%s%s", i > 0 ? " " : "", track_word(region, region->tracks[i].track));
  zc_buffer_putc(b, '\n');
  zc_text_parameter_age(b, region, zc_civil_of(day).year, lang);
  zc_buffer_printf(b, "    %s%s\n    %s\n", p->path,
                   !zc_is_image_name(p->path) ? ""
                   : zh                       ? "（映像）"
                                              : " (image)",
                   region->digest);
}

void zc_text_plugin_list(zc_buffer *out, const zc_host *host, zc_day day, zc_lang lang) {
  for (uint32_t i = 0; i < host->count; i++)
    text_plugin(out, &host->plugins[i], day, lang);
}

static void put_file(zc_buffer *out, const char *file, zc_lang lang) {
  const char *built_in = lang == ZC_LANG_ZH ? "内置" : "built in";
  zc_buffer_printf(out, lang == ZC_LANG_ZH ? "（%s）" : " (%s)", file ? file : built_in);
}

void zc_text_data(zc_buffer *out, const zc_data *data, zc_lang lang) {
  int zh = lang == ZC_LANG_ZH;
  char day[11];
  zc_day_format(data->divisions.as_of, day);
  zc_buffer_printf(out, zh ? "公共数据：区划截至 %s" : "public tables: divisions as of %s", day);
  put_file(out, data->divisions_file, lang);
  zc_day_format(data->former.as_of, day);
  zc_buffer_printf(out, zh ? "，已撤销的区划截至 %s" : ", former divisions as of %s", day);
  put_file(out, data->former_file, lang);
  zc_buffer_printf(out, zh ? "，节假日 %d 至 %d 年" : ", holidays of %d to %d",
                   (int)zc_civil_of(data->workdays.first).year,
                   (int)zc_civil_of(data->workdays.last).year);
  put_file(out, data->workdays_file, lang);
  zc_buffer_putc(out, '\n');
}

void zc_json_plugin_list(zc_buffer *out, const zc_host *host, zc_day day) {
  zc_buffer_putc(out, '[');
  for (uint32_t i = 0; i < host->count; i++) {
    zc_buffer_puts(out, i > 0 ? ",\n" : "");
    json_plugin(out, &host->plugins[i], day);
  }
  zc_buffer_puts(out, "]\n");
}
