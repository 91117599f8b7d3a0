/* SPDX-License-Identifier: Apache-2.0 */
/* The sum that the build puts behind a plugin's file: a line of its own, after the last byte that
 * the ELF file needs. It tells a file that was damaged on the way from one that was built so; the
 * system's loader would crash on the former. A file without the line is taken as it is. */
#include "base/hash.h"
#include "host/load.h"

#include <string.h>

static const char mark[] = "zhicheng-sha256 ";
enum { MARK = sizeof mark - 1, LINE = MARK + ZC_HASH_DIGITS + 1, LEAST_REST = 4 };

static zc_status damaged(const char *name, zc_diagnostics *diag) {
  return zc_report(diag, ZC_BAD_PLUGIN, &(zc_where){.file = name},
                   "文件已损坏：内容与构建时写在文件末尾的校验和不符；请重新复制或构建",
                   "the file is damaged: its bytes do not agree with the sum that the build put at "
                   "its end; copy or build it again");
}

/* Whether the file ends within the line. */
static int is_cut(const unsigned char *bytes, size_t length) {
  for (size_t rest = LEAST_REST; rest < LINE && rest <= length; rest++)
    if (memcmp(bytes + length - rest, mark, rest < MARK ? rest : MARK) == 0)
      return 1;
  return 0;
}

int zc_checksum_stands(const unsigned char *bytes, size_t length) {
  return length > LINE && memcmp(bytes + length - LINE, mark, MARK) == 0;
}

zc_status zc_checksum_check(const char *name, const unsigned char *bytes, size_t length,
                            zc_diagnostics *diag) {
  char hex[ZC_HASH_DIGITS + 1];
  if (is_cut(bytes, length))
    return damaged(name, diag);
  if (!zc_checksum_stands(bytes, length))
    return ZC_OK;
  const unsigned char *line = bytes + length - LINE;
  zc_hash_hex(ZC_SHA256, bytes, length - LINE, hex);
  return memcmp(line + MARK, hex, ZC_HASH_DIGITS) == 0 ? ZC_OK : damaged(name, diag);
}
