/* SPDX-License-Identifier: Apache-2.0 */
/* Plugin files changed in one place each: what the dynamic linker would believe of them, the check
 * refuses (core/host/file_check.h). */
#include "base/memory.h"
#include "host/host.h"
#include "support/region.h"
#include "tests.h"

#include <elf.h>
#include <string.h>

#define TABLES ZC_BUILD_DIR "/bad_plugins/duplicate_region/north.so"
#define CALLS  ZC_BUILD_DIR "/bad_plugins/scores_length/north.so"

typedef struct patched_file {
  char *bytes;
  size_t length;
  Elf64_Ehdr head;
} patched_file;

static patched_file open_file(const char *path) {
  patched_file f = {0};
  CU_ASSERT_EQUAL_FATAL(zc_read_file(path, (size_t)1 << 20, &f.bytes, &f.length, NULL), ZC_OK);
  memcpy(&f.head, f.bytes, sizeof f.head);
  return f;
}

/* Refused with these words, for this part of the check; frees the file. */
static void refused(patched_file *f, int part, const char *says) {
  zc_file_info info;
  zc_diagnostics en = {.lang = ZC_LANG_EN}, zh = {.lang = ZC_LANG_ZH};
  const unsigned char *bytes = (const unsigned char *)f->bytes;
  CU_ASSERT_EQUAL(zc_file_check("north.so", bytes, f->length, &info, &en), ZC_BAD_PLUGIN);
  CU_ASSERT_EQUAL(zc_file_check("north.so", bytes, f->length, &info, &zh), ZC_BAD_PLUGIN);
  CU_ASSERT_EQUAL(info.fault, part);
  CU_ASSERT_EQUAL(en.errors, 1);
  zc_test_contains(zc_diagnostics_text(&en), says);
  zc_test_contains(zc_diagnostics_text(&zh), "请");
  zc_diagnostics_free(&en);
  zc_diagnostics_free(&zh);
  zc_free(f->bytes);
}

/* ---- places ---- */

static size_t segment_of(const patched_file *f, uint32_t type, Elf64_Phdr *segment) {
  for (unsigned i = 0; i < f->head.e_phnum; i++) {
    size_t at = f->head.e_phoff + i * sizeof *segment;
    memcpy(segment, f->bytes + at, sizeof *segment);
    if (segment->p_type == type)
      return at;
  }
  CU_FAIL_FATAL("the file has no such program header");
  return 0;
}

static size_t entry_of(const patched_file *f, int64_t tag, Elf64_Dyn *entry) {
  Elf64_Phdr dynamic;
  segment_of(f, PT_DYNAMIC, &dynamic);
  for (size_t at = dynamic.p_offset;; at += sizeof *entry) {
    memcpy(entry, f->bytes + at, sizeof *entry);
    if (entry->d_tag == tag)
      return at;
    CU_ASSERT_NOT_EQUAL_FATAL(entry->d_tag, DT_NULL);
  }
}

/* The tables stand in the first segment, whose addresses are offsets. */
static size_t table_of(const patched_file *f, int64_t tag) {
  Elf64_Dyn entry;
  entry_of(f, tag, &entry);
  return entry.d_un.d_ptr;
}

static void put(patched_file *f, size_t at, uint64_t value, size_t size) {
  memcpy(f->bytes + at, &value, size);
}

/* ---- the dynamic section ---- */

typedef struct entry_change {
  int64_t from, to; /* tags */
  uint64_t value;
  int part;
  const char *says;
} entry_change;

