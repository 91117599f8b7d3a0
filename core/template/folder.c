/* SPDX-License-Identifier: Apache-2.0 */
#include "template/folder.h"

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

#define PATH_SIZE  ZC_FOLDER_PATH_SIZE
#define NAME_LIMIT 96u /* bytes of a region's name */

typedef struct making {
  zc_folder *folder;
  zc_model model; /* with the path of this program */
  char parent[PATH_SIZE], made[PATH_SIZE], program[PATH_SIZE];
  zc_diagnostics *diag;
} making;

/* ---- what was asked ---- */

static zc_status check_id(const char *id, zc_diagnostics *diag) {
  if (!zc_is_region_id(id) || strcmp(id, "base") == 0) {
    return zc_report(diag, ZC_BAD_INPUT, NULL,
                     "“%s”不能作地区标识：以小写字母开头，只用小写字母、数字和下划线，至多 31 个"
                     "字符，也不能是 base；例如 yunnan",
                     "'%s' is no id of a region: a small letter, then small letters, digits and _, "
                     "31 at most, and not base; such as yunnan",
                     id);
  }
  return ZC_OK;
}

static zc_status check_division(const char *code, zc_diagnostics *diag) {
  zc_division division;
  if (!code)
    return ZC_OK;
  if (strlen(code) != 6 || zc_division_parse(code, 6, &division) != 0 ||
      strcmp(code + 4, "00") != 0) {
    return zc_report(diag, ZC_BAD_INPUT, NULL,
                     "--division “%s”应为省级或地级的 6 位区划代码，如 530000 或 530100",
                     "--division: '%s' is to be the 6 digits of a province or a prefecture, such "
                     "as 530000 or 530100",
                     code);
  }
  return ZC_OK;
}

/* The name stands in strings of C. */
static zc_status check_name(const char *name, zc_diagnostics *diag) {
  size_t length = name ? strlen(name) : 0;
  int bad = name && (length == 0 || length > NAME_LIMIT || zc_utf8_valid(name, length) != length);
  for (size_t i = 0; !bad && i < length; i++) {
    bad = iscntrl((unsigned char)name[i]) || name[i] == '"' || name[i] == '\\' ||
          (name[i] == '?' && name[i + 1] == '?'); /* with another character it is one of C's */
  }
  return bad ? zc_report(
                   diag, ZC_BAD_INPUT, NULL,
                   "--name 应为地区名称：UTF-8，至多 %u 字节，不含引号、反斜杠、?? 和控制字符",
                   "--name is to be the region's name: UTF-8, %u bytes at most, without "
                   "quotes, backslashes, ?? and control characters",
                   NAME_LIMIT)
             : ZC_OK;
}

static zc_status check_model(const zc_model *model, zc_diagnostics *diag) {
  zc_status id = check_id(model->id, diag), division = check_division(model->division, diag),
            name = check_name(model->name, diag);
  return id != ZC_OK ? id : division != ZC_OK ? division : name;
}

/* ---- where it goes ---- */

static zc_status too_long(zc_diagnostics *diag) {
  return zc_report(diag, ZC_BAD_INPUT, NULL, "路径太长（至多 %d 字节）",
                   "the path is too long (%d bytes at most)", PATH_SIZE - 1);
}

static int join(char *out, const char *format_parent, const char *between, const char *name) {
  int length = snprintf(out, PATH_SIZE, "%s%s%s", format_parent, between, name);
  return length > 0 && length < PATH_SIZE;
}

static zc_status cannot(const char *path, zc_diagnostics *diag) {
  return zc_report(diag, ZC_NO_RESOURCE, NULL, "%s 无法写入：%s；请换一个目录或检查权限",
                   "%s cannot be written: %s; take another folder or look at its rights", path,
                   strerror(errno));
}

/* What a path needs no quoting for, in a Makefile and in a shell. */
static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._+-";

int zc_is_plain_path(const char *path) {
  return path[strspn(path, plain)] == '\0';
}

/* The Makefile names the program that made it where its path is plain. */
static void find_program(making *f) {
  ssize_t length = readlink("/proc/self/exe", f->program, sizeof f->program - 1);
  if (length > 0) {
    f->program[length] = '\0';
    f->model.program = strspn(f->program, plain) == (size_t)length ? f->program : NULL;
  }
}

