/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a chapter of the source stands in no list. The compiler does not tell, since the chapter
 * is extern; the file's symbols do, where they have not been stripped. */
#include "base/memory.h"
#include "conformance/conformance.h"

#include <dlfcn.h>
#include <elf.h>
#include <stddef.h>
#include <string.h>

enum { TABLES = sizeof(zc_chapter) / sizeof(zc_table) };

/* Sizes of the rows, in the order of the tables in zc_chapter. */
static const uint32_t row_sizes[TABLES] = {
    sizeof(zc_document),   sizeof(zc_clause),      sizeof(zc_fact_row), sizeof(zc_word_row),
    sizeof(zc_derivation), sizeof(zc_parameter),   sizeof(zc_track),    sizeof(zc_rule),
    sizeof(zc_route),      sizeof(zc_conversion),  sizeof(zc_unit_row), sizeof(zc_step),
    sizeof(zc_effect),     sizeof(zc_prohibition), sizeof(zc_function), sizeof(zc_acceptance)};

typedef struct symbol_table {
  const Elf64_Sym *list;
  size_t count;
  const char *names;
  size_t names_size;
} symbol_table;

static int lies_within(size_t length, uint64_t offset, uint64_t size) {
  return offset <= length && size <= length - offset;
}

/* The file's own symbols, also those that it does not show; 0: they have been stripped. */
static int find_symbols(const unsigned char *bytes, size_t length, symbol_table *symbols) {
  Elf64_Ehdr head;
  memcpy(&head, bytes, sizeof head);
  if (!lies_within(length, head.e_shoff, (uint64_t)head.e_shnum * sizeof(Elf64_Shdr)) ||
      head.e_shoff % 8)
    return 0;
  const Elf64_Shdr *sections = (const Elf64_Shdr *)(const void *)(bytes + head.e_shoff);
  for (uint32_t i = 0; i < head.e_shnum; i++) {
    const Elf64_Shdr *s = &sections[i];
    if (s->sh_type != SHT_SYMTAB || s->sh_link >= head.e_shnum || s->sh_offset % 8)
      continue;
    const Elf64_Shdr *names = &sections[s->sh_link];
    if (!lies_within(length, s->sh_offset, s->sh_size) || !names->sh_size ||
        !lies_within(length, names->sh_offset, names->sh_size) ||
        bytes[names->sh_offset + names->sh_size - 1])
      return 0;
    *symbols = (symbol_table){(const Elf64_Sym *)(const void *)(bytes + s->sh_offset),
                              s->sh_size / sizeof(Elf64_Sym),
                              (const char *)bytes + names->sh_offset, names->sh_size};
    return 1;
  }
  return 0;
}

static const char *name_of(const symbol_table *symbols, const Elf64_Sym *symbol) {
  return symbol->st_name < symbols->names_size ? symbols->names + symbol->st_name : "";
}

/* Whether an object is made of tables with the rows that a chapter has there. */
static int is_chapter(const zc_table *tables, size_t count) {
  int filled = 0;
  for (size_t i = 0; i < count; i++) {
    if (tables[i].stride ? tables[i].stride != row_sizes[i] : tables[i].rows || tables[i].count)
      return 0;
    filled |= tables[i].count > 0;
  }
  return filled;
}

static int is_listed(const zc_region_plugin *plugin, const void *chapter) {
  for (uint32_t i = 0; i < plugin->chapter_count; i++)
    if (plugin->chapters[i] == chapter)
      return 1;
  return 0;
}

/* The chapters of the national practice stand in each file that reads baseline.h. */
static int is_own(const char *name) {
  return *name && strncmp(name, "zc_", 3) != 0;
}

static uint32_t count_strays(const zc_subject *s, const symbol_table *symbols,
                             const zc_region_plugin *plugin, zc_buffer *said) {
  const Elf64_Sym *anchor = NULL;
  uint32_t strays = 0;
  for (size_t i = 0; i < symbols->count; i++)
    if (strcmp(name_of(symbols, &symbols->list[i]), ZC_SYMBOL) == 0)
      anchor = &symbols->list[i];
  for (size_t i = 0; i < symbols->count && anchor; i++) {
    const Elf64_Sym *symbol = &symbols->list[i];
    const char *name = name_of(symbols, symbol);
    if (ELF64_ST_TYPE(symbol->st_info) != STT_OBJECT || symbol->st_size != plugin->chapter_size ||
        symbol->st_size > sizeof(zc_chapter) || symbol->st_shndx == SHN_UNDEF || !is_own(name))
      continue;
    const unsigned char *at = (const unsigned char *)plugin - anchor->st_value + symbol->st_value;
    const zc_table *tables = (const zc_table *)(const void *)at;
    if (is_chapter(tables, plugin->chapter_size / sizeof *tables) && !is_listed(plugin, at)) {
      strays++;
      zc_say(s, said, "章“%s”不在 ZC_PLUGIN 的 .chapters 列表中，其中的表都不起作用",
             "the chapter '%s' stands in no list of chapters, so nothing of its tables counts",
             name);
    }
  }
  return strays;
}

zc_outcome zc_test_chapters(const zc_subject *s, zc_buffer *said) {
  symbol_table symbols;
  size_t length;
  void *library = zc_subject_open(s);
  const zc_region_plugin *plugin = library ? dlsym(library, ZC_SYMBOL) : NULL;
  unsigned char *bytes = zc_subject_bytes(s, &length, said);
  if (!bytes || !plugin)
    return ZC_FAILED;
  zc_outcome outcome = ZC_PASSED;
  if (!find_symbols(bytes, length, &symbols)) {
    zc_say(s, said, "文件没有符号表", "the file has no table of symbols");
    outcome = ZC_SKIPPED;
  } else if (count_strays(s, &symbols, plugin, said)) {
    outcome = ZC_FAILED;
  }
  zc_free(bytes);
  return outcome;
}
