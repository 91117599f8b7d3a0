/* SPDX-License-Identifier: Apache-2.0 */
/* The versions of the symbols that a plugin's file needs. The linker follows their offsets unseen,
 * looks a symbol's version up by its number unasked, and aborts where a version is of a library
 * that the file does not need. */
#include "host/file_check.h"

#include <string.h>

enum { MOST = 256, NUMBER = 0x7fff }; /* libraries and versions; bits of a version's number */

static int needs_library(const zc_elf *e, const char *name) {
  uint32_t entry = 0;
  for (const char *library; (library = zc_elf_next_library(e, &entry));)
    if (strcmp(library, name) == 0)
      return 1;
  return 0;
}

/* The versions of one library; raises *most to the greatest number. 0: they are wrong. */
static int read_versions(const zc_elf *e, uint64_t address, uint32_t *most) {
  for (uint32_t steps = 0; steps < MOST; steps++) {
    uint64_t at = zc_elf_table(e, address, sizeof(Elf64_Vernaux), 4);
    uint32_t number = ZC_ELF_FIELD32(e, at, Elf64_Vernaux, vna_other) & NUMBER;
    uint32_t next = ZC_ELF_FIELD32(e, at, Elf64_Vernaux, vna_next);
    if (!at || number < 2 || ZC_ELF_FIELD(e, at, Elf64_Vernaux, vna_name) >= e->tag[ZC_TAG_STRSZ])
      return 0;
    *most = number > *most ? number : *most;
    if (!next)
      return 1;
    address += next;
  }
  return 0;
}

/* The greatest number of a version; 0: they are wrong. */
static uint32_t read_libraries(const zc_elf *e) {
  uint64_t address = e->tag[ZC_TAG_VERNEED];
  uint32_t most = 0;
  for (uint32_t steps = 0; steps < MOST; steps++) {
    uint64_t at = zc_elf_table(e, address, sizeof(Elf64_Verneed), 4);
    uint64_t file = ZC_ELF_FIELD(e, at, Elf64_Verneed, vn_file);
    uint32_t next = ZC_ELF_FIELD32(e, at, Elf64_Verneed, vn_next);
    if (!at || ZC_ELF_FIELD32(e, at, Elf64_Verneed, vn_version) != VER_NEED_CURRENT ||
        file >= e->tag[ZC_TAG_STRSZ] ||
        !needs_library(e, (const char *)e->bytes + e->names + file) ||
        !read_versions(e, address + ZC_ELF_FIELD(e, at, Elf64_Verneed, vn_aux), &most))
      return 0;
    if (!next)
      return most;
    address += next;
  }
  return 0;
}

static int are_good(const zc_elf *e) {
  uint32_t most = read_libraries(e);
  uint64_t size = (uint64_t)e->symbol_count * sizeof(Elf64_Half);
  uint64_t at = zc_elf_table(e, e->tag[ZC_TAG_VERSYM], size, sizeof(Elf64_Half));
  if (!at || !most)
    return 0;
  for (uint32_t i = 0; i < e->symbol_count; i++)
    if ((zc_elf_number(e, at + i * sizeof(Elf64_Half), sizeof(Elf64_Half)) & NUMBER) > most)
      return 0;
  return 1;
}

zc_status zc_check_versions(zc_elf *e, zc_note *note) {
  (void)note;
  if (!zc_elf_has(e, ZC_TAG_VERNEED) || are_good(e))
    return ZC_OK;
  return ZC_DAMAGED(e, "符号版本（地址 0x%llx）不成立",
                    "the versions of symbols (address 0x%llx) are wrong",
                    (unsigned long long)e->tag[ZC_TAG_VERNEED]);
}
