/* SPDX-License-Identifier: Apache-2.0 */
/* Plugins whose code does what no plugin may: each is told by the name of its deed, and the program
 * goes on (core/worker, core/host/opener.c, seal.c; the plugins are those of tests/bad_plugins). */
#include "base/memory.h"
#include "host/host.h"
#include "host/seal.h"
#include "host/worker.h"
#include "support/region.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define BAD ZC_BUILD_DIR "/bad_plugins/"

typedef struct zc_deed {
  const char *plugin, *en, *zh;
} zc_deed;

static const zc_deed deeds[] = {
    {"opens_crash", "functions run when it is opened (constructors)", "打开时运行的函数"},
    {"closes_crash", "functions run when it is closed (destructors)", "关闭时运行的函数"},
    {"scores_clock", "what no plugin is given: time (clocks and random numbers)", "time（时钟"},
    {"scores_memory", "malloc (memory)", "malloc（内存）"},
    {"exports_more", "the plugin exports more than its object: helper;", "还导出 helper"},
    {"scores_abort", "it ended the process by abort()", "abort()"},
    {"scores_sleep", "it waits (sleeps)", "休眠"},
    {"scores_fork", "it starts a process", "启动进程"},
    {"scores_network", "it uses the network", "使用网络"},
    {"scores_print", "prints", "输出"},
    {"scores_kill", "it interferes with other processes", "其他进程"},
    {"scores_signal", "it changes signal handlers", "信号处理"},
    {"scores_limit", "it changes limits or rights", "资源限制"},
    {"scores_recursion", "the stack ran over", "栈溢出"},
    {"scores_huge", "it asks for a huge piece of memory", "内存过大"},
    {"scores_feast", "it used up all memory", "用尽"},
    {"scores_hoard", "it used up all memory", "用尽"},
    {"scores_greed", "it used up all memory", "用尽"},
    {"scores_writing_past", "it wrote to memory past the end of its tables", "末尾之外"},
    {"scores_crash", "function north.score fails: it crashed: wrong arithmetic", "算术错误"},
    {"scores_null", "it read memory through a NULL pointer", "读取空指针"},
    {"scores_loop", "function north.score fails: it runs on", "不结束"},
    {"scores_exit", "it ended the process by exit(2)", "exit(2)"},
    {"scores_facts", "it changed the facts that it is given", "改动给它的事实"},
    {"scores_past", "it read around the facts that a function is given", "前后"},
    {"scores_before", "it read around the facts that a function is given", "前后"},
    {"scores_far", "it read around the facts that a function is given", "前后"},
    {"scores_file", "it opens files", "打开、读取或改动文件"},
    {"scores_tables", "it wrote to its own read-only tables", "只读表"},
    {"table_count", "its 60000 rows (112 bytes apart) reach out of the plugin's own data", "超出"},
    {"table_pointer", "clauses, id: leads out of the plugin's own data", "之外"},
    {"table_huge", "they are huge", "表过大"},
    {"image_huge", "huge tables", "表过大"},
};

/* Deeds that only the seal sees, and limits that a sanitizer or an emulator takes for itself. */
static int is_seen_here(const zc_deed *d) {
  static const char *const limits[] = {"scores_feast", "scores_huge", "scores_hoard",
                                       "scores_greed", "scores_writing_past"};
  if (zc_seal_is_left_out())
    return strncmp(d->plugin, "table", 5) == 0;
#if defined(__SANITIZE_ADDRESS__)
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
    if (strcmp(d->plugin, limits[i]) == 0)
      return 0;
#else
  (void)limits;
#endif
  return 1;
}

static void refused(const zc_deed *d, zc_lang lang) {
  char path[256];
  zc_region region;
  zc_diagnostics diag = {.lang = lang};
  snprintf(path, sizeof path, BAD "%s/north.so", d->plugin);
  zc_status status = zc_region_load(&region, path, NULL, &diag);
  if (status != ZC_BAD_PLUGIN)
    printf("\n%s: status %d\n", d->plugin, (int)status);
  CU_ASSERT_EQUAL(status, ZC_BAD_PLUGIN);
  zc_test_contains(zc_diagnostics_text(&diag), lang == ZC_LANG_EN ? d->en : d->zh);
  if (status == ZC_OK)
    zc_region_free(&region);
  zc_diagnostics_free(&diag);
}

