/* SPDX-License-Identifier: Apache-2.0 */
/* A region's parameters: declared by its tables, with the values of the tables, of the file beside
 * the plugin and of the deployment. */
#include "compile/parameters.h"
#include "base/assert.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void parameter_error(zc_parameter_job *job, const zc_parameter *row, const char *field,
                            const char *zh, const char *en) {
  zc_report(job->diag, ZC_BAD_PLUGIN, &(zc_where){.file = row->at.file, .line = row->at.line},
            "%s，%s：%s", "%s, %s: %s", row->name, field, job->diag->lang == ZC_LANG_ZH ? zh : en);
}

/* ---- declaring ---- */

static int is_word(const char *text, const char *word, size_t length) {
  return strlen(text) == length && memcmp(text, word, length) == 0;
}

static uint32_t read_keys(zc_parameter_job *job, const zc_parameter *row) {
  static const char division[] = "division";
  const char *cursor = row->keys, *word;
  size_t length;
  uint32_t keys = 0;
  while (cursor && zc_next_word(&cursor, &word, &length)) {
    uint32_t key = is_word(division, word, length) ? ZC_KEY_DIVISION : 0;
    for (int i = 0; i < ZC_WORD_KEYS; i++)
      if (is_word(zc_word_keys[i].name, word, length))
        key = zc_word_keys[i].key;
    if (!key)
      parameter_error(job, row, "keys", "只能写 division、series、level、education、track",
                      "only division, series, level, education and track can be keys");
    keys |= key;
  }
  return keys;
}

static int good_name(const char *name) {
  int fine = name[0] >= 'a' && name[0] <= 'z';
  for (const char *p = name; fine && *p; p++)
    fine = (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '_' || *p == '.';
  return fine && strlen(name) <= 120;
}

static void check_declaration(zc_parameter_job *job, const zc_parameter *row, uint32_t index) {
  const zc_parameter_set *set = &job->region->parameters;
  if (!good_name(row->name))
    parameter_error(job, row, "name", "名称以小写字母开头，只用小写字母、数字、“_”和“.”",
                    "a name begins with a small letter and has small letters, digits, '_' and '.'");
  int32_t fact = zc_fact_find(&job->region->vocabulary, row->name, strlen(row->name));
  if (fact >= 0 && job->region->vocabulary.facts[fact].since <= job->minor)
    parameter_error(job, row, "name", "已经是一个事实的名称；请改名",
                    "is already the name of a fact; rename the parameter");
  if (row->type != ZC_INT && row->type != ZC_BOOL && row->type != ZC_DATE)
    parameter_error(job, row, "type", "参数的类型只能是 ZC_INT、ZC_BOOL 或 ZC_DATE",
                    "the type of a parameter is ZC_INT, ZC_BOOL or ZC_DATE");
  if (row->unit >= ZC_UNIT_COUNT || (row->unit && row->type != ZC_INT))
    parameter_error(job, row, "unit", "单位有误；只有 ZC_INT 的参数才有单位",
                    "the unit is wrong; only a parameter of type ZC_INT has one");
  for (uint32_t i = 0; i < index; i++)
    if (strcmp(set->parameters[i].name, row->name) == 0)
      zc_report(job->diag, ZC_BAD_PLUGIN, &(zc_where){.file = row->at.file, .line = row->at.line},
                "%s，name：参数名重复：%s 第 %u 行已经用过；请改其中一个",
                "%s, name: this name is taken by the parameter at %s:%u; rename one of the two",
                row->name, set->parameters[i].at.file ? set->parameters[i].at.file : "",
                set->parameters[i].at.line);
}

static void declare(zc_parameter_job *job, const zc_parameter *row, uint32_t index) {
  zc_named_parameter *p = &job->region->parameters.parameters[index];
  check_declaration(job, row, index);
  *p = (zc_named_parameter){.name = row->name,
                            .type = row->type < ZC_TYPE_COUNT ? (zc_type)row->type : ZC_NO_TYPE,
                            .unit = row->unit < ZC_UNIT_COUNT ? (zc_unit)row->unit : ZC_NO_UNIT,
                            .keys = read_keys(job, row),
                            .optional = row->optional != 0,
                            .yearly = job->minor >= 3 && row->yearly != 0,
                            .label = row->label,
                            .at = row->at};
  if (!zc_bound_read(row, p))
    parameter_error(job, row, "most",
                    "最大值有误：整数参数写数字，日期参数写 2024-06-29 或 06-29，其他参数不写",
                    "the greatest value is wrong: write digits for a number, a day like 2024-06-29 "
                    "or 06-29 for a day, and nothing for another parameter");
}

static void read_built_in(zc_parameter_job *job, const zc_parameter *row, uint32_t index) {
  for (uint32_t i = 0; i < row->values.count && job->diag->worst != ZC_NO_RESOURCE; i++) {
    const zc_parameter_value *v =
        (const void *)((const char *)row->values.rows + (size_t)i * row->values.stride);
    zc_value_text text = {.file = v->at.file,
                          .line = v->at.line,
                          .from = v->from,
                          .from_length = v->from ? strlen(v->from) : 0,
                          .key = v->key,
                          .value = v->value,
                          .source = v->source};
    zc_setting_read(job, index, &text, ZC_FROM_TABLES);
  }
}

static uint32_t count_rows(const zc_region_plugin *plugin) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < plugin->chapter_count; i++)
    count += plugin->chapters[i]->parameters.count;
  return count;
}

