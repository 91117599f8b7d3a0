/* SPDX-License-Identifier: Apache-2.0 */
/* The reference people as a CSV file, through `zhicheng batch` to CSV and to SQLite; the shell of
 * SQLite that only imports the same file is the baseline. */
#include "bench.h"
#include "rules.h"
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROWS = 2000000, TURNS = 3 };

#define FOLDER ZC_BUILD_DIR "/bench"
#define PEOPLE FOLDER "/people.csv"

extern char **environ;

typedef struct command {
  char *arguments[24];
  const char *target; /* removed before each run */
  long peak;          /* most memory of any run, in KiB */
} command;

static void run_command(void *context) {
  command *c = context;
  posix_spawn_file_actions_t actions;
  struct rusage usage;
  pid_t child;
  int status;

  unlink(c->target);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  if (posix_spawnp(&child, c->arguments[0], &actions, NULL, c->arguments, environ) != 0 ||
      wait4(child, &status, 0, &usage) < 0 || status != 0) {
    fprintf(stderr, "batch: %s failed\n", c->arguments[0]);
    exit(1);
  }
  if (usage.ru_maxrss > c->peak)
    c->peak = usage.ru_maxrss;
  posix_spawn_file_actions_destroy(&actions);
}

static const char *flag(int value) {
  return value ? "true" : "false";
}

/* Writes the file and returns how many of its people are eligible. */
static uint64_t write_people(void) {
  FILE *file = fopen(PEOPLE, "wb");
  uint64_t eligible = 0;
  if (!file)
    exit(1);
  fputs("id,reference.education,reference.target,reference.years_lower,reference.grass,"
        "reference.county,reference.town,reference.region,reference.dup,reference.annual,"
        "reference.ce_hours,works_in_township,reference.ban,reference.exam_req,reference.score,"
        "reference.passline,reference.year\n",
        file);
  for (unsigned i = 0; i < ROWS; i++) {
    row_t r;
    gen_row(&r);
    eligible += (unsigned)verdict_of_mask(ref_eval(&r));
    fprintf(file, "%u,%d,%d,%d,%d,%d,%d,%s,%s,%s,%d,%d,%s,%s,%d,%d,%d\n", i, r.education, r.target,
            r.years_lower, r.grass, r.county, r.town, flag(r.region), flag(r.dup), flag(r.annual),
            r.ce_hours, r.works, flag(r.ban), flag(r.exam_req), r.score, r.passline, r.year);
  }
  if (fclose(file) != 0)
    exit(1);
  return eligible;
}

/* Rows of the CSV output that say "eligible". */
static uint64_t count_eligible(const char *path) {
  FILE *file = fopen(path, "rb");
  char line[4096];
  uint64_t count = 0;
  while (file && fgets(line, sizeof line, file))
    count += strstr(line, ",eligible,") != NULL;
  if (file)
    fclose(file);
  return count;
}

#define BATCH(out)                                                                                 \
  {                                                                                                \
    {ZC_BUILD_DIR "/zhicheng",                                                                     \
     "batch",                                                                                      \
     "--plugins",                                                                                  \
     FOLDER "/plugins",                                                                            \
     "--region",                                                                                   \
     "reference",                                                                                  \
     "--as-of",                                                                                    \
     "2024-01-01",                                                                                 \
     "--set",                                                                                      \
     "track=general",                                                                              \
     "--threads",                                                                                  \
     "1",                                                                                          \
     PEOPLE,                                                                                       \
     "--out",                                                                                      \
     out,                                                                                          \
     NULL},                                                                                        \
        out, 0                                                                                     \
  }

int zc_bench_batch(void) {
  command csv = BATCH(FOLDER "/out.csv"), sqlite = BATCH(FOLDER "/out.db");
  command import = {{"sqlite3", FOLDER "/import.db", ".import --csv " PEOPLE " people", NULL},
                    FOLDER "/import.db",
                    0};
  zc_bench_run runs[] = {
      {run_command, &csv, 0}, {run_command, &sqlite, 0}, {run_command, &import, 0}};
  uint64_t wanted = write_people();

  zc_bench_time_rounds(runs, 3, TURNS);
  uint64_t found = count_eligible(csv.target);
  if (found != wanted)
    fprintf(stderr, "batch: %llu eligible wanted, %llu found\n", (unsigned long long)wanted,
            (unsigned long long)found);
  zc_bench_result("csv_to_csv", ROWS / runs[0].seconds / 1e6, "million rows/s",
                  "none, one thread, 2 million rows");
  zc_bench_result("csv_to_sqlite", ROWS / runs[1].seconds / 1e6, "million rows/s",
                  "none, one thread, 2 million rows");
  zc_bench_result("sqlite_import_vs_csv_to_sqlite", runs[2].seconds / runs[1].seconds, "ratio",
                  "sqlite3 .import of the same file");
  zc_bench_result("csv_to_csv_memory", (double)csv.peak / 1024, "MiB", "none");
  zc_bench_result("csv_to_sqlite_memory", (double)sqlite.peak / 1024, "MiB", "none");
  unlink(PEOPLE);
  unlink(csv.target);
  unlink(sqlite.target);
  unlink(import.target);
  return found != wanted;
}
