/* SPDX-License-Identifier: Apache-2.0 */
/* The note of a plugin's file: which region, version and ABI it is of. */
#include "base/words.h"
#include "host/file_check.h"

#include <stdio.h>
#include <string.h>

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

zc_status zc_check_note(zc_elf *e, zc_note *note) {
  for (uint32_t i = 0; i < e->segment_count; i++) {
    uint64_t at = zc_elf_segment(e, i), offset = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_offset);
    uint64_t align = ZC_ELF_FIELD(e, at, Elf64_Phdr, p_align) == 8 ? 8 : 4;
    if (ZC_ELF_FIELD32(e, at, Elf64_Phdr, p_type) == PT_NOTE &&
        find_note_in(e, offset, offset + ZC_ELF_FIELD(e, at, Elf64_Phdr, p_filesz), align, note))
      return ZC_OK;
  }
  return ZC_REFUSE(
      e,
      "不是职称插件：要有名为“%s”的 ELF 注记，文件里没有；请在一个源文件里写 %s，并且不要去掉注记",
      "not a Zhicheng plugin: wanted an ELF note of the name '%s', found none; write %s in "
      "one source file of the plugin, and do not strip notes",
      ZC_NOTE_NAME, "ZC_PLUGIN(...)");
}

/* ---- what the note says ---- */

zc_status zc_check_abi(zc_elf *e, zc_note *note) {
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
  return ZC_REFUSE(e, zh, en, ZC_ABI_MAJOR, ZC_ABI_MAJOR, ZC_ABI_MINOR, note->abi_major,
                   note->abi_minor, cure);
}

/* A plugin of this minor has this host's sizes; an older one has sizes between the first and ours.
 */
static int size_fits(uint32_t found, uint32_t first, size_t ours, uint32_t minor) {
  return minor == ZC_ABI_MINOR ? found == ours : found >= first && found <= ours;
}

zc_status zc_check_sizes(zc_elf *e, zc_note *note) {
  if (size_fits(note->region_size, ZC_FIRST_REGION_SIZE, sizeof(zc_region_plugin),
                note->abi_minor) &&
      size_fits(note->chapter_size, ZC_FIRST_CHAPTER_SIZE, sizeof(zc_chapter), note->abi_minor))
    return ZC_OK;
  return ZC_REFUSE(
      e,
      "结构大小不对：接口 %u.%u 的 zc_region_plugin 为 %zu 字节、zc_chapter 为 %zu 字节，"
      "插件里是 %u 和 %u 字节；请用未改动的 plugin.h 重新构建插件",
      "wrong struct size: wanted, for ABI %u.%u, a zc_region_plugin of %zu bytes and a "
      "zc_chapter of %zu, found %u and %u; build the plugin again with an unchanged "
      "plugin.h",
      note->abi_major, note->abi_minor, sizeof(zc_region_plugin), sizeof(zc_chapter),
      note->region_size, note->chapter_size);
}

zc_status zc_check_names(zc_elf *e, zc_note *note) {
  if (memchr(note->region, 0, sizeof note->region) &&
      memchr(note->version, 0, sizeof note->version) && zc_is_region_id(note->region) &&
      zc_text_plain(note->version, strlen(note->version)) == strlen(note->version))
    return ZC_OK;
  return ZC_REFUSE(e,
                   "地区编号或版本不对：要小写字母开头的编号（小写字母、数字、“_”，不超过 31 "
                   "字节），找到“%.*s”；请改正 ZC_PLUGIN 的第一项",
                   "wrong region id or version: wanted an id of small letters, digits and '_', at "
                   "most 31 bytes, found '%.*s'; correct the first argument of ZC_PLUGIN",
                   (int)zc_utf8_valid(note->region, strnlen(note->region, sizeof note->region)),
                   note->region);
}

/* A name for the linker would let the file stand for another library, or another file for it. */
zc_status zc_check_soname(zc_elf *e, zc_note *note) {
  char own[sizeof note->region + 4];
  if (!zc_elf_has(e, ZC_TAG_SONAME))
    return ZC_OK;
  const char *name = (const char *)e->bytes + e->names + e->tag[ZC_TAG_SONAME];
  snprintf(own, sizeof own, "%.*s.so", (int)sizeof note->region, note->region);
  if (strcmp(name, own) == 0)
    return ZC_OK;
  return ZC_REFUSE(e,
                   "插件对系统自称“%.*s”（SONAME）：别的文件会被当成它，或它被当成别的库；链接时请"
                   "去掉 -soname（写 %s 也可以）",
                   "the plugin calls itself '%.*s' to the system (SONAME), so that another file "
                   "could be taken for it, or it for another library; link it without -soname "
                   "(%s would do, too)",
                   (int)zc_utf8_valid(name, strnlen(name, 200)), name, own);
}
