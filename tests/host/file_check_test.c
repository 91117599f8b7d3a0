/* SPDX-License-Identifier: Apache-2.0 */
/* The check of a plugin's bytes before anything of it is run (core/host/file_check.c). */
#include "base/memory.h"
#include "host/load.h"
#include "support/region.h"
#include "tests.h"

#include <elf.h>
#include <string.h>

#define GOOD ZC_BUILD_DIR "/bad_plugins/duplicate_region/north.so"

typedef struct zc_bytes {
  char *data;
  size_t length;
} zc_bytes;

static zc_bytes good_file(void) {
  zc_bytes file = {NULL, 0};
  CU_ASSERT_EQUAL_FATAL(zc_read_file(GOOD, (size_t)1 << 20, &file.data, &file.length, NULL), ZC_OK);
  return file;
}

static zc_status check(const zc_bytes *file, size_t length, zc_file_info *info,
                       zc_diagnostics *diag) {
  return zc_file_check("north.so", (const unsigned char *)file->data, length, info, diag);
}

/* The file is refused with a message that has the parts, in both languages. */
static void refused(const zc_bytes *file, size_t length, const char *const *parts) {
  zc_file_info info;
  zc_diagnostics en = {.lang = ZC_LANG_EN}, zh = {.lang = ZC_LANG_ZH};
  CU_ASSERT_EQUAL(check(file, length, &info, &en), ZC_BAD_PLUGIN);
  CU_ASSERT_EQUAL(check(file, length, &info, &zh), ZC_BAD_PLUGIN);
  CU_ASSERT_EQUAL(en.errors, 1);
  for (; *parts; parts++)
    zc_test_contains(zc_diagnostics_text(&en), *parts);
  zc_test_contains(zc_diagnostics_text(&en), "north.so: error: ");
  zc_test_contains(zc_diagnostics_text(&zh), "north.so: 错误：");
  zc_diagnostics_free(&en);
  zc_diagnostics_free(&zh);
}

static void patched(size_t offset, const void *bytes, size_t size, const char *const *parts) {
  zc_bytes file = good_file();
  memcpy(file.data + offset, bytes, size);
  refused(&file, file.length, parts);
  zc_free(file.data);
}

static void a_good_file_says_who_it_is(void) {
  zc_bytes file = good_file();
  zc_file_info info;
  CU_ASSERT_EQUAL(check(&file, file.length, &info, NULL), ZC_OK);
  CU_ASSERT_STRING_EQUAL(info.region, "north");
  CU_ASSERT_STRING_EQUAL(info.version, "1.0.0");
  CU_ASSERT_EQUAL(info.abi_major, ZC_ABI_MAJOR);
  CU_ASSERT_EQUAL(info.region_size, sizeof(zc_region_plugin));
  zc_free(file.data);
}

static void other_files_are_refused(void) {
  static const char *const not_elf[] = {
      "not a plugin: wanted a shared object (ELF), found a file of", "build the plugin with make",
      NULL};
  static const char *const narrow[] = {"wanted a 64-bit little-endian shared object, found class 1",
                                       "64-bit system", NULL};
  static const char *const object[] = {"wanted ELF type 3", "found type 1: an object file (.o)",
                                       "link it with -shared", NULL};
  static const char *const program[] = {"found type 2: a program", NULL};
  zc_bytes text = {(char *)"#!/bin/sh\n", 10};
  refused(&text, 10, not_elf);
  refused(&text, 0, not_elf);
  patched(EI_CLASS, "\x01", 1, narrow);
  patched(offsetof(Elf64_Ehdr, e_type), "\x01\x00", 2, object);
  patched(offsetof(Elf64_Ehdr, e_type), "\x02\x00", 2, program);
}

/* The first entry of the table of relocations is moved out of the plugin. */
static void what_would_write_elsewhere_is_refused(void) {
  static const char *const parts[] = {"the file is damaged: opening it would write to address "
                                      "0x7ff0000000000000, which is none of the plugin's own",
                                      NULL};
  zc_bytes file = good_file();
  Elf64_Ehdr head;
  Elf64_Shdr section;
  memcpy(&head, file.data, sizeof head);
  for (unsigned i = 0; i < head.e_shnum; i++) {
    memcpy(&section, file.data + head.e_shoff + i * sizeof section, sizeof section);
    if (section.sh_type == SHT_RELA) {
      uint64_t far = UINT64_C(0x7ff0000000000000);
      memcpy(file.data + section.sh_offset + offsetof(Elf64_Rela, r_offset), &far, sizeof far);
    }
  }
  refused(&file, file.length, parts);
  zc_free(file.data);
}

static void another_architecture_is_refused(void) {
  static const char *const parts[] = {"wrong architecture: wanted ", "found s390 (22)",
                                      "build the plugin on this machine or for it", NULL};
  patched(offsetof(Elf64_Ehdr, e_machine), "\x16\x00", 2, parts);
}

