/* SPDX-License-Identifier: Apache-2.0 */
/* Runs the program as its users do. */
#ifndef ZC_TESTS_SUPPORT_PROGRAM_H
#define ZC_TESTS_SUPPORT_PROGRAM_H

#include "base/buffer.h"

typedef struct program {
  int status; /* exit status; -1: ended by a signal */
  zc_buffer out, err;
  const char *input;           /* standard input; NULL: empty */
  const char *output_path;     /* where standard output goes instead of `out`; NULL: `out` */
  const char *const *settings; /* of the environment, "NAME=VALUE", ended by NULL; NULL: LC_ALL=C */
} program;

/* Runs build/zhicheng with the arguments, ended by NULL, and replaces what an earlier run left in
 * `p`. */
void program_run(program *p, const char *const *arguments);
#define RUN(p, ...) program_run(p, (const char *const[]){__VA_ARGS__, NULL})
void program_free(program *p);

/* The exit status; if it is another, the test fails and shows what the program said. */
void program_expect_status(program *p, int status);
/* Standard output or standard error has the part; if not, the test fails and shows it. */
void program_expect_out(program *p, const char *part);
void program_expect_err(program *p, const char *part);

/* Standard output as JSON, where the exit status is 0; else the test fails. A member that stands
 * twice is wrong. The caller's to json_decref. */
struct json_t *program_json(program *p);

/* A folder that is new and empty; its name is written to `path`. Removed by folder_remove with the
 * files in it. */
void folder_make(char path[64]);
void folder_write(const char *folder, const char *name, const char *text);
void folder_remove(const char *folder);

#endif
