/* SPDX-License-Identifier: Apache-2.0 */
#include "host/file_code.h"
#include "host/elf.h"
#include "zhicheng/plugin.h"

#include <string.h>

static zc_elf open_elf(const unsigned char *bytes, size_t length) {
  zc_elf e = {.bytes = bytes, .length = length};
  e.segments = ZC_ELF_FIELD(&e, 0, Elf64_Ehdr, e_phoff);
  e.sections = ZC_ELF_FIELD(&e, 0, Elf64_Ehdr, e_shoff);
  e.segment_count = ZC_ELF_FIELD32(&e, 0, Elf64_Ehdr, e_phnum);
  e.section_count = ZC_ELF_FIELD32(&e, 0, Elf64_Ehdr, e_shnum);
  return e;
}

/* A text of the file; "" where it does not end within the file. */
static const char *text_at(const zc_elf *e, uint64_t offset) {
  if (offset >= e->length || !memchr(e->bytes + offset, 0, (size_t)(e->length - offset)))
    return "";
  return (const char *)e->bytes + offset;
}

/* Where an address of the loaded plugin stands in the file; the file's length: nowhere. */
static uint64_t offset_of(const zc_elf *e, uint64_t address) {
  for (uint32_t i = 0; i < e->segment_count; i++) {
    uint64_t at = zc_elf_segment(e, i), start = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_vaddr);
    if (ZC_ELF_FIELD32(e, at, Elf64_Phdr, p_type) == PT_LOAD && address >= start &&
        address - start < ZC_ELF_FIELD(e, at, Elf64_Phdr, p_filesz))
      return ZC_ELF_FIELD(e, at, Elf64_Phdr, p_offset) + (address - start);
  }
  return e->length;
}

/* ---- the dynamic section ---- */

enum { MAX_ENTRIES = 1024 }; /* of a dynamic section; a plugin has a dozen */

typedef struct dynamic_entry {
  uint64_t tag, value;
} dynamic_entry;

/* Entry `index`; 0: there are no more. */
static int entry_at(const zc_elf *e, uint32_t index, dynamic_entry *entry) {
  for (uint32_t i = 0; i < e->segment_count; i++) {
    uint64_t at = zc_elf_segment(e, i);
    if (ZC_ELF_FIELD32(e, at, Elf64_Phdr, p_type) != PT_DYNAMIC)
      continue;
    uint64_t start = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_offset) + index * sizeof(Elf64_Dyn);
    *entry = (dynamic_entry){ZC_ELF_FIELD(e, start, Elf64_Dyn, d_tag),
                             ZC_ELF_FIELD(e, start, Elf64_Dyn, d_un)};
    return index < MAX_ENTRIES &&
           (index + 1) * sizeof(Elf64_Dyn) <= ZC_ELF_FIELD(e, at, Elf64_Phdr, p_filesz) &&
           entry->tag != DT_NULL;
  }
  return 0;
}

/* The value of the first entry with the tag; 0: none. */
static uint64_t value_of(const zc_elf *e, uint64_t tag) {
  dynamic_entry entry;
  for (uint32_t i = 0; entry_at(e, i, &entry); i++)
    if (entry.tag == tag)
      return entry.value;
  return 0;
}

#if defined(__x86_64__)
#define RESOLVER R_X86_64_IRELATIVE
#elif defined(__aarch64__)
#define RESOLVER R_AARCH64_IRELATIVE
#elif defined(__loongarch64)
#define RESOLVER R_LARCH_IRELATIVE
#else
#define RESOLVER R_RISCV_IRELATIVE
#endif

static int table_has_resolver(const zc_elf *e, uint64_t address, uint64_t size) {
  uint64_t start = offset_of(e, address);
  for (uint64_t at = 0; at + sizeof(Elf64_Rela) <= size && start + at < e->length;
       at += sizeof(Elf64_Rela))
    if (ELF64_R_TYPE(ZC_ELF_FIELD(e, start + at, Elf64_Rela, r_info)) == RESOLVER)
      return 1;
  return 0;
}

/* ---- places that are written to ---- */

typedef struct address_range {
  uint64_t start, size;
} address_range;

