/* SPDX-License-Identifier: Apache-2.0 */
/* What the program says to bad usage, and its exit statuses. */
#include "support/program.h"
#include "tests.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const commands[] = {"assess",  "convert", "unit", "calendar", "facts",
                                       "regions", "eval",    "test", "check",    "diff"};

/* These are given plugins by their files and take no folder of them. */
static int takes_folder(const char *command) {
  return strcmp(command, "check") != 0 && strcmp(command, "diff") != 0;
}

static void help_is_there_for_the_program_and_each_command(void) {
  program p = {0};
  RUN(&p, "--help");
  program_expect_status(&p, 0);
  program_expect_out(&p, "Exit status");
  for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
    char title[32];
    snprintf(title, sizeof title, "zhicheng %s", commands[i]);
    RUN(&p, commands[i], "--help");
    program_expect_status(&p, 0);
    program_expect_out(&p, title);
    CU_ASSERT_EQUAL(strstr(zc_buffer_text(&p.out), "--plugins DIR") != NULL,
                    takes_folder(commands[i]));
    RUN(&p, commands[i], "--help", "--lang", "zh");
    program_expect_status(&p, 0);
    program_expect_out(&p, title);
    CU_ASSERT_EQUAL(strstr(zc_buffer_text(&p.out), "--plugins 目录") != NULL,
                    takes_folder(commands[i]));
  }
  RUN(&p, "--version");
  program_expect_status(&p, 0);
  program_expect_out(&p, "zhicheng 1.");
  program_free(&p);
}

static void the_language_is_that_of_the_locale_unless_told(void) {
  static const char *const chinese[] = {"LANG=zh_CN.UTF-8", NULL};
  static const char *const overruled[] = {"LC_ALL=en_US.UTF-8", "LANG=zh_CN.UTF-8", NULL};
  program p = {.settings = chinese};
  RUN(&p, "asess");
  program_expect_err(&p, "错误：没有命令“asess”；是否指 assess？");
  RUN(&p, "asess", "--lang", "en");
  program_expect_err(&p, "did you mean assess?");
  p.settings = overruled;
  RUN(&p, "asess");
  program_expect_err(&p, "did you mean assess?");
  program_free(&p);
}

/* A command line that is refused, and a part of what is said. */
typedef struct refusal {
  const char *arguments[8];
  const char *says;
} refusal;

static const refusal refusals[] = {
    {{NULL}, "a command is missing"},
    {{"--region", "guangxi"}, "a command is missing before '--region'"},
    {{"import"}, "no command 'import'"},
    {{"assess", "--regoin", "guangxi"}, "no option --regoin; did you mean --region?"},
    {{"assess", "-r", "guangxi"}, "options begin with --"},
    {{"assess", "--region"}, "option --region needs a value behind it"},
    {{"assess", "--region", "huxi"}, "urumqi; another folder can be named"},
    {{"assess", "--region", "a", "--region", "b"}, "option --region stands more than once"},
    {{"assess", "--strict=yes"}, "option --strict takes no value"},
    {{"assess", "--year", "2021"}, "option --year does not go with the command assess"},
    {{"assess", "guangxi"}, "the command assess has no use for 'guangxi'"},
    {{"assess", "--format", "xml"}, "it is text or json"},
    {{"assess", "--lang", "fr"}, "it is zh or en"},
    {{"assess"}, "option --region is missing"},
    {{"assess", "--region", "guangxl"}, "did you mean guangxi? There are: guangxi,"},
    {{"assess", "--region", "guangxi", "--as-of", "2021-2-3"}, "it is written like 2024-06-29"},
    {{"assess", "--region", "guangxi", "--as-of", "2021-02-29"}, "there is no day '2021-02-29'"},
    {{"assess", "--region", "guangxi", "--as-of", "2200-01-01"}, "there is no day '2200-01-01'"},
    {{"assess", "--region", "guangxi", "--facts", "no/such/file"}, "no/such/file"},
    {{"calendar", "--region", "guangxi"}, "option --year is missing"},
    {{"calendar", "--region", "guangxi", "--year", "21"}, "--year: '21' is no year"},
    {{"calendar", "--region", "guangxi", "--year", "2200"}, "--year: '2200' is no year"},
    {{"calendar", "--region", "guangxi", "--year", "2021", "--set", "education=master"},
     "a calendar takes review_start_date"},
    {{"eval"}, "eval takes one expression"},
    {{"eval", "a", "b"}, "2 were given"},
    {{"check"}, "check takes one plugin file"},
    {{"test", "--strict"}, "go with --record only"},
    {{"test", "--cases", "x"}, "--cases goes with --region"},
    {{"test", "x.ini"}, "name the region with --region"},
    {{"test", "--rule", "no.such.rule"}, "there is no rule 'no.such.rule'"},
    {{"test", "--region", "guangxo"}, "no region 'guangxo'"},
    {{"assess", "--region", "\x1b[31m"}, "no region '?[31m'"},
    {{"assess", "--region", "--as-of", "2021-10-15"}, "option --region needs a value behind it"},
    {{"test", "--record", "--region", "guangxi"}, "option --id is missing"},
    {{"test", "--record", "--region", "guangxi", "--id", "A b", "--title=x"}, "is no id"},
};

