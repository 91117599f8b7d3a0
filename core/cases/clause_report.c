/* SPDX-License-Identifier: Apache-2.0 */
#include "cases/clause_report.h"

#include "base/input_file.h"
#include "base/memory.h"
#include "cases/clause_table.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Cases named in text; JSON has all of them. */
#define SHOWN_CASES 4u
#define PATH_SIZE   4096

static const char *say(const zc_clause_report *l, const char *zh, const char *en) {
  return l->lang == ZC_LANG_ZH ? zh : en;
}

/* ---- writing ---- */

static void json_names(zc_buffer *b, const char *key, const zc_name_list *list) {
  zc_buffer_puts(b, key);
  for (uint32_t i = 0; i < list->count; i++) {
    zc_buffer_puts(b, i > 0 ? "," : "");
    zc_buffer_json(b, list->names[i]);
  }
  zc_buffer_putc(b, ']');
}

static void json_use(zc_buffer *b, const zc_clause_use *use) {
  zc_buffer_puts(b, "{\"id\":");
  zc_buffer_json(b, use->clause->id);
  zc_buffer_puts(b, ",\"document\":");
  if (use->document)
    zc_buffer_json(b, use->document->id);
  else
    zc_buffer_puts(b, "null");
  zc_buffer_puts(b, ",\"clause\":");
  zc_buffer_json(b, use->clause->clause ? use->clause->clause : "");
  json_names(b, ",\"rules\":[", &use->rules);
  json_names(b, ",\"steps\":[", &use->steps);
  json_names(b, ",\"effects\":[", &use->effects);
  json_names(b, ",\"cases\":[", &use->cases);
  zc_buffer_putc(b, '}');
}

static void text_names(zc_clause_report *l, const char *title, const zc_name_list *list,
                       uint32_t most) {
  if (list->count == 0)
    return;
  zc_buffer_printf(&l->out, "    %s", title);
  for (uint32_t i = 0; i < list->count && i < most; i++) {
    zc_buffer_puts(&l->out, i > 0 ? ", " : "");
    zc_buffer_puts(&l->out, list->names[i]);
  }
  if (list->count > most)
    zc_buffer_printf(&l->out, say(l, "……共 %u 个", ", ... %u in all"), list->count);
  zc_buffer_putc(&l->out, '\n');
}

static const char *document_id(const zc_clause_use *use) {
  return use->document ? use->document->id : "-";
}

static const char *clause_number(const zc_clause_use *use) {
  return use->clause->clause ? use->clause->clause : "";
}

static void text_use(zc_clause_report *l, const zc_clause_use *use) {
  zc_buffer_printf(&l->out, "%s  %s %s\n", use->clause->id, document_id(use), clause_number(use));
  text_names(l, say(l, "规则  ", "rules    "), &use->rules, UINT32_MAX);
  text_names(l, say(l, "日程  ", "steps    "), &use->steps, UINT32_MAX);
  text_names(l, say(l, "附带  ", "effects  "), &use->effects, UINT32_MAX);
  text_names(l, say(l, "用例  ", "cases    "), &use->cases, SHOWN_CASES);
  if (!zc_clause_carried(use)) {
    zc_buffer_printf(
        &l->out, "    %s\n",
        say(l, "没有规则、日程或附带事项执行它", "no rule, step or effect carries it out"));
  }
  if (use->cases.count == 0)
    zc_buffer_printf(&l->out, "    %s\n", say(l, "没有用例用到它", "no case exercises it"));
}

static void check_use(zc_clause_report *l, const zc_clause_use *use) {
  const zc_place *at = &use->clause->at;
  int carried = zc_clause_carried(use);
  if (carried && use->cases.count > 0)
    return;
  l->gaps++;
  zc_buffer_printf(
      &l->out, say(l, "%s:%u: %s（%s %s）%s\n", "%s:%u: %s (%s %s): %s\n"),
      at->file ? at->file : "?", at->line, use->clause->id, document_id(use), clause_number(use),
      carried ? say(l, "没有用例用到它", "no case exercises it")
              : say(l, "没有规则、日程或附带事项执行它", "no rule, step or effect carries it out"));
}

static void write_table(zc_clause_report *l, const zc_clause_table *table) {
  for (uint32_t i = 0; i < table->count; i++) {
    if (l->form == ZC_CLAUSES_LACKING) {
      check_use(l, &table->uses[i]);
    } else if (l->form == ZC_CLAUSES_JSON) {
      zc_buffer_puts(&l->out, l->listed > 0 ? ",\n" : "[");
      json_use(&l->out, &table->uses[i]);
    } else {
      text_use(l, &table->uses[i]);
    }
    l->listed++;
  }
}

/* ---- gathering ---- */

typedef struct gathering {
  zc_clause_report *l;
  zc_clause_table table;
  zc_runner runner;
} gathering;

