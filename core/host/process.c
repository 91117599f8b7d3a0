/* SPDX-License-Identifier: Apache-2.0 */
#include "host/process.h"
#include "base/mix.h"
#include "host/worker_note.h"
#include "image/image.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifndef ZC_LIBEXEC_DIR
#define ZC_LIBEXEC_DIR "/usr/local/libexec/zhicheng"
#endif

enum { MOMENT = 1000 }; /* milliseconds */

uint64_t zc_channel_version(void) {
  return zc_mix(zc_image_version(), sizeof(zc_request) << 32 | sizeof(zc_worker_note) << 16 |
                                        sizeof(zc_said) << 8 | sizeof(zc_at));
}

/* ---- the file ---- */

/* The folder of the program or library that this code is in, with its slash; 0: not known. */
static size_t own_folder(char *path, size_t size) {
  static const char here;
  Dl_info about;
  ssize_t length = -1;
  if (dladdr(&here, &about) && about.dli_fname && strstr(about.dli_fname, ".so"))
    length = snprintf(path, size, "%s", about.dli_fname);
  else
    length = readlink("/proc/self/exe", path, size);
  if (length < 0 || (size_t)length >= size)
    return 0;
  while (length > 0 && path[length - 1] != '/')
    length--;
  return (size_t)length;
}

zc_status zc_worker_file(char *path, size_t size, zc_diagnostics *diag) {
  static const char *const places[] = {"", "../", "../libexec/zhicheng/"};
  static const char name[] = "zhicheng-worker";
  size_t folder = own_folder(path, size);
  for (size_t i = 0; folder && i < sizeof places / sizeof *places; i++)
    if (snprintf(path + folder, size - folder, "%s%s", places[i], name) < (int)(size - folder) &&
        access(path, X_OK) == 0)
      return ZC_OK;
  snprintf(path, size, "%s/%s", ZC_LIBEXEC_DIR, name);
  if (access(path, X_OK) == 0)
    return ZC_OK;
  return zc_report(diag, ZC_BAD_PLUGIN, NULL,
                   "找不到程序 zhicheng-worker，插件要由它打开；它应在 zhicheng 旁边、"
                   "../libexec/zhicheng 或 %s 中；请重新安装（make install）",
                   "the program zhicheng-worker, which opens plugins, is not there; it belongs "
                   "beside zhicheng, in ../libexec/zhicheng or in %s; install again (make install)",
                   ZC_LIBEXEC_DIR);
}

/* ---- the process ---- */

/* Above those that the worker's descriptors become. 0, or an errno. */
static int open_sockets(int sockets[2]) {
  int pair[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
    return errno;
  for (int i = 0; i < 2; i++) {
    sockets[i] = fcntl(pair[i], F_DUPFD_CLOEXEC, 10);
    close(pair[i]);
  }
  if (sockets[0] >= 0 && sockets[1] >= 0)
    return fcntl(sockets[0], F_SETFL, O_NONBLOCK) == 0 ? 0 : errno;
  int error = errno;
  for (int i = 0; i < 2; i++)
    if (sockets[i] >= 0)
      close(sockets[i]);
  return error;
}

/* Nothing of this process's signals, files or terminal goes with it. */
static int spawn(pid_t *id, const char *file, int socket) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  sigset_t all, none;
  char name[] = "zhicheng-worker", *arguments[] = {name, NULL};
  sigfillset(&all);
  sigemptyset(&none);
  int error = posix_spawn_file_actions_init(&files);
  if (error)
    return error;
  error = posix_spawnattr_init(&attributes);
  if (!error) {
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID);
    error = posix_spawn_file_actions_adddup2(&files, socket, ZC_CHANNEL);
    if (!error)
      error = posix_spawn(id, file, &files, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
  }
  posix_spawn_file_actions_destroy(&files);
  return error;
}

int zc_process_start(zc_process *p, const char *file) {
  int sockets[2] = {-1, -1};
  *p = (zc_process){.socket = -1, .descriptor = -1};
  int error = open_sockets(sockets);
  if (error)
    return error;
  error = spawn(&p->id, file, sockets[1]);
  close(sockets[1]);
  if (error) {
    close(sockets[0]);
    p->id = 0;
    return error;
  }
  p->socket = sockets[0];
  p->descriptor = pidfd_open(p->id, 0);
  return 0;
}

void zc_process_await(const zc_process *p) {
  if (p->descriptor >= 0)
    poll(&(struct pollfd){p->descriptor, POLLIN, 0}, 1, MOMENT);
}

uint64_t zc_process_time(const zc_process *p) {
  clockid_t clock;
  struct timespec t;
  if (clock_getcpuclockid(p->id, &clock) != 0 || clock_gettime(clock, &t) != 0)
    return 0;
  return (uint64_t)t.tv_sec * 1000000u + (uint64_t)t.tv_nsec / 1000u;
}

void zc_process_end(zc_process *p, zc_ending *ending, uint32_t seconds) {
  struct rusage used = {0};
  int status = 0;
  pid_t gone;
  if (!p->id)
    return;
  kill(-p->id, SIGKILL); /* what it may have started, too */
  while ((gone = wait4(p->id, &status, 0, &used)) < 0 && errno == EINTR)
    ;
  if (ending && gone == p->id) {
    ending->has_feasted = used.ru_maxrss > p->inherited + ZC_WORKER_FEAST;
    zc_ending_judge(ending, status, &used, seconds);
  }
  close(p->socket);
  if (p->descriptor >= 0)
    close(p->descriptor);
  *p = (zc_process){.socket = -1, .descriptor = -1};
}
