/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng path: from a held title and a unit to a destination, step by step. */
#include "compare/path.h"
#include "commands/help.h"
#include "commands/run.h"

static zc_status write_path(zc_run *run, const zc_host *host, zc_region *from,
                            const zc_shared_person *person, zc_day as_of) {
  zc_buffer out = {0};
  zc_compare_options options = {as_of, run->options.strict, zc_options_json(&run->options),
                                run->lang};
  zc_status status = zc_path_write(&out, host, from, person, &options, &run->diag);
  if (status == ZC_OK)
    status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

static zc_status run_path(zc_run *run) {
  zc_host host = {0};
  zc_shared_person person = {0};
  zc_region *from = NULL;
  zc_day as_of = 0;
  zc_status day_status = zc_run_as_of(run, &as_of);
  zc_status status = zc_run_person(run, &person);
  if (status == ZC_OK)
    status = zc_path_check(&person.facts, &run->diag);
  if (status == ZC_OK) {
    /* The title says which region is asked. */
    run->options.region = person.facts.texts[ZC_F_held_title_region];
    status = zc_run_region(run, &host, &from);
  }
  if (status == ZC_OK && day_status == ZC_OK)
    status = write_path(run, &host, from, &person, as_of);
  zc_shared_person_free(&person);
  zc_host_close(&host);
  return day_status > status ? day_status : status;
}

static const char help_zh[] =
    "zhicheng path [选项]\n\n"
    "从所持职称（held_title_*）和现单位（unit_*）到去向（destination_*）：可走的路径，\n"
    "每一步的条款和最早日期。步骤有使用（use）、流动（move）、换发（exchange）、重新评审\n"
    "（reassess，经评审取得同级通用职称）、申报（apply，职称失效后重新申报同级，或给出更高的\n"
    "target_level 时申报高一级）。各步都来自地区的 convert 回答：最早日期是只随时间推移、职称\n"
    "一直在原单位使用时，十年之内首次得到这一回答的日子；needs 是须先做到的事实。申报和评审\n"
    "本身的条件和时间由 assess 回答。事实限于各地区共有的。\n\n" ZC_HELP_FACTS_ZH
    "  --format text|json\n" ZC_HELP_COMMON_ZH "\n例：\n"
    "  zhicheng path --as-of 2024-03-01 --set held_title_region=shandong \\\n"
    "    --set held_title_track=targeted --set held_title_level=intermediate \\\n"
    "    --set unit_in_catalog=true --set employed_months_in_targeted_title=40 \\\n"
    "    --set destination_division=370102 --set destination_in_catalog=false\n";

static const char help_en[] =
    "zhicheng path [options]\n\n"
    "From a held title (held_title_*) and a unit (unit_*) to a destination (destination_*):\n"
    "the ways there, step by step, with the clause of each step and its earliest day. Steps\n"
    "are use, move, exchange, reassess (the general title of the level by review) and apply\n"
    "(the level anew where the title lapses; a higher target_level where one is given). They\n"
    "are what the regions' `convert` answers: earliest is the first day within ten years on\n"
    "which they answer so if only time runs on and the title stays in use where it is; needs\n"
    "are facts that have to become true first. What an application itself asks, and when it\n"
    "is open, `assess` answers. Facts are those that all regions share.\n\n" //
    ZC_HELP_FACTS_EN "  --format text|json\n" ZC_HELP_COMMON_EN "\nExample:\n"
    "  zhicheng path --as-of 2024-03-01 --set held_title_region=shandong \\\n"
    "    --set held_title_track=targeted --set held_title_level=intermediate \\\n"
    "    --set unit_in_catalog=true --set employed_months_in_targeted_title=40 \\\n"
    "    --set destination_division=370102 --set destination_in_catalog=false\n";

const zc_command zc_command_path = {
    .name = "path",
    .usage = {"", ""},
    .summary = {"从所持职称到去向", "from a held title to a destination"},
    .help = {help_zh, help_en},
    .options = ZC_TAKES(format) | ZC_TAKES(plugins) | ZC_TAKES_FACTS,
    .run = run_path};
