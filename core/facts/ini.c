/* SPDX-License-Identifier: Apache-2.0 */
/* The lines are looked at before iniparser sees them; it then reads the values from memory. */
#include "facts/ini.h"
#include "base/words.h"
#include "facts/reader.h"
#include <errno.h>
#include <iniparser/iniparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* iniparser 4.1 reads a line with its end into 1024 bytes. It looks through all its keys for each
 * one: a file of many keys would take it minutes. */
enum { LONGEST_LINE = 1022, MOST_NAMES = 10000 };

typedef struct ini_scan {
  zc_ini *ini;
  const char *name;
  zc_diagnostics *diag;
  zc_status status;
  const char *section; /* NULL before the first */
  uint32_t line;
  zc_buffer sound; /* the lines that are right: all that iniparser gets to see */
} ini_scan;

/* Tells what is wrong with the line that is looked at. */
#define REFUSE(s, ...)                                                                             \
  refused(s, zc_report((s)->diag, ZC_BAD_INPUT, &(zc_where){.file = (s)->name, .line = (s)->line}, \
                       __VA_ARGS__))
static int refused(ini_scan *s, zc_status status) {
  if (status > s->status)
    s->status = status;
  return -1;
}

/* Blanks at both ends go. */
static void trim(const char **text, size_t *length) {
  while (*length && memchr(" \t\r", (*text)[0], 3))
    ++*text, --*length;
  while (*length && memchr(" \t\r", (*text)[*length - 1], 3))
    --*length;
}

static int has_capital(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if (text[i] >= 'A' && text[i] <= 'Z')
      return 1;
  return 0;
}

static int is_plain(const char *text, size_t length) {
  for (size_t at = 0; (at += zc_text_plain(text + at, length - at)) < length; at++)
    if (text[at] != '\t')
      return 0;
  return 1;
}

static const char *keep(ini_scan *s, const char *text, size_t length) {
  const char *copy = zc_arena_copy(&s->ini->arena, text, length);
  if (!copy)
    s->status = zc_report_memory(s->diag);
  return copy;
}

static void keep_line(ini_scan *s, const char *text, size_t length) {
  zc_buffer_add(&s->sound, text, length);
  zc_buffer_putc(&s->sound, '\n');
}

/* Stands for a section whose line was refused, so that its keys are not refused once more. */
static const char refused_section[] = "";

static void scan_section(ini_scan *s, const char *text, size_t length) {
  const char *name = text + 1;
  size_t size = length - 2;
  s->section = refused_section;
  trim(&name, &size);
  if (!size || memchr(name, '[', size) || memchr(name, ']', size) || memchr(name, ':', size)) {
    REFUSE(s, "小节名“%s”不合格；请写 [名称]，名称不空，不含方括号和冒号",
           "the section \"%s\" is malformed; write [name], not empty, without brackets or colons",
           zc_show_text(text, length).text);
    return;
  }
  if (has_capital(name, size)) {
    REFUSE(s, "小节名“%s”有大写字母；请改为小写",
           "the section \"%s\" has a capital; write it small", zc_show_text(name, size).text);
    return;
  }
  const char *copy = keep(s, name, size);
  if (!copy)
    return;
  s->section = copy;
  s->ini->sections[s->ini->section_count] = copy;
  s->ini->section_lines[s->ini->section_count++] = s->line;
  keep_line(s, text, length);
}

/* iniparser takes a quoted value up to the next quote of its kind and drops what follows. */
static int check_quotes(ini_scan *s, const char *value, size_t length) {
  const char *end = memchr(value + 1, value[0], length - 1);
  if (!end)
    return REFUSE(s, "值“%s”缺少结尾的引号；请补上", "the value %s lacks its closing quote; add it",
                  zc_show_text(value, length).text);
  if (end != value + length - 1)
    return REFUSE(s, "值“%s”在引号之后还有内容；请删去",
                  "the value %s goes on after its closing quote; remove what follows",
                  zc_show_text(value, length).text);
  return 0;
}

static int check_value(ini_scan *s, const char *value, size_t length) {
  if (length && (value[0] == '"' || value[0] == '\''))
    return check_quotes(s, value, length);
  if (memchr(value, ';', length) || memchr(value, '#', length))
    return REFUSE(s, "值“%s”里有 ; 或 #，其后的内容会丢失；注释请另起一行，或给整个值加双引号",
                  "the value \"%s\" has a ; or #, which would cut it off; put a comment on a line "
                  "of its own, or the whole value in double quotes",
                  zc_show_text(value, length).text);
  return 0;
}

