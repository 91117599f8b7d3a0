/* SPDX-License-Identifier: Apache-2.0 */
#include "batch/input.h"

#include "base/memory.h"
#include "batch/table_input.h"
#include "facts/reader.h"

#include <string.h>

enum {
  CHUNK_BYTES = 96 << 10,  /* of several rows; with its fields and its output it fits a cache */
  READ_BYTES = 256 << 10,  /* at a time */
  RAW_BYTES = 64 << 10,    /* of GB 18030; decoded it is at most twice as long */
  SAMPLE_BYTES = 64 << 10, /* by which the encoding is told */
  AHEAD_BYTES = 16 << 20   /* how far the end of a row is looked for */
};

/* Up to `room` bytes; 0 at the end of the file, which is remembered. */
static zc_status read_bytes(zc_input *input, char *to, size_t room, size_t *count,
                            zc_diagnostics *diag) {
  zc_status status = zc_office_file_read(&input->file, to, room, count, diag);
  input->has_ended = status == ZC_OK && *count == 0;
  input->bytes_read += *count;
  return status;
}

static zc_status make_room(zc_input *input, size_t more, zc_diagnostics *diag) {
  if (input->at > 0) {
    memmove(input->text, input->text + input->at, input->length - input->at);
    input->length -= input->at;
    input->at = 0;
  }
  size_t room = input->room > 0 ? input->room : READ_BYTES;
  while (room - input->length < more + ZC_CHUNK_PADDING)
    room *= 2;
  if (room > input->room) {
    char *text = zc_realloc(input->text, room);
    if (!text)
      return zc_report_memory(diag);
    input->text = text;
    input->room = room;
  }
  return ZC_OK;
}

static void decode(zc_input *input) {
  size_t used;
  input->length +=
      zc_decode(&input->decoder, input->raw, input->raw_length, input->has_ended,
                input->text + input->length, input->room - input->length - ZC_CHUNK_PADDING, &used);
  input->raw_length -= used;
  memmove(input->raw, input->raw + used, input->raw_length);
}

/* More text behind that which is there. */
static zc_status fill(zc_input *input, zc_diagnostics *diag) {
  size_t count;
  zc_status status = make_room(input, READ_BYTES / 2, diag);
  if (status != ZC_OK)
    return status;
  if (!input->is_gb) {
    status = read_bytes(input, input->text + input->length,
                        input->room - input->length - ZC_CHUNK_PADDING, &count, diag);
    input->length += count;
    return status;
  }
  status = read_bytes(input, input->raw + input->raw_length, RAW_BYTES - input->raw_length, &count,
                      diag);
  input->raw_length += count;
  if (status == ZC_OK)
    decode(input);
  return status;
}

/* ---- opening ---- */

static zc_status use_gb(zc_input *input, zc_diagnostics *diag) {
  size_t start = input->length;
  zc_status status = zc_decoder_open(&input->decoder, ZC_GB18030, diag);
  input->raw = zc_alloc(RAW_BYTES > start ? RAW_BYTES : start);
  if (status != ZC_OK || !input->raw)
    return status != ZC_OK ? status : zc_report_memory(diag);
  input->is_gb = 1;
  memcpy(input->raw, input->text, start);
  input->raw_length = start;
  input->length = 0;
  status = make_room(input, 2 * start + 8, diag);
  if (status == ZC_OK) {
    decode(input);
    input->at = zc_bom_length(input->text, input->length); /* it has one of its own */
  }
  return status;
}

static zc_status settle_encoding(zc_input *input, const char *encoding, zc_diagnostics *diag) {
  size_t mark = zc_bom_length(input->text, input->length);
  if (encoding && strcmp(encoding, "utf-8") != 0 && strcmp(encoding, "gb18030") != 0) {
    return zc_report(diag, ZC_BAD_INPUT, NULL, "--encoding 的“%s”无效：应为 utf-8 或 gb18030",
                     "--encoding: '%s' is no value for it: it is utf-8 or gb18030", encoding);
  }
  if (encoding && strcmp(encoding, "utf-8") != 0 && mark > 0) {
    return zc_report(
        diag, ZC_BAD_INPUT, &(zc_where){.file = input->name},
        "文件开头的标记说明它是 UTF-8，不是 --encoding 所说的 gb18030；请去掉 --encoding",
        "the mark at its start says that it is UTF-8 and not gb18030 as --encoding "
        "says; leave out --encoding");
  }
  int is_gb = encoding ? strcmp(encoding, "gb18030") == 0
                       : mark == 0 && zc_encoding_guess(input->text, input->length) == ZC_GB18030;
  if (is_gb)
    return use_gb(input, diag);
  input->at = mark;
  return ZC_OK;
}

static size_t pass_blanks(const zc_input *input, size_t at) {
  while (at < input->length && memchr(" \t\r\n", input->text[at], 4))
    at++;
  return at;
}

