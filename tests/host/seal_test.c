/* SPDX-License-Identifier: Apache-2.0 */
/* Where the system has no seal to give, code of a plugin does not run: each test asks in a child
 * process to which a filter forbids any further filter, as a container may. */
#include "conformance/conformance.h"
#include "host/seal.h"
#include "support/program.h"
#include "support/region.h"
#include "tests.h"

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define BAD     ZC_BUILD_DIR "/bad_plugins/"
#define SCORES  BAD "scores_loop/north.so" /* has a function */
#define NO_SEAL "the worker process cannot be sealed: Operation not permitted"

/* prctl(PR_SET_SECCOMP) and seccomp() fail with EPERM from now on. */
static int forbid_seals(void) {
  const uint32_t refused = SECCOMP_RET_ERRNO | EPERM;
  struct sock_filter code[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_seccomp, 4, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_prctl, 0, 2),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PR_SET_SECCOMP, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
      BPF_STMT(BPF_RET | BPF_K, refused),
  };
  struct sock_fprog filter = {sizeof code / sizeof *code, code};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0;
}

/* Whether `ask` is content, in a child without seals. What fails there is printed. */
static int without_seals(int (*ask)(void)) {
  int status = 0;
  fflush(NULL);
  pid_t child = fork();
  if (child == 0) {
    int fine = forbid_seals() && ask();
    fflush(NULL);
    _exit(fine ? 0 : 1);
  }
  return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) &&
         WEXITSTATUS(status) == 0;
}

static int has(const char *text, const char *part) {
  if (text && strstr(text, part))
    return 1;
  printf("\nno \"%s\" in \"%s\"\n", part, text ? text : "");
  return 0;
}

static int is_refused(const char *path, zc_lang lang, const char *says) {
  zc_region region;
  zc_diagnostics diag = {.lang = lang};
  zc_status status = zc_region_load(&region, path, NULL, &diag);
  int fine = status == ZC_BAD_PLUGIN && has(zc_diagnostics_text(&diag), says);
  zc_diagnostics_free(&diag);
  return fine;
}

static int trials_are_refused(void) {
  return is_refused(SCORES, ZC_LANG_EN, NO_SEAL) &&
         is_refused(SCORES, ZC_LANG_EN, "let this system allow seccomp filters") &&
         is_refused(SCORES, ZC_LANG_ZH, "工作进程无法封闭：Operation not permitted；") &&
         is_refused(SCORES, ZC_LANG_ZH, "请让本系统允许 seccomp 过滤器");
}

static void a_trial_without_a_seal_refuses_the_plugin(void) {
  if (!zc_seal_is_left_out())
    CU_ASSERT(without_seals(trials_are_refused));
}

static int program_ends_with_3(void) {
  program p = {0};
  RUN(&p, "assess", "--plugins", BAD "scores_loop", "--region", "north", "--as-of", "2022-10-10",
      "--set", "track=general");
  int fine = p.status == 3 && has(zc_buffer_text(&p.err), NO_SEAL);
  RUN(&p, "check", SCORES);
  fine &= p.status == 3 && has(zc_buffer_text(&p.err), NO_SEAL);
  if (!fine)
    printf("\nstatus %d\n", p.status);
  program_free(&p);
  return fine;
}

static void the_program_says_so_and_ends_with_status_3(void) {
  CU_ASSERT(without_seals(program_ends_with_3));
}

static int tables_answer(void) {
  program p = {0};
  RUN(&p, "regions");
  int fine = p.status == 0 && has(zc_buffer_text(&p.out), "guangxi");
  program_free(&p);
  return fine;
}

static void a_plugin_that_runs_no_code_answers_all_the_same(void) {
  CU_ASSERT(without_seals(tables_answer));
}

static int run_sealed(void *context, zc_buffer *said) {
  (void)said;
  zc_worker_seal();
  *(volatile int *)context = 1;
  return 5;
}

static int a_worker_ends(void) {
  int reached = 0;
  zc_ending e;
  zc_buffer how = {0};
  int fine = zc_worker_run(&(zc_work){run_sealed, &reached, NULL, 5}, &e, NULL) == ZC_OK;
  zc_ending_tell(&e, ZC_LANG_EN, &how);
  fine &= e.end == ZC_END_UNSEALED && e.number == EPERM && e.result == 0;
  fine &= has(zc_buffer_text(&how), "the worker process cannot be sealed (Operation not");
  zc_buffer_free(&how);
  zc_ending_free(&e);
  return fine;
}

static void a_worker_without_a_seal_ends_before_its_work(void) {
  if (!zc_seal_is_left_out())
    CU_ASSERT(without_seals(a_worker_ends));
}

static void nothing_in_the_environment_turns_the_seal_off(void) {
  program p = {.settings =
                   (const char *const[]){"LC_ALL=C", "LD_PRELOAD=/nowhere/vgpreload_x.so", NULL}};
  RUN(&p, "assess", "--plugins", BAD "scores_file", "--region", "north", "--as-of", "2022-10-10",
      "--set", "track=general");
  program_expect_status(&p, 3);
  program_expect_err(&p, "it opens files or changes them");
  program_free(&p);
}

void test_host_seal(CU_pSuite suite) {
  CU_add_test(suite, "a trial without a seal refuses the plugin and says why, in both languages",
              a_trial_without_a_seal_refuses_the_plugin);
  CU_add_test(suite, "the program says so and ends with status 3",
              the_program_says_so_and_ends_with_status_3);
  CU_add_test(suite, "a plugin that runs no code answers all the same",
              a_plugin_that_runs_no_code_answers_all_the_same);
  CU_add_test(suite, "a worker without a seal ends before its work",
              a_worker_without_a_seal_ends_before_its_work);
  CU_add_test(suite, "nothing in the environment turns the seal off",
              nothing_in_the_environment_turns_the_seal_off);
}
