/* SPDX-License-Identifier: Apache-2.0 */
/* Where the program finds its plugins, and what its configuration says. */
#include "commands/run.h"

#include "base/words.h"
#include "facts/ini.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef ZC_PLUGIN_DIR
#define ZC_PLUGIN_DIR "/usr/local/lib/zhicheng/plugins"
#endif

#define PATH_SIZE 4096

static int is_directory(const char *path) {
  struct stat status;
  return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static zc_status keep_path(zc_run *run, char **kept, const char *path, size_t length) {
  zc_free(*kept);
  *kept = zc_copy(path, length);
  return *kept != NULL ? ZC_OK : zc_report_memory(&run->diag);
}

/* A path in the configuration counts from the folder of the configuration. */
static zc_status keep_relative(zc_run *run, char **kept, const zc_ini_entry *entry) {
  const char *slash = strrchr(run->options.config, '/'), *path = entry->value;
  zc_buffer joined = {0};
  if (path[0] != '/' && slash != NULL) {
    zc_buffer_add(&joined, run->options.config, (size_t)(slash - run->options.config) + 1);
  }
  zc_buffer_puts(&joined, path);
  const char *text = zc_buffer_text(&joined);
  if (text == NULL) {
    zc_buffer_free(&joined);
    return zc_report_memory(&run->diag);
  }
  zc_status status = keep_path(run, kept, text, strlen(text));
  if (status == ZC_OK && (path[0] == '\0' || !is_directory(text))) {
    zc_where where = {.file = run->options.config, .line = entry->line};
    status = zc_report(&run->diag, ZC_BAD_INPUT, &where,
                       "%s：没有目录“%s”；请写一个已有的目录，或删去这一行",
                       "%s: there is no directory '%s'; name one that is there, or remove the line",
                       entry->key, path[0] != '\0' ? text : "");
  }
  zc_buffer_free(&joined);
  return status;
}

static zc_status read_language(zc_run *run, const zc_ini_entry *entry) {
  if (strcmp(entry->section, "zhicheng") != 0 || strcmp(entry->key, "lang") != 0) {
    return ZC_OK;
  }
  if (strcmp(entry->value, "zh") != 0 && strcmp(entry->value, "en") != 0) {
    return zc_report(
        &run->diag, ZC_BAD_INPUT, &(zc_where){.file = run->options.config, .line = entry->line},
        "lang 的值“%s”无效：应为 zh 或 en", "lang: '%s' is no value: it is zh or en", entry->value);
  }
  if (run->options.lang == NULL) {
    run->lang = run->diag.lang = strcmp(entry->value, "zh") == 0 ? ZC_LANG_ZH : ZC_LANG_EN;
  }
  return ZC_OK;
}

static zc_status check_section(zc_run *run, const char *section, uint32_t line) {
  zc_where where = {.file = run->options.config, .line = line};
  return strcmp(section, "zhicheng") == 0
             ? ZC_OK
             : zc_report(&run->diag, ZC_BAD_INPUT, &where,
                         "配置中只有 [zhicheng] 一节，没有 [%s]；请改正或删去",
                         "a configuration has the one section [zhicheng], not [%s]; correct or "
                         "remove it",
                         section);
}

static zc_status read_entry(zc_run *run, const zc_ini_entry *entry) {
  zc_where where = {.file = run->options.config, .line = entry->line};
  if (strcmp(entry->section, "zhicheng") != 0) {
    return ZC_OK; /* the section was told */
  }
  if (strcmp(entry->key, "lang") == 0) {
    return ZC_OK; /* read beforehand */
  }
  if (strcmp(entry->key, "plugins") == 0) {
    return run->options.plugins != NULL ? ZC_OK : keep_relative(run, &run->plugins, entry);
  }
  if (strcmp(entry->key, "overrides") == 0) {
    return keep_relative(run, &run->overrides, entry);
  }
  zc_suggestion near = {.wanted = entry->key, .wanted_length = strlen(entry->key)};
  zc_suggest(&near, "plugins");
  zc_suggest(&near, "overrides");
  zc_suggest(&near, "lang");
  return zc_report(&run->diag, ZC_BAD_INPUT, &where,
                   "配置中没有“%s”这一项；是否指 %s？可用：plugins、overrides、lang",
                   "a configuration has no key '%s'; did you mean %s? There are plugins, "
                   "overrides, lang",
                   entry->key, near.best != NULL ? near.best : "plugins");
}

static zc_status read_configuration(zc_run *run) {
  const char *path = run->options.config;
  char *bytes = NULL;
  size_t length = 0;
  zc_ini ini = {0};
  zc_status status = zc_read_file(path, ZC_INPUT_LIMIT, &bytes, &length, &run->diag);
  if (status == ZC_OK) {
    status = zc_ini_parse(&ini, path, bytes, length, &run->diag);
  }
  for (uint32_t i = 0; i < ini.count; i++) { /* first, for the messages on the others */
    zc_status language = read_language(run, &ini.entries[i]);
    status = language > status ? language : status;
  }
  for (uint32_t i = 0; i < ini.section_count; i++) {
    zc_status section = check_section(run, ini.sections[i], ini.section_lines[i]);
    status = section > status ? section : status;
  }
  for (uint32_t i = 0; status != ZC_NO_RESOURCE && i < ini.count; i++) {
    zc_status entry = read_entry(run, &ini.entries[i]);
    status = entry > status ? entry : status;
  }
  zc_ini_free(&ini);
  zc_free(bytes);
  return status;
}

/* `plugins/` beside the program where it is there, else the installed directory. */
static zc_status find_plugins(zc_run *run) {
  static const char beside[] = "plugins";
  char path[PATH_SIZE];
  ssize_t length = readlink("/proc/self/exe", path, sizeof path - sizeof beside);
  if (length > 0) {
    path[length] = '\0';
    char *slash = strrchr(path, '/');
    if (slash != NULL) {
      memcpy(slash + 1, beside, sizeof beside);
      if (is_directory(path)) {
        return keep_path(run, &run->plugins, path, strlen(path));
      }
    }
  }
  return keep_path(run, &run->plugins, ZC_PLUGIN_DIR, strlen(ZC_PLUGIN_DIR));
}

zc_status zc_run_open(zc_run *run) {
  zc_status status = ZC_OK;
  if (run->options.plugins != NULL) {
    status = keep_path(run, &run->plugins, run->options.plugins, strlen(run->options.plugins));
  }
  if (status == ZC_OK && run->options.config != NULL) {
    status = read_configuration(run);
  }
  if (status == ZC_OK && run->plugins == NULL) {
    status = find_plugins(run);
  }
  return status;
}
