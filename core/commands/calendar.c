/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng calendar: what must be done by when in a region and year. */
#include "commands/help.h"
#include "commands/run.h"
#include "report/report.h"

static zc_status read_year(zc_run *run, int32_t *year) {
  zc_status status = zc_run_require(run, "--year", run->options.year);
  return status == ZC_OK ? zc_run_year(run, year) : status;
}

static zc_status write_calendar(zc_run *run, const zc_calendar *calendar) {
  zc_buffer out = {0};
  if (zc_options_json(&run->options))
    zc_json_calendar(&out, calendar);
  else
    zc_text_calendar(&out, calendar, run->lang);
  zc_status status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

static zc_status make_calendar(zc_run *run, const zc_region *region, int32_t year) {
  zc_facts dates = {0};
  zc_calendar calendar = {0};
  zc_status status = zc_run_facts(run, &region->vocabulary, &dates);
  zc_status check = status < ZC_NO_RESOURCE ? zc_calendar_check(&dates, &run->diag) : status;
  status = check > status ? check : status;
  if (status == ZC_OK)
    status = zc_calendar_make(&calendar, region, year, &dates, &run->diag);
  if (status == ZC_OK)
    status = write_calendar(run, &calendar);
  zc_calendar_free(&calendar);
  zc_facts_free(&dates);
  return status;
}

static zc_status run_calendar(zc_run *run) {
  zc_host host = {0};
  zc_region *region = NULL;
  int32_t year = 0;
  zc_status year_status = read_year(run, &year);
  zc_status status = zc_run_region(run, &host, &region);
  if (status == ZC_OK && year_status == ZC_OK)
    status = make_calendar(run, region, year);
  zc_host_close(&host);
  return year_status > status ? year_status : status;
}

static const char help_zh[] =
    "zhicheng calendar --region R --year Y [选项]\n\n"
    "哪些事须在何时之前完成。从某一天起算的步骤，须给出那一天。\n\n"
    "  --region R        地区\n"
    "  --year Y          1900 至 2199\n"
    "  --set 名称=日期   review_start_date、review_end_date、meeting_date、approval_date\n"
    "  --format text|json\n" ZC_HELP_COMMON_ZH "\n例：\n"
    "  zhicheng calendar --region urumqi --year 2022 --set review_start_date=2022-10-10\n";

static const char help_en[] =
    "zhicheng calendar --region R --year Y [options]\n\n"
    "What must be done by when. Steps that are counted from a day need that day.\n\n"
    "  --region R        id of the region\n"
    "  --year Y          1900 to 2199\n"
    "  --set NAME=DATE   review_start_date, review_end_date, meeting_date or approval_date\n"
    "  --format text|json\n" ZC_HELP_COMMON_EN "\nExample:\n"
    "  zhicheng calendar --region urumqi --year 2022 --set review_start_date=2022-10-10\n";

const zc_command zc_command_calendar = {
    .name = "calendar",
    .usage = {"--region R --year Y   ", "--region R --year Y   "},
    .summary = {"何事何时到期？", "what is due when?"},
    .help = {help_zh, help_en},
    .options = ZC_TAKES(region) | ZC_TAKES(settings) | ZC_TAKES(year) | ZC_TAKES(format) |
               ZC_TAKES(plugins),
    .run = run_calendar};
