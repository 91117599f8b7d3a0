/* SPDX-License-Identifier: Apache-2.0 */
#include "report/text.h"

const char *zc_state_word(zc_state state) {
  static const char *const words[] = {"met", "unmet", "unknown", "waived", "not_applicable"};
  return words[state];
}

const char *zc_verdict_word(zc_verdict v) {
  static const char *const words[] = {"eligible", "ineligible", "undetermined"};
  return words[v];
}

const char *zc_mode_word(zc_mode mode) {
  static const char *const words[] = {"review", "determination", "exam"};
  return words[mode];
}

void zc_text_days(zc_buffer *out, zc_day from, zc_day until, zc_lang lang) {
  char first[11], last[11];
  zc_day_format(from, first);
  zc_day_format(until, last);
  if (from == ZC_DAY_MIN && until == ZC_DAY_MAX)
    zc_buffer_puts(out, zc_text_say(lang, "任何一天", "every day"));
  else if (from == ZC_DAY_MIN)
    zc_buffer_printf(out, zc_text_say(lang, "至 %s", "until %s"), last);
  else if (until == ZC_DAY_MAX)
    zc_buffer_printf(out, zc_text_say(lang, "%s 起", "from %s on"), first);
  else
    zc_buffer_printf(out, zc_text_say(lang, "%s 至 %s", "%s to %s"), first, last);
}

void zc_text_cell(zc_buffer *b, const char *text, int width) {
  int used = 0;
  zc_buffer_puts(b, text);
  for (const char *p = text; *p != '\0'; p++) {
    unsigned char byte = (unsigned char)*p;
    used += byte < 0x80 ? 1 : byte >= 0xC0 ? 2 : 0;
  }
  zc_buffer_printf(b, "%*s", used < width ? width - used : 1, "");
}
