/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/source.h"

#include "base/memory.h"

#include <sqlite3.h>

typedef struct source_table {
  sqlite3_vtab base;
  zc_store_source source;
  uint32_t count;
} source_table;

typedef struct source_cursor {
  sqlite3_vtab_cursor base;
  sqlite3_int64 row;
  int state; /* of zc_store_source.next */
} source_cursor;

/* What zc_source_register hands to SQLite. */
typedef struct registration {
  zc_store_source source;
  uint32_t count;
} registration;

static int connect(sqlite3 *database, void *aux, int argc, const char *const *argv,
                   sqlite3_vtab **table, char **message) {
  const registration *r = aux;
  zc_buffer sql = {0};
  (void)argc;
  (void)argv;
  (void)message;
  zc_buffer_puts(&sql, "CREATE TABLE batch(");
  for (uint32_t i = 0; i < r->count; i++)
    zc_buffer_printf(&sql, "c%u, ", i);
  zc_buffer_puts(&sql, "ruling)");
  const char *text = zc_buffer_text(&sql);
  source_table *made = zc_calloc(1, sizeof *made);
  int code = !text || !made ? SQLITE_NOMEM : sqlite3_declare_vtab(database, text);
  zc_buffer_free(&sql);
  if (code != SQLITE_OK) {
    zc_free(made);
    return code;
  }
  made->source = r->source;
  made->count = r->count;
  *table = &made->base;
  return SQLITE_OK;
}

static int disconnect(sqlite3_vtab *table) {
  zc_free(table);
  return SQLITE_OK;
}

static int best_index(sqlite3_vtab *table, sqlite3_index_info *info) {
  (void)table;
  info->estimatedCost = 1e6;
  return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor) {
  source_cursor *made = zc_calloc(1, sizeof *made);
  (void)table;
  if (!made)
    return SQLITE_NOMEM;
  *cursor = &made->base;
  return SQLITE_OK;
}

static int close_cursor(sqlite3_vtab_cursor *cursor) {
  zc_free(cursor);
  return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *cursor) {
  source_cursor *c = (source_cursor *)cursor;
  const source_table *table = (const source_table *)cursor->pVtab;
  c->state = table->source.next(table->source.context);
  c->row++;
  return c->state >= 0 ? SQLITE_OK : SQLITE_ERROR;
}

static int filter(sqlite3_vtab_cursor *cursor, int number, const char *text, int argc,
                  sqlite3_value **argv) {
  (void)number;
  (void)text;
  (void)argc;
  (void)argv;
  return next(cursor);
}

static int eof(sqlite3_vtab_cursor *cursor) {
  return ((source_cursor *)cursor)->state <= 0;
}

static int column(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int number) {
  const source_table *table = (const source_table *)cursor->pVtab;
  const zc_store_source *source = &table->source;
  if ((uint32_t)number < table->count) {
    zc_store_text value = source->value(source->context, (uint32_t)number);
    sqlite3_result_text64(context, value.text, value.length, SQLITE_STATIC, SQLITE_UTF8);
    return SQLITE_OK;
  }
  int64_t ruling = source->ruling(source->context);
  if (ruling < 0)
    return SQLITE_ERROR;
  sqlite3_result_int64(context, ruling);
  return SQLITE_OK;
}

static int row_id(sqlite3_vtab_cursor *cursor, sqlite3_int64 *row) {
  *row = ((source_cursor *)cursor)->row;
  return SQLITE_OK;
}

/* Without xCreate the table is there by its module's name alone. */
static const sqlite3_module module = {
    .xConnect = connect,
    .xBestIndex = best_index,
    .xDisconnect = disconnect,
    .xOpen = open_cursor,
    .xClose = close_cursor,
    .xFilter = filter,
    .xNext = next,
    .xEof = eof,
    .xColumn = column,
    .xRowid = row_id,
};

int zc_source_register(sqlite3 *database, const zc_store_source *source, uint32_t count) {
  registration *r = zc_alloc(sizeof *r);
  if (!r)
    return SQLITE_NOMEM;
  *r = (registration){*source, count};
  return sqlite3_create_module_v2(database, "batch", &module, r, zc_free);
}
