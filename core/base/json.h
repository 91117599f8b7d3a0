/* SPDX-License-Identifier: Apache-2.0 */
/* Reading JSON with jansson, safely where memory runs out. */
#ifndef ZC_BASE_JSON_H
#define ZC_BASE_JSON_H

#include <jansson.h>
#include <stddef.h>

/* Like json_loadb, with two differences: whenever an allocation fails the result is NULL and
 * json_error_code(error) is json_error_out_of_memory, whatever else jansson would call it; and
 * jansson's lexer, which goes on after a failed growth of its buffer and then reads and writes
 * past its end (2.14, lex_save), is never refused that growth. `error` is never NULL. */
json_t *zc_json_load(const char *bytes, size_t length, size_t flags, json_error_t *error);

/* What jansson allocates with; zc_memory_setup hands them over. */
void *zc_json_alloc(size_t size);
void zc_json_free(void *block);

#endif
