/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng check: the conformance of one plugin file, each test in a process of its own. */
#include "commands/run.h"

#include "conformance/conformance.h"
#include "host/load.h"
#include "report/json_law.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>

typedef struct checking {
  zc_run *run;
  const char *file;
  uint64_t seed;
  zc_conformance_result *results;
  uint32_t counts[ZC_SKIPPED + 1]; /* by outcome */
  zc_file_info info;               /* of a file that the first tests let pass; else empty */
} checking;

/* ---- for people ---- */

static void text_result(const checking *c, zc_buffer *b, zc_conformance_result *r) {
  static const char *const marks[] = {"✓", "✗", "–"};
  static const char *const skipped[] = {"skipped", "未测"};
  zc_lang lang = c->run->lang;
  int zh = lang == ZC_LANG_ZH;
  const char *said = r->said.length ? zc_buffer_text(&r->said) : "";
  zc_buffer_printf(b, "%s %s%s%s\n", marks[r->outcome], r->test->id, zh ? "：" : ": ",
                   zh ? r->test->title.zh : r->test->title.en);
  if (r->outcome == ZC_SKIPPED) {
    zc_buffer_printf(b, "    %s%s%s", skipped[lang], zh ? "：" : ": ", said);
    return;
  }
  /* Messages begin their lines, so that editors find the places in them. */
  if (said && r->outcome == ZC_FAILED)
    zc_buffer_puts(b, said);
  for (const char *line = r->outcome == ZC_PASSED ? said : NULL; line && *line;) {
    const char *end = strchr(line, '\n');
    zc_buffer_printf(b, "    %.*s\n", (int)(end - line), line);
    line = end + 1;
  }
  if (r->outcome == ZC_FAILED)
    zc_buffer_printf(b, zh ? "    怎样改正：%s\n" : "    what to do: %s\n",
                     zh ? r->test->cure.zh : r->test->cure.en);
}

static void text_report(const checking *c, zc_buffer *b) {
  int zh = c->run->lang == ZC_LANG_ZH;
  for (uint32_t i = 0; i < zc_conformance_test_count; i++)
    text_result(c, b, &c->results[i]);
  if (!c->counts[ZC_FAILED])
    zc_buffer_printf(b,
                     zh ? "%s：没有发现问题。地区 %s，版本 %s，接口 %u.%u。"
                        : "%s: nothing is wrong. Region %s, version %s, ABI %u.%u. ",
                     c->file, c->info.region, c->info.version, c->info.abi_major,
                     c->info.abi_minor);
  else
    zc_buffer_printf(b, zh ? "%s：有问题。" : "%s: something is wrong. ", c->file);
  zc_buffer_printf(b,
                   zh ? "通过 %u 项，未通过 %u 项，未测 %u 项；种子 %llu\n"
                      : "%u tests passed, %u failed, %u skipped; seed %llu\n",
                   c->counts[ZC_PASSED], c->counts[ZC_FAILED], c->counts[ZC_SKIPPED],
                   (unsigned long long)c->seed);
}

/* ---- for machines ---- */

static void json_lines(zc_buffer *b, zc_conformance_result *r) {
  const char *line = r->said.length ? zc_buffer_text(&r->said) : NULL;
  const char *between = "";
  zc_buffer one = {0};
  while (line && *line) {
    const char *end = strchr(line, '\n');
    size_t length = end ? (size_t)(end - line) : strlen(line);
    zc_buffer_clear(&one);
    zc_buffer_add(&one, line, length);
    const char *text = zc_buffer_text(&one);
    zc_buffer_puts(b, between);
    zc_buffer_json(b, text ? text : "");
    between = ",";
    line = end ? end + 1 : line + length;
  }
  b->failed |= one.failed;
  zc_buffer_free(&one);
}

static void json_result(zc_buffer *b, zc_conformance_result *r) {
  static const char *const words[] = {"passed", "failed", "skipped"};
  zc_buffer_puts(b, "{\"id\":");
  zc_buffer_json(b, r->test->id);
  zc_buffer_puts(b, ",\"title\":");
  zc_json_text(b, r->test->title.zh, r->test->title.en);
  zc_buffer_printf(b, ",\"result\":\"%s\",\"messages\":[", words[r->outcome]);
  json_lines(b, r);
  zc_buffer_puts(b, "],\"cure\":");
  if (r->outcome == ZC_FAILED)
    zc_json_text(b, r->test->cure.zh, r->test->cure.en);
  else
    zc_buffer_puts(b, "null");
  zc_buffer_printf(b, ",\"microseconds\":%u}", r->microseconds);
}

static void json_known(zc_buffer *b, const char *key, const char *text) {
  zc_buffer_puts(b, key);
  if (*text)
    zc_buffer_json(b, text);
  else
    zc_buffer_puts(b, "null");
}

static void json_report(const checking *c, zc_buffer *b) {
  zc_buffer_puts(b, "{\"api\":1,\"plugin\":");
  zc_buffer_json(b, c->file);
  json_known(b, ",\"region\":", c->info.region);
  json_known(b, ",\"version\":", c->info.version);
  zc_buffer_printf(b, ",\"abi\":[%u,%u],\"seed\":\"%llu\",\"passed\":%s,\"tests\":[",
                   c->info.abi_major, c->info.abi_minor, (unsigned long long)c->seed,
                   c->counts[ZC_FAILED] ? "false" : "true");
  for (uint32_t i = 0; i < zc_conformance_test_count; i++) {
    zc_buffer_puts(b, i ? "," : "");
    json_result(b, &c->results[i]);
  }
  zc_buffer_puts(b, "]}\n");
}

/* ---- the command ---- */

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

static zc_status write_report(checking *c) {
  zc_buffer out = {0};
  (zc_options_json(&c->run->options) ? json_report : text_report)(c, &out);
  zc_status status = zc_run_write(c->run, &out);
  zc_buffer_free(&out);
  return status != ZC_OK ? status : c->counts[ZC_FAILED] ? ZC_FAILED_CHECK : ZC_OK;
}

static zc_status check_plugin(checking *c) {
  zc_subject subject = {
      .file = c->file, .overrides = c->run->overrides, .lang = c->run->lang, .seed = c->seed};
  c->results = zc_calloc(zc_conformance_test_count, sizeof *c->results);
  if (!c->results)
    return zc_report_memory(&c->run->diag);
  zc_status status = zc_conformance_run(&subject, c->results, &c->run->diag);
  for (uint32_t i = 0; i < zc_conformance_test_count; i++)
    c->counts[c->results[i].outcome]++;
  if (zc_plugin_inspect(c->file, &c->info, NULL) != ZC_OK)
    memset(&c->info, 0, sizeof c->info);
  if (status == ZC_OK)
    status = write_report(c);
  zc_conformance_free(c->results);
  zc_free(c->results);
  return status;
}

zc_status zc_command_check(zc_run *run) {
  checking check = {.run = run};
  struct stat file;
  if (run->options.operand_count != 1) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "check 要一个插件文件，给了 %u 个；见 zhicheng check --help",
                     "check takes one plugin file, %u were given; see zhicheng check --help",
                     run->options.operand_count);
  }
  check.file = run->options.operands[0];
  if (stat(check.file, &file) != 0) {
    return zc_report(&run->diag, ZC_BAD_INPUT, &(zc_where){.file = check.file},
                     "无法读取：%s；请给出插件文件，如 build/plugins/guangxi.so",
                     "cannot be read: %s; name a plugin's file, like build/plugins/guangxi.so",
                     strerror(errno));
  }
  zc_status status = read_seed(run, &check.seed);
  return status == ZC_OK ? check_plugin(&check) : status;
}