/* DT_FLAGS_1 says what DT_FLAGS says already, and makes room for another entry. */
static void entries_that_no_plugin_needs_are_refused(void) {
  static const entry_change changes[] = {
      {DT_FLAGS_1, DT_SONAME, 1, ZC_FILE_NOTE, "calls itself 'zc_plugin' to the system (SONAME)"},
      {DT_FLAGS_1, DT_AUXILIARY, 1, ZC_FILE_WHOLE, "to other files (DT_AUXILIARY)"},
      {DT_FLAGS_1, DT_FILTER, 1, ZC_FILE_WHOLE, "to other files (DT_FILTER)"},
      {DT_FLAGS_1, DT_AUDIT, 1, ZC_FILE_WHOLE, "to other files (DT_AUDIT)"},
      {DT_FLAGS_1, DT_RPATH, 1, ZC_FILE_WHOLE, "to other files (DT_RPATH)"},
      {DT_FLAGS_1, DT_RUNPATH, 1, ZC_FILE_WHOLE, "to other files (DT_RUNPATH)"},
      {DT_FLAGS_1, DT_DEBUG, 1, ZC_FILE_WHOLE, "an entry that no plugin needs (tag 0x15)"},
      {DT_FLAGS_1, DT_FLAGS_1, DF_1_GLOBAL, ZC_FILE_WHOLE, "opened in a way of its own"},
      {DT_FLAGS_1, DT_FLAGS, 0, ZC_FILE_WHOLE, "has DT_FLAGS twice"},
      {DT_FLAGS_1, DT_STRTAB, 0, ZC_FILE_WHOLE, "has DT_STRTAB twice"},
      {DT_FLAGS_1, DT_NEEDED, 1, ZC_FILE_IMPORTS, "what no plugin is given: zc_plugin (a library)"},
      {DT_FLAGS_1, DT_INIT, 8, ZC_FILE_STARTUP, "run when it is opened (constructors)"},
      {DT_FLAGS_1, DT_INIT_ARRAY, 8, ZC_FILE_STARTUP, "run when it is opened (constructors)"},
      {DT_FLAGS_1, DT_PREINIT_ARRAY, 8, ZC_FILE_STARTUP, "run when it is opened (constructors)"},
      {DT_FLAGS_1, DT_FINI, 8, ZC_FILE_STARTUP, "run when it is closed (destructors)"},
      {DT_FLAGS_1, DT_FINI_ARRAY, 8, ZC_FILE_STARTUP, "run when it is closed (destructors)"},
      {DT_FLAGS_1, DT_TEXTREL, 0, ZC_FILE_STARTUP, "rewritten when it is opened"},
      {DT_FLAGS_1, DT_VERSYM, 0x200, ZC_FILE_WHOLE, "does not say DT_VERSYM and its size"},
      {DT_FLAGS_1, DT_PLTREL, DT_REL, ZC_FILE_WHOLE, "does not say DT_JMPREL and its size"},
      {DT_FLAGS_1, 36 /* DT_RELR */, 0x200, ZC_FILE_WHOLE, "does not say DT_RELR and its size"},
      {DT_FLAGS_1, DT_PLTGOT, 0x40, ZC_FILE_WHOLE, "none of the plugin's own"},
      {DT_FLAGS, DT_FLAGS, DF_STATIC_TLS, ZC_FILE_WHOLE, "wants static thread-local storage"},
      {DT_SYMENT, DT_SYMENT, 16, ZC_FILE_WHOLE, "does not say DT_SYMTAB and its size"},
      {DT_STRSZ, DT_STRSZ, 1 << 30, ZC_FILE_WHOLE, "the table of names (1073741824 bytes)"},
      {DT_GNU_HASH, DT_GNU_HASH, 0x7ffffff0, ZC_FILE_WHOLE, "hash tables of symbols are wrong"},
      {DT_SYMTAB, DT_SYMTAB, 4, ZC_FILE_WHOLE, "is in no read-only segment"},
      {DT_RELASZ, DT_RELASZ, 24 << 20, ZC_FILE_WHOLE, "a table of relocations"},
      {DT_RELACOUNT, DT_RELACOUNT, 1 << 20, ZC_FILE_WHOLE, "a table of relocations"},
  };
  for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
    patched_file f = open_file(TABLES);
    Elf64_Dyn entry;
    size_t at = entry_of(&f, changes[i].from, &entry);
    put(&f, at, (uint64_t)changes[i].to, 8);
    put(&f, at + 8, changes[i].value, 8);
    refused(&f, changes[i].part, changes[i].says);
  }
}

static void a_section_without_an_end_is_refused(void) {
  patched_file f = open_file(TABLES);
  Elf64_Phdr dynamic;
  Elf64_Dyn entry;
  size_t at = segment_of(&f, PT_DYNAMIC, &dynamic);
  size_t end = entry_of(&f, DT_NULL, &entry);
  put(&f, at + offsetof(Elf64_Phdr, p_filesz), end - dynamic.p_offset, 8);
  put(&f, at + offsetof(Elf64_Phdr, p_memsz), end - dynamic.p_offset, 8);
  refused(&f, ZC_FILE_WHOLE, "have no end (DT_NULL)");
}

/* ---- program headers ---- */

typedef struct segment_change {
  uint32_t type;
  size_t field, size;
  uint64_t value;
  const char *says;
} segment_change;

#define PLACE(type, field, value, says)                                                            \
  { type, offsetof(Elf64_Phdr, field), sizeof(((Elf64_Phdr *)0)->field), value, says }

