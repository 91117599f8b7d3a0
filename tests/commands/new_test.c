/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng new: from nothing to a plugin that passes, outside the tree and with nothing but what is
 * installed. */
#include "support/program.h"
#include "tests.h"

#include <stdlib.h>
#include <sys/stat.h>

/* A shell command of which %s is a folder; its exit status. The makes above this one do not reach
 * into it. */
static int shell(const char *folder, const char *command) {
  char line[1024];
  snprintf(line, sizeof line,
           "unset MAKEFLAGS MAKELEVEL; export LC_ALL=C; cd '%s' && { %s; } >log 2>&1", folder,
           command);
  int status = system(line);
  if (status != 0) {
    snprintf(line, sizeof line, "tail -n 20 '%s/log'", folder);
    CU_ASSERT_EQUAL(system(line), 0);
  }
  return status;
}

static void remove_tree(const char *folder) {
  char line[256];
  snprintf(line, sizeof line, "rm -rf '%s'", folder);
  CU_ASSERT_EQUAL(system(line), 0);
}

/* The program and its headers as `make install` places them, and nothing else. */
static void install(const char *folder) {
  char line[1024];
  snprintf(line, sizeof line,
           "mkdir -p '%s/bin' '%s/include/zhicheng' && cp " ZC_BUILD_DIR "/zhicheng " ZC_BUILD_DIR
           "/zhicheng-worker '%s/bin/' && "
           "cp core/include/zhicheng/*.h '%s/include/zhicheng/'",
           folder, folder, folder, folder);
  CU_ASSERT_EQUAL_FATAL(system(line), 0);
}

static int is_there(const char *folder, const char *name) {
  char path[256];
  struct stat status;
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return lstat(path, &status) == 0;
}

static void it_builds_and_passes_with_what_is_installed(void) {
  char folder[64];
  folder_make(folder);
  install(folder);
  CU_ASSERT_EQUAL(shell(folder, "bin/zhicheng new yunnan --name 云南省 --division 530000"), 0);
  CU_ASSERT_EQUAL(shell(folder, "make -C yunnan CFLAGS='-O2 -g -Wconversion -Wshadow -Werror'"), 0);
  CU_ASSERT_EQUAL(shell(folder, "make -C yunnan check"), 0);
  CU_ASSERT_EQUAL(shell(folder, "make -C yunnan test >tested && grep ', 0 failed' tested"), 0);
  CU_ASSERT_EQUAL(shell(folder, "bin/zhicheng clauses --plugins yunnan/build --check"), 0);
  CU_ASSERT_EQUAL(shell(folder, "bin/zhicheng regions --plugins yunnan/build --lang zh | "
                                "grep 云南省"),
                  0);
  CU_ASSERT_EQUAL(shell(folder, "! grep -rnE '[Tt]emplate|TEMPLATE|模板省|51(0000|01[0-9]{2})' "
                                "yunnan/*.* yunnan/Makefile yunnan/cases"),
                  0);
  remove_tree(folder);
}

static void the_template_itself_passes(void) {
  program p = {0};
  RUN(&p, "check", ZC_BUILD_DIR "/template/template.so");
  program_expect_status(&p, 0);
  RUN(&p, "test", "--plugins", ZC_BUILD_DIR "/template");
  program_expect_status(&p, 0);
  program_expect_out(&p, ", 0 failed");
  RUN(&p, "clauses", "--plugins", ZC_BUILD_DIR "/template", "--check");
  program_expect_status(&p, 0);
  program_free(&p);
}

static void codes_follow_the_division(void) {
  program p = {0};
  char folder[64];
  folder_make(folder);
  RUN(&p, "new", "hefei", "--division", "340100", "--dir", folder);
  program_expect_status(&p, 0);
  /* In a prefecture the counties lie in it, and the unit elsewhere does not. */
  CU_ASSERT_EQUAL(shell(folder, "grep -q 'under {340121, 340129}' hefei/scope.c"), 0);
  CU_ASSERT_EQUAL(shell(folder, "grep -q 'division = \"340100\"' hefei/hefei.c"), 0);
  CU_ASSERT_EQUAL(shell(folder, "grep -q 'unit_division = 510104' hefei/cases/baseline.ini"), 0);
  CU_ASSERT_EQUAL(
      shell(folder, "grep -q '\"Hefei\"' hefei/hefei.c && grep -q HEFEI_H hefei/hefei.h"), 0);
  remove_tree(folder);
  program_free(&p);
}

