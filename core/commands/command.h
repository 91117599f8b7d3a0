/* SPDX-License-Identifier: Apache-2.0 */
/* A command, as its own file defines it; commands.def lists them. */
#ifndef ZC_COMMANDS_COMMAND_H
#define ZC_COMMANDS_COMMAND_H

#include "base/diagnostics.h"
#include "zhicheng/plugin.h"

/* The options, as numbers: ZC_O_region. */
typedef enum zc_option_id {
#define ZC_OPTION(kind, field, name) ZC_O_##field,
#include "commands/options.def"
#undef ZC_OPTION
  ZC_OPTION_COUNT
} zc_option_id;

/* What a command takes besides the options of every command, by the field of zc_options. */
#define ZC_TAKES(field) (UINT64_C(1) << ZC_O_##field)
/* A person: as_of, facts, settings, strict, month_precision. */
#define ZC_TAKES_FACTS                                                                             \
  (ZC_TAKES(as_of) | ZC_TAKES(facts) | ZC_TAKES(settings) | ZC_TAKES(strict) |                     \
   ZC_TAKES(month_precision))

struct zc_run;

typedef struct zc_command {
  const char *name;
  zc_text usage;                        /* behind the name in the program's help: "--region R" */
  zc_text summary;                      /* behind that: what it is for */
  zc_text help;                         /* all of --help */
  uint64_t options;                     /* ZC_TAKES */
  int takes_operands;                   /* words that are no options */
  const char *formats[2];               /* what --format may be; NULL: text and json */
  zc_status (*run)(struct zc_run *run); /* reports what is wrong, returns the exit status */
} zc_command;

/* All of them, in the order of commands.def. */
extern const zc_command *const zc_commands[];
extern const uint32_t zc_command_count;

#endif
