/* SPDX-License-Identifier: Apache-2.0 */
#include "office/heading.h"

#include "base/memory.h"
#include "facts/reader.h"

#include <string.h>

enum {
  LONGEST = 1024,      /* bytes of a heading that is compared; longer ones are kept */
  WIDEST_GROUP = 64,   /* columns on one side of another under the same group */
  MOST_SUGGESTED = 200 /* kept columns for which a fact is looked for that they resemble */
};

/* The names of ids, that which is taken first in front. */
static const char *const id_names[] = {"id",         "编号",     "工号", "身份证号",
                                       "身份证号码", "证件号码", "序号"};
enum { ID_NAMES = sizeof id_names / sizeof *id_names };

/* ---- one heading ---- */

typedef struct key {
  char room[LONGEST];
  zc_plain text;
  char unit;
} key;

static void make_key(key *k, const char *text, size_t length) {
  *k = (key){.unit = 0};
  k->text =
      length < LONGEST ? zc_heading_text(text, length, k->room, &k->unit) : (zc_plain){k->room, 0};
}

typedef struct meaning {
  int32_t fact;
  zc_heading_by by;
} meaning;

static meaning mean(const zc_heading_question *q, zc_plain name) {
  static const zc_heading_by ways[] = {ZC_HEADING_NAME, ZC_HEADING_LABEL, ZC_HEADING_ALIAS};
  const zc_map_column *own = q->map ? zc_office_map_column(q->map, name) : NULL;
  zc_taken_by by;
  if (own)
    return (meaning){own->fact, ZC_HEADING_MAP};
  if (!q->is_convert && zc_plain_is(name, "取得日期"))
    return (meaning){ZC_F_current_title_date, ZC_HEADING_ALIAS};
  int32_t fact = name.length ? zc_lexicon_fact(q->lexicon, name, &by) : -1;
  return (meaning){fact, fact >= 0 ? ways[by] : ZC_HEADING_KEPT};
}

static int is_one_text(zc_plain text, const char *const *list, int count) {
  for (int i = 0; i < count; i++)
    if (zc_plain_is(text, list[i]))
      return 1;
  return 0;
}

static int is_study(int32_t fact) {
  return fact == ZC_F_education || fact == ZC_F_degree;
}

/* A heading of two lines: both together first, unless the group tells one kind of study from
 * another. */
static meaning mean_both(const zc_heading_question *q, zc_plain group, zc_plain sub) {
  char both[2 * LONGEST + 1];
  meaning alone = mean(q, sub);
  int is_kind = zc_plain_begins(group, "全日制") || zc_plain_begins(group, "在职");
  if (group.length == 0)
    return alone;
  memcpy(both, group.text, group.length);
  both[group.length] = '/';
  memcpy(both + group.length + 1, sub.text, sub.length);
  zc_plain path = {both, group.length + 1 + sub.length};
  if (q->map && zc_office_map_column(q->map, path))
    return mean(q, path);
  if (is_kind && is_study(alone.fact))
    return alone;
  memmove(both + group.length, both + group.length + 1, sub.length);
  meaning together = mean(q, (zc_plain){both, path.length - 1});
  return together.by != ZC_HEADING_KEPT ? together : alone;
}

/* A heading of two lines as the reject file has it in one: 全日制教育/学历. */
static meaning mean_again(const zc_heading_question *q, zc_plain path) {
  const char *slash = memchr(path.text, '/', path.length);
  meaning whole = mean(q, path);
  if (!slash || whole.by != ZC_HEADING_KEPT)
    return whole;
  size_t length = (size_t)(slash - path.text);
  zc_plain sub = {slash + 1, path.length - length - 1};
  return mean_both(q, (zc_plain){path.text, length}, sub);
}

/* ---- rows ---- */

static zc_plain trimmed(const zc_table_row *row, uint32_t column) {
  zc_plain text = {"", 0};
  if (!row || column >= row->count)
    return text;
  text = (zc_plain){row->cells[column].text, row->cells[column].length};
  while (text.length && memchr(" \t\r\n", text.text[0], 4))
    text = (zc_plain){text.text + 1, text.length - 1};
  while (text.length && memchr(" \t\r\n", text.text[text.length - 1], 4))
    text.length--;
  return text;
}

static uint32_t count_filled(const zc_table_row *row) {
  uint32_t filled = 0;
  for (uint32_t i = 0; i < row->count; i++)
    filled += trimmed(row, i).length > 0;
  return filled;
}

/* What is known when the headings of one row are looked at. */
typedef struct layout {
  const zc_heading_question *q;
  const zc_table_row *row;
  const zc_table_row *above; /* the row just above it, which may have groups; NULL */
  const zc_table_about *about;
  int is_again; /* a reject file handed in again: its last heading says so */
} layout;

