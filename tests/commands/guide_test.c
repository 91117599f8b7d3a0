/* SPDX-License-Identifier: Apache-2.0 */
/* The author's guide is held to what it says: its plugin builds and passes, its conditions compile,
 * its error is the one that is told, its case runs. */
#include "support/program.h"
#include "support/region.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>

#define GUIDE_LIMIT 65536u

/* The guide; the caller frees it. */
static char *read_guide(void) {
  char *text = calloc(1, GUIDE_LIMIT);
  FILE *file = fopen("plugins/README.md", "rb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(text);
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  size_t length = fread(text, 1, GUIDE_LIMIT, file);
  CU_ASSERT_FATAL(length > 0 && length < GUIDE_LIMIT);
  fclose(file);
  return text;
}

/* What stands between the first fence behind `mark` and the next one; the caller frees it. */
static char *block_behind(const char *guide, const char *mark) {
  const char *at = strstr(guide, mark);
  CU_ASSERT_PTR_NOT_NULL_FATAL(at);
  const char *begin = strstr(at, "\n```");
  CU_ASSERT_PTR_NOT_NULL_FATAL(begin);
  begin = strchr(begin + 1, '\n') + 1;
  const char *end = strstr(begin, "\n```");
  CU_ASSERT_PTR_NOT_NULL_FATAL(end);
  return strndup(begin, (size_t)(end + 1 - begin));
}

static int shell(const char *folder, const char *command) {
  char line[1024];
  snprintf(line, sizeof line, "root=$PWD; cd '%s' && { %s; }", folder, command);
  return system(line);
}

static void copy_block(const char *guide, const char *mark, const char *folder, const char *name) {
  char *block = block_behind(guide, mark);
  folder_write(folder, name, block);
  free(block);
}

/* The three files of the guide as it shows them, built into `folder`. */
static void build_example(const char *guide, const char *folder) {
  CU_ASSERT_EQUAL(shell(folder, "mkdir -p example/cases"), 0);
  copy_block(guide, "`plugins/example/example.c`:", folder, "example.c");
  copy_block(guide, "`plugins/example/parameters.ini`", folder, "example/parameters.ini");
  copy_block(guide, "`plugins/example/cases/scope.ini`:", folder, "example/cases/scope.ini");
  CU_ASSERT_EQUAL(shell(folder, "cc -std=c11 -Wall -Wextra -Wpedantic -Werror -fPIC "
                                "-fvisibility=hidden -I\"$root/core/include\" -shared "
                                "-nostartfiles -o example.so example.c"),
                  0);
}

static void remove_tree(const char *folder) {
  char line[128];
  snprintf(line, sizeof line, "rm -rf '%s'", folder);
  CU_ASSERT_EQUAL(system(line), 0);
}

static void its_plugin_builds_and_passes(void) {
  program p = {0};
  char *guide = read_guide(), folder[64], path[128];
  folder_make(folder);
  build_example(guide, folder);
  snprintf(path, sizeof path, "%s/example.so", folder);
  RUN(&p, "check", path);
  program_expect_status(&p, 0);
  RUN(&p, "test", "--plugins", folder);
  program_expect_status(&p, 1); /* as the guide says: more cases are needed */
  program_expect_out(&p, "1 passed, 0 failed");
  remove_tree(folder);
  program_free(&p);
  free(guide);
}

/* The second file beside the first, with its chapters in the list as the guide says. */
static void its_chapters_before_and_behind_the_national_practice_pass(void) {
  program p = {0};
  char *guide = read_guide(), folder[64], path[128];
  folder_make(folder);
  build_example(guide, folder);
  copy_block(guide, "`plugins/example/arrival.c`:", folder, "arrival.c");
  CU_ASSERT_PTR_NOT_NULL(strstr(guide, "`{&example_arrival, &zc_baseline, &scope, "
                                       "&example_grade}`"));
  CU_ASSERT_EQUAL(
      shell(folder, "sed -i -e 's/{&zc_baseline, &scope}/{\\&example_arrival, \\&zc_baseline, "
                    "\\&scope, \\&example_grade}/' -e 's/^static const zc_document/extern const "
                    "zc_chapter example_arrival, example_grade;\\n&/' example.c && "
                    "cc -std=c11 -Wall -Wextra -Wpedantic -Werror -fPIC -fvisibility=hidden "
                    "-I\"$root/core/include\" -shared -nostartfiles -o example.so example.c "
                    "arrival.c"),
      0);
  snprintf(path, sizeof path, "%s/example.so", folder);
  RUN(&p, "check", path);
  program_expect_status(&p, 0);
  RUN(&p, "convert", "--plugins", folder, "--region", "example", "--as-of", "2024-06-29", "--set",
      "purpose=move", "--set", "held_title_track=general", "--set", "held_title_region=guangxi",
      "--format", "json");
  program_expect_out(&p, "\"result\":\"reassess\"");
  RUN(&p, "facts", "--plugins", folder, "--region", "example", "--lang", "zh");
  program_expect_out(&p, "unfit（不合格） < fit（合格） < good（优良）");
  remove_tree(folder);
  program_free(&p);
  free(guide);
}

/* A condition goes on in lines that begin with blanks. */
static void its_conditions_compile(void) {
  program p = {0};
  char *guide = read_guide();
  char *block = block_behind(guide, "### Examples");
  unsigned count = 0;
  for (char *at = block; *at != '\0'; count++) {
    char *end = strchr(at, '\n');
    while (end[1] == ' ') {
      *end = ' ';
      end = strchr(end + 1, '\n');
    }
    *end = '\0';
    RUN(&p, "eval", at, "--region", "guangxi");
    program_expect_status(&p, 0);
    at = end + 1;
  }
  CU_ASSERT(count >= 7);
  free(block);
  program_free(&p);
  free(guide);
}

/* The text in backticks behind `at`; moves it past them. 0: the line has none any more. */
static int next_quoted(const char **at, char *text, size_t size) {
  const char *end = strchr(*at, '\n'), *open = strchr(*at, '`');
  if (!open || open > end)
    return 0;
  const char *close = strchr(open + 1, '`');
  CU_ASSERT_FATAL(close && close < end);
  snprintf(text, size, "%.*s", (int)(close - open - 1), open + 1);
  *at = close + 1;
  return 1;
}

/* "name=value name=value" as settings of the condition, which is then worth `wanted`. */
static void expect_worth(program *p, const char *condition, char *person, const char *wanted) {
  const char *arguments[16] = {"eval", condition, "--lang", "en"};
  size_t count = 4;
  for (char *setting = strtok(person, " "); setting; setting = strtok(NULL, " ")) {
    CU_ASSERT_FATAL(count < 14);
    arguments[count++] = "--set";
    arguments[count++] = setting;
  }
  program_run(p, arguments);
  program_expect_status(p, 0);
  program_expect_out(p, wanted);
}

static void the_words_of_documents_mean_what_it_says(void) {
  program p = {0};
  char *guide = read_guide(), condition[256], holds[256], fails[256];
  const char *at = strstr(guide, "### What the words of documents mean");
  unsigned count = 0;
  CU_ASSERT_PTR_NOT_NULL_FATAL(at);
  at = strstr(at, "\n| --- |");
  CU_ASSERT_PTR_NOT_NULL_FATAL(at);
  for (at = strchr(at + 1, '\n') + 1; *at == '|'; at = strchr(at, '\n') + 1, count++) {
    CU_ASSERT_FATAL(next_quoted(&at, condition, sizeof condition));
    CU_ASSERT_FATAL(next_quoted(&at, holds, sizeof holds));
    CU_ASSERT_FATAL(next_quoted(&at, fails, sizeof fails));
    expect_worth(&p, condition, holds, "true\n");
    expect_worth(&p, condition, fails, "false\n");
  }
  CU_ASSERT(count >= 18);
  program_free(&p);
  free(guide);
}

static void its_error_is_the_one_that_is_told(void) {
  program p = {0};
  char *guide = read_guide();
  char *block = block_behind(guide, "## Errors and their cures");
  /* The message behind the place, the text and the caret. */
  const char *message = strstr(block, "`batchelor`");
  CU_ASSERT_PTR_NOT_NULL_FATAL(message);
  RUN(&p, "eval", "education >= batchelor");
  program_expect_status(&p, 2);
  program_expect_err(&p, message);
  free(block);
  program_free(&p);
  free(guide);
}

/* Every row of the template that the guide names is there. */
static void the_rows_of_the_template_are_there(void) {
  program p = {0};
  char *guide = read_guide();
  unsigned count = 0;
  RUN(&p, "book", "template", "--plugins", ZC_BUILD_DIR "/template", "--format", "markdown");
  program_expect_status(&p, 0);
  for (const char *at = guide; (at = strstr(at, "`template.")); at++, count++) {
    char anchor[160];
    snprintf(anchor, sizeof anchor, "<a id=\"rule-%.*s\">", (int)strcspn(at + 1, "`"), at + 1);
    program_expect_out(&p, anchor);
  }
  CU_ASSERT(count >= 11);
  program_free(&p);
  free(guide);
}

void test_commands_guide(CU_pSuite suite) {
  CU_add_test(suite, "the plugin of the guide builds and passes its check",
              its_plugin_builds_and_passes);
  CU_add_test(suite, "the chapters of the guide before and behind the national practice pass",
              its_chapters_before_and_behind_the_national_practice_pass);
  CU_add_test(suite, "the conditions of the guide compile", its_conditions_compile);
  CU_add_test(suite, "the words of documents mean what the guide says",
              the_words_of_documents_mean_what_it_says);
  CU_add_test(suite, "the error that the guide shows is the one that is told",
              its_error_is_the_one_that_is_told);
  CU_add_test(suite, "the rows of the template that the guide names are there",
              the_rows_of_the_template_are_there);
}
