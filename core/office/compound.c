/* SPDX-License-Identifier: Apache-2.0 */
#include "office/compound.h"

#include "base/memory.h"
#include "base/signal.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum {
  HEADER_BYTES = 512,
  HEADER_TABLES = 109, /* sectors of the table that the header names */
  ENTRY_BYTES = 128,
  SMALL_BLOCK = 64,
  SMALL_STREAM = 4096, /* shorter ones lie in small blocks */
  CACHE_BYTES = 64 << 10
};

#define LAST_SECTOR 0xFFFFFFFAu /* those above are none */

zc_status zc_compound_damaged(const zc_compound *compound, zc_diagnostics *diag) {
  return zc_report(
      diag, ZC_BAD_INPUT, &(zc_where){.file = compound->name},
      "工作簿已损坏或不完整；请重新复制或下载，或用 Excel、WPS 打开后另存为 .xlsx",
      "the workbook is damaged or cut short; copy or download it again, or open it in a "
      "spreadsheet program and save it as .xlsx");
}

zc_status zc_compound_locked(const zc_compound *compound, zc_diagnostics *diag) {
  return zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = compound->name},
                   "工作簿有密码；请打开后去掉密码，再保存",
                   "the workbook has a password; open it, remove the password and save it");
}

zc_status zc_compound_old(const zc_compound *compound, zc_diagnostics *diag) {
  return zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = compound->name},
                   "这是早于 Excel 97 的 .xls 工作簿；请用 Excel 或 WPS 打开，另存为 .xlsx",
                   "this is a workbook older than Excel 97 (BIFF8); open it and save it as .xlsx");
}

static zc_status read_file(const zc_compound *c, uint64_t at, char *to, size_t length,
                           zc_diagnostics *diag) {
  size_t done = 0;
  if (zc_signal_caught())
    return zc_signal_report(diag);
  while (done < length) {
    ssize_t count = pread(c->file, to + done, length - done, (off_t)(at + done));
    if (count == 0 || (count < 0 && errno != EINTR))
      return zc_compound_damaged(c, diag);
    done += count > 0 ? (size_t)count : 0;
  }
  return ZC_OK;
}

static uint64_t place_of(const zc_compound *c, uint32_t sector) {
  return ((uint64_t)sector + 1) * c->sector;
}

/* ---- the table of sectors ---- */

/* Reads a sector of the table, which is the `index`th of it. */
static zc_status read_table(zc_compound *c, uint32_t sector, uint32_t index, char *bytes,
                            zc_diagnostics *diag) {
  uint32_t each = c->sector / 4;
  zc_status status = read_file(c, place_of(c, sector), bytes, c->sector, diag);
  for (uint32_t i = 0; status == ZC_OK && i < each; i++) {
    uint64_t at = (uint64_t)index * each + i;
    if (at < c->sector_count)
      c->next[at] = zc_le32(bytes + (size_t)i * 4);
  }
  return status;
}

/* The sectors of the table are named by the header, and by a chain of sectors behind it. */
static zc_status read_tables(zc_compound *c, const char *header, zc_diagnostics *diag) {
  uint32_t each = c->sector / 4, needed = (c->sector_count + each - 1) / each, index = 0;
  uint32_t further = zc_le32(header + 68);
  char *bytes = zc_alloc(c->sector), *list = zc_alloc(c->sector);
  zc_status status = ZC_OK;
  if (!bytes || !list) {
    zc_free(bytes);
    zc_free(list);
    return zc_report_memory(diag);
  }
  for (; status == ZC_OK && index < HEADER_TABLES && index < needed; index++) {
    uint32_t sector = zc_le32(header + 76 + (size_t)index * 4);
    if (sector >= LAST_SECTOR)
      break;
    status = read_table(c, sector, index, bytes, diag);
  }
  while (status == ZC_OK && index < needed && further < LAST_SECTOR) {
    status = read_file(c, place_of(c, further), list, c->sector, diag);
    for (uint32_t i = 0; status == ZC_OK && i + 1 < each && index < needed; i++, index++) {
      uint32_t sector = zc_le32(list + (size_t)i * 4);
      if (sector < LAST_SECTOR)
        status = read_table(c, sector, index, bytes, diag);
    }
    further = status == ZC_OK ? zc_le32(list + c->sector - 4) : LAST_SECTOR;
  }
  zc_free(bytes);
  zc_free(list);
  return status;
}

