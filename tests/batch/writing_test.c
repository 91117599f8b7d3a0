/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng batch: what becomes of a file that cannot be finished. */
#include "support/batch_bench.h"
#include "tests.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void what_cannot_be_written_leaves_nothing(void) {
  zc_buffer text = {0};
  bench b;
  program p = {0};
  char line[1024], link_path[128];
  bench_rows(&text, 60000); /* more than the limit, which is more than the plugin */
  bench_make_bytes(&b, text.data, text.length, "csv");
  folder_write(b.folder, "out.csv", "old\n");
  snprintf(line, sizeof line,
           "ulimit -f 400; %s batch --region urumqi --as-of 2022-10-10 %s --out %s --force "
           "2>/dev/null",
           PROGRAM, b.in, b.out);
  CU_ASSERT_EQUAL(bench_shell(line), 4);
  EXPECT_FILE(b.out, "old\n");
  CU_ASSERT(!bench_has(b.rejects));
  snprintf(line, sizeof line,
           "ulimit -f 400; %s batch --region urumqi --as-of 2022-10-10 %s --out %s/out.db "
           "2>/dev/null",
           PROGRAM, b.in, b.folder);
  CU_ASSERT_EQUAL(bench_shell(line), 4);
  snprintf(line, sizeof line, "test \"$(ls -A %s | tr '\\n' ' ')\" = 'in out.csv '", b.folder);
  CU_ASSERT_EQUAL(bench_shell(line), 0);
  snprintf(link_path, sizeof link_path, "%s/full.csv", b.folder);
  CU_ASSERT_EQUAL_FATAL(symlink("/dev/full", link_path), 0);
  RUN(&p, URUMQI, b.in, "--out", link_path, "--reject", b.rejects);
  program_expect_status(&p, 4);
  program_expect_err(&p, "No space left");
  RUN(&p, URUMQI, b.in, "--out", "/nowhere/out.csv");
  program_expect_status(&p, 4);
  program_expect_err(&p, "/nowhere/out.csv: error: cannot be written: there is no such folder");
  zc_buffer_free(&text);
  folder_remove(b.folder);
  program_free(&p);
}

/* The file's name is as long as a name can be; that of the file beside it is not longer. */
static void a_name_may_be_as_long_as_the_system_allows(void) {
  bench b;
  program p = {0};
  char path[400], line[512];
  bench_make(&b, "id,track\n1,farmer\n", "csv");
  snprintf(path, sizeof path, "%s/%0251d.csv", b.folder, 7);
  RUN(&p, URUMQI, b.in, "--out", path);
  program_expect_status(&p, 0);
  CU_ASSERT(bench_has(path));
  snprintf(path, sizeof path, "%s/%0252d.csv", b.folder, 7);
  RUN(&p, URUMQI, b.in, "--out", path);
  program_expect_status(&p, 4);
  program_expect_err(&p, "the name is too long");
  snprintf(line, sizeof line, "rm %s/0*7.csv", b.folder);
  CU_ASSERT_EQUAL(bench_shell(line), 0);
  folder_remove(b.folder);
  program_free(&p);
}

/* The program has opened its output when it has taken more of a pipe than the pipe holds beyond
 * the start that it looks at first; then it waits for more. */
static void interrupt_it(const char *ending) {
  zc_buffer text = {0}, told = {0};
  bench b;
  int in[2], status = 0;
  char told_path[96], line[256];
  pid_t pid;
  posix_spawn_file_actions_t actions;
  bench_rows(&text, 20000);
  bench_make(&b, "", ending);
  snprintf(told_path, sizeof told_path, "%s/told", b.folder);
  folder_write(b.folder, strcmp(ending, "csv") == 0 ? "out.csv" : "out.db", "old\n");
  CU_ASSERT_EQUAL_FATAL(pipe2(in, O_CLOEXEC), 0);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], 0);
  posix_spawn_file_actions_addopen(&actions, 2, told_path, O_WRONLY | O_CREAT, 0600);
  char *const arguments[] = {"zhicheng", "batch", "--region", "urumqi",  "--as-of", "2022-10-10",
                             "-",        "--out", b.out,      "--force", NULL};
  char *const settings[] = {"LC_ALL=C", NULL};
  CU_ASSERT_EQUAL_FATAL(posix_spawn(&pid, PROGRAM, &actions, NULL, arguments, settings), 0);
  close(in[0]); /* a program that ends early ends the test, too, and does not keep it waiting */
  CU_ASSERT(write(in[1], text.data, text.length) == (ssize_t)text.length);
  CU_ASSERT_EQUAL(kill(pid, SIGTERM), 0);
  CU_ASSERT_FATAL(waitpid(pid, &status, 0) == pid);
  CU_ASSERT(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
  close(in[1]);
  posix_spawn_file_actions_destroy(&actions);
  bench_read(&told, told_path);
  CU_ASSERT(strstr(zc_buffer_text(&told), "interrupted") != NULL);
  EXPECT_FILE(b.out, "old\n");
  snprintf(line, sizeof line, "test \"$(ls -A %s | tr '\\n' ' ')\" = 'in out.%s told '", b.folder,
           ending);
  CU_ASSERT_EQUAL(bench_shell(line), 0);
  zc_buffer_free(&text);
  zc_buffer_free(&told);
  folder_remove(b.folder);
}

static void interruption_leaves_nothing(void) {
  interrupt_it("csv");
  interrupt_it("db");
}

void test_batch_writing(CU_pSuite suite) {
  CU_add_test(suite, "a name may be as long as the system allows",
              a_name_may_be_as_long_as_the_system_allows);
  CU_add_test(suite, "what cannot be written leaves nothing, and the old file stays",
              what_cannot_be_written_leaves_nothing);
  CU_add_test(suite, "interruption leaves nothing, and the old file stays",
              interruption_leaves_nothing);
}
