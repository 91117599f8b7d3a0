/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng compare: one person in every region and track that is there, side by side. */
#include "compare/compare.h"
#include "commands/help.h"
#include "commands/run.h"

static zc_status compare(zc_run *run, zc_host *host, const zc_shared_person *person, zc_day as_of) {
  zc_buffer out = {0};
  zc_compare_options options = {as_of, run->options.strict, zc_options_json(&run->options),
                                run->lang};
  zc_status status = zc_host_digest(host, &run->diag);
  if (status == ZC_OK)
    status = zc_compare(&out, host, person, &options, &run->diag);
  if (status == ZC_OK)
    status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

static zc_status run_compare(zc_run *run) {
  zc_host host = {0};
  zc_shared_person person = {0};
  zc_day as_of = 0;
  zc_status day_status = zc_run_as_of(run, &as_of);
  zc_status status = zc_run_regions(run, &host);
  if (status == ZC_OK)
    status = zc_run_person(run, &person);
  if (status == ZC_OK && day_status == ZC_OK)
    status = compare(run, &host, &person, as_of);
  zc_shared_person_free(&person);
  zc_host_close(&host);
  return day_status > status ? day_status : status;
}

static const char help_zh[] =
    "zhicheng compare [选项]\n\n"
    "同一个人在现有的每个地区、每个类别中并列比较：结论、途径、不符合或还不知道的条件。\n"
    "事实限于各地区共有的，即 zhicheng facts 所列；track 依次取每一类别。单位在一个地区，\n"
    "就不在其他地区；不给出 unit_division，则按单位分别在各地区来问。\n\n" ZC_HELP_FACTS_ZH
    "  --format text|json\n" ZC_HELP_COMMON_ZH "\n例：\n"
    "  zhicheng compare --as-of 2024-06-01 --set target_level=deputy_senior \\\n"
    "    --set series=school_teacher --set education=bachelor\n";

static const char help_en[] =
    "zhicheng compare [options]\n\n"
    "One person in every region and track that is there, side by side: the verdict, the\n"
    "route, and what is not met or not yet known. Facts are those that all regions share, as\n"
    "`zhicheng facts` lists them; `track` is set to each in turn. A unit that lies in one\n"
    "region is outside all others: leave unit_division out to ask as if it lay in "
    "each.\n\n" ZC_HELP_FACTS_EN "  --format text|json\n" ZC_HELP_COMMON_EN "\nExample:\n"
    "  zhicheng compare --as-of 2024-06-01 --set target_level=deputy_senior \\\n"
    "    --set series=school_teacher --set education=bachelor\n";

const zc_command zc_command_compare = {
    .name = "compare",
    .usage = {"", ""},
    .summary = {"一个人在各地区的结论", "one person in all regions"},
    .help = {help_zh, help_en},
    .options = ZC_TAKES(format) | ZC_TAKES(plugins) | ZC_TAKES_FACTS,
    .run = run_compare};
