/* SPDX-License-Identifier: Apache-2.0 */
/* The dynamic section of a plugin's file, found by its address as the dynamic linker finds it. The
 * linker takes the last of entries with one tag, and walks on until DT_NULL: here each tag stands
 * once, and DT_NULL is in the section. */
#include "host/file_check.h"

#include <string.h>

static const struct {
  uint64_t tag;
  const char *name;
} known[ZC_TAG_COUNT] = {
    [ZC_TAG_STRTAB] = {DT_STRTAB, "DT_STRTAB"},
    [ZC_TAG_STRSZ] = {DT_STRSZ, "DT_STRSZ"},
    [ZC_TAG_SYMTAB] = {DT_SYMTAB, "DT_SYMTAB"},
    [ZC_TAG_SYMENT] = {DT_SYMENT, "DT_SYMENT"},
    [ZC_TAG_HASH] = {DT_HASH, "DT_HASH"},
    [ZC_TAG_GNU_HASH] = {DT_GNU_HASH, "DT_GNU_HASH"},
    [ZC_TAG_RELA] = {DT_RELA, "DT_RELA"},
    [ZC_TAG_RELASZ] = {DT_RELASZ, "DT_RELASZ"},
    [ZC_TAG_RELAENT] = {DT_RELAENT, "DT_RELAENT"},
    [ZC_TAG_RELACOUNT] = {DT_RELACOUNT, "DT_RELACOUNT"},
    [ZC_TAG_JMPREL] = {DT_JMPREL, "DT_JMPREL"},
    [ZC_TAG_PLTRELSZ] = {DT_PLTRELSZ, "DT_PLTRELSZ"},
    [ZC_TAG_PLTREL] = {DT_PLTREL, "DT_PLTREL"},
    [ZC_TAG_PLTGOT] = {DT_PLTGOT, "DT_PLTGOT"},
    [ZC_TAG_RELR] = {36, "DT_RELR"},
    [ZC_TAG_RELRSZ] = {35, "DT_RELRSZ"},
    [ZC_TAG_RELRENT] = {37, "DT_RELRENT"},
    [ZC_TAG_VERSYM] = {DT_VERSYM, "DT_VERSYM"},
    [ZC_TAG_VERNEED] = {DT_VERNEED, "DT_VERNEED"},
    [ZC_TAG_VERNEEDNUM] = {DT_VERNEEDNUM, "DT_VERNEEDNUM"},
    [ZC_TAG_SONAME] = {DT_SONAME, "DT_SONAME"},
    [ZC_TAG_FLAGS] = {DT_FLAGS, "DT_FLAGS"},
    [ZC_TAG_FLAGS_1] = {DT_FLAGS_1, "DT_FLAGS_1"},
    [ZC_TAG_SYMBOLIC] = {DT_SYMBOLIC, "DT_SYMBOLIC"},
    [ZC_TAG_BIND_NOW] = {DT_BIND_NOW, "DT_BIND_NOW"},
};

/* Other files that the linker would open or ask. */
static const struct {
  uint64_t tag;
  const char *name;
} elsewhere[] = {
    {DT_AUXILIARY, "DT_AUXILIARY"}, {DT_FILTER, "DT_FILTER"}, {DT_AUDIT, "DT_AUDIT"},
    {DT_DEPAUDIT, "DT_DEPAUDIT"},   {DT_RPATH, "DT_RPATH"},   {DT_RUNPATH, "DT_RUNPATH"},
    {DT_CONFIG, "DT_CONFIG"},
};

typedef struct entry {
  uint64_t tag, value;
} entry;

static entry entry_at(const zc_elf *e, uint32_t index) {
  uint64_t at = e->dynamic + (uint64_t)index * sizeof(Elf64_Dyn);
  return (entry){ZC_ELF_FIELD(e, at, Elf64_Dyn, d_tag), ZC_ELF_FIELD(e, at, Elf64_Dyn, d_un)};
}

