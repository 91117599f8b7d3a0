/* SPDX-License-Identifier: Apache-2.0 */
/* What a heading is compared by. */
#include "office/heading.h"

#include <string.h>

/* What stands in brackets: a remark or a unit, which are left out, or a part of the heading. */
static int is_left_out(zc_plain inner, char *unit) {
  static const char *const remarks[] = {"必填", "选填", "如", "例", "格式", "请"};
  static const struct {
    const char *text;
    char unit;
  } units[] = {{"年", 'y'}, {"月", 'm'}, {"个月", 'm'}, {"学时", 0}, {"分", 0}};
  for (int i = 0; i < 6; i++)
    if (zc_plain_begins(inner, remarks[i]))
      return 1;
  for (int i = 0; i < 5; i++)
    if (zc_plain_is(inner, units[i].text)) {
      *unit = units[i].unit;
      return 1;
    }
  return 0;
}

/* Takes out the brackets that are left out. */
static zc_plain without_brackets(char *text, size_t length, char *unit) {
  size_t kept = 0;
  for (size_t i = 0; i < length; i++) {
    const char *end = text[i] == '(' ? memchr(text + i, ')', length - i) : NULL;
    if (end && is_left_out((zc_plain){text + i + 1, (size_t)(end - text) - i - 1}, unit))
      i = (size_t)(end - text);
    else
      text[kept++] = text[i];
  }
  return (zc_plain){text, kept};
}

zc_plain zc_heading_text(const char *text, size_t length, char *out, char *unit) {
  zc_plain name = zc_plain_name(text, length, out);
  *unit = 0;
  name = without_brackets(out, name.length, unit);
  while (zc_plain_ends(name, ":") || zc_plain_ends(name, "*"))
    name.length--;
  return zc_plain_behind(name, "*");
}

const char *zc_heading_by_name(zc_heading_by by) {
  static const char *const names[] = {"kept", "name", "label", "alias", "map", "role"};
  return names[by];
}
