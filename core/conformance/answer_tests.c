/* SPDX-License-Identifier: Apache-2.0 */
/* Tests of functions and answers: the same facts give the same, in any process, and nothing of the
 * plugin or of the program changes. */
#include "base/memory.h"
#include "compile/extent.h"
#include "conformance/conformance.h"
#include "conformance/random_person.h"
#include "host/load.h"
#include "host/rehearsal.h"
#include "report/report.h"

#include <dlfcn.h>
#include <glob.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define START UINT64_C(0xCBF29CE484222325)
#define PRIME UINT64_C(0x100000001B3)

static uint64_t hash(uint64_t h, const void *bytes, size_t length) {
  const unsigned char *at = bytes;
  for (size_t i = 0; i < length; i++)
    h = (h ^ at[i]) * PRIME;
  return h;
}

/* All memory of the plugin but its code. */
static uint64_t hash_data(const zc_region *region) {
  zc_extent extent = {.count = 0};
  uint64_t h = START;
  const char *object = dlsym(region->library, ZC_SYMBOL);
  zc_extent_find(&extent, object);
  for (uint32_t i = 0; i < extent.count; i++)
    if (!extent.parts[i].is_code)
      h = hash(h, object + (extent.parts[i].from - (uintptr_t)object),
               extent.parts[i].until - extent.parts[i].from);
  return h;
}

static void say_essence(zc_buffer *said, uint64_t h) {
  zc_buffer_printf(said, "=%016llx\n", (unsigned long long)h);
}

/* ---- functions ---- */

enum { ROUNDS = 200, LEAST_GROWTH = 256 };

static int is_in_range(const zc_function *f, zc_value v) {
  int64_t min = f->type == ZC_INT ? f->min : f->type == ZC_DATE ? ZC_DAY_MIN : 0;
  int64_t max = f->type == ZC_INT ? f->max : f->type == ZC_DATE ? ZC_DAY_MAX : 1;
  return v.known == 0 || (v.known == 1 && v.value >= min && v.value <= max);
}

/* Calls a function over all rounds, forwards or backwards; returns 0 where something is told. */
static int try_function(const zc_subject *s, const zc_rehearsal *r, uint32_t index, uint64_t *sum,
                        zc_buffer *said) {
  const zc_function *f = &r->region->functions[index];
  for (uint32_t i = 0; i < ROUNDS; i++) {
    uint32_t round = s->pass ? ROUNDS - 1 - i : i;
    zc_value v = zc_rehearse(r, index, s->seed, round);
    zc_value again = zc_rehearse(r, index, s->seed, round);
    if (v.known != again.known || v.value != again.value) {
      zc_say(s, said, "%s：同样的参数先后得到 %lld 和 %lld：它带有状态或读取别的东西",
             "%s: the same arguments gave %lld and then %lld: it keeps state or reads something "
             "else",
             f->name, (long long)v.value, (long long)again.value);
      return 0;
    }
    if (!is_in_range(f, v)) {
      zc_say(s, said, "%s：值 %lld（known = %d）不在所声明的范围 %lld 至 %lld 之内",
             "%s: the value %lld (known = %d) is outside the declared range %lld to %lld", f->name,
             (long long)v.value, (int)v.known, (long long)f->min, (long long)f->max);
      return 0;
    }
    int64_t parts[] = {index, round, v.known ? v.value : 0, v.known};
    *sum += hash(START, parts, sizeof parts); /* a sum: in whatever order they came */
  }
  return 1;
}

static int try_functions(const zc_subject *s, const zc_rehearsal *r, uint64_t *sum,
                         zc_buffer *said) {
  int fine = 1;
  for (uint32_t f = 0; f < r->region->function_count; f++) {
    size_t before = mallinfo2().uordblks + mallinfo2().hblkhd;
    zc_worker_at(s->lang == ZC_LANG_ZH ? "函数 %s" : "function %s", r->region->functions[f].name);
    fine &= try_function(s, r, f, sum, said);
    size_t after = mallinfo2().uordblks + mallinfo2().hblkhd;
    if (after > before + LEAST_GROWTH + said->capacity) {
      zc_say(s, said, "%s：它留下了没有释放的内存（%zu 字节）",
             "%s: it leaves memory behind (%zu bytes)", r->region->functions[f].name,
             after - before);
      fine = 0;
    }
  }
  return fine;
}

zc_outcome zc_test_functions(const zc_subject *s, zc_buffer *said) {
  zc_region region;
  zc_rehearsal r;
  uint64_t sum = 0;
  if (!zc_subject_load(s, &region, said) || !zc_rehearsal_open(&r, &region))
    return ZC_FAILED;
  if (!region.function_count) {
    zc_say(s, said, "它没有函数", "it has no functions");
    return ZC_SKIPPED;
  }
  uint64_t data = hash_data(&region);
  zc_worker_seal();
  int fine = try_functions(s, &r, &sum, said);
  if (hash_data(&region) != data) {
    zc_say(s, said, "函数改动了插件自己的数据", "the functions change data of the plugin's own");
    fine = 0;
  }
  say_essence(said, sum);
  return fine ? ZC_PASSED : ZC_FAILED;
}

/* ---- questions ---- */

enum { PEOPLE = 300, FEW = 60 };

typedef struct asking {
  const zc_subject *subject;
  zc_random_person person;
  zc_workspace *workspace;
  zc_json_writer *writer;
  zc_buffer json;
  zc_diagnostics diag;
  uint32_t refused; /* people whose facts do not go together */
} asking;