static void scan_key(ini_scan *s, const char *text, size_t length) {
  const char *equals = memchr(text, '=', length);
  const char *key = text, *value = equals ? equals + 1 : text;
  size_t key_length = equals ? (size_t)(equals - text) : 0;
  size_t value_length = equals ? length - key_length - 1 : 0;
  trim(&key, &key_length);
  trim(&value, &value_length);
  if (!key_length) {
    REFUSE(s, "“%s”不是小节、键或注释；请写 [小节]、键 = 值，或以 # 开头的注释",
           "\"%s\" is no section, key or comment; write [section], key = value, or # and a comment",
           zc_show_text(text, length).text);
    return;
  }
  int wrong = check_value(s, value, value_length);
  if (!s->section)
    wrong = REFUSE(s, "键“%s”不在任何小节里；请在它之前写小节，如 [facts]",
                   "the key \"%s\" stands before any section; put one before it, such as [facts]",
                   zc_show_text(key, key_length).text);
  if (has_capital(key, key_length))
    wrong =
        REFUSE(s, "键“%s”有大写字母；请改为小写", "the key \"%s\" has a capital; write it small",
               zc_show_text(key, key_length).text);
  const char *copy = wrong || s->section == refused_section ? NULL : keep(s, key, key_length);
  if (!copy)
    return;
  s->ini->entries[s->ini->count++] = (zc_ini_entry){s->section, copy, NULL, s->line};
  keep_line(s, text, length);
}

static void scan_line(ini_scan *s, const char *text, size_t length) {
  if (length && text[length - 1] == '\r')
    length--;
  if (length > LONGEST_LINE) {
    REFUSE(s, "这一行有 %zu 个字节，最多 %d 个；请缩短",
           "the line has %zu bytes, at most %d; shorten it", length, (int)LONGEST_LINE);
    return;
  }
  if (!is_plain(text, length)) {
    REFUSE(s,
           "这一行有控制字符（如 NUL、改变书写方向的符号）或不是有效的 UTF-8；请删去或重新保存为 "
           "UTF-8",
           "the line has control characters (such as NUL, or a mark that turns the direction of "
           "writing) or is not valid UTF-8; remove them or save the file as UTF-8");
    return;
  }
  trim(&text, &length);
  if (!length)
    return;
  if (text[length - 1] == '\\')
    REFUSE(s, "这一行以 \\ 结尾，会与下一行连在一起；请删去 \\ 并写在一行里",
           "the line ends in \\, which would join it to the next; remove it and write one line");
  else if (text[0] == '#' || text[0] == ';')
    return;
  else if (text[0] == '[' && text[length - 1] == ']')
    scan_section(s, text, length);
  else
    scan_key(s, text, length);
}

static void scan_lines(ini_scan *s, const char *bytes, size_t length) {
  while (length && s->status != ZC_NO_RESOURCE) {
    const char *end = memchr(bytes, '\n', length);
    size_t size = end ? (size_t)(end - bytes) : length;
    s->line++;
    if (s->ini->count + s->ini->section_count == MOST_NAMES) {
      REFUSE(s, "从这一行起不再读：小节和键已有 %d 个，不能更多；请分成几个文件",
             "nothing is read from this line on: there are %d sections and keys already, and no "
             "more are taken; make several files of it",
             (int)MOST_NAMES);
      return;
    }
    scan_line(s, bytes, size);
    size += end != NULL;
    bytes += size;
    length -= size;
  }
}

/* Room for as many sections and entries as there are lines. */
static void make_room(ini_scan *s, const char *bytes, size_t length) {
  zc_ini *ini = s->ini;
  size_t lines = 1;
  for (size_t i = 0; i < length; i++)
    lines += bytes[i] == '\n';
  ini->entries = zc_arena_alloc(&ini->arena, lines * sizeof *ini->entries);
  ini->sections = zc_arena_alloc(&ini->arena, lines * sizeof *ini->sections);
  ini->section_lines = zc_arena_alloc(&ini->arena, lines * sizeof *ini->section_lines);
  if (!ini->entries || !ini->sections || !ini->section_lines)
    s->status = zc_report_memory(s->diag);
}

static int compare_entries(const void *a, const void *b) {
  const zc_ini_entry *x = *(const zc_ini_entry *const *)a, *y = *(const zc_ini_entry *const *)b;
  int order = strcmp(x->section, y->section);
  if (!order)
    order = strcmp(x->key, y->key);
  return order ? order : (x->line > y->line) - (x->line < y->line);
}

