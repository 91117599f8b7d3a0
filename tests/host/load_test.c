/* SPDX-License-Identifier: Apache-2.0 */
/* Loading plugins: what is refused and how it is said, and what a bad one costs its neighbours
 * (core/host/load.c, host.c; the plugins are those of tests/bad_plugins). */
#include "base/memory.h"
#include "host/host.h"
#include "support/region.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BAD  ZC_BUILD_DIR "/bad_plugins/"
#define HERE ZC_BUILD_DIR "/tests/load"

typedef struct zc_refusal {
  const char *file;
  const char *en[4]; /* file, wanted, found, cure */
  const char *zh;
} zc_refusal;

static const zc_refusal refusals[] = {
    {BAD "missing_note/north.so",
     {"missing_note/north.so: error: ", "wanted an ELF note of the name 'Zhicheng'", "found none",
      "write ZC_PLUGIN(...)"},
     "要有名为“Zhicheng”的 ELF 注记"},
    {BAD "missing_symbol/north.so",
     {"missing_symbol/north.so: error: ", "wanted one exported data object 'zc_plugin'",
      "found 0 in the dynamic symbols", "define it with ZC_PLUGIN(...)"},
     "缺少符号"},
    {BAD "other_abi/north.so",
     {"other_abi/north.so: error: ", "wanted 1.0 to 1.3", "found 2.3", "install a newer host"},
     "接口版本不同"},
    {BAD "newer_abi/north.so",
     {"newer_abi/north.so: error: ", "wanted 1.0 to 1.3", "found 1.99", "install a newer host"},
     "接口版本不同"},
    {BAD "struct_size/north.so",
     {"struct_size/north.so: error: ", "a zc_region_plugin of 104 bytes", "found 112 and 256",
      "build the plugin again with an unchanged plugin.h"},
     "结构大小不对"},
    {BAD "note_differs/north.so",
     {"note_differs/north.so: error: ", "the note says region 'north'",
      "the object says region 'south'", "let one ZC_PLUGIN make both"},
     "注记与对象不一致"},
    {BAD "duplicate_region/other.so",
     {"duplicate_region/other.so: error: ", "wanted north.so", "found other.so", "rename the file"},
     "文件名与地区不符"},
    {BAD "duplicate_rule/north.so",
     {"duplicate_rule/north.c:", "north.ethics, id: this id is taken by the row at",
      "good.h:", "rename one of the two"},
     "编号重复"},
    {BAD "duplicate_fact/north.so",
     {"duplicate_fact/north.c:", "fact north.herd", "a fact of this name already", "rename one"},
     "已有同名事实"},
    {BAD "unknown_document/north.so",
     {"unknown_document/north.c:", "cites the document 'north-2042'", "add it to a table",
      "did you mean 'north-2024'?"},
     "引用的文件“north-2042”"},
    {BAD "bad_condition/north.so",
     {"bad_condition/north.c:", ":19: error: north.ethics.a, needs: ", "`unit_goverment_run`",
      "unit_government_run"},
     "north.ethics.b"},
    {BAD "no_source/north.so",
     {"no_source/north.c:", "years_of_service: has no source",
      "no_source/north/parameters.ini:1: ", "add the line: source = "},
     "没有出处"},
    {BAD "missing_parameters/north.so",
     {"missing_parameters/north/parameters.ini: error: ", "wants it beside itself",
      "found: No such file", "put it there"},
     "无法读取参数文件"},
    {BAD "unreadable_parameters/north.so",
     {"unreadable_parameters/north/parameters.ini:1: ", "byte-order mark", "save it as UTF-8",
      "parameters.ini:2: "},
     "错误："},
    {BAD "forbidden_fact/north.so",
     {"forbidden_fact/north.c:", "north.ethics.papers, needs: reads 'paper_count'",
      "north.ethics.no_paper forbids", "take it out"},
     "不许决定性的规则读取"},
    {BAD "nowhere/north.so",
     {"nowhere/north.so: error: ", "cannot be read: No such file"},
     "无法读取"},
};

