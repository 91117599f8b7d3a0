/* SPDX-License-Identifier: Apache-2.0 */
/* What a region adds to the shared vocabulary: facts of its own and words of shared lists. */
#include "base/words.h"
#include "facts/shared.h"
#include <string.h>

/* Keeps sums of several values of a fact far from the end of 64 bits. */
static const int64_t largest = INT64_C(1000000000000);

typedef struct extension {
  zc_vocabulary *v;
  zc_diagnostics *diag;
  zc_status status;
} extension;

/* Notes that row `what` is wrong; the message has the name as its first argument. */
#define REFUSE(x, at, zh, ...)                                                                     \
  ((x)->status = zc_report((x)->diag, ZC_BAD_PLUGIN,                                               \
                           &(zc_where){.file = (at).file, .line = (at).line}, zh, __VA_ARGS__))

/* "a_b" or, with `dots`, "a_b.c": small letters, digits and lines, a letter first. */
static int is_plain_name(const char *text, size_t length, int dots) {
  for (size_t i = 0; i < length; i++) {
    char c = text[i];
    int letter = c >= 'a' && c <= 'z', digit = (c >= '0' && c <= '9') || c == '_';
    int dot = dots && c == '.' && i + 1 < length && text[i - 1] != '.';
    if (!letter && (!i || !(digit || dot)))
      return 0;
  }
  return length > 0;
}

/* Whether the name begins with the region's id and a dot and goes on as a plain name. */
static int is_own_name(const zc_vocabulary *v, const char *name) {
  size_t length = strlen(v->region_id);
  if (strncmp(name, v->region_id, length) || name[length] != '.')
    return 0;
  return is_plain_name(name + length + 1, strlen(name + length + 1), 1);
}

static int check_name(extension *x, const zc_fact_row *row) {
  if (!row->name || !*row->name)
    return REFUSE(x, row->at, "事实没有名称；请填写 .name", "a fact has no name; fill in .name"),
           -1;
  if (!is_own_name(x->v, row->name))
    return REFUSE(
               x, row->at,
               "事实 %s：地区自己的事实以地区代号加点开头，后面用小写字母、数字和下划线；"
               "请改名为 %s.…",
               "fact %s: a fact of the region's own begins with the region id and a dot and goes "
               "on with small letters, digits and underscores; name it %s....",
               row->name, x->v->region_id),
           -1;
  if (zc_fact_find(x->v, row->name, strlen(row->name)) >= 0)
    return REFUSE(x, row->at, "事实 %s：已有同名事实；请删去一个或改名",
                  "fact %s: there is a fact of this name already; remove or rename one", row->name),
           -1;
  return 0;
}

static void check_label(extension *x, zc_place at, const char *name, zc_text label) {
  if (!label.zh || !*label.zh)
    REFUSE(x, at, "%s：没有中文标签；请填写 .label.zh",
           "%s: there is no Chinese label; fill in .label.zh", name);
}

static void check_number(extension *x, const zc_fact_row *row) {
  if (row->unit >= ZC_UNIT_COUNT)
    REFUSE(x, row->at, "事实 %s：计量单位 %u 不存在；请用 zc_unit 中的一个",
           "fact %s: there is no unit %u; use one of zc_unit", row->name, row->unit);
  if (row->min > row->max || row->min < -largest || row->max > largest)
    REFUSE(x, row->at,
           "事实 %s：取值范围 %lld 到 %lld 不成立；下限不大于上限，两者绝对值不超过 %lld",
           "fact %s: the range %lld to %lld cannot be; the least is not above the greatest, and "
           "neither passes %lld",
           row->name, (long long)row->min, (long long)row->max, (long long)largest);
}

/* The list whose words a row shares by "=fact"; -1: reported. */
static int32_t shared_list(extension *x, const zc_fact_row *row) {
  const char *other = row->words + 1;
  int32_t fact = zc_fact_find(x->v, other, strlen(other));
  if (fact >= 0 && x->v->facts[fact].enumeration >= 0)
    return x->v->facts[fact].enumeration;
  REFUSE(x, row->at,
         "事实 %s：借用词表的 %s 不是此前已有的枚举事实；请写一个共享的或写在前面的枚举事实",
         "fact %s: %s, whose words it shares, is no enum fact known so far; name a shared one or "
         "one that stands above",
         row->name, other);
  return -1;
}

/* Adds one word to a list. -1: out of memory. */
static int add_word(extension *x, zc_enum *list, const char *word, size_t length, zc_text label) {
  char *copy = zc_arena_copy(&x->v->arena, word, length);
  if (!copy)
    return x->status = zc_report_memory(x->diag), -1;
  list->words[list->count++] = (zc_word){copy, label.zh ? label.zh : copy,
                                         label.en   ? label.en
                                         : label.zh ? label.zh
                                                    : copy};
  return 0;
}

