/* SPDX-License-Identifier: Apache-2.0 */
/* NDJSON: one JSON object of facts a line. Members that are no facts are kept as they are. */
#ifndef ZC_FACTS_NDJSON_H
#define ZC_FACTS_NDJSON_H

#include "facts/facts.h"

struct json_t;

/* One line as an object; *object is the caller's to json_decref. ZC_BAD_INPUT (reported without a
 * place) where it is none; ZC_NO_RESOURCE. */
zc_status zc_ndjson_parse(const char *text, size_t length, struct json_t **object,
                          zc_diagnostics *diag);

/* Stores the members that are facts; all that are wrong are reported, then ZC_BAD_INPUT. The member
 * `region_name` (may be NULL) and the id are none. */
zc_status zc_ndjson_facts(const struct json_t *object, const char *region_name, zc_facts *facts,
                          zc_diagnostics *diag);

/* The member `id`, or `编号`; NULL: none. */
const struct json_t *zc_ndjson_id(const struct json_t *object);

/* Whether the member is kept: no fact of the vocabulary, and not the id. */
int zc_ndjson_is_kept(const zc_vocabulary *v, const char *region_name, const char *name,
                      size_t length);

/* A value as compact JSON. */
void zc_ndjson_write(zc_buffer *out, const struct json_t *value);

#endif
