/* SPDX-License-Identifier: Apache-2.0 */
/* A file of parameters: which section is which parameter, and what each key says. */
#include "base/hint.h"
#include "base/input_file.h"
#include "base/memory.h"
#include "compile/parameters.h"
#include "facts/ini.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#define MAX_FILE (4u << 20) /* no honest file of parameters comes near */

typedef struct zc_section_job {
  zc_parameter_job *job;
  const char *file;
  const zc_ini *ini;
  uint32_t first, end; /* entries of the section */
  zc_origin_rank origin;
  uint32_t parameter;
  const char *section, *source, *unit;
  uint32_t line, source_line, unit_line;
} zc_section_job;

static int32_t find_section(zc_section_job *s) {
  const zc_parameter_set *set = &s->job->region->parameters;
  for (uint32_t i = 0; i < set->count; i++)
    if (strcmp(set->parameters[i].name, s->section) == 0)
      return (int32_t)i;
  zc_suggestion near = {.wanted = s->section, .wanted_length = strlen(s->section)};
  for (uint32_t i = 0; i < set->count; i++)
    zc_suggest(&near, set->parameters[i].name);
  zc_report(s->job->diag, ZC_BAD_PLUGIN, &(zc_where){.file = s->file, .line = s->line},
            "插件没有参数“%s”；请改正或删去这一节%s",
            "the plugin has no parameter '%s'; correct or delete this section%s", s->section,
            zc_hint_make(s->job->diag, &near).text);
  return -1;
}

static void read_source(zc_section_job *s) {
  for (uint32_t i = s->first; i < s->end; i++) {
    const zc_ini_entry *e = &s->ini->entries[i];
    if (strcmp(e->key, "source") == 0) {
      s->source = e->value;
      s->source_line = e->line;
    } else if (strcmp(e->key, "unit") == 0) {
      s->unit = e->value;
      s->unit_line = e->line;
    }
  }
}

/* "month" or, as conditions have it too, "months". */
static int is_unit(const char *text, const char *wanted) {
  size_t length = strlen(wanted);
  return strncmp(text, wanted, length) == 0 &&
         (!text[length] || (length && strcmp(text + length, "s") == 0));
}

static void check_unit(zc_section_job *s) {
  const zc_named_parameter *p = &s->job->region->parameters.parameters[s->parameter];
  const char *wanted = zc_unit_name(p->unit);
  zc_where where = {.file = s->file, .line = s->unit ? s->unit_line : s->line};
  if (!s->unit && *wanted)
    zc_report(s->job->diag, ZC_BAD_PLUGIN, &where, "%s：没有单位；请加上一行 unit = %s",
              "%s: has no unit; add the line: unit = %s", p->name, wanted);
  else if (s->unit && !is_unit(s->unit, wanted))
    zc_report(s->job->diag, ZC_BAD_PLUGIN, &where,
              "%s：单位是“%s”，插件里是“%s”；请换算成插件的单位",
              "%s: the unit is '%s', but '%s' in the plugin; convert the values to the plugin's",
              p->name, s->unit, wanted);
}

/* `key` is "always ..." or "2024-01-01 ...". */
static void read_entry(zc_section_job *s, const zc_ini_entry *e) {
  const char *cursor = e->key, *day;
  size_t length;
  if (!zc_next_word(&cursor, &day, &length))
    return;
  zc_value_text text = {.file = s->file,
                        .line = e->line,
                        .from = day,
                        .from_length = length,
                        .key = cursor,
                        .value = e->value,
                        .source = s->source};
  if (length == 6 && memcmp(day, "always", 6) == 0)
    text.from = NULL;
  zc_setting_read(s->job, s->parameter, &text, s->origin);
}

static void read_section(zc_section_job *s) {
  int32_t parameter = find_section(s);
  if (parameter < 0)
    return;
  s->parameter = (uint32_t)parameter;
  read_source(s);
  check_unit(s);
  if (!s->source || !*s->source) {
    zc_report(s->job->diag, ZC_BAD_PLUGIN,
              &(zc_where){.file = s->file, .line = s->source ? s->source_line : s->line},
              "%s：没有出处；请加上一行 source = 文件和条款（或 %s）",
              "%s: has no source; add the line: source = document and clause (or %s)", s->section,
              "national practice");
    s->source = "?";
  }
  for (uint32_t i = s->first; i < s->end; i++) {
    const zc_ini_entry *e = &s->ini->entries[i];
    if (strcmp(e->key, "source") != 0 && strcmp(e->key, "unit") != 0)
      read_entry(s, e);
  }
}

