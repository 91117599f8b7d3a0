/* SPDX-License-Identifier: Apache-2.0 */
/*
 * zc_findings(region, day, facts): a table with one row for each rule that was looked at, in the
 * order of the answer. Its arguments are hidden columns, so it can be joined with a table of
 * people. An argument that is NULL: no rows.
 */
#include "sqlite/extension.h"

#include <string.h>

SQLITE_EXTENSION_INIT3

enum { RULE, KIND, STATE, CLAUSES, TEXT_ZH, TEXT_EN, REGION, DAY, FACTS, COLUMN_COUNT };
enum { ARGUMENT_COUNT = COLUMN_COUNT - REGION };

typedef struct sql_table {
  sqlite3_vtab base;
  zc_sql_connection *connection;
} sql_table;

typedef struct sql_cursor {
  sqlite3_vtab_cursor base;
  zc_sql_rules *rules;       /* whose texts the findings are */
  zc_rule_finding *findings; /* copied: the desk may be asked again meanwhile */
  char *clauses;             /* of all findings, one behind the other */
  uint32_t count, at;
  sqlite3_value *arguments[ARGUMENT_COUNT]; /* copies */
} sql_cursor;

static int connect(sqlite3 *db, void *context, int count, const char *const *arguments,
                   sqlite3_vtab **table, char **message) {
  (void)count;
  (void)arguments;
  (void)message;
  int code = sqlite3_declare_vtab(db, "CREATE TABLE zc_findings(rule TEXT, kind TEXT, state TEXT, "
                                      "clauses TEXT, text_zh TEXT, text_en TEXT, "
                                      "region TEXT HIDDEN, day TEXT HIDDEN, facts TEXT HIDDEN)");
  if (code != SQLITE_OK)
    return code;
  sql_table *t = sqlite3_malloc64(sizeof *t);
  if (!t)
    return SQLITE_NOMEM;
  *t = (sql_table){.connection = context};
  sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
  *table = &t->base;
  return SQLITE_OK;
}

static int disconnect(sqlite3_vtab *table) {
  sqlite3_free(table);
  return SQLITE_OK;
}

static void set_message(sqlite3_vtab *table, const char *message) {
  sqlite3_free(table->zErrMsg);
  table->zErrMsg = sqlite3_mprintf("%.*s", zc_sql_message_length(message), message);
}

/* All three arguments, or there is nothing to show. */
static int best_index(sqlite3_vtab *table, sqlite3_index_info *info) {
  int given = 0;
  for (int i = 0; i < info->nConstraint; i++) {
    int argument = info->aConstraint[i].iColumn - REGION;
    if (argument < 0 || info->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ ||
        (given & 1 << argument) != 0)
      continue; /* what is asked of an argument besides, SQLite sees to */
    if (!info->aConstraint[i].usable)
      return SQLITE_CONSTRAINT; /* in another order of the tables it may be */
    info->aConstraintUsage[i].argvIndex = argument + 1;
    info->aConstraintUsage[i].omit = 1;
    given |= 1 << argument;
  }
  if (given != (1 << ARGUMENT_COUNT) - 1) {
    set_message(table, "zc_findings takes three arguments: region, day, facts");
    return SQLITE_ERROR;
  }
  info->estimatedCost = 100;
  info->estimatedRows = 40;
  return SQLITE_OK;
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor) {
  (void)table;
  sql_cursor *c = sqlite3_malloc64(sizeof *c);
  if (!c)
    return SQLITE_NOMEM;
  *c = (sql_cursor){0};
  *cursor = &c->base;
  return SQLITE_OK;
}

static void empty(sql_cursor *c) {
  zc_sql_rules_drop(c->rules);
  sqlite3_free(c->findings);
  sqlite3_free(c->clauses);
  for (int i = 0; i < ARGUMENT_COUNT; i++) {
    sqlite3_value_free(c->arguments[i]);
    c->arguments[i] = NULL;
  }
  c->rules = NULL;
  c->findings = NULL;
  c->clauses = NULL;
  c->count = c->at = 0;
}

static int close_cursor(sqlite3_vtab_cursor *cursor) {
  empty((sql_cursor *)cursor);
  sqlite3_free(cursor);
  return SQLITE_OK;
}

/* ---- asking ---- */

static int keep(sql_cursor *c, const zc_rule_finding *findings, uint32_t count) {
  size_t size = 1;
  for (uint32_t i = 0; i < count; i++)
    size += strlen(findings[i].clauses) + 1;
  c->findings = sqlite3_malloc64((count + 1) * sizeof *c->findings);
  c->clauses = sqlite3_malloc64(size);
  if (!c->findings || !c->clauses)
    return SQLITE_NOMEM;
  char *at = c->clauses;
  for (uint32_t i = 0; i < count; i++) {
    size_t length = strlen(findings[i].clauses) + 1;
    c->findings[i] = findings[i];
    c->findings[i].clauses = memcpy(at, findings[i].clauses, length);
    at += length;
  }
  c->count = count;
  return SQLITE_OK;
}