/* A word of a row's own list, if it is right. -1: out of memory. */
static int take_word(extension *x, const zc_fact_row *row, zc_enum *list, const char *word,
                     size_t length) {
  if (!is_plain_name(word, length, 1))
    REFUSE(x, row->at, "事实 %s：词 %.*s 不合格；请用小写字母、数字和下划线，以字母开头",
           "fact %s: the word %.*s is malformed; use small letters, digits and underscores, a "
           "letter first",
           row->name, (int)length, word);
  else if (zc_enum_word(list, word, length) >= 0)
    REFUSE(x, row->at, "事实 %s：词 %.*s 出现两次；请删去一个",
           "fact %s: the word %.*s stands twice; remove one", row->name, (int)length, word);
  else
    return add_word(x, list, word, length, (zc_text){NULL, NULL});
  return 0;
}

static uint32_t count_words(const char *list) {
  const char *word;
  size_t length;
  uint32_t count = 0;
  while (zc_next_word(&list, &word, &length))
    count++;
  return count;
}

/* All words that later rows could add to one list. */
static uint32_t more_words(const zc_region_plugin *plugin) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < plugin->chapter_count; i++)
    count += plugin->chapters[i]->words.count;
  return count;
}

/* A new list from the row's words; -1: reported. */
static int32_t own_list(extension *x, const zc_fact_row *row, uint32_t more) {
  zc_vocabulary *v = x->v;
  uint32_t count = count_words(row->words);
  if (!count || count > ZC_MAX_WORDS)
    return REFUSE(x, row->at, "事实 %s：枚举要有 1 到 %d 个词，这里有 %u 个",
                  "fact %s: an enum has 1 to %d words, this one has %u", row->name, ZC_MAX_WORDS,
                  count),
           -1;
  zc_enum *list = &v->enums[v->enum_count];
  *list = (zc_enum){.name = row->name, .ordered = row->ordered != 0};
  list->words = zc_arena_alloc(&v->arena, (count + more) * sizeof *list->words);
  if (!list->words)
    return x->status = zc_report_memory(x->diag), -1;
  const char *cursor = row->words, *word;
  size_t length;
  while (zc_next_word(&cursor, &word, &length))
    if (take_word(x, row, list, word, length))
      return -1;
  return list->count ? (int32_t)v->enum_count++ : -1;
}

static zc_changeable changeable_of(const zc_fact_row *row) {
  if (row->changeable)
    return ZC_CHANGEABLE;
  return row->type == ZC_INT && row->unit == ZC_MONTH ? ZC_GROWS : ZC_FIXED_FACT;
}

static void add_fact(extension *x, const zc_fact_row *row, uint32_t more) {
  if (check_name(x, row))
    return;
  check_label(x, row->at, row->name, row->label);
  zc_fact fact = {.name = row->name,
                  .zh = row->label.zh ? row->label.zh : row->name,
                  .en = row->label.en   ? row->label.en
                        : row->label.zh ? row->label.zh
                                        : row->name,
                  .type = (zc_type)row->type,
                  .enumeration = -1,
                  .assumed = row->assumed,
                  .tag = row->tag,
                  .changeable = changeable_of(row)};
  if (row->type == ZC_NO_TYPE || row->type >= ZC_TYPE_COUNT) {
    REFUSE(x, row->at, "事实 %s：类型 %u 不存在；请用 zc_type 中的一个",
           "fact %s: there is no type %u; use one of zc_type", row->name, row->type);
    return;
  }
  if (row->type == ZC_INT) {
    check_number(x, row);
    fact.unit = (zc_unit)row->unit;
    fact.min = row->min;
    fact.max = row->max;
  }
  if (row->type == ZC_ENUM) {
    fact.enumeration =
        row->words && row->words[0] == '=' ? shared_list(x, row) : own_list(x, row, more);
    if (fact.enumeration < 0)
      return;
  }
  x->v->facts[x->v->fact_count] = fact;
  zc_vocabulary_index(x->v, x->v->fact_count++);
}

