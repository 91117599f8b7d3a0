/* SPDX-License-Identifier: Apache-2.0 */
/* Runs the cases against every mutant, in as many processes as the machine has processors. */
#include "commands/mutate.h"

#include "base/memory.h"
#include "commands/case_book.h"
#include "commands/mutant.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_WORKERS 16

/* One run over the mutants of a region. */
typedef struct hunt {
  zc_run *run;
  zc_region *region;
  zc_case_book book;
  zc_mutants mutants;
  uint8_t *fates;  /* by mutant; shared by the workers */
  uint32_t *order; /* work space: the cases in the order in which they are tried */
} hunt;

/* Cases that speak of the rule come first: they are the most likely to notice. */
static void order_cases(hunt *h, const zc_mutant *mutant) {
  uint32_t count = 0;
  for (int named = 1; named >= 0; named--) {
    for (uint32_t i = 0; i < h->book.count; i++) {
      if (zc_case_names(&h->book.cases[i].c, mutant->rule) == named) {
        h->order[count++] = i;
      }
    }
  }
}

static int noticed(hunt *h, const zc_mutant *mutant, const zc_region *changed, zc_workspace *ws) {
  order_cases(h, mutant);
  for (uint32_t i = 0; i < h->book.count; i++) {
    const zc_kept_case *kept = &h->book.cases[h->order[i]];
    int calendar = kept->c.question == ZC_Q_CALENDAR;
    if ((calendar || !mutant->calendar) && !zc_kept_case_holds(kept, ws, changed)) {
      return 1;
    }
  }
  return 0;
}

static zc_fate judge(hunt *h, zc_mutant *mutant) {
  zc_region changed;
  zc_fate fate = ZC_FATE_REFUSED;
  zc_mutant_swap(mutant);
  zc_status status = zc_region_recompile(&changed, h->region, NULL);
  zc_mutant_swap(mutant);
  if (status == ZC_NO_RESOURCE) {
    return ZC_FATE_PENDING;
  }
  if (status != ZC_OK) {
    return ZC_FATE_REFUSED;
  }
  zc_workspace *ws = zc_workspace_new(&changed);
  fate = ws == NULL                         ? ZC_FATE_PENDING
         : noticed(h, mutant, &changed, ws) ? ZC_FATE_KILLED
                                            : ZC_FATE_SURVIVED;
  zc_workspace_free(ws);
  zc_region_free(&changed);
  return fate;
}

static void work(hunt *h, uint32_t first, uint32_t step) {
  for (uint32_t i = first; i < h->mutants.count; i += step) {
    h->fates[i] = (uint8_t)judge(h, &h->mutants.list[i]);
  }
}

static void run_workers(hunt *h) {
  long processors = sysconf(_SC_NPROCESSORS_ONLN);
  uint32_t count = processors < 1             ? 1
                   : processors > MAX_WORKERS ? MAX_WORKERS
                                              : (uint32_t)processors;
  pid_t workers[MAX_WORKERS];
  for (uint32_t i = 0; i < count; i++) {
    workers[i] = fork();
    if (workers[i] == 0) {
      work(h, i, count);
      _exit(0);
    }
    if (workers[i] < 0) {
      work(h, i, count);
    }
  }
  for (uint32_t i = 0; i < count; i++) {
    if (workers[i] > 0) {
      waitpid(workers[i], NULL, 0);
    }
  }
}

static void report(hunt *h, zc_mutation_counts *counts, zc_buffer *out) {
  for (uint32_t i = 0; i < h->mutants.count; i++) {
    const zc_mutant *m = &h->mutants.list[i];
    counts->killed += h->fates[i] == ZC_FATE_KILLED;
    counts->refused += h->fates[i] == ZC_FATE_REFUSED;
    counts->equivalent += h->fates[i] == ZC_FATE_EQUIVALENT;
    if (h->fates[i] == ZC_FATE_SURVIVED || h->fates[i] == ZC_FATE_PENDING) {
      counts->survived++;
      zc_buffer_printf(out, "%s:%u: %s: %s\n", m->at.file, m->at.line, m->rule, m->id);
    }
  }
}

zc_status zc_mutate_region(zc_run *run, zc_region *region, const char *folder, const char *rule,
                           zc_mutation_counts *counts, zc_buffer *out) {
  hunt h = {.run = run, .region = region};
  zc_status status = zc_case_book_read(&h.book, region, folder, &run->diag);
  if (status == ZC_OK && !zc_mutants_list(&h.mutants, region, rule)) {
    status = zc_report_memory(&run->diag);
  }
  size_t size = (size_t)h.mutants.count + 1;
  h.fates = status == ZC_OK
                ? mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)
                : MAP_FAILED;
  h.order = zc_calloc((size_t)h.book.count + 1, sizeof *h.order);
  if (status == ZC_OK && (h.fates == MAP_FAILED || h.order == NULL)) {
    status = zc_report_memory(&run->diag);
  }
  if (status == ZC_OK) {
    run_workers(&h);
    report(&h, counts, out);
  }
  if (h.fates != MAP_FAILED) {
    munmap(h.fates, size);
  }
  zc_free(h.order);
  zc_mutants_free(&h.mutants);
  zc_case_book_free(&h.book);
  return status;
}