static int is_in(const address_range *span, uint64_t address) {
  return span->size >= sizeof(uint64_t) && address >= span->start &&
         address - span->start <= span->size - sizeof(uint64_t);
}

/* The last span is the next one's as a rule. */
static int is_own(const zc_elf *e, uint64_t address, address_range *last) {
  for (uint32_t i = 0; !is_in(last, address) && i < e->segment_count; i++) {
    uint64_t at = zc_elf_segment(e, i);
    if (ZC_ELF_FIELD32(e, at, Elf64_Phdr, p_type) == PT_LOAD)
      *last = (address_range){ZC_ELF_FIELD(e, at, Elf64_Phdr, p_vaddr),
                              ZC_ELF_FIELD(e, at, Elf64_Phdr, p_memsz)};
  }
  return is_in(last, address);
}

static int table_has_stray(const zc_elf *e, uint64_t table, uint64_t size, uint64_t *address) {
  uint64_t start = offset_of(e, table);
  Elf64_Rela entry;
  address_range last = {0, 0};
  for (uint64_t at = 0; at + sizeof entry <= size && zc_elf_inside(e, start + at, sizeof entry);
       at += sizeof entry) {
    memcpy(&entry, e->bytes + start + at, sizeof entry);
    *address = entry.r_offset;
    if (ELF64_R_TYPE(entry.r_info) != 0 && !is_own(e, entry.r_offset, &last))
      return 1;
  }
  return 0;
}

int zc_file_has_stray(const unsigned char *bytes, size_t length, uint64_t *address) {
  zc_elf e = open_elf(bytes, length);
  return table_has_stray(&e, value_of(&e, DT_RELA), value_of(&e, DT_RELASZ), address) ||
         table_has_stray(&e, value_of(&e, DT_JMPREL), value_of(&e, DT_PLTRELSZ), address);
}

/* ---- code ---- */

static void count_startup(const zc_elf *e, zc_file_code *code) {
  const uint64_t size = sizeof(uint64_t);
  uint32_t starts = (uint32_t)(value_of(e, DT_INIT_ARRAYSZ) / size);
  uint32_t ends = (uint32_t)(value_of(e, DT_FINI_ARRAYSZ) / size);
  /* A default link has _init, _fini and one entry in each array. */
  code->has_usual = value_of(e, DT_INIT) && value_of(e, DT_FINI) && starts && ends;
  starts += value_of(e, DT_INIT) != 0;
  ends += value_of(e, DT_FINI) != 0;
  code->starts = starts - (code->has_usual ? 2 : 0);
  code->ends = ends - (code->has_usual ? 2 : 0);
}

/* ---- symbols ---- */

typedef struct elf_symbol {
  const char *name;
  unsigned bind, type;
  int is_defined;
  uint64_t value;
} elf_symbol;

static elf_symbol read_symbol(const zc_elf *e, uint64_t at, uint64_t names) {
  uint32_t info = ZC_ELF_FIELD32(e, at, Elf64_Sym, st_info);
  return (elf_symbol){.name = text_at(e, names + ZC_ELF_FIELD(e, at, Elf64_Sym, st_name)),
                      .bind = ELF64_ST_BIND(info),
                      .type = ELF64_ST_TYPE(info),
                      .is_defined = ZC_ELF_FIELD(e, at, Elf64_Sym, st_shndx) != SHN_UNDEF,
                      .value = ZC_ELF_FIELD(e, at, Elf64_Sym, st_value)};
}

static void each_symbol(const zc_elf *e, void (*each)(void *, const elf_symbol *), void *context) {
  for (uint32_t i = 0; i < e->section_count; i++) {
    uint64_t at = zc_elf_section(e, i);
    uint32_t link = ZC_ELF_FIELD32(e, at, Elf64_Shdr, sh_link);
    if (ZC_ELF_FIELD32(e, at, Elf64_Shdr, sh_type) != SHT_DYNSYM || link >= e->section_count)
      continue;
    uint64_t start = ZC_ELF_FIELD(e, at, Elf64_Shdr, sh_offset),
             size = ZC_ELF_FIELD(e, at, Elf64_Shdr, sh_size),
             names = ZC_ELF_FIELD(e, zc_elf_section(e, link), Elf64_Shdr, sh_offset);
    for (uint64_t s = sizeof(Elf64_Sym); s + sizeof(Elf64_Sym) <= size; s += sizeof(Elf64_Sym)) {
      elf_symbol symbol = read_symbol(e, start + s, names);
      each(context, &symbol);
    }
  }
}

