/* SPDX-License-Identifier: Apache-2.0 */
#include "commands/options.h"

#include "base/assert.h"
#include "base/memory.h"
#include "base/words.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* Options of every command. */
#define EVERYWHERE (ZC_TAKES(lang) | ZC_TAKES(config) | ZC_TAKES(help) | ZC_TAKES(version))

/* How an option is kept: a text once, a text each time, or a mark that it was said. */
typedef enum keep { KEEP_TEXT, KEEP_LIST, KEEP_MARK } keep;

typedef struct option {
  const char *name; /* without the dashes */
  keep keep;
  size_t field; /* in zc_options */
} option;

static const option options_table[ZC_OPTION_COUNT] = {
#define ZC_OPTION(kind, field, name) {name, KEEP_##kind, offsetof(zc_options, field)},
#include "commands/options.def"
#undef ZC_OPTION
};
_Static_assert(ZC_OPTION_COUNT <= 64, "a command's options are bits of one word");

typedef struct parser {
  zc_options *out;
  char **argv;
  int argc, at;
  uint64_t seen; /* by index of options_table */
  zc_diagnostics *diag;
  zc_status status;
} parser;

/* Whether the command takes the option number `at`; without one, the program. */
static int takes(const zc_command *command, size_t at) {
  uint64_t options = EVERYWHERE | (command ? command->options : ZC_TAKES(plugins));
  return (options >> at & 1) != 0;
}

static const option *find_option(const char *name, size_t length) {
  for (size_t i = 0; i < ZC_OPTION_COUNT; i++)
    if (strlen(options_table[i].name) == length && memcmp(options_table[i].name, name, length) == 0)
      return &options_table[i];
  return NULL;
}

static void report_unknown_option(parser *p, const char *name, size_t length) {
  zc_suggestion near = {.wanted = name, .wanted_length = length};
  for (size_t i = 0; i < ZC_OPTION_COUNT; i++)
    if (takes(p->out->command, i))
      zc_suggest(&near, options_table[i].name);
  const char *command = p->out->command->name;
  if (near.best) {
    p->status = zc_report(p->diag, ZC_BAD_INPUT, NULL,
                          "没有选项 --%.*s；是否指 --%s？见 zhicheng %s --help",
                          "no option --%.*s; did you mean --%s? See zhicheng %s --help",
                          (int)length, name, near.best, command);
  } else {
    p->status = zc_report(p->diag, ZC_BAD_INPUT, NULL, "没有选项 --%.*s；见 zhicheng %s --help",
                          "no option --%.*s; see zhicheng %s --help", (int)length, name, command);
  }
}

static void keep_value(parser *p, const option *o, const char *value) {
  char *field = (char *)p->out + o->field;
  if (o->keep == KEEP_LIST)
    p->out->settings[p->out->setting_count++] = value;
  else if (o->keep == KEEP_MARK)
    memcpy(field, &(int){1}, sizeof(int));
  else
    memcpy(field, &value, sizeof value);
}

static void read_option(parser *p, const char *text) {
  const char *equals = strchr(text, '=');
  size_t length = equals ? (size_t)(equals - text) : strlen(text);
  const option *o = find_option(text, length);
  const char *value = equals ? equals + 1 : NULL;
  if (!o) {
    report_unknown_option(p, text, length);
    /* What follows was most likely meant as its value. */
    p->at += !equals && p->at < p->argc && p->argv[p->at][0] != '-';
    return;
  }
  if (!takes(p->out->command, (size_t)(o - options_table))) {
    ZC_ASSERT(p->out->command); /* without a command, pass_option refused it */
    p->status =
        zc_report(p->diag, ZC_BAD_INPUT, NULL, "选项 --%s 不能用于命令 %s；见 zhicheng %s --help",
                  "option --%s does not go with the command %s; see zhicheng %s --help", o->name,
                  p->out->command->name, p->out->command->name);
  }
  if (o->keep == KEEP_MARK && value) {
    p->status = zc_report(p->diag, ZC_BAD_INPUT, NULL, "选项 --%s 不带值，却给了“%s”",
                          "option --%s takes no value, but '%s' was given", o->name, value);
    return;
  }
  if (o->keep != KEEP_MARK && !value) {
    if (p->at >= p->argc || strncmp(p->argv[p->at], "--", 2) == 0) {
      p->status = zc_report(p->diag, ZC_BAD_INPUT, NULL,
                            "选项 --%s 后面缺少值；以 -- 开头的值请写作 --%s=值",
                            "option --%s needs a value behind it; one that begins with -- is "
                            "written --%s=VALUE",
                            o->name, o->name);
      return;
    }
    value = p->argv[p->at++];
  }
  uint64_t mark = UINT64_C(1) << (o - options_table);
  if (o->keep == KEEP_TEXT && (p->seen & mark)) {
    p->status = zc_report(p->diag, ZC_BAD_INPUT, NULL, "选项 --%s 出现了不止一次",
                          "option --%s stands more than once", o->name);
    return;
  }
  p->seen |= mark;
  keep_value(p, o, value);
}

