/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng batch: a file of people in, their answers out. */
#include "support/program.h"
#include "tests.h"

#include <fcntl.h>
#include <jansson.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROGRAM ZC_BUILD_DIR "/zhicheng"

extern char **environ;

/* A folder with a file `in`, and the paths of what comes out. */
typedef struct bench {
  char folder[64], in[96], out[96], rejects[128];
} bench;

static void make_bench(bench *b, const char *text, size_t length, const char *ending) {
  folder_make(b->folder);
  snprintf(b->in, sizeof b->in, "%s/in", b->folder);
  snprintf(b->out, sizeof b->out, "%s/out.%s", b->folder, ending);
  snprintf(b->rejects, sizeof b->rejects, "%s.reject.csv", b->out);
  FILE *file = fopen(b->in, "wb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  CU_ASSERT_EQUAL(fwrite(text, 1, length, file), length);
  fclose(file);
}

static void read_file(zc_buffer *out, const char *path) {
  char block[4096];
  size_t count;
  FILE *file = fopen(path, "rb");
  zc_buffer_clear(out);
  if (file == NULL) {
    return;
  }
  while ((count = fread(block, 1, sizeof block, file)) > 0) {
    zc_buffer_add(out, block, count);
  }
  fclose(file);
}

static int is_there(const char *path) {
  struct stat status;
  return lstat(path, &status) == 0;
}

static void expect_file(const char *path, const char *text, unsigned line) {
  zc_buffer got = {0};
  read_file(&got, path);
  int same = strcmp(zc_buffer_text(&got), text) == 0;
  if (!same) {
    printf("\n%s is\n%swanted\n%s", path, zc_buffer_text(&got), text);
  }
  CU_assertImplementation(same, line, path, __FILE__, "", CU_FALSE);
  zc_buffer_free(&got);
}
#define EXPECT_FILE(path, text) expect_file(path, text, __LINE__)

/* Without the digest, which is another whenever the rules are. */
static void cut_digests(zc_buffer *text) {
  for (size_t i = 0; i + 68 <= text->length; i++) {
    if (memcmp(text->data + i, "sm3:", 4) == 0) {
      memmove(text->data + i, text->data + i + 68, text->length - i - 68);
      text->length -= 68;
    }
  }
}

static void expect_answers(const char *path, const char *text, unsigned line) {
  zc_buffer got = {0};
  read_file(&got, path);
  cut_digests(&got);
  int same = strcmp(zc_buffer_text(&got), text) == 0;
  if (!same) {
    printf("\n%s is\n%swanted\n%s", path, zc_buffer_text(&got), text);
  }
  CU_assertImplementation(same, line, path, __FILE__, "", CU_FALSE);
  zc_buffer_free(&got);
}
#define EXPECT_ANSWERS(path, text) expect_answers(path, text, __LINE__)

#define URUMQI "batch", "--region", "urumqi", "--as-of", "2022-10-10"

static const char header[] = "id,note,track,target_level,education,specialty_months\n";
static const char answers[] = "note,id,verdict,mode,route,unmet,missing,digest\n";

/* ---- reading ---- */

static void answers_stand_in_the_order_of_the_file(void) {
  static const char text[] = "id,note,track,target_level,education,current_title_level,"
                             "specialty_months\n"
                             "a,\"x, \"\"y\"\"\",general,clerk,bachelor,none,12\n"
                             "b,,general,clerk,junior_middle,none,12\n"
                             "\"c\",z,general,clerk,bachelor,none,\n";
  bench b;
  program p = {0};
  make_bench(&b, text, sizeof text - 1, "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  EXPECT_ANSWERS(b.out, "note,id,verdict,mode,route,unmet,missing,digest\n"
                        "\"x, \"\"y\"\"\",a,eligible,review,base.clerk,,,\n"
                        ",b,ineligible,,,base.clerk,,\n"
                        "z,\"c\",undetermined,,,,specialty_months,\n");
  CU_ASSERT(!is_there(b.rejects));
  program_expect_err(&p, "3 rows");
  program_expect_err(&p, "           1  base.clerk");
  folder_remove(b.folder);
  program_free(&p);
}

static void add_rows(zc_buffer *text, const char *row, unsigned count) {
  for (unsigned i = 0; i < count; i++) {
    zc_buffer_puts(text, row);
  }
}

/* Every kind of bad row: line number and reason, and what is right around it goes on. */
static void exactly_the_bad_rows_are_rejected(void) {
  static const char good[] = "1,n,general,clerk,bachelor,12\n";
  zc_buffer text = {0}, rejects = {0};
  bench b;
  program p = {0};
  zc_buffer_puts(&text, header);
  add_rows(&text, good, 1);
  zc_buffer_puts(&text, "2,,general,clerk,bachelor,twelve\n");  /* 3: type */
  zc_buffer_puts(&text, "3,,general,clerk,bachelors,1201\n");   /* 4: word and range */
  zc_buffer_puts(&text, "4,,general\n");                        /* 5: few */
  zc_buffer_puts(&text, "5,,general,clerk,bachelor,12,\n");     /* 6: many */
  zc_buffer_puts(&text, "6,\xC3(,general,clerk,bachelor,12\n"); /* 7: bytes */
  zc_buffer_puts(&text, "\n");                                  /* 8: empty */
  zc_buffer_add(&text, "8,\0,general,clerk,bachelor,12\n", 30); /* 9: NUL */
  add_rows(&text, good, 1);
  zc_buffer_puts(&text, "9,\"two\nlines\",general,clerk,bachelor,12\n"); /* 11 and 12: right */
  zc_buffer_puts(&text, "10,\"open,general,clerk,bachelor,12\n");        /* 13: quote */
  zc_buffer_puts(&text, "11,");                                          /* 14: long */
  add_rows(&text, "xxxxxxxxxx", 1000000);
  zc_buffer_puts(&text, ",general,clerk,bachelor,12\n12,\""); /* 15: long, quoted */
  add_rows(&text, "yyyyyyyy\n", 200000);
  zc_buffer_puts(&text, "\",general,clerk,bachelor,12\n");
  add_rows(&text, good, 1);                            /* 200016 */
  zc_buffer_puts(&text, "13,,general,clerk,bachelor"); /* 200017: the end of the file */
  make_bench(&b, text.data, text.length, "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  EXPECT_FILE(
      b.rejects,
      "line,id,reason\n"
      "3,2,\"specialty_months is a whole number such as 36, not \"\"twelve\"\"\"\n"
      "4,3,\"\"\"bachelors\"\" is no word of education; did you mean \"\"bachelor\"\"?; "
      "specialty_months: 1201 is out of range; it lies between 0 and 1200\"\n"
      "5,,fewer fields than the header has; add the commas that are missing\n"
      "6,,more fields than the header has; put a field that has commas in quotes\n"
      "7,,bytes that are no text in the file's encoding; correct them\n"
      "8,,the line is empty; remove it\n"
      "9,,the row has a NUL; remove it\n"
      "13,,\"a quote is not closed, or text stands behind the closing one; close it, and write a "
      "quote inside a field twice\"\n"
      "14,,the row is longer than 1 MiB; shorten it\n"
      "15,,the row is longer than 1 MiB; shorten it\n"
      "200017,,fewer fields than the header has; add the commas that are missing\n");
  read_file(&rejects, b.out);
  unsigned lines = 0;
  for (size_t i = 0; i < rejects.length; i++) {
    lines += rejects.data[i] == '\n';
  }
  CU_ASSERT_EQUAL(lines, 1 + 4 + 1); /* header, four right rows, one with a line break inside */
  zc_buffer_free(&rejects);
  zc_buffer_free(&text);
  folder_remove(b.folder);
  program_free(&p);
}

static void encodings_and_line_ends_make_no_difference(void) {
  static const char body[] =
      "\xE7\xBC\x96\xE5\x8F\xB7,track,target_level,\xE5\xAD\xA6\xE5\x8E\x86,n\n"
      "1,general,clerk,bachelor,\xE5\xAD\xA6\n";
  static const char gb[] = "\xB1\xE0\xBA\xC5,track,target_level,\xD1\xA7\xC0\xFA,n\n"
                           "1,general,clerk,bachelor,\xD1\xA7\n";
  static const char mark[] = "\xEF\xBB\xBF";
  zc_buffer forms[4] = {{0}};
  zc_buffer first = {0}, got = {0};
  zc_buffer_puts(&forms[0], body);
  zc_buffer_puts(&forms[1], mark);
  zc_buffer_puts(&forms[1], body);
  for (const char *at = body; *at != '\0'; at++) {
    zc_buffer_puts(&forms[2], *at == '\n' ? "\r" : "");
    zc_buffer_putc(&forms[2], *at);
  }
  zc_buffer_puts(&forms[3], gb);
  for (int i = 0; i < 4; i++) {
    bench b;
    program p = {0};
    make_bench(&b, forms[i].data, forms[i].length, "csv");
    RUN(&p, URUMQI, b.in, "--out", b.out);
    program_expect_status(&p, 0);
    read_file(i == 0 ? &first : &got, b.out);
    if (i == 0) {
      CU_ASSERT(strstr(zc_buffer_text(&first), "\xE5\xAD\xA6,1,undetermined,") != NULL);
    } else {
      CU_ASSERT_STRING_EQUAL(zc_buffer_text(&got), zc_buffer_text(&first));
    }
    RUN(&p, URUMQI, b.in, "--out", b.out, "--encoding", i == 3 ? "gb18030" : "utf-8");
    read_file(&got, b.out);
    CU_ASSERT_STRING_EQUAL(zc_buffer_text(&got), zc_buffer_text(&first));
    folder_remove(b.folder);
    program_free(&p);
    zc_buffer_free(&forms[i]);
  }
  zc_buffer_free(&first);
  zc_buffer_free(&got);
}

/* The exit status of a line of shell; 128 + n where signal n ended it. */
static int shell(const char *line) {
  char *const arguments[] = {"sh", "-c", (char *)line, NULL};
  pid_t pid;
  int status = 0;
  CU_ASSERT_EQUAL_FATAL(posix_spawnp(&pid, "sh", NULL, NULL, arguments, environ), 0);
  CU_ASSERT_FATAL(waitpid(pid, &status, 0) == pid);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/* Rows enough for several chunks, and for threads that overtake one another. */
static void make_many(zc_buffer *text, unsigned count) {
  zc_buffer_puts(text, header);
  for (unsigned i = 0; i < count; i++) {
    zc_buffer_printf(text, "%u,row %u,general,clerk,%s,%u\n", i, i,
                     i % 3   ? "bachelor"
                     : i % 5 ? "high_school"
                             : "worse",
                     i % 40);
  }
}

static void a_pipe_and_threads_make_no_difference(void) {
  char line[1024];
  zc_buffer text = {0}, one = {0}, piped = {0};
  bench b;
  make_many(&text, 20000);
  make_bench(&b, text.data, text.length, "csv");
  snprintf(line, sizeof line,
           "%s batch --region urumqi --as-of 2022-10-10 --threads 1 %s --out %s 2>/dev/null",
           PROGRAM, b.in, b.out);
  CU_ASSERT_EQUAL(shell(line), 0);
  read_file(&one, b.out);
  CU_ASSERT(one.length > 1000000);
  snprintf(line, sizeof line,
           "cat %s | %s batch --region urumqi --as-of 2022-10-10 --threads 3 - --out %s "
           "2>/dev/null",
           b.in, PROGRAM, b.out);
  CU_ASSERT_EQUAL(shell(line), 0);
  read_file(&piped, b.out);
  CU_ASSERT_EQUAL(piped.length, one.length);
  CU_ASSERT(memcmp(piped.data, one.data, one.length) == 0);
  zc_buffer_free(&text);
  zc_buffer_free(&one);
  zc_buffer_free(&piped);
  folder_remove(b.folder);
}

static void ndjson_goes_in_and_out(void) {
  static const char text[] =
      "{\"id\": 7, \"track\": \"general\", \"target_level\": \"clerk\", \"education\": "
      "\"bachelor\", \"specialty_months\": 12, \"current_title_level\": \"none\", "
      "\"note\": {\"a\": [1, null]}}\n"
      "{\"track\": \"general\", \"specialty_months\": \"12\", \"education\": \"best\"}\n"
      "[1]\n"
      "{\"id\": \"x\", \"track\": \"farmer\", \"verdict\": 1}\n"
      "{\"id\": \"y\", \"track\": \"farmer\"}\n";
  bench b;
  program p = {0};
  make_bench(&b, text, sizeof text - 1, "ndjson");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  EXPECT_ANSWERS(b.out,
                 "{\"note\":{\"a\":[1,null]},\"id\":7,\"verdict\":\"eligible\",\"mode\":\"review\","
                 "\"route\":\"base.clerk\",\"unmet\":[],\"missing\":[],\"missing_exact\":true,"
                 "\"digest\":\"\"}\n"
                 "{\"id\":\"y\",\"verdict\":\"ineligible\",\"mode\":null,\"route\":null,\"unmet\":"
                 "[\"base.track\"],\"missing\":[],\"missing_exact\":true,\"digest\":\"\"}\n");
  EXPECT_FILE(b.rejects,
              "line,id,reason\n"
              "2,2,\"specialty_months must be a whole number such as 36, without quotes, point or "
              "exponent; found \"\"12\"\"; \"\"best\"\" is no word of education; use one of "
              "none, junior_middle, high_school, junior_college, bachelor, master, doctor\"\n"
              "3,,\"this line is no JSON object; one looks like {\"\"id\"\": \"\"1\"\", "
              "\"\"track\"\": \"\"general\"\"}\"\n"
              "4,x,\"the id (named id or \xE7\xBC\x96\xE5\x8F\xB7, not both) is a text or a whole "
              "number, and no member that is kept is named like "
              "one of the result, such as verdict; correct it\"\n");
  folder_remove(b.folder);
  program_free(&p);
}

/* ---- what is asked for ---- */

static void a_column_may_name_the_region(void) {
  static const char text[] = "where,id,track,target_level\n"
                             "guangxi,1,farmer,clerk\n"
                             "urumqi,2,farmer,clerk\n"
                             "nowhere,3,farmer,clerk\n"
                             "\"guangxi\",4,farmer,clerk\n";
  bench b;
  program p = {0};
  make_bench(&b, text, sizeof text - 1, "csv");
  RUN(&p, "batch", "--region-column", "where", "--as-of", "2021-10-15", b.in, "--out", b.out);
  program_expect_status(&p, 0);
  EXPECT_ANSWERS(b.out, "where,id,verdict,mode,route,unmet,missing,digest\n"
                        "guangxi,1,ineligible,,,base.track,,\n"
                        "urumqi,2,ineligible,,,base.track,,\n"
                        "\"guangxi\",4,ineligible,,,base.track,,\n");
  EXPECT_FILE(b.rejects, "line,id,reason\n"
                         "4,3,\"no region, or none that is loaded; `zhicheng regions` lists "
                         "them\"\n");
  RUN(&p, "batch", "--region-column", "place", b.in, "--out", b.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "there is no column \"place\"");
  RUN(&p, "batch", b.in, "--out", b.out);
  program_expect_status(&p, 2);
  folder_remove(b.folder);
  program_free(&p);
}

static void repeated_ids_are_rejected(void) {
  static const char text[] = "id,track\n1,farmer\n2,farmer\n\"1\",farmer\n3,nobody\n3,farmer\n";
  bench b;
  program p = {0};
  make_bench(&b, text, sizeof text - 1, "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out, "--unique-id");
  program_expect_status(&p, 0);
  EXPECT_ANSWERS(b.out, "id,verdict,mode,route,unmet,missing,digest\n"
                        "1,ineligible,,,base.track,,\n"
                        "2,ineligible,,,base.track,,\n"
                        "3,ineligible,,,base.track,,\n");
  EXPECT_FILE(b.rejects, "line,id,reason\n"
                         "4,1,the id 1 stands on line 2 already; keep one row\n"
                         "5,3,\"\"\"nobody\"\" is no word of track; use one of general, targeted, "
                         "farmer, green\"\n");
  program_expect_err(&p, "           3  ineligible\n           0  undetermined\n"
                         "           2  rejected\n");
  folder_remove(b.folder);
  program_free(&p);
}

static void facts_of_all_rows_are_set_once(void) {
  static const char text[] = "id\n1\n";
  bench b;
  program p = {0};
  make_bench(&b, text, sizeof text - 1, "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out, "--set", "track=farmer");
  program_expect_status(&p, 0);
  EXPECT_ANSWERS(b.out, "id,verdict,mode,route,unmet,missing,digest\n"
                        "1,ineligible,,,base.track,,\n");
  folder_write(b.folder, "in", "id,track\n1,farmer\n");
  RUN(&p, URUMQI, b.in, "--out", b.out, "--set", "track=farmer");
  program_expect_status(&p, 2);
  program_expect_err(&p, "track has a column in the file");
  folder_remove(b.folder);
  program_free(&p);
}

static void findings_are_listed_on_demand(void) {
  static const char text[] = "id,track,target_level\n1,farmer,clerk\n";
  bench b;
  program p = {0};
  make_bench(&b, text, sizeof text - 1, "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out, "--explain");
  EXPECT_ANSWERS(b.out, "id,verdict,mode,route,unmet,missing,digest,findings\n"
                        "1,ineligible,,,base.track,,,base.track=unmet base.place=met "
                        "base.level_up=met base.clerk=unknown base.assistant=not_applicable "
                        "base.intermediate=not_applicable "
                        "base.deputy_senior=not_applicable "
                        "base.full_senior=not_applicable\n");
  folder_remove(b.folder);
  program_free(&p);
}

static void sqlite_has_rows_and_their_rulings(void) {
  zc_buffer text = {0}, got = {0};
  bench b;
  char line[1024];
  make_many(&text, 9000);
  make_bench(&b, text.data, text.length, "db");
  snprintf(line, sizeof line,
           "%s batch --region urumqi --as-of 2022-10-10 --explain %s --out %s 2>/dev/null && "
           "%s batch --region urumqi --as-of 2022-10-10 %s --out %s/out.csv 2>/dev/null",
           PROGRAM, b.in, b.out, PROGRAM, b.in, b.folder);
  CU_ASSERT_EQUAL(shell(line), 0);
  snprintf(line, sizeof line,
           "cd %s && sqlite3 -csv -header out.db 'select * from decisions' | tr -d '\\r\"' | sort "
           ">a && tr -d '\"' <out.csv | sort >b && cmp a b",
           b.folder);
  CU_ASSERT_EQUAL(shell(line), 0);
  snprintf(line, sizeof line,
           "cd %s && test \"$(sqlite3 out.db \"select count(distinct id) from rows join "
           "findings using (ruling) where state = 'unmet' and rule = 'base.clerk'\")\" = "
           "\"$(sqlite3 out.db \"select count(*) from decisions where ' ' || unmet || ' ' like "
           "'%% base.clerk %%'\")\"",
           b.folder);
  CU_ASSERT_EQUAL(shell(line), 0);
  zc_buffer_free(&text);
  zc_buffer_free(&got);
  folder_remove(b.folder);
}

/* ---- writing ---- */

static void what_cannot_be_written_leaves_nothing(void) {
  zc_buffer text = {0};
  bench b;
  program p = {0};
  char line[1024], link_path[128];
  make_many(&text, 20000);
  make_bench(&b, text.data, text.length, "csv");
  folder_write(b.folder, "out.csv", "old\n");
  snprintf(line, sizeof line,
           "ulimit -f 100; %s batch --region urumqi --as-of 2022-10-10 %s --out %s 2>/dev/null",
           PROGRAM, b.in, b.out);
  CU_ASSERT_EQUAL(shell(line), 4);
  EXPECT_FILE(b.out, "old\n");
  CU_ASSERT(!is_there(b.rejects));
  snprintf(line, sizeof line,
           "ulimit -f 100; %s batch --region urumqi --as-of 2022-10-10 %s --out %s/out.db "
           "2>/dev/null",
           PROGRAM, b.in, b.folder);
  CU_ASSERT_EQUAL(shell(line), 4);
  snprintf(line, sizeof line, "test \"$(ls -A %s | tr '\\n' ' ')\" = 'in out.csv '", b.folder);
  CU_ASSERT_EQUAL(shell(line), 0);
  snprintf(link_path, sizeof link_path, "%s/full.csv", b.folder);
  CU_ASSERT_EQUAL_FATAL(symlink("/dev/full", link_path), 0);
  RUN(&p, URUMQI, b.in, "--out", link_path, "--reject", b.rejects);
  program_expect_status(&p, 4);
  program_expect_err(&p, "No space left");
  RUN(&p, URUMQI, b.in, "--out", "/nowhere/out.csv");
  program_expect_status(&p, 4);
  program_expect_err(&p, "/nowhere/out.csv");
  zc_buffer_free(&text);
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
  make_many(&text, 20000);
  make_bench(&b, "", 0, ending);
  snprintf(told_path, sizeof told_path, "%s/told", b.folder);
  folder_write(b.folder, strcmp(ending, "csv") == 0 ? "out.csv" : "out.db", "old\n");
  CU_ASSERT_EQUAL_FATAL(pipe2(in, O_CLOEXEC), 0);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], 0);
  posix_spawn_file_actions_addopen(&actions, 2, told_path, O_WRONLY | O_CREAT, 0600);
  char *const arguments[] = {"zhicheng",   "batch", "--region", "urumqi", "--as-of",
                             "2022-10-10", "-",     "--out",    b.out,    NULL};
  char *const settings[] = {"LC_ALL=C", NULL};
  CU_ASSERT_EQUAL_FATAL(posix_spawn(&pid, PROGRAM, &actions, NULL, arguments, settings), 0);
  CU_ASSERT(write(in[1], text.data, text.length) == (ssize_t)text.length);
  CU_ASSERT_EQUAL(kill(pid, SIGTERM), 0);
  CU_ASSERT_FATAL(waitpid(pid, &status, 0) == pid);
  CU_ASSERT(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
  close(in[0]);
  close(in[1]);
  posix_spawn_file_actions_destroy(&actions);
  read_file(&told, told_path);
  CU_ASSERT(strstr(zc_buffer_text(&told), "interrupted") != NULL);
  EXPECT_FILE(b.out, "old\n");
  snprintf(line, sizeof line, "test \"$(ls -A %s | tr '\\n' ' ')\" = 'in out.%s told '", b.folder,
           ending);
  CU_ASSERT_EQUAL(shell(line), 0);
  zc_buffer_free(&text);
  zc_buffer_free(&told);
  folder_remove(b.folder);
}

static void interruption_leaves_nothing(void) {
  interrupt_it("csv");
  interrupt_it("db");
}

static void usage_is_checked(void) {
  static const char text[] = "id,track,verdict\n1,farmer,x\n";
  bench b;
  program p = {0};
  make_bench(&b, text, sizeof text - 1, "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "\"verdict\" is a column of the result");
  RUN(&p, URUMQI, "--out", b.out, "--threads", "0");
  program_expect_status(&p, 2);
  program_expect_err(&p, "name one input file");
  program_expect_err(&p, "--threads: '0'");
  RUN(&p, URUMQI, b.in, "--out", "out.txt");
  program_expect_status(&p, 2);
  RUN(&p, URUMQI, b.in, "--out", b.out, "--encoding", "latin1");
  program_expect_status(&p, 2);
  RUN(&p, URUMQI, "/nowhere", "--out", b.out);
  program_expect_status(&p, 2);
  folder_write(b.folder, "in", "");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 2);
  program_expect_err(&p, "there is nothing in it");
  folder_write(b.folder, "in", "track\nfarmer\n");
  RUN(&p, URUMQI, b.in, "--out", b.out, "--unique-id");
  program_expect_status(&p, 2);
  CU_ASSERT(!is_there(b.out));
  folder_remove(b.folder);
  program_free(&p);
}

static void a_file_without_rows_has_its_header(void) {
  bench b;
  program p = {0};
  make_bench(&b, header, sizeof header - 1, "csv");
  RUN(&p, URUMQI, b.in, "--out", b.out);
  program_expect_status(&p, 0);
  EXPECT_FILE(b.out, answers);
  folder_remove(b.folder);
  program_free(&p);
}

void test_commands_batch(CU_pSuite suite) {
  CU_add_test(suite, "answers stand in the order of the file, behind what is kept",
              answers_stand_in_the_order_of_the_file);
  CU_add_test(suite, "exactly the bad rows are rejected, with line and reason",
              exactly_the_bad_rows_are_rejected);
  CU_add_test(suite, "encodings and line ends make no difference",
              encodings_and_line_ends_make_no_difference);
  CU_add_test(suite, "a pipe and threads make no difference",
              a_pipe_and_threads_make_no_difference);
  CU_add_test(suite, "NDJSON goes in and out", ndjson_goes_in_and_out);
  CU_add_test(suite, "a column may name the region of each row", a_column_may_name_the_region);
  CU_add_test(suite, "a row whose id stood before is rejected", repeated_ids_are_rejected);
  CU_add_test(suite, "facts of all rows are set once", facts_of_all_rows_are_set_once);
  CU_add_test(suite, "findings are listed on demand", findings_are_listed_on_demand);
  CU_add_test(suite, "SQLite has the rows and their rulings", sqlite_has_rows_and_their_rulings);
  CU_add_test(suite, "what cannot be written leaves nothing, and the old file stays",
              what_cannot_be_written_leaves_nothing);
  CU_add_test(suite, "interruption leaves nothing, and the old file stays",
              interruption_leaves_nothing);
  CU_add_test(suite, "usage is checked, and an error makes no file", usage_is_checked);
  CU_add_test(suite, "a file without rows has its header alone",
              a_file_without_rows_has_its_header);
}
