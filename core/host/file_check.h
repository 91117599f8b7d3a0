/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The steps of the check of a plugin's file, in their order. The dynamic linker believes a file: it
 * maps what the program headers say, follows each offset of the dynamic section, and writes where
 * relocations point, all of it in the process that opens the file. So each of these is read here as
 * the linker reads it, and a file about which two readers could think differently is refused. Each
 * step may rely on those before it.
 */
#ifndef ZC_HOST_FILE_CHECK_H
#define ZC_HOST_FILE_CHECK_H

#include "compile/tables.h"
#include "host/elf.h"

#define ZC_REFUSE(e, zh, en, ...)                                                                  \
  zc_report((e)->diag, ZC_BAD_PLUGIN, &(zc_where){.file = (e)->name}, zh, en, __VA_ARGS__)

/* What no compiler and linker make of a plugin's source: damage, or another tool's work. */
#define ZC_DAMAGED(e, zh, en, ...)                                                                 \
  ZC_REFUSE(e, "文件已损坏：" zh "；请用模板 Makefile 的选项重新构建，或重新复制",                 \
            "the file is damaged: " en "; build it again with the flags of the template's "        \
            "Makefile, or copy it again",                                                          \
            __VA_ARGS__)

/* file_segments.c: what is mapped, and where. */
zc_status zc_check_loads(zc_elf *e, zc_note *note);
zc_status zc_check_segments(zc_elf *e, zc_note *note);
/* file_dynamic.c: reads the dynamic section. */
zc_status zc_check_dynamic(zc_elf *e, zc_note *note);
/* file_symbols.c: names, symbols, hash tables. */
zc_status zc_check_symbols(zc_elf *e, zc_note *note);
/* file_versions.c: versions of the symbols that are needed. */
zc_status zc_check_versions(zc_elf *e, zc_note *note);
/* file_links.c: relocations. */
zc_status zc_check_links(zc_elf *e, zc_note *note);
/* file_note.c: what the plugin says it is. */
zc_status zc_check_note(zc_elf *e, zc_note *note);
zc_status zc_check_names(zc_elf *e, zc_note *note);
zc_status zc_check_soname(zc_elf *e, zc_note *note);
zc_status zc_check_abi(zc_elf *e, zc_note *note);
zc_status zc_check_sizes(zc_elf *e, zc_note *note);
/* file_object.c: the plugin's object; what else the file shows, runs and needs. */
zc_status zc_check_object(zc_elf *e, zc_note *note);
zc_status zc_check_exports(zc_elf *e, zc_note *note);
zc_status zc_check_startup(zc_elf *e, zc_note *note);
zc_status zc_check_imports(zc_elf *e, zc_note *note);

#endif
