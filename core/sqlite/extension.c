/* SPDX-License-Identifier: Apache-2.0 */
/* The entry point, and what a connection keeps between questions. */
#include "sqlite/extension.h"

#include <stdlib.h>
#include <string.h>

SQLITE_EXTENSION_INIT1

/* Messages in the language of the program: that of the environment. */
static zc_lang language(void) {
  static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
    const char *value = getenv(variables[i]);
    if (value && *value != '\0')
      return strncmp(value, "zh", 2) == 0 ? ZC_LANG_ZH : ZC_LANG_EN;
  }
  return ZC_LANG_EN;
}

const char *zc_sql_fault(sqlite3_value **arguments) {
  for (int i = 0; i < 2; i++) {
    const char *text = (const char *)sqlite3_value_text(arguments[i]);
    if (text && strlen(text) != (size_t)sqlite3_value_bytes(arguments[i]))
      return "the region or the day has a NUL; remove it";
  }
  return NULL;
}

int zc_sql_message_length(const char *message) {
  size_t length = strlen(message);
  while (length > 0 && message[length - 1] == '\n')
    length--;
  return (int)length;
}

/* ---- rules ---- */

void zc_sql_rules_drop(zc_sql_rules *rules) {
  if (!rules || --rules->holders > 0)
    return;
  zc_desk_free(rules->desk);
  zc_regions_close(rules->regions);
  sqlite3_free(rules);
}

static zc_status load(zc_sql_rules **rules, const char *folder, const char *config, zc_lang lang,
                      char **trouble) {
  zc_sql_rules *r = sqlite3_malloc64(sizeof *r);
  *trouble = NULL;
  if (!r)
    return ZC_NO_RESOURCE;
  *r = (zc_sql_rules){.holders = 1};
  zc_status status = zc_regions_open(&r->regions, folder, config, lang, trouble);
  if (status == ZC_OK) {
    r->desk = zc_desk_new(r->regions);
    status = r->desk ? ZC_OK : ZC_NO_RESOURCE;
  }
  if (status == ZC_OK)
    *rules = r;
  else
    zc_sql_rules_drop(r);
  return status;
}

zc_status zc_sql_rules_choose(zc_sql_connection *connection, const char *folder, const char *config,
                              char **trouble) {
  zc_sql_rules *rules = NULL;
  zc_status status = load(&rules, folder, config, connection->lang, trouble);
  if (status == ZC_OK) {
    zc_sql_rules_drop(connection->rules);
    connection->rules = rules;
  }
  return status;
}

zc_sql_rules *zc_sql_rules_hold(zc_sql_connection *connection, char **trouble) {
  *trouble = NULL;
  if (!connection->rules && zc_sql_rules_choose(connection, NULL, NULL, trouble) != ZC_OK)
    return NULL;
  connection->rules->holders++;
  return connection->rules;
}

/* ---- connection ---- */

void zc_sql_connection_drop(void *context) {
  zc_sql_connection *connection = context;
  if (--connection->holders == 0) {
    zc_sql_rules_drop(connection->rules);
    sqlite3_free(connection);
  }
}

/* SQLite derives the name from that of the file, letters only. */
ZC_API int sqlite3_zhichengsqlite_init(sqlite3 *db, char **message,
                                       const sqlite3_api_routines *api);

int sqlite3_zhichengsqlite_init(sqlite3 *db, char **message, const sqlite3_api_routines *api) {
  SQLITE_EXTENSION_INIT2(api)
  zc_sql_connection *connection = sqlite3_malloc64(sizeof *connection);
  if (!connection)
    return SQLITE_NOMEM;
  *connection = (zc_sql_connection){.lang = language(), .holders = 1};
  int code = zc_sql_functions(db, connection);
  if (code == SQLITE_OK)
    code = zc_sql_findings(db, connection);
  if (code != SQLITE_OK && message)
    *message = sqlite3_mprintf("%s", sqlite3_errmsg(db));
  zc_sql_connection_drop(connection);
  return code;
}
