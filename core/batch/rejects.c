/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/rejects.h"

#include "base/signal.h"

#include <stdlib.h>
#include <string.h>

enum { WRITTEN = 10 }; /* rows of a run that are written one by one */

zc_status zc_rejects_open(zc_rejects *r, zc_diagnostics *diag) {
  if (r->header.failed)
    return zc_report_memory(diag);
  zc_status status = zc_output_open(&r->output, r->path, diag);
  r->output.check = zc_signal_check;
  r->is_open = status == ZC_OK;
  if (!r->is_open)
    zc_output_drop(&r->output);
  return status == ZC_OK ? zc_output_write(&r->output, r->header.data, r->header.length, diag)
                         : status;
}

zc_status zc_rejects_break(zc_rejects *r, zc_diagnostics *diag) {
  zc_buffer line = {0};
  zc_status status = ZC_OK;
  if (r->run > WRITTEN) {
    unsigned long long first = r->first_kept, last = r->last_line, count = r->run - WRITTEN;
    zc_buffer_printf(&line,
                     r->lang == ZC_LANG_ZH ? "%llu-%llu,,同上，共 %llu 行\n"
                                           : "%llu-%llu,,the same on %llu more lines\n",
                     first, last, count);
    status = line.failed ? zc_report_memory(diag)
                         : zc_output_write(&r->output, line.data, line.length, diag);
  }
  zc_buffer_free(&line);
  r->run = 0;
  return status;
}

zc_status zc_rejects_add(zc_rejects *r, const char *text, size_t length, zc_diagnostics *diag) {
  if (!r->path)
    return ZC_OK;
  if (r->keeps_all) {
    zc_status opened = r->is_open ? ZC_OK : zc_rejects_open(r, diag);
    return opened == ZC_OK ? zc_output_write(&r->output, text, length, diag) : opened;
  }
  const char *comma = memchr(text, ',', length);
  size_t tail = comma ? length - (size_t)(comma - text) : 0;
  int is_same = comma && r->run && tail == r->last.length && memcmp(r->last.data, comma, tail) == 0;
  zc_status status = is_same ? ZC_OK : zc_rejects_break(r, diag);
  if (status == ZC_OK && !r->is_open)
    status = zc_rejects_open(r, diag);
  if (status != ZC_OK)
    return status;
  r->last_line = strtoull(text, NULL, 10); /* a comma stands behind it */
  if (r->run++ == WRITTEN)
    r->first_kept = r->last_line;
  if (r->run > WRITTEN)
    return ZC_OK;
  if (!is_same) {
    zc_buffer_clear(&r->last);
    zc_buffer_add(&r->last, comma, tail);
  }
  return r->last.failed ? zc_report_memory(diag) : zc_output_write(&r->output, text, length, diag);
}

zc_status zc_rejects_close(zc_rejects *r, zc_diagnostics *diag) {
  zc_status status = zc_rejects_break(r, diag);
  return status == ZC_OK && r->is_open ? zc_output_close(&r->output, diag) : status;
}

void zc_rejects_free(zc_rejects *r) {
  if (r->is_open)
    zc_output_drop(&r->output);
  zc_buffer_free(&r->last);
  zc_buffer_free(&r->header);
}
