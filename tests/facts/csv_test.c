/* SPDX-License-Identifier: Apache-2.0 */
/* CSV as rows and fields, its header, its encodings, and its values as columns. */
#include "base/integers.h"
#include "base/memory.h"
#include "facts/csv_column.h"
#include "facts/csv_header.h"
#include "facts/encoding.h"
#include "facts/reader.h"
#include "support/random.h"
#include "tests.h"

#include <stdlib.h>
#include <string.h>

/* The text in a block of its own with the padding behind it. */
static char *padded(const char *text, size_t length) {
  char *copy = malloc(length + ZC_CHUNK_PADDING);
  CU_ASSERT_PTR_NOT_NULL_FATAL(copy);
  memcpy(copy, text, length);
  memset(copy + length, '9', ZC_CHUNK_PADDING);
  return copy;
}

/* Rows as "line:field|field;" and, for a row with a fault, "line!fault;". */
static void show_rows(zc_buffer *out, const char *text, size_t length, uint32_t wanted) {
  zc_csv_fields fields = {0};
  char *copy = padded(text, length);
  CU_ASSERT_EQUAL_FATAL(zc_csv_fields_make(&fields), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_csv_split(&fields, copy, length, wanted), ZC_OK);
  for (uint32_t r = 0; r < fields.rows; r++) {
    zc_buffer_printf(out, "%u%s", fields.line[r] + 1, fields.fault[r] ? "!" : ":");
    if (fields.fault[r] != ZC_ROW_FINE)
      zc_buffer_printf(out, "%u", fields.fault[r]);
    for (uint32_t i = 0; i < wanted && fields.fault[r] == ZC_ROW_FINE; i++) {
      char room[256];
      zc_csv_field value = zc_csv_value(zc_csv_field_at(&fields, r, i), room);
      zc_buffer_puts(out, i ? "|" : "");
      zc_buffer_add(out, value.text, value.length);
    }
    zc_buffer_putc(out, ';');
  }
  zc_csv_fields_free(&fields);
  free(copy);
}

static void check_rows(const char *text, size_t length, uint32_t wanted, const char *expected,
                       unsigned line) {
  zc_buffer out = {0};
  char condition[512];
  show_rows(&out, text, length, wanted);
  const char *got = zc_buffer_text(&out);
  snprintf(condition, sizeof condition, "rows are %s, expected %s", got, expected);
  CU_assertImplementation(!strcmp(got, expected), line, condition, __FILE__, "", CU_FALSE);
  zc_buffer_free(&out);
}
#define ROWS(text, wanted, expected) check_rows(text, sizeof(text) - 1, wanted, expected, __LINE__)

static void rows_end_with_line_breaks(void) {
  ROWS("a,b\nc,d\n", 2, "1:a|b;2:c|d;");
  ROWS("a,b\r\nc,d\r\n", 2, "1:a|b;2:c|d;");
  ROWS("a,b\nc,d", 2, "1:a|b;2:c|d;");
  ROWS("a,b\nc,d\r", 2, "1:a|b;2:c|d;");
  ROWS("a,b\nc,\"d\"\r", 2, "1:a|b;2:c|d;");
  ROWS("a,\n,d", 2, "1:a|;2:|d;");
  ROWS("a,\r\n,\r\n", 2, "1:a|;2:|;");
  ROWS("a,", 2, "1:a|;");
  ROWS("1234567890123456789012345678901234567890123456789012345678901234,b\nc,d\n", 2,
       "1:1234567890123456789012345678901234567890123456789012345678901234|b;2:c|d;");
}

static void quotes_hold_commas_breaks_and_quotes(void) {
  ROWS("\"a,b\",c\n\"d\ne\",\"f\"\"g\"\nh,i\n", 2, "1:a,b|c;2:d\ne|f\"g;4:h|i;");
  ROWS("\"\",\"\"\"\"\r\n", 2, "1:|\";");
  ROWS("a\"b,c\"\n", 2, "1:a\"b|c\";");
  ROWS("\"a\"", 1, "1:a;");
}

static void rows_that_are_none_are_told_apart(void) {
  ROWS("a,b\n\nc\nd,e,f\ng,h\n", 2, "1:a|b;2!1;3!2;4!3;5:g|h;");
  ROWS("a\n\r\nb\n", 1, "1:a;2!1;3:b;");
  ROWS("a,b\n\xFF,c\nd,e\n", 2, "1:a|b;2!5;3:d|e;");
  ROWS("a,b\nc\0,c\nd,\xE5\xAD\xA6\n", 2, "1:a|b;2!6;3:d|\xE5\xAD\xA6;");
}

