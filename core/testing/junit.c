/* SPDX-License-Identifier: Apache-2.0 */
#include "testing/junit.h"
#include "base/words.h"

#include <string.h>

/* What has no place in XML 1.0: control characters, bytes that are not UTF-8, U+FFFE and U+FFFF. */
static int is_in_xml(const char *c, size_t size) {
  return size == 3 ? memcmp(c, "\xEF\xBF\xBE", 3) != 0 && memcmp(c, "\xEF\xBF\xBF", 3) != 0
                   : size != 1 || (unsigned char)*c >= 0x20;
}

/* One character of an attribute or element, `size` bytes of it; 0: none that is valid. */
static void put_character(zc_buffer *b, const char *c, size_t size) {
  if (*c == '&')
    zc_buffer_puts(b, "&amp;");
  else if (*c == '<')
    zc_buffer_puts(b, "&lt;");
  else if (*c == '>')
    zc_buffer_puts(b, "&gt;");
  else if (*c == '"')
    zc_buffer_puts(b, "&quot;");
  else if (*c == '\n' || *c == '\t') /* a reader makes blanks of bare ones in an attribute */
    zc_buffer_printf(b, "&#%d;", *c);
  else if (size && is_in_xml(c, size))
    zc_buffer_add(b, c, size);
  else
    zc_buffer_puts(b, "\xEF\xBF\xBD");
}

static void put_escaped(zc_buffer *b, const char *text) {
  for (const char *end = text + strlen(text); text < end;) {
    size_t left = (size_t)(end - text), size = left < 4 ? left : 4;
    while (size && zc_utf8_valid(text, size) != size)
      size--;
    while (size > 1 && zc_utf8_valid(text, size - 1) == size - 1)
      size--;
    put_character(b, text, size);
    text += size ? size : 1;
  }
}

static void put_attribute(zc_buffer *b, const char *name, const char *value) {
  zc_buffer_printf(b, " %s=\"", name);
  put_escaped(b, value);
  zc_buffer_putc(b, '"');
}

void zc_junit_add(zc_junit *j, const char *suite, const char *name, const char *file, uint32_t line,
                  const char *problem) {
  zc_buffer *b = &j->cases;
  j->tests++;
  zc_buffer_puts(b, "    <testcase");
  put_attribute(b, "classname", suite);
  put_attribute(b, "name", name);
  put_attribute(b, "file", file);
  zc_buffer_printf(b, " line=\"%u\"", line);
  if (!problem) {
    zc_buffer_puts(b, "/>\n");
    return;
  }
  j->failures++;
  zc_buffer_puts(b, ">\n      <failure message=\"not as expected\">");
  put_escaped(b, problem);
  zc_buffer_puts(b, "</failure>\n    </testcase>\n");
}

void zc_junit_end_suite(zc_junit *j, const char *suite) {
  zc_buffer *b = &j->suites;
  zc_buffer_puts(b, "  <testsuite");
  put_attribute(b, "name", suite);
  zc_buffer_printf(b, " tests=\"%u\" failures=\"%u\">\n", j->tests, j->failures);
  zc_buffer_add(b, j->cases.data, j->cases.length);
  zc_buffer_puts(b, "  </testsuite>\n");
  b->failed |= j->cases.failed;
  zc_buffer_clear(&j->cases);
  j->tests = j->failures = 0;
}

void zc_junit_write(zc_junit *j, zc_buffer *out) {
  zc_buffer_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
  zc_buffer_add(out, j->suites.data, j->suites.length);
  zc_buffer_puts(out, "</testsuites>\n");
  out->failed |= j->suites.failed;
}

void zc_junit_free(zc_junit *j) {
  zc_buffer_free(&j->cases);
  zc_buffer_free(&j->suites);
}
