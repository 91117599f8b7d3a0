/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences with placeholders: "{years(lock_years)}" stands for the parameter's value. A brace of
 * the sentence's own is written twice. Texts of plugins of an older minor ABI have none. */
#include "base/buffer.h"
#include "compile/compiler.h"
#include "language/units.h"

enum { FIRST_MINOR = 3 };

/* One language of one text on its way. */
typedef struct zc_sentence_job {
  zc_compiler *c;
  const zc_place *at;
  const char *row, *field;
  zc_lang lang;
  zc_mentions *mentions;
  zc_sentence *out;
  zc_buffer before; /* since the last blank */
  zc_buffer whole;  /* all of it, with names in the blanks */
} zc_sentence_job;

static void sentence_error(zc_sentence_job *job, const char *zh, const char *en) {
  ZC_ROW_ERROR(job->c, *job->at, job->row, job->field, "%s", "%s",
               job->c->diag->lang == ZC_LANG_ZH ? zh : en);
}

static void put_plain(zc_sentence_job *job, const char *text, size_t length) {
  zc_buffer_add(&job->before, text, length);
  zc_buffer_add(&job->whole, text, length);
}

/* A copy in the region's arena; NULL: reported. */
static const char *keep(zc_sentence_job *job, zc_buffer *b) {
  const char *text = zc_buffer_text(b);
  const char *kept = text ? zc_arena_copy(&job->c->region->arena, text, b->length) : NULL;
  if (!kept)
    zc_report_memory(job->c->diag);
  return kept;
}

/* "〔锁定期〕": the parameters of the placeholder by their labels. */
static const char *name_of(zc_sentence_job *job, const zc_mentions *found) {
  const zc_named_parameter *parameters = job->c->region->parameters.parameters;
  int zh = job->lang == ZC_LANG_ZH;
  zc_buffer name = {0};
  zc_buffer_puts(&name, zh ? "〔" : "[");
  for (uint32_t i = 0; i < found->use_count; i++) {
    zc_text label = parameters[found->uses[i].parameter].label;
    zc_buffer_puts(&name, i == 0 ? "" : zh ? "、" : ", ");
    zc_buffer_puts(&name, !zh && label.en ? label.en : label.zh);
  }
  zc_buffer_puts(&name, zh ? "〕" : "]");
  const char *kept = keep(job, &name);
  zc_buffer_free(&name);
  return kept;
}

/* Adds a blank; there is room for it. */
static void put_blank(zc_sentence_job *job, const zc_mentions *found, zc_blank blank) {
  blank.name = name_of(job, found);
  blank.before = keep(job, &job->before);
  zc_buffer_clear(&job->before);
  zc_buffer_puts(&job->whole, blank.name ? blank.name : "");
  job->out->blanks[job->out->count++] = blank;
}

static void merge_uses(zc_sentence_job *job, const zc_mentions *found) {
  if (job->mentions && zc_mentions_add_uses(job->mentions, found->uses, found->use_count) != 0)
    zc_report_memory(job->c->diag);
}

/* What a placeholder may be: numbers and days of parameters, and nothing of the person. */
static int check_placeholder(zc_sentence_job *job, const zc_mentions *found, zc_type type) {
  if (type != ZC_INT && type != ZC_DATE)
    sentence_error(job, "花括号里要写一个数或日期；花括号本身请写两遍",
                   "a placeholder is a number or a day; write a brace of the sentence twice");
  else if (found->count > 0)
    sentence_error(job, "花括号里只能用参数，不能用事实",
                   "a placeholder has parameters only, no facts");
  else if (found->use_count == 0)
    sentence_error(job, "花括号里没有参数；请直接写出这个值",
                   "the placeholder names no parameter; write the value itself");
  else
    return 1;
  return 0;
}

