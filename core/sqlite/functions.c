/* SPDX-License-Identifier: Apache-2.0 */
/*
 *   zc_verdict(region, day, facts)            'eligible', 'ineligible' or 'undetermined'
 *   zc_route(region, day, facts)              the rule that makes eligible; NULL: there is none
 *   zc_answer(region, day, facts[, question]) the JSON answer; 'assess', 'convert' or 'unit'
 *   zc_bool(x)                                0 and 1 as JSON's false and true
 *   zc_plugins([folder[, config]])            the folder of the plugins, after choosing another, or
 *                                             what a configuration file says
 * An argument that is NULL makes the result NULL.
 */
#include "sqlite/extension.h"

#include <string.h>

SQLITE_EXTENSION_INIT3

/* The subtype by which SQLite's own JSON functions know each other's results. */
#define JSON_SUBTYPE 'J'
#ifndef SQLITE_RESULT_SUBTYPE /* since 3.45 a function says beforehand that it sets one */
#define SQLITE_RESULT_SUBTYPE 0
#endif

typedef zc_status (*zc_sql_question)(zc_desk *desk, const zc_query *query, const char **answer);

static void fail(sqlite3_context *context, zc_status status, const char *message) {
  if (status == ZC_NO_RESOURCE || !message)
    sqlite3_result_error_nomem(context);
  else
    sqlite3_result_error(context, message, zc_sql_message_length(message));
}

static int has_null(int count, sqlite3_value **arguments) {
  for (int i = 0; i < count; i++)
    if (sqlite3_value_type(arguments[i]) == SQLITE_NULL)
      return 1;
  return 0;
}

/* The texts live as long as the arguments; 0: out of memory. */
static int read_query(zc_query *query, sqlite3_value **arguments) {
  *query = (zc_query){.region = (const char *)sqlite3_value_text(arguments[0]),
                      .day = (const char *)sqlite3_value_text(arguments[1]),
                      .facts = (const char *)sqlite3_value_text(arguments[2])};
  query->length = (size_t)sqlite3_value_bytes(arguments[2]);
  return query->region && query->day && query->facts;
}

/* The rules to ask; NULL: the result is set. */
static zc_sql_rules *prepare(sqlite3_context *context, sqlite3_value **arguments, zc_query *query) {
  char *trouble = NULL;
  if (!read_query(query, arguments)) {
    sqlite3_result_error_nomem(context);
    return NULL;
  }
  const char *fault = zc_sql_fault(arguments);
  if (fault) {
    fail(context, ZC_BAD_INPUT, fault);
    return NULL;
  }
  zc_sql_rules *rules = zc_sql_rules_hold(sqlite3_user_data(context), &trouble);
  if (!rules) {
    fail(context, ZC_BAD_INPUT, trouble);
    zc_message_free(trouble);
  }
  return rules;
}

/* ---- questions ---- */

typedef struct sql_verdict {
  zc_verdict verdict;
  const char *route;
} sql_verdict;

/* 0: the result is set. */
static int decide(sqlite3_context *context, int count, sqlite3_value **arguments,
                  sql_verdict *out) {
  zc_query query;
  if (has_null(count, arguments))
    return 0;
  zc_sql_rules *rules = prepare(context, arguments, &query);
  if (!rules)
    return 0;
  zc_status status = zc_desk_verdict(rules->desk, &query, &out->verdict, &out->route);
  if (status != ZC_OK)
    fail(context, status, zc_desk_message(rules->desk));
  zc_sql_rules_drop(rules);
  return status == ZC_OK;
}

static void verdict(sqlite3_context *context, int count, sqlite3_value **arguments) {
  sql_verdict v;
  if (decide(context, count, arguments, &v))
    sqlite3_result_text(context, zc_verdict_word(v.verdict), -1, SQLITE_STATIC);
}

static void route(sqlite3_context *context, int count, sqlite3_value **arguments) {
  sql_verdict v;
  if (decide(context, count, arguments, &v))
    sqlite3_result_text(context, v.route, -1, SQLITE_TRANSIENT);
}

