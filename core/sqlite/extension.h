/* SPDX-License-Identifier: Apache-2.0 */
/*
 * SQLite's loadable extension: questions of zhicheng.h as SQL. It is a user of the library like any
 * other, and knows its public header only.
 */
#ifndef ZC_SQLITE_EXTENSION_H
#define ZC_SQLITE_EXTENSION_H

#include "zhicheng/zhicheng.h"
#include <sqlite3ext.h>

/* Rules that were loaded, and the desk to ask at. Cursors that show texts of the rules keep them
 * while zc_plugins() already names another folder. */
typedef struct zc_sql_rules {
  zc_regions *regions;
  zc_desk *desk;
  unsigned holders;
} zc_sql_rules;

/* One for each connection: made when the extension is loaded, shared by all its functions. */
typedef struct zc_sql_connection {
  zc_sql_rules *rules; /* NULL until the first question */
  zc_lang lang;
  unsigned holders; /* functions and modules that SQLite has not destroyed yet */
} zc_sql_connection;

/* The rules of the connection, loaded at the first call; NULL: `*trouble` is set, and freed by the
 * caller with zc_message_free (NULL: out of memory). The caller drops them. */
zc_sql_rules *zc_sql_rules_hold(zc_sql_connection *connection, char **trouble);
void zc_sql_rules_drop(zc_sql_rules *rules);
/* Makes the connection ask another folder from now on; NULL: the default one. As above. */
zc_status zc_sql_rules_choose(zc_sql_connection *connection, const char *folder, const char *config,
                              char **trouble);

/* A destructor for SQLite. */
void zc_sql_connection_drop(void *connection);

/* What is wrong with the texts of a region and a day, which are read up to a NUL; NULL: nothing. */
const char *zc_sql_fault(sqlite3_value **arguments);

/* A message without its last line end, which SQLite's users do not expect. */
int zc_sql_message_length(const char *message);

/* Each returns a result code of SQLite, and has taken a hold on the connection for all it
 * registered or tried to. */
int zc_sql_functions(sqlite3 *db, zc_sql_connection *connection);
int zc_sql_findings(sqlite3 *db, zc_sql_connection *connection);

#endif
