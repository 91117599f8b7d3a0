/* SPDX-License-Identifier: Apache-2.0 */
/* From the bytes of a plugin to the image of its region, under the seal. */
#include "base/memory.h"
#include "host/rehearsal.h"
#include "image/image.h"
#include "worker/worker_side.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { OPENING = 2, TABLES = 20, CALLS = 2, ROUNDS = 40 }; /* seconds; calls of a function */

typedef struct job {
  const worker_order *order;
  const char *file;
  zc_parameter_text parameters, overrides;
  zc_diagnostics diag;
  void *opened;
  int is_sealed;
  zc_region region;
  zc_rehearsal rehearsal;
  zc_buffer image;
} job;

static const char *part(const job *j, zc_request_part which, size_t *length) {
  *length = (size_t)j->order->request.lengths[which];
  return j->order->parts[which];
}

static void take_parameters(job *j, zc_parameter_text *text, zc_request_part which, int error) {
  size_t path_length;
  const char *path = part(j, which, &path_length);
  *text = (zc_parameter_text){.path = path_length ? path : NULL, .error = error};
  if (!error)
    text->bytes = j->order->parts[which + 1];
  text->length = (size_t)j->order->request.lengths[which + 1];
  zc_parameter_text_parse(text, j->diag.lang);
}

/* The plugin as a file that nobody can change any more. 0, or an errno. */
static int place_plugin(const job *j) {
  size_t length, done = 0;
  const char *bytes = part(j, ZC_REQUEST_PLUGIN, &length);
  int file = memfd_create("plugin", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  while (file >= 0 && done < length) {
    ssize_t written = write(file, bytes + done, length - done);
    if (written <= 0)
      return errno;
    done += (size_t)written;
  }
  if (file < 0 ||
      fcntl(file, F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0 ||
      (file != WORKER_PLUGIN_FILE && dup2(file, WORKER_PLUGIN_FILE) < 0))
    return errno;
  return 0;
}

static zc_status report_place(job *j, int error) {
  return zc_report(&j->diag, ZC_BAD_PLUGIN, &(zc_where){.file = j->file},
                   "无法把插件放进内存：%s%s", "the plugin cannot be put into memory: %s%s",
                   strerror(error),
                   error != EFBIG               ? ""
                   : j->diag.lang == ZC_LANG_ZH ? "；请放宽文件大小的限制（ulimit -f）"
                                                : "; raise the limit of file sizes (ulimit -f)");
}

/* What it takes before the seal: memory that functions find their arguments in. */
static void seal(job *j) {
  int error = zc_worker_try_seal();
  j->is_sealed = !error;
  if (error && !j->order->request.may_run_unsealed)
    zc_worker_finish(ZC_END_UNSEALED, error);
}

static zc_status open_plugin(job *j, const zc_region_plugin **plugin) {
  zc_plugin_link link = {j->file, WORKER_PLUGIN_PATH, &j->order->request.info};
  worker_stage(ZC_STAGE_OPENING, OPENING, "");
  zc_status status = zc_plugin_open(&link, &j->opened, plugin, &j->diag);
  fflush(stdout); /* the seal sees what was printed */
  if (zc_worker_is_full() || zc_worker_has_feasted())
    zc_worker_finish(ZC_END_MEMORY, 0);
  return status;
}

/* Functions are tried before any answer depends on them. */
static void try_functions(job *j) {
  for (uint32_t f = 0; f < j->region.function_count; f++) {
    worker_stage(ZC_STAGE_FUNCTION, CALLS, j->region.functions[f].name);
    if (!j->is_sealed)
      zc_worker_seal();
    for (uint32_t round = 0; round < ROUNDS; round++) {
      zc_rehearse(&j->rehearsal, f, 0, round);
      if (zc_worker_is_full() || zc_worker_has_feasted())
        zc_worker_finish(ZC_END_MEMORY, 0);
    }
  }
}

static zc_status make_image(job *j, const zc_region_plugin *plugin) {
  size_t length;
  const char *bytes = part(j, ZC_REQUEST_PLUGIN, &length);
  worker_stage(ZC_STAGE_TABLES, TABLES, "");
  zc_status status =
      zc_region_compile_read(&j->region, plugin, j->file, &j->parameters, &j->overrides, &j->diag);
  if (status == ZC_OK)
    status = zc_region_digest_of(&j->region, bytes, length, &j->diag);
  if (status == ZC_OK)
    status = zc_image_write(&j->image, &j->region, &j->diag);
  return status;
}

static zc_status open_and_compile(job *j) {
  const zc_region_plugin *plugin = NULL;
  int error = place_plugin(j);
  if (error)
    return report_place(j, error);
  if (!zc_rehearsal_open(&j->rehearsal, &j->region))
    return zc_report_memory(&j->diag);
  seal(j);
  zc_status status = open_plugin(j, &plugin);
  if (status == ZC_OK)
    status = make_image(j, plugin);
  if (status == ZC_OK)
    try_functions(j);
  return status;
}

static void send_outcome(job *j, zc_status status) {
  const char *text = zc_diagnostics_text(&j->diag);
  zc_said said = {.status = (int32_t)status,
                  .errors = j->diag.errors,
                  .warnings = j->diag.warnings,
                  .part = j->diag.part};
  worker_send(ZC_FRAME_SAID, &said, sizeof said, text, strlen(text));
  if (status == ZC_OK)
    worker_send(ZC_FRAME_IMAGE, NULL, 0, j->image.data, j->image.length);
}

void worker_open(const worker_order *order) {
  static job j;
  size_t length;
  j.order = order;
  j.diag.lang = order->request.lang == ZC_LANG_ZH ? ZC_LANG_ZH : ZC_LANG_EN;
  j.file = part(&j, ZC_REQUEST_FILE, &length);
  take_parameters(&j, &j.parameters, ZC_REQUEST_PARAMETERS, order->request.errors[0]);
  take_parameters(&j, &j.overrides, ZC_REQUEST_OVERRIDES, order->request.errors[1]);
  send_outcome(&j, open_and_compile(&j));
  if (j.opened) {
    worker_stage(ZC_STAGE_CLOSING, OPENING, "");
    dlclose(j.opened);
  }
}