static int declare_all(zc_parameter_job *job, const zc_region_plugin *plugin) {
  zc_parameter_set *set = &job->region->parameters;
  uint32_t count = count_rows(plugin);
  set->parameters = zc_arena_alloc(&job->region->arena, (count + 1) * sizeof *set->parameters);
  job->settings = zc_arena_alloc(&job->scratch, (count + 1) * sizeof *job->settings);
  if (!set->parameters || !job->settings) {
    zc_report_memory(job->diag);
    return 0;
  }
  for (uint32_t i = 0; i < plugin->chapter_count; i++) {
    const zc_table *table = &plugin->chapters[i]->parameters;
    for (uint32_t r = 0; r < table->count && job->diag->worst != ZC_NO_RESOURCE; r++) {
      const zc_parameter *row =
          (const void *)((const char *)table->rows + (size_t)r * table->stride);
      declare(job, row, set->count);
      read_built_in(job, row, set->count);
      set->count++;
    }
  }
  return job->diag->worst != ZC_NO_RESOURCE;
}

/* ---- order ---- */

static int same_case(const zc_setting *a, const zc_setting *b) {
  return a->from == b->from && zc_same_keys(a, b);
}

enum { TRACK = ZC_WORD_KEYS - 1 };

static int named_keys(const zc_setting *s) {
  int count = 0;
  for (int i = 0; i < TRACK; i++)
    count += s->words[i] >= 0;
  return count;
}

static int64_t division_width(const zc_setting *s) {
  return s->division_hi - s->division_lo;
}

static int compare_words(const zc_setting *x, const zc_setting *y) {
  for (int i = 0; i < TRACK; i++)
    if (x->words[i] != y->words[i])
      return y->words[i] - x->words[i];
  return 0;
}

static int compare_settings(const void *a, const void *b) {
  const zc_draft_setting *x = *(zc_draft_setting *const *)a, *y = *(zc_draft_setting *const *)b;
  int64_t wide_x = division_width(&x->setting), wide_y = division_width(&y->setting);
  if (wide_x != wide_y)
    return wide_x < wide_y ? -1 : 1;
  if (x->setting.words[TRACK] != y->setting.words[TRACK])
    return y->setting.words[TRACK] - x->setting.words[TRACK];
  if (named_keys(&x->setting) != named_keys(&y->setting))
    return named_keys(&y->setting) - named_keys(&x->setting);
  if (x->setting.from != y->setting.from)
    return x->setting.from > y->setting.from ? -1 : 1;
  if (x->origin != y->origin)
    return (int)y->origin - (int)x->origin;
  if (x->setting.division_lo != y->setting.division_lo)
    return x->setting.division_lo < y->setting.division_lo ? -1 : 1;
  int words = compare_words(&x->setting, &y->setting);
  return words ? words : (x->setting.line > y->setting.line) - (x->setting.line < y->setting.line);
}

