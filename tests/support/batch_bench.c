/* SPDX-License-Identifier: Apache-2.0 */
#include "support/batch_bench.h"

#include "tests.h"

#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

extern char **environ;

void bench_make_bytes(bench *b, const char *bytes, size_t length, const char *ending) {
  folder_make(b->folder);
  snprintf(b->in, sizeof b->in, "%s/in", b->folder);
  snprintf(b->out, sizeof b->out, "%s/out.%s", b->folder, ending);
  snprintf(b->rejects, sizeof b->rejects, "%s.reject.csv", b->out);
  FILE *file = fopen(b->in, "wb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  CU_ASSERT_EQUAL(fwrite(bytes, 1, length, file), length);
  fclose(file);
}

void bench_make(bench *b, const char *text, const char *ending) {
  bench_make_bytes(b, text, strlen(text), ending);
}

void bench_read(zc_buffer *out, const char *path) {
  char block[4096];
  size_t count;
  FILE *file = fopen(path, "rb");
  zc_buffer_clear(out);
  if (!file)
    return;
  while ((count = fread(block, 1, sizeof block, file)) > 0)
    zc_buffer_add(out, block, count);
  fclose(file);
}

int bench_has(const char *path) {
  struct stat status;
  return lstat(path, &status) == 0;
}

static void expect_text(zc_buffer *got, const char *path, const char *text, const char *test,
                        unsigned line) {
  int same = strcmp(zc_buffer_text(got), text) == 0;
  if (!same)
    printf("\n%s is\n%swanted\n%s", path, zc_buffer_text(got), text);
  CU_assertImplementation(same, line, path, test, "", CU_FALSE);
  zc_buffer_free(got);
}

void bench_expect_file(const char *path, const char *text, const char *test, unsigned line) {
  zc_buffer got = {0};
  bench_read(&got, path);
  expect_text(&got, path, text, test, line);
}

static void cut_digests(zc_buffer *text) {
  for (size_t i = 0; i + 68 <= text->length; i++) {
    if (memcmp(text->data + i, "sm3:", 4) == 0) {
      memmove(text->data + i, text->data + i + 68, text->length - i - 68);
      text->length -= 68;
    }
  }
}

void bench_expect_answers(const char *path, const char *text, const char *test, unsigned line) {
  zc_buffer got = {0};
  bench_read(&got, path);
  cut_digests(&got);
  expect_text(&got, path, text, test, line);
}

const char bench_header[] = "id,note,track,target_level,education,specialty_months\n";

void bench_rows(zc_buffer *text, unsigned count) {
  zc_buffer_puts(text, bench_header);
  for (unsigned i = 0; i < count; i++) {
    zc_buffer_printf(text, "%u,row %u,general,clerk,%s,%u\n", i, i,
                     i % 3   ? "bachelor"
                     : i % 5 ? "high_school"
                             : "worse",
                     i % 40);
  }
}

int bench_shell(const char *line) {
  char *const arguments[] = {"sh", "-c", (char *)line, NULL};
  pid_t pid;
  int status = 0;
  CU_ASSERT_EQUAL_FATAL(posix_spawnp(&pid, "sh", NULL, NULL, arguments, environ), 0);
  CU_ASSERT_FATAL(waitpid(pid, &status, 0) == pid);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