static int ask(sql_cursor *c, const zc_query *query) {
  zc_desk *desk = c->rules->desk;
  const zc_rule_finding *findings = NULL;
  uint32_t count = 0;
  zc_status status = zc_desk_findings(desk, query, &findings, &count);
  if (status == ZC_OK)
    return keep(c, findings, count);
  if (status == ZC_NO_RESOURCE)
    return SQLITE_NOMEM;
  set_message(c->base.pVtab, zc_desk_message(desk));
  return SQLITE_ERROR;
}

/* The rules of the connection, for the cursor to keep. */
static int take_rules(sql_cursor *c) {
  char *trouble = NULL;
  c->rules = zc_sql_rules_hold(((sql_table *)c->base.pVtab)->connection, &trouble);
  if (c->rules)
    return SQLITE_OK;
  if (!trouble)
    return SQLITE_NOMEM;
  set_message(c->base.pVtab, trouble);
  zc_message_free(trouble);
  return SQLITE_ERROR;
}

static int keep_arguments(sql_cursor *c, int count, sqlite3_value **arguments) {
  for (int i = 0; i < count && i < ARGUMENT_COUNT; i++) {
    c->arguments[i] = sqlite3_value_dup(arguments[i]);
    if (!c->arguments[i])
      return SQLITE_NOMEM;
  }
  return SQLITE_OK;
}

static int filter(sqlite3_vtab_cursor *cursor, int plan, const char *name, int count,
                  sqlite3_value **arguments) {
  sql_cursor *c = (sql_cursor *)cursor;
  const char *texts[ARGUMENT_COUNT];
  (void)plan;
  (void)name;
  empty(c);
  int code = keep_arguments(c, count, arguments);
  for (int i = 0; code == SQLITE_OK && i < ARGUMENT_COUNT; i++) {
    if (sqlite3_value_type(c->arguments[i]) == SQLITE_NULL)
      return SQLITE_OK;
    texts[i] = (const char *)sqlite3_value_text(c->arguments[i]);
    code = texts[i] ? SQLITE_OK : SQLITE_NOMEM;
  }
  const char *fault = code == SQLITE_OK ? zc_sql_fault(c->arguments) : NULL;
  if (fault) {
    set_message(c->base.pVtab, fault);
    code = SQLITE_ERROR;
  }
  if (code == SQLITE_OK)
    code = take_rules(c);
  if (code != SQLITE_OK)
    return code;
  zc_query query = {.region = texts[0], .day = texts[1], .facts = texts[2]};
  query.length = (size_t)sqlite3_value_bytes(c->arguments[FACTS - REGION]);
  return ask(c, &query);
}

static int next(sqlite3_vtab_cursor *cursor) {
  ((sql_cursor *)cursor)->at++;
  return SQLITE_OK;
}

static int is_over(sqlite3_vtab_cursor *cursor) {
  const sql_cursor *c = (const sql_cursor *)cursor;
  return c->at >= c->count;
}

static int column(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int number) {
  const sql_cursor *c = (const sql_cursor *)cursor;
  const zc_rule_finding *f = &c->findings[c->at];
  const char *const texts[REGION] = {f->rule,    f->kind,    zc_state_word(f->state),
                                     f->clauses, f->text_zh, f->text_en};
  if (number < REGION)
    sqlite3_result_text(context, texts[number], -1, SQLITE_TRANSIENT);
  else
    sqlite3_result_value(context, c->arguments[number - REGION]);
  return SQLITE_OK;
}

static int row_number(sqlite3_vtab_cursor *cursor, sqlite3_int64 *number) {
  *number = (sqlite3_int64)((const sql_cursor *)cursor)->at + 1;
  return SQLITE_OK;
}

int zc_sql_findings(sqlite3 *db, zc_sql_connection *connection) {
  static const sqlite3_module module = {.xConnect = connect,
                                        .xDisconnect = disconnect,
                                        .xBestIndex = best_index,
                                        .xOpen = open_cursor,
                                        .xClose = close_cursor,
                                        .xFilter = filter,
                                        .xNext = next,
                                        .xEof = is_over,
                                        .xColumn = column,
                                        .xRowid = row_number};
  connection->holders++;
  return sqlite3_create_module_v2(db, "zc_findings", &module, connection, zc_sql_connection_drop);
}