static void segments_that_are_mapped_elsewhere_are_refused(void) {
  static const segment_change changes[] = {
      PLACE(PT_GNU_STACK, p_type, PT_TLS, "has thread-local storage"),
      PLACE(PT_GNU_STACK, p_type, PT_NULL, "wants one program header PT_GNU_STACK and has 0"),
      PLACE(PT_GNU_STACK, p_flags, PF_R | PF_W | PF_X, "a stack that can be executed"),
      PLACE(PT_GNU_STACK, p_type, PT_INTERP, "does not lie where it must"),
      PLACE(PT_GNU_RELRO, p_vaddr, 0x7ffffff00000, "does not lie where it must"),
      PLACE(PT_GNU_RELRO, p_memsz, 0x100000, "does not lie where it must"),
      PLACE(PT_GNU_RELRO, p_type, PT_NULL, "can be written to"),
      PLACE(PT_DYNAMIC, p_vaddr, 0x100, "does not lie where it must"),
      PLACE(PT_DYNAMIC, p_offset, 0x100, "does not lie where it must"),
      PLACE(PT_NOTE, p_vaddr, 0x100000, "does not lie where it must"),
      PLACE(PT_NOTE, p_type, PT_DYNAMIC, "does not lie where it must"),
      PLACE(PT_LOAD, p_flags, PF_W | PF_X | PF_R, "cannot be mapped so"),
      PLACE(PT_LOAD, p_flags, 0, "cannot be mapped so"),
      PLACE(PT_LOAD, p_align, 3, "cannot be mapped so"),
      PLACE(PT_LOAD, p_vaddr, 0x2000, "cannot be mapped so"),
      PLACE(PT_LOAD, p_memsz, UINT64_MAX, "huge tables"),
      PLACE(PT_LOAD, p_memsz, 0x100, "cannot be mapped so"),
  };
  for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
    patched_file f = open_file(TABLES);
    Elf64_Phdr segment;
    size_t at = segment_of(&f, changes[i].type, &segment);
    put(&f, at + changes[i].field, changes[i].value, changes[i].size);
    refused(&f, strcmp(changes[i].says, "can be written to") ? ZC_FILE_WHOLE : ZC_FILE_EXPORTS,
            changes[i].says);
  }
}

/* ---- tables ---- */

static void a_chain_without_an_end_is_refused(void) {
  patched_file f = open_file(TABLES);
  size_t hash = table_of(&f, DT_GNU_HASH);
  put(&f, hash, 0, 4);
  refused(&f, ZC_FILE_WHOLE, "hash tables of symbols are wrong");
  f = open_file(TABLES);
  put(&f, hash + 8, 3, 4); /* words of the filter: no power of two */
  refused(&f, ZC_FILE_WHOLE, "hash tables of symbols are wrong");
}

static void a_symbol_that_is_not_the_object_is_refused(void) {
  static const struct {
    size_t field, size;
    uint64_t value;
    int part;
    const char *says;
  } changes[] = {
      {offsetof(Elf64_Sym, st_value), 8, 0x11, ZC_FILE_SYMBOL, "of the file's data, aligned"},
      {offsetof(Elf64_Sym, st_value), 8, 1 << 30, ZC_FILE_SYMBOL, "of the file's data, aligned"},
      {offsetof(Elf64_Sym, st_shndx), 2, SHN_ABS, ZC_FILE_SYMBOL, "section 65521"},
      {offsetof(Elf64_Sym, st_info), 1, ELF64_ST_INFO(STB_GLOBAL, STT_TLS), ZC_FILE_WHOLE,
       "'zc_plugin' is a thread-local variable"},
      {offsetof(Elf64_Sym, st_info), 1, ELF64_ST_INFO(STB_GNU_UNIQUE, STT_OBJECT), ZC_FILE_WHOLE,
       "has binding 10"},
      {offsetof(Elf64_Sym, st_info), 1, ELF64_ST_INFO(STB_GLOBAL, STT_GNU_IFUNC), ZC_FILE_SYMBOL,
       "type 10"},
      {offsetof(Elf64_Sym, st_name), 4, 1 << 20, ZC_FILE_WHOLE, "outside of the table of names"},
      {offsetof(Elf64_Sym, st_name), 4, 2, ZC_FILE_SYMBOL, "missing symbol"},
  };
  for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
    patched_file f = open_file(TABLES);
    size_t at = table_of(&f, DT_SYMTAB) + sizeof(Elf64_Sym) + changes[i].field;
    put(&f, at, changes[i].value, changes[i].size);
    refused(&f, changes[i].part, changes[i].says);
  }
}

#if defined(__x86_64__)
static void relocations_of_other_kinds_are_refused(void) {
  static const struct {
    uint64_t type;
    int part;
    const char *says;
  } changes[] = {
      {R_X86_64_TPOFF64, ZC_FILE_WHOLE, "uses thread-local storage (relocation type 18)"},
      {R_X86_64_DTPMOD64, ZC_FILE_WHOLE, "uses thread-local storage (relocation type 16)"},
      {R_X86_64_COPY, ZC_FILE_WHOLE, "a relocation (type 5, symbol 0) is none of a plugin's"},
      {ELF64_R_INFO(9u, R_X86_64_64), ZC_FILE_WHOLE, "a relocation (type 1, symbol 9)"},
      {R_X86_64_IRELATIVE, ZC_FILE_STARTUP, "functions that choose addresses (IFUNC)"},
  };
  for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
    patched_file f = open_file(TABLES);
    Elf64_Dyn entry;
    put(&f, table_of(&f, DT_RELA) + offsetof(Elf64_Rela, r_info), changes[i].type, 8);
    put(&f, entry_of(&f, DT_RELACOUNT, &entry) + 8, 0, 8);
    refused(&f, changes[i].part, changes[i].says);
  }
}
#endif

