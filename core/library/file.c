/* SPDX-License-Identifier: Apache-2.0 */
/* A file of people, answered by one call. */
#include "library/library.h"

#include "batch/file.h"

#include <string.h>

#define OWN_FLAGS (ZC_EXPLAIN | ZC_UNIQUE_IDS | ZC_SAFE_CSV | ZC_BYTE_ORDER | ZC_FORCE)

/* Of the first version that had them, so that programs of that version are known. */
#define LEAST_OPTIONS (offsetof(zc_batch_options, context) + sizeof(void *))
#define LEAST_COUNTS  (offsetof(zc_batch_counts, no_edition) + sizeof(uint64_t))

static zc_status check_size(const char *name, uint32_t size, size_t least, size_t most,
                            zc_diagnostics *diag) {
  if (size >= least && size <= most)
    return ZC_OK;
  return zc_report(diag, ZC_BAD_INPUT, NULL,
                   "%s 的 size 是 %u，应为 sizeof(%s)，这个库认得的是 %zu；较大的来自更新的头文件",
                   "%s: size is %u and is to be sizeof(%s), which this library knows as %zu; a "
                   "larger one is of a later header",
                   name, size, name, most);
}

/* What the program's own options have seen to. */
static zc_status check_options(const zc_batch_options *o, zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  if (!o->in || !o->out) {
    status = zc_report(diag, ZC_BAD_INPUT, NULL, "没有写明 %s；请给出文件名",
                       "%s is NULL; name a file", o->in ? "out" : "in");
  }
  zc_status flags = zc_library_flags(o->flags & ~OWN_FLAGS, diag);
  status = flags > status ? flags : status;
  if (o->threads > ZC_BATCH_THREADS) {
    status = zc_report(diag, ZC_BAD_INPUT, NULL, "threads 应为 0 至 %u，现为 %u",
                       "threads are 0 to %u, not %u", ZC_BATCH_THREADS, o->threads);
  }
  if (o->setting_count > 0 && !o->settings) {
    status = zc_report(diag, ZC_BAD_INPUT, NULL, "settings 是 NULL，应有 %u 项",
                       "settings are NULL, of which there are to be %u", o->setting_count);
  }
  return status;
}

static zc_status find_region(const zc_regions *regions, const char *id, const zc_region **only,
                             zc_diagnostics *diag) {
  uint32_t index = 0;
  if (!id)
    return zc_host_require_any(&regions->host, diag);
  zc_status status = zc_regions_require(regions, id, &index, diag);
  if (status == ZC_OK)
    *only = regions->host.plugins[index].region;
  return status;
}

/* The output is written: a summary for which memory is wanting does not take that back. */
static void tell(const zc_batch_file *file, zc_batch_counts *counts, char **summary) {
  if (counts) {
    uint32_t size = counts->size;
    zc_batch_counts own = zc_batch_counted(file);
    memcpy(counts, &own, size);
    counts->size = size;
  }
  if (!summary)
    return;
  zc_buffer text = {0};
  zc_batch_summary(&text, file);
  const char *whole = zc_buffer_text(&text);
  *summary = whole ? zc_copy(whole, text.length) : NULL;
  zc_buffer_free(&text);
}

static zc_status run(const zc_regions *regions, const zc_batch_options *options,
                     zc_batch_counts *counts, char **summary, zc_diagnostics *diag) {
  zc_batch_file *file = NULL;
  const zc_region *only = NULL;
  zc_status status = zc_batch_open(&file, options, regions->lang, diag);
  if (status == ZC_OK)
    status = find_region(regions, options->region, &only, diag);
  if (status == ZC_OK)
    status = zc_batch_answer(file, &regions->host, only);
  if (status == ZC_OK)
    tell(file, counts, summary);
  zc_batch_close(file);
  return status;
}

zc_status zc_batch_run(const zc_regions *regions, const zc_batch_options *options,
                       zc_batch_counts *counts, char **summary, char **trouble) {
  zc_diagnostics diag = {.lang = regions->lang};
  zc_batch_options own = {0};
  if (summary)
    *summary = NULL;
  zc_status status =
      check_size("zc_batch_options", options->size, LEAST_OPTIONS, sizeof own, &diag);
  if (status == ZC_OK && counts)
    status = check_size("zc_batch_counts", counts->size, LEAST_COUNTS, sizeof *counts, &diag);
  if (status == ZC_OK) {
    memcpy(&own, options, options->size);
    status = check_options(&own, &diag);
    if (!zc_precision_of(own.flags))
      own.flags |= zc_precision_flag(regions->precision);
  }
  if (status == ZC_OK)
    status = run(regions, &own, counts, summary, &diag);
  zc_library_trouble(trouble, &diag);
  zc_diagnostics_free(&diag);
  return status;
}
