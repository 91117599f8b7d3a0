/* SPDX-License-Identifier: Apache-2.0 */
/* Plugin files that were changed and whose sum was made anew: each is refused or opened, and none
 * takes the process along that opens it. ZC_ROWS=1000000 makes 20,000 of them. */
#include "base/hash.h"
#include "base/memory.h"
#include "base/random.h"
#include "host/load.h"
#include "support/property.h"
#include "support/region.h"
#include "tests.h"

#include <elf.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LINE = 81, SECONDS = 60 }; /* bytes of the sum's line; of one opening at most */

typedef struct mutant {
  char *bytes;
  size_t length;
  const char *good; /* the file as it was */
  zc_random random;
} mutant;

/* ---- changes ---- */

typedef struct zone {
  size_t from, length;
} zone;

/* A section, or the headers at the start. */
static zone pick_zone(mutant *m) {
  Elf64_Ehdr head;
  Elf64_Shdr section;
  memcpy(&head, m->good, sizeof head);
  zone headers = {0, sizeof head + head.e_phnum * sizeof(Elf64_Phdr)};
  uint32_t index = zc_random_below(&m->random, head.e_shnum + 6u);
  if (index >= head.e_shnum)
    return headers;
  memcpy(&section, m->good + head.e_shoff + index * sizeof section, sizeof section);
  int is_there = section.sh_type != SHT_NULL && section.sh_type != SHT_NOBITS &&
                 section.sh_size >= 8 && (section.sh_flags & SHF_ALLOC);
  return is_there ? (zone){section.sh_offset, section.sh_size} : headers;
}

static uint64_t pick_value(mutant *m, uint64_t old, const zone *z) {
  uint64_t drawn = zc_random_next(&m->random), other = 0;
  switch (zc_random_below(&m->random, 10)) {
  case 0:
    return 0;
  case 1:
    return old + 1;
  case 2:
    return old - 1;
  case 3:
    return old ^ UINT64_C(1) << drawn % 64;
  case 4:
    return old + (drawn % 64) * 8;
  case 5:
    return drawn;
  case 6:
    return drawn % 0x20000;
  case 7:
    return UINT64_MAX - drawn % 16;
  case 8:
    return old << 1;
  default: /* what stands elsewhere in the zone */
    memcpy(&other, m->bytes + z->from + drawn % (z->length - 7), 8);
    return other;
  }
}

static void change(mutant *m) {
  zone z = pick_zone(m);
  size_t width = (size_t)1 << zc_random_below(&m->random, 4);
  size_t at = z.from + zc_random_next(&m->random) % (z.length / width) * width;
  uint64_t old = 0, value;
  memcpy(&old, m->bytes + at, width);
  value = pick_value(m, old, &z);
  memcpy(m->bytes + at, &value, width);
}

static void make_sum(mutant *m) {
  char hex[ZC_HASH_DIGITS + 1];
  zc_hash_hex(ZC_SHA256, m->bytes, m->length - LINE, hex);
  memcpy(m->bytes + m->length - ZC_HASH_DIGITS - 1, hex, ZC_HASH_DIGITS);
}

/* ---- opening ---- */

typedef struct field {
  char folder[64], file[128], link[128], *region;
  mutant good;
} field;

/* In a child process: what kills it, kills the child. */
static int survives(const field *f, const mutant *m) {
  int status = 0, file = open(f->file, O_CREAT | O_EXCL | O_WRONLY, 0600);
  CU_ASSERT_EQUAL_FATAL(write(file, m->bytes, m->length), (ssize_t)m->length);
  close(file);
  fflush(NULL);
  pid_t child = fork();
  if (child == 0) {
    zc_region region;
    alarm(SECONDS);
    zc_status loaded = zc_region_load(&region, f->file, NULL, NULL);
    if (loaded == ZC_OK) {
      loaded = zc_region_digest(&region, NULL);
      zc_region_free(&region);
    }
    _exit(loaded == ZC_OK ? 0 : 1);
  }
  while (child > 0 && waitpid(child, &status, 0) < 0)
    ;
  unlink(f->file);
  return child > 0 && WIFEXITED(status) && WEXITSTATUS(status) <= 1;
}

static void open_field(field *f, const char *path, const char *region) {
  char target[256], *whole;
  memset(f, 0, sizeof *f);
  f->region = (char *)(uintptr_t)region;
  CU_ASSERT_EQUAL_FATAL(zc_read_file(path, (size_t)1 << 24, &f->good.bytes, &f->good.length, NULL),
                        ZC_OK);
  if (!zc_checksum_stands((const unsigned char *)f->good.bytes, f->good.length)) {
    char *longer = zc_realloc(f->good.bytes, f->good.length + LINE);
    CU_ASSERT_PTR_NOT_NULL_FATAL(longer);
    memset(longer + f->good.length, '\n', LINE);
    memcpy(longer + f->good.length, "zhicheng-sha256 ", 16);
    f->good.bytes = longer;
    f->good.length += LINE;
    make_sum(&f->good);
  }
  strcpy(f->folder, "/tmp/zhicheng-mutants-XXXXXX");
  CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(f->folder));
  snprintf(f->file, sizeof f->file, "%s/%s.so", f->folder, region);
  snprintf(f->link, sizeof f->link, "%s/%s", f->folder, region);
  snprintf(target, sizeof target, "%.*s", (int)strlen(path) - 3, path);
  whole = realpath(target, NULL);
  CU_ASSERT_EQUAL_FATAL(symlink(whole ? whole : "/nowhere", f->link), 0);
  free(whole);
}

static void close_field(field *f) {
  unlink(f->link);
  rmdir(f->folder);
  zc_free(f->good.bytes);
}

static void none_kills(const char *path, const char *region, uint64_t cost) {
  uint64_t deaths = 0, count = property_rows(60, cost);
  field f;
  open_field(&f, path, region);
  CU_ASSERT(survives(&f, &f.good));
  for (uint64_t round = 0; round < count; round++) {
    mutant m = {zc_copy(f.good.bytes, f.good.length), f.good.length, f.good.bytes,
                zc_random_of(region, round)};
    CU_ASSERT_PTR_NOT_NULL_FATAL(m.bytes);
    uint32_t changes = 1 + zc_random_below(&m.random, 3);
    for (uint32_t i = 0; i < changes; i++)
      change(&m);
    make_sum(&m);
    if (!survives(&f, &m)) {
      deaths++;
      printf("\n%s: mutant %llu kills the process\n", path, (unsigned long long)round);
    }
    zc_free(m.bytes);
  }
  property_note("%s: %llu mutants opened, %llu deaths\n", region, (unsigned long long)count,
                (unsigned long long)deaths);
  CU_ASSERT_EQUAL(deaths, 0);
  close_field(&f);
}

static void tables_alone(void) {
  none_kills(ZC_BUILD_DIR "/plugins/guangxi.so", "guangxi", 150);
}

static void tables_and_code(void) {
  none_kills(ZC_BUILD_DIR "/template/template.so", "template", 150);
}

static void calls_of_the_c_library(void) {
  none_kills(ZC_BUILD_DIR "/bad_plugins/scores_length/north.so", "north", 150);
}

void test_host_mutants(CU_pSuite suite) {
  CU_add_test(suite, "no changed file of tables kills the process that opens it", tables_alone);
  CU_add_test(suite, "nor one with code", tables_and_code);
  CU_add_test(suite, "nor one that calls the C library", calls_of_the_c_library);
}
