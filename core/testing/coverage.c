/* SPDX-License-Identifier: Apache-2.0 */
/* Which kinds of cases each rule has, and which it lacks: one that meets it, one that fails it, one
 * with a deciding fact missing, one at its boundary, of each kind that its facts allow. */
#include "testing/coverage.h"
#include "engine/kinds.h"

#include "base/memory.h"
#include "base/words.h"

#include <string.h>

#define KIND(name) ((uint8_t)(1u << ZC_SHOWS_##name))
/* What being unmet looks like: a requirement that is lifted was unmet too. */
#define UNMET_KINDS (KIND(UNMET) | KIND(WAIVED))

static const zc_question covered[] = {ZC_Q_ASSESS, ZC_Q_CONVERT, ZC_Q_UNIT};
#define COVERED_COUNT (sizeof covered / sizeof covered[0])

struct zc_coverage {
  const zc_region *region;
  uint8_t *shown[COVERED_COUNT]; /* by row: masks of kinds */
  uint8_t *exempt[COVERED_COUNT];
  uint8_t *marks; /* by node; work space */
};

void zc_coverage_free(zc_coverage *coverage) {
  if (!coverage)
    return;
  for (size_t q = 0; q < COVERED_COUNT; q++) {
    zc_free(coverage->shown[q]);
    zc_free(coverage->exempt[q]);
  }
  zc_free(coverage->marks);
  zc_free(coverage);
}

zc_coverage *zc_coverage_new(const zc_region *region) {
  zc_coverage *coverage = zc_calloc(1, sizeof *coverage);
  if (!coverage)
    return NULL;
  coverage->region = region;
  coverage->marks = zc_calloc((size_t)region->program.count + 1, 1);
  int ok = coverage->marks != NULL;
  for (size_t q = 0; q < COVERED_COUNT; q++) {
    uint32_t count = zc_rows_of(region, covered[q]).count;
    coverage->shown[q] = zc_calloc((size_t)count + 1, 1);
    coverage->exempt[q] = zc_calloc((size_t)count + 1, 1);
    ok = ok && coverage->shown[q] && coverage->exempt[q];
  }
  if (!ok) {
    zc_coverage_free(coverage);
    return NULL;
  }
  return coverage;
}

static void show(zc_coverage *coverage, zc_question question, const char *rule, zc_case_kind kind) {
  const zc_compiled_rule *row = zc_row_find(coverage->region, question, rule);
  if (!row || kind == ZC_SHOWS_NOTHING)
    return;
  for (size_t q = 0; q < COVERED_COUNT; q++) {
    if (covered[q] == question) {
      coverage->shown[q][row - zc_rows_of(coverage->region, question).rows] |=
          (uint8_t)(1u << kind);
    }
  }
}

void zc_coverage_add(zc_coverage *coverage, const zc_case *c) {
  if (c->rule)
    show(coverage, c->question, c->rule, c->shows);
  for (uint32_t i = 0; i < c->entry_count; i++) {
    const zc_ini_entry *entry = &c->entries[i];
    if (strncmp(entry->key, "finding.", 8) == 0) {
      show(coverage, c->question, entry->key + 8,
           zc_case_kind_find(entry->value, strlen(entry->value)));
    }
  }
}

static zc_status bad_exemption(const char *file, const zc_ini_entry *entry, zc_diagnostics *diag) {
  zc_where where = {.file = file, .line = entry->line};
  return zc_report(
      diag, ZC_BAD_INPUT, &where,
      "[exempt] %s：应写作 exempt.<规则> = <种类>: <理由>，种类为 met、unmet、unknown 或 "
      "boundary",
      "[exempt] %s: it is written exempt.<rule> = <kind>: <reason>; a kind is met, "
      "unmet, unknown or boundary",
      entry->key);
}

/* The kinds before the colon; 0: none, or a word that is none. */
static uint8_t read_kinds(const char *text) {
  const char *colon = strchr(text, ':');
  uint8_t kinds = 0;
  const char *word;
  size_t length;
  if (!colon || colon[1 + strspn(colon + 1, " ")] == '\0')
    return 0;
  while (zc_next_word(&text, &word, &length) && word < colon) {
    if (word + length > colon)
      length = (size_t)(colon - word);
    zc_case_kind kind = zc_case_kind_find(word, length);
    if (length > 0 && kind > ZC_SHOWS_BOUNDARY)
      return 0;
    if (length > 0)
      kinds |= (uint8_t)(1u << kind);
  }
  return kinds;
}

zc_status zc_coverage_exempt(zc_coverage *coverage, const zc_section *section,
                             zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  for (uint32_t i = 0; i < section->count; i++) {
    const zc_ini_entry *entry = &section->entries[i];
    uint8_t kinds = read_kinds(entry->value);
    int known = 0;
    for (size_t q = 0; q < COVERED_COUNT && strncmp(entry->key, "exempt.", 7) == 0; q++) {
      zc_case_rows rows = zc_rows_of(coverage->region, covered[q]);
      const zc_compiled_rule *row = zc_row_find(coverage->region, covered[q], entry->key + 7);
      if (row) {
        coverage->exempt[q][row - rows.rows] |= kinds;
        known = 1;
      }
    }
    if (kinds == 0) {
      status = bad_exemption(section->file, entry, diag);
    } else if (!known) {
      zc_where where = {.file = section->file, .line = entry->line};
      status = zc_report(diag, ZC_BAD_INPUT, &where, "[exempt] %s：该地区没有这条规则",
                         "[exempt] %s: this region has no such rule", entry->key);
    }
  }
  return status;
}