/* The filled cell whose merge in the row above covers the column; -1: none. */
static int32_t merged_group(const layout *l, uint32_t column) {
  for (uint32_t i = 0; i < l->about->merge_count; i++) {
    const zc_merge *m = &l->about->merges[i];
    if (m->first_row == l->above->number && m->last_row == m->first_row &&
        m->first_column <= column && column <= m->last_column && m->last_column > m->first_column &&
        m->last_column - m->first_column + 1 < l->row->count)
      return (int32_t)m->first_column;
  }
  return -1;
}

/* Of text: a filled cell with blanks behind it, up to the next filled one. */
static int32_t spread_group(const layout *l, uint32_t column) {
  uint32_t first = column, last = column + 1;
  while (first > 0 && column - first < WIDEST_GROUP && trimmed(l->above, first).length == 0)
    first--;
  while (last < l->row->count && last - column < WIDEST_GROUP &&
         trimmed(l->above, last).length == 0)
    last++;
  int is_group = trimmed(l->above, first).length > 0 && last - first > 1;
  return is_group && last - first < l->row->count ? (int32_t)first : -1;
}

static int32_t group_of(const layout *l, uint32_t column) {
  if (!l->above)
    return -1;
  return l->about && l->about->merge_count ? merged_group(l, column) : spread_group(l, column);
}

/* The heading of a column: its own cell or, of a merge downwards, the one above. */
static zc_plain own_text(const layout *l, uint32_t column) {
  zc_plain own = trimmed(l->row, column);
  int may_be_above = own.length == 0 && l->above && count_filled(l->above) > 1;
  return may_be_above ? trimmed(l->above, column) : own;
}

static meaning mean_column(const layout *l, uint32_t column, key *own, key *group) {
  zc_plain text = own_text(l, column);
  int32_t first = trimmed(l->row, column).length ? group_of(l, column) : -1;
  zc_plain above = first >= 0 ? trimmed(l->above, (uint32_t)first) : (zc_plain){"", 0};
  make_key(own, text.text, text.length);
  make_key(group, above.text, above.length);
  return l->is_again ? mean_again(l->q, own->text) : mean_both(l->q, group->text, own->text);
}

typedef struct tally {
  uint32_t all, own; /* different facts and roles; those of the row's own cells */
  uint64_t facts[16];
} tally;

static void count_fact(tally *c, uint32_t fact, int is_own) {
  uint64_t bit = UINT64_C(1) << fact % 64, *word = &c->facts[fact / 64 % 16];
  c->all += !(*word & bit);
  c->own += !(*word & bit) && is_own;
  *word |= bit;
}

static tally count_row(const layout *l) {
  enum { ID_BIT = 16 * 64 - 1 };
  tally c = {0};
  key own, group;
  for (uint32_t i = 0; i < l->row->count; i++) {
    meaning m = mean_column(l, i, &own, &group);
    int is_own = trimmed(l->row, i).length > 0;
    if (m.fact >= 0 && m.fact < ID_BIT)
      count_fact(&c, (uint32_t)m.fact, is_own);
    else if (is_one_text(own.text, id_names, ID_NAMES))
      count_fact(&c, ID_BIT, is_own);
  }
  return c;
}

uint32_t zc_heading_count(const zc_heading_question *question, const zc_table_row *row) {
  layout l = {question, row, NULL, NULL, 0};
  return count_row(&l).all;
}

static layout layout_of(const zc_heading_question *q, const zc_table_row *rows, uint32_t at,
                        const zc_table_about *about) {
  int is_next = at > 0 && rows[at - 1].number + 1 == rows[at].number;
  zc_plain last = rows[at].count ? trimmed(&rows[at], rows[at].count - 1) : (zc_plain){"", 0};
  int is_again = zc_plain_is(last, "原因") || zc_plain_is(last, "reason");
  return (layout){q, &rows[at], is_next ? &rows[at - 1] : NULL, about, is_again};
}

/* The row of headings; -1: none names facts. */
static int32_t find_row(const zc_heading_question *q, const zc_table_row *rows, uint32_t row_count,
                        const zc_table_about *about) {
  uint32_t most = 0;
  int32_t best = -1;
  for (uint32_t i = 0; i < row_count; i++) {
    layout l = layout_of(q, rows, i, about);
    tally c = count_row(&l);
    int is_enough = c.all >= 2 || (c.all == 1 && count_filled(&rows[i]) == 1);
    if (c.own == 0 || !is_enough || c.all <= most)
      continue;
    most = c.all;
    best = (int32_t)i;
  }
  return best;
}

/* ---- the headings of the row ---- */

