/* SPDX-License-Identifier: Apache-2.0 */
/* What names mean, and what is said of names that mean nothing. */
#include "base/words.h"
#include "language/check.h"
#include <stdio.h>
#include <string.h>

static const struct {
  const char *name;
  uint32_t least, most; /* arguments */
} builtins[ZC_BUILTIN_COUNT] = {
    [ZC_BUILTIN_KNOWN] = {"known", 1, 1},
    [ZC_BUILTIN_GIVEN] = {"given", 1, 1},
    [ZC_BUILTIN_MIN] = {"min", 2, ZC_TREE_LIMIT},
    [ZC_BUILTIN_MAX] = {"max", 2, ZC_TREE_LIMIT},
    [ZC_BUILTIN_YEARS] = {"years", 1, 1},
    [ZC_BUILTIN_MONTHS] = {"months", 1, 1},
    [ZC_BUILTIN_FULL_MONTHS] = {"full_months", 2, 2},
    [ZC_BUILTIN_ADD_MONTHS] = {"add_months", 2, 2},
    [ZC_BUILTIN_SAME_PREFECTURE] = {"same_prefecture", 2, 2},
};

static const struct {
  const char *name;
  zc_meaning meaning;
  zc_type type;
} constants[] = {{"as_of", ZC_MEANS_AS_OF, ZC_DATE},
                 {"region_division", ZC_MEANS_REGION_DIVISION, ZC_DIVISION},
                 {"this_region", ZC_MEANS_THIS_REGION, ZC_REGION}};

static const struct {
  const char *name, *label;
} answers[ZC_NAMED_ANSWERS] = {
    [ZC_ANSWER_UNIT] = {"unit_is_grassroots", "单位属于基层"},
    [ZC_ANSWER_DESTINATION] = {"destination_is_grassroots", "流向单位属于基层"},
    [ZC_ANSWER_BASE] = {"current_title_is_base", "现有职称在现单位有效"},
};

const char *zc_answer_name(zc_named_answer answer) {
  return answers[answer].name;
}

const char *zc_answer_label(zc_named_answer answer) {
  return answers[answer].label;
}

const char *zc_builtin_name(zc_builtin builtin) {
  return builtins[builtin].name;
}

int zc_builtin_arity(zc_builtin builtin, uint32_t *least, uint32_t *most) {
  *least = builtins[builtin].least;
  *most = builtins[builtin].most;
  return *least == *most;
}

static int same(const char *name, const char *text, size_t length) {
  return name[0] == text[0] && strlen(name) == length && memcmp(name, text, length) == 0;
}

static void mean(zc_part *part, zc_meaning meaning, uint32_t index, zc_kindred is) {
  part->meaning = (uint8_t)meaning;
  part->index = index;
  part->is = is;
}

static int32_t find_parameter(const zc_names *names, const char *text, size_t length) {
  const zc_parameter_set *set = names->parameters;
  for (uint32_t i = 0; set && i < set->count; i++)
    if (same(set->parameters[i].name, text, length))
      return (int32_t)i;
  return -1;
}

int32_t zc_names_fact(const zc_names *names, const char *name, size_t length) {
  int32_t found = zc_fact_find(names->vocabulary, name, length);
  int is_newer = found >= 0 && names->vocabulary->facts[found].since > names->minor;
  return is_newer && find_parameter(names, name, length) >= 0 ? -1 : found;
}

static int resolve_fact(zc_compilation *c, zc_part *part, const char *text) {
  int32_t found = zc_names_fact(c->names, text, part->length);
  if (found < 0)
    return 0;
  const zc_fact *fact = &c->names->vocabulary->facts[found];
  zc_kindred is = {.type = (uint8_t)fact->type,
                   .unit = (uint8_t)fact->unit,
                   .enumeration = fact->type == ZC_ENUM ? fact->enumeration : -1};
  mean(part, ZC_MEANS_FACT, (uint32_t)found, is);
  return 1;
}

static int resolve_parameter(zc_compilation *c, zc_part *part, const char *text) {
  int32_t found = find_parameter(c->names, text, part->length);
  if (found < 0)
    return 0;
  const zc_named_parameter *p = &c->names->parameters->parameters[found];
  zc_kindred is = {.type = (uint8_t)p->type, .unit = (uint8_t)p->unit, .enumeration = -1};
  mean(part, ZC_MEANS_PARAMETER, (uint32_t)found, is);
  return 1;
}

static int resolve_function(zc_compilation *c, zc_part *part, const char *text) {
  for (uint32_t i = 0; c->names->functions && i < c->names->function_count; i++) {
    const zc_function *f = &c->names->functions[i];
    if (same(f->name, text, part->length)) {
      zc_kindred is = {.type = (uint8_t)f->type, .unit = (uint8_t)f->unit, .enumeration = -1};
      mean(part, ZC_MEANS_FUNCTION, i, is);
      return 1;
    }
  }
  return 0;
}

static int resolve_constant(zc_part *part, const char *text) {
  for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++)
    if (same(constants[i].name, text, part->length)) {
      mean(part, constants[i].meaning, 0, ZC_KINDRED((uint8_t)constants[i].type));
      return 1;
    }
  return 0;
}

static int resolve_answer(zc_part *part, const char *text) {
  for (uint32_t i = 0; i < ZC_NAMED_ANSWERS; i++)
    if (same(answers[i].name, text, part->length)) {
      mean(part, ZC_MEANS_ANSWER, i, ZC_KINDRED(ZC_BOOL));
      return 1;
    }
  return 0;
}

static int resolve_builtin(zc_part *part, const char *text) {
  for (uint32_t i = 0; i < ZC_BUILTIN_COUNT; i++)
    if (same(builtins[i].name, text, part->length)) {
      mean(part, ZC_MEANS_BUILTIN, i, ZC_KINDRED(ZC_NO_TYPE));
      return 1;
    }
  return 0;
}

