/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng check: the conformance of one plugin file, each test in a process of its own. */
#include "commands/help.h"
#include "commands/run.h"
#include "conformance/conformance_report.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>

static zc_status read_seed(zc_run *run, uint64_t *seed) {
  const char *text = run->options.reproduce;
  char *end;
  if (!text)
    return getrandom(seed, sizeof *seed, 0) == (ssize_t)sizeof *seed
               ? ZC_OK
               : zc_report(&run->diag, ZC_NO_RESOURCE, NULL, "系统不提供随机数",
                           "the system gives no random numbers");
  errno = 0;
  *seed = strtoull(text, &end, 10);
  if (errno || *end || *text < '0' || *text > '9')
    return zc_report(
        &run->diag, ZC_BAD_INPUT, NULL, "选项 --reproduce 的值“%s”不是种子：应为报告所示的数",
        "option --reproduce: '%s' is no seed: it is the number that a report shows", text);
  return ZC_OK;
}

static zc_status write_report(zc_run *run, const zc_conformance_report *report) {
  zc_buffer out = {0};
  (zc_options_json(&run->options) ? zc_json_conformance : zc_text_conformance)(&out, report);
  zc_status status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status != ZC_OK ? status : report->counts[ZC_FAILED] ? ZC_FAILED_CHECK : ZC_OK;
}

static zc_status run_check(zc_run *run) {
  zc_subject subject = {.deployment = run->deployment, .lang = run->lang};
  zc_conformance_report report = {0};
  struct stat file;
  if (run->options.operand_count != 1) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "check 要一个插件文件，给了 %u 个；见 zhicheng check --help",
                     "check takes one plugin file, %u were given; see zhicheng check --help",
                     run->options.operand_count);
  }
  subject.file = run->options.operands[0];
  if (stat(subject.file, &file) != 0) {
    return zc_report(&run->diag, ZC_BAD_INPUT, &(zc_where){.file = subject.file},
                     "无法读取：%s；请给出插件文件，如 build/plugins/guangxi.so",
                     "cannot be read: %s; name a plugin's file, like build/plugins/guangxi.so",
                     strerror(errno));
  }
  zc_status status = read_seed(run, &subject.seed);
  if (status == ZC_OK)
    status = zc_conformance_report_make(&report, &subject, &run->diag);
  if (status == ZC_OK)
    status = write_report(run, &report);
  zc_conformance_report_free(&report);
  return status;
}

static const char help_zh[] =
    "zhicheng check 插件.so [选项]\n\n"
    "检验一个插件文件，列出其中的所有问题和插件源文件的行号。每项检验都在单独的进程里进行，\n"
    "并有时限，因此崩溃、不结束、退出程序或打开文件的插件都会按其所为指明：文件和符号，\n"
    "启动代码，打开一次和一百次，各表，引用，日期，参数，规则和禁止事项，函数，对随机事实\n"
    "的回答，加载次序，加载时间。\n\n"
    "  --format text|json\n"
    "  --reproduce 种子  用报告所示的种子重现同样的随机事实\n" //
    ZC_HELP_OWN_PLUGINS_ZH "\n退出状态：0 没有问题，1 有检验未通过，2 没有这个文件。\n"
    "\n示例：\n  zhicheng check build/plugins/guangxi.so --reproduce 1\n";

static const char help_en[] =
    "zhicheng check PLUGIN.so [options]\n\n"
    "Tests one plugin file, and tells everything that is wrong with it, with the file and\n"
    "line of the plugin's source. Each test runs in a process of its own with a time limit,\n"
    "so a plugin that crashes, hangs, leaves the program or opens files is told by what it\n"
    "does: the file and its symbols, start-up code, opening it once and a hundred times, its\n"
    "tables, citations, days, parameters, rules and prohibitions, its functions, answers to\n"
    "random facts, the order of loading, the time to load.\n\n"
    "  --format text|json\n"
    "  --reproduce SEED  ask about the same random facts as the report with this seed\n" //
    ZC_HELP_OWN_PLUGINS_EN
    "\nExit status: 0 nothing is wrong, 1 a test failed, 2 there is no such file.\n"
    "\nExample:\n  zhicheng check build/plugins/guangxi.so --reproduce 1\n";

const zc_command zc_command_check = {.name = "check",
                                     .usage = {"插件.so", "PLUGIN.so"},
                                     .summary = {"检查一个插件文件", "check a plugin file"},
                                     .help = {help_zh, help_en},
                                     .options = ZC_TAKES(format) | ZC_TAKES(reproduce),
                                     .takes_operands = 1,
                                     .run = run_check};