typedef struct survey {
  const zc_elf *elf;
  zc_file_code *code;
} survey;

static int is_read_only(const zc_elf *e, uint64_t address) {
  int is_writable = 0;
  for (uint32_t i = 0; i < e->segment_count; i++) {
    uint64_t at = zc_elf_segment(e, i), start = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_vaddr);
    uint32_t type = ZC_ELF_FIELD32(e, at, Elf64_Phdr, p_type);
    if (address < start || address - start >= ZC_ELF_FIELD(e, at, Elf64_Phdr, p_memsz))
      continue;
    if (type == PT_GNU_RELRO)
      return 1;
    is_writable |= type == PT_LOAD && (ZC_ELF_FIELD32(e, at, Elf64_Phdr, p_flags) & PF_W);
  }
  return !is_writable;
}

static void survey_symbol(void *context, const elf_symbol *symbol) {
  const survey *s = context;
  s->code->has_resolvers |= symbol->is_defined && symbol->type == STT_GNU_IFUNC;
  if (symbol->is_defined && strcmp(symbol->name, ZC_SYMBOL) == 0)
    s->code->has_writable_object = !is_read_only(s->elf, symbol->value);
}

static int is_c_library(const char *name) {
  return strncmp(name, "libc.so.", strlen("libc.so.")) == 0 ||
         strncmp(name, "ld-linux", strlen("ld-linux")) == 0;
}

static void count_library(void *context, const char *name) {
  (void)name;
  ++*(uint32_t *)context;
}

void zc_file_code_read(const unsigned char *bytes, size_t length, zc_file_code *code) {
  zc_elf e = open_elf(bytes, length);
  memset(code, 0, sizeof *code);
  count_startup(&e, code);
  code->has_resolvers = table_has_resolver(&e, value_of(&e, DT_RELA), value_of(&e, DT_RELASZ)) ||
                        table_has_resolver(&e, value_of(&e, DT_JMPREL), value_of(&e, DT_PLTRELSZ));
  dynamic_entry entry;
  for (uint32_t i = 0; entry_at(&e, i, &entry); i++)
    code->has_text_relocations |=
        entry.tag == DT_TEXTREL || (entry.tag == DT_FLAGS && (entry.value & DF_TEXTREL));
  each_symbol(&e, survey_symbol, &(survey){&e, code});
  zc_file_names(bytes, length, ZC_FILE_LIBRARIES, count_library, &code->libraries);
}

/* ---- names ---- */

typedef struct naming {
  zc_file_name which;
  void (*each)(void *context, const char *name);
  void *context;
} naming;

static void name_symbol(void *context, const elf_symbol *symbol) {
  const naming *n = context;
  int fits = n->which == ZC_FILE_EXPORTS ? symbol->is_defined && symbol->bind != STB_LOCAL
                                         : !symbol->is_defined && symbol->bind == STB_GLOBAL;
  if (fits && *symbol->name)
    n->each(n->context, symbol->name);
}

static void name_libraries(const zc_elf *e, const naming *n) {
  uint64_t names = offset_of(e, value_of(e, DT_STRTAB));
  dynamic_entry entry;
  for (uint32_t i = 0; entry_at(e, i, &entry); i++) {
    const char *name = entry.tag == DT_NEEDED ? text_at(e, names + entry.value) : "";
    if (*name && !is_c_library(name))
      n->each(n->context, name);
  }
}

void zc_file_names(const unsigned char *bytes, size_t length, zc_file_name which,
                   void (*each)(void *context, const char *name), void *context) {
  zc_elf e = open_elf(bytes, length);
  naming n = {which, each, context};
  if (which == ZC_FILE_LIBRARIES)
    name_libraries(&e, &n);
  else
    each_symbol(&e, name_symbol, &n);
}
