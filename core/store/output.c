/* SPDX-License-Identifier: Apache-2.0 */
#include "store/output.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

zc_status zc_output_report(const zc_output *output, int error, zc_diagnostics *diag) {
  return zc_report(diag, ZC_NO_RESOURCE, &(zc_where){.file = output->target},
                   "无法写入：%s；没有留下不完整的文件，请腾出空间或检查权限后重试",
                   "cannot be written: %s; nothing incomplete was left; make room or look at the "
                   "permissions, and try again",
                   strerror(error));
}

/* The folder of a path and, behind it, the name there. */
static const char *split_path(const char *path, char folder[PATH_MAX]) {
  const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;
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
  if (there != other_there || (there && !S_ISREG(first.st_mode))) {
    return 0;
  }
  if (!there && (strcmp(split_path(one, folder_one), split_path(other, folder_other)) != 0 ||
                 stat(folder_one, &first) != 0 || stat(folder_other, &second) != 0)) {
    return 0;
  }
  return first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

/* A link is followed, so that what it points to is replaced and not the link. */
static char *follow(const char *target) {
  char *path = realpath(target, NULL);
  char *copy = path != NULL ? zc_copy(path, strlen(path)) : zc_copy(target, strlen(target));
  free(path); /* made by the C library */
  return copy;
}

/* ".NAME.XXXXXX" in the folder of the target. */
static char *temporary_name(const char *target) {
  static const char ending[] = ".XXXXXX";
  const char *slash = strrchr(target, '/');
  size_t folder = slash != NULL ? (size_t)(slash - target) + 1 : 0;
  size_t length = strlen(target);
  char *name = zc_alloc(length + 1 + sizeof ending);
  if (name != NULL) {
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
  if (output->temporary == NULL) {
    return zc_report_memory(diag);
  }
  output->file = mkostemp(output->temporary, O_CLOEXEC);
  if (output->file < 0) {
    int error = errno;
    zc_free(output->temporary);
    output->temporary = NULL;
    return zc_output_report(output, error, diag);
  }
  if (fchmod(output->file, status != NULL ? status->st_mode & 07777 : usual_mode()) != 0) {
    return zc_output_report(output, errno, diag);
  }
  return ZC_OK;
}

zc_status zc_output_open(zc_output *output, const char *target, zc_diagnostics *diag) {
  struct stat status;
  *output = (zc_output){.file = -1, .target = follow(target)};
  if (output->target == NULL) {
    return zc_report_memory(diag);
  }
  int there = stat(output->target, &status) == 0;
  if (there && S_ISDIR(status.st_mode)) {
    return zc_output_report(output, EISDIR, diag);
  }
  if (!there || S_ISREG(status.st_mode)) {
    return open_beside(output, there ? &status : NULL, diag);
  }
  output->file = open(output->target, O_WRONLY | O_CLOEXEC);
  return output->file >= 0 ? ZC_OK : zc_output_report(output, errno, diag);
}

zc_status zc_output_write(zc_output *output, const char *bytes, size_t length,
                          zc_diagnostics *diag) {
  while (length > 0) {
    ssize_t written = write(output->file, bytes, length);
    if (written < 0 && errno != EINTR) {
      return zc_output_report(output, errno, diag);
    }
    bytes += written > 0 ? written : 0;
    length -= written > 0 ? (size_t)written : 0;
    if (length > 0 && output->check != NULL && output->check(diag) != ZC_OK) {
      return ZC_NO_RESOURCE;
    }
  }
  return ZC_OK;
}

zc_status zc_output_close(zc_output *output, zc_diagnostics *diag) {
  int error = close(output->file) != 0 ? errno : 0;
  output->file = -1;
  if (error == 0 && output->temporary != NULL && rename(output->temporary, output->target) != 0) {
    error = errno;
  }
  if (error != 0) {
    return zc_output_report(output, error, diag);
  }
  if (output->temporary != NULL) {
    zc_free(output->temporary);
    output->temporary = NULL;
  }
  return ZC_OK;
}

void zc_output_drop(zc_output *output) {
  if (output->file >= 0 && output->target != NULL) {
    close(output->file);
  }
  if (output->temporary != NULL) {
    unlink(output->temporary);
  }
  zc_free(output->temporary);
  zc_free(output->target);
  *output = (zc_output){.file = -1};
}
