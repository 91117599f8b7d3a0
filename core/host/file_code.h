/* SPDX-License-Identifier: Apache-2.0 */
/* What a plugin's file asks of the dynamic linker: code to run when it is opened or closed, other
 * libraries, symbols. Read from the bytes of a file that zc_file_check has accepted; nothing of it
 * is run. */
#ifndef ZC_HOST_FILE_CODE_H
#define ZC_HOST_FILE_CODE_H

#include "base/diagnostics.h"

#include <stddef.h>

typedef struct zc_file_code {
  uint32_t starts, ends;    /* functions run at opening and closing, the compiler's left out */
  int has_usual;            /* the compiler's own start-up code, which a default link adds */
  int has_resolvers;        /* IFUNC: functions that choose addresses at opening */
  int has_text_relocations; /* code that is rewritten at opening */
  int has_writable_object;  /* zc_plugin lies where it can be written to */
  uint32_t libraries;       /* needed beside the C library */
} zc_file_code;

void zc_file_code_read(const unsigned char *bytes, size_t length, zc_file_code *code);

/* Whether opening the file runs anything but the dynamic linker. */
static inline int zc_file_code_runs(const zc_file_code *code) {
  return code->starts || code->ends || code->has_usual || code->has_resolvers || code->libraries;
}

/* Whether the dynamic linker, opening the file, would write to an address that is none of the
 * file's own: it looks at none before it writes. *address is the first. */
int zc_file_has_stray(const unsigned char *bytes, size_t length, uint64_t *address);

typedef enum zc_file_name {
  ZC_FILE_EXPORTS = 0, /* symbols that others see */
  ZC_FILE_IMPORTS,     /* symbols that others have to give; weak ones are left out */
  ZC_FILE_LIBRARIES    /* "libm.so.6" */
} zc_file_name;
/* Calls `each` with every name of that kind; it lives as long as the bytes. */
void zc_file_names(const unsigned char *bytes, size_t length, zc_file_name which,
                   void (*each)(void *context, const char *name), void *context);

#endif