static zc_status read_header(zc_compound *c, char header[HEADER_BYTES], zc_diagnostics *diag) {
  zc_status status = read_file(c, 0, header, HEADER_BYTES, diag);
  if (status != ZC_OK)
    return status;
  uint32_t shift = zc_le16(header + 30);
  if ((shift != 9 && shift != 12) || zc_le16(header + 32) != 6 || c->size / 512 >= LAST_SECTOR)
    return zc_compound_damaged(c, diag);
  c->sector = 1u << shift;
  c->sector_count = (uint32_t)(c->size / c->sector);
  c->next = zc_alloc(((size_t)c->sector_count + 1) * sizeof *c->next);
  if (!c->next)
    return zc_report_memory(diag);
  memset(c->next, 0xFF, ((size_t)c->sector_count + 1) * sizeof *c->next);
  return read_tables(c, header, diag);
}

/* ---- streams ---- */

/* The places of a chain of sectors, `most` at most; the caller frees them. */
static zc_status follow(const zc_compound *c, uint32_t sector, uint64_t most, uint64_t **blocks,
                        uint32_t *count, zc_diagnostics *diag) {
  uint64_t room = most < c->sector_count ? most : c->sector_count;
  *count = 0;
  *blocks = zc_alloc((size_t)(room + 1) * sizeof **blocks);
  if (!*blocks)
    return zc_report_memory(diag);
  while (sector < c->sector_count && *count < room) {
    (*blocks)[(*count)++] = place_of(c, sector);
    sector = c->next[sector];
  }
  return ZC_OK;
}

/* A stream of the directory. */
typedef struct entry {
  uint32_t start;
  uint64_t length;
  int is_there;
} entry;

typedef struct directory {
  entry root, workbook, old, locked;
} directory;

/* Whether the name of an entry, in UTF-16, is this one. */
static int is_named(const char *bytes, const char *name) {
  size_t length = strlen(name);
  if (zc_le16(bytes + 64) != (length + 1) * 2)
    return 0;
  for (size_t i = 0; i < length; i++)
    if (zc_le16(bytes + i * 2) != (unsigned char)name[i])
      return 0;
  return 1;
}

static void take_entry(directory *d, const char *bytes) {
  entry e = {zc_le32(bytes + 116), zc_le32(bytes + 120), 1};
  if (bytes[66] == 5)
    d->root = e;
  else if (is_named(bytes, "Workbook"))
    d->workbook = e;
  else if (is_named(bytes, "Book"))
    d->old = e;
  else if (is_named(bytes, "EncryptedPackage"))
    d->locked = e;
}

static zc_status read_directory(zc_compound *c, uint32_t start, directory *d,
                                zc_diagnostics *diag) {
  uint64_t *blocks;
  uint32_t count;
  char *bytes = zc_alloc(c->sector);
  zc_status status = follow(c, start, 4096, &blocks, &count, diag);
  if (status == ZC_OK && !bytes)
    status = zc_report_memory(diag);
  for (uint32_t i = 0; bytes && status == ZC_OK && i < count; i++) {
    status = read_file(c, blocks[i], bytes, c->sector, diag);
    for (uint32_t at = 0; status == ZC_OK && at < c->sector; at += ENTRY_BYTES)
      take_entry(d, bytes + at);
  }
  zc_free(blocks);
  zc_free(bytes);
  return status;
}

/* A short stream lies in blocks of 64 bytes within the root's stream; *table is the chain of the
 * table of those blocks, which only as many are looked up in as the stream has. */
static zc_status follow_small(zc_compound *c, const directory *d, const uint64_t *table,
                              uint32_t table_count, const uint64_t *root, uint32_t root_count,
                              zc_diagnostics *diag) {
  uint32_t block = d->workbook.start, each = c->sector / 4, within = c->sector / SMALL_BLOCK;
  uint64_t most = (d->workbook.length + SMALL_BLOCK - 1) / SMALL_BLOCK;
  c->block_size = SMALL_BLOCK;
  c->blocks = zc_alloc((size_t)(most + 1) * sizeof *c->blocks);
  if (!c->blocks)
    return zc_report_memory(diag);
  while (c->block_count < most && block / within < root_count && block / each < table_count) {
    char next[4];
    c->blocks[c->block_count++] = root[block / within] + (uint64_t)(block % within) * SMALL_BLOCK;
    zc_status status =
        read_file(c, table[block / each] + (uint64_t)(block % each) * 4, next, 4, diag);
    if (status != ZC_OK)
      return status;
    block = zc_le32(next);
  }
  return ZC_OK;
}

