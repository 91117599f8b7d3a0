/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of opening and closing the plugin. */
#include "base/clock.h"
#include "conformance/conformance.h"
#include "host/seal.h"

#include <dlfcn.h>
#include <link.h>
#include <malloc.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <string.h>
#include <unistd.h>

/* ---- what a plugin could change by being opened ---- */

typedef struct surroundings {
  uint32_t objects; /* shared objects that are open */
  uint64_t environment;
  size_t pending; /* bytes that are still to be printed */
} surroundings;

static int count_object(struct dl_phdr_info *object, size_t size, void *context) {
  (void)object;
  (void)size;
  ++*(uint32_t *)context;
  return 0;
}

static surroundings look_around(void) {
  surroundings s = {.environment = UINT64_C(0xCBF29CE484222325)};
  dl_iterate_phdr(count_object, &s.objects);
  for (char **line = environ; line && *line; line++)
    for (const char *c = *line;; c++) {
      s.environment = (s.environment ^ (unsigned char)*c) * UINT64_C(0x100000001B3);
      if (!*c)
        break;
    }
  s.pending = __fpending(stdout);
  return s;
}

static zc_outcome compare(const zc_subject *s, surroundings before, surroundings after,
                          zc_buffer *said) {
  uint32_t more = after.objects - before.objects;
  int is_changed = before.environment != after.environment;
  int has_printed = before.pending != after.pending;
  if (more > 1)
    zc_say(s, said, "打开它时一并打开了 %u 个别的库", "other libraries that it brings along: %u",
           more - 1);
  if (is_changed)
    zc_say(s, said, "打开它时程序的环境变量被改动", "it changes the environment of the program");
  if (has_printed)
    zc_say(s, said, "打开它时有输出", "it prints");
  return more > 1 || is_changed || has_printed ? ZC_FAILED : ZC_PASSED;
}

zc_outcome zc_test_open(const zc_subject *s, zc_buffer *said) {
  surroundings before = look_around();
  zc_worker_seal();
  zc_worker_at(s->lang == ZC_LANG_ZH ? "打开时" : "when it is opened");
  uint64_t start = zc_clock();
  void *library = zc_subject_open(s);
  uint32_t took = (uint32_t)(zc_clock() - start);
  if (!library || !dlsym(library, ZC_SYMBOL)) {
    const char *reason = dlerror();
    zc_say(s, said, "系统无法打开它：%s", "the system cannot open it: %s", reason ? reason : "?");
    return ZC_FAILED;
  }
  zc_outcome outcome = compare(s, before, look_around(), said);
  zc_worker_at(s->lang == ZC_LANG_ZH ? "关闭时" : "when it is closed");
  if (dlclose(library) != 0) {
    zc_say(s, said, "它不能关闭", "it cannot be closed");
    outcome = ZC_FAILED;
  }
  if (zc_seal_is_left_out())
    zc_say(s, said, "本程序构建时略去了封闭，因此没有看它是否使用文件、网络和进程",
           "this build runs unsealed, so files, network and processes were not watched");
  zc_say(s, said, "打开用了 %u 微秒", "it was opened in %u microseconds", took);
  return outcome;
}

/* ---- a hundred times ---- */

enum { TIMES = 100, WARM = 10, LEAST_GROWTH = 16 };

zc_outcome zc_test_reopen(const zc_subject *s, zc_buffer *said) {
  size_t bytes = 0;
  uint64_t pages = 0;
  for (int i = 0; i < TIMES; i++) {
    zc_worker_at(s->lang == ZC_LANG_ZH ? "第 %d 次打开" : "opened for the %d. time", i + 1);
    if (i == WARM) {
      pages = zc_worker_pages();
      bytes = mallinfo2().uordblks;
    }
    void *library = zc_subject_open(s);
    if (!library || dlclose(library) != 0) {
      zc_say(s, said, "第 %d 次打开或关闭失败", "it cannot be opened or closed for the %d. time",
             i + 1);
      return ZC_FAILED;
    }
  }
  size_t grown = mallinfo2().uordblks;
  grown = grown > bytes ? (grown - bytes) / (TIMES - WARM) : 0;
  uint64_t grown_pages = zc_worker_pages();
  grown_pages = grown_pages > pages ? grown_pages - pages : 0;
  if (grown >= LEAST_GROWTH)
    zc_say(s, said, "每打开一次，程序就多占 %zu 字节内存",
           "each time the program keeps %zu more bytes of memory", grown);
  else if (grown_pages >= TIMES - WARM)
    zc_say(s, said, "程序多占了 %llu 页内存", "the program takes %llu more pages of memory",
           (unsigned long long)grown_pages);
  else
    return ZC_PASSED;
  return ZC_FAILED;
}

/* ---- how long it takes ---- */

enum { LOADS = 3, MOST_MICROSECONDS = 500000 };

zc_outcome zc_test_time(const zc_subject *s, zc_buffer *said) {
  uint32_t least = UINT32_MAX;
  for (int i = 0; i < LOADS; i++) {
    zc_region region;
    uint64_t start = zc_clock();
    if (!zc_subject_load(s, &region, said))
      return ZC_FAILED;
    uint32_t took = (uint32_t)(zc_clock() - start);
    least = took < least ? took : least;
    zc_region_free(&region);
  }
  zc_say(s, said, "加载（检查文件、打开、编译、摘要）用了 %u 微秒",
         "loading (file check, opening, compiling, digest) takes %u microseconds", least);
  return least <= MOST_MICROSECONDS ? ZC_PASSED : ZC_FAILED;
}
