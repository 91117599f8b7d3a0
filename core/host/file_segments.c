/* SPDX-License-Identifier: Apache-2.0 */
/* The program headers of a plugin's file: what the dynamic linker maps. */
#include "host/file_check.h"

#include <unistd.h>

/* Tables take a few hundred KiB; nobody needs more than this. */
#define MAX_IMAGE (UINT64_C(64) << 20)
#define MAX_ALIGN (UINT64_C(2) << 20)

static uint64_t page_size(void) {
  return (uint64_t)sysconf(_SC_PAGESIZE);
}

static uint64_t round_down(uint64_t value, uint64_t align) {
  return value & ~(align - 1);
}

static uint64_t round_up(uint64_t value, uint64_t align) {
  return round_down(value + align - 1, align);
}

int zc_elf_load_at(const zc_elf *e, uint32_t index, zc_elf_load *load) {
  uint64_t at = zc_elf_segment(e, index);
  if (ZC_ELF_FIELD32(e, at, Elf64_Phdr, p_type) != PT_LOAD)
    return 0;
  load->offset = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_offset);
  load->start = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_vaddr);
  load->file_size = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_filesz);
  load->size = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_memsz);
  load->flags = ZC_ELF_FIELD32(e, at, Elf64_Phdr, p_flags);
  return 1;
}

static int holds(uint64_t start, uint64_t size, uint64_t address, uint64_t wanted) {
  return address >= start && address - start <= size && wanted <= size - (address - start);
}

uint64_t zc_elf_table(const zc_elf *e, uint64_t address, uint64_t size, uint64_t align) {
  zc_elf_load load;
  for (uint32_t i = 0; address % align == 0 && i < e->segment_count; i++)
    if (zc_elf_load_at(e, i, &load) && !(load.flags & PF_W) &&
        holds(load.start, load.file_size, address, size))
      return load.offset + (address - load.start);
  return 0;
}

/* ---- what is mapped ---- */

static zc_status refuse_huge(const zc_elf *e, uint64_t size) {
  return ZC_REFUSE(e, "表过大：插件载入后要占 %llu MiB 内存，上限是 %llu MiB；请删去多余的数据",
                   "huge tables: the plugin would take %llu MiB of memory, at most %llu MiB are "
                   "allowed; take out what is not needed",
                   (unsigned long long)(size >> 20), (unsigned long long)(MAX_IMAGE >> 20));
}

static zc_status check_size(const zc_elf *e) {
  uint64_t least = UINT64_MAX, most = 0;
  zc_elf_load load;
  for (uint32_t i = 0; i < e->segment_count; i++) {
    if (!zc_elf_load_at(e, i, &load))
      continue;
    uint64_t end = load.size > UINT64_MAX - load.start ? UINT64_MAX : load.start + load.size;
    least = load.start < least ? load.start : least;
    most = end > most ? end : most;
  }
  if (most > least && (most - least > MAX_IMAGE || least > MAX_IMAGE))
    return refuse_huge(e, most - least > MAX_IMAGE ? most - least : most);
  return ZC_OK;
}

/* As the kernel and the linker take it: whole pages, each of one segment. */
static int is_well_placed(const zc_elf *e, uint32_t index, const zc_elf_load *load, uint64_t past) {
  uint64_t align = ZC_ELF_FIELD(e, zc_elf_segment(e, index), Elf64_Phdr, p_align);
  return align >= page_size() && align <= MAX_ALIGN && (align & (align - 1)) == 0 &&
         (load->start - load->offset) % align == 0 && round_down(load->start, page_size()) >= past;
}

/* Readable, never both writable and code; what the file does not fill is writable. */
static int has_good_flags(const zc_elf_load *load) {
  uint32_t flags = load->flags;
  return (flags == PF_R || flags == (PF_R | PF_X) || flags == (PF_R | PF_W)) && load->size > 0 &&
         load->file_size <= load->size && (load->file_size == load->size || (flags & PF_W));
}

