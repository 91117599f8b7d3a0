/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/encoding.h"
#include "base/words.h"
#include <errno.h>
#include <iconv.h>
#include <string.h>

/* Bytes of the GB 18030 character that starts here; 0: none that could be one. */
static size_t gb_character(const unsigned char *s, size_t left) {
  if (s[0] < 0x80)
    return 1;
  if (s[0] == 0x80 || s[0] == 0xFF || left < 2)
    return 0;
  if (s[1] >= 0x40 && s[1] != 0x7F && s[1] != 0xFF)
    return 2;
  int four = left >= 4 && s[1] >= 0x30 && s[1] <= 0x39 && s[2] >= 0x81 && s[2] <= 0xFE &&
             s[3] >= 0x30 && s[3] <= 0x39;
  return four ? 4 : 0;
}

static int is_gb(const char *text, size_t length) {
  size_t at = 0;
  while (at < length) {
    size_t size = gb_character((const unsigned char *)text + at, length - at);
    if (!size)
      return 0;
    at += size;
  }
  return 1;
}

/* Pairs of GB 18030 often are pairs of UTF-8 as well; its longer characters are hardly ever. */
static int has_long(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if ((unsigned char)text[i] >= 0xE0)
      return 1;
  return 0;
}

static int is_ascii(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++)
    if ((unsigned char)text[i] >= 0x80)
      return 0;
  return 1;
}

/* Lines that are not ASCII, by what they can be. */
typedef struct line_counts {
  size_t utf8, gb, neither;
} line_counts;

static line_counts count_lines(const char *bytes, size_t length) {
  line_counts counts = {0};
  for (size_t at = 0; at < length;) {
    const char *line = bytes + at, *end = memchr(line, '\n', length - at);
    size_t size = end ? (size_t)(end - line) : length - at;
    at += size + 1;
    if (!end && at > 1 && counts.utf8 + counts.gb)
      break; /* the last line may be cut off within a character */
    if (is_ascii(line, size))
      continue;
    if (zc_utf8_valid(line, size) == size)
      counts.utf8 += has_long(line, size) || !is_gb(line, size);
    else if (is_gb(line, size))
      counts.gb++;
    else
      counts.neither++;
  }
  return counts;
}

zc_encoding zc_encoding_guess(const char *bytes, size_t length) {
  line_counts counts = count_lines(bytes, length);
  return counts.gb > counts.utf8 ? ZC_GB18030 : ZC_UTF8;
}

int zc_encoding_is_text(const char *bytes, size_t length) {
  line_counts counts = count_lines(bytes, length);
  return counts.neither <= counts.utf8 + counts.gb && !memchr(bytes, '\0', length);
}

const char *zc_encoding_name(zc_encoding encoding) {
  static const char *const names[] = {"utf-8", "gb18030", "utf-16le", "utf-16be"};
  return names[encoding];
}

size_t zc_encoding_mark(const char *bytes, size_t length, zc_encoding *encoding) {
  static const struct {
    const char *mark;
    size_t length;
    zc_encoding encoding;
  } marks[] = {
      {"\xEF\xBB\xBF", 3, ZC_UTF8}, {"\xFF\xFE", 2, ZC_UTF16LE}, {"\xFE\xFF", 2, ZC_UTF16BE}};
  for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
    if (length >= marks[i].length && memcmp(bytes, marks[i].mark, marks[i].length) == 0) {
      *encoding = marks[i].encoding;
      return marks[i].length;
    }
  }
  return 0;
}

zc_status zc_decoder_open(zc_decoder *decoder, zc_encoding encoding, zc_diagnostics *diag) {
  const char *name = zc_encoding_name(encoding);
  iconv_t handle = iconv_open("UTF-8", name);
  decoder->handle = NULL;
  decoder->unit = encoding == ZC_UTF16LE || encoding == ZC_UTF16BE ? 2 : 1;
  /* NOLINTNEXTLINE(performance-no-int-to-ptr): the value that POSIX says */
  if (handle == (iconv_t)-1)
    return zc_report(diag, ZC_NO_RESOURCE, NULL, "本机的 C 库不能转换 %s；请先把文件另存为 UTF-8",
                     "the C library here cannot convert %s; save the file as UTF-8 first", name);
  decoder->handle = handle;
  return ZC_OK;
}

void zc_decoder_close(zc_decoder *decoder) {
  if (decoder->handle)
    iconv_close(decoder->handle);
  decoder->handle = NULL;
}

size_t zc_decode(zc_decoder *decoder, const char *bytes, size_t length, int final, char *out,
                 size_t room, size_t *used) {
  char *in = (char *)bytes, *to = out;
  size_t left = length, space = room;
  while (left) {
    size_t turned = iconv(decoder->handle, &in, &left, &to, &space);
    if (turned != (size_t)-1 || errno == E2BIG)
      break;
    if (errno == EINVAL && !final)
      break; /* the character goes on in the next piece */
    if (!space)
      break;
    size_t wrong = left < decoder->unit ? left : decoder->unit;
    *to++ = '\xFF';
    space--;
    in += wrong;
    left -= wrong;
    iconv(decoder->handle, NULL, NULL, NULL, NULL);
  }
  *used = length - left;
  return room - space;
}
