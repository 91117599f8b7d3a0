/* SPDX-License-Identifier: Apache-2.0 */
#include "compile/tables.h"
#include "base/assert.h"
#include "base/words.h"
#include "compile/extent.h"

#include <string.h>

typedef struct zc_copy_job {
  zc_arena *arena;
  zc_diagnostics *diag;
  const char *file;
  zc_extent extent; /* where the plugin's pointers may lead */
  uint32_t rows;    /* of all tables so far */
  int is_full;      /* too many of them were told of */
  zc_status status;
} zc_copy_job;

static void *job_alloc(zc_copy_job *job, size_t size) {
  void *block = zc_arena_alloc(job->arena, size ? size : 1);
  if (!block)
    job->status = zc_report_memory(job->diag);
  return block;
}

const zc_table *zc_chapter_table(const zc_chapter *chapter, zc_row_kind kind) {
  /* All tables stand side by side in zc_chapter, in the order of zc_row_kind. */
  ZC_ASSERT(kind < ZC_CHAPTER_KINDS);
  return (const zc_table *)(const void *)chapter + kind;
}
_Static_assert(sizeof(zc_chapter) == ZC_CHAPTER_KINDS * sizeof(zc_table), "chapter: only tables");

static const char *row_string(const void *row, const zc_field *field) {
  const char *text;
  memcpy(&text, (const char *)row + field->offset, sizeof text);
  return text;
}

/* The first string that names the row, for messages. */
static const char *row_name(const void *row, const zc_row_schema *schema) {
  for (uint32_t i = 0; i < schema->field_count; i++)
    if (schema->fields[i].form == ZC_FIELD_STRING && schema->fields[i].need == ZC_NAMES_ROW) {
      const char *name = row_string(row, &schema->fields[i]);
      if (name && zc_text_plain(name, strlen(name)) == strlen(name))
        return name;
    }
  return schema->name;
}

static zc_where row_where(const zc_copy_job *job, const void *row) {
  zc_place at;
  memcpy(&at, row, sizeof at);
  zc_where where = {.file = at.file ? at.file : job->file, .line = at.file ? at.line : 0};
  return where;
}

static int field_lacks(const void *row, const zc_field *field) {
  if (field->form == ZC_FIELD_STRING) {
    const char *text = row_string(row, field);
    return !text || !*text;
  }
  zc_value (*call)(const zc_value *, uint32_t);
  memcpy(&call, (const char *)row + field->offset, sizeof call);
  return !call;
}

static void report_astray(zc_copy_job *job, const zc_where *where, const char *row,
                          const char *field) {
  job->status = zc_report(
      job->diag, ZC_BAD_PLUGIN, where,
      "%s，%s：指向插件自己的数据之外，或文本没有以 NUL 结尾；请只用字符串常量和 ZC_TABLE 填写",
      "%s, %s: leads out of the plugin's own data, or its text has no end; write it as a string "
      "or with ZC_TABLE",
      row, field);
}

/* Pointers of a row that lead astray become NULL. Returns 0 where there was one. */
static int check_pointers(zc_copy_job *job, char *row, const zc_row_schema *schema) {
  static const char *const nowhere;
  zc_place at;
  memcpy(&at, row, sizeof at);
  int fine = zc_extent_holds_text(&job->extent, at.file);
  if (!fine) {
    report_astray(job, &(zc_where){.file = job->file}, schema->name, "at");
    memset(row, 0, sizeof at);
  }
  for (uint32_t i = 0; i < schema->field_count; i++) {
    const zc_field *field = &schema->fields[i];
    uintptr_t address;
    if (field->form != ZC_FIELD_STRING && field->form != ZC_FIELD_CALL)
      continue;
    memcpy(&address, row + field->offset, sizeof address);
    int holds = field->form == ZC_FIELD_STRING
                    ? zc_extent_holds_text(&job->extent, row_string(row, field))
                    : !address || zc_extent_holds_code(&job->extent, address);
    if (holds)
      continue;
    zc_where where = row_where(job, row);
    report_astray(job, &where, schema->name, field->name);
    memcpy(row + field->offset, &nowhere, sizeof nowhere);
    fine = 0;
  }
  return fine;
}

