/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng test: runs the cases beside the plugins, each region against its own plugin alone, and
 * tells which rule lacks which kind of case. */
#include "commands/case.h"
#include "commands/conditions_report.h"
#include "commands/junit.h"
#include "commands/mutate.h"
#include "commands/record.h"
#include "commands/run.h"

#include "base/words.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct session {
  zc_run *run;
  zc_junit junit;
  zc_buffer out;
  zc_buffer cases;      /* that are proposed: the last of the output, so that they can be cut off */
  zc_buffer json, html; /* of --coverage: regions, one behind the other */
  uint32_t passed, failed; /* cases */
  uint32_t gaps;           /* rules that lack a kind of case */
  uint32_t loaded;         /* plugins */
  zc_status status;        /* worst error that is no failed case */
  int has_rule;            /* some region has the rule of --rule */
} session;

/* One region under test. */
typedef struct suite {
  session *s;
  zc_region region;
  zc_runner runner;
  zc_coverage *coverage;
  zc_conditions conditions; /* of --coverage */
  zc_day last_day;          /* of the case that was run last */
  int whole;                /* all of the region's files are run, so that coverage can be told */
} suite;

static void note(session *s, zc_status status) {
  s->status = status > s->status ? status : s->status;
}

static void finish_case(suite *t, const zc_case *c, const char *problems) {
  session *s = t->s;
  zc_buffer name = {0};
  zc_buffer_printf(&name, "%s: %s", c->id, c->title != NULL ? c->title : "");
  const char *text = zc_buffer_text(&name);
  zc_junit_add(&s->junit, t->region.id, text != NULL ? text : c->id, c->file, c->line, problems);
  zc_buffer_free(&name);
  if (problems == NULL) {
    s->passed++;
    return;
  }
  s->failed++;
  zc_buffer_printf(&s->out,
                   s->run->lang == ZC_LANG_ZH ? "%s:%u: 未通过 [%s] %s\n%s"
                                              : "%s:%u: FAILED [%s] %s\n%s",
                   c->file, c->line, c->id, c->title != NULL ? c->title : "", problems);
}

/* Counts what a case shows that holds. */
static zc_status cover(suite *t, const zc_case *c) {
  const zc_answer *answer = NULL;
  zc_status status = ZC_OK;
  zc_coverage_add(t->coverage, c);
  if (t->s->run->options.coverage && c->question != ZC_Q_CALENDAR) {
    status = zc_case_ask(&t->runner, c, &answer, &t->s->run->diag);
    if (status == ZC_OK && !answer->no_edition) {
      zc_conditions_add(&t->conditions, answer, c->strict);
      t->last_day = answer->as_of;
    }
  }
  return status;
}

static zc_status run_case(suite *t, const zc_section *section) {
  session *s = t->s;
  zc_case c;
  zc_buffer problems = {0};
  zc_status status = zc_case_read(&c, &t->region, section, &s->run->diag);
  if (status == ZC_OK && s->run->options.rule != NULL && !zc_case_names(&c, s->run->options.rule)) {
    return ZC_OK;
  }
  if (status != ZC_OK) {
    zc_case_facts(&t->runner.facts, &c, &s->run->diag); /* for what is wrong with them, too */
  } else {
    status = zc_case_run(&t->runner, &c, &problems, &s->run->diag);
  }
  if (status == ZC_OK && problems.length == 0) {
    status = cover(t, &c);
  }
  const char *text = problems.length > 0 ? zc_buffer_text(&problems) : NULL;
  finish_case(t, &c, status != ZC_OK ? "    cannot be run: see the messages\n" : text);
  zc_buffer_free(&problems);
  return status;
}

static zc_status run_section(void *context, const zc_section *section) {
  suite *t = context;
  return strcmp(section->name, "exempt") == 0
             ? zc_coverage_exempt(t->coverage, section, &t->s->run->diag)
             : run_case(t, section);
}

/* The folder of the region's cases; NULL: out of memory. Freed by the caller. */
static char *cases_of(const suite *t) {
  const zc_options *options = &t->s->run->options;
  return options->cases != NULL ? zc_copy(options->cases, strlen(options->cases))
                                : zc_case_folder(t->s->run->plugins, t->region.id);
}

static void run_cases(suite *t) {
  zc_run *run = t->s->run;
  const zc_options *options = &run->options;
  if (!t->whole) {
    for (uint32_t i = 0; i < options->operand_count; i++) {
      note(t->s, zc_case_file_visit(options->operands[i], run_section, t, &run->diag));
    }
    return;
  }
  char *folder = cases_of(t);
  note(t->s, folder != NULL ? zc_case_folder_visit(folder, run_section, t, &run->diag)
                            : zc_report_memory(&run->diag));
  zc_free(folder);
}