static int asking_open(asking *a, const zc_subject *s, const zc_region *region) {
  *a = (asking){.subject = s, .diag = {.lang = s->lang}};
  a->workspace = zc_workspace_new(region);
  a->writer = zc_json_writer_new(region);
  return zc_random_person_open(&a->person, region) && a->workspace && a->writer;
}

/* The bytes of all answers about a person. */
static uint64_t ask(asking *a, uint64_t h) {
  for (int q = ZC_Q_ASSESS; q < ZC_Q_CALENDAR; q++) {
    const zc_answer *answer = NULL;
    if (zc_ask(a->workspace, (zc_question)q, &a->person.facts, a->person.as_of, a->person.strict,
               &answer, &a->diag) != ZC_OK) {
      a->refused++;
      zc_diagnostics_free(&a->diag);
      return h;
    }
    zc_buffer_clear(&a->json);
    zc_json_answer(&a->json, a->writer, answer);
    h = hash(h, a->json.data, a->json.length);
  }
  return h;
}

/* Asks about people; the number of the first whose answers differ when asked again, or -1. */
static int64_t ask_people(asking *a, uint32_t count, uint64_t *h) {
  for (uint32_t i = 0; i < count; i++) {
    zc_worker_at(a->subject->lang == ZC_LANG_ZH ? "种子 %llu 的第 %u 人" : "seed %llu, person %u",
                 (unsigned long long)a->subject->seed, i + 1);
    zc_random_person_make(&a->person, a->subject->seed, i);
    uint64_t once = ask(a, START), again = ask(a, START);
    if (once != again)
      return i;
    *h = hash(*h, &once, sizeof once);
  }
  return -1;
}

zc_outcome zc_test_questions(const zc_subject *s, zc_buffer *said) {
  zc_region region;
  asking a;
  uint64_t h = START, again = START;
  if (!zc_subject_load(s, &region, said) || !asking_open(&a, s, &region))
    return ZC_FAILED;
  uint64_t data = hash_data(&region);
  zc_worker_seal();
  int64_t differs = ask_people(&a, PEOPLE, &h);
  size_t memory = mallinfo2().uordblks;
  if (differs < 0)
    differs = ask_people(&a, PEOPLE, &again);
  size_t grown = mallinfo2().uordblks;
  int fine = differs < 0 && h == again;
  if (!fine)
    zc_say(s, said, "同样的问题得到不同的回答（第 %lld 人）；种子 %llu",
           "the same question got another answer (person %lld); seed %llu",
           (long long)(differs < 0 ? 0 : differs + 1), (unsigned long long)s->seed);
  if (hash_data(&region) != data) {
    zc_say(s, said, "提问时插件的数据被改动", "the plugin's data change while questions are asked");
    fine = 0;
  }
  if (grown > memory + LEAST_GROWTH + said->capacity) {
    zc_say(s, said, "提问留下了没有释放的内存（%zu 字节）",
           "questions leave memory behind (%zu bytes)", grown - memory);
    fine = 0;
  }
  zc_say(
      s, said, "%u 人，各问三个问题；种子 %llu；事实互相矛盾的未答 %u 次",
      "%u people were asked about, three questions each; seed %llu; %u times the facts did not go "
      "together",
      (unsigned)PEOPLE, (unsigned long long)s->seed, a.refused);
  say_essence(said, h);
  return fine ? ZC_PASSED : ZC_FAILED;
}

/* ---- the order of loading ---- */

/* Loads the other plugins of the folder that run no code; returns how many. */
static uint32_t load_others(const zc_subject *s) {
  zc_stem own = zc_path_stem(s->file);
  char pattern[4096];
  glob_t found;
  uint32_t loaded = 0;
  snprintf(pattern, sizeof pattern, "%.*s*.so", (int)(own.text - s->file), s->file);
  if (glob(pattern, 0, NULL, &found) != 0)
    return 0;
  for (size_t i = 0; i < found.gl_pathc; i++) {
    zc_region *other = zc_calloc(1, sizeof *other);
    zc_file_info info;
    zc_worker_at(s->lang == ZC_LANG_ZH ? "加载另一个插件 %s" : "loading another plugin, %s",
                 found.gl_pathv[i]);
    if (other && strcmp(zc_path_stem(found.gl_pathv[i]).text, own.text) != 0 &&
        zc_plugin_inspect(found.gl_pathv[i], &info, NULL) == ZC_OK && !info.needs_trial)
      loaded += zc_region_load(other, found.gl_pathv[i], &s->deployment, NULL) == ZC_OK;
  }
  globfree(&found);
  return loaded;
}

/* Asked before the others are there, loaded after them, loaded before them. */
zc_outcome zc_test_order(const zc_subject *s, zc_buffer *said) {
  zc_region region;
  asking a;
  uint64_t h = START;
  uint32_t others = s->pass == 1 ? load_others(s) : 0;
  if (!zc_subject_load(s, &region, said) || !asking_open(&a, s, &region))
    return ZC_FAILED;
  if (s->pass == 0)
    ask_people(&a, FEW, &h);
  if (s->pass != 1)
    others = load_others(s);
  if (!others) {
    zc_say(s, said, "它的目录里没有别的可加载的插件",
           "there is no other plugin beside it that can be loaded");
    return ZC_SKIPPED;
  }
  if (s->pass != 0)
    ask_people(&a, FEW, &h);
  zc_say(s, said, "与 %u 个别的插件一起加载", "other plugins loaded beside it: %u", others);
  say_essence(said, h);
  return ZC_PASSED;
}
