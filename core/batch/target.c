/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/target.h"
#include "batch/sink.h"
#include "office/table_source.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { START = 64 << 10 }; /* bytes by which a file is told */

/* A column or a member may have any name; these stand together in outputs alone. */
static int is_ours(const char *text, size_t length, zc_file_form form) {
  static const char columns[] = "id,verdict,mode,route,", database[] = "SQLite format 3";
  static const char verdict[] = "\"verdict\":", digest[] = "\"digest\":";
  const char *end = memchr(text, '\n', length);
  size_t line = end ? (size_t)(end - text) : length;
  switch (form) {
  case ZC_FORM_CSV:
    return memmem(text, line, columns, sizeof columns - 1) != NULL;
  case ZC_FORM_NDJSON:
    return text[0] == '{' && memmem(text, line, verdict, sizeof verdict - 1) &&
           memmem(text, line, digest, sizeof digest - 1);
  default: /* what else it holds is kept (kept.h) */
    return length >= sizeof database && memcmp(text, database, sizeof database - 1) == 0;
  }
}

/* Further sheets of answers may stand between. */
static int has_our_sheets(const zc_table_about *about) {
  for (int lang = 0; about->sheet_count >= 3 && lang < 2; lang++) {
    const char *const *ours = zc_workbook_sheets[lang];
    if (strcmp(about->sheets[0].name, ours[0]) == 0 &&
        strcmp(about->sheets[about->sheet_count - 1].name, ours[2]) == 0)
      return 1;
  }
  return 0;
}

/* A workbook of ours is told by its sheets, in either language. */
static int is_our_workbook(const char *out) {
  zc_diagnostics quiet = {0};
  zc_table_options options = {0};
  zc_office_file file;
  zc_table_source *source = NULL;
  int is_there = 0;
  zc_status status = zc_office_file_open(&file, out, &quiet);
  if (status == ZC_OK && file.kind == ZC_OFFICE_XLSX)
    status = zc_table_source_open(&source, &file, &options, &quiet);
  else
    zc_office_file_close(&file);
  if (status == ZC_OK && source)
    is_there = has_our_sheets(zc_table_source_about(source));
  zc_table_source_close(source);
  zc_diagnostics_free(&quiet);
  return is_there;
}

zc_status zc_batch_target_check(const char *out, zc_file_form form, zc_diagnostics *diag) {
  char start[START];
  struct stat status;
  if (stat(out, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0)
    return ZC_OK;
  int file = open(out, O_RDONLY | O_CLOEXEC);
  ssize_t length = file >= 0 ? read(file, start, sizeof start) : -1;
  if (file >= 0)
    close(file);
  if (form == ZC_FORM_XLSX ? is_our_workbook(out)
                           : length > 0 && is_ours(start, (size_t)length, form))
    return ZC_OK;
  return zc_report(
      diag, ZC_BAD_INPUT, &(zc_where){.file = out},
      "已有这个文件，而它不是 zhicheng batch 的输出；请给 --out 另取名称，确要取代它的，"
      "请加 --force",
      "this file is there and is no output of zhicheng batch; name another --out, or "
      "say --force to replace it");
}
