/* SPDX-License-Identifier: Apache-2.0 */
#include "testing/testing.h"

#include "host/host.h"
#include "testing/conditions_report.h"
#include "testing/coverage.h"
#include "testing/mutate.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* The region, and what is collected over its cases. */
typedef struct suite {
  zc_testing *s;
  zc_region region;
  zc_runner runner;
  zc_coverage *coverage;
  zc_conditions conditions; /* of --coverage */
  zc_day last_day;          /* of the case that was run last */
  int has_exemptions;       /* reasons why cases are not there */
  int whole;                /* all of the region's files are run, so that coverage can be told */
} suite;

static void finish_case(suite *t, const zc_case *c, const char *problems) {
  zc_testing *s = t->s;
  zc_buffer name = {0};
  zc_buffer_printf(&name, "%s: %s", c->id, c->title ? c->title : "");
  const char *text = zc_buffer_text(&name);
  zc_junit_add(&s->junit, t->region.id, text ? text : c->id, c->file, c->line, problems);
  zc_buffer_free(&name);
  if (!problems) {
    s->passed++;
    return;
  }
  s->failed++;
  zc_buffer_printf(&s->out,
                   s->options->lang == ZC_LANG_ZH ? "%s:%u: 未通过 [%s] %s\n%s"
                                                  : "%s:%u: FAILED [%s] %s\n%s",
                   c->file, c->line, c->id, c->title ? c->title : "", problems);
}

/* Counts what a case shows that holds. */
static zc_status cover(suite *t, const zc_case *c) {
  const zc_answer *answer = NULL;
  zc_status status = ZC_OK;
  zc_coverage_add(t->coverage, c);
  if (t->s->options->coverage && c->question != ZC_Q_CALENDAR) {
    status = zc_case_ask(&t->runner, c, &answer, t->s->diag);
    if (status == ZC_OK) {
      zc_conditions_add(&t->conditions, answer, c->strict);
      t->last_day = answer->as_of;
    }
  }
  return status;
}

static zc_status run_case(suite *t, const zc_section *section) {
  zc_testing *s = t->s;
  zc_case c;
  zc_buffer problems = {0};
  zc_status status = zc_case_read(&c, &t->region, section, s->diag);
  if (status == ZC_OK && s->options->rule && !zc_case_names(&c, s->options->rule))
    return ZC_OK;
  if (status != ZC_OK)
    zc_case_facts(&t->runner.facts, &c, s->diag); /* for what is wrong with them, too */
  else
    status = zc_case_run(&t->runner, &c, &problems, s->diag);
  if (status == ZC_OK && problems.length == 0)
    status = cover(t, &c);
  const char *text = problems.length > 0 ? zc_buffer_text(&problems) : NULL;
  finish_case(t, &c, status != ZC_OK ? "    cannot be run: see the messages\n" : text);
  zc_buffer_free(&problems);
  return status;
}

static zc_status run_section(void *context, const zc_section *section) {
  suite *t = context;
  if (strcmp(section->name, "exempt") != 0)
    return run_case(t, section);
  t->has_exemptions = 1;
  return zc_coverage_exempt(t->coverage, section, t->s->diag);
}

/* The folder of the region's cases; NULL: out of memory. Freed by the caller. */
static char *cases_of(const suite *t) {
  const zc_test_options *options = t->s->options;
  return options->cases ? zc_copy(options->cases, strlen(options->cases))
                        : zc_case_folder(t->s->options->plugins, t->region.id);
}

static zc_status visit_cases(suite *t) {
  zc_diagnostics *diag = t->s->diag;
  const zc_test_options *options = t->s->options;
  zc_status status = ZC_OK;
  for (uint32_t i = 0; i < options->file_count; i++) {
    zc_status visited = zc_case_file_visit(options->files[i], run_section, t, diag);
    status = visited > status ? visited : status;
  }
  if (!t->whole)
    return status;
  char *folder = cases_of(t);
  status = folder ? zc_case_folder_visit(folder, run_section, t, diag) : zc_report_memory(diag);
  zc_free(folder);
  return status;
}