static zc_status find_section(zc_elf *e) {
  uint64_t size = 0;
  for (uint32_t i = 0; i < e->segment_count; i++) {
    uint64_t at = zc_elf_segment(e, i);
    if (ZC_ELF_FIELD32(e, at, Elf64_Phdr, p_type) != PT_DYNAMIC)
      continue;
    e->dynamic = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_offset);
    e->dynamic_address = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_vaddr);
    size = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_filesz);
  }
  uint64_t most = size / sizeof(Elf64_Dyn);
  while (e->dynamic_count < most && entry_at(e, e->dynamic_count).tag != DT_NULL)
    e->dynamic_count++;
  if (e->dynamic_count < most)
    return ZC_OK;
  return ZC_DAMAGED(e, "动态节的 %llu 项没有结尾（DT_NULL）",
                    "the %llu entries of the dynamic section have no end (DT_NULL)",
                    (unsigned long long)most);
}

/* ---- entries ---- */

static int runs_of(uint64_t tag) {
  switch (tag) {
  case DT_INIT:
  case DT_INIT_ARRAY:
  case DT_INIT_ARRAYSZ:
  case DT_PREINIT_ARRAY:
  case DT_PREINIT_ARRAYSZ:
    return ZC_RUNS_AT_OPENING;
  case DT_FINI:
  case DT_FINI_ARRAY:
  case DT_FINI_ARRAYSZ:
    return ZC_RUNS_AT_CLOSING;
  case DT_TEXTREL:
    return ZC_REWRITES_CODE;
  default:
    return 0;
  }
}

/* Marks of code: they do not change how the linker reads the file. */
static int is_harmless(uint64_t tag) {
#if defined(__aarch64__)
  return tag == 0x70000001 || tag == 0x70000003; /* DT_AARCH64_BTI_PLT, DT_AARCH64_PAC_PLT */
#else
  (void)tag;
  return 0;
#endif
}

static zc_status refuse_tag(zc_elf *e, uint64_t tag) {
  for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++)
    if (elsewhere[i].tag == tag)
      return ZC_REFUSE(e, "插件要系统另找文件（%s）；插件自成一体，请在链接时去掉相应的选项",
                       "the plugin sends the system to other files (%s); a plugin stands by "
                       "itself: take the option for that out of the link",
                       elsewhere[i].name);
  return ZC_REFUSE(e, "动态节有插件用不着的一项（标记 0x%llx）；请用模板 Makefile 的选项链接",
                   "the dynamic section has an entry that no plugin needs (tag 0x%llx); link with "
                   "the flags of the template's Makefile",
                   (unsigned long long)tag);
}

static zc_status take_entry(zc_elf *e, const entry *one) {
  int runs = runs_of(one->tag);
  e->runs |= runs;
  if (runs || one->tag == DT_NEEDED || is_harmless(one->tag))
    return ZC_OK;
  for (uint32_t i = 0; i < ZC_TAG_COUNT; i++) {
    if (known[i].tag != one->tag)
      continue;
    if (zc_elf_has(e, (zc_elf_tag)i))
      return ZC_DAMAGED(e, "动态节有两个 %s", "the dynamic section has %s twice", known[i].name);
    e->tags |= 1u << i;
    e->tag[i] = one->value;
    return ZC_OK;
  }
  return refuse_tag(e, one->tag);
}

/* ---- what belongs together ---- */

static zc_status check_flags(zc_elf *e) {
  const uint64_t flags = DF_BIND_NOW | DF_SYMBOLIC, flags_1 = DF_1_NOW;
  uint64_t found = e->tag[ZC_TAG_FLAGS];
  if (found & DF_TEXTREL)
    e->runs |= ZC_REWRITES_CODE;
  if (found & DF_STATIC_TLS)
    return ZC_REFUSE(e,
                     "插件要静态的线程局部存储（DT_FLAGS 0x%llx）；插件只有表和纯函数，请去掉 "
                     "thread_local 变量",
                     "the plugin wants static thread-local storage (DT_FLAGS 0x%llx); a plugin is "
                     "tables and pure functions: take thread_local variables out",
                     (unsigned long long)found);
  if ((found & ~(flags | DF_TEXTREL)) || (e->tag[ZC_TAG_FLAGS_1] & ~flags_1))
    return ZC_REFUSE(e,
                     "插件对系统的打开方式有要求（DT_FLAGS 0x%llx，DT_FLAGS_1 "
                     "0x%llx）；请用模板 Makefile 的选项链接",
                     "the plugin asks to be opened in a way of its own (DT_FLAGS 0x%llx, "
                     "DT_FLAGS_1 0x%llx); link with the flags of the template's Makefile",
                     (unsigned long long)found, (unsigned long long)e->tag[ZC_TAG_FLAGS_1]);
  return ZC_OK;
}