static void put_placeholder(zc_sentence_job *job, const char *text, size_t length) {
  zc_compiler *c = job->c;
  zc_mentions found = {.arena = &c->region->arena};
  zc_source source = {*job->at, job->row, job->field};
  zc_type type = ZC_NO_TYPE;
  zc_unit unit = ZC_NO_UNIT;
  int32_t enumeration;
  const char *expression = zc_arena_copy(&c->scratch, text, length);
  if (!expression) {
    zc_report_memory(c->diag);
    return;
  }
  zc_node_id value = zc_compile_any(&c->region->program, &c->names, expression, &source, &type,
                                    &unit, &enumeration, &found, c->diag);
  if (value == ZC_NO_NODE || !check_placeholder(job, &found, type))
    return;
  merge_uses(job, &found);
  const zc_node *node = &c->region->program.nodes[value];
  if (node->op == ZC_OP_CONST) {
    zc_value_say(&job->before, type, unit, node->imm, job->lang);
    zc_value_say(&job->whole, type, unit, node->imm, job->lang);
  } else {
    put_blank(job, &found, (zc_blank){.value = value, .type = type, .unit = unit});
  }
}

/* Reads the sentence up to the next brace and what the brace means. NULL: an error was reported. */
static const char *read_piece(zc_sentence_job *job, const char *at) {
  size_t plain = strcspn(at, "{}");
  put_plain(job, at, plain);
  at += plain;
  if (!*at)
    return at;
  if (at[1] == *at) {
    put_plain(job, at, 1);
    return at + 2;
  }
  const char *end = *at == '{' ? strchr(at, '}') : NULL;
  if (!end) {
    sentence_error(job, "花括号不成对；花括号本身请写两遍",
                   "a brace stands alone; write a brace of the sentence twice");
    return NULL;
  }
  put_placeholder(job, at + 1, (size_t)(end - at - 1));
  return end + 1;
}

static const char *compile_language(zc_sentence_job *job, const char *text) {
  uint32_t most = 0;
  for (const char *c = text; *c; c++)
    most += *c == '{';
  job->out->blanks = zc_compiler_alloc(job->c, most * sizeof *job->out->blanks);
  const char *at = job->out->blanks ? text : NULL;
  while (at && *at && !zc_compiler_stopped(job->c))
    at = read_piece(job, at);
  const char *whole = keep(job, &job->whole);
  if (job->out->count > 0)
    job->out->rest = keep(job, &job->before);
  zc_buffer_free(&job->before);
  zc_buffer_free(&job->whole);
  return whole ? whole : text;
}

static int has_braces(const zc_compiler *c, const char *text) {
  return c->tables.plugin->abi_minor >= FIRST_MINOR && text && strpbrk(text, "{}");
}

void zc_sentence_compile(zc_compiler *c, const zc_place *at, const char *row, const zc_text *from,
                         zc_text *text, zc_sentence *said, zc_mentions *mentions) {
  zc_sentence_job job = {c, at, row, "text.zh", ZC_LANG_ZH, mentions, &said[ZC_LANG_ZH], {0}, {0}};
  *text = *from;
  if (has_braces(c, from->zh))
    text->zh = compile_language(&job, from->zh);
  if (has_braces(c, from->en)) {
    job = (zc_sentence_job){.c = c,
                            .at = at,
                            .row = row,
                            .field = "text.en",
                            .lang = ZC_LANG_EN,
                            .mentions = mentions,
                            .out = &said[ZC_LANG_EN]};
    text->en = compile_language(&job, from->en);
  }
}

void zc_text_plain_check(zc_compiler *c, const zc_place *at, const char *row, const zc_text *text) {
  if (has_braces(c, text->zh) || has_braces(c, text->en))
    ZC_ROW_ERROR(c, *at, row, "text", "%s", "%s",
                 c->diag->lang == ZC_LANG_ZH
                     ? "这里的文字不针对某个人，不能有花括号"
                     : "this text is of no person, so that no placeholder can stand in it; "
                       "leave braces out");
}