static void inside_the_source_tree_no_makefile_is_made(void) {
  program p = {0};
  char folder[64], plugins[128];
  folder_make(folder);
  CU_ASSERT_EQUAL(shell(folder, "mkdir -p plugins core/include/zhicheng && "
                                "touch core/include/zhicheng/plugin.h"),
                  0);
  snprintf(plugins, sizeof plugins, "%s/plugins", folder);
  RUN(&p, "new", "north", "--dir", plugins);
  program_expect_status(&p, 0);
  program_expect_out(&p, "make && build/zhicheng check build/plugins/north.so");
  CU_ASSERT(is_there(plugins, "north/north.c"));
  CU_ASSERT(is_there(plugins, "north/README.md"));
  CU_ASSERT_FALSE(is_there(plugins, "north/Makefile"));
  remove_tree(folder);
  program_free(&p);
}

static void a_folder_that_is_there_is_left_alone(void) {
  program p = {0};
  char folder[64];
  folder_make(folder);
  folder_write(folder, "north", "mine");
  RUN(&p, "new", "north", "--dir", folder);
  program_expect_status(&p, 2);
  program_expect_err(&p, "is there already and was left as it is");
  CU_ASSERT_EQUAL(shell(folder, "test \"$(cat north)\" = mine"), 0);
  remove_tree(folder);
  program_free(&p);
}

static void what_cannot_be_made_is_told(void) {
  program p = {0};
  RUN(&p, "new");
  program_expect_status(&p, 2);
  program_expect_err(&p, "takes the id of one region");
  RUN(&p, "new", "North", "--division", "5300", "--name", "a\"b");
  program_expect_status(&p, 2);
  program_expect_err(&p, "'North' is no id of a region");
  program_expect_err(&p, "'5300' is to be the 6 digits");
  program_expect_err(&p, "without quotes");
  RUN(&p, "new", "north", "--division", "530102");
  program_expect_status(&p, 2);
  RUN(&p, "new", "north", "--name", "a?\?/");
  program_expect_status(&p, 2);
  RUN(&p, "new", "north", "--dir", "");
  program_expect_status(&p, 2);
  program_expect_err(&p, "--dir is empty");
  RUN(&p, "new", "north", "--dir", "/nowhere/at/all");
  program_expect_status(&p, 2);
  program_expect_err(&p, "there is no folder /nowhere/at/all");
  RUN(&p, "new", "north", "--dir", "/proc/self");
  program_expect_status(&p, 4);
  program_expect_err(&p, "/proc/self cannot be written");
  program_free(&p);
}

/* A disk that is full half way: nothing is left. */
static void nothing_half_written_is_left(void) {
  char folder[64], command[512], *file = realpath(ZC_BUILD_DIR "/zhicheng", NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  folder_make(folder);
  snprintf(command, sizeof command, "ulimit -f 3; trap '' XFSZ; '%s' new north; test $? -eq 4",
           file);
  free(file);
  CU_ASSERT_EQUAL(shell(folder, command), 0);
  CU_ASSERT_EQUAL(shell(folder, "test \"$(ls -A)\" = log"), 0);
  remove_tree(folder);
}

static void the_next_step_can_be_copied(void) {
  char folder[64], parent[128];
  program p = {0};
  folder_make(folder);
  snprintf(parent, sizeof parent, "%s/it's a b", folder);
  CU_ASSERT_EQUAL_FATAL(mkdir(parent, 0700), 0);
  RUN(&p, "new", "north", "--dir", parent);
  program_expect_status(&p, 0);
  program_expect_out(&p, "/it'\\''s a b/north' && make");
  remove_tree(folder);
  program_free(&p);
}

void test_commands_new(CU_pSuite suite) {
  CU_add_test(suite, "a new region builds and passes with nothing but what is installed",
              it_builds_and_passes_with_what_is_installed);
  CU_add_test(suite, "the template itself passes its check and its cases",
              the_template_itself_passes);
  CU_add_test(suite, "the codes of the template follow the region's division",
              codes_follow_the_division);
  CU_add_test(suite, "inside the source tree no Makefile is made",
              inside_the_source_tree_no_makefile_is_made);
  CU_add_test(suite, "a file or folder that is there is left alone",
              a_folder_that_is_there_is_left_alone);
  CU_add_test(suite, "what cannot be made is told", what_cannot_be_made_is_told);
  CU_add_test(suite, "the next step can be copied into a shell", the_next_step_can_be_copied);
  CU_add_test(suite, "nothing half written is left behind", nothing_half_written_is_left);
}
