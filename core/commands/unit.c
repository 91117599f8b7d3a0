/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng unit: is this unit grassroots? */
#include "commands/help.h"
#include "commands/question.h"

static zc_status run_unit(zc_run *run) {
  return zc_run_question(run, ZC_Q_UNIT);
}

static const char help_zh[] = "zhicheng unit --region R [选项]\n\n"
                              "对该地区、该系列、这一天而言，这个单位是否属于基层？\n\n" //
    ZC_HELP_QUESTION_ZH ZC_HELP_COMMON_ZH "\n例：\n"
                              "  zhicheng unit --region guangxi --as-of 2021-10-15 --set "
                              "unit_division=451229\n";

static const char help_en[] =
    "zhicheng unit --region R [options]\n\n"
    "Is this unit grassroots for this region, series and day?\n\n" //
    ZC_HELP_QUESTION_EN ZC_HELP_COMMON_EN "\nExample:\n"
    "  zhicheng unit --region guangxi --as-of 2021-10-15 --set unit_division=451229\n";

const zc_command zc_command_unit = {.name = "unit",
                                    .usage = {"--region R", "--region R"},
                                    .summary = {"单位是否属于基层？", "is this unit grassroots?"},
                                    .help = {help_zh, help_en},
                                    .options = ZC_TAKES(region) | ZC_TAKES(format) |
                                               ZC_TAKES(plugins) | ZC_TAKES_FACTS,
                                    .run = run_unit};