/* Whether the region has the rule that is asked for. */
static int is_asked(const suite *t) {
  const char *rule = t->s->options->rule;
  return !rule || zc_region_has(&t->region, rule);
}

/* A run that looks at nothing shows nothing: it does not pass. An exemption is looked at where the
 * rules are held against all cases. */
static void run_cases(suite *t) {
  zc_testing *s = t->s;
  uint32_t before = s->passed + s->failed;
  zc_status status = visit_cases(t);
  int has_seen = s->passed + s->failed > before || (t->whole && t->has_exemptions);
  if (status == ZC_OK && !has_seen && is_asked(t)) {
    status = zc_report(s->diag, ZC_FAILED_CHECK, NULL,
                       "地区 %s：一个用例也没有运行；请写用例，或核对 --cases、--rule 和用例文件",
                       "region %s: not one case was run; write cases, or look at --cases, --rule "
                       "and the case files",
                       t->region.id);
  }
  zc_test_worsen(s, status);
}

static void report_coverage(suite *t) {
  zc_testing *s = t->s;
  uint32_t kinds = 0;
  uint32_t shown = 0;
  const char *rule = s->options->rule;
  if (!t->whole || !is_asked(t))
    return;
  uint32_t gaps = zc_coverage_report(t->coverage, rule, s->options->lang, &s->out, &kinds, &shown);
  s->gaps += gaps;
  zc_buffer_printf(&s->out,
                   s->options->lang == ZC_LANG_ZH
                       ? "%s：规则所需的 %u 种用例中有 %u 种；%u 条规则还缺\n"
                       : "%s: of %u kinds of cases that the rules need, %u are there; %u rules "
                         "lack some\n",
                   t->region.id, kinds, shown, gaps);
}

static void mutate_suite(suite *t) {
  zc_testing *s = t->s;
  zc_mutation_counts counts = {0};
  char *folder = cases_of(t);
  zc_mutate_options options = {folder, s->options->rule, s->options->lang};
  zc_test_worsen(
      s, folder ? zc_mutate_region(&t->region, &options, &counts, &s->out, &s->cases, s->diag)
                : zc_report_memory(s->diag));
  zc_free(folder);
  uint32_t mutants =
      counts.killed + counts.refused + counts.equivalent + counts.accepted + counts.survived;
  if (mutants == 0 && s->status == ZC_OK && is_asked(t)) {
    zc_test_worsen(s, zc_report(s->diag, ZC_FAILED_CHECK, NULL,
                                "地区 %s：没有可以改动之处，什么也没有检查",
                                "region %s: there is nothing to change, and nothing was looked at",
                                t->region.id));
  }
  s->passed += counts.killed + counts.refused + counts.equivalent + counts.accepted;
  s->failed += counts.survived;
  s->has_rule |= s->passed + s->failed > 0; /* also a parameter, a fact, a document */
}

/* What is asked for beside the text: the members of a region in the JSON document, and its part of
 * the page. */
static void write_conditions(suite *t) {
  zc_testing *s = t->s;
  const char *rule = s->options->rule;
  if (s->options->json) {
    zc_buffer_puts(&s->json, s->json.length > 0 ? ",\n{\"region\":" : "{\"region\":");
    zc_buffer_json(&s->json, t->region.id);
    zc_buffer_putc(&s->json, ',');
    zc_conditions_json(&t->conditions, rule, &s->json);
    zc_buffer_putc(&s->json, '}');
  }
  if (s->options->html)
    zc_conditions_html(&t->conditions, rule, s->options->lang, &s->html);
  zc_conditions_text(&t->conditions, rule, s->options->lang, &s->out);
}

