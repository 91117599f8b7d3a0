/* SPDX-License-Identifier: Apache-2.0 */
/* Makes divisions.inc from divisions.txt when the project is built: codes in order for a binary
 * search, and for each its level and the place of its name. Names that are alike stand once. The
 * text file says what its lines mean. Usage: generate_divisions IN OUT */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ROWS = 65536, MOST_TEXT = 1 << 23, NAME_SLOTS = 1 << 17, LONGEST_LINE = 256 };

/* Levels as in zc_division_level. */
enum { PROVINCE = 1, PREFECTURE, COUNTY, SUBDISTRICT, TOWN, TOWNSHIP, OTHER };

static struct {
  uint32_t codes[MOST_ROWS]; /* nine digits */
  uint32_t names[MOST_ROWS]; /* level in the highest byte, place of the name below */
  uint32_t count;
  char text[MOST_TEXT]; /* names, each ended by a NUL */
  uint32_t length;
  uint32_t slots[NAME_SLOTS]; /* place of a name + 1 */
  uint32_t county;            /* the last six-digit code */
  uint64_t digest;            /* FNV-1a of all lines */
  unsigned long line;
} table;

static void stop(const char *message) {
  fprintf(stderr, "divisions.txt:%lu: error: %s\n", table.line, message);
  exit(1);
}

static uint64_t add_to_digest(uint64_t digest, const char *text) {
  for (; *text; text++)
    digest = (digest ^ (unsigned char)*text) * UINT64_C(1099511628211);
  return digest;
}

/* Where the name stands in the text, after it was put there if it was new. */
static uint32_t place_of(const char *name) {
  uint32_t at = (uint32_t)add_to_digest(0, name) % NAME_SLOTS;
  for (; table.slots[at]; at = (at + 1) % NAME_SLOTS)
    if (!strcmp(table.text + table.slots[at] - 1, name))
      return table.slots[at] - 1;
  size_t size = strlen(name) + 1;
  if (table.length + size > MOST_TEXT)
    stop("the names are longer than the table; enlarge MOST_TEXT");
  memcpy(table.text + table.length, name, size);
  table.slots[at] = table.length + 1;
  table.length += (uint32_t)size;
  return table.slots[at] - 1;
}

static void add_row(uint32_t code, uint32_t level, const char *name) {
  if (table.count == MOST_ROWS)
    stop("there are more rows than the table holds; enlarge MOST_ROWS");
  if (table.count && table.codes[table.count - 1] >= code)
    stop("the code is not above the one before it; put the lines in order");
  if (!*name)
    stop("there is no name after the code");
  for (const char *c = name; *c; c++)
    if ((unsigned char)*c < ' ' || *c == '"' || *c == '\\')
      stop("the name has a control character, a quote or a backslash; remove it");
  table.codes[table.count] = code;
  table.names[table.count++] = level << 24 | place_of(name);
}

static uint32_t town_level(char letter) {
  switch (letter) {
  case 's':
    return SUBDISTRICT;
  case 't':
    return TOWN;
  case 'w':
    return TOWNSHIP;
  case 'o':
    return OTHER;
  default:
    stop("three digits are followed by one of s, t, w, o");
    return 0;
  }
}

static void read_line(const char *line) {
  size_t digits = strspn(line, "0123456789");
  uint32_t code = (uint32_t)strtoul(line, NULL, 10);
  if (digits == 6 && line[6] == ' ') {
    table.county = code;
    uint32_t level = code % 10000 == 0 ? PROVINCE : code % 100 == 0 ? PREFECTURE : COUNTY;
    add_row(code * 1000, level, line + 7);
  } else if (digits == 3 && line[4] == ' ') {
    uint32_t level = town_level(line[3]);
    if (!table.county)
      stop("a three-digit code stands under a six-digit one");
    if (code) /* 000 is the county itself */
      add_row(table.county * 1000 + code, level, line + 5);
  } else {
    stop("expected six digits and a name, or three digits, a letter and a name");
  }
}

static void read_table(FILE *in) {
  char line[LONGEST_LINE];
  while (fgets(line, sizeof line, in)) {
    table.line++;
    char *end = strchr(line, '\n');
    if (!end)
      stop("the line is too long or has no end");
    *end = '\0';
    if (line[0] == '#')
      continue;
    table.digest = add_to_digest(table.digest, line) * UINT64_C(1099511628211);
    read_line(line);
  }
}

static void write_numbers(FILE *out, const char *name, const uint32_t *numbers) {
  fprintf(out, "static const uint32_t %s[%u] = {", name, table.count);
  for (uint32_t i = 0; i < table.count; i++)
    fprintf(out, "%s%u,", i % 10 ? " " : "\n", numbers[i]);
  fprintf(out, "};\n");
}

static void write_table(FILE *out) {
  fprintf(out, "/* Made from core/facts/divisions.txt. */\n");
  fprintf(out, "enum { DIVISION_COUNT = %u };\n", table.count);
  fprintf(out, "#define DIVISION_DIGEST UINT64_C(%llu)\n", (unsigned long long)table.digest);
  write_numbers(out, "division_codes", table.codes);
  write_numbers(out, "division_names", table.names);
  fprintf(out, "#pragma GCC diagnostic push\n"
               "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
               "static const char division_text[] =");
  for (uint32_t at = 0; at < table.length; at += (uint32_t)strlen(table.text + at) + 1)
    fprintf(out, "\n\"%s\\000\"", table.text + at);
  fprintf(out, ";\n#pragma GCC diagnostic pop\n");
}

int main(int count, char **arguments) {
  FILE *in = count == 3 ? fopen(arguments[1], "rb") : NULL;
  if (!in) {
    fprintf(stderr, "error: cannot read the table; usage: generate_divisions IN OUT\n");
    return 1;
  }
  table.digest = UINT64_C(14695981039346656037);
  read_table(in);
  int failed = ferror(in);
  fclose(in);
  FILE *out = failed ? NULL : fopen(arguments[2], "wb");
  if (out)
    write_table(out);
  failed = !out || ferror(out);
  if (out && fclose(out))
    failed = 1;
  if (failed)
    fprintf(stderr, "error: cannot write %s; is there space?\n", arguments[2]);
  return failed;
}
