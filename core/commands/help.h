/* SPDX-License-Identifier: Apache-2.0 */
/* What --help says: a text for each command in each language. The options that they explain are
 * those of options.c. */
#ifndef ZC_COMMANDS_HELP_H
#define ZC_COMMANDS_HELP_H

#include "commands/options.h"

/* By command; that of ZC_COMMAND_COUNT is of the whole program. */
extern const char *const zc_help_en[ZC_COMMAND_COUNT + 1];
extern const char *const zc_help_zh[ZC_COMMAND_COUNT + 1];

/* The text of a command, or of the program (ZC_COMMAND_COUNT). */
const char *zc_help(zc_command command, zc_lang lang);

#endif