/* Whether the line looks like an object: an id in braces does not, nor a field of CSV that holds
 * one. */
static int is_object_line(const zc_input *input, size_t at) {
  size_t inner = pass_blanks(input, at + 1);
  if (at >= input->length || input->text[at] != '{' || inner + 1 >= input->length)
    return 0;
  return input->text[inner] == '}' || (input->text[inner] == '"' && input->text[inner + 1] != '"');
}

/* NDJSON whose first lines are wrong is NDJSON all the same. */
static int has_objects(const zc_input *input) {
  enum { LINES = 16 };
  size_t at = pass_blanks(input, input->at);
  if (at < input->length && input->text[at] == '{')
    return 1;
  for (int line = 0; line < LINES; line++) {
    const char *end = memchr(input->text + at, '\n', input->length - at);
    if (!end)
      return 0;
    at = pass_blanks(input, (size_t)(end - input->text) + 1);
    if (is_object_line(input, at))
      return 1;
  }
  return 0;
}

/* Lines of nothing before the next row are no rows. */
static void pass_blank_lines(zc_input *input) {
  const char *text = input->text;
  while (input->at < input->length) {
    size_t at = input->at;
    int is_long = text[at] == '\r' && at + 1 < input->length && text[at + 1] == '\n';
    if (text[at] != '\n' && !is_long)
      return;
    input->at += is_long ? 2 : 1;
    input->line++;
    input->blank++;
  }
}

/* What the file begins with, after any number of blank lines. */
static zc_status find_start(zc_input *input, zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  while (status == ZC_OK) {
    pass_blank_lines(input);
    if (input->has_ended || input->length - input->at >= SAMPLE_BYTES)
      break;
    status = fill(input, diag);
  }
  return status;
}

static zc_status settle_form(zc_input *input, zc_diagnostics *diag) {
  size_t at = pass_blanks(input, input->at), inner = pass_blanks(input, at + 1);
  int is_json = has_objects(input);
  input->form = is_json ? ZC_FORM_NDJSON : ZC_FORM_CSV;
  if (inner < input->length && input->text[at] == '[' && input->text[inner] == '{') {
    return zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = input->name},
                     "这是一个 JSON 数组；请写成每行一个对象，不要方括号和行尾的逗号",
                     "this is a JSON array; write an object a line, without brackets around them "
                     "and commas between them");
  }
  return ZC_OK;
}

/* The start of a text whose file is open. */
static zc_status open_text(zc_input *input, const char *encoding, zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  while (status == ZC_OK && !input->has_ended && input->length < SAMPLE_BYTES)
    status = fill(input, diag);
  if (status == ZC_OK)
    status = settle_encoding(input, encoding, diag);
  if (status == ZC_OK)
    status = find_start(input, diag);
  if (status == ZC_OK)
    status = settle_form(input, diag);
  if (status == ZC_OK && input->at == input->length) {
    status = zc_report(diag, ZC_BAD_INPUT, &(zc_where){.file = input->name},
                       "没有内容；请写列名一行和各人各一行，或每行一个 JSON 对象",
                       "there is nothing in it; write a line of column names and a line for each "
                       "person, or a JSON object a line");
  }
  return status;
}

static zc_status open_file(zc_input *input, const char *name, zc_diagnostics *diag) {
  *input = (zc_input){.name = name, .file.file = -1, .line = 1};
  zc_status status = zc_office_file_open(&input->file, name, diag);
  input->size = input->file.size;
  return status;
}

zc_status zc_input_open(zc_input *input, const char *name, const char *encoding,
                        zc_diagnostics *diag) {
  zc_status status = open_file(input, name, diag);
  return status == ZC_OK ? open_text(input, encoding, diag) : status;
}

static int is_table(const zc_office_file *file) {
  const char *mark = file->start;
  int is_wide = file->start_length >= 2 &&
                (memcmp(mark, "\xFF\xFE", 2) == 0 || memcmp(mark, "\xFE\xFF", 2) == 0);
  return file->kind == ZC_OFFICE_XLSX || file->kind == ZC_OFFICE_XLS || is_wide;
}

zc_status zc_input_open_office(zc_input *input, const char *name, const char *encoding,
                               const char *sheet, zc_diagnostics *diag) {
  zc_status status = open_file(input, name, diag);
  if (status != ZC_OK)
    return status;
  input->sheet = sheet;
  input->encoding = encoding;
  input->is_table = is_table(&input->file);
  if (input->is_table) {
    input->form = ZC_FORM_CSV;
    return ZC_OK;
  }
  return sheet ? zc_report(diag, ZC_BAD_INPUT, NULL, "--sheet 只用于工作簿；请去掉",
                           "--sheet is for workbooks; leave it out")
               : open_text(input, encoding, diag);
}

