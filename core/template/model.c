/* SPDX-License-Identifier: Apache-2.0 */
#include "template/model.h"

#include <ctype.h>
#include <string.h>

typedef zc_model_file template_file;
#include "template.inc"

/* What the template calls itself. Its codes all lie in one prefecture but for one elsewhere. */
#define MODEL_ID       "template"
#define MODEL_NAME     "模板省"
#define MODEL_REGION   "510000"
#define MODEL_CITY     "5101"
#define MODEL_OUTSIDE  "340102"
#define MODEL_INSIDE   "510104"
#define MODEL_PROGRAM  "ZHICHENG ?= zhicheng"
#define CODE_LENGTH    6u
#define PROVINCE_SHARE 2u /* digits of a code that name the province */
#define CITY_SHARE     4u

const zc_model_file *zc_model_files(size_t *count) {
  *count = sizeof template_files / sizeof template_files[0];
  return template_files;
}

typedef enum word_form { FORM_LOWER, FORM_UPPER, FORM_TITLE, FORM_NONE } word_form;

static word_form form_at(const char *at, size_t left) {
  static const char *const words[] = {MODEL_ID, "TEMPLATE", "Template"};
  for (int i = 0; left >= strlen(MODEL_ID) && i < (int)FORM_NONE; i++)
    if (memcmp(at, words[i], strlen(MODEL_ID)) == 0)
      return (word_form)i;
  return FORM_NONE;
}

static void put_id(zc_buffer *out, const char *id, word_form form) {
  for (const char *c = id; *c != '\0'; c++) {
    int begins = c == id || c[-1] == '_';
    if (form == FORM_TITLE && *c == '_')
      zc_buffer_putc(out, ' ');
    else if (form == FORM_UPPER || (form == FORM_TITLE && begins))
      zc_buffer_putc(out, (char)toupper((unsigned char)*c));
    else
      zc_buffer_putc(out, *c);
  }
}

/* A code of the template as a code of the region. The one elsewhere must not come to lie in it. */
static void put_code(zc_buffer *out, const zc_model *model, const char *code) {
  const char *division = model->division ? model->division : MODEL_REGION;
  if (memcmp(code, MODEL_REGION, CODE_LENGTH) == 0) {
    zc_buffer_add(out, division, CODE_LENGTH);
  } else if (memcmp(code, MODEL_CITY, CITY_SHARE) == 0) {
    int is_province = memcmp(division + PROVINCE_SHARE, "0000", CODE_LENGTH - PROVINCE_SHARE) == 0;
    size_t share = is_province ? PROVINCE_SHARE : CITY_SHARE;
    zc_buffer_add(out, division, share);
    zc_buffer_add(out, code + share, CODE_LENGTH - share);
  } else if (memcmp(code, MODEL_OUTSIDE, CODE_LENGTH) == 0 &&
             memcmp(division, MODEL_OUTSIDE, PROVINCE_SHARE) == 0) {
    zc_buffer_puts(out, MODEL_INSIDE);
  } else {
    zc_buffer_add(out, code, CODE_LENGTH);
  }
}

static int is_letter(const char *text, size_t length, size_t at) {
  return at < length && isalpha((unsigned char)text[at]);
}

static int is_digit(const char *text, size_t length, size_t at) {
  return at < length && isdigit((unsigned char)text[at]);
}

static int is_code(const char *text, size_t length, size_t at) {
  for (size_t i = 0; i < CODE_LENGTH; i++)
    if (!is_digit(text, length, at + i))
      return 0;
  return !is_digit(text, length, at + CODE_LENGTH) && (at == 0 || !is_digit(text, length, at - 1));
}

static int stands_at(const char *text, size_t length, size_t at, const char *word) {
  return length - at >= strlen(word) && memcmp(text + at, word, strlen(word)) == 0;
}

/* Writes what stands in the place of the text at `at`; returns how much of it that replaces. */
static size_t replace(zc_buffer *out, const zc_model *model, const char *text, size_t length,
                      size_t at) {
  size_t word = strlen(MODEL_ID);
  word_form form = form_at(text + at, length - at);
  if (form != FORM_NONE && (at == 0 || !is_letter(text, length, at - 1)) &&
      !is_letter(text, length, at + word)) {
    put_id(out, model->id, form);
    return word;
  }
  if (is_code(text, length, at)) {
    put_code(out, model, text + at);
    return CODE_LENGTH;
  }
  if (stands_at(text, length, at, MODEL_NAME)) {
    zc_buffer_puts(out, model->name ? model->name : model->id);
    return strlen(MODEL_NAME);
  }
  if (model->program && stands_at(text, length, at, MODEL_PROGRAM)) {
    zc_buffer_printf(out, "ZHICHENG ?= %s", model->program);
    return strlen(MODEL_PROGRAM);
  }
  return 0;
}

void zc_model_write(zc_buffer *out, const zc_model *model, const char *text, size_t length) {
  size_t at = 0;
  while (at < length) {
    size_t replaced = replace(out, model, text, length, at);
    if (replaced == 0)
      zc_buffer_putc(out, text[at]);
    at += replaced > 0 ? replaced : 1;
  }
}