static void bad_usage_is_named_and_ends_with_2(void) {
  program p = {0};
  for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
    program_run(&p, refusals[i].arguments);
    program_expect_status(&p, 2);
    program_expect_err(&p, refusals[i].says);
    CU_ASSERT_EQUAL(p.out.length, 0);
  }
  program_free(&p);
}

static void all_errors_of_one_call_are_told(void) {
  program p = {.input = "{\"education\": \"phd\", \"specialty_months\": -1}"};
  RUN(&p, "assess", "--region", "guangxi", "--as-of", "2021-13-01", "--facts", "-", "--set",
      "trak=targeted", "--set", "target_level=Senior");
  program_expect_status(&p, 2);
  program_expect_err(&p, "2021-13-01");
  program_expect_err(&p, "/education");
  program_expect_err(&p, "/specialty_months");
  program_expect_err(&p, "trak");
  program_expect_err(&p, "Senior");
  program_free(&p);
}

static void output_that_cannot_be_written_ends_with_4(void) {
  program p = {.output_path = "/dev/full"};
  RUN(&p, "regions");
  program_expect_status(&p, 4);
  program_expect_err(&p, "standard output cannot be written");
  RUN(&p, "assess", "--region", "guangxi", "--format", "json");
  program_expect_status(&p, 4);
  RUN(&p, "test", "--region", "guangxi");
  program_expect_status(&p, 4);
  p.output_path = NULL;
  RUN(&p, "test", "--region", "guangxi", "--junit", "/dev/full");
  program_expect_status(&p, 4);
  program_expect_err(&p, "/dev/full");
  program_free(&p);
}

#define BAD ZC_BUILD_DIR "/bad_plugins/"

