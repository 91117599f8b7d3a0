/* SPDX-License-Identifier: Apache-2.0 */
#include "data/data.h"
#include "base/buffer.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

static const char *const files[] = {ZC_DIVISIONS_FILE, ZC_FORMER_FILE, ZC_WORKDAYS_FILE};
enum { DIVISIONS, FORMER, WORKDAYS, FILES };

typedef struct folder {
  const char *path;
  int has[FILES];
  zc_diagnostics *diag;
} folder;

static void note_file(folder *f, const char *name) {
  size_t length = strlen(name);
  for (int i = 0; i < FILES; i++)
    if (strcmp(name, files[i]) == 0) {
      f->has[i] = 1;
      return;
    }
  if (name[0] != '.' && length > 4 && strcmp(name + length - 4, ".csv") == 0)
    zc_report(f->diag, ZC_OK, &(zc_where){.file = f->path},
              "%s 没有读取：数据文件只有 %s、%s 和 %s；请改名，或把它移走",
              "%s was not read: files of data are %s, %s and %s; rename it, or move it away", name,
              files[DIVISIONS], files[FORMER], files[WORKDAYS]);
}

static zc_status look(folder *f) {
  DIR *open = opendir(f->path);
  if (!open)
    return zc_report(f->diag, ZC_BAD_INPUT, &(zc_where){.file = f->path}, "无法读取数据目录：%s",
                     "the folder of data cannot be read: %s", strerror(errno));
  for (struct dirent *entry; (entry = readdir(open));)
    note_file(f, entry->d_name);
  closedir(open);
  if (f->has[DIVISIONS] || f->has[FORMER] || f->has[WORKDAYS])
    return ZC_OK;
  return zc_report(f->diag, ZC_BAD_INPUT, &(zc_where){.file = f->path},
                   "数据目录中没有 %s、%s 或 %s；请放入其中之一，或删去配置中的 data 一行",
                   "the folder of data has none of %s, %s and %s; put one there, or remove the "
                   "line `data` of the configuration",
                   files[DIVISIONS], files[FORMER], files[WORKDAYS]);
}

static zc_status read_file(zc_data *data, const folder *f, int file, const char *path) {
  const char *kept = zc_arena_copy(&data->arena, path, strlen(path));
  if (!kept)
    return zc_report_memory(f->diag);
  if (file == DIVISIONS) {
    data->divisions_file = kept;
    return zc_divisions_read(&data->divisions, path, &data->arena, f->diag);
  }
  if (file == FORMER) {
    data->former_file = kept;
    return zc_former_read(&data->former, &data->divisions, path, &data->arena, f->diag);
  }
  data->workdays_file = kept;
  return zc_workdays_read(&data->workdays, path, &data->arena, f->diag);
}

/* The divisions go first: what became of former ones is looked up in those in force. */
static zc_status read_files(zc_data *data, const folder *f) {
  zc_status status = ZC_OK;
  for (int i = 0; i < FILES && status != ZC_NO_RESOURCE; i++) {
    zc_buffer path = {0};
    zc_buffer_printf(&path, "%s/%s", f->path, files[i]);
    const char *text = zc_buffer_text(&path);
    zc_status one = !f->has[i] ? ZC_OK
                    : text     ? read_file(data, f, i, text)
                               : zc_report_memory(f->diag);
    zc_buffer_free(&path);
    status = one > status ? one : status;
  }
  return status;
}

zc_status zc_data_open(zc_data **data, const char *path, zc_diagnostics *diag) {
  folder f = {.path = path, .diag = diag};
  *data = NULL;
  zc_status status = look(&f);
  zc_data *opened = status == ZC_OK ? zc_calloc(1, sizeof *opened) : NULL;
  if (!opened)
    return status == ZC_OK ? zc_report_memory(diag) : status;
  *opened = zc_data_standard;
  status = read_files(opened, &f);
  if (status == ZC_OK)
    *data = opened;
  else
    zc_data_free(opened);
  return status;
}

void zc_data_free(zc_data *data) {
  if (!data)
    return;
  zc_arena_free(&data->arena);
  zc_free(data);
}
