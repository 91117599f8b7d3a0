/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng check: the conformance of one plugin file, each test in a process of its own. */
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

zc_status zc_command_check(zc_run *run) {
  zc_subject subject = {.overrides = run->overrides, .lang = run->lang};
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
