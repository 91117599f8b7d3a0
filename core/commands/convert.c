/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng convert: what is a held title worth? */
#include "commands/help.h"
#include "commands/question.h"

static zc_status run_convert(zc_run *run) {
  return zc_run_question(run, ZC_Q_CONVERT);
}

static const char help_zh[] =
    "zhicheng convert --region R [选项]\n\n"
    "已取得的职称，在留任、流动、换发、聘用或晋升时（事实 purpose）效力如何？\n"
    "回答有效、无效、须重新评审、可换发、不予办理或还不能确定。\n\n" //
    ZC_HELP_QUESTION_ZH ZC_HELP_COMMON_ZH "\n例：\n"
    "  zhicheng convert --region guangxi --set purpose=move --set held_title_track=targeted "
    "\\\n"
    "    --set held_title_region=guangxi --set destination_division=450102\n";

static const char help_en[] =
    "zhicheng convert --region R [options]\n\n"
    "What becomes of a title that is held, when its holder stays, moves, exchanges it, is\n"
    "employed on it, or builds on it (fact `purpose`)? The answer is valid, invalid, "
    "reassess,\n"
    "exchange, refused or undetermined.\n\n" //
    ZC_HELP_QUESTION_EN ZC_HELP_COMMON_EN "\nExample:\n"
    "  zhicheng convert --region guangxi --set purpose=move --set held_title_track=targeted "
    "\\\n"
    "    --set held_title_region=guangxi --set destination_division=450102\n";

const zc_command zc_command_convert = {
    .name = "convert",
    .usage = {"--region R", "--region R"},
    .summary = {"已有职称效力如何？", "what is a held title worth?"},
    .help = {help_zh, help_en},
    .options = ZC_TAKES(region) | ZC_TAKES(format) | ZC_TAKES(plugins) | ZC_TAKES_FACTS,
    .run = run_convert};
