/* SPDX-License-Identifier: Apache-2.0 */
/* Relocations of a plugin's file: where the dynamic linker writes when it opens the file. It looks
 * at no address before it writes. */
#include "host/file_check.h"

#include <string.h>

typedef enum link_kind {
  LINK_OTHER = 0,
  LINK_NONE,
  LINK_RELATIVE,
  LINK_SYMBOL,
  LINK_RESOLVER,
  LINK_THREAD
} link_kind;

#if defined(__x86_64__)
static link_kind kind_of(uint32_t type) {
  switch (type) {
  case R_X86_64_NONE:
    return LINK_NONE;
  case R_X86_64_RELATIVE:
    return LINK_RELATIVE;
  case R_X86_64_64:
  case R_X86_64_GLOB_DAT:
  case R_X86_64_JUMP_SLOT:
    return LINK_SYMBOL;
  case R_X86_64_IRELATIVE:
    return LINK_RESOLVER;
  case R_X86_64_DTPMOD64:
  case R_X86_64_DTPOFF64:
  case R_X86_64_TPOFF64:
  case R_X86_64_TLSDESC:
    return LINK_THREAD;
  default:
    return LINK_OTHER;
  }
}
#elif defined(__aarch64__)
static link_kind kind_of(uint32_t type) {
  switch (type) {
  case R_AARCH64_NONE:
    return LINK_NONE;
  case R_AARCH64_RELATIVE:
    return LINK_RELATIVE;
  case R_AARCH64_ABS64:
  case R_AARCH64_GLOB_DAT:
  case R_AARCH64_JUMP_SLOT:
    return LINK_SYMBOL;
  case R_AARCH64_IRELATIVE:
    return LINK_RESOLVER;
  case R_AARCH64_TLS_DTPMOD:
  case R_AARCH64_TLS_DTPREL:
  case R_AARCH64_TLS_TPREL:
  case R_AARCH64_TLSDESC:
    return LINK_THREAD;
  default:
    return LINK_OTHER;
  }
}
#elif defined(__loongarch64)
static link_kind kind_of(uint32_t type) {
  switch (type) {
  case R_LARCH_NONE:
    return LINK_NONE;
  case R_LARCH_RELATIVE:
    return LINK_RELATIVE;
  case R_LARCH_64:
  case R_LARCH_JUMP_SLOT:
    return LINK_SYMBOL;
  case R_LARCH_IRELATIVE:
    return LINK_RESOLVER;
  case R_LARCH_TLS_DTPMOD64:
  case R_LARCH_TLS_DTPREL64:
  case R_LARCH_TLS_TPREL64:
    return LINK_THREAD;
  default:
    return LINK_OTHER;
  }
}
#else
static link_kind kind_of(uint32_t type) {
  switch (type) {
  case R_RISCV_NONE:
    return LINK_NONE;
  case R_RISCV_RELATIVE:
    return LINK_RELATIVE;
  case R_RISCV_64:
  case R_RISCV_JUMP_SLOT:
    return LINK_SYMBOL;
  case R_RISCV_IRELATIVE:
    return LINK_RESOLVER;
  case R_RISCV_TLS_DTPMOD64:
  case R_RISCV_TLS_DTPREL64:
  case R_RISCV_TLS_TPREL64:
    return LINK_THREAD;
  default:
    return LINK_OTHER;
  }
}
#endif

/* ---- places that are written to ---- */

typedef struct link_reader {
  zc_elf *elf;
  zc_elf_load last; /* the segment of the last place, which is the next one's as a rule */
} link_reader;

enum { WIDTH = sizeof(uint64_t) };

static int is_in(const zc_elf_load *load, uint64_t place) {
  return load->size >= WIDTH && place >= load->start && place - load->start <= load->size - WIDTH;
}

/* Eight bytes of a writable segment; the linker reads the dynamic section while it writes. */
static int is_own(link_reader *r, uint64_t place) {
  const zc_elf *e = r->elf;
  uint64_t size = (uint64_t)(e->dynamic_count + 1) * sizeof(Elf64_Dyn);
  if (place + WIDTH > e->dynamic_address && place < e->dynamic_address + size)
    return 0;
  for (uint32_t i = 0; !is_in(&r->last, place) && i < e->segment_count; i++) {
    zc_elf_load load;
    if (zc_elf_load_at(e, i, &load) && (load.flags & PF_W))
      r->last = load;
  }
  return is_in(&r->last, place);
}

static zc_status refuse_place(const link_reader *r, uint64_t place) {
  return ZC_REFUSE(r->elf,
                   "文件损坏：打开时要改写的地址 0x%llx 不在插件自己的数据里；请重新复制或构建",
                   "the file is damaged: opening it would write to address 0x%llx, which is none "
                   "of the plugin's own; copy or build it again",
                   (unsigned long long)place);
}

