/* SPDX-License-Identifier: Apache-2.0 */
/* A file that is there whole or not at all. */
#include "base/output.h"
#include "tests.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

/* The names in a folder, and the text of the file `name`. */
static unsigned count_files(const char *folder) {
  DIR *list = opendir(folder);
  unsigned count = 0;
  CU_ASSERT_PTR_NOT_NULL_FATAL(list);
  for (struct dirent *entry; (entry = readdir(list));)
    count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
  closedir(list);
  return count;
}

static void read_text(const char *path, char text[64]) {
  FILE *file = fopen(path, "rb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  text[fread(text, 1, 63, file)] = '\0';
  fclose(file);
}

static void write_text(const char *path, const char *text) {
  FILE *file = fopen(path, "wb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  fputs(text, file);
  fclose(file);
}

typedef struct place {
  char folder[32], path[48];
} place;

static place make_place(void) {
  place p = {"/tmp/zhicheng-output-XXXXXX", ""};
  CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(p.folder));
  snprintf(p.path, sizeof p.path, "%s/out.csv", p.folder);
  return p;
}

static void remove_place(const place *p) {
  unlink(p->path);
  CU_ASSERT_EQUAL(rmdir(p->folder), 0);
}

static void the_old_file_stays_until_the_new_one_is_whole(void) {
  place p = make_place();
  zc_output output;
  char text[64];
  write_text(p.path, "old");
  CU_ASSERT_EQUAL(chmod(p.path, 0640), 0);
  CU_ASSERT_EQUAL_FATAL(zc_output_open(&output, p.path, NULL), ZC_OK);
  CU_ASSERT_EQUAL(zc_output_write(&output, "new", 3, NULL), ZC_OK);
  read_text(p.path, text);
  CU_ASSERT_STRING_EQUAL(text, "old");
  CU_ASSERT_EQUAL(count_files(p.folder), 2);
  CU_ASSERT_EQUAL(zc_output_close(&output, NULL), ZC_OK);
  zc_output_drop(&output);
  read_text(p.path, text);
  CU_ASSERT_STRING_EQUAL(text, "new");
  CU_ASSERT_EQUAL(count_files(p.folder), 1);
  struct stat status;
  CU_ASSERT_EQUAL(stat(p.path, &status), 0);
  CU_ASSERT_EQUAL(status.st_mode & 0777, 0640);
  remove_place(&p);
}

static void what_is_dropped_leaves_nothing(void) {
  place p = make_place();
  zc_output output;
  CU_ASSERT_EQUAL_FATAL(zc_output_open(&output, p.path, NULL), ZC_OK);
  CU_ASSERT_EQUAL(zc_output_write(&output, "half", 4, NULL), ZC_OK);
  CU_ASSERT_EQUAL(zc_output_write(&output, NULL, 0, NULL), ZC_OK);
  zc_output_drop(&output);
  CU_ASSERT_EQUAL(count_files(p.folder), 0);
  remove_place(&p);
}

static void a_link_is_followed(void) {
  place p = make_place();
  zc_output output;
  char link_path[64], text[64];
  struct stat status;
  snprintf(link_path, sizeof link_path, "%s/link.csv", p.folder);
  write_text(p.path, "old");
  CU_ASSERT_EQUAL_FATAL(symlink("out.csv", link_path), 0);
  CU_ASSERT_EQUAL_FATAL(zc_output_open(&output, link_path, NULL), ZC_OK);
  CU_ASSERT_EQUAL(zc_output_write(&output, "new", 3, NULL), ZC_OK);
  CU_ASSERT_EQUAL(zc_output_close(&output, NULL), ZC_OK);
  zc_output_drop(&output);
  CU_ASSERT_EQUAL(lstat(link_path, &status), 0);
  CU_ASSERT(S_ISLNK(status.st_mode));
  read_text(p.path, text);
  CU_ASSERT_STRING_EQUAL(text, "new");
  unlink(link_path);
  remove_place(&p);
}

static void what_cannot_be_written_is_told(void) {
  static const char *const paths[] = {"/tmp", "/nowhere/out.csv"};
  for (int i = 0; i < 2; i++) {
    zc_diagnostics diag = {0};
    zc_output output;
    CU_ASSERT_EQUAL(zc_output_open(&output, paths[i], &diag), ZC_NO_RESOURCE);
    CU_ASSERT_EQUAL(diag.errors, 1);
    zc_output_drop(&output);
    zc_diagnostics_free(&diag);
  }
  zc_diagnostics diag = {0};
  zc_output output;
  CU_ASSERT_EQUAL_FATAL(zc_output_open(&output, "/dev/full", &diag), ZC_OK);
  CU_ASSERT_EQUAL(zc_output_write(&output, "x", 1, &diag), ZC_NO_RESOURCE);
  CU_ASSERT(strstr(zc_diagnostics_text(&diag), "No space left") != NULL);
  zc_output_drop(&output);
  zc_diagnostics_free(&diag);
}

static void names_of_one_file_are_the_same(void) {
  place p = make_place();
  char other[64], link_path[64];
  snprintf(other, sizeof other, "%s/./out.csv", p.folder);
  snprintf(link_path, sizeof link_path, "%s/link.csv", p.folder);
  CU_ASSERT(zc_output_is_same(p.path, other)); /* not made yet */
  CU_ASSERT(!zc_output_is_same(p.path, link_path));
  write_text(p.path, "");
  CU_ASSERT_EQUAL_FATAL(symlink("out.csv", link_path), 0);
  CU_ASSERT(zc_output_is_same(p.path, other));
  CU_ASSERT(zc_output_is_same(p.path, link_path));
  CU_ASSERT(!zc_output_is_same("/dev/null", "/dev/null"));
  CU_ASSERT(!zc_output_is_same("", p.path));
  CU_ASSERT(!zc_output_is_same("/nowhere/out.csv", "/nowhere/out.csv"));
  unlink(link_path);
  remove_place(&p);
}

static volatile sig_atomic_t rings;

static void ring(int number) {
  rings += number == SIGALRM;
}

static zc_status check_rings(zc_diagnostics *diag) {
  return rings ? zc_report(diag, ZC_NO_RESOURCE, NULL, "已中断", "interrupted") : ZC_OK;
}

/* The clock rings again and again, so that it does ring while the write waits. */
static void a_pipe_that_nobody_reads_is_not_waited_for_without_end(void) {
  static char bytes[1 << 20];
  struct sigaction action = {.sa_handler = ring}, before;
  struct itimerval clock = {{0, 5000}, {0, 5000}}, still = {{0, 0}, {0, 0}};
  place p = make_place();
  zc_output output;
  zc_diagnostics diag = {0};
  CU_ASSERT_EQUAL_FATAL(mkfifo(p.path, 0600), 0);
  int reader = open(p.path, O_RDONLY | O_NONBLOCK);
  CU_ASSERT_EQUAL_FATAL(zc_output_open(&output, p.path, &diag), ZC_OK);
  output.check = check_rings;
  rings = 0;
  sigaction(SIGALRM, &action, &before);
  setitimer(ITIMER_REAL, &clock, NULL);
  CU_ASSERT_EQUAL(zc_output_write(&output, bytes, sizeof bytes, &diag), ZC_NO_RESOURCE);
  setitimer(ITIMER_REAL, &still, NULL);
  sigaction(SIGALRM, &before, NULL);
  CU_ASSERT(strstr(zc_diagnostics_text(&diag), "interrupted") != NULL);
  zc_output_drop(&output);
  zc_diagnostics_free(&diag);
  close(reader);
  remove_place(&p);
}

void test_base_output(CU_pSuite suite) {
  CU_add_test(suite, "the old file stays until the new one is whole, and its permissions stay",
              the_old_file_stays_until_the_new_one_is_whole);
  CU_add_test(suite, "what is dropped leaves nothing behind", what_is_dropped_leaves_nothing);
  CU_add_test(suite, "a link is followed", a_link_is_followed);
  CU_add_test(suite, "what cannot be written is told", what_cannot_be_written_is_told);
  CU_add_test(suite, "two names of one file are known for that", names_of_one_file_are_the_same);
  CU_add_test(suite, "a pipe that nobody reads is not waited for without end",
              a_pipe_that_nobody_reads_is_not_waited_for_without_end);
}
