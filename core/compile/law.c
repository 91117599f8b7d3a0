/* SPDX-License-Identifier: Apache-2.0 */
/* Documents and clauses, and the law behind a row: what it cites and when it is in force. */
#include "base/assert.h"
#include "compile/compiler.h"

static const zc_span no_span = {ZC_DAY_MAX, ZC_DAY_MIN};

int zc_day_read(zc_compiler *c, const zc_place *at, const char *row, const char *field,
                const char *text, zc_day ever, zc_day *day) {
  if (strcmp(text, "ever") == 0) {
    *day = ever;
    return 1;
  }
  int outcome = zc_day_parse(text, day);
  if (outcome == -1)
    ZC_ROW_ERROR(c, *at, row, field, "“%s”不是日期；请写成 2024-06-29 的样子",
                 "'%s' is not a date; write it like 2024-06-29", text);
  else if (outcome)
    ZC_ROW_ERROR(c, *at, row, field, "“%s”这一天不存在，或不在 1900 年至 2199 年之间",
                 "there is no day '%s' between 1900 and 2199", text);
  return outcome == 0;
}

static zc_span document_span(zc_compiler *c, const zc_document *document) {
  zc_span span = {ZC_DAY_MIN, ZC_DAY_MAX};
  if (!document->from) {
    if (document->until)
      ZC_ROW_ERROR(c, document->at, document->id, "until",
                   "写了最后一天 %s，却没有写第一天；请填写 from",
                   "the last day %s stands without a first day; write `from` too", document->until);
    return no_span;
  }
  int fine =
      zc_day_read(c, &document->at, document->id, "from", document->from, ZC_DAY_MIN, &span.from);
  if (document->until)
    fine &= zc_day_read(c, &document->at, document->id, "until", document->until, ZC_DAY_MAX,
                        &span.until);
  if (fine && span.from > span.until)
    ZC_ROW_ERROR(c, document->at, document->id, "until", "最后一天 %s 早于第一天 %s",
                 "the last day %s is before the first day %s", document->until, document->from);
  return fine ? span : (zc_span){ZC_DAY_MIN, ZC_DAY_MAX};
}

/* The codes that the document binds; all of them where it names none. */
static zc_division document_division(zc_compiler *c, const zc_document *document) {
  zc_division division = {INT64_MIN, INT64_MAX};
  const char *code = document->division;
  if (code && zc_division_parse_prefix(code, strlen(code), &division))
    ZC_ROW_ERROR(c, document->at, document->id, "division",
                 "“%s”不是行政区划代码；请写 2、4、6、9 或 12 位数字",
                 "'%s' is not a division; write 2, 4, 6, 9 or 12 digits of its code", code);
  return division;
}

static void document_compile(zc_compiler *c, const zc_document *document, uint32_t index) {
  zc_region *region = c->region;
  region->documents[index] = *document;
  region->document_spans[index] = document_span(c, document);
  region->document_divisions[index] = document_division(c, document);
  if (document->from && !document->issuer.zh)
    ZC_ROW_ERROR(c, document->at, document->id, "issuer.zh",
                 "没有填写；%s 起施行的文件要写明发文机关",
                 "is missing; a document in force (from %s) names its issuer", document->from);
  if (document->number && !*document->number)
    ZC_ROW_ERROR(
        c, document->at, document->id, "number", "是空文本；没有文号的文件（%s）请不写这一项",
        "is an empty text; leave it out for a document that has none (%s)", document->title.zh);
}

void zc_documents_compile(zc_compiler *c) {
  const zc_rows *rows = &c->tables.rows[ZC_ROWS_DOCUMENT];
  zc_region *region = c->region;
  region->documents = zc_compiler_alloc(c, rows->count * sizeof *region->documents);
  region->document_spans = zc_compiler_alloc(c, rows->count * sizeof *region->document_spans);
  region->document_divisions =
      zc_compiler_alloc(c, rows->count * sizeof *region->document_divisions);
  zc_named_row *named = zc_compiler_scratch(c, rows->count * sizeof *named);
  if (!region->documents || !region->document_spans || !region->document_divisions || !named)
    return;
  for (uint32_t i = 0; i < rows->count; i++) {
    const zc_document *document = rows->items[i];
    document_compile(c, document, i);
    named[i] = (zc_named_row){document->id, &document->at};
  }
  region->document_count = rows->count;
  zc_ids_check(c, named, rows->count);
}