static const char *keep(zc_headings *h, zc_plain group, zc_plain own) {
  size_t slash = group.length > 0;
  char *text = zc_arena_alloc(&h->arena, group.length + slash + own.length + 1);
  if (!text)
    return NULL;
  memcpy(text, group.text, group.length);
  if (slash)
    text[group.length] = '/';
  memcpy(text + group.length + slash, own.text, own.length);
  for (char *c = text; *c; c++)
    if (*c == '\r' || *c == '\n')
      *c = ' ';
  return text;
}

static int counts_years(const key *own) {
  if (own->unit)
    return own->unit == 'y';
  return zc_plain_ends(own->text, "年限") || zc_plain_ends(own->text, "年数");
}

static int fill_column(zc_headings *h, const layout *l, uint32_t column) {
  key own, group;
  meaning m = mean_column(l, column, &own, &group);
  zc_plain text = own_text(l, column);
  int32_t first = group.text.length ? group_of(l, column) : -1;
  zc_plain above = first >= 0 ? trimmed(l->above, (uint32_t)first) : (zc_plain){"", 0};
  zc_heading *to = &h->columns[column];
  *to = (zc_heading){.fact = m.fact, .by = m.by, .suggests = -1, .joins = -1};
  to->text = keep(h, above, text);
  to->key = keep(h, group.text, own.text);
  to->counts_years = counts_years(&own);
  to->is_number = zc_plain_is(own.text, "序号");
  to->is_identity = is_one_text(own.text, id_names, ID_NAMES);
  to->is_reason = m.by == ZC_HEADING_KEPT && column + 1 == l->row->count &&
                  (zc_plain_is(own.text, "原因") || zc_plain_is(own.text, "reason"));
  return to->text && to->key;
}

/* A map may say of an id's column that it is kept, or a fact. */
static void settle_id(zc_headings *h) {
  for (int name = 0; name < ID_NAMES; name++)
    for (uint32_t i = 0; i < h->count; i++) {
      zc_heading *c = &h->columns[i];
      if (c->by != ZC_HEADING_KEPT || strcmp(c->key, id_names[name]) != 0)
        continue;
      c->by = ZC_HEADING_ROLE;
      h->id = (int32_t)i;
      return;
    }
}

static void settle_suggestions(zc_headings *h, const zc_heading_question *q) {
  uint32_t sought = 0;
  for (uint32_t i = 0; i < h->count && sought < MOST_SUGGESTED; i++) {
    zc_heading *c = &h->columns[i];
    if (c->by == ZC_HEADING_KEPT && !c->is_identity && !c->is_reason && ++sought)
      zc_lexicon_suggest_fact(q->lexicon, (zc_plain){c->key, strlen(c->key)}, &c->suggests);
  }
}

/* ---- two columns of one fact ---- */

static zc_heading *find_key(zc_headings *h, const char *name) {
  for (uint32_t i = 0; i < h->count; i++)
    if (strcmp(h->columns[i].key, name) == 0 && h->columns[i].by != ZC_HEADING_MAP)
      return &h->columns[i];
  return NULL;
}

/* 全日制学历 beside 在职学历 is an education, and no answer to whether it was full-time. */
static void settle_studies(zc_headings *h) {
  zc_heading *full = find_key(h, "全日制学历"), *part = find_key(h, "在职学历");
  if (!full || !part)
    return;
  full->fact = part->fact = ZC_F_education;
  full->by = part->by = ZC_HEADING_ALIAS;
}

static int begins_kind(const zc_heading *c, const char *kind) {
  return strncmp(c->key, kind, strlen(kind)) == 0;
}

static int are_joined(const zc_heading *a, const zc_heading *b, const zc_vocabulary *v) {
  int is_level = v->facts[a->fact].enumeration == v->facts[ZC_F_target_level].enumeration;
  int are_kinds = (begins_kind(a, "全日制") && begins_kind(b, "在职")) ||
                  (begins_kind(a, "在职") && begins_kind(b, "全日制"));
  return is_level || (is_study(a->fact) && are_kinds);
}

/* Of two columns of one fact that which the map names is the fact; else they are joined, or an
 * error.
 */
static zc_status settle_pair(zc_headings *h, uint32_t first, uint32_t second,
                             const zc_vocabulary *v, const char *file, zc_diagnostics *diag) {
  zc_heading *a = &h->columns[first], *b = &h->columns[second];
  if ((a->by == ZC_HEADING_MAP) != (b->by == ZC_HEADING_MAP)) {
    zc_heading *other = a->by == ZC_HEADING_MAP ? b : a;
    other->fact = -1;
    other->by = ZC_HEADING_KEPT;
    return ZC_OK;
  }
  if (a->joins < 0 && are_joined(a, b, v)) {
    b->joins = (int32_t)first;
    return ZC_OK;
  }
  zc_where where = {.file = file, .line = (uint32_t)h->row};
  return zc_report(diag, ZC_BAD_INPUT, &where,
                   "%s 列“%s”和 %s 列“%s”是同一个事实 %s；请只留一列，或用 --map 说明",
                   "the columns %s \"%s\" and %s \"%s\" are the same fact, %s; keep one, or say "
                   "with --map which it is",
                   zc_letters_of(first).text, a->text, zc_letters_of(second).text, b->text,
                   v->facts[a->fact].name);
}

