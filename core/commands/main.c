/* SPDX-License-Identifier: Apache-2.0 */
/* The program `zhicheng`: reads the command line, runs one command, says what went wrong. */
#include "base/memory.h"
#include "base/signal.h"
#include "commands/crash.h"
#include "commands/help.h"
#include "commands/run.h"
#include "report/text.h"

#include <signal.h>
#include <stdio.h>

static zc_status write_text(zc_run *run, const char *text) {
  zc_buffer out = {0};
  zc_buffer_puts(&out, text);
  zc_status status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

/* Of the program, where no command is named: help that was asked for, or that is needed. */
static zc_status help_program(zc_run *run) {
  zc_buffer out = {0};
  zc_help_program(&out, run->lang);
  const char *text = zc_buffer_text(&out);
  zc_status status = !text ? zc_report_memory(&run->diag)
                     : run->options.help
                         ? zc_run_write(run, &out)
                         : zc_report(&run->diag, ZC_BAD_INPUT, NULL, "缺少命令。\n\n%s",
                                     "a command is missing.\n\n%s", text);
  zc_buffer_free(&out);
  return status;
}

static zc_status run_program(zc_run *run, int argc, char **argv) {
  zc_status status = zc_options_parse(&run->options, argc, argv, &run->diag);
  const zc_command *command = run->options.command;
  if (status != ZC_OK)
    return status;
  if (run->options.help)
    return command ? write_text(run, zc_text_in(command->help, run->lang)) : help_program(run);
  if (run->options.version)
    return write_text(run, "zhicheng " ZC_VERSION "\n");
  if (!command)
    return help_program(run);
  status = zc_run_open(run);
  return status == ZC_OK ? command->run(run) : status;
}

int main(int argc, char **argv) {
  zc_run run = {0};
  /* A closed pipe is to be seen where it is written to, and told. */
  signal(SIGPIPE, SIG_IGN);
  /* So is a file that may not grow further. */
  signal(SIGXFSZ, SIG_IGN);
  zc_memory_setup();
  run.lang = run.diag.lang = zc_options_language(argc, argv);
  zc_crash_watch(run.lang);
  zc_status status = run_program(&run, argc, argv);
  fputs(zc_diagnostics_text(&run.diag), stderr);
  zc_run_free(&run);
  zc_signal_obey();
  return (int)status;
}
