/* SPDX-License-Identifier: Apache-2.0 */
/* What the suites of zhicheng batch share: a folder to work in, and files compared. */
#ifndef ZC_TESTS_SUPPORT_BATCH_BENCH_H
#define ZC_TESTS_SUPPORT_BATCH_BENCH_H

#include "support/program.h"

#define PROGRAM ZC_BUILD_DIR "/zhicheng"
#define URUMQI  "batch", "--region", "urumqi", "--as-of", "2022-10-10"

/* A folder with a file `in`, and the paths of what comes out. Removed with folder_remove. */
typedef struct bench {
  char folder[64], in[96], out[96], rejects[128];
} bench;

/* `in` holds the text, or the bytes; the answers go to a file with the ending. */
void bench_make(bench *b, const char *text, const char *ending);
void bench_make_bytes(bench *b, const char *bytes, size_t length, const char *ending);

/* Replaces what `out` holds; a file that cannot be read is empty. */
void bench_read(zc_buffer *out, const char *path);
/* Whether something has the path; a link to nothing is something. */
int bench_has(const char *path);

/* The file is this text; if not, the test fails at `line` of `test` and shows it. */
void bench_expect_file(const char *path, const char *text, const char *test, unsigned line);
#define EXPECT_FILE(path, text) bench_expect_file(path, text, __FILE__, __LINE__)
/* The same without the digests, which are others whenever the rules are. */
void bench_expect_answers(const char *path, const char *text, const char *test, unsigned line);
#define EXPECT_ANSWERS(path, text) bench_expect_answers(path, text, __FILE__, __LINE__)

/* The names of the columns of bench_rows. */
extern const char bench_header[];
/* Adds a header and `count` rows of all verdicts, some of which are bad. With 10000 they are enough
 * for several chunks, and for threads that overtake one another. */
void bench_rows(zc_buffer *text, unsigned count);

/* The exit status of a line of shell; 128 + n where signal n ended it. */
int bench_shell(const char *line);

#endif
