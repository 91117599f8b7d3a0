/* SPDX-License-Identifier: Apache-2.0 */
/* Reading a 64-bit little-endian ELF file by offset. Every access is bounded by the file's length:
 * a place outside the file reads as zero. */
#ifndef ZC_HOST_ELF_H
#define ZC_HOST_ELF_H

#include "base/diagnostics.h"

#include <elf.h>
#include <stddef.h>

typedef struct zc_elf {
  const char *name; /* for messages */
  const unsigned char *bytes;
  uint64_t length;
  zc_diagnostics *diag;
  uint64_t segments, sections; /* offsets of the header tables */
  uint32_t segment_count, section_count;
  uint64_t object, object_size; /* address and size of the exported object */
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

#endif
