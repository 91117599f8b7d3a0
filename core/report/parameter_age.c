/* SPDX-License-Identifier: Apache-2.0 */
#include "report/parameter_age.h"

/* Values of later years do not count for a yearly parameter. */
static int counts(const zc_named_parameter *p, const zc_setting *s, int32_t year) {
  return s->from != ZC_DAY_MIN && (!p->yearly || zc_civil_of(s->from).year <= year);
}

/* The value with the latest day, if that day lies before the year; else NULL. A parameter none of
 * whose values has a day (national practice, a number of the document itself) never ages. */
static const zc_setting *stale_value(const zc_named_parameter *p, int32_t year) {
  const zc_setting *latest = NULL;
  for (uint32_t i = 0; i < p->setting_count; i++) {
    const zc_setting *s = &p->settings[i];
    if (counts(p, s, year) && (!latest || s->from > latest->from))
      latest = s;
  }
  return latest && zc_civil_of(latest->from).year < year ? latest : NULL;
}

/* Whether no setting gives a value; of a yearly parameter, one for the year or before it. */
static int is_unset(const zc_named_parameter *p, int32_t year) {
  for (uint32_t i = 0; i < p->setting_count; i++)
    if (!p->settings[i].none && (!p->yearly || counts(p, &p->settings[i], year)))
      return 0;
  return 1;
}

static void json_stale(zc_buffer *b, const zc_named_parameter *p, const zc_setting *latest) {
  char day[11];
  zc_day_format(latest->from, day);
  zc_buffer_puts(b, "{\"parameter\":");
  zc_buffer_json(b, p->name);
  zc_buffer_printf(b, ",\"latest\":\"%s\",\"source\":", day);
  zc_buffer_json(b, latest->source);
  zc_buffer_puts(b, ",\"file\":");
  zc_buffer_json(b, latest->file);
  zc_buffer_printf(b, ",\"line\":%u}", latest->line);
}

void zc_json_parameter_age(zc_buffer *b, const zc_region *region, int32_t year) {
  const zc_parameter_set *set = &region->parameters;
  const char *separator = "";
  zc_buffer_puts(b, ",\"stale\":[");
  for (uint32_t i = 0; i < set->count; i++) {
    const zc_setting *latest = stale_value(&set->parameters[i], year);
    if (latest) {
      zc_buffer_puts(b, separator);
      json_stale(b, &set->parameters[i], latest);
      separator = ",";
    }
  }
  separator = "";
  zc_buffer_puts(b, "],\"unset\":[");
  for (uint32_t i = 0; i < set->count; i++) {
    if (is_unset(&set->parameters[i], year)) {
      zc_buffer_puts(b, separator);
      zc_buffer_json(b, set->parameters[i].name);
      separator = ",";
    }
  }
  zc_buffer_putc(b, ']');
}

void zc_text_parameter_age(zc_buffer *b, const zc_region *region, int32_t year, zc_lang lang) {
  const zc_parameter_set *set = &region->parameters;
  int zh = lang == ZC_LANG_ZH;
  for (uint32_t i = 0; i < set->count; i++) {
    const zc_setting *latest = stale_value(&set->parameters[i], year);
    if (latest) {
      char day[11];
      zc_day_format(latest->from, day);
      const char *ended = !set->parameters[i].yearly ? ""
                          : zh                       ? "，已随当年失效"
                                                     : " and ended with its year";
      zc_buffer_printf(
          b,
          zh ? "    参数过期：%s 最晚的值自 %s 起，早于 %d 年%s（%s 第 %u 行）\n"
             : "    out of date: %s, whose latest value is of %s, before %d%s (%s:%u)\n",
          set->parameters[i].name, day, year, ended, latest->file, latest->line);
    }
  }
  const char *lead =
      zh ? "    文件留给别处规定、这里尚未录入的数据（涉及它的规则不计它，或因此不能确定）：\n"
         : "    not entered here, as the documents leave it to others (rules about "
           "it do without it, or\n    are undetermined):\n";
  for (uint32_t i = 0; i < set->count; i++) {
    const zc_named_parameter *p = &set->parameters[i];
    if (is_unset(p, year)) {
      const char *label = zh || !p->label.en ? p->label.zh : p->label.en;
      zc_buffer_printf(b, "%s      %s  %s\n", lead, p->name, label ? label : "");
      lead = "";
    }
  }
}