/* Texts reach terminals and pages as they are. 1: this one may not. */
static int check_text(zc_copy_job *job, const void *row, const zc_row_schema *schema,
                      const char *field, const char *text) {
  size_t length = text ? strlen(text) : 0, plain = text ? zc_text_plain(text, length) : 0;
  if (plain == length)
    return 0;
  zc_where where = row_where(job, row);
  if (zc_utf8_valid(text, length) != length)
    job->status = zc_report(job->diag, ZC_BAD_PLUGIN, &where,
                            "%s，%s：不是有效的 UTF-8 文本；请把源文件存为 UTF-8",
                            "%s, %s: the text is not valid UTF-8; save the source file as UTF-8",
                            row_name(row, schema), field);
  else
    job->status = zc_report(
        job->diag, ZC_BAD_PLUGIN, &where,
        "%s，%s：第 %zu 个字节起有控制字符、换行或改变书写方向的符号；请删去",
        "%s, %s: at byte %zu there is a control character, a line end or a mark that turns the "
        "direction of writing; take it out",
        row_name(row, schema), field, plain + 1);
  return 1;
}

/* 1: nothing can be done with the row. */
static int check_field(zc_copy_job *job, const void *row, const zc_row_schema *schema,
                       const zc_field *field) {
  if (field->need != ZC_MAY_LACK && field_lacks(row, field)) {
    zc_where where = row_where(job, row);
    job->status = zc_report(
        job->diag, ZC_BAD_PLUGIN, &where, "%s，%s：没有填写；每一行都要有这一项",
        "%s, %s: is missing; every row of this table needs it", row_name(row, schema), field->name);
    return field->need == ZC_NAMES_ROW;
  }
  return field->form == ZC_FIELD_STRING &&
         check_text(job, row, schema, field->name, row_string(row, field));
}

static int check_row(zc_copy_job *job, char *row, const zc_row_schema *schema) {
  int useless = 0;
  if (!check_pointers(job, row, schema))
    return 0;
  zc_place at;
  memcpy(&at, row, sizeof at);
  useless |= check_text(job, row, schema, "at", at.file);
  for (uint32_t i = 0; i < schema->field_count; i++)
    useless |= check_field(job, row, schema, &schema->fields[i]);
  return !useless;
}

/* Told once: the row that is one too many stops the copying. */
static int check_size(zc_copy_job *job) {
  if (job->rows <= ZC_MAX_ROWS)
    return 1;
  if (!job->is_full)
    job->status = zc_report(
        job->diag, ZC_BAD_PLUGIN, &(zc_where){.file = job->file},
        "各表合计 %u 行以上，多于上限 %u 行：表过大；请删去多余的行或把数值移到参数文件",
        "the tables have %u rows or more together, over the limit of %u: they are huge; take out "
        "rows, or move values to the file of parameters",
        job->rows, ZC_MAX_ROWS);
  job->is_full = 1;
  return 0;
}

static int check_table(zc_copy_job *job, const zc_table *table, const zc_row_schema *schema) {
  const char *zh, *en;
  if (table->count > ZC_MAX_ROWS) {
    zh = "表 %s 有 %u 行（行距 %u 字节），多于上限 %u 行；请用 ZC_TABLE 填写";
    en = "table %s has %u rows (%u bytes apart), more than the limit of %u; write it with ZC_TABLE";
    job->status = zc_report(job->diag, ZC_BAD_PLUGIN, &(zc_where){.file = job->file}, zh, en,
                            schema->name, table->count, table->stride, ZC_MAX_ROWS);
    return 0;
  }
  if (!table->rows || table->stride < schema->first_size || table->stride % 8 != 0) {
    zh = "表 %s（%u 行）的行距是 %u 字节，至少要有 %u 字节并且是 8 的倍数，行地址不能为空；"
         "请用 ZC_TABLE 填写";
    en = "table %s (%u rows) has rows %u bytes apart; wanted at least %u, a multiple of 8, and an "
         "address that is not NULL; write it with ZC_TABLE";
    job->status = zc_report(job->diag, ZC_BAD_PLUGIN, &(zc_where){.file = job->file}, zh, en,
                            schema->name, table->count, table->stride, schema->first_size);
    return 0;
  }
  if (!zc_extent_holds(&job->extent, table->rows, (size_t)table->count * table->stride)) {
    zh = "表 %s 的 %u 行（行距 %u 字节）超出了插件自己的数据；行数或地址有误，请用 ZC_TABLE 填写";
    en = "table %s: its %u rows (%u bytes apart) reach out of the plugin's own data; the count or "
         "the address is wrong: write it with ZC_TABLE";
    job->status = zc_report(job->diag, ZC_BAD_PLUGIN, &(zc_where){.file = job->file}, zh, en,
                            schema->name, table->count, table->stride);
    return 0;
  }
  return 1;
}