/* The settings keep the strings of the file for as long as the region lives. */
static void keep_strings(zc_parameter_job *job, zc_ini *ini) {
  for (uint32_t i = 0; i < ini->count; i++) {
    zc_ini_entry *e = &ini->entries[i];
    if (strcmp(e->key, "source") != 0)
      continue;
    e->value = zc_arena_copy(&job->region->arena, e->value, strlen(e->value));
    if (!e->value) {
      zc_report_memory(job->diag);
      return;
    }
  }
}

/* Entries stand in the order of the file, and no section stands there twice. */
static void read_sections(zc_parameter_job *job, const char *file, zc_ini *ini,
                          zc_origin_rank origin) {
  uint32_t end = 0;
  keep_strings(job, ini);
  for (uint32_t i = 0; i < ini->section_count && job->diag->worst != ZC_NO_RESOURCE; i++) {
    zc_section_job s = {.job = job,
                        .file = file,
                        .ini = ini,
                        .first = end,
                        .origin = origin,
                        .section = ini->sections[i],
                        .line = ini->section_lines[i]};
    while (end < ini->count && strcmp(ini->entries[end].section, s.section) == 0)
      end++;
    s.end = end;
    read_section(&s);
  }
}

static void report_unreadable(zc_parameter_job *job, const char *file, zc_origin_rank origin,
                              int error) {
  zc_where where = {.file = file};
  if (origin == ZC_FROM_PLUGIN_FILE)
    zc_report(
        job->diag, ZC_BAD_PLUGIN, &where,
        "无法读取参数文件：地区“%s”的插件旁边要有这个文件，读取时：%s；请把它放好（可以没有内容）",
        "cannot read the file of parameters: the plugin of region '%s' wants it beside "
        "itself, found: %s; put it there (it may be empty)",
        job->region->id, strerror(error));
  else
    zc_report(job->diag, ZC_BAD_PLUGIN, &where,
              "无法读取本部署对地区“%s”的参数：%s；请改正或删去这个文件",
              "cannot read this deployment's parameters for region '%s': %s; correct the file or "
              "remove it",
              job->region->id, strerror(error));
}

void zc_parameter_text_parse(zc_parameter_text *text, zc_lang lang) {
  if (!text->bytes)
    return;
  text->said.lang = lang;
  text->parsed = zc_ini_parse(&text->ini, text->path, text->bytes, text->length, &text->said);
  text->is_parsed = 1;
}

static zc_status hear(zc_parameter_job *job, const zc_parameter_text *text) {
  const zc_diagnostics *said = &text->said;
  zc_diagnostics_hear(job->diag, &(zc_heard){.errors = said->errors,
                                             .warnings = said->warnings,
                                             .part = job->diag->part,
                                             .worst = said->worst,
                                             .text = said->text.data,
                                             .length = said->text.length});
  if (said->lost)
    zc_report_memory(job->diag);
  return text->parsed;
}

void zc_parameter_file_read(zc_parameter_job *job, const zc_parameter_text *text,
                            zc_origin_rank origin) {
  zc_ini own = {0}, beforehand = text->ini; /* its entries' values are replaced */
  zc_ini *ini = text->is_parsed ? &beforehand : &own;
  const char *file = zc_arena_copy(&job->region->arena, text->path, strlen(text->path));
  if (!file) {
    zc_report_memory(job->diag);
    return;
  }
  if (!text->bytes) {
    report_unreadable(job, file, origin, text->error);
    return;
  }
  zc_status status = text->is_parsed
                         ? hear(job, text)
                         : zc_ini_parse(&own, file, text->bytes, text->length, job->diag);
  if (status == ZC_OK)
    read_sections(job, file, ini, origin);
  zc_ini_free(&own);
}

/* A link that leads nowhere is there, and cannot be read. */
static int is_lacking(const char *path) {
  struct stat about;
  return lstat(path, &about) != 0 && errno == ENOENT;
}

zc_status zc_parameter_text_read(zc_parameter_text *text, const char *path, int may_lack) {
  *text = (zc_parameter_text){.path = path};
  if (!path || (may_lack && is_lacking(path))) {
    text->path = NULL;
    return ZC_OK;
  }
  zc_status status = zc_read_regular_file(path, MAX_FILE, &text->bytes, &text->length, NULL);
  text->error = status == ZC_OK ? 0 : errno;
  return status == ZC_NO_RESOURCE ? status : ZC_OK;
}

void zc_parameter_text_free(zc_parameter_text *text) {
  zc_free(text->bytes);
  zc_ini_free(&text->ini);
  zc_diagnostics_free(&text->said);
  *text = (zc_parameter_text){.path = NULL};
}
