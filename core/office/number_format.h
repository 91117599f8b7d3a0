/* SPDX-License-Identifier: Apache-2.0 */
/* What the number format of a cell says of its number, and the number as digits. */
#ifndef ZC_OFFICE_NUMBER_FORMAT_H
#define ZC_OFFICE_NUMBER_FORMAT_H

#include <stddef.h>
#include <stdint.h>

typedef struct zc_number_format {
  int8_t is_date;  /* shows a day, month or year; a time of day alone is none */
  int8_t decimals; /* digits shown behind the point; -1: not said */
} zc_number_format;

/* One that the workbook declares, by its code: `yyyy"年"m"月"`, `0.00`. */
zc_number_format zc_number_format_read(const char *code, size_t length);
/* One that is built in, by its number; those of Chinese Excel for 27 to 36 and 50 to 58. */
zc_number_format zc_number_format_built_in(uint32_t number);

/* A number as it is stored ("2016.07", "1.1E+17", "2016.0699999999999"), without an exponent and
 * with what binary fractions add rounded off; `out` is terminated. Returns the length; 0: it is no
 * number, or one of more than ZC_DIGITS. */
enum { ZC_DIGITS = 40 };
size_t zc_number_digits(const char *text, size_t length, char out[ZC_DIGITS + 8]);
/* The same of a number of the machine. */
size_t zc_double_digits(double value, char out[ZC_DIGITS + 8]);

/* The whole number at or below one of at most 18 digits. */
static inline int64_t zc_whole_below(double value) {
  int64_t whole = (int64_t)value;
  return whole - ((double)whole > value);
}

#endif
