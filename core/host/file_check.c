/* SPDX-License-Identifier: Apache-2.0 */
/* The check of a plugin's file before it is opened. */
#include "base/words.h"
#include "compile/tables.h"
#include "host/elf.h"
#include "host/file_code.h"
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

#define MAX_HEADERS 4096u /* sections or segments of one file */

/* ---- refusals: wanted, found, cure ---- */

#define REFUSE(e, zh, en, ...)                                                                     \
  zc_report((e)->diag, ZC_BAD_PLUGIN, &(zc_where){.file = (e)->name}, zh, en, __VA_ARGS__)

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
    return REFUSE(e,
                  "不是插件：要 ELF 共享库（.so），这个文件（%llu 字节）不是 ELF 文件；请用 make "
                  "重新构建插件",
                  "not a plugin: wanted a shared object (ELF), found a file of %llu bytes that is "
                  "none; build the plugin with make",
                  (unsigned long long)e->length);
  if (e->bytes[EI_CLASS] != ELFCLASS64 || e->bytes[EI_DATA] != ELFDATA2LSB)
    return REFUSE(e,
                  "不是本机能用的插件：要 64 位小端共享库，文件的类别是 %u、字节序是 "
                  "%u（各应为 2 和 1）；请在 64 位系统上重新构建",
                  "not a plugin for this host: wanted a 64-bit little-endian shared object, found "
                  "class %u and byte order %u (2 and 1 are right); build it on a 64-bit system",
                  (unsigned)e->bytes[EI_CLASS], (unsigned)e->bytes[EI_DATA]);
  if (e->length < sizeof(Elf64_Ehdr))
    return REFUSE(e, "文件被截断：ELF 头要 %zu 字节，文件只有 %llu 字节；请重新复制或构建",
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
    return REFUSE(e, "不是共享库：要 ELF 类型 %d（共享库），文件是类型 %u：%s；请用 -shared 链接",
                  "not a shared object: wanted ELF type %d (shared object), found type %u: %s; "
                  "link it with -shared",
                  ET_DYN, type, type_name(type));
  if (machine != HOST_MACHINE)
    return REFUSE(e, "处理器架构不同：要 %s（%d），文件是 %s（%u）；请在本机上重新构建插件",
                  "wrong architecture: wanted %s (%d), found %s (%u); build the plugin on this "
                  "machine or for it",
                  machine_name(HOST_MACHINE), HOST_MACHINE, machine_name(machine), machine);
  return ZC_OK;
}

/* ---- truncation ---- */

static zc_status truncated(const zc_elf *e, const char *what, uint64_t offset, uint64_t size) {
  return REFUSE(
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
      !e->segment_count || !e->section_count || e->segment_count > MAX_HEADERS ||
      e->section_count > MAX_HEADERS)
    return REFUSE(
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

/* Tables take a few hundred KiB; nobody needs more than this. */
#define MAX_IMAGE (UINT64_C(64) << 20)

static zc_status check_image(zc_elf *e, zc_note *note) {
  (void)note;
  uint64_t least = UINT64_MAX, most = 0;
  for (uint32_t i = 0; i < e->segment_count; i++) {
    uint64_t at = zc_elf_segment(e, i), start = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_vaddr),
             size = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_memsz);
    if (ZC_ELF_FIELD32(e, at, Elf64_Phdr, p_type) != PT_LOAD)
      continue;
    least = start < least ? start : least;
    most = size > UINT64_MAX - start ? UINT64_MAX : start + size > most ? start + size : most;
  }
  if (most < least || most - least <= MAX_IMAGE)
    return ZC_OK;
  return REFUSE(e, "表过大：插件载入后要占 %llu MiB 内存，上限是 %llu MiB；请删去多余的数据",
                "huge tables: the plugin would take %llu MiB of memory, at most %llu MiB are "
                "allowed; take out what is not needed",
                (unsigned long long)((most - least) >> 20), (unsigned long long)(MAX_IMAGE >> 20));
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

static zc_status check_links(zc_elf *e, zc_note *note) {
  uint64_t address;
  (void)note;
  if (!zc_file_has_stray(e->bytes, e->length, &address))
    return ZC_OK;
  return REFUSE(e, "文件损坏：打开时要改写的地址 0x%llx 不在插件自己的数据里；请重新复制或构建",
                "the file is damaged: opening it would write to address 0x%llx, which is none of "
                "the plugin's own; copy or build it again",
                (unsigned long long)address);
}

/* ---- the note ---- */

static uint64_t round_up(uint64_t size, uint64_t align) {
  return (size + align - 1) & ~(align - 1);
}

/* Finds our note among those of one segment. */
static int find_note_in(const zc_elf *e, uint64_t at, uint64_t end, uint64_t align, zc_note *note) {
  const uint64_t head = offsetof(zc_note, name);
  while (at <= end && head <= end - at) {
    uint64_t name_size = zc_elf_number(e, at, 4), desc_size = zc_elf_number(e, at + 4, 4);
    uint64_t desc = round_up(head + name_size, align), next = desc + round_up(desc_size, align);
    if (desc + desc_size > end - at)
      return 0;
    if (name_size == sizeof ZC_NOTE_NAME && zc_elf_number(e, at + 8, 4) == ZC_NOTE_TYPE &&
        memcmp(e->bytes + at + head, ZC_NOTE_NAME, sizeof ZC_NOTE_NAME) == 0 &&
        desc_size == sizeof *note - offsetof(zc_note, abi_major)) {
      memcpy(&note->abi_major, e->bytes + at + desc, desc_size);
      return 1;
    }
    if (next > end - at)
      return 0;
    at += next;
  }
  return 0;
}

static zc_status read_note(zc_elf *e, zc_note *note) {
  for (uint32_t i = 0; i < e->segment_count; i++) {
    uint64_t at = zc_elf_segment(e, i), offset = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_offset);
    uint64_t align = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_align) == 8 ? 8 : 4;
    if (ZC_ELF_FIELD32(e, at, Elf64_Phdr, p_type) == PT_NOTE &&
        find_note_in(e, offset, offset + ZC_ELF_FIELD(e, at, Elf64_Phdr, p_filesz), align, note))
      return ZC_OK;
  }
  return REFUSE(
      e,
      "不是职称插件：要有名为“%s”的 ELF 注记，文件里没有；请在一个源文件里写 %s，并且不要去掉注记",
      "not a Zhicheng plugin: wanted an ELF note of the name '%s', found none; write %s in "
      "one source file of the plugin, and do not strip notes",
      ZC_NOTE_NAME, "ZC_PLUGIN(...)");
}