static void report_coverage(suite *t) {
  session *s = t->s;
  uint32_t kinds = 0;
  uint32_t shown = 0;
  const char *rule = s->run->options.rule;
  if (!t->whole || (rule != NULL && !zc_region_has(&t->region, rule))) {
    return;
  }
  uint32_t gaps = zc_coverage_report(t->coverage, rule, s->run->lang, &s->out, &kinds, &shown);
  s->gaps += gaps;
  zc_buffer_printf(&s->out,
                   s->run->lang == ZC_LANG_ZH
                       ? "%s：规则所需的 %u 种用例中有 %u 种；%u 条规则还缺\n"
                       : "%s: of %u kinds of cases that the rules need, %u are there; %u rules "
                         "lack some\n",
                   t->region.id, kinds, shown, gaps);
}

static void mutate_suite(suite *t) {
  session *s = t->s;
  zc_mutation_counts counts = {0};
  char *folder = cases_of(t);
  note(s, folder != NULL ? zc_mutate_region(s->run, &t->region, folder, s->run->options.rule,
                                            &counts, &s->out, &s->cases)
                         : zc_report_memory(&s->run->diag));
  zc_free(folder);
  s->passed += counts.killed + counts.refused + counts.equivalent + counts.accepted;
  s->failed += counts.survived;
  s->has_rule |= s->passed + s->failed > 0; /* also a parameter, a fact, a document */
}

/* What is asked for beside the text: the members of a region in the JSON document, and its part of
 * the page. */
static void write_conditions(suite *t) {
  session *s = t->s;
  const char *rule = s->run->options.rule;
  if (zc_options_json(&s->run->options)) {
    zc_buffer_puts(&s->json, s->json.length > 0 ? ",\n{\"region\":" : "{\"region\":");
    zc_buffer_json(&s->json, t->region.id);
    zc_buffer_putc(&s->json, ',');
    zc_conditions_json(&t->conditions, rule, &s->json);
    zc_buffer_putc(&s->json, '}');
  }
  if (s->run->options.html != NULL) {
    zc_conditions_html(&t->conditions, rule, s->run->lang, &s->html);
  }
  zc_conditions_text(&t->conditions, rule, s->run->lang, &s->out);
}

static zc_status propose_cases(suite *t) {
  session *s = t->s;
  zc_buffer cases = {0};
  int ok = zc_conditions_propose(&t->conditions, t->runner.ws, t->last_day, s->run->options.rule,
                                 &cases);
  if (ok && cases.length > 0) {
    zc_buffer_puts(&s->cases,
                   s->run->lang == ZC_LANG_ZH
                       ? "\n# 下列用例可以补上所缺；请对照文件核对后抄入用例文件\n\n"
                       : "\n# Cases that would show them; check each against the document before "
                         "it goes into a file\n\n");
    zc_buffer_add(&s->cases, cases.data, cases.length);
  }
  zc_buffer_free(&cases);
  return ok ? ZC_OK : zc_report_memory(&s->run->diag);
}

static zc_status report_conditions(suite *t) {
  session *s = t->s;
  if (!s->run->options.coverage || !t->whole) {
    return ZC_OK;
  }
  if (!zc_conditions_bound(&t->conditions)) {
    return zc_report_memory(&s->run->diag);
  }
  write_conditions(t);
  uint32_t lacking = zc_conditions_count(&t->conditions, s->run->options.rule).lacking;
  s->gaps += lacking;
  return lacking > 0 ? propose_cases(t) : ZC_OK;
}

/* The conditions come first: what is added to the region's program has to be there before anything
 * reads it. */
static zc_status open_suite(suite *t) {
  zc_diagnostics *diag = &t->s->run->diag;
  if (t->s->run->options.coverage && !zc_conditions_list(&t->conditions, &t->region)) {
    return zc_report_memory(diag);
  }
  zc_status status = zc_runner_open(&t->runner, &t->region, diag);
  t->coverage = zc_coverage_new(&t->region);
  return status == ZC_OK && t->coverage == NULL ? zc_report_memory(diag) : status;
}

static void run_suite(suite *t) {
  session *s = t->s;
  zc_status status = open_suite(t);
  note(s, status);
  if (status == ZC_OK) {
    run_cases(t);
    report_coverage(t);
    note(s, report_conditions(t));
    zc_junit_end_suite(&s->junit, t->region.id);
  }
  zc_coverage_free(t->coverage);
  zc_conditions_free(&t->conditions);
  zc_runner_close(&t->runner);
}

static zc_status load(suite *t, const char *region, const char *file) {
  zc_run *run = t->s->run;
  if (access(file, F_OK) != 0 && errno == ENOENT) {
    return zc_report(
        &run->diag, ZC_BAD_INPUT, NULL, "没有地区“%s”：没有文件 %s；zhicheng regions 列出各地区",
        "no region '%s': there is no file %s; `zhicheng regions` lists all", region, file);
  }
  return zc_region_load(&t->region, file, run->overrides, &run->diag);
}

