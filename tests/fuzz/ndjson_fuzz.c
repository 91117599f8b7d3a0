/* SPDX-License-Identifier: Apache-2.0 */
/* NDJSON: lines, objects, the facts among their members and what is kept. */
#include "facts/csv.h"
#include "facts/ndjson.h"
#include "fuzz.h"
#include "read_facts.h"
#include <jansson.h>
#include <stdlib.h>

static void read_line(zc_facts *facts, const char *text, size_t length) {
  zc_diagnostics diag = {0};
  zc_buffer kept = {0};
  json_t *object = NULL;
  zc_facts_clear(facts);
  zc_status status = zc_ndjson_parse(text, length, &object, &diag);
  if (status == ZC_OK) {
    status = zc_ndjson_facts(object, "region", facts, &diag);
    zc_ndjson_write(&kept, object);
    if (kept.failed)
      abort();
    zc_ndjson_id(object);
  }
  /* Whatever is refused says why. */
  if ((status != ZC_OK) != (diag.errors > 0))
    abort();
  json_decref(object);
  zc_buffer_free(&kept);
  zc_diagnostics_free(&diag);
}

void zc_fuzz_ndjson(const uint8_t *bytes, size_t length) {
  zc_csv_fields fields = {0};
  zc_facts facts = {0};
  const char *text = (const char *)bytes;
  if (zc_facts_init(&facts, zc_fuzz_vocabulary(), NULL) != ZC_OK ||
      zc_csv_fields_make(&fields) != ZC_OK)
    abort();
  while (length) {
    zc_csv_piece piece = zc_line_cut(text, length, ZC_CHUNK_ROWS, 1);
    if (!piece.length || zc_line_split(&fields, text, piece.length) != ZC_OK ||
        fields.rows != piece.rows)
      abort();
    for (uint32_t i = 0; i < fields.rows; i++) {
      zc_csv_field line = zc_csv_field_at(&fields, i, 0);
      if (fields.fault[i] == ZC_ROW_FINE)
        read_line(&facts, line.text, line.length);
    }
    text += piece.length;
    length -= piece.length;
  }
  zc_csv_fields_free(&fields);
  zc_facts_free(&facts);
}