/* ---- the symbol ---- */

static int is_our_symbol(const zc_elf *e, uint64_t symbol, uint64_t names, uint64_t names_size) {
  uint64_t name = ZC_ELF_FIELD(e, symbol, Elf64_Sym, st_name);
  if (name >= names_size || names_size - name < sizeof ZC_SYMBOL)
    return 0;
  return memcmp(e->bytes + names + name, ZC_SYMBOL, sizeof ZC_SYMBOL) == 0;
}

/* The whole object lies in memory that the file fills. */
static int is_loaded(const zc_elf *e, uint64_t value, uint64_t size) {
  for (uint32_t i = 0; i < e->segment_count; i++) {
    uint64_t at = zc_elf_segment(e, i), start = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_vaddr),
             length = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_filesz);
    if (ZC_ELF_FIELD32(e, at, Elf64_Phdr, p_type) == PT_LOAD && value >= start &&
        value - start <= length && size <= length - (value - start))
      return 1;
  }
  return 0;
}

static zc_status check_symbol(zc_elf *e, uint64_t symbol) {
  uint32_t info = ZC_ELF_FIELD32(e, symbol, Elf64_Sym, st_info);
  uint32_t section = ZC_ELF_FIELD32(e, symbol, Elf64_Sym, st_shndx);
  e->object = ZC_ELF_FIELD(e, symbol, Elf64_Sym, st_value);
  e->object_size = ZC_ELF_FIELD(e, symbol, Elf64_Sym, st_size);
  if (ELF64_ST_BIND(info) == STB_GLOBAL && ELF64_ST_TYPE(info) == STT_OBJECT &&
      section != SHN_UNDEF)
    return ZC_OK;
  return REFUSE(e,
                "符号 %s 不对：要已定义的全局数据对象，找到绑定 %u、类型 %u、节 %u；请只用 "
                "ZC_PLUGIN 定义它",
                "the symbol %s is wrong: wanted a global data object that is defined, found "
                "binding %u, type %u, section %u; define it with ZC_PLUGIN alone",
                ZC_SYMBOL, (unsigned)ELF64_ST_BIND(info), (unsigned)ELF64_ST_TYPE(info), section);
}

static zc_status find_symbol(zc_elf *e, zc_note *note) {
  (void)note;
  for (uint32_t i = 0; i < e->section_count; i++) {
    uint64_t at = zc_elf_section(e, i), offset = ZC_ELF_FIELD(e, at, Elf64_Shdr, sh_offset),
             size = ZC_ELF_FIELD(e, at, Elf64_Shdr, sh_size);
    uint32_t link = ZC_ELF_FIELD32(e, at, Elf64_Shdr, sh_link);
    if (ZC_ELF_FIELD32(e, at, Elf64_Shdr, sh_type) != SHT_DYNSYM || link >= e->section_count)
      continue;
    uint64_t strings = zc_elf_section(e, link);
    uint64_t names = ZC_ELF_FIELD(e, strings, Elf64_Shdr, sh_offset),
             names_size = ZC_ELF_FIELD(e, strings, Elf64_Shdr, sh_size);
    if (ZC_ELF_FIELD32(e, strings, Elf64_Shdr, sh_type) != SHT_STRTAB)
      continue;
    for (uint64_t s = 0; s + sizeof(Elf64_Sym) <= size; s += sizeof(Elf64_Sym))
      if (is_our_symbol(e, offset + s, names, names_size))
        return check_symbol(e, offset + s);
  }
  return REFUSE(e,
                "缺少符号：要导出数据对象“%s”，动态符号表里没有；请用 %s 定义它，并且不要把它隐藏",
                "missing symbol: wanted the exported data object '%s', found none in the dynamic "
                "symbols; define it with %s and do not hide it",
                ZC_SYMBOL, "ZC_PLUGIN(...)");
}

