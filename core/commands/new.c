/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng new: a folder with a region plugin that builds and passes its check, to be filled with
 * the region's own documents. */
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

zc_status zc_command_new(zc_run *run) {
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