static void a_bad_quote_costs_one_line(void) {
  ROWS("a,b\n\"c,d\ne,f\n", 2, "1:a|b;2!4;3:e|f;");
  ROWS("a,b\n\"c\"d,e\nf,g\n", 2, "1:a|b;2!4;3:f|g;");
  ROWS("\"a\nb,c\n\"d\"x\n", 2, "1!4;2:b|c;3!4;");
}

static void check_cut(const char *text, uint32_t most, int final, size_t length, uint32_t rows,
                      uint32_t lines) {
  zc_csv_piece piece = zc_csv_cut(text, strlen(text), most, final);
  CU_ASSERT_EQUAL(piece.length, length);
  CU_ASSERT_EQUAL(piece.rows, rows);
  CU_ASSERT_EQUAL(piece.lines, lines);
}

static void chunks_end_between_rows(void) {
  check_cut("a,b\nc,d\ne", ZC_CHUNK_ROWS, 0, 8, 2, 2);
  check_cut("a,b\nc,d\ne", ZC_CHUNK_ROWS, 1, 9, 3, 2);
  check_cut("a,b\nc,d\ne", 1, 0, 4, 1, 1);
  check_cut("a,\"b\nc\",d\ne", ZC_CHUNK_ROWS, 0, 10, 1, 2);
  check_cut("a,\"b\nc", ZC_CHUNK_ROWS, 0, 0, 0, 0);
  check_cut("a,\"b\nc\"\nd", ZC_CHUNK_ROWS, 0, 8, 1, 2);
  check_cut("a\n\"b\nc", ZC_CHUNK_ROWS, 0, 2, 1, 1);
  check_cut("a\n\"b\nc", ZC_CHUNK_ROWS, 1, 6, 3, 2);
  check_cut("", ZC_CHUNK_ROWS, 1, 0, 0, 0);
}

static void check_header(const char *text, zc_status status, const char *messages, unsigned line) {
  zc_csv_header header;
  zc_diagnostics diag = {0};
  zc_vocabulary v;
  char condition[512], *copy = padded(text, strlen(text));
  CU_ASSERT_EQUAL_FATAL(zc_vocabulary_init(&v, NULL, NULL), ZC_OK);
  zc_status got = zc_csv_header_read(&header, "f", copy, strlen(text), &diag);
  if (got == ZC_OK)
    got = zc_csv_header_check(&header, "f", &v, &diag);
  for (uint32_t i = 0; got == ZC_OK && i < header.count; i++)
    if (zc_csv_header_fact(&header, i, &v) < 0 && (int32_t)i != header.id)
      zc_csv_header_warn(&header, i, "f", &v, &diag);
  snprintf(condition, sizeof condition, "%d: %s", (int)got, zc_diagnostics_text(&diag));
  CU_assertImplementation(got == status && !strcmp(zc_diagnostics_text(&diag), messages), line,
                          condition, __FILE__, "", CU_FALSE);
  zc_csv_header_free(&header);
  zc_vocabulary_free(&v);
  zc_diagnostics_free(&diag);
  free(copy);
}

static void columns_are_named_like_facts(void) {
  check_header("id,track,note\n", ZC_OK, "", __LINE__);
  check_header("编号, 申报类别 ,\"学历\"\n", ZC_OK, "", __LINE__);
  check_header("id,educatoin\n", ZC_OK,
               "f:1: warning: \"educatoin\" is no fact and the column is kept as it is; if "
               "education is meant, correct the name\n",
               __LINE__);
  check_header("id,编号\n", ZC_BAD_INPUT,
               "f:1: error: the columns id and 编号 both hold the ids; keep one\n", __LINE__);
  check_header("a,b,a\n", ZC_BAD_INPUT,
               "f:1: error: columns 1 and 3 are both named \"a\"; rename or remove one\n",
               __LINE__);
  check_header("education,学历\n", ZC_BAD_INPUT,
               "f:1: error: the columns \"education\" and \"学历\" are the same fact, education; "
               "keep one\n",
               __LINE__);
  check_header("\n", ZC_BAD_INPUT,
               "f:1: error: the first line is empty; write the names of the columns, such as "
               "id,track,target_level\n",
               __LINE__);
}

/* A region's own fact may have the label of another one. */
static void a_label_of_two_facts_names_no_column(void) {
  zc_vocabulary v;
  static const char text[] = "学历,ethics_passed\n";
  char *copy = padded(text, strlen(text));
  zc_csv_header header;
  zc_diagnostics diag = {0};
  CU_ASSERT_EQUAL_FATAL(zc_vocabulary_init(&v, NULL, NULL), ZC_OK);
  v.facts[ZC_F_ethics_passed].zh = v.facts[ZC_F_education].zh;
  CU_ASSERT_EQUAL_FATAL(zc_csv_header_read(&header, "f", copy, strlen(text), &diag), ZC_OK);
  CU_ASSERT_EQUAL(zc_csv_header_check(&header, "f", &v, &diag), ZC_BAD_INPUT);
  CU_ASSERT_STRING_EQUAL(
      zc_diagnostics_text(&diag),
      "f:1: error: \"学历\" is the label of two facts, education and ethics_passed; "
      "name the column as the fact\n");
  zc_vocabulary_free(&v);
  zc_csv_header_free(&header);
  zc_diagnostics_free(&diag);
  free(copy);
}

