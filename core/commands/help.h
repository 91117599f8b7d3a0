/* SPDX-License-Identifier: Apache-2.0 */
/* What --help says: each command says its own; these are the pieces that several share, and the
 * help of the program as a whole. */
#ifndef ZC_COMMANDS_HELP_H
#define ZC_COMMANDS_HELP_H

#include "base/buffer.h"
#include "commands/command.h"

/* The commands and what is common to all. */
void zc_help_program(zc_buffer *out, zc_lang lang);

/* Options that every command has, and --plugins where a command looks for plugins by itself. */
#define ZC_HELP_OWN_PLUGINS_ZH "\n通用选项：\n" ZC_HELP_REST_ZH
#define ZC_HELP_COMMON_ZH                                                                          \
  "\n通用选项：\n"                                                                            \
  "  --plugins 目录    插件所在目录；缺省依次为配置所指、程序旁的 "         \
  "plugins/、安装目录\n" ZC_HELP_REST_ZH
#define ZC_HELP_REST_ZH                                                                            \
  "  --config 文件     只有 [zhicheng] 一节的 INI 文件：plugins、overrides、data、\n" \
  "                    month_precision、lang\n"                                                   \
  "  --lang zh|en      文字和消息的语言；缺省依系统语言\n"

#define ZC_HELP_FACTS_ZH                                                                                    \
  "  --as-of 日期      所问的那一天，如 2024-06-29；缺省为今天（北京时间）\n"         \
  "  --facts 文件|-    一个 JSON 对象，或只有 [facts] 一节的 INI 文件；- 为标准输入\n" \
  "  --set 名称=值     一项事实，优先于文件；可重复\n"                                     \
  "  --strict          不作任何假定：未给出的一律视为未知\n"                               \
  "  --month-precision first|last\n"                                                                        \
  "                    只写到年或月的日期（2019-07、2019）按其首日或末日计；缺省为其中任一天\n"

#define ZC_HELP_QUESTION_ZH                                                                        \
  "  --region R        地区，见 zhicheng regions\n" ZC_HELP_FACTS_ZH "  --format text|json\n"

#define ZC_HELP_OWN_PLUGINS_EN "\nEverywhere:\n" ZC_HELP_REST_EN
#define ZC_HELP_COMMON_EN                                                                          \
  "\nEverywhere:\n"                                                                                \
  "  --plugins DIR     the directory of the plugins; else the configuration's, `plugins/` "        \
  "beside\n"                                                                                       \
  "                    the program, or the installed one\n" ZC_HELP_REST_EN
#define ZC_HELP_REST_EN                                                                            \
  "  --config FILE     an INI file with one section [zhicheng]: plugins, overrides, data,\n"       \
  "                    month_precision, lang\n"                                                    \
  "  --lang zh|en      language of text and messages; else the locale's\n"

#define ZC_HELP_FACTS_EN                                                                           \
  "  --as-of DATE      the day asked about, like 2024-06-29; default today (Asia/Shanghai)\n"      \
  "  --facts FILE|-    a JSON object of facts, or an INI file with one section [facts]; - reads\n" \
  "                    standard input\n"                                                           \
  "  --set NAME=VALUE  one fact; goes before the file; may be repeated\n"                          \
  "  --strict          assume nothing: what is not given is unknown\n"                             \
  "  --month-precision first|last\n"                                                               \
  "                    a date that is a month or a year (2019-07, 2019) is taken as its first "    \
  "or\n"                                                                                           \
  "                    last day; else as some day of it\n"

#define ZC_HELP_QUESTION_EN                                                                        \
  "  --region R        id of the region, see `zhicheng regions`\n" ZC_HELP_FACTS_EN                \
  "  --format text|json\n"

#endif