void zc_resolve_name(zc_compilation *c, zc_part *part) {
  const char *text = zc_part_text(c, part);
  if (part->kind == ZC_PART_CALL && resolve_builtin(part, text))
    return;
  if (resolve_fact(c, part, text) || resolve_parameter(c, part, text) ||
      resolve_function(c, part, text) || resolve_constant(part, text) || resolve_answer(part, text))
    return;
  mean(part, ZC_MEANS_WORD, 0, ZC_KINDRED(ZC_NO_TYPE));
}

/* ---- messages ---- */

/* "a number in months", written into `out`. */
static const char *describe(const zc_compilation *c, zc_kindred is, char *out, size_t size) {
  int zh = c->complaint.diag && c->complaint.diag->lang == ZC_LANG_ZH;
  static const char *const plain[ZC_TYPE_COUNT][2] = {
      [ZC_NO_TYPE] = {"a word", "词"},
      [ZC_BOOL] = {"a condition (true or false)", "条件（真或假）"},
      [ZC_INT] = {"a number without unit", "没有单位的数"},
      [ZC_DATE] = {"a day", "日期"},
      [ZC_ENUM] = {"a word", "词"},
      [ZC_DIVISION] = {"a division", "行政区划"},
      [ZC_REGION] = {"a region", "地区"},
      [ZC_STRING] = {"a text", "文本"}};
  if (is.type == ZC_INT && is.unit == ZC_UNIT_COUNT)
    snprintf(out, size, "%s", zh ? "数" : "a number");
  else if (is.type == ZC_INT && is.unit != ZC_NO_UNIT)
    snprintf(out, size, zh ? "以“%s”计的数" : "a number in %s",
             zc_unit_label((zc_unit)is.unit, zh ? ZC_LANG_ZH : ZC_LANG_EN));
  else if (is.type == ZC_ENUM && is.enumeration >= 0)
    snprintf(out, size, zh ? "“%s”的词" : "a word of %s",
             c->names->vocabulary->enums[is.enumeration].name);
  else
    snprintf(out, size, "%s", plain[is.type < ZC_TYPE_COUNT ? is.type : 0][zh]);
  return out;
}

int zc_complain_type(zc_compilation *c, uint32_t at, zc_kindred found, zc_kindred wanted) {
  char a[96], b[96];
  describe(c, wanted, a, sizeof a);
  describe(c, found, b, sizeof b);
  if (found.type == ZC_INT && wanted.type == ZC_INT && wanted.unit == ZC_MONTH &&
      found.unit == ZC_NO_UNIT)
    return zc_complain(&c->complaint, at, "这里应为%s，却是%s：写作 months(…) 或 years(…)",
                       "%s expected, %s found: write months(...) or years(...)", a, b);
  return zc_complain(&c->complaint, at, "这里应为%s，却是%s", "%s expected, %s found", a, b);
}

static void suggest_names(const zc_compilation *c, zc_suggestion *s) {
  const zc_names *names = c->names;
  for (uint32_t i = 0; i < names->vocabulary->fact_count; i++)
    zc_suggest(s, names->vocabulary->facts[i].name);
  for (uint32_t i = 0; names->parameters && i < names->parameters->count; i++)
    zc_suggest(s, names->parameters->parameters[i].name);
  for (uint32_t i = 0; names->functions && i < names->function_count; i++)
    zc_suggest(s, names->functions[i].name);
  for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++)
    zc_suggest(s, constants[i].name);
  for (uint32_t i = 0; i < ZC_NAMED_ANSWERS; i++)
    zc_suggest(s, answers[i].name);
  for (uint32_t i = 0; i < ZC_BUILTIN_COUNT; i++)
    zc_suggest(s, builtins[i].name);
}

int zc_complain_unknown(zc_compilation *c, const zc_part *part, zc_kindred wanted) {
  const char *text = zc_part_text(c, part);
  int length = zc_shown_length(part->length);
  if (part->kind != ZC_PART_NAME && part->kind != ZC_PART_CALL)
    return zc_complain(&c->complaint, part->at, "这里只有词：至少一侧应为事实",
                       "nothing but words here: one side must be a fact");
  zc_suggestion s = {.wanted = text, .wanted_length = part->length};
  if (wanted.type == ZC_ENUM && wanted.enumeration >= 0) {
    const zc_enum *words = &c->names->vocabulary->enums[wanted.enumeration];
    for (uint32_t i = 0; i < words->count; i++)
      zc_suggest(&s, words->words[i].word);
    if (!s.best)
      suggest_names(c, &s);
    if (s.best)
      return zc_complain(&c->complaint, part->at, "“%.*s”不是“%s”的词；是否应为“%s”？",
                         "`%.*s` is no word of %s; did you mean `%s`?", length, text, words->name,
                         s.best);
    return zc_complain(&c->complaint, part->at, "“%.*s”不是“%s”的词，如“%s”",
                       "`%.*s` is no word of %s, such as `%s`", length, text, words->name,
                       words->count ? words->words[0].word : "");
  }
  suggest_names(c, &s);
  if (s.best)
    return zc_complain(&c->complaint, part->at, "没有名称“%.*s”；是否应为“%s”？",
                       "there is no name `%.*s`; did you mean `%s`?", length, text, s.best);
  return zc_complain(&c->complaint, part->at,
                     "没有名称“%.*s”：既不是事实、参数，也不是函数；词只能与事实比较",
                     "there is no name `%.*s`: no fact, parameter or function; a word stands only "
                     "in a comparison with a fact",
                     length, text);
}