static int is_id(const char *id, const char *word, size_t length) {
  return strlen(id) == length && memcmp(id, word, length) == 0;
}

static const zc_document *document_find(const zc_region *region, const char *id, size_t length) {
  for (uint32_t i = 0; i < region->document_count; i++)
    if (is_id(region->documents[i].id, id, length))
      return &region->documents[i];
  return NULL;
}

static void document_check(zc_compiler *c, const zc_clause *clause, const char *field,
                           const char *id, size_t length) {
  if (document_find(c->region, id, length))
    return;
  zc_suggestion s = {.wanted = id, .wanted_length = length};
  for (uint32_t i = 0; i < c->region->document_count; i++)
    zc_suggest(&s, c->region->documents[i].id);
  ZC_ROW_ERROR(c, clause->at, clause->id, field,
               "引用的文件“%.*s”不在本插件的文件表中；请在 documents 表里加上它%s",
               "cites the document '%.*s', which this plugin does not list; add it to a table "
               "`documents`%s",
               (int)length, id, zc_hint_make(c->diag, &s).text);
}

/* The length of the document's id in a word of `also`: "nm-2024-85" or "nm-2024-85:四（九）1". */
static size_t id_length(const char *word, size_t length) {
  const char *colon = memchr(word, ':', length);
  return colon ? (size_t)(colon - word) : length;
}

static void clause_check(zc_compiler *c, const zc_clause *clause) {
  if (clause->document)
    document_check(c, clause, "document", clause->document, strlen(clause->document));
  const char *cursor = clause->also, *word;
  size_t length;
  while (cursor && zc_next_word(&cursor, &word, &length))
    document_check(c, clause, "also", word, id_length(word, length));
}

void zc_clauses_compile(zc_compiler *c) {
  const zc_rows *rows = &c->tables.rows[ZC_ROWS_CLAUSE];
  zc_region *region = c->region;
  region->clauses = zc_compiler_alloc(c, rows->count * sizeof *region->clauses);
  zc_named_row *named = zc_compiler_scratch(c, rows->count * sizeof *named);
  if (!region->clauses || !named)
    return;
  for (uint32_t i = 0; i < rows->count; i++) {
    const zc_clause *clause = rows->items[i];
    region->clauses[i] = *clause;
    named[i] = (zc_named_row){clause->id, &clause->at};
    clause_check(c, clause);
  }
  region->clause_count = rows->count;
  zc_ids_check(c, named, rows->count);
}

/* ---- the law of a row ---- */

const zc_clause *zc_clause_find(zc_compiler *c, const zc_place *at, const char *row,
                                const char *field, const char *id, size_t length) {
  for (uint32_t i = 0; i < c->region->clause_count; i++)
    if (is_id(c->region->clauses[i].id, id, length))
      return &c->region->clauses[i];
  zc_suggestion s = {.wanted = id, .wanted_length = length};
  for (uint32_t i = 0; i < c->region->clause_count; i++)
    zc_suggest(&s, c->region->clauses[i].id);
  ZC_ROW_ERROR(c, *at, row, field, "条款“%.*s”不在本插件的条款表中；请在 clauses 表里加上它%s",
               "there is no clause '%.*s' in this plugin; add it to a table `clauses`%s",
               (int)length, id, zc_hint_make(c->diag, &s).text);
  return NULL;
}

