/* SPDX-License-Identifier: Apache-2.0 */
#include "base/output.h"

#include "base/assert.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

/* Whole blocks are written, into room that the file was given beforehand: it takes them twice as
 * fast as pieces of any length. */
enum { BLOCK = 256 << 10, AHEAD = 64 << 20 };

zc_status zc_output_report(const zc_output *output, int error, zc_diagnostics *diag) {
  if (error == ENAMETOOLONG) {
    return zc_report(diag, ZC_NO_RESOURCE, &(zc_where){.file = output->target},
                     "无法写入：文件名过长；请改短",
                     "cannot be written: the name is too long; shorten it");
  }
  if (error == ENOENT) {
    return zc_report(diag, ZC_NO_RESOURCE, &(zc_where){.file = output->target},
                     "无法写入：没有这个文件夹；请先建立",
                     "cannot be written: there is no such folder; make it");
  }
  return zc_report(diag, ZC_NO_RESOURCE, &(zc_where){.file = output->target},
                   "无法写入：%s；没有留下不完整的文件，请腾出空间或检查权限后重试",
                   "cannot be written: %s; nothing incomplete was left; make room or look at the "
                   "permissions, and try again",
                   strerror(error));
}

/* The folder of a path and, behind it, the name there. */
static const char *split_path(const char *path, char folder[PATH_MAX]) {
  const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
  size_t length = (size_t)(name - path);
  folder[0] = '\0';
  if (length < PATH_MAX - 2) {
    memcpy(folder, path, length);
    memcpy(folder + length, ".", 2);
  }
  return name;
}

