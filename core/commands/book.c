/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng book: the rules of a region in words, to be read beside its documents. */
#include "cases/region_book.h"
#include "commands/help.h"
#include "commands/run.h"

#include <string.h>

static zc_status write_page(zc_run *run, zc_buffer *page) {
  const char *path = run->options.output;
  if (!path || strcmp(path, "-") == 0)
    return zc_run_write(run, page);
  return zc_run_save(run, path, page);
}

static zc_status write_book(zc_run *run, const zc_region *region) {
  const char *format = run->options.format;
  zc_page_form form = format && strcmp(format, "markdown") == 0 ? ZC_PAGE_MARKDOWN : ZC_PAGE_HTML;
  zc_buffer page = {0};
  zc_status status = zc_region_book(&page, region, run->plugins, form, &run->diag);
  if (status == ZC_OK)
    status = write_page(run, &page);
  zc_buffer_free(&page);
  return status;
}

static zc_status run_book(zc_run *run) {
  zc_host host = {0};
  zc_region *region = NULL;
  if (run->options.operand_count != 1) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "book 要一个地区，给了 %u 个；见 zhicheng book --help",
                     "book takes one region, %u were given; see zhicheng book --help",
                     run->options.operand_count);
  }
  run->options.region = run->options.operands[0];
  zc_status status = zc_run_region(run, &host, &region);
  if (status == ZC_OK)
    status = write_book(run, region);
  zc_host_close(&host);
  return status;
}

static const char help_zh[] =
    "zhicheng book 地区 [选项]\n\n"
    "一个地区的规则手册，供与文件对照：每一条款及其规则的文字说明、途径、职称的效力、日程、\n"
    "按日期列出并注明出处的参数、作为例子的案例，彼此有链接。只有一个文件，不需要网络。\n\n"
    "  --format html|markdown   缺省为 html\n"
    "  --output 文件     写到这个文件；缺省为标准输出\n" //
    ZC_HELP_COMMON_ZH "\n例：\n"
    "  zhicheng book guangxi --output guangxi.html\n";

static const char help_en[] =
    "zhicheng book REGION [options]\n\n"
    "The rule book of a region, in Chinese, to be read beside its documents: every clause "
    "with\n"
    "its rules in words, routes, what a title is worth, calendar, parameters by date with "
    "their\n"
    "sources, and the cases as examples, with links between them. One file that needs no\n"
    "network.\n\n"
    "  --format html|markdown   default html\n"
    "  --output FILE     where it is written; default standard output\n" //
    ZC_HELP_COMMON_EN "\nExample:\n"
    "  zhicheng book guangxi --output guangxi.html\n";

const zc_command zc_command_book = {
    .name = "book",
    .usage = {"地区", "REGION"},
    .summary = {"规则手册，供与文件对照", "the rules in words, to be read beside the documents"},
    .help = {help_zh, help_en},
    .options = ZC_TAKES(format) | ZC_TAKES(output) | ZC_TAKES(plugins),
    .takes_operands = 1,
    .formats = {"html", "markdown"},
    .run = run_book};
