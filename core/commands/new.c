/* SPDX-License-Identifier: Apache-2.0 */
/* zhicheng new: a folder with a region plugin that builds and passes its check, to be filled with
 * the region's own documents. It appears whole or not at all. */
#include "commands/model.h"
#include "commands/run.h"

#include "base/memory.h"
#include "base/words.h"
#include "facts/division.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH_SIZE  4096
#define NAME_LIMIT 96u /* bytes of a region's name */

typedef struct folder {
  zc_run *run;
  zc_model model;
  int in_tree; /* among the plugins of a source tree, whose Makefile builds it */
  char parent[PATH_SIZE], made[PATH_SIZE], target[PATH_SIZE], program[PATH_SIZE];
} folder;

/* ---- what was asked ---- */

static zc_status check_id(zc_run *run, const char *id) {
  if (!zc_is_region_id(id) || strcmp(id, "base") == 0) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "“%s”不能作地区标识：以小写字母开头，只用小写字母、数字和下划线，至多 31 个"
                     "字符，也不能是 base；例如 yunnan",
                     "'%s' is no id of a region: a small letter, then small letters, digits and _, "
                     "31 at most, and not base; such as yunnan",
                     id);
  }
  return ZC_OK;
}

static zc_status check_division(zc_run *run, const char *code) {
  zc_division division;
  if (!code)
    return ZC_OK;
  if (strlen(code) != 6 || zc_division_parse(code, 6, &division) != 0 ||
      strcmp(code + 4, "00") != 0) {
    return zc_report(&run->diag, ZC_BAD_INPUT, NULL,
                     "--division “%s”应为省级或地级的 6 位区划代码，如 530000 或 530100",
                     "--division: '%s' is to be the 6 digits of a province or a prefecture, such "
                     "as 530000 or 530100",
                     code);
  }
  return ZC_OK;
}

/* The name stands in strings of C. */
static zc_status check_name(zc_run *run, const char *name) {
  size_t length = name ? strlen(name) : 0;
  int bad = name && (length == 0 || length > NAME_LIMIT || zc_utf8_valid(name, length) != length);
  for (size_t i = 0; !bad && i < length; i++) {
    bad = iscntrl((unsigned char)name[i]) || name[i] == '"' || name[i] == '\\' ||
          (name[i] == '?' && name[i + 1] == '?'); /* with another character it is one of C's */
  }
  return bad ? zc_report(
                   &run->diag, ZC_BAD_INPUT, NULL,
                   "--name 应为地区名称：UTF-8，至多 %u 字节，不含引号、反斜杠、?? 和控制字符",
                   "--name is to be the region's name: UTF-8, %u bytes at most, without "
                   "quotes, backslashes, ?? and control characters",
                   NAME_LIMIT)
             : ZC_OK;
}

static zc_status check_request(zc_run *run) {
  const zc_options *o = &run->options;
  if (o->operand_count != 1) {
    return zc_report(
        &run->diag, ZC_BAD_INPUT, NULL, "new 要一个地区标识，给了 %u 个；见 zhicheng new --help",
        "new takes the id of one region, %u were given; see zhicheng new --help", o->operand_count);
  }
  zc_status id = check_id(run, o->operands[0]), division = check_division(run, o->division),
            name = check_name(run, o->name);
  return id != ZC_OK ? id : division != ZC_OK ? division : name;
}

/* ---- where it goes ---- */

static zc_status too_long(zc_run *run) {
  return zc_report(&run->diag, ZC_BAD_INPUT, NULL, "路径太长（至多 %d 字节）",
                   "the path is too long (%d bytes at most)", PATH_SIZE - 1);
}

static int join(char *out, const char *format_parent, const char *between, const char *name) {
  int length = snprintf(out, PATH_SIZE, "%s%s%s", format_parent, between, name);
  return length > 0 && length < PATH_SIZE;
}

static zc_status cannot(zc_run *run, const char *path) {
  return zc_report(&run->diag, ZC_NO_RESOURCE, NULL, "%s 无法写入：%s；请换一个目录或检查权限",
                   "%s cannot be written: %s; take another folder or look at its rights", path,
                   strerror(errno));
}

/* What a path needs no quoting for, in a Makefile and in a shell. */
static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._+-";

/* The Makefile names the program that made it where its path is plain. */
static void find_program(folder *f) {
  ssize_t length = readlink("/proc/self/exe", f->program, sizeof f->program - 1);
  if (length > 0) {
    f->program[length] = '\0';
    f->model.program = strspn(f->program, plain) == (size_t)length ? f->program : NULL;
  }
}

static zc_status find_place(folder *f) {
  const char *parent = f->run->options.dir ? f->run->options.dir : ".";
  char header[PATH_SIZE];
  struct stat status;
  if (*parent == '\0') {
    return zc_report(&f->run->diag, ZC_BAD_INPUT, NULL, "--dir 是空的；请写一个目录，或省去 --dir",
                     "--dir is empty; name a folder, or leave it out");
  }
  if (!join(f->parent, parent, "", "") || !join(f->target, parent, "/", f->model.id) ||
      !join(f->made, parent, "/.", "new-XXXXXX") ||
      !join(header, parent, "/../", "core/include/zhicheng/plugin.h"))
    return too_long(f->run);
  if (stat(parent, &status) != 0 || !S_ISDIR(status.st_mode)) {
    return zc_report(&f->run->diag, ZC_BAD_INPUT, NULL, "没有目录 %s；请先建立，或用 --dir 另指",
                     "there is no folder %s; make it first, or name another one with --dir",
                     parent);
  }
  if (lstat(f->target, &status) == 0) {
    return zc_report(&f->run->diag, ZC_BAD_INPUT, NULL, "%s 已经存在，没有改动；请换标识或 --dir",
                     "%s is there already and was left as it is; take another id or --dir",
                     f->target);
  }
  f->in_tree = access(header, F_OK) == 0;
  find_program(f);
  return ZC_OK;
}