static zc_status settle_pairs(zc_headings *h, const zc_vocabulary *v, const char *file,
                              zc_diagnostics *diag) {
  uint32_t first[ZC_SHARED_FACTS] = {0}; /* by fact: 1 + its first column */
  zc_status status = ZC_OK;
  for (uint32_t i = 0; i < h->count; i++) {
    int32_t fact = h->columns[i].fact;
    if (fact < 0)
      continue;
    if (first[fact]) {
      zc_status pair = settle_pair(h, first[fact] - 1, i, v, file, diag);
      status = pair > status ? pair : status;
    }
    int is_gone = first[fact] && h->columns[first[fact] - 1].fact < 0;
    if (!first[fact] || is_gone)
      first[fact] = i + 1;
  }
  return status;
}

/* ---- all of it ---- */

static int is_canonical(const zc_headings *h) {
  int canonical = h->index == 0;
  for (uint32_t i = 0; i < h->count; i++) {
    const zc_heading *c = &h->columns[i];
    int is_usual = c->by == ZC_HEADING_NAME || c->by == ZC_HEADING_LABEL ||
                   (c->by == ZC_HEADING_ROLE && zc_is_id_name(c->key)) ||
                   (c->by == ZC_HEADING_KEPT && !c->is_reason && !c->is_identity);
    canonical &= is_usual && !c->counts_years && c->joins < 0;
  }
  return canonical;
}

static int has_names(const zc_headings *h) {
  int names = h->index == 0;
  for (uint32_t i = 0; i < h->count; i++)
    names &= h->columns[i].by == ZC_HEADING_NAME || h->columns[i].by == ZC_HEADING_KEPT ||
             (h->columns[i].by == ZC_HEADING_ROLE && zc_is_id_name(h->columns[i].key));
  return names;
}

static void use_map(const zc_headings *h, const zc_heading_question *q) {
  for (uint32_t i = 0; q->map && i < h->count; i++) {
    const char *sub = strrchr(h->columns[i].key, '/'), *whole = h->columns[i].key;
    zc_map_column *m = zc_office_map_column(q->map, (zc_plain){whole, strlen(whole)});
    if (!m && sub)
      m = zc_office_map_column(q->map, (zc_plain){sub + 1, strlen(sub + 1)});
    if (m)
      m->is_used = 1;
  }
}

static zc_status check_map(const zc_heading_question *q, zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  for (uint32_t i = 0; q->map && i < q->map->column_count; i++) {
    const zc_map_column *m = &q->map->columns[i];
    zc_where where = {.file = q->map->file, .line = m->line};
    if (!m->is_used)
      status = zc_report(diag, ZC_BAD_INPUT, &where, "表中没有列“%s”；请核对列名或删去这一行",
                         "the sheet has no column \"%s\"; compare the headings, or remove the line",
                         m->key);
  }
  return status;
}

zc_status zc_headings_find(zc_headings *headings, const zc_heading_question *question,
                           const zc_table_row *rows, uint32_t count, const zc_table_about *about,
                           const char *file, zc_diagnostics *diag) {
  zc_headings *h = headings;
  *h = (zc_headings){.id = -1};
  int32_t found = find_row(question, rows, count, about);
  h->index = found >= 0 ? (uint32_t)found : 0;
  h->row = rows[h->index].number;
  h->count = rows[h->index].count;
  h->columns = zc_arena_alloc(&h->arena, (h->count + 1) * sizeof *h->columns);
  if (!h->columns)
    return zc_report_memory(diag);
  layout l = layout_of(question, rows, h->index, about);
  for (uint32_t i = 0; i < h->count; i++)
    if (!fill_column(h, &l, i))
      return zc_report_memory(diag);
  settle_id(h);
  settle_studies(h);
  settle_suggestions(h, question);
  zc_status status = settle_pairs(h, question->vocabulary, file, diag);
  use_map(h, question);
  zc_status map = check_map(question, diag);
  h->is_canonical = !question->map && is_canonical(h);
  h->has_names = has_names(h);
  return map > status ? map : status;
}

void zc_headings_free(zc_headings *headings) {
  zc_arena_free(&headings->arena);
  *headings = (zc_headings){.id = -1};
}
