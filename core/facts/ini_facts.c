/* SPDX-License-Identifier: Apache-2.0 */
/* Facts as an INI file with one section [facts]. */
#include "facts/ini.h"
#include "facts/reader.h"
#include <string.h>

static zc_status check_section(const zc_ini *ini, uint32_t i, const char *name,
                               zc_diagnostics *diag) {
  if (!strcmp(ini->sections[i], "facts"))
    return ZC_OK;
  zc_where where = {.file = name, .line = ini->section_lines[i]};
  return zc_report(diag, ZC_BAD_INPUT, &where, "小节 [%s] 不属于事实文件；事实写在 [facts] 一节里",
                   "the section [%s] is no part of a file of facts; they stand in [facts]",
                   zc_show_text(ini->sections[i], strlen(ini->sections[i])).text);
}

static zc_status put_entry(zc_facts *f, const zc_ini_entry *entry, const char *file,
                           zc_diagnostics *diag) {
  zc_where where = {.file = file, .line = entry->line};
  size_t length = strlen(entry->key);
  int32_t fact = zc_fact_find(f->vocabulary, entry->key, length);
  if (fact < 0)
    return zc_report_unknown_fact(diag, &where, f->vocabulary, entry->key, length);
  return zc_facts_put_text(f, (uint32_t)fact, entry->value, strlen(entry->value), &where, diag);
}

static zc_status worse(zc_status a, zc_status b) {
  return a > b ? a : b;
}

zc_status zc_facts_read_ini(zc_facts *f, const char *name, const char *bytes, size_t length,
                            zc_diagnostics *diag) {
  zc_ini ini;
  const char *file = name ? zc_arena_copy(&f->arena, name, strlen(name)) : NULL;
  if (name && !file)
    return zc_report_memory(diag);
  zc_status status = zc_ini_parse_sound(&ini, name, bytes, length, diag);
  if (status == ZC_NO_RESOURCE)
    return status;
  if (status == ZC_OK && !ini.section_count) {
    zc_where where = {.file = name};
    status = zc_report(diag, ZC_BAD_INPUT, &where,
                       "没有 [facts] 一节；请写 [facts]，下面每行写 名称 = 值",
                       "there is no section [facts]; write [facts] and below it a NAME = VALUE on "
                       "each line");
  }
  for (uint32_t i = 0; i < ini.section_count; i++)
    status = worse(status, check_section(&ini, i, name, diag));
  for (uint32_t i = 0; i < ini.count; i++)
    if (!strcmp(ini.entries[i].section, "facts"))
      status = worse(status, put_entry(f, &ini.entries[i], file, diag));
  zc_ini_free(&ini);
  return status;
}