zc_status zc_check_loads(zc_elf *e, zc_note *note) {
  uint64_t past = 0;
  uint32_t count = 0;
  zc_elf_load load;
  (void)note;
  zc_status status = check_size(e);
  for (uint32_t i = 0; status == ZC_OK && i < e->segment_count; i++) {
    if (!zc_elf_load_at(e, i, &load))
      continue;
    if (!has_good_flags(&load) || !is_well_placed(e, i, &load, past))
      return ZC_DAMAGED(e, "第 %u 个程序头（权限 %u，地址 0x%llx）不能这样映射",
                        "program header %u (flags %u, address 0x%llx) cannot be mapped so", i,
                        load.flags, (unsigned long long)load.start);
    past = round_up(load.start + load.size, page_size());
    count++;
  }
  if (status == ZC_OK && !count)
    return ZC_DAMAGED(e, "没有可映射的段（共 %u 个程序头）",
                      "none of its %u program headers maps anything", e->segment_count);
  return status;
}

/* ---- what lies in that ---- */

typedef struct segment {
  uint32_t type, flags;
  uint64_t offset, start, file_size, size;
} segment;

static segment segment_at(const zc_elf *e, uint32_t index) {
  uint64_t at = zc_elf_segment(e, index);
  return (segment){
      ZC_ELF_FIELD32(e, at, Elf64_Phdr, p_type), ZC_ELF_FIELD32(e, at, Elf64_Phdr, p_flags),
      ZC_ELF_FIELD(e, at, Elf64_Phdr, p_offset), ZC_ELF_FIELD(e, at, Elf64_Phdr, p_vaddr),
      ZC_ELF_FIELD(e, at, Elf64_Phdr, p_filesz), ZC_ELF_FIELD(e, at, Elf64_Phdr, p_memsz)};
}

/* Its place in the file is the one that its address is mapped from, in a segment that is writable
 * or not as asked. */
static int is_mapped(const zc_elf *e, const segment *s, uint32_t writable) {
  zc_elf_load load;
  for (uint32_t i = 0; s->file_size == s->size && i < e->segment_count; i++)
    if (zc_elf_load_at(e, i, &load) && (load.flags & PF_W) == writable &&
        holds(load.start, load.file_size, s->start, s->size))
      return s->offset == load.offset + (s->start - load.start);
  return 0;
}

/* The linker makes these pages read-only, whosever they are. */
static int is_own_relro(const zc_elf *e, const segment *s) {
  zc_elf_load load;
  for (uint32_t i = 0; i < e->segment_count; i++)
    if (zc_elf_load_at(e, i, &load) && (load.flags & PF_W) && s->start >= load.start)
      if (holds(load.start, round_up(load.start + load.size, page_size()) - load.start, s->start,
                s->size))
        return 1;
  return 0;
}

/* Notes follow each other to the end: the linker reads them without looking at the file's size. */
static int has_whole_notes(const zc_elf *e, const segment *s, uint64_t align) {
  const uint64_t head = sizeof(Elf64_Nhdr);
  uint64_t at = 0;
  while (s->size - at >= head) {
    uint64_t name = ZC_ELF_FIELD(e, s->offset + at, Elf64_Nhdr, n_namesz),
             desc = ZC_ELF_FIELD(e, s->offset + at, Elf64_Nhdr, n_descsz);
    uint64_t start = round_up(head + name, align);
    if (start + desc > s->size - at)
      return 0;
    uint64_t next = round_up(start + desc, align);
    at += next < s->size - at ? next : s->size - at;
  }
  return 1;
}

static int is_good_note(const zc_elf *e, uint32_t index, const segment *s) {
  uint64_t align = ZC_ELF_FIELD(e, zc_elf_segment(e, index), Elf64_Phdr, p_align);
  return is_mapped(e, s, 0) && s->start % 4 == 0 && has_whole_notes(e, s, align == 8 ? 8 : 4);
}

