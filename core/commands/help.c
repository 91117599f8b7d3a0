/* SPDX-License-Identifier: Apache-2.0 */
#include "commands/help.h"

#include "report/text.h"

/* Columns of the list, in cells of a terminal. */
enum { NAME_WIDTH = 9, USAGE_WIDTH = 14 };

static const char beginning_zh[] = "zhicheng：可执行的职称规则\n\n";
static const char beginning_en[] = "zhicheng: China's professional titles as executable rules\n\n";

static const char end_zh[] =
    "\n各命令的说明见 zhicheng 命令 --help；zhicheng --version 显示版本。\n"
    "回答写到标准输出，消息写到标准错误。\n"
    "退出状态：0 已回答（不论结论），1 测试或检查未通过，2 用法或输入有误，\n"
    "3 所问地区的插件未能加载，4 内存不足或输出无法写入。\n" ZC_HELP_COMMON_ZH;
static const char end_en[] =
    "\nzhicheng COMMAND --help says more of each; zhicheng --version prints the version.\n"
    "Answers go to standard output, messages to standard error.\n"
    "Exit status: 0 answered, whatever the verdict; 1 a test or check failed; 2 bad usage or\n"
    "bad input; 3 the region's plugin could not be loaded; 4 out of memory, or output that\n"
    "cannot be written.\n" ZC_HELP_COMMON_EN;

void zc_help_program(zc_buffer *out, zc_lang lang) {
  zc_buffer_puts(out, zc_text_say(lang, beginning_zh, beginning_en));
  for (uint32_t i = 0; i < zc_command_count; i++) {
    const zc_command *c = zc_commands[i];
    zc_buffer_puts(out, "  zhicheng ");
    zc_text_cell(out, c->name, NAME_WIDTH);
    zc_text_cell(out, zc_text_in(c->usage, lang), USAGE_WIDTH);
    zc_buffer_printf(out, "%s\n", zc_text_in(c->summary, lang));
  }
  zc_buffer_puts(out, zc_text_say(lang, end_zh, end_en));
}
