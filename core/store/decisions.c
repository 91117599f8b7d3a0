/* SPDX-License-Identifier: Apache-2.0 */
#include "store/decisions.h"

#include "base/memory.h"
#include "store/source.h"

#include <sqlite3.h>
#include <string.h>

struct zc_store {
  sqlite3 *database;
  sqlite3_stmt *ruling, *finding;
  const char *path;
  const char *const *names;
  const char *const *ruling_names;
  uint32_t count, ruling_count;
};

static zc_status report(const zc_store *store, zc_diagnostics *diag) {
  int code = store->database != NULL ? sqlite3_errcode(store->database) : SQLITE_NOMEM;
  if (code == SQLITE_NOMEM) {
    return zc_report_memory(diag);
  }
  return zc_report(diag, ZC_NO_RESOURCE, &(zc_where){.file = store->path},
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
  zc_status status = text != NULL ? run(store, text, diag) : zc_report_memory(diag);
  zc_buffer_free(sql);
  return status;
}

/* A name in quotes, with a comma behind it. */
static void add_name(zc_buffer *sql, const char *name) {
  zc_buffer_putc(sql, '"');
  for (; *name != '\0'; name++) {
    if (*name == '"') {
      zc_buffer_putc(sql, '"');
    }
    zc_buffer_putc(sql, *name);
  }
  zc_buffer_puts(sql, "\", ");
}

static void add_names(zc_buffer *sql, const char *const *names, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    add_name(sql, names[i]);
  }
}

static zc_status make_tables(zc_store *store, zc_diagnostics *diag) {
  zc_buffer sql = {0};
  zc_buffer_puts(&sql, "CREATE TABLE rulings(ruling INTEGER PRIMARY KEY, ");
  add_names(&sql, store->ruling_names, store->ruling_count);
  sql.length -= 2;
  zc_buffer_puts(&sql, ");\nCREATE TABLE findings(ruling INTEGER, rule TEXT, state TEXT);\n"
                       "CREATE TABLE rows(");
  add_names(&sql, store->names, store->count);
  zc_buffer_puts(&sql, "ruling INTEGER);\nCREATE VIEW decisions AS SELECT ");
  add_names(&sql, store->names, store->count);
  add_names(&sql, store->ruling_names, store->ruling_count);
  sql.length -= 2;
  zc_buffer_puts(&sql, " FROM rows JOIN rulings USING (ruling);");
  return run_buffer(store, &sql, diag);
}

static zc_status prepare(zc_store *store, zc_diagnostics *diag) {
  zc_buffer sql = {0};
  zc_buffer_puts(&sql, "INSERT INTO rulings VALUES (NULL");
  for (uint32_t i = 0; i < store->ruling_count; i++) {
    zc_buffer_puts(&sql, ", ?");
  }
  zc_buffer_putc(&sql, ')');
  const char *text = zc_buffer_text(&sql);
  zc_status status = text != NULL ? ZC_OK : zc_report_memory(diag);
  if (status == ZC_OK &&
      (sqlite3_prepare_v2(store->database, text, -1, &store->ruling, NULL) != SQLITE_OK ||
       sqlite3_prepare_v2(store->database, "INSERT INTO findings VALUES (?, ?, ?)", -1,
                          &store->finding, NULL) != SQLITE_OK)) {
    status = report(store, diag);
  }
  zc_buffer_free(&sql);
  return status;
}

/* The file is a temporary one: where anything fails it goes as a whole, so no journal is kept, and
 * who renames it brings it to the disk before. */
zc_status zc_store_open(zc_store **made, const char *path, const char *const *names, uint32_t count,
                        const char *const *ruling_names, uint32_t ruling_count,
                        zc_diagnostics *diag) {
  zc_store *store = *made = zc_calloc(1, sizeof *store);
  if (store == NULL) {
    return zc_report_memory(diag);
  }
  *store = (zc_store){.path = path,
                      .names = names,
                      .count = count,
                      .ruling_names = ruling_names,
                      .ruling_count = ruling_count};
  if (sqlite3_open_v2(path, &store->database, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) {
    return report(store, diag);
  }
  zc_status status = run(store,
                         "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; "
                         "PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; "
                         "PRAGMA cache_size = -8192; BEGIN;",
                         diag);
  if (status == ZC_OK) {
    status = make_tables(store, diag);
  }
  return status == ZC_OK ? prepare(store, diag) : status;
}

zc_status zc_store_fill(zc_store *store, const zc_store_source *source, zc_diagnostics *diag) {
  uint32_t before = diag->errors;
  if (zc_source_register(store->database, source, store->count) != SQLITE_OK) {
    return report(store, diag);
  }
  if (sqlite3_exec(store->database, "INSERT INTO rows SELECT * FROM batch", NULL, NULL, NULL) !=
      SQLITE_OK) {
    return diag->errors > before ? diag->worst : report(store, diag);
  }
  return run(store, "COMMIT", diag);
}

int64_t zc_store_ruling(zc_store *store, const zc_store_text *values) {
  for (uint32_t i = 0; i < store->ruling_count; i++) {
    int code = values[i].text != NULL
                   ? sqlite3_bind_text64(store->ruling, (int)i + 1, values[i].text,
                                         values[i].length, SQLITE_STATIC, SQLITE_UTF8)
                   : sqlite3_bind_null(store->ruling, (int)i + 1);
    if (code != SQLITE_OK) {
      return -1;
    }
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
  if (store == NULL) {
    return;
  }
  sqlite3_finalize(store->ruling);
  sqlite3_finalize(store->finding);
  sqlite3_close(store->database);
  zc_free(store);
}