static void read_command(parser *p, const char *word) {
  zc_suggestion near = {.wanted = word, .wanted_length = strlen(word)};
  for (uint32_t i = 0; i < zc_command_count; i++) {
    if (strcmp(zc_commands[i]->name, word) == 0) {
      p->out->command = zc_commands[i];
      return;
    }
    zc_suggest(&near, zc_commands[i]->name);
  }
  if (near.best) {
    p->status =
        zc_report(p->diag, ZC_BAD_INPUT, NULL, "没有命令“%s”；是否指 %s？见 zhicheng --help",
                  "no command '%s'; did you mean %s? See zhicheng --help", word, near.best);
  } else {
    p->status = zc_report(p->diag, ZC_BAD_INPUT, NULL, "没有命令“%s”；见 zhicheng --help",
                          "no command '%s'; see zhicheng --help", word);
  }
}

/* Options before any command: those of every command, which are read when it is known. */
static void pass_option(parser *p, const char *word) {
  const char *equals = strchr(word, '=');
  const option *o = strcmp(word, "-h") == 0 ? find_option("help", 4) : NULL;
  if (strncmp(word, "--", 2) == 0)
    o = find_option(word + 2, equals ? (size_t)(equals - word) - 2 : strlen(word + 2));
  if (o && ((EVERYWHERE | ZC_TAKES(plugins)) >> (o - options_table) & 1))
    p->at += o->keep != KEEP_MARK && !equals && p->at < p->argc;
  else
    p->status = zc_report(p->diag, ZC_BAD_INPUT, NULL, "“%s”前面缺少命令；见 zhicheng --help",
                          "a command is missing before '%s'; see zhicheng --help", word);
}

static void read_word(parser *p, const char *word, int operands_only) {
  if (!operands_only && strcmp(word, "-h") == 0) {
    p->out->help = 1;
    return;
  }
  if (!operands_only && strncmp(word, "--", 2) == 0) {
    read_option(p, word + 2);
    return;
  }
  ZC_ASSERT(p->out->command); /* words are read behind it alone */
  if (!operands_only && word[0] == '-' && word[1] != '\0') {
    p->status = zc_report(
        p->diag, ZC_BAD_INPUT, NULL, "没有选项 %s；选项以 -- 开头，见 zhicheng %s --help",
        "no option %s; options begin with --, see zhicheng %s --help", word, p->out->command->name);
  } else if (p->out->command->takes_operands) {
    p->out->operands[p->out->operand_count++] = word;
  } else {
    p->status = zc_report(p->diag, ZC_BAD_INPUT, NULL, "命令 %s 用不着“%s”；见 zhicheng %s --help",
                          "the command %s has no use for '%s'; see zhicheng %s --help",
                          p->out->command->name, word, p->out->command->name);
  }
}

static void check_choice(parser *p, const char *name, const char *value, const char *one,
                         const char *other) {
  if (value && strcmp(value, one) != 0 && strcmp(value, other) != 0) {
    p->status =
        zc_report(p->diag, ZC_BAD_INPUT, NULL, "选项 --%s 的值“%s”无效：应为 %s 或 %s",
                  "option --%s: '%s' is no value for it: it is %s or %s", name, value, one, other);
  }
}

zc_status zc_options_parse(zc_options *options, int argc, char **argv, zc_diagnostics *diag) {
  parser p = {.out = options, .argv = argv, .argc = argc, .at = 1, .diag = diag};
  int operands_only = 0;
  memset(options, 0, sizeof *options);
  options->settings = zc_calloc((size_t)argc + 1, sizeof(char *));
  options->operands = zc_calloc((size_t)argc + 1, sizeof(char *));
  if (!options->settings || !options->operands)
    return zc_report_memory(diag);
  while (p.at < argc && p.status == ZC_OK && !options->command) {
    const char *word = argv[p.at++];
    if (word[0] == '-')
      pass_option(&p, word);
    else
      read_command(&p, word);
  }
  int command_at = options->command ? p.at - 1 : argc;
  p.at = 1;
  while (p.at < argc && p.status == ZC_OK && p.at < command_at)
    read_word(&p, argv[p.at++], 0);
  p.at = command_at + 1;
  while (p.at < argc && options->command) {
    const char *word = argv[p.at++];
    if (!operands_only && strcmp(word, "--") == 0)
      operands_only = 1;
    else
      read_word(&p, word, operands_only);
  }
  const char *const *formats = options->command ? options->command->formats : (const char *[2]){0};
  check_choice(&p, "format", options->format, formats[0] ? formats[0] : "text",
               formats[0] ? formats[1] : "json");
  check_choice(&p, "lang", options->lang, "zh", "en");
  return p.status;
}

void zc_options_free(zc_options *options) {
  zc_free(options->settings);
  zc_free(options->operands);
  options->settings = NULL;
  options->operands = NULL;
}

/* Of "zh" as of "zh_CN.UTF-8". */
static zc_lang language_of(const char *name) {
  return strncmp(name, "zh", 2) == 0 ? ZC_LANG_ZH : ZC_LANG_EN;
}

zc_lang zc_options_language(int argc, char **argv) {
  static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  for (int i = 1; i < argc; i++) {
    if (strncmp(argv[i], "--lang=", strlen("--lang=")) == 0)
      return language_of(argv[i] + strlen("--lang="));
    if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
      return language_of(argv[i + 1]);
  }
  for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
    const char *value = getenv(variables[i]);
    if (value && *value != '\0')
      return language_of(value);
  }
  return ZC_LANG_EN;
}

int zc_options_json(const zc_options *options) {
  return options->format && strcmp(options->format, "json") == 0;
}