int zc_output_is_same(const char *one, const char *other) {
  struct stat first, second;
  char folder_one[PATH_MAX], folder_other[PATH_MAX];
  int there = stat(one, &first) == 0, other_there = stat(other, &second) == 0;
  if (there != other_there || (there && !S_ISREG(first.st_mode)))
    return 0;
  if (!there && (strcmp(split_path(one, folder_one), split_path(other, folder_other)) != 0 ||
                 stat(folder_one, &first) != 0 || stat(folder_other, &second) != 0))
    return 0;
  return first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

/* A link is followed, so that what it points to is replaced and not the link. */
static char *follow(const char *target) {
  char *path = realpath(target, NULL);
  char *copy = path ? zc_copy(path, strlen(path)) : zc_copy(target, strlen(target));
  free(path); /* made by the C library */
  return copy;
}

/* ".NAME.XXXXXX" in the folder of the target; of a long name its beginning. */
static char *temporary_name(const char *target) {
  static const char ending[] = ".XXXXXX";
  enum { LONGEST = 200 };
  const char *slash = strrchr(target, '/');
  size_t folder = slash ? (size_t)(slash - target) + 1 : 0;
  size_t length = strlen(target + folder) < LONGEST ? strlen(target) : folder + LONGEST;
  char *name = zc_alloc(length + 1 + sizeof ending);
  if (name) {
    memcpy(name, target, folder);
    name[folder] = '.';
    memcpy(name + folder + 1, target + folder, length - folder);
    memcpy(name + length + 1, ending, sizeof ending);
  }
  return name;
}

/* The permissions that a file has when it is made anew. */
static mode_t usual_mode(void) {
  mode_t mask = umask(0);
  umask(mask);
  return (mode_t)0666 & ~mask;
}

static zc_status open_beside(zc_output *output, const struct stat *status, zc_diagnostics *diag) {
  output->temporary = temporary_name(output->target);
  if (!output->temporary)
    return zc_report_memory(diag);
  output->file = mkostemp(output->temporary, O_CLOEXEC);
  if (output->file < 0) {
    int error = errno;
    zc_free(output->temporary);
    output->temporary = NULL;
    return zc_output_report(output, error, diag);
  }
  if (fchmod(output->file, status ? status->st_mode & 07777 : usual_mode()) != 0)
    return zc_output_report(output, errno, diag);
  return ZC_OK;
}

zc_status zc_output_open(zc_output *output, const char *target, zc_diagnostics *diag) {
  struct stat status;
  *output = (zc_output){.file = -1, .target = follow(target), .tail = zc_alloc(BLOCK)};
  if (!output->target || !output->tail)
    return zc_report_memory(diag);
  int there = stat(output->target, &status) == 0;
  if (there && S_ISDIR(status.st_mode))
    return zc_output_report(output, EISDIR, diag);
  if (!there || S_ISREG(status.st_mode))
    return open_beside(output, there ? &status : NULL, diag);
  output->file = open(output->target, O_WRONLY | O_CLOEXEC);
  return output->file >= 0 ? ZC_OK : zc_output_report(output, errno, diag);
}

/* ---- bytes ---- */

/* Room beyond a limit on the size of files would end the program. */
static int may_reserve(void) {
  struct rlimit most;
  return getrlimit(RLIMIT_FSIZE, &most) == 0 && most.rlim_cur == RLIM_INFINITY;
}

/* Where there is no room, or no way to reserve it, writing will tell. */
static void reserve(zc_output *output, uint64_t end) {
  if (end > output->reserved) {
    off_t room = (off_t)(end - output->reserved + AHEAD);
    int done = may_reserve() && fallocate(output->file, 0, (off_t)output->reserved, room) == 0;
    output->reserved = done ? output->reserved + (uint64_t)room : UINT64_MAX;
  }
}

static zc_status write_two(const zc_output *output, const char *first, size_t first_length,
                           const char *second, size_t second_length, zc_diagnostics *diag) {
  struct iovec parts[] = {{(void *)first, first_length}, {(void *)second, second_length}};
  while (parts[0].iov_len + parts[1].iov_len > 0) {
    ssize_t written = writev(output->file, parts, 2);
    if (written < 0 && errno != EINTR)
      return zc_output_report(output, errno, diag);
    size_t done = written > 0 ? (size_t)written : 0;
    ZC_ASSERT(done <= parts[0].iov_len + parts[1].iov_len);
    for (int i = 0; i < 2; i++) {
      size_t part = done < parts[i].iov_len ? done : parts[i].iov_len;
      parts[i].iov_base = (char *)parts[i].iov_base + part;
      parts[i].iov_len -= part;
      done -= part;
    }
    if (parts[1].iov_len > 0 && output->check && output->check(diag) != ZC_OK)
      return ZC_NO_RESOURCE;
  }
  return ZC_OK;
}

zc_status zc_output_write(zc_output *output, const char *bytes, size_t length,
                          zc_diagnostics *diag) {
  if (length == 0) /* of a buffer that was never filled: it has no bytes to point to */
    return ZC_OK;
  size_t block = output->temporary ? BLOCK : 1; /* others may wait for each line */
  size_t whole = (output->tail_length + length) / block * block;
  if (whole > 0) {
    size_t now = whole - output->tail_length;
    if (output->temporary)
      reserve(output, output->written + whole);
    zc_status status = write_two(output, output->tail, output->tail_length, bytes, now, diag);
    if (status != ZC_OK)
      return status;
    output->written += whole;
    output->tail_length = 0;
    bytes += now;
    length -= now;
  }
  ZC_ASSERT(output->tail_length + length <= BLOCK);
  memcpy(output->tail + output->tail_length, bytes, length);
  output->tail_length += length;
  return ZC_OK;
}

/* The bytes that fill no block; the room that is left over goes. */
static zc_status write_rest(zc_output *output, zc_diagnostics *diag) {
  ZC_ASSERT(output->tail_length <= BLOCK);
  zc_status status = write_two(output, "", 0, output->tail, output->tail_length, diag);
  output->written += output->tail_length;
  if (status == ZC_OK && output->reserved > output->written &&
      ftruncate(output->file, (off_t)output->written) != 0)
    status = zc_output_report(output, errno, diag);
  return status;
}

zc_status zc_output_close(zc_output *output, zc_diagnostics *diag) {
  zc_status status = write_rest(output, diag);
  if (status != ZC_OK)
    return status;
  int error = close(output->file) != 0 ? errno : 0;
  output->file = -1;
  if (error == 0 && output->temporary && rename(output->temporary, output->target) != 0)
    error = errno;
  if (error != 0)
    return zc_output_report(output, error, diag);
  if (output->temporary) {
    zc_free(output->temporary);
    output->temporary = NULL;
  }
  return ZC_OK;
}

void zc_output_drop(zc_output *output) {
  if (output->file >= 0 && output->target)
    close(output->file);
  if (output->temporary)
    unlink(output->temporary);
  zc_free(output->temporary);
  zc_free(output->target);
  zc_free(output->tail);
  *output = (zc_output){.file = -1};
}