static void the_encoding_is_found_out(void) {
  static const char utf8[] = "id,名称\n1,学校\n2,x\n", gb[] = "id,\xC3\xFB\xB3\xC6\n1,\xD1\xA7\n";
  static const char spoilt[] = "id,名称\n1,学校\n2,\xC3\xFB\n", broken[] = "id\n\xFF\n";
  CU_ASSERT_EQUAL(zc_encoding_guess(utf8, sizeof utf8 - 1), ZC_UTF8);
  CU_ASSERT_EQUAL(zc_encoding_guess(gb, sizeof gb - 1), ZC_GB18030);
  CU_ASSERT_EQUAL(zc_encoding_guess(spoilt, sizeof spoilt - 1), ZC_UTF8);
  CU_ASSERT_EQUAL(zc_encoding_guess(broken, sizeof broken - 1), ZC_UTF8);
}

/* Decodes with pieces of `step` bytes. */
static void decode_in_steps(const char *bytes, size_t length, size_t step, const char *expected) {
  zc_decoder decoder;
  char out[64];
  size_t at = 0, made = 0, used;
  CU_ASSERT_EQUAL_FATAL(zc_decoder_open(&decoder, ZC_GB18030, NULL), ZC_OK);
  for (size_t end = step; at < length; end += step) {
    size_t stop = end < length ? end : length;
    made += zc_decode(&decoder, bytes + at, stop - at, stop == length, out + made,
                      sizeof out - made, &used);
    at += used;
  }
  CU_ASSERT_EQUAL(made, strlen(expected));
  CU_ASSERT(!memcmp(out, expected, made));
  zc_decoder_close(&decoder);
}

static void gb18030_is_decoded_piece_by_piece(void) {
  static const char text[] = "\xD1\xA7,\x81\x39\xEE\x39,a\xFF"
                             "b\xB3\xC6";
  for (size_t step = 1; step < sizeof text; step++)
    decode_in_steps(text, sizeof text - 1, step,
                    "学,㐀,a\xFF"
                    "b称");
  decode_in_steps("a\xB3", 2, 2, "a\xFF");
}

/* ---- values ---- */

/* Fields that readers could take for right, and some that are. */
static void draw_value(zc_buffer *out, zc_random *random, const zc_vocabulary *v, uint32_t fact) {
  static const char *const odd[] = {
      "",           "true",      "false", "True",   "0",      "-1",       "007",
      "12345678",   "123456789", "+5",    "1.0",    " 1",     "10 ",      "2024-02-29",
      "2023-02-29", "451229",    "x",     "\"\"",   "\"36\"", "\"true\"", "99999999999999999999",
      "9",          "truea",     "fals",  "falsee", "1e2",    "0x1",      "guangxi"};
  const zc_fact *f = &v->facts[fact];
  uint32_t kind = zc_random_below(random, 3);
  if (kind == 0) {
    zc_buffer_puts(out, odd[zc_random_below(random, sizeof odd / sizeof odd[0])]);
  } else if (f->type == ZC_ENUM) {
    const zc_enum *e = &v->enums[f->enumeration];
    zc_buffer_puts(out, e->words[zc_random_below(random, e->count)].word);
    zc_buffer_puts(out, zc_random_below(random, 8) ? "" : "s");
  } else if (f->type == ZC_BOOL) {
    zc_buffer_puts(out, zc_random_below(random, 2) ? "true" : "false");
  } else {
    zc_buffer_int(out, (int64_t)zc_random_below(random, kind == 1 ? 2000 : 2000000000));
  }
}

static int64_t value_at(const zc_fact_column *c, uint32_t row) {
  return c->width == 1   ? ((const int8_t *)c->values)[row]
         : c->width == 2 ? ((const int16_t *)c->values)[row]
         : c->width == 4 ? ((const int32_t *)c->values)[row]
                         : ((const int64_t *)c->values)[row];
}

