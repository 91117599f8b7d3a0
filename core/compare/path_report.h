/* SPDX-License-Identifier: Apache-2.0 */
/* Paths as JSON and as text. */
#ifndef ZC_COMPARE_PATH_REPORT_H
#define ZC_COMPARE_PATH_REPORT_H

#include "compare/path.h"

/* A path with what it was asked about. */
typedef struct zc_path_frame {
  const zc_path *path;
  const zc_facts *facts;      /* of the person, in the shared vocabulary */
  const zc_region *from, *to; /* `to` may be NULL */
  zc_day as_of;
} zc_path_frame;

void zc_json_path(zc_buffer *out, const zc_path_frame *frame);
void zc_text_path(zc_buffer *out, const zc_path_frame *frame, zc_lang lang);

#endif
