/* SPDX-License-Identifier: Apache-2.0 */
#include "host/cache.h"
#include "base/hash.h"
#include "base/memory.h"
#include "host/load.h"
#include "host/process.h"
#include "image/image.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MOST_IMAGES = 200, DAY = 24 * 60 * 60 };
#define MOST_BYTES ((size_t)32 << 20) /* of one image that is kept */

/* ---- the name ---- */

static void put_piece(zc_buffer *out, const void *bytes, size_t length) {
  uint64_t number = length;
  zc_buffer_add(out, (const char *)&number, sizeof number);
  if (length)
    zc_buffer_add(out, bytes, length);
}

static void put_text(zc_buffer *out, const char *text) {
  put_piece(out, text, text ? strlen(text) : 0);
}

static void put_parameters(zc_buffer *out, const zc_parameter_text *text) {
  put_text(out, text->path);
  put_piece(out, &text->error, sizeof text->error);
  put_piece(out, text->bytes, text->bytes ? text->length : 0);
}

/* The sum behind the bytes, which was checked, stands for them; without one they are summed. */
static void put_plugin(zc_buffer *out, const char *bytes, size_t length) {
  char hex[ZC_HASH_DIGITS + 1];
  size_t tail = ZC_HASH_DIGITS + 1;
  if (length > tail && zc_checksum_stands((const unsigned char *)bytes, length)) {
    put_piece(out, bytes + length - tail, tail);
    return;
  }
  zc_hash_hex(ZC_SHA256, bytes, length, hex);
  put_text(out, hex);
}

/* The worker's file stands for the code that compiles: each build has another. */
static int put_worker(zc_buffer *out) {
  char path[4096];
  struct stat about;
  if (zc_worker_file(path, sizeof path, NULL) != ZC_OK || stat(path, &about) != 0)
    return 0;
  const uint64_t identity[] = {zc_channel_version(),           (uint64_t)about.st_dev,
                               (uint64_t)about.st_ino,         (uint64_t)about.st_size,
                               (uint64_t)about.st_mtim.tv_sec, (uint64_t)about.st_mtim.tv_nsec,
                               (uint64_t)about.st_ctim.tv_sec, (uint64_t)about.st_ctim.tv_nsec};
  put_piece(out, identity, sizeof identity);
  return 1;
}

/* The user's folder; 0: there is none, or it is another's. Of a folder of somebody else, as under
 * sudo, nothing is believed. */
static size_t find_folder(char *path, size_t size) {
  const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
  struct stat about;
  int length = 0;
  if (cache && *cache == '/')
    length = snprintf(path, size, "%s", cache);
  else if (home && *home == '/')
    length = snprintf(path, size, "%s/.cache", home);
  if (length <= 0 || (size_t)length + 80 > size)
    return 0;
  int above = length;
  length += snprintf(path + length, size - (size_t)length, "/zhicheng");
  if (lstat(path, &about) != 0) {
    path[above] = '\0';
    mkdir(path, 0700);
    path[above] = '/';
    mkdir(path, 0700);
  }
  if (lstat(path, &about) != 0 || !S_ISDIR(about.st_mode) || about.st_uid != geteuid() ||
      (about.st_mode & (S_IWGRP | S_IWOTH)))
    return 0;
  path[length] = '/';
  return (size_t)length + 1;
}

void zc_cache_find(zc_cache_name *name, const zc_opening *o) {
  zc_buffer all = {0};
  char hex[ZC_HASH_DIGITS + 1];
  name->path[0] = '\0';
  name->folder = find_folder(name->path, sizeof name->path);
  int is_named = name->folder && put_worker(&all);
  put_text(&all, o->file);
  put_piece(&all, o->info, sizeof *o->info);
  if (is_named)
    put_plugin(&all, o->plugin, o->length);
  put_parameters(&all, o->parameters);
  put_parameters(&all, o->overrides);
  if (is_named && !all.failed) {
    zc_hash_hex(ZC_SHA256, all.data, all.length, hex);
    snprintf(name->path + name->folder, sizeof name->path - name->folder, "%.*s.zcr",
             (int)ZC_HASH_DIGITS, hex);
  } else {
    name->path[0] = '\0';
  }
  zc_buffer_free(&all);
}

/* ---- reading ---- */

/* One that is still in use is not among the oldest. */
static void touch(const char *path) {
  struct stat about;
  if (stat(path, &about) == 0 && about.st_mtim.tv_sec + DAY < time(NULL))
    utimensat(AT_FDCWD, path, NULL, AT_SYMLINK_NOFOLLOW);
}

int zc_cache_read(const zc_cache_name *name, zc_region *region, const char *file) {
  char *bytes = NULL;
  size_t length = 0;
  if (!*name->path || access(name->path, R_OK) != 0 ||
      zc_read_regular_file(name->path, MOST_BYTES, &bytes, &length, NULL) != ZC_OK)
    return 0;
  int is_good = zc_image_read(region, file, bytes, length, NULL) == ZC_OK;
  zc_free(bytes);
  if (is_good)
    touch(name->path);
  return is_good;
}

/* ---- writing ---- */

/* A write past the limit of file sizes would be a signal to this process. */
static int may_write(size_t length) {
  struct rlimit most;
  return length <= MOST_BYTES && getrlimit(RLIMIT_FSIZE, &most) == 0 && most.rlim_cur >= length;
}

static int write_whole(int file, const char *bytes, size_t length) {
  while (length) {
    ssize_t written = write(file, bytes, length);
    if (written <= 0)
      return 0;
    bytes += written;
    length -= (size_t)written;
  }
  return 1;
}

/* Removes the oldest file where there are too many. Each that is written removes one at most. */
static void tidy(const zc_cache_name *name) {
  char path[4096], oldest[300] = "";
  time_t oldest_time = 0;
  uint32_t count = 0;
  struct stat about;
  snprintf(path, sizeof path, "%.*s", (int)name->folder, name->path);
  DIR *folder = opendir(path);
  for (struct dirent *entry; folder && (entry = readdir(folder));) {
    if (fstatat(dirfd(folder), entry->d_name, &about, AT_SYMLINK_NOFOLLOW) != 0 ||
        !S_ISREG(about.st_mode))
      continue;
    if (count++ == 0 || about.st_mtim.tv_sec < oldest_time) {
      oldest_time = about.st_mtim.tv_sec;
      snprintf(oldest, sizeof oldest, "%s", entry->d_name);
    }
  }
  if (folder && count > MOST_IMAGES)
    unlinkat(dirfd(folder), oldest, 0);
  if (folder)
    closedir(folder);
}

void zc_cache_keep(const zc_cache_name *name, const zc_opening *o) {
  char path[4096 + 16];
  if (!*name->path || o->status != ZC_OK || o->warnings || !may_write(o->image_length))
    return;
  snprintf(path, sizeof path, "%.*s.new-XXXXXX", (int)name->folder, name->path);
  int file = mkostemp(path, O_CLOEXEC);
  if (file < 0)
    return;
  int is_whole = write_whole(file, o->image, o->image_length);
  is_whole &= close(file) == 0;
  if (!is_whole || rename(path, name->path) != 0)
    unlink(path);
  tidy(name);
}