void zc_input_close(zc_input *input) {
  zc_table_source_close(input->source);
  if (input->name)
    zc_office_file_close(&input->file);
  zc_decoder_close(&input->decoder);
  zc_free(input->raw);
  zc_free(input->text);
  zc_buffer_free(&input->row);
  *input = (zc_input){.file.file = -1};
}

/* ---- chunks ---- */

static zc_csv_piece cut(const zc_input *input, size_t length, uint32_t most, int final) {
  const char *text = input->text + input->at;
  return input->form == ZC_FORM_CSV ? zc_csv_cut(text, length, most, final)
                                    : zc_line_cut(text, length, most, final);
}

/* The next rows, or the next row; length 0: more has to be read. */
static zc_csv_piece find_piece(zc_input *input) {
  size_t there = input->length - input->at;
  size_t some = there < CHUNK_BYTES ? there : CHUNK_BYTES;
  zc_csv_piece piece = cut(input, some, ZC_CHUNK_ROWS, input->has_ended && some == there);
  if (piece.length == 0 && some < there)
    piece = cut(input, there, 1, input->has_ended);
  if (piece.length == 0 && there >= AHEAD_BYTES) {
    piece = cut(input, there, 1, 1);
    input->is_skipping = input->text[input->at + piece.length - 1] != '\n';
  }
  return piece;
}

zc_status zc_input_make_room(zc_batch_job *job, size_t length, zc_diagnostics *diag) {
  size_t least = length > CHUNK_BYTES ? length : CHUNK_BYTES;
  if (job->room >= length + ZC_CHUNK_PADDING)
    return ZC_OK;
  zc_free(job->text);
  job->room = least + ZC_CHUNK_PADDING;
  job->text = zc_alloc(job->room);
  if (job->text)
    return ZC_OK;
  job->room = 0;
  return zc_report_memory(diag);
}

static zc_status take_piece(zc_input *input, const zc_csv_piece *piece, zc_batch_job *job,
                            zc_diagnostics *diag) {
  size_t length = piece->length;
  job->is_long = piece->rows == 1 && length > ZC_ROW_LIMIT;
  size_t copied = job->is_long ? 1 : length;
  zc_status status = zc_input_make_room(job, copied, diag);
  if (status != ZC_OK)
    return status;
  memcpy(job->text, input->text + input->at, copied);
  memset(job->text + copied, 0, ZC_CHUNK_PADDING);
  job->length = copied;
  job->first_line = input->line;
  job->bytes_read = input->bytes_read;
  input->at += length;
  input->line += piece->lines;
  return ZC_OK;
}

static void skip(zc_input *input) {
  const char *from = input->text + input->at;
  const char *end = memchr(from, '\n', input->length - input->at);
  input->at = end ? (size_t)(end - input->text) + 1 : input->length;
  input->line += end != NULL;
  input->is_skipping = !end && !input->has_ended;
}

zc_status zc_input_next(zc_input *input, zc_batch_job *job, zc_diagnostics *diag) {
  zc_status status = ZC_OK;
  job->length = 0;
  if (input->source)
    return zc_input_next_table(input, job, diag);
  while (status == ZC_OK) {
    if (input->is_skipping)
      skip(input);
    else
      pass_blank_lines(input);
    if (!input->has_ended && input->length - input->at < CHUNK_BYTES)
      status = fill(input, diag);
    if (status != ZC_OK || input->is_skipping)
      continue;
    zc_csv_piece piece = find_piece(input);
    if (piece.length > 0)
      return take_piece(input, &piece, job, diag);
    if (input->has_ended)
      break;
    status = fill(input, diag);
  }
  return status;
}

zc_status zc_input_header(zc_input *input, zc_csv_header *header, zc_diagnostics *diag) {
  zc_csv_piece piece = {0};
  while (piece.length == 0) {
    size_t there = input->length - input->at;
    piece = cut(input, there, 1, input->has_ended || there > ZC_ROW_LIMIT);
    zc_status status = piece.length == 0 ? fill(input, diag) : ZC_OK;
    if (status != ZC_OK)
      return status;
  }
  zc_status status =
      zc_csv_header_read(header, input->name, input->text + input->at, piece.length, diag);
  input->at += piece.length;
  input->line += piece.lines;
  return status;
}

/* The first rows of the text, at most ZC_HEADING_ROWS, as far as they lie within ZC_ROW_LIMIT. */
zc_status zc_input_first_rows(zc_input *input, zc_csv_piece *piece, zc_diagnostics *diag) {
  for (;;) {
    size_t there = input->length - input->at;
    int is_all = input->has_ended || there > ZC_ROW_LIMIT;
    *piece = zc_csv_cut(input->text + input->at, there, ZC_HEADING_ROWS, is_all);
    if (is_all || (piece->length > 0 && piece->rows == ZC_HEADING_ROWS))
      return ZC_OK;
    zc_status status = fill(input, diag);
    if (status != ZC_OK)
      return status;
  }
}
