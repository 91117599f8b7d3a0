/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng test: runs the cases beside the plugins, each region against its own plugin alone, and
 * tells which rule lacks which kind of case. */
#include "base/words.h"
#include "cases/record.h"
#include "commands/run.h"
#include "testing/testing.h"

#include <string.h>

/* The region of a case file that stands in plugins/<region>/cases/. */
static int region_of_path(const char *path, char region[32]) {
  const char *cases = strstr(path, "/cases/");
  const char *start = cases;
  while (start && start > path && start[-1] != '/')
    start--;
  size_t length = cases ? (size_t)(cases - start) : 0;
  if (length == 0 || length > 31)
    return 0;
  memcpy(region, start, length);
  region[length] = '\0';
  return zc_is_region_id(region);
}

static zc_status check_options(zc_run *run, char region[32]) {
  const zc_options *o = &run->options;
  if (o->operand_count > 0 && !o->region && !region_of_path(o->operands[0], region)) {
    return zc_report(
        &run->diag, ZC_BAD_INPUT, NULL, "从“%s”看不出是哪个地区的用例；请用 --region 指明",
        "'%s' does not tell whose cases these are; name the region with --region", o->operands[0]);
  }
  if (o->cases && (!o->region || o->operand_count > 0)) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "--cases 须与 --region 一起使用，且不再给出用例文件",
                     "--cases goes with --region, and without case files");
  }
  if (!o->coverage && (o->html || zc_options_json(o))) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "--html 和 --format json 只与 --coverage 一起使用",
                     "--html and --format json go with --coverage only");
  }
  if ((o->coverage || o->mutate) + o->record > 1 || (o->coverage && o->mutate) ||
      ((o->coverage || o->mutate) && o->operand_count > 0)) {
    return zc_report(
        &run->diag, ZC_BAD_INPUT, NULL,
        "--coverage、--mutate 和 --record 各自使用，前两项看地区的全部用例，不给出用例文件",
        "--coverage, --mutate and --record stand alone; the first two look at all "
        "cases of a region and take no case files");
  }
  if (!o->record &&
      (o->facts || o->setting_count > 0 || o->as_of || o->strict || o->id || o->title)) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "--facts、--set、--as-of、--strict、--id、--title 只与 --record 一起使用",
                     "--facts, --set, --as-of, --strict, --id and --title go with --record only");
  }
  return ZC_OK;
}

static zc_status write_out(zc_run *run, const zc_testing *s) {
  zc_buffer out = {0};
  (zc_options_json(&run->options) ? zc_testing_json : zc_testing_text)(s, &out);
  zc_status status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

/* The files that are asked for beside the output. */
static void save(zc_run *run, zc_testing *s) {
  zc_buffer page = {0}, junit = {0};
  if (run->options.html) {
    zc_testing_html(s, &page);
    zc_test_worsen(s, zc_run_save(run, run->options.html, &page));
  }
  if (run->options.junit) {
    zc_testing_junit(s, &junit);
    zc_test_worsen(s, zc_run_save(run, run->options.junit, &junit));
  }
  zc_buffer_free(&page);
  zc_buffer_free(&junit);
}

static zc_status run_tests(zc_run *run, const char *region) {
  const zc_options *o = &run->options;
  zc_test_options options = {.plugins = run->plugins,
                             .overrides = run->overrides,
                             .cases = o->cases,
                             .files = o->operands,
                             .file_count = o->operand_count,
                             .rule = o->rule,
                             .coverage = o->coverage,
                             .mutate = o->mutate,
                             .json = zc_options_json(o),
                             .html = o->html != NULL,
                             .lang = run->lang};
  zc_testing s = {.options = &options, .diag = &run->diag};
  if (region)
    zc_test_region(&s, region);
  else
    zc_test_all(&s);
  int has_rules = !o->rule || s.has_rule;
  if (!has_rules && s.status == ZC_OK) {
    zc_test_worsen(&s, zc_report(&run->diag, ZC_BAD_INPUT, NULL, "没有规则“%s”",
                                 "there is no rule '%s'", o->rule));
  }
  if (s.loaded > 0 && has_rules)
    zc_test_worsen(&s, write_out(run, &s));
  save(run, &s);
  zc_testing_free(&s);
  return s.status != ZC_OK ? s.status : s.failed > 0 || s.gaps > 0 ? ZC_FAILED_CHECK : ZC_OK;
}

/* ---- --record ---- */

static zc_status write_case(zc_run *run, const zc_region *region,
                            const zc_record_options *options) {
  zc_facts facts = {0};
  zc_buffer out = {0};
  zc_day as_of = 0;
  zc_status status = zc_run_as_of(run, &as_of);
  zc_status read = zc_run_facts(run, &region->vocabulary, &facts);
  status = read > status ? read : status;
  if (status == ZC_OK)
    status = zc_record(&out, region, &facts, as_of, options, &run->diag);
  if (status == ZC_OK)
    status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  zc_facts_free(&facts);
  return status;
}

static zc_status record(zc_run *run) {
  const zc_options *o = &run->options;
  zc_record_options options = {o->id, o->title, o->rule, o->strict};
  zc_host host = {0};
  zc_region *region = NULL;
  zc_status names = zc_run_require(run, "--id", o->id);
  zc_status title = zc_run_require(run, "--title", o->title);
  zc_status sound = zc_record_check(&options, &run->diag);
  names = title > names ? title : names;
  names = sound > names ? sound : names;
  zc_status status = zc_run_region(run, &host, &region);
  if (status == ZC_OK && names == ZC_OK)
    status = write_case(run, region, &options);
  zc_host_close(&host);
  return names > status ? names : status;
}

zc_status zc_command_test(zc_run *run) {
  char region[32] = "";
  zc_status status = check_options(run, region);
  if (status != ZC_OK)
    return status;
  if (run->options.record)
    return record(run);
  return run_tests(run, run->options.region ? run->options.region
                        : *region != '\0'   ? region
                                            : NULL);
}
