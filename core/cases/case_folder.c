/* SPDX-License-Identifier: Apache-2.0 */
/* Where cases are read from: the files of a folder, section by section. */
#include "cases/case.h"

#include "base/input_file.h"
#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static zc_status worse(zc_status a, zc_status b) {
  return a > b ? a : b;
}

static zc_status visit_sections(const char *file, const zc_ini *ini, zc_section_visit *visit,
                                void *context) {
  zc_status status = ZC_OK;
  uint32_t at = 0;
  for (uint32_t i = 0; i < ini->section_count; i++) {
    uint32_t first = at;
    while (at < ini->count && strcmp(ini->entries[at].section, ini->sections[i]) == 0)
      at++;
    zc_section section = {file, ini->sections[i], ini->section_lines[i], ini->entries + first,
                          at - first};
    status = worse(status, visit(context, &section));
  }
  return status;
}

zc_status zc_case_text_visit(const char *name, const char *bytes, size_t length,
                             zc_section_visit *visit, void *context, zc_diagnostics *diag) {
  zc_ini ini = {0};
  zc_status status = zc_ini_parse_sound(&ini, name, bytes, length, diag);
  if (status <= ZC_BAD_INPUT) /* cases beside lines that are wrong have errors of their own */
    status = worse(status, visit_sections(name, &ini, visit, context));
  zc_ini_free(&ini);
  return status;
}

typedef zc_status read_file(const char *path, size_t limit, char **bytes, size_t *length,
                            zc_diagnostics *diag);

static zc_status visit_file(read_file *read, const char *file, zc_section_visit *visit,
                            void *context, zc_diagnostics *diag) {
  char *bytes = NULL;
  size_t length = 0;
  zc_status status = read(file, ZC_INPUT_LIMIT, &bytes, &length, diag);
  if (status == ZC_OK)
    status = zc_case_text_visit(file, bytes, length, visit, context, diag);
  zc_free(bytes);
  return status;
}

zc_status zc_case_file_visit(const char *file, zc_section_visit *visit, void *context,
                             zc_diagnostics *diag) {
  return visit_file(zc_read_file, file, visit, context, diag);
}

static int is_case_file(const struct dirent *entry) {
  size_t length = strlen(entry->d_name);
  return length > 4 && entry->d_name[0] != '.' && strcmp(entry->d_name + length - 4, ".ini") == 0;
}

/* "<folder>/<name><tail>"; NULL: out of memory. The caller frees it. */
static char *join(const char *folder, const char *name, const char *tail) {
  size_t length = strlen(folder) + strlen(name) + strlen(tail) + 2;
  char *path = zc_alloc(length);
  if (path)
    snprintf(path, length, "%s/%s%s", folder, name, tail);
  return path;
}

char *zc_case_folder(const char *plugins, const char *region) {
  return join(plugins, region, "/cases");
}

zc_status zc_case_folder_visit(const char *folder, zc_section_visit *visit, void *context,
                               zc_diagnostics *diag) {
  struct dirent **list = NULL;
  zc_status status = ZC_OK;
  int count = scandir(folder, &list, is_case_file, alphasort);
  if (count < 0) {
    return zc_report(diag, ZC_BAD_INPUT, NULL, "用例目录 %s 无法读取：%s；可用 --cases 指明",
                     "the folder of cases %s cannot be read: %s; name it with --cases", folder,
                     strerror(errno));
  }
  for (int i = 0; i < count; i++) {
    char *path = join(folder, list[i]->d_name, "");
    /* A pipe that stands there would be waited for. */
    status = worse(status, path ? visit_file(zc_read_regular_file, path, visit, context, diag)
                                : zc_report_memory(diag));
    zc_free(path);
    free(list[i]); /* scandir's own */
  }
  free(list);
  return status;
}
