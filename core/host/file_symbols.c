/* SPDX-License-Identifier: Apache-2.0 */
/* The dynamic symbols of a plugin's file. How many there are the linker never asks: it follows the
 * hash tables and the numbers in relocations. Here the hash tables say it, and must agree. */
#include "host/file_check.h"

static uint32_t word_at(const zc_elf *e, uint64_t offset) {
  return (uint32_t)zc_elf_number(e, offset, sizeof(uint32_t));
}

/* ---- DT_GNU_HASH ---- */

typedef struct gnu_hash {
  uint32_t bucket_count, first, filter_words, shift;
  uint64_t buckets; /* offset in the file */
  uint64_t chains;  /* address of the word of symbol `first` */
} gnu_hash;

static int read_gnu_hash(const zc_elf *e, gnu_hash *h) {
  uint64_t address = e->tag[ZC_TAG_GNU_HASH], head = 4 * sizeof(uint32_t);
  uint64_t at = zc_elf_table(e, address, head, 8);
  if (!at)
    return 0;
  *h = (gnu_hash){.bucket_count = word_at(e, at),
                  .first = word_at(e, at + 4),
                  .filter_words = word_at(e, at + 8),
                  .shift = word_at(e, at + 12)};
  uint64_t filter = (uint64_t)h->filter_words * sizeof(uint64_t),
           buckets = (uint64_t)h->bucket_count * sizeof(uint32_t);
  h->buckets = at + head + filter;
  h->chains = address + head + filter + buckets;
  return h->bucket_count && h->filter_words && !(h->filter_words & (h->filter_words - 1)) &&
         h->shift < 32 && h->first && zc_elf_table(e, address, head + filter + buckets, 8);
}

/* The number of symbols; 0: the table is wrong. Chains lie one behind the other and each ends with
 * an odd word: the last chain's end is the table's. */
static uint32_t count_by_gnu_hash(const zc_elf *e) {
  gnu_hash h;
  uint32_t last = 0;
  if (!read_gnu_hash(e, &h))
    return 0;
  for (uint32_t i = 0; i < h.bucket_count; i++) {
    uint32_t bucket = word_at(e, h.buckets + i * sizeof(uint32_t));
    if (bucket && bucket < h.first)
      return 0;
    last = bucket > last ? bucket : last;
  }
  for (; last; last++) {
    uint64_t at = zc_elf_table(e, h.chains + (uint64_t)(last - h.first) * 4, 4, 4);
    if (!at || last == UINT32_MAX)
      return 0;
    if (word_at(e, at) & 1)
      return last + 1;
  }
  return h.first;
}

/* ---- DT_HASH ---- */

/* As above. No symbol is met twice, or a chain would have no end. */
static uint32_t count_by_hash(const zc_elf *e) {
  uint64_t address = e->tag[ZC_TAG_HASH], at = zc_elf_table(e, address, 8, 4);
  uint32_t bucket_count = word_at(e, at), count = word_at(e, at + 4), met = 0;
  uint64_t size = 8 + ((uint64_t)bucket_count + count) * sizeof(uint32_t);
  if (!at || !bucket_count || !zc_elf_table(e, address, size, 4))
    return 0;
  uint64_t buckets = at + 8, chains = buckets + (uint64_t)bucket_count * sizeof(uint32_t);
  for (uint32_t i = 0; i < bucket_count; i++)
    for (uint32_t s = word_at(e, buckets + i * sizeof(uint32_t)); s;
         s = word_at(e, chains + s * sizeof(uint32_t)))
      if (s >= count || ++met >= count)
        return 0;
  return count;
}

/* ---- symbols ---- */

zc_elf_symbol zc_elf_symbol_at(const zc_elf *e, uint32_t index) {
  uint64_t at = e->symbols + (uint64_t)index * sizeof(Elf64_Sym);
  uint32_t info = ZC_ELF_FIELD32(e, at, Elf64_Sym, st_info);
  return (zc_elf_symbol){(const char *)e->bytes + e->names +
                             ZC_ELF_FIELD(e, at, Elf64_Sym, st_name),
                         ELF64_ST_BIND(info),
                         ELF64_ST_TYPE(info),
                         ZC_ELF_FIELD32(e, at, Elf64_Sym, st_shndx),
                         ZC_ELF_FIELD(e, at, Elf64_Sym, st_value),
                         ZC_ELF_FIELD(e, at, Elf64_Sym, st_size)};
}

static int has_good_kind(const zc_elf_symbol *s) {
  int is_bound = s->bind == STB_LOCAL || s->bind == STB_GLOBAL || s->bind == STB_WEAK;
  return is_bound && (s->type == STT_NOTYPE || s->type == STT_OBJECT || s->type == STT_FUNC ||
                      s->type == STT_SECTION || s->type == STT_GNU_IFUNC);
}

static zc_status check_symbol(zc_elf *e, uint32_t index) {
  uint64_t at = e->symbols + (uint64_t)index * sizeof(Elf64_Sym);
  if (ZC_ELF_FIELD(e, at, Elf64_Sym, st_name) >= e->tag[ZC_TAG_STRSZ])
    return ZC_DAMAGED(e, "第 %u 个动态符号的名称不在名称表里",
                      "the name of dynamic symbol %u is outside of the table of names", index);
  zc_elf_symbol s = zc_elf_symbol_at(e, index);
  if (s.type == STT_TLS)
    return ZC_REFUSE(e, "符号“%s”是线程局部变量；插件只有表和纯函数，请去掉 thread_local 变量",
                     "the symbol '%s' is a thread-local variable; a plugin is tables and pure "
                     "functions: take thread_local variables out",
                     s.name);
  if (!has_good_kind(&s))
    return ZC_DAMAGED(e, "第 %u 个动态符号的绑定 %u、类型 %u 不是插件所有的",
                      "dynamic symbol %u has binding %u and type %u, as no plugin's has", index,
                      s.bind, s.type);
  if (s.type == STT_GNU_IFUNC)
    e->runs |= ZC_RUNS_RESOLVERS;
  return ZC_OK;
}

zc_status zc_check_symbols(zc_elf *e, zc_note *note) {
  int has_gnu = zc_elf_has(e, ZC_TAG_GNU_HASH), has_old = zc_elf_has(e, ZC_TAG_HASH);
  uint32_t by_gnu = has_gnu ? count_by_gnu_hash(e) : 0;
  uint32_t by_old = has_old ? count_by_hash(e) : 0;
  (void)note;
  e->symbol_count = has_gnu ? by_gnu : by_old;
  if (!e->symbol_count || (has_gnu && has_old && by_gnu != by_old))
    return ZC_DAMAGED(e, "符号的散列表不成立（%u 和 %u 个符号）",
                      "the hash tables of symbols are wrong (%u and %u symbols)", by_gnu, by_old);
  uint64_t size = (uint64_t)e->symbol_count * sizeof(Elf64_Sym);
  e->symbols = zc_elf_table(e, e->tag[ZC_TAG_SYMTAB], size, 8);
  if (!e->symbols)
    return ZC_DAMAGED(e, "符号表（%u 个符号）不在只读的段里",
                      "the table of %u symbols is in no read-only segment", e->symbol_count);
  for (uint32_t i = 0; i < e->symbol_count; i++) {
    zc_status status = check_symbol(e, i);
    if (status != ZC_OK)
      return status;
  }
  return ZC_OK;
}
