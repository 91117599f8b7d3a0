/* SPDX-License-Identifier: Apache-2.0 */
/* Runs the cases against every mutant, in as many processes as the machine has processors; then
 * looks for the cases that would notice what no case noticed. */
#include "testing/mutate.h"

#include "analysis/acceptance.h"
#include "base/memory.h"
#include "host/host.h"
#include "testing/mutant_proof.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_WORKERS 16

/* One run over the mutants of a region. */
typedef struct hunt {
  const zc_mutate_options *options;
  zc_region *region;
  zc_diagnostics *diag;
  zc_case_book book;
  zc_case_book proposed; /* cases that would notice survivors */
  zc_mutants mutants;
  uint8_t *fates;  /* by mutant; shared by the workers */
  uint32_t *order; /* work space: the cases in the order in which they are tried */
  zc_mutant_proof proof;
  uint32_t workers;
} hunt;

/* ---- one mutant ---- */

/* The region with the mutant in it. */
static zc_status change(hunt *h, zc_mutant *mutant, zc_region *changed, zc_workspace **ws) {
  *ws = NULL;
  zc_mutant_swap(mutant);
  zc_status status = zc_region_recompile(changed, h->region, NULL);
  zc_mutant_swap(mutant);
  if (status != ZC_OK)
    return status;
  *ws = zc_workspace_new(changed);
  if (!*ws) {
    zc_region_free(changed);
    return ZC_NO_RESOURCE;
  }
  return ZC_OK;
}

/* Cases that speak of the rule come first: they are the most likely to notice. */
static void order_cases(hunt *h, const zc_mutant *mutant) {
  uint32_t count = 0;
  for (int named = 1; named >= 0; named--) {
    for (uint32_t i = 0; i < h->book.count; i++)
      if (zc_case_names(&h->book.cases[i].c, mutant->rule) == named)
        h->order[count++] = i;
  }
}

static int notices(const zc_stored_case *kept, const zc_mutant *mutant, const zc_region *changed,
                   zc_workspace *ws) {
  int calendar = kept->c.question == ZC_Q_CALENDAR;
  return (calendar || !mutant->calendar) && !zc_stored_case_holds(kept, ws, changed);
}

static int is_noticed(hunt *h, const zc_mutant *mutant, const zc_region *changed,
                      zc_workspace *ws) {
  order_cases(h, mutant);
  for (uint32_t i = 0; i < h->book.count; i++)
    if (notices(&h->book.cases[h->order[i]], mutant, changed, ws))
      return 1;
  return 0;
}

static int is_accepted(const hunt *h, const zc_mutant *mutant) {
  char finding[512];
  int length = snprintf(finding, sizeof finding, "mutant:%s", mutant->id);
  return length < (int)sizeof finding && zc_acceptance_find(h->region, mutant->rule, finding) >= 0;
}

static zc_fate judge(hunt *h, zc_mutant *mutant) {
  zc_region changed;
  zc_workspace *ws = NULL;
  zc_status status = change(h, mutant, &changed, &ws);
  if (status != ZC_OK)
    return status == ZC_NO_RESOURCE ? ZC_FATE_PENDING : ZC_FATE_REFUSED;
  zc_fate fate = ZC_FATE_KILLED;
  if (!is_noticed(h, mutant, &changed, ws)) {
    int same = zc_mutant_proof_same(&h->proof, mutant, &changed);
    fate = same < 0                 ? ZC_FATE_PENDING
           : same > 0               ? ZC_FATE_EQUIVALENT
           : is_accepted(h, mutant) ? ZC_FATE_ACCEPTED
                                    : ZC_FATE_SURVIVED;
  }
  zc_workspace_free(ws);
  zc_region_free(&changed);
  return fate;
}

/* ---- all of them ---- */

static void show_progress(const hunt *h) {
  uint32_t done = 0;
  for (uint32_t i = 0; i < h->mutants.count; i++)
    done += h->fates[i] != ZC_FATE_PENDING;
  fprintf(stderr, "\r%s: %u / %u", h->region->id, done, h->mutants.count);
}

static void work(hunt *h, uint32_t first) {
  int watched = first == 0 && isatty(STDERR_FILENO);
  for (uint32_t i = first; i < h->mutants.count; i += h->workers) {
    h->fates[i] = (uint8_t)judge(h, &h->mutants.list[i]);
    if (watched && i / h->workers % 16 == 0)
      show_progress(h);
  }
  if (watched)
    fprintf(stderr, "\r\033[K");
}