/* A run that looked at nothing is no success. */
static void looking_at_nothing_fails(void) {
  static const struct {
    int status;
    const char *said, *arguments[6];
  } rows[] = {
      {2, "holds no plugin", {"test", "--plugins", NULL}},
      {2, "holds no plugin", {"analyse", "--plugins", NULL}},
      {2, "holds no plugin", {"clauses", "--check", "--plugins", NULL}},
      {3, "there is no name", {"test", "--plugins", BAD "bad_condition"}},
      {3, "could not be loaded", {"analyse", "--plugins", BAD "bad_condition"}},
      {3, "could not be loaded", {"clauses", "--check", "--plugins", BAD "bad_condition"}},
      {3, "could not be loaded", {"analyse", "--plugins", BAD "duplicate_region"}},
      {3, "could not be loaded", {"clauses", "--check", "--plugins", BAD "duplicate_region"}},
      {1, "guangxi: not one case was run", {"test", "--region", "guangxi", NULL}},
  };
  program p = {0};
  char folder[64], file[80];
  folder_make(folder);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const char *list[10] = {NULL};
    size_t count = 0;
    for (; rows[i].arguments[count]; count++)
      list[count] = rows[i].arguments[count];
    snprintf(file, sizeof file, "%s%s", folder, rows[i].status == 1 ? "/none.ini" : "");
    if (rows[i].status < 3)
      list[count++] = file;
    list[count++] = "--lang";
    list[count] = "en";
    if (rows[i].status == 1)
      folder_write(folder, "none.ini", "; no case\n");
    program_run(&p, list);
    program_expect_status(&p, rows[i].status);
    program_expect_err(&p, rows[i].said);
  }
  folder_remove(folder);
  program_free(&p);
}

static void facts_list_regions_and_where_they_lie(void) {
  program p = {0};
  RUN(&p, "facts", "--lang", "en");
  program_expect_status(&p, 0);
  program_expect_out(&p, "region that granted the title held  [region]\n    guangxi (Guangxi), "
                         "inner_mongolia (Inner Mongolia), shandong (Shandong), urumqi (Urumqi)\n");
  program_expect_out(&p,
                     "division of the unit  [division]  region_division unless given\n    450000 "
                     "(Guangxi, guangxi), 150000 (Inner Mongolia, inner_mongolia), ");
  RUN(&p, "facts", "--region", "urumqi", "--lang", "zh");
  program_expect_out(&p, "650100（乌鲁木齐市，urumqi）\n");
  RUN(&p, "facts", "--format", "json");
  program_expect_out(
      &p, "\"values\":[{\"word\":\"guangxi\",\"zh\":\"广西壮族自治区\",\"en\":\"Guangxi\"},");
  program_expect_out(&p, "\"regions\":[{\"region\":\"guangxi\",\"division\":\"450000\",");
  RUN(&p, "facts", "--plugins", "/nowhere");
  program_expect_status(&p, 0);
  program_free(&p);
}

static void a_configuration_says_where_things_are(void) {
  program p = {0};
  char folder[64];
  char file[128];
  folder_make(folder);
  snprintf(file, sizeof file, "%s/c.ini", folder);
  folder_write(folder, "c.ini", "[zhicheng]\nplugins = nowhere\nlang = zh\n");
  RUN(&p, "regions", "--config", file);
  CU_ASSERT(p.status != 0);
  program_expect_err(&p, "错误");
  program_expect_err(&p, "/nowhere");
  RUN(&p, "regions", "--config", file, "--plugins", ZC_BUILD_DIR "/plugins");
  program_expect_status(&p, 0);
  program_expect_out(&p, "类别");
  folder_write(folder, "c.ini", "[zhicheng]\nplugin = x\nlang = fr\n[other]\na = b\n");
  RUN(&p, "regions", "--config", file);
  program_expect_status(&p, 2);
  program_expect_err(
      &p, "c.ini:2: error: a configuration has plugins, overrides, data, month_precision and lang, "
          "but no key 'plugin'; did you mean 'plugins'?\n");
  program_expect_err(&p, "c.ini:3: error: lang: 'fr' is no value");
  program_expect_err(&p, "c.ini:4: error: a configuration has the one section [zhicheng]");
  const char *said = zc_buffer_text(&p.err);
  const char *first = strstr(said, "c.ini:2:"), *second = strstr(said, "c.ini:3:");
  CU_ASSERT(first && second && first < second);
  CU_ASSERT(second && strstr(second, "c.ini:4:"));
  folder_write(folder, "c.ini", "[zhicheng]\nfoo = 1\n");
  RUN(&p, "regions", "--config", file);
  program_expect_err(&p, "but no key 'foo'\n");
  folder_write(folder, "c.ini", "[zhicheng]\noverrides = nowhere\n[other]\n");
  RUN(&p, "regions", "--config", file);
  program_expect_status(&p, 2);
  program_expect_err(&p, "c.ini:2: error: overrides: there is no directory");
  program_expect_err(&p, "c.ini:3: error: a configuration has the one section [zhicheng]");
  folder_write(folder, "guangxo.ini", "");
  folder_write(folder, "c.ini", "[zhicheng]\noverrides = .\n");
  RUN(&p, "unit", "--region", "guangxi", "--config", file);
  program_expect_status(&p, 0);
  program_expect_err(&p, "warning: guangxo.ini is of no region and was not read");
  folder_remove(folder);
  program_free(&p);
}