/* Tells each section (`key` is then "") or key that stood before. */
static void refuse_repeats(ini_scan *s, const zc_ini_entry *entries, uint32_t count) {
  const zc_ini_entry **order = zc_arena_alloc(&s->ini->arena, count * sizeof *order);
  if (!order) {
    s->status = zc_report_memory(s->diag);
    return;
  }
  for (uint32_t i = 0; i < count; i++)
    order[i] = &entries[i];
  qsort(order, count, sizeof *order, compare_entries);
  for (uint32_t i = 1; i < count; i++) {
    const zc_ini_entry *x = order[i - 1], *y = order[i];
    if (strcmp(x->section, y->section) || strcmp(x->key, y->key))
      continue;
    s->line = y->line;
    if (*y->key)
      REFUSE(s, "键“%s”在第 %u 行已有；请只留一个",
             "the key \"%s\" stands on line %u already; keep one", y->key, x->line);
    else
      REFUSE(s, "小节 [%s] 在第 %u 行已有；请合为一节",
             "the section [%s] begins on line %u already; make them one", y->section, x->line);
  }
}

static void refuse_repeated_sections(ini_scan *s) {
  uint32_t count = s->ini->section_count;
  zc_ini_entry *heads = zc_arena_alloc(&s->ini->arena, count * sizeof *heads);
  if (!heads) {
    s->status = zc_report_memory(s->diag);
    return;
  }
  for (uint32_t i = 0; i < count; i++)
    heads[i] = (zc_ini_entry){s->ini->sections[i], "", NULL, s->ini->section_lines[i]};
  refuse_repeats(s, heads, count);
}

static int write_all(int file, const char *bytes, size_t length) {
  while (length) {
    ssize_t written = write(file, bytes, length);
    if (written < 0 && errno != EINTR)
      return -1;
    if (written > 0) {
      bytes += written;
      length -= (size_t)written;
    }
  }
  return 0;
}

static int say_nothing(const char *format, ...) {
  (void)format;
  return 0;
}

/* iniparser opens files by name only, so the bytes become a file in memory. NULL: no resources. */
static dictionary *load(const char *bytes, size_t length) {
  dictionary *values = NULL;
  char path[40];
  int file = memfd_create("ini", MFD_CLOEXEC);
  if (file < 0)
    return NULL;
  snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  iniparser_set_error_callback(say_nothing);
  if (!write_all(file, bytes, length))
    values = iniparser_load(path);
  close(file);
  return values;
}

/* Gives each entry the value that iniparser read for it. */
static void take_values(ini_scan *s, const dictionary *values) {
  for (uint32_t i = 0; i < s->ini->count && s->status != ZC_NO_RESOURCE; i++) {
    zc_ini_entry *entry = &s->ini->entries[i];
    char key[2 * LONGEST_LINE + 2];
    snprintf(key, sizeof key, "%s:%s", entry->section, entry->key);
    const char *value = dictionary_get(values, key, NULL);
    s->line = entry->line;
    if (value)
      entry->value = keep(s, value, strlen(value));
    else
      s->status = zc_report_memory(s->diag);
  }
}

static void read_values(ini_scan *s) {
  dictionary *values = s->sound.failed ? NULL : load(s->sound.data, s->sound.length);
  if (!values) {
    zc_where where = {.file = s->name};
    s->status = zc_report(s->diag, ZC_NO_RESOURCE, &where,
                          "不能在内存中打开（需要内存和 /proc）；请释放资源后重试",
                          "cannot be opened in memory (which needs memory and /proc); free some "
                          "and try again");
    return;
  }
  take_values(s, values);
  iniparser_freedict(values);
}

static void scan_file(ini_scan *s, const char *bytes, size_t length) {
  size_t mark = zc_bom_length(bytes, length);
  s->line = 1;
  if (mark)
    REFUSE(s, "文件以字节顺序标记（BOM）开头；请存为不带 BOM 的 UTF-8",
           "the file begins with a byte-order mark; save it as UTF-8 without one");
  s->line = 0;
  make_room(s, bytes, length);
  scan_lines(s, bytes + mark, length - mark);
  if (s->status != ZC_NO_RESOURCE)
    refuse_repeated_sections(s);
  if (s->status != ZC_NO_RESOURCE)
    refuse_repeats(s, s->ini->entries, s->ini->count);
  if (s->status != ZC_NO_RESOURCE)
    read_values(s);
}

zc_status zc_ini_parse_sound(zc_ini *ini, const char *name, const char *bytes, size_t length,
                             zc_diagnostics *diag) {
  *ini = (zc_ini){0};
  ini_scan s = {.ini = ini, .name = name, .diag = diag};
  scan_file(&s, bytes, length);
  zc_buffer_free(&s.sound);
  if (s.status == ZC_NO_RESOURCE)
    zc_ini_free(ini);
  return s.status;
}

zc_status zc_ini_parse(zc_ini *ini, const char *name, const char *bytes, size_t length,
                       zc_diagnostics *diag) {
  zc_status status = zc_ini_parse_sound(ini, name, bytes, length, diag);
  if (status != ZC_OK)
    zc_ini_free(ini);
  return status;
}

void zc_ini_free(zc_ini *ini) {
  zc_arena_free(&ini->arena);
  *ini = (zc_ini){0};
}