static zc_status find_place(making *f, const char *parent) {
  char header[PATH_SIZE];
  struct stat status;
  if (*parent == '\0') {
    return zc_report(f->diag, ZC_BAD_INPUT, NULL, "--dir 是空的；请写一个目录，或省去 --dir",
                     "--dir is empty; name a folder, or leave it out");
  }
  if (!join(f->parent, parent, "", "") || !join(f->folder->path, parent, "/", f->model.id) ||
      !join(f->made, parent, "/.", "new-XXXXXX") ||
      !join(header, parent, "/../", "core/include/zhicheng/plugin.h"))
    return too_long(f->diag);
  if (stat(parent, &status) != 0 || !S_ISDIR(status.st_mode)) {
    return zc_report(f->diag, ZC_BAD_INPUT, NULL, "没有目录 %s；请先建立，或用 --dir 另指",
                     "there is no folder %s; make it first, or name another one with --dir",
                     parent);
  }
  if (lstat(f->folder->path, &status) == 0) {
    return zc_report(f->diag, ZC_BAD_INPUT, NULL, "%s 已经存在，没有改动；请换标识或 --dir",
                     "%s is there already and was left as it is; take another id or --dir",
                     f->folder->path);
  }
  f->folder->in_tree = access(header, F_OK) == 0;
  find_program(f);
  return ZC_OK;
}

/* ---- writing ---- */

/* Inside the source tree its own Makefile builds the folder. */
static int is_wanted(const making *f, const zc_model_file *file) {
  return !f->folder->in_tree ||
         (strcmp(file->path, "Makefile") != 0 && strcmp(file->path, ".gitignore") != 0);
}

/* The path of a file in the folder: the template's own name stands in names of files, too. */
static int path_of(const making *f, const zc_model_file *file, char *out) {
  zc_buffer name = {0};
  zc_model_write(&name, &f->model, file->path, strlen(file->path));
  const char *text = zc_buffer_text(&name);
  int done = text && join(out, f->made, "/", text);
  zc_buffer_free(&name);
  return done;
}

static zc_status write_bytes(making *f, const char *path, const zc_buffer *bytes) {
  FILE *out = fopen(path, "wbx");
  if (!out)
    return cannot(path, f->diag);
  int written = fwrite(bytes->data, 1, bytes->length, out) == bytes->length;
  int closed = fclose(out) == 0;
  return written && closed ? ZC_OK : cannot(path, f->diag);
}

static zc_status write_file(making *f, const zc_model_file *file) {
  char path[PATH_SIZE];
  zc_buffer bytes = {0};
  if (!path_of(f, file, path))
    return too_long(f->diag);
  zc_model_write(&bytes, &f->model, file->text, file->length);
  zc_status status = bytes.failed ? zc_report_memory(f->diag) : write_bytes(f, path, &bytes);
  zc_buffer_free(&bytes);
  return status;
}

static zc_status write_files(making *f) {
  size_t count;
  const zc_model_file *files = zc_model_files(&count);
  char cases[PATH_SIZE];
  if (!join(cases, f->made, "/", "cases"))
    return too_long(f->diag);
  /* mkdtemp makes a folder for its owner alone; umask still has its say. */
  mode_t mask = umask(0);
  umask(mask);
  if (mkdir(cases, 0777) != 0 || chmod(f->made, 0777 & ~mask) != 0)
    return cannot(cases, f->diag);
  zc_status status = ZC_OK;
  for (size_t i = 0; status == ZC_OK && i < count; i++)
    if (is_wanted(f, &files[i]))
      status = write_file(f, &files[i]);
  return status;
}

/* Takes away what a failure left. */
static void remove_files(const making *f) {
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
static zc_status show(making *f) {
  return renameat2(AT_FDCWD, f->made, AT_FDCWD, f->folder->path, RENAME_NOREPLACE) == 0
             ? ZC_OK
             : cannot(f->folder->path, f->diag);
}

static zc_status make_folder(making *f) {
  if (!mkdtemp(f->made))
    return cannot(f->parent, f->diag);
  zc_status status = write_files(f);
  if (status == ZC_OK)
    status = show(f);
  if (status != ZC_OK)
    remove_files(f);
  return status;
}

zc_status zc_folder_make(zc_folder *folder, const zc_model *model, const char *parent,
                         zc_diagnostics *diag) {
  zc_status status = check_model(model, diag);
  making *f = status == ZC_OK ? zc_calloc(1, sizeof *f) : NULL;
  if (!f)
    return status == ZC_OK ? zc_report_memory(diag) : status;
  *f = (making){.folder = folder, .model = *model, .diag = diag};
  folder->model = model;
  status = find_place(f, parent ? parent : ".");
  if (status == ZC_OK)
    status = make_folder(f);
  zc_free(f);
  return status;
}