static void a_plugin_that_fails_is_its_regions_own_trouble(void) {
  program p = {0};
  char folder[64];
  folder_make(folder);
  folder_write(folder, "broken.so", "no shared object");
  RUN(&p, "assess", "--region", "broken", "--plugins", folder);
  program_expect_status(&p, 3);
  program_expect_err(&p, "broken.so");
  RUN(&p, "regions", "--plugins", folder);
  program_expect_status(&p, 0);
  program_expect_out(&p, "could not be loaded");
  program_expect_err(&p, "warning");
  RUN(&p, "regions", "--plugins", folder, "--format", "json");
  program_expect_out(&p, "\"status\":\"refused\",\"digest\":null}]");
  RUN(&p, "test", "--plugins", folder);
  program_expect_status(&p, 3);
  folder_remove(folder);
  program_free(&p);
}

static void check_tells_good_plugins_from_bad(void) {
  program p = {0};
  RUN(&p, "check", ZC_BUILD_DIR "/plugins/guangxi.so");
  program_expect_status(&p, 0);
  program_expect_out(&p, "guangxi.so: nothing is wrong. Region guangxi");
  RUN(&p, "check", "tests/samples/urumqi_clinic.ini");
  program_expect_status(&p, 1);
  program_expect_out(&p, "urumqi_clinic.ini: error: not a plugin");
  RUN(&p, "check", "no/such/plugin.so");
  program_expect_status(&p, 2);
  program_expect_err(&p, "no/such/plugin.so: error: cannot be read");
  program_free(&p);
}

static void link_to(const char *folder, const char *name, const char *target) {
  char link[96], *path = realpath(target, NULL);
  snprintf(link, sizeof link, "%s/%s", folder, name);
  CU_ASSERT(path && symlink(path, link) == 0);
  free(path);
}

/* A good plugin, and beside it one that does not load. */
static void make_plugins(char folder[64]) {
  folder_make(folder);
  folder_write(folder, "broken.so", "no shared object");
  link_to(folder, "north.so", ZC_BUILD_DIR "/bad_plugins/idle_clause/north.so");
  link_to(folder, "north", ZC_BUILD_DIR "/bad_plugins/idle_clause/north");
}

static void a_check_of_all_fails_for_a_plugin_that_did_not_load(void) {
  static const char *const checks[][3] = {{"analyse"}, {"clauses", "--check"}};
  program p = {0};
  char folder[64];
  make_plugins(folder);
  for (int i = 0; i < 2; i++) {
    RUN(&p, checks[i][0], "--plugins", folder, checks[i][1]);
    program_expect_status(&p, 3);
    program_expect_out(&p, "north");
    program_expect_err(&p, "broken.so: error: this plugin could not be loaded and was not looked");
    RUN(&p, checks[i][0], "--lang", "zh", "--plugins", folder, checks[i][1]);
    program_expect_err(&p, "broken.so: 错误：这个插件未能加载，没有检查");
  }
  RUN(&p, "analyse", "--plugins", folder, "--region", "north");
  CU_ASSERT(p.status <= 1);
  RUN(&p, "clauses", "--plugins", folder);
  program_expect_status(&p, 0);
  program_expect_err(&p, "warning: the plugin");
  folder_remove(folder);
  folder_make(folder);
  folder_write(folder, "broken.so", "no shared object");
  RUN(&p, "analyse", "--plugins", folder);
  program_expect_status(&p, 3);
  folder_remove(folder);
  program_free(&p);
}

