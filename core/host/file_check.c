/* SPDX-License-Identifier: Apache-2.0 */
/* The check of a plugin's file before it is opened. */
#include "host/file_check.h"
#include "host/host.h"

#include <string.h>

#if defined(__x86_64__)
#define HOST_MACHINE EM_X86_64
#elif defined(__aarch64__)
#define HOST_MACHINE EM_AARCH64
#elif defined(__loongarch64)
#define HOST_MACHINE EM_LOONGARCH
#elif defined(__riscv)
#define HOST_MACHINE EM_RISCV
#else
#error "add the ELF machine number of this architecture"
#endif

enum { MAX_SEGMENTS = 64, MAX_SECTIONS = 4096 };

/* ---- refusals: wanted, found, cure ---- */

static const char *machine_name(uint32_t machine) {
  switch (machine) {
  case EM_386:
    return "i386";
  case EM_X86_64:
    return "x86-64";
  case EM_ARM:
    return "arm";
  case EM_AARCH64:
    return "aarch64";
  case EM_RISCV:
    return "riscv";
  case EM_PPC64:
    return "ppc64";
  case EM_LOONGARCH:
    return "loongarch64";
  case EM_MIPS:
    return "mips";
  case EM_S390:
    return "s390";
  default:
    return "?";
  }
}

static const char *type_name(uint32_t type) {
  switch (type) {
  case ET_REL:
    return "an object file (.o)";
  case ET_EXEC:
    return "a program";
  case ET_CORE:
    return "a core dump";
  default:
    return "a file of an unknown kind";
  }
}

static zc_status check_identity(zc_elf *e, zc_note *note) {
  (void)note;
  if (e->length < EI_NIDENT || memcmp(e->bytes, ELFMAG, SELFMAG) != 0)
    return ZC_REFUSE(
        e,
        "不是插件：要 ELF 共享库（.so），这个文件（%llu 字节）不是 ELF 文件；请用 make "
        "重新构建插件",
        "not a plugin: wanted a shared object (ELF), found a file of %llu bytes that is "
        "none; build the plugin with make",
        (unsigned long long)e->length);
  if (e->bytes[EI_CLASS] != ELFCLASS64 || e->bytes[EI_DATA] != ELFDATA2LSB)
    return ZC_REFUSE(
        e,
        "不是本机能用的插件：要 64 位小端共享库，文件的类别是 %u、字节序是 "
        "%u（各应为 2 和 1）；请在 64 位系统上重新构建",
        "not a plugin for this host: wanted a 64-bit little-endian shared object, found "
        "class %u and byte order %u (2 and 1 are right); build it on a 64-bit system",
        (unsigned)e->bytes[EI_CLASS], (unsigned)e->bytes[EI_DATA]);
  if (e->length < sizeof(Elf64_Ehdr))
    return ZC_REFUSE(e, "文件被截断：ELF 头要 %zu 字节，文件只有 %llu 字节；请重新复制或构建",
                     "the file is truncated: wanted an ELF header of %zu bytes, found %llu bytes; "
                     "copy or build it again",
                     sizeof(Elf64_Ehdr), (unsigned long long)e->length);
  return ZC_OK;
}

static zc_status check_machine(zc_elf *e, zc_note *note) {
  (void)note;
  uint32_t type = ZC_ELF_FIELD32(e, 0, Elf64_Ehdr, e_type),
           machine = ZC_ELF_FIELD32(e, 0, Elf64_Ehdr, e_machine);
  if (type != ET_DYN)
    return ZC_REFUSE(e,
                     "不是共享库：要 ELF 类型 %d（共享库），文件是类型 %u：%s；请用 -shared 链接",
                     "not a shared object: wanted ELF type %d (shared object), found type %u: %s; "
                     "link it with -shared",
                     ET_DYN, type, type_name(type));
  if (machine != HOST_MACHINE)
    return ZC_REFUSE(e, "处理器架构不同：要 %s（%d），文件是 %s（%u）；请在本机上重新构建插件",
                     "wrong architecture: wanted %s (%d), found %s (%u); build the plugin on this "
                     "machine or for it",
                     machine_name(HOST_MACHINE), HOST_MACHINE, machine_name(machine), machine);
  return ZC_OK;
}

/* ---- truncation ---- */

static zc_status truncated(const zc_elf *e, const char *what, uint64_t offset, uint64_t size) {
  return ZC_REFUSE(
      e, "文件被截断：%s从第 %llu 字节起要 %llu 字节，文件只有 %llu 字节；请重新复制或构建",
      "the file is truncated: %s at byte %llu wants %llu bytes, but the file has %llu; "
      "copy or build it again",
      what, (unsigned long long)offset, (unsigned long long)size, (unsigned long long)e->length);
}

