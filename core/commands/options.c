/* SPDX-License-Identifier: Apache-2.0 */
#include "commands/options.h"

#include "base/memory.h"
#include "base/words.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define BIT(command) (1u << ZC_COMMAND_##command)
#define QUESTIONS    (BIT(ASSESS) | BIT(CONVERT) | BIT(UNIT))
#define PERSON       (QUESTIONS | BIT(EVAL) | BIT(TEST) | BIT(COMPARE) | BIT(PATH)) /* take facts */
#define EVERY        ((1u << ZC_COMMAND_COUNT) - 1)

static const char *const command_names[ZC_COMMAND_COUNT] = {
    "assess", "convert", "unit",    "calendar", "facts", "regions", "book",  "eval", "test",
    "check",  "clauses", "compare", "path",     "new",   "analyse", "batch", "diff"};

/* How an option is kept: a text once, a text each time, or a mark that it was said. */
typedef enum keep { KEEP_TEXT, KEEP_LIST, KEEP_MARK } keep;

typedef struct option {
  const char *name; /* without the dashes */
  uint32_t commands;
  keep keep;
  size_t field; /* in zc_options; not used for KEEP_LIST */
} option;

static const option options_table[] = {
    {"region",
     EVERY &
         ~(BIT(NEW) | BIT(BOOK) | BIT(REGIONS) | BIT(CHECK) | BIT(COMPARE) | BIT(PATH) | BIT(DIFF)),
     KEEP_TEXT, offsetof(zc_options, region)},
    {"region-column", BIT(BATCH), KEEP_TEXT, offsetof(zc_options, region_column)},
    {"out", BIT(BATCH), KEEP_TEXT, offsetof(zc_options, out)},
    {"reject", BIT(BATCH), KEEP_TEXT, offsetof(zc_options, reject)},
    {"unique-id", BIT(BATCH), KEEP_MARK, offsetof(zc_options, unique_id)},
    {"threads", BIT(BATCH), KEEP_TEXT, offsetof(zc_options, threads)},
    {"encoding", BIT(BATCH), KEEP_TEXT, offsetof(zc_options, encoding)},
    {"as-of", PERSON | BIT(BATCH) | BIT(DIFF), KEEP_TEXT, offsetof(zc_options, as_of)},
    {"to", BIT(DIFF), KEEP_TEXT, offsetof(zc_options, to)},
    {"facts", PERSON, KEEP_TEXT, offsetof(zc_options, facts)},
    {"set", PERSON | BIT(CALENDAR) | BIT(BATCH), KEEP_LIST, 0},
    {"strict", PERSON | BIT(BATCH), KEEP_MARK, offsetof(zc_options, strict)},
    {"explain", BIT(ASSESS) | BIT(BATCH), KEEP_MARK, offsetof(zc_options, explain)},
    {"year", BIT(CALENDAR) | BIT(REGIONS), KEEP_TEXT, offsetof(zc_options, year)},
    {"format",
     QUESTIONS | BIT(BOOK) | BIT(CHECK) | BIT(CALENDAR) | BIT(FACTS) | BIT(REGIONS) | BIT(TEST) |
         BIT(CLAUSES) | BIT(COMPARE) | BIT(PATH) | BIT(ANALYSE) | BIT(DIFF),
     KEEP_TEXT, offsetof(zc_options, format)},
    {"rule", BIT(TEST), KEEP_TEXT, offsetof(zc_options, rule)},
    {"junit", BIT(TEST), KEEP_TEXT, offsetof(zc_options, junit)},
    {"cases", BIT(TEST), KEEP_TEXT, offsetof(zc_options, cases)},
    {"coverage", BIT(TEST), KEEP_MARK, offsetof(zc_options, coverage)},
    {"html", BIT(TEST), KEEP_TEXT, offsetof(zc_options, html)},
    {"mutate", BIT(TEST), KEEP_MARK, offsetof(zc_options, mutate)},
    {"record", BIT(TEST), KEEP_MARK, offsetof(zc_options, record)},
    {"reproduce", BIT(CHECK), KEEP_TEXT, offsetof(zc_options, reproduce)},
    {"check", BIT(CLAUSES), KEEP_MARK, offsetof(zc_options, check)},
    {"id", BIT(TEST), KEEP_TEXT, offsetof(zc_options, id)},
    {"title", BIT(TEST), KEEP_TEXT, offsetof(zc_options, title)},
    {"division", BIT(NEW), KEEP_TEXT, offsetof(zc_options, division)},
    {"name", BIT(NEW), KEEP_TEXT, offsetof(zc_options, name)},
    {"output", BIT(BOOK), KEEP_TEXT, offsetof(zc_options, output)},
    {"dir", BIT(NEW), KEEP_TEXT, offsetof(zc_options, dir)},
    {"lang", EVERY, KEEP_TEXT, offsetof(zc_options, lang)},
    {"plugins", EVERY & ~(BIT(CHECK) | BIT(DIFF)), KEEP_TEXT, offsetof(zc_options, plugins)},
    {"config", EVERY, KEEP_TEXT, offsetof(zc_options, config)},
    {"help", EVERY, KEEP_MARK, offsetof(zc_options, help)},
    {"version", EVERY, KEEP_MARK, offsetof(zc_options, version)},
};
#define OPTION_COUNT (sizeof options_table / sizeof options_table[0])

