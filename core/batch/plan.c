/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/plan.h"

#include "base/assert.h"
#include "base/given_day.h"
#include "base/memory.h"
#include "facts/reader.h"

#include <stdio.h>
#include <string.h>

static const char *const ruling_names[] = {"id", ZC_RULING_NAMES};

/* ---- what is carried ---- */

/* A region's own facts go by name and label; the shared ones are those of the headings. */
int32_t zc_batch_fact(const zc_batch *batch, uint32_t field, const zc_vocabulary *v) {
  ZC_ASSERT(batch->office && field < batch->office->headings.count);
  const zc_heading *h = &batch->office->headings.columns[field];
  if (h->fact >= 0)
    return h->joins < 0 ? h->fact : -1;
  int32_t own = h->by == ZC_HEADING_KEPT ? zc_csv_header_fact(&batch->header, field, v) : -1;
  return own >= ZC_SHARED_FACTS ? own : -1;
}

static int is_fact(const zc_batch *batch, uint32_t field) {
  ZC_ASSERT(batch->office && field < batch->office->headings.count);
  const zc_heading *h = &batch->office->headings.columns[field];
  if (h->fact >= 0 || h->is_reason)
    return 1;
  for (uint32_t i = 0; i < batch->region_count; i++)
    if (zc_batch_fact(batch, field, &batch->regions[i].region->vocabulary) >= 0)
      return 1;
  return 0;
}

static int is_region_field(const zc_batch *batch, uint32_t field) {
  return batch->region_name && field == batch->region_field;
}

int zc_batch_is_chosen(const zc_batch *batch, uint32_t field) {
  return is_region_field(batch, field) || (batch->day_name && field == batch->day_field);
}

uint32_t zc_batch_chosen_count(const zc_batch *batch) {
  return (uint32_t)(batch->region_name != NULL) + (uint32_t)(batch->day_name != NULL);
}

/* To SQLite names that differ in their capitals only are one, and its rows have a `ruling`. */
static int is_taken(const zc_batch *batch, const char *name) {
  int stored = batch->out == ZC_FORM_SQLITE;
  for (uint32_t i = 0; i <= batch->ruling_fields; i++)
    if ((stored ? strcasecmp : strcmp)(name, ruling_names[i]) == 0)
      return 1;
  if (batch->out == ZC_FORM_NDJSON)
    return strcmp(name, "missing_exact") == 0 || strcmp(name, "answer") == 0;
  return stored && strcasecmp(name, "ruling") == 0;
}

/* A carried column must not be named like one of the result. */
static zc_status check_carried(const zc_batch *batch, uint32_t field, zc_diagnostics *diag) {
  const char *name = batch->header.names[field];
  return !is_taken(batch, name)
             ? ZC_OK
             : zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = batch->file, .line = 1},
                         "“%s”是结果中的列名；请给输入文件的这一列改名",
                         "\"%s\" is a column of the result; rename this one of the input", name);
}

/* A column may stand without a name in CSV only: elsewhere it gets its number. */
static zc_status name_column(zc_batch *batch, uint32_t field, zc_diagnostics *diag) {
  zc_csv_header *header = &batch->header;
  char name[24];
  if (batch->out == ZC_FORM_CSV || *header->names[field] != '\0')
    return ZC_OK;
  int length = snprintf(name, sizeof name, "column %u", field + 1);
  for (uint32_t i = 0; i < header->count; i++) {
    if (strcasecmp(header->names[i], name) == 0) {
      return zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = batch->file, .line = 1},
                       "第 %u 列没有列名，而第 %u 列已叫“%s”；请给它起名",
                       "column %u has no name, and column %u is named \"%s\"; give it one",
                       field + 1, i + 1, header->names[i]);
    }
  }
  header->names[field] = zc_arena_copy(&header->arena, name, (size_t)length);
  return header->names[field] ? ZC_OK : zc_report_memory(diag);
}

