/* SPDX-License-Identifier: Apache-2.0 */
#include "support/program.h"

#include "support/region.h"
#include "tests.h"

#include <dirent.h>
#include <fcntl.h>
#include <jansson.h>
#include <poll.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_ARGUMENTS = 40 };

/* A file without a name that holds the input. */
static int input_file(const char *text) {
  int file = memfd_create("input", MFD_CLOEXEC);
  size_t length = text ? strlen(text) : 0;
  CU_ASSERT_FATAL(file >= 0);
  CU_ASSERT_FATAL(write(file, text ? text : "", length) == (ssize_t)length);
  CU_ASSERT_FATAL(lseek(file, 0, SEEK_SET) == 0);
  return file;
}

static int output_file(const char *path) {
  int file = path ? open(path, O_WRONLY | O_CLOEXEC) : memfd_create("output", MFD_CLOEXEC);
  CU_ASSERT_FATAL(file >= 0);
  return file;
}

static void read_back(int file, zc_buffer *out) {
  char block[4096];
  ssize_t count;
  zc_buffer_clear(out);
  lseek(file, 0, SEEK_SET);
  while ((count = read(file, block, sizeof block)) > 0)
    zc_buffer_add(out, block, (size_t)count);
  close(file);
}

static int spawn(const program *p, char *const *arguments, int in, int out, int err) {
  static const char *const plain[] = {"LC_ALL=C", "ZHICHENG_CONFIG=", NULL};
  posix_spawn_file_actions_t actions;
  pid_t pid = 0;
  int status = 0;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, 0);
  posix_spawn_file_actions_adddup2(&actions, out, 1);
  posix_spawn_file_actions_adddup2(&actions, err, 2);
  int failed = posix_spawn(&pid, ZC_BUILD_DIR "/zhicheng", &actions, NULL, arguments,
                           (char *const *)(p->settings ? p->settings : plain));
  posix_spawn_file_actions_destroy(&actions);
  CU_ASSERT_EQUAL_FATAL(failed, 0);
  CU_ASSERT_FATAL(waitpid(pid, &status, 0) == pid);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void program_run(program *p, const char *const *arguments) {
  char *list[MOST_ARGUMENTS] = {"zhicheng"};
  int count = 1;
  for (; *arguments && count + 1 < MOST_ARGUMENTS; arguments++)
    list[count++] = (char *)*arguments;
  int in = input_file(p->input);
  int out = output_file(p->output_path);
  int err = output_file(NULL);
  p->status = spawn(p, list, in, out, err);
  close(in);
  if (p->output_path) {
    close(out);
    zc_buffer_clear(&p->out);
  } else {
    read_back(out, &p->out);
  }
  read_back(err, &p->err);
}

void program_free(program *p) {
  zc_buffer_free(&p->out);
  zc_buffer_free(&p->err);
}

void program_expect_status(program *p, int status) {
  if (p->status != status) {
    printf("\nwanted status %d, got %d\n%s%s", status, p->status, zc_buffer_text(&p->out),
           zc_buffer_text(&p->err));
  }
  CU_ASSERT_EQUAL(p->status, status);
}

void program_expect_out(program *p, const char *part) {
  zc_test_contains(zc_buffer_text(&p->out), part);
}

void program_expect_err(program *p, const char *part) {
  zc_test_contains(zc_buffer_text(&p->err), part);
}

json_t *program_json(program *p) {
  json_error_t error;
  program_expect_status(p, 0);
  json_t *root = json_loadb(p->out.data, p->out.length, JSON_REJECT_DUPLICATES, &error);
  CU_ASSERT_PTR_NOT_NULL_FATAL(root);
  return root;
}

void folder_make(char path[64]) {
  snprintf(path, 64, "/tmp/zhicheng-test-XXXXXX");
  CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(path));
}

void folder_write(const char *folder, const char *name, const char *text) {
  char path[512];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "wb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  CU_ASSERT_FATAL(fwrite(text, 1, strlen(text), file) == strlen(text));
  CU_ASSERT_EQUAL(fclose(file), 0);
}

void folder_remove(const char *folder) {
  DIR *list = opendir(folder);
  struct dirent *entry;
  char path[512];
  CU_ASSERT_PTR_NOT_NULL_FATAL(list);
  while ((entry = readdir(list))) {
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    unlink(path);
  }
  closedir(list);
  CU_ASSERT_EQUAL(rmdir(folder), 0);
}