static void every_deed_is_named(void) {
  for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++)
    if (is_seen_here(&deeds[i]))
      refused(&deeds[i], ZC_LANG_EN);
}

static void deeds_are_named_in_chinese(void) {
  for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++)
    if (is_seen_here(&deeds[i]) && !strstr(deeds[i].plugin, "_loop"))
      refused(&deeds[i], ZC_LANG_ZH);
}

/* A link in the folder to what stands there. */
static void lay(const char *folder, const char *name, const char *there) {
  char path[96];
  char *target = realpath(there, NULL);
  snprintf(path, sizeof path, "%s/%s", folder, name);
  CU_ASSERT(target && symlink(target, path) == 0);
  free(target);
}

static void take_away(const char *folder, const char *name) {
  char path[96];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  unlink(path);
}

static void the_program_goes_on_with_the_others(void) {
  char folder[] = "/tmp/zhicheng-trial-XXXXXX";
  zc_host host;
  CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
  lay(folder, "north.so", BAD "scores_exit/north.so");
  lay(folder, "north", BAD "scores_exit/north");
  CU_ASSERT_EQUAL(zc_host_open(&host, folder, NULL, ZC_LANG_EN, NULL), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(host.count, 1);
  CU_ASSERT_EQUAL(host.plugins[0].status, ZC_BAD_PLUGIN);
  zc_test_contains(host.plugins[0].messages, "it ended the process by exit(2)");
  zc_host_close(&host);
  take_away(folder, "north.so");
  take_away(folder, "north");
  rmdir(folder);
}

static void memory_of_the_program_is_not_laid_to_its_plugins(void) {
  size_t length = (size_t)300 << 20;
  void *held =
      mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
  zc_region region;
  CU_ASSERT_FATAL(held != MAP_FAILED);
  zc_status status = zc_region_load(&region, BAD "duplicate_region/north.so", NULL, NULL);
  CU_ASSERT_EQUAL(status, ZC_OK);
  if (status == ZC_OK)
    zc_region_free(&region);
  munmap(held, length);
}

/* ---- workers by themselves ---- */

static int say_much(void *context, zc_buffer *said) {
  for (int i = 0; i < 100000; i++)
    zc_buffer_puts(said, context);
  return 7;
}

static void a_worker_tells_its_result_and_a_bounded_text(void) {
  zc_ending e;
  CU_ASSERT_EQUAL(zc_worker_run(&(zc_work){say_much, "twelve bytes", NULL, 5}, &e, NULL), ZC_OK);
  CU_ASSERT_EQUAL(e.end, ZC_END_WELL);
  CU_ASSERT_EQUAL(e.result, 7);
  CU_ASSERT_EQUAL(e.said.length, 1 << 20);
  CU_ASSERT(e.is_cut);
  zc_ending_free(&e);
}

static int change_context(void *context, zc_buffer *said) {
  (void)said;
  *(int *)context = 2;
  return 0;
}

static void what_a_worker_changes_is_lost(void) {
  int value = 1;
  zc_ending e;
  CU_ASSERT_EQUAL(zc_worker_run(&(zc_work){change_context, &value, NULL, 5}, &e, NULL), ZC_OK);
  CU_ASSERT_EQUAL(value, 1);
  zc_ending_free(&e);
}

void test_host_trial(CU_pSuite suite) {
  CU_add_test(suite, "whatever a plugin's code does is told by its name", every_deed_is_named);
  CU_add_test(suite, "and in Chinese", deeds_are_named_in_chinese);
  CU_add_test(suite, "a plugin that leaves the program takes nobody along",
              the_program_goes_on_with_the_others);
  CU_add_test(suite, "memory of the program is not laid to its plugins",
              memory_of_the_program_is_not_laid_to_its_plugins);
  CU_add_test(suite, "a worker tells its result and a bounded text",
              a_worker_tells_its_result_and_a_bounded_text);
  CU_add_test(suite, "what a worker changes is lost with it", what_a_worker_changes_is_lost);
}
