/* SPDX-License-Identifier: Apache-2.0 */
/* The sum that the build puts behind a plugin's file: a line of its own, after the last byte that
 * the ELF file needs. It tells a file that was damaged on the way from one that was built so; the
 * system's loader would crash on the former. A file without the line is taken as it is. */
#include "host/load.h"

#include <openssl/evp.h>
#include <string.h>

static const char mark[] = "zhicheng-sha256 ";
enum { MARK = sizeof mark - 1, SUM = 32, LINE = MARK + 2 * SUM + 1, LEAST_REST = 4 };

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

static void write_hex(const unsigned char sum[SUM], char hex[2 * SUM]) {
  for (size_t i = 0; i < SUM; i++) {
    hex[2 * i] = "0123456789abcdef"[sum[i] >> 4];
    hex[2 * i + 1] = "0123456789abcdef"[sum[i] & 15];
  }
}

zc_status zc_checksum_check(const char *name, const unsigned char *bytes, size_t length,
                            zc_diagnostics *diag) {
  unsigned char sum[SUM];
  char hex[2 * SUM];
  if (is_cut(bytes, length))
    return damaged(name, diag);
  const unsigned char *line = length > LINE ? bytes + length - LINE : NULL;
  if (!line || memcmp(line, mark, MARK) != 0)
    return ZC_OK;
  if (EVP_Digest(bytes, length - LINE, sum, NULL, EVP_sha256(), NULL) != 1)
    return zc_report_memory(diag);
  write_hex(sum, hex);
  return memcmp(line + MARK, hex, sizeof hex) == 0 ? ZC_OK : damaged(name, diag);
}
