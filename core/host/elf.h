/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a 64-bit little-endian ELF file by offset. Every access is bounded by the file's length:
 * a place outside the file reads as zero. */
#ifndef ZC_HOST_ELF_H
#define ZC_HOST_ELF_H

#include "base/diagnostics.h"

#include <elf.h>
#include <stddef.h>

/* What the dynamic section may say, each once. */
typedef enum zc_elf_tag {
  ZC_TAG_STRTAB = 0,
  ZC_TAG_STRSZ,
  ZC_TAG_SYMTAB,
  ZC_TAG_SYMENT,
  ZC_TAG_HASH,
  ZC_TAG_GNU_HASH,
  ZC_TAG_RELA,
  ZC_TAG_RELASZ,
  ZC_TAG_RELAENT,
  ZC_TAG_RELACOUNT,
  ZC_TAG_JMPREL,
  ZC_TAG_PLTRELSZ,
  ZC_TAG_PLTREL,
  ZC_TAG_PLTGOT,
  ZC_TAG_RELR,
  ZC_TAG_RELRSZ,
  ZC_TAG_RELRENT,
  ZC_TAG_VERSYM,
  ZC_TAG_VERNEED,
  ZC_TAG_VERNEEDNUM,
  ZC_TAG_SONAME,
  ZC_TAG_FLAGS,
  ZC_TAG_FLAGS_1,
  ZC_TAG_SYMBOLIC,
  ZC_TAG_BIND_NOW,
  ZC_TAG_COUNT
} zc_elf_tag;

/* Why code would run at opening or closing; bits. */
enum {
  ZC_RUNS_AT_OPENING = 1, /* DT_INIT, DT_INIT_ARRAY, DT_PREINIT_ARRAY */
  ZC_RUNS_AT_CLOSING = 2, /* DT_FINI, DT_FINI_ARRAY */
  ZC_RUNS_RESOLVERS = 4,  /* IFUNC: functions that choose addresses */
  ZC_REWRITES_CODE = 8    /* text relocations */
};

typedef struct zc_elf {
  const char *name; /* for messages */
  const unsigned char *bytes;
  uint64_t length;
  zc_diagnostics *diag;
  uint64_t segments, sections; /* offsets of the header tables */
  uint32_t segment_count, section_count;
  uint64_t dynamic_address; /* of the dynamic section; `dynamic` is its offset */
  uint64_t dynamic;
  uint32_t dynamic_count;       /* of entries before DT_NULL */
  uint64_t tag[ZC_TAG_COUNT];   /* values; 0 where there is none */
  uint32_t tags;                /* bit i: tag i is there */
  int runs;                     /* of the bits above */
  uint64_t symbols, names;      /* offsets of the tables of dynamic symbols and of their names */
  uint32_t symbol_count;        /* with the first, which is none */
  uint64_t object, object_size; /* address and size of zc_plugin */
} zc_elf;

static inline int zc_elf_inside(const zc_elf *e, uint64_t offset, uint64_t size) {
  return offset <= e->length && size <= e->length - offset;
}

static inline uint64_t zc_elf_number(const zc_elf *e, uint64_t offset, unsigned size) {
  uint64_t value = 0;
  if (!zc_elf_inside(e, offset, size))
    return 0;
  for (unsigned i = size; i-- > 0;)
    value = value << 8 | e->bytes[offset + i];
  return value;
}

#define ZC_ELF_FIELD(e, base, type, field)                                                         \
  zc_elf_number((e), (base) + offsetof(type, field), (unsigned)sizeof(((type *)0)->field))
#define ZC_ELF_FIELD32(e, base, type, field) ((uint32_t)ZC_ELF_FIELD(e, base, type, field))

/* Offsets of the header of a segment or a section. */
static inline uint64_t zc_elf_segment(const zc_elf *e, uint32_t index) {
  return e->segments + (uint64_t)index * sizeof(Elf64_Phdr);
}
static inline uint64_t zc_elf_section(const zc_elf *e, uint32_t index) {
  return e->sections + (uint64_t)index * sizeof(Elf64_Shdr);
}

static inline int zc_elf_has(const zc_elf *e, zc_elf_tag tag) {
  return (int)(e->tags >> tag & 1u);
}

/* A segment that is mapped. */
typedef struct zc_elf_load {
  uint64_t offset, start, file_size, size;
  uint32_t flags; /* of PF_R, PF_W, PF_X */
} zc_elf_load;
/* 0: program header `index` maps nothing. */
int zc_elf_load_at(const zc_elf *e, uint32_t index, zc_elf_load *load);

/* Where `size` bytes at an address of the opened plugin, which the file fills and nothing writes
 * to, stand in the file. 0: there are none, or the address is no multiple of `align`. */
uint64_t zc_elf_table(const zc_elf *e, uint64_t address, uint64_t size, uint64_t align);

/* A symbol, read; `name` lives as long as the bytes. */
typedef struct zc_elf_symbol {
  const char *name;
  unsigned bind, type;
  uint32_t section;
  uint64_t value, size;
} zc_elf_symbol;
zc_elf_symbol zc_elf_symbol_at(const zc_elf *e, uint32_t index);

/* The next library that the file needs, from *entry on, which is moved past it; NULL: no more. */
const char *zc_elf_next_library(const zc_elf *e, uint32_t *entry);

#endif
