/* SPDX-License-Identifier: Apache-2.0 */
/* A file of data, by each of its readers. */
#include "data/data.h"
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static zc_status read_as(int kind, const char *path, zc_data *data, zc_diagnostics *diag) {
  if (kind == 0)
    return zc_divisions_read(&data->divisions, path, &data->arena, diag);
  if (kind == 1)
    return zc_former_read(&data->former, &data->divisions, path, &data->arena, diag);
  return zc_workdays_read(&data->workdays, path, &data->arena, diag);
}

void zc_fuzz_data(const uint8_t *bytes, size_t length) {
  char path[32];
  int memory = memfd_create("data.csv", MFD_CLOEXEC);
  if (memory < 0 || write(memory, bytes, length) != (ssize_t)length)
    abort();
  snprintf(path, sizeof path, "/proc/self/fd/%d", memory);
  for (int kind = 0; kind < 3; kind++) {
    zc_data data = zc_data_standard;
    zc_diagnostics diag = {0};
    zc_status status = read_as(kind, path, &data, &diag);
    if ((status != ZC_OK) != (diag.errors > 0))
      abort();
    for (uint32_t i = 0; status == ZC_OK && kind == 0 && i < data.divisions.count; i++)
      if (!*zc_divisions_find(&data.divisions, data.divisions.codes[i]).name)
        abort();
    zc_diagnostics_free(&diag);
    zc_arena_free(&data.arena);
  }
  close(memory);
}