/* NULL: no such question, and the result is set. */
static zc_sql_question question_of(sqlite3_context *context, sqlite3_value *argument) {
  const char *word = (const char *)sqlite3_value_text(argument);
  if (!word)
    sqlite3_result_error_nomem(context);
  else if (strcmp(word, "assess") == 0)
    return zc_desk_assess;
  else if (strcmp(word, "convert") == 0)
    return zc_desk_convert;
  else if (strcmp(word, "unit") == 0)
    return zc_desk_unit;
  else
    sqlite3_result_error(context, "the question of zc_answer is 'assess', 'convert' or 'unit'", -1);
  return NULL;
}

static void answer(sqlite3_context *context, int count, sqlite3_value **arguments) {
  zc_query query;
  const char *text = NULL;
  if (has_null(count, arguments))
    return;
  zc_sql_question question = count == 4 ? question_of(context, arguments[3]) : zc_desk_assess;
  zc_sql_rules *rules = question ? prepare(context, arguments, &query) : NULL;
  if (!rules)
    return;
  zc_status status = question(rules->desk, &query, &text);
  if (status == ZC_OK) {
    sqlite3_result_text(context, text, zc_sql_message_length(text), SQLITE_TRANSIENT);
    sqlite3_result_subtype(context, JSON_SUBTYPE);
  } else {
    fail(context, status, zc_desk_message(rules->desk));
  }
  zc_sql_rules_drop(rules);
}

/* ---- helpers ---- */

static void boolean(sqlite3_context *context, int count, sqlite3_value **arguments) {
  if (has_null(count, arguments))
    return;
  sqlite3_int64 value = sqlite3_value_int64(arguments[0]);
  if (sqlite3_value_type(arguments[0]) != SQLITE_INTEGER || (value != 0 && value != 1)) {
    sqlite3_result_error(context, "zc_bool takes 0, 1 or NULL", -1);
    return;
  }
  sqlite3_result_text(context, value == 1 ? "true" : "false", -1, SQLITE_STATIC);
  sqlite3_result_subtype(context, JSON_SUBTYPE);
}

static void plugins(sqlite3_context *context, int count, sqlite3_value **arguments) {
  zc_sql_connection *connection = sqlite3_user_data(context);
  char *trouble = NULL;
  if (count > 0) {
    const char *paths[2] = {NULL, NULL};
    zc_status status = ZC_OK;
    for (int i = 0; i < count && i < 2; i++) {
      paths[i] = (const char *)sqlite3_value_text(arguments[i]);
      if (!paths[i] && sqlite3_value_type(arguments[i]) != SQLITE_NULL)
        status = ZC_NO_RESOURCE;
    }
    if (status == ZC_OK)
      status = zc_sql_rules_choose(connection, paths[0], paths[1], &trouble);
    if (status != ZC_OK) {
      fail(context, status, trouble);
      zc_message_free(trouble);
      return;
    }
  }
  zc_sql_rules *rules = zc_sql_rules_hold(connection, &trouble);
  if (!rules) {
    fail(context, ZC_BAD_INPUT, trouble);
    zc_message_free(trouble);
    return;
  }
  sqlite3_result_text(context, zc_regions_folder(rules->regions), -1, SQLITE_TRANSIENT);
  zc_sql_rules_drop(rules);
}

int zc_sql_functions(sqlite3 *db, zc_sql_connection *connection) {
  /* The same arguments give the same result while the plugins are the same ones. Choosing plugins
   * runs code that is not SQLite's: never from a view or trigger that a file brings along. */
  const int pure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  const struct {
    const char *name;
    int arguments, flags;
    void (*call)(sqlite3_context *, int, sqlite3_value **);
  } functions[] = {
      {"zc_verdict", 3, pure, verdict},
      {"zc_route", 3, pure, route},
      {"zc_answer", 3, pure | SQLITE_RESULT_SUBTYPE, answer},
      {"zc_answer", 4, pure | SQLITE_RESULT_SUBTYPE, answer},
      {"zc_bool", 1, pure | SQLITE_RESULT_SUBTYPE, boolean},
      {"zc_plugins", 0, SQLITE_UTF8 | SQLITE_DIRECTONLY, plugins},
      {"zc_plugins", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, plugins},
      {"zc_plugins", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, plugins},
  };
  int code = SQLITE_OK;
  for (size_t i = 0; code == SQLITE_OK && i < sizeof functions / sizeof functions[0]; i++) {
    connection->holders++;
    code = sqlite3_create_function_v2(db, functions[i].name, functions[i].arguments,
                                      functions[i].flags, connection, functions[i].call, NULL, NULL,
                                      zc_sql_connection_drop);
  }
  return code;
}
