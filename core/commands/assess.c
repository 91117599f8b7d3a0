/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng assess: may this person apply? */
#include "commands/help.h"
#include "commands/question.h"

static zc_status run_assess(zc_run *run) {
  return zc_run_question(run, ZC_Q_ASSESS);
}

static const char help_zh[] =
    "zhicheng assess --region R [选项]\n\n"
    "此人在这一天、在该地区，能否按这一类别申报这一层级的职称？\n"
    "回答“可以”“不可以”或“还不能确定”，列出所依据的每条规则、条款和事实，\n"
    "以及还缺哪些事实。\n\n" //
    ZC_HELP_QUESTION_ZH
    "  --explain         不能申报或还不能确定时，另列每个条件差多少、先弄清哪项事实、\n"
    "                    凭什么材料证明、本地区其他类别结论如何；只用于文字，JSON 不变\n" //
    ZC_HELP_COMMON_ZH "\n例：\n"
    "  zhicheng assess --region guangxi --as-of 2021-10-15 --set "
    "track=targeted \\\n"
    "    --set target_level=deputy_senior --set education=junior_college\n";

static const char help_en[] =
    "zhicheng assess --region R [options]\n\n"
    "May this person apply for this title, on this track, in this region, on this day?\n"
    "The answer is eligible, ineligible or undetermined, with every rule behind it, its "
    "clause\n"
    "and the facts that decided it, and with the facts that are still missing.\n\n" //
    ZC_HELP_QUESTION_EN
    "  --explain         where the answer is no or not yet known, also by how much each "
    "condition\n"
    "                    is missed, which fact to find out next, what proves it, and what the\n"
    "                    region's other tracks would say; text only, JSON stays as it is\n" //
    ZC_HELP_COMMON_EN "\nExample:\n"
    "  zhicheng assess --region guangxi --as-of 2021-10-15 --set track=targeted \\\n"
    "    --set target_level=deputy_senior --set education=junior_college\n";

const zc_command zc_command_assess = {.name = "assess",
                                      .usage = {"--region R", "--region R"},
                                      .summary = {"此人能否申报？", "may this person apply?"},
                                      .help = {help_zh, help_en},
                                      .options = ZC_TAKES(region) | ZC_TAKES(explain) |
                                                 ZC_TAKES(format) | ZC_TAKES(plugins) |
                                                 ZC_TAKES_FACTS,
                                      .run = run_assess};