/* ---- DT_RELA, DT_JMPREL ---- */

static zc_status check_kind(const link_reader *r, uint64_t info, link_kind kind, int is_counted) {
  uint32_t type = (uint32_t)ELF64_R_TYPE(info), symbol = (uint32_t)ELF64_R_SYM(info);
  if (kind == LINK_THREAD)
    return ZC_REFUSE(r->elf,
                     "插件使用线程局部存储（重定位类型 %u）；插件只有表和纯函数，请去掉 "
                     "thread_local 变量",
                     "the plugin uses thread-local storage (relocation type %u); a plugin is "
                     "tables and pure functions: take thread_local variables out",
                     type);
  if (kind == LINK_OTHER || symbol >= r->elf->symbol_count || (is_counted && kind != LINK_RELATIVE))
    return ZC_DAMAGED(r->elf, "有一个重定位（类型 %u，符号 %u）不是插件所有的",
                      "a relocation (type %u, symbol %u) is none of a plugin's", type, symbol);
  return ZC_OK;
}

static zc_status check_table(link_reader *r, zc_elf_tag table, zc_elf_tag size_tag,
                             uint64_t counted) {
  zc_elf *e = r->elf;
  uint64_t size = e->tag[size_tag], start = zc_elf_table(e, e->tag[table], size, WIDTH);
  Elf64_Rela one;
  if (!zc_elf_has(e, table) || !size)
    return ZC_OK;
  if (!start || size % sizeof one || counted > size / sizeof one)
    return ZC_DAMAGED(e, "重定位表（%llu 字节）不在只读的段里，或大小不对",
                      "a table of relocations (%llu bytes) is in no read-only segment, or has a "
                      "wrong size",
                      (unsigned long long)size);
  for (uint64_t i = 0; i < size / sizeof one; i++) {
    memcpy(&one, e->bytes + start + i * sizeof one, sizeof one);
    link_kind kind = kind_of((uint32_t)ELF64_R_TYPE(one.r_info));
    zc_status status = check_kind(r, one.r_info, kind, i < counted);
    if (status == ZC_OK && kind != LINK_NONE && !is_own(r, one.r_offset))
      status = refuse_place(r, one.r_offset);
    if (status != ZC_OK)
      return status;
    e->runs |= kind == LINK_RESOLVER ? ZC_RUNS_RESOLVERS : 0;
  }
  return ZC_OK;
}

/* ---- DT_RELR ---- */

/* An even word is a place; an odd one has a bit for each of the 63 places that follow. */
static zc_status check_packed(link_reader *r) {
  zc_elf *e = r->elf;
  uint64_t size = e->tag[ZC_TAG_RELRSZ], start = zc_elf_table(e, e->tag[ZC_TAG_RELR], size, WIDTH);
  uint64_t next = 0;
  if (!zc_elf_has(e, ZC_TAG_RELR) || !size)
    return ZC_OK;
  if (!start || size % WIDTH || (zc_elf_number(e, start, WIDTH) & 1))
    return ZC_DAMAGED(e, "紧凑的重定位表（DT_RELR，%llu 字节）不成立",
                      "the packed table of relocations (DT_RELR, %llu bytes) is wrong",
                      (unsigned long long)size);
  for (uint64_t i = 0; i < size; i += WIDTH) {
    uint64_t word = zc_elf_number(e, start + i, WIDTH);
    uint64_t bits = word & 1 ? word >> 1 : 1, place = word & 1 ? next : word;
    next = word & 1 ? next + 63 * WIDTH : word + WIDTH;
    for (; bits; bits >>= 1, place += WIDTH)
      if ((bits & 1) && !is_own(r, place))
        return refuse_place(r, place);
  }
  return ZC_OK;
}

/* Where calls are bound one by one the linker writes the first words of this table; all are bound
 * at once here, but for some machines it looks at it. */
static zc_status check_call_table(link_reader *r) {
  uint64_t place = r->elf->tag[ZC_TAG_PLTGOT];
  if (!zc_elf_has(r->elf, ZC_TAG_PLTGOT) || (is_own(r, place) && is_own(r, place + 2 * WIDTH)))
    return ZC_OK;
  return refuse_place(r, place);
}

zc_status zc_check_links(zc_elf *e, zc_note *note) {
  link_reader r = {.elf = e};
  (void)note;
  zc_status status = check_table(&r, ZC_TAG_RELA, ZC_TAG_RELASZ, e->tag[ZC_TAG_RELACOUNT]);
  if (status == ZC_OK)
    status = check_table(&r, ZC_TAG_JMPREL, ZC_TAG_PLTRELSZ, 0);
  if (status == ZC_OK)
    status = check_packed(&r);
  return status == ZC_OK ? check_call_table(&r) : status;
}
