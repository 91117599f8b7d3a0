/* SPDX-License-Identifier: Apache-2.0 */
/* Every corpus file once through its target: what a fuzzer found stays mended. */
#include "fuzz.h"
#include "tests.h"
#include <dirent.h>
#include <stdlib.h>

/* Each file is copied to a block of its own size, so that sanitizers see a read past its end. */
static void replay_file(const char *path, void (*target)(const uint8_t *, size_t)) {
  FILE *file = fopen(path, "rb");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  uint8_t *bytes = malloc(size > 0 ? (size_t)size : 1);
  CU_ASSERT_PTR_NOT_NULL_FATAL(bytes);
  CU_ASSERT_EQUAL(fread(bytes, 1, (size_t)size, file), (size_t)size);
  fclose(file);
  target(bytes, (size_t)size);
  free(bytes);
}

static void replay_corpus(const char *name, void (*target)(const uint8_t *, size_t)) {
  char path[512];
  unsigned files = 0;

  snprintf(path, sizeof path, "tests/fuzz/corpus/%s", name);
  DIR *directory = opendir(path);
  CU_ASSERT_PTR_NOT_NULL_FATAL(directory);
  for (struct dirent *entry; (entry = readdir(directory));) {
    if (entry->d_name[0] == '.')
      continue;
    snprintf(path, sizeof path, "tests/fuzz/corpus/%s/%s", name, entry->d_name);
    replay_file(path, target);
    files++;
  }
  closedir(directory);
  CU_ASSERT(files > 0);
}

#define REPLAY(name)                                                                               \
  static void replay_##name(void) {                                                                \
    replay_corpus(#name, zc_fuzz_##name);                                                          \
  }
ZC_FUZZ_TARGETS(REPLAY)

void test_fuzz_replay(CU_pSuite suite) {
#define ADD(name)                                                                                  \
  CU_add_test(suite, "the corpus of the fuzz target " #name " is handled", replay_##name);
  ZC_FUZZ_TARGETS(ADD)
}
