/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/kept.h"

#include <string.h>
#include <sys/stat.h>

#define OURS "('rulings', 'findings', 'rows', 'decisions')"

/* A number that the statement gives; -1: it cannot be asked. */
static int64_t number_of(sqlite3 *database, const char *sql) {
  sqlite3_stmt *statement = NULL;
  int64_t number = -1;
  if (sqlite3_prepare_v2(database, sql, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW)
    number = sqlite3_column_int64(statement, 0);
  sqlite3_finalize(statement);
  return number;
}

static zc_status refuse(const zc_store_shape *shape, zc_diagnostics *diag) {
  return zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = shape->shown},
                   "已有的数据库读不出，或有别人的 rows、rulings、findings、decisions；请给 --out "
                   "另取名称，确要取代它们的，请加 --force",
                   "the database that is there cannot be read, or has rows, rulings, findings or "
                   "decisions of others; name another --out, or say --force to replace them");
}

static zc_status copy(sqlite3 *to, sqlite3 *from, const zc_store_shape *shape,
                      zc_diagnostics *diag) {
  sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
  int done = backup && sqlite3_backup_step(backup, -1) == SQLITE_DONE;
  done &= backup && sqlite3_backup_finish(backup) == SQLITE_OK;
  if (done && sqlite3_exec(to,
                           "PRAGMA journal_mode = DELETE; DROP VIEW IF EXISTS decisions; "
                           "DROP TABLE IF EXISTS rows; DROP TABLE IF EXISTS rulings; "
                           "DROP TABLE IF EXISTS findings;",
                           NULL, NULL, NULL) == SQLITE_OK)
    return ZC_OK;
  return sqlite3_errcode(to) == SQLITE_NOMEM
             ? zc_report_memory(diag)
             : zc_report(diag, ZC_NO_RESOURCE, &(zc_where){.file = shape->shown},
                         "SQLite 无法写入：%s；请腾出空间或检查权限后重试",
                         "SQLite cannot write: %s; make room or look at the permissions, and try "
                         "again",
                         sqlite3_errmsg(to));
}

static zc_status keep(sqlite3 *to, sqlite3 *from, const zc_store_shape *shape,
                      zc_diagnostics *diag) {
  int64_t others = number_of(from, "SELECT count(*) FROM sqlite_master WHERE name NOT LIKE "
                                   "'sqlite_%' AND tbl_name NOT IN " OURS);
  int64_t named = number_of(from, "SELECT count(*) FROM sqlite_master WHERE name IN " OURS);
  int64_t made = number_of(from, "SELECT count(*) FROM sqlite_master WHERE name = 'decisions' AND "
                                 "sql LIKE '% FROM rows JOIN rulings USING (ruling)'");
  int is_refused = others < 0 || named < 0 || (named > 0 && made != 1);
  if (is_refused && !shape->is_forced)
    return refuse(shape, diag);
  return others > 0 ? copy(to, from, shape, diag) : ZC_OK;
}

zc_status zc_store_keep(sqlite3 *database, const zc_store_shape *shape, zc_diagnostics *diag) {
  struct stat status;
  sqlite3 *from = NULL;
  if (stat(shape->shown, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0)
    return ZC_OK;
  int is_open = sqlite3_open_v2(shape->shown, &from, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK;
  zc_status kept = !from     ? zc_report_memory(diag)
                   : is_open ? keep(database, from, shape, diag)
                             : refuse(shape, diag);
  sqlite3_close(from);
  return kept;
}
