/* SPDX-License-Identifier: Apache-2.0 */
/* The plugins of a directory: what they hold and lack, and which could not be loaded. */
#ifndef ZC_REPORT_PLUGIN_LIST_H
#define ZC_REPORT_PLUGIN_LIST_H

#include "base/buffer.h"
#include "host/host.h"

/* Parameters whose latest value is of a year before that of `day` are told, and documents that have
 * ended before it. The regions have their digests (zc_host_digest). */
void zc_text_plugin_list(zc_buffer *out, const zc_host *host, zc_day day, zc_lang lang);
/* A line of the public tables in force: their days, and the files that they are of. */
void zc_text_data(zc_buffer *out, const zc_data *data, zc_lang lang);
/* One array; the same in every language. */
void zc_json_plugin_list(zc_buffer *out, const zc_host *host, zc_day day);

#endif
