/* SPDX-License-Identifier: Apache-2.0 */
/* The command line: which command, and its options. One table says which option goes with which
 * command, so that parsing, messages and help cannot disagree. */
#ifndef ZC_COMMANDS_OPTIONS_H
#define ZC_COMMANDS_OPTIONS_H

#include "base/diagnostics.h"

typedef enum zc_command {
  ZC_COMMAND_ASSESS = 0,
  ZC_COMMAND_CONVERT,
  ZC_COMMAND_UNIT,
  ZC_COMMAND_CALENDAR,
  ZC_COMMAND_FACTS,
  ZC_COMMAND_REGIONS,
  ZC_COMMAND_BOOK,
  ZC_COMMAND_EVAL,
  ZC_COMMAND_TEST,
  ZC_COMMAND_CHECK,
  ZC_COMMAND_CLAUSES,
  ZC_COMMAND_COMPARE,
  ZC_COMMAND_PATH,
  ZC_COMMAND_NEW,
  ZC_COMMAND_ANALYSE,
  ZC_COMMAND_BATCH,
  ZC_COMMAND_DIFF,
  ZC_COMMAND_COUNT
} zc_command;

/* Strings point into argv. What was not said is NULL or 0. */
typedef struct zc_options {
  zc_command command;
  const char *region, *as_of, *to, *facts, *year, *format, *lang;
  const char *plugins, *config;
  const char *division, *name, *dir, *output;
  const char *region_column, *out, *reject, *threads, *encoding;
  const char *rule, *junit, *cases, *id, *title, *html;
  const char *reproduce;
  int unique_id;
  int strict, explain, record, check, coverage, mutate;
  const char **settings; /* of --set; zc_free'd by zc_options_free */
  uint32_t setting_count;
  const char **operands; /* what is no option, in order */
  uint32_t operand_count;
  int help, version;
} zc_options;

/* Reads argv. Every error is reported, then ZC_BAD_INPUT. The caller frees in any case. */
zc_status zc_options_parse(zc_options *options, int argc, char **argv, zc_diagnostics *diag);
void zc_options_free(zc_options *options);

const char *zc_command_name(zc_command command);

/* The language of messages: `--lang` wherever it stands, else that of the locale. */
zc_lang zc_options_language(int argc, char **argv);

/* "text" is 0, "json" is 1; anything else was refused by zc_options_parse. */
int zc_options_json(const zc_options *options);

#endif
