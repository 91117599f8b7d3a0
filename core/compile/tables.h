/* SPDX-License-Identifier: Apache-2.0 */
/* The tables of a plugin as the host keeps them: copied row by row into the sizes of this host, so
 * that a plugin built against an older minor ABI reads like one built today (new fields are zero).
 * Strings stay where they are, in the plugin. */
#ifndef ZC_COMPILE_TABLES_H
#define ZC_COMPILE_TABLES_H

#include "base/diagnostics.h"
#include "base/memory.h"
#include "zhicheng/plugin.h"

/* Kinds of rows: those of a chapter in the order of zc_chapter, then those inside other rows. */
typedef enum zc_row_kind {
  ZC_ROWS_DOCUMENT = 0,
  ZC_ROWS_CLAUSE,
  ZC_ROWS_FACT,
  ZC_ROWS_WORD,
  ZC_ROWS_DERIVATION,
  ZC_ROWS_PARAMETER,
  ZC_ROWS_TRACK,
  ZC_ROWS_RULE,
  ZC_ROWS_ROUTE,
  ZC_ROWS_CONVERSION,
  ZC_ROWS_UNIT,
  ZC_ROWS_STEP,
  ZC_ROWS_EFFECT,
  ZC_ROWS_PROHIBITION,
  ZC_ROWS_FUNCTION,
  ZC_ROWS_ACCEPTANCE,
  ZC_ROWS_VALUE, /* in zc_parameter */
  ZC_ROWS_LINE,  /* in zc_route */
  ZC_ROW_KINDS,
  ZC_CHAPTER_KINDS = ZC_ROWS_VALUE
} zc_row_kind;

typedef enum zc_field_form {
  ZC_FIELD_STRING = 0,
  ZC_FIELD_U32,
  ZC_FIELD_I64,
  ZC_FIELD_TABLE,
  ZC_FIELD_CALL
} zc_field_form;

typedef enum zc_field_need {
  ZC_MAY_LACK = 0,
  ZC_MUST_HAVE, /* without it the row is wrong */
  ZC_NAMES_ROW  /* the same, and nothing can refer to the row: it is left out */
} zc_field_need;

typedef struct zc_field {
  const char *name; /* "text.zh" */
  uint32_t offset;
  zc_field_form form;
  zc_field_need need;
  zc_row_kind rows; /* of a ZC_FIELD_TABLE */
} zc_field;

typedef struct zc_row_schema {
  const char *name;    /* "rules" */
  uint32_t size;       /* in this host */
  uint32_t first_size; /* in ABI 1.0: no plugin has a smaller one */
  const zc_field *fields;
  uint32_t field_count;
} zc_row_schema;

extern const zc_row_schema zc_row_schemas[ZC_ROW_KINDS];

/* Sizes in ABI 1.0 of the two structs that the note speaks of. */
#define ZC_FIRST_REGION_SIZE  88u
#define ZC_FIRST_CHAPTER_SIZE 240u

/* Limits that no honest plugin comes near: they keep a wrong count from being read as memory. */
#define ZC_MAX_ROWS     65535u /* of all tables of a plugin together: a rule's number has 16 bits */
#define ZC_MAX_CHAPTERS 4096u

typedef struct zc_rows {
  const void **items; /* copies, in the order of chapters and rows */
  uint32_t count;
} zc_rows;

typedef struct zc_tables {
  zc_region_plugin *plugin;   /* a copy whose chapters are those below */
  zc_chapter *chapters;       /* chapter_count of them, rows in this host's sizes */
  zc_rows rows[ZC_ROW_KINDS]; /* of all chapters together; nested kinds are empty */
} zc_tables;

/* Copies the tables of `plugin` into `arena`. Every malformed table and row is reported, and rows
 * that nothing can refer to are left out. The rest is usable after ZC_BAD_PLUGIN too, unless
 * tables->plugin is NULL. `file` is for messages. */
zc_status zc_tables_copy(zc_tables *tables, zc_arena *arena, const zc_region_plugin *plugin,
                         const char *file, zc_diagnostics *diag);

/* The table of a kind in a chapter. */
const zc_table *zc_chapter_table(const zc_chapter *chapter, zc_row_kind kind);

#endif
