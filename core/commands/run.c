/* SPDX-License-Identifier: Apache-2.0 */
#include "commands/run.h"

#include "base/given_day.h"
#include "base/output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

void zc_run_free(zc_run *run) {
  zc_options_free(&run->options);
  zc_diagnostics_free(&run->diag);
  zc_free(run->plugins);
  zc_free(run->overrides);
  zc_data_free(run->data);
}

zc_status zc_run_require(zc_run *run, const char *name, const char *value) {
  if (value)
    return ZC_OK;
  return zc_report(&run->diag, ZC_BAD_INPUT, NULL, "缺少选项 %s；见 zhicheng %s --help",
                   "option %s is missing; see zhicheng %s --help", name,
                   run->options.command->name);
}

/* The region of --region apart, whose failure is an error. */
static void warn_of_failures(zc_run *run, const zc_host *host) {
  const char *asked = run->options.region;
  for (uint32_t i = 0; i < host->count; i++) {
    const zc_loaded *p = &host->plugins[i];
    if (p->status != ZC_OK && (!asked || strcmp(p->id, asked) != 0)) {
      zc_report(&run->diag, ZC_OK, NULL, "插件 %s 未能加载，其他地区不受影响：\n%s",
                "the plugin %s could not be loaded; other regions are not affected:\n%s", p->path,
                p->messages ? p->messages : "");
    }
  }
}

zc_status zc_run_host(zc_run *run, zc_host *host) {
  return zc_host_open(host, run->plugins, &run->deployment, run->lang, &run->diag);
}

zc_status zc_run_regions(zc_run *run, zc_host *host) {
  zc_status status = zc_run_host(run, host);
  if (status != ZC_OK)
    return status;
  warn_of_failures(run, host);
  return zc_host_require_any(host, &run->diag);
}

zc_status zc_run_overlooked(zc_run *run, const zc_host *host) {
  zc_status status = ZC_OK;
  for (uint32_t i = 0; !run->options.region && i < host->count; i++) {
    const zc_loaded *p = &host->plugins[i];
    if (p->status != ZC_OK) {
      status = zc_report(&run->diag, ZC_BAD_PLUGIN, &(zc_where){.file = p->path},
                         "这个插件未能加载，没有检查；请改正（原因见上），或把它移走",
                         "this plugin could not be loaded and was not looked at; mend it (the "
                         "reason stands above), or move it away");
    }
  }
  return status;
}

zc_status zc_run_region(zc_run *run, zc_host *host, zc_region **region) {
  zc_status status = zc_run_require(run, "--region", run->options.region);
  memset(host, 0, sizeof *host);
  if (status == ZC_OK)
    status = zc_run_host(run, host);
  if (status != ZC_OK)
    return status;
  zc_loaded *asked = NULL;
  warn_of_failures(run, host);
  status = zc_host_require(host, run->options.region, &asked, &run->diag);
  if (status != ZC_OK)
    return status;
  *region = asked->region;
  return zc_region_digest(asked->region, &run->diag);
}

zc_status zc_run_as_of(zc_run *run, zc_day *day) {
  return zc_given_day_read(day, run->options.as_of, "--as-of", &run->diag);
}

zc_status zc_run_year(zc_run *run, int32_t *year) {
  const char *text = run->options.year;
  if (!text) {
    *year = zc_civil_of(zc_today_shanghai()).year;
    return ZC_OK;
  }
  int32_t value = 0;
  for (size_t i = 0; i < 4; i++) {
    if (text[i] < '0' || text[i] > '9') {
      value = 0;
      break;
    }
    value = value * 10 + (text[i] - '0');
  }
  if (value < ZC_YEAR_MIN || value > ZC_YEAR_MAX || text[4] != '\0') {
    return zc_report(
        &run->diag, ZC_BAD_INPUT, NULL, "--year 的“%s”不是年份；应为 %d 至 %d 的四位数字",
        "--year: '%s' is no year; it is four digits from %d to %d", text, ZC_YEAR_MIN, ZC_YEAR_MAX);
  }
  *year = value;
  return ZC_OK;
}

static zc_status read_facts_file(zc_run *run, zc_facts *facts) {
  char *bytes = NULL;
  size_t length = 0;
  zc_status status = zc_read_file(run->options.facts, ZC_INPUT_LIMIT, &bytes, &length, &run->diag);
  if (status == ZC_OK)
    status = zc_facts_read(facts, run->options.facts, bytes, length, &run->diag);
  zc_free(bytes);
  return status;
}

static zc_status read_facts(zc_run *run, zc_facts *facts) {
  zc_status status = run->options.facts ? read_facts_file(run, facts) : ZC_OK;
  if (status == ZC_NO_RESOURCE || run->options.setting_count == 0)
    return status;
  zc_status settings =
      zc_facts_set(facts, run->options.settings, run->options.setting_count, &run->diag);
  return settings > status ? settings : status;
}

zc_status zc_run_facts(zc_run *run, const zc_vocabulary *v, zc_facts *facts) {
  zc_status status = zc_facts_init(facts, v, &run->diag);
  facts->precision = run->precision;
  if (status == ZC_OK)
    status = read_facts(run, facts);
  if (status == ZC_OK)
    zc_facts_tell_divisions(facts, &run->diag);
  return status;
}

zc_status zc_run_person(zc_run *run, zc_shared_person *person) {
  zc_status status = zc_shared_person_init(person, &run->diag);
  person->facts.precision = run->precision;
  if (run->data)
    person->vocabulary.data = run->data;
  if (status == ZC_OK)
    status = read_facts(run, &person->facts);
  if (status == ZC_OK)
    zc_facts_tell_divisions(&person->facts, &run->diag);
  return status;
}

zc_status zc_run_write(zc_run *run, zc_buffer *text) {
  if (text->failed)
    return zc_report_memory(&run->diag);
  errno = 0;
  if ((text->length > 0 && fwrite(text->data, 1, text->length, stdout) != text->length) ||
      fflush(stdout) != 0) {
    return zc_report(&run->diag, ZC_NO_RESOURCE, NULL, "标准输出无法写入：%s",
                     "standard output cannot be written: %s", strerror(errno));
  }
  return ZC_OK;
}

zc_status zc_run_save(zc_run *run, const char *path, const zc_buffer *text) {
  zc_output output;
  if (text->failed)
    return zc_report_memory(&run->diag);
  zc_status status = zc_output_open(&output, path, &run->diag);
  if (status == ZC_OK)
    status = zc_output_write(&output, text->data, text->length, &run->diag);
  if (status == ZC_OK)
    status = zc_output_close(&output, &run->diag);
  zc_output_drop(&output);
  return status;
}