/* A file without names of columns, one that is no CSV, or with another separator looks like that:
 * its first row would be lost, and all others be answered as unknown people. Where an id or a
 * column that an option names is there, the names are. */
static zc_status tell_no_fact(const zc_batch *batch, zc_diagnostics *diag) {
  int has_names = batch->header.id >= 0 || zc_batch_chosen_count(batch) > 0;
  return zc_report(
      diag, has_names ? ZC_OK : ZC_BAD_INPUT, &(zc_where){.file = batch->file, .line = 1},
      "没有一列是事实；列名应是事实的名称或中文标签（zhicheng facts 列出），以逗号隔开",
      "no column is a fact; their names are those of facts or their Chinese labels "
      "(`zhicheng facts` lists them), with commas between them");
}

/* A column that is kept, and resembles a fact. */
static void warn_kept(const zc_batch *batch, uint32_t field, zc_diagnostics *diag) {
  const zc_heading *h = &batch->office->headings.columns[field];
  const zc_vocabulary *v = &batch->office->vocabulary;
  if (h->by != ZC_HEADING_KEPT)
    return;
  if (h->suggests < 0) {
    zc_csv_header_warn(&batch->header, field, batch->file, &batch->regions[0].region->vocabulary,
                       diag);
    return;
  }
  zc_report(diag, ZC_OK,
            &(zc_where){.file = batch->file, .line = (uint32_t)batch->office->headings.row},
            "“%s”不是事实，这一列原样保留；若指 %s，请改正列名，或用 --map 说明",
            "\"%s\" is no fact and the column is kept as it is; if %s is meant, correct the "
            "heading, or say so with --map",
            zc_show_text(h->text, strlen(h->text)).text, v->facts[h->suggests].name);
}

static zc_status plan_carried(zc_batch *batch, zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  batch->carried = zc_calloc((size_t)batch->header.count + 1, sizeof *batch->carried);
  if (!batch->carried)
    return zc_report_memory(diag);
  for (uint32_t field = 0; field < batch->header.count; field++) {
    int chosen = zc_batch_is_chosen(batch, field);
    if ((int32_t)field == batch->header.id || (!chosen && is_fact(batch, field)))
      continue;
    batch->carried[batch->carried_count++] = field;
    zc_status sound = check_carried(batch, field, diag), named = name_column(batch, field, diag);
    status = sound > status ? sound : status;
    status = named > status ? named : status;
    if (named == ZC_NO_RESOURCE)
      return status;
    if (!chosen)
      warn_kept(batch, field, diag);
  }
  uint32_t others = batch->carried_count + (batch->header.id >= 0);
  int other_carried = batch->carried_count > zc_batch_chosen_count(batch);
  return status == ZC_OK && other_carried && others == batch->header.count
             ? tell_no_fact(batch, diag)
             : status;
}

/* ---- the regions ---- */

/* The column that an option names. */
static zc_status find_field(const zc_batch *batch, const char *option, const char *name,
                            uint32_t *field, zc_diagnostics *diag) {
  for (uint32_t i = 0; batch->in == ZC_FORM_CSV && i < batch->header.count; i++) {
    if (strcmp(batch->header.names[i], name) == 0) {
      *field = i;
      return ZC_OK;
    }
  }
  return batch->in == ZC_FORM_NDJSON
             ? ZC_OK
             : zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = batch->file, .line = 1},
                         "%s：没有列“%s”；请核对列名",
                         "%s: there is no column \"%s\"; compare the names", option, name);
}