static zc_status add_section(void *context, const zc_section *section) {
  gathering *g = context;
  zc_diagnostics *diag = g->l->diag;
  zc_case c;
  if (strcmp(section->name, "exempt") == 0)
    return ZC_OK;
  zc_status status = zc_case_read(&c, g->table.region, section, diag);
  return status == ZC_OK ? zc_clause_table_add(&g->table, &g->runner, &c, diag) : status;
}

/* A plugin may be installed without its cases: then there are none to list. */
static zc_status add_cases(gathering *g) {
  zc_diagnostics *diag = g->l->diag;
  char *folder = zc_case_folder(g->l->plugins, g->table.region->id);
  zc_status status = ZC_OK;
  if (!folder)
    return zc_report_memory(diag);
  if (access(folder, F_OK) == 0)
    status = zc_case_folder_visit(folder, add_section, g, diag);
  else
    zc_report(diag, ZC_OK, NULL, "没有用例目录 %s", "there is no folder of cases %s", folder);
  zc_free(folder);
  return status;
}

/* What looks at nothing does not pass. */
static void report_no_clause(zc_clause_report *l, const zc_region *region) {
  l->empty++;
  zc_report(l->diag, ZC_FAILED_CHECK, NULL, "地区 %s 没有一条条款，什么也没有检查；请在插件中列出",
            "region %s has no clause, and nothing was looked at; list them in the plugin",
            region->id);
}

/* ---- sentences ---- */

static zc_status check_sentences(zc_clause_report *l, const zc_region *region, const char *path) {
  zc_sentence_counts counts = {0};
  char *bytes = NULL;
  size_t length = 0;
  zc_status status = zc_read_regular_file(path, ZC_INPUT_LIMIT, &bytes, &length, l->diag);
  if (status == ZC_OK)
    status = zc_sentences_check(region, path, bytes, length, &l->out, &counts, l->diag);
  zc_free(bytes);
  l->sentences.sentences += counts.sentences;
  l->sentences.passed += counts.passed;
  l->sentences.failed += counts.failed;
  return status;
}

/* A region may be without the list: it is told, and its clauses are checked all the same. */
static zc_status find_sentences(zc_clause_report *l, const zc_region *region) {
  char path[PATH_SIZE];
  int written = snprintf(path, sizeof path, "%s/%s/sentences.tsv", l->plugins, region->id);
  if (written < 0 || (size_t)written >= sizeof path) {
    return zc_report(l->diag, ZC_BAD_INPUT, NULL, "路径太长：%s", "the path is too long: %s",
                     l->plugins);
  }
  if (access(path, F_OK) == 0)
    return check_sentences(l, region, path);
  return zc_report(l->diag, ZC_OK, NULL, "没有文件语句表 %s：没有落实的语句查不出来",
                   "there is no list of the documents' sentences %s: one that nothing carries out "
                   "is not found",
                   path);
}

zc_status zc_clause_report_add(zc_clause_report *l, const zc_region *region) {
  gathering g = {.l = l};
  zc_diagnostics *diag = l->diag;
  zc_status status = zc_clause_table_make(&g.table, region, diag);
  if (status == ZC_OK) {
    status = zc_runner_open(&g.runner, region, diag);
    if (status == ZC_OK)
      status = add_cases(&g);
    zc_runner_close(&g.runner);
  }
  if (status == ZC_OK)
    write_table(l, &g.table);
  if (status == ZC_OK && l->form == ZC_CLAUSES_LACKING && g.table.count == 0)
    report_no_clause(l, region);
  if (status == ZC_OK && l->form == ZC_CLAUSES_LACKING)
    status = find_sentences(l, region);
  zc_clause_table_free(&g.table);
  return status;
}

static void sum_up(zc_clause_report *l) {
  zc_buffer_printf(&l->out,
                   say(l, "条款 %u 条，每条都要有规则、日程或附带事项执行，并有用例用到：\n",
                       "clauses: %u, each to be carried out by a rule, step or effect and "
                       "exercised by a case:\n"),
                   l->listed);
  if (l->sentences.sentences > 0) {
    zc_buffer_printf(&l->out,
                     say(l, "语句 %u 句，每句都要写明由什么执行，或为何不执行：\n",
                         "sentences: %u, each with what carries it out, or why nothing does:\n"),
                     l->sentences.sentences);
  }
  /* The same in every language: other programs read this line. */
  zc_buffer_printf(&l->out, "%u passed, %u failed\n", l->listed - l->gaps + l->sentences.passed,
                   l->gaps + l->sentences.failed);
}

void zc_clause_report_end(zc_clause_report *l) {
  if (l->form == ZC_CLAUSES_LACKING)
    sum_up(l);
  else if (l->form == ZC_CLAUSES_JSON)
    zc_buffer_puts(&l->out, l->listed > 0 ? "]\n" : "[]\n");
}

void zc_clause_report_free(zc_clause_report *l) {
  zc_buffer_free(&l->out);
}