static void every_truncation_is_refused(void) {
  static const char *const parts[] = {"the file is truncated: ", "copy or build it again", NULL};
  zc_bytes file = good_file();
  zc_file_info info;
  for (size_t length = 0; length < file.length; length++) {
    /* A block of its own, so that a read past its end is seen by sanitizers. */
    zc_bytes cut = {zc_copy(file.data, length), length};
    CU_ASSERT_FATAL(cut.data != NULL);
    CU_ASSERT_EQUAL_FATAL(check(&cut, length, &info, NULL), ZC_BAD_PLUGIN);
    zc_free(cut.data);
  }
  refused(&file, file.length / 2, parts);
  refused(&file, 40, parts);
  refused(&file, file.length - 1, parts);
  zc_free(file.data);
}

static void damaged_files_are_refused_or_read_within_bounds(void) {
  uint32_t state = 20240601;
  zc_bytes file = good_file();
  zc_file_info info;
  for (int round = 0; round < 20000; round++) {
    char *kept = zc_copy(file.data, file.length);
    CU_ASSERT_FATAL(kept != NULL);
    for (int change = 0; change < 4; change++) {
      state = state * 1664525u + 1013904223u;
      /* Headers stand in the first kilobyte and, for sections, in the last two. */
      size_t at = (state >> 8) % 1024;
      if (state & 1)
        at = file.length - 1 - (state >> 8) % 2048;
      kept[at] = (char)(state >> 24);
    }
    zc_bytes damaged = {kept, file.length};
    zc_diagnostics diag = {0};
    zc_status status = check(&damaged, damaged.length, &info, &diag);
    CU_ASSERT_EQUAL_FATAL(status, diag.errors ? ZC_BAD_PLUGIN : ZC_OK);
    zc_diagnostics_free(&diag);
    zc_free(kept);
  }
  zc_free(file.data);
}

/* Offset of the n-th occurrence of some bytes. */
static size_t find(const zc_bytes *file, const char *bytes, size_t size) {
  for (size_t i = 0; i + size <= file->length; i++)
    if (memcmp(file->data + i, bytes, size) == 0)
      return i;
  CU_FAIL_FATAL("the file has no such bytes");
  return 0;
}

static void the_note_must_name_a_region(void) {
  static const char *const parts[] = {"wrong region id or version", "found 'North'",
                                      "correct the first argument of ZC_PLUGIN", NULL};
  zc_bytes file = good_file();
  size_t note = find(&file, ZC_NOTE_NAME, sizeof ZC_NOTE_NAME);
  size_t region = note - offsetof(zc_note, name) + offsetof(zc_note, region);
  zc_free(file.data);
  patched(region, "N", 1, parts);
}

/* The bytes are refused by the sum at their end. */
static int is_damaged(const zc_bytes *file, size_t length) {
  return zc_checksum_check("f", (const unsigned char *)file->data, length, NULL) == ZC_BAD_PLUGIN;
}

static void a_damaged_file_does_not_agree_with_its_sum(void) {
  enum { LINE = 81 };
  zc_bytes file = {NULL, 0};
  CU_ASSERT_EQUAL_FATAL(zc_read_file(ZC_BUILD_DIR "/plugins/guangxi.so", (size_t)1 << 24,
                                     &file.data, &file.length, NULL),
                        ZC_OK);
  CU_ASSERT_FALSE(is_damaged(&file, file.length));
  for (size_t at = 0; at < file.length - LINE; at += file.length / 40) {
    file.data[at] ^= 4;
    CU_ASSERT(is_damaged(&file, file.length));
    file.data[at] ^= 4;
  }
  for (size_t cut = 1; cut <= LINE - 4; cut++)
    CU_ASSERT(is_damaged(&file, file.length - cut));
  CU_ASSERT_FALSE(is_damaged(&file, file.length - LINE));
  zc_free(file.data);
}

static void devices_and_pipes_are_no_plugins(void) {
  zc_diagnostics diag = {0};
  zc_bytes file = {NULL, 0};
  CU_ASSERT_EQUAL(zc_read_regular_file("/dev/zero", 100, &file.data, &file.length, &diag),
                  ZC_BAD_INPUT);
  zc_test_contains(zc_diagnostics_text(&diag), "a regular file is wanted here");
  zc_diagnostics_free(&diag);
}

void test_host_file_check(CU_pSuite suite) {
  CU_add_test(suite, "a file that would write outside of itself when it is opened is refused",
              what_would_write_elsewhere_is_refused);
  CU_add_test(suite, "the check of a good file tells its region, version and ABI",
              a_good_file_says_who_it_is);
  CU_add_test(suite, "a file that is no shared object of this class is refused",
              other_files_are_refused);
  CU_add_test(suite, "a file of another architecture is refused", another_architecture_is_refused);
  CU_add_test(suite, "a file that is cut anywhere is refused", every_truncation_is_refused);
  CU_add_test(suite, "a damaged file is refused or read within its bounds",
              damaged_files_are_refused_or_read_within_bounds);
  CU_add_test(suite, "a damaged file does not agree with the sum at its end",
              a_damaged_file_does_not_agree_with_its_sum);
  CU_add_test(suite, "devices and pipes are refused and not waited for",
              devices_and_pipes_are_no_plugins);
  CU_add_test(suite, "a note that names no region is refused", the_note_must_name_a_region);
}