static uint32_t count_workers(void) {
  long processors = sysconf(_SC_NPROCESSORS_ONLN);
  return processors < 1 ? 1 : processors > MAX_WORKERS ? MAX_WORKERS : (uint32_t)processors;
}

/* A worker that cannot be started, or does not come to its end, leaves its mutants to us. */
static void run_workers(hunt *h) {
  pid_t workers[MAX_WORKERS];
  h->workers = count_workers();
  for (uint32_t i = 0; i < h->workers; i++) {
    workers[i] = fork();
    if (workers[i] == 0) {
      work(h, i);
      _exit(0);
    }
  }
  for (uint32_t i = 0; i < h->workers; i++)
    if (workers[i] > 0)
      waitpid(workers[i], NULL, 0);
}

/* ---- survivors ---- */

static int is_proposed(hunt *h, const zc_mutant *mutant, const zc_region *changed,
                       zc_workspace *ws) {
  for (uint32_t i = h->proposed.count; i-- > 0;)
    if (notices(&h->proposed.cases[i], mutant, changed, ws))
      return 1;
  return 0;
}

/* Looks for a case that notices the mutant and adds it to those proposed. */
static zc_status propose(hunt *h, zc_mutant *mutant, int *found, zc_buffer *cases) {
  zc_region changed;
  zc_workspace *ws = NULL;
  zc_buffer text = {0};
  zc_status status = change(h, mutant, &changed, &ws);
  if (status != ZC_OK)
    return zc_report_memory(h->diag);
  *found = is_proposed(h, mutant, &changed, ws);
  int written =
      *found ? 0
             : zc_mutant_proof_case(&h->proof, mutant, &changed, ws, h->proposed.count + 1, &text);
  const char *proposal = written > 0 ? zc_buffer_text(&text) : NULL;
  if (written < 0 || (written > 0 && !proposal)) {
    status = zc_report_memory(h->diag);
  } else if (written > 0) {
    status = zc_case_book_add(&h->proposed, mutant->id, proposal, h->diag);
    *found = 1;
    zc_buffer_puts(cases, proposal);
  }
  zc_buffer_free(&text);
  zc_workspace_free(ws);
  zc_region_free(&changed);
  return status;
}

static void write_survivor(const hunt *h, const zc_mutant *m, int has_case, zc_buffer *out) {
  int zh = h->options->lang == ZC_LANG_ZH;
  zc_buffer_printf(out,
                   zh ? "%s:%u: 没有用例发现：%s: %s%s\n" : "%s:%u: no case notices: %s: %s%s\n",
                   m->at.file ? m->at.file : "?", m->at.line, m->rule, m->id,
                   has_case ? ""
                   : zh     ? "（也没有找到能发现它的用例）"
                            : " (nor was a case found that would)");
}

/* `proposed` gets the cases that would notice them. */
static zc_status report_survivors(hunt *h, zc_mutation_counts *counts, zc_buffer *out,
                                  zc_buffer *proposed) {
  zc_buffer cases = {0};
  zc_status status = ZC_OK;
  for (uint32_t i = 0; i < h->mutants.count && status == ZC_OK; i++) {
    int found = 0;
    if (h->fates[i] != ZC_FATE_SURVIVED)
      continue;
    status = propose(h, &h->mutants.list[i], &found, &cases);
    counts->survived++;
    write_survivor(h, &h->mutants.list[i], found, out);
  }
  if (cases.length > 0) {
    zc_buffer_puts(proposed,
                   h->options->lang == ZC_LANG_ZH
                       ? "\n# 下列用例可以发现以上改动；请对照文件核对后抄入用例文件\n\n"
                       : "\n# Cases that would notice them; check each against the document "
                         "before it goes into a file\n\n");
    zc_buffer_add(proposed, cases.data, cases.length);
  }
  proposed->failed |= cases.failed;
  zc_buffer_free(&cases);
  return status;
}

