/* SPDX-License-Identifier: Apache-2.0 */
#include "report/sentence.h"

#include "base/date.h"
#include "language/units.h"
#include "report/text.h"

#include <string.h>

/* ---- sentences ---- */

static void put_blank(zc_buffer *out, const zc_blank *blank, const zc_answer *answer,
                      zc_lang lang) {
  zc_slot value = answer ? answer->values[blank->value] : (zc_slot){0, 1};
  if (value.lo == value.hi)
    zc_value_say(out, (zc_type)blank->type, (zc_unit)blank->unit, value.lo, lang);
  else
    zc_buffer_puts(out, blank->name);
}

void zc_sentence_write(zc_buffer *out, zc_text text, const zc_sentence *said,
                       const zc_answer *answer, zc_lang lang) {
  zc_lang own = zc_said_in(text, lang);
  const zc_sentence *s = &said[own];
  if (!s->count) {
    zc_buffer_puts(out, zc_text_in(text, lang));
    return;
  }
  for (uint32_t i = 0; i < s->count; i++) {
    zc_buffer_puts(out, s->blanks[i].before);
    put_blank(out, &s->blanks[i], answer, own);
  }
  zc_buffer_puts(out, s->rest);
}

static void put_json(zc_buffer *out, zc_text text, const zc_sentence *said, const zc_answer *answer,
                     zc_lang lang) {
  zc_buffer whole = {0};
  zc_sentence_write(&whole, text, said, answer, lang);
  const char *sentence = zc_buffer_text(&whole);
  out->failed |= sentence == NULL;
  zc_buffer_json(out, sentence ? sentence : "");
  zc_buffer_free(&whole);
}

void zc_sentence_json(zc_buffer *out, zc_text text, const zc_sentence *said,
                      const zc_answer *answer) {
  zc_buffer_puts(out, "{\"zh\":");
  put_json(out, text, said, answer, ZC_LANG_ZH);
  if (text.en) {
    zc_buffer_puts(out, ",\"en\":");
    put_json(out, text, said, answer, ZC_LANG_EN);
  }
  zc_buffer_putc(out, '}');
}

/* ---- parameters ---- */

uint32_t zc_rule_use_limit(const zc_compiled_rule *rule) {
  uint32_t most = 0;
  for (uint32_t i = 0; i < rule->line_count; i++)
    most = rule->lines[i].use_count > most ? rule->lines[i].use_count : most;
  return rule->use_count + most;
}

static int is_listed(const zc_parameter_use **list, uint32_t count, const zc_parameter_use *use) {
  for (uint32_t i = 0; i < count; i++)
    if (list[i]->parameter == use->parameter && list[i]->setting == use->setting)
      return 1;
  return 0;
}

uint32_t zc_rule_uses(const zc_compiled_rule *rule, int32_t line, const zc_parameter_use **list) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < rule->use_count; i++)
    list[count++] = &rule->uses[i];
  for (uint32_t i = 0; line >= 0 && i < rule->lines[line].use_count; i++)
    if (!is_listed(list, rule->use_count, &rule->lines[line].uses[i]))
      list[count++] = &rule->lines[line].uses[i];
  return count;
}

static const zc_named_parameter *parameter_of(const zc_region *region,
                                              const zc_parameter_use *use) {
  return &region->parameters.parameters[use->parameter];
}

static void put_value_json(zc_buffer *out, zc_type type, int64_t value) {
  char day[11];
  if (type == ZC_DATE) {
    zc_day_format((zc_day)value, day);
    zc_buffer_json(out, day);
  } else if (type == ZC_BOOL) {
    zc_buffer_puts(out, value ? "true" : "false");
  } else {
    zc_buffer_int(out, value);
  }
}

void zc_parameter_json(zc_buffer *out, const zc_region *region, const zc_parameter_use *use,
                       uint32_t setting, zc_slot value) {
  const zc_named_parameter *p = parameter_of(region, use);
  const zc_setting *s = setting < p->setting_count ? &p->settings[setting] : NULL;
  if (s)
    value = s->none ? (zc_slot){0, 1} : (zc_slot){s->value, s->value};
  zc_buffer_puts(out, "{\"name\":");
  zc_buffer_json(out, p->name);
  zc_buffer_puts(out, ",\"value\":");
  if (value.lo == value.hi)
    put_value_json(out, p->type, value.lo);
  else
    zc_buffer_puts(out, "null");
  zc_buffer_puts(out, ",\"source\":");
  zc_buffer_json(out, s ? s->source : NULL);
  zc_buffer_putc(out, '}');
}

/* What national practice is called in `lang`; other sources are names of documents. */
static const char *source_in(const char *source, zc_lang lang) {
  return lang == ZC_LANG_ZH && strcmp(source, ZC_NATIONAL_PRACTICE) == 0 ? "全国通行做法" : source;
}

static void put_value(zc_buffer *out, const zc_named_parameter *p, int64_t value, zc_lang lang) {
  if (p->type == ZC_BOOL)
    zc_buffer_puts(out, value ? zc_text_say(lang, "是", "yes") : zc_text_say(lang, "否", "no"));
  else
    zc_value_say(out, p->type, p->unit, value, lang);
}

int zc_parameter_lacks(const zc_answer *answer, const zc_parameter_use *use) {
  const zc_named_parameter *p = parameter_of(answer->region, use);
  zc_slot setting = answer->values[use->setting];
  return setting.lo == setting.hi &&
         (setting.lo >= (int64_t)p->setting_count || p->settings[setting.lo].none);
}

void zc_parameter_write(zc_buffer *out, const zc_answer *answer, const zc_parameter_use *use,
                        zc_lang lang) {
  const zc_named_parameter *p = parameter_of(answer->region, use);
  zc_slot setting = answer->values[use->setting], value = answer->values[use->value];
  zc_buffer_puts(out, zc_text_in(p->label, lang));
  zc_buffer_puts(out, zc_text_say(lang, "：", ": "));
  if (zc_parameter_lacks(answer, use))
    zc_buffer_puts(out, zc_text_say(lang, "没有值", "no value"));
  else if (value.lo == value.hi)
    put_value(out, p, value.lo, lang);
  else
    zc_buffer_puts(out, zc_text_say(lang, "未知", "not known"));
  if (setting.lo == setting.hi && setting.lo < (int64_t)p->setting_count)
    zc_buffer_printf(out, zc_text_say(lang, "（出处：%s）", " (from: %s)"),
                     source_in(p->settings[setting.lo].source, lang));
  zc_buffer_printf(out, "  %s\n", p->name);
}