/* The clause whose id is the row's, or its longest prefix that ends at a dot. */
static const zc_clause *clause_of_id(const zc_compiler *c, const char *id) {
  const zc_clause *best = NULL;
  size_t best_length = 0;
  for (uint32_t i = 0; i < c->region->clause_count; i++) {
    const zc_clause *clause = &c->region->clauses[i];
    size_t length = strlen(clause->id);
    if (length > best_length && strncmp(clause->id, id, length) == 0 &&
        (id[length] == 0 || id[length] == '.')) {
      best = clause;
      best_length = length;
    }
  }
  return best;
}

static int is_own_id(const zc_compiler *c, const char *id) {
  size_t length = strlen(c->region->id);
  return strncmp(id, c->region->id, length) == 0 && id[length] == '.';
}

/* National practice rests on no clause of a document. Nor does a row named after the region, unless
 * the clauses are named so as well: then only the last row of a table read from the top may. */
static int is_lawless(const zc_compiler *c, const zc_law_row *row) {
  if (strncmp(row->id, "base.", 5) == 0)
    return 1;
  if (!is_own_id(c, row->id))
    return 0;
  for (uint32_t i = 0; i < c->region->clause_count && !row->bare; i++)
    if (is_own_id(c, c->region->clauses[i].id))
      return 0;
  return 1;
}

static void law_add_document(const zc_region *region, zc_law *law, const char *id, size_t length) {
  const zc_document *document = document_find(region, id, length);
  for (uint32_t i = 0; i < law->document_count; i++)
    if (law->documents[i] == document)
      return;
  if (!document)
    return;
  ZC_ASSERT((size_t)(document - region->documents) < region->document_count);
  law->spans[law->document_count] = region->document_spans[document - region->documents];
  law->documents[law->document_count++] = document;
}

static uint32_t count_words(const char *list) {
  uint32_t count = 0;
  const char *word;
  size_t length;
  while (list && zc_next_word(&list, &word, &length))
    count++;
  return count;
}

static const char *copy_word(zc_compiler *c, const char *word, size_t length) {
  char *copy = zc_compiler_alloc(c, length + 1);
  if (copy)
    memcpy(copy, word, length);
  return copy;
}

/* The first cite names the row's own document, which is cited always. */
static void law_add_cite(const zc_region *region, zc_law *law, const zc_document *document,
                         const char *clause) {
  zc_cite *cite = &law->cites[law->cite_count];
  *cite = (zc_cite){document, clause, {ZC_DAY_MIN, ZC_DAY_MAX}, {INT64_MIN, INT64_MAX}};
  uint32_t index = (uint32_t)(document - region->documents);
  zc_span span = region->document_spans[index];
  if (law->cite_count++ == 0 || document == law->cites[0].document || span.from > span.until)
    return;
  cite->span = span;
  cite->division = region->document_divisions[index];
}

static int is_cited(const zc_law *law, const zc_document *document) {
  for (uint32_t i = 0; i < law->cite_count; i++)
    if (law->cites[i].document == document)
      return 1;
  return 0;
}

/* A further document is cited once, and only where no clause of its own is. */
static void law_refer(zc_compiler *c, zc_law *law, const zc_clause *clause) {
  const char *cursor = clause->also, *word;
  size_t length;
  while (cursor && zc_next_word(&cursor, &word, &length)) {
    size_t id = id_length(word, length);
    const zc_document *document = document_find(c->region, word, id);
    law_add_document(c->region, law, word, id);
    if (!document || is_cited(law, document))
      continue;
    const char *place = id < length ? copy_word(c, word + id + 1, length - id - 1) : "";
    if (place)
      law_add_cite(c->region, law, document, place);
  }
}