static void refused(const zc_refusal *r, zc_lang lang) {
  zc_region region;
  zc_diagnostics diag = {.lang = lang};
  zc_status status = zc_region_load(&region, r->file, NULL, &diag);
  CU_ASSERT_EQUAL(status, ZC_BAD_PLUGIN);
  CU_ASSERT_EQUAL(diag.worst, ZC_BAD_PLUGIN);
  CU_ASSERT(region.library == NULL);
  if (status == ZC_OK)
    printf("\n%s was loaded\n", r->file);
  for (int i = 0; lang == ZC_LANG_EN && i < 4 && r->en[i]; i++)
    zc_test_contains(zc_diagnostics_text(&diag), r->en[i]);
  if (lang == ZC_LANG_ZH)
    zc_test_contains(zc_diagnostics_text(&diag), r->zh);
  zc_diagnostics_free(&diag);
}

static void every_refusal_names_file_wanted_found_and_cure(void) {
  for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
    refused(&refusals[i], ZC_LANG_EN);
}

static void refusals_are_said_in_chinese_too(void) {
  for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
    refused(&refusals[i], ZC_LANG_ZH);
}

static void a_good_plugin_loads(void) {
  zc_region region;
  zc_diagnostics diag = {0};
  CU_ASSERT_EQUAL_FATAL(zc_region_load(&region, BAD "duplicate_region/north.so", NULL, &diag),
                        ZC_OK);
  CU_ASSERT_EQUAL(diag.errors, 0);
  CU_ASSERT_STRING_EQUAL(region.id, "north");
  CU_ASSERT_STRING_EQUAL(region.version, "1.0.0");
  CU_ASSERT_EQUAL(region.rule_count, 1);
  CU_ASSERT_PTR_NULL((&region)->library); /* nothing of it is open here */
  zc_region_free(&region);
  zc_diagnostics_free(&diag);
}

static void a_plugin_of_the_first_abi_loads(void) {
  zc_region region;
  zc_diagnostics diag = {0};
  zc_status status = zc_region_load(&region, BAD "abi_1_0/north.so", NULL, &diag);
  if (status != ZC_OK)
    printf("\n%s", zc_diagnostics_text(&diag));
  CU_ASSERT_EQUAL_FATAL(status, ZC_OK);
  CU_ASSERT_EQUAL(region.rule_count, 2);
  CU_ASSERT_EQUAL(region.rules[1].line_count, 1);
  CU_ASSERT_EQUAL(region.parameters.parameters[0].settings[0].value, 60);
  CU_ASSERT_EQUAL(region.conversions[0].otherwise, ZC_INVALID);
  CU_ASSERT_EQUAL(region.unit_count, 1);
  CU_ASSERT_EQUAL(region.steps[0].month, 8);
  CU_ASSERT_STRING_EQUAL(region.effects[0].kind, "notice");
  zc_region_free(&region);
  zc_diagnostics_free(&diag);
}

/* ---- a directory ---- */

static void put_link(const char *target, const char *name) {
  char path[256], full[4096];
  CU_ASSERT_FATAL(snprintf(path, sizeof path, HERE "/%s", name) < (int)sizeof path);
  CU_ASSERT_FATAL(realpath(target, full) != NULL);
  unlink(path);
  CU_ASSERT_EQUAL_FATAL(symlink(full, path), 0);
}

static void put_file(const char *name, const char *bytes, size_t length) {
  char path[256];
  CU_ASSERT_FATAL(snprintf(path, sizeof path, HERE "/%s", name) < (int)sizeof path);
  unlink(path);
  FILE *file = fopen(path, "wb");
  CU_ASSERT_FATAL(file != NULL);
  CU_ASSERT_EQUAL(fwrite(bytes, 1, length, file), length);
  fclose(file);
}

static const zc_loaded *entry(zc_host *host, const char *id, zc_status status, const char *part) {
  const zc_loaded *found = zc_host_find(host, id);
  CU_ASSERT_FATAL(found != NULL);
  CU_ASSERT_EQUAL(found->status, status);
  CU_ASSERT_EQUAL(found->region != NULL, status == ZC_OK);
  if (part)
    zc_test_contains(found->messages, part);
  return found;
}

/* A file that is right but that this system cannot serve: it wants a later C library. */
static void put_unlinkable(void) {
  char *bytes = NULL;
  size_t length = 0;
  CU_ASSERT_EQUAL_FATAL(
      zc_read_file(BAD "scores_length/north.so", (size_t)1 << 20, &bytes, &length, NULL), ZC_OK);
  for (size_t i = 0; i + 8 < length; i++)
    if (memcmp(bytes + i, "GLIBC_2.", 8) == 0)
      bytes[i + 6] = '9';
  mkdir(HERE "/unlinkable", 0777);
  put_file("unlinkable/north.so", bytes, length);
  put_file("cut.so", bytes, length / 2);
  zc_free(bytes);
}

