/* SPDX-License-Identifier: Apache-2.0 */
#include "facts/ndjson.h"
#include "base/json.h"
#include "facts/reader.h"
#include <string.h>

static zc_status report_syntax(const json_error_t *error, zc_diagnostics *diag) {
  switch (json_error_code(error)) {
  case json_error_out_of_memory:
    return zc_report_memory(diag);
  case json_error_duplicate_key:
    return zc_report(diag, ZC_BAD_INPUT, NULL, "第 %d 列附近：同一个名称写了两次；请只留一个",
                     "near column %d: a name stands twice; keep one", error->column);
  case json_error_premature_end_of_input:
    return zc_report(diag, ZC_BAD_INPUT, NULL, "这一行的 JSON 没有写完；请补上结尾的引号或括号",
                     "the JSON of this line has no end; add the closing quote or bracket");
  case json_error_null_character:
  case json_error_null_byte_in_key:
    return zc_report(diag, ZC_BAD_INPUT, NULL, "文字里有 \\u0000，不能接受；请删去",
                     "a text has \\u0000, which is not accepted; remove it");
  case json_error_numeric_overflow:
    return zc_report(diag, ZC_BAD_INPUT, NULL, "第 %d 列附近的数太大；请改小，或写成文字",
                     "near column %d: the number is too large; write a smaller one, or a text",
                     error->column);
  case json_error_stack_overflow:
    return zc_report(diag, ZC_BAD_INPUT, NULL, "第 %d 列附近：括号套得太深；请减少层数",
                     "near column %d: the brackets are nested too deep; nest fewer", error->column);
  default:
    return zc_report(diag, ZC_BAD_INPUT, NULL,
                     "第 %d 列附近不是合格的 JSON；每行应是一个 JSON 对象",
                     "near column %d this is no JSON; each line is one JSON object", error->column);
  }
}

zc_status zc_ndjson_parse(const char *text, size_t length, json_t **object, zc_diagnostics *diag) {
  json_error_t error;
  *object = zc_json_load(text, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
  if (!*object)
    return report_syntax(&error, diag);
  if (json_is_object(*object))
    return ZC_OK;
  json_decref(*object);
  *object = NULL;
  return zc_report(diag, ZC_BAD_INPUT, NULL,
                   "这一行不是 JSON 对象；应如 {\"id\": \"1\", \"track\": \"general\"}",
                   "this line is no JSON object; one looks like {\"id\": \"1\", \"track\": "
                   "\"general\"}");
}

static zc_status report_value(uint32_t fact, zc_fault fault, const json_t *value,
                              const zc_vocabulary *v, zc_diagnostics *diag) {
  if (fault != ZC_FAULT_TYPE && json_is_string(value))
    return zc_report_fault(diag, NULL, v, fact, fault, json_string_value(value),
                           json_string_length(value));
  zc_buffer shown = {0};
  zc_ndjson_write(&shown, value);
  zc_status status = shown.failed
                         ? zc_report_memory(diag)
                         : zc_report_fault(diag, NULL, v, fact, fault, shown.data, shown.length);
  zc_buffer_free(&shown);
  return status;
}

int zc_ndjson_is_kept(const zc_vocabulary *v, const char *region_name, const char *name,
                      size_t length) {
  if (zc_is_id_name(name))
    return 0;
  return (region_name && !strcmp(name, region_name)) || zc_fact_find(v, name, length) < 0;
}

zc_status zc_ndjson_facts(const json_t *object, const char *region_name, zc_facts *facts,
                          zc_diagnostics *diag) {
  zc_status worst = ZC_OK;
  json_t *members = (json_t *)object; /* jansson reads it only */
  for (void *at = json_object_iter(members); at; at = json_object_iter_next(members, at)) {
    const char *name = json_object_iter_key(at);
    size_t length = json_object_iter_key_len(at);
    const json_t *value = json_object_iter_value(at);
    if (zc_is_id_name(name) || zc_ndjson_is_kept(facts->vocabulary, region_name, name, length) ||
        json_is_null(value))
      continue;
    uint32_t fact = (uint32_t)zc_fact_find(facts->vocabulary, name, length);
    zc_fault fault = zc_facts_put_json(facts, fact, value, NULL);
    zc_status status = fault == ZC_FINE ? ZC_OK
                       : fault == ZC_FAULT_MEMORY
                           ? zc_report_memory(diag)
                           : report_value(fact, fault, value, facts->vocabulary, diag);
    worst = status > worst ? status : worst;
  }
  return worst;
}

const json_t *zc_ndjson_id(const json_t *object) {
  const json_t *id = json_object_get(object, "id");
  return id ? id : json_object_get(object, "编号");
}

static int add_text(const char *text, size_t length, void *buffer) {
  zc_buffer_add(buffer, text, length);
  return 0;
}

void zc_ndjson_write(zc_buffer *out, const json_t *value) {
  if (json_dump_callback(value, add_text, out, JSON_COMPACT | JSON_ENCODE_ANY))
    out->failed = 1;
}
