/* SPDX-License-Identifier: Apache-2.0 */
#include "host/trial.h"
#include "host/rehearsal.h"
#include "host/worker.h"

#include <dlfcn.h>
#include <stdio.h>

enum { SECONDS = 2, ROUNDS = 40 };

typedef struct zc_trial {
  const char *path;
  const zc_region *region;
  zc_lang lang;
} zc_trial;

static zc_status judge(const zc_work *work, zc_diagnostics *diag) {
  zc_ending e;
  zc_buffer how = {0};
  zc_status status = zc_worker_run(work, &e, diag);
  /* In the program nothing would stop it. */
  if (e.end == ZC_END_WELL && (e.result || e.has_feasted))
    e.end = ZC_END_MEMORY;
  if (status == ZC_OK && e.end == ZC_END_UNSEALED) {
    status = zc_ending_report_unsealed(&e, work->file, diag);
  } else if (status == ZC_OK && e.end != ZC_END_WELL) {
    zc_ending_tell(&e, diag ? diag->lang : ZC_LANG_EN, &how);
    const char *text = zc_buffer_text(&how);
    status = text ? zc_report(diag, ZC_BAD_PLUGIN, &(zc_where){.file = work->file},
                              "%s出错：%s；已在单独的进程中试过，插件不予加载；插件只能有表和由参数"
                              "算出一个值的函数，请去掉其他代码",
                              "%s fails: %s; it was tried in a process of its own, and the plugin "
                              "is left out; a plugin has tables, and functions that compute a "
                              "value from their arguments: take all other code out",
                              e.at, text)
                  : zc_report_memory(diag);
  }
  zc_buffer_free(&how);
  zc_ending_free(&e);
  return status;
}

static int open_and_close(void *context, zc_buffer *said) {
  const zc_trial *t = context;
  (void)said;
  zc_worker_at("%s", t->lang == ZC_LANG_ZH ? "打开插件时运行的代码" : "code that runs at opening");
  zc_worker_seal();
  void *library = dlopen(t->path, RTLD_NOW | RTLD_LOCAL);
  if (library) {
    (void)dlsym(library, ZC_SYMBOL); /* a damaged table of symbols is met with here */
    dlclose(library);
  }
  fflush(stdout); /* the seal sees what was printed */
  return zc_worker_is_full();
}

zc_status zc_trial_of_opening(const char *path, zc_diagnostics *diag) {
  zc_trial trial = {.path = path, .lang = diag ? diag->lang : ZC_LANG_EN};
  if (zc_worker_is_inside())
    return ZC_OK;
  return judge(&(zc_work){open_and_close, &trial, path, SECONDS}, diag);
}

static int call_functions(void *context, zc_buffer *said) {
  const zc_trial *t = context;
  zc_rehearsal r;
  (void)said;
  if (!zc_rehearsal_open(&r, t->region))
    return 0;
  zc_worker_seal();
  for (uint32_t f = 0; f < t->region->function_count; f++) {
    zc_worker_at(t->lang == ZC_LANG_ZH ? "函数 %s " : "function %s", t->region->functions[f].name);
    for (uint32_t round = 0; round < ROUNDS; round++)
      zc_rehearse(&r, f, 0, round);
  }
  return zc_worker_is_full();
}

zc_status zc_trial_of_functions(const zc_region *region, zc_diagnostics *diag) {
  zc_trial trial = {.region = region, .lang = diag ? diag->lang : ZC_LANG_EN};
  if (!region->function_count || zc_worker_is_inside())
    return ZC_OK;
  return judge(&(zc_work){call_functions, &trial, region->file, SECONDS}, diag);
}