/* What the linker looks at beside the segments it maps; a type it does not know it leaves alone. */
static int is_good_segment(const zc_elf *e, uint32_t index, const segment *s) {
  switch (s->type) {
  case PT_DYNAMIC:
    return is_mapped(e, s, PF_W) && s->start % 8 == 0 && (s->flags & PF_W);
  case PT_NOTE:
  case PT_GNU_PROPERTY:
    return is_good_note(e, index, s);
  case PT_GNU_EH_FRAME:
    return is_mapped(e, s, 0);
  case PT_PHDR:
    return is_mapped(e, s, 0) && s->offset == e->segments &&
           s->size >= e->segment_count * sizeof(Elf64_Phdr);
  case PT_GNU_RELRO:
    return is_own_relro(e, s);
  case PT_INTERP:
    return 0;
  default:
    return 1;
  }
}

static zc_status check_segment(zc_elf *e, uint32_t index, const segment *s) {
  if (s->type == PT_TLS)
    return ZC_REFUSE(e,
                     "插件有线程局部存储（%llu 字节）：它会占用程序的静态空间；插件只有表和纯函数，"
                     "请去掉 thread_local 变量",
                     "the plugin has thread-local storage (%llu bytes), which takes room of the "
                     "program's own; a plugin is tables and pure functions: take thread_local "
                     "variables out",
                     (unsigned long long)s->size);
  if (s->type == PT_GNU_STACK && (s->flags & PF_X))
    return ZC_REFUSE(e, "第 %u 个程序头要求可执行的栈；请去掉嵌套函数，并用 -z noexecstack 链接",
                     "program header %u asks for a stack that can be executed; take nested "
                     "functions out and link with -z noexecstack",
                     index);
  if (!is_good_segment(e, index, s))
    return ZC_DAMAGED(e, "第 %u 个程序头（类型 0x%x，地址 0x%llx）不在插件自己的段里",
                      "program header %u (type 0x%x, address 0x%llx) does not lie where it must in "
                      "the plugin's own segments",
                      index, s->type, (unsigned long long)s->start);
  return ZC_OK;
}

/* Those that the linker takes the last of. */
static zc_status count_singles(const zc_elf *e) {
  static const struct {
    uint32_t type, least;
    const char *name;
  } singles[] = {{PT_DYNAMIC, 1, "PT_DYNAMIC"},
                 {PT_GNU_STACK, 1, "PT_GNU_STACK"},
                 {PT_GNU_RELRO, 0, "PT_GNU_RELRO"},
                 {PT_PHDR, 0, "PT_PHDR"}};
  for (size_t i = 0; i < sizeof singles / sizeof *singles; i++) {
    uint32_t count = 0;
    for (uint32_t s = 0; s < e->segment_count; s++)
      count += segment_at(e, s).type == singles[i].type;
    if (count > 1 || count < singles[i].least)
      return ZC_DAMAGED(e, "程序头 %s 应有一个，文件里有 %u 个",
                        "it wants one program header %s and has %u", singles[i].name, count);
  }
  return ZC_OK;
}

/* The linker keeps the headers where they were mapped. */
static int has_mapped_headers(const zc_elf *e) {
  uint64_t size = e->segment_count * sizeof(Elf64_Phdr);
  zc_elf_load load;
  for (uint32_t i = 0; i < e->segment_count; i++)
    if (zc_elf_load_at(e, i, &load) && !(load.flags & PF_W) &&
        holds(load.offset, load.file_size, e->segments, size))
      return e->segments % 8 == 0;
  return 0;
}

zc_status zc_check_segments(zc_elf *e, zc_note *note) {
  (void)note;
  if (!has_mapped_headers(e))
    return ZC_DAMAGED(e, "程序头（在第 %llu 字节）不在只读的段里",
                      "the program headers (at byte %llu) are in no read-only segment",
                      (unsigned long long)e->segments);
  for (uint32_t i = 0; i < e->segment_count; i++) {
    segment s = segment_at(e, i);
    zc_status status = s.type == PT_LOAD ? ZC_OK : check_segment(e, i, &s);
    if (status != ZC_OK)
      return status;
  }
  return count_singles(e);
}