/* An acceptance of a mutant that is noticed, or is none, accepts nothing. */
static uint32_t report_idle(const hunt *h, zc_buffer *out) {
  uint32_t idle = 0;
  for (uint32_t i = 0; i < h->region->acceptance_count; i++) {
    const zc_acceptance *row = h->region->acceptances[i];
    int used = strncmp(row->finding, "mutant:", 7) != 0;
    for (uint32_t j = 0; j < h->mutants.count && !used; j++) {
      used = h->fates[j] == ZC_FATE_ACCEPTED && strcmp(h->mutants.list[j].rule, row->rule) == 0 &&
             strcmp(h->mutants.list[j].id, row->finding + 7) == 0;
    }
    if (!used) {
      idle++;
      zc_buffer_printf(out,
                       h->options->lang == ZC_LANG_ZH
                           ? "%s:%u: 这里接受的改动已被用例发现或不存在：%s: %s\n"
                           : "%s:%u: accepts a change that a case notices "
                             "or that is none: %s: %s\n",
                       row->at.file ? row->at.file : "?", row->at.line, row->rule, row->finding);
    }
  }
  return idle;
}

static zc_status report(hunt *h, zc_mutation_counts *counts, zc_buffer *out, zc_buffer *proposed) {
  for (uint32_t i = 0; i < h->mutants.count; i++) {
    if (h->fates[i] == ZC_FATE_PENDING) {
      return zc_report(h->diag, ZC_NO_RESOURCE, NULL, "%s：一个工作进程没有做完；请检查内存后重试",
                       "%s: a worker did not come to its end; look at the memory and try again",
                       h->region->id);
    }
    counts->killed += h->fates[i] == ZC_FATE_KILLED;
    counts->refused += h->fates[i] == ZC_FATE_REFUSED;
    counts->equivalent += h->fates[i] == ZC_FATE_EQUIVALENT;
    counts->accepted += h->fates[i] == ZC_FATE_ACCEPTED;
  }
  zc_status status = report_survivors(h, counts, out, proposed);
  if (!h->options->rule)
    counts->survived += report_idle(h, out);
  zc_buffer_printf(
      out,
      h->options->lang == ZC_LANG_ZH
          ? "%s：%u 处改动，用例发现 %u，无法编译 %u，证明等价 %u，说明理由而接受 %u，漏过 %u\n"
          : "%s: of %u changes the cases notice %u, %u do not compile, %u are proven to change "
            "nothing, %u are accepted, %u get through\n",
      h->region->id, h->mutants.count, counts->killed, counts->refused, counts->equivalent,
      counts->accepted, counts->survived);
  return status;
}

/* A case that fails already would notice every change. */
static zc_status check_cases(hunt *h) {
  zc_status status = ZC_OK;
  for (uint32_t i = 0; i < h->book.count; i++) {
    const zc_case *c = &h->book.cases[i].c;
    zc_where where = {.file = c->file, .line = c->line};
    if (!zc_stored_case_holds(&h->book.cases[i], h->proof.ws, h->region)) {
      status = zc_report(h->diag, ZC_FAILED_CHECK, &where,
                         "[%s] 没有改动也不通过；请先用 zhicheng test 改正",
                         "[%s] fails as it is; mend it first, with `zhicheng test`", c->id);
    }
  }
  return status;
}

static zc_status prepare(hunt *h) {
  zc_diagnostics *diag = h->diag;
  zc_status status = zc_case_book_read(&h->book, h->region, h->options->folder, diag);
  if (status != ZC_OK)
    return status;
  h->proposed.region = h->region;
  h->order = zc_calloc((size_t)h->book.count + 1, sizeof *h->order);
  if (!zc_mutants_list(&h->mutants, h->region, h->options->rule) || !h->order ||
      !zc_mutant_proof_open(&h->proof, h->region, &h->book))
    return zc_report_memory(diag);
  h->fates = mmap(NULL, (size_t)h->mutants.count + 1, PROT_READ | PROT_WRITE,
                  MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return h->fates == MAP_FAILED ? zc_report_memory(diag) : check_cases(h);
}

zc_status zc_mutate_region(zc_region *region, const zc_mutate_options *options,
                           zc_mutation_counts *counts, zc_buffer *out, zc_buffer *proposed,
                           zc_diagnostics *diag) {
  hunt h = {.options = options, .region = region, .diag = diag, .fates = MAP_FAILED};
  zc_status status = prepare(&h);
  if (status == ZC_OK) {
    run_workers(&h);
    status = report(&h, counts, out, proposed);
  }
  if (h.fates != MAP_FAILED)
    munmap(h.fates, (size_t)h.mutants.count + 1);
  zc_free(h.order);
  zc_mutant_proof_close(&h.proof);
  zc_mutants_free(&h.mutants);
  zc_case_book_free(&h.proposed);
  zc_case_book_free(&h.book);
  return status;
}