/* Values of one origin for one case stand side by side. */
static void check_repeat(zc_parameter_job *job, const char *name, const zc_draft_setting *first,
                         const zc_draft_setting *second) {
  const zc_setting *a = &first->setting, *b = &second->setting;
  if (first->origin == second->origin && same_case(a, b))
    zc_report(job->diag, ZC_BAD_PLUGIN, &(zc_where){.file = b->file, .line = b->line},
              "%s：这个值与 %s 第 %u 行的日期和条件相同；请删去其中一个",
              "%s: stands for the same day and keys as the value at %s:%u; delete one of them",
              name, a->file ? a->file : "", a->line);
}

/* Values are looked up as choices, one inside the other: too many would use up the stack. */
enum { MOST_SETTINGS = 4096 };

static void order_settings(zc_parameter_job *job, uint32_t index) {
  zc_named_parameter *p = &job->region->parameters.parameters[index];
  uint32_t count = 0;
  for (zc_draft_setting *d = job->settings[index]; d; d = d->next)
    count++;
  if (count > MOST_SETTINGS) {
    zc_report(job->diag, ZC_BAD_PLUGIN, &(zc_where){.file = p->at.file, .line = p->at.line},
              "%s：参数有 %u 个值，多于上限 %d 个；请按地区或年份分成几个参数",
              "%s: the parameter has %u values, over the limit of %d; divide it into several, by "
              "place or by year",
              p->name, count, (int)MOST_SETTINGS);
    return;
  }
  zc_draft_setting **list = zc_arena_alloc(&job->scratch, (count + 1) * sizeof(zc_draft_setting *));
  p->settings = zc_arena_alloc(&job->region->arena, (count + 1) * sizeof *p->settings);
  if (!list || !p->settings) {
    zc_report_memory(job->diag);
    return;
  }
  /* The list has the newest first; the array starts in the order of reading. */
  uint32_t at = count;
  for (zc_draft_setting *d = job->settings[index]; d; d = d->next)
    list[--at] = d;
  ZC_ASSERT(at == 0);
  qsort(list, count, sizeof *list, compare_settings);
  for (uint32_t i = 0; i < count; i++) {
    p->settings[i] = list[i]->setting;
    if (i)
      check_repeat(job, p->name, list[i - 1], list[i]);
  }
  p->setting_count = count;
}

static void check_values(zc_parameter_job *job, uint32_t errors) {
  for (uint32_t i = 0; i < job->region->parameters.count; i++) {
    const zc_named_parameter *p = &job->region->parameters.parameters[i];
    int has_value = p->optional;
    for (uint32_t s = 0; s < p->setting_count && !has_value; s++)
      has_value = !p->settings[s].none;
    /* A value that was refused has its own message. */
    if (!has_value && errors == job->diag->errors)
      zc_report(job->diag, ZC_BAD_PLUGIN, &(zc_where){.file = p->at.file, .line = p->at.line},
                "%s：参数没有任何值；请在 parameters.ini 里加上一节 [%s]，或写 optional = 1",
                "%s: the parameter has no value at all; add a section [%s] to parameters.ini, or "
                "write optional = 1",
                p->name, p->name);
  }
}

zc_status zc_parameters_load(zc_region *region, const zc_region_plugin *plugin,
                             const zc_parameter_text *parameters,
                             const zc_parameter_text *overrides, zc_diagnostics *diag) {
  zc_diagnostics unheard = {0};
  zc_parameter_job job = {
      .region = region, .diag = diag ? diag : &unheard, .minor = plugin->abi_minor};
  uint32_t errors = job.diag->errors;
  if (declare_all(&job, plugin)) {
    if (parameters && parameters->path)
      zc_parameter_file_read(&job, parameters, ZC_FROM_PLUGIN_FILE);
    if (overrides && overrides->path && job.diag->worst != ZC_NO_RESOURCE)
      zc_parameter_file_read(&job, overrides, ZC_FROM_DEPLOYMENT);
    for (uint32_t i = 0; i < region->parameters.count && job.diag->worst != ZC_NO_RESOURCE; i++)
      order_settings(&job, i);
    if (job.diag->worst != ZC_NO_RESOURCE)
      check_values(&job, errors);
  }
  zc_status status = job.diag->errors == errors          ? ZC_OK
                     : job.diag->worst == ZC_NO_RESOURCE ? ZC_NO_RESOURCE
                                                         : ZC_BAD_PLUGIN;
  zc_arena_free(&job.scratch);
  zc_diagnostics_free(&unheard);
  return status;
}