/* A column of days without a word for it: the day of the run would be asked about for all. */
static zc_status check_days(const zc_batch *batch, const zc_batch_options *o,
                            zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  if (batch->day_name && o->day) {
    status = zc_report(diag, ZC_BAD_INPUT, NULL, "--as-of 与 --as-of-column 只能写一个",
                       "give --as-of or --as-of-column, not both");
  }
  if (batch->day_name && batch->region_name && strcmp(batch->day_name, batch->region_name) == 0) {
    status = zc_report(diag, ZC_BAD_INPUT, NULL, "--region-column 与 --as-of-column 应是两列",
                       "--region-column and --as-of-column are to be two columns");
  }
  for (uint32_t i = 0; !batch->day_name && i < batch->header.count; i++) {
    if (strcmp(batch->header.names[i], ZC_DAY_MEMBER) == 0) {
      status = zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = batch->file, .line = 1},
                         "有一列叫 as_of，而没有说每行各问一天；请加 --as-of-column as_of，或给这"
                         "一列改名",
                         "there is a column as_of, and nothing says that each row has its own day; "
                         "add --as-of-column as_of, or rename the column");
    }
  }
  return status;
}

/* The day that is asked about is no fact of the person: one of both would be passed over. */
static zc_status check_day_name(const zc_batch *batch, const zc_vocabulary *v,
                                zc_diagnostics *diag) {
  const char *name = batch->day_name;
  int32_t fact = !name                         ? -1
                 : batch->in == ZC_FORM_NDJSON ? zc_fact_find(v, name, strlen(name))
                                               : zc_batch_fact(batch, batch->day_field, v);
  if (fact < 0)
    return ZC_OK;
  return zc_report(diag, ZC_BAD_INPUT, NULL,
                   "--as-of-column 的“%s”是事实 %s；所问的那一天要另有一列",
                   "--as-of-column: '%s' is the fact %s; the day asked about has a column of its "
                   "own",
                   name, v->facts[fact].name);
}

/* CSV: the facts that the file has columns for. NDJSON: any row may give any fact. */
static zc_status plan_readers(zc_batch *batch, zc_batch_region *r, zc_diagnostics *diag) {
  const zc_vocabulary *v = &r->region->vocabulary;
  if (batch->in == ZC_FORM_NDJSON) {
    for (uint32_t i = 0; i < v->fact_count; i++)
      r->facts[r->fact_count++] = i;
    return ZC_OK;
  }
  ZC_ASSERT(batch->office);
  r->readers =
      zc_calloc((size_t)batch->header.count + batch->office->extra_count + 1, sizeof *r->readers);
  if (!r->readers)
    return zc_report_memory(diag);
  for (uint32_t field = 0; field < batch->header.count; field++) {
    int32_t fact = is_region_field(batch, field) ? -1 : zc_batch_fact(batch, field, v);
    if (fact < 0)
      continue;
    if (zc_csv_reader_make(&r->readers[r->reader_count++], v, (uint32_t)fact, field) != ZC_OK)
      return zc_report_memory(diag);
    r->facts[r->fact_count++] = (uint32_t)fact;
  }
  for (uint32_t i = 0; i < batch->office->extra_count; i++) {
    uint32_t fact = batch->office->extras[i].fact;
    if (zc_csv_reader_make(&r->readers[r->reader_count++], v, fact, batch->header.count + i) !=
        ZC_OK)
      return zc_report_memory(diag);
    r->facts[r->fact_count++] = fact;
    r->extra_count++;
  }
  return ZC_OK;
}

/* Columns of the office's file: which facts --set gives is known here. */
static zc_status plan_office(zc_batch *batch, const zc_batch_options *options,
                             zc_diagnostics *diag) {
  const zc_region *only = batch->region_count == 1 ? batch->regions[0].region : NULL;
  const zc_data *data = batch->region_count ? batch->regions[0].region->vocabulary.data : NULL;
  zc_division asked = {0, 0};
  zc_facts given;
  if (only)
    asked = (zc_division){only->division_lo, only->division_hi};
  zc_status status = zc_facts_init(&given, &batch->office->vocabulary, diag);
  /* What is wrong with a setting is told of each region. */
  if (status == ZC_OK)
    zc_facts_set(&given, options->settings, options->setting_count, NULL);
  if (status == ZC_OK)
    status = zc_batch_office_plan(batch->office, data ? data : &zc_data_standard, given.given,
                                  asked, diag);
  zc_facts_free(&given);
  return status;
}

