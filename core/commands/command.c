/* SPDX-License-Identifier: Apache-2.0 */
#include "commands/command.h"

#define ZC_COMMAND(name) extern const zc_command zc_command_##name;
#include "commands/commands.def"
#undef ZC_COMMAND

const zc_command *const zc_commands[] = {
#define ZC_COMMAND(name) &zc_command_##name,
#include "commands/commands.def"
#undef ZC_COMMAND
};
const uint32_t zc_command_count = sizeof zc_commands / sizeof zc_commands[0];