/* The linker reads the dynamic section while it writes; the read-only tables it cannot write to. */
static void relocations_of_what_the_linker_reads_are_refused(void) {
  static const char says[] = "which is none of the plugin's own";
  patched_file f = open_file(TABLES);
  Elf64_Phdr dynamic;
  size_t table = table_of(&f, DT_RELA);
  segment_of(&f, PT_DYNAMIC, &dynamic);
  put(&f, table, dynamic.p_vaddr + 8, 8);
  refused(&f, ZC_FILE_WHOLE, says);
  f = open_file(TABLES);
  put(&f, table, table, 8);
  refused(&f, ZC_FILE_WHOLE, says);
}

/* ---- imports ---- */

static void renamed(const char *from, const char *to, const char *says, int part) {
  patched_file f = open_file(CALLS);
  size_t names = table_of(&f, DT_STRTAB), length = strlen(from) + 1;
  Elf64_Dyn size;
  entry_of(&f, DT_STRSZ, &size);
  for (size_t i = 0; i + length <= size.d_un.d_val; i++)
    if (memcmp(f.bytes + names + i, from, length) == 0)
      memcpy(f.bytes + names + i, to, length);
  refused(&f, part, says);
}

static void names_beyond_the_list_are_refused(void) {
  renamed("strlen", "system", "no plugin is given: system (processes and threads)",
          ZC_FILE_IMPORTS);
  renamed("strlen", "strlex", "no plugin is given: strlex;", ZC_FILE_IMPORTS);
  renamed("libc.so.6", "libc.so.7", "no plugin is given: libc.so.7 (a library)", ZC_FILE_IMPORTS);
  renamed("libc.so.6", "/x/y.so.6", "no plugin is given: /x/y.so.6 (a library)", ZC_FILE_IMPORTS);
}

static void versions_of_a_library_that_is_not_needed_are_refused(void) {
  patched_file f = open_file(CALLS);
  put(&f, table_of(&f, DT_VERNEED) + offsetof(Elf64_Verneed, vn_file), 1, 4);
  refused(&f, ZC_FILE_WHOLE, "the versions of symbols");
  f = open_file(CALLS);
  put(&f, table_of(&f, DT_VERSYM) + 2, 0x7fff, 2);
  refused(&f, ZC_FILE_WHOLE, "the versions of symbols");
  f = open_file(CALLS);
  put(&f, table_of(&f, DT_VERNEED) + offsetof(Elf64_Verneed, vn_next), 1 << 30, 4);
  refused(&f, ZC_FILE_WHOLE, "the versions of symbols");
}

static void pure_functions_of_the_c_library_pass(void) {
  zc_file_info info;
  patched_file f = open_file(CALLS);
  zc_diagnostics diag = {.lang = ZC_LANG_EN};
  CU_ASSERT_EQUAL(zc_file_check("north.so", (const unsigned char *)f.bytes, f.length, &info, &diag),
                  ZC_OK);
  CU_ASSERT_EQUAL(diag.errors, 0);
  zc_diagnostics_free(&diag);
  zc_free(f.bytes);
}

void test_host_file_patch(CU_pSuite suite) {
  CU_add_test(suite, "entries of the dynamic section that no plugin needs are refused",
              entries_that_no_plugin_needs_are_refused);
  CU_add_test(suite, "a dynamic section without an end is refused",
              a_section_without_an_end_is_refused);
  CU_add_test(suite, "segments that would be mapped elsewhere are refused",
              segments_that_are_mapped_elsewhere_are_refused);
  CU_add_test(suite, "a hash table that cannot be followed is refused",
              a_chain_without_an_end_is_refused);
  CU_add_test(suite, "a symbol that is not the plugin's object is refused",
              a_symbol_that_is_not_the_object_is_refused);
#if defined(__x86_64__)
  CU_add_test(suite, "relocations of other kinds are refused",
              relocations_of_other_kinds_are_refused);
#endif
  CU_add_test(suite, "relocations of what the linker reads are refused",
              relocations_of_what_the_linker_reads_are_refused);
  CU_add_test(suite, "libraries and functions beyond the list are refused",
              names_beyond_the_list_are_refused);
  CU_add_test(suite, "versions of a library that is not needed are refused",
              versions_of_a_library_that_is_not_needed_are_refused);
  CU_add_test(suite, "pure functions of the C library pass", pure_functions_of_the_c_library_pass);
}
