/* SPDX-License-Identifier: Apache-2.0 */
#include "host/configuration.h"

#include "base/hint.h"
#include "base/memory.h"
#include "base/words.h"
#include "facts/ini.h"
#include "host/host.h"

#include <string.h>
#include <sys/stat.h>

typedef struct configuration_reader {
  zc_configuration *out;
  const char *path;
  int plugins_are_set, lang_is_set; /* beforehand */
  zc_diagnostics *diag;
} configuration_reader;

int zc_is_directory(const char *path) {
  struct stat status;
  return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* A path in the configuration counts from the folder of the configuration. */
static zc_status read_directory(configuration_reader *r, char **kept, const zc_ini_entry *entry) {
  const char *slash = strrchr(r->path, '/'), *path = entry->value;
  zc_buffer joined = {0};
  if (path[0] != '/' && slash)
    zc_buffer_add(&joined, r->path, (size_t)(slash - r->path) + 1);
  zc_buffer_puts(&joined, path);
  const char *text = zc_buffer_text(&joined);
  zc_free(*kept);
  *kept = text ? zc_copy(text, strlen(text)) : NULL;
  zc_buffer_free(&joined);
  if (!*kept)
    return zc_report_memory(r->diag);
  if (path[0] != '\0' && zc_is_directory(*kept))
    return ZC_OK;
  return zc_report(r->diag, ZC_BAD_INPUT, &(zc_where){.file = r->path, .line = entry->line},
                   "%s：没有目录“%s”；请写一个已有的目录，或删去这一行",
                   "%s: there is no directory '%s'; name one that is there, or remove the line",
                   entry->key, path[0] != '\0' ? *kept : "");
}

static int is_language(const char *value) {
  return strcmp(value, "zh") == 0 || strcmp(value, "en") == 0;
}

/* Tables that are wrong are told whatever else is. */
static zc_status read_data(configuration_reader *r, const zc_ini_entry *entry) {
  char *folder = NULL;
  zc_status status = read_directory(r, &folder, entry);
  zc_data_free(r->out->data);
  r->out->data = NULL;
  if (status == ZC_OK)
    status = zc_data_open(&r->out->data, folder, r->diag);
  zc_free(folder);
  return status;
}

static zc_status read_precision(configuration_reader *r, const zc_ini_entry *entry) {
  if (zc_month_precision_read(entry->value, &r->out->precision))
    return ZC_OK;
  return zc_report(r->diag, ZC_BAD_INPUT, &(zc_where){.file = r->path, .line = entry->line},
                   "month_precision 的值“%s”无效：应为 first 或 last，或删去这一行",
                   "month_precision: '%s' is no value: it is first or last, or the line is left "
                   "out",
                   entry->value);
}

/* Before anything is told, for the messages about the rest are in this language. */
static void set_language(configuration_reader *r, const zc_ini *ini) {
  for (uint32_t i = 0; i < ini->count && !r->lang_is_set; i++) {
    const zc_ini_entry *entry = &ini->entries[i];
    if (strcmp(entry->section, "zhicheng") == 0 && strcmp(entry->key, "lang") == 0 &&
        is_language(entry->value)) {
      r->out->lang = r->diag->lang = strcmp(entry->value, "zh") == 0 ? ZC_LANG_ZH : ZC_LANG_EN;
      r->out->has_lang = 1;
    }
  }
}

static zc_status check_section(configuration_reader *r, const char *section, uint32_t line) {
  return strcmp(section, "zhicheng") == 0
             ? ZC_OK
             : zc_report(r->diag, ZC_BAD_INPUT, &(zc_where){.file = r->path, .line = line},
                         "配置中只有 [zhicheng] 一节，没有 [%s]；请改正或删去",
                         "a configuration has the one section [zhicheng], not [%s]; correct or "
                         "remove it",
                         section);
}

static zc_status read_entry(configuration_reader *r, const zc_ini_entry *entry) {
  if (strcmp(entry->section, "zhicheng") != 0)
    return ZC_OK; /* the section was told */
  if (strcmp(entry->key, "lang") == 0) {
    return is_language(entry->value)
               ? ZC_OK
               : zc_report(r->diag, ZC_BAD_INPUT, &(zc_where){.file = r->path, .line = entry->line},
                           "lang 的值“%s”无效：应为 zh 或 en",
                           "lang: '%s' is no value: it is zh or en", entry->value);
  }
  if (strcmp(entry->key, "month_precision") == 0)
    return read_precision(r, entry);
  if (strcmp(entry->key, "plugins") == 0)
    return r->plugins_are_set ? ZC_OK : read_directory(r, &r->out->plugins, entry);
  if (strcmp(entry->key, "overrides") == 0)
    return read_directory(r, &r->out->overrides, entry);
  if (strcmp(entry->key, "data") == 0)
    return read_data(r, entry);
  zc_suggestion near = {.wanted = entry->key, .wanted_length = strlen(entry->key)};
  zc_suggest(&near, "plugins");
  zc_suggest(&near, "overrides");
  zc_suggest(&near, "data");
  zc_suggest(&near, "month_precision");
  zc_suggest(&near, "lang");
  return zc_report(r->diag, ZC_BAD_INPUT, &(zc_where){.file = r->path, .line = entry->line},
                   "配置中没有“%s”这一项，只有 plugins、overrides、data、month_precision、lang%s",
                   "a configuration has plugins, overrides, data, month_precision and lang, but no "
                   "key '%s'%s",
                   entry->key, zc_hint_make(r->diag, &near).text);
}

/* Sections and entries as they follow in the file. */
static zc_status read_all(configuration_reader *r, const zc_ini *ini) {
  zc_status status = ZC_OK;
  uint32_t section = 0, entry = 0;
  set_language(r, ini);
  while (status != ZC_NO_RESOURCE && (section < ini->section_count || entry < ini->count)) {
    int is_section =
        section < ini->section_count &&
        (entry == ini->count || ini->section_lines[section] < ini->entries[entry].line);
    zc_status one = is_section
                        ? check_section(r, ini->sections[section], ini->section_lines[section])
                        : read_entry(r, &ini->entries[entry]);
    section += (uint32_t)is_section;
    entry += (uint32_t)!is_section;
    status = one > status ? one : status;
  }
  return status;
}

zc_status zc_configuration_read(zc_configuration *c, const char *path, zc_diagnostics *diag) {
  configuration_reader r = {c, path, c->plugins != NULL, c->has_lang, diag};
  char *bytes = NULL;
  size_t length = 0;
  zc_ini ini = {0};
  zc_status status = zc_read_file(path, ZC_INPUT_LIMIT, &bytes, &length, diag);
  if (status == ZC_OK)
    status = zc_ini_parse(&ini, path, bytes, length, diag);
  zc_status entries = status == ZC_NO_RESOURCE ? status : read_all(&r, &ini);
  zc_ini_free(&ini);
  zc_free(bytes);
  return entries > status ? entries : status;
}

void zc_configuration_free(zc_configuration *c) {
  zc_free(c->plugins);
  zc_free(c->overrides);
  zc_data_free(c->data);
  *c = (zc_configuration){0};
}