/* Commands that take operands: conditions, case files, a plugin, a region. */
#define WITH_OPERANDS                                                                              \
  (BIT(NEW) | BIT(BOOK) | BIT(EVAL) | BIT(TEST) | BIT(CHECK) | BIT(ANALYSE) | BIT(BATCH) |         \
   BIT(DIFF))

typedef struct parser {
  zc_options *out;
  char **argv;
  int argc, at;
  uint64_t seen; /* by index of options_table */
  zc_diagnostics *diag;
  zc_status status;
} parser;

const char *zc_command_name(zc_command command) {
  return command_names[command];
}

static const option *find_option(const char *name, size_t length) {
  for (size_t i = 0; i < OPTION_COUNT; i++)
    if (strlen(options_table[i].name) == length && memcmp(options_table[i].name, name, length) == 0)
      return &options_table[i];
  return NULL;
}

static void report_unknown_option(parser *p, const char *name, size_t length) {
  zc_suggestion near = {.wanted = name, .wanted_length = length};
  for (size_t i = 0; i < OPTION_COUNT; i++)
    if (options_table[i].commands & (1u << p->out->command))
      zc_suggest(&near, options_table[i].name);
  const char *command = command_names[p->out->command];
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
  if (!(o->commands & (1u << p->out->command))) {
    p->status =
        zc_report(p->diag, ZC_BAD_INPUT, NULL, "选项 --%s 不能用于命令 %s；见 zhicheng %s --help",
                  "option --%s does not go with the command %s; see zhicheng %s --help", o->name,
                  command_names[p->out->command], command_names[p->out->command]);
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
  for (int i = 0; i < (int)ZC_COMMAND_COUNT; i++) {
    if (strcmp(command_names[i], word) == 0) {
      p->out->command = (zc_command)i;
      return;
    }
  }
  zc_suggestion near = {.wanted = word, .wanted_length = strlen(word)};
  for (int i = 0; i < (int)ZC_COMMAND_COUNT; i++)
    zc_suggest(&near, command_names[i]);
  if (near.best) {
    p->status =
        zc_report(p->diag, ZC_BAD_INPUT, NULL, "没有命令“%s”；是否指 %s？见 zhicheng --help",
                  "no command '%s'; did you mean %s? See zhicheng --help", word, near.best);
  } else {
    p->status = zc_report(p->diag, ZC_BAD_INPUT, NULL, "没有命令“%s”；见 zhicheng --help",
                          "no command '%s'; see zhicheng --help", word);
  }
}

/* Options before any command: only those that ask about the program itself. */
static void read_program_option(parser *p, const char *word) {
  if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
    p->out->help = 1;
  } else if (strcmp(word, "--version") == 0) {
    p->out->version = 1;
  } else if (strncmp(word, "--lang", 6) == 0 && (word[6] == '=' || word[6] == '\0')) {
    p->out->lang = word[6] == '=' ? word + 7 : p->at < p->argc ? p->argv[p->at++] : "";
  } else {
    p->status = zc_report(p->diag, ZC_BAD_INPUT, NULL, "“%s”前面缺少命令；见 zhicheng --help",
                          "a command is missing before '%s'; see zhicheng --help", word);
  }
}

static void read_word(parser *p, const char *word, int operands_only) {
  if (!operands_only && strcmp(word, "-h") == 0) {
    p->out->help = 1;
  } else if (!operands_only && strncmp(word, "--", 2) == 0) {
    read_option(p, word + 2);
  } else if (!operands_only && word[0] == '-' && word[1] != '\0') {
    p->status =
        zc_report(p->diag, ZC_BAD_INPUT, NULL, "没有选项 %s；选项以 -- 开头，见 zhicheng %s --help",
                  "no option %s; options begin with --, see zhicheng %s --help", word,
                  command_names[p->out->command]);
  } else if ((1u << p->out->command) & WITH_OPERANDS) {
    p->out->operands[p->out->operand_count++] = word;
  } else {
    p->status = zc_report(p->diag, ZC_BAD_INPUT, NULL, "命令 %s 用不着“%s”；见 zhicheng %s --help",
                          "the command %s has no use for '%s'; see zhicheng %s --help",
                          command_names[p->out->command], word, command_names[p->out->command]);
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
  options->command = ZC_COMMAND_COUNT;
  options->settings = zc_calloc((size_t)argc + 1, sizeof(char *));
  options->operands = zc_calloc((size_t)argc + 1, sizeof(char *));
  if (!options->settings || !options->operands)
    return zc_report_memory(diag);
  while (p.at < argc && p.status == ZC_OK && options->command == ZC_COMMAND_COUNT) {
    const char *word = argv[p.at++];
    if (word[0] == '-')
      read_program_option(&p, word);
    else
      read_command(&p, word);
  }
  while (p.at < argc && options->command != ZC_COMMAND_COUNT) {
    const char *word = argv[p.at++];
    if (!operands_only && strcmp(word, "--") == 0)
      operands_only = 1;
    else
      read_word(&p, word, operands_only);
  }
  int is_page = options->command == ZC_COMMAND_BOOK;
  check_choice(&p, "format", options->format, is_page ? "html" : "text",
               is_page ? "markdown" : "json");
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
