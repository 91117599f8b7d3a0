/* SPDX-License-Identifier: Apache-2.0 */
/* Names in a message: the first few, and how many more there are. */
#ifndef ZC_HOST_SHOWN_NAMES_H
#define ZC_HOST_SHOWN_NAMES_H

#include <stddef.h>
#include <stdint.h>

/* A zeroed struct is an empty list. */
typedef struct zc_shown_names {
  char text[1024];
  size_t length;
  uint32_t count;
  int zh; /* in Chinese */
} zc_shown_names;

/* Adds a name, cut after some bytes, with the reason why it is there (or NULL) in brackets. */
void zc_shown_names_add(zc_shown_names *list, const char *name, const char *why);
/* The list as text, which lives in it. */
const char *zc_shown_names_text(zc_shown_names *list);

#endif