/* ---- writing ---- */

/* Inside the source tree its own Makefile builds the folder. */
static int is_wanted(const folder *f, const zc_model_file *file) {
  return !f->in_tree ||
         (strcmp(file->path, "Makefile") != 0 && strcmp(file->path, ".gitignore") != 0);
}

/* The path of a file in the folder: the template's own name stands in names of files, too. */
static int path_of(const folder *f, const zc_model_file *file, char *out) {
  zc_buffer name = {0};
  zc_model_write(&name, &f->model, file->path, strlen(file->path));
  const char *text = zc_buffer_text(&name);
  int done = text && join(out, f->made, "/", text);
  zc_buffer_free(&name);
  return done;
}

static zc_status write_bytes(folder *f, const char *path, const zc_buffer *bytes) {
  FILE *out = fopen(path, "wbx");
  if (!out)
    return cannot(f->run, path);
  int written = fwrite(bytes->data, 1, bytes->length, out) == bytes->length;
  int closed = fclose(out) == 0;
  return written && closed ? ZC_OK : cannot(f->run, path);
}

static zc_status write_file(folder *f, const zc_model_file *file) {
  char path[PATH_SIZE];
  zc_buffer bytes = {0};
  if (!path_of(f, file, path))
    return too_long(f->run);
  zc_model_write(&bytes, &f->model, file->text, file->length);
  zc_status status = bytes.failed ? zc_report_memory(&f->run->diag) : write_bytes(f, path, &bytes);
  zc_buffer_free(&bytes);
  return status;
}

static zc_status write_files(folder *f) {
  size_t count;
  const zc_model_file *files = zc_model_files(&count);
  char cases[PATH_SIZE];
  if (!join(cases, f->made, "/", "cases"))
    return too_long(f->run);
  /* mkdtemp makes a folder for its owner alone; umask still has its say. */
  mode_t mask = umask(0);
  umask(mask);
  if (mkdir(cases, 0777) != 0 || chmod(f->made, 0777 & ~mask) != 0)
    return cannot(f->run, cases);
  zc_status status = ZC_OK;
  for (size_t i = 0; status == ZC_OK && i < count; i++)
    if (is_wanted(f, &files[i]))
      status = write_file(f, &files[i]);
  return status;
}

/* Takes away what a failure left. */
static void remove_files(const folder *f) {
  size_t count;
  const zc_model_file *files = zc_model_files(&count);
  char path[PATH_SIZE];
  for (size_t i = 0; i < count; i++)
    if (path_of(f, &files[i], path))
      unlink(path);
  if (join(path, f->made, "/", "cases"))
    rmdir(path);
  rmdir(f->made);
}

/* Another program may have made the folder meanwhile: it is not written over. */
static zc_status show(folder *f) {
  return renameat2(AT_FDCWD, f->made, AT_FDCWD, f->target, RENAME_NOREPLACE) == 0
             ? ZC_OK
             : cannot(f->run, f->target);
}

/* A path as a word of the shell. */
static void put_path(zc_buffer *out, const char *path) {
  if (path[strspn(path, plain)] == '\0') {
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

static zc_status tell(folder *f) {
  const char *id = f->model.id;
  zc_buffer out = {0};
  int zh = f->run->lang == ZC_LANG_ZH;
  zc_buffer_printf(&out, zh ? "已建立 %s。接下来：\n" : "Made %s. Next:\n", f->target);
  if (f->in_tree) {
    zc_buffer_printf(&out, "  make && build/zhicheng check build/plugins/%s.so\n", id);
    zc_buffer_printf(&out, "  build/zhicheng test --region %s\n", id);
  } else {
    zc_buffer_puts(&out, "  cd ");
    put_path(&out, f->target);
    zc_buffer_puts(&out, " && make && make check && make test\n");
  }
  zc_buffer_printf(&out,
                   zh ? "  再按 %s/README.md 的步骤逐步换成本地区的文件\n"
                      : "  then follow the steps of %s/README.md\n",
                   f->target);
  if (!f->model.division) {
    zc_buffer_puts(&out, zh ? "区划代码是示例的（510000），请在案例和条件中一并替换，或以 "
                              "--division 重新生成。\n"
                            : "The division is the example's, 510000: replace it in conditions and "
                              "cases, or begin again with --division.\n");
  }
  zc_status status = zc_run_write(f->run, &out);
  zc_buffer_free(&out);
  return status;
}

static zc_status make_folder(folder *f) {
  zc_status status = find_place(f);
  if (status != ZC_OK)
    return status;
  if (!mkdtemp(f->made))
    return cannot(f->run, f->parent);
  status = write_files(f);
  if (status == ZC_OK)
    status = show(f);
  if (status != ZC_OK) {
    remove_files(f);
    return status;
  }
  return tell(f);
}

zc_status zc_command_new(zc_run *run) {
  zc_status status = check_request(run);
  folder *f = status == ZC_OK ? zc_calloc(1, sizeof *f) : NULL;
  if (status == ZC_OK && !f)
    return zc_report_memory(&run->diag);
  if (f) {
    f->run = run;
    f->model = (zc_model){.id = run->options.operands[0],
                          .name = run->options.name,
                          .division = run->options.division};
    status = make_folder(f);
  }
  zc_free(f);
  return status;
}