/* Facts of --set go before those of the rows; that a column of CSV be ignored is hardly meant. */
static zc_status plan_given(zc_batch *batch, zc_batch_region *r, const zc_batch_options *options,
                            zc_diagnostics *diag) {
  const zc_vocabulary *v = &r->region->vocabulary;
  zc_status status = zc_facts_init(&r->given, v, diag);
  if (status == ZC_OK)
    status = zc_facts_set(&r->given, options->settings, options->setting_count, diag);
  if (status != ZC_OK || batch->in == ZC_FORM_NDJSON)
    return status;
  for (uint32_t i = 0; i < r->reader_count; i++) {
    if (r->given.given[r->facts[i]]) {
      status = zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = "--set"},
                         "%s 在文件中已有一列；请删去 --set 或这一列",
                         "%s has a column in the file; leave out the --set, or remove the column",
                         v->facts[r->facts[i]].name);
    }
  }
  for (uint32_t i = 0; i < v->fact_count; i++)
    if (r->given.given[i])
      r->facts[r->fact_count++] = i;
  return status;
}

static zc_status plan_engine(const zc_batch *batch, zc_batch_region *r, zc_diagnostics *diag) {
  const zc_region *region = r->region;
  uint8_t *given = r->given_columns = zc_calloc(region->vocabulary.fact_count, 1);
  if (!given)
    return zc_report_memory(diag);
  for (uint32_t i = 0; i < r->fact_count; i++)
    given[r->facts[i]] = 1;
  r->engine = batch->day_name
                  ? zc_column_engine_by_row(region, given, batch->strict)
                  : zc_column_engine_new(region, given, batch->as_of, batch->strict, ZC_BEST_PATH);
  if (!r->engine)
    return zc_report_memory(diag);
  zc_column_engine_take(r->engine, batch->precision);
  return ZC_OK;
}

static zc_status plan_region(zc_batch *batch, zc_batch_region *r, const zc_batch_options *options,
                             zc_diagnostics *diag) {
  const zc_region *region = r->region;
  r->rule_words = (region->rule_count + 63) / 64;
  r->fact_words = (region->vocabulary.fact_count + 63) / 64;
  uint32_t masks = batch->explain ? ZC_RULING_STATES : 1;
  uint32_t words = 1 + masks * r->rule_words + r->fact_words;
  batch->key_words = words > batch->key_words ? words : batch->key_words;
  r->unmet_at = batch->rule_count;
  batch->rule_count += region->rule_count;
  for (uint32_t i = 0; i < region->track_count; i++)
    r->tracks |= UINT64_C(1) << region->tracks[i].track;
  r->facts = zc_calloc((size_t)region->vocabulary.fact_count + 1, sizeof *r->facts);
  if (!r->facts)
    return zc_report_memory(diag);
  zc_status status = check_day_name(batch, &region->vocabulary, diag);
  if (status == ZC_OK)
    status = plan_readers(batch, r, diag);
  if (status == ZC_OK)
    status = plan_given(batch, r, options, diag);
  return status == ZC_OK ? plan_engine(batch, r, diag) : status;
}

static zc_status list_regions(zc_batch *batch, const zc_host *host, const zc_region *only,
                              zc_diagnostics *diag) {
  batch->regions = zc_calloc(only ? 1 : host->count, sizeof *batch->regions);
  if (!batch->regions)
    return zc_report_memory(diag);
  if (only)
    batch->regions[batch->region_count++].region = only;
  for (uint32_t i = 0; !only && i < host->count; i++)
    if (host->plugins[i].status == ZC_OK)
      batch->regions[batch->region_count++].region = host->plugins[i].region;
  return ZC_OK;
}