static zc_status check_headers(zc_elf *e, zc_note *note) {
  (void)note;
  e->segments = ZC_ELF_FIELD(e, 0, Elf64_Ehdr, e_phoff);
  e->sections = ZC_ELF_FIELD(e, 0, Elf64_Ehdr, e_shoff);
  e->segment_count = ZC_ELF_FIELD32(e, 0, Elf64_Ehdr, e_phnum);
  e->section_count = ZC_ELF_FIELD32(e, 0, Elf64_Ehdr, e_shnum);
  uint32_t segment_size = ZC_ELF_FIELD32(e, 0, Elf64_Ehdr, e_phentsize);
  uint32_t section_size = ZC_ELF_FIELD32(e, 0, Elf64_Ehdr, e_shentsize);
  if (segment_size != sizeof(Elf64_Phdr) || section_size != sizeof(Elf64_Shdr) ||
      !e->segment_count || !e->section_count || e->segment_count > MAX_SEGMENTS ||
      e->section_count > MAX_SECTIONS)
    return ZC_REFUSE(
        e,
        "ELF 头有误：%u 个段（每个 %u 字节），%u 个节（每个 %u 字节）；文件损坏或节头被去掉，"
        "请重新构建",
        "the ELF header is wrong: %u segments of %u bytes, %u sections of %u bytes; the "
        "file is damaged or its section headers were stripped: build it again",
        e->segment_count, segment_size, e->section_count, section_size);
  uint64_t segment_bytes = (uint64_t)e->segment_count * sizeof(Elf64_Phdr);
  uint64_t section_bytes = (uint64_t)e->section_count * sizeof(Elf64_Shdr);
  if (!zc_elf_inside(e, e->segments, segment_bytes))
    return truncated(e, "program headers", e->segments, segment_bytes);
  if (!zc_elf_inside(e, e->sections, section_bytes))
    return truncated(e, "section headers", e->sections, section_bytes);
  return ZC_OK;
}

static zc_status check_bounds(zc_elf *e, zc_note *note) {
  (void)note;
  for (uint32_t i = 0; i < e->segment_count; i++) {
    uint64_t at = zc_elf_segment(e, i), offset = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_offset),
             size = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_filesz);
    if (!zc_elf_inside(e, offset, size))
      return truncated(e, "a segment", offset, size);
  }
  for (uint32_t i = 0; i < e->section_count; i++) {
    uint64_t at = zc_elf_section(e, i), offset = ZC_ELF_FIELD(e, at, Elf64_Shdr, sh_offset),
             size = ZC_ELF_FIELD(e, at, Elf64_Shdr, sh_size);
    uint32_t type = ZC_ELF_FIELD32(e, at, Elf64_Shdr, sh_type);
    if (type != SHT_NOBITS && type != SHT_NULL && !zc_elf_inside(e, offset, size))
      return truncated(e, "a section", offset, size);
  }
  return ZC_OK;
}

typedef struct check_step {
  int part; /* zc_file_part */
  zc_status (*check)(zc_elf *e, zc_note *note);
} check_step;

static const check_step steps[] = {
    {ZC_FILE_WHOLE, check_identity},     {ZC_FILE_WHOLE, check_machine},
    {ZC_FILE_WHOLE, check_headers},      {ZC_FILE_WHOLE, check_bounds},
    {ZC_FILE_WHOLE, zc_check_loads},     {ZC_FILE_WHOLE, zc_check_segments},
    {ZC_FILE_WHOLE, zc_check_dynamic},   {ZC_FILE_WHOLE, zc_check_symbols},
    {ZC_FILE_WHOLE, zc_check_versions},  {ZC_FILE_WHOLE, zc_check_links},
    {ZC_FILE_NOTE, zc_check_note},       {ZC_FILE_NOTE, zc_check_names},
    {ZC_FILE_NOTE, zc_check_soname},     {ZC_FILE_ABI, zc_check_abi},
    {ZC_FILE_SIZES, zc_check_sizes},     {ZC_FILE_SYMBOL, zc_check_object},
    {ZC_FILE_EXPORTS, zc_check_exports}, {ZC_FILE_STARTUP, zc_check_startup},
    {ZC_FILE_IMPORTS, zc_check_imports},
};

zc_status zc_file_check(const char *name, const unsigned char *bytes, size_t length,
                        zc_file_info *info, zc_diagnostics *diag) {
  zc_elf e = {.name = name, .bytes = bytes, .length = length, .diag = diag};
  zc_note note = {0};
  memset(info, 0, sizeof *info);
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
    if (steps[i].check(&e, &note) != ZC_OK) {
      info->fault = steps[i].part;
      return ZC_BAD_PLUGIN;
    }
  memcpy(info->region, note.region, sizeof info->region);
  memcpy(info->version, note.version, sizeof info->version);
  info->abi_major = note.abi_major;
  info->abi_minor = note.abi_minor;
  info->region_size = note.region_size;
  info->chapter_size = note.chapter_size;
  return ZC_OK;
}
