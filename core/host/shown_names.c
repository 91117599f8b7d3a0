/* SPDX-License-Identifier: Apache-2.0 */
#include "host/shown_names.h"
#include "base/words.h"

#include <stdio.h>
#include <string.h>

enum { SHOWN = 8, LONGEST = 64 }; /* names; bytes of one */

void zc_shown_names_add(zc_shown_names *list, const char *name, const char *why) {
  const char *form = list->zh ? "%s%.*s（%s）" : "%s%.*s (%s)";
  const char *joint = !list->length ? "" : list->zh ? "、" : ", ";
  size_t room = sizeof list->text - list->length;
  int length = (int)zc_utf8_valid(name, strnlen(name, LONGEST));
  if (list->count++ >= SHOWN)
    return;
  int more =
      snprintf(list->text + list->length, room, why ? form : "%s%.*s", joint, length, name, why);
  if (more > 0 && (size_t)more < room)
    list->length += (size_t)more;
  list->text[list->length] = '\0';
}

const char *zc_shown_names_text(zc_shown_names *list) {
  if (list->count > SHOWN)
    snprintf(list->text + list->length, sizeof list->text - list->length,
             list->zh ? " 等 %u 项" : " and %u more", list->zh ? list->count : list->count - SHOWN);
  return list->text;
}
