/* SPDX-License-Identifier: Apache-2.0 */
#include "base/input_file.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What to do about an error, in the words of a user; empty where the system's words are all there
 * is to say. */
static const char *cure(int error, zc_lang lang) {
  switch (error) {
  case ENOENT:
    return lang == ZC_LANG_ZH ? "；请核对路径" : "; check the path";
  case EISDIR:
    return lang == ZC_LANG_ZH ? "；请指明其中的文件" : "; name a file in it";
  case EACCES:
    return lang == ZC_LANG_ZH ? "；请改文件或目录的权限"
                              : "; change its permissions or its folder's";
  case EFBIG:
    return lang == ZC_LANG_ZH ? "；请缩小或拆分" : "; make it smaller, or several files of it";
  case ENXIO:
    return lang == ZC_LANG_ZH ? "；这里要一个普通文件" : "; a regular file is wanted here";
  default:
    return "";
  }
}

/* Also leaves the reason in errno, for callers who say it in their own words. */
static zc_status read_error(const char *path, int error, zc_diagnostics *diag) {
  zc_status status = zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = path}, "无法读取：%s%s",
                               "cannot be read: %s%s", strerror(error),
                               cure(error, diag ? diag->lang : ZC_LANG_EN));
  errno = error;
  return status;
}

/* Reads on until the end of the file: pipes and standard input have no length beforehand. */
static zc_status read_all(int file, const char *path, size_t limit, char **bytes, size_t *length,
                          zc_diagnostics *diag) {
  size_t room = 4096, used = 0;
  struct stat about;
  if (fstat(file, &about) == 0 && about.st_size > 0)
    room = (uint64_t)about.st_size < limit ? (size_t)about.st_size + 2 : limit + 2;
  char *buffer = zc_alloc(room);
  while (buffer) {
    ssize_t got = read(file, buffer + used, room - used - 1);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0 || (used += (size_t)got) > limit) {
      int error = got < 0 ? errno : EFBIG;
      zc_free(buffer);
      return read_error(path, error, diag);
    }
    if (got == 0) {
      buffer[used] = 0;
      *bytes = buffer;
      *length = used;
      return ZC_OK;
    }
    if (room - used < 2) {
      char *larger = zc_realloc(buffer, room * 2);
      if (!larger)
        zc_free(buffer);
      buffer = larger;
      room *= 2;
    }
  }
  return zc_report_memory(diag);
}

static zc_status read_open(int file, const char *path, size_t limit, char **bytes, size_t *length,
                           zc_diagnostics *diag) {
  zc_status status = read_all(file, path, limit, bytes, length, diag);
  int error = errno;
  close(file);
  errno = error;
  return status;
}

zc_status zc_read_file(const char *path, size_t limit, char **bytes, size_t *length,
                       zc_diagnostics *diag) {
  if (strcmp(path, "-") == 0)
    return read_all(STDIN_FILENO, path, limit, bytes, length, diag);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  return file < 0 ? read_error(path, errno, diag)
                  : read_open(file, path, limit, bytes, length, diag);
}

zc_status zc_read_regular_file(const char *path, size_t limit, char **bytes, size_t *length,
                               zc_diagnostics *diag) {
  struct stat about;
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0)
    return read_error(path, errno, diag);
  if (fstat(file, &about) == 0 && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode)) {
    close(file);
    return read_error(path, ENXIO, diag);
  }
  return read_open(file, path, limit, bytes, length, diag);
}
