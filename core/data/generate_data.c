/* SPDX-License-Identifier: Apache-2.0 */
/* Makes data.inc from the files of this folder when the project is built, reading them as a
 * deployment's are read. Names that are alike stand once. Usage: generate_data DIVISIONS FORMER
 * WORKDAYS OUT */
#include "data/former.h"
#include "data/workdays.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_SLOTS = 1 << 17 };

/* The names of all divisions, each once. */
static struct {
  char *text;
  uint32_t length;
  uint32_t slots[NAME_SLOTS]; /* place of a name + 1 */
} names;

/* Where the name stands in the text, after it was put there if it was new. */
static uint32_t place_of(const char *name) {
  uint32_t at = 0;
  for (const char *c = name; *c; c++)
    at = (at ^ (unsigned char)*c) * 16777619;
  for (at %= NAME_SLOTS; names.slots[at]; at = (at + 1) % NAME_SLOTS)
    if (strcmp(names.text + names.slots[at] - 1, name) == 0)
      return names.slots[at] - 1;
  size_t size = strlen(name) + 1;
  memcpy(names.text + names.length, name, size);
  names.slots[at] = names.length + 1;
  names.length += (uint32_t)size;
  return names.slots[at] - 1;
}

static void write_numbers(FILE *out, const char *name, const uint32_t *numbers, uint32_t count) {
  fprintf(out, "static const uint32_t %s[%u] = {", name, count);
  for (uint32_t i = 0; i < count; i++)
    fprintf(out, "%s%u,", i % 10 ? " " : "\n", numbers[i]);
  fprintf(out, "};\n");
}

static void write_text(FILE *out, const char *text) {
  putc('"', out);
  for (; *text; text++) {
    unsigned char c = (unsigned char)*text;
    if (c == '"' || c == '\\' || c == '?' || c < ' ')
      fprintf(out, "\\%03o", (unsigned)c);
    else
      putc(c, out);
  }
  putc('"', out);
}

static void write_divisions(FILE *out, const zc_divisions *d) {
  uint32_t *places = calloc(d->count, sizeof *places);
  size_t room = 1;
  for (uint32_t i = 0; i < d->count; i++)
    room += strlen(d->text + (d->names[i] & 0xFFFFFF)) + 1;
  names.text = malloc(room);
  if (!places || !names.text)
    exit(1);
  for (uint32_t i = 0; i < d->count; i++)
    places[i] = (d->names[i] & 0xFF000000) | place_of(d->text + (d->names[i] & 0xFFFFFF));
  fprintf(out, "enum { DIVISION_COUNT = %u, DIVISIONS_AS_OF = %d };\n", d->count, (int)d->as_of);
  fprintf(out, "#define DIVISION_DIGEST UINT64_C(%llu)\n", (unsigned long long)d->digest);
  write_numbers(out, "division_codes", d->codes, d->count);
  write_numbers(out, "division_names", places, d->count);
  fprintf(out, "#pragma GCC diagnostic push\n"
               "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
               "static const char division_text[] =");
  for (uint32_t at = 0; at < names.length; at += (uint32_t)strlen(names.text + at) + 1) {
    fprintf(out, "\n");
    write_text(out, names.text + at);
    fprintf(out, " \"\\000\"");
  }
  fprintf(out, ";\n#pragma GCC diagnostic pop\n");
  free(places);
  free(names.text);
}

static void write_former(FILE *out, const zc_former_divisions *f) {
  fprintf(out,
          "enum { FORMER_COUNT = %u, FORMER_AS_OF = %d };\n"
          "static const zc_former_division former_rows[] = {",
          f->count, (int)f->as_of);
  for (uint32_t i = 0; i < f->count; i++) {
    const zc_former_division *row = &f->rows[i];
    const char *const texts[] = {row->name, row->since, row->became, row->source};
    fprintf(out, "\n{%u", row->code);
    for (int t = 0; t < 4; t++) {
      fprintf(out, ", ");
      write_text(out, texts[t]);
    }
    fprintf(out, "},");
  }
  fprintf(out, "};\n");
}

static void write_workdays(FILE *out, const zc_workdays *w) {
  int days = w->last - w->first + 1;
  fprintf(out, "enum { WORKDAY_FIRST = %d, WORKDAY_LAST = %d };\n", (int)w->first, (int)w->last);
  fprintf(out, "static const char workday_digits[] =");
  for (int i = 0; i < days; i += 100)
    fprintf(out, "\n\"%.*s\"", days - i < 100 ? days - i : 100, w->digits + i);
  fprintf(out, ";\n");
}

int main(int count, char **arguments) {
  zc_divisions divisions;
  zc_former_divisions former;
  zc_workdays workdays;
  zc_arena arena = {0};
  zc_diagnostics diag = {0};
  if (count != 5) {
    fprintf(stderr, "error: usage: generate_data DIVISIONS FORMER WORKDAYS OUT\n");
    return 1;
  }
  if (zc_divisions_read(&divisions, arguments[1], &arena, &diag) != ZC_OK ||
      zc_former_read(&former, &divisions, arguments[2], &arena, &diag) != ZC_OK ||
      zc_workdays_read(&workdays, arguments[3], &arena, &diag) != ZC_OK) {
    fputs(zc_diagnostics_text(&diag), stderr);
    return 1;
  }
  FILE *out = fopen(arguments[4], "wb");
  if (out) {
    fprintf(out, "/* Made from the files of core/data/. */\n");
    write_divisions(out, &divisions);
    write_former(out, &former);
    write_workdays(out, &workdays);
  }
  int failed = !out || ferror(out);
  if (out && fclose(out))
    failed = 1;
  if (failed)
    fprintf(stderr, "error: cannot write %s; is there space?\n", arguments[4]);
  zc_arena_free(&arena);
  return failed;
}
