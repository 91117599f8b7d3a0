/* SPDX-License-Identifier: Apache-2.0 */
/* What assess, convert and unit share: one question about one person, title or unit. */
#ifndef ZC_COMMANDS_QUESTION_H
#define ZC_COMMANDS_QUESTION_H

#include "commands/run.h"

/* Asks the question of the command line and writes the answer. */
zc_status zc_run_question(zc_run *run, zc_question question);

#endif
