/* SPDX-License-Identifier: Apache-2.0 */
/* .ci/structure and .ci/pages find what they are there to find, and nothing else, in copies of the
 * source with one fault each. */
#include "support/program.h"
#include "tests.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static char copy[64]; /* of the tree; made for the first test, removed by the last */

static int shell(const char *format, ...) __attribute__((format(printf, 1, 2)));
static int shell(const char *format, ...) {
  char line[1024];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  return system(line);
}

static void make_copy(void) {
  folder_make(copy);
  CU_ASSERT_EQUAL_FATAL(shell("cp -r core plugins tests '%s'", copy), 0);
}

static void write_file(const char *file, const char *text) {
  char path[192];
  snprintf(path, sizeof path, "%s/%s", copy, file);
  FILE *out = fopen(path, "wx");
  CU_ASSERT_PTR_NOT_NULL_FATAL(out);
  fputs(text, out);
  CU_ASSERT_EQUAL(fclose(out), 0);
}

/* What a script finds in the copy is one line with these two parts. NULL: nothing is found. */
static void expect_by(const char *script, const char *place, const char *what) {
  char told[4096], path[96];
  snprintf(path, sizeof path, "%s/told", copy);
  int status = shell(".ci/%s '%s' >'%s'", script, copy, path);
  FILE *in = fopen(path, "r");
  CU_ASSERT_PTR_NOT_NULL_FATAL(in);
  told[fread(told, 1, sizeof told - 1, in)] = '\0';
  fclose(in);
  const char *end = strchr(told, '\n');
  int is_one = end && end[1] == '\0';
  int is_right = place ? status != 0 && is_one && strstr(told, place) == told && strstr(told, what)
                       : status == 0 && told[0] == '\0';
  CU_ASSERT(is_right);
  if (!is_right)
    printf("\nwanted %s ... %s, got:\n%s", place ? place : "nothing", what ? what : "", told);
}

static void expect(const char *place, const char *what) {
  expect_by("structure", place, what);
}

/* A new file with the text is in the copy. */
static void expect_of(const char *file, const char *text, const char *place, const char *what) {
  write_file(file, text);
  expect(place, what);
  CU_ASSERT_EQUAL(shell("rm '%s/%s'", copy, file), 0);
}

static void this_tree_has_no_fault(void) {
  make_copy();
  expect(NULL, NULL);
}

static void an_include_that_runs_up_is_found(void) {
  expect_of("core/base/new.c", "\n#include \"host/host.h\"\n",
            "core/base/new.c:2: ", "base includes host/host.h");
  expect_of("core/facts/new.h",
            "#include \"zhicheng/plugin.h\"\n#include \"facts/facts.def\"\n"
            "#include \"commands/run.h\"\n",
            "core/facts/new.h:3: ", "facts includes commands/run.h");
}

static void a_room_that_is_not_listed_is_found(void) {
  expect_of("core/base/new.c", "#include \"nowhere/new.h\"\n", "core/base/new.c:1: ", "of no room");
  CU_ASSERT_EQUAL(shell("mkdir '%s/core/attic'", copy), 0);
  expect_of("core/attic/new.c", "int x;\n", "core/attic/new.c:1: ", "does not name the room attic");
}

static void a_type_that_is_defined_twice_is_found(void) {
  expect_of("core/host/new.c", "typedef struct zc_diagnostics {\n  int x;\n} zc_diagnostics;\n",
            "core/host/new.c:1: ", "zc_diagnostics is defined in core/base/diagnostics.h:");
  expect_of("core/host/new.c", "typedef struct zc_host zc_host;\ntypedef int32_t zc_day;\n",
            "core/host/new.c:2: ", "zc_day is defined in core/base/date.h:");
}

static void a_pointer_compared_with_null_is_found(void) {
  expect_of("plugins/urumqi/new.c", "\n  if (x == NULL)\n    y();\n",
            "plugins/urumqi/new.c:2: ", "a pointer is a condition");
  expect_of("tests/base/new.c", "  int z = y &&\n          x != NULL && 1;\n",
            "tests/base/new.c:2: ", "a pointer is a condition");
  expect_of("core/base/new.c",
            "/* x == NULL && y */\nint x(void) {\n  return y != NULL;\n}\n"
            "const char *z = \"if (x == NULL)\";\n",
            NULL, NULL);
}

static void a_file_that_is_too_long_is_found(void) {
  char lines[451 + 1];
  memset(lines, '\n', 451);
  lines[451] = '\0';
  expect_of("tests/base/new.c", lines, "tests/base/new.c:451: ", "more than 450 lines");
  lines[450] = '\0';
  expect_of("tests/base/new.c", lines, NULL, NULL);
}

static void a_name_that_is_gone_is_found(void) {
  expect_by("pages", NULL, NULL);
  CU_ASSERT_EQUAL(shell("echo '`zc_gone_now`' >>'%s/core/GLOSSARY.md'", copy), 0);
  expect_by("pages", "core/GLOSSARY.md:", "there is no zc_gone_now");
}

/* As many lines more as the whole core has are half of it then. */
static void a_room_that_is_too_large_is_found(void) {
  CU_ASSERT_EQUAL(shell("cd '%s/core' && cat */*.[ch] | tr -dc '\\n' | "
                        "split -l 400 --additional-suffix=.c - template/new_",
                        copy),
                  0);
  expect("core/template: ", "more than 12 %");
  CU_ASSERT_EQUAL(shell("rm -rf '%s'", copy), 0);
}

void test_house_structure(CU_pSuite suite) {
  CU_add_test(suite, "this tree has no fault of structure", this_tree_has_no_fault);
  CU_add_test(suite, "an include that runs up is found, with file and line",
              an_include_that_runs_up_is_found);
  CU_add_test(suite, "a room that core/rooms does not name is found",
              a_room_that_is_not_listed_is_found);
  CU_add_test(suite, "a type that is defined twice is found",
              a_type_that_is_defined_twice_is_found);
  CU_add_test(suite, "a pointer compared with NULL in a condition is found",
              a_pointer_compared_with_null_is_found);
  CU_add_test(suite, "a file of more than 450 lines is found", a_file_that_is_too_long_is_found);
  CU_add_test(suite, "a name in ARCHITECTURE or GLOSSARY that is gone is found",
              a_name_that_is_gone_is_found);
  CU_add_test(suite, "a room of more than 12 percent of the core is found",
              a_room_that_is_too_large_is_found);
}