static zc_status propose_cases(suite *t) {
  zc_testing *s = t->s;
  zc_buffer cases = {0};
  int ok =
      zc_conditions_propose(&t->conditions, t->runner.ws, t->last_day, s->options->rule, &cases);
  if (ok && cases.length > 0) {
    zc_buffer_puts(&s->cases,
                   s->options->lang == ZC_LANG_ZH
                       ? "\n# 下列用例可以补上所缺；请对照文件核对后抄入用例文件\n\n"
                       : "\n# Cases that would show them; check each against the document before "
                         "it goes into a file\n\n");
    zc_buffer_add(&s->cases, cases.data, cases.length);
  }
  zc_buffer_free(&cases);
  return ok ? ZC_OK : zc_report_memory(s->diag);
}

static zc_status report_conditions(suite *t) {
  zc_testing *s = t->s;
  if (!s->options->coverage || !t->whole)
    return ZC_OK;
  if (!zc_conditions_bound(&t->conditions))
    return zc_report_memory(s->diag);
  write_conditions(t);
  uint32_t lacking = zc_conditions_count(&t->conditions, s->options->rule).lacking;
  s->gaps += lacking;
  return lacking > 0 ? propose_cases(t) : ZC_OK;
}

/* The conditions come first: what is added to the region's program has to be there before anything
 * reads it. */
static zc_status open_suite(suite *t) {
  zc_diagnostics *diag = t->s->diag;
  if (t->s->options->coverage && !zc_conditions_list(&t->conditions, &t->region))
    return zc_report_memory(diag);
  zc_status status = zc_runner_open(&t->runner, &t->region, diag);
  t->coverage = zc_coverage_new(&t->region);
  return status == ZC_OK && !t->coverage ? zc_report_memory(diag) : status;
}

static void run_suite(suite *t) {
  zc_testing *s = t->s;
  zc_status status = open_suite(t);
  zc_test_worsen(s, status);
  if (status == ZC_OK) {
    run_cases(t);
    report_coverage(t);
    zc_test_worsen(s, report_conditions(t));
    zc_junit_end_suite(&s->junit, t->region.id);
  }
  zc_coverage_free(t->coverage);
  zc_conditions_free(&t->conditions);
  zc_runner_close(&t->runner);
}

static zc_status load(suite *t, const char *region, const char *file) {
  zc_testing *s = t->s;
  if (access(file, F_OK) != 0 && errno == ENOENT) {
    return zc_report(
        s->diag, ZC_BAD_INPUT, NULL, "没有地区“%s”：没有文件 %s；zhicheng regions 列出各地区",
        "no region '%s': there is no file %s; `zhicheng regions` lists all", region, file);
  }
  return zc_region_load(&t->region, file, &s->options->deployment, s->diag);
}

/* The plugin, or the image that stands in its place; NULL: no memory. */
static const char *file_of(const zc_testing *s, const char *region, zc_buffer *path) {
  zc_buffer_printf(path, "%s/%s.zcr", s->options->plugins, region);
  const char *image = zc_buffer_text(path);
  int has_image = image && access(image, F_OK) == 0;
  zc_buffer_clear(path);
  zc_buffer_printf(path, "%s/%s.so", s->options->plugins, region);
  const char *plugin = zc_buffer_text(path);
  if (!has_image || !plugin || access(plugin, F_OK) == 0)
    return plugin;
  zc_buffer_clear(path);
  zc_buffer_printf(path, "%s/%s.zcr", s->options->plugins, region);
  return zc_buffer_text(path);
}

void zc_test_region(zc_testing *s, const char *region) {
  suite t = {.s = s, .whole = s->options->file_count == 0};
  zc_buffer path = {0};
  const char *file = file_of(s, region, &path);
  zc_status status = file ? load(&t, region, file) : zc_report_memory(s->diag);
  zc_test_worsen(s, status);
  if (status == ZC_OK) {
    s->loaded++;
    s->has_rule |= s->options->rule && zc_region_has(&t.region, s->options->rule);
    if (s->options->mutate)
      mutate_suite(&t);
    else
      run_suite(&t);
    zc_region_free(&t.region);
  }
  zc_buffer_free(&path);
}