/* Loads the one plugin and runs its cases; no other plugin is there. */
static void test_region(session *s, const char *region) {
  suite t = {.s = s, .whole = s->run->options.operand_count == 0};
  zc_buffer path = {0};
  zc_buffer_printf(&path, "%s/%s.so", s->run->plugins, region);
  const char *file = zc_buffer_text(&path);
  zc_status status = file != NULL ? load(&t, region, file) : zc_report_memory(&s->run->diag);
  note(s, status);
  if (status == ZC_OK) {
    s->loaded++;
    s->has_rule |= s->run->options.rule != NULL && zc_region_has(&t.region, s->run->options.rule);
    if (s->run->options.mutate) {
      mutate_suite(&t);
    } else {
      run_suite(&t);
    }
    zc_region_free(&t.region);
  }
  zc_buffer_free(&path);
}

static int is_plugin(const struct dirent *entry) {
  size_t length = strlen(entry->d_name);
  return length > 3 && entry->d_name[0] != '.' && strcmp(entry->d_name + length - 3, ".so") == 0;
}

static void test_all_regions(session *s) {
  struct dirent **list = NULL;
  int count = scandir(s->run->plugins, &list, is_plugin, alphasort);
  if (count <= 0) {
    note(s, zc_report(&s->run->diag, ZC_BAD_INPUT, NULL,
                      "目录 %s 中没有插件；请用 --plugins 指明插件目录",
                      "the directory %s holds no plugin; name the directory with --plugins",
                      s->run->plugins));
  }
  for (int i = 0; i < count; i++) {
    list[i]->d_name[strlen(list[i]->d_name) - 3] = '\0';
    test_region(s, list[i]->d_name);
    free(list[i]); /* scandir's own */
  }
  free(list);
}

/* The region of a case file that stands in plugins/<region>/cases/. */
static int region_of_path(const char *path, char region[32]) {
  const char *cases = strstr(path, "/cases/");
  const char *start = cases;
  while (start != NULL && start > path && start[-1] != '/') {
    start--;
  }
  size_t length = cases != NULL ? (size_t)(cases - start) : 0;
  if (length == 0 || length > 31) {
    return 0;
  }
  memcpy(region, start, length);
  region[length] = '\0';
  return zc_is_region_id(region);
}

static zc_status check_options(zc_run *run, char region[32]) {
  const zc_options *o = &run->options;
  if (o->operand_count > 0 && o->region == NULL && !region_of_path(o->operands[0], region)) {
    return zc_report(
        &run->diag, ZC_BAD_INPUT, NULL, "从“%s”看不出是哪个地区的用例；请用 --region 指明",
        "'%s' does not tell whose cases these are; name the region with --region", o->operands[0]);
  }
  if (o->cases != NULL && (o->region == NULL || o->operand_count > 0)) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "--cases 须与 --region 一起使用，且不再给出用例文件",
                     "--cases goes with --region, and without case files");
  }
  if (!o->coverage && (o->html != NULL || zc_options_json(o))) {
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
  if (!o->record && (o->facts != NULL || o->setting_count > 0 || o->as_of != NULL || o->strict ||
                     o->id != NULL || o->title != NULL)) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "--facts、--set、--as-of、--strict、--id、--title 只与 --record 一起使用",
                     "--facts, --set, --as-of, --strict, --id and --title go with --record only");
  }
  return ZC_OK;
}

static void write_junit(session *s) {
  zc_buffer document = {0};
  zc_junit_write(&s->junit, &document);
  note(s, zc_run_save(s->run, s->run->options.junit, &document));
  zc_buffer_free(&document);
}

static void write_page(session *s) {
  zc_buffer page = {0};
  zc_conditions_html_head(s->run->lang, &page);
  zc_buffer_add(&page, s->html.data, s->html.length);
  zc_conditions_html_foot(&page);
  page.failed |= s->html.failed;
  note(s, zc_run_save(s->run, s->run->options.html, &page));
  zc_buffer_free(&page);
}

/* The same in every language: other programs read it. */
static zc_status write_json(session *s) {
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

static zc_status run_session(zc_run *run, const char *region) {
  session s = {.run = run};
  if (region != NULL) {
    test_region(&s, region);
  } else {
    test_all_regions(&s);
  }
  int has_rules = run->options.rule == NULL || s.has_rule;
  if (!has_rules && s.status == ZC_OK) {
    note(&s, zc_report(&run->diag, ZC_BAD_INPUT, NULL, "没有规则“%s”", "there is no rule '%s'",
                       run->options.rule));
  }
  /* The same in every language: other programs read this line. */
  zc_buffer_printf(&s.out, "%u passed, %u failed\n", s.passed, s.failed);
  zc_buffer_add(&s.out, s.cases.data, s.cases.length);
  s.out.failed |= s.cases.failed;
  if (s.loaded > 0 && has_rules) {
    note(&s, zc_options_json(&run->options) ? write_json(&s) : zc_run_write(run, &s.out));
  }
  if (run->options.html != NULL) {
    write_page(&s);
  }
  if (run->options.junit != NULL) {
    write_junit(&s);
  }
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
  if (status != ZC_OK) {
    return status;
  }
  if (run->options.record) {
    return zc_record(run);
  }
  return run_session(run, run->options.region != NULL ? run->options.region
                          : *region != '\0'           ? region
                                                      : NULL);
}
