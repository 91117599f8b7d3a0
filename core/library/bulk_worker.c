/* SPDX-License-Identifier: Apache-2.0 */
/* One thread's memory for answers to columns. */
#include "library/library.h"

struct zc_bulk_worker {
  const zc_bulk *bulk;
  zc_column_workspace *workspace;
  zc_column *columns;
  zc_bulk_answers answers;
  zc_desk *desk; /* for rows in full, and for messages */
};

zc_bulk_worker *zc_bulk_worker_new(const zc_bulk *bulk) {
  zc_bulk_worker *worker = zc_calloc(1, sizeof *worker);
  if (!worker)
    return NULL;
  worker->bulk = bulk;
  worker->workspace = zc_column_workspace_new(bulk->engine);
  worker->columns = zc_calloc((size_t)bulk->count + 1, sizeof *worker->columns);
  worker->desk = zc_desk_new(bulk->regions);
  if (!worker->workspace || !worker->columns || !worker->desk) {
    zc_bulk_worker_free(worker);
    return NULL;
  }
  return worker;
}

void zc_bulk_worker_free(zc_bulk_worker *worker) {
  if (!worker)
    return;
  zc_column_workspace_free(worker->workspace);
  zc_free(worker->columns);
  zc_desk_free(worker->desk);
  zc_free(worker);
}

const char *zc_bulk_worker_message(zc_bulk_worker *worker) {
  return zc_desk_message(worker->desk);
}

/* Columns as the engine takes them, checked. */
static zc_status take_columns(zc_bulk_worker *worker, const zc_bulk_column *columns, size_t first,
                              uint32_t rows, zc_diagnostics *diag) {
  const zc_bulk *bulk = worker->bulk;
  zc_status status = ZC_OK;
  if (!columns && bulk->count > 0) {
    return zc_report(diag, ZC_BAD_INPUT, NULL, "没有给出列（columns 为 NULL）；应有 %u 列",
                     "no columns are given (NULL); there are to be %u", bulk->count);
  }
  for (uint32_t i = 0; i < bulk->count; i++) {
    const zc_bulk_column *c = &columns[i];
    zc_status column = zc_bulk_check(bulk, i, c, first, rows, diag);
    status = column > status ? column : status;
    worker->columns[i] = (zc_column){.fact = bulk->facts[i],
                                     .width = c->width,
                                     .values = c->values,
                                     .highest = c->highest,
                                     .known = c->known};
  }
  return status;
}

static zc_status check_rows(size_t first, uint32_t rows, zc_diagnostics *diag) {
  if (first % 64 != 0) {
    return zc_report(diag, ZC_BAD_INPUT, NULL, "首行 %zu 不是 64 的倍数",
                     "the first row, %zu, is no multiple of 64", first);
  }
  return rows <= ZC_BULK_ROWS
             ? ZC_OK
             : zc_report(diag, ZC_BAD_INPUT, NULL, "一次最多 %u 行，现为 %u 行；请分几次",
                         "at most %u rows in one call, not %u; ask in several", ZC_BULK_ROWS, rows);
}

zc_status zc_bulk_assess(zc_bulk_worker *worker, const zc_bulk_column *columns, size_t first,
                         uint32_t rows, const zc_bulk_answers **answers) {
  zc_diagnostics *diag = &worker->desk->diag;
  zc_column_answers a;
  zc_diagnostics_free(diag);
  zc_status status = check_rows(first, rows, diag);
  if (status == ZC_OK)
    status = take_columns(worker, columns, first, rows, diag);
  if (status != ZC_OK)
    return status;
  zc_columns_assess(worker->workspace, worker->columns, worker->bulk->count, first, rows, &a);
  worker->answers =
      (zc_bulk_answers){.rows = a.rows,
                        .rejected = a.rejected,
                        .eligible = a.eligible,
                        .ineligible = a.ineligible,
                        .route = a.route,
                        .states = {a.met, a.unmet, a.unknown, a.waived, a.not_applicable},
                        .missing = a.missing,
                        .missing_inexact = a.missing_inexact};
  *answers = &worker->answers;
  return ZC_OK;
}

zc_status zc_bulk_explain(zc_bulk_worker *worker, const zc_bulk_column *columns, size_t row,
                          const char **answer) {
  const zc_bulk *bulk = worker->bulk;
  zc_desk *desk = worker->desk;
  zc_drawer *drawer = NULL;
  const zc_answer *made = NULL;
  zc_status status = zc_desk_open(desk, bulk->region->id, &drawer);
  if (status == ZC_OK)
    status = take_columns(worker, columns, row, 1, &desk->diag);
  if (status == ZC_OK) {
    zc_columns_row(worker->columns, bulk->count, row, &drawer->facts);
    drawer->facts.precision = bulk->precision;
    status = zc_facts_name_days(&drawer->facts, &desk->diag);
  }
  if (status == ZC_OK) {
    status = zc_ask(drawer->workspace, ZC_Q_ASSESS, &drawer->facts, bulk->as_of, bulk->strict,
                    &made, &desk->diag);
  }
  if (status == ZC_OK)
    status = zc_desk_write(desk, drawer, made, bulk->strict);
  if (status == ZC_OK)
    *answer = desk->text.data;
  return status;
}