static void a_test_that_runs_no_case_fails(void) {
  program p = {0};
  char folder[64], file[96];
  folder_make(folder);
  folder_write(folder, "a.ini", "");
  snprintf(file, sizeof file, "%s/a.ini", folder);
  RUN(&p, "test", "--region", "guangxi", file);
  program_expect_status(&p, 1);
  program_expect_out(&p, "0 passed, 0 failed\n");
  program_expect_err(&p, "error: region guangxi: not one case was run; write cases");
  RUN(&p, "test", "--lang", "zh", "--region", "guangxi", "--cases", folder);
  program_expect_status(&p, 1);
  program_expect_err(&p, "错误：地区 guangxi：一个用例也没有运行");
  RUN(&p, "test", "--region", "guangxi", "--rule", "gx.early", "plugins/guangxi/cases/unit.ini");
  program_expect_status(&p, 1);
  folder_remove(folder);
  program_free(&p);
}

static void options_of_all_commands_may_stand_before_the_command(void) {
  program p = {0};
  RUN(&p, "--plugins", ZC_BUILD_DIR "/bad_plugins/opens_crash", "--lang=en", "regions");
  program_expect_status(&p, 0);
  program_expect_err(&p, "opens_crash/north.so could not be loaded");
  RUN(&p, "--plugins", ZC_BUILD_DIR "/bad_plugins/opens_crash", "regions", "--check");
  program_expect_status(&p, 1);
  RUN(&p, "regions", "--check", "--year", "2025");
  program_expect_status(&p, 0);
  program_expect_out(&p, "until 2023-12-31 (has ended)");
  RUN(&p, "--lang", "en", "--plugins", "a", "regions", "--plugins", "b");
  program_expect_status(&p, 2);
  program_expect_err(&p, "option --plugins stands more than once");
  p.settings = (const char *const[]){"LC_ALL=C", "ZHICHENG_CONFIG=/nowhere/z.ini", NULL};
  RUN(&p, "regions");
  program_expect_status(&p, 2);
  program_expect_err(&p, "/nowhere/z.ini");
  program_free(&p);
}

void test_commands_usage(CU_pSuite suite) {
  CU_add_test(suite, "options of all commands may stand before the command",
              options_of_all_commands_may_stand_before_the_command);
  CU_add_test(suite, "help is there for the program and each command",
              help_is_there_for_the_program_and_each_command);
  CU_add_test(suite, "the language is that of the locale unless told",
              the_language_is_that_of_the_locale_unless_told);
  CU_add_test(suite, "bad usage is named and ends with 2", bad_usage_is_named_and_ends_with_2);
  CU_add_test(suite, "all errors of one call are told", all_errors_of_one_call_are_told);
  CU_add_test(suite, "output that cannot be written ends with 4",
              output_that_cannot_be_written_ends_with_4);
  CU_add_test(suite, "a run that looked at nothing fails and says so", looking_at_nothing_fails);
  CU_add_test(suite, "facts list the regions and where they lie",
              facts_list_regions_and_where_they_lie);
  CU_add_test(suite, "a configuration says where things are",
              a_configuration_says_where_things_are);
  CU_add_test(suite, "a plugin that fails is its region's own trouble",
              a_plugin_that_fails_is_its_regions_own_trouble);
  CU_add_test(suite, "a check of all regions fails for a plugin that did not load",
              a_check_of_all_fails_for_a_plugin_that_did_not_load);
  CU_add_test(suite, "a test that runs no case fails", a_test_that_runs_no_case_fails);
  CU_add_test(suite, "check tells good plugins from bad", check_tells_good_plugins_from_bad);
}