static void copy_table(zc_copy_job *job, zc_table *out, const zc_table *in, zc_row_kind kind);

static void copy_nested(zc_copy_job *job, char *row, const zc_row_schema *schema) {
  for (uint32_t i = 0; i < schema->field_count; i++)
    if (schema->fields[i].form == ZC_FIELD_TABLE) {
      zc_table inner, copy;
      memcpy(&inner, row + schema->fields[i].offset, sizeof inner);
      job->rows += inner.count <= ZC_MAX_ROWS ? inner.count : 0;
      copy_table(job, &copy, &inner, schema->fields[i].rows);
      memcpy(row + schema->fields[i].offset, &copy, sizeof copy);
    }
}

static void copy_table(zc_copy_job *job, zc_table *out, const zc_table *in, zc_row_kind kind) {
  const zc_row_schema *schema = &zc_row_schemas[kind];
  memset(out, 0, sizeof *out);
  if (!in->count || !check_table(job, in, schema) || !check_size(job))
    return;
  char *rows = job_alloc(job, (size_t)in->count * schema->size);
  if (!rows)
    return;
  uint32_t kept = 0, size = in->stride < schema->size ? in->stride : schema->size;
  for (uint32_t i = 0; i < in->count && job->status != ZC_NO_RESOURCE; i++) {
    char *row = rows + (size_t)kept * schema->size;
    memcpy(row, (const char *)in->rows + (size_t)i * in->stride, size);
    if (check_row(job, row, schema)) {
      copy_nested(job, row, schema);
      kept++;
    } else {
      memset(row, 0, schema->size);
    }
  }
  *out = (zc_table){rows, kept, schema->size};
}

static void copy_chapter(zc_copy_job *job, zc_chapter *out, const zc_chapter *in, uint32_t size) {
  zc_chapter chapter = {0};
  memcpy(&chapter, in, size < sizeof chapter ? size : sizeof chapter);
  for (int kind = 0; kind < ZC_CHAPTER_KINDS && job->status != ZC_NO_RESOURCE; kind++)
    copy_table(job, (zc_table *)(void *)out + kind, zc_chapter_table(&chapter, (zc_row_kind)kind),
               (zc_row_kind)kind);
}

static void list_rows(zc_copy_job *job, zc_tables *tables, zc_row_kind kind) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < tables->plugin->chapter_count; i++)
    count += zc_chapter_table(&tables->chapters[i], kind)->count;
  const void **items = job_alloc(job, count * sizeof *items);
  if (!items)
    return;
  tables->rows[kind].items = items;
  for (uint32_t i = 0; i < tables->plugin->chapter_count; i++) {
    const zc_table *table = zc_chapter_table(&tables->chapters[i], kind);
    ZC_ASSERT(tables->rows[kind].count + table->count <= count);
    for (uint32_t row = 0; row < table->count; row++)
      items[tables->rows[kind].count++] = (const char *)table->rows + (size_t)row * table->stride;
  }
}

