/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/decisions.h"

#include "base/memory.h"
#include "batch/kept.h"
#include "batch/source.h"

#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

struct zc_store {
  sqlite3 *database;
  sqlite3_stmt *ruling, *finding;
  zc_store_shape shape;
};

static zc_status report(const zc_store *store, zc_diagnostics *diag) {
  int code = store->database ? sqlite3_errcode(store->database) : SQLITE_NOMEM;
  if (code == SQLITE_NOMEM)
    return zc_report_memory(diag);
  return zc_report(diag, ZC_NO_RESOURCE, &(zc_where){.file = store->shape.shown},
                   "SQLite 无法写入：%s；请腾出空间或检查权限后重试",
                   "SQLite cannot write: %s; make room or look at the permissions, and try again",
                   sqlite3_errmsg(store->database));
}

static zc_status run(zc_store *store, const char *sql, zc_diagnostics *diag) {
  return sqlite3_exec(store->database, sql, NULL, NULL, NULL) == SQLITE_OK ? ZC_OK
                                                                           : report(store, diag);
}

static zc_status run_buffer(zc_store *store, zc_buffer *sql, zc_diagnostics *diag) {
  const char *text = zc_buffer_text(sql);
  zc_status status = text ? run(store, text, diag) : zc_report_memory(diag);
  zc_buffer_free(sql);
  return status;
}

/* A name in quotes, with a comma behind it. */
static void add_name(zc_buffer *sql, const char *name) {
  zc_buffer_putc(sql, '"');
  for (; *name != '\0'; name++) {
    if (*name == '"')
      zc_buffer_putc(sql, '"');
    zc_buffer_putc(sql, *name);
  }
  zc_buffer_puts(sql, "\", ");
}

static void add_names(zc_buffer *sql, const char *const *names, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    add_name(sql, names[i]);
}

static zc_status make_tables(zc_store *store, zc_diagnostics *diag) {
  zc_buffer sql = {0};
  zc_buffer_puts(&sql, "CREATE TABLE rulings(ruling INTEGER PRIMARY KEY, ");
  add_names(&sql, store->shape.ruling_names, store->shape.ruling_count);
  sql.length -= 2;
  zc_buffer_puts(&sql, ");\nCREATE TABLE findings(ruling INTEGER, rule TEXT, state TEXT);\n"
                       "CREATE TABLE rows(");
  add_names(&sql, store->shape.names, store->shape.count);
  zc_buffer_puts(&sql, "ruling INTEGER);\nCREATE VIEW decisions AS SELECT ");
  add_names(&sql, store->shape.names, store->shape.count);
  add_names(&sql, store->shape.ruling_names, store->shape.ruling_count);
  sql.length -= 2;
  zc_buffer_puts(&sql, " FROM rows JOIN rulings USING (ruling);");
  return run_buffer(store, &sql, diag);
}

static zc_status prepare(zc_store *store, zc_diagnostics *diag) {
  zc_buffer sql = {0};
  zc_buffer_puts(&sql, "INSERT INTO rulings VALUES (NULL");
  for (uint32_t i = 0; i < store->shape.ruling_count; i++)
    zc_buffer_puts(&sql, ", ?");
  zc_buffer_putc(&sql, ')');
  const char *text = zc_buffer_text(&sql);
  zc_status status = text ? ZC_OK : zc_report_memory(diag);
  if (status == ZC_OK &&
      (sqlite3_prepare_v2(store->database, text, -1, &store->ruling, NULL) != SQLITE_OK ||
       sqlite3_prepare_v2(store->database, "INSERT INTO findings VALUES (?, ?, ?)", -1,
                          &store->finding, NULL) != SQLITE_OK))
    status = report(store, diag);
  zc_buffer_free(&sql);
  return status;
}

/* ---- opening ---- */

static int is_there(const char *path, const char *ending, zc_buffer *name, struct stat *status) {
  zc_buffer_clear(name);
  zc_buffer_puts(name, path);
  zc_buffer_puts(name, ending);
  const char *text = zc_buffer_text(name);
  return text && stat(text, status) == 0;
}

/* A log or a journal that has lost its database is taken for one of the file that gets its name. An
 * empty journal is a finished one. */
