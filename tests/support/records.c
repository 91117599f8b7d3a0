/* SPDX-License-Identifier: Apache-2.0 */
#include "records.h"

#include <string.h>

enum { SECTOR = 512, SMALL = 64, ENTRY = 128 };

void zc_test_put_16(zc_buffer *out, uint32_t value) {
  zc_buffer_putc(out, (char)value);
  zc_buffer_putc(out, (char)(value >> 8));
}

void zc_test_put_32(zc_buffer *out, uint32_t value) {
  zc_test_put_16(out, value & 0xFFFF);
  zc_test_put_16(out, value >> 16);
}

void zc_test_put_double(zc_buffer *out, double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  zc_test_put_32(out, (uint32_t)bits);
  zc_test_put_32(out, (uint32_t)(bits >> 32));
}

static void put_size(zc_buffer *out, int size_bytes, uint32_t size) {
  if (size_bytes == 1)
    zc_buffer_putc(out, (char)size);
  else
    zc_test_put_16(out, size);
}

void zc_test_put_text(zc_buffer *out, int size_bytes, const char *text) {
  put_size(out, size_bytes, (uint32_t)strlen(text));
  zc_buffer_putc(out, 0);
  zc_buffer_puts(out, text);
}

void zc_test_put_wide(zc_buffer *out, int size_bytes, const uint16_t *text, uint32_t count) {
  put_size(out, size_bytes, count);
  zc_buffer_putc(out, 1);
  for (uint32_t i = 0; i < count; i++)
    zc_test_put_16(out, text[i]);
}

void zc_test_put_record(zc_buffer *out, uint32_t type, zc_buffer *body) {
  zc_test_put_16(out, type);
  zc_test_put_16(out, (uint32_t)body->length);
  zc_buffer_add(out, body->data, body->length);
  zc_buffer_free(body);
}

void zc_test_put_place(zc_buffer *body, uint32_t row, uint32_t column, uint32_t style) {
  zc_test_put_16(body, row);
  zc_test_put_16(body, column);
  zc_test_put_16(body, style);
}

static void put_begin(zc_buffer *out, uint32_t version, uint32_t kind) {
  zc_buffer body = {0};
  zc_test_put_16(&body, version);
  zc_test_put_16(&body, kind);
  zc_test_put_record(out, 0x0809, &body);
}

void zc_test_stream_make(zc_buffer *stream, uint32_t version, const zc_buffer *globals,
                         const zc_buffer *cells) {
  zc_buffer body = {0}, sheet = {0};
  uint32_t sheet_record = 4 + 4 + 2 + 2 + 1; /* its head and what is below */
  put_begin(stream, version, 5);
  zc_test_put_32(&body, (uint32_t)(stream->length + globals->length) + sheet_record + 4);
  zc_test_put_16(&body, 0);
  zc_test_put_text(&body, 1, "S");
  zc_test_put_record(&sheet, 0x0085, &body);
  zc_buffer_add(stream, sheet.data, sheet.length);
  zc_buffer_add(stream, globals->data, globals->length);
  zc_test_put_record(stream, 0x000A, &body);
  put_begin(stream, version, 0x10);
  zc_buffer_add(stream, cells->data, cells->length);
  zc_test_put_record(stream, 0x000A, &body);
  zc_buffer_free(&sheet);
}

/* ---- the file ---- */

static void pad(zc_buffer *out, size_t to, char with) {
  while (out->length % to != 0)
    zc_buffer_putc(out, with);
}

static void put_entry(zc_buffer *out, const char *name, int kind, uint32_t start, uint32_t length) {
  size_t before = out->length;
  for (size_t i = 0; i < 32; i++)
    zc_test_put_16(out, i < strlen(name) ? (unsigned char)name[i] : 0);
  zc_test_put_16(out, (uint32_t)(strlen(name) + 1) * 2);
  zc_buffer_putc(out, (char)kind);
  while (out->length < before + 116)
    zc_buffer_putc(out, 0);
  zc_test_put_32(out, start);
  zc_test_put_32(out, length);
  zc_test_put_32(out, 0);
}

static void put_header(zc_buffer *out, uint32_t small_table) {
  zc_buffer_add(out, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  while (out->length < 30)
    zc_buffer_putc(out, 0);
  zc_test_put_16(out, 9);
  zc_test_put_16(out, 6);
  while (out->length < 48)
    zc_buffer_putc(out, 0);
  zc_test_put_32(out, 1); /* the directory */
  zc_test_put_32(out, 0);
  zc_test_put_32(out, 4096);
  zc_test_put_32(out, small_table);
  zc_test_put_32(out, 1);
  zc_test_put_32(out, 0xFFFFFFFE);
  zc_test_put_32(out, 0);
  zc_test_put_32(out, 0); /* the first table of sectors */
  pad(out, SECTOR, (char)0xFF);
}

/* A chain of `count` that begins at `start`. */
static void put_chain(zc_buffer *table, uint32_t start, uint32_t count) {
  for (uint32_t i = 1; i < count; i++)
    zc_test_put_32(table, start + i);
  zc_test_put_32(table, 0xFFFFFFFE);
}

void zc_test_compound_make(zc_buffer *file, const char *name, const zc_buffer *stream) {
  int is_small = stream->length < 4096;
  uint32_t length = (uint32_t)stream->length, sectors = (length + SECTOR - 1) / SECTOR;
  zc_buffer directory = {0};
  put_header(file, is_small ? 2 : 0xFFFFFFFE);
  zc_test_put_32(file, 0xFFFFFFFD);
  zc_test_put_32(file, 0xFFFFFFFE);
  if (is_small)
    zc_test_put_32(file, 0xFFFFFFFE);
  put_chain(file, is_small ? 3 : 2, sectors);
  pad(file, SECTOR, (char)0xFF);
  put_entry(&directory, "Root Entry", 5, is_small ? 3 : 0xFFFFFFFE, is_small ? length : 0);
  put_entry(&directory, name, 2, is_small ? 0 : 2, length);
  pad(&directory, SECTOR, 0);
  zc_buffer_add(file, directory.data, directory.length);
  if (is_small)
    put_chain(file, 0, (length + SMALL - 1) / SMALL);
  pad(file, SECTOR, (char)0xFF);
  zc_buffer_add(file, stream->data, stream->length);
  pad(file, SECTOR, 0);
  zc_buffer_free(&directory);
}