/* Tags that are there together or not at all, and the size that one of them must say. */
static const struct {
  zc_elf_tag tags[3], sized;
  uint64_t size;
  int is_needed;
} sets[] = {
    {{ZC_TAG_STRTAB, ZC_TAG_STRSZ, ZC_TAG_STRSZ}, ZC_TAG_COUNT, 0, 1},
    {{ZC_TAG_SYMTAB, ZC_TAG_SYMENT, ZC_TAG_SYMENT}, ZC_TAG_SYMENT, sizeof(Elf64_Sym), 1},
    {{ZC_TAG_RELA, ZC_TAG_RELASZ, ZC_TAG_RELAENT}, ZC_TAG_RELAENT, sizeof(Elf64_Rela), 0},
    {{ZC_TAG_JMPREL, ZC_TAG_PLTRELSZ, ZC_TAG_PLTREL}, ZC_TAG_PLTREL, DT_RELA, 0},
    {{ZC_TAG_RELR, ZC_TAG_RELRSZ, ZC_TAG_RELRENT}, ZC_TAG_RELRENT, sizeof(uint64_t), 0},
    {{ZC_TAG_VERSYM, ZC_TAG_VERNEED, ZC_TAG_VERNEEDNUM}, ZC_TAG_COUNT, 0, 0},
};

static zc_status check_sets(const zc_elf *e) {
  for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
    int count = 0;
    for (int t = 0; t < 3; t++)
      count += zc_elf_has(e, sets[i].tags[t]);
    int is_whole =
        count == 3 && (sets[i].sized == ZC_TAG_COUNT || e->tag[sets[i].sized] == sets[i].size);
    if (!is_whole && (count || sets[i].is_needed))
      return ZC_DAMAGED(e, "动态节里 %s 及其大小不全或不对",
                        "the dynamic section does not say %s and its size as it must",
                        known[sets[i].tags[0]].name);
  }
  return ZC_OK;
}

static zc_status check_strings(zc_elf *e) {
  uint64_t size = e->tag[ZC_TAG_STRSZ];
  e->names = size ? zc_elf_table(e, e->tag[ZC_TAG_STRTAB], size, 1) : 0;
  int is_good = e->names && e->bytes[e->names + size - 1] == 0 && e->tag[ZC_TAG_SONAME] < size;
  for (uint32_t i = 0; is_good && i < e->dynamic_count; i++)
    is_good = entry_at(e, i).tag != DT_NEEDED || entry_at(e, i).value < size;
  return is_good ? ZC_OK
                 : ZC_DAMAGED(e, "名称表（%llu 字节）不在只读的段里，或有名称在它之外",
                              "the table of names (%llu bytes) is in no read-only segment, or a "
                              "name is outside of it",
                              (unsigned long long)size);
}

const char *zc_elf_next_library(const zc_elf *e, uint32_t *entry_index) {
  while (*entry_index < e->dynamic_count) {
    entry one = entry_at(e, (*entry_index)++);
    if (one.tag == DT_NEEDED)
      return (const char *)e->bytes + e->names + one.value;
  }
  return NULL;
}

zc_status zc_check_dynamic(zc_elf *e, zc_note *note) {
  (void)note;
  zc_status status = find_section(e);
  for (uint32_t i = 0; status == ZC_OK && i < e->dynamic_count; i++) {
    entry one = entry_at(e, i);
    status = take_entry(e, &one);
  }
  if (status == ZC_OK)
    status = check_flags(e);
  if (status == ZC_OK)
    status = check_sets(e);
  return status == ZC_OK ? check_strings(e) : status;
}