zc_status zc_store_check(const char *path, zc_diagnostics *diag) {
  zc_buffer name = {0};
  struct stat status;
  zc_status result = ZC_OK;
  if (is_there(path, "-wal", &name, &status) ||
      (is_there(path, "-journal", &name, &status) && status.st_size > 0)) {
    result =
        zc_report(diag, ZC_NO_RESOURCE, &(zc_where){.file = name.data},
                  "原来的数据库正在使用，或者上次没有正常关闭；请结束使用它的程序，或用 sqlite3 "
                  "读一次；数据库已不在的，请删去这个文件",
                  "the database that was there is in use, or was not closed; end the program "
                  "that uses it, or read it once with sqlite3; where the database is gone, "
                  "remove this file");
  }
  result = name.failed ? zc_report_memory(diag) : result;
  zc_buffer_free(&name);
  return result;
}

/* The view `decisions` has the most columns. */
static zc_status check_columns(const zc_store *store, zc_diagnostics *diag) {
  int most = sqlite3_limit(store->database, SQLITE_LIMIT_COLUMN, -1);
  uint32_t wanted = store->shape.count + store->shape.ruling_count;
  return wanted <= (uint32_t)most
             ? ZC_OK
             : zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = store->shape.shown},
                         "要写 %u 列，SQLite 最多 %d 列；请删去输入文件中多余的列，或写成 .csv",
                         "there are %u columns to write, and SQLite has %d at most; remove columns "
                         "from the input, or write a .csv",
                         wanted, most);
}

/* The file is a temporary one: where anything fails it goes as a whole, so no journal is kept, and
 * who renames it brings it to the disk before. */
zc_status zc_store_open(zc_store **made, const zc_store_shape *shape, zc_diagnostics *diag) {
  zc_store *store = *made = zc_calloc(1, sizeof *store);
  if (!store)
    return zc_report_memory(diag);
  store->shape = *shape;
  if (sqlite3_open_v2(shape->path, &store->database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    return report(store, diag);
  zc_status status = check_columns(store, diag);
  if (status == ZC_OK)
    status = zc_store_keep(store->database, shape, diag);
  if (status == ZC_OK) {
    status = run(store,
                 "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; "
                 "PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; "
                 "PRAGMA cache_size = -8192; BEGIN;",
                 diag);
  }
  if (status == ZC_OK)
    status = make_tables(store, diag);
  return status == ZC_OK ? prepare(store, diag) : status;
}

/* ---- filling ---- */

zc_status zc_store_fill(zc_store *store, const zc_store_source *source, zc_diagnostics *diag) {
  uint32_t before = diag->errors;
  if (zc_source_register(store->database, source, store->shape.count) != SQLITE_OK)
    return report(store, diag);
  if (sqlite3_exec(store->database, "INSERT INTO rows SELECT * FROM batch", NULL, NULL, NULL) !=
      SQLITE_OK)
    return diag->errors > before ? diag->worst : report(store, diag);
  return run(store, "COMMIT", diag);
}

int64_t zc_store_ruling(zc_store *store, const zc_store_text *values) {
  for (uint32_t i = 0; i < store->shape.ruling_count; i++) {
    int code = values[i].text ? sqlite3_bind_text64(store->ruling, (int)i + 1, values[i].text,
                                                    values[i].length, SQLITE_STATIC, SQLITE_UTF8)
                              : sqlite3_bind_null(store->ruling, (int)i + 1);
    if (code != SQLITE_OK)
      return -1;
  }
  int done = sqlite3_step(store->ruling) == SQLITE_DONE;
  sqlite3_reset(store->ruling);
  return done ? sqlite3_last_insert_rowid(store->database) : -1;
}

int zc_store_finding(zc_store *store, int64_t ruling, const char *rule, const char *state) {
  int done = sqlite3_bind_int64(store->finding, 1, ruling) == SQLITE_OK &&
             sqlite3_bind_text(store->finding, 2, rule, -1, SQLITE_STATIC) == SQLITE_OK &&
             sqlite3_bind_text(store->finding, 3, state, -1, SQLITE_STATIC) == SQLITE_OK &&
             sqlite3_step(store->finding) == SQLITE_DONE;
  sqlite3_reset(store->finding);
  return done ? 0 : -1;
}

void zc_store_close(zc_store *store) {
  if (!store)
    return;
  sqlite3_finalize(store->ruling);
  sqlite3_finalize(store->finding);
  sqlite3_close(store->database);
  zc_free(store);
}
