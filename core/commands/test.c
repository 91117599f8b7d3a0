/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng test: runs the cases beside the plugins, each region against its own plugin alone, and
 * tells which rule lacks which kind of case. */
#include "cases/conditions_report.h"
#include "cases/record.h"
#include "cases/test_region.h"

#include "base/words.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

static int is_plugin(const struct dirent *entry) {
  return zc_is_plugin_name(entry->d_name);
}

static void test_all_regions(zc_testing *s) {
  struct dirent **list = NULL;
  int count = scandir(s->run->plugins, &list, is_plugin, alphasort);
  if (count <= 0) {
    zc_test_worsen(s,
                   zc_report(&s->run->diag, ZC_BAD_INPUT, NULL,
                             "目录 %s 中没有插件；请用 --plugins 指明插件目录",
                             "the directory %s holds no plugin; name the directory with --plugins",
                             s->run->plugins));
  }
  for (int i = 0; i < count; i++) {
    list[i]->d_name[strlen(list[i]->d_name) - 3] = '\0';
    zc_test_region(s, list[i]->d_name);
    free(list[i]); /* scandir's own */
  }
  free(list);
}

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

static void write_junit(zc_testing *s) {
  zc_buffer document = {0};
  zc_junit_write(&s->junit, &document);
  zc_test_worsen(s, zc_run_save(s->run, s->run->options.junit, &document));
  zc_buffer_free(&document);
}

static void write_page(zc_testing *s) {
  zc_buffer page = {0};
  zc_conditions_html_head(s->run->lang, &page);
  zc_buffer_add(&page, s->html.data, s->html.length);
  zc_conditions_html_foot(&page);
  page.failed |= s->html.failed;
  zc_test_worsen(s, zc_run_save(s->run, s->run->options.html, &page));
  zc_buffer_free(&page);
}

/* The same in every language: other programs read it. */
static zc_status write_json(zc_testing *s) {
  zc_buffer document = {0};
  zc_buffer_puts(&document, "{\"api\":1,\"regions\":[");
  zc_buffer_add(&document, s->json.data, s->json.length);
  zc_buffer_printf(&document, "],\"passed\":%u,\"failed\":%u,\"gaps\":%u}\n", s->passed, s->failed,
                   s->gaps);
  document.failed |= s->json.failed;
  zc_status status = zc_run_write(s->run, &document);
  zc_buffer_free(&document);
  return status;
}

static zc_status run_tests(zc_run *run, const char *region) {
  zc_testing s = {.run = run};
  if (region)
    zc_test_region(&s, region);
  else
    test_all_regions(&s);
  int has_rules = !run->options.rule || s.has_rule;
  if (!has_rules && s.status == ZC_OK) {
    zc_test_worsen(&s, zc_report(&run->diag, ZC_BAD_INPUT, NULL, "没有规则“%s”",
                                 "there is no rule '%s'", run->options.rule));
  }
  /* The same in every language: other programs read this line. */
  zc_buffer_printf(&s.out, "%u passed, %u failed\n", s.passed, s.failed);
  zc_buffer_add(&s.out, s.cases.data, s.cases.length);
  s.out.failed |= s.cases.failed;
  if (s.loaded > 0 && has_rules)
    zc_test_worsen(&s, zc_options_json(&run->options) ? write_json(&s) : zc_run_write(run, &s.out));
  if (run->options.html)
    write_page(&s);
  if (run->options.junit)
    write_junit(&s);
  zc_buffer_free(&s.out);
  zc_buffer_free(&s.cases);
  zc_buffer_free(&s.json);
  zc_buffer_free(&s.html);
  zc_junit_free(&s.junit);
  return s.status != ZC_OK ? s.status : s.failed > 0 || s.gaps > 0 ? ZC_FAILED_CHECK : ZC_OK;
}

zc_status zc_command_test(zc_run *run) {
  char region[32] = "";
  zc_status status = check_options(run, region);
  if (status != ZC_OK)
    return status;
  if (run->options.record)
    return zc_record(run);
  return run_tests(run, run->options.region ? run->options.region
                        : *region != '\0'   ? region
                                            : NULL);
}