static zc_status open_small(zc_compound *c, const directory *d, const char *header,
                            zc_diagnostics *diag) {
  uint64_t *table = NULL, *root = NULL;
  uint32_t table_count = 0, root_count = 0;
  zc_status status = follow(c, zc_le32(header + 60), UINT32_MAX, &table, &table_count, diag);
  if (status == ZC_OK)
    status = follow(c, d->root.start, UINT32_MAX, &root, &root_count, diag);
  if (status == ZC_OK)
    status = follow_small(c, d, table, table_count, root, root_count, diag);
  zc_free(table);
  zc_free(root);
  return status;
}

static zc_status open_stream(zc_compound *c, const directory *d, const char *header,
                             zc_diagnostics *diag) {
  zc_where where = {.file = c->name};
  if (d->locked.is_there)
    return zc_compound_locked(c, diag);
  if (!d->workbook.is_there && d->old.is_there)
    return zc_compound_old(c, diag);
  if (!d->workbook.is_there)
    return zc_report(diag, ZC_BAD_INPUT, &where,
                     "这不是 Excel 工作簿（可能是 Word 文档等）；请给出 .xlsx 或 .xls 文件",
                     "this is no workbook but a document of another kind; name an .xlsx or .xls "
                     "file");
  c->length = d->workbook.length;
  c->block_size = c->sector;
  if (c->length > 0 && c->length < SMALL_STREAM)
    return open_small(c, d, header, diag);
  return follow(c, d->workbook.start, UINT32_MAX, &c->blocks, &c->block_count, diag);
}

zc_status zc_compound_open(zc_compound *c, zc_office_file *file, zc_diagnostics *diag) {
  char header[HEADER_BYTES];
  directory d = {0};
  *c = (zc_compound){.name = file->name, .file = -1};
  zc_status status = zc_office_file_whole(file, &c->file, diag);
  c->size = file->size;
  c->cache = zc_alloc(CACHE_BYTES);
  if (status == ZC_OK && !c->cache)
    status = zc_report_memory(diag);
  if (status == ZC_OK)
    status = read_header(c, header, diag);
  if (status == ZC_OK)
    status = read_directory(c, zc_le32(header + 48), &d, diag);
  return status == ZC_OK ? open_stream(c, &d, header, diag) : status;
}

void zc_compound_close(zc_compound *c) {
  if (c->file >= 0)
    close(c->file);
  zc_free(c->next);
  zc_free(c->blocks);
  zc_free(c->cache);
  *c = (zc_compound){.file = -1};
}

/* ---- reading ---- */

/* Reads the blocks from the one of `at` on into the cache, as far as they follow one another. */
static zc_status fill_cache(zc_compound *c, uint64_t at, zc_diagnostics *diag) {
  uint64_t block = at / c->block_size;
  size_t count = 1;
  if (block >= c->block_count)
    return zc_compound_damaged(c, diag);
  while ((count + 1) * c->block_size <= CACHE_BYTES && block + count < c->block_count &&
         c->blocks[block + count] == c->blocks[block] + count * c->block_size)
    count++;
  /* The last sector of a file may be cut off. */
  size_t length = count * c->block_size;
  if (c->blocks[block] + length > c->size)
    length = c->blocks[block] < c->size ? (size_t)(c->size - c->blocks[block]) : 0;
  c->cache_length = 0;
  if (length <= at % c->block_size)
    return zc_compound_damaged(c, diag);
  zc_status status = read_file(c, c->blocks[block], c->cache, length, diag);
  c->cache_at = block * c->block_size;
  c->cache_length = status == ZC_OK ? length : 0;
  return status;
}

zc_status zc_compound_read(zc_compound *c, uint64_t at, char *to, size_t length,
                           zc_diagnostics *diag) {
  while (length > 0) {
    if (at < c->cache_at || at >= c->cache_at + c->cache_length) {
      zc_status status = fill_cache(c, at, diag);
      if (status != ZC_OK)
        return status;
    }
    size_t there = (size_t)(c->cache_at + c->cache_length - at);
    size_t count = there < length ? there : length;
    memcpy(to, c->cache + (at - c->cache_at), count);
    to += count;
    at += count;
    length -= count;
  }
  return ZC_OK;
}