zc_status zc_batch_settle(zc_batch *batch, const zc_batch_options *o, zc_diagnostics *diag) {
  zc_status status = zc_given_day_read(&batch->as_of, o->day, "--as-of", diag);
  if (!o->region == !o->region_column) {
    status = zc_report(diag, ZC_BAD_INPUT, NULL,
                       "请给出 --region 或 --region-column，二者选一；见 zhicheng batch --help",
                       "give --region or --region-column, one of the two; see zhicheng batch "
                       "--help");
  }
  if ((o->flags & ZC_UNIQUE_IDS) && batch->in == ZC_FORM_CSV && batch->header.id < 0) {
    status = zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = batch->file, .line = 1},
                       "--unique-id 需要名为 id 或 编号 的一列；请补上列名",
                       "--unique-id needs a column named id or 编号; name it");
  }
  batch->strict = (o->flags & ZC_STRICT) != 0;
  batch->precision = zc_precision_of(o->flags);
  batch->explain = (o->flags & ZC_EXPLAIN) != 0;
  batch->unique_ids = (o->flags & ZC_UNIQUE_IDS) != 0;
  batch->is_safe = (o->flags & ZC_SAFE_CSV) != 0;
  batch->has_mark = (o->flags & ZC_BYTE_ORDER) != 0;
  if ((batch->is_safe || batch->has_mark) && batch->out != ZC_FORM_CSV) {
    status = zc_report(diag, ZC_BAD_INPUT, NULL,
                       "--safe-csv 和 --bom 只用于 .csv；请去掉，或让 --out 以 .csv 结尾",
                       "--safe-csv and --bom are of a .csv output; leave them out, or let --out "
                       "end with .csv");
  }
  batch->region_name = o->region_column;
  batch->day_name = o->day_column;
  int findings = batch->explain && batch->out == ZC_FORM_CSV;
  batch->ruling_fields = findings ? ZC_RULING_COUNT_EXPLAINED : ZC_RULING_COUNT;
  zc_status days = check_days(batch, o, diag);
  status = days > status ? days : status;
  if (status == ZC_OK && batch->region_name)
    status = find_field(batch, "--region-column", batch->region_name, &batch->region_field, diag);
  return status == ZC_OK && batch->day_name
             ? find_field(batch, "--as-of-column", batch->day_name, &batch->day_field, diag)
             : status;
}

zc_status zc_batch_plan(zc_batch *batch, const zc_batch_options *options, const zc_host *host,
                        const zc_region *only, zc_diagnostics *diag) {
  zc_status status = list_regions(batch, host, only, diag);
  if (status == ZC_OK && batch->office)
    status = plan_office(batch, options, diag);
  for (uint32_t i = 0; status == ZC_OK && i < batch->region_count; i++)
    status = plan_region(batch, &batch->regions[i], options, diag);
  if (status == ZC_OK && batch->in == ZC_FORM_CSV)
    status = plan_carried(batch, diag);
  return status;
}

void zc_batch_free(zc_batch *batch) {
  for (uint32_t i = 0; i < batch->region_count; i++) {
    zc_batch_region *r = &batch->regions[i];
    for (uint32_t j = 0; j < r->reader_count; j++)
      zc_csv_reader_free(&r->readers[j]);
    zc_free(r->readers);
    zc_free(r->given_columns);
    zc_free(r->facts);
    zc_facts_free(&r->given);
    zc_column_engine_free(r->engine);
  }
  zc_free(batch->regions);
  zc_free(batch->carried);
  zc_csv_header_free(&batch->header);
  if (batch->office)
    zc_batch_office_free(batch->office);
  zc_free(batch->office);
}

uint32_t zc_batch_carried_count(const zc_batch *batch) {
  return batch->in == ZC_FORM_CSV ? batch->carried_count : 1;
}

const char *zc_batch_carried_name(const zc_batch *batch, uint32_t carried) {
  return batch->in == ZC_FORM_CSV ? batch->header.names[batch->carried[carried]]
                                  : ZC_MEMBERS_COLUMN;
}
