/* SPDX-License-Identifier: Apache-2.0 */
/* A part of a workbook as XML events. A document type is refused, so that entities cannot be
 * declared. Names are told without their prefix. */
#ifndef ZC_OFFICE_XML_H
#define ZC_OFFICE_XML_H

#include "office/package.h"

typedef struct zc_xml zc_xml;

/* What a part's reader does with events. Any may be NULL. One that finds something wrong reports it
 * and calls zc_xml_stop. */
typedef struct zc_xml_events {
  void (*start)(void *context, const char *name, const char **attributes);
  void (*end)(void *context, const char *name);
  void (*text)(void *context, const char *text, size_t length);
} zc_xml_events;

struct zc_xml {
  const zc_xml_library *expat;
  XML_Parser parser;
  zc_package_part part;
  const char *name; /* of the part, for messages */
  zc_xml_events events;
  void *context;
  zc_status status;     /* with which events stopped it */
  int is_stopped;       /* by events */
  int is_finished;      /* the part's end was read */
  zc_diagnostics *diag; /* of the call in progress */
};

/* Opens part number `index` of the package. `name` and `context` live as long as the reader. */
zc_status zc_xml_open(zc_xml *xml, const zc_package *package, int64_t index, const char *name,
                      const zc_xml_events *events, void *context, zc_diagnostics *diag);
void zc_xml_close(zc_xml *xml);
/* Reads some of the part, with its events. xml->is_finished or is_stopped: there is no more. */
zc_status zc_xml_step(zc_xml *xml, zc_diagnostics *diag);
/* From within an event: no more of the part is wanted; a status other than ZC_OK is what
 * zc_xml_step returns. */
void zc_xml_stop(zc_xml *xml, zc_status status);

/* Opens, reads and closes a whole part. */
zc_status zc_xml_read(zc_xml *xml, const zc_package *package, int64_t index, const char *name,
                      const zc_xml_events *events, void *context, zc_diagnostics *diag);

/* The value of an attribute by its name without prefix; NULL: there is none. */
const char *zc_xml_attribute(const char **attributes, const char *name);
/* "1", "true", "on" of an attribute. */
int zc_xml_flag(const char **attributes, const char *name);
/* A number from 0 to `most` of an attribute; -1 where it is none. */
int64_t zc_xml_number(const char *text, int64_t most);

/* The name behind its prefix. */
static inline const char *zc_xml_local(const char *name) {
  const char *at = name;
  while (*at != '\0' && *at != ':')
    at++;
  return *at == ':' ? at + 1 : name;
}

#endif
