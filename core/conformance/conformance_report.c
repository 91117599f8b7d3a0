/* SPDX-License-Identifier: Apache-2.0 */
#include "conformance/conformance_report.h"

#include "base/memory.h"
#include "host/load.h"
#include "report/json_law.h"

#include <string.h>

zc_status zc_conformance_report_make(zc_conformance_report *report, const zc_subject *subject,
                                     zc_diagnostics *diag) {
  *report = (zc_conformance_report){.subject = subject};
  report->results = zc_calloc(zc_conformance_test_count, sizeof *report->results);
  if (!report->results)
    return zc_report_memory(diag);
  zc_status status = zc_conformance_run(subject, report->results, diag);
  for (uint32_t i = 0; i < zc_conformance_test_count; i++)
    report->counts[report->results[i].outcome]++;
  if (zc_plugin_inspect(subject->file, &report->info, NULL) != ZC_OK)
    memset(&report->info, 0, sizeof report->info);
  return status;
}

void zc_conformance_report_free(zc_conformance_report *report) {
  if (report->results)
    zc_conformance_free(report->results);
  zc_free(report->results);
}

/* ---- for people ---- */

static void text_result(const zc_conformance_report *c, zc_buffer *b, zc_conformance_result *r) {
  static const char *const marks[] = {"✓", "✗", "–"};
  static const char *const skipped[] = {"skipped", "未测"};
  zc_lang lang = c->subject->lang;
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

void zc_text_conformance(zc_buffer *b, const zc_conformance_report *c) {
  int zh = c->subject->lang == ZC_LANG_ZH;
  for (uint32_t i = 0; i < zc_conformance_test_count; i++)
    text_result(c, b, &c->results[i]);
  if (!c->counts[ZC_FAILED])
    zc_buffer_printf(b,
                     zh ? "%s：没有发现问题。地区 %s，版本 %s，接口 %u.%u。"
                        : "%s: nothing is wrong. Region %s, version %s, ABI %u.%u. ",
                     c->subject->file, c->info.region, c->info.version, c->info.abi_major,
                     c->info.abi_minor);
  else
    zc_buffer_printf(b, zh ? "%s：有问题。" : "%s: something is wrong. ", c->subject->file);
  zc_buffer_printf(b,
                   zh ? "通过 %u 项，未通过 %u 项，未测 %u 项；种子 %llu\n"
                      : "%u tests passed, %u failed, %u skipped; seed %llu\n",
                   c->counts[ZC_PASSED], c->counts[ZC_FAILED], c->counts[ZC_SKIPPED],
                   (unsigned long long)c->subject->seed);
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

void zc_json_conformance(zc_buffer *b, const zc_conformance_report *c) {
  zc_buffer_puts(b, "{\"api\":1,\"plugin\":");
  zc_buffer_json(b, c->subject->file);
  json_known(b, ",\"region\":", c->info.region);
  json_known(b, ",\"version\":", c->info.version);
  zc_buffer_printf(b, ",\"abi\":[%u,%u],\"seed\":\"%llu\",\"passed\":%s,\"tests\":[",
                   c->info.abi_major, c->info.abi_minor, (unsigned long long)c->subject->seed,
                   c->counts[ZC_FAILED] ? "false" : "true");
  for (uint32_t i = 0; i < zc_conformance_test_count; i++) {
    zc_buffer_puts(b, i ? "," : "");
    json_result(b, &c->results[i]);
  }
  zc_buffer_puts(b, "]}\n");
}
