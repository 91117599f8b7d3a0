/* SPDX-License-Identifier: Apache-2.0 */
/* What is said to be one row, or one row and one file, is that: each is added to a copy of the
 * source, which is built and asked. */
#include "support/program.h"
#include "tests.h"

#include <stdlib.h>

/* A copy without what adding needs not; made and built by the first test, removed by the last. */
static char copy[64];

static int shell(const char *command) {
  char line[1024];
  snprintf(line, sizeof line,
           "unset MAKEFLAGS MFLAGS MAKELEVEL BUILD CFLAGS LDFLAGS; export LC_ALL=C; copy='%s'; "
           "{ %s; } >\"$copy/log\" 2>&1",
           copy, command);
  int status = system(line);
  if (status != 0) {
    snprintf(line, sizeof line, "tail -n 20 '%s/log'", copy);
    CU_ASSERT_EQUAL(system(line), 0);
  }
  return status;
}

/* Behind what the file has. */
static void add(const char *file, const char *text) {
  char path[192];
  snprintf(path, sizeof path, "%s/%s", copy, file);
  FILE *out = fopen(path, "a");
  CU_ASSERT_PTR_NOT_NULL_FATAL(out);
  fputs(text, out);
  CU_ASSERT_EQUAL(fclose(out), 0);
}

static void add_a_command(void) {
  add("core/commands/commands.def", "ZC_COMMAND(greet)\n");
  add("core/commands/greet.c",
      "#include \"commands/help.h\"\n#include \"commands/run.h\"\n"
      "static zc_status run_greet(zc_run *run) {\n"
      "  zc_buffer out = {0};\n"
      "  zc_buffer_printf(&out, \"hello %s\\n\", run->options.name ? run->options.name : \"\");\n"
      "  zc_status status = zc_run_write(run, &out);\n"
      "  zc_buffer_free(&out);\n"
      "  return status;\n"
      "}\n"
      "const zc_command zc_command_greet = {.name = \"greet\",\n"
      "    .usage = {\"\", \"\"}, .summary = {\"问候\", \"says hello\"},\n"
      "    .help = {\"zhicheng greet\\n\", \"zhicheng greet: says hello\\n\" ZC_HELP_COMMON_EN},\n"
      "    .options = ZC_TAKES(name), .run = run_greet};\n");
}

static void add_a_dated_fact(void) {
  add("core/facts/dated.def",
      "ZC_DATED(award_date, months_since_award, 3, \"获奖日期\", \"date of the award\",\n"
      "         \"获奖月数\", \"months since the award\", \"获奖证书\", \"the award's "
      "certificate\")\n");
}

static void add_a_kind_of_rule(void) {
  CU_ASSERT_EQUAL(shell("sed -i 's/^  ZC_KIND_COUNT$/  ZC_PLEDGE,\\n&/' "
                        "\"$copy/core/include/zhicheng/plugin.h\""),
                  0);
  add("core/engine/kinds.def", "ZC_KIND_ROW(ZC_PLEDGE, ZC_BINDS, \"pledge\", \"承诺\")\n");
}

static void the_copy_builds(void) {
  folder_make(copy);
  CU_ASSERT_EQUAL_FATAL(shell("cp -r core Makefile \"$copy\" && mkdir \"$copy/plugins\" && "
                              "cp -r plugins/template \"$copy/plugins\""),
                        0);
  add_a_command();
  add_a_dated_fact();
  add_a_kind_of_rule();
  CU_ASSERT_EQUAL_FATAL(shell("make -C \"$copy\" -j2 program CFLAGS=-O0 WERROR=-Werror"), 0);
}

static void remove_copy(void) {
  char line[96];
  snprintf(line, sizeof line, "rm -rf '%s'", copy);
  CU_ASSERT_EQUAL(system(line), 0);
}

static void a_command_is_one_file_and_one_row(void) {
  CU_ASSERT_EQUAL(shell("\"$copy/build/zhicheng\" greet --name Li | grep -x 'hello Li'"), 0);
  CU_ASSERT_EQUAL(shell("\"$copy/build/zhicheng\" --help | "
                        "grep -x '  zhicheng greet                  says hello'"),
                  0);
  CU_ASSERT_EQUAL(shell("\"$copy/build/zhicheng\" greet --help | grep -e --config"), 0);
  CU_ASSERT_EQUAL(shell("\"$copy/build/zhicheng\" gret 2>&1 | grep 'did you mean greet?'"), 0);
  CU_ASSERT_EQUAL(shell("\"$copy/build/zhicheng\" greet --region x 2>&1 | "
                        "grep 'option --region does not go with the command greet'"),
                  0);
}

static void a_dated_fact_is_one_row(void) {
  CU_ASSERT_EQUAL(shell("\"$copy/build/zhicheng\" facts --lang zh | "
                        "grep '^months_since_award  获奖月数  .int 0-1200 '"),
                  0);
  CU_ASSERT_EQUAL(shell("\"$copy/build/zhicheng\" facts --format json | grep award_date | "
                        "grep \"the award's certificate\""),
                  0);
  CU_ASSERT_EQUAL(shell("\"$copy/build/zhicheng\" eval 'months_since_award >= 2 years' "
                        "--set award_date=2020-05-31 --as-of 2022-05-31 | grep -x true"),
                  0);
  CU_ASSERT_EQUAL(shell("\"$copy/build/zhicheng\" eval months_since_award "
                        "--set award_date=2022-06-01 --as-of 2022-05-31 2>&1 | grep award_date"),
                  0);
}

/* The template's rules of one kind become of the new one, which binds as that did. */
static void a_kind_of_rule_is_one_row(void) {
  CU_ASSERT_EQUAL(
      shell("\"$copy/build/zhicheng\" new pledged --name 试验省 --division 530000 "
            "--dir \"$copy/plugins\" && "
            "sed -i s/ZC_REQUIREMENT/ZC_PLEDGE/ \"$copy/plugins/pledged/standard.c\" && "
            "make -C \"$copy\" plugins WERROR=-Werror"),
      0);
  CU_ASSERT_EQUAL(shell("\"$copy/build/zhicheng\" assess --region pledged --as-of 2024-05-01 "
                        "--set track=targeted --set ethics_passed=false --format json | "
                        "grep '\"verdict\":\"ineligible\"' | grep '\"rule\":\"pledged.ethics\","
                        "\"kind\":\"pledge\",[^}]*\"state\":\"unmet\"'"),
                  0);
  CU_ASSERT_EQUAL(shell("\"$copy/build/zhicheng\" test --region pledged"), 0);
  CU_ASSERT_EQUAL(shell("\"$copy/build/zhicheng\" book pledged | grep 承诺"), 0);
  remove_copy();
}

void test_house_extension(CU_pSuite suite) {
  CU_add_test(suite, "a copy of the source with additions builds", the_copy_builds);
  CU_add_test(suite, "a command is one file and one row", a_command_is_one_file_and_one_row);
  CU_add_test(suite, "a dated fact, with its months and its proof, is one row",
              a_dated_fact_is_one_row);
  CU_add_test(suite, "a kind of rule is its name for authors and one row",
              a_kind_of_rule_is_one_row);
}
