/* SPDX-License-Identifier: Apache-2.0 */
#include "office/package.h"

#include "base/memory.h"
#include "base/signal.h"

#include <string.h>
#include <unistd.h>

zc_status zc_package_damaged(const zc_package *package, const char *what, zc_diagnostics *diag) {
  return zc_report(
      diag, ZC_BAD_INPUT, &(zc_where){.file = package->file},
      "工作簿已损坏或不完整（%s）；请重新复制或下载，或用 Excel、WPS 打开后另存为 .xlsx",
      "the workbook is damaged or cut short (%s); copy or download it again, or open it "
      "in a spreadsheet program and save it as .xlsx",
      what);
}

static zc_status open_archive(zc_package *package, zc_office_file *file, zc_diagnostics *diag) {
  int copy, error = 0;
  zc_status status = zc_office_file_whole(file, &copy, diag);
  if (status != ZC_OK)
    return status;
  package->size = file->size;
  package->archive = package->zip->zip_fdopen(copy, 0, &error);
  if (package->archive)
    return ZC_OK;
  close(copy);
  return error == ZIP_ER_MEMORY ? zc_report_memory(diag) : zc_package_damaged(package, "zip", diag);
}

/* ---- what the list of parts says ---- */

static zc_status report_bomb(const zc_package *package, zc_diagnostics *diag) {
  return zc_report(
      diag, ZC_BAD_INPUT, &(zc_where){.file = package->file},
      "工作簿解压后超过 4 GiB 或其自身大小的 200 倍，不予读取；请分成几个文件，或另存为 "
      "CSV UTF-8",
      "the workbook unpacks to more than 4 GiB or 200 times its size and is not read; "
      "make several files of it, or save it as CSV UTF-8");
}

static zc_status check_parts(const zc_package *package, zc_diagnostics *diag) {
  int64_t count = package->zip->zip_get_num_entries(package->archive, 0);
  uint64_t total = 0;
  for (int64_t i = 0; i < count; i++) {
    zip_stat_t about;
    if (package->zip->zip_stat_index(package->archive, (zip_uint64_t)i, 0, &about) != 0)
      return zc_package_damaged(package, "zip", diag);
    if (about.valid & ZIP_STAT_ENCRYPTION_METHOD && about.encryption_method != ZIP_EM_NONE)
      return zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = package->file},
                       "工作簿有密码；请打开后去掉密码，再保存",
                       "the workbook has a password; open it, remove the password and save it");
    if (about.valid & ZIP_STAT_SIZE && __builtin_add_overflow(total, about.size, &total))
      total = UINT64_MAX;
  }
  int is_bomb = total > ZC_UNPACKED_LIMIT || total / ZC_UNPACKED_RATIO > package->size;
  return is_bomb ? report_bomb(package, diag) : ZC_OK;
}

static zc_status check_document(const zc_package *package, zc_diagnostics *diag) {
  static const char open_document[] = "application/vnd.oasis.opendocument";
  zc_where where = {.file = package->file};
  int64_t mime = zc_package_find(package, "mimetype");
  char type[64] = "";
  zc_package_part part;
  if (mime >= 0 && zc_package_part_open(&part, package, mime, NULL) == ZC_OK) {
    size_t count;
    zc_package_part_read(&part, type, sizeof type - 1, &count, NULL);
    zc_package_part_close(&part);
  }
  if (strncmp(type, open_document, sizeof open_document - 1) == 0)
    return zc_report(diag, ZC_BAD_INPUT, &where,
                     "这是 OpenDocument 文件；请用 Excel、WPS 或 LibreOffice 另存为 .xlsx",
                     "this is an OpenDocument file; save it as .xlsx");
  if (zc_package_find(package, "xl/workbook.bin") >= 0)
    return zc_report(diag, ZC_BAD_INPUT, &where, "这是二进制工作簿（.xlsb）；请另存为 .xlsx",
                     "this is a binary workbook (.xlsb); save it as .xlsx");
  return ZC_OK;
}

zc_status zc_package_open(zc_package *package, zc_office_file *file, zc_diagnostics *diag) {
  *package = (zc_package){.file = file->name, .zip = zc_zip_library_load(diag)};
  zc_status status = package->zip ? open_archive(package, file, diag) : ZC_NO_RESOURCE;
  if (status == ZC_OK)
    status = check_parts(package, diag);
  return status == ZC_OK ? check_document(package, diag) : status;
}

void zc_package_close(zc_package *package) {
  if (package->archive)
    package->zip->zip_discard(package->archive);
  package->archive = NULL;
}

int64_t zc_package_find(const zc_package *package, const char *name) {
  return package->zip->zip_name_locate(package->archive, name, ZIP_FL_NOCASE);
}

uint64_t zc_package_part_size(const zc_package *package, int64_t part) {
  zip_stat_t about;
  int failed = package->zip->zip_stat_index(package->archive, (zip_uint64_t)part, 0, &about) != 0;
  return failed || !(about.valid & ZIP_STAT_SIZE) ? 0 : about.size;
}

/* ---- a part ---- */

zc_status zc_package_part_open(zc_package_part *part, const zc_package *package, int64_t index,
                               zc_diagnostics *diag) {
  *part = (zc_package_part){.package = package, .size = zc_package_part_size(package, index)};
  part->file = package->zip->zip_fopen_index(package->archive, (zip_uint64_t)index, 0);
  return part->file ? ZC_OK : zc_package_damaged(package, "zip", diag);
}

void zc_package_part_close(zc_package_part *part) {
  if (part->file)
    part->package->zip->zip_fclose(part->file);
  part->file = NULL;
}

zc_status zc_package_part_read(zc_package_part *part, char *to, size_t room, size_t *count,
                               zc_diagnostics *diag) {
  zip_int64_t got = part->package->zip->zip_fread(part->file, to, room);
  *count = got > 0 ? (size_t)got : 0;
  part->bytes_read += *count;
  if (got < 0 || part->bytes_read > part->size)
    return zc_package_damaged(part->package, "zip", diag);
  return zc_signal_check(diag);
}
