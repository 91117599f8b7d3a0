/* SPDX-License-Identifier: Apache-2.0 */
#include "data/data_file.h"
#include "base/input_file.h"
#include "base/words.h"

#include <string.h>

/* Most faults of one file that are told: whoever sees so many mends the whole file. */
enum { MOST_FAULTS = 20 };

static const char source_mark[] = "# source: ", day_mark[] = "# as of: ";

void zc_data_file_told(zc_data_file *table, zc_status status) {
  table->faults++;
  if (status > table->status)
    table->status = status;
}

static uint32_t count_lines(const char *text, size_t length) {
  uint32_t lines = 1;
  for (size_t i = 0; i < length; i++)
    lines += text[i] == '\n';
  return lines;
}

/* The next line without its end; NULL behind the last. */
static char *next_line(zc_data_file *table) {
  char *line = table->at;
  if (*line == '\0')
    return NULL;
  size_t length = strcspn(line, "\n");
  table->at += length + (line[length] == '\n');
  line[length] = '\0';
  if (length > 0 && line[length - 1] == '\r')
    line[length - 1] = '\0';
  table->line++;
  return line;
}

static int begins_with(const char *line, const char *mark) {
  return strncmp(line, mark, strlen(mark)) == 0;
}

/* Comments up to the heading, which is what comes first that is none. */
static void read_head(zc_data_file *table, const char *heading) {
  int has_source = 0, has_day = 0;
  char *line = next_line(table);
  for (; line && (line[0] == '#' || line[0] == '\0'); line = next_line(table)) {
    if (begins_with(line, source_mark))
      has_source = line[sizeof source_mark - 1] != '\0';
    if (begins_with(line, day_mark))
      has_day = zc_day_parse(line + sizeof day_mark - 1, &table->as_of) == 0;
  }
  if (!has_source || !has_day)
    ZC_DATA_FAULT(table,
                  "文件开头没有写明来源和日期；请在表头之前写上“# source: 来源”和“# as of: "
                  "年-月-日”两行",
                  "the file does not begin with its source and its day; write the lines '# "
                  "source: SOURCE' and '# as of: YYYY-MM-DD' before the heading");
  if (!line || strcmp(line, heading) != 0)
    ZC_DATA_FAULT(table, "表头应为“%s”，现在是“%s”；请照此改写",
                  "wanted the heading '%s', found '%s'", heading, line ? line : "");
}

static void check_text(zc_data_file *table, const char *bytes, size_t length) {
  size_t valid = zc_utf8_valid(bytes, length), plain = strlen(bytes);
  size_t sound = valid < plain ? valid : plain;
  if (sound == length)
    return;
  table->line = count_lines(bytes, sound);
  ZC_DATA_FAULT(table, "这一行不是 UTF-8 文本；请另存为 UTF-8",
                "this line is no UTF-8 text; save the file as UTF-8");
  table->line = 0;
}

zc_status zc_data_file_open(zc_data_file *table, const char *path, const char *heading,
                            zc_arena *arena, zc_diagnostics *diag) {
  char *bytes = NULL;
  size_t length = 0;
  *table = (zc_data_file){.path = path, .diag = diag};
  zc_status status = zc_read_regular_file(path, ZC_INPUT_LIMIT, &bytes, &length, diag);
  if (status != ZC_OK)
    return status;
  table->at = zc_arena_copy(arena, bytes, length);
  table->text = table->at;
  table->row_limit = count_lines(bytes, length);
  if (table->at)
    check_text(table, bytes, length);
  zc_free(bytes);
  if (!table->at)
    return zc_report_memory(diag);
  if (begins_with(table->at, "\xEF\xBB\xBF"))
    table->at += 3;
  if (table->status == ZC_OK)
    read_head(table, heading);
  for (const char *c = heading; *c; c++)
    table->field_count += *c == ',';
  table->field_count++;
  return table->status;
}

/* Whether the line has as many fields as the heading. */
static int split(zc_data_file *table, char *line) {
  uint32_t count = 0;
  for (char *at = line; at; count++) {
    char *comma = strchr(at, ',');
    if (count < ZC_DATA_FIELDS)
      table->fields[count] = at;
    if (comma)
      *comma++ = '\0';
    at = comma;
  }
  return count == table->field_count;
}

int zc_data_file_next(zc_data_file *table) {
  for (char *line; table->faults < MOST_FAULTS && table->status != ZC_NO_RESOURCE &&
                   (line = next_line(table));) {
    if (line[0] == '\0' || line[0] == '#')
      continue;
    if (split(table, line))
      return 1;
    ZC_DATA_FAULT(table, "这一行的栏数与表头不同，应为 %u 栏；栏内不能有逗号",
                  "this line has not the %u fields of the heading; a field has no comma",
                  table->field_count);
  }
  return 0;
}