/* The list of the fact that a row of words names; NULL: reported. */
static zc_enum *named_list(extension *x, const zc_word_row *row) {
  zc_vocabulary *v = x->v;
  size_t length = row->fact ? strlen(row->fact) : 0;
  int32_t fact = zc_fact_find(v, row->fact ? row->fact : "", length);
  if (fact < 0 || v->facts[fact].enumeration < 0) {
    const char *near = length ? zc_fact_suggest(v, row->fact, length) : NULL;
    REFUSE(x, row->at, "词 %s：%s 不是枚举事实%s%s%s；请写这个词所属的枚举事实",
           "word %s: %s is no enum fact%s%s%s; name an enum fact that takes this word", row->word,
           length ? row->fact : "\"\"", near ? " (" : "", near ? near : "", near ? "?)" : "");
    return NULL;
  }
  return &v->enums[v->facts[fact].enumeration];
}

/* A word of a list of the region's own, which stands in the fact's row, gets its label here. */
static void label_word(extension *x, const zc_word_row *row, zc_word *word) {
  if (word->zh != word->word) {
    REFUSE(x, row->at, "词 %s：%s 的这个词已有标签；请删去一个",
           "word %s: this word of %s has a label already; remove one", row->word, row->fact);
    return;
  }
  word->zh = row->label.zh ? row->label.zh : word->word;
  word->en = row->label.en ? row->label.en : word->zh;
}

/* Whether a word may be added to the list; else it is reported. */
static int may_add(extension *x, const zc_word_row *row, const zc_enum *list) {
  int own = is_own_name(x->v, list->name);
  if (own && (list->ordered || !is_own_name(x->v, row->word)))
    REFUSE(x, row->at, "词 %s：不在 %s 的词表中；请把它写进该事实的 .words，这里只给它标签",
           "word %s: is none of the words of %s; write it into the `.words` of that fact, here it "
           "only gets its label",
           row->word, row->fact);
  else if (!is_own_name(x->v, row->word))
    REFUSE(
        x, row->at, "词 %s：地区自己的词以地区代号加点开头；请改名为 %s.…",
        "word %s: a word of the region's own begins with the region id and a dot; name it %s....",
        row->word, x->v->region_id);
  else if (list->ordered)
    REFUSE(x, row->at, "词 %s：%s 的词有高低次序，地区不能增加；请另设一个自己的事实",
           "word %s: the words of %s have an order, to which a region cannot add; make a fact of "
           "the region's own",
           row->word, row->fact);
  else if (list->count >= ZC_MAX_WORDS)
    REFUSE(x, row->at, "词 %s：%s 已有 %d 个词，不能再加",
           "word %s: %s has %d words already and takes no more", row->word, row->fact,
           ZC_MAX_WORDS);
  else
    return 1;
  return 0;
}

static void add_word_row(extension *x, const zc_word_row *row) {
  if (!row->word || !*row->word) {
    REFUSE(x, row->at, "这一行没有词；请填写 .word", "this row has no word; fill in .word");
    return;
  }
  check_label(x, row->at, row->word, row->label);
  zc_enum *list = named_list(x, row);
  if (!list)
    return;
  int32_t known = zc_enum_word(list, row->word, strlen(row->word));
  if (known >= 0 && is_own_name(x->v, list->name))
    label_word(x, row, &list->words[known]);
  else if (known >= 0)
    REFUSE(x, row->at, "词 %s：%s 已有这个词；请删去一个",
           "word %s: %s has this word already; remove one", row->word, row->fact);
  else if (may_add(x, row, list))
    add_word(x, list, row->word, strlen(row->word), row->label);
}

/* Row number `i` of a table in this host's size; an older plugin's rows are shorter. */
static void read_row(void *row, size_t size, const zc_table *table, uint32_t i) {
  const unsigned char *source = (const unsigned char *)table->rows + (size_t)i * table->stride;
  memset(row, 0, size);
  memcpy(row, source, table->stride < size ? table->stride : size);
}

zc_status zc_vocabulary_extend(zc_vocabulary *v, const zc_region_plugin *plugin,
                               zc_diagnostics *diag) {
  extension x = {v, diag, ZC_OK};
  uint32_t more = more_words(plugin);
  for (uint32_t i = 0; i < plugin->chapter_count; i++) {
    const zc_table *facts = &plugin->chapters[i]->facts;
    for (uint32_t j = 0; j < facts->count && x.status != ZC_NO_RESOURCE; j++) {
      zc_fact_row row;
      read_row(&row, sizeof row, facts, j);
      add_fact(&x, &row, more);
    }
  }
  for (uint32_t i = 0; i < plugin->chapter_count; i++) {
    const zc_table *words = &plugin->chapters[i]->words;
    for (uint32_t j = 0; j < words->count && x.status != ZC_NO_RESOURCE; j++) {
      zc_word_row row;
      read_row(&row, sizeof row, words, j);
      add_word_row(&x, &row);
    }
  }
  return x.status;
}