static void one_bad_plugin_costs_the_others_nothing(void) {
  mkdir(ZC_BUILD_DIR "/tests", 0777);
  mkdir(HERE, 0777);
  put_link(BAD "duplicate_region/north.so", "north.so");
  put_link(BAD "duplicate_region/north", "north");
  put_link(BAD "duplicate_region/other.so", "other.so");
  put_file("text.so", "no plugin\n", 10);
  put_file("notes.txt", "no plugin\n", 10);
  put_unlinkable();
  zc_host host;
  zc_diagnostics diag = {0};
  CU_ASSERT_EQUAL_FATAL(zc_host_open(&host, HERE "/", NULL, ZC_LANG_EN, &diag), ZC_OK);
  CU_ASSERT_EQUAL(host.count, 4);
  CU_ASSERT_EQUAL(diag.errors, 0);
  const zc_loaded *north = entry(&host, "north", ZC_OK, NULL);
  CU_ASSERT(north->messages == NULL);
  CU_ASSERT_STRING_EQUAL(north->path, HERE "/north.so");
  entry(&host, "other", ZC_BAD_PLUGIN,
        "duplicate region: 'north' is provided by " HERE "/north.so");
  entry(&host, "text", ZC_BAD_PLUGIN, "not a plugin: wanted a shared object");
  entry(&host, "cut", ZC_BAD_PLUGIN, "the file is truncated");
  CU_ASSERT(zc_host_find(&host, "south") == NULL);
  zc_host_close(&host);
  zc_diagnostics_free(&diag);
}

static void what_the_linker_says_is_passed_on(void) {
  static const zc_refusal refusal = {
      HERE "/unlinkable/north.so",
      {"unlinkable/north.so: error: the system cannot open this shared object: ",
       "build the plugin with make"},
      "系统无法打开这个共享库"};
  refused(&refusal, ZC_LANG_EN);
  refused(&refusal, ZC_LANG_ZH);
}

static void a_directory_that_is_not_there_is_an_error(void) {
  zc_host host;
  zc_diagnostics diag = {0};
  CU_ASSERT_EQUAL(zc_host_open(&host, HERE "/nowhere", NULL, ZC_LANG_EN, &diag), ZC_BAD_INPUT);
  zc_test_contains(zc_diagnostics_text(&diag), "nowhere: error: the directory of plugins cannot");
  zc_diagnostics_free(&diag);
}

static void overrides_stand_beside_no_plugin(void) {
  mkdir(HERE "/overrides", 0777);
  put_file("overrides/north.ini", "[lost]\nsource = x\nalways = 1\n", 29);
  zc_region region;
  zc_diagnostics diag = {0};
  CU_ASSERT_EQUAL(zc_region_load(&region, BAD "duplicate_region/north.so",
                                 &(zc_deployment){.overrides = HERE "/overrides"}, &diag),
                  ZC_BAD_PLUGIN);
  zc_test_contains(zc_diagnostics_text(&diag),
                   HERE "/overrides/north.ini:1: error: the plugin has no parameter 'lost'");
  zc_diagnostics_free(&diag);
}

void test_host_load(CU_pSuite suite) {
  CU_add_test(suite, "a good plugin loads", a_good_plugin_loads);
  CU_add_test(suite, "a plugin built against the header of ABI 1.0 loads",
              a_plugin_of_the_first_abi_loads);
  CU_add_test(suite, "every refusal names the file, what was wanted, what was found and the cure",
              every_refusal_names_file_wanted_found_and_cure);
  CU_add_test(suite, "refusals are said in Chinese too", refusals_are_said_in_chinese_too);
  CU_add_test(suite, "one bad plugin in a directory costs the others nothing",
              one_bad_plugin_costs_the_others_nothing);
  CU_add_test(suite, "what the dynamic linker says of a file is passed on",
              what_the_linker_says_is_passed_on);
  CU_add_test(suite, "a directory of plugins that cannot be read is an error",
              a_directory_that_is_not_there_is_an_error);
  CU_add_test(suite, "a deployment's file of parameters is read by the region's name",
              overrides_stand_beside_no_plugin);
}
