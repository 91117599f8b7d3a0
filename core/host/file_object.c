/* SPDX-License-Identifier: Apache-2.0 */
/* The object that a plugin's file has for the host, and what else it shows, runs and needs. */
#include "base/words.h"
#include "host/file_check.h"
#include "host/shown_names.h"

#include <stdalign.h>
#include <string.h>
#include <unistd.h>

/* ---- zc_plugin ---- */

/* The index of the symbol; 0: there is none, or *count are more than one. */
static uint32_t find_symbol(const zc_elf *e, uint32_t *count) {
  uint32_t found = 0;
  *count = 0;
  for (uint32_t i = 1; i < e->symbol_count; i++)
    if (strcmp(zc_elf_symbol_at(e, i).name, ZC_SYMBOL) == 0) {
      found = i;
      ++*count;
    }
  return *count == 1 ? found : 0;
}

static zc_status check_symbol(zc_elf *e) {
  uint32_t count, index = find_symbol(e, &count);
  if (!index)
    return ZC_REFUSE(e,
                     "缺少符号：要导出一个数据对象“%s”，动态符号表里有 %u 个；请用 %s "
                     "定义它，并且不要把它隐藏",
                     "missing symbol: wanted one exported data object '%s', found %u in the "
                     "dynamic symbols; define it with %s and do not hide it",
                     ZC_SYMBOL, count, "ZC_PLUGIN(...)");
  zc_elf_symbol s = zc_elf_symbol_at(e, index);
  e->object = s.value;
  e->object_size = s.size;
  if (s.bind == STB_GLOBAL && s.type == STT_OBJECT && s.section != SHN_UNDEF &&
      s.section < SHN_LORESERVE)
    return ZC_OK;
  return ZC_REFUSE(e,
                   "符号 %s 不对：要已定义的全局数据对象，找到绑定 %u、类型 %u、节 %u；请只用 "
                   "ZC_PLUGIN 定义它",
                   "the symbol %s is wrong: wanted a global data object that is defined, found "
                   "binding %u, type %u, section %u; define it with ZC_PLUGIN alone",
                   ZC_SYMBOL, s.bind, s.type, s.section);
}

/* The whole object lies in memory that the file fills. */
static int is_loaded(const zc_elf *e) {
  zc_elf_load load;
  for (uint32_t i = 0; i < e->segment_count; i++)
    if (zc_elf_load_at(e, i, &load) && e->object >= load.start &&
        e->object - load.start <= load.file_size &&
        e->object_size <= load.file_size - (e->object - load.start))
      return 1;
  return 0;
}

zc_status zc_check_object(zc_elf *e, zc_note *note) {
  zc_status status = check_symbol(e);
  if (status != ZC_OK || (e->object_size >= note->region_size && is_loaded(e) &&
                          e->object % alignof(zc_region_plugin) == 0))
    return status;
  return ZC_REFUSE(e,
                   "符号 %s 不对：要文件数据段里对齐的 %u 字节，找到地址 0x%llx 处的 %llu "
                   "字节；请用 ZC_PLUGIN 定义它并重新构建",
                   "the symbol %s is wrong: wanted %u bytes of the file's data, aligned, found "
                   "%llu at address 0x%llx; define it with ZC_PLUGIN and build the plugin again",
                   ZC_SYMBOL, note->region_size, (unsigned long long)e->object_size,
                   (unsigned long long)e->object);
}

/* ---- what it shows ---- */

/* What some linkers mark in each file. */
static const char marks[] = "_edata _end __bss_start";

/* Nothing writes there once the file is opened: the linker makes whole pages read-only. */
static int is_read_only(const zc_elf *e, uint64_t address, uint64_t size) {
  uint64_t page = (uint64_t)sysconf(_SC_PAGESIZE);
  if (zc_elf_table(e, address, size, 1))
    return 1;
  for (uint32_t i = 0; i < e->segment_count; i++) {
    uint64_t at = zc_elf_segment(e, i), start = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_vaddr),
             end = (start + ZC_ELF_FIELD(e, at, Elf64_Phdr, p_memsz)) & ~(page - 1);
    if (ZC_ELF_FIELD32(e, at, Elf64_Phdr, p_type) == PT_GNU_RELRO && address >= start &&
        address <= end && size <= end - address)
      return 1;
  }
  return 0;
}

zc_status zc_check_exports(zc_elf *e, zc_note *note) {
  zc_shown_names list = {.zh = e->diag && e->diag->lang == ZC_LANG_ZH};
  (void)note;
  for (uint32_t i = 1; i < e->symbol_count; i++) {
    zc_elf_symbol s = zc_elf_symbol_at(e, i);
    if (s.section != SHN_UNDEF && s.bind != STB_LOCAL && strcmp(s.name, ZC_SYMBOL) != 0 &&
        !zc_has_word(marks, s.name, strlen(s.name)))
      zc_shown_names_add(&list, s.name, NULL);
  }
  if (list.count)
    return ZC_REFUSE(e, "插件还导出 %s；别的库会用到它们；请用 -fvisibility=hidden 编译，只导出 %s",
                     "the plugin exports more than its object: %s; other libraries would find "
                     "them: compile with -fvisibility=hidden, so that it exports %s alone",
                     zc_shown_names_text(&list), ZC_SYMBOL);
  if (is_read_only(e, e->object, e->object_size))
    return ZC_OK;
  return ZC_REFUSE(e, "%s 在可写的内存里；请给所有的表加 const，并用 -Wl,-z,relro,-z,now 链接",
                   "%s lies in memory that can be written to; make every table const and link "
                   "with -Wl,-z,relro,-z,now",
                   ZC_SYMBOL);
}

/* ---- what it runs ---- */

zc_status zc_check_startup(zc_elf *e, zc_note *note) {
  static const struct {
    int bit;
    const char *zh, *en;
  } reasons[] = {
      {ZC_RUNS_AT_OPENING, "打开时运行的函数（构造函数）",
       "functions run when it is opened "
       "(constructors)"},
      {ZC_RUNS_AT_CLOSING, "关闭时运行的函数（析构函数）",
       "functions run when it is closed "
       "(destructors)"},
      {ZC_RUNS_RESOLVERS, "打开时选择地址的函数（IFUNC）",
       "functions that choose addresses "
       "(IFUNC)"},
      {ZC_REWRITES_CODE, "打开时要改写的代码（文本重定位）",
       "code that is rewritten when it is "
       "opened (text relocations)"},
  };
  zc_shown_names list = {.zh = e->diag && e->diag->lang == ZC_LANG_ZH};
  (void)note;
  for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
    if (e->runs & reasons[i].bit)
      zc_shown_names_add(&list, list.zh ? reasons[i].zh : reasons[i].en, NULL);
  if (!e->runs)
    return ZC_OK;
  return ZC_REFUSE(e,
                   "插件有启动代码：%s；插件打开时不能运行任何代码；请去掉它们，用 -fPIC 编译，用 "
                   "-nostartfiles 链接",
                   "the plugin has start-up code: %s; nothing of a plugin may run when it is "
                   "opened: take them out, compile with -fPIC, link with -nostartfiles",
                   zc_shown_names_text(&list));
}
