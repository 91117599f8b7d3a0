/* SPDX-License-Identifier: Apache-2.0 */
#include "office/biff.h"

#include <string.h>

zc_status zc_biff_next(zc_biff *biff, zc_diagnostics *diag) {
  char head[4];
  biff->taken = 0;
  if (biff->at + 4 > biff->stream->length) {
    biff->type = ZC_BIFF_EOF;
    biff->length = 0;
    return ZC_OK;
  }
  zc_status status = zc_compound_read(biff->stream, biff->at, head, 4, diag);
  if (status != ZC_OK)
    return status;
  biff->type = zc_le16(head);
  biff->length = zc_le16(head + 2);
  if (biff->at + 4 + biff->length > biff->stream->length)
    return zc_compound_damaged(biff->stream, diag);
  status = zc_compound_read(biff->stream, biff->at + 4, biff->data, biff->length, diag);
  biff->at += 4 + (uint64_t)biff->length;
  return status;
}

double zc_biff_double(const zc_biff *biff, uint32_t at) {
  uint64_t bits = zc_biff_32(biff, at) | (uint64_t)zc_biff_32(biff, at + 4) << 32;
  double value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

double zc_biff_rk(uint32_t packed) {
  uint64_t bits = (uint64_t)(packed & ~UINT32_C(3)) << 32;
  double value;
  memcpy(&value, &bits, sizeof value);
  if (packed & 2) {
    int64_t whole = packed >> 2;
    value = (double)(whole >= 1 << 29 ? whole - (1 << 30) : whole);
  }
  return packed & 1 ? value / 100 : value;
}

/* ---- records that go on ---- */

static zc_status go_on(zc_biff *biff, zc_diagnostics *diag) {
  zc_status status = zc_biff_next(biff, diag);
  if (status != ZC_OK)
    return status;
  return biff->type == ZC_BIFF_CONTINUE ? ZC_OK : zc_compound_damaged(biff->stream, diag);
}

zc_status zc_biff_take(zc_biff *biff, char *to, size_t length, zc_diagnostics *diag) {
  while (length > 0) {
    size_t there = biff->length - biff->taken, count = there < length ? there : length;
    memcpy(to, biff->data + biff->taken, count);
    biff->taken += (uint32_t)count;
    to += count;
    length -= count;
    zc_status status = length > 0 ? go_on(biff, diag) : ZC_OK;
    if (status != ZC_OK)
      return status;
  }
  return ZC_OK;
}

zc_status zc_biff_skip(zc_biff *biff, uint32_t length, zc_diagnostics *diag) {
  while (length > 0) {
    uint32_t there = biff->length - biff->taken, count = there < length ? there : length;
    biff->taken += count;
    length -= count;
    zc_status status = length > 0 ? go_on(biff, diag) : ZC_OK;
    if (status != ZC_OK)
      return status;
  }
  return ZC_OK;
}

/* ---- texts ---- */

static void put_character(zc_buffer *out, uint32_t c) {
  if (c < 0x80) {
    zc_buffer_putc(out, (char)c);
  } else if (c < 0x800) {
    zc_buffer_putc(out, (char)(0xC0 | c >> 6));
    zc_buffer_putc(out, (char)(0x80 | (c & 0x3F)));
  } else if (c < 0x10000) {
    zc_buffer_putc(out, (char)(0xE0 | c >> 12));
    zc_buffer_putc(out, (char)(0x80 | (c >> 6 & 0x3F)));
    zc_buffer_putc(out, (char)(0x80 | (c & 0x3F)));
  } else {
    zc_buffer_putc(out, (char)(0xF0 | c >> 18));
    zc_buffer_putc(out, (char)(0x80 | (c >> 12 & 0x3F)));
    zc_buffer_putc(out, (char)(0x80 | (c >> 6 & 0x3F)));
    zc_buffer_putc(out, (char)(0x80 | (c & 0x3F)));
  }
}

/* A unit of UTF-16; *high is the first half of a pair that waits for the second, or 0. A half alone
 * becomes U+FFFD. */
static void put_unit(zc_buffer *out, uint32_t unit, uint32_t *high) {
  int is_low = unit >= 0xDC00 && unit < 0xE000;
  if (*high && is_low)
    put_character(out, 0x10000 + ((*high - 0xD800) << 10) + (unit - 0xDC00));
  else if (*high || is_low)
    put_character(out, 0xFFFD);
  if (*high && is_low) {
    *high = 0;
    return;
  }
  *high = unit >= 0xD800 && unit < 0xDC00 ? unit : 0;
  if (!*high && !is_low)
    put_character(out, unit);
}

/* The characters, which a record that continues begins with flags of its own. */
static zc_status put_characters(zc_biff *biff, uint32_t count, int is_wide, zc_buffer *out,
                                zc_diagnostics *diag) {
  uint32_t high = 0;
  while (count > 0) {
    uint32_t size = is_wide ? 2 : 1, there = (biff->length - biff->taken) / size;
    uint32_t now = there < count ? there : count;
    for (uint32_t i = 0; i < now; i++, biff->taken += size)
      put_unit(out,
               is_wide ? zc_le16(biff->data + biff->taken) : (unsigned char)biff->data[biff->taken],
               &high);
    count -= now;
    if (count == 0)
      break;
    char flags;
    zc_status status = go_on(biff, diag);
    if (status == ZC_OK)
      status = zc_biff_take(biff, &flags, 1, diag);
    if (status != ZC_OK)
      return status;
    is_wide = flags & 1;
  }
  if (high)
    put_character(out, 0xFFFD);
  return out->failed ? zc_report_memory(diag) : ZC_OK;
}

zc_status zc_biff_text(zc_biff *biff, int size_bytes, zc_buffer *out, zc_diagnostics *diag) {
  char size[2] = {0, 0}, flags = 0, runs[2] = {0, 0}, extra[4] = {0, 0, 0, 0};
  zc_status status = zc_biff_take(biff, size, (size_t)size_bytes, diag);
  if (status == ZC_OK)
    status = zc_biff_take(biff, &flags, 1, diag);
  if (status == ZC_OK && flags & 8)
    status = zc_biff_take(biff, runs, 2, diag);
  if (status == ZC_OK && flags & 4)
    status = zc_biff_take(biff, extra, 4, diag);
  if (status == ZC_OK)
    status = put_characters(biff, zc_le16(size), flags & 1, out, diag);
  if (status == ZC_OK)
    status = zc_biff_skip(biff, zc_le16(runs) * 4, diag);
  return status == ZC_OK ? zc_biff_skip(biff, zc_le32(extra), diag) : status;
}