static int is_threshold(const zc_region *region, const zc_mention *m) {
  zc_type type = region->vocabulary.facts[m->fact].type;
  return (m->form == ZC_NEED_GE || m->form == ZC_NEED_LE) && (type == ZC_INT || type == ZC_DATE);
}

static int has_threshold(const zc_region *region, const zc_compiled_rule *rule) {
  for (uint32_t i = 0; i < rule->mention_count; i++)
    if (is_threshold(region, &rule->mentions[i]))
      return 1;
  for (uint32_t i = 0; i < rule->line_count; i++) {
    for (uint32_t j = 0; j < rule->lines[i].mention_count; j++)
      if (is_threshold(region, &rule->lines[i].mentions[j]))
        return 1;
  }
  return 0;
}

static void mark(uint8_t *marks, zc_node_id node) {
  if (node != ZC_NO_NODE)
    marks[node] = 1;
}

/* Whether the rule reads any fact, so that one can be missing. */
static int reads_facts(const zc_coverage *coverage, const zc_compiled_rule *rule) {
  const zc_program *p = &coverage->region->program;
  uint8_t *marks = coverage->marks;
  int reads = 0;
  memset(marks, 0, p->count);
  mark(marks, rule->applies);
  mark(marks, rule->holds);
  for (uint32_t i = p->count; i-- > 0;) {
    const zc_node *n = &p->nodes[i];
    if (!marks[i])
      continue;
    reads = reads || n->op == ZC_OP_FACT;
    for (uint32_t j = 0; n->op == ZC_OP_CALL && j < n->c; j++)
      marks[p->arguments[n->b + j]] = 1;
    for (int j = 0; n->op != ZC_OP_CALL && j < zc_op_operands(n->op); j++)
      marks[zc_op_operand(n, j)] = 1;
  }
  return reads;
}

/* The kinds of cases that can exist for a rule. */
static uint8_t needed_kinds(const zc_coverage *coverage, const zc_compiled_rule *rule) {
  uint8_t kinds = 0;
  if (zc_rule_refers(rule))
    return KIND(UNKNOWN);
  const zc_node *holds = &coverage->region->program.nodes[rule->holds];
  if (holds->max > 0)
    kinds |= KIND(MET);
  if (holds->min < 1)
    kinds |= KIND(UNMET);
  if (reads_facts(coverage, rule))
    kinds |= KIND(UNKNOWN);
  if (has_threshold(coverage->region, rule))
    kinds |= KIND(BOUNDARY);
  return kinds;
}

static uint32_t count_kinds(uint8_t kinds) {
  uint32_t count = 0;
  for (; kinds != 0; kinds = (uint8_t)(kinds & (kinds - 1u)))
    count++;
  return count;
}

static void write_kinds(const zc_compiled_rule *rule, uint8_t kinds, const char *says,
                        zc_buffer *out) {
  zc_buffer_printf(out, "%s %s %s", rule->kind, rule->id, says);
  for (unsigned kind = 0; kind <= ZC_SHOWS_BOUNDARY; kind++) {
    if (kinds & 1u << kind) {
      zc_buffer_puts(out, zc_case_kind_word((zc_case_kind)kind));
      zc_buffer_putc(out, ' ');
    }
  }
  zc_buffer_printf(out, "(%s:%u)\n", rule->at.file ? rule->at.file : "?", rule->at.line);
}

/* The kinds that cases show although the rule is exempt from them. An exemption names an id, which
 * may stand for rows of several questions: it is good while one of them has no such case. */
static uint8_t idle_exemptions(const zc_coverage *coverage, size_t question, uint32_t row) {
  const char *id = zc_rows_of(coverage->region, covered[question]).rows[row].id;
  uint8_t idle = coverage->exempt[question][row];
  for (size_t q = 0; q < COVERED_COUNT; q++) {
    const zc_compiled_rule *same = zc_row_find(coverage->region, covered[q], id);
    if (same)
      idle &= coverage->shown[q][same - zc_rows_of(coverage->region, covered[q]).rows];
  }
  return idle;
}

uint32_t zc_coverage_report(const zc_coverage *coverage, const char *rule, zc_lang lang,
                            zc_buffer *out, uint32_t *kinds, uint32_t *shown) {
  uint32_t gaps = 0;
  for (size_t q = 0; q < COVERED_COUNT; q++) {
    zc_case_rows rows = zc_rows_of(coverage->region, covered[q]);
    int answers = covered[q] == ZC_Q_ASSESS || zc_rows_answer(rows.rows, rows.count);
    for (uint32_t i = 0; i < rows.count && answers; i++) {
      if (rule && strcmp(rows.rows[i].id, rule) != 0)
        continue;
      uint8_t needed = (uint8_t)(needed_kinds(coverage, &rows.rows[i]) & ~coverage->exempt[q][i]);
      uint8_t have = coverage->shown[q][i];
      if (have & UNMET_KINDS)
        have |= KIND(UNMET);
      uint8_t lacking = (uint8_t)(needed & ~have);
      *kinds += count_kinds(needed);
      *shown += count_kinds(needed) - count_kinds(lacking);
      if (lacking != 0) {
        gaps++;
        write_kinds(&rows.rows[i], lacking,
                    lang == ZC_LANG_ZH ? "缺少用例：" : "lacks a case: ", out);
      }
      uint8_t idle = idle_exemptions(coverage, q, i);
      if (idle != 0) {
        gaps++;
        write_kinds(
            &rows.rows[i], idle,
            lang == ZC_LANG_ZH ? "已有用例，不应豁免：" : "is exempt, yet a case shows it: ", out);
      }
    }
  }
  return gaps;
}
