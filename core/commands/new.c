/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng new: a folder with a region plugin that builds and passes its check, to be filled with
 * the region's own documents. */
#include "commands/help.h"
#include "commands/run.h"
#include "template/folder.h"

#include "base/memory.h"

/* A path as a word of the shell. */
static void put_path(zc_buffer *out, const char *path) {
  if (zc_is_plain_path(path)) {
    zc_buffer_puts(out, path);
    return;
  }
  zc_buffer_putc(out, '\'');
  for (; *path != '\0'; path++) {
    if (*path == '\'')
      zc_buffer_puts(out, "'\\'");
    zc_buffer_putc(out, *path);
  }
  zc_buffer_putc(out, '\'');
}

static zc_status tell(zc_run *run, const zc_folder *f) {
  const char *id = f->model->id;
  zc_buffer out = {0};
  int zh = run->lang == ZC_LANG_ZH;
  zc_buffer_printf(&out, zh ? "已建立 %s。接下来：\n" : "Made %s. Next:\n", f->path);
  if (f->in_tree) {
    zc_buffer_printf(&out, "  make && build/zhicheng check build/plugins/%s.so\n", id);
    zc_buffer_printf(&out, "  build/zhicheng test --region %s\n", id);
  } else {
    zc_buffer_puts(&out, "  cd ");
    put_path(&out, f->path);
    zc_buffer_puts(&out, " && make && make check && make test\n");
  }
  zc_buffer_printf(&out,
                   zh ? "  再按 %s/README.md 的步骤逐步换成本地区的文件\n"
                      : "  then follow the steps of %s/README.md\n",
                   f->path);
  if (!f->model->division) {
    zc_buffer_puts(&out, zh ? "区划代码是示例的（510000），请在案例和条件中一并替换，或以 "
                              "--division 重新生成。\n"
                            : "The division is the example's, 510000: replace it in conditions and "
                              "cases, or begin again with --division.\n");
  }
  zc_status status = zc_run_write(run, &out);
  zc_buffer_free(&out);
  return status;
}

static zc_status run_new(zc_run *run) {
  const zc_options *o = &run->options;
  if (o->operand_count != 1) {
    return zc_report(
        &run->diag, ZC_BAD_INPUT, NULL, "new 要一个地区标识，给了 %u 个；见 zhicheng new --help",
        "new takes the id of one region, %u were given; see zhicheng new --help", o->operand_count);
  }
  zc_model model = {.id = o->operands[0], .name = o->name, .division = o->division};
  zc_folder *folder = zc_calloc(1, sizeof *folder);
  if (!folder)
    return zc_report_memory(&run->diag);
  zc_status status = zc_folder_make(folder, &model, o->dir, &run->diag);
  if (status == ZC_OK)
    status = tell(run, folder);
  zc_free(folder);
  return status;
}

static const char help_zh[] =
    "zhicheng new 地区 [选项]\n\n"
    "建立文件夹“地区”，其中是新地区的插件：只用已安装的头文件和 make 即可构建，通过检查和\n"
    "全部案例，每种规则各有一条，注释说明该替换什么。步骤见其中的 README.md。放在源代码的\n"
    "plugins/ 之下时，由顶层的 Makefile 构建。\n\n"
    "  地区              标识：以小写字母开头，只用小写字母、数字和下划线\n"
    "  --name 名称       地区的中文名称\n"
    "  --division 代码   省级或地级的 6 位区划代码，如 530000\n"
    "  --dir 目录        建在哪个目录之下；缺省为当前目录\n" //
    ZC_HELP_COMMON_ZH "\n例：\n"
    "  zhicheng new yunnan --name 云南省 --division 530000\n";

static const char help_en[] =
    "zhicheng new REGION [options]\n\n"
    "Makes the folder REGION with a plugin for a new region: it builds with `make` and "
    "nothing\n"
    "but the installed header, passes its check and its cases, and has one rule of each kind,\n"
    "with comments that say what to replace. Its README.md has the steps. Inside the source\n"
    "tree's plugins/ the tree's own Makefile builds it.\n\n"
    "  REGION            id: a small letter, then small letters, digits and _\n"
    "  --name NAME       the region's Chinese name\n"
    "  --division CODE   6 digits of its province or prefecture, like 530000\n"
    "  --dir DIR         where the folder goes; default the current one\n" //
    ZC_HELP_COMMON_EN "\nExample:\n"
    "  zhicheng new yunnan --name 云南省 --division 530000\n";

const zc_command zc_command_new = {
    .name = "new",
    .usage = {"地区", "REGION"},
    .summary = {"建立新地区的插件文件夹", "a folder for the rules of a new region"},
    .help = {help_zh, help_en},
    .options = ZC_TAKES(division) | ZC_TAKES(name) | ZC_TAKES(dir) | ZC_TAKES(plugins),
    .takes_operands = 1,
    .run = run_new};