static int check_chapters(zc_copy_job *job, const zc_region_plugin *plugin) {
  size_t size = plugin->chapter_count * sizeof *plugin->chapters;
  int fine = plugin->chapter_count <= ZC_MAX_CHAPTERS &&
             (plugin->chapters || !plugin->chapter_count) &&
             zc_extent_holds(&job->extent, plugin->chapters, size);
  for (uint32_t i = 0; fine && i < plugin->chapter_count; i++)
    fine = plugin->chapters[i] &&
           zc_extent_holds(&job->extent, plugin->chapters[i], plugin->chapter_size);
  if (!fine)
    job->status = zc_report(
        job->diag, ZC_BAD_PLUGIN, &(zc_where){.file = job->file},
        "章节列表有误：共 %u 章（上限 %u），其中不能有空指针或指向插件之外的指针；请用 ZC_COUNT "
        "填写 chapter_count",
        "the list of chapters is wrong: %u chapters (limit %u), none of which may be NULL or lie "
        "outside the plugin; write chapter_count with ZC_COUNT",
        plugin->chapter_count, ZC_MAX_CHAPTERS);
  return fine;
}

/* Whether the tables are few enough to be copied at all; told before a row is looked at. */
static int check_counts(zc_copy_job *job, const zc_region_plugin *plugin) {
  uint64_t rows = 0;
  for (uint32_t i = 0; i < plugin->chapter_count; i++) {
    zc_chapter chapter = {0};
    memcpy(&chapter, plugin->chapters[i],
           plugin->chapter_size < sizeof chapter ? plugin->chapter_size : sizeof chapter);
    for (int kind = 0; kind < ZC_CHAPTER_KINDS; kind++) {
      uint32_t count = zc_chapter_table(&chapter, (zc_row_kind)kind)->count;
      rows += count <= ZC_MAX_ROWS ? count : 0; /* more are told where the table is copied */
    }
  }
  job->rows = rows < UINT32_MAX ? (uint32_t)rows : UINT32_MAX;
  return check_size(job);
}

/* A plugin of an older minor ABI has a shorter struct: what it lacks is zero. */
static zc_region_plugin *copy_head(zc_copy_job *job, const zc_region_plugin *plugin) {
  zc_region_plugin *head = job_alloc(job, sizeof *head);
  if (!head)
    return NULL;
  memcpy(head, plugin, plugin->size < sizeof *head ? plugin->size : sizeof *head);
  const char **texts[] = {
      &head->id,       &head->version,      &head->name.zh,         &head->name.en,
      &head->division, &head->counting_day, &head->counting_clause, &head->convert_day,
      &head->unit_day};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    if (!zc_extent_holds_text(&job->extent, *texts[i])) {
      report_astray(job, &(zc_where){.file = job->file}, "ZC_PLUGIN", "id … unit_day");
      *texts[i] = NULL;
    }
  return head;
}

zc_status zc_tables_copy(zc_tables *tables, zc_arena *arena, const zc_region_plugin *plugin,
                         const char *file, zc_diagnostics *diag) {
  zc_copy_job job = {.arena = arena, .diag = diag, .file = file};
  memset(tables, 0, sizeof *tables);
  zc_extent_find(&job.extent, plugin);
  zc_region_plugin *head = copy_head(&job, plugin);
  if (!head || !check_chapters(&job, head) || !check_counts(&job, head))
    return job.status;
  const zc_chapter **list = job_alloc(&job, head->chapter_count * sizeof *list);
  tables->chapters = job_alloc(&job, head->chapter_count * sizeof *tables->chapters);
  if (!list || !tables->chapters)
    return job.status;
  for (uint32_t i = 0; i < head->chapter_count && job.status != ZC_NO_RESOURCE; i++) {
    copy_chapter(&job, &tables->chapters[i], head->chapters[i], head->chapter_size);
    list[i] = &tables->chapters[i];
  }
  head->chapters = list;
  tables->plugin = head;
  for (int kind = 0; kind < ZC_CHAPTER_KINDS && job.status != ZC_NO_RESOURCE; kind++)
    list_rows(&job, tables, (zc_row_kind)kind);
  if (job.status == ZC_NO_RESOURCE)
    tables->plugin = NULL;
  return job.status;
}
