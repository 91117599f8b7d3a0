/* SPDX-License-Identifier: Apache-2.0 */
#include "bench.h"
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

enum { TURNS = 5 };

extern char **environ;

static void run_program(void *context) {
  char *const *arguments = context;
  posix_spawn_file_actions_t actions;

  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  for (int i = 0; i < TURNS; i++) {
    pid_t child;
    int status;
    if (posix_spawnp(&child, arguments[0], &actions, NULL, arguments, environ) != 0 ||
        waitpid(child, &status, 0) < 0 || status != 0) {
      fprintf(stderr, "process: %s failed\n", arguments[0]);
      exit(1);
    }
  }
  posix_spawn_file_actions_destroy(&actions);
}

int zc_bench_process(void) {
  char *question[] = {ZC_BUILD_DIR "/zhicheng",
                      "assess",
                      "--region",
                      "guangxi",
                      "--as-of",
                      "2021-10-15",
                      "--facts",
                      "tests/samples/guangxi_doctor.json",
                      "--format",
                      "json",
                      NULL};
  char *nothing[] = {"true", NULL};
  zc_bench_run runs[] = {{run_program, question, 0}, {run_program, nothing, 0}};

  zc_bench_time(runs, 2);
  double ours = runs[0].seconds / TURNS, least = runs[1].seconds / TURNS;

  zc_bench_result("process", ours * 1e3, "ms", "none");
  zc_bench_result("process_vs_true", ours / least, "ratio", "a process that does nothing");
  return 0;
}
