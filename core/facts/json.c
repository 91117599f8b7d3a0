/* SPDX-License-Identifier: Apache-2.0 */
/* Facts as one JSON object. An input that is right costs little beyond its parse; one that is wrong
 * is read a second time for its messages (json_explain.c). */
#include "base/json.h"
#include "base/memory.h"
#include "facts/reader.h"
#include <string.h>

static zc_fault read_value(const zc_vocabulary *v, uint32_t fact, const json_t *value,
                           zc_slot *slot) {
  const zc_fact *f = &v->facts[fact];
  if (f->type == ZC_BOOL) {
    if (!json_is_boolean(value))
      return ZC_FAULT_TYPE;
    int yes = json_is_true(value);
    *slot = (zc_slot){yes, yes};
    return ZC_FINE;
  }
  if (f->type == ZC_INT)
    return json_is_integer(value) ? zc_read_number(f, json_integer_value(value), slot)
                                  : ZC_FAULT_TYPE;
  if (!json_is_string(value))
    return ZC_FAULT_TYPE;
  if (!json_string_length(value))
    return ZC_FAULT_EMPTY;
  return zc_read_text(v, fact, json_string_value(value), json_string_length(value), slot);
}

zc_fault zc_facts_put_json(zc_facts *f, uint32_t fact, const json_t *value, const char *file) {
  zc_slot slot;
  zc_fault fault = read_value(f->vocabulary, fact, value, &slot);
  if (fault != ZC_FINE)
    return fault;
  struct zc_origin origin = {file, 0, ZC_MEDIUM_JSON};
  return zc_facts_store(f, fact, slot, json_string_value(value), json_string_length(value), origin);
}

/* Puts all members; stops at the first that is wrong. */
static zc_fault put_all(zc_facts *f, json_t *object, const char *file) {
  for (void *at = json_object_iter(object); at; at = json_object_iter_next(object, at)) {
    const char *key = json_object_iter_key(at);
    const json_t *value = json_object_iter_value(at);
    int32_t fact = zc_fact_find(f->vocabulary, key, json_object_iter_key_len(at));
    if (fact < 0)
      return ZC_FAULT_WORD;
    zc_fault fault =
        json_is_null(value) ? ZC_FINE : zc_facts_put_json(f, (uint32_t)fact, value, file);
    if (fault != ZC_FINE)
      return fault;
  }
  return ZC_FINE;
}

zc_status zc_facts_read_json(zc_facts *f, const char *name, const char *bytes, size_t length,
                             zc_diagnostics *diag) {
  const char *file = name ? zc_arena_copy(&f->arena, name, strlen(name)) : NULL;
  if (name && !file)
    return zc_report_memory(diag);
  json_error_t error;
  json_t *object = zc_json_load(bytes, length, JSON_REJECT_DUPLICATES, &error);
  if (!object && json_error_code(&error) == json_error_out_of_memory)
    return zc_report_memory(diag);
  zc_fault fault = ZC_FAULT_TYPE;
  if (json_is_object(object))
    fault = put_all(f, object, file);
  json_decref(object);
  if (fault == ZC_FINE)
    return ZC_OK;
  if (fault == ZC_FAULT_MEMORY)
    return zc_report_memory(diag);
  return zc_json_explain(f, file, bytes, length, diag);
}
