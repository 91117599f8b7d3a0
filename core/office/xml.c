/* SPDX-License-Identifier: Apache-2.0 */
#include "office/xml.h"

#include "base/memory.h"

#include <string.h>

enum { STEP_BYTES = 64 << 10, MOST_BYTES = 32 << 20 /* of a block; a name or value needs less */ };

static void *limited_realloc(void *block, size_t size) {
  return size > MOST_BYTES ? NULL : zc_realloc(block, size);
}

static void *limited_alloc(size_t size) {
  return limited_realloc(NULL, size);
}

static void XMLCALL on_start(void *data, const XML_Char *name, const XML_Char **attributes) {
  zc_xml *xml = data;
  if (!xml->is_stopped)
    xml->events.start(xml->context, zc_xml_local(name), attributes);
}

static void XMLCALL on_end(void *data, const XML_Char *name) {
  zc_xml *xml = data;
  if (!xml->is_stopped)
    xml->events.end(xml->context, zc_xml_local(name));
}

static void XMLCALL on_text(void *data, const XML_Char *text, int length) {
  zc_xml *xml = data;
  if (!xml->is_stopped)
    xml->events.text(xml->context, text, (size_t)length);
}

static void XMLCALL on_doctype(void *data, const XML_Char *name, const XML_Char *system,
                               const XML_Char *public_id, int has_internal) {
  zc_xml *xml = data;
  (void)name;
  (void)system;
  (void)public_id;
  (void)has_internal;
  zc_xml_stop(xml, zc_report(xml->diag, ZC_BAD_INPUT, &(zc_where){.file = xml->part.package->file},
                             "工作簿的部件 %s 有文档类型声明（DTD），不予读取；请用 Excel 或 WPS "
                             "打开后另存为 .xlsx",
                             "part %s of the workbook declares a document type (DTD), which is not "
                             "read; open it in a spreadsheet program and save it as .xlsx",
                             xml->name));
}

void zc_xml_stop(zc_xml *xml, zc_status status) {
  xml->is_stopped = 1;
  xml->status = status;
  xml->expat->XML_StopParser(xml->parser, XML_FALSE);
}

zc_status zc_xml_open(zc_xml *xml, const zc_package *package, int64_t index, const char *name,
                      const zc_xml_events *events, void *context, zc_diagnostics *diag) {
  static const XML_Memory_Handling_Suite memory = {limited_alloc, limited_realloc, zc_free};
  *xml = (zc_xml){
      .expat = zc_xml_library_load(diag), .name = name, .events = *events, .context = context};
  if (!xml->expat)
    return ZC_NO_RESOURCE;
  zc_status status = zc_package_part_open(&xml->part, package, index, diag);
  if (status != ZC_OK)
    return status;
  xml->parser = xml->expat->XML_ParserCreate_MM(NULL, &memory, NULL);
  if (!xml->parser)
    return zc_report_memory(diag);
  xml->expat->XML_SetUserData(xml->parser, xml);
  xml->expat->XML_SetElementHandler(xml->parser, events->start ? on_start : NULL,
                                    events->end ? on_end : NULL);
  xml->expat->XML_SetCharacterDataHandler(xml->parser, events->text ? on_text : NULL);
  xml->expat->XML_SetStartDoctypeDeclHandler(xml->parser, on_doctype);
  return ZC_OK;
}

void zc_xml_close(zc_xml *xml) {
  if (xml->parser)
    xml->expat->XML_ParserFree(xml->parser);
  xml->parser = NULL;
  zc_package_part_close(&xml->part);
}

static zc_status report_error(zc_xml *xml, zc_diagnostics *diag) {
  if (xml->is_stopped)
    return xml->status;
  if (xml->expat->XML_GetErrorCode(xml->parser) == XML_ERROR_NO_MEMORY)
    return zc_report_memory(diag);
  return zc_package_damaged(xml->part.package, xml->name, diag);
}

zc_status zc_xml_step(zc_xml *xml, zc_diagnostics *diag) {
  size_t count;
  void *buffer = xml->expat->XML_GetBuffer(xml->parser, STEP_BYTES);
  if (!buffer)
    return zc_report_memory(diag);
  zc_status status = zc_package_part_read(&xml->part, buffer, STEP_BYTES, &count, diag);
  if (status != ZC_OK)
    return status;
  xml->diag = diag;
  enum XML_Status parsed = xml->expat->XML_ParseBuffer(xml->parser, (int)count, count == 0);
  xml->diag = NULL;
  xml->is_finished = count == 0;
  return parsed == XML_STATUS_OK ? ZC_OK : report_error(xml, diag);
}

zc_status zc_xml_read(zc_xml *xml, const zc_package *package, int64_t index, const char *name,
                      const zc_xml_events *events, void *context, zc_diagnostics *diag) {
  zc_status status = zc_xml_open(xml, package, index, name, events, context, diag);
  while (status == ZC_OK && !xml->is_finished && !xml->is_stopped)
    status = zc_xml_step(xml, diag);
  zc_xml_close(xml);
  return status;
}

/* ---- attributes ---- */

const char *zc_xml_attribute(const char **attributes, const char *name) {
  for (; *attributes; attributes += 2)
    if (strcmp(zc_xml_local(attributes[0]), name) == 0)
      return attributes[1];
  return NULL;
}

int zc_xml_flag(const char **attributes, const char *name) {
  const char *value = zc_xml_attribute(attributes, name);
  return value &&
         (strcmp(value, "1") == 0 || strcmp(value, "true") == 0 || strcmp(value, "on") == 0);
}

int64_t zc_xml_number(const char *text, int64_t most) {
  int64_t value = 0;
  if (!text || *text == '\0')
    return -1;
  for (; *text != '\0'; text++)
    if (*text < '0' || *text > '9' || (value = value * 10 + (*text - '0')) > most)
      return -1;
  return value;
}
