/* SPDX-License-Identifier: Apache-2.0 */
/* Puts the template of a new region into the program, so that it is there wherever the program is:
 * generate_template FILE... OUT. A file's name is what stands behind "template/" in its path. */
#include <stdio.h>
#include <string.h>

#define BYTES_A_LINE 20u

static int stop(const char *what, const char *path) {
  fprintf(stderr, "error: %s %s; usage: generate_template FILE... OUT\n", what, path);
  return 1;
}

static int write_file(FILE *out, const char *path, int index) {
  FILE *in = fopen(path, "rb");
  if (!in)
    return stop("cannot read", path);
  fprintf(out, "static const char template_%d[] = {", index);
  unsigned count = 0;
  for (int c = getc(in); c != EOF; c = getc(in), count++)
    fprintf(out, "%s%d,", count % BYTES_A_LINE ? "" : "\n", c < 128 ? c : c - 256);
  fprintf(out, "0};\n");
  int failed = ferror(in);
  fclose(in);
  return failed ? stop("cannot read", path) : 0;
}

static const char *name_of(const char *path) {
  static const char folder[] = "template/";
  const char *found = strstr(path, folder);
  return found ? found + sizeof folder - 1 : path;
}

static int write_all(FILE *out, int count, char **paths) {
  fprintf(out, "/* Made from plugins/template/. */\n");
  for (int i = 0; i < count; i++)
    if (write_file(out, paths[i], i))
      return 1;
  fprintf(out, "static const template_file template_files[] = {\n");
  for (int i = 0; i < count; i++)
    fprintf(out, "{\"%s\", template_%d, sizeof template_%d - 1},\n", name_of(paths[i]), i, i);
  fprintf(out, "};\n");
  return 0;
}

int main(int count, char **arguments) {
  if (count < 3)
    return stop("nothing to", "write");
  const char *path = arguments[count - 1];
  FILE *out = fopen(path, "wb");
  if (!out)
    return stop("cannot write", path);
  int failed = write_all(out, count - 2, arguments + 1) || ferror(out);
  if (fclose(out))
    failed = stop("cannot write", path);
  return failed;
}