/* ---- what the note says ---- */

static zc_status check_abi(zc_elf *e, zc_note *note) {
  if (note->abi_major == ZC_ABI_MAJOR && note->abi_minor <= ZC_ABI_MINOR)
    return ZC_OK;
  const char *zh = "接口版本不同：本程序能用 %u.0 至 %u.%u，插件是 %u.%u；%s";
  const char *en = "other ABI: wanted %u.0 to %u.%u, found %u.%u; %s";
  int is_newer = note->abi_major > ZC_ABI_MAJOR ||
                 (note->abi_major == ZC_ABI_MAJOR && note->abi_minor > ZC_ABI_MINOR);
  const char *cure = is_newer
                         ? "install a newer host, or build the plugin with this host's plugin.h"
                         : "build the plugin again with this host's plugin.h";
  if (e->diag && e->diag->lang == ZC_LANG_ZH)
    cure = is_newer ? "请升级本程序，或用本程序的 plugin.h 重新构建插件"
                    : "请用本程序的 plugin.h 重新构建插件";
  return REFUSE(e, zh, en, ZC_ABI_MAJOR, ZC_ABI_MAJOR, ZC_ABI_MINOR, note->abi_major,
                note->abi_minor, cure);
}

/* A plugin of this minor has this host's sizes; an older one has sizes between the first and ours.
 */
static int size_fits(uint32_t found, uint32_t first, size_t ours, uint32_t minor) {
  return minor == ZC_ABI_MINOR ? found == ours : found >= first && found <= ours;
}

static zc_status check_sizes(zc_elf *e, zc_note *note) {
  if (size_fits(note->region_size, ZC_FIRST_REGION_SIZE, sizeof(zc_region_plugin),
                note->abi_minor) &&
      size_fits(note->chapter_size, ZC_FIRST_CHAPTER_SIZE, sizeof(zc_chapter), note->abi_minor))
    return ZC_OK;
  return REFUSE(e,
                "结构大小不对：接口 %u.%u 的 zc_region_plugin 为 %zu 字节、zc_chapter 为 %zu 字节，"
                "插件里是 %u 和 %u 字节；请用未改动的 plugin.h 重新构建插件",
                "wrong struct size: wanted, for ABI %u.%u, a zc_region_plugin of %zu bytes and a "
                "zc_chapter of %zu, found %u and %u; build the plugin again with an unchanged "
                "plugin.h",
                note->abi_major, note->abi_minor, sizeof(zc_region_plugin), sizeof(zc_chapter),
                note->region_size, note->chapter_size);
}

static zc_status check_object(zc_elf *e, zc_note *note) {
  if (e->object_size >= note->region_size && is_loaded(e, e->object, e->object_size))
    return ZC_OK;
  return REFUSE(e,
                "符号 %s 不对：要文件数据段里的 %u 字节，找到 %llu 字节；请用 ZC_PLUGIN "
                "定义它并重新构建",
                "the symbol %s is wrong: wanted %u bytes of the file's data, found %llu; define "
                "it with ZC_PLUGIN and build the plugin again",
                ZC_SYMBOL, note->region_size, (unsigned long long)e->object_size);
}

static zc_status check_names(zc_elf *e, zc_note *note) {
  if (memchr(note->region, 0, sizeof note->region) &&
      memchr(note->version, 0, sizeof note->version) && zc_is_region_id(note->region))
    return ZC_OK;
  return REFUSE(e,
                "地区编号或版本不对：要小写字母开头的编号（小写字母、数字、“_”，不超过 31 "
                "字节），找到“%.*s”；请改正 ZC_PLUGIN 的第一项",
                "wrong region id or version: wanted an id of small letters, digits and '_', at "
                "most 31 bytes, found '%.*s'; correct the first argument of ZC_PLUGIN",
                (int)zc_utf8_valid(note->region, strnlen(note->region, sizeof note->region)),
                note->region);
}

typedef struct check_step {
  int part; /* zc_file_part */
  zc_status (*check)(zc_elf *e, zc_note *note);
} check_step;

static const check_step steps[] = {
    {ZC_FILE_WHOLE, check_identity}, {ZC_FILE_WHOLE, check_machine}, {ZC_FILE_WHOLE, check_headers},
    {ZC_FILE_WHOLE, check_bounds},   {ZC_FILE_WHOLE, check_image},   {ZC_FILE_WHOLE, check_links},
    {ZC_FILE_NOTE, read_note},       {ZC_FILE_NOTE, check_names},    {ZC_FILE_ABI, check_abi},
    {ZC_FILE_SIZES, check_sizes},    {ZC_FILE_SYMBOL, find_symbol},  {ZC_FILE_SYMBOL, check_object},
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
