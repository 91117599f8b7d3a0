/* SPDX-License-Identifier: Apache-2.0 */
#include "office/office_file.h"

#include "base/memory.h"
#include "base/signal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

static zc_status report_read(const zc_office_file *file, zc_diagnostics *diag) {
  if (errno == EINTR && zc_signal_caught())
    return zc_signal_report(diag);
  return zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = file->name}, "无法读取：%s",
                   "cannot be read: %s", strerror(errno));
}

static zc_status read_on(zc_office_file *file, char *to, size_t room, size_t *count,
                         zc_diagnostics *diag) {
  ssize_t got = -1;
  *count = 0;
  while (!zc_signal_caught() && (got = read(file->file, to, room)) < 0)
    if (errno != EINTR)
      return report_read(file, diag);
  if (got < 0)
    return zc_signal_report(diag);
  *count = (size_t)got;
  return ZC_OK;
}

zc_status zc_office_file_read(zc_office_file *file, char *to, size_t room, size_t *count,
                              zc_diagnostics *diag) {
  size_t left = file->start_length - file->start_taken;
  zc_status status = ZC_OK;
  if (left > 0) {
    *count = left < room ? left : room;
    memcpy(to, file->start + file->start_taken, *count);
    file->start_taken += *count;
  } else {
    status = read_on(file, to, room, count, diag);
    file->has_ended = status == ZC_OK && *count == 0;
  }
  file->bytes_read += *count;
  return status;
}

/* ---- what it is ---- */

static int begins(const zc_office_file *file, const char *bytes, size_t length) {
  return file->start_length >= length && memcmp(file->start, bytes, length) == 0;
}

/* Records with which a sheet of Excel 2 to 4 begins, or a stream of 5 to 97 outside its container.
 */
static int is_bare_biff(const zc_office_file *file) {
  const unsigned char *b = (const unsigned char *)file->start;
  return file->start_length >= 4 && b[0] == 0x09 && (b[1] & 0xF1) == 0 && b[1] <= 0x08 &&
         b[3] == 0 && (b[2] == 4 || b[2] == 6 || b[2] == 8 || b[2] == 16);
}

/* Pages and XML that some programs write under the name of a workbook. */
static int is_markup(const char *text, size_t length) {
  static const char *const starts[] = {"<?xml",   "<!doctype", "<html",   "<head", "<meta",
                                       "<style",  "<table",    "<body",   "<div",  "<!--",
                                       "<script", "<workbook", "<center", "<xml"};
  for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
    size_t size = strlen(starts[i]);
    if (length >= size && strncasecmp(text, starts[i], size) == 0)
      return 1;
  }
  return 0;
}

static zc_status settle_kind(zc_office_file *file, zc_diagnostics *diag) {
  zc_where where = {.file = file->name};
  if (begins(file, "PK\3\4", 4) || begins(file, "PK\5\6", 4)) {
    file->kind = ZC_OFFICE_XLSX;
    return ZC_OK;
  }
  if (begins(file, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8)) {
    file->kind = ZC_OFFICE_XLS;
    return ZC_OK;
  }
  if (is_bare_biff(file))
    return zc_report(
        diag, ZC_BAD_INPUT, &where,
        "这是早于 Excel 97 的 .xls 工作簿；请用 Excel 或 WPS 打开，另存为 .xlsx",
        "this is a workbook older than Excel 97 (BIFF8); open it and save it as .xlsx");
  size_t at = begins(file, "\xEF\xBB\xBF", 3) ? 3 : 0;
  while (at < file->start_length && memchr(" \t\r\n", file->start[at], 4))
    at++;
  if (is_markup(file->start + at, file->start_length - at))
    return zc_report(diag, ZC_BAD_INPUT, &where,
                     "这是网页或 XML，不是工作簿（有的系统导出时仍命名为 .xls）；请用 Excel 或 WPS "
                     "打开，另存为 .xlsx",
                     "this is HTML or XML and no workbook, whatever its name says; open it in a "
                     "spreadsheet program and save it as .xlsx");
  file->kind =
      at < file->start_length && file->start[at] == '{' ? ZC_OFFICE_NDJSON : ZC_OFFICE_TEXT;
  return ZC_OK;
}

/* ---- opening ---- */

static zc_status open_named(zc_office_file *file, zc_diagnostics *diag) {
  struct stat about;
  file->file =
      strcmp(file->name, "-") == 0 ? dup(STDIN_FILENO) : open(file->name, O_RDONLY | O_CLOEXEC);
  if (file->file < 0 || fstat(file->file, &about) != 0)
    return report_read(file, diag);
  if (S_ISDIR(about.st_mode)) {
    errno = EISDIR;
    return report_read(file, diag);
  }
  file->size = S_ISREG(about.st_mode) ? (uint64_t)about.st_size : 0;
  return ZC_OK;
}

static zc_status read_start(zc_office_file *file, zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  size_t count = 1;
  file->start = zc_alloc(ZC_OFFICE_START);
  if (!file->start)
    return zc_report_memory(diag);
  while (status == ZC_OK && count > 0 && file->start_length < ZC_OFFICE_START) {
    status = read_on(file, file->start + file->start_length, ZC_OFFICE_START - file->start_length,
                     &count, diag);
    file->start_length += count;
  }
  return status;
}

zc_status zc_office_file_open(zc_office_file *file, const char *name, zc_diagnostics *diag) {
  *file = (zc_office_file){.name = name, .file = -1};
  zc_status status = open_named(file, diag);
  if (status == ZC_OK)
    status = read_start(file, diag);
  return status == ZC_OK ? settle_kind(file, diag) : status;
}

void zc_office_file_close(zc_office_file *file) {
  if (file->file >= 0)
    close(file->file);
  zc_free(file->start);
  file->start = NULL;
  file->file = -1;
}

const char *zc_office_kind_name(zc_office_kind kind) {
  static const char *const names[] = {"text", "ndjson", "xlsx", "xls"};
  return names[kind];
}

/* ---- anywhere in it ---- */

static zc_status report_temporary(zc_diagnostics *diag) {
  return zc_report(diag, ZC_NO_RESOURCE, NULL, "无法写临时文件：%s；请给出文件名，而不用管道",
                   "no temporary file can be written: %s; name the file instead of using a pipe",
                   strerror(errno));
}

static zc_status copy_pipe(zc_office_file *file, int *copy, zc_diagnostics *diag) {
  char bytes[16 << 10];
  size_t count;
  FILE *temporary = tmpfile();
  if (!temporary)
    return report_temporary(diag);
  zc_status status;
  while ((status = zc_office_file_read(file, bytes, sizeof bytes, &count, diag)) == ZC_OK &&
         count > 0)
    if (fwrite(bytes, 1, count, temporary) != count) {
      status = report_temporary(diag);
      break;
    }
  if (status == ZC_OK && (fflush(temporary) != 0 || (*copy = dup(fileno(temporary))) < 0))
    status = report_temporary(diag);
  file->size = file->bytes_read;
  fclose(temporary);
  return status;
}

zc_status zc_office_file_whole(zc_office_file *file, int *whole, zc_diagnostics *diag) {
  *whole = -1;
  if (file->size == 0)
    return copy_pipe(file, whole, diag);
  *whole = dup(file->file);
  return *whole < 0 ? report_temporary(diag) : ZC_OK;
}
