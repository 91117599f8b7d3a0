/* SPDX-License-Identifier: Apache-2.0 */
/* The command line: which command, and its options. options.def lists the options, and each command
 * says which it takes, so that parsing, messages and help cannot disagree. */
#ifndef ZC_COMMANDS_OPTIONS_H
#define ZC_COMMANDS_OPTIONS_H

#include "commands/command.h"

/* Strings point into argv. What was not said is NULL or 0. */
typedef struct zc_options {
  const zc_command *command; /* NULL: none */
#define ZC_OPTION(kind, field, name) ZC_OPTION_##kind(field)
#define ZC_OPTION_TEXT(field)        const char *field;
#define ZC_OPTION_MARK(field)        int field;
#define ZC_OPTION_LIST(field)        const char **field;
#include "commands/options.def"
#undef ZC_OPTION
#undef ZC_OPTION_TEXT
#undef ZC_OPTION_MARK
#undef ZC_OPTION_LIST
  uint32_t setting_count; /* `settings` is zc_free'd by zc_options_free */
  const char **operands;  /* what is no option, in order */
  uint32_t operand_count;
} zc_options;

/* Reads argv. Every error is reported, then ZC_BAD_INPUT. The caller frees in any case. */
zc_status zc_options_parse(zc_options *options, int argc, char **argv, zc_diagnostics *diag);
void zc_options_free(zc_options *options);

/* The language of messages: `--lang` wherever it stands, else that of the locale. */
zc_lang zc_options_language(int argc, char **argv);

/* "text" is 0, "json" is 1; anything else was refused by zc_options_parse. */
int zc_options_json(const zc_options *options);

#endif