/* A column has what zc_csv_read_fact, and so zc_read_text, says of each row. */
static void compare_column(const zc_csv_reader *reader, const zc_csv_rows *rows,
                           const zc_fact_column *column, zc_facts *facts) {
  for (uint32_t i = 0; i < rows->count; i++) {
    zc_facts_clear(facts);
    zc_status status = zc_csv_read_fact(reader, rows->fields, i, facts, NULL);
    int refused = rows->fields->fault[i] == ZC_ROW_VALUES;
    int known = (int)(column->known[i / 64] >> i % 64 & 1);
    int same = refused == (status != ZC_OK) && (refused || known == facts->given[reader->fact]);
    if (same && !refused && known) {
      zc_slot slot = facts->slots[reader->fact];
      same = value_at(column, i) == slot.lo &&
             (!column->highest || zc_integer_at(column->highest, column->width, i) == slot.hi);
    }
    if (!same)
      printf("\n%s: row %u, field %.*s\n", facts->vocabulary->facts[reader->fact].name, i,
             (int)zc_csv_field_at(rows->fields, i, reader->field).length,
             zc_csv_field_at(rows->fields, i, reader->field).text);
    CU_ASSERT_TRUE_FATAL(same);
  }
}

static void read_fact(const zc_vocabulary *v, uint32_t fact, zc_random *random, zc_facts *facts) {
  enum { ROWS = 500 };
  zc_buffer text = {0};
  zc_csv_fields fields = {0};
  zc_csv_reader reader;
  zc_fact_column column;
  uint32_t numbers[ROWS];
  for (uint32_t i = 0; i < ROWS; i++) {
    numbers[i] = i;
    zc_buffer_puts(&text, "x,");
    draw_value(&text, random, v, fact);
    zc_buffer_puts(&text, i % 3 ? "\n" : "\r\n");
  }
  char *copy = padded(text.data, text.length);
  CU_ASSERT_EQUAL_FATAL(zc_csv_fields_make(&fields), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_csv_split(&fields, copy, text.length, 2), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_csv_reader_make(&reader, v, fact, 1), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_fact_column_make(&column, v, fact, ROWS), ZC_OK);
  zc_csv_rows rows = {&fields, fields.rows, fields.first, fields.start, numbers};
  CU_ASSERT_EQUAL(fields.rows, ROWS);
  zc_csv_read_columns(&reader, 1, &rows, &column);
  compare_column(&reader, &rows, &column, facts);
  zc_fact_column_free(&column);
  zc_csv_reader_free(&reader);
  zc_csv_fields_free(&fields);
  free(copy);
  zc_buffer_free(&text);
}

static void columns_have_the_values_of_the_text_reader(void) {
  zc_vocabulary v;
  zc_facts facts;
  zc_random random = zc_random_of("csv", 7);
  CU_ASSERT_EQUAL_FATAL(zc_vocabulary_init(&v, NULL, NULL), ZC_OK);
  CU_ASSERT_EQUAL_FATAL(zc_facts_init(&facts, &v, NULL), ZC_OK);
  for (uint32_t fact = 0; fact < v.fact_count; fact++)
    read_fact(&v, fact, &random, &facts);
  zc_facts_free(&facts);
  zc_vocabulary_free(&v);
}

/* Of lines, unlike of CSV, no byte but the line break has a meaning, wherever it stands. */
static void lines_are_cut_at_their_ends_alone(void) {
  for (int byte = 0; byte < 256; byte++)
    for (size_t at = 0; at < 100 && byte != '\n'; at += 33) {
      char text[202];
      memset(text, 'a', sizeof text);
      text[100] = text[201] = '\n';
      text[at] = (char)byte;
      text[101 + at] = (char)byte;
      zc_csv_piece piece = zc_line_cut(text, sizeof text, ZC_CHUNK_ROWS, 0);
      CU_ASSERT(piece.length == sizeof text && piece.rows == 2 && piece.lines == 2);
    }
}

void test_facts_csv(CU_pSuite suite) {
  CU_add_test(suite, "rows end with LF, CRLF or the end of the file", rows_end_with_line_breaks);
  CU_add_test(suite, "quoted fields hold commas, line breaks and quotes",
              quotes_hold_commas_breaks_and_quotes);
  CU_add_test(suite, "empty lines, missing and surplus fields, bad bytes and NULs are told apart",
              rows_that_are_none_are_told_apart);
  CU_add_test(suite, "a bad quote costs one line and not the rest", a_bad_quote_costs_one_line);
  CU_add_test(suite, "chunks end between rows", chunks_end_between_rows);
  CU_add_test(suite, "lines are cut at their ends alone, whatever stands in them",
              lines_are_cut_at_their_ends_alone);
  CU_add_test(suite, "a label of two facts names no column", a_label_of_two_facts_names_no_column);
  CU_add_test(suite, "columns are named like facts, by name or Chinese label",
              columns_are_named_like_facts);
  CU_add_test(suite, "the encoding is found out by the lines that are not ASCII",
              the_encoding_is_found_out);
  CU_add_test(suite, "GB18030 is decoded piece by piece, and wrong bytes stay wrong",
              gb18030_is_decoded_piece_by_piece);
  CU_add_test(suite, "columns have the values that the reader of texts reads",
              columns_have_the_values_of_the_text_reader);
}