static void law_list_documents(zc_compiler *c, zc_law *law) {
  uint32_t room = 0;
  for (uint32_t i = 0; i < law->clause_count; i++)
    room += 1 + count_words(law->clauses[i]->also);
  law->documents = zc_compiler_alloc(c, room * sizeof(const zc_document *));
  law->spans = zc_compiler_alloc(c, room * sizeof *law->spans);
  law->cites = zc_compiler_alloc(c, room * sizeof *law->cites);
  if (!law->documents || !law->spans || !law->cites)
    return;
  for (uint32_t i = 0; i < law->clause_count; i++) {
    const zc_clause *clause = law->clauses[i];
    size_t length = clause->document ? strlen(clause->document) : 0;
    const zc_document *document =
        length ? document_find(c->region, clause->document, length) : NULL;
    if (!document)
      continue;
    law_add_document(c->region, law, clause->document, length);
    law_add_cite(c->region, law, document, clause->clause);
  }
  for (uint32_t i = 0; i < law->clause_count && !zc_compiler_stopped(c); i++)
    law_refer(c, law, law->clauses[i]);
}

static void report_no_clause(zc_compiler *c, const zc_law_row *row) {
  zc_suggestion near = {.wanted = row->id, .wanted_length = strlen(row->id)};
  for (uint32_t i = 0; i < c->region->clause_count; i++)
    zc_suggest(&near, c->region->clauses[i].id);
  ZC_ROW_ERROR(c, *row->at, row->id, "clauses",
               "没有引用条款，也没有编号为“%s”或其前缀的条款；请填写 clauses，或在 clauses "
               "表里加上它%s",
               "cites no clause, and no clause has the id '%s' or a prefix of it; write "
               "`clauses`, or add the clause to a table `clauses`%s",
               row->id, zc_hint_make(c->diag, &near).text);
}

static void law_list_clauses(zc_compiler *c, const zc_law_row *row, zc_law *law) {
  uint32_t room = row->clauses ? count_words(row->clauses) : 1;
  law->clauses = zc_compiler_alloc(c, room * sizeof(const zc_clause *));
  if (!law->clauses)
    return;
  const char *cursor = row->clauses, *word;
  size_t length;
  while (cursor && zc_next_word(&cursor, &word, &length)) {
    const zc_clause *clause = zc_clause_find(c, row->at, row->id, "clauses", word, length);
    ZC_ASSERT(law->clause_count < room);
    if (clause)
      law->clauses[law->clause_count++] = clause;
  }
  if (row->clauses)
    return;
  const zc_clause *clause = clause_of_id(c, row->id);
  if (clause)
    law->clauses[law->clause_count++] = clause;
  else if (!is_lawless(c, row))
    report_no_clause(c, row);
}

zc_span zc_document_span(const zc_region *region, const char *id) {
  const zc_document *document = id ? document_find(region, id, strlen(id)) : NULL;
  return document ? region->document_spans[document - region->documents] : no_span;
}

void zc_law_compile(zc_compiler *c, const zc_law_row *row, zc_law *law, zc_span *span) {
  uint32_t errors = c->diag->errors;
  law_list_clauses(c, row, law);
  if (zc_compiler_stopped(c))
    return;
  law_list_documents(c, law);
  *span = (zc_span){ZC_DAY_MIN, ZC_DAY_MAX};
  if (law->clause_count)
    *span = zc_document_span(c->region, law->clauses[0]->document);
  int cited_only = span->from > span->until;
  if (row->from)
    zc_day_read(c, row->at, row->id, "from", row->from, ZC_DAY_MIN, &span->from);
  if (row->until)
    zc_day_read(c, row->at, row->id, "until", row->until, ZC_DAY_MAX, &span->until);
  else if (cited_only && row->from)
    span->until = ZC_DAY_MAX;
  if (span->from <= span->until || errors != c->diag->errors)
    return;
  if (cited_only)
    ZC_ROW_ERROR(c, *row->at, row->id, "from",
                 "文件“%s”只是被引用，没有施行日期，这一行永远不会生效；请填写 from，或给文件填写 "
                 "from",
                 "is never in force: its document '%s' is only cited; write `from` here or in the "
                 "document",
                 law->clauses[0]->document ? law->clauses[0]->document : "");
  else
    ZC_ROW_ERROR(c, *row->at, row->id, "until", "最后一天早于第一天（%s），这一行永远不会生效",
                 "is never in force: the last day is before the first one (%s)",
                 row->from ? row->from : "from the document");
}
