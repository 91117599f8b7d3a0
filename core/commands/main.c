/* SPDX-License-Identifier: Apache-2.0 */
/* The program `zhicheng`: reads the command line, runs one command, says what went wrong. */
#include "base/memory.h"
#include "batch/signal.h"
#include "commands/crash.h"
#include "commands/help.h"
#include "commands/run.h"

#include <signal.h>
#include <stdio.h>

static zc_status run_command(zc_run *run) {
  static zc_status (*const commands[ZC_COMMAND_COUNT])(zc_run *) = {
      [ZC_COMMAND_ASSESS] = zc_command_ask,      [ZC_COMMAND_CONVERT] = zc_command_ask,
      [ZC_COMMAND_UNIT] = zc_command_ask,        [ZC_COMMAND_CALENDAR] = zc_command_calendar,
      [ZC_COMMAND_FACTS] = zc_command_facts,     [ZC_COMMAND_REGIONS] = zc_command_regions,
      [ZC_COMMAND_BOOK] = zc_command_book,       [ZC_COMMAND_EVAL] = zc_command_eval,
      [ZC_COMMAND_TEST] = zc_command_test,       [ZC_COMMAND_CHECK] = zc_command_check,
      [ZC_COMMAND_CLAUSES] = zc_command_clauses, [ZC_COMMAND_COMPARE] = zc_command_compare,
      [ZC_COMMAND_PATH] = zc_command_path,       [ZC_COMMAND_NEW] = zc_command_new,
      [ZC_COMMAND_ANALYSE] = zc_command_analyse, [ZC_COMMAND_BATCH] = zc_command_batch,
      [ZC_COMMAND_DIFF] = zc_command_diff};
  zc_status status = zc_run_open(run);
  return status == ZC_OK ? commands[run->options.command](run) : status;
}

static zc_status write_text(zc_run *run, const char *text) {
  zc_buffer out = {0};
  zc_buffer_puts(&out, text);
  zc_status status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

static zc_status run_program(zc_run *run, int argc, char **argv) {
  zc_status status = zc_options_parse(&run->options, argc, argv, &run->diag);
  if (status != ZC_OK)
    return status;
  if (run->options.help)
    return write_text(run, zc_help(run->options.command, run->lang));
  if (run->options.version)
    return write_text(run, "zhicheng " ZC_VERSION "\n");
  if (run->options.command == ZC_COMMAND_COUNT) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL, "缺少命令。\n\n%s",
                     "a command is missing.\n\n%s", zc_help(ZC_COMMAND_COUNT, run->lang));
  }
  return run_command(run);
}

int main(int argc, char **argv) {
  zc_run run = {0};
  /* A closed pipe is to be seen where it is written to, and told. */
  signal(SIGPIPE, SIG_IGN);
  zc_memory_setup();
  run.lang = run.diag.lang = zc_options_language(argc, argv);
  zc_crash_watch(run.lang);
  zc_status status = run_program(&run, argc, argv);
  fputs(zc_diagnostics_text(&run.diag), stderr);
  zc_run_free(&run);
  zc_signal_obey();
  return (int)status;
}
